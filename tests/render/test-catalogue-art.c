/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring put together from a catalogue's parts: colours by ramp, place by size, the same by
 * librsvg and as painted paths. */
#include "ring-carry.h"
#include "ring-catalogue-art.h"
#include "ring-catalogue-builder.h"
#include "ring-error.h"
#include "ring-gem.h"
#include "ring-paint.h"
#include "ring-snap.h"
#include "ring-test-image.h"
#include "ring-test-model.h"
#include "ring-test.h"

#include <math.h>

#define SIDE 240
#define SCALE 8.0

static const char shank_xml[]
    = "<g rw:part=\"shank\" class=\"metal-0\" fill=\"#3c280a\">"
      "<path class=\"metal-8\" fill=\"#f0e0a0\" fill-rule=\"evenodd\" "
      "d=\"M-10-10H10V10H-10ZM-8-8V8H8V-8Z\"/>"
      "<g transform=\"translate(1 2) scale(2)\"><path d=\"M0 3H1V4H0Z\"/></g></g>";
static const char satin_xml[] = "<g><path class=\"metal-4\" d=\"M-10-10H10V10H-10ZM-8-8V8H8V-8Z\" "
                                "fill-rule=\"evenodd\"/></g>";
static const char head_xml[] = "<g><path class=\"metal-2\" d=\"M-1-12H1V-8H-1Z\"/></g>";
/* As Inkscape leaves it: the colour in a style attribute. */
static const char stone_xml[] = "<g><path class=\"gem-6\" style=\"fill:#123456;fill-opacity:1\" "
                                "d=\"M-3-12L0-14 3-12 0-9Z\"/></g>";

static void
add_option (RingCatalogueBuilder *builder, const char *code, guint index, double value)
{
  RingOption option = {
    .code = code, .label = code, .index = index, .popularity = 0.5, .value = value, .detail = ""
  };

  g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_OK);
}

static void
add_menu (RingCatalogueBuilder *builder,
          const char *id,
          const char *first,
          const char *second,
          double a,
          double b)
{
  g_assert_cmpint (ring_catalogue_builder_add_menu (builder, id, id, 8), ==, RING_BUILD_OK);
  add_option (builder, first, 0, a);
  if (g_str_equal (id, "shape"))
    ring_catalogue_builder_set_field (builder, "cut", "round");
  add_option (builder, second, 1, b);
}

static void
add_part (RingCatalogueBuilder *builder,
          const char *part,
          const char *code,
          const char *finish,
          int z,
          double anchor,
          const char *xml)
{
  RingPart added = { .part = part,
                     .code = code,
                     .view = "front",
                     .finish = finish,
                     .anchor_y = anchor,
                     .z = z,
                     .xml = xml };

  g_assert_cmpint (ring_catalogue_builder_add_part (builder, &added), ==, RING_BUILD_OK);
}

enum
{
  SHAPE,
  SIZE,
  BAND,
  METAL,
  FINISH,
  RING_SIZE
};

static RingCatalogue *
make_catalogue (void)
{
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("test", "Test", "1", "EUR");
  RingCatalogue *catalogue;
  GError *error = NULL;

  add_menu (builder, "shape", "RD", "OV", 0, 0);
  add_menu (builder, "size", "050", "100", 5, 6.5);
  add_menu (builder, "band", "SD", "KE", 0, 0);
  add_menu (builder, "metal", "18Y", "PT", 0, 0);
  add_menu (builder, "finish", "P", "S", 0, 0);
  add_menu (builder, "ring-size", "070", "130", 7, 13);
  ring_catalogue_builder_set_fact (builder, "ramp:metal:18Y", "3c280a ffffb0");
  ring_catalogue_builder_set_fact (builder, "ramp:metal:PT", "202224 f0f4ff");
  ring_catalogue_builder_set_fact (builder, "ramp:shape:*", "001040 c0d0ff");
  add_part (builder, "stone", "RD-050", "", 20, -8.66, stone_xml);
  add_part (builder, "head", "RD-050", "", 30, -8.66, head_xml);
  add_part (builder, "shank", "SD", "", 0, 0, shank_xml);
  add_part (builder, "shank", "SD", "S", 0, 0, satin_xml);
  catalogue = ring_catalogue_builder_end (builder, &error);
  g_assert_no_error (error);
  return catalogue;
}

