/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is marked on a stone's plan, small, as a row of its card that opens the plan large. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_PLOT_ROW (ring_plot_row_get_type ())
G_DECLARE_FINAL_TYPE (RingPlotRow, ring_plot_row, RING, PLOT_ROW, AdwActionRow)

/* DESIGN and the stone stay the same. */
void ring_plot_row_set_stone (RingPlotRow *self, RingDesign *design, const char *stone_id);
/* Brings it up to date. */
void ring_plot_row_update (RingPlotRow *self);

G_END_DECLS
