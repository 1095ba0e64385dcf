/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gem tool: a tap places a gem on the ring, or tells which one is there; a drag moves one, seen
 * in all views at once, and is one step however long it took. */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-spec.h"
#include "ring-view-lines.h"

/* How near a tap must come to a small gem to mean it, and how far a hand may slip. */
#define REACH_PIXELS 8
#define SLIP_PIXELS 4
/* A gem is moved on when the pen has gone this far: each move paints the ring anew. */
#define MOVE_PIXELS 1.5
/* Near the middle of the band, and of its top, sides and base, a gem settles there; paper mm. */
#define SNAP 1.2

/* The ring that the view shows. */
typedef struct
{
  const RingViewHead *head;
  RingViewsKind kind;
  RingSpec spec;
} Scene;

/* The drag of a gem that was there before. */
typedef struct
{
  gboolean held;
  RingPlace from; /* where it was */
  RingPlace grip; /* the place that the pen came down on */
  gboolean moved;
  RingPoint last;     /* of the pen, when it moved the gem */
  guint steps;        /* committed since the pen came down */
  RingDrawing *after; /* as the last of them, or the pen's coming down, left it */
} Drag;

static gpointer
gem_make (RingTool *tool)
{
  return g_new0 (Drag, 1);
}

static gboolean
find_scene (const RingTool *tool, Scene *scene)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *view = _ring_tool_get_view (tool);

  if (view == NULL)
    return FALSE;
  scene->head = ring_view_get_head (view);
  ring_spec_init (&scene->spec, ring_drawing_find_ring (drawing, scene->head->ring));
  return ring_view_lines_kind (scene->head->kind, &scene->kind);
}

static double
snapped (double value, double step, double within)
{
  double near = round (value / step) * step;

  return fabs (value - near) <= within ? near : value;
}

static void
snap_place (const Scene *scene, RingPlace *place)
{
  double radius = ring_band_radius (&scene->spec.band) + place->height;
  double slack = SNAP / scene->head->scale;

  if (fabs (place->offset) <= slack)
    place->offset = 0;
  place->angle = snapped (place->angle, 90, slack / radius * 180 / G_PI);
  place->angle -= 360 * ceil ((place->angle - 180) / 360);
}

static RingPoint
sample_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

/* The gem that the tool would set at POINT. */
static RingGem
make_gem (const RingTool *tool, const Scene *scene, RingPoint point)
{
  const RingRecord *ring
      = ring_drawing_find_ring (ring_design_get_drawing (tool->design), scene->head->ring);
  double depth = tool->gem.width * ring_cut_usual_depth (tool->gem.cut);
  RingGem gem = { .ring = ring != NULL ? ring_record_get_id (ring) : "",
                  .stone = "",
                  .cut = tool->gem.cut,
                  .species = tool->gem.species,
                  .length = tool->gem.length,
                  .width = tool->gem.width,
                  .depth = depth,
                  .style = tool->gem_style };

  gem.place.height = ring_gem_usual_height (gem.cut, depth);
  ring_gem_place_at (&gem.place, &scene->spec.band, scene->kind, point);
  gem.place.offset = CLAMP (gem.place.offset, -RING_GEM_MOST_OFFSET, RING_GEM_MOST_OFFSET);
  snap_place (scene, &gem.place);
  return gem;
}

/* The one of GEMS that NEW would stand in by more than half, or -1: nobody means to set two stones
 * into each other, but a tap beside a stone at its angle comes to its very place. */
static int
find_in_the_way (const GArray *gems, const Scene *scene, const RingGem *new)
{
  double radius = ring_band_radius (&scene->spec.band) + new->place.height;

  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      double turn = (gem->place.angle - new->place.angle) / 360;
      double along = (turn - round (turn)) * 2 * G_PI * radius;
      double size = MIN (gem->length, gem->width) + MIN (new->length, new->width);

      if (hypot (along, gem->place.offset - new->place.offset) < size / 4)
        return (int) i;
    }
  return -1;
}

static void
remember (Drag *drag, RingDrawing *after)
{
  g_clear_pointer (&drag->after, ring_drawing_unref);
  drag->after = after != NULL ? ring_drawing_ref (after) : NULL;
}

/* Somebody who undoes a step under the pen, or changes something else, ends the drag where it is:
 * what the history holds now is not this tool's to take back. */
static gboolean
is_undisturbed (const RingTool *tool)
{
  const Drag *drag = tool->state;

  return drag->after == ring_design_get_drawing (tool->design);
}

static void
gem_begin (RingTool *tool, const RingSample *sample)
{
  Drag *drag = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  g_autoptr (GArray) gems = NULL;
  Scene scene;
  int found;

  drag->held = drag->moved = FALSE;
  drag->steps = 0;
  remember (drag, ring_design_get_drawing (tool->design));
  if (!find_scene (tool, &scene))
    return;
  gems = ring_gem_list (drawing, scene.head->ring);
  found = ring_gem_find (gems, &scene.spec.band, scene.kind, sample_point (sample),
                         REACH_PIXELS * tool->pixel);
  if (found < 0)
    {
      RingGem gem = make_gem (tool, &scene, sample_point (sample));

      found = find_in_the_way (gems, &scene, &gem);
    }
  if (found < 0)
    return;
  drag->held = TRUE;
  tool->gem_id = g_strdup (g_array_index (gems, RingGem, found).id);
  drag->from = drag->grip = g_array_index (gems, RingGem, found).place;
  ring_gem_place_at (&drag->grip, &scene.spec.band, scene.kind, sample_point (sample));
}

