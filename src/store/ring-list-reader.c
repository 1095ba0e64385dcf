/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-list-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-list-row.h"
#include "ring-list-text.h"
#include "ring-list-value.h"

/* How far down the names of the columns are looked for. */
#define HEADER_WITHIN 30
/* Fewer columns that are understood make no list. */
#define LEAST_KNOWN 3
#define MOST_COLUMNS 400
/* A cell may go over lines; a quote that never ends must not take the rest of the list with it. */
#define MOST_LINES_OF_A_ROW 40
#define MOST_BYTES_OF_A_ROW 65536

struct _RingListReader
{
  RingListText *text;
  struct csv_parser parser;
  GPtrArray *cells; /* of the row in hand */
  guint line;       /* where it begins */
  gboolean complete;
  char delimiter;
  char **header;
  RingListColumns columns;
};

void
ring_rejection_free (RingRejection *rejection)
{
  g_free (rejection->reason);
  g_strfreev (rejection->cells);
  g_free (rejection);
}

/* ------------------------------------------------------------------------------ rows */

static void
cell_cb (void *bytes, size_t n, void *data)
{
  RingListReader *self = data;

  if (self->cells->len <= MOST_COLUMNS)
    g_ptr_array_add (self->cells, g_strndup (bytes != NULL ? bytes : "", n));
}

static void
row_cb (int end, void *data)
{
  ((RingListReader *) data)->complete = TRUE;
}

static void
begin_row (RingListReader *self)
{
  g_ptr_array_set_size (self->cells, 0);
  self->complete = FALSE;
}

/* A parser that is in the middle of a quote begins anew. */
static void
reset_parser (RingListReader *self)
{
  csv_free (&self->parser);
  if (csv_init (&self->parser, 0) != 0)
    g_error ("libcsv has no memory");
  csv_set_delim (&self->parser, (unsigned char) self->delimiter);
}

static void
feed (RingListReader *self, const RingListLine *line)
{
  if (csv_parse (&self->parser, line->text, line->length, cell_cb, row_cb, self) != line->length
      || csv_parse (&self->parser, "\n", 1, cell_cb, row_cb, self) != 1)
    g_error ("libcsv has no memory");
}

static gboolean
is_blank (const RingListLine *line)
{
  gsize i = 0;

  while (i < line->length && (line->text[i] == ' ' || line->text[i] == '\t'))
    i++;
  return i == line->length;
}

typedef enum
{
  ROW_END,
  ROW_READ,
  ROW_ENDLESS, /* a quote on LINE does not end */
  ROW_GIGANTIC,
} Row;

/* What goes wrong in a row costs that row's first line; the next one is read after it. */
static Row
give_up (RingListReader *self, const RingListMark *second, Row row)
{
  reset_parser (self);
  ring_list_text_go (self->text, second);
  return row;
}

static Row
read_row (RingListReader *self)
{
  RingListMark second = { 0 };
  gsize bytes = 0;
  guint n = 0;

  begin_row (self);
  for (;;)
    {
      RingListLine line;

      if (!ring_list_text_next (self->text, &line))
        return n == 0 ? ROW_END : give_up (self, &second, ROW_ENDLESS);
      if (n++ == 0)
        {
          self->line = line.number;
          second = ring_list_text_mark (self->text);
        }
      bytes += line.length;
      if (bytes > MOST_BYTES_OF_A_ROW || n > MOST_LINES_OF_A_ROW)
        return give_up (self, &second, n == 1 ? ROW_GIGANTIC : ROW_ENDLESS);
      feed (self, &line);
      if (self->complete)
        return ROW_READ;
      /* An empty line is no row, unless it is in a cell. */
      if (n == 1 && is_blank (&line))
        n = 0;
    }
}

/* -------------------------------------------------------------------------- the header */

static char **
take_cells (RingListReader *self)
{
  char **cells = g_new0 (char *, self->cells->len + 1);

  for (guint i = 0; i < self->cells->len; i++)
    cells[i] = ring_value_text (g_ptr_array_index (self->cells, i));
  return cells;
}

