/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of every kind on every paper: nothing runs over their edges or into their feet, no row is cut, and what
 * cannot be printed is said. */
#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "ring-bench-sheet.h"
#include "ring-error.h"
#include "ring-export.h"
#include "ring-flow.h"
#include "ring-frame.h"
#include "ring-scale-card.h"
#include "ring-sheet-code.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const struct
{
  double width, height;
} papers[] = { { 210, 297 }, { 297, 210 }, { 215.9, 279.4 }, { 148, 210 }, { 297, 420 } };

static RingDrawing *
new_drawing (const char *words)
{
  const char *const commission[] = { "title", words, "client", words, "job", "2026/014", "quote", "1200", "currency",
                                     "EUR", "vary", words, "marks", words, "story", words, NULL };
  const char *const ring[] = { "label", words, "size", "54", "profile", "d", "width", "3", "alloy", "18ky", NULL };
  const char *const gem[] = { "cut", "round", "length", "6.5", NULL };
  const char *const setting[] = { "gem", "g1", "kind", "claws", NULL };
  const char *const layout[] = { "kind", "halo", "gem", "g1", NULL };
  const char *const stone[] = { "name", words, "cut", "oval", "length", "8", "width", "6", "text", words, NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingRecord *first
      = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  g_autofree char *id = g_strdup (ring_record_get_id (first));
  RingRecord *records[] = { ring_test_record (RING_RECORD_COMMISSION, "commission", commission),
                            ring_test_record (RING_RECORD_RING, id, ring),
                            ring_test_record (RING_RECORD_GEM, "g1", gem),
                            ring_test_record (RING_RECORD_SETTING, "e1", setting),
                            ring_test_record (RING_RECORD_LAYOUT, "y1", layout),
                            ring_test_record (RING_RECORD_STONE, "t1", stone) };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      ring_test_set_record (design, records[i]);
      ring_record_unref (records[i]);
    }
  return ring_drawing_ref (ring_design_get_drawing (design));
}

/* The page's ink lies within what printers reach. */
static void
assert_page (const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i)
{
  cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (ink);
  double x, y, w, h;

  ring_page_draw (cr, drawing, options, width, height, i);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (ink, &x, &y, &w, &h);
  cairo_surface_destroy (ink);
  g_test_message ("%s %.1f x %.1f page %u: %.1f %.1f to %.1f %.1f", ring_export_layout_name (options->layout), width,
                  height, i, x, y, x + w, y + h);
  g_assert_cmpfloat (w * h, >, 1000);
  g_assert_cmpfloat (x, >=, RING_FRAME_EDGE - 3);
  g_assert_cmpfloat (y, >=, RING_FRAME_EDGE - 1);
  g_assert_cmpfloat (x + w, <=, width - RING_FRAME_EDGE + 1.5);
  g_assert_cmpfloat (y + h, <=, height - RING_FRAME_EDGE + 1.5);
}

static void
assert_sheets (const RingDrawing *drawing)
{
  static const RingExportLayout layouts[] = { RING_EXPORT_CLIENT, RING_EXPORT_QUOTE, RING_EXPORT_BENCH };
  g_autoptr (RingShop) shop = ring_shop_new ("Atelier", "Goldgasse 7\nWien", "Half at once.\nNo returns.", drawing);

  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
      {
        RingExportOptions options;
        guint n;

        ring_export_options_init (&options);
        options.layout = layouts[l];
        options.shop = p % 2 == 0 ? shop : NULL;
        options.code = "RW/1/A/2026-11-27/0123456789ABCDEF";
        options.check_page = TRUE;
        n = ring_page_count (drawing, &options, papers[p].width, papers[p].height);
        g_assert_cmpuint (n, >=, 2);
        g_assert_cmpuint (n, <, 60);
        for (guint i = 0; i < n; i++)
          assert_page (drawing, &options, papers[p].width, papers[p].height, i);
      }
}

static void
test_papers (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ("A ring");

  assert_sheets (drawing);
}

