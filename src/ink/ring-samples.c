/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sample.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"

/* Both ways in end in the same two things, the text and the parsed values; whichever is missing
 * is made when it is first asked for and then stays. Two threads may both make it: the first to
 * store it wins and the other one throws its own away, for they are equal. */

#define N_COLUMNS 6
#define MAX_UM 100000000    /* 1e5 mm, as in path data */
#define MAX_PRESSURE 4095
#define MAX_TILT 1000       /* tilt is stored in thousandths */
#define MAX_TOKEN 1000000000000000 /* fits a gint64 with room for sums that are checked next */

typedef struct
{
  gsize n_samples;
  RingSample *samples;
  GError *error;
} Parsed;

struct _RingSamples
{
  gatomicrefcount refs;
  gint64 t0;
  char *text;     /* atomic, NULL until made */
  Parsed *parsed; /* atomic, NULL until made */
};

static const gint64 column_min[N_COLUMNS] = { -MAX_UM, -MAX_UM, 0, 0, -MAX_TILT, -MAX_TILT };
static const gint64 column_max[N_COLUMNS]
    = { MAX_UM, MAX_UM, MAX_PRESSURE, G_MAXUINT32, MAX_TILT, MAX_TILT };
static const double column_scale[N_COLUMNS] = { 1000, 1000, MAX_PRESSURE, 1, MAX_TILT, MAX_TILT };

static gint64
get_value (const RingSample *s, guint column)
{
  const double values[N_COLUMNS] = { s->x, s->y, s->pressure, s->time, s->tilt_x, s->tilt_y };
  double v = round (values[column] * column_scale[column]);

  /* A driver's NaN must not reach the file. */
  if (isnan (v))
    return 0;
  return (gint64) CLAMP (v, (double) column_min[column], (double) column_max[column]);
}

static void
set_value (RingSample *s, guint column, gint64 value)
{
  double v = (double) value / column_scale[column];

  switch (column)
    {
    case 0: s->x = v; break;
    case 1: s->y = v; break;
    case 2: s->pressure = v; break;
    case 3: s->time = (guint32) value; break;
    case 4: s->tilt_x = v; break;
    default: s->tilt_y = v; break;
    }
}

static void
parsed_free (Parsed *parsed)
{
  if (parsed == NULL)
    return;
  g_free (parsed->samples);
  g_clear_error (&parsed->error);
  g_free (parsed);
}

/**
 * ring_samples_new:
 * @t0: milliseconds since 1970, UTC
 *
 * Copies @samples and rounds them to what the file holds. Values outside what it can hold are
 * clamped to it, and samples past %RING_SAMPLES_MAX are left out.
 */
RingSamples *
ring_samples_new (const RingSample *samples, gsize n_samples, gint64 t0)
{
  RingSamples *self = g_new0 (RingSamples, 1);
  Parsed *parsed = g_new0 (Parsed, 1);

  g_atomic_ref_count_init (&self->refs);
  self->t0 = t0;
  self->parsed = parsed;
  parsed->n_samples = MIN (n_samples, RING_SAMPLES_MAX);
  parsed->samples = g_new0 (RingSample, MAX (1, parsed->n_samples));
  for (gsize i = 0; i < parsed->n_samples; i++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        set_value (&parsed->samples[i], column, get_value (&samples[i], column));
    }
  return self;
}

/**
 * ring_samples_new_from_text:
 * @text: the value of `rw:samples`, not looked at yet
 * @t0: milliseconds since 1970, UTC
 */
RingSamples *
ring_samples_new_from_text (const char *text, gint64 t0)
{
  RingSamples *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RingSamples, 1);
  g_atomic_ref_count_init (&self->refs);
  self->t0 = t0;
  self->text = g_strdup (text);
  return self;
}

