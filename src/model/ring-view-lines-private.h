/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all pictures of a ring in a view are made from. */
#pragma once

#include "ring-view-lines.h"

G_BEGIN_DECLS

/* What is to be seen of HEAD's ring: its band and its gems with their settings, which stand in *GEMS
 * (RingViewsGem); the array is the caller's and has to last as long. */
RingViewsSpec _ring_view_see (const RingDrawing *drawing, const RingViewHead *head, RingViewsKind kind, GArray **gems) G_GNUC_WARN_UNUSED_RESULT;
/* Two views with the same key show the same. */
GBytes *_ring_view_key (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
