/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small design for the tests of painting, made from paths alone, so that the pictures change
 * only when painting does. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

#define SHEET_WIDTH 100
#define SHEET_HEIGHT 80

typedef struct
{
  double opacity;  /* of the layer "Metal" */
  gboolean hidden; /* the layer "Ink" */
  gboolean notes;  /* with text, which follows the fonts of the machine */
  gboolean sized;  /* a known size and an oval stone */
  double far;      /* where a stroke of absurd size ends, mm; 0 for none */
} SheetOptions;

/* Front view at 4:1 with artwork, crossing strokes and one stroke that leaves the window. */
RingDrawing *sheet_new (const SheetOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* A ribbon from A to B, WIDTH mm in the middle and pointed at its ends. */
RingPath *
sheet_ribbon (RingPoint a, RingPoint b, double bend, double width) G_GNUC_WARN_UNUSED_RESULT;
RingItem *
sheet_stroke (const char *id, RingPath *outline, guint32 colour) G_GNUC_WARN_UNUSED_RESULT;

/* The drawing, or the part of it at X, Y (pixels), as a picture on white. */
cairo_surface_t *sheet_paint (const RingDrawing *drawing,
                              double pixels_per_mm,
                              int x,
                              int y,
                              int width,
                              int height,
                              guint flags);

G_END_DECLS
