/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-replay-picture.h"

#include <math.h>

#include "ring-paint.h"
#include "ring-paper.h"

struct _RingReplayPicture
{
  gatomicrefcount refs;
  RingReplay *replay;
  RingReplayCursor *cursor;
  cairo_surface_t *surface;
  RingMatrix matrix; /* paper mm to pixels */
  int width, height;
  gboolean painted;
};

RingReplayPicture *
ring_replay_picture_new (RingReplay *replay, RingRect region, int width, int height)
{
  RingReplayPicture *self = g_new0 (RingReplayPicture, 1);
  double w = region.x1 - region.x0, h = region.y1 - region.y0;
  double scale = MIN (width / w, height / h);

  g_atomic_ref_count_init (&self->refs);
  self->replay = ring_replay_ref (replay);
  self->cursor = ring_replay_cursor_new (replay);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  self->matrix = (RingMatrix){ scale, 0, 0, scale, (width - scale * w) / 2 - scale * region.x0,
                               (height - scale * h) / 2 - scale * region.y0 };
  return self;
}

RingReplayPicture *
ring_replay_picture_ref (RingReplayPicture *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ring_replay_picture_unref (RingReplayPicture *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  ring_replay_cursor_free (self->cursor);
  ring_replay_unref (self->replay);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

RingReplay *
ring_replay_picture_get_replay (const RingReplayPicture *self)
{
  return self->replay;
}

cairo_surface_t *
ring_replay_picture_get_surface (const RingReplayPicture *self)
{
  return self->surface;
}

/* PIXELS are whole ones: what is painted anew joins what stays. */
static void
paint (RingReplayPicture *self, const RingDrawing *drawing, RingRect pixels)
{
  cairo_t *cr = cairo_create (self->surface);
  RingMatrix m = self->matrix, inverse;
  cairo_matrix_t matrix = { m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
  RingRect region;

  cairo_rectangle (cr, pixels.x0, pixels.y0, pixels.x1 - pixels.x0, pixels.y1 - pixels.y0);
  cairo_clip (cr);
  ring_paint_set_colour (cr, ring_paper_colour (ring_paper_get (drawing)));
  cairo_paint (cr);
  cairo_transform (cr, &matrix);
  if (ring_matrix_invert (&m, &inverse))
    {
      region = ring_matrix_apply_rect (&inverse, pixels);
      ring_paint_drawing (cr, drawing, &region, RING_PAINT_ALL);
    }
  cairo_destroy (cr);
}

gboolean
ring_replay_picture_show (RingReplayPicture *self, double t)
{
  RingRect whole = { 0, 0, self->width, self->height };
  RingRect damage, pixels;
  const RingDrawing *drawing = ring_replay_cursor_move (self->cursor, t, &damage);

  pixels = whole;
  if (self->painted)
    {
      if (ring_rect_is_empty (damage))
        return FALSE;
      pixels = ring_matrix_apply_rect (&self->matrix, damage);
      pixels = (RingRect){ floor (pixels.x0) - 1, floor (pixels.y0) - 1, ceil (pixels.x1) + 1, ceil (pixels.y1) + 1 };
      pixels = ring_rect_intersect (pixels, whole);
      if (ring_rect_is_empty (pixels))
        return FALSE;
    }
  paint (self, drawing, pixels);
  self->painted = TRUE;
  cairo_surface_flush (self->surface);
  return TRUE;
}
