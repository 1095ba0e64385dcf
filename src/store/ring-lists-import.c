/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list as a whole, or nothing of it. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-claim.h"
#include "ring-clock.h"
#include "ring-error.h"
#include "ring-lists-private.h"

/* Between two looks at whether to go on, and two reports of how far it is, rows. */
#define ROWS_AT_ONCE 256
/* Between two looks while SQLite is at work by itself, in its own steps: some milliseconds. */
#define STEPS_AT_ONCE 50000

void
ring_lists_report_free (RingListsReport *report)
{
  g_ptr_array_unref (report->rejections);
  g_free (report);
}

/* ------------------------------------------------------------------------------ the file */

GBytes *
ring_lists_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, &failed);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _ ("“%s” is not an ordinary file; choose a list that was saved as CSV."), shown);
      return NULL;
    }
  if (info != NULL)
    stream = g_file_read (file, cancellable, &failed);
  while (stream != NULL && n > 0 && bytes->len <= RING_LIST_MAX_BYTES)
    {
      guint had = bytes->len;

      g_byte_array_set_size (bytes, had + (1 << 20));
      n = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + had, 1 << 20, cancellable,
                               &failed);
      g_byte_array_set_size (bytes, had + (guint) MAX (n, 0));
    }
  if (failed == NULL && bytes->len <= RING_LIST_MAX_BYTES)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (failed == NULL)
    g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                 _ ("“%s” is larger than %u MB. Part it and import its parts."), shown,
                 RING_LIST_MAX_BYTES >> 20);
  else if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                 _ ("“%s” is not there; it may have been moved or renamed."), shown);
  else if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error (error, failed->domain, failed->code, _ ("“%s” could not be read: %s."), shown,
                 failed->message);
  return NULL;
}

/* ----------------------------------------------------------------------------- one import */

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *stone, *detail, *words;
  const RingListsOptions *options;
  RingListsReport *report;
  gint64 list;
  GHashTable *stocks;  /* the line + 1 of each stock number so far */
  GHashTable *species; /* words of the list, and what they mean */
  GString *text;
} Import;

static const char *
what (void)
{
  return _ ("The list could not be imported");
}

static gboolean
prepare (Import *self, GError **error)
{
  g_autoptr (GString) detail = g_string_new ("INSERT INTO detail VALUES (?, ?, ?, ?");

  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    g_string_append (detail, ", ?");
  g_string_append_c (detail, ')');
  self->stone = ring_database_prepare (
      self->db,
      "INSERT INTO stone (list, cut, carat, longest, shortest, colour, clarity, price, currency,"
      " species, origin, lab) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      what (), error);
  if (self->stone != NULL)
    self->detail = ring_database_prepare (self->db, detail->str, what (), error);
  if (self->detail != NULL)
    self->words = ring_database_prepare (self->db, "INSERT INTO words (rowid, text) VALUES (?, ?)",
                                         what (), error);
  return self->words != NULL;
}

/* "Corundum, blue sapphire" is filtered as sapphire; what the program does not know in its own
 * words. */
static const char *
find_species (Import *self, const char *said)
{
  const char *known = g_hash_table_lookup (self->species, said);
  const RingSpecies *species;

  if (known != NULL)
    return known;
  species = ring_claim_find_species (said, NULL);
  g_hash_table_insert (self->species, g_strdup (said),
                       g_strdup (species != NULL ? species->label : said));
  return g_hash_table_lookup (self->species, said);
}

static void
bind_positive (sqlite3_stmt *statement, int at, double value)
{
  if (value > 0)
    sqlite3_bind_double (statement, at, value);
  else
    sqlite3_bind_null (statement, at);
}

static void
bind_rank (sqlite3_stmt *statement, int at, int rank)
{
  if (rank >= 0)
    sqlite3_bind_int (statement, at, rank);
  else
    sqlite3_bind_null (statement, at);
}

static gboolean
insert_stone (Import *self, const RingOffer *offer, GError **error)
{
  sqlite3_stmt *s = self->stone;
  const char *species = ring_offer_get (offer, RING_OFFER_SPECIES);

  sqlite3_bind_int64 (s, 1, self->list);
  bind_rank (s, 2, offer->cut);
  sqlite3_bind_double (s, 3, offer->carat);
  bind_positive (s, 4, MAX (offer->length, offer->width));
  /* One figure of a stone that is not round is its length alone. */
  bind_positive (s, 5, MIN (offer->length, offer->width));
  bind_rank (s, 6, ring_offer_colour_rank (ring_offer_get (offer, RING_OFFER_COLOUR)));
  bind_rank (s, 7, ring_offer_clarity_rank (ring_offer_get (offer, RING_OFFER_CLARITY)));
  bind_positive (s, 8, offer->price);
  ring_database_bind (s, 9, offer->price > 0 ? offer->currency : NULL);
  ring_database_bind (s, 10, species != NULL ? find_species (self, species) : NULL);
  ring_database_bind (s, 11, ring_offer_get (offer, RING_OFFER_ORIGIN));
  ring_database_bind (s, 12, ring_offer_get (offer, RING_OFFER_LAB));
  return ring_database_step (s, what (), error);
}

static gboolean
insert_detail (Import *self, const RingOffer *offer, gint64 id, GError **error)
{
  sqlite3_stmt *s = self->detail;

  sqlite3_bind_int64 (s, 1, id);
  bind_positive (s, 2, offer->length);
  bind_positive (s, 3, offer->width);
  bind_positive (s, 4, offer->depth);
  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    ring_database_bind (s, 5 + (int) i, ring_offer_get (offer, (RingOfferText) i));
  return ring_database_step (s, what (), error);
}

/* All that one would search for in words. */
static gboolean
insert_words (Import *self, const RingOffer *offer, gint64 id, GError **error)
{
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < RING_OFFER_REST; i++)
    if (ring_offer_get (offer, (RingOfferText) i) != NULL)
      g_string_append_printf (self->text, "%s ", offer->texts[i]);
  if (offer->cut >= 0)
    g_string_append (self->text, ring_cut_label ((RingCut) offer->cut));
  sqlite3_bind_int64 (self->words, 1, id);
  ring_database_bind (self->words, 2, self->text->str);
  return ring_database_step (self->words, what (), error);
}

