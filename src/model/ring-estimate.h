/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a commission is expected to cost, line by line. Amounts are whole minor units: each line is rounded
 * once, half up, and sums are of rounded lines. Pure but for what makes steps.
 *
 * The record "estimate" (one): hours, freehand (words), freehand-grams, freehand-alloy, the terms
 * (ring-rates.h) by their names, quoted and until (days). Records "rate": of, value, currency, day: what the
 * design is reckoned with, whatever the shop asks for today. Records "alternative": alloy, stone and
 * instead (ids of stones). */
#pragma once

#include "ring-design.h"
#include "ring-rates.h"
#include "ring-weight.h"

G_BEGIN_DECLS

/* Beside the ring as it is designed; three stand side by side. */
#define RING_ESTIMATE_ALTERNATIVES 2
#define RING_ESTIMATE_MOST_HOURS 10000.0
#define RING_ESTIMATE_MOST_GRAMS 10000.0

typedef enum
{
  RING_COST_METAL,
  RING_COST_CASTING,
  RING_COST_FINISHING,
  RING_COST_STONE,
  RING_COST_SMALL, /* stones of layouts */
  RING_COST_SETTING,
  RING_COST_WORK,
} RingCostKind;

typedef struct
{
  RingCostKind kind;
  char    *label;    /* "18K yellow gold", translated */
  char    *quantity; /* "6.67 g"; "" for one */
  char    *rate;     /* name of its rate; NULL of a stone, whose price is on its card */
  char    *price;    /* "78.40 EUR of 2026-11-02, 25 days old"; NULL without one */
  gboolean priced;
  gint64   amount, least, most;
} RingCost;

typedef struct
{
  const char *currency;
  RingWeight  weight;
  GArray     *costs;   /* of RingCost */
  GPtrArray  *missing; /* of char *, translated: what is not included, and why */
  guint       n_unpriced;
  gint64      material, work, markup, tax, total;
  gint64      least, most; /* of the total, as far as the metal's weight goes */
  char       *title; /* "As designed", or what the alternative changes */
} RingEstimate;

/* RATES, which may be NULL, are the shop's: they count where the design has none of its own. ALTERNATIVE is a
 * record of that kind, or NULL for the ring as designed. */
RingEstimate *ring_estimate_new (const RingDrawing *drawing, RingRates *rates, const RingRecord *alternative, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
void          ring_estimate_free (RingEstimate *estimate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingEstimate, ring_estimate_free)
/* Whether there is anything to say, and all of it has a price. */
gboolean      ring_estimate_is_complete (const RingEstimate *estimate);
/* "4812.00 EUR", and "4650.00 to 4980.00 EUR", translated. */
char         *ring_estimate_format_total (const RingEstimate *estimate) G_GNUC_WARN_UNUSED_RESULT;
char         *ring_estimate_format_range (const RingEstimate *estimate) G_GNUC_WARN_UNUSED_RESULT;

/* The alternatives that count, at most RING_ESTIMATE_ALTERNATIVES, of const RingRecord *. */
GPtrArray    *ring_estimate_alternatives (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* The design's own record of the rate; NULL where it has none. */
const RingRecord *ring_estimate_find_own (const RingDrawing *drawing, const char *name);
/* The rate that the design is reckoned with: its own, else the shop's. *OWN may be NULL. */
gboolean      ring_estimate_find_rate (const RingDrawing *drawing, RingRates *rates, const char *name, RingRate *rate, gboolean *own);
/* A term as it counts, and where from: the design's own, the shop's, or what is usual. */
double        ring_estimate_get_term (const RingDrawing *drawing, RingRates *rates, const char *name);
/* Whether STONE, a card, is one of the ring as designed: drawn or pinned, neither returned nor only proposed. */
gboolean      ring_estimate_has_stone (const RingDrawing *drawing, const RingRecord *stone);
/* Whether STONE is only there for an alternative. */
gboolean      ring_estimate_is_instead (const RingDrawing *drawing, const RingRecord *stone);
/* Names of all rates that the design or an alternative of it needs; of char *. */
GPtrArray    *ring_estimate_needs (const RingDrawing *drawing, RingRates *rates) G_GNUC_WARN_UNUSED_RESULT;

/* Makes EDIT, a step of DESIGN, keep in it what it is reckoned with: rates that it has none of its own of. */
void          ring_estimate_keep (RingDesign *design, RingEdit *edit, RingRates *rates);
/* A step that takes the shop's prices of today instead of those that the design kept; NULL where they are the same. */
RingEdit     *ring_estimate_renew (RingDesign *design, RingRates *rates) G_GNUC_WARN_UNUSED_RESULT;
/* A step that makes the estimate the commission's quote: its price, material and labour, deposit and currency, and
 * until which day it holds. NULL with RING_ERROR_INVALID where a price is missing. */
RingEdit     *ring_estimate_quote (RingDesign *design, RingRates *rates, gint64 now_ms, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
