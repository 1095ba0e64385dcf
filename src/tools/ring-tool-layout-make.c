/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tap or a drag of the layout tool means: the layout that comes of it. */
#include "ring-tool-layout-private.h"

#include <math.h>

/* How near a tap must come to a stroke to mean it. */
#define REACH_PIXELS 8
/* Near the middle of the band, and of its top, sides and base, a row settles there. */
#define SNAP 1.2 /* paper mm */
/* A gap settles on these, mm; an arc on whole degrees. */
#define GAP_STEP 0.05
#define ARC_STEP 1.0
#define LEAST_ARC 4.0
/* Of a drawn line: as fine as the hand, but not finer, mm; nearer than this to its beginning, in
 * stones, it is closed. */
#define LINE_STEP 0.25
#define CLOSE_STONES 1.2
/* Where the eye sees a halo's plane so flat, the pen says nothing about its width. */
#define LEAST_FACING 0.2

RingPoint
_ring_layout_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

/* On the outside of the band. */
RingPlace
_ring_layout_place (const RingLayoutScene *scene, RingPoint point)
{
  RingPlace place = { .height = scene->spec.band.thickness };

  ring_gem_place_at (&place, &scene->spec.band, scene->kind, point);
  place.offset = CLAMP (place.offset, -RING_GEM_MOST_OFFSET, RING_GEM_MOST_OFFSET);
  return place;
}

static double
snapped (double value, double step, double within)
{
  double near = round (value / step) * step;

  return fabs (value - near) <= within ? near : value;
}

static double
to_half_turn (double angle)
{
  return angle - 360 * ceil ((angle - 180) / 360);
}

static void
snap_place (const RingLayoutScene *scene, RingPlace *place)
{
  double radius = ring_band_radius (&scene->spec.band) + place->height;
  double slack = SNAP / scene->head->scale;

  if (fabs (place->offset) <= slack)
    place->offset = 0;
  place->angle = to_half_turn (snapped (place->angle, 90, slack / radius * 180 / G_PI));
}

/* From the girdle of a halo's gem to where the pen is in the plane of that girdle; FALSE where the
 * view shows it edge on. */
gboolean
_ring_layout_distance (const RingLayoutScene *scene, const char *gem_id, RingPoint point, double *distance)
{
  RingGemLook look;
  RingVec p;
  RingPoint at;
  RingGem gem;

  if (!ring_gem_init (&gem, ring_drawing_find_record (scene->drawing, RING_RECORD_GEM, gem_id)))
    return FALSE;
  ring_gem_look (&gem, &scene->spec.band, scene->kind, 1, &look, &at);
  if (look.toward.z < LEAST_FACING)
    return FALSE;
  p = ring_vec_sub (ring_vec_scale (look.right, point.x - at.x),
                    ring_vec_scale (look.up, point.y - at.y));
  p = ring_vec_sub (p, ring_vec_scale (look.toward, p.z / look.toward.z));
  *distance = G_MAXDOUBLE;
  for (guint i = 0; i < 360; i++)
    {
      RingPoint q = ring_cut_outline (gem.cut, gem.length, gem.width, i / 360.0);

      *distance = fmin (*distance, hypot (p.x - q.x, p.y - q.y));
    }
  return TRUE;
}

/* ------------------------------------------------------------------ what the pen means */

static void
start_new (RingTool *tool, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;

  *layout = s->next;
  layout->layout.arc = 360;
  layout->layout.angle = layout->layout.offset = 0;
}

static gboolean
make_halo (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;
  double distance;
  RingGem gem;

  if (!ring_gem_init (&gem, ring_drawing_find_record (scene->drawing, RING_RECORD_GEM, s->gem)))
    return FALSE;
  start_new (tool, layout);
  ring_gem_layout_set_gem (layout, &gem);
  if (s->moved && _ring_layout_distance (scene, s->gem, point, &distance))
    layout->layout.gap
        = CLAMP (snapped (distance - layout->layout.width / 2, GAP_STEP, GAP_STEP), 0, 20);
  return TRUE;
}

