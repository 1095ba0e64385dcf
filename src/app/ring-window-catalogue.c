/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue in a window: its menus, whenever they change, and what is wrong with its file. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-window-private.h"

/* The design keeps its choice: the page finds it again by its codes. */
static void
catalogue_changed_cb (RingWindow *self)
{
  RingCatalogue *catalogue = ring_catalogue_source_get_catalogue (self->catalogue_source);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  if (catalogue != NULL)
    self->catalogue = ring_catalogue_ref (catalogue);
  ring_catalogue_page_set_catalogue (self->catalogue_page, catalogue,
                                     ring_catalogue_source_get_report (self->catalogue_source));
  if (self->workfile == NULL)
    return;
  ring_difference_page_set_design (self->difference_page, ring_window_get_design (self), catalogue);
  ring_window_update_actions (self);
}

static void
problem_cb (RingWindow *self)
{
  const char *problem = ring_catalogue_source_get_problem (self->catalogue_source);

  if (problem != NULL)
    gtk_label_set_text (self->catalogue_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->catalogue_bar), problem != NULL);
}

void
ring_window_catalogue_response (RingWindow *self, int response)
{
  gtk_widget_set_visible (GTK_WIDGET (self->catalogue_bar), FALSE);
  if (response == GTK_RESPONSE_APPLY)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.preferences", NULL);
}

void
ring_window_follow_catalogue (RingWindow *self, RingCatalogueSource *source)
{
  self->catalogue_source = g_object_ref (source);
  catalogue_changed_cb (self);
  problem_cb (self);
  g_signal_connect_object (source, "changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "notify::problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
}