static cairo_surface_t *
paint_choice (RingCatalogueArt *art, const RingChoice *choice)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  GError *error = NULL;

  cairo_translate (cr, SIDE / 2, SIDE / 2);
  cairo_scale (cr, SCALE, SCALE);
  g_assert_true (ring_catalogue_art_paint (art, cr, choice, "front", &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  int column = (int) (SIDE / 2 + SCALE * x);
  int row = (int) (SIDE / 2 + SCALE * y);
  const guint8 *line = cairo_image_surface_get_data (surface)
                       + (gsize) row * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[column];
}

static void
test_paints (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  RingChoice choice = { .limited = FALSE };
  cairo_surface_t *gold = paint_choice (art, &choice);
  cairo_surface_t *platinum;
  cairo_surface_t *satin;

  g_assert_cmphex (pixel_at (gold, 1.5, 9.5) & 0xff000000, ==,
                   0xff000000); /* tone 0 below the centre */
  g_assert_cmphex (pixel_at (gold, 5, 0), ==, 0);
  g_assert_cmphex (pixel_at (gold, 2, -12), !=, 0xff123456);
  choice.option[METAL] = 1;
  platinum = paint_choice (art, &choice);
  g_assert_cmphex (pixel_at (gold, 9, 0), !=, pixel_at (platinum, 9, 0));
  g_assert_cmphex (pixel_at (gold, 2, -12), ==, pixel_at (platinum, 2, -12));
  choice.option[FINISH] = 1;
  satin = paint_choice (art, &choice);
  g_assert_cmphex (pixel_at (satin, 9, 0), !=, pixel_at (platinum, 9, 0));
  cairo_surface_destroy (gold);
  cairo_surface_destroy (platinum);
  cairo_surface_destroy (satin);
}

/* librsvg's picture and ours of the same ring. */
static void
test_resolve_is_the_same (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);

  for (guint metal = 0; metal < 2; metal++)
    for (guint size = 0; size < 2; size++)
      {
        RingChoice choice = { .option = { [METAL] = metal, [RING_SIZE] = size } };
        GError *error = NULL;
        g_autoptr (RingArt) resolved = ring_catalogue_art_resolve (art, &choice, "front", &error);
        RingItem *item;
        cairo_surface_t *got = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
        cairo_surface_t *expected = paint_choice (art, &choice);
        cairo_t *cr = cairo_create (got);

        g_assert_no_error (error);
        item = ring_item_new_artwork ("a", resolved);
        cairo_translate (cr, SIDE / 2, SIDE / 2);
        cairo_scale (cr, SCALE, SCALE);
        ring_paint_item (cr, item);
        cairo_destroy (cr);
        /* librsvg rounds colours and corners a little differently. */
        ring_test_assert_images ("resolved", got, expected, 24, 0);
        cairo_surface_destroy (got);
        cairo_surface_destroy (expected);
        ring_item_unref (item);
      }
}

/* At US 13 the shank grows by the ratio of the diameters; the head keeps its size and moves up. */
static void
test_size (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  RingChoice choice = { .limited = FALSE };
  RingRect seven = ring_catalogue_art_get_bounds (art, &choice, "front");
  RingRect thirteen;
  double ratio = (36.5468 + 2.5535 * 13) / 54.4213;

  g_assert_cmpfloat_with_epsilon (seven.x1, 10, 0.001);
  g_assert_cmpfloat_with_epsilon (seven.y0, -14, 0.001);
  choice.option[RING_SIZE] = 1;
  thirteen = ring_catalogue_art_get_bounds (art, &choice, "front");
  g_assert_cmpfloat_with_epsilon (thirteen.x1, 10 * ratio, 0.01);
  g_assert_cmpfloat_with_epsilon (thirteen.y0, -14 - 8.66 * (ratio - 1), 0.01);
}

static void
set_gem (RingDesign *design, const char *id, const char *ring)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_GEM, id);
  g_autoptr (RingRecord) record = NULL;
  RingGem gem = { .id = id, .ring = ring, .stone = "", .cut = RING_CUT_OVAL,
                  .species = ring_species_find ("sapphire"), .length = 8, .width = 6, .depth = 4 };
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Gem");

  gem.place.height = 7;
  gem.place.spin = 30;
  record = ring_gem_to_record (&gem, empty);
  ring_edit_set_record (edit, record);
  g_assert_true (ring_design_commit (design, edit));
}

