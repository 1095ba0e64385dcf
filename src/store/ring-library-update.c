/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a folder, brought into the index. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-export.h"
#include "ring-figure.h"
#include "ring-file.h"
#include "ring-library-private.h"
#include "ring-svg.h"

/* So many designs are written down in one step: a few seconds of work, which is what an
 * interruption costs. */
#define AT_ONCE 16
/* Of the picture, pixels: a card is half as wide where a screen has twice the pixels. */
#define PICTURE_WIDTH 240.0
#define MM_PER_INCH 25.4
/* The longest text of one design that is searched, bytes. */
#define MOST_WORDS (1u << 20)
/* Larger files are listed but not read: no sketch is as large, and many of them would take all
 * memory. */
#define MOST_BYTES (64u << 20)

typedef struct
{
  char *name;
  gint64 id;       /* 0 while it is not in the index */
  gint64 modified; /* microseconds */
  goffset size;
  gboolean seen;
} Known;

static void
known_free (Known *known)
{
  g_free (known->name);
  g_free (known);
}

static const char *
what (void)
{
  return _ ("The library could not be brought up to date");
}

/* ----------------------------------------------------------------------------- one design */

typedef struct
{
  char *title, *client, *status, *promised, *created, *problem;
  GString *words;
  GBytes *picture;
  RingTwinKey twin;
} Design;

static void
design_clear (Design *design)
{
  g_free (design->title);
  g_free (design->client);
  g_free (design->status);
  g_free (design->promised);
  g_free (design->created);
  g_free (design->problem);
  g_string_free (design->words, TRUE);
  g_clear_pointer (&design->picture, g_bytes_unref);
}

static void
add_words (Design *design, const char *text)
{
  if (text != NULL && text[0] != '\0' && design->words->len + strlen (text) < MOST_WORDS)
    g_string_append_printf (design->words, "%s\n", text);
}

static void
add_item (Design *design, const RingItem *item)
{
  if (ring_item_get_kind (item) == RING_ITEM_NOTE)
    add_words (design, ring_item_get_note (item)->label);
  else if (ring_item_get_kind (item) == RING_ITEM_FIGURE)
    add_words (design, ring_item_get_figure (item)->text);
}

/* Every text of the drawing: what its records say, and what is written on it. */
static void
collect_words (Design *design, const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      for (guint k = 0; k < ring_record_get_n_fields (record); k++)
        {
          const char *value;
          const char *name = ring_record_get_field (record, k, &value);

          if (!ring_record_is_outline (ring_record_get_kind (record), name))
            add_words (design, value);
        }
    }
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
            add_item (design, ring_layer_get_item (layer, i));
        }
    }
}

static void
take_commission (Design *design, const RingDrawing *drawing)
{
  const RingRecord *record = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const char *title = record != NULL ? ring_record_get (record, "title") : NULL;

  if (record == NULL)
    return;
  if (title != NULL)
    {
      g_free (design->title);
      design->title = g_strdup (title);
    }
  design->client = g_strdup (ring_record_get (record, "client"));
  design->status = g_strdup (ring_record_get (record, "status"));
  design->promised = g_strdup (ring_record_get (record, "promised"));
  design->created = g_strdup (ring_record_get (record, "created"));
}

static void
paint (Design *design, const RingDrawing *drawing)
{
  RingExportOptions options;
  double width, height;

  ring_export_options_init (&options);
  ring_page_get_size (drawing, &options, &width, &height);
  options.scale_bar = FALSE;
  options.dpi = PICTURE_WIDTH / MAX (width, height * 0.6) * MM_PER_INCH;
  design->picture = ring_export (drawing, RING_EXPORT_PNG, &options, NULL);
}

static void
read_design (Design *design, GFile *folder, const Known *file)
{
  g_autoptr (GFile) child = g_file_resolve_relative_path (folder, file->name);
  g_autofree char *shown = g_path_get_basename (file->name);
  char *end = strstr (shown, ".ring.svg");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RingDrawing) drawing = NULL;

  design->words = g_string_new (NULL);
  add_words (design, file->name);
  design->title = end != NULL ? g_strndup (shown, (gsize) (end - shown)) : g_strdup (shown);
  if (file->size > (goffset) MOST_BYTES)
    {
      design->problem
          = g_strdup_printf (_ ("larger than %u MB, so it is not searched"), MOST_BYTES >> 20);
      return;
    }
  bytes = ring_file_load (child, &error);
  if (bytes != NULL)
    drawing
        = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  if (drawing == NULL)
    {
      design->problem = g_strdup (error->message);
      return;
    }
  take_commission (design, drawing);
  collect_words (design, drawing);
  design->twin = ring_twin_key (drawing);
  paint (design, drawing);
}

/* ---------------------------------------------------------------------------- the database */

typedef struct
{
  sqlite3 *db;
  GFile *folder;
  char *uri;
  sqlite3_stmt *put, *put_words, *put_picture;
  sqlite3_stmt *drop, *drop_words, *drop_picture;
} Update;

