/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-lists-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"

#define VERSION 1

/* What is searched for lies close together in "stone", what is shown of a stone in "detail". */
static const char schema[]
    = "CREATE TABLE list (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, file TEXT,"
      " imported INTEGER NOT NULL, n INTEGER NOT NULL, rejected INTEGER NOT NULL);"
      "CREATE TABLE stone (id INTEGER PRIMARY KEY, list INTEGER NOT NULL, cut INTEGER, carat REAL,"
      " longest REAL, shortest REAL, colour INTEGER, clarity INTEGER, price REAL, currency TEXT,"
      " species TEXT COLLATE NOCASE, origin TEXT COLLATE NOCASE, lab TEXT COLLATE NOCASE);"
      "CREATE TABLE detail (id INTEGER PRIMARY KEY, length REAL, width REAL, depth REAL, stock "
      "TEXT,"
      " species TEXT, shape TEXT, colour TEXT, clarity TEXT, origin TEXT, lab TEXT, report TEXT,"
      " report_date TEXT, treatment TEXT, nature TEXT, availability TEXT, place TEXT, comment TEXT,"
      " statement TEXT, rest TEXT);"
      "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2',"
      " columnsize = 0);"
      "CREATE INDEX stone_list ON stone (list);"
      "CREATE INDEX stone_carat ON stone (carat);"
      "CREATE INDEX stone_price ON stone (price);"
      "CREATE INDEX stone_cut_carat ON stone (cut, carat);"
      "CREATE INDEX stone_size ON stone (longest, shortest, cut);"
      "CREATE INDEX stone_species ON stone (species, carat);"
      "CREATE INDEX stone_origin ON stone (origin);"
      "CREATE INDEX stone_lab ON stone (lab);";

const char *const ring_lists_text_columns[RING_OFFER_N_TEXTS]
    = { "stock", "species", "shape",       "colour",    "clarity", "origin",
        "lab",   "report",  "report_date", "treatment", "nature",  "availability",
        "place", "comment", "statement",   "rest" };

void
ring_list_info_free (RingListInfo *info)
{
  g_free (info->name);
  g_free (info->file);
  g_free (info);
}

RingLists *
ring_lists_open (const char *path, GError **error)
{
  RingLists *self = g_new0 (RingLists, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->query_lock);
  g_mutex_init (&self->row_lock);
  self->path = g_strdup (path);
  self->queries = ring_database_open (path, schema, VERSION, NULL, &self->set_aside, error);
  if (self->queries != NULL)
    self->rows = ring_database_connect (path, error);
  if (self->rows != NULL)
    return self;
  ring_lists_unref (self);
  return NULL;
}

RingLists *
ring_lists_ref (RingLists *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ring_lists_unref (RingLists *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  sqlite3_finalize (self->read);
  sqlite3_close (self->rows);
  sqlite3_close (self->queries);
  g_mutex_clear (&self->query_lock);
  g_mutex_clear (&self->row_lock);
  g_free (self->path);
  g_free (self->set_aside);
  g_free (self);
}

const char *
ring_lists_get_set_aside (RingLists *self)
{
  return self->set_aside;
}

GPtrArray *
ring_lists_get_lists (RingLists *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->query_lock);
  g_autoptr (GPtrArray) lists
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_list_info_free);
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->queries,
      "SELECT name, file, imported, n, rejected FROM list ORDER BY name COLLATE NOCASE",
      _ ("The lists could not be read"), error);
  int code;

  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      RingListInfo *info = g_new0 (RingListInfo, 1);

      info->name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      info->file = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      info->imported_ms = sqlite3_column_int64 (statement, 2);
      info->n = (guint) sqlite3_column_int (statement, 3);
      info->n_rejected = (guint) sqlite3_column_int (statement, 4);
      g_ptr_array_add (lists, info);
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&lists);
  ring_database_fail (self->queries, _ ("The lists could not be read"), error);
  return NULL;
}

char **
ring_lists_get_values (RingLists *self, RingListsValue value, GError **error)
{
  static const char *const questions[] = {
    "SELECT DISTINCT species FROM stone WHERE species IS NOT NULL ORDER BY species",
    "SELECT DISTINCT origin FROM stone WHERE origin IS NOT NULL ORDER BY origin",
    "SELECT DISTINCT lab FROM stone WHERE lab IS NOT NULL ORDER BY lab",
    "SELECT currency FROM stone WHERE currency IS NOT NULL GROUP BY currency ORDER BY count(*) "
    "DESC",
    "SELECT name FROM list ORDER BY name COLLATE NOCASE",
  };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->query_lock);
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->queries, questions[value], _ ("The lists could not be read"), error);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  int code;

  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (values, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  g_ptr_array_add (values, NULL);
  if (code == SQLITE_DONE)
    return (char **) g_ptr_array_steal (values, NULL);
  ring_database_fail (self->queries, _ ("The lists could not be read"), error);
  return NULL;
}

