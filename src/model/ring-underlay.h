/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Underlays: photos and drawings that lie on the Underlay layer of a view, to be drawn over. The
 * edits are not committed. Main thread. */
#pragma once

#include "ring-selection.h"

G_BEGIN_DECLS

/* How strong a photo is at first: the finger circle and the ink are seen over it. */
#define RING_UNDERLAY_OPACITY 0.6
/* How weak it can become: it is still seen. */
#define RING_UNDERLAY_LEAST_OPACITY 0.05

/* Lay PHOTO, or all that CLIP (of ring_svg_read_clip()) shows as one group, into the middle of
 * VIEW's window, as large as fits in it; the layer is shown and unlocked for it. *ADDED gets
 * references to the new items. NULL with RING_ERROR_NOT_FOUND when the view has no such layer, or
 * RING_ERROR_FORMAT when there is nothing to see in CLIP. */
RingEdit *ring_underlay_add_photo (RingDesign *design, const RingView *view, RingPhoto *photo, GPtrArray **added, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_underlay_add_drawing (RingDesign *design, const RingView *view, const RingDrawing *clip, GPtrArray **added, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether anything selected lies on an Underlay layer. */
gboolean  ring_underlay_is_selected (RingSelection *selection);
/* Of the first selected photo; -1 where none is. */
double    ring_underlay_get_opacity (RingSelection *selection);
/* All selected photos; NULL when that changes nothing. */
RingEdit *ring_underlay_fade (RingSelection *selection, double opacity) G_GNUC_WARN_UNUSED_RESULT;
/* The layers of all that is selected; NULL where nothing is. */
RingEdit *ring_underlay_lock (RingSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

/* What makes the points FROM and TO (mm of the view) MM apart, and leaves FROM where it is. FALSE
 * with RING_ERROR_INVALID when they are too near each other to say, or MM is no length. */
gboolean  ring_underlay_calibrate (RingPoint from, RingPoint to, double mm, RingMatrix *matrix, GError **error);
/* What MM may be. */
#define RING_UNDERLAY_LEAST_MM 0.1
#define RING_UNDERLAY_MOST_MM 1000.0

G_END_DECLS
