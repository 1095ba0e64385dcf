/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-visit.h"

/* The part of the whole at which each step ends. Those that somebody chooses and draws in have the most. */
static const double ends[RING_N_VISIT_STEPS] = {
  [RING_VISIT_MENUS] = 50 / 180.0,       [RING_VISIT_NUMBER] = 64 / 180.0, [RING_VISIT_TRY] = 76 / 180.0,
  [RING_VISIT_BENCH] = 118 / 180.0,      [RING_VISIT_DIFFERENCE] = 142 / 180.0,
  [RING_VISIT_HOME] = 174 / 180.0,       [RING_VISIT_THANKS] = 1,
};

#define AT(step) (1u << RING_VISIT_##step)
#define GUIDED (AT (MENUS) | AT (NUMBER) | AT (TRY) | AT (BENCH) | AT (DIFFERENCE) | AT (HOME))

/* All there is: what is not in this table cannot be done. */
static const struct
{
  const char *action;
  guint steps;
} allowed[] = {
  { "begin", AT (ATTRACT) },
  { "next", GUIDED },
  { "again", GUIDED | AT (THANKS) },
  { "language", AT (ATTRACT) | GUIDED | AT (THANKS) },
  { "draw-more", AT (DIFFERENCE) },
  { "instrument", AT (BENCH) },
  { "mirror", AT (BENCH) },
  { "undo", AT (BENCH) },
  { "fit", AT (BENCH) },
  { "print", AT (HOME) },
};

static double
seconds (gint64 from, gint64 to)
{
  return (double) (to - from) / G_USEC_PER_SEC;
}

void
ring_visit_init (RingVisit *visit, double length, double idle, gint64 now)
{
  *visit = (RingVisit){ .step = RING_VISIT_ATTRACT,
                        .length = length > 0 ? length : RING_VISIT_SECONDS,
                        .idle = idle > 0 ? idle : RING_VISIT_IDLE,
                        .begun = now,
                        .since = now,
                        .touched = now };
}

void
ring_visit_touch (RingVisit *visit, gint64 now, gboolean held)
{
  visit->touched = now;
  visit->held = held;
  visit->asking = FALSE;
}

static void
enter (RingVisit *visit, RingVisitStep step, gint64 now)
{
  if (visit->step == RING_VISIT_ATTRACT)
    visit->begun = now;
  visit->step = step;
  visit->since = now;
  visit->asking = FALSE;
}

gboolean
ring_visit_go (RingVisit *visit, RingVisitStep step, gint64 now)
{
  gboolean begins = visit->step == RING_VISIT_ATTRACT;

  if (step == visit->step || (guint) step >= RING_N_VISIT_STEPS)
    return FALSE;
  if (begins && step != RING_VISIT_MENUS)
    return FALSE;
  if (step < visit->step && step != RING_VISIT_ATTRACT
      && !(visit->step == RING_VISIT_DIFFERENCE && step == RING_VISIT_BENCH))
    return FALSE;
  enter (visit, step, now);
  visit->touched = now;
  return TRUE;
}

RingVisitStep
ring_visit_next (const RingVisit *visit)
{
  return (visit->step + 1) % RING_N_VISIT_STEPS;
}

double
ring_visit_left (const RingVisit *visit, gint64 now)
{
  double end, least;

  if (visit->step == RING_VISIT_ATTRACT)
    return 0;
  end = visit->length * ends[visit->step] - seconds (visit->begun, now);
  least = RING_VISIT_LEAST - seconds (visit->since, now);
  /* Thanks are short, however quick somebody was. */
  if (visit->step == RING_VISIT_THANKS)
    return MAX (least, 0);
  return MAX (MAX (end, least), 0);
}

double
ring_visit_asking_left (const RingVisit *visit, gint64 now)
{
  return MAX (visit->idle + RING_VISIT_ASKING - seconds (visit->touched, now), 0);
}

/* Who looks for a telephone to read the square of dots with does not touch the screen. */
static gboolean
asks (const RingVisit *visit)
{
  return visit->step != RING_VISIT_ATTRACT && visit->step != RING_VISIT_HOME && visit->step != RING_VISIT_THANKS;
}

RingVisitNews
ring_visit_tick (RingVisit *visit, gint64 now)
{
  double still = seconds (visit->touched, now);

  if (visit->step == RING_VISIT_ATTRACT)
    return RING_VISIT_SAME;
  /* A stroke is let end. */
  if (visit->held && still < RING_VISIT_STUCK)
    return RING_VISIT_SAME;
  if (asks (visit) && still >= visit->idle + RING_VISIT_ASKING)
    {
      enter (visit, RING_VISIT_ATTRACT, now);
      return RING_VISIT_MOVED;
    }
  if (ring_visit_left (visit, now) <= 0)
    {
      enter (visit, ring_visit_next (visit), now);
      return RING_VISIT_MOVED;
    }
  if (!asks (visit) || visit->asking || still < visit->idle)
    return RING_VISIT_SAME;
  visit->asking = TRUE;
  return RING_VISIT_ASKED;
}

gboolean
ring_visit_allows (const RingVisit *visit, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (g_str_equal (allowed[i].action, action))
      return (allowed[i].steps & (1u << visit->step)) != 0;
  return FALSE;
}
