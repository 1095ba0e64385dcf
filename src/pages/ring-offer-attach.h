/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone of a list becomes a stone of a design, in one step that undo takes back. Main thread. */
#pragma once

#include "ring-design.h"
#include "ring-offer.h"

G_BEGIN_DECLS

/* The offer onto the card STONE_ID, or with NULL onto a new one, which becomes that of the gem GEM_ID, if
 * that is not NULL and has none: it is drawn as the stone was measured then. The id of the card, or NULL with
 * RING_ERROR_INVALID where the card is of a stone in hand, READ_ONLY where the design is. */
char *ring_offer_attach (RingDesign *design, const RingOffer *offer, const char *stone_id, const char *gem_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
