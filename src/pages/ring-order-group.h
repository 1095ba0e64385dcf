/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the commission has come, what it is to cost and when it is promised, as rows of the panel.
 * Main thread.
 *
 * Signal: "refused" (const char *message), when what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_ORDER_GROUP (ring_order_group_get_type ())
G_DECLARE_FINAL_TYPE (RingOrderGroup, ring_order_group, RING, ORDER_GROUP, AdwBin)

/* DESIGN may be NULL. */
void ring_order_group_set_design (RingOrderGroup *self, RingDesign *design);

G_END_DECLS
