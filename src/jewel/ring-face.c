/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-face-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* The tables hold the corners of lines that were curves: where a line turns by less than 45 degrees
 * it goes on smoothly. The cosine. */
#define CORNER 0.7
/* Of a letter that is not there, ems. */
#define BLANK 0.5

/* CAPITAL is the height of an H in thousandths of an em, BASE how far over the base line it stands.
 */
static const struct
{
  const char *id, *label;
  const RingGlyph *glyphs;
  const guint *n;
  double capital, base;
} faces[RING_N_FACES] = {
  { "block", NC_ ("face", "Block"), _ring_face_block, &_ring_face_block_n, 640, 18 },
  { "italic", NC_ ("face", "Italic"), _ring_face_italic, &_ring_face_italic_n, 640, 18 },
  { "script", NC_ ("face", "Script"), _ring_face_script, &_ring_face_script_n, 690, 0 },
};

const char *
ring_face_id (RingFace face)
{
  return faces[face].id;
}

const char *
ring_face_label (RingFace face)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "face", faces[face].label);
}

gboolean
ring_face_from_id (const char *id, RingFace *face)
{
  for (guint i = 0; i < RING_N_FACES; i++)
    if (g_strcmp0 (id, faces[i].id) == 0)
      {
        *face = (RingFace) i;
        return TRUE;
      }
  return FALSE;
}

static int
compare (const void *key, const void *member)
{
  gunichar wanted = *(const gunichar *) key;
  gunichar there = ((const RingGlyph *) member)->character;

  return wanted < there ? -1 : wanted > there;
}

static const RingGlyph *
find (RingFace face, gunichar character)
{
  return bsearch (&character, faces[face].glyphs, *faces[face].n, sizeof (RingGlyph), compare);
}

/* The glyph that is drawn for a combining mark, and whether upside down: a caron is a circumflex
 * that was turned over. */
static const RingGlyph *
find_mark (RingFace face, gunichar mark, gboolean *turned)
{
  static const struct
  {
    gunichar mark, drawn;
  } marks[] = { { 0x300, '`' }, { 0x301, '\'' }, { 0x302, '^' }, { 0x303, '~' },
                { 0x307, '.' }, { 0x30c, '^' },  { 0x304, '-' }, { 0x30a, 0xb0 } };

  *turned = mark == 0x30c;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == mark)
      return find (face, marks[i].drawn);
  return NULL;
}

static double
cosine (RingPoint a, RingPoint b, RingPoint c)
{
  double length = ring_point_distance (a, b) * ring_point_distance (b, c);

  return length > 0 ? ((b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)) / length : 1;
}

/* The direction at point I of a line of N, of length 1; (0, 0) at its ends and in its corners. */
static RingPoint
tangent (const RingPoint *p, guint n, guint i)
{
  gboolean closed = n > 3 && ring_point_distance (p[0], p[n - 1]) < 1e-9;
  RingPoint none = { 0, 0 };
  RingPoint a, c, t;
  double before, after, length;

  if (!closed && (i == 0 || i == n - 1))
    return none;
  a = i > 0 ? p[i - 1] : p[n - 2];
  c = i < n - 1 ? p[i + 1] : p[1];
  if (cosine (a, p[i], c) < CORNER)
    return none;
  before = fmax (ring_point_distance (a, p[i]), 1e-9);
  after = fmax (ring_point_distance (p[i], c), 1e-9);
  /* That of the circle through the three. */
  t = (RingPoint){ (p[i].x - a.x) / before * after + (c.x - p[i].x) / after * before,
                   (p[i].y - a.y) / before * after + (c.y - p[i].y) / after * before };
  length = fmax (hypot (t.x, t.y), 1e-9);
  return (RingPoint){ t.x / length, t.y / length };
}

