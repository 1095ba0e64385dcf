/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit to the screen at the counter: which step it is at, what may be done there, and when it goes on or ends by
 * itself. From the first touch to the thanks it takes at most its length, in which each step has an end: who is quick
 * has more time for the later ones. Where no hand came for a while somebody is asked for, and then all is cleared.
 * Times are of a monotonic clock, microseconds; lengths are seconds. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_VISIT_ATTRACT, /* nobody is here */
  RING_VISIT_MENUS,   /* a ring is chosen */
  RING_VISIT_NUMBER,  /* its number, and what another ring has */
  RING_VISIT_TRY,     /* a hand tries to draw on it */
  RING_VISIT_BENCH,   /* and does, over it */
  RING_VISIT_DIFFERENCE,
  RING_VISIT_HOME,    /* what is taken along */
  RING_VISIT_THANKS,
} RingVisitStep;
#define RING_N_VISIT_STEPS (RING_VISIT_THANKS + 1)

#define RING_VISIT_SECONDS 180.0 /* of the whole */
#define RING_VISIT_IDLE 25.0     /* without a hand, until somebody is asked for */
#define RING_VISIT_ASKING 10.0   /* until nobody is believed to be here */
#define RING_VISIT_LEAST 5.0     /* of a step, however late it begins */
#define RING_VISIT_STUCK 20.0    /* a hand that does nothing for so long is none */

typedef struct
{
  RingVisitStep step;
  double        length;  /* of the whole, seconds */
  double        idle;
  gint64        begun;   /* the first touch */
  gint64        since;   /* the step */
  gint64        touched; /* the last sign of a hand */
  gboolean      held;    /* a hand is on the glass */
  gboolean      asking;  /* whether somebody is here */
} RingVisit;

typedef enum
{
  RING_VISIT_SAME,
  RING_VISIT_MOVED, /* another step */
  RING_VISIT_ASKED, /* asking has begun */
} RingVisitNews;

/* Nobody is here. LENGTH and IDLE of 0 are the usual ones. */
void          ring_visit_init (RingVisit *visit, double length, double idle, gint64 now);
/* A hand came down, moved or was lifted: HELD says whether one is on the glass now. It answers the question. */
void          ring_visit_touch (RingVisit *visit, gint64 now, gboolean held);
/* Time went by. */
RingVisitNews ring_visit_tick (RingVisit *visit, gint64 now);
/* From one step to another: forward to any of the guided ones, once somebody has begun; from the Difference back to the
 * drawing; and from anywhere to the beginning. FALSE, and nothing else, where that is no way. */
gboolean      ring_visit_go (RingVisit *visit, RingVisitStep step, gint64 now);
/* Seconds until the step ends by itself; 0 where it does not. */
double        ring_visit_left (const RingVisit *visit, gint64 now);
/* Of the question whether somebody is here. */
double        ring_visit_asking_left (const RingVisit *visit, gint64 now);
/* The step after this one: of the last one the first. */
RingVisitStep ring_visit_next (const RingVisit *visit);

/* What may be done at this step, by the name of the action; whatever is not allowed here is not done. */
gboolean      ring_visit_allows (const RingVisit *visit, const char *action);

G_END_DECLS
