/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-paint.h"

#include "art-finish.h"

#define STEP 0.045 /* of the grid, mm */
#define SAMPLES 3
#define TOLERANCE 0.011  /* of the curves, mm */
#define LEAST_AREA 0.018 /* of a region of tone, mm2 */

/* Grains of a blasted surface: how far apart, mm. */
#define GRAIN_PITCH 0.28

guint32
art_paint_ramp (const guint32 *stops, guint n, guint tone)
{
  double at = (double) tone / (ART_TONES - 1) * (n - 1);
  guint i = MIN ((guint) at, n - 2);
  double f = at - i;
  guint32 colour = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double a = (stops[i] >> shift) & 0xff;
      double b = (stops[i + 1] >> shift) & 0xff;

      colour |= (guint32) lround (a + (b - a) * f) << shift;
    }
  return colour;
}

/* Metal in the file as it stands is yellow gold. */
static guint32
gold (guint tone)
{
  static const guint32 stops[]
      = { 0x3c280a, 0x7a561c, 0xc49642, 0xe8c268, 0xfae4a0, 0xfff6d6, 0xfffffa };

  return art_paint_ramp (stops, G_N_ELEMENTS (stops), tone);
}

guint32
art_paint_diamond (guint tone)
{
  static const guint32 stops[]
      = { 0x1f2a36, 0x4b5c6d, 0x8497a8, 0xb7c6d2, 0xdfe8ee, 0xf6f9fb, 0xffffff };

  return art_paint_ramp (stops, G_N_ELEMENTS (stops), tone);
}

void
art_paint_path (GString *out, const char *kind, guint tone, const RingPath *path)
{
  guint32 colour = kind[0] == 'm' ? gold (tone) : art_paint_diamond (tone);

  if (ring_path_is_empty (path))
    return;
  g_string_append_printf (out, "<path class=\"%s-%u\" fill=\"#%06x\" d=\"", kind, tone, colour);
  ring_path_to_svg (path, 2, out);
  g_string_append (out, "\"/>\n");
}

static void
append_faint (GString *out, const char *opacity, guint tone, const RingPath *path)
{
  if (ring_path_is_empty (path))
    return;
  g_string_append_printf (out, "<g opacity=\"%s\">\n", opacity);
  art_paint_path (out, "metal", tone, path);
  g_string_append (out, "</g>\n");
}

/* Grains of sand have left tiny dents: specks, dark and bright in turn, where the surface faces. */
static void
append_grains (GString *out, const ArtField *field)
{
  g_autoptr (RingPath) dark = ring_path_new ();
  g_autoptr (RingPath) bright = ring_path_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double width = field->columns * field->step;
  double height = field->rows * field->step;
  guint count = 0;

  for (double y = GRAIN_PITCH / 2; y < height; y += GRAIN_PITCH)
    for (double x = GRAIN_PITCH / 2; x < width; x += GRAIN_PITCH)
      {
        double gx = x + g_rand_double_range (rand, -0.5, 0.5) * GRAIN_PITCH;
        double gy = y + g_rand_double_range (rand, -0.5, 0.5) * GRAIN_PITCH;
        int column = (int) (gx / field->step);
        int row = (int) (gy / field->step);
        RingPoint p = { field->x0 + gx, field->y0 + gy };
        double size = g_rand_double_range (rand, 0.05, 0.11);
        RingPath *path = count % 2 == 0 ? dark : bright;

        if (column < 0 || row < 0 || column >= field->columns || row >= field->rows
            || field->mark[(gsize) row * field->columns + column] < 0.9F)
          continue;
        count++;
        ring_path_move_to (path, p);
        ring_path_line_to (path, (RingPoint){ p.x + size, p.y + 0.02 });
        ring_path_line_to (path, (RingPoint){ p.x + size * 0.4, p.y + size });
        ring_path_close (path);
      }
  append_faint (out, "0.32", 1, dark);
  append_faint (out, "0.5", ART_TONES - 1, bright);
}

/* Beads as seen from far away: a ball's shade, its side to the light, and the light itself. */
void
art_paint_beads (GString *out, const ArtBead *const *beads, guint n, const ArtCamera *camera)
{
  static const struct
  {
    guint tone;
    double size, x, y; /* by the radius */
  } balls[] = { { 1, 1, 0, 0 }, { 4, 0.88, -0.05, -0.06 }, { 8, 0.6, -0.16, -0.2 }, { 11, 0.26, -0.26, -0.32 } };

  for (guint k = 0; k < G_N_ELEMENTS (balls); k++)
    {
      g_autoptr (RingPath) path = ring_path_new ();

      for (guint i = 0; i < n; i++)
        {
          double r = beads[i]->radius;
          RingPoint p = { ring_vec_dot (camera->right, beads[i]->centre) + balls[k].x * r,
                          -ring_vec_dot (camera->up, beads[i]->centre) + balls[k].y * r };

          ring_path_add_ellipse (path, p, balls[k].size * r, balls[k].size * r);
        }
      art_paint_path (out, "metal", balls[k].tone, path);
    }
}

void
art_paint_metal (
    GString *out, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, gboolean draft)
{
  RingRect extent = art_metal_extent (ring, camera, layer);
  double coarse;
  g_autoptr (ArtField) field = art_field_new (extent, draft ? 0.06 : STEP);

  /* Hammer marks have many small tones; nobody sees the last hundredth of each. */
  coarse = ring->finish == ART_FINISH_HAMMERED && layer == ART_LAYER_SHANK && !draft ? 2.2 : 1;
  art_metal_render (field, ring, camera, layer, draft ? 2 : SAMPLES);
  for (guint tone = 0; tone < ART_TONES; tone++)
    {
      double level = (double) tone / ART_TONES;
      g_autoptr (RingPath) path
          = art_field_region (field, level, LEAST_AREA * coarse, TOLERANCE * coarse);

      art_paint_path (out, "metal", tone, path);
    }
  if (ring->finish == ART_FINISH_FLORENTINE)
    {
      g_autoptr (RingPath) lines = art_field_marks (field, 0.008, 0.025);

      append_faint (out, "0.6", 1, lines);
    }
  else if (ring->finish == ART_FINISH_BLASTED || ring->finish == ART_FINISH_FROSTED)
    append_grains (out, field);
}