static void
keep_rejection (Import *self, RingRejection *rejection)
{
  self->report->n_rejected++;
  if (self->report->rejections->len < RING_LISTS_MAX_REJECTIONS)
    g_ptr_array_add (self->report->rejections, rejection);
  else
    ring_rejection_free (rejection);
}

static gboolean
insert (Import *self, RingOffer *offer, GError **error)
{
  gint64 id;

  if (ring_offer_get (offer, RING_OFFER_SPECIES) == NULL && self->options->species != NULL)
    offer->texts[RING_OFFER_SPECIES] = g_strdup (self->options->species);
  if (offer->price > 0 && offer->currency[0] == '\0')
    g_strlcpy (offer->currency, self->options->currency, sizeof offer->currency);
  if (!insert_stone (self, offer, error))
    return FALSE;
  id = sqlite3_last_insert_rowid (self->db);
  if (!insert_detail (self, offer, id, error) || !insert_words (self, offer, id, error))
    return FALSE;
  self->report->n++;
  return TRUE;
}

/* A second stone with the same number would be taken for the first. */
static RingRejection *
check_stock (Import *self, const RingOffer *offer, guint line)
{
  const char *stock = ring_offer_get (offer, RING_OFFER_STOCK);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->stocks, stock));
  RingRejection *rejection;

  if (first == 0)
    {
      g_hash_table_insert (self->stocks, g_strdup (stock), GUINT_TO_POINTER (line));
      return NULL;
    }
  rejection = g_new0 (RingRejection, 1);
  rejection->line = line;
  rejection->reason
      = g_strdup_printf (_ ("the stock number “%s” stands on line %u already"), stock, first);
  return rejection;
}

