/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink.h"

#include <math.h>
#include <string.h>

#include "ring-centre.h"
#include "ring-line.h"

/* The outline goes along the left envelope of the moving disc, round the last disc, back along
 * the right envelope and round the first disc. With the envelopes left as they are, loops on the
 * inside of tight bends included, the winding number of a point is the number of times that the
 * pen came over it: each visit starts and ends on an envelope or in a cap. So the fill by the
 * non-zero rule has no holes, and nothing needs to be trimmed.
 *
 * At a corner the outer side follows the disc. The inner side would run an arc backwards; a chord
 * in its place stays inside the same disc and can only add to the winding. */

/* Parts of the tolerance. The three do not all go the same way at the same place, so together they
 * may come to a little more than 1: the property test holds the outline itself to its tolerance.
 * The centre line is not written, so its pieces cost nothing; the sides' pieces are the file. */
#define CENTRE_PART 0.1
#define LINE_PART 0.3
#define SIDE_PART 0.65
#define ARC_PART 0.05
/* Nothing else can be wrong with a cap; half a circle is one curve where the pen is light. */
#define CAP_PART 0.3

#define MAX_COORDINATE 1e5
#define MIN_WIDTH 1e-4
#define MAX_TURN 0.3 /* between two points of a side, radians */
#define MAX_DEPTH 8

/* One side of one run, sampled. */
typedef struct
{
  GArray *points;   /* RingFitPoint */
  GArray *tangents; /* RingFitPoint */
  GArray *discs;    /* RingDisc: which touches there */
  GArray *curves;   /* RingFitCurve, of the run in hand */
  double side;      /* 1 left, -1 right */
  double tolerance; /* of the whole outline */
} Side;

typedef struct
{
  RingDisc disc;
  RingFitPoint at, normal;
} Touch;

/* Where the disc at T of CURVE touches the envelope. */
static Touch
touch_at (const Side *side, const RingFitCurve *curve, double t)
{
  RingFitPoint c = ring_fit_curve_at (curve, t);
  RingFitPoint d = ring_fit_curve_derivative (curve, t);
  double length = sqrt (d.x * d.x + d.y * d.y);
  double slope, across;
  Touch touch;

  if (!(length > 1e-12))
    {
      d = (RingFitPoint){ curve->p[3].x - curve->p[0].x, curve->p[3].y - curve->p[0].y, 0 };
      length = hypot (d.x, d.y);
    }
  if (!(length > 0))
    d.x = length = 1;
  d.x /= length;
  d.y /= length;
  slope = CLAMP (d.z / length, -1, 1);
  across = side->side * sqrt (1 - slope * slope);
  touch.normal = (RingFitPoint){ -slope * d.x - across * d.y, -slope * d.y + across * d.x, 0 };
  /* A fit may dip below no radius at all. */
  c.z = MAX (c.z, 0);
  touch.disc = c;
  touch.at = (RingFitPoint){ c.x + c.z * touch.normal.x, c.y + c.z * touch.normal.y, 0 };
  return touch;
}

static void
add_touch (Side *side, Touch touch)
{
  RingFitPoint tangent = { side->side * touch.normal.y, -side->side * touch.normal.x, 0 };

  g_array_append_val (side->points, touch.at);
  g_array_append_val (side->tangents, tangent);
  g_array_append_val (side->discs, touch.disc);
}

/* Appends points after T0 up to T1, denser where the side turns. */
static void
sample_side (Side *side, const RingFitCurve *curve, double t0, Touch a, double t1, Touch b,
             guint depth)
{
  double turn = a.normal.x * b.normal.x + a.normal.y * b.normal.y;

  if (depth < 2 || (depth < MAX_DEPTH && turn < 1 - MAX_TURN * MAX_TURN / 2))
    {
      double t = (t0 + t1) / 2;
      Touch middle = touch_at (side, curve, t);

      sample_side (side, curve, t0, a, t, middle, depth + 1);
      sample_side (side, curve, t, middle, t1, b, depth + 1);
      return;
    }
  add_touch (side, b);
}

/* Whether the side runs backwards between points I and I + 1: inside of a bend that is tighter
 * than the pen. */
