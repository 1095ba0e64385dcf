/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two walls of a channel: bars that run with the row on the outside of the band, over the edges
 * of the stones. */
#include "ring-layout.h"

#define RADIANS (G_PI / 180)
/* Of a stone's width both walls together cover an eighth: a tenth to 15 per cent (Heart of Gold,
 * repair lessons). */
#define COVER 0.125
/* Thickness of a wall: 0.6 to 0.8 mm are comfortable, less where the band ends. */
#define THICK 0.8
#define THIN 0.5
/* From one section of a wall to the next, degrees; how far it goes into the metal, mm. */
#define STEP 3.0
#define SUNK 0.1

#define COLUMNS 4

/* How far a wall is from the middle of the row: at the stones, and outside. */
static double
inner_edge (const RingLayout *layout)
{
  double across = fabs (remainder (layout->turn, 180)) > 45 ? layout->width : layout->length;

  return across / 2 * (1 - COVER);
}

static double
outer_edge (const RingLayout *layout, const RingBand *band, int side)
{
  double edge = ring_band_width (band, layout->angle * RADIANS) / 2;
  double inner = inner_edge (layout);

  return CLAMP (edge - side * layout->offset, inner + THIN, inner + THICK);
}

static double
surface (const RingBand *band, double angle, double offset)
{
  double width = ring_band_width (band, angle * RADIANS);

  return ring_band_outer (band, angle * RADIANS, CLAMP (2 * offset / width, -1, 1));
}

static double
wall_top (const RingLayout *layout, const RingBand *band, double angle)
{
  return surface (band, angle, layout->offset) + layout->height
         + layout->depth * ring_cut_crown_part (layout->cut);
}

/* The section at ANGLE, round about: from INNER at the stones to OUTER, from the metal up to the
 * tables. */
static void
add_section (RingVec *points, const RingLayout *layout, const RingBand *band, double angle,
             double inner, double outer)
{
  double radius = ring_band_radius (band);
  double top = wall_top (layout, band, angle);
  double foot = fmin (surface (band, angle, layout->offset + inner),
                      surface (band, angle, layout->offset + outer));
  const RingPoint section[COLUMNS] = { { inner, fmax (foot - SUNK, SUNK) },
                                       { outer, fmax (foot - SUNK, SUNK) },
                                       { outer, top },
                                       { inner, top } };

  for (guint i = 0; i < COLUMNS; i++)
    {
      RingPlace place = { .angle = angle,
                          .offset = layout->offset + section[i].x,
                          .height = section[i].y };

      points[i] = ring_place_point (&place, radius, (RingVec){ 0, 0, 0 });
    }
}

RingMetal *
ring_layout_walls (const RingLayout *layout, const RingBand *band)
{
  static const RingCorner corners[COLUMNS]
      = { RING_CORNER_SHARP, RING_CORNER_SHARP, RING_CORNER_SHARP, RING_CORNER_SHARP };
  gboolean all_round = layout->arc >= 360 - 1e-6;
  double inner = inner_edge (layout);
  guint rows = MAX (2, (guint) ceil (layout->arc / STEP) + !all_round);
  g_autofree RingVec *points = g_new (RingVec, (gsize) rows * COLUMNS);
  RingMetal *metal = ring_metal_new ();

  for (int side = -1; side <= 1; side += 2)
    {
      double outer = outer_edge (layout, band, side);

      for (guint row = 0; row < rows; row++)
        add_section (&points[row * COLUMNS], layout, band,
                     layout->angle + layout->arc / 2
                         - layout->arc * row / (all_round ? rows : rows - 1),
                     side * inner, side * outer);
      ring_metal_add_sweep (metal, points, rows, COLUMNS, all_round, NULL, corners);
    }
  return metal;
}

/* A strip dx wide between the heights a and b over the finger circle sweeps ((r + b)^2 - (r + a)^2) / 2 dx a
 * radian, as that of a band does. */
double
ring_layout_walls_volume (const RingLayout *layout, const RingBand *band)
{
  enum
  {
    ROUND = 120,
    ACROSS = 8
  };
  double r = ring_band_radius (band), inner = inner_edge (layout), sum = 0;

  for (int side = -1; side <= 1; side += 2)
    {
      double dx = (outer_edge (layout, band, side) - inner) / ACROSS;

      for (int i = 0; i < ROUND; i++)
        for (int j = 0; j < ACROSS; j++)
          {
            double angle = layout->angle + layout->arc * ((i + 0.5) / ROUND - 0.5);
            double b = r + wall_top (layout, band, angle);
            double a = r
                       + surface (band, angle,
                                  layout->offset + side * (inner + (j + 0.5) * dx));

            sum += fmax (0, b * b - a * a) / 2 * dx * (layout->arc * RADIANS / ROUND);
          }
    }
  return sum;
}
