/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real program in a test's own process: one application and its first window. */
#pragma once

#include "ring-application.h"
#include "ring-test.h"
#include "ring-window.h"

G_BEGIN_DECLS

#define RING_UI_DEADLINE 20.0

typedef struct
{
  RingApplication *application;
  RingWindow *window;
  char *folder; /* for the test's files */
} RingUi;

void         ring_ui_set_up (RingUi *ui, gconstpointer data);
/* Closes every window without a question and proves that nothing is left of them. */
void         ring_ui_tear_down (RingUi *ui, gconstpointer data);

void         ring_ui_iterate (void);
/* Activates an action of the window; TARGET may be NULL. */
void         ring_ui_act (RingUi *ui, const char *action, const char *target);
char        *ring_ui_path (RingUi *ui, const char *name) G_GNUC_WARN_UNUSED_RESULT;
RingDrawing *ring_ui_drawing (RingUi *ui);
guint        ring_ui_n_windows (RingUi *ui);
/* The first widget of TYPE inside the window. */
gpointer     ring_ui_find (RingUi *ui, GType type);
/* The first row with this title. */
gpointer     ring_ui_find_row (RingUi *ui, const char *title);
gpointer     ring_ui_find_in (GtkWidget *widget, GType type);
/* Drops FILES (of GFile; NULL for none) at a place in WIDGET, which takes drops; whether they were taken. */
gboolean     ring_ui_drop (GtkWidget *widget, GSList *files, RingPoint at);
/* How many widgets of TYPE are in WIDGET, and it itself. */
guint        ring_ui_count_in (GtkWidget *widget, GType type);
/* How many labels that are shown say TEXT, among other things. */
guint        ring_ui_count_labels (GtkWidget *widget, const char *text);

/* The Bench, drawn. */
void         ring_ui_show_bench (RingUi *ui);
/* The first record of KIND, or NULL. */
const RingRecord *ring_ui_get_record (RingUi *ui, const char *kind);
/* Taps with the note tool in the middle of the front view. */
void         ring_ui_pin_stone (RingUi *ui);
/* For a signal that says something: keeps what was said last. */
void         ring_ui_keep_cb (gpointer instance, const char *message, char **kept);

G_END_DECLS
