/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fill instrument lays into a region: the form of the metal, which metal or which plain
 * colour, and where it stops. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_FILL_SETTINGS (ring_fill_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingFillSettings, ring_fill_settings, RING, FILL_SETTINGS, GtkBox)

GtkWidget *ring_fill_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* "Half-round", translated. */
const char *ring_fill_settings_get_form_label (RingForm form);
/* "18K yellow gold", "the ring's metal" or the colour. */
char       *ring_fill_settings_format_colour (const RingFillChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
