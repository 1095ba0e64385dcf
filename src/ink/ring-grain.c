/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-grain.h"

#include <string.h>

#include "ring-number.h"

/* Blots a side of the tile. */
#define CELLS 20
#define CORNERS 6

/* What the generator draws from; the constants are those of Knuth's MMIX. */
static guint32
next_random (guint64 *state)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005)
           + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint32) (*state >> 33);
}

/* A whole number from LOW to HIGH: hundredths of a cell, so that no machine rounds otherwise. */
static int
draw (guint64 *state, int low, int high)
{
  return low + (int) (next_random (state) % (guint32) (high - low + 1));
}

typedef struct
{
  RingPoint p[CORNERS];
} Blot;

static Blot
make_blot (guint64 *state, int column, int row, int least, int most)
{
  /* A regular hexagon, hundredths. */
  static const int way[CORNERS][2]
      = { { 100, 0 }, { 50, -87 }, { -50, -87 }, { -100, 0 }, { -50, 87 }, { 50, 87 } };
  const double cell = RING_GRAIN_TILE / CELLS;
  int x = 100 * column + draw (state, 15, 85), y = 100 * row + draw (state, 15, 85);
  Blot blot;

  for (guint i = 0; i < CORNERS; i++)
    {
      int radius = draw (state, least, most);

      blot.p[i].x = (x + way[i][0] * radius / 100) * cell / 100;
      blot.p[i].y = (y + way[i][1] * radius / 100) * cell / 100;
    }
  return blot;
}

static void
add_blot (RingPath *path, const Blot *blot, double dx, double dy)
{
  gboolean seen = FALSE;

  for (guint i = 0; i < CORNERS; i++)
    {
      double x = blot->p[i].x + dx, y = blot->p[i].y + dy;

      seen = seen || (x > 0 && x < RING_GRAIN_TILE && y > 0 && y < RING_GRAIN_TILE);
    }
  if (!seen)
    return;
  for (guint i = 0; i < CORNERS; i++)
    {
      RingPoint p = { blot->p[i].x + dx, blot->p[i].y + dy };

      if (i == 0)
        ring_path_move_to (path, p);
      else
        ring_path_line_to (path, p);
    }
  ring_path_close (path);
}

/* A blot that passes the edge of the tile comes in again from the other side. */
static RingPath *
make_path (RingGrainKind kind)
{
  RingPath *path = ring_path_new ();
  guint64 state = 7 + kind;
  int least = kind == RING_GRAIN_OPEN ? 25 : 45, most = kind == RING_GRAIN_OPEN ? 70 : 85;

  for (int row = 0; row < CELLS; row++)
    for (int column = 0; column < CELLS; column++)
      {
        Blot blot = make_blot (&state, column, row, least, most);

        for (int i = -1; i <= 1; i++)
          for (int j = -1; j <= 1; j++)
            add_blot (path, &blot, i * RING_GRAIN_TILE, j * RING_GRAIN_TILE);
      }
  return path;
}

RingPath *
ring_grain_get_path (RingGrainKind kind)
{
  static RingPath *paths[RING_N_GRAINS];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < RING_N_GRAINS; i++)
        paths[i] = make_path (i);
      g_once_init_leave (&made, 1);
    }
  return paths[kind];
}

RingGrainKind
ring_grain_of_band (guint i)
{
  return i < 3 ? RING_GRAIN_OPEN : RING_GRAIN_CLOSE;
}

char *
ring_grain_make_id (const RingGrain *grain)
{
  GString *id = g_string_new (NULL);

  g_string_append_printf (id, "grain-%u-%08x-", (guint) grain->kind + 1, grain->colour);
  ring_number_append (id, grain->size, 4);
  return g_string_free (id, FALSE);
}

/* Only what ring_grain_make_id() writes is one of our names. */
gboolean
ring_grain_parse_id (const char *id, gsize length, RingGrain *grain)
{
  static const char head[] = "grain-";
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  guint64 colour;

  if (length < 18 || length > 40 || strncmp (id, head, strlen (head)) != 0)
    return FALSE;
  text = g_strndup (id, length);
  if (text[6] < '1' || text[6] > '0' + RING_N_GRAINS || text[7] != '-' || text[16] != '-')
    return FALSE;
  grain->kind = (RingGrainKind) (text[6] - '1');
  text[16] = '\0';
  if (!g_ascii_string_to_unsigned (text + 8, 16, 0, G_MAXUINT32, &colour, NULL)
      || !ring_number_parse (text + 17, &grain->size)
      || !(grain->size >= 1e-4 && grain->size <= 1e3))
    return FALSE;
  grain->colour = (guint32) colour;
  text[16] = '-';
  again = ring_grain_make_id (grain);
  return strcmp (again, text) == 0;
}

static void
append_number (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  ring_number_append (out, value, 4);
  g_string_append_c (out, '"');
}

void
ring_grain_append_pattern (const RingGrain *grain, GString *out)
{
  g_autofree char *id = ring_grain_make_id (grain);
  guint alpha = grain->colour & 0xff;

  g_string_append_printf (out, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\"", id);
  append_number (out, "width", RING_GRAIN_TILE);
  append_number (out, "height", RING_GRAIN_TILE);
  if (grain->size != 1)
    {
      g_string_append (out, " patternTransform=\"scale(");
      ring_number_append (out, grain->size, 4);
      g_string_append (out, ")\"");
    }
  g_string_append (out, "><path d=\"");
  ring_path_to_svg (ring_grain_get_path (grain->kind), 2, out);
  g_string_append_printf (out, "\" fill=\"#%06x\"", grain->colour >> 8);
  if (alpha != 255)
    append_number (out, "fill-opacity", alpha / 255.0);
  g_string_append (out, "/></pattern>");
}
