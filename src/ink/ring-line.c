/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-line.h"

#include <math.h>

/* The curve is a Catmull-Rom spline with centripetal parameters: C. Yuksel, S. Schaefer and
 * J. Keyser, "Parameterization and Applications of Catmull-Rom Curves" (2011). Of its family it
 * alone makes no loops within a piece, and follows sparse samples beside dense ones closely. */

/* Samples turn by up to 60 degrees in a small round loop, a corner somebody means turns by 90 and
 * more. As in ring-centre.c. */
#define CORNER_COSINE 0.4226
/* The most discs of one piece, fewer where pieces are many: hostile samples lie a hundred metres
 * apart. */
#define MAX_DISCS 256
#define MIN_DISCS 8
#define MAX_ALL 200000
/* A kink matters where a piece beside it is longer than this many tolerances. */
#define VISIBLE 8
#define NO_WAY 1e-9

static RingDisc
difference (RingDisc a, RingDisc b)
{
  return (RingDisc){ b.x - a.x, b.y - a.y, b.z - a.z };
}

static double
length (RingDisc way)
{
  return sqrt (way.x * way.x + way.y * way.y);
}

/* Whether WAY, CHORD long, turns from HEADING, of any length, as a corner does. */
static gboolean
is_corner (double hx, double hy, RingDisc way)
{
  double dot = hx * way.x + hy * way.y;

  return dot <= 0
         || dot * dot < CORNER_COSINE * CORNER_COSINE * (hx * hx + hy * hy)
                            * (way.x * way.x + way.y * way.y);
}

/* The derivative at the end of WAY (CHORD long) where NEXT lies beyond it, in the parameters of
 * this piece. FALSE at a corner and at an end. SIGN is 1 at the later end, -1 at the earlier. */
static gboolean
spline_derivative (RingDisc way, double chord, const RingLineNode *end, const RingLineNode *next,
                   double sign, RingDisc *derivative)
{
  RingDisc beyond;
  double past, t, u, slope;

  if (end->heading.x != 0 || end->heading.y != 0)
    {
      if (is_corner (end->heading.x, end->heading.y, way))
        return FALSE;
      /* The spring's speed tells the direction. The radius goes on as it came. */
      slope = way.z / chord;
      if (sign < 0 && next != NULL)
        {
          beyond = difference (next->disc, end->disc);
          past = length (beyond);
          slope = past < NO_WAY ? slope : beyond.z / past;
        }
      *derivative = (RingDisc){ end->heading.x * chord, end->heading.y * chord, slope * chord };
      return TRUE;
    }
  if (next == NULL)
    return FALSE;
  beyond = difference (end->disc, next->disc);
  beyond = (RingDisc){ sign * beyond.x, sign * beyond.y, sign * beyond.z };
  past = length (beyond);
  if (past < NO_WAY || is_corner (beyond.x, beyond.y, way))
    return FALSE;
  t = sqrt (chord);
  u = sqrt (past);
  /* Barry and Goldman's formula, in which T and U are the lengths of the two parameters. */
  *derivative = (RingDisc){ way.x + t * (beyond.x / u - (way.x + beyond.x) / (t + u)),
                            way.y + t * (beyond.y / u - (way.y + beyond.y) / (t + u)),
                            way.z + t * (beyond.z / u - (way.z + beyond.z) / (t + u)) };
  return TRUE;
}

/* The derivative at one end that with OTHER at the other makes nearly an arc. */
static RingDisc
mirrored (RingDisc way, double chord, RingDisc other)
{
  double along = 2 * (other.x * way.x + other.y * way.y) / (chord * chord);

  return (RingDisc){ along * way.x - other.x, along * way.y - other.y, way.z };
}

/* With a derivative of no more than three times the difference, a radius never leaves those of
 * its two ends. */
static double
monotone (double derivative, double difference)
{
  return CLAMP (derivative, MIN (0, 3 * difference), MAX (0, 3 * difference));
}

static double
bend (RingDisc a, RingDisc b, RingDisc c)
{
  double x = a.x - 2 * b.x + c.x, y = a.y - 2 * b.y + c.y, z = a.z - 2 * b.z + c.z;

  return sqrt (x * x + y * y) + fabs (z);
}

RingLineNode
ring_line_node (const RingInkStyle *style, const RingSmoother *smoother)
{
  RingLineNode node = { ring_ink_disc (style, &smoother->last), { 0, 0 } };

  if (smoother->smoothing == RING_SMOOTHING_STEADY)
    node.heading = ring_smoother_heading (smoother);
  return node;
}

