/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* list-bench N FOLDER: a list of N stones is imported into a database in FOLDER, and searched in
 * the ways that the window does; beside each search the same question is asked of SQLite by itself,
 * in the same file. Medians of ROUNDS, which take turns; milliseconds of
 * processor time, which does not count what other programs take. */
#include "ring-lists.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define ROUNDS 21

static GString *
make_list (guint n)
{
  static const char *const shapes[] = { "RD", "OV", "CU", "EM", "PS", "PR", "MQ", "RA" };
  static const char *const clarities[] = { "IF", "VVS1", "VVS2", "VS1", "VS2", "SI1", "SI2", "I1" };
  static const char *const labs[] = { "GIA", "IGI", "HRD", "GRS", "SSEF" };
  static const char *const places[]
      = { "Botswana", "Canada", "Sri Lanka", "Madagascar", "Burma", "Colombia" };
  GString *text
      = g_string_new ("Stock #,Shape,Weight,Color,Clarity,Measurements,Lab,Report #,RapNet "
                      "Price,Origin,Member Comment,Polish,Symmetry,Country\n");
  guint32 state = 1;

  for (guint i = 0; i < n; i++)
    {
      guint r[12], carat, length, width;

      for (guint k = 0; k < G_N_ELEMENTS (r); k++)
        {
          state = state * 1664525u + 1013904223u;
          r[k] = state >> 8;
        }
      carat = 20 + r[0] % 480;
      length = 300 + r[1] % 900;
      width = length * (70 + r[2] % 31) / 100;
      g_string_append_printf (text,
                              "ST-%06u,%s,%u.%02u,%c,%s,%u.%02ux%u.%02ux%u.%02u,%s,%u,%u,%s,lot %u "
                              "of %s,VG,EX,Belgium\n",
                              i, shapes[r[3] % 8], carat / 100, carat % 100,
                              (char) ('D' + r[4] % 10), clarities[r[5] % 8], length / 100,
                              length % 100, width / 100, width % 100, width * 6 / 1000,
                              width * 6 / 10 % 100, labs[r[6] % 5], 10000000 + i * 7,
                              500 + r[7] % 9000, places[r[8] % 6], r[9] % 5000, places[r[10] % 6]);
    }
  return text;
}

static gint64
cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare (const void *a, const void *b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

static double
median_ms (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return (double) times[ROUNDS / 2] / 1000;
}

static guint
ask_bare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;
  gint64 sum = 0;
  guint n = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  for (; sqlite3_step (statement) == SQLITE_ROW; n++)
    sum += sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return sum >= 0 ? n : 0;
}

static void
measure (
    RingLists *lists, sqlite3 *db, const char *what, const RingListsFilter *filter, const char *sql)
{
  gint64 ours[ROUNDS], bare[ROUNDS];
  guint n = 0, n_bare = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = cpu_us ();
      g_autoptr (GArray) ids = ring_lists_query (lists, filter, NULL);

      ours[i] = cpu_us () - start;
      n = ids->len;
      start = cpu_us ();
      n_bare = ask_bare (db, sql);
      bare[i] = cpu_us () - start;
    }
  if (n != n_bare)
    g_error ("%s: %u found, SQLite %u", what, n, n_bare);
  printf ("%-34s %7u found %8.2f ms, SQLite %8.2f ms, ratio %5.2f\n", what, n, median_ms (ours),
          median_ms (bare), median_ms (ours) / MAX (median_ms (bare), 0.001));
}

