/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The supplier lists that were imported, in a database of the program's own. A list is as a whole in it
 * or not at all, and may go at any time: what was attached to a design is a copy.
 *
 * May be called from any thread, several at once. Opening reads the whole file, and is not for the main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-list-reader.h"
#include "ring-offer.h"

G_BEGIN_DECLS

typedef struct _RingLists RingLists;

/* One list. */
typedef struct
{
  char  *name; /* the supplier's */
  char  *file; /* what it was imported from, for people */
  gint64 imported_ms;
  guint  n, n_rejected;
} RingListInfo;

void       ring_list_info_free (RingListInfo *info);

/* A damaged database is set aside, and a new one begins. */
RingLists *ring_lists_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RingLists *ring_lists_ref (RingLists *self);
void       ring_lists_unref (RingLists *self);
/* The name under which a database is kept that was damaged when it was opened, or NULL. */
const char *ring_lists_get_set_aside (RingLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingLists, ring_lists_unref)

/* ---- import */

typedef struct
{
  const char *name;     /* a list of the same name goes */
  const char *file;     /* for people; may be NULL */
  const char *currency; /* where the list does not say; ISO 4217 */
  const char *species;  /* of all stones, where no column says; may be NULL */
} RingListsOptions;

typedef struct
{
  guint      n, n_rejected;
  GPtrArray *rejections; /* of RingRejection; the first RING_LISTS_MAX_REJECTIONS */
  guint      n_recoded;  /* lines that were not in UTF-8 */
} RingListsReport;

#define RING_LISTS_MAX_REJECTIONS 20000

void ring_lists_report_free (RingListsReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingListsReport, ring_lists_report_free)

/* In the calling thread; PART is from 0 to 1. */
typedef void (*RingListsProgress) (double part, guint n_rows, gpointer data);

/* The bytes of a list; NULL with RING_ERROR_NOT_FOUND, FORMAT, LIMIT or a GIO error. */
GBytes *ring_lists_load (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* All of READER's rows as one list, in one step: with NULL nothing was changed, and *ERROR says why
 * (G_IO_ERROR_NO_SPACE, G_IO_ERROR_CANCELLED, ...). */
RingListsReport *ring_lists_import (RingLists *self, RingListReader *reader, const RingListsOptions *options,
                                    GCancellable *cancellable, RingListsProgress progress, gpointer data,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Not for the main thread either: a large list takes seconds. Where it is cancelled nothing was changed. */
gboolean   ring_lists_remove (RingLists *self, const char *name, GCancellable *cancellable, GError **error);
/* Of RingListInfo, by name. */
GPtrArray *ring_lists_get_lists (RingLists *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- search */

typedef enum
{
  RING_LISTS_SPECIES,
  RING_LISTS_ORIGIN,
  RING_LISTS_LAB,
  RING_LISTS_CURRENCY,
  RING_LISTS_NAME, /* of lists */
} RingListsValue;
/* What stands in the lists, sorted; NULL-ended. */
char **ring_lists_get_values (RingLists *self, RingListsValue value, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  RING_LISTS_BY_CARAT,
  RING_LISTS_BY_SIZE,
  RING_LISTS_BY_COLOUR,
  RING_LISTS_BY_CLARITY,
  RING_LISTS_BY_PRICE,
  RING_LISTS_BY_ORIGIN,
  RING_LISTS_BY_LAB,
  RING_LISTS_BY_FIT, /* nearest to the seat first */
} RingListsSort;

/* NULL, 0 and for ranks and cuts -1 ask for nothing; ring_lists_filter_init() asks for nothing at all. */
typedef struct
{
  const char *values[RING_LISTS_NAME + 1];
  const char *words; /* of free text; all must be there, at the start of a word */
  int         cut;
  double      least_carat, most_carat;
  double      least_length, most_length, least_width, most_width; /* mm; the longer side is the length */
  double      least_price, most_price;                            /* in the currency of VALUES */
  int         best_colour, worst_colour, best_clarity, worst_clarity;
  double      fit_length, fit_width, tolerance; /* a seat: each side that much larger or smaller at most, mm */
  RingListsSort sort;
  gboolean    descending;
} RingListsFilter;

void    ring_lists_filter_init (RingListsFilter *filter);
/* The ids of the stones, of gint64. */
GArray *ring_lists_query (RingLists *self, const RingListsFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* One stone; FALSE when it has gone. */
gboolean ring_lists_read (RingLists *self, gint64 id, RingOffer *offer);

G_END_DECLS
