/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink.h"

#include <math.h>

#include "ring-line.h"
#include "ring-predict.h"

/* A quarter of a pixel at 6,000 %: how far the hulls may lie from the line, mm. */
#define TOLERANCE 0.001
/* The guess bends as the line does, in so many steps. */
#define PREDICT_STEPS 3

struct _RingWetInk
{
  RingInkStyle style;
  RingSmoother smoother;
  GArray *samples; /* RingSample, smoothed */
  GArray *nodes;   /* RingLineNode, of each of them */
  gboolean finished;
};

RingWetInk *
ring_wet_ink_new (const RingInkStyle *style)
{
  RingWetInk *ink = g_new0 (RingWetInk, 1);

  ink->style = *style;
  ring_smoother_init (&ink->smoother, style->smoothing);
  ink->samples = g_array_sized_new (FALSE, FALSE, sizeof (RingSample), 256);
  ink->nodes = g_array_sized_new (FALSE, FALSE, sizeof (RingLineNode), 256);
  return ink;
}

void
ring_wet_ink_free (RingWetInk *ink)
{
  if (ink == NULL)
    return;
  g_array_unref (ink->samples);
  g_array_unref (ink->nodes);
  g_free (ink);
}

/* A sample that is no place is left out, as the outline does. */
void
ring_wet_ink_add (RingWetInk *ink, const RingSample *sample)
{
  RingSample smoothed;
  RingLineNode node;

  g_return_if_fail (!ink->finished);

  if (!isfinite (sample->x) || !isfinite (sample->y))
    return;
  smoothed = ring_smoother_add (&ink->smoother, sample);
  node = ring_line_node (&ink->style, &ink->smoother);
  g_array_append_val (ink->samples, smoothed);
  g_array_append_val (ink->nodes, node);
}

/* Ends the stroke where the pen was lifted. Returns the smoothed samples, owned by INK: those
 * that ring_ink_outline() makes of the same input. */
const RingSample *
ring_wet_ink_finish (RingWetInk *ink, gsize *n_samples)
{
  RingSample tail[RING_SMOOTHER_MAX_TAIL];

  guint n_tail = ink->finished ? 0 : ring_smoother_finish (&ink->smoother, tail);

  for (guint i = 0; i < n_tail; i++)
    {
      RingLineNode node = { ring_ink_disc (&ink->style, &tail[i]), { 0, 0 } };

      g_array_append_val (ink->samples, tail[i]);
      g_array_append_val (ink->nodes, node);
    }
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

/* Discs and hulls of the pieces that end at the nodes from FIRST to before END. */
static RingPath *
make_path (const RingWetInk *ink, gsize first, gsize end, RingRect *bounds)
{
  const RingLineNode *nodes = (const RingLineNode *) (const void *) ink->nodes->data;
  RingLine line;
  RingPath *path = ring_path_new ();
  RingRect extent = RING_RECT_EMPTY;

  ring_line_init (&line, 64);
  if (first < end)
    ring_line_add (&line, &nodes[MAX (first, 1) - 1], 1, TOLERANCE);
  for (gsize i = MAX (first, 1); i < end; i++)
    ring_line_add_piece (&line, i > 1 ? &nodes[i - 2] : NULL, &nodes[i - 1], &nodes[i],
                         i + 1 < ink->nodes->len ? &nodes[i + 1] : NULL, TOLERANCE);
  for (guint i = 0; i < line.discs->len; i++)
    {
      RingDisc disc = g_array_index (line.discs, RingDisc, i);

      extent = ring_rect_union (extent, disc_bounds (disc));
      if (i > 0 || line.discs->len == 1)
        ring_disc_add_hull (path, g_array_index (line.discs, RingDisc, MAX (i, 1) - 1), disc,
                            TOLERANCE);
    }
  ring_line_clear (&line);
  /* Round ends are curves, which may pass their circles by as much. */
  if (bounds != NULL)
    *bounds = ring_rect_inset (extent, -TOLERANCE);
  return path;
}

RingPath *
ring_wet_ink_get_path (const RingWetInk *ink, gsize first, RingRect *bounds)
{
  return make_path (ink, first, ink->nodes->len, bounds);
}

gsize
ring_wet_ink_get_n_settled (const RingWetInk *ink)
{
  gsize n = ink->nodes->len;

  if (ink->finished || n == 0 || ink->style.smoothing == RING_SMOOTHING_STEADY)
    return n;
  return n - 1;
}

RingPath *
ring_wet_ink_get_settled_path (const RingWetInk *ink, gsize first, RingRect *bounds)
{
  return make_path (ink, first, MAX (first, ring_wet_ink_get_n_settled (ink)), bounds);
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
  /* Round ends are curves, which may pass their circles by as much. */
  if (bounds != NULL)
    *bounds = ring_rect_inset (extent, -TOLERANCE);
  return path;
}