static gboolean
is_backward (const Side *side, gsize i)
{
  const RingFitPoint *p = &g_array_index (side->points, RingFitPoint, i);
  const RingFitPoint *t = &g_array_index (side->tangents, RingFitPoint, i);

  return (p[1].x - p[0].x) * (t[0].x + t[1].x) + (p[1].y - p[0].y) * (t[0].y + t[1].y) < 0;
}

static void
turn_tangents (const Side *side, gsize first, gsize last)
{
  for (gsize i = first; i <= last; i++)
    {
      RingFitPoint *t = &g_array_index (side->tangents, RingFitPoint, i);

      t->x = -t->x;
      t->y = -t->y;
    }
}

/* Puts one straight curve from point FIRST to LAST. */
static void
add_chord (Side *side, gsize first, gsize last)
{
  RingFitPoint a = g_array_index (side->points, RingFitPoint, first);
  RingFitPoint b = g_array_index (side->points, RingFitPoint, last);
  RingFitCurve curve = { { a, a, b, b } };

  g_array_append_val (side->curves, curve);
}

/* Whether the discs of points FIRST to LAST nearly coincide: their centres move less than half
 * of the least radius. */
static gboolean
is_in_place (const Side *side, gsize first, gsize last)
{
  const RingDisc *d = &g_array_index (side->discs, RingDisc, 0);
  double length = 0, radius = d[first].z;

  for (gsize i = first; i < last; i++)
    {
      length += hypot (d[i + 1].x - d[i].x, d[i + 1].y - d[i].y);
      radius = MIN (radius, d[i + 1].z);
    }
  return length <= radius / 2;
}

/* Fits the points from FIRST to LAST, which all run the same way. A backward stretch in one place
 * is the inner side of a corner, drawn round by the pen: the chord serves, as it does there, while
 * an arc that nearly meets its own outer side could leave slivers between two roundings. */
static void
fit_stretch (Side *side, gsize first, gsize last, gboolean backward)
{
  const RingFitPoint *points = &g_array_index (side->points, RingFitPoint, first);
  const RingFitPoint *tangents = &g_array_index (side->tangents, RingFitPoint, first);

  if (backward && is_in_place (side, first, last))
    {
      add_chord (side, first, last);
      return;
    }
  if (backward)
    turn_tangents (side, first, last);
  ring_fit_curves (points, tangents, last - first + 1, SIDE_PART * side->tolerance, side->curves);
  if (backward)
    turn_tangents (side, first, last);
}

/* Leaves the curves of one side of RUN in side->curves, in the direction of the stroke. */
static void
make_side (Side *side, const RingCentre *centre, const RingCentreRun *run)
{
  gsize first = 0;

  g_array_set_size (side->points, 0);
  g_array_set_size (side->tangents, 0);
  g_array_set_size (side->discs, 0);
  g_array_set_size (side->curves, 0);
  for (gsize i = 0; i < run->n_curves; i++)
    {
      const RingFitCurve *curve = &g_array_index (centre->curves, RingFitCurve, run->first + i);
      Touch a = touch_at (side, curve, 0);

      if (i == 0)
        add_touch (side, a);
      sample_side (side, curve, 0, a, 1, touch_at (side, curve, 1), 0);
    }
  for (gsize i = 0; i + 1 < side->points->len; i++)
    {
      gboolean backward = is_backward (side, i);

      if (i + 2 == side->points->len || is_backward (side, i + 1) != backward)
        {
          fit_stretch (side, first, i + 1, backward);
          first = i + 1;
        }
    }
}

/* Whether a line may stand for the curve. The limit is far below what can be seen, for the
 * directions at both ends change too. */
static gboolean
is_straight (const RingPoint *p, double tolerance)
{
  return ring_point_segment_distance (p[1], p[0], p[3]) <= tolerance
         && ring_point_segment_distance (p[2], p[0], p[3]) <= tolerance;
}

static void
emit_side (RingPath *path, const Side *side, gboolean reverse)
{
  for (gsize i = 0; i < side->curves->len; i++)
    {
      const RingFitCurve *curve = &g_array_index (side->curves, RingFitCurve,
                                                  reverse ? side->curves->len - 1 - i : i);
      RingPoint p[4];

      for (guint k = 0; k < 4; k++)
        {
          const RingFitPoint *q = &curve->p[reverse ? 3 - k : k];

          p[k] = (RingPoint){ q->x, q->y };
        }
      if (is_straight (p, ARC_PART * side->tolerance))
        ring_path_line_to (path, p[3]);
      else
        ring_path_curve_to (path, p[1], p[2], p[3]);
    }
}

