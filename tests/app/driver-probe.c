/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stand-in for the program, small enough to be beyond doubt: it proves the driver of the tests
 * of the program. */
#include <adwaita.h>

static void
count_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  g_simple_action_set_state (action, g_variant_new_int32 (g_variant_get_int32 (state) + 1));
}

static void
name_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_window_set_title (window, g_variant_get_string (parameter, NULL));
}

static void
warn_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_warning ("as wanted");
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer app)
{
  g_application_quit (app);
}

static const GActionEntry window_entries[] = {
  { .name = "count", .activate = count_cb, .state = "0" },
  { .name = "name", .activate = name_cb, .parameter_type = "s" },
  { .name = "never", .activate = count_cb, .state = "0" },
  { .name = "warn", .activate = warn_cb },
};

static const GActionEntry app_entries[] = {
  { .name = "quit", .activate = quit_cb },
};

static void
activate_cb (GtkApplication *app)
{
  GtkWidget *window = gtk_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label ("Count");
  GtkWidget *entry = gtk_entry_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (window), window_entries,
                                   G_N_ELEMENTS (window_entries), window);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), "never")), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.count");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_title (GTK_WINDOW (window), "Probe");
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app
    = adw_application_new (RING_APP_ID, G_APPLICATION_DEFAULT_FLAGS);

  g_action_map_add_action_entries (G_ACTION_MAP (app), app_entries, G_N_ELEMENTS (app_entries),
                                   app);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
