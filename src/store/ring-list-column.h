/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of supplier lists, by the many names that they have. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_COLUMN_NONE, /* kept as it is, under its own name */
  RING_COLUMN_STOCK,
  RING_COLUMN_SPECIES,
  RING_COLUMN_SHAPE,
  RING_COLUMN_CUT, /* the shape where no other column is, else the grade of the make */
  RING_COLUMN_CARAT,
  RING_COLUMN_COLOUR,
  RING_COLUMN_FANCY_COLOUR,
  RING_COLUMN_FANCY_INTENSITY,
  RING_COLUMN_FANCY_OVERTONE,
  RING_COLUMN_CLARITY,
  RING_COLUMN_MEASUREMENTS,
  RING_COLUMN_LENGTH,
  RING_COLUMN_WIDTH,
  RING_COLUMN_HEIGHT,
  RING_COLUMN_DEPTH, /* mm, or parts of the width in per cent */
  RING_COLUMN_ORIGIN,
  RING_COLUMN_LAB,
  RING_COLUMN_REPORT,
  RING_COLUMN_REPORT_DATE,
  RING_COLUMN_TREATMENT, /* several are joined */
  RING_COLUMN_NATURE,
  RING_COLUMN_GROWTH, /* how it was grown: only laboratory-grown stones have it */
  RING_COLUMN_PRICE,  /* of the stone; per carat where there is a total besides */
  RING_COLUMN_PRICE_CARAT,
  RING_COLUMN_PRICE_TOTAL,
  RING_COLUMN_AVAILABILITY,
  RING_COLUMN_PLACE, /* several are joined */
  RING_COLUMN_COMMENT,
  RING_COLUMN_STATEMENT,
  RING_COLUMN_KNOWN, /* understood, but nothing that a stone's card has */
} RingColumn;
#define RING_N_COLUMNS (RING_COLUMN_KNOWN + 1)

/* HEADER in any spelling: case, blanks, dots and underscores do not count, and what stands in brackets
 * or after the name as a unit does not either. CURRENCY, of 4 bytes, becomes that of "Price (EUR)", if it names
 * one; it may be NULL. */
RingColumn ring_column_find (const char *header, char *currency);

/* The currency that TEXT has a sign or code of, or NULL. */
const char *ring_column_currency (const char *text);

G_END_DECLS
