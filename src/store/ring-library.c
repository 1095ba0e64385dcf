/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-library-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define VERSION 2

static const char schema[]
    = "CREATE TABLE design (id INTEGER PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL,"
      " modified INTEGER NOT NULL, size INTEGER NOT NULL, title TEXT, client TEXT, status TEXT,"
      " promised TEXT, created TEXT, problem TEXT, twin INTEGER, spread REAL, UNIQUE (folder, name));"
      "CREATE INDEX design_modified ON design (folder, modified);"
      "CREATE INDEX design_twin ON design (twin) WHERE twin IS NOT NULL;"
      "CREATE TABLE picture (id INTEGER PRIMARY KEY, png BLOB NOT NULL);"
      "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', "
      "columnsize = 0);";

void
ring_library_entry_free (RingLibraryEntry *entry)
{
  g_free (entry->name);
  g_free (entry->title);
  g_free (entry->client);
  g_free (entry->status);
  g_free (entry->promised);
  g_free (entry->created);
  g_free (entry->problem);
  g_free (entry);
}

char *
ring_library_get_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), RING_APP_ID, "library.sqlite", NULL);
}

RingLibrary *
ring_library_open (const char *path, GError **error)
{
  g_autofree char *aside = NULL;
  RingLibrary *self = g_new0 (RingLibrary, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  self->db = ring_database_open (path, schema, VERSION, "design", &aside, error);
  self->damaged = aside != NULL;
  /* It can be made anew at any time, so nobody needs the damaged one. */
  if (aside != NULL)
    g_unlink (aside);
  if (self->db != NULL)
    return self;
  ring_library_unref (self);
  return NULL;
}

void
ring_library_discard (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

gboolean
ring_library_was_damaged (RingLibrary *self)
{
  return self->damaged;
}

RingLibrary *
ring_library_ref (RingLibrary *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ring_library_unref (RingLibrary *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  sqlite3_close (self->db);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

static char *
dup_column (sqlite3_stmt *statement, int i)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, i));
}

GPtrArray *
ring_library_list (RingLibrary *self, GFile *folder, const char *words, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *match = words != NULL ? ring_database_make_match (words) : NULL;
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_library_entry_free);
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->db,
      match != NULL
          ? "SELECT id, name, title, client, status, promised, created, problem, modified FROM "
            "design WHERE folder = ?"
            " AND id IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY modified DESC, name"
          : "SELECT id, name, title, client, status, promised, created, problem, modified FROM "
            "design WHERE folder = ?"
            " ORDER BY modified DESC, name",
      _ ("The library could not be searched"), error);
  int code;

  if (statement == NULL)
    return NULL;
  ring_database_bind (statement, 1, uri);
  if (match != NULL)
    ring_database_bind (statement, 2, match);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      RingLibraryEntry *entry = g_new0 (RingLibraryEntry, 1);

      entry->id = sqlite3_column_int64 (statement, 0);
      entry->name = dup_column (statement, 1);
      entry->title = dup_column (statement, 2);
      entry->client = dup_column (statement, 3);
      entry->status = dup_column (statement, 4);
      entry->promised = dup_column (statement, 5);
      entry->created = dup_column (statement, 6);
      entry->problem = dup_column (statement, 7);
      entry->modified_ms = sqlite3_column_int64 (statement, 8) / 1000;
      g_ptr_array_add (entries, entry);
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&entries);
  ring_database_fail (self->db, _ ("The library could not be searched"), error);
  return NULL;
}

/* By the key alone: the designs themselves are not opened. */
char **
ring_library_find_twins (RingLibrary *self,
                         GFile *folder,
                         const RingTwinKey *key,
                         const char *but,
                         guint *n_designs,
                         GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *uri = g_file_get_uri (folder);
  const char *what = _ ("The library could not be searched");
  g_autoptr (sqlite3_stmt) all = ring_database_prepare (
      self->db, "SELECT count(*) FROM design WHERE folder = ? AND name <> ? AND problem IS NULL", what, error);
  g_autoptr (sqlite3_stmt) same
      = all != NULL ? ring_database_prepare (self->db,
                                             "SELECT name, spread FROM design WHERE twin = ? AND folder = ?"
                                             " AND name <> ? ORDER BY name",
                                             what, error)
                    : NULL;
  int code;

  if (same == NULL)
    return NULL;
  ring_database_bind (all, 1, uri);
  ring_database_bind (all, 2, but != NULL ? but : "");
  if (sqlite3_step (all) == SQLITE_ROW)
    *n_designs = (guint) sqlite3_column_int (all, 0);
  sqlite3_bind_int64 (same, 1, (gint64) key->shapes);
  ring_database_bind (same, 2, uri);
  ring_database_bind (same, 3, but != NULL ? but : "");
  while ((code = sqlite3_step (same)) == SQLITE_ROW)
    {
      const RingTwinKey other = { key->shapes, sqlite3_column_double (same, 1) };

      if (ring_twin_key_equal (key, &other))
        g_strv_builder_add (names, (const char *) sqlite3_column_text (same, 0));
    }
  if (code == SQLITE_DONE)
    return g_strv_builder_end (names);
  ring_database_fail (self->db, what, error);
  return NULL;
}

GBytes *
ring_library_get_picture (RingLibrary *self, gint64 id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) statement
      = ring_database_prepare (self->db, "SELECT png FROM picture WHERE id = ?", "", NULL);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_bytes_new (sqlite3_column_blob (statement, 0),
                      (gsize) sqlite3_column_bytes (statement, 0));
}
