/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edits.h"

#include "ring-clock.h"
#include "ring-gem.h"
#include "ring-revision.h"
#include "ring-stone-note.h"
#include "ring-tool.h"
#include "ring-view-plan.h"

static RingView *
random_view (RingDesign *design, RingRandom *random)
{
  RingDrawing *drawing = ring_design_get_drawing (design);

  return ring_drawing_get_view (drawing,
                                (guint) (ring_random_next (random) % ring_drawing_get_n_views (drawing)));
}

static void
take_instrument (RingTool *tool, RingRandom *random)
{
  RingStrokeStyle style;

  ring_stroke_style_init (&style, ring_random_next (random) % RING_N_INSTRUMENTS, 1);
  style.ink.width *= 0.2 + ring_random_unit (random);
  style.ink.smoothing = ring_random_next (random) % 3;
  if (ring_random_next (random) % 4 == 0)
    style.colour = (guint32) ring_random_next (random) | 1;
  ring_tool_set_style (tool, &style);
}

static void
drag (RingDesign *design, RingRandom *random, RingToolKind kind)
{
  g_autoptr (RingTool) tool = ring_tool_new (kind, design);
  RingView *view = random_view (design, random);
  RingSample sample = { .x = 20 * ring_random_unit (random) - 10,
                        .y = 20 * ring_random_unit (random) - 10,
                        .pressure = 0.5 };
  guint n = (guint) (ring_random_next (random) % 40);

  if (kind == RING_TOOL_PEN)
    take_instrument (tool, random);
  ring_tool_set_cutting (tool, ring_random_next (random) % 2 == 0);
  if (!ring_tool_begin (tool, view, 0.05, &sample, ring_clock_now_ms (), NULL))
    return;
  for (guint i = 0; i < n; i++)
    {
      sample.x += ring_random_unit (random) - 0.5;
      sample.y += ring_random_unit (random) - 0.5;
      sample.pressure = ring_random_unit (random);
      sample.tilt_x = 2 * ring_random_unit (random) - 1;
      sample.time += 8;
      ring_tool_update (tool, &sample, 1);
    }
  if (ring_random_next (random) % 8 == 0)
    ring_tool_cancel (tool);
  else
    ring_tool_end (tool);
}

static void
change_record (RingDesign *design, RingRandom *random)
{
  static const char *const kinds[] = { RING_RECORD_RING, RING_RECORD_COMMISSION, RING_RECORD_CHOICE };
  static const char *const names[] = { "width", "client", "number", "profile", "text" };
  const char *kind = kinds[ring_random_next (random) % G_N_ELEMENTS (kinds)];
  const char *name = names[ring_random_next (random) % G_N_ELEMENTS (names)];
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), kind, NULL);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Record");
  g_autoptr (RingRecord) fresh = old == NULL ? ring_record_new (kind, NULL) : ring_record_ref (old);
  g_autoptr (RingRecord) changed
    = ring_record_with_number (fresh, name, 100 * ring_random_unit (random), 2);

  if (old != NULL && ring_random_next (random) % 4 == 0 && !g_str_equal (kind, RING_RECORD_RING))
    ring_edit_remove_record (edit, kind, ring_record_get_id (old));
  else
    ring_edit_set_record (edit, changed);
  if (ring_random_next (random) % 2 == 0)
    ring_edit_set_merge_key (edit, kind);
  ring_design_commit (design, edit);
}

static void
change_stone (RingDesign *design, RingRandom *random)
{
  const RingRecord *stone
    = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_STONE, NULL);
  RingEdit *edit;

  if (stone == NULL)
    return;
  edit = ring_edit_new (ring_design_get_drawing (design), "Stone");
  if (ring_random_next (random) % 4 == 0)
    {
      g_autofree char *id = g_strdup (ring_record_get_id (stone));

      ring_stone_note_remove (edit, id);
    }
  else
    {
      g_autoptr (RingRecord) changed
        = ring_record_with_number (stone, "length", 3 + 9 * ring_random_unit (random), 2);

      ring_stone_note_set (edit, changed);
    }
  ring_design_commit (design, edit);
}

