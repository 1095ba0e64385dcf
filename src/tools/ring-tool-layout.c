/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout tool: a tap on a gem sets a halo round it, a tap on the band a row all round, a drag
 * a part of it, a drawn line stones along it. A layout that is there is picked by a tap and moved,
 * lengthened or widened by a drag. Whatever a drag does is seen at once, and is one step. */

#include "ring-tool-layout.h"
#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-view.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* As the gem tool has them. */
#define REACH_PIXELS 8
#define SLIP_PIXELS 4
#define MOVE_PIXELS 1.5
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

#define MARK_PICKED 0x3584e4c0
#define MARK_TIGHT 0xc01c28ff
#define MARK_TIGHT_FILL 0xe01b2466

typedef enum
{
  HOLD_NOTHING,
  HOLD_HALO, /* a new one's gem */
  HOLD_ROW,  /* a new one's middle or end */
  HOLD_LINE,
  HOLD_WHOLE, /* of one that was there: moved, or a halo's gap */
  HOLD_END,   /* the end of a row; the other stays */
} Hold;

typedef struct
{
  RingGemLayout next;
  char *picked;
  double least;

  Hold hold;
  char *id;             /* of the layout in hand, and after the end; NULL until there is one */
  RingRecord *from;     /* as it was when the pen came down; NULL for a new one */
  char *gem;            /* a new halo's */
  RingPlace grip;       /* the place that the pen came down on */
  double fixed;         /* the angle of the end that stays */
  double grip_distance; /* from the gem's girdle */
  gboolean moved;
  guint steps;        /* committed since the pen came down */
  RingDrawing *state; /* as the last of them, or the pen's coming down, left it */
} LayoutState;

typedef struct
{
  const RingDrawing *drawing;
  const RingViewHead *head;
  const RingRecord *ring;
  RingViewsKind kind;
  RingSpec spec;
} Scene;

static gboolean
find_scene (const RingTool *tool, Scene *scene)
{
  const RingView *view = _ring_tool_get_view (tool);

  scene->drawing = ring_design_get_drawing (tool->design);
  if (view == NULL)
    return FALSE;
  scene->head = ring_view_get_head (view);
  scene->ring = ring_drawing_find_ring (scene->drawing, scene->head->ring);
  ring_spec_init (&scene->spec, scene->ring);
  return ring_view_lines_kind (scene->head->kind, &scene->kind);
}

static RingPoint
sample_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

/* On the outside of the band. */
static RingPlace
place_at (const Scene *scene, RingPoint point)
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
snap_place (const Scene *scene, RingPlace *place)
{
  double radius = ring_band_radius (&scene->spec.band) + place->height;
  double slack = SNAP / scene->head->scale;

  if (fabs (place->offset) <= slack)
    place->offset = 0;
  place->angle = to_half_turn (snapped (place->angle, 90, slack / radius * 180 / G_PI));
}

/* ------------------------------------------------------------------ what is there */

static const RingRecord *
find_record (const RingDrawing *drawing, const char *id)
{
  return id != NULL ? ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, id) : NULL;
}

/* The frontmost layout that has a stone at POINT; *STONE is its number. */
static char *
find_layout_at (const Scene *scene, RingPoint point, double reach, guint *stone)
{
  RingVec toward = ring_views_toward (scene->kind);
  double nearest = -G_MAXDOUBLE;
  char *found = NULL;

  for (guint i = 0; i < ring_drawing_get_n_records (scene->drawing); i++)
    {
      g_autoptr (GArray) gems = NULL;
      RingGemLayout layout;
      int at = -1;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (scene->drawing, i),
                                 scene->drawing))
        continue;
      if (ring_drawing_find_ring (scene->drawing, layout.ring) == scene->ring)
        {
          gems = ring_gem_layout_gems (&layout, &scene->spec.band);
          at = ring_gem_find (gems, &scene->spec.band, scene->kind, point, reach);
        }
      if (at >= 0)
        {
          const RingGem *gem = &g_array_index (gems, RingGem, at);
          double near = ring_vec_dot (ring_gem_origin (gem, &scene->spec.band), toward);

          if (near > nearest)
            {
              nearest = near;
              g_free (found);
              found = g_strdup (layout.id);
              *stone = (guint) at;
            }
        }
      ring_gem_layout_clear (&layout);
    }
  return found;
}

