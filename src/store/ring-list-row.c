/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-list-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-carat.h"
#include "ring-list-value.h"
#include "ring-text.h"

/* The longest kept text of all columns that have no place of their own, bytes. */
#define MOST_REST 2000
/* A depth above it is no millimetres of a ring's stone but parts of its width in per cent. */
#define LEAST_PER_CENT 25.0
#define MOST_PRICE 1e10

guint
ring_list_columns_count_known (const char *const *header)
{
  gboolean seen[RING_N_COLUMNS] = { FALSE };
  guint n = 0;

  for (guint i = 0; header[i] != NULL; i++)
    {
      RingColumn column = ring_column_find (header[i], NULL);

      if (column == RING_COLUMN_NONE || seen[column])
        continue;
      seen[column] = TRUE;
      n++;
    }
  return n;
}

static gboolean
has (const RingListColumns *self, RingColumn column)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* Of several numbers of a stone the one is its stock number that is called so; the others are kept.
 */
static void
choose_stock (RingListColumns *self)
{
  int chosen = -1;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = NULL;

      if (self->columns[i] != RING_COLUMN_STOCK)
        continue;
      name = g_utf8_strdown (self->names[i], -1);
      if (chosen < 0 || (strstr (name, "stock") != NULL && strstr (name, "pair") == NULL))
        {
          if (chosen >= 0)
            self->columns[chosen] = RING_COLUMN_NONE;
          chosen = (int) i;
        }
      else
        self->columns[i] = RING_COLUMN_NONE;
    }
}

void
ring_list_columns_init (RingListColumns *self, const char *const *header)
{
  memset (self, 0, sizeof *self);
  self->n = g_strv_length ((char **) header);
  self->names = g_strdupv ((char **) header);
  self->columns = g_new0 (RingColumn, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->columns[i] = ring_column_find (header[i], self->currency);
  choose_stock (self);
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] == RING_COLUMN_CUT)
      self->columns[i] = has (self, RING_COLUMN_SHAPE) ? RING_COLUMN_KNOWN : RING_COLUMN_SHAPE;
  self->has_stock = has (self, RING_COLUMN_STOCK);
  self->has_carat = has (self, RING_COLUMN_CARAT);
  self->has_species = has (self, RING_COLUMN_SPECIES);
  self->has_height = has (self, RING_COLUMN_HEIGHT) || has (self, RING_COLUMN_MEASUREMENTS);
  self->has_total = has (self, RING_COLUMN_PRICE_TOTAL);
}

void
ring_list_columns_clear (RingListColumns *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->names, g_strfreev);
}

/* What is gathered of a row before it becomes an offer. */
typedef struct
{
  const char *carat, *measurements, *price, *per_carat, *total;
  char *fancy, *intensity, *overtone, *growth;
  double depth_cell;
  GString *rest;
} Row;

/* TEXT behind what is there already; "none" beside other words says nothing. */
static void
join (char **into, const char *text, const char *sign)
{
  char *both;

  if (*into == NULL || (*into)[0] == '\0' || ring_value_is_no (*into))
    both = g_strdup (text);
  else if (ring_value_is_no (text))
    return;
  else
    both = g_strconcat (*into, sign, text, NULL);
  g_free (*into);
  *into = both;
}

static void
put (char **into, const char *text)
{
  if (*into == NULL)
    *into = g_strdup (text);
}

static void
add_rest (Row *row, const char *name, const char *text)
{
  if (row->rest->len + strlen (name) + strlen (text) > MOST_REST)
    return;
  g_string_append_printf (row->rest, "%s%s: %s", row->rest->len > 0 ? "; " : "", name, text);
}

static void
take_nature (RingOffer *offer, const char *name, const char *text)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);

  /* "Lab grown: yes". Its "no" does not say that somebody found the stone to be natural. */
  if (strstr (folded, "grown") != NULL && ring_value_is_no (text))
    return;
  put (&offer->texts[RING_OFFER_NATURE],
       strstr (folded, "grown") != NULL && ring_value_is_yes (text) ? "Laboratory-grown" : text);
}

static gboolean
is_size (const char *text)
{
  return strpbrk (text, "xX*") != NULL || strstr (text, "×") != NULL;
}