static void
drop_empty_end (char **cells)
{
  for (guint n = g_strv_length (cells); n > 0 && cells[n - 1][0] == '\0'; n--)
    g_clear_pointer (&cells[n - 1], g_free);
}

/* Tries the rows as they would be with one delimiter. */
static guint
try_delimiter (RingListReader *self, char delimiter, char ***best, RingListMark *after)
{
  guint most = 0;

  *best = NULL;
  self->delimiter = delimiter;
  reset_parser (self);
  ring_list_text_rewind (self->text);
  for (guint i = 0; i < HEADER_WITHIN; i++)
    {
      guint known;
      Row row = read_row (self);
      g_auto (GStrv) cells = NULL;

      if (row == ROW_END)
        break;
      if (row != ROW_READ)
        continue;
      cells = take_cells (self);
      known = ring_list_columns_count_known ((const char *const *) cells);
      if (known <= most)
        continue;
      most = known;
      g_strfreev (*best);
      *best = g_steal_pointer (&cells);
      *after = ring_list_text_mark (self->text);
    }
  return most;
}

static gboolean
find_header (RingListReader *self)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  RingListMark after = { 0 };
  guint most = LEAST_KNOWN - 1;
  char delimiter = ',';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_auto (GStrv) header = NULL;
      RingListMark mark;
      guint known = try_delimiter (self, delimiters[i], &header, &mark);

      if (known <= most)
        continue;
      most = known;
      delimiter = delimiters[i];
      after = mark;
      g_strfreev (self->header);
      self->header = g_steal_pointer (&header);
    }
  self->delimiter = delimiter;
  reset_parser (self);
  ring_list_text_go (self->text, &after);
  return self->header != NULL;
}

static gboolean
take_header (RingListReader *self, const char *name, GError **error)
{
  g_autofree char *columns = NULL;

  if (!find_header (self))
    {
      g_set_error (
          error, RING_ERROR, RING_ERROR_FORMAT,
          _ ("“%s” has no line with the names of columns: a list begins with names like Stock #, "
             "Shape, Weight, Color, Clarity, Measurements, Price. Nothing was imported."),
          name);
      return FALSE;
    }
  drop_empty_end (self->header);
  ring_list_columns_init (&self->columns, (const char *const *) self->header);
  if (self->columns.has_stock && self->columns.has_carat)
    return TRUE;
  columns = g_strjoinv (", ", self->header);
  g_set_error (
      error, RING_ERROR, RING_ERROR_FORMAT,
      !self->columns.has_stock
          ? _ ("“%s” has no column with stock numbers; its columns are: %s. Name that column "
               "Stock # and import the list again.")
          : _ ("“%s” has no column with weights; its columns are: %s. Name that column Carat "
               "and import the list again."),
      name, columns);
  return FALSE;
}

/* ------------------------------------------------------------------------------ public */

