/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone's record may hold (docs/format.md names every field), and how people write it. The
 * record itself stays a RingRecord; numbers are mm, carats and years. Pure. */
#pragma once

#include "ring-cut.h"
#include "ring-record.h"

G_BEGIN_DECLS

typedef enum
{
  RING_STONE_PROVENANCE,
  RING_STONE_NATURE,
  RING_STONE_TREATMENT,
  RING_STONE_STATUS,
} RingStoneList;

/* One of the values that a field may have; LABEL is translated by the caller with _(). */
typedef struct
{
  const char *value;
  const char *label;
  const char *words; /* of a treatment, for print; NULL for the others */
} RingStoneValue;

const RingStoneValue *ring_stone_list (RingStoneList list, guint *n);
/* The label, translated; of another program's value that value; NULL where there is none. */
const char           *ring_stone_label_of (RingStoneList list, const RingRecord *stone);

/* The treatment in words for print, translated; NULL where none is recorded that this program knows. */
const char           *ring_stone_print_treatment (const RingRecord *stone);

/* Fields that a client may see, NULL-ended: no cost, supplier or memo terms, no notes. */
const char *const *ring_stone_client_fields (void);
/* The stone as the clipboard carries it to any program: without cost, supplier and memo terms. */
RingRecord *ring_stone_without_terms (const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;

/* What a field of words says in the program's terms. */
gboolean ring_stone_get_cut (const RingRecord *stone, RingCut *cut);
gboolean ring_stone_is_measured (const RingRecord *stone);
gboolean ring_stone_is_weighed (const RingRecord *stone);

/* As reports write it: "8.12 × 5.94 × 4.10", and of a round stone "6.43 – 6.47 × 3.98"; figures that
 * were not measured, with "≈ " before them, have no zeros at their end. NULL without a length. */
char *ring_stone_format_size (const RingRecord *stone, gboolean with_depth) G_GNUC_WARN_UNUSED_RESULT;
/* "1.58", or "≈ 1.58" where it was not weighed; NULL without a weight. */
char *ring_stone_format_carat (const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;
/* "2450 EUR"; NULL without a cost. */
char *ring_stone_format_cost (const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;

/* STONE with what TEXT says, "" for nothing; a sign for about (~) before figures says that they are
 * estimated. NULL with RING_ERROR_INVALID for what no stone has or nobody writes so; the message says
 * what to do. CURRENCY, which may be NULL, is taken where TEXT names none; NOW_MS is the cost's date. */
RingRecord *ring_stone_with_size (const RingRecord *stone, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_stone_with_carat (const RingRecord *stone, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_stone_with_cost (const RingRecord *stone, const char *text, const char *currency, gint64 now_ms, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first year in which anybody can tell that a stone was cut. */
#define RING_STONE_LEAST_YEAR 1000
/* The year a stone was cut, "1890", up to that of NOW_MS. */
RingRecord *ring_stone_with_year (const RingRecord *stone, const char *text, gint64 now_ms, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How much before its day a stone on approval is called due, days: the trade's usual warning. */
#define RING_STONE_DUE_SOON 2

G_END_DECLS
