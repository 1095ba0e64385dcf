/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-raster-ink.h"

#include <math.h>
#include <string.h>

/* Colours are premultiplied, two channels to a word: 0x00AA00GG and 0x00RR00BB. */
typedef struct
{
  const RingRasterInk *ink;
  guint32 ag, rb;
  gboolean opaque;
} Brush;

/* Both channels of PAIR times A / 255, rounded, as pixman does. */
static inline guint32
times (guint32 pair, guint32 a)
{
  guint32 t = pair * a + 0x00800080;

  return ((t + (t >> 8 & 0x00ff00ff)) >> 8) & 0x00ff00ff;
}

static inline void
put_pixels (guint32 *pixel, int n, guint32 ag, guint32 rb)
{
  guint32 rest = 255 - (ag >> 16);

  for (int i = 0; i < n; i++)
    {
      guint32 old = pixel[i];

      pixel[i] = (ag + times (old >> 8 & 0x00ff00ff, rest)) << 8 | (rb + times (old & 0x00ff00ff, rest));
    }
}

static void
fill_pixels (guint32 *pixel, int n, guint32 colour)
{
  for (int i = 0; i < n; i++)
    pixel[i] = colour;
}

static void
span_cb (int x, int y, int n, guint coverage, gpointer data)
{
  const Brush *brush = data;
  guint32 *pixel = (guint32 *) (brush->ink->pixels + (gssize) y * brush->ink->stride) + x;

  if (coverage == 255 && brush->opaque)
    fill_pixels (pixel, n, brush->ag << 8 | brush->rb);
  else
    put_pixels (pixel, n, times (brush->ag, coverage), times (brush->rb, coverage));
}

static Brush
make_brush (const RingRasterInk *ink, guint32 rgba)
{
  guint32 alpha = rgba & 0xff;
  Brush brush = { ink, 0, 0, alpha == 255 };

  brush.ag = alpha << 16 | times (rgba >> 16 & 0xff, alpha);
  brush.rb = times ((rgba >> 24 & 0xff) << 16 | (rgba >> 8 & 0xff), alpha);
  return brush;
}

/* What cairo paints on. */

/* The one rectangle that CR is clipped to, in its device space; FALSE for any other clip. */
static gboolean
get_clip (cairo_t *cr, RingRect *rect)
{
  cairo_rectangle_list_t *list;
  gboolean ok;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  list = cairo_copy_clip_rectangle_list (cr);
  cairo_restore (cr);
  ok = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
  if (ok)
    {
      const cairo_rectangle_t *r = &list->rectangles[0];

      *rect = (RingRect){ r->x, r->y, r->x + r->width, r->y + r->height };
      ok = r->x == floor (r->x) && r->y == floor (r->y) && r->width == floor (r->width)
           && r->height == floor (r->height);
    }
  cairo_rectangle_list_destroy (list);
  return ok;
}

static gboolean
is_plain (cairo_t *cr, cairo_surface_t *surface)
{
  double x_scale, y_scale;
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER
      || cairo_get_antialias (cr) != CAIRO_ANTIALIAS_DEFAULT)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  return (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) && x_scale == 1.0
         && y_scale == 1.0;
}

void
ring_raster_ink_init (RingRasterInk *ink, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double dx, dy;
  cairo_matrix_t m;
  RingRect clip;

  memset (ink, 0, sizeof *ink);
  if (!is_plain (cr, surface) || !get_clip (cr, &clip))
    return;
  cairo_surface_get_device_offset (surface, &dx, &dy);
  if (dx != floor (dx) || dy != floor (dy))
    return;
  cairo_get_matrix (cr, &m);
  ink->surface = surface;
  ink->pixels = cairo_image_surface_get_data (surface);
  ink->stride = cairo_image_surface_get_stride (surface);
  ink->matrix = (RingMatrix){ m.xx, m.yx, m.xy, m.yy, m.x0 + dx, m.y0 + dy };
  ink->clip.x0 = (int) CLAMP (clip.x0 + dx, 0, cairo_image_surface_get_width (surface));
  ink->clip.y0 = (int) CLAMP (clip.y0 + dy, 0, cairo_image_surface_get_height (surface));
  ink->clip.x1 = (int) CLAMP (clip.x1 + dx, 0, cairo_image_surface_get_width (surface));
  ink->clip.y1 = (int) CLAMP (clip.y1 + dy, 0, cairo_image_surface_get_height (surface));
}

gboolean
ring_raster_ink_take (RingRasterInk *ink, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  RingMatrix matrix;
  Brush brush;
  gboolean taken;

  if (ink->surface == NULL || stroke == NULL
      || stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    return FALSE;
  matrix = ring_matrix_multiply (ring_item_get_matrix (item), &ink->matrix);
  brush = make_brush (ink, stroke->style.colour);
  cairo_surface_flush (ink->surface);
  taken = ring_raster_fill (ring_item_get_outline (item), &matrix, &ink->clip, span_cb, &brush);
  cairo_surface_mark_dirty (ink->surface);
  return taken;
}