static gboolean
prepare (Update *self, GError **error)
{
  const struct
  {
    sqlite3_stmt **statement;
    const char *sql;
  } all[] = {
    { &self->put, "INSERT INTO design (folder, name, modified, size, title, client, status, "
                  "promised, created, problem, twin, spread)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { &self->put_words, "INSERT INTO words (rowid, text) VALUES (?, ?)" },
    { &self->put_picture, "INSERT INTO picture (id, png) VALUES (?, ?)" },
    { &self->drop, "DELETE FROM design WHERE id = ?" },
    { &self->drop_words, "DELETE FROM words WHERE rowid = ?" },
    { &self->drop_picture, "DELETE FROM picture WHERE id = ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      *all[i].statement = ring_database_prepare (self->db, all[i].sql, what (), error);
      if (*all[i].statement == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
update_clear (Update *self)
{
  sqlite3_finalize (self->put);
  sqlite3_finalize (self->put_words);
  sqlite3_finalize (self->put_picture);
  sqlite3_finalize (self->drop);
  sqlite3_finalize (self->drop_words);
  sqlite3_finalize (self->drop_picture);
  sqlite3_close (self->db);
  g_free (self->uri);
}

static gboolean
drop (Update *self, gint64 id, GError **error)
{
  sqlite3_stmt *const all[] = { self->drop, self->drop_words, self->drop_picture };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      sqlite3_bind_int64 (all[i], 1, id);
      if (!ring_database_step (all[i], what (), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put (Update *self, const Known *file, const Design *design, GError **error)
{
  const char *const texts[] = { design->title,    design->client,  design->status,
                                design->promised, design->created, design->problem };
  gint64 id;

  ring_database_bind (self->put, 1, self->uri);
  ring_database_bind (self->put, 2, file->name);
  sqlite3_bind_int64 (self->put, 3, file->modified);
  sqlite3_bind_int64 (self->put, 4, file->size);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ring_database_bind (self->put, 5 + (int) i, texts[i]);
  if (design->twin.shapes != 0)
    sqlite3_bind_int64 (self->put, 11, (gint64) design->twin.shapes);
  else
    sqlite3_bind_null (self->put, 11);
  sqlite3_bind_double (self->put, 12, design->twin.spread);
  if (!ring_database_step (self->put, what (), error))
    return FALSE;
  id = sqlite3_last_insert_rowid (self->db);
  sqlite3_bind_int64 (self->put_words, 1, id);
  ring_database_bind (self->put_words, 2, design->words->str);
  if (!ring_database_step (self->put_words, what (), error))
    return FALSE;
  if (design->picture == NULL)
    return TRUE;
  sqlite3_bind_int64 (self->put_picture, 1, id);
  sqlite3_bind_blob (self->put_picture, 2, g_bytes_get_data (design->picture, NULL),
                     (int) g_bytes_get_size (design->picture), SQLITE_TRANSIENT);
  return ring_database_step (self->put_picture, what (), error);
}

/* ------------------------------------------------------------------------------ the folder */

/* What the index has of the folder, by name. */
static GHashTable *
get_known (Update *self, GError **error)
{
  g_autoptr (GHashTable) known
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) known_free);
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->db, "SELECT id, name, modified, size FROM design WHERE folder = ?", what (), error);
  int code;

  if (statement == NULL)
    return NULL;
  ring_database_bind (statement, 1, self->uri);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Known *one = g_new0 (Known, 1);

      one->id = sqlite3_column_int64 (statement, 0);
      one->name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      one->modified = sqlite3_column_int64 (statement, 2);
      one->size = sqlite3_column_int64 (statement, 3);
      g_hash_table_replace (known, one->name, one);
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&known);
  ring_database_fail (self->db, what (), error);
  return NULL;
}

/* Marks what is there in KNOWN; returns what has to be read, of Known. */
static GPtrArray *
compare (GHashTable *known, const RingLibraryWalk *walk)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < walk->files->len; i++)
    {
      const RingLibraryFile *file = walk->files->pdata[i];
      Known *before = g_hash_table_lookup (known, file->name);
      Known *one;

      if (before != NULL)
        before->seen = TRUE;
      if (before != NULL && before->modified == file->modified && before->size == file->size)
        continue;
      one = g_new0 (Known, 1);
      one->name = g_strdup (file->name);
      one->id = before != NULL ? before->id : 0;
      one->modified = file->modified;
      one->size = file->size;
      g_ptr_array_add (wanted, one);
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (_ring_library_walk_is_closed (walk, ((Known *) value)->name))
      ((Known *) value)->seen = TRUE;
  return wanted;
}

static gboolean
drop_gone (Update *self, GHashTable *known, guint *n_changed, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((Known *) value)->seen)
      {
        if (!drop (self, ((Known *) value)->id, error))
          return FALSE;
        (*n_changed)++;
      }
  return TRUE;
}

static gboolean
read_one (Update *self, const Known *file, GError **error)
{
  Design design = { 0 };
  gboolean done;

  read_design (&design, self->folder, file);
  done = (file->id == 0 || drop (self, file->id, error)) && put (self, file, &design, error);
  design_clear (&design);
  return done;
}

static gboolean
read_all (Update *self,
          const GPtrArray *wanted,
          GCancellable *cancellable,
          RingLibraryProgress progress,
          gpointer data,
          guint *n_changed,
          GError **error)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_one (self, g_ptr_array_index (wanted, i), error))
        return FALSE;
      (*n_changed)++;
      if ((i + 1) % AT_ONCE == 0
          && (!ring_database_run (self->db, "COMMIT", what (), error)
              || !ring_database_run (self->db, "BEGIN IMMEDIATE", what (), error)))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, wanted->len, data);
    }
  return TRUE;
}

