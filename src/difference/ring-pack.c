/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pack.h"

#include <math.h>
#include <zlib.h>

/* No ring or page reaches a kilometre; a damaged file may. */
#define MAX_UNITS 20000000

void
ring_pack_init (RingPack *pack)
{
  pack->verbs = g_byte_array_new ();
  pack->numbers = g_byte_array_new ();
  pack->x = pack->y = 0;
}

void
ring_pack_clear (RingPack *pack)
{
  g_clear_pointer (&pack->verbs, g_byte_array_unref);
  g_clear_pointer (&pack->numbers, g_byte_array_unref);
}

/* Small numbers of either sign in one byte: zigzag, then seven bits a byte. */
static void
add_integer (RingPack *pack, gint64 value)
{
  guint64 bits = value < 0 ? ((guint64) (-(value + 1)) << 1) | 1 : (guint64) value << 1;

  do
    {
      guint8 byte = (guint8) ((bits & 0x7f) | (bits > 0x7f ? 0x80 : 0));

      g_byte_array_append (pack->numbers, &byte, 1);
      bits >>= 7;
    }
  while (bits > 0);
}

static gint64
to_grid (double mm)
{
  double units = mm / RING_PACK_GRID;

  if (!isfinite (units))
    return 0;
  return (gint64) round (CLAMP (units, -MAX_UNITS, MAX_UNITS));
}

void
ring_pack_add_path (RingPack *pack, const RingPath *path, const RingMatrix *matrix)
{
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *points = ring_path_get_points (path, &n_points);

  if (pack == NULL)
    return;
  if (n_verbs > 0)
    g_byte_array_append (pack->verbs, verbs, (guint) n_verbs);
  for (gsize i = 0; i < n_points; i++)
    {
      RingPoint p = ring_matrix_apply (matrix, points[i]);
      gint64 x = to_grid (p.x);
      gint64 y = to_grid (p.y);

      add_integer (pack, x - pack->x);
      add_integer (pack, y - pack->y);
      pack->x = x;
      pack->y = y;
    }
}

void
ring_pack_add_number (RingPack *pack, double value)
{
  if (pack != NULL)
    add_integer (pack, to_grid (value));
}

gsize
ring_pack_get_bits (const RingPack *pack)
{
  z_stream z = { .next_in = NULL };
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *out = NULL;
  gsize bound;

  if (pack->verbs->len + pack->numbers->len == 0)
    return 0;
  g_byte_array_append (all, pack->verbs->data, pack->verbs->len);
  g_byte_array_append (all, pack->numbers->data, pack->numbers->len);
  if (deflateInit2 (&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib has no memory");
  bound = deflateBound (&z, all->len);
  out = g_malloc (bound);
  z.next_in = all->data;
  z.avail_in = all->len;
  z.next_out = out;
  z.avail_out = (guint) bound;
  if (deflate (&z, Z_FINISH) != Z_STREAM_END)
    g_error ("zlib broke its own bound");
  bound = z.total_out;
  deflateEnd (&z);
  return 8 * bound;
}