static void
take_cell (RingOffer *offer, Row *row, RingColumn column, const char *name, const char *text)
{
  switch (column)
    {
    case RING_COLUMN_STOCK:
      put (&offer->texts[RING_OFFER_STOCK], text);
      break;
    case RING_COLUMN_SPECIES:
      put (&offer->texts[RING_OFFER_SPECIES], text);
      break;
    case RING_COLUMN_SHAPE:
      put (&offer->texts[RING_OFFER_SHAPE], text);
      break;
    case RING_COLUMN_CARAT:
      /* "Size" is the weight in some lists and the millimetres in others. */
      if (is_size (text))
        row->measurements = row->measurements != NULL ? row->measurements : text;
      else if (row->carat == NULL)
        row->carat = text;
      break;
    case RING_COLUMN_COLOUR:
      put (&offer->texts[RING_OFFER_COLOUR], text);
      break;
    case RING_COLUMN_FANCY_COLOUR:
      put (&row->fancy, text);
      break;
    case RING_COLUMN_FANCY_INTENSITY:
      put (&row->intensity, text);
      break;
    case RING_COLUMN_FANCY_OVERTONE:
      put (&row->overtone, text);
      break;
    case RING_COLUMN_CLARITY:
      put (&offer->texts[RING_OFFER_CLARITY], text);
      break;
    case RING_COLUMN_MEASUREMENTS:
      row->measurements = text;
      break;
    case RING_COLUMN_LENGTH:
      ring_value_number (text, FALSE, &offer->length);
      break;
    case RING_COLUMN_WIDTH:
      ring_value_number (text, FALSE, &offer->width);
      break;
    case RING_COLUMN_HEIGHT:
      ring_value_number (text, FALSE, &offer->depth);
      break;
    case RING_COLUMN_DEPTH:
      ring_value_number (text, FALSE, &row->depth_cell);
      add_rest (row, name, text);
      break;
    case RING_COLUMN_ORIGIN:
      put (&offer->texts[RING_OFFER_ORIGIN], text);
      break;
    case RING_COLUMN_LAB:
      put (&offer->texts[RING_OFFER_LAB], text);
      break;
    case RING_COLUMN_REPORT:
      put (&offer->texts[RING_OFFER_REPORT], text);
      break;
    case RING_COLUMN_REPORT_DATE:
      put (&offer->texts[RING_OFFER_REPORT_DATE], text);
      break;
    case RING_COLUMN_TREATMENT:
      join (&offer->texts[RING_OFFER_TREATMENT], text, ", ");
      break;
    case RING_COLUMN_NATURE:
      take_nature (offer, name, text);
      break;
    case RING_COLUMN_GROWTH:
      if (!ring_value_is_no (text))
        put (&row->growth, text);
      break;
    case RING_COLUMN_PRICE:
      row->price = text;
      break;
    case RING_COLUMN_PRICE_CARAT:
      row->per_carat = row->per_carat != NULL ? row->per_carat : text;
      break;
    case RING_COLUMN_PRICE_TOTAL:
      row->total = text;
      break;
    case RING_COLUMN_AVAILABILITY:
      put (&offer->texts[RING_OFFER_AVAILABILITY], text);
      break;
    case RING_COLUMN_PLACE:
      join (&offer->texts[RING_OFFER_PLACE], text, ", ");
      break;
    case RING_COLUMN_COMMENT:
      join (&offer->texts[RING_OFFER_COMMENT], text, "; ");
      break;
    case RING_COLUMN_STATEMENT:
      join (&offer->texts[RING_OFFER_STATEMENT], text, "; ");
      break;
    case RING_COLUMN_CUT:
    case RING_COLUMN_NONE:
    case RING_COLUMN_KNOWN:
    default:
      add_rest (row, name, text);
      break;
    }
}

/* A statement is words; a column "Conflict free" with a yes in it is the column's name. */
static void
mend_statement (const RingListColumns *columns, RingOffer *offer)
{
  char **statement = &offer->texts[RING_OFFER_STATEMENT];

  if (*statement == NULL)
    return;
  if (ring_value_is_no (*statement))
    g_clear_pointer (statement, g_free);
  else if (ring_value_is_yes (*statement))
    for (guint i = 0; i < columns->n; i++)
      if (columns->columns[i] == RING_COLUMN_STATEMENT)
        {
          g_free (*statement);
          *statement = g_strdup_printf ("%s: yes", columns->names[i]);
          return;
        }
}

static void
take_colour (RingOffer *offer, const Row *row)
{
  char **colour = &offer->texts[RING_OFFER_COLOUR];
  GString *words;

  if (row->fancy == NULL && row->intensity == NULL && row->overtone == NULL)
    return;
  words = g_string_new (row->intensity);
  for (guint i = 0; i < 3; i++)
    {
      const char *part[] = { row->overtone, *colour, row->fancy };

      if (part[i] != NULL && !(i == 1 && row->fancy != NULL))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", part[i]);
    }
  g_free (*colour);
  *colour = g_string_free (words, FALSE);
}

