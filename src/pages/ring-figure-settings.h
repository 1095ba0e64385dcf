/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tools that construct make next, what their points snap to, and the measures of the
 * figure that was tapped, which can be typed. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_FIGURE_SETTINGS (ring_figure_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingFigureSettings, ring_figure_settings, RING, FIGURE_SETTINGS, GtkBox)

GtkWidget  *ring_figure_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;

/* For the bar: "Circle", its icon, and "Ø 17.32" of a picked one, "" without one. */
const char *ring_figure_settings_get_label (RingInstruments *instruments);
const char *ring_figure_settings_get_icon (RingInstruments *instruments);
char       *ring_figure_settings_format_value (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
