/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Receipts, one page for each thing that was taken in, however much is written; and what a stone is cut to,
 * which lies in what it was. */
#include <cairo-pdf.h>
#include <math.h>

#include "ring-error.h"
#include "ring-export.h"
#include "ring-receipt.h"
#include "ring-recut-paint.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const char *const stone[] = { "name", "Grandmother’s diamond", "cut", "round", "length", "7.1", "width", "7.0",
                                     "depth", "4.3", NULL };

static RingDrawing *
new_drawing (const char *condition, guint n)
{
  const char *const fields[] = { "stone", "tone", "at", "2026-11-22", "condition", condition,
                                 "risks", "unsetting hidden heat treatment weight report antique", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingRecord) card = ring_test_record (RING_RECORD_STONE, "tone", stone);

  ring_test_set_record (design, card);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_TAKE_IN, id, fields);

      ring_test_set_record (design, record);
    }
  return ring_drawing_ref (ring_design_get_drawing (design));
}

/* Where its ink ends, mm. */
static double
foot_of (const RingDrawing *drawing)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  ring_receipt_draw (cr, drawing, 210, 297, 0);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, 15);
  g_assert_cmpfloat (x + width, <=, 195);
  return y + height;
}

/* A page that holds much is written smaller: nothing runs over the edge or into the bars. */
static void
test_fits (void)
{
  g_autofree char *long_words = g_strnfill (600, 'w');
  g_autoptr (RingDrawing) drawing = new_drawing ("A chip", 3);
  g_autoptr (RingDrawing) much = new_drawing (long_words, 1);

  for (guint i = 4; i < 600; i += 5)
    long_words[i] = ' ';
  g_assert_cmpuint (ring_receipt_count (drawing), ==, 3);
  g_assert_cmpfloat (foot_of (drawing), <=, 297 - 16);
  g_assert_cmpfloat (foot_of (much), <=, 297 - 16);
}

static void
test_none (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ("", 0);
  g_autoptr (GError) error = NULL;
  RingExportOptions options;

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_RECEIPT;
  g_assert_null (ring_export (drawing, RING_EXPORT_PDF, &options, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

/* Of a plan with other cuts and sizes nothing is drawn outside of the stone as it was. */
static void
test_recut (void)
{
  static const struct
  {
    const char *cut, *length, *width, *depth, *new_cut, *sound;
  } plans[] = {
    { "round", "7.1", "7.0", "4.3", NULL, "6.5" }, { "oval", "8.1", "5.9", "4.1", "round", "5.5" },
    { "old-mine", "6", "5.8", "4", "cushion", NULL }, { "emerald", "8", "6", "4", "asscher", "5" },
    { "pear", "9", "6", "3.7", NULL, "5.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      const char *const fields[] = { "cut", plans[i].cut, "length", plans[i].length, "width", plans[i].width,
                                     "depth", plans[i].depth, "recut", "shape", NULL };
      g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_STONE, "tone", fields);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height, scale;
      RingStoneRecut recut;
      g_autoptr (GError) error = NULL;
      const char *folder = g_getenv ("RING_TEST_OUTPUT");

      ring_record_set (&record, "recut-cut", plans[i].new_cut);
      ring_record_set (&record, "recut-width", plans[i].sound);
      g_assert_true (ring_stone_recut_init (&recut, record, &error));
      g_assert_no_error (error);
      scale = ring_recut_paint (cr, &recut, (RingRect){ 0, 0, 600, 240 }, 1, 0xa51d2dff);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_test_message ("%s: %g %g %g %g at %g", plans[i].cut, x, y, width, height, scale);
      g_assert_cmpfloat (width, <=, scale * 2.25 * recut.before.length + 4);
      g_assert_cmpfloat (height, <=, scale * fmax (recut.before.width, recut.before.depth) + 4);
      if (folder != NULL)
        {
          g_autofree char *name = g_strdup_printf ("%s/recut-%u.png", folder, i);
          cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 240);
          cairo_t *on = cairo_create (image);

          cairo_set_source_rgb (on, 1, 1, 1);
          cairo_paint (on);
          cairo_set_source_surface (on, surface, 0, 0);
          cairo_paint (on);
          cairo_destroy (on);
          cairo_surface_write_to_png (image, name);
          cairo_surface_destroy (image);
        }
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/receipt/fits", test_fits);
  g_test_add_func ("/receipt/none", test_none);
  g_test_add_func ("/receipt/recut", test_recut);
  return ring_test_run ();
}
