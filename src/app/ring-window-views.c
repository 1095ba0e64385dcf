/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows of the sheet as actions: more views, fewer, other scales, and which way they unfold.
 */

#define G_LOG_DOMAIN "ring-app"

#include "ring-paper.h"
#include "ring-rings.h"
#include "ring-view-plan.h"
#include "ring-window-private.h"

/* The one that the panel tells of. */
static const char *
get_ring (RingWindow *self)
{
  const char *id = ring_bench_panel_get_ring (ring_bench_page_get_panel (self->bench_page));

  return id != NULL ? id : "";
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  RingViewKind kind;

  if (ring_view_kind_from_name (g_variant_get_string (parameter, NULL), &kind)
      && kind != RING_VIEW_PAGE)
    ring_design_commit (design, ring_view_plan_add (design, kind, get_ring (user_data)));
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

/* The new ring is the one that the panel tells of. */
static void
add_ring_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingDesign *design = ring_window_get_design (self);
  gboolean fits = g_str_equal (g_variant_get_string (parameter, NULL), "fitted");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RingEdit *edit
      = ring_rings_add (design, ring_drawing_find_ring (ring_design_get_drawing (design), get_ring (self)),
                        fits, &id, &error);

  if (edit == NULL)
    {
      ring_window_toast (self, error->message);
      return;
    }
  ring_design_commit (design, edit);
  ring_bench_panel_show_ring (ring_bench_page_get_panel (self->bench_page), id);
  ring_window_show_view (self, "bench");
}

static void
remove_ring_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_rings_remove (design, get_ring (user_data), &error);

  if (edit != NULL)
    ring_design_commit (design, edit);
  else
    ring_window_toast (user_data, error->message);
}

/* One tap, and the next thing typed is a size. */
static void
new_size_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  ring_window_show_view (self, "bench");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-panel", g_variant_new_boolean (TRUE));
  ring_size_fields_edit (
      ring_bench_panel_get_size_fields (ring_bench_page_get_panel (self->bench_page)));
}

/* Somebody speaks: the panel opens where it is written down. */
static void
say_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  gboolean jeweler = g_str_equal (g_variant_get_string (parameter, NULL), "jeweler");

  ring_window_show_view (self, "bench");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-panel", g_variant_new_boolean (TRUE));
  ring_talk_group_write (ring_bench_panel_get_talk (ring_bench_page_get_panel (self->bench_page)),
                         jeweler);
}

static void
projection_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingDesign *design = ring_window_get_design (user_data);
  gboolean first = g_str_equal (g_variant_get_string (value, NULL), "first");

  ring_design_commit (design, ring_view_plan_set_first_angle (design, get_ring (user_data), first));
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
    { .name = "add-ring", .activate = add_ring_cb, .parameter_type = "s" },
    { .name = "remove-ring", .activate = remove_ring_cb },
    { .name = "new-size", .activate = new_size_cb },
    { .name = "say", .activate = say_cb, .parameter_type = "s" },
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
  const char *ring = get_ring (self);
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
  ring_window_set_enabled (self, "add-ring", changes);
  ring_window_set_enabled (self, "new-size", changes);
  ring_window_set_enabled (self, "say", changes);
  ring_window_set_enabled (self, "remove-ring", changes && ring_rings_get_n (drawing) > 1);
  /* It is the ring that says it. */
  ring_window_set_enabled (self, "projection", changes && ring[0] != '\0');
  set_state (self, "projection", g_variant_new_string (first ? "first" : "third"));
}
