/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the gem instrument sets next, or what the gem that was tapped is: cut, stone and size in
 * words, its picture, and its weight with the formula and the error. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_GEM_SETTINGS (ring_gem_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingGemSettings, ring_gem_settings, RING, GEM_SETTINGS, GtkBox)

GtkWidget *ring_gem_settings_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* "1.01 ct ±5 %", of usual depth. */
char      *ring_gem_settings_format_carat (const RingGemChoice *gem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