/* A row that begins at the top or the base grows to both sides of it; others go from where the pen
 * came down to where it is. */
static void
make_row (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;
  RingPlace grip = s->grip;
  RingPlace now = _ring_layout_place (scene, point);
  double way;

  start_new (tool, layout);
  layout->ring = scene->ring != NULL ? ring_record_get_id (scene->ring) : "";
  snap_place (scene, &grip);
  layout->layout.offset = grip.offset;
  if (!s->moved)
    return;
  way = to_half_turn (now.angle - grip.angle);
  if (fabs (remainder (grip.angle, 180)) < 1e-9)
    {
      layout->layout.angle = grip.angle;
      layout->layout.arc = 2 * fabs (way);
    }
  else
    {
      layout->layout.angle = to_half_turn (grip.angle + way / 2);
      layout->layout.arc = fabs (way);
    }
  layout->layout.arc = CLAMP (snapped (layout->layout.arc, ARC_STEP, ARC_STEP), LEAST_ARC, 360);
}

static GArray *
points_of (const RingSample *samples, gsize n, const RingMatrix *matrix)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (RingPoint), (guint) n);

  for (gsize i = 0; i < n; i++)
    {
      RingPoint p = ring_matrix_apply (matrix, _ring_layout_point (&samples[i]));

      g_array_append_val (points, p);
    }
  return points;
}

/* The way of the frontmost stroke near POINT, or NULL. */
static GArray *
find_stroke (const RingView *view, RingPoint point, double reach)
{
  for (guint l = ring_view_get_n_layers (view); l > 0; l--)
    {
      const RingLayer *layer = ring_view_get_layer (view, l - 1);

      for (gsize i = ring_layer_get_n_items (layer); i > 0; i--)
        {
          const RingItem *item = ring_layer_get_item (layer, i - 1);
          const RingStroke *stroke = ring_item_get_stroke (item);
          const RingSample *samples;
          gsize n;

          if (!ring_layer_get_head (layer)->visible || stroke == NULL || stroke->samples == NULL
              || ring_item_distance (item, point) > reach)
            continue;
          samples = ring_samples_get (stroke->samples, &n, NULL);
          if (samples != NULL)
            return points_of (samples, n, ring_item_get_matrix (item));
        }
    }
  return NULL;
}

/* What was drawn, or, by a tap, the stroke that was tapped; NULL for nothing. */
static GArray *
find_line (const RingTool *tool)
{
  const RingToolLayout *s = tool->state;
  const RingSample *samples = (const RingSample *) (const void *) tool->samples->data;

  if (s->moved)
    return points_of (samples, tool->samples->len, &RING_MATRIX_IDENTITY);
  return find_stroke (_ring_tool_get_view (tool), _ring_layout_point (samples),
                      REACH_PIXELS * tool->pixel);
}

/* The line as places on the band, no finer than LINE_STEP, and coarser where it is long; the angle
 * goes on past half a turn. */
static GArray *
trace_line (const RingLayoutScene *scene, const GArray *line)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  double reach = ring_band_radius (&scene->spec.band) + scene->spec.band.thickness;
  double length = 0, step;

  for (guint i = 1; i < line->len; i++)
    length += ring_point_distance (g_array_index (line, RingPoint, i - 1),
                                   g_array_index (line, RingPoint, i));
  /* What a view shows slantwise is longer on the band. */
  step = fmax (LINE_STEP, 2 * length / RING_LAYOUT_MOST_POINTS);
  for (guint i = 0; i < line->len && points->len < RING_LAYOUT_MOST_POINTS; i++)
    {
      RingPlace place = _ring_layout_place (scene, g_array_index (line, RingPoint, i));
      RingPoint p = { place.angle, place.offset };

      if (points->len > 0)
        {
          RingPoint last = g_array_index (points, RingPoint, points->len - 1);

          p.x = last.x + to_half_turn (p.x - last.x);
          if (hypot ((p.x - last.x) * G_PI / 180 * reach, p.y - last.y) < step)
            continue;
        }
      g_array_append_val (points, p);
    }
  return points;
}

