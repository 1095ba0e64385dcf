/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The custody log of a stone as an expanding row of its card: a form to write down the next line, and the
 * lines in their order. Main thread.
 *
 * Signal: "refused" (const char *message), when what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_CUSTODY_ROW (ring_custody_row_get_type ())
G_DECLARE_FINAL_TYPE (RingCustodyRow, ring_custody_row, RING, CUSTODY_ROW, AdwExpanderRow)

void ring_custody_row_set_stone (RingCustodyRow *self, RingDesign *design, const char *stone_id);
/* Brings the lines up to date. */
void ring_custody_row_update (RingCustodyRow *self);

G_END_DECLS
