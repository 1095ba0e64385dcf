/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Equal chords along a line, as a jeweler steps a pair of dividers round it. */
#include "ring-layout-private.h"

/* Points of a gem's girdle: a multiple of all numbers of sides, so that corners are among them. */
#define GIRDLE 720
/* Round a corner of a gem, degrees. */
#define CORNER_STEP 2.0
/* What a chord may be longer than the room for it, mm: rounding. */
#define SLACK 1e-7

void
_ring_line_init (RingLine *line, GArray *nodes, gboolean closed)
{
  *line = (RingLine){ nodes, g_new0 (double, nodes->len + 1), closed };
  for (guint i = 1; i < nodes->len; i++)
    line->sums[i]
        = line->sums[i - 1]
          + ring_vec_length (ring_vec_sub (g_array_index (nodes, RingLineNode, i).p,
                                           g_array_index (nodes, RingLineNode, i - 1).p));
}

void
_ring_line_clear (RingLine *line)
{
  g_array_unref (line->nodes);
  g_free (line->sums);
}

double
_ring_line_length (const RingLine *line)
{
  return line->nodes->len > 0 ? line->sums[line->nodes->len - 1] : 0;
}

static const RingLineNode *
node (const RingLine *line, guint i)
{
  return &g_array_index (line->nodes, RingLineNode, i);
}

/* The piece that the way S lies in. */
static guint
piece_at (const RingLine *line, double s)
{
  guint from = 0, to = line->nodes->len - 1;

  while (to - from > 1)
    {
      guint middle = (from + to) / 2;

      if (line->sums[middle] <= s)
        from = middle;
      else
        to = middle;
    }
  return from;
}

static double
part_of (const RingLine *line, guint piece, double s)
{
  double length = line->sums[piece + 1] - line->sums[piece];

  return length > 0 ? CLAMP ((s - line->sums[piece]) / length, 0, 1) : 0;
}

static RingVec
point_at (const RingLine *line, guint piece, double s)
{
  return ring_vec_mix (node (line, piece)->p, node (line, piece + 1)->p, part_of (line, piece, s));
}

/* The way to where the line first is CHORD away from where it is at S; past the end it goes on as
 * straight as it came, so that more is always further. */
static double
step (const RingLine *line, double s, double chord)
{
  guint piece = piece_at (line, s);
  RingVec centre = point_at (line, piece, s);
  guint last = line->nodes->len - 1;
  double left;

  for (guint i = piece + 1; i <= last; i++)
    {
      RingVec from = ring_vec_sub (i == piece + 1 ? centre : node (line, i - 1)->p, centre);
      RingVec way = ring_vec_sub (ring_vec_sub (node (line, i)->p, centre), from);
      double base = i == piece + 1 ? s : line->sums[i - 1];
      double a = ring_vec_dot (way, way);
      double b = ring_vec_dot (from, way);
      double c = ring_vec_dot (from, from) - chord * chord;

      if (ring_vec_length (ring_vec_add (from, way)) < chord || a <= 0)
        continue;
      return base + (-b + sqrt (fmax (b * b - a * c, 0))) / a * sqrt (a);
    }
  left = ring_vec_length (ring_vec_sub (node (line, last)->p, centre));
  return line->sums[last] + fmax (chord - left, 0);
}

/* The way after N chords from FROM on. */
static double
march (const RingLine *line, double from, guint n, double chord)
{
  double end = _ring_line_length (line);

  for (; n > 0 && from <= end; n--)
    from = step (line, from, chord);
  return n > 0 ? from + n * chord : from;
}

/* Where the first of N stones stands, and how far it is to the last, in how many chords. */
static void
take_room (const RingLine *line, guint n, double *first, double *last, guint *chords)
{
  double length = _ring_line_length (line);

  *first = line->closed ? 0 : length / (2 * n);
  *last = length - *first;
  *chords = line->closed ? n : n - 1;
}

guint
_ring_line_count (const RingLine *line, double pitch)
{
  double length = _ring_line_length (line);
  guint n;

  if (!(pitch > 0) || line->nodes->len < 2)
    return 0;
  n = (guint) fmin (length / pitch + 1e-9, RING_LAYOUT_MOST);
  for (; n > 1; n--)
    {
      double first, last;
      guint chords;

      take_room (line, n, &first, &last, &chords);
      if (march (line, first, chords, pitch - SLACK) <= last + 1e-9)
        return n;
    }
  return length >= pitch - SLACK ? 1 : 0;
}

