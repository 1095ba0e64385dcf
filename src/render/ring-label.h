/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of text in a drawing, at a size in user units, with the metrics of the printed page:
 * no hinting, so that it is as long at every zoom. Any thread. */
#pragma once

#include <cairo.h>

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_LABEL_START,
  RING_LABEL_CENTRE,
  RING_LABEL_END,
} RingLabelAnchor;

/* AT is on the base line; SIZE is the em. Uses the source and leaves no current point. */
void   ring_label_draw (cairo_t *cr, const char *text, RingPoint at, double size, RingLabelAnchor anchor);
/* The same at X, Y in COLOUR, 0xrrggbbaa. */
void   ring_label_write (cairo_t *cr, const char *text, double x, double y, double size, guint32 colour, RingLabelAnchor anchor);
/* Adds the outlines of the letters to the current path. */
void   ring_label_path (cairo_t *cr, const char *text, RingPoint at, double size, RingLabelAnchor anchor);
double ring_label_width (cairo_t *cr, const char *text, double size);

G_END_DECLS