/* NODES has room for N_SAMPLES and RING_SMOOTHER_MAX_TAIL more. */
gsize
ring_line_nodes (const RingSample *samples, gsize n_samples, const RingInkStyle *style,
                 RingLineNode *nodes)
{
  RingSample tail[RING_SMOOTHER_MAX_TAIL];
  RingSmoother smoother;
  gsize n_nodes = 0;
  guint n_tail;

  ring_smoother_init (&smoother, style->smoothing);
  for (gsize i = 0; i < n_samples; i++)
    {
      if (!isfinite (samples[i].x) || !isfinite (samples[i].y))
        continue;
      ring_smoother_add (&smoother, &samples[i]);
      nodes[n_nodes++] = ring_line_node (style, &smoother);
    }
  n_tail = ring_smoother_finish (&smoother, tail);
  for (guint i = 0; i < n_tail; i++)
    nodes[n_nodes++] = (RingLineNode){ ring_ink_disc (style, &tail[i]), { 0, 0 } };
  return n_nodes;
}

static void
append (RingLine *line, RingDisc disc)
{
  RingDiscMark mark = { 0 };

  g_array_append_val (line->discs, disc);
  g_array_append_val (line->marks, mark);
}

/* Tells at the newest disc how a piece, CHORD long, ends or begins there: smoothly or not, and in
 * which direction if NODE has one of its own. */
static void
mark_end (RingLine *line, const RingLineNode *node, gboolean smooth, RingDisc derivative,
          double chord, double tolerance, gboolean begins)
{
  RingDiscMark *mark;
  RingFitPoint tangent = { node->heading.x, node->heading.y, derivative.z / chord };

  if (line->marks->len == 0)
    return;
  mark = &g_array_index (line->marks, RingDiscMark, line->marks->len - 1);
  if (!smooth)
    mark->kink |= chord > VISIBLE * tolerance;
  else if (node->heading.x == 0 && node->heading.y == 0)
    return;
  else if (begins)
    mark->after = tangent;
  else
    mark->before = tangent;
}

void
ring_line_init (RingLine *line, gsize n_nodes)
{
  line->discs = g_array_sized_new (FALSE, FALSE, sizeof (RingDisc), 2 * n_nodes + 1);
  line->marks = g_array_sized_new (FALSE, FALSE, sizeof (RingDiscMark), 2 * n_nodes + 1);
  line->most = (guint) CLAMP (MAX_ALL / MAX (n_nodes, 1), MIN_DISCS, MAX_DISCS);
}

void
ring_line_clear (RingLine *line)
{
  g_array_unref (line->discs);
  g_array_unref (line->marks);
}

void
ring_line_add_piece (RingLine *line, const RingLineNode *before, const RingLineNode *a,
                     const RingLineNode *b, const RingLineNode *after, double tolerance)
{
  RingDisc way = difference (a->disc, b->disc);
  double chord = length (way), most;
  gboolean from = FALSE, to = FALSE;
  RingDisc d0 = { 0 }, d1 = { 0 };
  guint n;

  if (chord >= NO_WAY)
    {
      from = spline_derivative (way, chord, a, before, -1, &d0);
      to = spline_derivative (way, chord, b, after, 1, &d1);
      d0.z = monotone (d0.z, way.z);
      d1.z = monotone (d1.z, way.z);
    }
  if (before != NULL || from)
    mark_end (line, a, from, d0, chord, tolerance, TRUE);
  if (from || to)
    {
      RingFitCurve curve;

      if (!from)
        d0 = mirrored (way, chord, d1);
      if (!to)
        d1 = mirrored (way, chord, d0);
      curve.p[0] = a->disc;
      curve.p[3] = b->disc;
      curve.p[1] = (RingDisc){ a->disc.x + d0.x / 3, a->disc.y + d0.y / 3, a->disc.z + d0.z / 3 };
      curve.p[2] = (RingDisc){ b->disc.x - d1.x / 3, b->disc.y - d1.y / 3, b->disc.z - d1.z / 3 };
      most = MAX (bend (curve.p[0], curve.p[1], curve.p[2]),
                  bend (curve.p[1], curve.p[2], curve.p[3]));
      /* A chord of a cubic is off by less than an eighth of its second derivative. */
      n = (guint) CLAMP (ceil (sqrt (0.75 * most / tolerance)), 1, line->most);
      for (guint i = 1; i < n; i++)
        append (line, ring_fit_curve_at (&curve, (double) i / n));
    }
  append (line, b->disc);
  if (after != NULL || to)
    mark_end (line, b, to, d1, chord, tolerance, FALSE);
}

void
ring_line_add (RingLine *line, const RingLineNode *nodes, gsize n_nodes, double tolerance)
{
  if (n_nodes > 0)
    append (line, nodes[0].disc);
  for (gsize i = 1; i < n_nodes; i++)
    ring_line_add_piece (line, i > 1 ? &nodes[i - 2] : NULL, &nodes[i - 1], &nodes[i],
                         i + 1 < n_nodes ? &nodes[i + 1] : NULL, tolerance);
}
