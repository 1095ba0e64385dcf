/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a supplier's list as an offer. Pure. */
#pragma once

#include "ring-list-column.h"
#include "ring-offer.h"

G_BEGIN_DECLS

typedef struct
{
  guint       n;
  RingColumn *columns; /* N of them */
  char      **names;   /* N, NULL-ended */
  gboolean    has_stock, has_carat, has_species;
  gboolean    has_height, has_total;
  char        currency[4]; /* of the header, or of the first price that has a sign */
} RingListColumns;

void     ring_list_columns_init (RingListColumns *columns, const char *const *header);
void     ring_list_columns_clear (RingListColumns *columns);
/* How many different things the columns of HEADER tell. */
guint    ring_list_columns_count_known (const char *const *header);

/* CELLS, as many as there are columns, into OFFER, which is empty. NULL when that went well; else why it
 * did not, translated. */
char    *ring_list_row_read (RingListColumns *columns, const char *const *cells, RingOffer *offer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
