/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-shop-settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ring-file.h"
#include "ring-save.h"
#include "ring-settings.h"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ringwright", "letterhead.svg", NULL);
}

gboolean
ring_shop_settings_has_letterhead (void)
{
  g_autofree char *path = get_path ();

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* One that cannot be read any more is none: a sheet without it is better than no sheet. */
static RingDrawing *
read_letterhead (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = ring_file_load (file, NULL);

  return bytes != NULL ? ring_shop_read_letterhead (bytes, NULL) : NULL;
}

RingShop *
ring_shop_settings_get (void)
{
  GSettings *settings = ring_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, RING_SHOP_NAME_KEY) : g_strdup ("");
  g_autofree char *contact = settings != NULL ? g_settings_get_string (settings, RING_SHOP_CONTACT_KEY) : g_strdup ("");
  g_autofree char *terms = settings != NULL ? g_settings_get_string (settings, RING_SHOP_TERMS_KEY) : g_strdup ("");
  g_autoptr (RingDrawing) letterhead = read_letterhead ();

  if (name[0] == '\0' && contact[0] == '\0' && terms[0] == '\0' && letterhead == NULL)
    return NULL;
  return ring_shop_new (name, contact, terms, letterhead);
}

gboolean
ring_shop_settings_set_letterhead (GFile *file, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RingDrawing) drawing = NULL;

  if (file == NULL)
    {
      g_unlink (path);
      return TRUE;
    }
  bytes = ring_file_load (file, error);
  if (bytes == NULL)
    return FALSE;
  drawing = ring_shop_read_letterhead (bytes, error);
  if (drawing == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  return ring_save_bytes (path, bytes, error);
}
