/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on printed pages: text of several lines and hairlines. Text has the metrics of the page and not of a
 * screen; whatever the script, Pango finds a font for it and the side that its lines begin at. Any thread. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define RING_POINTS_PER_MM (72 / 25.4)

typedef enum
{
  RING_PROSE_START, /* the side that the text's own script begins at */
  RING_PROSE_CENTRE,
  RING_PROSE_END,
} RingProseSide;

typedef struct
{
  double   size; /* the em, mm */
  gboolean bold;
  guint32  colour; /* 0xrrggbbaa; 0 only measures */
  RingProseSide side;
  guint    lines; /* that are written at most, the last one ending in an ellipsis; 0 is any number */
} RingProse;

/* Writes TEXT (plain) with its upper left corner at X, Y, wrapped at WIDTH; returns its height. All mm. */
double ring_prose_write (cairo_t *cr, const RingProse *prose, const char *text, double x, double y, double width);
/* The same of a size in points. */
double ring_prose_put (cairo_t *cr, const char *text, double x, double y, double width, double points, gboolean bold, guint32 colour);
/* How wide its widest line is where nothing wraps it. */
double ring_prose_width (cairo_t *cr, const RingProse *prose, const char *text);
/* FALSE with RING_ERROR_FAILED where no font is found, not even one of digits. */
gboolean ring_prose_check (GError **error);
/* A level hairline from X0 to X1, THICK mm. */
void   ring_prose_rule (cairo_t *cr, double x0, double x1, double y, double thick, guint32 colour);
/* A context that shows nothing, to measure pages with; cairo_destroy() it. */
cairo_t *ring_prose_new_context (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
