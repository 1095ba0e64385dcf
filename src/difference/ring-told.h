/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client was told of a ring that is offered elsewhere, held against the rules of the red flags. It is about words,
 * and never about who said them: no seller has a field here. Every line repeats what was told and ends in a question.
 * Pure. */
#pragma once

#include "ring-difference.h"

G_BEGIN_DECLS

typedef enum
{
  RING_TOLD_WHO_UNKNOWN,
  RING_TOLD_WHO_NOBODY, /* a form, an automatic mail */
  RING_TOLD_WHO_SELLER, /* somebody who neither designs nor makes it */
  RING_TOLD_WHO_JEWELER,
} RingToldWho;
#define RING_N_TOLD_WHO (RING_TOLD_WHO_JEWELER + 1)

typedef enum
{
  RING_TOLD_CHOICES_UNKNOWN,
  RING_TOLD_CHOICES_MENU,
  RING_TOLD_CHOICES_ENGRAVED, /* and letters to engrave */
  RING_TOLD_CHOICES_OWN,      /* something was drawn or measured for the client */
} RingToldChoices;
#define RING_N_TOLD_CHOICES (RING_TOLD_CHOICES_OWN + 1)

typedef enum
{
  RING_TOLD_MAKING_UNKNOWN,
  RING_TOLD_MAKING_HAND,
  RING_TOLD_MAKING_OTHER, /* cast from a mould, printed, milled, or with bought parts */
} RingToldMaking;
#define RING_N_TOLD_MAKING (RING_TOLD_MAKING_OTHER + 1)

typedef enum
{
  RING_TOLD_STONE_UNKNOWN,
  RING_TOLD_STONE_NONE,
  RING_TOLD_STONE_UNNAMED, /* a size and a quality */
  RING_TOLD_STONE_NAMED,   /* this one, and where it comes from */
} RingToldStone;
#define RING_N_TOLD_STONE (RING_TOLD_STONE_NAMED + 1)

typedef enum
{
  RING_TOLD_UNKNOWN,
  RING_TOLD_YES,
  RING_TOLD_NO,
} RingToldAnswer;
#define RING_N_TOLD_ANSWERS (RING_TOLD_NO + 1)

/* Figures below 0 were not told. */
typedef struct
{
  gboolean        has_word;
  RingWord        word;
  double          minutes; /* to design it */
  double          price;   /* in the currency of the limits */
  double          days;    /* calendar days until it is there */
  RingToldWho     who;
  RingToldChoices choices;
  RingToldMaking  making;
  RingToldStone   stone;
  RingToldAnswer  limited; /* called a limited edition */
  RingToldAnswer  others;  /* the same ring can be ordered by others */
} RingTold;

/* The shop's own; below 0 where it has said none. */
typedef struct
{
  double      least_price; /* material and least labour of such a ring */
  const char *currency;    /* or NULL */
  double      least_days;  /* that handwork takes */
} RingToldLimits;

typedef enum
{
  RING_TOLD_ASK,
  RING_TOLD_NOTHING,
  RING_TOLD_NOT_KNOWN,
} RingToldResult;

typedef struct
{
  const char    *id;    /* that of the flag */
  const char    *label;
  RingToldResult result;
  char          *told;     /* "As you were told: ..." */
  char          *question; /* to ask */
} RingToldLine;

/* Limits as catalogue and commission hold them; either may be NULL. */
void        ring_told_limits_init (RingToldLimits *limits, const RingDrawing *drawing, const RingCatalogue *catalogue);
/* Of RingToldLine, one for each flag, in their order. */
GArray     *ring_told_check (const RingTold *told, const RingToldLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_told_result_label (RingToldResult result); /* "ask about this"; translated */

/* What may be answered, translated. */
const char *ring_told_who_label (RingToldWho who);
const char *ring_told_choices_label (RingToldChoices choices);
const char *ring_told_making_label (RingToldMaking making);
const char *ring_told_stone_label (RingToldStone stone);
const char *ring_told_answer_label (RingToldAnswer answer);

G_END_DECLS
