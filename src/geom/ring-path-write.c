/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data as text, as short as it can be without giving up one digit.
 *
 * Every coordinate is first rounded to a whole number of units of the last decimal, and relative
 * coordinates are differences of those whole numbers. So errors never add up along a path, and a
 * reader that sums the differences arrives at the very same units: what was read back is written
 * in the same way. */
#include "ring-path.h"

#include <math.h>
#include <string.h>

#define MAX_DECIMALS 9
#define MAX_UNITS G_GINT64_CONSTANT (1000000000000000)
#define MAX_NUMBER 24 /* digits of twice that, sign and point */

typedef struct
{
  gint64 x, y;
} Units;

typedef struct
{
  GString *out;
  guint decimals;
  double scale;
  Units current, start, control;
  gboolean smooth; /* CONTROL is that of a curve right before */
  char letter;     /* the command that numbers alone would repeat */
  gboolean number; /* a number was the last thing written */
  gboolean point;  /* and it had a decimal point */
} Writer;

/* Any double: what no file can hold becomes the largest that it can. Halves go away from zero, as
 * with round(), which is a call that costs more than the rest of this. */
static gint64
to_units (const Writer *writer, double v)
{
  double scaled = v * writer->scale;
  gint64 units;
  double rest;

  if (isnan (scaled))
    return 0;
  if (!(fabs (scaled) < 1e15))
    return scaled < 0 ? -MAX_UNITS : MAX_UNITS;
  units = (gint64) scaled;
  rest = scaled - (double) units;
  return rest >= 0.5 ? units + 1 : rest <= -0.5 ? units - 1 : units;
}

static Units
point_to_units (const Writer *writer, RingPoint p)
{
  return (Units){ to_units (writer, p.x), to_units (writer, p.y) };
}

static Units
less (Units a, Units b)
{
  return (Units){ a.x - b.x, a.y - b.y };
}

/* A command with its numbers as text. */
typedef struct
{
  char text[1 + 6 * (1 + MAX_NUMBER) + 8];
  guint length;
  gboolean point; /* the last number has a decimal point */
} Form;

/* Numbers below 1000 as text: the whole part, and thousandths with their point and without zeros
 * at the end. A drawing has millions of numbers, and nearly all are one of each. */
static struct
{
  char text[7];
  guint8 length;
} wholes[1000], fractions[1000];

static void
fill_tables (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      const char digits[] = { (char) ('0' + i / 100), (char) ('0' + i / 10 % 10),
                              (char) ('0' + i % 10) };
      guint skip = i >= 100 ? 0 : i >= 10 ? 1 : 2;

      memcpy (wholes[i].text, digits + skip, 3 - skip);
      wholes[i].length = (guint8) (3 - skip);
      if (i == 0)
        continue;
      fractions[i].text[0] = '.';
      memcpy (fractions[i].text + 1, digits, 3);
      fractions[i].length = i % 10 != 0 ? 4 : i % 100 != 0 ? 3 : 2;
    }
}

static void
ensure_tables (void)
{
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      fill_tables ();
      g_once_init_leave (&filled, 1);
    }
}

/* Writes THOUSANDTHS, below a million, to P; gives the end. Whole entries are copied, since a copy
 * of a known length is one instruction. */
static char *
put_small (char *p, guint thousandths, gboolean *point)
{
  guint whole = thousandths / 1000, fraction = thousandths % 1000;

  *point = fraction > 0;
  if (whole > 0 || fraction == 0)
    {
      memcpy (p, wholes[whole].text, 4);
      p += wholes[whole].length;
    }
  memcpy (p, fractions[fraction].text, 4);
  return p + fractions[fraction].length;
}

/* The same for any N of any unit. */
static char *
put_large (char *out, guint decimals, guint64 n, gboolean *point)
{
  char buffer[MAX_NUMBER];
  char *end = buffer + sizeof buffer;
  char *p = end;

  *point = FALSE;
  for (; decimals > 0 && n > 0; decimals--, n /= 10)
    {
      guint digit = (guint) (n % 10);

      if (digit != 0 || *point)
        {
          *--p = (char) ('0' + digit);
          *point = TRUE;
        }
    }
  for (; *point && decimals > 0; decimals--)
    *--p = '0';
  if (*point)
    *--p = '.';
  for (; n > 0; n /= 10)
    *--p = (char) ('0' + n % 10);
  if (p == end)
    *--p = '0';
  memcpy (out, p, (gsize) (end - p));
  return out + (end - p);
}

/* Appends UNITS as a decimal without needless zeros, "0.5" as ".5"; a space goes before it when
 * SPACE and the number does not begin with a sign, nor with a point after one that had a point. */
