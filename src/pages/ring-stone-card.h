/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One stone of a design as an expanding card of the Bench's panel. What is typed changes the
 * stone's record and the labels of its pins in one step. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-fields.h"

G_BEGIN_DECLS

#define RING_TYPE_STONE_CARD (ring_stone_card_get_type ())
G_DECLARE_FINAL_TYPE (RingStoneCard, ring_stone_card, RING, STONE_CARD, AdwExpanderRow)

GtkWidget  *ring_stone_card_new (RingDesign *design, const char *stone_id) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_stone_card_get_stone (RingStoneCard *self);
/* The card's form, which says what it refuses. */
RingFields *ring_stone_card_get_fields (RingStoneCard *self);
/* Opens the card and puts the cursor into its first row. */
void        ring_stone_card_open (RingStoneCard *self);

G_END_DECLS