/* The stone of the menus stands where the ring's own was, as wide and as deep as it is itself; that of
 * another ring is nobody's business. */
static void
test_carry_gem (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingRecord *ring
      = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  RingChoice choice = { .limited = FALSE };
  g_autoptr (GArray) gems = NULL;
  GError *error = NULL;
  RingGem gem;

  set_gem (design, "gother3333ring", "rother3333ring");
  set_gem (design, "gfirst4444ring", ring_record_get_id (ring));
  ring_design_commit (design, ring_carry_choice (design, art, &choice, 0, &error));
  g_assert_no_error (error);
  gems = ring_gem_list (ring_design_get_drawing (design), NULL);
  g_assert_cmpuint (gems->len, ==, 1);
  gem = g_array_index (gems, RingGem, 0);
  g_assert_cmpstr (gem.id, ==, "gfirst4444ring");
  g_assert_cmpint (gem.cut, ==, RING_CUT_ROUND);
  g_assert_cmpfloat (gem.length, ==, 5);
  g_assert_cmpfloat_with_epsilon (gem.width, 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (gem.place.height, ring_gem_usual_height (gem.cut, gem.depth), 1e-6);
  g_assert_cmpfloat (gem.place.spin, ==, 30);
  g_assert_true (ring_gem_init (&gem, ring_drawing_find_record (ring_design_get_drawing (design),
                                                                RING_RECORD_GEM, "gother3333ring")));
  g_assert_cmpint (gem.cut, ==, RING_CUT_OVAL);
  g_assert_cmpstr (gem.ring, ==, "rother3333ring");
}

/* What is drawn over a carried ring falls on the lines of its parts, after it was saved too. */
static void
test_carried_lines (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  g_autoptr (RingDesign) design = ring_design_new ();
  RingChoice choice = { .limited = FALSE };
  RingSnapLimits limits = { .reach = 0.5 };
  const RingLayer *layer;
  RingRect shank = ring_catalogue_art_get_part_bounds (art, &choice, "front", "shank");
  g_autoptr (RingSnapScene) scene = NULL;
  const RingArt *carried;
  guint n_outlines = 0;
  RingSnap snap;

  ring_design_commit (design, ring_carry_choice (design, art, &choice, 0, NULL));
  layer = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_UNDERLAY);
  carried = ring_item_get_art (ring_layer_get_item (layer, 0));
  for (guint i = 0; i < ring_art_get_n_paths (carried); i++)
    n_outlines += ring_art_path_is_outline (ring_art_get_path (carried, i));
  g_assert_cmpuint (n_outlines, ==, 3);
  scene = ring_snap_scene_new (ring_design_get_drawing (design),
                               ring_test_view (design, RING_VIEW_FRONT), NULL);
  ring_snap_find (scene, &limits, (RingPoint){ shank.x1 + 0.1, 1.3 }, &snap);
  g_test_message ("%d at %g, %g", snap.kind, snap.at.x, snap.at.y);
  g_assert_cmpint (snap.kind, ==, RING_SNAP_ON);
  g_assert_cmpfloat_with_epsilon (snap.at.x, shank.x1, 0.012);
  ring_snap_clear (&snap);
}

static void
test_missing (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  RingChoice choice = { .limited = FALSE };
  GError *error = NULL;

  g_assert_null (ring_catalogue_art_resolve (art, &choice, "three-quarter", &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (isfinite (ring_catalogue_art_get_bounds (art, &choice, "three-quarter").x0));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/catalogue-art/paints", test_paints);
  g_test_add_func ("/catalogue-art/resolve-is-the-same", test_resolve_is_the_same);
  g_test_add_func ("/catalogue-art/size", test_size);
  g_test_add_func ("/catalogue-art/carry-gem", test_carry_gem);
  g_test_add_func ("/catalogue-art/carried-lines", test_carried_lines);
  g_test_add_func ("/catalogue-art/missing", test_missing);
  return ring_test_run ();
}
