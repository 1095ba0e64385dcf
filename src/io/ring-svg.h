/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The design file: reading and writing `*.ring.svg` (docs/format.md). Pure functions on bytes;
 * safe from any thread. */
#pragma once

#include <gio/gio.h>

#include "ring-drawing.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

typedef enum
{
  RING_WRITE_DESIGN, /* picture and model */
  RING_WRITE_PLAIN,  /* picture only, no private namespace */
} RingWriteMode;

/* BYTES may be gzip. REPORT may be NULL. Errors: RING_ERROR_SYNTAX, FORMAT, LIMIT with line and
 * element. A plain SVG opens as artwork and foreign content on a page. */
RingDrawing *ring_svg_read (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, which CANCELLABLE ends (G_IO_ERROR_CANCELLED), and which tells by *PERMILLE, an atomic
 * that other threads may look at, how far it is. Both may be NULL. */
RingDrawing *ring_svg_read_watched (const char *bytes, gsize n_bytes, RingLoadReport *report, GCancellable *cancellable, gint *permille, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A piece of a design, of which some photos stand elsewhere: PHOTOS, of RingPhoto by name, which may be
 * NULL. */
RingDrawing *ring_svg_read_piece (const char *bytes, gsize n_bytes, GHashTable *photos, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical text, ending in a line feed: the same drawing gives the same bytes everywhere. */
GBytes      *ring_svg_write (const RingDrawing *drawing, RingWriteMode mode) G_GNUC_WARN_UNUSED_RESULT;
/* Whether ring_svg_write (DRAWING, RING_WRITE_DESIGN) would give TEXT, without making a second text
 * of that size. */
gboolean     ring_svg_is_text_of (const RingDrawing *drawing, GBytes *text);

G_END_DECLS
