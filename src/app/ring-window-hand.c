/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the hand draws with: the instrument and its settings as actions, remembered from one run to
 * the next; what pen and touch do; and the whole screen for the sheet. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-palette.h"
#include "ring-settings.h"
#include "ring-window-private.h"

static RingInstruments *
get_instruments (RingWindow *self)
{
  return ring_bench_page_get_instruments (self->bench_page);
}

static RingStrokeStyle
get_style (RingWindow *self)
{
  RingInstruments *instruments = get_instruments (self);

  return *ring_instruments_get_style (instruments, ring_instruments_get_instrument (instruments));
}

static void
instrument_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ring_instruments_choose (get_instruments (user_data), g_variant_get_string (value, NULL));
}

static void
colour_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingStrokeStyle style = get_style (user_data);

  if (ring_palette_parse (g_variant_get_string (value, NULL), style.instrument, &style.colour))
    ring_instruments_set_style (get_instruments (user_data), &style);
}

static void
smoothing_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingStrokeStyle style = get_style (user_data);

  if (ring_smoothing_from_name (g_variant_get_string (value, NULL), &style.ink.smoothing))
    ring_instruments_set_style (get_instruments (user_data), &style);
}

static void
width_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingStrokeStyle style = get_style (user_data);
  int steps = g_str_has_suffix (g_action_get_name (G_ACTION (action)), "more") ? 1 : -1;

  if (ring_instruments_get_tool (get_instruments (user_data)) == RING_TOOL_ERASER)
    {
      ring_instruments_step_reach (get_instruments (user_data), steps);
      return;
    }
  style.ink.width = ring_instruments_step_width (style.instrument, style.ink.width, steps);
  ring_instruments_set_style (get_instruments (user_data), &style);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingInstruments *instruments = get_instruments (user_data);

  ring_instruments_reset (instruments, ring_instruments_get_instrument (instruments));
}

static void
reset_curve_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingStrokeStyle style = get_style (user_data);

  style.ink.curve = ring_instrument_get_info (style.instrument)->ink.curve;
  ring_instruments_set_style (get_instruments (user_data), &style);
}

static void
settings_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_bench_page_open_instrument_settings (RING_WINDOW (user_data)->bench_page);
}

static void
symmetry_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ring_instruments_set_symmetrical (get_instruments (user_data), g_variant_get_boolean (value));
}

static void
drafting_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingDrafting drafting = *ring_instruments_get_drafting (get_instruments (user_data));

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "snap"))
    drafting.snaps = g_variant_get_boolean (value);
  else
    drafting.holds = g_variant_get_boolean (value);
  ring_instruments_set_drafting (get_instruments (user_data), &drafting);
}

/* How a ruler is called in the action; its number is its kind. */
static const char *const rulers[] = { "none", "ruler", "ellipse" };

static void
ruler_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (rulers); i++)
    if (g_str_equal (g_variant_get_string (value, NULL), rulers[i]))
      {
        ring_canvas_set_ruler (ring_bench_page_get_canvas (self->bench_page), (RingRulerKind) i);
        g_simple_action_set_state (action, value);
      }
}

/* One key after the other: none, ruler, ellipse, none. */
static void
next_ruler_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingRulerKind kind = ring_canvas_get_ruler (ring_bench_page_get_canvas (self->bench_page));

  g_action_group_change_action_state (G_ACTION_GROUP (self), "ruler",
                                      g_variant_new_string (rulers[(kind + 1) % G_N_ELEMENTS (rulers)]));
}

static void
centre_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  ring_bench_page_centre_symmetry (
    self->bench_page, g_str_has_suffix (g_action_get_name (G_ACTION (action)), "gem"));
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingWindow *self = user_data;

  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  g_simple_action_set_state (action, value);
  ring_window_update_chrome (self);
}

