/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A supplier's list, read row by row. It finds out by itself how the list is written: UTF-8, UTF-16 or
 * Windows-1252, commas, semicolons, tabs or bars, with lines of a title before the names of the columns.
 * What a row does not bear is said, and the next row is read. Any bytes may be given to it.
 * One thread at a time. */
#pragma once

#include "ring-offer.h"

G_BEGIN_DECLS

/* No list is longer, bytes: two million stones. */
#define RING_LIST_MAX_BYTES (512u << 20)

/* A row that is not taken. */
typedef struct
{
  guint line;   /* of the file, from 1 */
  char *reason; /* translated */
  char **cells; /* as they were read; NULL-ended */
} RingRejection;

void ring_rejection_free (RingRejection *rejection);

typedef struct _RingListReader RingListReader;

/* NULL with RING_ERROR_FORMAT or SYNTAX for what is no list of stones; NAME is for the message. */
RingListReader *ring_list_reader_new (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            ring_list_reader_free (RingListReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingListReader, ring_list_reader_free)

/* What stands above the columns, as it is written; NULL-ended. */
const char *const *ring_list_reader_get_header (RingListReader *self);
/* Whether a column is understood. */
gboolean    ring_list_reader_understands (RingListReader *self, guint column);
/* Whether a column tells what the stones are; where none does the list is of one species. */
gboolean    ring_list_reader_says_species (RingListReader *self);
char        ring_list_reader_get_delimiter (RingListReader *self);
/* That of the columns or the prices; NULL where neither says. */
const char *ring_list_reader_get_currency (RingListReader *self);

/* The next row: *OFFER, or *REJECTION (to be freed) where it bears none. FALSE at the end of the list. */
gboolean    ring_list_reader_next (RingListReader *self, RingOffer *offer, RingRejection **rejection);
/* Of the last row: the line where it begins, and its cells. */
guint       ring_list_reader_get_line (RingListReader *self);
char      **ring_list_reader_dup_cells (RingListReader *self) G_GNUC_WARN_UNUSED_RESULT;
/* How much of the list has been read, 0 to 1, and how many lines were in no UTF-8. */
double      ring_list_reader_get_progress (RingListReader *self);
guint       ring_list_reader_get_n_recoded (RingListReader *self);

/* REJECTIONS, of RingRejection, as CSV that can be mended and imported: line and reason, then the columns
 * of HEADER. What a spreadsheet would take for a formula begins with an apostrophe. */
GBytes     *ring_rejections_to_csv (const GPtrArray *rejections, const char *const *header) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
