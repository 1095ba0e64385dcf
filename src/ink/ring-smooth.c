/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-smooth.h"

#include <math.h>

/* One Euro filter: G. Casiez, N. Roussel, D. Vogel, "1 Euro Filter", CHI 2012. The cutoff is
 * MIN_CUTOFF + BETA speed: calm at rest, with no lag to speak of when fast. Hz, and Hz per mm/s. */
#define MIN_CUTOFF 3.0
#define BETA 0.6
#define SPEED_CUTOFF 10.0
#define PRESSURE_MIN_CUTOFF 6.0
#define PRESSURE_BETA 2.0

/* A mass on a spring with drag, the figures of Google's ink stroke modeler (position modeler):
 * acceleration = (target - position) / (11 / 32400) - 72 speed, 1/s^2 and 1/s. */
#define SPRING (32400.0 / 11)
#define DRAG 72.0
#define STEP (1.0 / 240)
#define MAX_STEPS 48 /* past 0.2 s the mass is at rest at its target */

/* The tail ends this near to where the pen was lifted, mm. */
#define END_STOP 0.001
#define TAIL_STEP (1.0 / 120)

void
ring_smoother_init (RingSmoother *smoother, RingSmoothing smoothing)
{
  *smoother = (RingSmoother){ .smoothing = smoothing };
}

/* Seconds since the sample before. Bursts bear one time for several samples and clocks jump, so
 * what cannot be true counts as half a millisecond. */
static double
elapsed (const RingSmoother *smoother, const RingSample *sample)
{
  if (sample->time <= smoother->raw.time)
    return 0.0005;
  return (sample->time - smoother->raw.time) / 1000.0;
}

static double
low_pass_weight (double cutoff, double dt)
{
  double tau = 1 / (2 * G_PI * cutoff);

  return 1 / (1 + tau / dt);
}

static RingSample
add_light (RingSmoother *smoother, const RingSample *sample, double dt)
{
  RingSample out = *sample;
  const RingSample *last = &smoother->last;
  double k = low_pass_weight (SPEED_CUTOFF, dt);

  smoother->vx += k * ((sample->x - smoother->raw.x) / dt - smoother->vx);
  smoother->vy += k * ((sample->y - smoother->raw.y) / dt - smoother->vy);
  smoother->vp += k * ((sample->pressure - smoother->raw.pressure) / dt - smoother->vp);

  /* One cutoff for both axes: two would bend the line. */
  k = low_pass_weight (MIN_CUTOFF + BETA * hypot (smoother->vx, smoother->vy), dt);
  out.x = last->x + k * (sample->x - last->x);
  out.y = last->y + k * (sample->y - last->y);
  out.tilt_x = last->tilt_x + k * (sample->tilt_x - last->tilt_x);
  out.tilt_y = last->tilt_y + k * (sample->tilt_y - last->tilt_y);
  k = low_pass_weight (PRESSURE_MIN_CUTOFF + PRESSURE_BETA * fabs (smoother->vp), dt);
  out.pressure = last->pressure + k * (sample->pressure - last->pressure);
  return out;
}

/* Moves the mass for DT seconds while its target goes from FROM to TO. */
static RingSample
pull (RingSmoother *smoother, const RingSample *from, const RingSample *to, double dt)
{
  RingSample out = smoother->last;
  guint n = (guint) CLAMP (ceil (dt / STEP), 1, MAX_STEPS);
  double h = MIN (dt / n, STEP);

  for (guint i = 1; i <= n; i++)
    {
      double part = (double) i / n;
      double tx = from->x + part * (to->x - from->x);
      double ty = from->y + part * (to->y - from->y);

      /* The speed first, then the place with the new speed: this order cannot gain energy. */
      smoother->vx += h * ((tx - out.x) * SPRING - smoother->vx * DRAG);
      smoother->vy += h * ((ty - out.y) * SPRING - smoother->vy * DRAG);
      out.x += h * smoother->vx;
      out.y += h * smoother->vy;
    }
  return out;
}

