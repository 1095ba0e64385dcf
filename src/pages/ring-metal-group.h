/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's own metal in the Bench's panel: a row for each that was taken in. Main thread.
 *
 * Signal: "refused" (const char *message), when what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_METAL_GROUP (ring_metal_group_get_type ())
G_DECLARE_FINAL_TYPE (RingMetalGroup, ring_metal_group, RING, METAL_GROUP, AdwBin)

/* DESIGN may be NULL. */
void ring_metal_group_set_design (RingMetalGroup *self, RingDesign *design);
/* Brings the rows up to date. */
void ring_metal_group_update (RingMetalGroup *self);

G_END_DECLS
