/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is cut into the band: drawn on its strip, and from there wrapped round. */
#include "ring-views-private.h"

/* Of the curves, mm; and as long as a chord may be on the bent band. */
#define TOLERANCE 0.01
#define CHORD 0.2
/* What is turned from the eye by more than this is a smear and not to be read: the cosine. */
#define LEAST_FACING 0.2

/* The way off the surface. */
static RingVec
way_out (const RingBand *band, gboolean inner, RingPoint p)
{
  const double h = 1e-4;
  RingVec round = ring_vec_sub (ring_views_strip_point (band, inner, (RingPoint){ p.x + h, p.y }),
                                ring_views_strip_point (band, inner, (RingPoint){ p.x - h, p.y }));
  RingVec across = ring_vec_sub (ring_views_strip_point (band, inner, (RingPoint){ p.x, p.y + h }),
                                 ring_views_strip_point (band, inner, (RingPoint){ p.x, p.y - h }));

  /* Right and down on a picture that is seen from outside of the metal. */
  return ring_vec_unit (ring_vec_cross (across, round));
}

static void
flush (RingHider *hider, GArray *points)
{
  if (points->len > 1)
    _ring_hider_add (hider, RING_VIEWS_ENGRAVED,
                     (const RingSpacePoint *) (const void *) points->data, points->len,
                     RING_SCENE_ALL_LOOSE);
  g_array_set_size (points, 0);
}

static void
add_point (RingHider *hider, gboolean inner, RingPoint p, GArray *points)
{
  const RingBand *band = hider->scene->band;
  RingSpacePoint point = { ring_views_strip_point (band, inner, p), way_out (band, inner, p) };
  /* What passes the ends of the strip goes on where it began. */
  gboolean on = fabs (p.y) <= ring_band_width (band, atan2 (-point.p.x, point.p.y)) / 2;

  if (on && ring_vec_dot (point.out, hider->scene->camera.toward) > LEAST_FACING)
    g_array_append_val (points, point);
  else
    flush (hider, points);
}

static void
add_line (RingHider *hider, gboolean inner, const GArray *line)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));

  for (guint i = 0; i < line->len; i++)
    {
      RingPoint b = g_array_index (line, RingPoint, i);
      RingPoint a = i > 0 ? g_array_index (line, RingPoint, i - 1) : b;
      guint n = (guint) fmax (1, ceil (ring_point_distance (a, b) / CHORD));

      for (guint k = 1; k <= n; k++)
        add_point (hider, inner,
                   (RingPoint){ a.x + (b.x - a.x) * k / n, a.y + (b.y - a.y) * k / n }, points);
    }
  flush (hider, points);
}

/* One line of a mark: there where it is on a strip of LENGTH, twice where it passes an end. */
static void
wrap_line (RingPath *path, const RingPath *line, double length)
{
  RingRect bounds = ring_path_get_bounds (line);

  for (int round = -1; round <= 1; round++)
    {
      RingMatrix matrix = { 1, 0, 0, 1, round * length, 0 };

      if (bounds.x1 + matrix.x0 >= -length / 2 && bounds.x0 + matrix.x0 <= length / 2)
        ring_path_append (path, line, &matrix);
    }
}

RingPath *
ring_views_mark_wrap (const RingViewsMark *mark, const RingBand *band)
{
  double length = ring_views_strip_length (band, mark->inner);
  RingPath *path = ring_path_new ();
  RingPath *line = ring_path_new ();
  gsize n;
  const guint8 *verbs = ring_path_get_verbs (mark->path, &n);
  const RingPoint *p = ring_path_get_points (mark->path, &(gsize){ 0 });

  for (gsize i = 0; i < n; i++)
    switch (verbs[i])
      {
      case RING_PATH_MOVE:
        wrap_line (path, line, length);
        ring_path_unref (line);
        line = ring_path_new ();
        ring_path_move_to (line, *p++);
        break;
      case RING_PATH_LINE:
        ring_path_line_to (line, *p++);
        break;
      case RING_PATH_CURVE:
        ring_path_curve_to (line, p[0], p[1], p[2]);
        p += 3;
        break;
      default:
        ring_path_close (line);
      }
  wrap_line (path, line, length);
  ring_path_unref (line);
  return path;
}

static void
add_on_strip (GArray *lines, const RingBand *band, const RingViewsMark *mark)
{
  RingMatrix down = { 1, 0, 0, 1, 0, mark->inner ? ring_views_strip_gap (band) : 0 };
  g_autoptr (RingPath) path = ring_views_mark_wrap (mark, band);

  _ring_views_take (lines, RING_VIEWS_ENGRAVED, ring_path_transform (path, &down));
}

static void
add_mark (RingHider *hider, const RingViewsMark *mark)
{
  g_autoptr (GPtrArray) flat = ring_path_flatten (mark->path, TOLERANCE);

  for (guint i = 0; i < flat->len; i++)
    add_line (hider, mark->inner, g_ptr_array_index (flat, i));
}

GArray *
ring_views_marks (const RingViewsSpec *spec,
                  RingViewsKind kind,
                  const RingViewsMark *marks,
                  guint n_marks)
{
  GArray *lines = _ring_views_new_lines ();
  RingScene scene;
  RingHider hider;

  if (kind == RING_VIEWS_STRIP || n_marks == 0)
    {
      for (guint i = 0; i < n_marks; i++)
        add_on_strip (lines, &spec->band, &marks[i]);
      return _ring_views_gather (lines);
    }
  _ring_scene_init (&scene, spec, _ring_views_camera (kind));
  _ring_hider_init (&hider, &scene, lines);
  hider.plain = TRUE;
  for (guint i = 0; i < n_marks; i++)
    add_mark (&hider, &marks[i]);
  _ring_hider_end (&hider, FALSE);
  _ring_scene_clear (&scene);
  return _ring_views_gather (lines);
}
