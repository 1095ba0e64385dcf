/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference and the questions to ask, each on one page, however much there is to say; the same bytes each time. */
#include "ring-report.h"
#include "ring-test-house.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "ring-told-page.h"

/* What an offer may be at worst. */
static void
tell_all (RingTold *told)
{
  *told = (RingTold){ .has_word = TRUE,
                      .word = RING_WORD_ONE_OF_A_KIND,
                      .minutes = 0.5,
                      .price = 2999,
                      .days = 5,
                      .who = RING_TOLD_WHO_NOBODY,
                      .choices = RING_TOLD_CHOICES_ENGRAVED,
                      .making = RING_TOLD_MAKING_OTHER,
                      .stone = RING_TOLD_STONE_UNNAMED,
                      .limited = RING_TOLD_YES,
                      .others = RING_TOLD_YES };
}

static const RingToldLimits limits = { 3000, "EUR", 20 };

/* Whether anything but white is in the rows from Y0 to Y1 of PAGE, 4 pixels a mm. */
static gboolean
has_ink (cairo_surface_t *page, double y0, double y1)
{
  int stride = cairo_image_surface_get_stride (page);
  const unsigned char *data;

  cairo_surface_flush (page);
  data = cairo_image_surface_get_data (page);
  for (int y = (int) (4 * y0); y < (int) (4 * y1); y++)
    for (int x = 0; x < cairo_image_surface_get_width (page); x++)
      if ((*(const guint32 *) (data + y * stride + 4 * x) & 0xffffff) != 0xffffff)
        return TRUE;
  return FALSE;
}

static void
test_questions (void)
{
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 840, 1188);
  cairo_t *cr = cairo_create (page);
  RingTold told;

  tell_all (&told);
  cairo_scale (cr, 4, 4);
  ring_told_page_draw (cr, &told, &limits);
  cairo_destroy (cr);
  ring_test_assert_picture ("render/questions.png", page, 8, 60);
  cairo_surface_destroy (page);
}

/* cairo counts what it draws into SVG on through a process; the pages of a command are compared in tests/cli. */
static void
test_bytes (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GBytes) svg = NULL;
  RingTold told;

  tell_all (&told);
  one = ring_told_page_make (&told, &limits, drawing, RING_REPORT_PDF, &error);
  two = ring_told_page_make (&told, &limits, drawing, RING_REPORT_PDF, &error);
  svg = ring_told_page_make (&told, &limits, drawing, RING_REPORT_SVG, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, two));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 400, "height=\"297mm\""));
}

/* A long story, many stones and three revisions make the writing smaller and never the page longer. */
static void
test_difference (void)
{
  g_autofree char *story = g_strnfill (900, 'w');
  RingTestTold told[40] = {
    { RING_RECORD_COMMISSION, { "client", "Mara Lindqvist of the long name", "story", story, "quote", "5200",
                                "material", "1800", "labour", "1200", "currency", "EUR" } },
    { RING_RECORD_GEM, { "cut", "oval", "length", "8.12", "width", "5.94" } },
  };
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design = NULL;
  g_autoptr (RingDifference) difference = NULL;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 840, 1188);
  cairo_t *cr = cairo_create (page);

  for (guint i = 2; i < G_N_ELEMENTS (told); i++)
    told[i] = i % 3 == 0 ? (RingTestTold){ RING_RECORD_STONE, { "species", "Diamond", "provenance", "heirloom" } }
              : i % 3 == 1 ? (RingTestTold){ RING_RECORD_REVISION, { "name", "A" } }
                           : (RingTestTold){ RING_RECORD_ENTRY, { "who", "client", "text", "Low" } };
  design = ring_test_new_told (told, G_N_ELEMENTS (told));
  difference = ring_difference_new (ring_design_get_drawing (design), house);
  cairo_scale (cr, 4, 4);
  ring_report_draw (cr, ring_design_get_drawing (design), difference, NULL);
  cairo_destroy (cr);
  g_assert_true (has_ink (page, RING_REPORT_HEIGHT / 2, RING_REPORT_HEIGHT - 8));
  g_assert_false (has_ink (page, RING_REPORT_HEIGHT - 8, RING_REPORT_HEIGHT));
  cairo_surface_destroy (page);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/report/questions", test_questions);
  g_test_add_func ("/report/bytes", test_bytes);
  g_test_add_func ("/report/difference", test_difference);
  return ring_test_run ();
}