static char *
take_carat (RingOffer *offer, const Row *row)
{
  if (row->carat == NULL)
    return g_strdup (_ ("it has no weight"));
  if (!ring_value_number (row->carat, FALSE, &offer->carat))
    return g_strdup_printf (_ ("“%s” is no weight in carats"), row->carat);
  if (!(offer->carat >= 0.001 && offer->carat <= RING_CARAT_MOST))
    return g_strdup_printf (_ ("no cut stone for a ring weighs “%s” carats"), row->carat);
  return NULL;
}

static gboolean
is_round_cut (int cut)
{
  return cut == RING_CUT_ROUND || cut == RING_CUT_OLD_EUROPEAN || cut == RING_CUT_SINGLE;
}

/* A size that no stone has is not taken; the stone is, since its weight tells it. */
static void
take_size (const RingListColumns *columns, RingOffer *offer, const Row *row)
{
  double length, width, depth;

  if (row->measurements != NULL
      && ring_value_size (row->measurements, is_round_cut (offer->cut), &length, &width, &depth))
    {
      offer->length = length;
      offer->width = width;
      offer->depth = depth > 0 ? depth : offer->depth;
    }
  if (!columns->has_height && row->depth_cell > 0 && row->depth_cell < LEAST_PER_CENT)
    offer->depth = row->depth_cell;
  if (!ring_value_is_length (offer->length))
    offer->length = offer->width = offer->depth = 0;
  if (offer->width != 0 && !ring_value_is_length (offer->width))
    offer->width = offer->depth = 0;
  if (!(offer->depth > 0 && offer->depth <= RING_CARAT_MOST_MM))
    offer->depth = 0;
}

static void
take_price (RingListColumns *columns, RingOffer *offer, const Row *row)
{
  /* "Price" beside a total is the one of a carat. */
  const char *total = columns->has_total ? row->total : row->price;
  const char *per_carat = row->per_carat != NULL ? row->per_carat
                          : columns->has_total   ? row->price
                                                 : NULL;
  const char *from = NULL;
  double value;

  if (total != NULL && ring_value_number (total, TRUE, &value) && value > 0)
    {
      offer->price = value;
      from = total;
    }
  else if (per_carat != NULL && ring_value_number (per_carat, TRUE, &value) && value > 0)
    {
      offer->price = round (value * offer->carat * 100) / 100;
      from = per_carat;
    }
  if (offer->price > MOST_PRICE)
    offer->price = 0;
  if (from == NULL)
    return;
  if (ring_column_currency (from) != NULL)
    {
      g_strlcpy (offer->currency, ring_column_currency (from), sizeof offer->currency);
      if (columns->currency[0] == '\0')
        g_strlcpy (columns->currency, offer->currency, sizeof columns->currency);
    }
  else
    g_strlcpy (offer->currency, columns->currency, sizeof offer->currency);
}

static char *
finish (RingListColumns *columns, RingOffer *offer, Row *row)
{
  const char *shape = ring_offer_get (offer, RING_OFFER_SHAPE);
  char *reason;

  if (ring_offer_get (offer, RING_OFFER_STOCK) == NULL)
    return g_strdup (_ ("it has no stock number"));
  reason = take_carat (offer, row);
  if (reason != NULL)
    return reason;
  offer->cut = shape != NULL ? ring_value_cut (shape) : -1;
  take_size (columns, offer, row);
  take_price (columns, offer, row);
  take_colour (offer, row);
  mend_statement (columns, offer);
  if (row->growth != NULL && ring_offer_get (offer, RING_OFFER_NATURE) == NULL)
    offer->texts[RING_OFFER_NATURE] = g_strdup_printf ("Laboratory-grown, %s", row->growth);
  if (row->rest->len > 0)
    offer->texts[RING_OFFER_REST] = ring_text_clean (row->rest->str, MOST_REST);
  return NULL;
}

char *
ring_list_row_read (RingListColumns *columns, const char *const *cells, RingOffer *offer)
{
  g_auto (GStrv) texts = g_new0 (char *, columns->n + 1);
  Row row = { .rest = g_string_new (NULL) };
  char *reason;

  for (guint i = 0; i < columns->n; i++)
    {
      texts[i] = ring_value_text (cells[i]);
      if (texts[i][0] != '\0')
        take_cell (offer, &row, columns->columns[i], columns->names[i], texts[i]);
    }
  reason = finish (columns, offer, &row);
  g_free (row.fancy);
  g_free (row.intensity);
  g_free (row.overtone);
  g_free (row.growth);
  g_string_free (row.rest, TRUE);
  return reason;
}