static gboolean
import_rows (Import *self,
             RingListReader *reader,
             GCancellable *cancellable,
             RingListsProgress progress,
             gpointer data,
             GError **error)
{
  RingRejection *rejection;
  RingOffer offer;

  for (guint n = 1; ring_list_reader_next (reader, &offer, &rejection); n++)
    {
      gboolean fine = TRUE;

      if (rejection == NULL)
        {
          rejection = check_stock (self, &offer, ring_list_reader_get_line (reader));
          if (rejection != NULL)
            rejection->cells = ring_list_reader_dup_cells (reader);
          else
            fine = insert (self, &offer, error);
        }
      if (rejection != NULL)
        keep_rejection (self, rejection);
      ring_offer_clear (&offer);
      if (!fine)
        return FALSE;
      if (n % ROWS_AT_ONCE != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (ring_list_reader_get_progress (reader), self->report->n, data);
    }
  return TRUE;
}

/* FAILED says what could not be done. */
static gboolean
remove_list (sqlite3 *db, const char *name, const char *failed, GError **error)
{
  static const char *const steps[]
      = { "DELETE FROM words WHERE rowid IN (SELECT stone.id FROM stone, list"
          " WHERE stone.list = list.id AND list.name = ?)",
          "DELETE FROM detail WHERE id IN (SELECT stone.id FROM stone, list"
          " WHERE stone.list = list.id AND list.name = ?)",
          "DELETE FROM stone WHERE list IN (SELECT id FROM list WHERE name = ?)",
          "DELETE FROM list WHERE name = ?" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (sqlite3_stmt) statement = ring_database_prepare (db, steps[i], failed, error);

      if (statement == NULL)
        return FALSE;
      ring_database_bind (statement, 1, name);
      if (!ring_database_step (statement, failed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_list (Import *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->db, "INSERT INTO list (name, file, imported, n, rejected) VALUES (?, ?, ?, 0, 0)",
      what (), error);

  if (statement == NULL)
    return FALSE;
  ring_database_bind (statement, 1, self->options->name);
  ring_database_bind (statement, 2, self->options->file);
  sqlite3_bind_int64 (statement, 3, ring_clock_now_ms ());
  if (!ring_database_step (statement, what (), error))
    return FALSE;
  self->list = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

static gboolean
finish_list (Import *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ring_database_prepare (
      self->db, "UPDATE list SET n = ?, rejected = ? WHERE id = ?", what (), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) self->report->n);
  sqlite3_bind_int (statement, 2, (int) self->report->n_rejected);
  sqlite3_bind_int64 (statement, 3, self->list);
  return ring_database_step (statement, what (), error);
}

static gboolean
check_found (const RingListsReport *report, GError **error)
{
  const RingRejection *first;

  if (report->n > 0)
    return TRUE;
  if (report->rejections->len == 0)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _ ("The list has columns but no stones. Nothing was changed."));
      return FALSE;
    }
  first = g_ptr_array_index (report->rejections, 0);
  g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
               _ ("None of the %u rows could be taken; line %u: %s. Nothing was changed."),
               report->n_rejected, first->line, first->reason);
  return FALSE;
}

static int
is_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
begin (sqlite3 *db, const char *failed, GCancellable *cancellable, GError **error)
{
  sqlite3_progress_handler (db, STEPS_AT_ONCE, is_cancelled_cb, cancellable);
  return ring_database_run (db, "BEGIN IMMEDIATE", failed, error);
}

/* Keeps what is DONE; takes all of it back where it is not, or was cancelled. */
static gboolean
end (sqlite3 *db, gboolean done, const char *failed, GCancellable *cancellable, GError **error)
{
  if (done && !g_cancellable_is_cancelled (cancellable)
      && ring_database_run (db, "COMMIT", failed, error))
    {
      sqlite3_progress_handler (db, 0, NULL, NULL);
      /* SQLite's plans follow what is in the tables. */
      sqlite3_exec (db, "PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)",
                    NULL, NULL, NULL);
      return TRUE;
    }
  sqlite3_progress_handler (db, 0, NULL, NULL);
  /* A full disk may have rolled back already. */
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  return FALSE;
}

RingListsReport *
ring_lists_import (RingLists *lists,
                   RingListReader *reader,
                   const RingListsOptions *options,
                   GCancellable *cancellable,
                   RingListsProgress progress,
                   gpointer data,
                   GError **error)
{
  Import self = { .db = ring_database_connect (lists->path, error), .options = options };
  gboolean done;

  if (self.db == NULL)
    return NULL;
  self.report = g_new0 (RingListsReport, 1);
  self.report->rejections = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_rejection_free);
  self.stocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.species = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.text = g_string_new (NULL);
  done = begin (self.db, what (), cancellable, error)
         && remove_list (self.db, options->name, what (), error) && insert_list (&self, error)
         && prepare (&self, error)
         && import_rows (&self, reader, cancellable, progress, data, error)
         && check_found (self.report, error) && finish_list (&self, error);
  self.report->n_recoded = ring_list_reader_get_n_recoded (reader);
  sqlite3_finalize (self.stone);
  sqlite3_finalize (self.detail);
  sqlite3_finalize (self.words);
  g_hash_table_unref (self.stocks);
  g_hash_table_unref (self.species);
  g_string_free (self.text, TRUE);
  if (!end (self.db, done, what (), cancellable, error))
    g_clear_pointer (&self.report, ring_lists_report_free);
  sqlite3_close (self.db);
  return self.report;
}

gboolean
ring_lists_remove (RingLists *self, const char *name, GCancellable *cancellable, GError **error)
{
  const char *failed = _ ("The list could not be removed");
  sqlite3 *db = ring_database_connect (self->path, error);
  gboolean done;

  if (db == NULL)
    return FALSE;
  done = begin (db, failed, cancellable, error) && remove_list (db, name, failed, error);
  done = end (db, done, failed, cancellable, error);
  sqlite3_close (db);
  return done;
}
