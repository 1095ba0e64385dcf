/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client left in the shop, as an expanding row: of a stone, on its card, where one press takes it in;
 * or of metal, with its photos. Main thread.
 *
 * Signal: "refused" (const char *message), when what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_TAKE_IN_ROW (ring_take_in_row_get_type ())
G_DECLARE_FINAL_TYPE (RingTakeInRow, ring_take_in_row, RING, TAKE_IN_ROW, AdwExpanderRow)

/* That of metal with the record ID. */
GtkWidget  *ring_take_in_row_new_metal (RingDesign *design, const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* For a row of a stone's card. */
void        ring_take_in_row_set_stone (RingTakeInRow *self, RingDesign *design, const char *stone_id);
/* Brings the rows up to date. */
void        ring_take_in_row_update (RingTakeInRow *self);
/* The id of the record; NULL while nothing was taken in. */
const char *ring_take_in_row_get_id (RingTakeInRow *self);

G_END_DECLS
