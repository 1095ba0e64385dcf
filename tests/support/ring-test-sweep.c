/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-sweep.h"

#include <math.h>

void
ring_test_sweep_init (RingTestSweep *sweep, const RingSample *samples, gsize n,
                      const RingInkStyle *style, double tolerance)
{
  g_autofree RingLineNode *nodes = g_new0 (RingLineNode, n + RING_SMOOTHER_MAX_TAIL);
  RingSample tail[RING_SMOOTHER_MAX_TAIL];
  RingSmoother smoother;
  gsize n_nodes = 0;
  guint n_tail;

  ring_smoother_init (&smoother, style->smoothing);
  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (samples[i].x) || !isfinite (samples[i].y))
        continue;
      ring_smoother_add (&smoother, &samples[i]);
      nodes[n_nodes++] = ring_line_node (style, &smoother);
    }
  n_tail = ring_smoother_finish (&smoother, tail);
  for (guint i = 0; i < n_tail; i++)
    nodes[n_nodes++].disc = ring_ink_disc (style, &tail[i]);
  ring_line_init (&sweep->line, n_nodes);
  ring_line_add (&sweep->line, nodes, n_nodes, tolerance / 20);
}

void
ring_test_sweep_clear (RingTestSweep *sweep)
{
  ring_line_clear (&sweep->line);
}

/* The distance to the hull of two discs: to the edge of the disc between them that is nearest. */
static double
hull_distance (RingDisc a, RingDisc b, RingPoint p)
{
  double dx = b.x - a.x, dy = b.y - a.y, dz = b.z - a.z;
  double length = sqrt (dx * dx + dy * dy);
  double along, across, t;

  if (length <= fabs (dz))
    {
      RingDisc larger = a.z >= b.z ? a : b;

      return hypot (p.x - larger.x, p.y - larger.y) - larger.z;
    }
  dx /= length;
  dy /= length;
  dz /= length;
  along = (p.x - a.x) * dx + (p.y - a.y) * dy;
  across = fabs (-(p.x - a.x) * dy + (p.y - a.y) * dx);
  /* Where the line from the disc's centre to the point is the normal of the straight edge. */
  t = CLAMP (along + across * dz / sqrt (1 - dz * dz), 0, length);
  return hypot (along - t, across) - (a.z + t * dz);
}

double
ring_test_sweep_distance (const RingTestSweep *sweep, RingPoint point, double enough)
{
  const RingDisc *d = (const RingDisc *) (const void *) sweep->line.discs->data;
  double best = INFINITY;

  for (gsize i = 0; i < sweep->line.discs->len && best >= -enough; i++)
    best = MIN (best, hull_distance (d[i], d[MIN (i + 1, sweep->line.discs->len - 1)], point));
  return best;
}

RingRect
ring_test_sweep_get_bounds (const RingTestSweep *sweep)
{
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < sweep->line.discs->len; i++)
    {
      RingDisc d = g_array_index (sweep->line.discs, RingDisc, i);

      bounds = ring_rect_union (bounds, (RingRect){ d.x - d.z, d.y - d.z, d.x + d.z, d.y + d.z });
    }
  return bounds;
}
