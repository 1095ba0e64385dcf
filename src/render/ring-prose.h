/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of several lines on a printed page, with the metrics of the page and not of a screen. Any thread. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   size; /* the em, mm */
  gboolean bold;
  guint32  colour; /* 0xrrggbbaa; 0 only measures */
} RingProse;

/* Writes TEXT (plain) with its upper left corner at X, Y, wrapped at WIDTH; returns its height. All mm. */
double ring_prose_write (cairo_t *cr, const RingProse *prose, const char *text, double x, double y, double width);

G_END_DECLS
