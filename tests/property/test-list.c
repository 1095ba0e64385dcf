/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random lists, written in all the ways there are, are read as what was written: stocks, weights and
 * whatever stands in a comment; what is broken in one row costs no other. */
#include "ring-list-reader.h"
#include "ring-number.h"
#include "ring-random.h"
#include "ring-test.h"

#include <string.h>

#define ROUNDS 300
#define MOST_ROWS 30

typedef struct
{
  char *stock, *comment;
  double carat;
  gboolean broken; /* no weight */
} Row;

static guint
below (RingRandom *random, guint n)
{
  return (guint) (ring_random_next (random) % n);
}

/* Signs that lists trip over; no blanks at the ends, which nobody keeps. */
static char *
make_comment (RingRandom *random)
{
  static const char *const pieces[] = { "a", "\"", ",", ";", "\t", "|", " ", "ü", "€", "=", "\n", "'", "x", "→" };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = below (random, 12);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[below (random, G_N_ELEMENTS (pieces))]);
  return g_strconcat ("[", text->str, "]", NULL);
}

static GPtrArray *
make_rows (RingRandom *random)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint n = 1 + below (random, MOST_ROWS);

  for (guint i = 0; i < n; i++)
    {
      Row *row = g_new0 (Row, 1);

      row->stock = g_strdup_printf ("S%u-%u", i, below (random, 1000));
      row->comment = make_comment (random);
      row->carat = (1 + below (random, 2000)) / 100.0;
      row->broken = below (random, 8) == 0;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
append_cell (GString *text, const char *cell, gboolean always)
{
  if (!always && strpbrk (cell, "\",;\t|\n ") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_printf (text, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c (text, '"');
}

static char *
write_list (RingRandom *random, const GPtrArray *rows)
{
  static const char delimiters[] = ",;\t|";
  static const char *const ends[] = { "\n", "\r\n", "\r" };
  static const char *const headers[][3] = { { "Stock #", "Weight", "Member Comment" },
                                            { "SerialNumber", "CaratWeight", "Remarks" },
                                            { "Supplier Stock Ref.", "Carat", "COMMENT" } };
  const char *const *header = headers[below (random, G_N_ELEMENTS (headers))];
  char delimiter = delimiters[below (random, 4)];
  const char *end = ends[below (random, G_N_ELEMENTS (ends))];
  gboolean always = below (random, 2) == 0, comma = delimiter != ',' && below (random, 2) == 0;
  GString *text = g_string_new (below (random, 3) == 0 ? "\xef\xbb\xbf" : NULL);

  g_string_append_printf (text, "%s%c%s%c%s%s", header[0], delimiter, header[1], delimiter, header[2], end);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autofree char *carat = ring_number_format (row->carat, 2);

      if (comma && strchr (carat, '.') != NULL)
        *strchr (carat, '.') = ',';
      append_cell (text, row->stock, always);
      g_string_append_c (text, delimiter);
      append_cell (text, row->broken ? "heavy" : carat, always);
      g_string_append_c (text, delimiter);
      append_cell (text, row->comment, always);
      if (i + 1 < rows->len || below (random, 2) == 0)
        g_string_append (text, end);
    }
  return g_string_free (text, FALSE);
}

/* Signs that no text of ours keeps are blanks there. */
static char *
as_kept (const char *comment)
{
  char *kept = g_strdup (comment);

  for (char *p = kept; *p != '\0'; p++)
    if (*p == '\t' || *p == '\n')
      *p = ' ';
  return kept;
}

static void
check (RingListReader *reader, const GPtrArray *rows)
{
  RingRejection *rejection;
  RingOffer offer;
  guint i = 0;

  for (; ring_list_reader_next (reader, &offer, &rejection); i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->broken, ==, rejection != NULL);
      if (rejection == NULL)
        {
          g_autofree char *expected = as_kept (row->comment);
          g_autofree char *got = as_kept (offer.texts[RING_OFFER_COMMENT]);

          g_assert_cmpstr (offer.texts[RING_OFFER_STOCK], ==, row->stock);
          g_assert_cmpfloat_with_epsilon (offer.carat, row->carat, 1e-9);
          g_assert_cmpstr (got, ==, expected);
        }
      g_clear_pointer (&rejection, ring_rejection_free);
      ring_offer_clear (&offer);
    }
  g_assert_cmpuint (i, ==, rows->len);
}

static void
test_random (void)
{
  guint64 seed = ring_test_seed (2027);
  RingRandom random;

  ring_random_init_seed (&random, seed);
  for (guint round = 0; round < ring_test_rounds (ROUNDS); round++)
    {
      GPtrArray *rows = make_rows (&random);
      g_autofree char *text = write_list (&random, rows);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (RingListReader) reader = ring_list_reader_new (bytes, "list", &error);

      g_assert_no_error (error);
      check (reader, rows);
      for (guint i = 0; i < rows->len; i++)
        {
          Row *row = g_ptr_array_index (rows, i);

          g_free (row->stock);
          g_free (row->comment);
          g_free (row);
        }
      g_ptr_array_unref (rows);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/list/random", test_random);
  return ring_test_run ();
}
