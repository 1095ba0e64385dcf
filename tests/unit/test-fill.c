/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colour between lines: the tones of each form, the fill tool, and what one fill is to the next. */
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-view-lines.h"

#include <math.h>

/* ----------------------------------------------------------------- forms */

static void
paint_cb (RingRegionMask *mask, RingRect window, gpointer data)
{
  ring_region_mask_line (mask, data, NULL, 0.1);
}

/* The tones of a bar of 12 x 3 mm, turned by DEGREES. */
static GArray *
make_bar (RingForm form, double degrees)
{
  double a = degrees * G_PI / 180;
  RingMatrix turn = { cos (a), sin (a), -sin (a), cos (a), 0, 0 };
  g_autoptr (RingPath) bar = ring_path_from_svg ("M-6-1.5H6V1.5H-6z", 0, NULL);
  g_autoptr (RingPath) turned = ring_path_transform (bar, &turn);
  RingRegionQuery query = { { 0, 0 }, { -9, -9, 9, 9 }, 0, 0.005, 0.1 };
  g_autoptr (RingRegion) region = ring_region_find (&query, paint_cb, turned, NULL);

  g_assert_nonnull (region);
  return ring_form_shapes (region, form, 1e-4);
}

static const RingPath *
find_tone (const GArray *shapes, RingMetalTone tone)
{
  for (guint i = 0; i < shapes->len; i++)
    if (g_array_index (shapes, RingFormShape, i).tone == tone)
      return g_array_index (shapes, RingFormShape, i).path;
  return NULL;
}

/* The middle of what PATH covers, by looking; *N is how much it is. */
static RingPoint
look (const RingPath *path, int *n)
{
  RingPoint sum = { 0, 0 };

  *n = 0;

  for (double y = -9; y <= 9; y += 0.1)
    for (double x = -9; x <= 9; x += 0.1)
      if (ring_path_contains (path, (RingPoint){ x, y }))
        {
          sum.x += x;
          sum.y += y;
          (*n)++;
        }
  g_assert_cmpint (*n, >, 0);
  return (RingPoint){ sum.x / *n, sum.y / *n };
}

static RingPoint
middle (const RingPath *path)
{
  int n;

  return look (path, &n);
}

/* How far towards the light, which comes from the upper left. */
static double
towards_light (RingPoint p)
{
  return -(p.x + p.y) * G_SQRT2 / 2;
}

static void
test_light_from_upper_left (void)
{
  static const RingForm round[] = { RING_FORM_HALF_ROUND, RING_FORM_WIRE };

  for (guint f = 0; f < G_N_ELEMENTS (round); f++)
    for (int degrees = 0; degrees < 180; degrees += 60)
      {
        g_autoptr (GArray) shapes = make_bar (round[f], degrees);
        const RingPath *light = find_tone (shapes, RING_METAL_TONE_LIGHT);
        const RingPath *deep = find_tone (shapes, RING_METAL_TONE_DEEP);

        g_assert_nonnull (light);
        g_assert_nonnull (deep);
        g_assert_cmpfloat (towards_light (middle (light)), >, 0.1);
        g_assert_cmpfloat (towards_light (middle (deep)), <, -0.1);
      }
}

/* The dark line is a part of the shade, and the highlight one of the light. */
static void
test_inner_tones (void)
{
  static const RingMetalTone pairs[][2] = { { RING_METAL_TONE_SHADE, RING_METAL_TONE_DEEP },
                                           { RING_METAL_TONE_LIGHT, RING_METAL_TONE_HIGHLIGHT } };
  g_autoptr (GArray) shapes = make_bar (RING_FORM_HALF_ROUND, 0);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      int outer, inner;

      look (find_tone (shapes, pairs[i][0]), &outer);
      look (find_tone (shapes, pairs[i][1]), &inner);
      g_assert_cmpint (inner * 4, <, outer * 3);
    }
}

/* A hollow is lit on the other side. */
static void
test_concave (void)
{
  g_autoptr (GArray) shapes = make_bar (RING_FORM_CONCAVE, 0);

  g_assert_cmpfloat (towards_light (middle (find_tone (shapes, RING_METAL_TONE_LIGHT))), <, -0.1);
  g_assert_cmpfloat (towards_light (middle (find_tone (shapes, RING_METAL_TONE_DEEP))), >, 0.1);
}

