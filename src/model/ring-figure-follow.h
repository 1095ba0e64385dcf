/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that hold on to things follow them. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* Adds to EDIT, whose result is being made, what it does to the figures of its drawing: their ends
 * go where the points that they hold on to are now. Where a point is no longer there, an end stays
 * where it was. An edit that only adds ink costs nothing. */
void ring_figures_follow (RingEdit *edit);

/* A copy of ITEM for a design where things have other ids: IDS gives the new one (both strings) for
 * each old one that was copied too. What a figure held on to and was not copied it lets go, or
 * the copy would run back to the original. Another item is given as it is. */
RingItem *ring_figure_with_things (const RingItem *item, GHashTable *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