RingListReader *
ring_list_reader_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (RingListReader) self = g_new0 (RingListReader, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->delimiter = ',';
  if (csv_init (&self->parser, 0) != 0)
    g_error ("libcsv has no memory");
  self->text = ring_list_text_new (bytes, name, error);
  if (self->text == NULL || !take_header (self, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ring_list_reader_free (RingListReader *self)
{
  csv_free (&self->parser);
  g_clear_pointer (&self->text, ring_list_text_free);
  g_ptr_array_unref (self->cells);
  g_strfreev (self->header);
  ring_list_columns_clear (&self->columns);
  g_free (self);
}

const char *const *
ring_list_reader_get_header (RingListReader *self)
{
  return (const char *const *) self->header;
}

gboolean
ring_list_reader_understands (RingListReader *self, guint column)
{
  return column < self->columns.n && self->columns.columns[column] != RING_COLUMN_NONE;
}

gboolean
ring_list_reader_says_species (RingListReader *self)
{
  return self->columns.has_species;
}

char
ring_list_reader_get_delimiter (RingListReader *self)
{
  return self->delimiter;
}

const char *
ring_list_reader_get_currency (RingListReader *self)
{
  return self->columns.currency[0] != '\0' ? self->columns.currency : NULL;
}

static RingRejection *
reject (RingListReader *self, char *reason)
{
  RingRejection *rejection = g_new0 (RingRejection, 1);

  rejection->line = self->line;
  rejection->reason = reason;
  rejection->cells = take_cells (self);
  return rejection;
}

/* Nothing in it, or the names of the columns once more. */
static gboolean
is_no_row (RingListReader *self)
{
  gboolean empty = TRUE, same = self->cells->len >= g_strv_length (self->header);

  for (guint i = 0; i < self->cells->len && (empty || same); i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);

      empty = empty && cell[strspn (cell, " \t")] == '\0';
      if (same && i < self->columns.n)
        same = g_str_equal (cell, self->header[i]);
    }
  return empty || same;
}

static char *
check_count (RingListReader *self)
{
  guint n = self->cells->len, wanted = self->columns.n;

  while (n > wanted && ((const char *) g_ptr_array_index (self->cells, n - 1))[0] == '\0')
    n--;
  if (n == wanted)
    return NULL;
  return g_strdup_printf (
      _ ("the row has %u cells and the list has %u columns; a sign that parts cells may "
         "be missing, or be too many"),
      n, wanted);
}

gboolean
ring_list_reader_next (RingListReader *self, RingOffer *offer, RingRejection **rejection)
{
  char *reason;
  Row row;

  *rejection = NULL;
  memset (offer, 0, sizeof *offer);
  do
    row = read_row (self);
  while (row == ROW_READ && is_no_row (self));
  switch (row)
    {
    case ROW_END:
      return FALSE;
    case ROW_ENDLESS:
      reason = g_strdup (_ ("a quotation mark begins here that does not end"));
      break;
    case ROW_GIGANTIC:
      reason = g_strdup (_ ("the line is longer than any row of a list"));
      g_ptr_array_set_size (self->cells, 0);
      break;
    case ROW_READ:
    default:
      reason = check_count (self);
      if (reason == NULL)
        reason
            = ring_list_row_read (&self->columns, (const char *const *) self->cells->pdata, offer);
      break;
    }
  if (reason != NULL)
    {
      ring_offer_clear (offer);
      *rejection = reject (self, reason);
    }
  return TRUE;
}

guint
ring_list_reader_get_line (RingListReader *self)
{
  return self->line;
}

char **
ring_list_reader_dup_cells (RingListReader *self)
{
  return take_cells (self);
}

double
ring_list_reader_get_progress (RingListReader *self)
{
  return ring_list_text_get_progress (self->text);
}

guint
ring_list_reader_get_n_recoded (RingListReader *self)
{
  return ring_list_text_get_n_recoded (self->text);
}

/* ------------------------------------------------------------------------ rejected rows */

static void
append_cell (GByteArray *out, const char *text, gboolean first)
{
  gboolean formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL
                     && !(g_ascii_isdigit (text[1]) || text[1] == '.');
  g_autofree char *safe = formula ? g_strconcat ("'", text, NULL) : g_strdup (text);
  gsize n = csv_write (NULL, 0, safe, strlen (safe));
  guint at = out->len + !first;

  g_byte_array_set_size (out, at + (guint) n);
  if (!first)
    out->data[at - 1] = ',';
  csv_write (out->data + at, n, safe, strlen (safe));
}

GBytes *
ring_rejections_to_csv (const GPtrArray *rejections, const char *const *header)
{
  GByteArray *out = g_byte_array_new ();

  append_cell (out, _ ("Line"), TRUE);
  append_cell (out, _ ("Reason"), FALSE);
  for (guint i = 0; header[i] != NULL; i++)
    append_cell (out, header[i], FALSE);
  for (guint i = 0; i < rejections->len; i++)
    {
      const RingRejection *rejection = g_ptr_array_index (rejections, i);
      g_autofree char *line = g_strdup_printf ("%u", rejection->line);

      g_byte_array_append (out, (const guint8 *) "\r\n", 2);
      append_cell (out, line, TRUE);
      append_cell (out, rejection->reason, FALSE);
      for (guint k = 0; rejection->cells[k] != NULL; k++)
        append_cell (out, rejection->cells[k], FALSE);
    }
  g_byte_array_append (out, (const guint8 *) "\r\n", 2);
  return g_byte_array_free_to_bytes (out);
}
