/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones that suppliers offer, as actions: looked for in general, for a card, or for the gem at hand. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-gem-view.h"
#include "ring-stone-gem.h"
#include "ring-stones-window.h"
#include "ring-window-private.h"

static void
attached_cb (RingWindow *self, const char *stone_id)
{
  ring_window_show_view (self, "bench");
  ring_bench_page_show_panel (self->bench_page, TRUE);
  ring_bench_panel_show_stone (ring_bench_page_get_panel (self->bench_page), stone_id);
}

static RingStonesWindow *
take_stones_window (RingWindow *self)
{
  g_autofree char *path = NULL;

  if (self->stones_window == NULL)
    {
      path = g_build_filename (g_get_user_data_dir (), RING_APP_ID, "supplier-lists.sqlite", NULL);
      self->stones_window = ring_stones_window_new (GTK_WINDOW (self), path);
      g_object_add_weak_pointer (G_OBJECT (self->stones_window), (gpointer *) &self->stones_window);
      gtk_window_set_destroy_with_parent (self->stones_window, TRUE);
      g_signal_connect_object (self->stones_window, "attached", G_CALLBACK (attached_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return RING_STONES_WINDOW (self->stones_window);
}

/* The card of STONE_ID with its gem, or the gem at hand with its card. */
static void
show (RingWindow *self, const char *stone_id)
{
  RingDesign *design = ring_window_get_design (self);
  RingDrawing *drawing = ring_design_get_drawing (design);
  const char *gem_id
      = ring_instruments_get_picked_gem (ring_bench_page_get_instruments (self->bench_page));
  const RingRecord *record = NULL;
  RingGem gem;

  if (stone_id != NULL)
    record = ring_stone_gem_find (drawing, stone_id);
  else if (gem_id != NULL)
    record = ring_drawing_find_record (drawing, RING_RECORD_GEM, gem_id);
  if (stone_id == NULL && record != NULL && ring_gem_init (&gem, record) && gem.stone[0] != '\0')
    stone_id = gem.stone;
  ring_stones_window_set_target (take_stones_window (self), design, stone_id,
                                 record != NULL ? ring_record_get_id (record) : NULL);
  gtk_window_present (self->stones_window);
}

static void
supplier_stones_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, NULL);
}

static void
find_stone_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, g_variant_get_string (parameter, NULL));
}

static void
import_list_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  show (user_data, NULL);
  ring_stones_window_import (take_stones_window (user_data), file);
}

void
ring_window_add_list_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "supplier-stones", .activate = supplier_stones_cb },
    { .name = "find-stone", .activate = find_stone_cb, .parameter_type = "s" },
    { .name = "import-list", .activate = import_list_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
