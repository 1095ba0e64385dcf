/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG path data, read as SVG 1.1 chapter 8.3 has it. */
#include "ring-path.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"

#define MAX_COORDINATE 1e5

/* About what our own outlines take; data that takes less still fits. */
#define BYTES_PER_POINT 5
#define BYTES_PER_VERB 10

typedef struct
{
  const char *start; /* of the data, for the offset in messages */
  const char *text;
  RingPath *path;
  RingPoint current, subpath;
  RingPoint control; /* the last one, which S and T reflect */
  char previous;     /* the command before, in upper case */
  gsize n_segments, max_segments;
} Reader;

static gboolean
fail (Reader *reader, RingError code, const char *message, GError **error)
{
  g_set_error (error, RING_ERROR, code, "%s", message);
  g_prefix_error (error, _("Path data at byte %" G_GSIZE_FORMAT ": "),
                  (gsize) (reader->text - reader->start));
  return FALSE;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static void
skip_space (Reader *reader)
{
  while (is_space (*reader->text))
    reader->text++;
}

static void
skip_comma (Reader *reader)
{
  skip_space (reader);
  if (*reader->text == ',')
    {
      reader->text++;
      skip_space (reader);
    }
}

static gboolean
read_numbers (Reader *reader, double *values, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        skip_comma (reader);
      if (!ring_number_scan (&reader->text, &values[i]))
        return fail (reader, RING_ERROR_SYNTAX, _("a number is expected here"), error);
    }
  return TRUE;
}

/* The two flags of an arc may stand without anything between them and the next number. */
static gboolean
read_flag (Reader *reader, gboolean *flag, GError **error)
{
  skip_comma (reader);
  if (*reader->text != '0' && *reader->text != '1')
    return fail (reader, RING_ERROR_SYNTAX, _("an arc flag must be 0 or 1"), error);
  *flag = *reader->text++ == '1';
  return TRUE;
}

static gboolean
in_range (const RingPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (!(fabs (points[i].x) <= MAX_COORDINATE && fabs (points[i].y) <= MAX_COORDINATE))
        return FALSE;
    }
  return TRUE;
}

/* Checks the N points of a new segment against both limits. */
static gboolean
admit (Reader *reader, const RingPoint *points, guint n, GError **error)
{
  if (!in_range (points, n))
    return fail (reader, RING_ERROR_INVALID,
                 _("a coordinate lies past 100000; such a drawing cannot be edited"), error);
  if (reader->max_segments > 0 && ++reader->n_segments > reader->max_segments)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("Path data at byte %" G_GSIZE_FORMAT ": more than %" G_GSIZE_FORMAT
                     " segments; split the path"),
                   (gsize) (reader->text - reader->start), reader->max_segments);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_line (Reader *reader, RingPoint to, GError **error)
{
  if (!admit (reader, &to, 1, error))
    return FALSE;
  ring_path_line_to (reader->path, to);
  reader->current = to;
  return TRUE;
}

static gboolean
add_curve (Reader *reader, const RingPoint *p, GError **error)
{
  if (!admit (reader, p, 3, error))
    return FALSE;
  ring_path_curve_to (reader->path, p[0], p[1], p[2]);
  reader->current = p[2];
  return TRUE;
}

static gboolean
add_quadratic (Reader *reader, RingPoint q, RingPoint to, GError **error)
{
  RingPoint from = reader->current;
  RingPoint p[3] = { { from.x + (q.x - from.x) * 2 / 3, from.y + (q.y - from.y) * 2 / 3 },
                     { to.x + (q.x - to.x) * 2 / 3, to.y + (q.y - to.y) * 2 / 3 },
                     to };

  reader->control = q;
  return add_curve (reader, p, error);
}

/* One piece of the unit circle from angle A, DELTA long, through MATRIX. */
static gboolean
add_arc_piece (Reader *reader, const RingMatrix *m, double a, double delta, const RingPoint *end,
               GError **error)
{
  double k = 4.0 / 3 * tan (delta / 4);
  double b = a + delta;
  RingPoint p[3] = { { cos (a) - k * sin (a), sin (a) + k * cos (a) },
                     { cos (b) + k * sin (b), sin (b) - k * cos (b) },
                     { cos (b), sin (b) } };

  for (guint i = 0; i < 3; i++)
    p[i] = ring_matrix_apply (m, p[i]);
  if (end != NULL)
    p[2] = *end;
  return add_curve (reader, p, error);
}

