/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The group "Estimate" of the panel: what the commission weighs and costs, line by line, what is not in it,
 * hours and prices, alternatives, and the way to a quote. It follows the design a moment later, and
 * only while it is seen. Main thread.
 *
 * Signal "refused" (const char *message): what was typed, or asked for, was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"
#include "ring-rates.h"

G_BEGIN_DECLS

#define RING_TYPE_ESTIMATE_GROUP (ring_estimate_group_get_type ())
G_DECLARE_FINAL_TYPE (RingEstimateGroup, ring_estimate_group, RING, ESTIMATE_GROUP, AdwBin)

/* Either may be NULL. */
void ring_estimate_group_set_design (RingEstimateGroup *self, RingDesign *design);
void ring_estimate_group_set_rates (RingEstimateGroup *self, RingRates *rates);

G_END_DECLS
