/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found in supplier lists, as a list for a view: a stone is read when it is about to be seen.
 * Main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-lists.h"

G_BEGIN_DECLS

#define RING_TYPE_OFFER_ITEM (ring_offer_item_get_type ())
G_DECLARE_FINAL_TYPE (RingOfferItem, ring_offer_item, RING, OFFER_ITEM, GObject)

/* All NULL and 0 when the stone has gone since it was found. */
const RingOffer *ring_offer_item_get (RingOfferItem *self);

#define RING_TYPE_OFFER_LIST (ring_offer_list_get_type ())
G_DECLARE_FINAL_TYPE (RingOfferList, ring_offer_list, RING, OFFER_LIST, GObject)

RingOfferList *ring_offer_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* IDS, of gint64, of stones in LISTS; both NULL for none. */
void           ring_offer_list_set (RingOfferList *self, RingLists *lists, GArray *ids);

G_END_DECLS