static void
append_smooth (RingPath *path, const RingPoint *p, guint n)
{
  ring_path_move_to (path, p[0]);
  for (guint i = 1; i < n; i++)
    {
      RingPoint a = tangent (p, n, i - 1);
      RingPoint b = tangent (p, n, i);
      double third = ring_point_distance (p[i - 1], p[i]) / 3;

      if (a.x == 0 && a.y == 0 && b.x == 0 && b.y == 0)
        ring_path_line_to (path, p[i]);
      else
        ring_path_curve_to (path, (RingPoint){ p[i - 1].x + third * a.x, p[i - 1].y + third * a.y },
                            (RingPoint){ p[i].x - third * b.x, p[i].y - third * b.y }, p[i]);
    }
}

/* Adds the lines of GLYPH through MATRIX, smooth. */
static void
append_glyph (RingPath *path, const RingGlyph *glyph, const RingMatrix *matrix)
{
  g_autoptr (RingPath) lines = ring_path_from_svg (glyph->lines, 0, NULL);
  g_autoptr (RingPath) placed = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  g_return_if_fail (lines != NULL);
  placed = ring_path_transform (lines, matrix);
  parts = ring_path_flatten (placed, 1e-4);
  for (guint i = 0; i < parts->len; i++)
    {
      const GArray *part = g_ptr_array_index (parts, i);

      append_smooth (path, (const RingPoint *) (const void *) part->data, part->len);
    }
}

static RingRect
glyph_bounds (const RingGlyph *glyph)
{
  g_autoptr (RingPath) lines = ring_path_from_svg (glyph->lines, 0, NULL);

  return ring_path_get_bounds (lines);
}

/* Over the middle of the letter that stands at X. */
static void
append_mark (
    RingPath *path, RingFace face, const RingGlyph *letter, gunichar mark, double x, double unit)
{
  gboolean turned;
  const RingGlyph *drawn = find_mark (face, mark, &turned);
  RingRect over, below;
  double foot, sign = turned ? -1 : 1;
  RingMatrix matrix;

  if (drawn == NULL)
    return;
  over = glyph_bounds (drawn);
  below = glyph_bounds (letter);
  /* So far over the letter as the accents of the table are over theirs. */
  foot = below.y0 - 0.12 * faces[face].capital;
  matrix = (RingMatrix){ 0.8 * unit, 0, 0, 0.5 * sign * unit, 0, 0 };
  matrix.x0 = x + unit * ((below.x0 + below.x1) / 2 - 0.4 * (over.x0 + over.x1));
  matrix.y0 = unit * (foot - 0.5 * (turned ? -over.y0 : over.y1) + faces[face].base);
  append_glyph (path, drawn, &matrix);
}

/* The letter of CHARACTER and, where the face has it in two parts only, its *MARK; or NULL. */
static const RingGlyph *
find_parts (RingFace face, gunichar character, gunichar *mark)
{
  const RingGlyph *glyph = find (face, character);
  gunichar letter;
  gboolean turned;

  *mark = 0;
  if (glyph != NULL || !g_unichar_decompose (character, &letter, mark))
    return glyph;
  /* Another one of several marks: none of the languages that the faces serve has such. */
  if (find_mark (face, *mark, &turned) == NULL)
    return NULL;
  /* An i loses its dot to an accent. */
  return find (face, letter == 'i' && find (face, 0x131) != NULL ? 0x131 : letter);
}

RingPath *
ring_face_write (RingFace face, const char *text, double height, double *width)
{
  RingPath *path = ring_path_new ();
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  double unit = height / faces[face].capital;
  double x = 0;

  for (const char *p = whole; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark;
      const RingGlyph *glyph = find_parts (face, g_utf8_get_char (p), &mark);
      RingMatrix matrix = { unit, 0, 0, unit, x, unit * faces[face].base };

      if (glyph == NULL)
        {
          x += BLANK * 1000 * unit;
          continue;
        }
      append_glyph (path, glyph, &matrix);
      if (mark != 0)
        append_mark (path, face, glyph, mark, x, unit);
      x += glyph->advance * unit;
    }
  *width = x;
  return path;
}

char *
ring_face_missing (RingFace face, const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *missing = g_string_new (NULL);

  for (const char *p = whole; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gunichar mark;

      if (find_parts (face, character, &mark) == NULL
          && g_utf8_strchr (missing->str, -1, character) == NULL)
        g_string_append_unichar (missing, character);
    }
  return g_string_free (missing, missing->len == 0);
}
