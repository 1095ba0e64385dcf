/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied, as a drawing of its own, and what is pasted from one. The drawing has one page,
 * as large as what was copied; one of its mm is one mm of the view it came from: of the ring, in a
 * ring's view. So another window, of another scale or another program, shows it at its true size. */
#pragma once

#include "ring-selection.h"

G_BEGIN_DECLS

/* With the records of the stones that copied pins tell of, and a record of kind "clip": where it was
 * (x, y: mm of the view of the page's corner). NULL when nothing is selected. */
RingDrawing *ring_clip_new (RingSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

/* An edit, not committed, that puts what CLIP shows into VIEW of the present drawing, with new ids:
 * its middle at MIDDLE (mm of the view), or, NULL, where it was copied from. Items go to the layers
 * of the roles they had, or, from another program, to the ink; where that is locked or hidden, to
 * the frontmost that is not. *PASTED gets references to them. NULL with RING_ERROR_READ_ONLY when
 * there is no such layer, or RING_ERROR_FORMAT when there is nothing to see in CLIP. */
RingEdit    *ring_clip_paste (const RingDrawing *clip, RingDesign *design, const RingView *view,
                              const RingPoint *middle, const char *label, GPtrArray **pasted,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