static gboolean
run (Update *self,
     GCancellable *cancellable,
     RingLibraryProgress progress,
     gpointer data,
     guint *n_changed,
     GPtrArray **folders,
     GError **error)
{
  g_autoptr (GHashTable) known = get_known (self, error);
  g_autoptr (RingLibraryWalk) walk
      = known != NULL ? _ring_library_walk (self->folder, cancellable, error) : NULL;
  g_autoptr (GPtrArray) wanted = walk != NULL ? compare (known, walk) : NULL;
  gboolean done;

  if (walk != NULL && folders != NULL)
    *folders = g_ptr_array_ref (walk->folders);
  if (wanted == NULL || !prepare (self, error)
      || !ring_database_run (self->db, "BEGIN IMMEDIATE", what (), error))
    return FALSE;
  done = drop_gone (self, known, n_changed, error)
         && read_all (self, wanted, cancellable, progress, data, n_changed, error);
  /* What was read before it was cancelled has been read; only a failing disk takes it back. */
  if (done || g_cancellable_is_cancelled (cancellable))
    {
      done = ring_database_run (self->db, "COMMIT", what (), done ? error : NULL) && done;
      if (!done || walk->problem == NULL)
        return done;
      g_propagate_error (error, g_steal_pointer (&walk->problem));
      return FALSE;
    }
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
ring_library_update (RingLibrary *library,
                     GFile *folder,
                     GCancellable *cancellable,
                     RingLibraryProgress progress,
                     gpointer data,
                     guint *n_changed,
                     GPtrArray **folders,
                     GError **error)
{
  Update self = { .db = ring_database_connect (library->path, error), .folder = folder };
  guint n = 0;
  gboolean done;

  if (n_changed != NULL)
    *n_changed = 0;
  if (folders != NULL)
    *folders = NULL;
  if (self.db == NULL)
    return FALSE;
  self.uri = g_file_get_uri (folder);
  done = run (&self, cancellable, progress, data, &n, folders, error);
  if (n_changed != NULL)
    *n_changed = n;
  update_clear (&self);
  return done;
}

/* ------------------------------------------------------------------------------- forgetting */

/* What is known of FILE in the index of FOLDER; 0 for nothing. */
static gint64
find (sqlite3 *db, GFile *folder, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *name = g_file_get_relative_path (folder, file);
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      db, "SELECT id FROM design WHERE folder = ? AND name = ?", what (), NULL);

  if (statement == NULL || name == NULL)
    return 0;
  ring_database_bind (statement, 1, uri);
  ring_database_bind (statement, 2, name);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/* The design may stand in the index of each folder that it lies in, however far down. */
static GArray *
find_all (sqlite3 *db, GFile *file)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GFile *next;

  for (GFile *folder = g_file_get_parent (file); folder != NULL; folder = next)
    {
      gint64 id = find (db, folder, file);

      if (id != 0)
        g_array_append_val (ids, id);
      next = g_file_get_parent (folder);
      g_object_unref (folder);
    }
  return ids;
}

static gboolean
drop_all (Update *self, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!drop (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ring_library_forget (RingLibrary *library, GFile *file, GError **error)
{
  Update self = { .db = ring_database_connect (library->path, error) };
  g_autoptr (GArray) ids = NULL;
  gboolean done;

  if (self.db == NULL)
    return FALSE;
  ids = find_all (self.db, file);
  done = ids->len == 0
         || (prepare (&self, error)
             && ring_database_run (self.db, "PRAGMA secure_delete = ON", what (), error)
             && ring_database_run (self.db, "BEGIN IMMEDIATE", what (), error)
             && drop_all (&self, ids, error)
             /* Words that were taken out stand in FTS5's older segments until these are merged. */
             && ring_database_run (self.db, "INSERT INTO words (words) VALUES ('optimize'); COMMIT",
                                   what (), error)
             && ring_database_run (self.db, "PRAGMA wal_checkpoint(TRUNCATE)", what (), error));
  if (!done)
    sqlite3_exec (self.db, "ROLLBACK", NULL, NULL, NULL);
  update_clear (&self);
  return done;
}
