/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Receipts, one page for each thing that was taken in, however much is written; and what a stone is cut to,
 * which lies in what it was. */
#include <cairo-pdf.h>
#include <math.h>

#include "ring-error.h"
#include "ring-export.h"
#include "ring-photo-file.h"
#include "ring-photo-list.h"
#include "ring-plot.h"
#include "ring-receipt.h"
#include "ring-recut-paint.h"
#include "ring-test-image.h"
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
  RingExportOptions options;
  double x, y, width, height;

  ring_export_options_init (&options);
  options.scale_bar = FALSE;
  ring_receipt_draw (cr, drawing, &options, 210, 297, 0);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, 15);
  g_assert_cmpfloat (x + width, <=, 195);
  return y + height;
}

static void
assert_fits (const RingDrawing *drawing)
{
  double foot = foot_of (drawing);

  g_assert_cmpfloat (foot, <=, 297 - 28);
  /* The signatures stand at the foot, whatever is above them. */
  g_assert_cmpfloat (foot, >=, 297 - 44);
}

/* A page that holds much is written smaller: nothing runs over the edge or into the bars. A word may be as
 * long as it likes. */
static void
test_fits (void)
{
  RingExportOptions options;
  g_autofree char *words = g_strnfill (600, 'w');
  g_autoptr (RingDrawing) drawing = new_drawing ("A chip", 3);
  g_autoptr (RingDrawing) one_word = new_drawing (words, 1);
  g_autoptr (RingDrawing) much = NULL;

  for (guint i = 4; i < 600; i += 5)
    words[i] = ' ';
  much = new_drawing (words, 1);
  ring_export_options_init (&options);
  g_assert_cmpuint (ring_receipt_count (drawing, &options, 210, 297), ==, 3);
  assert_fits (drawing);
  assert_fits (one_word);
  assert_fits (much);
}

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A stone on a cloth, in another light each time. */
static RingPhoto *
new_photo (double light)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 320, 240);
  cairo_t *cr = cairo_create (surface);
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RingPhoto *photo;

  cairo_set_source_rgb (cr, 0.45 * light, 0.35 * light, 0.3 * light);
  cairo_paint (cr);
  cairo_arc (cr, 160, 120, 80, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.8 * light, 0.85 * light, light);
  cairo_fill (cr);
  cairo_rectangle (cr, 125, 85, 70, 70);
  cairo_set_source_rgb (cr, light, light, light);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, array);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (array);
  photo = ring_photo_read (bytes, NULL, &error);
  g_assert_no_error (error);
  return photo;
}

static void
add_photo (RingDesign *design, double light, const char *caption)
{
  g_autoptr (RingPhoto) photo = new_photo (light);
  g_autoptr (GPtrArray) list = NULL;
  const RingRecord *last;
  RingEdit *edit;

  ring_test_commit (design, ring_photo_list_add (design, "tone", photo, NULL));
  list = ring_photo_list (ring_design_get_drawing (design), "tone");
  last = list->pdata[list->len - 1];
  edit = ring_photo_list_caption (design, ring_record_get_id (last), caption);
  if (edit != NULL)
    ring_test_commit (design, edit);
}

static cairo_surface_t *
paint (const RingDrawing *drawing, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 840, 1188);
  cairo_t *cr = cairo_create (surface);
  RingExportOptions options;

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_RECEIPT;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 4, 4);
  ring_page_draw (cr, drawing, &options, 210, 297, page);
  cairo_destroy (cr);
  return surface;
}

/* The pages that a client signs: an heirloom with its photos, plan and risks; metal, of which not all is known,
 * with lines to write on. */
