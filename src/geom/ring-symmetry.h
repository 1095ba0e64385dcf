/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The symmetries a ring is drawn with: COUNT turns about a centre, and, MIRRORED, their images in an
 * axis through it. One turn and a mirror is a mirror on one axis; two and a mirror, on two axes at
 * right angles. A struct of zeros is no symmetry. y points down; angles are counter-clockwise as one
 * sees them. Pure. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

#define RING_SYMMETRY_MOST 48 /* turns */

typedef struct
{
  guint     count; /* 0 is as 1 */
  gboolean  mirrored;
  double    angle; /* of the axis, degrees from the right: 90 mirrors left and right */
  RingPoint centre;
} RingSymmetry;

gboolean     ring_symmetry_is_none (const RingSymmetry *symmetry);
gboolean     ring_symmetry_equal (const RingSymmetry *a, const RingSymmetry *b);
/* Within what there is, and rounded as the file keeps it. No symmetry becomes a struct of zeros. */
RingSymmetry ring_symmetry_clean (const RingSymmetry *symmetry);

/* How often a thing is there, itself included. */
guint        ring_symmetry_get_n_copies (const RingSymmetry *symmetry);
/* From the thing to its Ith copy; the first is the thing. */
RingMatrix   ring_symmetry_get_matrix (const RingSymmetry *symmetry, guint i);

/* All copies of PATH as one, to be filled by the non-zero rule: where they overlap they unite. */
RingPath    *ring_symmetry_repeat (const RingSymmetry *symmetry, const RingPath *path) G_GNUC_WARN_UNUSED_RESULT;
RingRect     ring_symmetry_repeat_rect (const RingSymmetry *symmetry, RingRect rect);

G_END_DECLS
