/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The region about a point that lines bound, found as a painter finds it: by what the lines cover.
 * Lines are painted into cells, the colour flows from the point until it meets them, and its edge is
 * led to the middle of each line, so that no light seam stays between colour and ink. Gaps up to a
 * width are as good as closed. Pure; the same lines give the same region, wherever in it the point
 * lies, but for the size of a cell. */
#pragma once

#include "ring-contour.h"

G_BEGIN_DECLS

/* Where boundaries are painted: some window on them, in cells. */
typedef struct _RingRegionMask RingRegionMask;

/* What PATH covers, filled by the non-zero rule. MATRIX takes it to the region's mm; NULL is none. */
void     ring_region_mask_fill (RingRegionMask *mask, const RingPath *path, const RingMatrix *matrix);
/* PATH as a line WIDTH mm wide; 0 is as thin as can be. */
void     ring_region_mask_line (RingRegionMask *mask, const RingPath *path, const RingMatrix *matrix, double width);

/* Paints all that bounds within WINDOW (mm) into MASK. */
typedef void (*RingRegionPaint) (RingRegionMask *mask, RingRect window, gpointer data);

typedef struct
{
  RingPoint at;
  RingRect  limit; /* past this is outside */
  double    gap;   /* mm: openings up to this width are closed */
  double    cell;  /* mm: the finest that lines are looked at */
  double    cap;   /* mm: how far under a line the colour may run */
} RingRegionQuery;

typedef struct
{
  RingGrid  grid;
  double   *inside; /* above 0 inside; near the edge the mm to it, about, farther off less */
  RingPath *outline;
} RingRegion;

/* NULL with RING_ERROR_INVALID when the point lies outside of the limit or in the middle of a line,
 * or when the colour runs out of the limit. */
RingRegion *ring_region_find (const RingRegionQuery *query, RingRegionPaint paint, gpointer data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        ring_region_free (RingRegion *region);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingRegion, ring_region_free)

G_END_DECLS
