/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rings of the house collection as pictures: every shape on every band in every metal and both
 * views. Metals only colour, so that what has an outline is looked at once and its colours in
 * every metal. */
#include "ring-catalogue-art.h"
#include "ring-catalogue-reader.h"
#include "ring-part-art.h"
#include "ring-test-image.h"
#include "ring-test.h"

#include <math.h>
#include <stdlib.h>

#define SIDE 72
#define EDGE 4 /* pixels that must stay empty round a ring */

static const char *const views[] = { "front", "three-quarter" };

enum
{
  SHAPE,
  SIZE,
  BAND,
  METAL,
  FINISH,
  RING_SIZE,
  N_MENUS
};

static guint
n_options (const RingCatalogue *catalogue, guint menu)
{
  return ring_catalogue_get_menu (catalogue, menu)->n_options;
}

/* The first ring but for its shape and band, with a stone of the size that heads and stones are drawn in. */
static void
init_choice (const RingCatalogue *catalogue, RingChoice *choice, guint shape, guint band)
{
  ring_catalogue_first_choice (catalogue, choice);
  choice->option[SHAPE] = shape;
  choice->option[BAND] = band;
  choice->option[SIZE] = 2;
}

typedef void (*RingFunc) (RingCatalogueArt *art, const RingChoice *choice, const char *view);

static void
each_ring (RingFunc func)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  guint n = 0;

  for (guint shape = 0; shape < n_options (catalogue, SHAPE); shape++)
    for (guint band = 0; band < n_options (catalogue, BAND); band++)
      for (guint view = 0; view < 2; view++)
        {
          RingChoice choice;

          init_choice (catalogue, &choice, shape, band);
          choice.option[METAL] = n % n_options (catalogue, METAL);
          if (!ring_catalogue_is_made (catalogue, &choice, NULL))
            continue;
          func (art, &choice, views[view]);
          n++;
        }
  g_assert_cmpuint (n, >, 230);
}

static void
test_collection (void)
{
  static const guint counts[N_MENUS] = { 10, 5, 12, 8, 6, 21 };
  static const char *const ids[N_MENUS] = { "shape", "size", "band", "metal", "finish", "ring-size" };
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();

  for (guint i = 0; i < N_MENUS; i++)
    {
      g_assert_cmpstr (ring_catalogue_get_menu (catalogue, i)->id, ==, ids[i]);
      g_assert_cmpuint (n_options (catalogue, i), ==, counts[i]);
    }
}

/* Where the parts called NAME of the ring lie, mm. */
static RingRect
get_part_bounds (RingCatalogueArt *art, const RingChoice *choice, const char *view, const char *name)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (art);
  g_autoptr (GArray) selected = ring_catalogue_select_parts (catalogue, choice, view);
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < selected->len; i++)
    {
      const RingSelectedPart *one = &g_array_index (selected, RingSelectedPart, i);
      const RingPart *part = ring_catalogue_get_part (catalogue, one->part);
      g_autoptr (RingPartArt) read = NULL;

      if (!g_str_equal (part->part, name))
        continue;
      read = ring_part_art_new (part->xml, NULL);
      g_assert_nonnull (read);
      bounds = ring_rect_union (bounds, ring_part_art_get_bounds (read));
    }
  return bounds;
}

/* The stone stands over the band and in its head: prongs reach past it on either side and over
 * its girdle, the foot is under its culet. */
static void
check_seat (RingCatalogueArt *art, const RingChoice *choice, const char *view)
{
  RingRect stone = get_part_bounds (art, choice, view, "stone");
  RingRect head = get_part_bounds (art, choice, view, "head");
  RingRect shank = get_part_bounds (art, choice, view, "shank");
  double mm[3];

  g_assert_false (ring_rect_is_empty (stone));
  g_assert_false (ring_rect_is_empty (head));
  g_assert_false (ring_rect_is_empty (shank));
  g_assert_true (ring_catalogue_get_stone_mm (ring_catalogue_art_get_catalogue (art), choice, mm));
  /* Prongs at the corners of a square let a round stone's sides show. */
  g_assert_cmpfloat (head.x0, <=, stone.x0 + 0.1 * mm[1]);
  g_assert_cmpfloat (head.x1, >=, stone.x1 - 0.1 * mm[1]);
  g_assert_cmpfloat (head.y1, >, stone.y1);
  /* Not higher than its crown over the prongs. */
  g_assert_cmpfloat (head.y0 - stone.y0, <, 0.4 * mm[2]);
  if (g_str_equal (view, "front"))
    {
      g_assert_cmpfloat_with_epsilon (stone.x1 - stone.x0, mm[1], 0.05);
      g_assert_cmpfloat_with_epsilon (stone.y1 - stone.y0, mm[2], 0.05);
      /* Strands of a twist do not all turn their outside to the side. */
      g_assert_cmpfloat_with_epsilon (shank.x1, 17.323 / 2 + 1.9, 0.12);
    }
}

