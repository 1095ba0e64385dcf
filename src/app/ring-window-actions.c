/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command of the window by its name: menus, keys, buttons, tests, assistive tools and other
 * programs all use these. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-print.h"
#include "ring-window-private.h"

/* Made when it is wanted: a window that waits hidden costs time at the start, and GTK 4.8 ends the
 * program where a screen reader asks for it (gtk_at_spi_root gives it out without a path). */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  if (self->shortcuts == NULL)
    {
      g_autoptr (GtkBuilder) builder
          = gtk_builder_new_from_resource (RING_APP_PATH "/ui/ring-shortcuts.ui");

      g_set_weak_pointer (&self->shortcuts,
                          GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
      gtk_window_set_transient_for (self->shortcuts, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->shortcuts, TRUE);
    }
  gtk_window_present (self->shortcuts);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (user_data));

  gtk_window_present (GTK_WINDOW (ring_window_new (application)));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_open (user_data);
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  ring_window_open (user_data, file);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_save (user_data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_save (user_data);
}

static void
save_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  ring_window_save_to (user_data, file, TRUE);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_export (user_data, RING_EXPORT_SKETCH);
}

static void
export_strip_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_export (user_data, RING_EXPORT_STRIP);
}

static void
export_quote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_export (user_data, RING_EXPORT_QUOTE);
}

static void
export_quote_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_QUOTE, g_variant_get_string (parameter, NULL));
}

static void
export_bench_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_export (user_data, RING_EXPORT_BENCH);
}

static void
export_bench_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_BENCH, g_variant_get_string (parameter, NULL));
}

static void
export_client_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_choose_export (user_data, RING_EXPORT_CLIENT);
}

static void
export_client_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_CLIENT, g_variant_get_string (parameter, NULL));
}

static void
export_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_SKETCH, g_variant_get_string (parameter, NULL));
}

static void
export_strip_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_STRIP, g_variant_get_string (parameter, NULL));
}

static void
print_to_file (RingWindow *self, RingExportLayout layout, const char *path)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));
  g_autoptr (GError) error = NULL;

  if (!ring_print_to_file (GTK_WINDOW (self), drawing, layout, ring_workfile_get_title (self->workfile), path, &error))
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_print (user_data, ring_design_get_drawing (ring_window_get_design (user_data)), RING_EXPORT_SKETCH);
}

static void
print_strip_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_print (user_data, ring_design_get_drawing (ring_window_get_design (user_data)), RING_EXPORT_STRIP);
}

static void
print_to_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  print_to_file (user_data, RING_EXPORT_SKETCH, g_variant_get_string (parameter, NULL));
}

static void
print_strip_to_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  print_to_file (user_data, RING_EXPORT_STRIP, g_variant_get_string (parameter, NULL));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (user_data);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_design_undo (ring_window_get_design (user_data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_design_redo (ring_window_get_design (user_data));
}

static void
show_view_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingWindow *self = user_data;
  const char *view = g_variant_get_string (value, NULL);

  if (adw_view_stack_get_child_by_name (self->stack, view) == NULL)
    return;
  ring_window_show_view (self, view);
  /* Who comes by key finds the keys of the drawing at hand. */
  if (g_str_equal (view, "bench"))
    gtk_widget_grab_focus (GTK_WIDGET (ring_bench_page_get_canvas (self->bench_page)));
}

static void
show_panel_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingWindow *self = user_data;

  g_simple_action_set_state (action, value);
  ring_bench_page_show_panel (self->bench_page, g_variant_get_boolean (value));
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (ring_bench_page_get_canvas (self->bench_page)), name, NULL);
}

void
ring_window_add_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-help-overlay", .activate = shortcuts_cb },
    { .name = "new", .activate = new_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-path", .activate = open_path_cb, .parameter_type = "s" },
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "save-path", .activate = save_path_cb, .parameter_type = "s" },
    { .name = "export", .activate = export_cb },
    { .name = "export-path", .activate = export_path_cb, .parameter_type = "s" },
    { .name = "export-bench", .activate = export_bench_cb },
    { .name = "export-bench-path", .activate = export_bench_path_cb, .parameter_type = "s" },
    { .name = "export-client", .activate = export_client_cb },
    { .name = "export-client-path", .activate = export_client_path_cb, .parameter_type = "s" },
    { .name = "export-quote", .activate = export_quote_cb },
    { .name = "export-quote-path", .activate = export_quote_path_cb, .parameter_type = "s" },
    { .name = "export-strip", .activate = export_strip_cb },
    { .name = "export-strip-path", .activate = export_strip_path_cb, .parameter_type = "s" },
    { .name = "print", .activate = print_cb },
    { .name = "print-to-file", .activate = print_to_file_cb, .parameter_type = "s" },
    { .name = "print-strip", .activate = print_strip_cb },
    { .name = "print-strip-to-file", .activate = print_strip_to_file_cb, .parameter_type = "s" },
    { .name = "close", .activate = close_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "show-view", .parameter_type = "s", .state = "'catalogue'", .change_state = show_view_cb },
    { .name = "show-panel", .state = "true", .change_state = show_panel_cb },
    { .name = "zoom-in", .activate = zoom_cb },
    { .name = "zoom-out", .activate = zoom_cb },
    { .name = "zoom-fit", .activate = zoom_cb },
    { .name = "zoom-one", .activate = zoom_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ring_window_add_catalogue_actions (self);
  ring_window_add_hand_actions (self);
  ring_window_add_rules_action (self);
  ring_window_add_others_actions (self);
  ring_window_add_client_action (self);
  ring_window_add_forget_action (self);
  ring_window_add_view_actions (self);
  ring_window_add_stone_actions (self);
  ring_window_add_receipt_actions (self);
  ring_window_add_list_actions (self);
  ring_window_add_library_actions (self);
  ring_window_add_difference_actions (self);
  ring_window_add_revision_actions (self);
  ring_window_add_selection_actions (self);
  ring_window_add_underlay_actions (self);
}

void
ring_window_set_enabled (RingWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The tooltip names the step that the button is about to take back or bring again. */
static void
name_steps (RingWindow *self)
{
  RingDesign *design = ring_window_get_design (self);
  const char *undo = ring_design_get_undo_label (design);
  const char *redo = ring_design_get_redo_label (design);
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
}

void
ring_window_update_actions (RingWindow *self)
{
  RingDesign *design = ring_window_get_design (self);
  gboolean busy = ring_workfile_get_busy (self->workfile) || self->saving;

  ring_window_set_enabled (self, "undo", ring_design_get_can_undo (design));
  ring_window_set_enabled (self, "redo", ring_design_get_can_redo (design));
  ring_window_set_enabled (self, "carry", self->catalogue != NULL && !ring_design_get_read_only (design));
  ring_window_set_enabled (self, "save",
                           !busy && (ring_design_get_modified (design)
                                     || ring_workfile_get_file (self->workfile) == NULL));
  ring_window_set_enabled (self, "forget-client", !busy && !ring_design_get_read_only (design));
  ring_window_set_enabled (self, "save-as", !busy);
  ring_window_set_enabled (self, "save-path", !busy);
  name_steps (self);
  ring_window_update_view_actions (self);
  ring_window_update_stone_actions (self);
  ring_window_update_revision_actions (self);
  ring_window_update_others_actions (self);
  ring_window_update_underlay_actions (self);
  ring_window_update_selection_actions (self);
}