static double
find_chord (const RingLine *line, guint n)
{
  double first, last, low = 0, high;
  guint chords;

  take_room (line, n, &first, &last, &chords);
  high = 2 * _ring_line_length (line) / n;
  for (guint i = 0; i < 48; i++)
    {
      double middle = (low + high) / 2;

      if (march (line, first, chords, middle) <= last)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static RingLineStop
stop_at (const RingLine *line, double s)
{
  guint piece = piece_at (line, s);
  double t = part_of (line, piece, s);
  RingPoint a = node (line, piece)->at;
  RingPoint b = node (line, piece + 1)->at;

  return (RingLineStop){ { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t },
                         { b.x - a.x, b.y - a.y } };
}

double
_ring_line_stops (const RingLine *line, guint n, RingLineStop *stops)
{
  double first, last, at, chord;
  guint chords;

  if (n == 0 || line->nodes->len < 2)
    return 0;
  take_room (line, n, &first, &last, &chords);
  chord = n > 1 ? find_chord (line, n) : _ring_line_length (line);
  at = first;
  for (guint i = 0; i < n; i++)
    {
      stops[i] = stop_at (line, at);
      if (i + 1 < n)
        at = step (line, at, chord);
    }
  return chord;
}

/* ------------------------------------------------------------------ round a gem */

static void
add_point (GArray *points, RingPoint p)
{
  g_array_append_val (points, p);
}

/* From the direction FROM to TO round the corner AT; backwards, in a cleft, straight. */
static void
add_corner (GArray *points, RingPoint at, double d, double from, double to)
{
  double turn = remainder (to - from, 2 * G_PI);
  guint n = turn > 0 ? (guint) ceil (turn * 180 / G_PI / CORNER_STEP) : 1;

  for (guint i = turn > 1e-9 ? 0 : n; i <= n; i++)
    {
      double a = from + turn * i / n;

      add_point (points, (RingPoint){ at.x + d * cos (a), at.y + d * sin (a) });
    }
}

static double
distance_to_segment (RingPoint p, RingPoint a, RingPoint b)
{
  double x = b.x - a.x, y = b.y - a.y;
  double squared = x * x + y * y;
  double t = squared > 0 ? CLAMP (((p.x - a.x) * x + (p.y - a.y) * y) / squared, 0, 1) : 0;

  return hypot (p.x - a.x - t * x, p.y - a.y - t * y);
}

/* In the cleft of a heart the line at a distance crosses itself: what is nearer is cut off. */
static void
cut_loops (GArray *points, const RingPoint *girdle, guint n, double d)
{
  guint kept = 0;

  for (guint i = 0; i < points->len; i++)
    {
      RingPoint p = g_array_index (points, RingPoint, i);
      double least = G_MAXDOUBLE;

      for (guint k = 0; k < n; k++)
        least = fmin (least, distance_to_segment (p, girdle[k], girdle[(k + 1) % n]));
      if (least >= d * (1 - 1e-4))
        g_array_index (points, RingPoint, kept++) = p;
    }
  g_array_set_size (points, kept);
}

/* Begun where the gem's axis meets it below, at the point of a pear, and closed there: what is
 * alike on both sides of the gem is set alike. */
static GArray *
begin_below (const GArray *points)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RingLineNode));
  RingLineNode first = { { 0, 0, 0 }, { 0, 0 } };
  guint start = 0;

  for (guint i = 0; i < points->len; i++)
    {
      RingPoint a = g_array_index (points, RingPoint, i);
      RingPoint b = g_array_index (points, RingPoint, (i + 1) % points->len);

      if (a.x <= 0 && b.x > 0 && a.y < 0)
        {
          start = i + 1;
          first.at.y = a.y + (b.y - a.y) * (b.x > a.x ? -a.x / (b.x - a.x) : 0);
        }
    }
  first.p = (RingVec){ 0, first.at.y, 0 };
  g_array_append_val (nodes, first);
  for (guint i = 0; i < points->len; i++)
    {
      RingPoint p = g_array_index (points, RingPoint, (start + i) % points->len);
      RingLineNode one = { { p.x, p.y, 0 }, p };

      g_array_append_val (nodes, one);
    }
  g_array_append_val (nodes, first);
  return nodes;
}

GArray *
_ring_line_round_gem (RingCut cut, double length, double width, double d)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  RingPoint girdle[GIRDLE];
  double before, now;
  gboolean cleft = FALSE;

  for (guint i = 0; i < GIRDLE; i++)
    girdle[i] = ring_cut_outline (cut, length, width, (double) i / GIRDLE);
  before = atan2 (girdle[0].y - girdle[GIRDLE - 1].y, girdle[0].x - girdle[GIRDLE - 1].x);
  for (guint i = 0; i < GIRDLE; i++)
    {
      RingPoint next = girdle[(i + 1) % GIRDLE];

      if (ring_point_distance (girdle[i], next) < 1e-9)
        continue;
      now = atan2 (next.y - girdle[i].y, next.x - girdle[i].x);
      cleft |= remainder (now - before, 2 * G_PI) < -0.01;
      /* Counter-clockwise, so that outside is on the right. */
      add_corner (points, girdle[i], d, before - G_PI / 2, now - G_PI / 2);
      before = now;
    }
  if (cleft)
    cut_loops (points, girdle, GIRDLE, d);
  return begin_below (points);
}
