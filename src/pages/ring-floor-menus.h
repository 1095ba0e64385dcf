/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Catalogue for fingers at the counter: the ring large, and beside it one menu at a time, each option a picture that
 * is hit without aiming. An option that is chosen brings the next menu. Main thread.
 *
 * Signal "chosen": the choice is another one. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_TYPE_FLOOR_MENUS (ring_floor_menus_get_type ())
G_DECLARE_FINAL_TYPE (RingFloorMenus, ring_floor_menus, RING, FLOOR_MENUS, AdwBin)

/* ART must outlive the widget; CHOICE, which is made, is where it begins. UPRIGHT puts the ring above the menus. */
GtkWidget        *ring_floor_menus_new (RingCatalogueArt *art, const RingChoice *choice, gboolean upright) G_GNUC_WARN_UNUSED_RESULT;
const RingChoice *ring_floor_menus_get_choice (RingFloorMenus *self);

G_END_DECLS