/* From end points to centre: SVG 1.1 appendix F.6.5, with the corrections of F.6.6. */
static gboolean
add_arc (Reader *reader, double rx, double ry, double angle, gboolean large, gboolean sweep,
         RingPoint to, GError **error)
{
  RingPoint from = reader->current;
  double phi = fmod (angle, 360) * G_PI / 180;
  double c = cos (phi), s = sin (phi);
  double hx = (from.x - to.x) / 2, hy = (from.y - to.y) / 2;
  double x1 = c * hx + s * hy, y1 = -s * hx + c * hy;
  double lambda, root, cx, cy, a0, delta;
  RingMatrix m;
  guint n;

  rx = fabs (rx);
  ry = fabs (ry);
  if (rx == 0 || ry == 0)
    return add_line (reader, to, error);
  if (from.x == to.x && from.y == to.y)
    return TRUE;

  x1 /= rx;
  y1 /= ry;
  lambda = x1 * x1 + y1 * y1;
  /* Radii that lose themselves beside the distance of the ends, or the other way round, leave
   * no circle to compute with. */
  if (!isfinite (lambda) || lambda == 0)
    return add_line (reader, to, error);
  if (lambda > 1)
    {
      double grow = sqrt (lambda);

      rx *= grow;
      ry *= grow;
      x1 /= grow;
      y1 /= grow;
      lambda = 1;
    }
  root = sqrt (MAX (0, 1 / lambda - 1)) * (large == sweep ? -1 : 1);
  cx = root * y1;
  cy = -root * x1;
  a0 = atan2 (y1 - cy, x1 - cx);
  delta = atan2 (-y1 - cy, -x1 - cx) - a0;
  if (sweep && delta < 0)
    delta += 2 * G_PI;
  else if (!sweep && delta > 0)
    delta -= 2 * G_PI;

  m = (RingMatrix){ rx * c, rx * s, -ry * s, ry * c, (from.x + to.x) / 2, (from.y + to.y) / 2 };
  m.x0 += m.xx * cx + m.xy * cy;
  m.y0 += m.yx * cx + m.yy * cy;
  n = (guint) CLAMP (ceil (fabs (delta) / (G_PI / 2) - 1e-9), 1, 4);
  for (guint i = 0; i < n; i++)
    {
      if (!add_arc_piece (reader, &m, a0 + delta * i / n, delta / n, i + 1 == n ? &to : NULL,
                          error))
        return FALSE;
    }
  return TRUE;
}

static RingPoint
reflect (const Reader *reader, gboolean same_kind)
{
  if (!same_kind)
    return reader->current;
  return (RingPoint){ 2 * reader->current.x - reader->control.x,
                      2 * reader->current.y - reader->control.y };
}

static gboolean
read_arc (Reader *reader, RingPoint base, GError **error)
{
  double radii[3], end[2];
  gboolean large, sweep;

  if (!read_numbers (reader, radii, 3, error) || !read_flag (reader, &large, error)
      || !read_flag (reader, &sweep, error))
    return FALSE;
  skip_comma (reader);
  if (!read_numbers (reader, end, 2, error))
    return FALSE;
  return add_arc (reader, radii[0], radii[1], radii[2], large, sweep,
                  (RingPoint){ base.x + end[0], base.y + end[1] }, error);
}

static gboolean
read_move (Reader *reader, RingPoint base, GError **error)
{
  double v[2];
  RingPoint to;

  if (!read_numbers (reader, v, 2, error))
    return FALSE;
  to = (RingPoint){ base.x + v[0], base.y + v[1] };
  if (!admit (reader, &to, 1, error))
    return FALSE;
  ring_path_move_to (reader->path, to);
  reader->current = reader->subpath = to;
  return TRUE;
}

