/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's view and the signing of the client's sheet as actions, and their end when another design
 * comes. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-client-window.h"
#include "ring-revision.h"
#include "ring-sign-window.h"
#include "ring-window-private.h"

static void
client_view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  if (self->client_window == NULL)
    g_set_weak_pointer (&self->client_window,
                        ring_client_window_new (GTK_WINDOW (self),
                                                ring_bench_page_get_canvas (self->bench_page)));
  gtk_window_present (self->client_window);
}

static void
signed_cb (RingWindow *self)
{
  const RingRecord *revision
      = ring_revision_find_present (ring_design_get_drawing (ring_window_get_design (self)));
  /* Translators: the name of a revision. */
  g_autofree char *text
      = g_markup_printf_escaped (_("Signed: revision “%s”"), ring_revision_get_name (revision));
  AdwToast *toast = adw_toast_new (text);

  ring_window_show_view (self, "bench");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-revisions",
                                      g_variant_new_boolean (TRUE));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
sign_off_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  GtkWindow *parent = self->client_window != NULL ? self->client_window : GTK_WINDOW (self);

  if (self->sign_window == NULL)
    {
      g_set_weak_pointer (&self->sign_window,
                          ring_sign_window_new (parent, ring_window_get_design (self)));
      g_signal_connect_object (self->sign_window, "signed", G_CALLBACK (signed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->sign_window);
}

void
ring_window_add_client_action (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "client-view", .activate = client_view_cb },
    { .name = "sign-off", .activate = sign_off_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
close_window (GtkWindow **weak)
{
  GtkWindow *window = *weak;

  g_clear_weak_pointer (weak);
  if (window != NULL)
    gtk_window_destroy (window);
}

void
ring_window_close_client_view (RingWindow *self)
{
  close_window (&self->sign_window);
  close_window (&self->client_window);
}
