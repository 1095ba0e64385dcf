/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-predict.h"

#include <math.h>

/* Two spans of about a frame give the speed, and its change. Shorter ones would measure the
 * rounding of the times to milliseconds, longer ones would see a corner too late. */
#define SPAN_MS 10
#define MAX_SPAN_MS 40
/* What is shown of the way the pen should take. The rest is for what it may do instead. */
#define DAMPING 0.8
/* Nothing shorter tells a speed, where times are whole milliseconds. */
#define LATEST_MS 3
/* Turns past 50 degrees between the spans end the guess. */
#define TURN_COSINE 0.64
/* A span that is this much longer than its chord has a corner in it. */
#define STRAIGHT 0.9
/* Strokes shorter than so many pixels give no guess; guesses between these lengths fade in. */
#define SHORT_PIXELS 10
#define FAINT_PIXELS 0.75
#define CLEAR_PIXELS 2.0

typedef struct
{
  double vx, vy;  /* mm a millisecond */
  double speed;
  double ms;
  double chord;   /* as a part of the way; 1 for a straight one */
} Span;

static double
gap (const RingSample *a, const RingSample *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

/* The span that ends at sample LAST; gives the sample it begins with, or LAST when it is too long
 * or begins before the stroke. */
static gsize
span_before (const RingSample *s, gsize last, Span *span)
{
  gsize first = last;
  double way = 0, chord;

  while (first > 0 && s[last].time - s[first].time < SPAN_MS)
    {
      way += gap (&s[first - 1], &s[first]);
      first--;
    }
  span->ms = s[last].time - s[first].time;
  if (span->ms < SPAN_MS || span->ms > MAX_SPAN_MS)
    return last;
  chord = gap (&s[first], &s[last]);
  span->vx = (s[last].x - s[first].x) / span->ms;
  span->vy = (s[last].y - s[first].y) / span->ms;
  span->speed = chord / span->ms;
  span->chord = way > 0 ? chord / way : 0;
  return first;
}

/* The end of the last span by itself: a pen that brakes or stops within the span has gone fast on
 * the whole, but not lately. */
static Span
latest_span (const RingSample *s, gsize first, gsize last)
{
  Span latest = { .speed = INFINITY };

  for (gsize i = last; i > first; i--)
    {
      double ms = s[last].time - s[i - 1].time;
      double speed = gap (&s[i - 1], &s[last]) / ms;

      if (ms >= LATEST_MS && speed < latest.speed)
        latest = (Span){ .speed = speed, .ms = ms };
    }
  return latest;
}

static double
braking_between (const Span *before, const Span *after, double ms)
{
  return ms > 0 ? MAX (0, (before->speed - after->speed) / ms) : 0;
}

/* How far the pen comes in MS when it goes on as it brakes; it never speeds up. */
static double
reach (const Span *before, const Span *span, const Span *latest, double ms)
{
  double braking = MAX (braking_between (before, span, (before->ms + span->ms) / 2),
                        braking_between (span, latest, (span->ms - latest->ms) / 2));
  double speed = MIN (span->speed - braking * span->ms / 2,
                      latest->speed - braking * latest->ms / 2);

  if (!(speed > 0))
    return 0;
  if (braking > 0)
    ms = MIN (ms, speed / braking);
  return speed * ms - braking * ms * ms / 2;
}

/* From 0 at LOW to 1 at HIGH. */
static double
fade (double value, double low, double high)
{
  return CLAMP ((value - low) / (high - low), 0, 1);
}

static gboolean
is_long (const RingSample *s, gsize n, double least)
{
  double way = 0;

  for (gsize i = n - 1; i > 0 && way < least; i--)
    way += gap (&s[i - 1], &s[i]);
  return way >= least;
}

gboolean
ring_predict (const RingSample *s, gsize n, double ms, double pixel, RingSample *ahead)
{
  Span span, before, latest;
  gsize last = n - 1, middle, first;
  double cosine, turn, way, angle;

  if (n < 4 || !(ms > 0) || !(pixel > 0) || !is_long (s, n, SHORT_PIXELS * pixel))
    return FALSE;
  ms = MIN (ms, RING_PREDICT_MAX);
  middle = span_before (s, last, &span);
  if (middle == last)
    return FALSE;
  first = span_before (s, middle, &before);
  if (first == middle || !(span.speed > 0 && before.speed > 0))
    return FALSE;

  cosine = (span.vx * before.vx + span.vy * before.vy) / (span.speed * before.speed);
  latest = latest_span (s, middle, last);
  way = reach (&before, &span, &latest, ms) * DAMPING;
  way *= fade (cosine, TURN_COSINE, 1) * fade (span.chord, STRAIGHT, 1)
         * fade (before.chord, STRAIGHT, 1);
  /* As much as a whole frame would show, or the guess would change its shape with MS. */
  way *= fade (way * RING_PREDICT_MAX / ms, FAINT_PIXELS * pixel, CLEAR_PIXELS * pixel);
  if (!(way > 0) || !isfinite (way))
    return FALSE;

  /* On along the circle: the chord to a point of it turns half as much as the way does. */
  turn = atan2 (before.vx * span.vy - before.vy * span.vx,
                before.vx * span.vx + before.vy * span.vy);
  turn /= (span.ms + before.ms) / 2;
  angle = atan2 (span.vy, span.vx) + turn * (span.ms + way / span.speed) / 2;
  *ahead = s[last];
  ahead->x += way * cos (angle);
  ahead->y += way * sin (angle);
  ahead->time += (guint32) ms;
  /* A pen that is being lifted goes on lifting; one that presses harder may stop doing so. */
  ahead->pressure += MIN (0, (s[last].pressure - s[middle].pressure) / span.ms * ms);
  ahead->pressure = MAX (ahead->pressure, 0);
  return isfinite (ahead->x) && isfinite (ahead->y) && isfinite (ahead->pressure);
}
