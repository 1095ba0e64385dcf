/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows of the sheet as actions: more views, fewer, other scales, and which way they unfold.
 */

#define G_LOG_DOMAIN "ring-app"

#include "ring-paper.h"
#include "ring-view-plan.h"
#include "ring-window-private.h"

static const char *
first_ring (RingDesign *design)
{
  const RingRecord *ring
      = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);

  return ring != NULL ? ring_record_get_id (ring) : "";
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  RingViewKind kind;

  if (ring_view_kind_from_name (g_variant_get_string (parameter, NULL), &kind)
      && kind != RING_VIEW_PAGE)
    ring_design_commit (design, ring_view_plan_add (design, kind, first_ring (design)));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_view_plan_remove (design, g_variant_get_string (parameter, NULL), &error);

  if (edit != NULL)
    ring_design_commit (design, edit);
  else
    ring_window_toast (user_data, error->message);
}

static void
scale_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  const char *id;
  double scale;

  g_variant_get (parameter, "(&sd)", &id, &scale);
  ring_design_commit (design, ring_view_plan_scale (design, id, scale));
}

static void
projection_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  gboolean first = g_str_equal (g_variant_get_string (value, NULL), "first");

  ring_design_commit (design, ring_view_plan_set_first_angle (design, first_ring (design), first));
}

static void
paper_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  const RingDrawing *drawing = ring_design_get_drawing (design);
  RingPaper paper;

  if (ring_paper_find (g_variant_get_string (value, NULL), &paper))
    ring_design_commit (design, ring_paper_set (drawing, paper, ring_paper_is_wanted (drawing)));
}

static void
print_paper_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  const RingDrawing *drawing = ring_design_get_drawing (design);

  ring_design_commit (
      design, ring_paper_set (drawing, ring_paper_get (drawing), g_variant_get_boolean (value)));
}

void
ring_window_add_view_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-view", .activate = add_cb, .parameter_type = "s" },
    { .name = "remove-view", .activate = remove_cb, .parameter_type = "s" },
    { .name = "scale-view", .activate = scale_cb, .parameter_type = "(sd)" },
    { .name = "projection",
      .parameter_type = "s",
      .state = "'third'",
      .change_state = projection_cb },
    { .name = "paper", .parameter_type = "s", .state = "'warm-white'", .change_state = paper_cb },
    { .name = "print-paper", .state = "true", .change_state = print_paper_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
set_state (RingWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

void
ring_window_update_view_actions (RingWindow *self)
{
  RingDesign *design = ring_window_get_design (self);
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const char *ring = first_ring (design);
  gboolean first = ring_view_plan_is_first_angle (ring_design_get_drawing (design), ring);
  gboolean changes = !ring_design_get_read_only (design);

  set_state (self, "paper", g_variant_new_string (ring_paper_id (ring_paper_get (drawing))));
  set_state (self, "print-paper", g_variant_new_boolean (ring_paper_is_wanted (drawing)));
  ring_window_set_enabled (self, "paper", changes);
  ring_window_set_enabled (self, "print-paper",
                           changes && ring_paper_get (drawing) != RING_PAPER_WHITE);
  ring_window_set_enabled (self, "add-view", changes);
  ring_window_set_enabled (self, "remove-view", changes);
  ring_window_set_enabled (self, "scale-view", changes);
  /* It is the ring that says it. */
  ring_window_set_enabled (self, "projection", changes && ring[0] != '\0');
  set_state (self, "projection", g_variant_new_string (first ? "first" : "third"));
}
