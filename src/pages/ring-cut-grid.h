/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cuts that are wanted most, as pictures: one tap, and the next gem has it, or the picked one.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_CUT_GRID (ring_cut_grid_get_type ())
G_DECLARE_FINAL_TYPE (RingCutGrid, ring_cut_grid, RING, CUT_GRID, GtkGrid)

/* Once. The pictures are made when the grid is first seen. */
void ring_cut_grid_set_instruments (RingCutGrid *self, RingInstruments *instruments);

G_END_DECLS