static void
set_state (RingWindow *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

static void
set_switch (RingWindow *self, const char *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

static void
show_states (RingWindow *self)
{
  RingInstruments *instruments = get_instruments (self);
  RingStrokeStyle style = get_style (self);
  const RingInstrumentInfo *info = ring_instrument_get_info (style.instrument);
  gboolean draws = ring_instruments_get_tool (instruments) == RING_TOOL_PEN
                   || ring_instruments_get_tool (instruments) == RING_TOOL_SHAPE;
  gboolean erases = ring_instruments_get_tool (instruments) == RING_TOOL_ERASER;
  g_autofree char *colour = ring_palette_format (style.colour);

  set_state (self, "instrument", ring_instruments_get_choice (instruments));
  set_state (self, "colour", colour);
  set_state (self, "smoothing", ring_smoothing_get_name (style.ink.smoothing));
  set_switch (self, "symmetry", ring_instruments_is_symmetrical (instruments));
  set_switch (self, "snap", ring_instruments_get_drafting (instruments)->snaps);
  set_switch (self, "hold-shape", ring_instruments_get_drafting (instruments)->holds);
  ring_window_set_enabled (self, "colour", draws);
  ring_window_set_enabled (self, "smoothing", draws);
  ring_window_set_enabled (self, "instrument-settings",
                           !erases && ring_instruments_get_tool (instruments) != RING_TOOL_NOTE);
  ring_window_set_enabled (self, "width-less", erases ? ring_instruments_can_step_reach (instruments, -1)
                                          : draws && style.ink.width > info->min_width);
  ring_window_set_enabled (self, "width-more", erases ? ring_instruments_can_step_reach (instruments, 1)
                                          : draws && style.ink.width < info->max_width);
  ring_window_set_enabled (self, "reset-instrument",
               draws && ring_instruments_is_changed (instruments, style.instrument));
  ring_window_set_enabled (self, "reset-curve",
               draws && !ring_pressure_curve_equal (&style.ink.curve, &info->ink.curve));
}

/* A slider says a hundred things a second; the last one is worth remembering. */
static gboolean
remember_cb (gpointer user_data)
{
  RingWindow *self = user_data;

  self->remember_idle = 0;
  ring_settings_set_instruments (ring_instruments_save (get_instruments (self)));
  return G_SOURCE_REMOVE;
}

static void
instruments_changed_cb (RingWindow *self)
{
  show_states (self);
  if (self->remember_idle == 0)
    self->remember_idle = g_idle_add_full (G_PRIORITY_LOW, remember_cb, self, NULL);
}

static RingPenButton
read_pen_button (GSettings *settings, const char *key)
{
  g_autofree char *role = g_settings_get_string (settings, key);

  if (g_str_equal (role, "erase"))
    return RING_PEN_BUTTON_ERASE;
  return g_str_equal (role, "pan") ? RING_PEN_BUTTON_PAN : RING_PEN_BUTTON_NOTHING;
}

static void
apply_input_settings (RingWindow *self)
{
  GSettings *settings = ring_settings_get ();
  RingCanvas *canvas = ring_bench_page_get_canvas (self->bench_page);

  ring_canvas_set_pen_button (canvas, 1, read_pen_button (settings, "pen-button-1"));
  ring_canvas_set_pen_button (canvas, 2, read_pen_button (settings, "pen-button-2"));
  ring_canvas_set_touch_draws (canvas, g_settings_get_boolean (settings, "touch-draws"));
  ring_bench_page_set_left_handed (self->bench_page, g_settings_get_boolean (settings, "left-handed"));
}

/* All windows follow the settings; without a place to keep them the defaults stand. */
static void
add_input_settings (RingWindow *self)
{
  const char *const keys[] = { "pen-button-1", "pen-button-2", "touch-draws", "left-handed" };
  GSettings *settings = ring_settings_get ();

  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (self), action);
      g_signal_connect_object (settings, signal, G_CALLBACK (apply_input_settings), self,
                               G_CONNECT_SWAPPED);
    }
  apply_input_settings (self);
}

/* A shop speaks of sizes in one system, whatever the design was given in. */
static void
bind_size_system (RingWindow *self)
{
  RingBenchPanel *panel = ring_bench_page_get_panel (self->bench_page);
  GSettings *settings = ring_settings_get ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "size-system", ring_bench_panel_get_size_fields (panel), "system",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "size-carries-drawing", ring_bench_panel_get_size_fields (panel),
                   "carries", G_SETTINGS_BIND_DEFAULT);
}

/* The window manager has its own ways in and out. */
static void
fullscreened_cb (RingWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (full));
  ring_window_update_chrome (self);
}

void
ring_window_add_hand_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "instrument", .parameter_type = "s", .state = "'pen'", .change_state = instrument_cb },
    { .name = "colour", .parameter_type = "s", .state = "'#000000'", .change_state = colour_cb },
    { .name = "smoothing", .parameter_type = "s", .state = "'light'", .change_state = smoothing_cb },
    { .name = "symmetry", .state = "false", .change_state = symmetry_cb },
    { .name = "snap", .state = "true", .change_state = drafting_cb },
    { .name = "ruler", .parameter_type = "s", .state = "'none'", .change_state = ruler_cb },
    { .name = "next-ruler", .activate = next_ruler_cb },
    { .name = "hold-shape", .state = "true", .change_state = drafting_cb },
    { .name = "symmetry-on-finger", .activate = centre_cb },
    { .name = "symmetry-on-gem", .activate = centre_cb },
    { .name = "width-less", .activate = width_cb },
    { .name = "width-more", .activate = width_cb },
    { .name = "reset-instrument", .activate = reset_cb },
    { .name = "reset-curve", .activate = reset_curve_cb },
    { .name = "instrument-settings", .activate = settings_cb },
    { .name = "fullscreen", .state = "false", .change_state = fullscreen_cb },
  };
  g_autoptr (GVariant) saved = ring_settings_get_instruments ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (saved != NULL)
    ring_instruments_load (get_instruments (self), saved);
  show_states (self);
  g_signal_connect_object (get_instruments (self), "changed", G_CALLBACK (instruments_changed_cb),
                           self, G_CONNECT_SWAPPED);
  add_input_settings (self);
  bind_size_system (self);
  g_signal_connect_object (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);
}

/* On the Bench the whole screen is paper, and what the hand needs lies over it; the other views
 * keep their header. */
void
ring_window_update_chrome (RingWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");
  g_autoptr (GVariant) state = g_action_get_state (action);
  gboolean bare = g_variant_get_boolean (state)
                  && g_strcmp0 (ring_window_get_view (self), "bench") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->header_bar), !bare);
  ring_bench_page_show_full_controls (self->bench_page, bare);
}

void
ring_window_remember_hand (RingWindow *self)
{
  if (self->remember_idle == 0)
    return;
  g_clear_handle_id (&self->remember_idle, g_source_remove);
  ring_settings_set_instruments (ring_instruments_save (get_instruments (self)));
}