/* From the girdle of a halo's gem to where the pen is in the plane of that girdle; FALSE where the
 * view shows it edge on. */
static gboolean
distance_to_girdle (const Scene *scene, const char *gem_id, RingPoint point, double *distance)
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

/* ------------------------------------------------------------------ steps */

static void
set_state (LayoutState *s, RingDrawing *drawing)
{
  g_clear_pointer (&s->state, ring_drawing_unref);
  s->state = drawing != NULL ? ring_drawing_ref (drawing) : NULL;
}

/* Somebody who undoes a step under the pen ends the drag where it is. */
static gboolean
is_undisturbed (const RingTool *tool)
{
  const LayoutState *s = tool->state;

  return s->state == ring_design_get_drawing (tool->design);
}

static gboolean
commit (RingTool *tool, const RingGemLayout *layout)
{
  LayoutState *s = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  gboolean new = s->from == NULL;
  g_autoptr (RingRecord) base = NULL;
  g_autoptr (RingRecord) record = NULL;
  g_autofree char *key = NULL;
  RingEdit *edit;

  if (s->id == NULL)
    s->id = ring_design_new_id (tool->design, 'y');
  base = new ? ring_record_new (RING_RECORD_LAYOUT, s->id) : ring_record_ref (s->from);
  record = ring_gem_layout_to_record (layout, base);
  if (find_record (drawing, s->id) != NULL
      && ring_record_equal (record, find_record (drawing, s->id)))
    return FALSE;
  key = g_strdup_printf ("layout %s %" G_GINT64_FORMAT, s->id, tool->t0);
  edit = ring_edit_new (drawing, new ? _ ("Set Out Stones") : _ ("Move Stones"));
  ring_edit_set_record (edit, record);
  ring_edit_set_merge_key (edit, key);
  if (!ring_design_commit (tool->design, edit))
    return FALSE;
  if (ring_design_get_step (tool->design) != RING_STEP_MERGED)
    s->steps++;
  set_state (s, ring_design_get_drawing (tool->design));
  return TRUE;
}

static void
take_back (RingTool *tool)
{
  LayoutState *s = tool->state;

  for (; s->steps > 0 && is_undisturbed (tool); s->steps--)
    {
      ring_design_undo (tool->design);
      set_state (s, ring_design_get_drawing (tool->design));
    }
  s->steps = 0;
}

/* ------------------------------------------------------------------ what the pen means */

static void
start_new (RingTool *tool, RingGemLayout *layout)
{
  LayoutState *s = tool->state;

  *layout = s->next;
  layout->layout.arc = 360;
  layout->layout.angle = layout->layout.offset = 0;
}

static gboolean
make_halo (RingTool *tool, const Scene *scene, RingPoint point, RingGemLayout *layout)
{
  LayoutState *s = tool->state;
  double distance;
  RingGem gem;

  if (!ring_gem_init (&gem, ring_drawing_find_record (scene->drawing, RING_RECORD_GEM, s->gem)))
    return FALSE;
  start_new (tool, layout);
  ring_gem_layout_set_gem (layout, &gem);
  if (s->moved && distance_to_girdle (scene, s->gem, point, &distance))
    layout->layout.gap
        = CLAMP (snapped (distance - layout->layout.width / 2, GAP_STEP, GAP_STEP), 0, 20);
  return TRUE;
}

/* A row that begins at the top or the base grows to both sides of it; others go from where the pen
 * came down to where it is. */
static void
make_row (RingTool *tool, const Scene *scene, RingPoint point, RingGemLayout *layout)
{
  LayoutState *s = tool->state;
  RingPlace grip = s->grip;
  RingPlace now = place_at (scene, point);
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

/* The samples as places on the band, no finer than LINE_STEP; the angle goes on past half a turn. */
static GArray *
trace_line (const RingTool *tool, const Scene *scene)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  double reach = ring_band_radius (&scene->spec.band) + scene->spec.band.thickness;

  for (guint i = 0; i < tool->samples->len && points->len < RING_LAYOUT_MOST_POINTS; i++)
    {
      RingPlace place
          = place_at (scene, sample_point (&g_array_index (tool->samples, RingSample, i)));
      RingPoint p = { place.angle, place.offset };

      if (points->len > 0)
        {
          RingPoint last = g_array_index (points, RingPoint, points->len - 1);

          p.x = last.x + to_half_turn (p.x - last.x);
          if (hypot ((p.x - last.x) * G_PI / 180 * reach, p.y - last.y) < LINE_STEP)
            continue;
        }
      g_array_append_val (points, p);
    }
  return points;
}