static void
append_number (Form *form, guint decimals, gint64 units, gboolean space)
{
  static const guint to_thousandths[] = { 1000, 100, 10, 1 };
  guint64 n = units < 0 ? (guint64) -units : (guint64) units;
  char *start = form->text + form->length;
  char *p = start;
  gboolean point;
  char *digits;

  if (units < 0)
    *p++ = '-';
  else if (space)
    *p++ = ' ';
  digits = p;
  if (decimals < G_N_ELEMENTS (to_thousandths) && n < 1000000 / to_thousandths[decimals])
    p = put_small (p, (guint) n * to_thousandths[decimals], &point);
  else
    p = put_large (p, decimals, n, &point);
  if (units >= 0 && space && form->point && *digits == '.')
    {
      memmove (start, digits, (gsize) (p - digits));
      p -= digits - start;
    }
  form->point = point;
  form->length = (guint) (p - form->text);
}

static void
form_init (Form *form, const Writer *writer, char letter, const gint64 *values, guint n)
{
  gboolean space = writer->number;

  form->length = 0;
  form->point = writer->point;
  if (letter != writer->letter)
    {
      form->text[form->length++] = letter;
      space = FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      append_number (form, writer->decimals, values[i], space);
      space = TRUE;
    }
}

static void
emit (Writer *writer, char letter, const Form *form)
{
  g_string_append_len (writer->out, form->text, (gssize) form->length);
  writer->number = TRUE;
  writer->point = form->point;
  writer->letter = letter;
  if (letter == 'M')
    writer->letter = 'L';
  else if (letter == 'm')
    writer->letter = 'l';
}

/* Writes the shorter one; of two equal ones the relative, which packs better. */
static void
emit_shorter (Writer *writer, char upper, const gint64 *absolute, const gint64 *relative, guint n)
{
  char lower = g_ascii_tolower (upper);
  Form a, r;

  form_init (&r, writer, lower, relative, n);
  form_init (&a, writer, upper, absolute, n);
  if (r.length <= a.length)
    emit (writer, lower, &r);
  else
    emit (writer, upper, &a);
}

static void
write_move (Writer *writer, Units to)
{
  Units d = less (to, writer->current);

  if (writer->out->len == 0 || writer->letter == 0)
    {
      Form form;

      form_init (&form, writer, 'M', (gint64[]){ to.x, to.y }, 2);
      emit (writer, 'M', &form);
    }
  else
    {
      /* Two moves never follow each other, so the implied letter can only mislead here. */
      writer->letter = 'z';
      emit_shorter (writer, 'M', (gint64[]){ to.x, to.y }, (gint64[]){ d.x, d.y }, 2);
    }
  writer->current = writer->start = to;
}

static void
write_line (Writer *writer, Units to)
{
  Units d = less (to, writer->current);

  if (d.x != 0 && d.y != 0)
    emit_shorter (writer, 'L', (gint64[]){ to.x, to.y }, (gint64[]){ d.x, d.y }, 2);
  else if (d.y == 0)
    emit_shorter (writer, 'H', &to.x, &d.x, 1);
  else
    emit_shorter (writer, 'V', &to.y, &d.y, 1);
  writer->current = to;
}

static void
write_curve (Writer *writer, Units c1, Units c2, Units to)
{
  Units at = writer->current;
  Units d1 = less (c1, at), d2 = less (c2, at), d3 = less (to, at);
  Units reflected = at;
  const gint64 absolute[] = { c1.x, c1.y, c2.x, c2.y, to.x, to.y };
  const gint64 relative[] = { d1.x, d1.y, d2.x, d2.y, d3.x, d3.y };

  if (writer->smooth)
    reflected = (Units){ 2 * at.x - writer->control.x, 2 * at.y - writer->control.y };
  if (reflected.x == c1.x && reflected.y == c1.y)
    emit_shorter (writer, 'S', absolute + 2, relative + 2, 4);
  else
    emit_shorter (writer, 'C', absolute, relative, 6);
  writer->control = c2;
  writer->current = to;
}

/**
 * ring_path_to_svg:
 * @decimals: places after the point, at most 9
 * @out: where the text is appended
 *
 * Writes @path, the same bytes for the same path in every locale. Coordinates are rounded to
 * @decimals; none moves by more than half a unit of the last place.
 */
void
ring_path_to_svg (const RingPath *path, guint decimals, GString *out)
{
  Writer writer = { .out = out, .decimals = MIN (decimals, MAX_DECIMALS), .scale = 1 };
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *p = ring_path_get_points (path, &n_points);

  ensure_tables ();
  for (guint i = 0; i < writer.decimals; i++)
    writer.scale *= 10;

  for (gsize i = 0; i < n_verbs; i++)
    {
      switch ((RingPathVerb) verbs[i])
        {
        case RING_PATH_MOVE:
          write_move (&writer, point_to_units (&writer, *p++));
          break;
        case RING_PATH_LINE:
          write_line (&writer, point_to_units (&writer, *p++));
          break;
        case RING_PATH_CURVE:
          write_curve (&writer, point_to_units (&writer, p[0]), point_to_units (&writer, p[1]),
                       point_to_units (&writer, p[2]));
          p += 3;
          break;
        case RING_PATH_CLOSE:
          g_string_append_c (out, 'z');
          writer.letter = 'z';
          writer.number = FALSE;
          writer.current = writer.start;
          break;
        }
      writer.smooth = verbs[i] == RING_PATH_CURVE;
    }
}
