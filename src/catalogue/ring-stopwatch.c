/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stopwatch.h"

double
ring_stopwatch_get (const RingStopwatch *watch, gint64 now)
{
  double pause = MAX (now - watch->since, 0) / (double) G_USEC_PER_SEC;

  return watch->seconds + (watch->running ? MIN (pause, RING_STOPWATCH_LONGEST_PAUSE) : 0);
}

void
ring_stopwatch_mark (RingStopwatch *watch, gint64 now)
{
  watch->seconds = ring_stopwatch_get (watch, now);
  watch->since = now;
}

void
ring_stopwatch_start (RingStopwatch *watch, gint64 now)
{
  ring_stopwatch_mark (watch, now);
  watch->running = TRUE;
}

void
ring_stopwatch_stop (RingStopwatch *watch, gint64 now)
{
  ring_stopwatch_mark (watch, now);
  watch->running = FALSE;
}

void
ring_stopwatch_reset (RingStopwatch *watch, gint64 now)
{
  watch->seconds = 0;
  watch->since = now;
}
