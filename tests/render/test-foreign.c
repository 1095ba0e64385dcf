/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markup of others through the limited helper, which is this program again. */
#include "ring-foreign-helper.h"
#include "ring-foreign.h"
#include "ring-test.h"

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *line = cairo_image_surface_get_data (surface)
                       + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[x];
}

static cairo_surface_t *
paint (const char *xml)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 200);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 5, 5);
  ring_foreign_paint (cr, xml);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
test_paints (void)
{
  const char *xml = "<rect x=\"10\" y=\"20\" width=\"15\" height=\"10\" fill=\"#204060\"/>";
  cairo_surface_t *surface = paint (xml);
  cairo_surface_t *again;
  RingRect extent;

  g_assert_cmphex (pixel_at (surface, 80, 125), ==, 0xff204060);
  g_assert_cmphex (pixel_at (surface, 40, 125), ==, 0);
  g_assert_cmphex (pixel_at (surface, 80, 90), ==, 0);
  again = ring_foreign_render (xml, &extent);
  g_assert_nonnull (again);
  g_assert_cmpfloat_with_epsilon (extent.x0, 10, 0.06);
  g_assert_cmpfloat_with_epsilon (extent.x1, 25, 0.06);
  g_assert_cmpfloat_with_epsilon (extent.y1, 30, 0.06);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (again);
}

/* The grain of a pencil's stroke that became content of another program is not part of it. */
static void
test_grain (void)
{
  cairo_surface_t *surface = paint ("<rect x=\"10\" y=\"10\" width=\"20\" height=\"20\" "
                                    "fill=\"url(#grain-1-204060ff-4)\"/>");
  guint inked = 0;

  for (int y = 55; y < 145; y++)
    for (int x = 55; x < 145; x++)
      inked += pixel_at (surface, x, y) >> 24 > 128;
  g_assert_cmpuint (inked, >, 90 * 90 / 4);
  g_assert_cmpuint (inked, <, 90 * 90 * 9 / 10);
  cairo_surface_destroy (surface);
}

/* What lies left of and above the origin is not cut off by the frame around it. */
static void
test_negative (void)
{
  RingRect extent;
  cairo_surface_t *surface = ring_foreign_render ("<circle cx=\"-4\" cy=\"-3\" r=\"2\"/>", &extent);

  g_assert_nonnull (surface);
  g_assert_cmpfloat_with_epsilon (extent.x0, -6, 0.06);
  g_assert_cmphex (pixel_at (surface, 40, 40), ==, 0xff000000);
  cairo_surface_destroy (surface);
}

static void
assert_refused (const char *xml)
{
  RingRect extent;
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface;
  double work;

  g_assert_null (ring_foreign_render (xml, &extent));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 15 * G_USEC_PER_SEC);
  /* The second time nothing is tried, and a mark is shown. */
  work = ring_test_work ();
  surface = paint (xml);
  g_assert_cmpfloat (ring_test_work () - work, <, 1);
  g_assert_cmphex (pixel_at (surface, 0, 20), !=, 0);
  cairo_surface_destroy (surface);
}

static void
test_refuses (void)
{
  assert_refused ("<rect width=\"1");
  assert_refused ("<g/>");
  assert_refused ("<rect width=\"nothing\" height=\"0\"/>");
  /* librsvg 2.54 panics on this. */
  assert_refused ("<text font-size=\"1e30\">x</text>");
}

/* Minutes of work for librsvg; the helper is ended after five seconds of it. */
static void
test_endless (void)
{
  assert_refused ("<g><filter id=\"f\"><feTurbulence numOctaves=\"100000000\"/></filter>"
                  "<rect width=\"100\" height=\"100\" filter=\"url(#f)\"/></g>");
}

static void
test_graphical (void)
{
  g_assert_true (ring_foreign_is_graphical ("  <path d=\"M0 0\"/>"));
  g_assert_true (ring_foreign_is_graphical ("<svg:g>"));
  g_assert_false (ring_foreign_is_graphical ("<!-- g -->"));
  g_assert_false (ring_foreign_is_graphical ("<sodipodi:namedview/>"));
  g_assert_false (ring_foreign_is_graphical ("<defs><g/></defs>"));
}

int
main (int argc, char **argv)
{
  ring_foreign_helper_init (argc, argv);
  ring_test_init (&argc, &argv);
  g_test_add_func ("/foreign/paints", test_paints);
  g_test_add_func ("/foreign/grain", test_grain);
  g_test_add_func ("/foreign/negative", test_negative);
  g_test_add_func ("/foreign/refuses", test_refuses);
  g_test_add_func ("/foreign/endless", test_endless);
  g_test_add_func ("/foreign/graphical", test_graphical);
  return ring_test_run ();
}