static RingSample
add_steady (RingSmoother *smoother, const RingSample *sample, double dt)
{
  RingSample out = pull (smoother, &smoother->raw, sample, dt);
  double k = low_pass_weight (PRESSURE_MIN_CUTOFF, dt);

  out.pressure = smoother->last.pressure + k * (sample->pressure - smoother->last.pressure);
  out.tilt_x = sample->tilt_x;
  out.tilt_y = sample->tilt_y;
  out.time = sample->time;
  return out;
}

static gboolean
is_finite (const RingSample *s)
{
  return isfinite (s->x) && isfinite (s->y) && isfinite (s->pressure) && isfinite (s->tilt_x)
         && isfinite (s->tilt_y);
}

/* The place of DELIVERED must be finite; a pressure or tilt that is none counts as 0. */
RingSample
ring_smoother_add (RingSmoother *smoother, const RingSample *delivered)
{
  RingSample clean = *delivered;
  const RingSample *sample = &clean;
  RingSample out;

  clean.pressure = isfinite (clean.pressure) ? clean.pressure : 0;
  clean.tilt_x = isfinite (clean.tilt_x) ? clean.tilt_x : 0;
  clean.tilt_y = isfinite (clean.tilt_y) ? clean.tilt_y : 0;
  out = clean;
  if (smoother->n_samples > 0 && smoother->smoothing != RING_SMOOTHING_EXACT)
    {
      double dt = elapsed (smoother, sample);

      if (smoother->smoothing == RING_SMOOTHING_LIGHT)
        out = add_light (smoother, sample, dt);
      else
        out = add_steady (smoother, sample, dt);
      /* Extreme but finite samples may leave the range of doubles on the way. */
      if (!is_finite (&out))
        {
          out = *sample;
          smoother->vx = smoother->vy = smoother->vp = 0;
        }
    }
  smoother->raw = *sample;
  smoother->last = out;
  smoother->n_samples++;
  return out;
}

/* The speed of the last step belongs to its middle; half a step of the present pull leads to its
 * end. */
RingPoint
ring_smoother_heading (const RingSmoother *smoother)
{
  double ax = (smoother->raw.x - smoother->last.x) * SPRING - smoother->vx * DRAG;
  double ay = (smoother->raw.y - smoother->last.y) * SPRING - smoother->vy * DRAG;
  double x = smoother->vx + ax * STEP / 2, y = smoother->vy + ay * STEP / 2;
  double speed = hypot (x, y);

  if (!(speed > 1e-9) || !isfinite (speed))
    return (RingPoint){ 0, 0 };
  return (RingPoint){ x / speed, y / speed };
}

/* A filter that lags leaves a gap when the pen is lifted. The spring is let go and catches up,
 * the other goes straight to the last sample. */
guint
ring_smoother_finish (RingSmoother *smoother, RingSample *tail)
{
  RingSample end = smoother->raw;
  guint n = 0;

  if (smoother->smoothing == RING_SMOOTHING_EXACT || smoother->n_samples < 2)
    return 0;
  end.pressure = smoother->last.pressure;
  while (smoother->smoothing == RING_SMOOTHING_STEADY && n < RING_SMOOTHER_MAX_TAIL - 1
         && hypot (end.x - smoother->last.x, end.y - smoother->last.y) > END_STOP)
    {
      RingSample out = pull (smoother, &end, &end, TAIL_STEP);

      out.pressure = end.pressure;
      out.time = smoother->last.time + (guint32) (TAIL_STEP * 1000);
      if (!is_finite (&out))
        break;
      smoother->last = tail[n++] = out;
    }
  if (hypot (end.x - smoother->last.x, end.y - smoother->last.y) > END_STOP)
    {
      end.time = MAX (smoother->last.time, end.time);
      smoother->last = tail[n++] = end;
    }
  return n;
}
