/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-database.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ring-clock.h"
#include "ring-error.h"

/* Another process of the program may be writing, ms. */
#define PATIENCE 10000

static gboolean
is_damage (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

static int
error_code (int sqlite_code)
{
  switch (sqlite_code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return RING_ERROR_FORMAT;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return RING_ERROR_READ_ONLY;
    default:
      return RING_ERROR_FAILED;
    }
}

gboolean
ring_database_fail (sqlite3 *db, const char *what, GError **error)
{
  int code = sqlite3_extended_errcode (db);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("%s: the disk is full. Nothing was changed; make room and try again."), what);
      break;
    case SQLITE_IOERR:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("%s: the disk refused (%s). Nothing was changed; it may be full or failing."),
                   what, sqlite3_errmsg (db));
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (error, RING_ERROR, error_code (code),
                   _ ("%s: the folder with the program’s data cannot be written (%s)."), what,
                   sqlite3_errmsg (db));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, RING_ERROR, RING_ERROR_FAILED,
                   _ ("%s: another window is writing. Wait until it has ended and try again."),
                   what);
      break;
    default:
      g_set_error (error, RING_ERROR, error_code (code), "%s: %s.", what, sqlite3_errmsg (db));
    }
  return FALSE;
}

gboolean
ring_database_run (sqlite3 *db, const char *sql, const char *what, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK
         || ring_database_fail (db, what, error);
}

sqlite3_stmt *
ring_database_prepare (sqlite3 *db, const char *sql, const char *what, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    ring_database_fail (db, what, error);
  return statement;
}

gboolean
ring_database_step (sqlite3_stmt *statement, const char *what, GError **error)
{
  int code = sqlite3_step (statement);
  gboolean done = code == SQLITE_DONE || code == SQLITE_ROW
                  || ring_database_fail (sqlite3_db_handle (statement), what, error);

  sqlite3_reset (statement);
  return done;
}

void
ring_database_bind (sqlite3_stmt *statement, int at, const char *text)
{
  sqlite3_bind_text (statement, at, text, -1, SQLITE_TRANSIENT);
}

/* Each word may be the start of one: "rat gia" finds Ratnapura with a GIA report. What FTS would
 * take for a sign of its language is between quotation marks. NULL where no letter is among them.
 */
char *
ring_database_make_match (const char *words)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (const char *p = words; *p != '\0';)
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          g_string_append (match, match->len > 0 ? " \"" : "\"");
          g_string_append_len (match, start, p - start);
          g_string_append (match, "\"*");
        }
      else
        p = g_utf8_next_char (p);
    }
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/* ---------------------------------------------------------------------------- opening */

static int
get_number (sqlite3 *db, const char *sql, int *value)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE ? SQLITE_CORRUPT : code;
  *value = sqlite3_column_int (statement, 0);
  return SQLITE_OK;
}

/* SQLITE_OK where it is whole and of this program's version, or new. */
static int
check (sqlite3 *db, int version, const char *checked)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check(%s)", checked != NULL ? checked : "1");
  g_autoptr (sqlite3_stmt) statement = NULL;
  int found = 0, tables = 0;
  int code = get_number (db, "PRAGMA user_version", &found);

  if (code == SQLITE_OK)
    code = get_number (db, "SELECT count(*) FROM sqlite_master", &tables);
  if (code != SQLITE_OK)
    return code;
  if (tables == 0 && found == 0)
    return SQLITE_OK;
  if (found != version)
    return SQLITE_NOTADB;
  code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (code != SQLITE_OK)
    return code;
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    return code;
  return g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0 ? SQLITE_OK
                                                                                  : SQLITE_CORRUPT;
}

/* What belongs to a database goes with it; a name that is taken is not taken again. */
static char *
set_aside (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autofree char *time = ring_clock_format (ring_clock_now_ms ());
  g_autofree char *day = g_strndup (time, 10);
  g_autofree char *to = NULL;

  for (guint i = 1; to == NULL || g_file_test (to, G_FILE_TEST_EXISTS); i++)
    {
      g_free (to);
      to = i == 1 ? g_strdup_printf ("%s.damaged-%s", path, day)
                  : g_strdup_printf ("%s.damaged-%s-%u", path, day, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from_end = g_strconcat (path, ends[i], NULL);
      g_autofree char *to_end = g_strconcat (to, ends[i], NULL);

      if (g_rename (from_end, to_end) != 0 && i == 0)
        return NULL;
    }
  return g_steal_pointer (&to);
}

sqlite3 *
ring_database_connect (const char *path, GError **error)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, NULL)
      == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, PATIENCE);
      /* All that is searched stays in memory: 64 MB hold half a million stones. */
      sqlite3_exec (db, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
      return db;
    }
  if (db != NULL)
    ring_database_fail (db, _ ("The program’s data could not be opened"), error);
  sqlite3_close (db);
  return NULL;
}

static sqlite3 *
try_open (const char *path,
          const char *schema,
          int version,
          const char *checked,
          int *code,
          GError **error)
{
  g_autofree char *head = g_strdup_printf ("PRAGMA user_version = %d;", version);
  sqlite3 *db = ring_database_connect (path, error);
  int tables = 0;

  *code = SQLITE_OK;
  if (db == NULL)
    return NULL;
  *code = check (db, version, checked);
  /* Readers do not wait for an import then. Where the folder is on another computer this may not be
   * possible, and then they do. */
  if (*code == SQLITE_OK
      && ring_database_run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
                            _ ("The program’s data could not be opened"), error)
      && get_number (db, "SELECT count(*) FROM sqlite_master", &tables) == SQLITE_OK
      && (tables > 0
          || (ring_database_run (db, "BEGIN IMMEDIATE", _ ("The program’s data could not be made"),
                                 error)
              && ring_database_run (db, schema, _ ("The program’s data could not be made"), error)
              && ring_database_run (db, head, _ ("The program’s data could not be made"), error)
              && ring_database_run (db, "COMMIT", _ ("The program’s data could not be made"),
                                    error))))
    return db;
  if (*code == SQLITE_OK)
    *code = sqlite3_errcode (db);
  else if (!is_damage (*code))
    ring_database_fail (db, _ ("The program’s data could not be opened"), error);
  sqlite3_close (db);
  return NULL;
}

sqlite3 *
ring_database_open (const char *path,
                    const char *schema,
                    int version,
                    const char *checked,
                    char **aside,
                    GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *moved = NULL;
  g_autoptr (GError) failed = NULL;
  sqlite3 *db;
  int code;

  *aside = NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                   _ ("The folder “%s” could not be made: %s."), folder, g_strerror (errno));
      return NULL;
    }
  db = try_open (path, schema, version, checked, &code, &failed);
  if (db == NULL && is_damage (code))
    {
      moved = set_aside (path);
      if (moved != NULL)
        {
          g_clear_error (&failed);
          db = try_open (path, schema, version, checked, &code, &failed);
        }
      *aside = g_steal_pointer (&moved);
    }
  if (db == NULL && failed == NULL)
    g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                 _ ("“%s” is damaged and could not be set aside. Move it away and try again."),
                 path);
  else if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return db;
}
