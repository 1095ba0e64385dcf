/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gems in the views of their ring: how one is seen there, and which place a point of a view means.
 * Pure; lengths mm of the view. */
#pragma once

#include "ring-gem.h"
#include "ring-views.h"

G_BEGIN_DECLS

/* Where the gem's origin lies, in the axes of the ring. */
RingVec  ring_gem_origin (const RingGem *gem, const RingBand *band);
/* The gem as a view at SCALE shows it, in the gem's own style; its origin is seen at *AT. */
void     ring_gem_look (const RingGem *gem, const RingBand *band, RingViewsKind kind, double scale, RingGemLook *look, RingPoint *at);
/* Whether the view shows what light does in the gem: it is drawn so, and not seen from behind. */
gboolean ring_gem_is_lit (const RingGem *gem, const RingBand *band, RingViewsKind kind);
/* Whether the gem covers POINT, or is so small that it is less than REACH from it. */
gboolean ring_gem_is_at (const RingGem *gem, const RingBand *band, RingViewsKind kind, RingPoint point, double reach);
/* The topmost of GEMS (of RingGem) there, or -1. */
int      ring_gem_find (const GArray *gems, const RingBand *band, RingViewsKind kind, RingPoint point, double reach);
/* Takes *PLACE round the finger and across the band to where POINT lies, keeping its height: on the
 * side that is turned to the eye. What a view does not show stays: the offset in the front view. */
void     ring_gem_place_at (RingPlace *place, const RingBand *band, RingViewsKind kind, RingPoint point);

G_END_DECLS