static void
test_seat (void)
{
  each_ring (check_seat);
}

/* Paints the ring so that its bounds leave EDGE pixels all round. */
static cairo_surface_t *
paint (RingCatalogueArt *art, const RingChoice *choice, const char *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  RingRect bounds = ring_catalogue_art_get_bounds (art, choice, view);
  double scale = (SIDE - 2 * EDGE) / MAX (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
  GError *error = NULL;

  cairo_translate (cr, EDGE, EDGE);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x0, -bounds.y0);
  g_assert_true (ring_catalogue_art_paint (art, cr, choice, view, &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What is painted reaches the edges of its bounds, and no pixel past them. */
static void
check_painted (RingCatalogueArt *art, const RingChoice *choice, const char *view)
{
  cairo_surface_t *surface = paint (art, choice, view);
  RingRect bounds = ring_catalogue_art_get_bounds (art, choice, view);
  double scale = (SIDE - 2 * EDGE) / MAX (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
  int x0 = SIDE, y0 = SIDE, x1 = -1, y1 = -1;
  guint filled = 0;

  for (int y = 0; y < SIDE; y++)
    {
      const guint8 *line = cairo_image_surface_get_data (surface)
                           + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = 0; x < SIDE; x++)
        if (((const guint32 *) (gconstpointer) line)[x] >> 24 > 100)
          {
            x0 = MIN (x0, x);
            x1 = MAX (x1, x);
            y0 = MIN (y0, y);
            y1 = MAX (y1, y);
            filled++;
          }
    }
  cairo_surface_destroy (surface);
  g_assert_cmpint (x0, >=, EDGE - 1);
  g_assert_cmpint (y0, >=, EDGE - 1);
  g_assert_cmpint (abs (x0 - EDGE), <=, 1);
  g_assert_cmpint (abs (y0 - EDGE), <=, 1);
  g_assert_cmpfloat (fabs (x1 + 1 - EDGE - (bounds.x1 - bounds.x0) * scale), <=, 1.5);
  g_assert_cmpfloat (fabs (y1 + 1 - EDGE - (bounds.y1 - bounds.y0) * scale), <=, 1.5);
  /* A thin ring is about a sixth of its box. */
  g_assert_cmpuint (filled, >, SIDE * SIDE / 12);
}

static void
test_painted (void)
{
  each_ring (check_painted);
}

static gboolean
is_of_ramp (const RingRamp *ramp, guint32 colour)
{
  for (guint i = 0; i < RING_RAMP_TONES; i++)
    if (ramp->tones[i] == colour)
      return TRUE;
  return FALSE;
}

static void
check_colours (RingCatalogueArt *art, RingChoice *choice, const char *view)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (art);
  const char *metal = ring_catalogue_get_chosen (catalogue, choice, "metal")->code;
  g_autoptr (RingArt) resolved = ring_catalogue_art_resolve (art, choice, view, NULL);
  RingRamp ramp, gem;
  guint n = 0;

  g_assert_nonnull (resolved);
  g_assert_true (ring_ramp_parse (ring_catalogue_get_ramp (catalogue, "metal", metal), &ramp));
  g_assert_true (ring_ramp_parse (ring_catalogue_get_ramp (catalogue, "shape", "*"), &gem));
  for (guint i = 0; i < ring_art_get_n_paths (resolved); i++)
    {
      guint32 colour = ring_art_get_path (resolved, i)->fill >> 8;

      n += is_of_ramp (&ramp, colour);
      g_assert_true (is_of_ramp (&ramp, colour) || is_of_ramp (&gem, colour));
    }
  g_assert_cmpuint (n, >=, 3 * RING_RAMP_TONES - 6);
}

/* Every shape on every band in every metal and view has no colour but its metal's and its stone's. */
static void
test_metals (void)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  RingChoice choice;

  for (guint shape = 0; shape < n_options (catalogue, SHAPE); shape++)
    for (guint band = 0; band < n_options (catalogue, BAND); band++)
      {
        init_choice (catalogue, &choice, shape, band);
        for (guint metal = 0; metal < n_options (catalogue, METAL); metal++)
          {
            choice.option[METAL] = metal;
            for (guint view = 0; view < 2 && ring_catalogue_is_made (catalogue, &choice, NULL); view++)
              check_colours (art, &choice, views[view]);
          }
      }
}

/* Each finish of each band is a picture of its own; each size is larger than the one before. */
static void
test_finishes_and_sizes (void)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  RingChoice choice;

  for (guint band = 0; band < n_options (catalogue, BAND); band++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      double width = 0;

      init_choice (catalogue, &choice, 0, band);
      for (guint finish = 0; finish < n_options (catalogue, FINISH); finish++)
        {
          cairo_surface_t *surface;

          choice.option[FINISH] = finish;
          if (!ring_catalogue_is_made (catalogue, &choice, NULL))
            continue;
          surface = paint (art, &choice, "three-quarter");
          g_assert_true (g_hash_table_add (
              seen, g_compute_checksum_for_data (
                        G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                        (gsize) SIDE * (gsize) cairo_image_surface_get_stride (surface))));
          cairo_surface_destroy (surface);
        }
      init_choice (catalogue, &choice, 0, band);
      for (guint size = 0; size < n_options (catalogue, SIZE); size++)
        {
          double mm[3];

          choice.option[SIZE] = size;
          g_assert_true (ring_catalogue_get_stone_mm (catalogue, &choice, mm));
          g_assert_cmpfloat (mm[0], >, width + 0.3);
          width = mm[0];
        }
    }
}