static void
assert_inside (const RingPath *inner, const RingPath *outer)
{
  g_autoptr (GPtrArray) loops = ring_path_flatten (inner, 0.01);

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *points = g_ptr_array_index (loops, i);

      for (guint k = 0; k < points->len; k++)
        g_assert_true (ring_path_contains (outer, g_array_index (points, RingPoint, k)));
    }
}

/* No tone stands out over the base, and the order is the one to paint in. */
static void
test_tones_in_the_base (void)
{
  for (guint form = 0; form < RING_N_FORMS; form++)
    for (int degrees = 0; degrees < 90; degrees += 50)
      {
        g_autoptr (GArray) shapes = make_bar ((RingForm) form, degrees);
        const RingFormShape *base = &g_array_index (shapes, RingFormShape, 0);

        g_assert_cmpuint (base->tone, ==, RING_METAL_TONE_BASE);
        g_assert_cmpuint (shapes->len, >=, form == RING_FORM_PLAIN ? 1 : 4);
        for (guint i = 1; i < shapes->len; i++)
          {
            const RingFormShape *shape = &g_array_index (shapes, RingFormShape, i);

            g_assert_cmpuint (shape->tone, >, shape[-1].tone);
            assert_inside (shape->path, base->path);
          }
      }
}

static void
test_names (void)
{
  for (guint i = 0; i < RING_N_FORMS; i++)
    {
      RingForm form = RING_N_FORMS;

      g_assert_true (ring_form_find (ring_form_id ((RingForm) i), &form));
      g_assert_cmpuint (form, ==, i);
    }
  for (guint i = 0; i < ring_metal_paint_get_n (); i++)
    g_assert_true (ring_metal_paint_find (ring_metal_paint_get (i)->id) == ring_metal_paint_get (i));
  g_assert_null (ring_metal_paint_find ("tin"));
}

static double
brightness (guint32 rgba)
{
  return 0.299 * (rgba >> 24) + 0.587 * (rgba >> 16 & 0xff) + 0.114 * (rgba >> 8 & 0xff);
}

static void
test_metals (void)
{
  for (guint i = 0; i < ring_metal_paint_get_n (); i++)
    {
      const RingMetalPaint *metal = ring_metal_paint_get (i);
      static const RingMetalTone order[] = { RING_METAL_TONE_DEEP, RING_METAL_TONE_SHADE, RING_METAL_TONE_BASE,
                                        RING_METAL_TONE_LIGHT, RING_METAL_TONE_HIGHLIGHT };

      for (guint k = 1; k < G_N_ELEMENTS (order); k++)
        g_assert_cmpfloat (brightness (ring_metal_paint_tone (metal, order[k])), >,
                           brightness (ring_metal_paint_tone (metal, order[k - 1])) + 5);
      g_assert_cmphex (ring_metal_paint_tone (metal, RING_METAL_TONE_BASE), ==, metal->base << 8 | 0xff);
    }
}

/* ----------------------------------------------------------------- the tool */

#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define METAL ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_METAL)

static const RingArtPath *
shape_at (RingDesign *design, gsize i)
{
  return ring_art_get_path (ring_item_get_art (ring_layer_get_item (METAL, i)), 0);
}

/* The band between the finger circle and its outer line, with nothing drawn yet. */
#define BAND_X 9.5

static void
test_band (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);
  const RingMetalPaint *gold = ring_metal_paint_find ("18ky");
  gsize n;

  g_assert_true (ring_test_tap (tool, FRONT, BAND_X, 0));
  n = ring_layer_get_n_items (METAL);
  g_assert_cmpuint (n, ==, RING_N_METAL_TONES);
  for (gsize i = 0; i < n; i++)
    {
      const RingArt *art = ring_item_get_art (ring_layer_get_item (METAL, i));

      g_assert_cmpstr (ring_art_get_tone (art), ==, ring_metal_tone_id ((RingMetalTone) i));
      g_assert_cmphex (shape_at (design, i)->fill, ==, ring_metal_paint_tone (gold, (RingMetalTone) i));
    }
  g_assert_true (ring_path_contains (shape_at (design, 0)->path, (RingPoint){ 0, 9.5 }));
  g_assert_false (ring_path_contains (shape_at (design, 0)->path, (RingPoint){ 0, 0 }));
  /* One step. */
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_layer_get_n_items (METAL), ==, 0);
}

