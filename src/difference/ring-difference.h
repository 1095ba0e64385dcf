/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference: measured facts about a catalogue ring and a bench ring, and the red flags that
 * a word would deserve. Pure: the same design and catalogue give the same report everywhere. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  RING_FLAG_UNKNOWN,
  RING_FLAG_CLEAR,
  RING_FLAG_RAISED,
} RingFlagState;

/* Values are printed text, translated; NULL means "not recorded". What each is made of stands over its function in
 * ring-measures.c. */
typedef struct
{
  const char *id;    /* "decided", "copies", "kept", "time", "people", "stone", "better", "price",
                      * "lead" */
  const char *label;
  char       *catalogue;
  char       *bench;
  const char *unit;     /* "bits", "per year"; "" for words */
  char       *evidence; /* the formula and its inputs, one or two sentences */
  const char *kind;     /* of the record that the evidence cites, RING_RECORD_STONE, ...; NULL for none */
  const char *record;   /* and its id */
} RingMeasure;

typedef struct
{
  const char   *id;
  const char   *label;
  RingFlagState state;
  char         *evidence;
  const char   *kind, *record; /* as above */
} RingFlag;

/* What does not stay when the ring is put back on the menu: "8.12 × 5.94 mm" becomes "8.00 × 6.00 mm". */
typedef enum
{
  RING_PART_SHANK,
  RING_PART_HEAD,
  RING_PART_STONE,
  RING_PART_STORY, /* nothing that is seen of the ring */
} RingPartOf;
#define RING_N_PARTS_OF (RING_PART_STORY + 1)

typedef struct
{
  const char *id; /* "stone-size", "metal", "width", ... */
  RingPartOf  part; /* which part of the ring turns when this goes */
  char       *was;
  char       *becomes;
} RingLoss;

/* The steps of the wording ladder (16 CFR 23.1 and 23.3, directive 2011/83/EU, Art. 16(c)), the weakest first. */
typedef enum
{
  RING_RUNG_STOCK,
  RING_RUNG_MADE_TO_ORDER,
  RING_RUNG_CONFIGURED,
  RING_RUNG_MODIFIED,
  RING_RUNG_CUSTOM,
  RING_RUNG_HANDMADE,
} RingRung;
#define RING_N_RUNGS (RING_RUNG_HANDMADE + 1)

/* What a library knows of the drawing (ring-twin.h). */
typedef struct
{
  guint              n_designs; /* that were looked at */
  const char *const *names;     /* of those with the same drawing, NULL-ended */
} RingTwins;

typedef struct _RingDifference RingDifference;

/* The words that the flags can be tested for; none is said of a design without one. */
typedef enum
{
  RING_WORD_CONFIGURED,
  RING_WORD_PERSONALISED,
  RING_WORD_CUSTOM,
  RING_WORD_BESPOKE,
  RING_WORD_HANDMADE,
  RING_WORD_ONE_OF_A_KIND,
} RingWord;
#define RING_N_WORDS 6

const char *ring_word_id (RingWord word);    /* "configured", ..., "one-of-a-kind" */
const char *ring_word_label (RingWord word); /* translated */
gboolean    ring_word_from_id (const char *id, RingWord *word);

/* CATALOGUE may be NULL (no catalogue at hand): its column is then not recorded. The catalogue
 * ring is the design's own choice, else the nearest ring; the rule is in get_chosen_by(). */
RingDifference    *ring_difference_new (const RingDrawing *drawing, const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* "Suppose the label said": the flags that WORD would deserve. NULL, as in ring_difference_new(), is the
 * commission's own field "claim"; else a choice from the menus and nothing more is "configured"
 * (or the catalogue's fact "word") and everything else "custom". TWINS may be NULL: no library was asked. */
RingDifference    *ring_difference_new_full (const RingDrawing *drawing, const RingCatalogue *catalogue, const RingWord *word, const RingTwins *twins) G_GNUC_WARN_UNUSED_RESULT;
RingWord           ring_difference_get_word (const RingDifference *difference);
void               ring_difference_free (RingDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingDifference, ring_difference_free)

guint              ring_difference_get_n_measures (const RingDifference *difference);
const RingMeasure *ring_difference_get_measure (const RingDifference *difference, guint i);
/* VALUE, one of its two, with the unit where it is a number; "not recorded" for NULL. */
char              *ring_measure_format (const RingMeasure *measure, const char *value) G_GNUC_WARN_UNUSED_RESULT;
guint              ring_difference_get_n_flags (const RingDifference *difference);
const RingFlag    *ring_difference_get_flag (const RingDifference *difference, guint i);
const char        *ring_flag_state_id (RingFlagState state);    /* "raised", "clear", "unknown" */
const char        *ring_flag_state_label (RingFlagState state); /* translated */
/* In the order in which they drop out; none without a catalogue, or where the ring is on the menu. */
guint              ring_difference_get_n_losses (const RingDifference *difference);
const RingLoss    *ring_difference_get_loss (const RingDifference *difference, guint i);
/* Put back on the menu from 0 to 1, the losses drop out one after the other: when that one has, and from when to when
 * PART of the ring turns. */
double             ring_difference_get_loss_end (const RingDifference *difference, guint i);
void               ring_difference_get_part_span (const RingDifference *difference, RingPartOf part, double *start, double *end);
/* The strongest words that the evidence bears: "Custom-designed for Mara from drawing B". FALSE of an empty design. */
gboolean           ring_difference_get_rung (const RingDifference *difference, RingRung *rung);
const char        *ring_difference_get_wording (const RingDifference *difference); /* NULL of an empty design */
/* The same words of DRAWING alone, without measures, which take their time where much is drawn, and without a catalogue's
 * number of the style. */
char              *ring_difference_say (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* Why that step, and what the next one asks for. */
const char        *ring_difference_get_wording_why (const RingDifference *difference);
const char        *ring_rung_id (RingRung rung);    /* "stock", "made-to-order", "configured", "modified", "custom", "handmade" */
const char        *ring_rung_label (RingRung rung); /* translated: "made to order" */
/* Copies a year by the catalogue's figures: LEVEL 0 from the same moulds, 1 of the same look, 2 of the same number. 0
 * where it declares none. */
double             ring_difference_get_copies (const RingDifference *difference, int level);
const RingChoice  *ring_difference_get_choice (const RingDifference *difference); /* NULL without catalogue */
const char        *ring_difference_get_number (const RingDifference *difference); /* NULL without catalogue */
const char        *ring_difference_get_chosen_by (const RingDifference *difference);

G_END_DECLS
