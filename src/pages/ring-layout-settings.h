/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the layout instrument sets out next, or the figures of the layout that was picked: its kind,
 * stones and distances, and what they come to. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-layout-desk.h"

G_BEGIN_DECLS

#define RING_TYPE_LAYOUT_SETTINGS (ring_layout_settings_get_type ())
G_DECLARE_FINAL_TYPE (RingLayoutSettings, ring_layout_settings, RING, LAYOUT_SETTINGS, GtkBox)

GtkWidget *ring_layout_settings_new (RingLayoutDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