static void
test_again_replaces (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);
  RingFillChoice choice;

  ring_fill_choice_init (&choice);
  g_assert_true (ring_test_tap (tool, FRONT, BAND_X, 0));
  choice.form = RING_FORM_PLAIN;
  choice.colour = 0x1f3fb8ff;
  ring_tool_set_fill (tool, &choice);
  g_assert_true (ring_test_tap (tool, FRONT, 0, BAND_X));
  g_assert_cmpuint (ring_layer_get_n_items (METAL), ==, 1);
  g_assert_cmphex (shape_at (design, 0)->fill, ==, 0x1f3fb8ff);
  /* The hole within is a region of its own: both stay. */
  g_assert_true (ring_test_tap (tool, FRONT, 0, 2));
  g_assert_cmpuint (ring_layer_get_n_items (METAL), ==, 2);
  g_assert_true (ring_design_undo (design));
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_layer_get_n_items (METAL), ==, RING_N_METAL_TONES);
}

static void
test_alloy (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);
  const RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingRecord) ring
      = ring_record_with (ring_drawing_find_ring (drawing, NULL), "alloy", "pt950");

  ring_test_set_record (design, ring);
  g_assert_true (ring_test_tap (tool, FRONT, BAND_X, 0));
  g_assert_cmphex (shape_at (design, 0)->fill, ==,
                   ring_metal_paint_tone (ring_metal_paint_find ("pt950"), RING_METAL_TONE_BASE));
}

static void
test_leaks (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);

  g_assert_false (ring_test_tap (tool, FRONT, 13, -15));
  g_assert_nonnull (ring_tool_get_complaint (tool));
  g_assert_false (ring_design_get_can_undo (design));
  g_assert_true (ring_test_tap (tool, FRONT, BAND_X, 0));
  g_assert_null (ring_tool_get_complaint (tool));
}

/* How many of the points of a grid lie in both. */
static guint
count_common (const RingPath *a, const RingPath *b)
{
  RingRect bounds = ring_path_get_bounds (a);
  guint n = 0;

  for (double y = bounds.y0; y <= bounds.y1; y += 0.1)
    for (double x = bounds.x0; x <= bounds.x1; x += 0.1)
      n += ring_path_contains (a, (RingPoint){ x, y }) && ring_path_contains (b, (RingPoint){ x, y });
  return n;
}

/* Claws stand on the band and lie on their stone without a line between: colour for the band goes
 * neither under the one nor over the other, be they lit or in lines. */
static void
test_settings_bound (void)
{
  static const struct
  {
    RingViewKind view;
    RingPoint on_band, on_stone;
  } cases[] = {
    { RING_VIEW_FRONT, { 0, 9.5 }, { 0, -13 } },
    { RING_VIEW_TOP, { 7, 0 }, { 0, 0 } },
    { RING_VIEW_SIDE, { 0, 5 }, { 0, -13 } },
  };

  for (guint style = RING_GEM_LINE; style <= RING_GEM_LIT; style++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      g_autoptr (RingTool) gem = ring_tool_new (RING_TOOL_GEM, design);
      g_autoptr (RingTool) setting = ring_tool_new (RING_TOOL_SETTING, design);
      RingGemChoice choice;
      RingFillChoice fill;

      ring_gem_choice_init (&choice);
      ring_tool_set_gem (gem, &choice, (RingGemStyle) style);
      ring_fill_choice_init (&fill);
      ring_tool_set_setting (setting, RING_SETTING_CLAWS);
      g_assert_true (ring_test_tap (gem, ring_test_view (design, RING_VIEW_TOP), 0, 0));
      g_assert_true (ring_test_tap (setting, ring_test_view (design, RING_VIEW_TOP), 0, 0));
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          const RingDrawing *drawing = ring_design_get_drawing (design);
          RingView *view = ring_drawing_get_view_by_kind (drawing, cases[i].view);
          g_autoptr (RingRegion) region
              = ring_fill_find (drawing, view, cases[i].on_band, &fill, NULL);
          g_autoptr (GArray) metal = ring_view_metal_lines (drawing, ring_view_get_head (view));

          g_assert_nonnull (region);
          g_assert_cmpuint (metal->len, ==, 1);
          /* A point or two lie on the edge between them. */
          g_assert_cmpuint (count_common (g_array_index (metal, RingViewLine, 0).path,
                                          region->outline),
                            <, 8);
          g_assert_false (ring_path_contains (region->outline, cases[i].on_stone));
        }
    }
}

