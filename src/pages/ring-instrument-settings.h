/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be set of the instrument in use: width on paper and in metal, smoothing, pressure, and a
 * strip to try it on. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_INSTRUMENT_SETTINGS (ring_instrument_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingInstrumentSettings, ring_instrument_settings, RING, INSTRUMENT_SETTINGS, AdwBin)

GtkWidget *ring_instrument_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* VIEW_SCALE: paper mm a mm of metal; PIXELS_PER_MM: of this screen. */
void       ring_instrument_settings_set_scales (RingInstrumentSettings *self, double view_scale, double pixels_per_mm);

G_END_DECLS
