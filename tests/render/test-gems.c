/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reference sheet of gems: one picture of every cut, and the sheet as a file. */
#include "ring-gem-paint.h"
#include "ring-gem-sheet.h"
#include "ring-test-image.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

#define PIXELS_PER_MM 5.0

/* Both styles from above, the profile, and a tilted stone in its own colour. */
static cairo_surface_t *
paint_cut (RingCut cut)
{
  static const char *const species[] = { "diamond", "sapphire", "emerald", "ruby", "citrine" };
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (88 * PIXELS_PER_MM), (int) (24 * PIXELS_PER_MM));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, PIXELS_PER_MM, PIXELS_PER_MM);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < 4; i++)
    {
      RingGemLook look;

      ring_gem_look_init (&look, cut, 6.5 * ring_cut_usual_ratio (cut), 6.5,
                          i == 2 ? RING_GEM_SIDE : RING_GEM_TOP);
      look.style = i == 1 || i == 3 ? RING_GEM_LIT : RING_GEM_LINE;
      look.scale = 20 / MAX (look.length, look.width);
      if (i == 3)
        {
          look.species = ring_species_find (species[cut % G_N_ELEMENTS (species)]);
          ring_gem_look_turn (&look, 20, 25);
        }
      cairo_save (cr);
      cairo_translate (cr, 11 + 22 * i, 12);
      ring_gem_paint (cr, &look);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  return surface;
}

static void
test_cut (gconstpointer data)
{
  RingCut cut = GPOINTER_TO_UINT (data);
  g_autofree char *picture = g_strdup_printf ("render/gem-%s.png", ring_cut_id (cut));
  cairo_surface_t *surface = paint_cut (cut);

  /* Another processor may round a region's corner to the next 1/256 of a pixel. */
  ring_test_assert_picture (picture, surface, 8, 40);
  cairo_surface_destroy (surface);
}

static void
test_sheet (void)
{
  static const char *const heads[] = { "<?xml", "%PDF-", "\x89PNG" };

  for (guint format = RING_GEM_SHEET_SVG; format <= RING_GEM_SHEET_PNG; format++)
    {
      GError *error = NULL;
      g_autoptr (GBytes) bytes = ring_gem_sheet_make (NULL, format, 30, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (heads[format]), heads[format],
                       strlen (heads[format]));
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      g_autofree char *name = g_strdup_printf ("/gems/%s", ring_cut_id (c));

      g_test_add_data_func (name, GUINT_TO_POINTER (c), test_cut);
    }
  g_test_add_func ("/gems/sheet", test_sheet);
  return ring_test_run ();
}