static gboolean
make_line (RingTool *tool, const Scene *scene, RingGemLayout *layout)
{
  g_autoptr (GArray) points = trace_line (tool, scene);
  double reach = ring_band_radius (&scene->spec.band) + scene->spec.band.thickness;
  gboolean closed;
  RingPoint first, last;

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
change_whole (RingTool *tool, const Scene *scene, RingPoint point, RingGemLayout *layout)
{
  LayoutState *s = tool->state;
  RingLayout *l = &layout->layout;
  RingPlace now = place_at (scene, point);
  double distance;

  if (l->kind == RING_LAYOUT_HALO)
    {
      if (s->grip_distance < 0 || !distance_to_girdle (scene, layout->gem, point, &distance))
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
change_end (RingTool *tool, const Scene *scene, RingPoint point, RingGemLayout *layout)
{
  LayoutState *s = tool->state;
  RingLayout *l = &layout->layout;
  gboolean left = l->angle + l->arc / 2 > s->fixed + 1e-6; /* the end that is held */
  double way = to_half_turn (place_at (scene, point).angle - s->fixed);

  if (!left)
    way = -way;
  if (way < 0)
    way += 360;
  l->arc = CLAMP (snapped (way, ARC_STEP, ARC_STEP), LEAST_ARC, 360);
  l->angle = to_half_turn (s->fixed + (left ? l->arc : -l->arc) / 2);
}

/* The layout as the pen at POINT would have it; to be cleared. FALSE for nothing. */
static gboolean
make (RingTool *tool, const Scene *scene, RingPoint point, RingGemLayout *layout)
{
  LayoutState *s = tool->state;

  switch (s->hold)
    {
    case HOLD_HALO:
      return make_halo (tool, scene, point, layout);
    case HOLD_ROW:
      make_row (tool, scene, point, layout);
      return TRUE;
    case HOLD_LINE:
      return make_line (tool, scene, layout);
    case HOLD_WHOLE:
      return ring_gem_layout_init (layout, s->from, scene->drawing)
             && change_whole (tool, scene, point, layout);
    case HOLD_END:
      if (!ring_gem_layout_init (layout, s->from, scene->drawing))
        return FALSE;
      change_end (tool, scene, point, layout);
      return TRUE;
    case HOLD_NOTHING:
    default:
      return FALSE;
    }
}

static gboolean
lay_out (RingTool *tool, RingPoint point)
{
  RingGemLayout layout;
  gboolean committed = FALSE;
  Scene scene;

  if (!find_scene (tool, &scene) || !make (tool, &scene, point, &layout))
    return FALSE;
  committed = commit (tool, &layout);
  ring_gem_layout_clear (&layout);
  return committed;
}

/* ------------------------------------------------------------------ the tool */

static gpointer
layout_make (RingTool *tool)
{
  LayoutState *s = g_new0 (LayoutState, 1);

  ring_gem_layout_init_usual (&s->next, RING_LAYOUT_HALO);
  s->least = 0.1;
  return s;
}

static void
layout_free (gpointer state)
{
  LayoutState *s = state;

  g_free (s->picked);
  g_free (s->id);
  g_free (s->gem);
  g_clear_pointer (&s->from, ring_record_unref);
  set_state (s, NULL);
  g_free (s);
}

/* The last stone of a row that does not go all round; of pavé, of any of its rows. */
static gboolean
is_end (const RingGemLayout *layout, const Scene *scene, guint stone, double *fixed)
{
  const RingLayout *l = &layout->layout;
  double wide = l->width / ring_band_radius (&scene->spec.band) * 180 / G_PI;
  g_autoptr (GArray) gems = NULL;
  double here = 0, most = 0;

  if (l->kind == RING_LAYOUT_HALO || l->kind == RING_LAYOUT_CURVE || l->arc >= 360)
    return FALSE;
  gems = ring_gem_layout_gems (layout, &scene->spec.band);
  for (guint i = 0; i < gems->len; i++)
    {
      double angle = to_half_turn (g_array_index (gems, RingGem, i).place.angle - l->angle);

      most = fmax (most, fabs (angle));
      if (i == stone)
        here = angle;
    }
  if (gems->len < 2 || fabs (here) < most - 0.75 * wide)
    return FALSE;
  *fixed = l->angle + (here > 0 ? -l->arc / 2 : l->arc / 2);
  return TRUE;
}

static void
hold_one_there (RingTool *tool, const Scene *scene, guint stone, RingPoint point)
{
  LayoutState *s = tool->state;
  RingGemLayout layout;

  s->from = ring_record_ref (find_record (scene->drawing, s->id));
  s->hold = HOLD_WHOLE;
  s->grip_distance = -1;
  if (!ring_gem_layout_init (&layout, s->from, scene->drawing))
    return;
  if (layout.layout.kind == RING_LAYOUT_HALO)
    {
      if (!distance_to_girdle (scene, layout.gem, point, &s->grip_distance))
        s->grip_distance = -1;
    }
  else if (is_end (&layout, scene, stone, &s->fixed))
    s->hold = HOLD_END;
  ring_gem_layout_clear (&layout);
}

static void
hold_new (RingTool *tool, const Scene *scene, RingPoint point)
{
  LayoutState *s = tool->state;
  g_autoptr (GArray) gems = NULL;
  int found;

  switch (s->next.layout.kind)
    {
    case RING_LAYOUT_HALO:
      gems = ring_gem_list (scene->drawing, scene->head->ring);
      found = ring_gem_find (gems, &scene->spec.band, scene->kind, point,
                             REACH_PIXELS * tool->pixel);
      if (found < 0)
        return;
      s->gem = g_strdup (g_array_index (gems, RingGem, found).id);
      s->hold = HOLD_HALO;
      break;
    case RING_LAYOUT_CURVE:
      s->hold = HOLD_LINE;
      break;
    default:
      s->hold = HOLD_ROW;
      break;
    }
}

static void
layout_begin (RingTool *tool, const RingSample *sample)
{
  LayoutState *s = tool->state;
  RingPoint point = sample_point (sample);
  guint stone = 0;
  Scene scene;

  g_clear_pointer (&s->id, g_free);
  s->hold = HOLD_NOTHING;
  s->moved = FALSE;
  s->steps = 0;
  set_state (s, ring_design_get_drawing (tool->design));
  if (!find_scene (tool, &scene))
    return;
  s->grip = place_at (&scene, point);
  s->id = find_layout_at (&scene, point, REACH_PIXELS * tool->pixel, &stone);
  if (s->id != NULL)
    hold_one_there (tool, &scene, stone, point);
  else
    hold_new (tool, &scene, point);
}

static void
layout_update (RingTool *tool, const RingSample *sample)
{
  LayoutState *s = tool->state;
  RingPoint point = sample_point (sample);
  RingPoint down = sample_point (&g_array_index (tool->samples, RingSample, 0));

  if (s->hold == HOLD_NOTHING || !is_undisturbed (tool))
    return;
  if (!s->moved && ring_point_distance (down, point) <= SLIP_PIXELS * tool->pixel)
    return;
  if (s->moved && ring_point_distance (tool->last, point) < MOVE_PIXELS * tool->pixel)
    return;
  s->moved = TRUE;
  tool->last = point;
  lay_out (tool, point);
}

/* A tap on a halo's gem that has a halo already, or on a row where there is one, never comes here:
 * its stones were tapped. A tap on the band with a line's tool draws nothing. */
static gboolean
layout_end (RingTool *tool)
{
  LayoutState *s = tool->state;
  RingPoint up
      = sample_point (&g_array_index (tool->samples, RingSample, tool->samples->len - 1));
  gboolean committed;

  if (s->hold == HOLD_NOTHING || !is_undisturbed (tool))
    return FALSE;
  if (!s->moved && (s->from != NULL || s->hold == HOLD_LINE))
    return FALSE;
  lay_out (tool, up);
  /* A drag that rested for more than a moment was more than one step so far. */
  if (s->steps > 1)
    {
      take_back (tool);
      lay_out (tool, up);
    }
  committed = s->steps > 0;
  s->steps = 0;
  return committed;
}

static void
layout_clear (RingTool *tool)
{
  LayoutState *s = tool->state;

  take_back (tool);
  set_state (s, NULL);
  s->hold = HOLD_NOTHING;
  g_clear_pointer (&s->from, ring_record_unref);
  g_clear_pointer (&s->gem, g_free);
  if (s->id != NULL && find_record (ring_design_get_drawing (tool->design), s->id) == NULL)
    g_clear_pointer (&s->id, g_free);
}

/* ------------------------------------------------------------------ marks */

static void
add_outline (RingPath *path, const RingGem *gem, const RingBand *band, RingViewsKind kind)
{
  g_autoptr (RingPath) outline = ring_cut_outline_path (gem->cut, gem->length, gem->width);
  RingGemLook look;
  RingMatrix matrix;
  RingPoint at;

  ring_gem_look (gem, band, kind, 1, &look, &at);
  if (look.toward.z < 0)
    return;
  matrix = (RingMatrix){ look.right.x, -look.up.x, look.right.y, -look.up.y, at.x, at.y };
  ring_path_append (path, outline, &matrix);
}

static void
mark_view (GArray *marks,
           const RingView *view,
           const GArray *gems,
           const RingLaid *laid,
           const RingBand *band)
{
  RingMatrix matrix = ring_view_get_matrix (view);
  RingToolMark calm = { ring_path_new (), 0, MARK_PICKED, 1, 0 };
  RingToolMark tight = { ring_path_new (), MARK_TIGHT_FILL, MARK_TIGHT, 1.5, 0 };
  RingViewsKind kind;

  if (ring_view_lines_kind (ring_view_get_head (view)->kind, &kind))
    for (guint i = 0; i < gems->len && i < laid->tight->len; i++)
      add_outline (g_array_index (laid->tight, gboolean, i) ? tight.path : calm.path,
                   &g_array_index (gems, RingGem, i), band, kind);
  _ring_tool_mark (marks, &calm, &matrix);
  _ring_tool_mark (marks, &tight, &matrix);
}

static void
layout_marks (const RingTool *tool, GArray *marks)
{
  const LayoutState *s = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingRecord *record = find_record (drawing, tool->active ? s->id : s->picked);
  const RingRecord *ring;
  g_autoptr (GArray) gems = NULL;
  RingGemLayout layout;
  RingSpec spec;
  RingLaid laid;

  if (!ring_gem_layout_init (&layout, record, drawing))
    return;
  ring = ring_drawing_find_ring (drawing, layout.ring);
  ring_spec_init (&spec, ring);
  ring_gem_layout_lay (&layout, &spec.band, s->least, &laid);
  gems = ring_gem_layout_gems (&layout, &spec.band);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);

      if (ring_view_get_head (view)->kind != RING_VIEW_PAGE
          && ring_drawing_find_ring (drawing, ring_view_get_head (view)->ring) == ring)
        mark_view (marks, view, gems, &laid, &spec.band);
    }
  ring_laid_clear (&laid);
  ring_gem_layout_clear (&layout);
}

const RingToolClass ring_tool_layout_class = {
  .kind = RING_TOOL_LAYOUT,
  .role = RING_TOOL_NO_LAYER,
  .wants_ring = N_ ("Stones are set out on a ring: tap in one of the ring's views."),
  .make = layout_make,
  .free = layout_free,
  .begin = layout_begin,
  .update = layout_update,
  .end = layout_end,
  .clear = layout_clear,
  .marks = layout_marks,
};

void
ring_tool_set_layout (RingTool *tool, const RingGemLayout *next, const char *picked, double least)
{
  LayoutState *s = tool->state;
  char *kept = g_strdup (picked);

  if (tool->class != &ring_tool_layout_class)
    {
      g_free (kept);
      return;
    }
  s->next = *next;
  s->next.id = s->next.ring = s->next.gem = "";
  s->next.points = NULL;
  s->next.layout.points = NULL;
  s->next.layout.n_points = 0;
  g_free (s->picked);
  s->picked = kept;
  s->least = least;
}

const char *
ring_tool_get_layout (const RingTool *tool)
{
  const LayoutState *s = tool->state;

  return tool->class == &ring_tool_layout_class ? s->id : NULL;
}