/* --------------------------------------------------------------------------- questions */

void
ring_lists_filter_init (RingListsFilter *filter)
{
  memset (filter, 0, sizeof *filter);
  filter->cut = -1;
  filter->best_colour = filter->worst_colour = -1;
  filter->best_clarity = filter->worst_clarity = -1;
}

/* Conditions are written with a sign for each value, which are bound in the same order. */
typedef struct
{
  GString *sql;
  GArray *numbers;  /* of double */
  GPtrArray *texts; /* of const char *, NULL where a number stands */
  char *match;
} Question;

static void
add_number (Question *self, const char *condition, double value)
{
  g_string_append_printf (self->sql, "%s %s", self->texts->len > 0 ? " AND" : " WHERE", condition);
  g_array_append_val (self->numbers, value);
  g_ptr_array_add (self->texts, NULL);
}

static void
add_text (Question *self, const char *condition, const char *value)
{
  double nothing = 0;

  g_string_append_printf (self->sql, "%s %s", self->texts->len > 0 ? " AND" : " WHERE", condition);
  g_array_append_val (self->numbers, nothing);
  g_ptr_array_add (self->texts, (gpointer) value);
}

/* Half of what sizes are written to: "5.9" in a list means that. */
#define SLACK 0.0005

static void
add_range (Question *self, const char *at_least, double least, const char *at_most, double most)
{
  if (least > 0)
    add_number (self, at_least, least - SLACK);
  if (most > 0)
    add_number (self, at_most, most + SLACK);
}

static void
add_ranks (
    Question *self, const char *best_condition, int best, const char *worst_condition, int worst)
{
  if (best >= 0 || worst >= 0)
    add_number (self, best_condition, MAX (best, 0));
  if (worst >= 0)
    add_number (self, worst_condition, worst);
}

static void
add_conditions (Question *self, const RingListsFilter *filter)
{
  static const char *const equal[] = { "species = ?", "origin = ?", "lab = ?", "currency = ?",
                                       "list = (SELECT id FROM list WHERE name = ?)" };

  for (guint i = 0; i < G_N_ELEMENTS (equal); i++)
    if (filter->values[i] != NULL)
      add_text (self, equal[i], filter->values[i]);
  if (filter->cut >= 0)
    add_number (self, "cut = ?", filter->cut);
  add_range (self, "carat >= ?", filter->least_carat, "carat <= ?", filter->most_carat);
  add_range (self, "longest >= ?", filter->least_length, "longest <= ?", filter->most_length);
  add_range (self, "shortest >= ?", filter->least_width, "shortest <= ?", filter->most_width);
  add_range (self, "price >= ?", filter->least_price, "price <= ?", filter->most_price);
  add_ranks (self, "colour >= ?", filter->best_colour, "colour <= ?", filter->worst_colour);
  add_ranks (self, "clarity >= ?", filter->best_clarity, "clarity <= ?", filter->worst_clarity);
  if (filter->fit_length > 0)
    {
      double longest = MAX (filter->fit_length, filter->fit_width);
      double shortest = MIN (filter->fit_length, filter->fit_width);

      add_range (self, "longest >= ?", MAX (longest - filter->tolerance, 0.01), "longest <= ?",
                 longest + filter->tolerance);
      add_range (self, "shortest >= ?", MAX (shortest - filter->tolerance, 0.01), "shortest <= ?",
                 shortest + filter->tolerance);
    }
  self->match = filter->words != NULL ? ring_database_make_match (filter->words) : NULL;
  if (self->match != NULL)
    add_text (self, "id IN (SELECT rowid FROM words WHERE words MATCH ?)", self->match);
}

