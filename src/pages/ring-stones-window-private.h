/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the window of supplier stones share; no other file includes this. */
#pragma once

#include "ring-lists.h"
#include "ring-offer-filter.h"
#include "ring-offer-list.h"
#include "ring-stones-window.h"

G_BEGIN_DECLS

struct _RingStonesWindow
{
  AdwWindow parent_instance;

  char *database;
  RingLists *lists; /* NULL until it is open, or when that failed */
  gboolean opening;
  GFile *waiting; /* to be imported once it is open */

  RingDesign *design;
  char *stone_id, *gem_id;
  double seat_length, seat_width; /* mm; 0 without a seat */

  RingOfferList *found;
  GtkSingleSelection *selection;
  guint query; /* the number of the last one */
  gboolean fitting; /* what is shown was looked for a seat */
  gboolean any_lists;

  GCancellable *import; /* NULL while none runs */
  char *import_name;

  GtkWidget *search, *filter, *filter_toggle, *stack, *error_page, *count, *view;
  GtkColumnViewColumn *fit_column;
  GtkWidget *details, *attach_new, *attach_card;
  GtkInfoBar *bar;
  GtkWidget *bar_label, *bar_progress, *bar_button;
  GtkWidget *import_button, *lists_button, *lists_box;
  AdwToastOverlay *toasts;
};

/* ring-stones-window.c */
void       ring_stones_window_reload (RingStonesWindow *self); /* after lists came or went */
void       ring_stones_window_fail (RingStonesWindow *self, const GError *error);
void       ring_stones_window_toast (RingStonesWindow *self, const char *text);
void       ring_stones_window_say (RingStonesWindow *self, GtkMessageType type, const char *text);

/* ring-stones-table.c */
GtkWidget *ring_stones_window_new_table (RingStonesWindow *self) G_GNUC_WARN_UNUSED_RESULT;
/* All that a list says of a stone. */
char      *ring_stones_describe (const RingOffer *offer) G_GNUC_WARN_UNUSED_RESULT;

/* ring-stones-import.c */
void       ring_stones_window_choose_import (RingStonesWindow *self);
void       ring_stones_window_cancel_import (RingStonesWindow *self);
/* The lists that are there, each with a way to remove it. */
void       ring_stones_window_fill_lists (RingStonesWindow *self);

/* ring-stones-rejected.c */
/* Shows what was not taken of the list NAME, and saves it where that is wanted. */
void       ring_stones_show_rejected (GtkWindow *parent, const char *name, const RingListsReport *report, const char *const *header);

G_END_DECLS
