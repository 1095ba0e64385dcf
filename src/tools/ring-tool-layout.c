/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout tool: a tap on a gem sets a halo round it, a tap on the band a row all round, a drag
 * a part of it, a drawn line stones along it. A layout that is there is picked by a tap and moved,
 * lengthened or widened by a drag. Whatever a drag does is seen at once, and is one step. */

#include "ring-tool-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As the gem tool has them. */
#define REACH_PIXELS 8
#define SLIP_PIXELS 4
#define MOVE_PIXELS 1.5
#define MARK_PICKED 0x3584e4c0
#define MARK_TIGHT 0xc01c28ff
#define MARK_TIGHT_FILL 0xe01b2466

static gboolean
find_scene (const RingTool *tool, RingLayoutScene *scene)
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

/* ------------------------------------------------------------------ what is there */

static const RingRecord *
find_record (const RingDrawing *drawing, const char *id)
{
  return id != NULL ? ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, id) : NULL;
}

/* The frontmost layout that has a stone at POINT; *STONE is its number. */
static char *
find_layout_at (const RingLayoutScene *scene, RingPoint point, double reach, guint *stone)
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

/* ------------------------------------------------------------------ steps */

static void
set_state (RingToolLayout *s, RingDrawing *drawing)
{
  g_clear_pointer (&s->state, ring_drawing_unref);
  s->state = drawing != NULL ? ring_drawing_ref (drawing) : NULL;
}

/* Somebody who undoes a step under the pen ends the drag where it is. */
static gboolean
is_undisturbed (const RingTool *tool)
{
  const RingToolLayout *s = tool->state;

  return s->state == ring_design_get_drawing (tool->design);
}

static gboolean
commit (RingTool *tool, const RingGemLayout *layout)
{
  RingToolLayout *s = tool->state;
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
  RingToolLayout *s = tool->state;

  for (; s->steps > 0 && is_undisturbed (tool); s->steps--)
    {
      ring_design_undo (tool->design);
      set_state (s, ring_design_get_drawing (tool->design));
    }
  s->steps = 0;
}

static gboolean
lay_out (RingTool *tool, RingPoint point)
{
  RingGemLayout layout;
  gboolean committed = FALSE;
  RingLayoutScene scene;

  if (!find_scene (tool, &scene) || !_ring_layout_make (tool, &scene, point, &layout))
    return FALSE;
  committed = commit (tool, &layout);
  ring_gem_layout_clear (&layout);
  return committed;
}

/* ------------------------------------------------------------------ the tool */

static gpointer
layout_make (RingTool *tool)
{
  RingToolLayout *s = g_new0 (RingToolLayout, 1);

  ring_gem_layout_init_usual (&s->next, RING_LAYOUT_HALO);
  s->least = 0.1;
  return s;
}

static void
layout_free (gpointer state)
{
  RingToolLayout *s = state;

  g_free (s->picked);
  g_free (s->id);
  g_free (s->gem);
  g_clear_pointer (&s->from, ring_record_unref);
  set_state (s, NULL);
  g_free (s);
}

/* The last stone of a row that does not go all round; of pavé, of any of its rows. */
static gboolean
is_end (const RingGemLayout *layout, const RingLayoutScene *scene, guint stone, double *fixed)
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
      double angle = remainder (g_array_index (gems, RingGem, i).place.angle - l->angle, 360);

      most = fmax (most, fabs (angle));
      if (i == stone)
        here = angle;
    }
  if (stone >= gems->len || gems->len < 2 || fabs (here) < most - 0.75 * wide)
    return FALSE;
  *fixed = l->angle + (here > 0 ? -l->arc / 2 : l->arc / 2);
  return TRUE;
}

static void
hold_one_there (RingTool *tool, const RingLayoutScene *scene, guint stone, RingPoint point)
{
  RingToolLayout *s = tool->state;
  RingGemLayout layout;

  s->from = ring_record_ref (find_record (scene->drawing, s->id));
  s->hold = RING_HOLD_WHOLE;
  s->grip_distance = -1;
  if (!ring_gem_layout_init (&layout, s->from, scene->drawing))
    return;
  if (layout.layout.kind == RING_LAYOUT_HALO)
    {
      if (!_ring_layout_distance (scene, layout.gem, point, &s->grip_distance))
        s->grip_distance = -1;
    }
  else if (is_end (&layout, scene, stone, &s->fixed))
    s->hold = RING_HOLD_END;
  ring_gem_layout_clear (&layout);
}