static void
import (RingLists *lists, guint n)
{
  GString *text = make_list (n);
  gsize length = text->len;
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time (), cpu = cpu_us ();
  g_autoptr (RingListReader) reader = ring_list_reader_new (bytes, "bench", &error);
  RingListsOptions options = { .name = "Bench", .currency = "USD", .species = "Diamond" };
  g_autoptr (RingListsReport) report
      = ring_lists_import (lists, reader, &options, NULL, NULL, NULL, &error);
  struct rusage usage;

  if (report == NULL || report->n != n)
    g_error ("%s", error != NULL ? error->message : "rows are missing");
  getrusage (RUSAGE_SELF, &usage);
  printf ("import of %u stones, %.1f MB: %.2f s, %.2f s of processor time, peak memory %ld MB\n", n,
          (double) length / 1e6, (double) (g_get_monotonic_time () - start) / 1e6,
          (double) (cpu_us () - cpu) / 1e6, usage.ru_maxrss / 1024);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (RingLists) lists = NULL;
  g_autoptr (GError) error = NULL;
  RingListsFilter filter;
  sqlite3 *db;

  if (argc != 3)
    {
      fputs ("usage: list-bench STONES FOLDER\n", stderr);
      return 2;
    }
  path = g_build_filename (argv[2], "bench-lists.sqlite", NULL);
  lists = ring_lists_open (path, &error);
  if (lists == NULL)
    g_error ("%s", error->message);
  import (lists, (guint) strtoul (argv[1], NULL, 10));
  sqlite3_open (path, &db);
  ring_lists_filter_init (&filter);
  measure (lists, db, "all, by weight", &filter, "SELECT id FROM stone ORDER BY carat");
  filter.cut = RING_CUT_OVAL;
  measure (lists, db, "shape", &filter, "SELECT id FROM stone WHERE cut = 1 ORDER BY carat");
  filter.least_carat = 1;
  filter.most_carat = 1.5;
  measure (lists, db, "shape and weight", &filter,
           "SELECT id FROM stone WHERE cut = 1 AND carat BETWEEN 0.9995 AND 1.5005 ORDER BY carat");
  filter.values[RING_LISTS_LAB] = "GIA";
  filter.worst_colour = 3;
  filter.worst_clarity = 4;
  measure (lists, db, "and laboratory, colour, clarity", &filter,
           "SELECT id FROM stone WHERE lab = 'GIA' AND cut = 1 AND carat BETWEEN 0.9995 AND 1.5005 "
           "AND colour"
           " <= 3 AND clarity <= 4 ORDER BY carat");
  ring_lists_filter_init (&filter);
  filter.values[RING_LISTS_ORIGIN] = "Sri Lanka";
  measure (lists, db, "origin", &filter,
           "SELECT id FROM stone WHERE origin = 'Sri Lanka' ORDER BY carat");
  ring_lists_filter_init (&filter);
  filter.worst_colour = 2;
  filter.sort = RING_LISTS_BY_PRICE;
  measure (lists, db, "colour, by price", &filter,
           "SELECT id FROM stone WHERE colour <= 2 ORDER BY price NULLS LAST, carat");
  ring_lists_filter_init (&filter);
  filter.most_price = 3000;
  filter.values[RING_LISTS_CURRENCY] = "USD";
  measure (lists, db, "price", &filter,
           "SELECT id FROM stone WHERE currency = 'USD' AND price <= 3000.0005 ORDER BY carat");
  ring_lists_filter_init (&filter);
  filter.least_length = 8;
  filter.most_length = 8.5;
  filter.least_width = 6;
  filter.most_width = 6.5;
  measure (lists, db, "size", &filter,
           "SELECT id FROM stone WHERE longest BETWEEN 7.9995 AND 8.5005 AND shortest BETWEEN "
           "5.9995 AND 6.5005"
           " ORDER BY carat");
  ring_lists_filter_init (&filter);
  filter.cut = RING_CUT_OVAL;
  filter.fit_length = 8;
  filter.fit_width = 6;
  filter.tolerance = 0.15;
  filter.sort = RING_LISTS_BY_FIT;
  measure (lists, db, "fits this seat", &filter,
           "SELECT id FROM stone WHERE cut = 1 AND longest BETWEEN 7.8495 AND 8.1505 AND shortest "
           "BETWEEN 5.8495"
           " AND 6.1505 ORDER BY abs(longest - 8) + abs(shortest - 6), id");
  ring_lists_filter_init (&filter);
  filter.words = "colombia 4711";
  measure (lists, db, "two words", &filter,
           "SELECT rowid FROM words WHERE words MATCH '\"colombia\"* \"4711\"*'");
  filter.words = "colom";
  measure (lists, db, "the start of a common word", &filter,
           "SELECT id FROM stone WHERE id IN (SELECT rowid FROM words WHERE words MATCH "
           "'\"colom\"*') ORDER BY carat");
  sqlite3_close (db);
  return 0;
}
