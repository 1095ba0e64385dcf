/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone as a supplier offers it: one row of a list, read into the program's terms as far as it has
 * them. What the list does not say is NULL, or 0. Plain values, owned by who holds the struct. */
#pragma once

#include "ring-cut.h"
#include "ring-record.h"

G_BEGIN_DECLS

typedef enum
{
  RING_OFFER_STOCK,
  RING_OFFER_SPECIES, /* in the list's words */
  RING_OFFER_SHAPE,   /* in the list's words */
  RING_OFFER_COLOUR,
  RING_OFFER_CLARITY,
  RING_OFFER_ORIGIN, /* where it was formed; not where it lies */
  RING_OFFER_LAB,
  RING_OFFER_REPORT,
  RING_OFFER_REPORT_DATE,
  RING_OFFER_TREATMENT, /* in the list's words */
  RING_OFFER_NATURE,    /* in the list's words: "Natural", "CVD" */
  RING_OFFER_AVAILABILITY,
  RING_OFFER_PLACE, /* where it lies */
  RING_OFFER_COMMENT,
  RING_OFFER_STATEMENT, /* on where it comes from, in the supplier's words */
  RING_OFFER_REST,      /* "Polish: EX; Crown Angle: 34.5" */
} RingOfferText;
#define RING_OFFER_N_TEXTS (RING_OFFER_REST + 1)

typedef struct
{
  char  *texts[RING_OFFER_N_TEXTS]; /* clean text (ring-text.h) */
  int    cut;                       /* a RingCut; -1 for a shape that the program does not know */
  double carat;
  double length, width, depth; /* mm, as the list has them */
  double price;                /* of the stone */
  char   currency[4];          /* ISO 4217 */

  /* Where it comes from; filled by who reads it from a list or a database. */
  char  *supplier;
  gint64 listed_ms; /* when the list was imported */
} RingOffer;

void        ring_offer_clear (RingOffer *offer);
const char *ring_offer_get (const RingOffer *offer, RingOfferText text); /* NULL for none */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RingOffer, ring_offer_clear)

/* As a list is sorted and filtered: 0 is the best, D and FL; -1 for what is no grade of a diamond's.
 * Of a range, "G-H", the first. Fancy colours are none. */
#define RING_OFFER_N_COLOURS 23 /* D to Z, with N, O, P ... each for itself */
#define RING_OFFER_N_CLARITIES 12
int         ring_offer_colour_rank (const char *colour);
int         ring_offer_clarity_rank (const char *clarity);
const char *ring_offer_clarity (int rank); /* "VVS1" */

/* The treatment in the terms of a stone's record (RING_STONE_TREATMENT), NULL where the words are none
 * of these, or say several. "None" is only what a laboratory found: it needs lab and report. */
const char *ring_offer_treatment (const RingOffer *offer);
/* "natural", "laboratory-grown", "imitation"; NULL where the list does not say. */
const char *ring_offer_nature (const RingOffer *offer);

/* How the stone differs from a seat of LENGTH by WIDTH mm, "+0.12 × -0.04 mm": longer side first. */
char       *ring_offer_format_fit (const RingOffer *offer, double length, double width) G_GNUC_WARN_UNUSED_RESULT;

/* STONE with what the offer says in place of all that another stone's report said. Name, source,
 * history and story stay; the status becomes none of a stone in hand. What the supplier claims is kept
 * as a supplier's statement, with name and day. */
RingRecord *ring_offer_to_stone (const RingOffer *offer, const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;
/* Why STONE must not become another: it was bought, is on approval, set, or has a log. NULL if it may.
 * Translated. */
char       *ring_offer_refuses (const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
