/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include "ring-traces.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-disk.h"
#include "ring-keeper.h"
#include "ring-restored.h"

static gboolean
remove_file (const char *path, char **message)
{
  g_autofree char *shown = NULL;

  if (ring_disk.unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  shown = g_filename_display_name (path);
  g_free (*message);
  *message = g_strdup_printf (_ ("%s could not be removed: %s"), shown, g_strerror (errno));
  return FALSE;
}

static gboolean
is_of_file (const char *path, const char *uri)
{
  RingJournalFile file = { 0 };
  gboolean is = ring_restored_read_file (path, &file, NULL) && g_str_equal (file.uri, uri);

  ring_journal_file_clear (&file);
  return is;
}

static gboolean
has_name (const char *path, const char *name)
{
  g_autoptr (GMappedFile) file = NULL;

  if (name == NULL || name[0] == '\0')
    return FALSE;
  file = g_mapped_file_new (path, FALSE, NULL);
  return file != NULL && g_mapped_file_get_length (file) > 0
         && memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), name,
                    strlen (name)) != NULL;
}

static gboolean
remove_histories (const char *folder, const char *uri, const char *name, char **message)
{
  g_autofree char *history = ring_keeper_history_folder (folder);
  g_autoptr (GDir) dir = g_dir_open (history, 0, NULL);
  gboolean ok = TRUE;
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (history, entry, NULL);

      if (is_of_file (path, uri) || has_name (path, name))
        ok &= remove_file (path, message);
    }
  return ok;
}

static gboolean
remove_journals (const char *folder, const char *uri, char **message)
{
  g_autofree char *journals = ring_keeper_journal_folder (folder);
  g_autoptr (GPtrArray) left = ring_journal_list_left (journals);
  gboolean ok = TRUE;

  for (guint i = 0; i < left->len; i++)
    if (is_of_file (g_ptr_array_index (left, i), uri))
      ok &= remove_file (g_ptr_array_index (left, i), message);
  return ok;
}

/* By the thumbnail specification of freedesktop.org: the MD5 of the URI, in a folder for each size. */
static gboolean
remove_thumbnails (const char *uri, char **message)
{
  static const char *const sizes[] = { "normal", "large", "x-large", "xx-large" };
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, uri, -1);
  g_autofree char *name = g_strconcat (sum, ".png", NULL);
  gboolean ok = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path
          = g_build_filename (g_get_user_cache_dir (), "thumbnails", sizes[i], name, NULL);

      ok &= remove_file (path, message);
    }
  return ok;
}

gboolean
ring_traces_remove (const char *folder, const char *uri, const char *name, char **message)
{
  gboolean ok = remove_thumbnails (uri, message);

  if (folder != NULL)
    {
      ok &= remove_histories (folder, uri, name, message);
      ok &= remove_journals (folder, uri, message);
    }
  return ok;
}
