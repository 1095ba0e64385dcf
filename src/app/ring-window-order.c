/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window does with the ring of its Catalogue: carry it to the Bench, order it. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-carry.h"
#include "ring-order-window.h"
#include "ring-window-private.h"

/* The catalogue's ring becomes a locked underlay of the Bench, in one step that undo takes back. */
static void
carry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  RingChoice choice;
  gboolean made = FALSE;
  double seconds = ring_catalogue_page_get_seconds (self->catalogue_page);
  RingCatalogueArt *art = ring_catalogue_page_get_art (self->catalogue_page);
  RingEdit *edit;

  if (!ring_catalogue_page_get_choice (self->catalogue_page, &choice, &made) || !made)
    {
      ring_window_toast (self, _("This combination is not made, so there is nothing to carry"));
      return;
    }
  edit = ring_carry_choice (ring_window_get_design (self), art, &choice, seconds, &error);
  if (edit == NULL)
    {
      ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
      return;
    }
  ring_design_commit (ring_window_get_design (self), edit);
  ring_window_show_view (self, "bench");
  ring_window_toast (self, _("Under the sheet, locked: draw over it"));
}

/* "MENU=CODE": one choice from a menu, for the keyboard's users of the bus and for tests. */
static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_auto (GStrv) words = g_strsplit (g_variant_get_string (parameter, NULL), "=", 2);

  if (g_strv_length (words) != 2 || !ring_catalogue_page_choose (self->catalogue_page, words[0], words[1]))
    ring_window_toast (self, _("The catalogue has no such option"));
}

static void
order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  ring_catalogue_page_order (self->catalogue_page);
}

/* The confirmation to a path, without a dialog. */
static void
save_order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  RingChoice choice;
  gboolean made = FALSE;

  if (!ring_catalogue_page_get_choice (self->catalogue_page, &choice, &made) || !made)
    ring_window_toast (self, _("This combination is not made, so there is nothing to order"));
  else if (!ring_order_save (self->catalogue, &choice, file, &error))
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

void
ring_window_add_catalogue_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "choose", .activate = choose_cb, .parameter_type = "s" },
    { .name = "carry", .activate = carry_cb },
    { .name = "order", .activate = order_cb },
    { .name = "save-order", .activate = save_order_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
