/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bench rules as an action, the limits they measure against, and what estimates reckon with. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-limits-settings.h"
#include "ring-rates-settings.h"
#include "ring-window-private.h"

static void
bench_rules_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingWindow *self = user_data;
  gboolean active = g_variant_get_boolean (value);

  ring_bench_page_show_rules (self->bench_page, active);
  g_simple_action_set_state (action, value);
}

static void
limits_changed_cb (RingWindow *self)
{
  ring_bench_page_set_limits (self->bench_page,
                              ring_limits_settings_get (ring_limits_settings_get_default ()));
}

void
ring_window_add_rules_action (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "bench-rules", .state = "false", .change_state = bench_rules_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (ring_limits_settings_get_default (), "changed",
                           G_CALLBACK (limits_changed_cb), self, G_CONNECT_SWAPPED);
  limits_changed_cb (self);
  ring_bench_panel_set_rates (ring_bench_page_get_panel (self->bench_page),
                              ring_rates_settings_get_default ());
}
