/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink-cut.h"

#include <math.h>

#include "ring-line.h"

/* The line, a chain of knots so dense that it is straight between them, is kept by the place
 * along it: a whole number is a knot, and parts lie between two of them.
 *
 * A piece is drawn from its samples alone, and the line between two samples depends on the two
 * beyond. So a piece has the samples of the stroke, and near its cut ends the knots between them,
 * too: there the line follows the old one with nothing beyond to lead it. The spring of STEADY
 * gave each sample a direction that a piece does not know, so its pieces have all the knots. */
#define LINE_PART 0.1
#define CUT_SAMPLES 3 /* samples from a cut that have their knots */

/* A place is found to this part of the way between two knots. */
#define HALVINGS 20
#define NO_WAY 1e-5

typedef struct
{
  RingSample sample;
  double radius;
  gboolean own; /* a smoothed sample of the stroke; else a knot between two */
} Knot;

typedef struct
{
  double from, to; /* places */
} Stretch;

struct _RingInkCut
{
  GArray *knots;   /* Knot */
  GArray *erased;  /* Stretch, in order, apart from each other */
  gboolean steady;
};

/* ---------------------------------------------------------------- the line */

static RingSample
between (const RingSample *a, const RingSample *b, double part)
{
  return (RingSample){ a->x + part * (b->x - a->x),
                       a->y + part * (b->y - a->y),
                       a->pressure + part * (b->pressure - a->pressure),
                       a->tilt_x + part * (b->tilt_x - a->tilt_x),
                       a->tilt_y + part * (b->tilt_y - a->tilt_y),
                       (guint32) lround (a->time + part * ((double) b->time - a->time)) };
}

/* The knots behind sample I up to the next one, which DISCS from FIRST on are the places of. */
static void
add_knots (RingInkCut *cut, const RingSample *samples, gsize i, const GArray *discs, guint first)
{
  guint n = discs->len - first;

  for (guint k = 1; k <= n; k++)
    {
      const RingDisc *disc = &g_array_index (discs, RingDisc, first + k - 1);
      Knot knot = { between (&samples[i], &samples[i + 1], (double) k / n), disc->z, k == n };

      knot.sample.x = disc->x;
      knot.sample.y = disc->y;
      g_array_append_val (cut->knots, knot);
    }
}

static void
lay_open (RingInkCut *cut, const RingSample *smooth, const RingLineNode *nodes, gsize n,
          double tolerance)
{
  RingLine line;
  Knot first = { smooth[0], nodes[0].disc.z, TRUE };

  g_array_append_val (cut->knots, first);
  ring_line_init (&line, n);
  for (gsize i = 0; i + 1 < n; i++)
    {
      guint had = line.discs->len;

      ring_line_add_piece (&line, i > 0 ? &nodes[i - 1] : NULL, &nodes[i], &nodes[i + 1],
                           i + 2 < n ? &nodes[i + 2] : NULL, LINE_PART * tolerance);
      add_knots (cut, smooth, i, line.discs, had);
    }
  ring_line_clear (&line);
}

RingInkCut *
ring_ink_cut_new (const RingSample *samples, gsize n_samples, const RingInkStyle *style,
                  double tolerance)
{
  RingInkCut *cut = g_new0 (RingInkCut, 1);
  g_autoptr (GArray) smooth = ring_ink_smooth (samples, n_samples, style->smoothing);
  g_autofree RingLineNode *nodes = g_new (RingLineNode, n_samples + RING_SMOOTHER_MAX_TAIL);
  gsize n = ring_line_nodes (samples, n_samples, style, nodes);

  cut->knots = g_array_new (FALSE, FALSE, sizeof (Knot));
  cut->erased = g_array_new (FALSE, FALSE, sizeof (Stretch));
  cut->steady = style->smoothing == RING_SMOOTHING_STEADY;
  if (n > 0)
    lay_open (cut, (const RingSample *) (const void *) smooth->data, nodes, n,
              ring_line_clean_tolerance (tolerance));
  return cut;
}

void
ring_ink_cut_free (RingInkCut *cut)
{
  if (cut == NULL)
    return;
  g_array_unref (cut->knots);
  g_array_unref (cut->erased);
  g_free (cut);
}

static const Knot *
knot (const RingInkCut *cut, guint i)
{
  return &g_array_index (cut->knots, Knot, i);
}

/* -------------------------------------------------------------- the eraser */

typedef struct
{
  RingPoint a, b;
  double reach;
} Eraser;

/* How far the ink at PART of the way from one knot to the next is from the eraser; less than 0
 * where it is met. */
static double
distance (const Eraser *eraser, const Knot *a, const Knot *b, double part)
{
  RingPoint p = { a->sample.x + part * (b->sample.x - a->sample.x),
                  a->sample.y + part * (b->sample.y - a->sample.y) };
  double radius = a->radius + part * (b->radius - a->radius);

  return ring_point_segment_distance (p, eraser->a, eraser->b) - eraser->reach - radius;
}

/* The place between parts IN, which is met, and OUT, which is not. */
static double
find_edge (const Eraser *eraser, const Knot *a, const Knot *b, double in, double out)
{
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (in + out) / 2;

      if (distance (eraser, a, b, middle) <= 0)
        in = middle;
      else
        out = middle;
    }
  return out;
}

static void
add_stretch (GArray *stretches, double from, double to)
{
  Stretch *last = stretches->len > 0
                      ? &g_array_index (stretches, Stretch, stretches->len - 1) : NULL;
  Stretch stretch = { from, to };

  if (last != NULL && from <= last->to)
    last->to = MAX (last->to, to);
  else
    g_array_append_val (stretches, stretch);
}

