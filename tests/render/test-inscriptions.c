/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inscriptions as the canvas shows them: each face on the inner strip and inside of the band, and
 * one on the outside beside a set stone. */
#include "ring-guides.h"
#include "ring-test-image.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define SCALE 12.0 /* pixels for a mm of the ring */
#define ROW 28.0
#define WIDTH 96.0

static RingDrawing *
engrave (const RingDrawing *drawing, const char *face, const char *text, const char *side)
{
  g_autoptr (RingDrawing) wide = ring_test_with_record (
      drawing, RING_RECORD_RING, ring_record_get_id (ring_drawing_find_ring (drawing, NULL)),
      (const char *const[]){ "size", "54.4", "profile", "court", "width", "4", "thickness", "1.8",
                             NULL });

  return ring_test_with_record (wide, RING_RECORD_INSCRIPTION, "i1",
                                (const char *const[]){ "text", text, "face", face, "height", "1.8",
                                                       "angle", side != NULL ? "-25" : "88", "side",
                                                       side, NULL });
}

static void
paint_view (cairo_t *cr, const RingDrawing *drawing, RingViewKind kind, double x, double y)
{
  double half = kind == RING_VIEW_STRIP ? 34 : 13;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  /* Without the words of the view. */
  cairo_rectangle (cr, -half, -13, 2 * half, kind == RING_VIEW_STRIP ? 22.3 : 26);
  cairo_clip (cr);
  ring_guides_paint (cr, drawing, ring_drawing_get_view_by_kind (drawing, kind), RING_PAPER_WHITE);
  cairo_restore (cr);
}

static void
test_faces (void)
{
  static const struct
  {
    const char *face, *text, *side;
  } rows[] = { { "block", "FOREVER · Ana & Luís", NULL },
               { "italic", "Für immer, 12·VI·2026", NULL },
               { "script", "toujours à toi — Zoë ♥", NULL },
               { "script", "semper", "outer" } };
  g_autoptr (RingDesign) design = ring_design_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * SCALE),
                                                         (int) (G_N_ELEMENTS (rows) * ROW * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.992, 0.988, 0.972);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingDrawing) drawing
          = engrave (ring_design_get_drawing (design), rows[i].face, rows[i].text, rows[i].side);

      paint_view (cr, drawing, RING_VIEW_THREE_QUARTER, 14, 14 + i * ROW);
      paint_view (cr, drawing, RING_VIEW_STRIP, 62, 10 + i * ROW);
    }
  cairo_destroy (cr);
  ring_test_assert_picture ("render/inscriptions.png", surface, 8, 40);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/inscriptions/faces", test_faces);
  return ring_test_run ();
}
