/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long somebody spent choosing: the time since the last choice counts, but of a longer pause only its
 * beginning, since who went away does not choose. Times are of a monotonic clock, microseconds. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_STOPWATCH_LONGEST_PAUSE 30.0 /* seconds */

typedef struct
{
  double   seconds; /* up to SINCE */
  gint64   since;
  gboolean running;
} RingStopwatch;

/* At 0, and counting on if it was. */
void   ring_stopwatch_reset (RingStopwatch *watch, gint64 now);
void   ring_stopwatch_start (RingStopwatch *watch, gint64 now);
void   ring_stopwatch_stop (RingStopwatch *watch, gint64 now);
/* Something was chosen: a new pause begins. */
void   ring_stopwatch_mark (RingStopwatch *watch, gint64 now);
/* Seconds so far. */
double ring_stopwatch_get (const RingStopwatch *watch, gint64 now);

G_END_DECLS
