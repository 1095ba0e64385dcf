/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the window of supplier stones share; no other file includes this. */
#pragma once

#include "ring-lists.h"
#include "ring-news-bar.h"
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
  gboolean any_lists;

  GCancellable *work; /* what changes the lists; NULL while nothing does */
  guint work_timer;   /* tells how far that is */

  GtkWidget *search, *filter, *stack, *error_page, *count, *view;
  GtkColumnViewColumn *fit_column; /* only there while a seat is looked for */
  GtkWidget *details, *attach_new, *attach_card;
  GtkWidget *import_button, *lists_button, *lists_box;
  RingNewsBar *news;
  AdwToastOverlay *toasts;
};

/* ring-stones-window.c */
void          ring_stones_window_reload (RingStonesWindow *self); /* after lists came or went */
void          ring_stones_window_toast (RingStonesWindow *self, const char *text);
/* One thing at a time changes the lists. TEXT says what; it ends when the returned object is cancelled. NULL
 * while something else does, or the lists are not open. */
GCancellable *ring_stones_window_begin_work (RingStonesWindow *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Says what went wrong. TRUE where all went well, FALSE where it did not or the window has been closed. */
gboolean      ring_stones_window_end_work (RingStonesWindow *self, GCancellable *work, const GError *error);

/* ring-stones-table.c */
GtkWidget    *ring_stones_window_new_table (RingStonesWindow *self) G_GNUC_WARN_UNUSED_RESULT;
/* All that a list says of a stone. */
char         *ring_stones_describe (const RingOffer *offer) G_GNUC_WARN_UNUSED_RESULT;

/* ring-stones-attach.c */
/* The words on the chosen stone, and its way into the design; the table and the filter are there. */
GtkWidget    *ring_stones_window_new_footer (RingStonesWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void          ring_stones_window_show_details (RingStonesWindow *self);

/* ring-stones-import.c */
void          ring_stones_window_choose_import (RingStonesWindow *self);

/* ring-stones-lists.c */
/* LISTS, of RingListInfo, each with a way to remove it. */
void          ring_stones_window_fill_lists (RingStonesWindow *self, const GPtrArray *lists);

/* ring-stones-rejected.c */
/* Shows what was not taken of the list NAME, and saves it where that is wanted. */
void          ring_stones_show_rejected (GtkWindow *parent, const char *name, const RingListsReport *report, const char *const *header);

G_END_DECLS
