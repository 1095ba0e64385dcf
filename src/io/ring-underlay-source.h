/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to become an underlay, from the bytes of a photo or an SVG drawing of any program. Pure;
 * any thread. */
#pragma once

#include <gio/gio.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* One of the first two, for ring_underlay_add_photo() or ring_underlay_add_drawing(). */
typedef struct
{
  RingPhoto   *photo;
  RingDrawing *drawing;
  gboolean     left_out; /* something that would have run or fetched something */
} RingUnderlaySource;

/* Errors: RING_ERROR_LIMIT, FORMAT, SYNTAX, each a sentence; G_IO_ERROR_CANCELLED. */
RingUnderlaySource *ring_underlay_source_read (GBytes *bytes, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                ring_underlay_source_free (RingUnderlaySource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingUnderlaySource, ring_underlay_source_free)

G_END_DECLS
