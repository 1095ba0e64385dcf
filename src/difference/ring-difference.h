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

/* Values are printed text, translated; NULL means "not recorded". */
typedef struct
{
  const char *id;    /* "decided", "copies", "kept", "time", "people", "stone", "price", "lead",
                      * "better" */
  const char *label;
  char       *catalogue;
  char       *bench;
  const char *unit;     /* "bits", "per year", "s", ...; "" for words */
  char       *evidence; /* the formula and its inputs, one or two sentences */
} RingMeasure;

typedef struct
{
  const char   *id;
  const char   *label;
  RingFlagState state;
  char         *evidence;
} RingFlag;

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
/* "Suppose the label said": the flags that WORD would deserve. ring_difference_new() takes the
 * commission's own field "claim"; else a choice from the menus and nothing more is "configured"
 * (or the catalogue's fact "word") and everything else "custom". */
RingDifference    *ring_difference_new_for_word (const RingDrawing *drawing, const RingCatalogue *catalogue, RingWord word) G_GNUC_WARN_UNUSED_RESULT;
RingWord           ring_difference_get_word (const RingDifference *difference);
void               ring_difference_free (RingDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingDifference, ring_difference_free)

guint              ring_difference_get_n_measures (const RingDifference *difference);
const RingMeasure *ring_difference_get_measure (const RingDifference *difference, guint i);
guint              ring_difference_get_n_flags (const RingDifference *difference);
const RingFlag    *ring_difference_get_flag (const RingDifference *difference, guint i);
const RingChoice  *ring_difference_get_choice (const RingDifference *difference); /* NULL without catalogue */
const char        *ring_difference_get_number (const RingDifference *difference); /* NULL without catalogue */
const char        *ring_difference_get_chosen_by (const RingDifference *difference);

G_END_DECLS