/* Where the gem in hand belongs when the pen is at POINT: it keeps its place under the pen. */
static RingPlace
place_in_hand (const RingTool *tool, const Scene *scene, RingPoint point)
{
  const Drag *drag = tool->state;
  RingPlace place = drag->from;
  RingPlace now = drag->from;

  ring_gem_place_at (&now, &scene->spec.band, scene->kind, point);
  place.angle += now.angle - drag->grip.angle;
  place.offset += now.offset - drag->grip.offset;
  place.offset = CLAMP (place.offset, -RING_GEM_MOST_OFFSET, RING_GEM_MOST_OFFSET);
  snap_place (scene, &place);
  return place;
}

static RingEdit *
make_move (const RingTool *tool, RingPlace place)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingRecord *record = ring_drawing_find_record (drawing, RING_RECORD_GEM, tool->gem_id);
  g_autoptr (RingRecord) next = NULL;
  RingEdit *edit;
  RingGem gem;

  if (!ring_gem_init (&gem, record))
    return NULL;
  gem.place = place;
  next = ring_gem_to_record (&gem, record);
  if (ring_record_equal (next, record))
    return NULL;
  edit = ring_edit_new (drawing, _ ("Move Gem"));
  ring_edit_set_record (edit, next);
  return edit;
}

static gboolean
commit_move (RingTool *tool, RingPlace place)
{
  Drag *drag = tool->state;
  g_autofree char *key = g_strdup_printf ("gem %s %" G_GINT64_FORMAT, tool->gem_id, tool->t0);
  RingEdit *edit = make_move (tool, place);

  if (edit == NULL)
    return FALSE;
  ring_edit_set_merge_key (edit, key);
  if (!ring_design_commit (tool->design, edit))
    return FALSE;
  if (ring_design_get_step (tool->design) != RING_STEP_MERGED)
    drag->steps++;
  remember (drag, ring_design_get_drawing (tool->design));
  return TRUE;
}

static void
take_back (RingTool *tool)
{
  Drag *drag = tool->state;

  for (; drag->steps > 0 && is_undisturbed (tool); drag->steps--)
    {
      ring_design_undo (tool->design);
      remember (drag, ring_design_get_drawing (tool->design));
    }
  drag->steps = 0;
}

static void
gem_update (RingTool *tool, const RingSample *sample)
{
  Drag *drag = tool->state;
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  double way = ring_point_distance (sample_point (down), sample_point (sample));
  Scene scene;

  if (!drag->held || !is_undisturbed (tool) || !find_scene (tool, &scene))
    return;
  if (!drag->moved && way <= SLIP_PIXELS * tool->pixel)
    return;
  if (drag->moved
      && ring_point_distance (drag->last, sample_point (sample)) < MOVE_PIXELS * tool->pixel)
    return;
  drag->moved = TRUE;
  drag->last = sample_point (sample);
  commit_move (tool, place_in_hand (tool, &scene, drag->last));
}

/* Where the pen was lifted: until then the hand may still look for the place. */
static gboolean
place_new (RingTool *tool, const Scene *scene)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingSample *up = &g_array_index (tool->samples, RingSample, tool->samples->len - 1);
  RingGem gem = make_gem (tool, scene, sample_point (up));
  g_autoptr (GArray) gems = ring_gem_list (drawing, scene->head->ring);
  g_autoptr (RingRecord) base = NULL;
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit;

  if (find_in_the_way (gems, scene, &gem) >= 0)
    return FALSE;
  tool->gem_id = ring_design_new_id (tool->design, 'g');
  base = ring_record_new (RING_RECORD_GEM, tool->gem_id);
  record = ring_gem_to_record (&gem, base);
  edit = ring_edit_new (drawing, _ ("Place Gem"));
  ring_edit_set_record (edit, record);
  return ring_design_commit (tool->design, edit);
}

/* A drag that rested for more than a moment was more than one step so far. */
static gboolean
end_move (RingTool *tool, const Scene *scene)
{
  Drag *drag = tool->state;
  const RingSample *up = &g_array_index (tool->samples, RingSample, tool->samples->len - 1);
  RingPlace place = place_in_hand (tool, scene, sample_point (up));
  gboolean committed;

  if (drag->steps <= 1)
    {
      commit_move (tool, place);
      if (drag->steps <= 1)
        {
          committed = drag->steps == 1;
          drag->steps = 0;
          return committed;
        }
    }
  take_back (tool);
  committed = commit_move (tool, place);
  drag->steps = 0;
  return committed;
}

static gboolean
gem_end (RingTool *tool)
{
  Drag *drag = tool->state;
  Scene scene;

  if (!find_scene (tool, &scene))
    return FALSE;
  if (!drag->held)
    return place_new (tool, &scene);
  return drag->moved && is_undisturbed (tool) && end_move (tool, &scene);
}

/* After a cancelled drag the gem is where it was. */
static void
gem_clear (RingTool *tool)
{
  Drag *drag = tool->state;

  take_back (tool);
  remember (drag, NULL);
  drag->held = drag->moved = FALSE;
}

/* A new one is there with the touch; one that was there may be dragged. */
static gboolean
gem_is_done (const RingTool *tool)
{
  const Drag *drag = tool->state;

  return !drag->held;
}

const RingToolClass ring_tool_gem_class = {
  .kind = RING_TOOL_GEM,
  .role = RING_TOOL_NO_LAYER,
  .wants_ring = N_("A gem sits on a ring: tap in one of the ring's views."),
  .make = gem_make,
  .free = g_free,
  .begin = gem_begin,
  .update = gem_update,
  .end = gem_end,
  .clear = gem_clear,
  .is_done = gem_is_done,
};
