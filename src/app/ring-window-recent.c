/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-window-private.h"

#define MAX_SHOWN 8
#define MIME_TYPE "application/vnd.ringwright.design+xml"

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = (GtkRecentInfo *) a, *second = (GtkRecentInfo *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second),
                              gtk_recent_info_get_modified (first));
}

static void
append_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GMenuItem) item = NULL;
  g_autoptr (GString) escaped = g_string_new (gtk_recent_info_get_display_name (info));

  /* An underscore in a file name is no mnemonic. */
  g_string_replace (escaped, "_", "__", 0);
  item = g_menu_item_new (escaped->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-path", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

void
ring_window_update_recent (RingWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint shown = 0;

  g_menu_remove_all (self->recent_section);
  items = g_list_sort (items, compare_newest_first);
  for (GList *l = items; l != NULL && shown < MAX_SHOWN; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_application_name ())
        && gtk_recent_info_exists (l->data))
      {
        append_item (self->recent_section, l->data);
        shown++;
      }
  /* An action that is not there leaves the line grey. */
  if (shown == 0)
    g_menu_append (self->recent_section, _("No designs yet"), "win.nothing");
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
ring_window_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *app = g_strdup (g_get_application_name ());
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) MIME_TYPE,
    .app_name = app,
    .app_exec = (char *) "ringwright %u",
  };

  if (g_utf8_validate (name, -1, NULL))
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