/* Words as long as fields may be, and in one piece. */
static void
test_long (void)
{
  g_autofree char *words = g_strnfill (900, 'w');
  g_autoptr (RingDrawing) one_word = new_drawing (words);
  g_autoptr (RingDrawing) many = NULL;
  static const RingExportLayout layouts[] = { RING_EXPORT_QUOTE, RING_EXPORT_BENCH };

  for (guint i = 5; i < 900; i += 6)
    words[i] = ' ';
  many = new_drawing (words);
  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    {
      RingExportOptions options;

      ring_export_options_init (&options);
      options.layout = layouts[l];
      for (guint i = 0; i < ring_page_count (many, &options, 148, 210); i++)
        assert_page (many, &options, 148, 210, i);
      for (guint i = 0; i < ring_page_count (one_word, &options, 148, 210); i++)
        assert_page (one_word, &options, 148, 210, i);
    }
}

/* Each row is drawn once, on one page. */
static void
test_flow (void)
{
  const RingRect room = { 20, 20, 120, 100 };
  const RingFlowColumn columns[] = { { "A", 1 }, { "B", 2 } };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  guint last = 0, moved = 0;
  RingFlow flow;

  ring_flow_init (&flow, cr, room, room, RING_FLOW_NONE);
  ring_flow_heading (&flow, "Rows", 10);
  ring_flow_table_head (&flow, columns, 2);
  for (guint i = 0; i < 100; i++)
    {
      ring_flow_table_row (&flow, columns, 2, (const char *[]){ "one", i % 7 == 0 ? "one\ntwo\nthree" : NULL });
      g_assert_cmpfloat (flow.y, <=, room.y1 + 1.7);
      moved += flow.page != last;
      last = flow.page;
    }
  g_assert_cmpuint (moved, ==, flow.page);
  g_assert_cmpuint (moved, >=, 5);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
assert_refused (const RingDrawing *drawing, RingExportOptions *options, RingExportFormat format, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_export (drawing, format, options, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ("A ring");
  RingExportOptions options;

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_BENCH;
  options.paper_width = 105;
  options.paper_height = 148;
  assert_refused (drawing, &options, RING_EXPORT_PDF, "too small");
  options.paper_width = options.paper_height = 0;
  assert_refused (drawing, &options, RING_EXPORT_PNG, "choose a PDF");
  options.page = 99;
  assert_refused (drawing, &options, RING_EXPORT_PNG, "no page 99");
  options.layout = RING_EXPORT_RECEIPT;
  assert_refused (drawing, &options, RING_EXPORT_PDF, "Nothing was taken in");
}

/* A code says what it is of, however it is typed; another design, or one changed, is another. */
static void
test_code (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ("A ring");
  g_autoptr (RingDrawing) other
      = ring_test_with_record (drawing, RING_RECORD_GEM, "g2", (const char *const[]){ "cut", "oval", NULL });
  g_autofree char *code = ring_sheet_code_make (drawing);
  g_autofree char *lower = g_utf8_strdown (code, -1);
  g_autoptr (GError) error = NULL;
  const RingRecord *revision;
  RingSheetMatch match;

  g_assert_true (g_str_has_prefix (code, "RW/2026-014/-/"));
  g_assert_true (ring_sheet_code_match (drawing, lower, &match, &revision, NULL));
  g_assert_cmpint (match, ==, RING_SHEET_IS_PRESENT);
  g_assert_true (ring_sheet_code_match (other, code, &match, &revision, NULL));
  g_assert_cmpint (match, ==, RING_SHEET_IS_OTHER);
  g_assert_null (revision);
  g_assert_false (ring_sheet_code_match (drawing, "RW/1/A/2026-11-27/0123", &match, &revision, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_SYNTAX);
}

/* A page that a printer prints too small is drawn as much larger, about its middle. */
static void
test_correction (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ("A ring");
  RingExportOptions options;
  double w[2];

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_BENCH;
  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, h;

      options.correct_x = i == 0 ? 1 : 1.02;
      ring_page_draw (cr, drawing, &options, 210, 297, 0);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (ink, &x, &y, &w[i], &h);
      cairo_surface_destroy (ink);
    }
  /* Extents of ink are whole millimetres. */
  g_assert_cmpfloat_with_epsilon (w[1] / w[0], 1.02, 0.01);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/sheets/papers", test_papers);
  g_test_add_func ("/sheets/long", test_long);
  g_test_add_func ("/sheets/flow", test_flow);
  g_test_add_func ("/sheets/refused", test_refused);
  g_test_add_func ("/sheets/code", test_code);
  g_test_add_func ("/sheets/correction", test_correction);
  return ring_test_run ();
}
