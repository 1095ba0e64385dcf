/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what stands on a band meets its outside: the foot of a setting and the seat of its stone,
 * unrolled. Both bodies are nets of triangles, and each triangle that the skin of the band passes
 * adds a piece of the line. */
#include "ring-views-private.h"

/* Triangles of a stone are not longer than this, mm: the line across one is straight. */
#define GRAIN 0.4
/* Pieces whose ends are closer than this are one line, mm; and rounding errors are shorter. */
#define MEET 1e-5
/* A line shorter than this is what touched. */
#define SPECK 0.3

typedef struct
{
  RingPoint a, b;
} Piece;

typedef struct
{
  const RingBand *band;
  double middle;  /* of the stone on the strip: a line over the strip's end is drawn in one */
  GArray *pieces; /* of Piece */
} Foot;

/* Above 0 out of the metal of the band, by about as many mm. What is deeper than the finger circle
 * counts as in the metal: it is the outside that is asked for. */
static double
over (const RingBand *band, RingVec p)
{
  double angle = atan2 (-p.x, p.y);
  double half = ring_band_width (band, angle) / 2;
  double high = hypot (p.x, p.y) - ring_band_radius (band);

  return fmax (high - ring_band_outer (band, angle, p.z / half), fabs (p.z) - half);
}

static RingPoint
crossing (const Foot *foot, RingVec in, RingVec out)
{
  double length = ring_views_strip_length (foot->band, FALSE);
  RingPoint p;

  for (int i = 0; i < 40; i++)
    {
      RingVec middle = ring_vec_mix (in, out, 0.5);

      if (over (foot->band, middle) > 0)
        out = middle;
      else
        in = middle;
    }
  p = ring_views_strip_see (foot->band, FALSE, in);
  p.x -= round ((p.x - foot->middle) / length) * length;
  return p;
}

static void
add_triangle (Foot *foot, RingVec a, RingVec b, RingVec c)
{
  const RingVec corners[3] = { a, b, c };
  gboolean out[3];
  RingPoint ends[2];
  guint n = 0;
  Piece piece;

  for (guint i = 0; i < 3; i++)
    out[i] = over (foot->band, corners[i]) > 0;
  for (guint i = 0; i < 3; i++)
    {
      guint k = (i + 1) % 3;

      if (out[i] != out[k])
        ends[n++] = crossing (foot, corners[out[i] ? k : i], corners[out[i] ? i : k]);
    }
  if (n < 2 || ring_point_distance (ends[0], ends[1]) < MEET)
    return;
  piece = (Piece){ ends[0], ends[1] };
  g_array_append_val (foot->pieces, piece);
}

static void
add_facet (Foot *foot, RingVec a, RingVec b, RingVec c)
{
  double longest
      = fmax (ring_vec_length (ring_vec_sub (a, b)),
              fmax (ring_vec_length (ring_vec_sub (b, c)), ring_vec_length (ring_vec_sub (c, a))));
  RingVec ab = ring_vec_mix (a, b, 0.5), bc = ring_vec_mix (b, c, 0.5),
          ca = ring_vec_mix (c, a, 0.5);

  if (longest < GRAIN)
    {
      add_triangle (foot, a, b, c);
      return;
    }
  add_facet (foot, a, ab, ca);
  add_facet (foot, b, bc, ab);
  add_facet (foot, c, ca, bc);
  add_facet (foot, ab, bc, ca);
}

static void
add_metal (Foot *foot, const RingMetal *metal)
{
  for (guint s = 0; s < metal->sheets->len; s++)
    {
      const RingMetalSheet *sheet = &g_array_index (metal->sheets, RingMetalSheet, s);

      for (guint i = 0; i + 1 < sheet->rows; i++)
        for (guint j = 0; j + 1 < sheet->columns; j++)
          {
            const RingVec *p = &sheet->points[i * sheet->columns + j];
            const RingVec *q = p + sheet->columns;

            add_triangle (foot, p[0], p[1], q[1]);
            add_triangle (foot, p[0], q[1], q[0]);
          }
    }
}

static void
add_stone (Foot *foot, const RingViewsGem *gem)
{
  g_autoptr (RingSolid) solid = ring_cut_solid (gem->cut, gem->length, gem->width, gem->depth);
  double radius = ring_band_radius (foot->band);

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);
      RingVec first = ring_place_point (&gem->place, radius, facet->points[0]);

      for (guint k = 1; k + 1 < facet->n_points; k++)
        add_facet (foot, first, ring_place_point (&gem->place, radius, facet->points[k]),
                   ring_place_point (&gem->place, radius, facet->points[k + 1]));
    }
}

/* Takes a piece that begins or ends at END; *END is its other end then. */
static gboolean
take_next (GArray *pieces, RingPoint *end)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece piece = g_array_index (pieces, Piece, i);
      gboolean at_a = ring_point_distance (piece.a, *end) < 2 * MEET;

      if (!at_a && ring_point_distance (piece.b, *end) >= 2 * MEET)
        continue;
      *end = at_a ? piece.b : piece.a;
      g_array_remove_index_fast (pieces, i);
      return TRUE;
    }
  return FALSE;
}

/* The pieces end to end, so that dashes run along the line. */
static void
take_lines (Foot *foot, GArray *lines)
{
  while (foot->pieces->len > 0)
    {
      Piece piece = g_array_index (foot->pieces, Piece, 0);
      RingPath *path = ring_path_new ();
      RingPoint end = piece.b;
      double length = ring_point_distance (piece.a, piece.b);

      g_array_remove_index_fast (foot->pieces, 0);
      ring_path_move_to (path, piece.a);
      ring_path_line_to (path, piece.b);
      for (RingPoint last = end; take_next (foot->pieces, &end); last = end)
        {
          length += ring_point_distance (last, end);
          ring_path_line_to (path, end);
        }
      if (length > SPECK)
        _ring_views_take (lines, RING_VIEWS_HIDDEN, path);
      else
        ring_path_unref (path);
    }
}

void
_ring_views_add_foot (GArray *lines,
                      const RingBand *band,
                      const RingViewsGem *gem,
                      const RingMetal *metal)
{
  double length = ring_views_strip_length (band, FALSE);
  double part = -gem->place.angle / 360;
  Foot foot = { band, (part - round (part)) * length, g_array_new (FALSE, FALSE, sizeof (Piece)) };

  if (metal != NULL)
    add_metal (&foot, metal);
  take_lines (&foot, lines);
  add_stone (&foot, gem);
  take_lines (&foot, lines);
  g_array_unref (foot.pieces);
}
