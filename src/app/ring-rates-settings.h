/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the shop reckons with, remembered from one run to the next; without a place to keep it, for this run.
 * Main thread. */
#pragma once

#include "ring-rates.h"

G_BEGIN_DECLS

/* The program's; not a new reference. */
RingRates *ring_rates_settings_get_default (void);

G_END_DECLS
