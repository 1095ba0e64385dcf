/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that settings, groups of the panel and windows are made of. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

/* What a screen reader calls it. */
void ring_parts_name (GtkWidget *widget, const char *name);

/* A tick with a key. A screen reader hears LABEL without the underscore, which GTK leaves in. */
GtkWidget *ring_parts_new_check (const char *label);

/* A number in a list that scrolls: whoever turns the wheel over it wants to see more of the list. GTK's own
 * way, to change the number that happens to be under the pointer, spoils a ring without a word. */
void ring_parts_leave_wheel (GtkWidget *spin);
/* BUTTON, which it returns, shows ICON alone; NAME is its tooltip and what a screen reader calls it. */
GtkWidget *ring_parts_icon (GtkWidget *button, const char *icon, const char *name);
/* A row of a group that CHILD fills, with a margin all round. TITLE is what a screen reader calls it. */
GtkWidget *ring_parts_new_field_row (const char *title, GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

typedef GtkWidget *(*RingPartsMake) (gpointer data);

/* What lies in the popover is made by MAKE when it is first opened; DATA lives as long as BUTTON. */
void ring_parts_make_popover_later (GtkMenuButton *button, RingPartsMake make, gpointer data);
/* Closes the popover that WIDGET lies in, if it does. */
void ring_parts_close_popover (GtkWidget *widget);

/* What a popover holds: from top to bottom, with a margin all round. */
void ring_parts_set_up (GtkBox *box, int spacing);
/* A left-aligned label; TEXT may be NULL. */
GtkWidget *ring_parts_new_label (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A label for sentences, at the end of BOX, wrapped after so many CHARS. */
GtkWidget *ring_parts_add_text (GtkWidget *box, const char *css_class, int chars);
/* Shows MESSAGE in LABEL, and that it is about ENTRY, which may be NULL; MESSAGE NULL: all is well. */
void       ring_parts_complain (GtkWidget *label, GtkWidget *entry, const char *message);

/* Of two columns, label and widget. */
GtkWidget *ring_parts_new_grid (void) G_GNUC_WARN_UNUSED_RESULT;
/* TEXT is the widget's name, too. Returns the label. */
GtkWidget *ring_parts_attach (GtkWidget *grid, int row, const char *text, GtkWidget *widget);

/* With the underscore of a mnemonic in LABEL, which a screen reader is not to read. CLICKED may be NULL. */
GtkWidget *ring_parts_new_button (const char *label, GCallback clicked, gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* The same for all buttons below WIDGET, as a template has made them. */
void       ring_parts_name_buttons (GtkWidget *widget);
/* Of such a button, later. */
void       ring_parts_set_button_label (GtkWidget *button, const char *label);
/* Words that are looked for; NAME is the field's, PLACEHOLDER says what may be written. */
GtkWidget *ring_parts_new_search (const char *name, const char *placeholder, GCallback changed, gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* What is said where there is nothing to show; BUTTON may be NULL. */
GtkWidget *ring_parts_new_status (const char *icon, const char *title, const char *text, GtkWidget *button) G_GNUC_WARN_UNUSED_RESULT;

/* Callbacks are swapped: the first argument is OBJECT, which may end before the widget. */
GtkWidget *ring_parts_new_spin (double least, double most, double step, guint digits, GCallback changed, gpointer object) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ring_parts_new_drop_down (const char *const *labels, const char *name, GCallback changed, gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* What is written is meant when it is finished, by Enter or by leaving it: DONE (OBJECT, entry). */
GtkWidget *ring_parts_new_entry (const char *name, GCallback done, gpointer object) G_GNUC_WARN_UNUSED_RESULT;
/* Buttons side by side, at the end of BOX. */
GtkWidget *ring_parts_add_linked (GtkWidget *box);
/* One of the group in LINKED: with ICON, or where that is NULL with LABEL in words. */
GtkWidget *ring_parts_add_toggle (GtkWidget *linked, const char *icon, const char *label, const char *hint, GCallback toggled, gpointer object);

/* A row of a list that only holds CHILD: neither keys nor taps are for the row itself. */
GtkWidget *ring_parts_new_row (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

/* A dialog that asks for pictures, WHAT, of the kinds that can be read; DRAWINGS: SVG, too. Its "response"
 * ends in ring_parts_end_chooser(), which gives what was chosen (of GFile; nothing where it was left). */
GtkNativeDialog *ring_parts_new_picture_chooser (GtkWindow *parent, const char *title, const char *what, gboolean drawings) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ring_parts_end_chooser (GtkNativeDialog *native, int response) G_GNUC_WARN_UNUSED_RESULT;

/* Makes EDIT, which it takes, a step. FALSE where DESIGN is read-only: OBJECT then says so by its signal
 * "refused", which has a sentence. */
gboolean ring_parts_commit (gpointer object, RingDesign *design, RingEdit *edit);

/* For a window that a thread at work holds, maybe longer than its parent lives: GTK 4.8 would look for the
 * parent in the end. */
void ring_parts_leave_parent (GtkWindow *window);
/* Scrolls what WIDGET lies in so that it begins at the top, as far as that goes: what is below it is seen. */
void ring_parts_scroll_to (GtkWidget *widget);

/* RGBA without transparency, as strokes have it. */
void    ring_parts_set_colour (GtkColorChooser *chooser, guint32 colour);
guint32 ring_parts_get_colour (GtkColorChooser *chooser);

G_END_DECLS