static void
change_layer (RingDesign *design, RingRandom *random)
{
  RingView *view = random_view (design, random);
  RingLayer *layer
    = ring_view_get_layer (view, (guint) (ring_random_next (random) % ring_view_get_n_layers (view)));
  RingLayerHead head = *ring_layer_get_head (layer);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Layer");

  head.visible = ring_random_next (random) % 4 != 0;
  head.locked = ring_random_next (random) % 8 == 0;
  head.opacity = (double) (ring_random_next (random) % 11) / 10;
  ring_edit_set_layer (edit, &head);
  ring_design_commit (design, edit);
}

static void
change_views (RingDesign *design, RingRandom *random)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingViewHead *head = ring_view_get_head (random_view (design, random));
  static const double scales[] = { 1, 2, 3.5, 10 };
  RingEdit *edit = NULL;

  switch (ring_random_next (random) % 4)
    {
    case 0:
      if (ring_drawing_get_n_views (drawing) < 7)
        edit = ring_view_plan_add (design, (RingViewKind) (1 + ring_random_next (random) % 5), NULL);
      break;
    case 1:
      /* The recorded strokes want a front view. */
      if (head->kind != RING_VIEW_FRONT)
        edit = ring_view_plan_remove (design, head->id, NULL);
      break;
    case 2:
      edit = ring_view_plan_scale (design, head->id, scales[ring_random_next (random) % 4]);
      break;
    default:
      edit = ring_view_plan_set_first_angle (design, NULL, ring_random_next (random) % 2 == 0);
      break;
    }
  if (edit != NULL)
    ring_design_commit (design, edit);
}

static void
change_gem (RingDesign *design, RingRandom *random)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_GEM, NULL);
  g_autofree char *id = ring_design_new_id (design, 'g');
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_GEM, id);
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit = ring_edit_new (drawing, "Gem");
  RingGem gem = { .id = id, .ring = "", .stone = "", .length = 6.5, .width = 5, .depth = 3 };

  gem.cut = (RingCut) (ring_random_next (random) % RING_N_CUTS);
  gem.species = ring_species_get ((guint) (ring_random_next (random) % ring_species_get_n ()));
  gem.place.angle = 90 * ring_random_unit (random);
  gem.place.height = 3 * ring_random_unit (random);
  record = ring_gem_to_record (&gem, empty);
  if (old != NULL && ring_random_next (random) % 3 == 0)
    ring_edit_remove_record (edit, RING_RECORD_GEM, ring_record_get_id (old));
  else
    ring_edit_set_record (edit, record);
  ring_design_commit (design, edit);
}

/* Keeps the present, calls a revision otherwise, or puts one back. */
static void
change_revisions (RingDesign *design, RingRandom *random)
{
  g_autoptr (GPtrArray) list = ring_revision_list (ring_design_get_drawing (design));
  const char *id
    = list->len > 0 ? ring_record_get_id (list->pdata[ring_random_next (random) % list->len]) : NULL;
  RingEdit *edit;

  switch (ring_random_next (random) % 4)
    {
    case 0:
      edit = id != NULL ? ring_revision_annotate (design, id, "Halo", "as she drew it") : NULL;
      break;
    case 1:
      edit = id != NULL ? ring_revision_put_back (design, id, NULL) : NULL;
      break;
    default: edit = ring_revision_keep (design, NULL, NULL, NULL); break;
    }
  if (edit != NULL)
    ring_design_commit (design, edit);
}

void
random_edits_step (RingDesign *design, RingRandom *random)
{
  switch (ring_random_next (random) % 10)
    {
    case 0:
    case 1: drag (design, random, RING_TOOL_PEN); break;
    case 2: drag (design, random, RING_TOOL_ERASER); break;
    case 3: drag (design, random, RING_TOOL_NOTE); break;
    case 4: change_record (design, random); break;
    case 5: change_stone (design, random); break;
    case 6: change_layer (design, random); break;
    case 7:
      if (ring_random_next (random) % 4 == 0)
        change_gem (design, random);
      else
        change_views (design, random);
      break;
    case 8: change_revisions (design, random); break;
    default:
      /* A little to and fro, as people do. */
      ring_design_undo (design);
      if (ring_random_next (random) % 2 == 0)
        ring_design_redo (design);
      break;
    }
}
