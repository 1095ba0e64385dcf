/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edit is made of: one thing taken away and another put in its place. Immutable and
 * reference-counted, so that edits share it. Safe from any thread. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

typedef struct _RingEditChange RingEditChange;

/* A copy of what TOLD says. */
RingEditChange *_ring_edit_change_new (const RingChange *told) G_GNUC_WARN_UNUSED_RESULT;
RingEditChange *_ring_edit_change_ref (RingEditChange *change);
void            _ring_edit_change_unref (RingEditChange *change);

/* The strings, items and heads are CHANGE's. */
RingChange   _ring_edit_change_tell (const RingEditChange *change);
/* Whether DRAWING is the state before (or, REVERT, after) CHANGE, as far as its things show it. */
gboolean     _ring_edit_change_fits (const RingEditChange *change, const RingDrawing *drawing, gboolean revert);
/* Applies one or more of the *N changes at CHANGES, which follow each other in steps of STEP: 1, or
 * -1 to revert them. *N becomes how many were applied. */
RingDrawing *_ring_edit_changes_apply (RingEditChange *const *changes, int step, guint *n, const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
