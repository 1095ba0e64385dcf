/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* catalogue-bench FILE: the picture of a ring after each change of one menu, for the two pictures that the
 * Catalogue shows: cold, when none of its parts were painted before, and warm. Milliseconds of this thread. */
#include "ring-catalogue-art.h"
#include "ring-catalogue-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* As in a window of 1280 x 800. */
#define WIDTH 890
#define HEIGHT 600
#define SMALL_WIDTH 170
#define SMALL_HEIGHT 210

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void
paint (RingCatalogueArt *art, const RingChoice *choice, const char *view, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  RingRect bounds = ring_catalogue_art_get_bounds (art, choice, view);
  double scale = MIN (width / (bounds.x1 - bounds.x0), height / (bounds.y1 - bounds.y0));
  GError *error = NULL;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x0, -bounds.y0);
  if (!ring_catalogue_art_paint (art, cr, choice, view, &error))
    g_error ("%s", error->message);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
measure (RingCatalogueArt *art, const RingChoice *choice)
{
  double start = now_ms ();

  paint (art, choice, "three-quarter", WIDTH, HEIGHT);
  paint (art, choice, "front", SMALL_WIDTH, SMALL_HEIGHT);
  return now_ms () - start;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  printf ("%s: %u changes, median %.1f ms, longest %.1f ms\n", what, times->len,
          g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len - 1));
}

int
main (int argc, char *argv[])
{
  GError *error = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (RingCatalogue) catalogue = argc == 2 && g_file_get_contents (argv[1], &bytes, &n_bytes, &error)
                                            ? ring_catalogue_read (bytes, n_bytes, NULL, &error)
                                            : NULL;
  g_autoptr (GArray) cold = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) warm = g_array_new (FALSE, FALSE, sizeof (double));
  double start;

  if (catalogue == NULL)
    {
      fprintf (stderr, "usage: catalogue-bench FILE%s%s\n", error != NULL ? ": " : "",
               error != NULL ? error->message : "");
      return 2;
    }
  start = now_ms ();
  ring_catalogue_unref (ring_catalogue_read (bytes, n_bytes, NULL, NULL));
  printf ("read: %.0f ms\n", now_ms () - start);
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    for (guint i = 0; i < ring_catalogue_get_menu (catalogue, m)->n_options; i++)
      {
        g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
        RingChoice first, choice;
        double t;

        ring_catalogue_first_choice (catalogue, &first);
        choice = first;
        choice.option[m] = i;
        if (i == first.option[m] || !ring_catalogue_is_made (catalogue, &choice, NULL))
          continue;
        measure (art, &first);
        t = measure (art, &choice);
        g_array_append_val (cold, t);
        measure (art, &first);
        t = measure (art, &choice);
        g_array_append_val (warm, t);
      }
  report ("cold", cold);
  report ("warm", warm);
  return 0;
}