/* The angle of the normal on a side for a way with this tangent. */
static double
normal_angle (double side, RingFitPoint tangent)
{
  return atan2 (tangent.y, tangent.x) + side * ring_disc_touch (tangent.z);
}

/* How far the normal of a side turns from one way to the next, the shorter way round. */
static double
normal_turn (double side, RingFitPoint from, RingFitPoint to)
{
  double turn = atan2 (from.x * to.y - from.y * to.x, from.x * to.x + from.y * to.y);

  return turn + side * (ring_disc_touch (to.z) - ring_disc_touch (from.z));
}

static void
line_to (RingPath *path, RingDisc disc, double angle)
{
  ring_path_line_to (path, ring_disc_point (disc, angle));
}

/* The way at which one of two discs vanishes in the other. */
static RingFitPoint
vanishing_way (const RingCentreRun *a, const RingCentreRun *b)
{
  double dx = b->start.x - a->end.x, dy = b->start.y - a->end.y;
  double length = hypot (dx, dy);
  double slope = b->start.z > a->end.z ? 1 : -1;

  if (length < 1e-9)
    return (RingFitPoint){ a->end_tangent.x, a->end_tangent.y, slope };
  return (RingFitPoint){ dx / length, dy / length, slope };
}

/* Goes round DISC from one way to the next on the left side, or from the next back to the one on
 * the right side: an arc outside, a chord inside. */
static void
add_corner (RingPath *path, const Side *side, RingDisc disc, RingFitPoint from, RingFitPoint to)
{
  double turn = normal_turn (side->side, from, to);
  gboolean forward = side->side > 0;
  double begin = normal_angle (side->side, from);

  if (fabs (turn) * disc.z < 1e-3 * side->tolerance)
    return;
  if (forward)
    {
      if (turn < 0)
        ring_disc_add_arc (path, disc, begin, turn, ARC_PART * side->tolerance);
      else
        line_to (path, disc, begin + turn);
    }
  else if (turn > 0)
    ring_disc_add_arc (path, disc, begin + turn, -turn, ARC_PART * side->tolerance);
  else
    line_to (path, disc, begin);
}

/* From run A to run B on the left side, back on the right. */
static void
add_joint (RingPath *path, const Side *side, const RingCentreRun *a, const RingCentreRun *b)
{
  gboolean forward = side->side > 0;
  RingFitPoint between;

  if (a->end.x == b->start.x && a->end.y == b->start.y && a->end.z == b->start.z)
    {
      add_corner (path, side, a->end, a->end_tangent, b->start_tangent);
      return;
    }
  between = vanishing_way (a, b);
  if (forward)
    {
      add_corner (path, side, a->end, a->end_tangent, between);
      line_to (path, b->start, normal_angle (1, between));
      add_corner (path, side, b->start, between, b->start_tangent);
    }
  else
    {
      add_corner (path, side, b->start, between, b->start_tangent);
      line_to (path, a->end, normal_angle (-1, between));
      add_corner (path, side, a->end, a->end_tangent, between);
    }
}

static void
add_caps_and_sides (RingPath *path, const RingCentre *centre, Side *side)
{
  const RingCentreRun *runs = &g_array_index (centre->runs, RingCentreRun, 0);
  gsize n = centre->runs->len;
  const RingCentreRun *last = &runs[n - 1];
  double touch;

  side->side = 1;
  ring_path_move_to (path, ring_disc_point (runs[0].start,
                                            normal_angle (1, runs[0].start_tangent)));
  for (gsize i = 0; i < n; i++)
    {
      make_side (side, centre, &runs[i]);
      emit_side (path, side, FALSE);
      if (i + 1 < n)
        add_joint (path, side, &runs[i], &runs[i + 1]);
    }
  touch = ring_disc_touch (last->end_tangent.z);
  ring_disc_add_arc (path, last->end, normal_angle (1, last->end_tangent), -2 * touch,
                     CAP_PART * side->tolerance);

  side->side = -1;
  for (gsize i = n; i-- > 0;)
    {
      make_side (side, centre, &runs[i]);
      emit_side (path, side, TRUE);
      if (i > 0)
        add_joint (path, side, &runs[i - 1], &runs[i]);
    }
  touch = ring_disc_touch (runs[0].start_tangent.z);
  ring_disc_add_arc (path, runs[0].start, normal_angle (-1, runs[0].start_tangent),
                     -2 * (G_PI - touch), CAP_PART * side->tolerance);
  ring_path_close (path);
}

