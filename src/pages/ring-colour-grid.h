/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of the instrument in use, and one of one's own. It acts through win.colour. Main
 * thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_COLOUR_GRID (ring_colour_grid_get_type ())
G_DECLARE_FINAL_TYPE (RingColourGrid, ring_colour_grid, RING, COLOUR_GRID, GtkGrid)

/* Once. */
void ring_colour_grid_set_instruments (RingColourGrid *self, RingInstruments *instruments);

G_END_DECLS