/* A chosen set: every band, and every shape, metal and finish at least once. */
static void
test_reference (void)
{
  static const struct
  {
    const char *codes;
    const char *view;
  } rings[] = {
    { "shape=RD size=100 band=SD metal=18Y finish=P ring-size=070", "three-quarter" },
    { "shape=OV size=150 band=SC metal=18W finish=S ring-size=070", "three-quarter" },
    { "shape=EM size=200 band=KE metal=PT finish=B ring-size=080", "three-quarter" },
    { "shape=PR size=075 band=FL metal=18R finish=H ring-size=050", "three-quarter" },
    { "shape=PS size=100 band=CA metal=14Y finish=P ring-size=060", "front" },
    { "shape=CU size=150 band=SS metal=14W finish=S ring-size=070", "three-quarter" },
    { "shape=MQ size=100 band=BY metal=14R finish=P ring-size=065", "three-quarter" },
    { "shape=AS size=075 band=TW metal=PD finish=B ring-size=070", "front" },
    { "shape=RA size=100 band=PV metal=18W finish=P ring-size=070", "three-quarter" },
    { "shape=TR size=100 band=CH metal=18Y finish=P ring-size=030", "three-quarter" },
    { "shape=OV size=050 band=HA metal=18R finish=F ring-size=070", "three-quarter" },
    { "shape=RD size=200 band=TS metal=PT finish=L ring-size=130", "front" },
  };
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, 780);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.99, 0.98, 0.96);
  cairo_paint (cr);
  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_CHOICE, NULL);
      g_autoptr (RingRecord) record = ring_record_with (empty, "codes", rings[i].codes);
      RingChoice choice;
      GError *error = NULL;

      g_assert_true (ring_catalogue_read_choice (catalogue, record, &choice));
      cairo_save (cr);
      cairo_translate (cr, 120 + i % 4 * 240, 150 + i / 4 * 260);
      cairo_scale (cr, 6.6, 6.6);
      g_assert_true (ring_catalogue_art_paint (art, cr, &choice, rings[i].view, &error));
      g_assert_no_error (error);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  /* librsvg's own rounding of corners and tones. */
  ring_test_assert_picture ("render/house-rings.png", surface, 16, 300);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/house-art/collection", test_collection);
  g_test_add_func ("/house-art/seat", test_seat);
  g_test_add_func ("/house-art/painted", test_painted);
  g_test_add_func ("/house-art/metals", test_metals);
  g_test_add_func ("/house-art/finishes-and-sizes", test_finishes_and_sizes);
  g_test_add_func ("/house-art/reference", test_reference);
  return ring_test_run ();
}
