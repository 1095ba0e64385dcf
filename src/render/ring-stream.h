/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that cairo writes into memory. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A cairo_write_func_t for a GByteArray. */
cairo_status_t ring_stream_write_cb (void *bytes, const unsigned char *data, unsigned int length);
/* Ends what CR painted on SURFACE, and takes both: the first of their errors. */
cairo_status_t ring_stream_end (cairo_t *cr, cairo_surface_t *surface);

G_END_DECLS
