/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stroke laid open for an eraser that takes away only what it touches: every place of the line
 * whose ink the eraser met. What is left are pieces, whose samples are those of the old line,
 * smoothed already and to be drawn exactly, so that their outlines lie on the old one.
 *
 * Belongs to one thread. All lengths are millimetres of the view, before an item's matrix. */
#pragma once

#include "ring-ink-picture.h"

G_BEGIN_DECLS

typedef struct _RingInkCut RingInkCut;

/* TOLERANCE as in ring_ink_outline(). */
RingInkCut *ring_ink_cut_new (const RingSample *samples, gsize n_samples, const RingInkStyle *style, double tolerance) G_GNUC_WARN_UNUSED_RESULT;
void        ring_ink_cut_free (RingInkCut *cut);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingInkCut, ring_ink_cut_free)

/* The eraser, REACH to all sides, went from A to B. Appends what it took away anew to TAKEN, one
 * GArray of RingSample for each stretch; FALSE when there is none. */
gboolean    ring_ink_cut_erase (RingInkCut *cut, RingPoint a, RingPoint b, double reach, GPtrArray *taken);
/* What is left, in order: a GPtrArray of GArrays of RingSample, each of one sample or more. Times
 * are those of the stroke. */
GPtrArray  *ring_ink_cut_get_pieces (const RingInkCut *cut) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
