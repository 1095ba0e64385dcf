/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the shop asks for at least, remembered from one run to the next; without a place to keep it,
 * for this run.
 *
 * Signal "changed": one of them is another one. Main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-minimum.h"

G_BEGIN_DECLS

#define RING_TYPE_LIMITS_SETTINGS (ring_limits_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingLimitsSettings, ring_limits_settings, RING, LIMITS_SETTINGS, GObject)

/* The program's; not a new reference. */
RingLimitsSettings *ring_limits_settings_get_default (void);
const RingLimits   *ring_limits_settings_get (RingLimitsSettings *self);
/* What the source says is no longer the shop's own. */
void                ring_limits_settings_set (RingLimitsSettings *self, const char *id, double mm);

G_END_DECLS