/* A line across the finger hole, by INSTRUMENT in COLOUR. */
static void
draw_line (RingDesign *design, RingInstrument instrument, guint32 colour)
{
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  RingSample sample = { .x = -9.2, .y = 1, .pressure = 0.8 };
  RingStrokeStyle style;

  ring_stroke_style_init (&style, instrument, 1);
  style.colour = colour;
  ring_tool_set_style (pen, &style);
  g_assert_true (ring_tool_begin (pen, FRONT, RING_TEST_PIXEL, &sample, 0, NULL));
  for (int i = 1; i <= 40; i++)
    {
      sample.x = -9.2 + 18.4 * i / 40;
      sample.time = (guint32) i * 8;
      ring_tool_update (pen, &sample, 1);
    }
  g_assert_true (ring_tool_end (pen));
}

static void
test_what_bounds (void)
{
  static const struct
  {
    RingInstrument instrument;
    guint32 colour;
    RingFillBounds bounds;
    gboolean stops;
  } cases[] = {
    { RING_INSTRUMENT_PEN, 0x2b2b30ff, RING_FILL_DISTINCT, TRUE },
    { RING_INSTRUMENT_PENCIL, 0x2b2b30ff, RING_FILL_DISTINCT, TRUE },
    { RING_INSTRUMENT_PEN, 0xa0b0c0ff, RING_FILL_DISTINCT, FALSE },
    { RING_INSTRUMENT_PEN, 0xa0b0c0ff, RING_FILL_ALL, TRUE },
    { RING_INSTRUMENT_PEN, 0x2b2b30ff, RING_FILL_RING, FALSE },
    { RING_INSTRUMENT_WASH, 0x2b2b3060, RING_FILL_ALL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);
      RingFillChoice choice;

      draw_line (design, cases[i].instrument, cases[i].colour);
      ring_fill_choice_init (&choice);
      choice.form = RING_FORM_PLAIN;
      choice.bounds = cases[i].bounds;
      ring_tool_set_fill (tool, &choice);
      g_assert_true (ring_test_tap (tool, FRONT, 0, -3));
      g_assert_cmpint (ring_path_contains (shape_at (design, 0)->path, (RingPoint){ 0, 4 }), ==,
                       !cases[i].stops);
    }
}

/* A constructed circle bounds, as drawn lines do. */
static void
test_figure_bounds (void)
{
  static const RingPoint points[] = { { 0, 0 }, { 3, 0 } };
  RingFigure circle = { .form = RING_FIGURE_CIRCLE,
                        .points = points,
                        .n_points = 2,
                        .text = "",
                        .colour = 0x2b2b30ff,
                        .width = 0.1,
                        .size = 1,
                        .paper = 0.25 };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);
  g_autofree char *id = ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_FIGURE));
  g_autoptr (RingItem) item = ring_item_new_figure (id, &circle);
  const RingLayer *ink = ring_view_get_layer_by_role (FRONT, RING_ROLE_INK);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "");

  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (ink)->id, item));
  ring_test_commit (design, edit);
  g_assert_true (ring_test_tap (tool, FRONT, 0, 1));
  g_assert_cmpfloat_with_epsilon (ring_path_get_bounds (shape_at (design, 0)->path).x1, 3, 0.05);
}

/* The same drawing gives the same shapes. */
static void
test_repeats (void)
{
  g_autoptr (RingPath) first = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_FILL, design);

      g_assert_true (ring_test_tap (tool, FRONT, BAND_X, 0));
      if (i == 0)
        first = ring_path_ref (shape_at (design, 1)->path);
      else
        g_assert_true (ring_path_equal (first, shape_at (design, 1)->path));
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/fill/light-from-upper-left", test_light_from_upper_left);
  g_test_add_func ("/fill/inner-tones", test_inner_tones);
  g_test_add_func ("/fill/concave", test_concave);
  g_test_add_func ("/fill/tones-in-the-base", test_tones_in_the_base);
  g_test_add_func ("/fill/names", test_names);
  g_test_add_func ("/fill/metals", test_metals);
  g_test_add_func ("/fill/band", test_band);
  g_test_add_func ("/fill/again-replaces", test_again_replaces);
  g_test_add_func ("/fill/alloy", test_alloy);
  g_test_add_func ("/fill/settings-bound", test_settings_bound);
  g_test_add_func ("/fill/leaks", test_leaks);
  g_test_add_func ("/fill/what-bounds", test_what_bounds);
  g_test_add_func ("/fill/figure-bounds", test_figure_bounds);
  g_test_add_func ("/fill/repeats", test_repeats);
  return ring_test_run ();
}
