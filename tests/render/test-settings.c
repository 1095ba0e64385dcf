/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind of setting with a gem that it suits, in the four views of its ring: lit, and some in
 * lines. docs/settings.md shows the first picture. */
#include "ring-gem-setting.h"
#include "ring-guides.h"
#include "ring-rings.h"
#include "ring-test-image.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define SCALE 18.0 /* pixels for a mm of the ring */
#define CELL_WIDTH 12.5
#define CELL_HEIGHT 9.5
#define COLUMNS 4

typedef struct
{
  RingSettingKind kind;
  RingCut cut;
  const char *species;
  double length, width;
  const char *alloy;
} Row;

static const Row rows[] = {
  { RING_SETTING_CLAWS, RING_CUT_ROUND, "diamond", 6.5, 6.5, "pt950" },
  { RING_SETTING_BASKET, RING_CUT_OVAL, "sapphire", 8, 6, "18ky" },
  { RING_SETTING_PEG, RING_CUT_PEAR, "aquamarine", 8, 5.5, "18kw" },
  { RING_SETTING_BEZEL, RING_CUT_EMERALD, "emerald", 7, 5, "18ky" },
  { RING_SETTING_HALF_BEZEL, RING_CUT_ROUND, "citrine", 6, 6, "18kr" },
  { RING_SETTING_COLLET, RING_CUT_CUSHION, "ruby", 6, 6, "18ky" },
  { RING_SETTING_CHANNEL, RING_CUT_PRINCESS, "diamond", 3, 3, "18kw" },
  { RING_SETTING_BAR, RING_CUT_BAGUETTE, "diamond", 4, 2, "pt950" },
  { RING_SETTING_FLUSH, RING_CUT_ROUND, "ruby", 2, 2, "18kr" },
};

static void
set_ring (RingDesign *design, const Row *row)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_RING, NULL);
  g_autoptr (RingRecord) base
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_RING, "ring");
  g_autoptr (RingRecord) alloyed = ring_record_with (base, "alloy", row->alloy);
  /* A flush stone wants metal round it. */
  g_autoptr (RingRecord) wide
      = ring_record_with (alloyed, "width", row->kind == RING_SETTING_FLUSH ? "4.5" : NULL);
  g_autoptr (RingRecord) ring
      = ring_record_with (wide, "thickness", row->kind == RING_SETTING_FLUSH ? "2.4" : NULL);
  RingEdit *edit = ring_edit_new (drawing, "Ring");

  ring_edit_set_record (edit, ring);
  ring_design_commit (design, edit);
}

static RingDesign *
make_design (const Row *row, RingGemStyle style)
{
  RingDesign *design = ring_design_new ();
  g_autoptr (RingTool) gem = ring_tool_new (RING_TOOL_GEM, design);
  g_autoptr (RingTool) setting = ring_tool_new (RING_TOOL_SETTING, design);
  RingGemChoice choice = { row->cut, ring_species_find (row->species), row->length, row->width };

  set_ring (design, row);
  ring_tool_set_gem (gem, &choice, style);
  g_assert_true (ring_test_tap (gem, ring_test_view (design, RING_VIEW_TOP), 0, 0));
  ring_tool_set_setting (setting, row->kind);
  g_assert_true (ring_test_tap (setting, ring_test_view (design, RING_VIEW_TOP), 0, 0));
  return design;
}

/* Only the head, which lies at the top of the ring. */
static void
paint_cell (cairo_t *cr, const RingDrawing *drawing, RingViewKind kind, int column, int line)
{
  static const double middle[COLUMNS][2] = { { 0, 0 }, { 0, -10.5 }, { 0, -10.5 }, { 0.3, -10.5 } };
  const RingView *view = NULL;

  /* Of several rings the last one's. */
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    if (ring_view_get_head (ring_drawing_get_view (drawing, i))->kind == kind)
      view = ring_drawing_get_view (drawing, i);
  cairo_save (cr);
  cairo_translate (cr, column * CELL_WIDTH, line * CELL_HEIGHT);
  cairo_rectangle (cr, 0.3, 0.2, CELL_WIDTH - 0.6, CELL_HEIGHT - 0.4);
  cairo_clip (cr);
  cairo_translate (cr, CELL_WIDTH / 2 - middle[column][0], CELL_HEIGHT / 2 - middle[column][1]);
  ring_guides_paint (cr, drawing, view, RING_PAPER_WHITE);
  cairo_restore (cr);
}

static cairo_surface_t *
paint (guint n, RingGemStyle style, gboolean fitted)
{
  static const RingViewKind kinds[COLUMNS]
      = { RING_VIEW_TOP, RING_VIEW_FRONT, RING_VIEW_SIDE, RING_VIEW_THREE_QUARTER };
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (COLUMNS * CELL_WIDTH * SCALE), (int) (n * CELL_HEIGHT * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.992, 0.988, 0.972);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RingDesign) design = make_design (&rows[i], style);

      if (fitted)
        ring_test_commit (design,
                          ring_rings_add (design,
                                          ring_rings_get (ring_design_get_drawing (design), 0),
                                          TRUE, NULL, NULL));
      for (int k = 0; k < COLUMNS; k++)
        paint_cell (cr, ring_design_get_drawing (design), kinds[k], k, (int) i);
    }
  cairo_destroy (cr);
  return surface;
}

static void
test_lit (void)
{
  cairo_surface_t *got = paint (G_N_ELEMENTS (rows), RING_GEM_LIT, FALSE);

  ring_test_assert_picture ("render/settings-lit.png", got, 0, 0);
  cairo_surface_destroy (got);
}

static void
test_lines (void)
{
  cairo_surface_t *got = paint (3, RING_GEM_LINE, FALSE);

  ring_test_assert_picture ("render/settings-lines.png", got, 0, 0);
  cairo_surface_destroy (got);
}

/* The outline of a ring in the views of the band that fits it. */
static void
test_beside (void)
{
  cairo_surface_t *got = paint (2, RING_GEM_LIT, TRUE);

  ring_test_assert_picture ("render/rings-beside.png", got, 0, 0);
  cairo_surface_destroy (got);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/settings/lit", test_lit);
  g_test_add_func ("/settings/lines", test_lines);
  g_test_add_func ("/settings/beside", test_beside);
  return ring_test_run ();
}
