/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-application.h"
#include "ring-floor-enter.h"
#include "ring-preferences.h"
#include "ring-restore.h"
#include "ring-window.h"

struct _RingApplication
{
  AdwApplication parent_instance;

  RingCatalogueSource *catalogue;
  gboolean demo; /* begins in shop-floor mode */
};

G_DEFINE_FINAL_TYPE (RingApplication, ring_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.new-window", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-as", { "<Primary><Shift>s" } },
  { "win.export", { "<Primary>e" } },
  { "win.print", { "<Primary>p" } },
  { "win.close", { "<Primary>w" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.carry", { "<Primary><Shift>b" } },
  { "win.show-view::catalogue", { "<Alt>1" } },
  { "win.show-view::bench", { "<Alt>2" } },
  { "win.show-view::difference", { "<Alt>3" } },
  { "win.show-panel", { "F9" } },
  { "win.bench-rules", { "F8" } },
  { "win.new-revision", { "<Primary>k" } },
  { "win.show-revisions", { "F6" } },
  { "win.show-help-overlay", { "<Primary>question", "<Primary>F1" } },
  { "win.client-view", { "F7" } },
  { "win.sign-off", { "<Shift>F7" } },
  { "win.supplier-stones", { "<Primary><Shift>l" } },
  { "win.library", { "<Primary><Shift>o" } },
  { "app.preferences", { "<Primary>comma" } },
  { "win.fullscreen", { "F11" } },
  { "win.instrument::pen", { "<Alt>p" } },
  { "win.instrument::eraser", { "<Alt>e" } },
  { "win.instrument::note", { "<Alt>n" } },
  { "win.instrument::gem", { "<Alt>j" } },
  { "win.instrument::setting", { "<Alt>h" } },
  { "win.instrument::fill", { "<Alt>u" } },
  { "win.zoom-in", { "<Primary>plus", "<Primary>equal" } },
  { "win.zoom-out", { "<Primary>minus" } },
  { "win.zoom-fit", { "<Primary>0" } },
  { "win.zoom-one", { "<Primary>1" } },
};

static RingWindow *
new_window (RingApplication *self)
{
  RingWindow *window = ring_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The window in front, or a new one. */
static RingWindow *
take_window (RingApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (RING_IS_WINDOW (active))
    return RING_WINDOW (active);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data))
      return l->data;
  return new_window (self);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  new_window (user_data);
}

/* Each window asks for itself what is to become of unsaved changes. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  GtkWidget *about = adw_about_window_new ();

  adw_about_window_set_application_name (ADW_ABOUT_WINDOW (about), _("Ringwright"));
  adw_about_window_set_application_icon (ADW_ABOUT_WINDOW (about), RING_APP_ID);
  adw_about_window_set_developer_name (ADW_ABOUT_WINDOW (about), _("The Ringwright authors"));
  adw_about_window_set_version (ADW_ABOUT_WINDOW (about), RING_VERSION);
  adw_about_window_set_license_type (ADW_ABOUT_WINDOW (about), GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (ADW_ABOUT_WINDOW (about),
                                 _("A ring chosen from menus and a ring that was drawn, on one "
                                   "screen: sketch at true scale, pin the stone that was found, "
                                   "and see what makes the difference."));
  adw_about_window_set_copyright (ADW_ABOUT_WINDOW (about), "© The Ringwright authors");
  /* Translators: put your names here, one a line. */
  adw_about_window_set_translator_credits (ADW_ABOUT_WINDOW (about), _("translator-credits"));
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingApplication *self = user_data;

  gtk_window_present (ring_preferences_new (
      gtk_application_get_active_window (GTK_APPLICATION (self)), self->catalogue));
}

/* The house's with an empty name. */
static void
use_catalogue_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = name[0] != '\0' ? g_file_new_for_commandline_arg (name) : NULL;

  ring_catalogue_source_choose (RING_APPLICATION (user_data)->catalogue, file);
}

