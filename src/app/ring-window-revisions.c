/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions as actions: keeping the drawing as one, looking at one beside the drawing, and putting one
 * back. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-compare-window.h"
#include "ring-revision.h"
#include "ring-window-private.h"

/* Takes EDIT, which is NULL where ERROR says why. */
static gboolean
commit (RingWindow *self, RingEdit *edit, const GError *error)
{
  if (edit == NULL)
    ring_window_toast (self, error->message);
  else if (ring_design_commit (ring_window_get_design (self), edit))
    return TRUE;
  else
    ring_window_toast (self, _("This design is read-only. Save it under another name first."));
  return FALSE;
}

static void
show_strip (RingWindow *self)
{
  ring_window_show_view (self, "bench");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-revisions",
                                      g_variant_new_boolean (TRUE));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingDesign *design = ring_window_get_design (self);
  const char *name = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_revision_keep (design, name, NULL, &error);
  const RingRecord *kept;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!commit (self, edit, error))
    return;
  show_strip (self);
  kept = ring_revision_find_present (ring_design_get_drawing (design));
  text = g_markup_printf_escaped (_("Kept as “%s”"), ring_revision_get_name (kept));
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("Name It"));
  adw_toast_set_action_name (toast, "win.name-revision");
  adw_toast_set_action_target (toast, "s", ring_record_get_id (kept));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
compare_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingDesign *design = ring_window_get_design (self);
  const char *name = g_variant_get_string (parameter, NULL);
  const RingRecord *revision = ring_revision_find (ring_design_get_drawing (design), name);
  GtkWidget *window;

  if (revision == NULL)
    return;
  window = ring_compare_window_new (GTK_WINDOW (self), design, ring_record_get_id (revision));
  gtk_window_present (GTK_WINDOW (window));
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "name-revision"))
    ring_compare_window_name (RING_COMPARE_WINDOW (window));
}

static void
put_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingDesign *design = ring_window_get_design (self);
  const char *name = g_variant_get_string (parameter, NULL);
  const RingRecord *revision = ring_revision_find (ring_design_get_drawing (design), name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit;
  AdwToast *toast;

  if (revision == NULL)
    return;
  text = g_markup_printf_escaped (_("“%s” is back; what was drawn since is kept"),
                                  ring_revision_get_name (revision));
  edit = ring_revision_put_back (design, ring_record_get_id (revision), &error);
  if (!commit (self, edit, error))
    return;
  show_strip (self);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
  ring_bench_page_show_revisions (RING_WINDOW (user_data)->bench_page, g_variant_get_boolean (value));
}

void
ring_window_add_revision_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new-revision", .activate = new_cb },
    { .name = "new-revision-named", .activate = new_cb, .parameter_type = "s" },
    { .name = "compare-revision", .activate = compare_cb, .parameter_type = "s" },
    { .name = "name-revision", .activate = compare_cb, .parameter_type = "s" },
    { .name = "put-back", .activate = put_back_cb, .parameter_type = "s" },
    { .name = "show-revisions", .state = "false", .change_state = show_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
ring_window_update_revision_actions (RingWindow *self)
{
  gboolean changes = !ring_design_get_read_only (ring_window_get_design (self));

  ring_window_set_enabled (self, "new-revision", changes);
  ring_window_set_enabled (self, "new-revision-named", changes);
  ring_window_set_enabled (self, "put-back", changes);
}
