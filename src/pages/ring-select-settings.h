/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected in numbers that can be changed: place, size, turn and scale; and what is done
 * with it. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_SELECT_SETTINGS (ring_select_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingSelectSettings, ring_select_settings, RING, SELECT_SETTINGS, GtkBox)

GtkWidget *ring_select_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* SELECTION may be NULL. */
void       ring_select_settings_set_selection (RingSelectSettings *self, RingSelection *selection);
/* "3 items", and "12.4 × 8.1" (mm of their view) in *SIZE, or "" where nothing is selected. */
char      *ring_select_settings_describe (RingSelection *selection, char **size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