/* The width of the pen at PRESSURE, mm; pressures outside 0 to 1 count as the nearer end. */
double
ring_ink_style_width (const RingInkStyle *style, double pressure)
{
  double min_ratio = CLAMP (style->min_ratio, 0, 1);
  double part = ring_pressure_curve_apply (&style->curve, pressure);
  double width = style->width * (min_ratio + (1 - min_ratio) * part);

  /* Not MAX: a NaN must give the least width as well. */
  return width > MIN_WIDTH ? MIN (width, MAX_COORDINATE) : MIN_WIDTH;
}

/* A hand that writes holds its pen 30 to 40 degrees from upright; the side of a lead touches the
 * paper past 60. GDK's tilt of 1 is a right angle. */
#define UPRIGHT_TILT 0.45
#define FLAT_TILT 0.8

double
ring_ink_tilt (const RingSample *sample)
{
  double tilt = hypot (sample->tilt_x, sample->tilt_y);
  double part = (tilt - UPRIGHT_TILT) / (FLAT_TILT - UPRIGHT_TILT);

  if (!(part > 0))
    return 0;
  part = MIN (part, 1);
  return part * part * (3 - 2 * part);
}

RingDisc
ring_ink_disc (const RingInkStyle *style, const RingSample *sample)
{
  double width = ring_ink_style_width (style, sample->pressure);

  if (style->tilt > 0)
    width *= 1 + style->tilt * ring_ink_tilt (sample);
  return (RingDisc){ CLAMP (sample->x, -MAX_COORDINATE, MAX_COORDINATE),
                     CLAMP (sample->y, -MAX_COORDINATE, MAX_COORDINATE),
                     width / 2 };
}

RingPath *
ring_ink_outline (const RingSample *samples, gsize n_samples, const RingInkStyle *style,
                  double tolerance)
{
  RingPath *path = ring_path_new ();
  RingLineNode stack[192];
  RingLineNode *nodes = stack;
  RingLine line;
  RingDisc *discs;
  RingDiscMark *marks;
  Side side = { 0 };
  RingCentre centre;
  gsize n;

  tolerance = ring_line_clean_tolerance (tolerance);
  if (n_samples + RING_SMOOTHER_MAX_TAIL > G_N_ELEMENTS (stack))
    nodes = g_new (RingLineNode, n_samples + RING_SMOOTHER_MAX_TAIL);

  n = ring_line_nodes (samples, n_samples, style, nodes);
  ring_line_init (&line, n);
  ring_line_add (&line, nodes, n, LINE_PART * tolerance);
  discs = (RingDisc *) (void *) line.discs->data;
  marks = (RingDiscMark *) (void *) line.marks->data;
  n = ring_centre_clean (discs, marks, line.discs->len, tolerance);
  if (n == 1)
    {
      ring_path_move_to (path, ring_disc_point (discs[0], 0));
      ring_disc_add_arc (path, discs[0], 0, -2 * G_PI, ARC_PART * tolerance);
      ring_path_close (path);
    }
  else if (n > 1)
    {
      side.points = g_array_sized_new (FALSE, FALSE, sizeof (RingFitPoint), 128);
      side.tangents = g_array_sized_new (FALSE, FALSE, sizeof (RingFitPoint), 128);
      side.discs = g_array_sized_new (FALSE, FALSE, sizeof (RingDisc), 128);
      side.curves = g_array_sized_new (FALSE, FALSE, sizeof (RingFitCurve), 32);
      side.tolerance = tolerance;
      ring_centre_init (&centre, discs, marks, n, CENTRE_PART * tolerance);
      add_caps_and_sides (path, &centre, &side);
      ring_centre_clear (&centre);
      g_array_unref (side.points);
      g_array_unref (side.tangents);
      g_array_unref (side.discs);
      g_array_unref (side.curves);
    }
  ring_line_clear (&line);
  if (nodes != stack)
    g_free (nodes);
  return path;
}
