/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the symmetry repeats what is drawn: its kind, number, axis and centre. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_SYMMETRY_SETTINGS (ring_symmetry_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingSymmetrySettings, ring_symmetry_settings, RING, SYMMETRY_SETTINGS, GtkBox)

GtkWidget *ring_symmetry_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* "Mirror", "6 ×" and so on: short, for the bar. */
char      *ring_symmetry_settings_format (const RingSymmetry *symmetry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