/* Reads N points, each from BASE. */
static gboolean
read_points (Reader *reader, RingPoint base, RingPoint *points, guint n, GError **error)
{
  double v[6];

  if (!read_numbers (reader, v, 2 * n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    points[i] = (RingPoint){ base.x + v[2 * i], base.y + v[2 * i + 1] };
  return TRUE;
}

/* H and V: one coordinate, the other stays. */
static gboolean
read_straight (Reader *reader, char upper, RingPoint base, GError **error)
{
  RingPoint to = reader->current;
  double v;

  if (!read_numbers (reader, &v, 1, error))
    return FALSE;
  if (upper == 'H')
    to.x = base.x + v;
  else
    to.y = base.y + v;
  return add_line (reader, to, error);
}

/* C and S. The second control is kept for a following S. */
static gboolean
read_curve (Reader *reader, char upper, RingPoint base, GError **error)
{
  gboolean smooth = upper == 'S';
  RingPoint p[3];

  if (smooth)
    p[0] = reflect (reader, reader->previous == 'C' || reader->previous == 'S');
  if (!read_points (reader, base, smooth ? p + 1 : p, smooth ? 2 : 3, error))
    return FALSE;
  reader->control = p[1];
  return add_curve (reader, p, error);
}

/* One set of arguments of COMMAND. */
static gboolean
read_arguments (Reader *reader, char command, GError **error)
{
  char upper = g_ascii_toupper (command);
  RingPoint base = command == upper ? (RingPoint){ 0, 0 } : reader->current;
  RingPoint p[2];
  gboolean ok = FALSE;

  switch (upper)
    {
    case 'M':
      ok = read_move (reader, base, error);
      break;
    case 'L':
      ok = read_points (reader, base, p, 1, error) && add_line (reader, p[0], error);
      break;
    case 'H':
    case 'V':
      ok = read_straight (reader, upper, base, error);
      break;
    case 'C':
    case 'S':
      ok = read_curve (reader, upper, base, error);
      break;
    case 'Q':
      ok = read_points (reader, base, p, 2, error) && add_quadratic (reader, p[0], p[1], error);
      break;
    case 'T':
      p[0] = reflect (reader, reader->previous == 'Q' || reader->previous == 'T');
      ok = read_points (reader, base, p + 1, 1, error)
           && add_quadratic (reader, p[0], p[1], error);
      break;
    case 'A':
      ok = read_arc (reader, base, error);
      break;
    default:
      g_assert_not_reached ();
    }
  reader->previous = upper;
  return ok;
}

static gboolean
number_follows (const Reader *reader)
{
  char c = *reader->text;

  return g_ascii_isdigit (c) || c == '.' || c == '-' || c == '+';
}

static gboolean
read_command (Reader *reader, GError **error)
{
  char command = *reader->text;

  if (command == '\0' || strchr ("MmZzLlHhVvCcSsQqTtAa", command) == NULL)
    return fail (reader, RING_ERROR_SYNTAX, _("not a path command"), error);
  if (ring_path_is_empty (reader->path) && g_ascii_toupper (command) != 'M')
    return fail (reader, RING_ERROR_SYNTAX, _("a path must begin with a move"), error);
  reader->text++;

  if (g_ascii_toupper (command) == 'Z')
    {
      ring_path_close (reader->path);
      reader->current = reader->subpath;
      reader->previous = 'Z';
      return TRUE;
    }
  do
    {
      const char *before;

      skip_space (reader);
      if (!read_arguments (reader, command, error))
        return FALSE;
      /* Further points of a move are lines. */
      if (command == 'M')
        command = 'L';
      else if (command == 'm')
        command = 'l';
      before = reader->text;
      skip_comma (reader);
      if (!number_follows (reader) && memchr (before, ',', (gsize) (reader->text - before)))
        return fail (reader, RING_ERROR_SYNTAX, _("a number is expected here"), error);
    }
  while (number_follows (reader));
  return TRUE;
}

/**
 * ring_path_from_svg:
 * @d: path data
 * @max_segments: the most segments to take, 0 for no limit
 *
 * Reads the whole of @d or fails; empty data and "none" are an empty path. Arcs become cubics
 * that lie within 0.03 % of their radius.
 *
 * Returns: (nullable): a new path, or %NULL with %RING_ERROR_SYNTAX, %RING_ERROR_LIMIT or
 *   %RING_ERROR_INVALID
 */
RingPath *
ring_path_from_svg (const char *d, gsize max_segments, GError **error)
{
  g_autoptr (RingPath) path = ring_path_new ();
  Reader reader = { .start = d, .text = d, .path = path, .max_segments = max_segments };
  gsize length;

  g_return_val_if_fail (d != NULL, NULL);

  length = strlen (d);
  ring_path_reserve (path, 8 + length / BYTES_PER_VERB, 8 + length / BYTES_PER_POINT);
  skip_space (&reader);
  if (g_str_has_prefix (reader.text, "none"))
    {
      reader.text += 4;
      skip_space (&reader);
      if (*reader.text == '\0')
        return ring_path_pack (path);
      reader.text = d;
    }
  while (*reader.text != '\0')
    {
      if (!read_command (&reader, error))
        return NULL;
      skip_space (&reader);
    }
  return ring_path_pack (path);
}
