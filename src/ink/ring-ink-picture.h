/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a dry stroke looks like: its outline and, for a pencil, the parts inside of it that are
 * denser, each within the one before. A denser part is painted over the others and adds what is
 * wanting, so no two parts meet at an edge that could show.
 *
 * Immutable, shared, safe from any thread. The same samples and style give the same bytes on
 * every machine. All lengths are millimetres of the view. */
#pragma once

#include "ring-instrument.h"
#include "ring-symmetry.h"

G_BEGIN_DECLS

#define RING_INK_MAX_BANDS 8

typedef struct _RingInkPicture RingInkPicture;

/* Of N_PATHS paths, 1 to RING_INK_MAX_BANDS, the outline first; takes references. */
RingInkPicture *ring_ink_picture_new (RingPath *const *paths, guint n_paths) G_GNUC_WARN_UNUSED_RESULT;
/* Dries SAMPLES; TOLERANCE as in ring_ink_outline(). One path but for a pencil. */
RingInkPicture *ring_ink_picture_dry (const RingSample *samples, gsize n_samples, RingInstrument instrument, const RingInkStyle *style, double tolerance) G_GNUC_WARN_UNUSED_RESULT;
/* PICTURE with its copies; a new reference where there are none. */
RingInkPicture *ring_ink_picture_repeat (RingInkPicture *picture, const RingSymmetry *symmetry) G_GNUC_WARN_UNUSED_RESULT;
RingInkPicture *ring_ink_picture_ref (RingInkPicture *picture);
void            ring_ink_picture_unref (RingInkPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingInkPicture, ring_ink_picture_unref)

guint     ring_ink_picture_get_n_paths (const RingInkPicture *picture);
RingPath *ring_ink_picture_get_path (const RingInkPicture *picture, guint i);
RingPath *ring_ink_picture_get_outline (const RingInkPicture *picture); /* the first path */

/* What a pencil's Ith path adds, 0 to 255: together they come to the density of the lead there. */
guint8    ring_ink_band_alpha (guint i);

/* The smoothed samples that outline and wet ink are made of: a GArray of RingSample. */
GArray   *ring_ink_smooth (const RingSample *samples, gsize n_samples, RingSmoothing smoothing) G_GNUC_WARN_UNUSED_RESULT;
/* Holds all that ring_ink_picture_dry() would paint, without drying. */
RingRect  ring_ink_get_bounds (const RingSample *samples, gsize n_samples, const RingInkStyle *style, double tolerance);

G_END_DECLS
