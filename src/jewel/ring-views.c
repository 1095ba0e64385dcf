/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-views-private.h"

/* The camera of the three-quarter view, degrees: turned about y, then about x. */
#define TURN -32.0
#define TILT 28.0

static void
line_clear (gpointer data)
{
  ring_path_unref (((RingViewsLine *) data)->path);
}

GArray *
_ring_views_new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingViewsLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

/* World: x right, y up, z along the finger towards the viewer of the front view. */
RingCamera
_ring_views_camera (RingViewsKind kind)
{
  double a = TURN * G_PI / 180;
  double b = TILT * G_PI / 180;
  RingCamera c;

  switch (kind)
    {
    case RING_VIEWS_TOP:
      return (RingCamera){ { 1, 0, 0 }, { 0, 0, -1 }, { 0, 1, 0 } };
    case RING_VIEWS_SIDE:
      return (RingCamera){ { 0, 0, -1 }, { 0, 1, 0 }, { 1, 0, 0 } };
    case RING_VIEWS_THREE_QUARTER:
      c.right = (RingVec){ cos (a), 0, sin (a) };
      c.up = (RingVec){ sin (a) * sin (b), cos (b), -cos (a) * sin (b) };
      c.toward = ring_vec_cross (c.right, c.up);
      return c;
    case RING_VIEWS_FRONT:
    case RING_VIEWS_STRIP:
    default:
      return (RingCamera){ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
    }
}

RingPoint
ring_views_see (RingViewsKind kind, RingVec point)
{
  RingCamera camera = _ring_views_camera (kind);

  return _ring_camera_see (&camera, point);
}

RingVec
ring_views_toward (RingViewsKind kind)
{
  return _ring_views_camera (kind).toward;
}

/* The highest point of the gems and settings over the finger's axis, and the farthest along it. */
static void
measure_gems (const RingScene *scene, double *high, double *across)
{
  for (guint i = 0; i < scene->n_gems; i++)
    for (guint k = 0; k < scene->gems[i].points->len; k++)
      {
        RingVec p = g_array_index (scene->gems[i].points, RingVec, k);

        *high = fmax (*high, p.y);
        *across = fmax (*across, fabs (p.z));
      }
  for (guint i = 0; i < scene->n_gems; i++)
    for (guint s = 0; scene->gems[i].metal != NULL && s < scene->gems[i].metal->sheets->len; s++)
      {
        const RingMetalSheet *sheet
            = &g_array_index (scene->gems[i].metal->sheets, RingMetalSheet, s);

        for (guint k = 0; k < sheet->rows * sheet->columns; k++)
          {
            *high = fmax (*high, sheet->points[k].y);
            *across = fmax (*across, fabs (sheet->points[k].z));
          }
      }
}

/* An axis that is seen along itself is a point, and nothing to draw. */
static void
add_axis (GArray *lines, const RingCamera *camera, RingVec from, RingVec to)
{
  RingPoint a = _ring_camera_see (camera, from);
  RingPoint b = _ring_camera_see (camera, to);

  if (hypot (a.x - b.x, a.y - b.y) > 1e-6)
    _ring_views_add_segment (lines, RING_VIEWS_CENTRE, a, b);
}

static void
add_axes (GArray *lines, const RingScene *scene, double overhang)
{
  const RingCamera *camera = &scene->camera;
  double outer = scene->reach + overhang;
  double high = scene->reach;
  double across = scene->half_width;

  measure_gems (scene, &high, &across);
  high += overhang;
  across += overhang;
  add_axis (lines, camera, (RingVec){ 0, -outer, 0 }, (RingVec){ 0, high, 0 });
  add_axis (lines, camera, (RingVec){ -outer, 0, 0 }, (RingVec){ outer, 0, 0 });
  add_axis (lines, camera, (RingVec){ 0, 0, -across }, (RingVec){ 0, 0, across });
}

/* All lines of a role as one: a file says their colour and width once. */
GArray *
_ring_views_gather (GArray *drawn)
{
  static const RingViewsRole order[]
      = { RING_VIEWS_CENTRE, RING_VIEWS_HIDDEN, RING_VIEWS_FACET, RING_VIEWS_OUTLINE,
          RING_VIEWS_ENGRAVED };
  GArray *lines = _ring_views_new_lines ();

  for (guint r = 0; r < G_N_ELEMENTS (order); r++)
    {
      RingPath *path = ring_path_new ();

      for (guint i = 0; i < drawn->len; i++)
        if (g_array_index (drawn, RingViewsLine, i).role == order[r])
          ring_path_append (path, g_array_index (drawn, RingViewsLine, i).path, NULL);
      _ring_views_take (lines, order[r], path);
    }
  g_array_unref (drawn);
  return lines;
}

GArray *
ring_views_lines (const RingViewsSpec *spec, RingViewsKind kind, double overhang)
{
  GArray *lines = _ring_views_new_lines ();
  RingScene scene;
  RingHider hider;

  if (kind == RING_VIEWS_STRIP)
    {
      _ring_views_add_strip (lines, spec, overhang);
      return _ring_views_gather (lines);
    }
  _ring_scene_init (&scene, spec, _ring_views_camera (kind));
  add_axes (lines, &scene, overhang);
  _ring_hider_init (&hider, &scene, lines);
  for (guint i = 0; i < spec->n_gems; i++)
    _ring_views_add_gem (&hider, i, &spec->gems[i], spec->scale);
  hider.plain = TRUE;
  for (guint i = 0; i < spec->n_gems; i++)
    _ring_views_add_metal (&hider, i);
  hider.plain = FALSE;
  _ring_views_add_band (&hider);
  /* A picture in space leaves out what it hides. */
  _ring_hider_end (&hider, kind != RING_VIEWS_THREE_QUARTER);
  _ring_scene_clear (&scene);
  return _ring_views_gather (lines);
}

GArray *
ring_views_setting_lines (const RingViewsSpec *spec, RingViewsKind kind, guint gem)
{
  GArray *lines = _ring_views_new_lines ();
  RingScene scene;
  RingHider hider;

  if (kind == RING_VIEWS_STRIP)
    return lines;
  _ring_scene_init (&scene, spec, _ring_views_camera (kind));
  _ring_hider_init (&hider, &scene, lines);
  hider.plain = TRUE;
  _ring_views_add_metal (&hider, gem);
  _ring_hider_end (&hider, FALSE);
  _ring_scene_clear (&scene);
  return _ring_views_gather (lines);
}

/* The facets' edges that are turned up, or down. */
static RingPath *
stone_facets (const RingSolid *solid, gboolean up)
{
  RingPath *path = ring_path_new ();

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      /* The many flats of a girdle stand for a smooth one; other facets draw their edge of it. */
      if (facet->kind == RING_FACET_GIRDLE || facet->kind == RING_FACET_DOME
          || (facet->normal.z > 1e-9) != up)
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        (k == 0 ? ring_path_move_to
                : ring_path_line_to) (path, (RingPoint){ facet->points[k].x, -facet->points[k].y });
      ring_path_close (path);
    }
  return path;
}

GArray *
ring_views_stone (RingCut cut, double length, double width, double depth, gboolean pavilion)
{
  /* In the picture y goes down, in a gem up. */
  static const RingMatrix flip = { 1, 0, 0, -1, 0, 0 };
  g_autoptr (RingSolid) solid = ring_cut_solid (cut, length, width, depth);
  g_autoptr (RingPath) outline = ring_cut_outline_path (cut, length, width);
  GArray *lines = _ring_views_new_lines ();

  _ring_views_take (lines, RING_VIEWS_OUTLINE, ring_path_transform (outline, &flip));
  _ring_views_take (lines, RING_VIEWS_FACET, stone_facets (solid, TRUE));
  if (pavilion)
    _ring_views_take (lines, RING_VIEWS_HIDDEN, stone_facets (solid, FALSE));
  return lines;
}
