/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones as actions: from a card to the drawing, and from a gem to its card. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-gem-view.h"
#include "ring-spec.h"
#include "ring-stone-gem.h"
#include "ring-view-lines.h"
#include "ring-window-private.h"

static RingDrawing *
get_drawing (RingWindow *self)
{
  return ring_design_get_drawing (ring_window_get_design (self));
}

/* The gem becomes, or gets, what the card says. */
static void
draw_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const RingRecord *stone = ring_drawing_find_record (get_drawing (user_data), RING_RECORD_STONE,
                                                      g_variant_get_string (parameter, NULL));
  g_autofree char *gem = NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  if (stone == NULL)
    return;
  edit = ring_stone_gem_draw (ring_window_get_design (user_data), stone, &gem, &error);
  if (edit != NULL)
    ring_design_commit (ring_window_get_design (user_data), edit);
  else
    ring_window_toast (user_data, error->message);
}

/* Where the stone's gem is seen first, in paper mm. */
static gboolean
find_gem (const RingDrawing *drawing, const char *stone_id, RingPoint *paper)
{
  const RingRecord *record = ring_stone_gem_find (drawing, stone_id);
  RingGem gem;

  if (record == NULL || !ring_gem_init (&gem, record))
    return FALSE;
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);
      RingMatrix matrix = ring_view_get_matrix (view);
      RingViewsKind kind;
      RingSpec spec;

      if (!ring_view_lines_kind (ring_view_get_head (view)->kind, &kind)
          || ring_drawing_find_ring (drawing, ring_view_get_head (view)->ring)
                 != ring_drawing_find_ring (drawing, gem.ring))
        continue;
      ring_spec_init (&spec, ring_drawing_find_ring (drawing, gem.ring));
      *paper
          = ring_matrix_apply (&matrix, ring_views_see (kind, ring_gem_origin (&gem, &spec.band)));
      return TRUE;
    }
  return FALSE;
}

/* The place comes to the middle of what is seen; a pin there is selected, so that it stands out. */
static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  RingDrawing *drawing = get_drawing (self);
  const RingView *view = NULL;
  const RingItem *pin = ring_stone_gem_find_pin (drawing, id, &view);
  RingViewport *viewport = ring_canvas_get_viewport (ring_bench_page_get_canvas (self->bench_page));
  RingPoint paper = { 0, 0 };
  gboolean found = find_gem (drawing, id, &paper);

  if (pin != NULL)
    {
      RingMatrix matrix = ring_view_get_matrix (view);

      found = TRUE;
      paper = ring_matrix_apply (
          &matrix, ring_matrix_apply (ring_item_get_matrix (pin), ring_item_get_note (pin)->at));
      ring_instruments_choose (ring_bench_page_get_instruments (self->bench_page), "select");
      ring_selection_set_item (ring_bench_page_get_selection (self->bench_page), (RingView *) view,
                               (RingItem *) pin);
    }
  if (found)
    ring_viewport_set_centre (viewport, paper);
  else
    ring_window_toast (self, _ ("This stone is not on the drawing yet: tap with the pin tool, or "
                                "draw it from its card."));
}

/* The card of the gem that was picked; a gem without one gets it, as it is drawn. */
static void
card_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingDesign *design = ring_window_get_design (self);
  const char *id
      = ring_instruments_get_picked_gem (ring_bench_page_get_instruments (self->bench_page));
  const RingRecord *record
      = id != NULL ? ring_drawing_find_record (get_drawing (self), RING_RECORD_GEM, id) : NULL;
  g_autofree char *stone_id = NULL;
  RingGem gem;

  if (record == NULL || !ring_gem_init (&gem, record))
    {
      ring_window_toast (self, _ ("Tap a gem with the gem tool first: its card opens then."));
      return;
    }
  stone_id = g_strdup (gem.stone);
  if (ring_drawing_find_record (get_drawing (self), RING_RECORD_STONE, stone_id) == NULL)
    {
      RingEdit *edit = ring_edit_new (get_drawing (self), _ ("Stone Card"));
      g_autoptr (RingRecord) stone = NULL;
      g_autoptr (RingRecord) linked = NULL;

      g_free (stone_id);
      stone_id = ring_design_new_id (design, 't');
      stone = ring_stone_gem_describe (&gem, stone_id);
      linked = ring_record_with (record, "stone", stone_id);
      ring_edit_set_record (edit, stone);
      ring_edit_set_record (edit, linked);
      if (!ring_design_commit (design, edit))
        return;
    }
  ring_bench_page_show_panel (self->bench_page, TRUE);
  ring_bench_panel_show_stone (ring_bench_page_get_panel (self->bench_page), stone_id);
}

void
ring_window_add_stone_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "draw-stone", .activate = draw_cb, .parameter_type = "s" },
    { .name = "show-stone", .activate = show_cb, .parameter_type = "s" },
    { .name = "stone-card", .activate = card_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
ring_window_update_stone_actions (RingWindow *self)
{
  gboolean changes = !ring_design_get_read_only (ring_window_get_design (self));

  ring_window_set_enabled (self, "draw-stone", changes);
  ring_window_set_enabled (self, "stone-card", changes);
}
