/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-hand-ink.h"

#include "ring-hand.h"

struct _RingHandInk
{
  const RingInkStyle *style;
  GArray *samples; /* of RingSample */
  RingWetInk *wet;
  guint32 time0;
};

RingHandInk *
ring_hand_ink_new (const RingInkStyle *style, const RingSample *sample)
{
  RingHandInk *ink = g_new0 (RingHandInk, 1);

  ink->style = style;
  ink->samples = g_array_new (FALSE, FALSE, sizeof (RingSample));
  ink->wet = ring_wet_ink_new (style);
  ink->time0 = sample->time;
  ring_hand_ink_add (ink, sample);
  return ink;
}

void
ring_hand_ink_free (RingHandInk *ink)
{
  if (ink == NULL)
    return;
  g_array_unref (ink->samples);
  ring_wet_ink_free (ink->wet);
  g_free (ink);
}

void
ring_hand_ink_add (RingHandInk *ink, const RingSample *sample)
{
  guint n = ink->samples->len;
  RingSample clean = *sample;

  if (n >= RING_SAMPLES_MAX)
    return;
  ring_hand_clean (&clean, n > 0 ? &g_array_index (ink->samples, RingSample, n - 1) : NULL, ink->time0);
  g_array_append_val (ink->samples, clean);
  ring_wet_ink_add (ink->wet, &clean);
}

RingPath *
ring_hand_ink_get_wet (RingHandInk *ink)
{
  return ring_wet_ink_get_path (ink->wet, 0, NULL);
}

RingPath *
ring_hand_ink_get_outline (RingHandInk *ink, double tolerance)
{
  return ring_ink_outline ((const RingSample *) (const void *) ink->samples->data, ink->samples->len,
                           ink->style, tolerance);
}