/* The halo of a gem, or the row that runs through PLACE: nobody means to set stones into stones, but
 * a tap often falls between two of them. */
static char *
find_in_the_way (const RingLayoutScene *scene, const char *gem, const RingPlace *place)
{
  char *found = NULL;

  for (guint i = 0; found == NULL && i < ring_drawing_get_n_records (scene->drawing); i++)
    {
      RingGemLayout layout;
      const RingLayout *l = &layout.layout;
      gboolean there;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (scene->drawing, i),
                                 scene->drawing))
        continue;
      if (gem != NULL)
        there = l->kind == RING_LAYOUT_HALO && g_str_equal (layout.gem, gem);
      else
        there = l->kind != RING_LAYOUT_HALO && l->kind != RING_LAYOUT_CURVE
                && ring_drawing_find_ring (scene->drawing, layout.ring) == scene->ring
                && fabs (l->offset - place->offset) < fmax (l->length, l->width)
                && fabs (remainder (place->angle - l->angle, 360)) <= l->arc / 2;
      if (there)
        found = g_strdup (layout.id);
      ring_gem_layout_clear (&layout);
    }
  return found;
}

static void
hold_new (RingTool *tool, const RingLayoutScene *scene, RingPoint point)
{
  RingToolLayout *s = tool->state;
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
      s->hold = RING_HOLD_HALO;
      s->id = find_in_the_way (scene, s->gem, NULL);
      break;
    case RING_LAYOUT_CURVE:
      s->hold = RING_HOLD_LINE;
      break;
    default:
      s->hold = RING_HOLD_ROW;
      s->id = find_in_the_way (scene, NULL, &s->grip);
      break;
    }
  if (s->id != NULL)
    hold_one_there (tool, scene, G_MAXUINT, point);
}

static void
layout_begin (RingTool *tool, const RingSample *sample)
{
  RingToolLayout *s = tool->state;
  RingPoint point = _ring_layout_point (sample);
  guint stone = 0;
  RingLayoutScene scene;

  g_clear_pointer (&s->id, g_free);
  s->hold = RING_HOLD_NOTHING;
  s->moved = FALSE;
  s->steps = 0;
  set_state (s, ring_design_get_drawing (tool->design));
  if (!find_scene (tool, &scene))
    return;
  s->grip = _ring_layout_place (&scene, point);
  s->id = find_layout_at (&scene, point, REACH_PIXELS * tool->pixel, &stone);
  if (s->id != NULL)
    hold_one_there (tool, &scene, stone, point);
  else
    hold_new (tool, &scene, point);
}

static void
layout_update (RingTool *tool, const RingSample *sample)
{
  RingToolLayout *s = tool->state;
  RingPoint point = _ring_layout_point (sample);
  RingPoint down = _ring_layout_point (&g_array_index (tool->samples, RingSample, 0));

  if (s->hold == RING_HOLD_NOTHING || !is_undisturbed (tool))
    return;
  if (!s->moved && ring_point_distance (down, point) <= SLIP_PIXELS * tool->pixel)
    return;
  if (s->moved && ring_point_distance (s->last, point) < MOVE_PIXELS * tool->pixel)
    return;
  s->moved = TRUE;
  s->last = point;
  lay_out (tool, point);
}

static gboolean
layout_end (RingTool *tool)
{
  RingToolLayout *s = tool->state;
  RingPoint up
      = _ring_layout_point (&g_array_index (tool->samples, RingSample, tool->samples->len - 1));
  gboolean committed;

  if (s->hold == RING_HOLD_NOTHING || !is_undisturbed (tool))
    return FALSE;
  if (!s->moved && s->from != NULL)
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
  RingToolLayout *s = tool->state;

  take_back (tool);
  set_state (s, NULL);
  s->hold = RING_HOLD_NOTHING;
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
  const RingToolLayout *s = tool->state;
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

/* A gem's halo needs no line to run along. */
static gboolean
layout_is_done (const RingTool *tool)
{
  const RingToolLayout *s = tool->state;

  return s->hold == RING_HOLD_HALO;
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
  .is_done = layout_is_done,
};

void
ring_tool_set_layout (RingTool *tool, const RingGemLayout *next, const char *picked, double least)
{
  RingToolLayout *s = tool->state;
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
  const RingToolLayout *s = tool->state;

  return tool->class == &ring_tool_layout_class ? s->id : NULL;
}
