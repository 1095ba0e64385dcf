/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which designs lie in a folder, and in the folders in it. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-library-private.h"

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                            \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_TIME_MODIFIED                      \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

static void
file_free (gpointer data)
{
  RingLibraryFile *file = data;

  g_free (file->name);
  g_free (file);
}

static gboolean
is_design (const char *name)
{
  return g_str_has_suffix (name, ".ring.svg") || g_str_has_suffix (name, ".ring.svgz");
}

static gint64
get_modified (GFileInfo *info)
{
  return (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED)
             * G_USEC_PER_SEC
         + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* A link to a folder may lead back here, or to all there is; hidden ones are nobody's designs. */
static gboolean
is_walked (GFileInfo *info)
{
  return g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
         && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK)
         && g_file_info_get_name (info)[0] != '.';
}

static void
take (RingLibraryWalk *walk, const char *prefix, GFileInfo *info, GPtrArray *below)
{
  const char *name = g_file_info_get_name (info);
  RingLibraryFile *file;

  /* Names that are no text are not among ours, and the index has only texts. */
  if (!g_utf8_validate (name, -1, NULL))
    return;
  if (is_walked (info))
    {
      g_ptr_array_add (below, g_strconcat (prefix, name, "/", NULL));
      return;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || !is_design (name))
    return;
  file = g_new0 (RingLibraryFile, 1);
  file->name = g_strconcat (prefix, name, NULL);
  file->modified = get_modified (info);
  file->size = g_file_info_get_size (info);
  g_ptr_array_add (walk->files, file);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is in the folder that PREFIX leads to; the folders in it go to the end of WAYS, in the order of their
 * names, so that a limit always leaves the same ones. */
static gboolean
look (RingLibraryWalk *walk, GFile *folder, const char *prefix, GPtrArray *ways, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = prefix[0] != '\0' ? g_file_resolve_relative_path (folder, prefix) : g_object_ref (folder);
  g_autoptr (GFileEnumerator) found
      = g_file_enumerate_children (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GPtrArray) below = g_ptr_array_new ();
  GFileInfo *info = NULL;
  gboolean done = found != NULL;

  while (done && (done = g_file_enumerator_iterate (found, &info, NULL, cancellable, error)) && info != NULL)
    take (walk, prefix, info, below);
  g_ptr_array_sort (below, compare);
  for (guint i = 0; i < below->len; i++)
    g_ptr_array_add (ways, below->pdata[i]);
  if (done)
    g_ptr_array_add (walk->folders, g_steal_pointer (&file));
  return done;
}

static void
say_limit (RingLibraryWalk *walk, GFile *folder)
{
  g_autofree char *shown = g_file_get_parse_name (folder);

  if (walk->problem == NULL)
    g_set_error (&walk->problem, RING_ERROR, RING_ERROR_LIMIT,
                 _ ("There are more than %u folders in “%s”. The designs of the first %u are here; for those of "
                    "another choose a folder further in."),
                 RING_LIBRARY_MOST_FOLDERS, shown, RING_LIBRARY_MOST_FOLDERS);
}

/* FALSE where the whole walk ends. One that has gone meanwhile has no designs any more; one that does not let
 * itself be looked into keeps those that are known. */
static gboolean
look_below (RingLibraryWalk *walk, GFile *folder, GPtrArray *ways, guint i, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (look (walk, folder, ways->pdata[i], ways, cancellable, &failed)
      || g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  g_ptr_array_add (walk->closed, g_strdup (ways->pdata[i]));
  if (walk->problem == NULL)
    g_set_error (&walk->problem, RING_ERROR, RING_ERROR_NOT_FOUND,
                 _ ("The folder “%s” cannot be looked into (%s). What is shown of it is what was in it last."),
                 (const char *) ways->pdata[i], failed->message);
  return TRUE;
}

RingLibraryWalk *
_ring_library_walk (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *shown = g_file_get_parse_name (folder);
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RingLibraryWalk) walk = g_new0 (RingLibraryWalk, 1);
  g_autoptr (GError) failed = NULL;
  guint n;

  walk->files = g_ptr_array_new_with_free_func (file_free);
  walk->folders = g_ptr_array_new_with_free_func (g_object_unref);
  walk->closed = g_ptr_array_new_with_free_func (g_free);
  if (!look (walk, folder, "", ways, cancellable, &failed))
    {
      if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&failed));
      else
        g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                     _ ("The folder “%s” is not there (%s). What is shown is what was in it last; it "
                        "is looked for "
                        "again when you open the library or choose it anew."),
                     shown, failed->message);
      return NULL;
    }
  for (n = 0; n < MIN (ways->len, RING_LIBRARY_MOST_FOLDERS); n++)
    if (!look_below (walk, folder, ways, n, cancellable, error))
      return NULL;
  if (n < ways->len)
    say_limit (walk, folder);
  return g_steal_pointer (&walk);
}

void
_ring_library_walk_free (RingLibraryWalk *walk)
{
  if (walk == NULL)
    return;
  g_ptr_array_unref (walk->files);
  g_ptr_array_unref (walk->folders);
  g_ptr_array_unref (walk->closed);
  g_clear_error (&walk->problem);
  g_free (walk);
}

gboolean
_ring_library_walk_is_closed (const RingLibraryWalk *walk, const char *name)
{
  for (guint i = 0; i < walk->closed->len; i++)
    if (g_str_has_prefix (name, walk->closed->pdata[i]))
      return TRUE;
  return FALSE;
}