static void
add_order (Question *self, const RingListsFilter *filter)
{
  static const char *const columns[]
      = { "carat", "longest", "colour", "clarity", "price", "origin", "lab" };

  if (filter->sort == RING_LISTS_BY_FIT && filter->fit_length > 0)
    {
      g_string_append (self->sql, " ORDER BY abs(longest - ?) + abs(shortest - ?), id");
      for (guint i = 0; i < 2; i++)
        {
          double value = i == 0 ? MAX (filter->fit_length, filter->fit_width)
                                : MIN (filter->fit_length, filter->fit_width);

          g_array_append_val (self->numbers, value);
          g_ptr_array_add (self->texts, NULL);
        }
      return;
    }
  /* What a list does not say comes last either way. The sign + keeps SQLite from walking through
   * all stones in the wanted order, one page here and one there, where few of them are wanted:
   * reading them as they lie and sorting what is found takes a third of the time. Of one shape
   * there is an index that has them in order. */
  if (filter->sort == RING_LISTS_BY_CARAT || filter->sort == RING_LISTS_BY_FIT)
    g_string_append_printf (self->sql, " ORDER BY %scarat%s",
                            self->texts->len > 0 && filter->cut < 0 ? "+" : "",
                            filter->descending ? " DESC" : "");
  else
    g_string_append_printf (self->sql, " ORDER BY +%s%s NULLS LAST, +carat", columns[filter->sort],
                            filter->descending ? " DESC" : "");
}

static GArray *
collect (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (code == SQLITE_DONE)
    return g_steal_pointer (&ids);
  ring_database_fail (sqlite3_db_handle (statement), _ ("The lists could not be searched"), error);
  return NULL;
}

GArray *
ring_lists_query (RingLists *self, const RingListsFilter *filter, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->query_lock);
  Question question = { .sql = g_string_new ("SELECT id FROM stone"),
                        .numbers = g_array_new (FALSE, FALSE, sizeof (double)),
                        .texts = g_ptr_array_new () };
  g_autoptr (sqlite3_stmt) statement = NULL;
  GArray *ids = NULL;

  add_conditions (&question, filter);
  add_order (&question, filter);
  statement = ring_database_prepare (self->queries, question.sql->str,
                                     _ ("The lists could not be searched"), error);
  if (statement != NULL)
    {
      for (guint i = 0; i < question.texts->len; i++)
        {
          const char *text = g_ptr_array_index (question.texts, i);

          if (text != NULL)
            ring_database_bind (statement, (int) i + 1, text);
          else
            sqlite3_bind_double (statement, (int) i + 1,
                                 g_array_index (question.numbers, double, i));
        }
      ids = collect (statement, error);
    }
  g_string_free (question.sql, TRUE);
  g_array_unref (question.numbers);
  g_ptr_array_unref (question.texts);
  g_free (question.match);
  return ids;
}

/* ---------------------------------------------------------------------------- one stone */

static sqlite3_stmt *
prepare_read (RingLists *self)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT stone.cut, stone.carat, detail.length, detail.width, detail.depth, stone.price,"
      " stone.currency, list.name, list.imported");

  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    g_string_append_printf (sql, ", detail.%s", ring_lists_text_columns[i]);
  g_string_append (
      sql, " FROM stone JOIN detail ON detail.id = stone.id JOIN list ON list.id = stone.list"
           " WHERE stone.id = ?");
  return ring_database_prepare (self->rows, sql->str, "", NULL);
}

static void
take_row (sqlite3_stmt *statement, RingOffer *offer)
{
  const char *currency = (const char *) sqlite3_column_text (statement, 6);

  offer->cut
      = sqlite3_column_type (statement, 0) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, 0);
  if (offer->cut >= RING_N_CUTS)
    offer->cut = -1;
  offer->carat = sqlite3_column_double (statement, 1);
  offer->length = sqlite3_column_double (statement, 2);
  offer->width = sqlite3_column_double (statement, 3);
  offer->depth = sqlite3_column_double (statement, 4);
  offer->price = sqlite3_column_double (statement, 5);
  g_strlcpy (offer->currency, currency != NULL ? currency : "", sizeof offer->currency);
  offer->supplier = g_strdup ((const char *) sqlite3_column_text (statement, 7));
  offer->listed_ms = sqlite3_column_int64 (statement, 8);
  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    offer->texts[i] = g_strdup ((const char *) sqlite3_column_text (statement, 9 + (int) i));
}

gboolean
ring_lists_read (RingLists *self, gint64 id, RingOffer *offer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->row_lock);
  gboolean found;

  memset (offer, 0, sizeof *offer);
  offer->cut = -1;
  if (self->read == NULL)
    self->read = prepare_read (self);
  if (self->read == NULL)
    return FALSE;
  sqlite3_bind_int64 (self->read, 1, id);
  found = sqlite3_step (self->read) == SQLITE_ROW;
  if (found)
    take_row (self->read, offer);
  sqlite3_reset (self->read);
  return found;
}
