/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip beside the sheet: instruments, the settings of the one in use, and its colours. It acts
 * through win.instrument and win.colour. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_INSTRUMENT_BAR (ring_instrument_bar_get_type ())
G_DECLARE_FINAL_TYPE (RingInstrumentBar, ring_instrument_bar, RING, INSTRUMENT_BAR, AdwBin)

void ring_instrument_bar_set_instruments (RingInstrumentBar *self, RingInstruments *instruments);
/* What the select tool works on; may be NULL. */
void ring_instrument_bar_set_selection (RingInstrumentBar *self, RingSelection *selection);
/* As ring_instrument_settings_set_scales(). */
void ring_instrument_bar_set_scales (RingInstrumentBar *self, double view_scale, double pixels_per_mm);
void ring_instrument_bar_open_settings (RingInstrumentBar *self);

G_END_DECLS
