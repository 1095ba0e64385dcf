/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink.h"

#include <math.h>

#include "ring-disc.h"
#include "ring-predict.h"
#include "ring-smooth.h"

/* Wet ink lives for seconds on one screen, so its arcs may be coarser than those of a file. */
#define TOLERANCE 0.01
/* The guess bends as the line does, in so many steps. */
#define PREDICT_STEPS 3

struct _RingWetInk
{
  RingInkStyle style;
  RingSmoother smoother;
  GArray *samples; /* RingSample, smoothed */
  gboolean finished;
};

RingWetInk *
ring_wet_ink_new (const RingInkStyle *style)
{
  RingWetInk *ink = g_new0 (RingWetInk, 1);

  ink->style = *style;
  ring_smoother_init (&ink->smoother, style->smoothing);
  ink->samples = g_array_sized_new (FALSE, FALSE, sizeof (RingSample), 256);
  return ink;
}

void
ring_wet_ink_free (RingWetInk *ink)
{
  if (ink == NULL)
    return;
  g_array_unref (ink->samples);
  g_free (ink);
}

/* A sample that is no place is left out, as the outline does. */
void
ring_wet_ink_add (RingWetInk *ink, const RingSample *sample)
{
  RingSample smoothed;

  g_return_if_fail (!ink->finished);

  if (!isfinite (sample->x) || !isfinite (sample->y))
    return;
  smoothed = ring_smoother_add (&ink->smoother, sample);
  g_array_append_val (ink->samples, smoothed);
}

/* Ends the stroke where the pen was lifted. Returns the smoothed samples, owned by INK: those
 * that ring_ink_outline() makes of the same input. */
const RingSample *
ring_wet_ink_finish (RingWetInk *ink, gsize *n_samples)
{
  RingSample tail[RING_SMOOTHER_MAX_TAIL];

  if (!ink->finished)
    g_array_append_vals (ink->samples, tail, ring_smoother_finish (&ink->smoother, tail));
  ink->finished = TRUE;
  *n_samples = ink->samples->len;
  return (const RingSample *) (const void *) ink->samples->data;
}

gsize
ring_wet_ink_get_n_samples (const RingWetInk *ink)
{
  return ink->samples->len;
}

static RingRect
disc_bounds (RingDisc disc)
{
  return (RingRect){ disc.x - disc.z, disc.y - disc.z, disc.x + disc.z, disc.y + disc.z };
}

RingPath *
ring_wet_ink_get_path (const RingWetInk *ink, gsize first, RingRect *bounds)
{
  RingPath *path = ring_path_new ();
  RingRect extent = RING_RECT_EMPTY;
  RingDisc before = { 0 };

  /* The segment that ends at the first new sample is new, too. */
  if (first > 0 && first < ink->samples->len)
    first--;
  for (gsize i = first; i < ink->samples->len; i++)
    {
      const RingSample *sample = &g_array_index (ink->samples, RingSample, i);
      RingDisc disc = ring_ink_disc (&ink->style, sample);

      extent = ring_rect_union (extent, disc_bounds (disc));
      if (i > first)
        ring_disc_add_hull (path, before, disc, TOLERANCE);
      else if (i + 1 == ink->samples->len)
        ring_disc_add_hull (path, disc, disc, TOLERANCE);
      before = disc;
    }
  if (bounds != NULL)
    *bounds = extent;
  return path;
}

RingPath *
ring_wet_ink_predict (const RingWetInk *ink, double ms, double pixel, RingRect *bounds)
{
  const RingSample *samples = (const RingSample *) (const void *) ink->samples->data;
  gsize n = ink->samples->len;
  RingPath *path = NULL;
  RingRect extent = RING_RECT_EMPTY;
  RingDisc before = { 0 };
  RingSample ahead;

  ms = MIN (ms, RING_PREDICT_MAX);
  for (guint i = 1; i <= PREDICT_STEPS; i++)
    {
      RingDisc disc;

      if (!ring_predict (samples, n, ms * i / PREDICT_STEPS, pixel, &ahead))
        break;
      if (path == NULL)
        {
          path = ring_path_new ();
          before = ring_ink_disc (&ink->style, &samples[n - 1]);
          extent = disc_bounds (before);
        }
      disc = ring_ink_disc (&ink->style, &ahead);
      extent = ring_rect_union (extent, disc_bounds (disc));
      ring_disc_add_hull (path, before, disc, TOLERANCE);
      before = disc;
    }
  if (bounds != NULL)
    *bounds = extent;
  return path;
}