RingSamples *
ring_samples_ref (RingSamples *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ring_samples_unref (RingSamples *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  parsed_free (self->parsed);
  g_free (self->text);
  g_free (self);
}

gint64
ring_samples_get_t0 (const RingSamples *self)
{
  return self->t0;
}

/* --- writing --- */

static void
append_integer (GString *out, gint64 value)
{
  char buffer[24];
  char *p = buffer + sizeof buffer;
  guint64 n = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--p = (char) ('0' + n % 10);
  while ((n /= 10) != 0);
  if (value < 0)
    *--p = '-';
  g_string_append_len (out, p, buffer + sizeof buffer - p);
}

static guint
count_digits (guint64 n)
{
  guint digits = 1;

  while ((n /= 10) != 0)
    digits++;
  return digits;
}

/* Equal values are written as one with their number where that is shorter. */
static void
append_run (GString *out, gint64 value, gsize count, gboolean first)
{
  guint length = 1 + count_digits (value < 0 ? -(guint64) value : (guint64) value);
  gboolean packed = count > 1 && count * length > length + 1 + count_digits (count);

  for (gsize i = 0; i < (packed ? 1 : count); i++)
    {
      if (value >= 0 && !(first && i == 0))
        g_string_append_c (out, ' ');
      append_integer (out, value);
    }
  if (packed)
    {
      g_string_append_c (out, '*');
      append_integer (out, (gint64) count);
    }
}

static void
append_column (GString *out, const Parsed *parsed, guint column)
{
  gint64 value = 0, difference = 0, run = 0;
  gsize count = 0;
  gboolean first = TRUE;

  for (gsize i = 0; i < parsed->n_samples; i++)
    {
      gint64 next = get_value (&parsed->samples[i], column);
      gint64 token = next - value - (i > 1 ? difference : 0);

      difference = next - value;
      value = next;
      if (count > 0 && token == run)
        {
          count++;
          continue;
        }
      if (count > 0)
        {
          append_run (out, run, count, first);
          first = FALSE;
        }
      run = token;
      count = 1;
    }
  if (count > 0)
    append_run (out, run, count, first);
}

static gboolean
has_tilt (const Parsed *parsed)
{
  for (gsize i = 0; i < parsed->n_samples; i++)
    {
      if (parsed->samples[i].tilt_x != 0 || parsed->samples[i].tilt_y != 0)
        return TRUE;
    }
  return FALSE;
}

const char *
ring_samples_get_text (RingSamples *self)
{
  char *text = g_atomic_pointer_get (&self->text);
  GString *out;

  if (text != NULL)
    return text;
  /* Without a text the samples were made from an array, and no error is possible. */
  out = g_string_sized_new (512);
  for (guint column = 0; column < (has_tilt (self->parsed) ? N_COLUMNS : 4); column++)
    {
      if (column > 0)
        g_string_append_c (out, ';');
      append_column (out, self->parsed, column);
    }
  text = g_string_free (out, FALSE);
  if (!g_atomic_pointer_compare_and_exchange (&self->text, NULL, text))
    {
      g_free (text);
      text = g_atomic_pointer_get (&self->text);
    }
  return text;
}

/* --- reading --- */

typedef struct
{
  const char *text;
  guint column;
  gsize n;      /* samples of this column so far */
  gint64 value, difference;
  GArray *samples;
} Reader;

static gboolean
fail (const Reader *reader, RingError code, const char *message, GError **error)
{
  static const char *const names[] = { "x", "y", "p", "t", "tiltx", "tilty" };
  const char *name = reader->column < N_COLUMNS ? names[reader->column] : "?";

  g_set_error (error, RING_ERROR, code,
               _("Pen samples, column %s, value %" G_GSIZE_FORMAT ": %s"), name, reader->n + 1,
               message);
  return FALSE;
}

static gboolean
read_integer (Reader *reader, gint64 *value, GError **error)
{
  gboolean negative = *reader->text == '-';
  gint64 n = 0;

  if (negative)
    reader->text++;
  if (!g_ascii_isdigit (*reader->text))
    return fail (reader, RING_ERROR_SYNTAX, _("not a whole number"), error);
  for (; g_ascii_isdigit (*reader->text); reader->text++)
    {
      n = n * 10 + (*reader->text - '0');
      if (n > MAX_TOKEN)
        return fail (reader, RING_ERROR_INVALID, _("the number is too large"), error);
    }
  *value = negative ? -n : n;
  return TRUE;
}

static gboolean
add_value (Reader *reader, gint64 token, GError **error)
{
  RingSample sample = { 0 };

  if (reader->n >= RING_SAMPLES_MAX)
    {
      fail (reader, RING_ERROR_LIMIT, _("a stroke holds at most 20000 samples"), error);
      return FALSE;
    }
  if (reader->column > 0 && reader->n >= reader->samples->len)
    return fail (reader, RING_ERROR_INVALID, _("more values than the columns before"), error);

  /* Value and difference are within bounds and the token is below MAX_TOKEN: no overflow. */
  if (reader->n == 0)
    reader->value = token;
  else
    {
      reader->difference = reader->n == 1 ? token : reader->difference + token;
      reader->value += reader->difference;
    }
  if (reader->value < column_min[reader->column] || reader->value > column_max[reader->column])
    return fail (reader, RING_ERROR_INVALID, _("outside of what a pen can deliver"), error);

  if (reader->column == 0)
    g_array_append_val (reader->samples, sample);
  set_value (&g_array_index (reader->samples, RingSample, reader->n), reader->column,
             reader->value);
  reader->n++;
  return TRUE;
}

static gboolean
read_token (Reader *reader, GError **error)
{
  gint64 value, count = 1;

  if (!read_integer (reader, &value, error))
    return FALSE;
  if (*reader->text == '*')
    {
      reader->text++;
      if (!read_integer (reader, &count, error))
        return FALSE;
      if (count < 1)
        return fail (reader, RING_ERROR_SYNTAX, _("not a number of repeats"), error);
    }
  for (; count > 0; count--)
    {
      if (!add_value (reader, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_column (Reader *reader, GError **error)
{
  reader->n = 0;
  reader->value = reader->difference = 0;
  while (*reader->text != ';' && *reader->text != '\0')
    {
      if (!read_token (reader, error))
        return FALSE;
      if (*reader->text == ' ')
        {
          reader->text++;
          if (*reader->text == ';' || *reader->text == '\0')
            return fail (reader, RING_ERROR_SYNTAX, _("not a whole number"), error);
        }
      else if (*reader->text != '-' && *reader->text != ';' && *reader->text != '\0')
        return fail (reader, RING_ERROR_SYNTAX, _("not a whole number"), error);
    }
  if (reader->n != reader->samples->len)
    return fail (reader, RING_ERROR_INVALID, _("fewer values than the columns before"), error);
  return TRUE;
}

static gboolean
read_columns (Reader *reader, GError **error)
{
  for (;; reader->column++)
    {
      if (reader->column == N_COLUMNS)
        {
          g_set_error_literal (error, RING_ERROR, RING_ERROR_SYNTAX,
                               _("Pen samples: more than six columns"));
          return FALSE;
        }
      if (!read_column (reader, error))
        return FALSE;
      if (*reader->text == '\0')
        break;
      reader->text++;
    }
  if (reader->column + 1 == 4 || reader->column + 1 == N_COLUMNS)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
               _("Pen samples: %u columns instead of four or six"), reader->column + 1);
  return FALSE;
}

static Parsed *
parse (const char *text)
{
  Parsed *parsed = g_new0 (Parsed, 1);
  Reader reader = { .text = text };
  GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (RingSample), 64);

  reader.samples = samples;
  if (read_columns (&reader, &parsed->error))
    {
      parsed->n_samples = samples->len;
      parsed->samples = (RingSample *) (void *) g_array_free (samples, FALSE);
      return parsed;
    }
  g_array_unref (samples);
  return parsed;
}

/**
 * ring_samples_get:
 *
 * Returns: (nullable): the samples, owned by @self, or %NULL with %RING_ERROR_SYNTAX,
 *   %RING_ERROR_LIMIT or %RING_ERROR_INVALID
 */
const RingSample *
ring_samples_get (RingSamples *self, gsize *n_samples, GError **error)
{
  Parsed *parsed = g_atomic_pointer_get (&self->parsed);

  *n_samples = 0;
  if (parsed == NULL)
    {
      parsed = parse (self->text);
      if (!g_atomic_pointer_compare_and_exchange (&self->parsed, NULL, parsed))
        {
          parsed_free (parsed);
          parsed = g_atomic_pointer_get (&self->parsed);
        }
    }
  if (parsed->error != NULL)
    {
      g_propagate_error (error, g_error_copy (parsed->error));
      return NULL;
    }
  *n_samples = parsed->n_samples;
  return parsed->samples;
}
