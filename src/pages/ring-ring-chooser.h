/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which ring of the commission the form tells of, and a menu that adds another and removes this one.
 * The list is there when there are several. Main thread.
 *
 * Signal: "chosen", when another is. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_RING_CHOOSER (ring_ring_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RingRingChooser, ring_ring_chooser, RING, RING_CHOOSER, GtkBox)

/* Begins with the first ring. DESIGN may be NULL. */
void        ring_ring_chooser_set_design (RingRingChooser *self, RingDesign *design);
/* After a change of the design: a ring that is gone is followed by the first. */
void        ring_ring_chooser_update (RingRingChooser *self);
/* NULL where the design has no ring. */
const char *ring_ring_chooser_get_ring (RingRingChooser *self);
void        ring_ring_chooser_choose (RingRingChooser *self, const char *id);

G_END_DECLS