static void
test_pages (void)
{
  static const char *const commission[]
      = { "title", "Grandmother’s ring", "client", "Ana Ruiz", "currency", "EUR", NULL };
  static const char *const card[]
      = { "name", "Grandmother’s diamond", "species", "diamond", "cut", "old European", "length", "7.1",
          "width", "7.0", "depth", "4.3", "measured", "measured", "carat", "1.32", "carat-measured", "measured",
          "status", "own", NULL };
  static const char *const taken[]
      = { "stone", "tone", "at", "2026-11-22", "from", "Ana Ruiz", "by", "M. Keller", "description",
          "In a ring of 585 gold, six claws, one worn through", "weight", "3.42", "condition",
          "A chip of 0.4 mm at the girdle beside the second claw; scratches on the table", "value", "4200",
          "risks", "unsetting hidden weight report", "risks-text", "The worn claw may break.", NULL };
  static const char *const metal[]
      = { "at", "2026-11-22", "from", "Ana Ruiz", "description", "Two wedding rings and a chain", "weight",
          "10.35", "fineness", "585", "tested", "touchstone", "use", "credited", "credit", "390", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  RingRecord *records[]
      = { ring_test_record (RING_RECORD_COMMISSION, "commission", commission),
          ring_test_record (RING_RECORD_STONE, "tone", card),
          ring_test_record (RING_RECORD_TAKE_IN, "a1", taken),
          ring_test_record (RING_RECORD_TAKE_IN, "a2", metal) };
  cairo_surface_t *page;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      ring_test_set_record (design, records[i]);
      ring_record_unref (records[i]);
    }
  add_photo (design, 0.9, "Face up, by daylight");
  add_photo (design, 0.7, "");
  add_photo (design, 0.5, "");
  page = paint (ring_design_get_drawing (design), 0);
  ring_test_assert_picture ("render/receipt-stone.png", page, 8, 60);
  cairo_surface_destroy (page);
  page = paint (ring_design_get_drawing (design), 1);
  ring_test_assert_picture ("render/receipt-metal.png", page, 8, 60);
  cairo_surface_destroy (page);
}

static void
add_mark (RingDesign *design, RingPlotWhen when, RingPlotSide side, RingPlotMark mark, const char *d)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingPath) outline = ring_path_from_svg (d, 0, &error);
  RingEdit *edit = outline != NULL ? ring_plot_add (design, "tone", when, side, mark, outline, &error) : NULL;

  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

/* A feather inside, a chip at the girdle that reaches the pavilion, and a stone that is to lose both. */
static RingDesign *
new_marked (const char *condition)
{
  const char *const taken[]
      = { "stone", "tone", "at", "2026-11-22", "from", "Ana Ruiz", "condition", condition, "risks",
          "unsetting hidden weight report", NULL };
  static const char *const card[]
      = { "name", "Grandmother’s diamond", "species", "diamond", "cut", "old mine", "length", "7.1", "width",
          "6.8", "depth", "4.4", "measured", "measured", "carat", "1.58", "carat-measured", "measured", "status",
          "own", "recut", "girdle", "recut-width", "6.3", NULL };
  RingDesign *design = ring_design_new ();
  g_autoptr (RingRecord) stone_record = ring_test_record (RING_RECORD_STONE, "tone", card);
  g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_TAKE_IN, "a1", taken);

  ring_test_set_record (design, stone_record);
  ring_test_set_record (design, record);
  add_mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE,
            "M.6-.9C1-.7 1.3-.2 1.5.3C1.6.6 1.4.7 1.3.4C1.1-.1.8-.5.5-.8Z");
  add_mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, "M-.9.8h.16v.16h-.16Z");
  add_mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_SURFACE, "M3.25-.8L3-.5L3.1-.2L3.3.1L3.2-.3Z");
  add_mark (design, RING_PLOT_BEFORE, RING_PLOT_BELOW, RING_PLOT_SURFACE, "M-3.25-.8L-2.7-.5L-2.8-.2L-3.3.1Z");
  return design;
}

/* What is marked stands on the plan that is printed, and what is to come of the stone below it. */
static void
test_plot (void)
{
  g_autoptr (RingDesign) design = new_marked ("A chip at the girdle");
  g_autofree char *words = g_strnfill (600, 'w');
  g_autoptr (RingDesign) much = NULL;
  cairo_surface_t *page = paint (ring_design_get_drawing (design), 0);

  ring_test_assert_picture ("render/receipt-plot.png", page, 8, 60);
  cairo_surface_destroy (page);
  for (guint i = 4; i < 600; i += 5)
    words[i] = ' ';
  much = new_marked (words);
  add_mark (much, RING_PLOT_AFTER, RING_PLOT_FACE, RING_PLOT_SURFACE, "M1 0h.2v.2h-.2Z");
  for (guint i = 0; i < 4; i++)
    add_photo (much, 0.9 - 0.1 * i, "A caption");
  assert_fits (ring_design_get_drawing (much));
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
  g_test_add_func ("/receipt/pages", test_pages);
  g_test_add_func ("/receipt/plot", test_plot);
  g_test_add_func ("/receipt/none", test_none);
  g_test_add_func ("/receipt/recut", test_recut);
  return ring_test_run ();
}
