/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties the rows of a form to the fields of one record of a design. What is typed becomes an edit
 * with a merge key, so that one burst of typing is one undo step; what undo changes goes back
 * into the rows. A row must live as long as the fields do. Main thread.
 *
 * Signals: "changed", after the rows have been brought up to date; "refused" (const char *message),
 * when what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"
#include "ring-stone.h"

G_BEGIN_DECLS

#define RING_TYPE_FIELDS (ring_fields_get_type ())
G_DECLARE_FINAL_TYPE (RingFields, ring_fields, RING, FIELDS, GObject)

/* LABEL names the step in the undo menu, translated. */
RingFields       *ring_fields_new (const char *kind, const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* ID NULL is the first record of the kind. DESIGN may be NULL. */
void              ring_fields_set_design (RingFields *self, RingDesign *design, const char *id);
RingDesign       *ring_fields_get_design (RingFields *self);
const RingRecord *ring_fields_get_record (RingFields *self); /* NULL while there is none */
const char       *ring_fields_get_id (RingFields *self);     /* NULL while there is none */

void ring_fields_bind_entry (RingFields *self, GtkEditable *entry, const char *name, guint max_chars);
/* Words that say one or more fields at once: FORMAT makes them of the record (NULL is nothing), READ makes
 * the record of them; both are told NAME. They are read when they are finished, by Enter or by leaving the row; what is refused
 * stays in the row, marked, until it is mended. */
typedef char       *(*RingFieldsFormat) (const RingRecord *record, const char *name);
typedef RingRecord *(*RingFieldsRead) (RingFields *self, const RingRecord *record, const char *name, const char *text, GError **error);
void ring_fields_bind_words (RingFields *self, AdwEntryRow *row, const char *name, RingFieldsFormat format, RingFieldsRead read);
void ring_fields_bind_text (RingFields *self, GtkTextView *view, const char *name);
/* A number of 0 is shown as a dash and taken as "not recorded". What is typed and lies outside of
 * LEAST and the button's upper end is refused. */
void ring_fields_bind_spin (RingFields *self, GtkSpinButton *spin, const char *name, guint decimals, double least);
void ring_fields_bind_switch (RingFields *self, GtkSwitch *toggle, const char *name, const char *on_value);
/* VALUES, NULL-ended, are what the file holds; LABELS what is shown, translated. The first row
 * is "not recorded" and is added here. A value of another program keeps standing. */
void ring_fields_bind_combo (RingFields *self, AdwComboRow *row, const char *name, const char *const *values, const char *const *labels);
/* The same of a list, whose labels are translated here. */
void ring_fields_bind_values (RingFields *self, AdwComboRow *row, const char *name, const RingStoneValue *values, guint n);

/* What else belongs into each step of the fields: ALSO adds it to the edit. */
typedef void (*RingFieldsAlso) (RingEdit *edit, gpointer data);
void ring_fields_set_also (RingFields *self, RingFieldsAlso also, gpointer data);

/* Sets some fields in one step: names and values in turn, NULL-ended. MERGE may be NULL. */
void ring_fields_set (RingFields *self, const char *merge, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Rows of a form that are bound already; TITLE is translated. */
GtkWidget *ring_fields_new_entry_row (RingFields *self, const char *name, const char *title, guint max_chars) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ring_fields_new_number_row (RingFields *self, const char *name, const char *title, double most, double step, guint decimals) G_GNUC_WARN_UNUSED_RESULT;

/* A spin button for mm, carat, ...: a comma or a dot, dash for nothing. */
GtkWidget *ring_fields_new_spin (double upper, double step, guint decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