/* What of the way between knots I and I + 1 is met. The way is looked at in steps of half the
 * eraser's reach, which nothing that matters slips through. */
static void
meet_way (const RingInkCut *cut, guint i, const Eraser *eraser, GArray *met)
{
  const Knot *a = knot (cut, i), *b = knot (cut, i + 1);
  double length = hypot (b->sample.x - a->sample.x, b->sample.y - a->sample.y);
  guint n = (guint) CLAMP (ceil (2 * length / eraser->reach), 1, 1000);
  gboolean was = distance (eraser, a, b, 0) <= 0;
  double from = 0;

  for (guint k = 1; k <= n; k++)
    {
      double before = (double) (k - 1) / n, here = (double) k / n;
      gboolean is = distance (eraser, a, b, here) <= 0;

      if (is && !was)
        from = find_edge (eraser, a, b, here, before);
      else if (was && !is)
        add_stretch (met, i + from, i + find_edge (eraser, a, b, before, here));
      was = is;
    }
  if (was)
    add_stretch (met, i + from, i + 1.0);
}

/* The stretches of MET that lie outside those of ERASED. */
static GArray *
subtract (const GArray *met, const GArray *erased)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < met->len; i++)
    {
      Stretch stretch = g_array_index (met, Stretch, i);

      for (guint k = 0; k < erased->len && stretch.from < stretch.to; k++)
        {
          const Stretch *gone = &g_array_index (erased, Stretch, k);

          if (gone->to <= stretch.from)
            continue;
          if (gone->from >= stretch.to)
            break;
          if (gone->from > stretch.from)
            add_stretch (rest, stretch.from, gone->from);
          stretch.from = gone->to;
        }
      if (stretch.from < stretch.to)
        g_array_append_val (rest, stretch);
    }
  return rest;
}

static GArray *
merge (const GArray *a, const GArray *b)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Stretch));
  guint i = 0, k = 0;

  while (i < a->len || k < b->len)
    {
      const Stretch *x = i < a->len ? &g_array_index (a, Stretch, i) : NULL;
      const Stretch *y = k < b->len ? &g_array_index (b, Stretch, k) : NULL;
      gboolean first = y == NULL || (x != NULL && x->from <= y->from);

      if (first)
        i++;
      else
        k++;
      x = first ? x : y;
      add_stretch (all, x->from, x->to);
    }
  return all;
}

/* --------------------------------------------------------------- the pieces */

static RingSample
sample_at (const RingInkCut *cut, double place)
{
  guint i = (guint) CLAMP (floor (place), 0, cut->knots->len - 1);
  guint next = MIN (i + 1, cut->knots->len - 1);

  return between (&knot (cut, i)->sample, &knot (cut, next)->sample, place - i);
}

/* The samples of the line from FROM to TO. */
static GArray *
take_stretch (const RingInkCut *cut, double from, double to)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (RingSample));
  guint first = (guint) floor (from) + 1, last = (guint) ceil (to);
  double end = cut->knots->len - 1;
  guint dense_until = 0, dense_from = (guint) end;
  RingSample sample = sample_at (cut, from);

  /* At a cut, how far along the knots between samples are wanted. */
  if (from > 0)
    for (guint n = 0, i = first; i < last && n < CUT_SAMPLES; i++)
      {
        dense_until = i;
        n += knot (cut, i)->own;
      }
  if (to < end)
    for (guint n = 0, i = last; i > first && n < CUT_SAMPLES; i--)
      {
        dense_from = i - 1;
        n += knot (cut, i - 1)->own;
      }
  g_array_append_val (samples, sample);
  for (guint i = first; i < last; i++)
    if (cut->steady || knot (cut, i)->own || i <= dense_until || (to < end && i >= dense_from))
      g_array_append_val (samples, knot (cut, i)->sample);
  if (to > from)
    {
      sample = sample_at (cut, to);
      g_array_append_val (samples, sample);
    }
  return samples;
}

gboolean
ring_ink_cut_erase (RingInkCut *cut, RingPoint a, RingPoint b, double reach, GPtrArray *taken)
{
  const Eraser eraser = { a, b, MAX (reach, 1e-4) };
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) fresh = NULL;
  GArray *all;

  if (cut->knots->len == 1 && distance (&eraser, knot (cut, 0), knot (cut, 0), 0) <= 0)
    add_stretch (met, 0, 0.5); /* a dot */
  for (guint i = 0; i + 1 < cut->knots->len; i++)
    meet_way (cut, i, &eraser, met);
  fresh = subtract (met, cut->erased);
  for (guint i = 0; i < fresh->len; i++)
    {
      const Stretch *stretch = &g_array_index (fresh, Stretch, i);

      g_ptr_array_add (taken, take_stretch (cut, stretch->from,
                                            MIN (stretch->to, cut->knots->len - 1)));
    }
  all = merge (cut->erased, met);
  g_array_unref (cut->erased);
  cut->erased = all;
  return fresh->len > 0;
}

GPtrArray *
ring_ink_cut_get_pieces (const RingInkCut *cut)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double from = 0, end = cut->knots->len - 1.0;

  for (guint i = 0; i < cut->erased->len; i++)
    {
      const Stretch *gone = &g_array_index (cut->erased, Stretch, i);

      if (gone->from > from + NO_WAY)
        g_ptr_array_add (pieces, take_stretch (cut, from, gone->from));
      from = gone->to;
    }
  if (cut->knots->len > 0 && (from + NO_WAY < end || cut->erased->len == 0))
    g_ptr_array_add (pieces, take_stretch (cut, from, end));
  return pieces;
}
