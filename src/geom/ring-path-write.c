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

#include "ring-number.h"

#define MAX_DECIMALS 9

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

/* Any double: what no file can hold becomes the largest that it can. */
static gint64
to_units (const Writer *writer, double v)
{
  double units = round (v * writer->scale);

  if (isnan (units))
    return 0;
  return (gint64) CLAMP (units, -1e15, 1e15);
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

/* The state after a number, and how many bytes it takes with the separator it needs. */
static guint
measure_number (Writer *state, gint64 units)
{
  guint64 n = units < 0 ? (guint64) -units : (guint64) units;
  guint decimals = state->decimals;
  guint length = 0;
  gboolean bare; /* begins with the point */

  while (decimals > 0 && n % 10 == 0 && n > 0)
    {
      n /= 10;
      decimals--;
    }
  if (n == 0)
    decimals = 0;
  bare = decimals > 0;
  for (guint i = 0; i < decimals; i++, length++)
    n /= 10;
  if (decimals > 0)
    length++;
  bare = bare && n == 0;
  for (; n > 0; n /= 10)
    length++;
  if (length == 0)
    length = 1;

  if (units < 0)
    length++;
  else if (state->number && !(bare && state->point))
    length++;
  state->number = TRUE;
  state->point = decimals > 0;
  return length;
}

static guint
measure (const Writer *writer, char letter, const gint64 *values, guint n)
{
  Writer state = *writer;
  guint length = 0;

  if (letter != state.letter)
    {
      length++;
      state.number = FALSE;
    }
  for (guint i = 0; i < n; i++)
    length += measure_number (&state, values[i]);
  return length;
}

static void
write_number (Writer *writer, gint64 units)
{
  gsize at = writer->out->len;
  gsize digits;
  const char *text;

  ring_number_append (writer->out, (double) units / writer->scale, writer->decimals);
  /* "0.5" is ".5" in path data, and "-0.5" is "-.5". */
  digits = at + (units < 0);
  text = writer->out->str + digits;
  if (text[0] == '0' && text[1] == '.')
    g_string_erase (writer->out, (gssize) digits, 1);

  if (writer->number && units >= 0 && !(writer->point && writer->out->str[at] == '.'))
    g_string_insert_c (writer->out, (gssize) at, ' ');
  writer->number = TRUE;
  writer->point = memchr (writer->out->str + at, '.', writer->out->len - at) != NULL;
}

static void
emit (Writer *writer, char letter, const gint64 *values, guint n)
{
  if (letter != writer->letter)
    {
      g_string_append_c (writer->out, letter);
      writer->number = FALSE;
    }
  for (guint i = 0; i < n; i++)
    write_number (writer, values[i]);
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

  if (measure (writer, lower, relative, n) <= measure (writer, upper, absolute, n))
    emit (writer, lower, relative, n);
  else
    emit (writer, upper, absolute, n);
}

static void
write_move (Writer *writer, Units to)
{
  Units d = less (to, writer->current);

  if (writer->out->len == 0 || writer->letter == 0)
    emit (writer, 'M', (gint64[]){ to.x, to.y }, 2);
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
