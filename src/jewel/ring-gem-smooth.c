/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cabochons in tones, as they are painted: dark where light enters at the upper left, a glow where
 * it gathers at the lower right, and the hard reflection of a window. */

#include "ring-gem-private.h"

#define BANDS 7
#define RIM_WIDTH 0.14

/* The outline drawn towards AT by SCALE. */
static RingPath *
shrunk (const RingPath *outline, RingPoint at, double scale)
{
  const RingMatrix m = { scale, 0, 0, scale, at.x * (1 - scale), at.y * (1 - scale) };

  return ring_path_transform (outline, &m);
}

static RingPoint
within (RingRect box, double x, double y)
{
  return (RingPoint){ (box.x0 + box.x1) / 2 + x * (box.x1 - box.x0) / 2,
                      (box.y0 + box.y1) / 2 + y * (box.y1 - box.y0) / 2 };
}

/* The reflection of a window: a patch that follows the outline, with a bar. */
static void
add_window (RingGemArtist *artist, RingRect box)
{
  RingPath *path = ring_path_new ();

  for (guint pane = 0; pane < 2; pane++)
    {
      double from = pane == 0 ? 108 : 139;
      double to = pane == 0 ? 135 : 164;

      for (guint i = 0; i <= 16; i++)
        {
          double angle = (from + (to - from) * (i <= 8 ? i : 16 - i) / 8) * G_PI / 180;
          double r = i <= 8 ? 0.74 : 0.50;
          RingPoint p = within (box, r * cos (angle), -r * sin (angle));

          if (i == 0)
            ring_path_move_to (path, p);
          else
            ring_path_line_to (path, p);
        }
      ring_path_close (path);
    }
  ring_gem_add (artist, path, 0xffffffe6, 0, FALSE);
}

/* The four faces of a sugarloaf, the lower right ones bright, and its blunt point. */
static void
add_ridges (RingGemArtist *artist)
{
  const RingGemLook *look = artist->look;
  static const double light[4] = { 0.78, 0.42, 0.30, 0.92 };

  for (guint k = 0; k < 4; k++)
    {
      RingPath *face = ring_path_new ();

      ring_path_move_to (face, ring_gem_see (look, (RingVec){ 0, 0, 0 }));
      for (guint i = 0; i <= 12; i++)
        {
          RingPoint p = ring_cut_outline (look->cut, look->length, look->width,
                                          k * 0.25 - 0.125 + i / 48.0);

          ring_path_line_to (face, ring_gem_see (look, (RingVec){ p.x * 0.97, p.y * 0.97, 0 }));
        }
      ring_path_close (face);
      ring_gem_add (artist, face,
                    (ring_gem_colour (look->species, light[k], 0, 1) & 0xffffff00) | 0x70, 0,
                    FALSE);
    }
}

void
ring_gem_draw_smooth (RingGemArtist *artist)
{
  const RingGemLook *look = artist->look;
  g_autoptr (RingPath) outline = ring_gem_silhouette (artist);
  RingRect box = ring_path_get_bounds (outline);

  ring_gem_add (artist, ring_path_ref (outline), ring_gem_colour (look->species, 0.34, 0, 1.2), 0,
                FALSE);
  for (guint i = 1; i <= BANDS; i++)
    {
      double part = (double) i / BANDS;

      ring_gem_add (
          artist, shrunk (outline, within (box, 0.62, 0.60), 1 - 0.80 * part * part - 0.04),
          ring_gem_colour (look->species, 0.34 + 0.56 * part, 0, 1.2 - 0.5 * part), 0, FALSE);
    }
  if (look->cut == RING_CUT_SUGARLOAF && ring_gem_from_above (look))
    add_ridges (artist);
  add_window (artist, box);
  ring_gem_add (artist, ring_path_ref (outline),
                look->species->colour == 0xffffff ? 0x33404eff
                                                  : ring_gem_colour (look->species, 0.22, 0, 1.2),
                RIM_WIDTH, FALSE);
}