static gboolean
make_line (RingTool *tool, const RingLayoutScene *scene, RingGemLayout *layout)
{
  g_autoptr (GArray) line = find_line (tool);
  g_autoptr (GArray) points = NULL;
  double reach = ring_band_radius (&scene->spec.band) + scene->spec.band.thickness;
  gboolean closed;
  RingPoint first, last;

  if (line == NULL)
    return FALSE;
  points = trace_line (scene, line);
  if (points->len < 2)
    return FALSE;
  start_new (tool, layout);
  layout->ring = scene->ring != NULL ? ring_record_get_id (scene->ring) : "";
  first = g_array_index (points, RingPoint, 0);
  last = g_array_index (points, RingPoint, points->len - 1);
  closed = points->len > 8
           && hypot ((last.x - first.x) * G_PI / 180 * reach, last.y - first.y)
                  < CLOSE_STONES * layout->layout.width;
  layout->points = NULL;
  ring_gem_layout_set_points (layout, (const RingPoint *) (const void *) points->data, points->len,
                              closed);
  return TRUE;
}

static void
move_points (RingGemLayout *layout, double angle, double offset)
{
  for (guint i = 0; i < layout->layout.n_points; i++)
    {
      layout->points[i].x += angle;
      layout->points[i].y += offset;
    }
}

static gboolean
change_whole (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;
  RingLayout *l = &layout->layout;
  RingPlace now = _ring_layout_place (scene, point);
  double distance;

  if (l->kind == RING_LAYOUT_HALO)
    {
      if (s->grip_distance < 0 || !_ring_layout_distance (scene, layout->gem, point, &distance))
        return FALSE;
      l->gap = CLAMP (snapped (l->gap + distance - s->grip_distance, GAP_STEP, GAP_STEP), 0, 20);
      return TRUE;
    }
  if (l->kind == RING_LAYOUT_CURVE)
    {
      move_points (layout, to_half_turn (now.angle - s->grip.angle), now.offset - s->grip.offset);
      return TRUE;
    }
  now.angle = l->angle + to_half_turn (now.angle - s->grip.angle);
  now.offset = CLAMP (l->offset + now.offset - s->grip.offset, -RING_GEM_MOST_OFFSET,
                      RING_GEM_MOST_OFFSET);
  snap_place (scene, &now);
  l->angle = now.angle;
  l->offset = now.offset;
  return TRUE;
}

static void
change_end (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;
  RingLayout *l = &layout->layout;
  gboolean left = l->angle + l->arc / 2 > s->fixed + 1e-6; /* the end that is held */
  double way = to_half_turn (_ring_layout_place (scene, point).angle - s->fixed);

  if (!left)
    way = -way;
  if (way < 0)
    way += 360;
  l->arc = CLAMP (snapped (way, ARC_STEP, ARC_STEP), LEAST_ARC, 360);
  l->angle = to_half_turn (s->fixed + (left ? l->arc : -l->arc) / 2);
}

/* The layout as the pen at POINT would have it; to be cleared. FALSE for nothing. */
gboolean
_ring_layout_make (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;

  switch (s->hold)
    {
    case RING_HOLD_HALO:
      return make_halo (tool, scene, point, layout);
    case RING_HOLD_ROW:
      make_row (tool, scene, point, layout);
      return TRUE;
    case RING_HOLD_LINE:
      return make_line (tool, scene, layout);
    case RING_HOLD_WHOLE:
      return ring_gem_layout_init (layout, s->from, scene->drawing)
             && change_whole (tool, scene, point, layout);
    case RING_HOLD_END:
      if (!ring_gem_layout_init (layout, s->from, scene->drawing))
        return FALSE;
      change_end (tool, scene, point, layout);
      return TRUE;
    case RING_HOLD_NOTHING:
    default:
      return FALSE;
    }
}