static void
shop_floor_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingApplication *self = user_data;

  ring_floor_ask (GTK_APPLICATION (self), gtk_application_get_active_window (GTK_APPLICATION (self)),
                  self->catalogue);
}

/* In shop-floor mode there is one window, whatever another program asks for. Nothing that was left unsaved is restored
 * into it: that waits for the shop. */
static gboolean
show_floor (RingApplication *self)
{
  gboolean demo = self->demo;

  self->demo = FALSE;
  if (!demo && ring_floor_find (GTK_APPLICATION (self)) == NULL)
    return FALSE;
  ring_floor_enter (GTK_APPLICATION (self), self->catalogue);
  return TRUE;
}

static void
ring_application_activate (GApplication *application)
{
  if (show_floor (RING_APPLICATION (application)))
    return;
  if (!ring_restore_all (GTK_APPLICATION (application)))
    gtk_window_present (GTK_WINDOW (take_window (RING_APPLICATION (application))));
}

static void
ring_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  if (show_floor (RING_APPLICATION (application)))
    return;
  ring_restore_all (GTK_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    ring_window_open (take_window (RING_APPLICATION (application)), files[i]);
}

static void
ring_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shop-floor", .activate = shop_floor_cb },
    { .name = "use-catalogue", .activate = use_catalogue_cb, .parameter_type = "s" },
  };

  /* The first window waits for it; meanwhile the toolkit starts. */
  ring_catalogue_source_start (RING_APPLICATION (application)->catalogue);
  G_APPLICATION_CLASS (ring_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  gtk_window_set_default_icon_name (RING_APP_ID);
  ring_restore_watch_end (GTK_APPLICATION (application));
}

/* A program that runs already has windows of its own: there the mode is asked for as by its menu. */
static int
ask_running (RingApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  if (!g_application_register (application, NULL, NULL) || !g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "shop-floor", NULL);
  return 0;
}

/* One program has one catalogue: where it already runs with another, saying so is better than
 * showing the wrong menus. */
static int
ring_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  RingApplication *self = RING_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  const char *path;

  self->demo = g_variant_dict_contains (options, "demo");
  if (!g_variant_dict_lookup (options, "catalogue", "^&ay", &path))
    return self->demo ? ask_running (self) : -1;
  file = g_file_new_for_commandline_arg (path);
  if (!ring_catalogue_source_fix (self->catalogue, file, &error))
    {
      g_printerr ("ringwright: %s: %s\n", path, error->message);
      return 1;
    }
  if (g_application_register (application, NULL, NULL) && g_application_get_is_remote (application))
    {
      g_printerr (_("ringwright: the program already runs with a catalogue: close it first to use %s\n"),
                  path);
      return 1;
    }
  return -1;
}

static void
ring_application_finalize (GObject *object)
{
  RingApplication *self = RING_APPLICATION (object);

  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (ring_application_parent_class)->finalize (object);
}

static void
ring_application_class_init (RingApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ring_application_finalize;
  application_class->activate = ring_application_activate;
  application_class->handle_local_options = ring_application_handle_local_options;
  application_class->open = ring_application_open;
  application_class->startup = ring_application_startup;
}

static void
ring_application_init (RingApplication *self)
{
  static const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use the menus of another catalogue"), N_("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin in shop-floor mode"), NULL },
    { NULL },
  };

  self->catalogue = ring_catalogue_source_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

RingApplication *
ring_application_new (GApplicationFlags flags)
{
  return g_object_new (RING_TYPE_APPLICATION,
                       "application-id", RING_APP_ID,
                       "resource-base-path", RING_APP_PATH,
                       "register-session", TRUE,
                       "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

RingCatalogueSource *
ring_application_get_catalogue (RingApplication *self)
{
  g_return_val_if_fail (RING_IS_APPLICATION (self), NULL);

  return self->catalogue;
}

int
ring_application_run (int argc, char **argv)
{
  g_autoptr (RingApplication) application = NULL;

  g_set_application_name (_("Ringwright"));
  application = ring_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
