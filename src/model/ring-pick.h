/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which items of a view are meant by a tap, a box or a lasso. Layers that are hidden or locked are
 * passed over. All lengths are mm of the view. Pure; safe from any thread. */
#pragma once

#include "ring-view.h"

G_BEGIN_DECLS

/* Whether what lies on LAYER can be picked and changed: it is shown and not locked. */
gboolean   ring_pick_is_open (const RingLayer *layer);

/* The item whose paint lies nearest to POINT and not further than REACH; of two that are as near
 * the one in front. NULL when there is none. */
RingItem  *ring_pick_at (const RingView *view, RingPoint point, double reach);

/* These give references to RingItem, from back to front. BOX: those that lie within it, or,
 * TOUCHING, all that it meets. The lasso is closed from its last point to its first, and takes what
 * lies within it wholly. */
GPtrArray *ring_pick_box (const RingView *view, RingRect box, gboolean touching) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ring_pick_lasso (const RingView *view, const RingPoint *points, gsize n_points) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ring_pick_all (const RingView *view) G_GNUC_WARN_UNUSED_RESULT;

/* What the item really covers. Its bounds are those of a box that was moved with it, and so too
 * large for what was turned. */
RingRect   ring_pick_measure (const RingItem *item);
/* Its outline as it lies in the view; of what has none, its box. */
RingPath  *ring_pick_get_outline (const RingItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
