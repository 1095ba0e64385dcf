/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ruler and the ellipse template that lie on the paper: whatever points at the middle or a handle
 * moves them, and a pen that comes down at an edge draws along it. */

#include "ring-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-number.h"
#include "ring-paint.h"

/* Pixels: how near to an edge a line sticks, and to a handle it is taken. */
#define EDGE_PIXELS 9.0
#define GRIP_PIXELS 14.0
#define HANDLE 6.0f
/* A ruler of this length and width, and an ellipse in mm of the ring, lie there to begin with. */
#define RULER_PIXELS 420.0
#define RULER_WIDTH 56.0
#define ELLIPSE_LENGTH 8.0
#define ELLIPSE_WIDTH 6.0
/* Templates are made in steps of half a millimetre. */
#define ELLIPSE_STEP 0.5

#define BODY ((GdkRGBA){ 0.82f, 0.89f, 0.97f, 0.35f })
#define EDGE ((GdkRGBA){ 0.11f, 0.44f, 0.85f, 0.9f })

static double
get_pixel (RingCanvas *canvas)
{
  return 1.0 / ring_viewport_get_scale (canvas->viewport);
}

/* Of the view under the ruler's middle, mm of paper for a mm. */
static double
get_scale (RingCanvas *canvas)
{
  const RingView *view = canvas->design != NULL
                           ? ring_drawing_view_at (ring_design_get_drawing (canvas->design),
                                                   canvas->ruler.centre)
                           : NULL;

  return view != NULL ? ring_view_get_head (view)->scale : 1.0;
}

RingRulerKind
ring_canvas_get_ruler (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), RING_RULER_NONE);

  return canvas->ruler.kind;
}

void
ring_canvas_set_ruler (RingCanvas *canvas, RingRulerKind kind)
{
  double pixel;

  g_return_if_fail (RING_IS_CANVAS (canvas));

  if (kind == canvas->ruler.kind)
    return;
  pixel = get_pixel (canvas);
  canvas->ruler = (RingRuler){ .kind = kind,
                               .centre = ring_viewport_get_centre (canvas->viewport),
                               .rx = RULER_PIXELS / 2 * pixel,
                               .ry = RULER_WIDTH / 2 * pixel };
  if (kind == RING_RULER_ELLIPSE)
    {
      canvas->ruler.rx = ELLIPSE_LENGTH / 2 * get_scale (canvas);
      canvas->ruler.ry = ELLIPSE_WIDTH / 2 * get_scale (canvas);
    }
  canvas->ruler_grip = RING_RULER_NO_GRIP;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

gboolean
_ring_canvas_grab_ruler (RingCanvas *canvas, RingPoint paper)
{
  double reach = GRIP_PIXELS * get_pixel (canvas);

  canvas->ruler_grip = ring_ruler_find_grip (&canvas->ruler, paper, reach);
  /* At its edge one draws. */
  if (canvas->ruler_grip == RING_RULER_BODY && _ring_canvas_find_edge (canvas, paper) != 0)
    canvas->ruler_grip = RING_RULER_NO_GRIP;
  canvas->ruler_at = paper;
  return canvas->ruler_grip != RING_RULER_NO_GRIP;
}

void
_ring_canvas_drag_ruler (RingCanvas *canvas, RingPoint paper)
{
  ring_ruler_drag (&canvas->ruler, canvas->ruler_grip, canvas->ruler_at, paper,
                   ELLIPSE_STEP * get_scale (canvas));
  canvas->ruler_at = paper;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

int
_ring_canvas_find_edge (RingCanvas *canvas, RingPoint paper)
{
  return ring_ruler_find_edge (&canvas->ruler, paper, EDGE_PIXELS * get_pixel (canvas));
}

/* "30°" of a ruler; of a template its axes in mm of the ring. */
static char *
make_label (RingCanvas *canvas)
{
  double scale = get_scale (canvas);
  g_autofree char *length = NULL;
  g_autofree char *width = NULL;

  if (canvas->ruler.kind == RING_RULER_STRAIGHT)
    {
      double angle = -canvas->ruler.angle;

      length = ring_number_format (angle < 0 ? angle + 180 : angle, 1);
      return g_strdup_printf ("%s°", length);
    }
  length = ring_number_format (2 * canvas->ruler.rx / scale, 2);
  width = ring_number_format (2 * canvas->ruler.ry / scale, 2);
  /* Translators: the axes of an ellipse. */
  return g_strdup_printf (_("%s × %s mm"), length, width);
}

static void
append_label (RingCanvas *canvas, GtkSnapshot *snapshot)
{
  g_autofree char *text = make_label (canvas);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), text);
  RingPoint at = ring_viewport_to_widget (canvas->viewport, canvas->ruler.centre);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (at.x - width / 2.0),
                                                          round (at.y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &EDGE);
  gtk_snapshot_restore (snapshot);
}

void
_ring_canvas_append_ruler (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window)
{
  RingMatrix matrix = ring_viewport_get_matrix (canvas->viewport);
  g_autoptr (RingPath) body = NULL;
  g_autoptr (RingPath) path = NULL;
  RingRect bounds;
  cairo_t *cr;

  if (canvas->ruler.kind == RING_RULER_NONE)
    return;
  body = ring_ruler_make_path (&canvas->ruler);
  path = ring_path_transform (body, &matrix);
  bounds = ring_rect_intersect (ring_rect_inset (ring_path_get_bounds (path), -2 * HANDLE), window);
  if (ring_rect_is_empty (bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (bounds.x0, bounds.y0, bounds.x1 - bounds.x0,
                                                       bounds.y1 - bounds.y0));
  ring_paint_path (cr, path);
  gdk_cairo_set_source_rgba (cr, &BODY);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &EDGE);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  for (int grip = RING_RULER_FIRST; grip <= RING_RULER_SECOND; grip++)
    {
      RingPoint at = ring_viewport_to_widget (
        canvas->viewport, ring_ruler_get_handle (&canvas->ruler, (RingRulerGrip) grip));

      cairo_new_sub_path (cr);
      cairo_arc (cr, at.x, at.y, HANDLE, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, &EDGE);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  append_label (canvas, snapshot);
}
