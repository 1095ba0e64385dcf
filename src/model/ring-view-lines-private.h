/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all pictures of a ring in a view are made from. */
#pragma once

#include "ring-view-lines.h"

G_BEGIN_DECLS

/* The gems of the view's ring with their settings: RingViewsGem, which the array owns. */
GArray *_ring_view_place_gems (const RingDrawing *drawing, const RingViewHead *head, const RingBand *band, RingViewsKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Two views with the same key show the same. */
GBytes *_ring_view_key (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
