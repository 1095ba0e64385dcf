/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone of supplier lists must be, as a form. Main thread.
 *
 * Signal: "changed", when something else is asked for. */
#pragma once

#include <adwaita.h>

#include "ring-lists.h"

G_BEGIN_DECLS

#define RING_TYPE_OFFER_FILTER (ring_offer_filter_get_type ())
G_DECLARE_FINAL_TYPE (RingOfferFilter, ring_offer_filter, RING, OFFER_FILTER, AdwBin)

GtkWidget *ring_offer_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* The choices of the lists that are there; what was chosen stays, if it is among them. */
void       ring_offer_filter_set_lists (RingOfferFilter *self, RingLists *lists);
/* The seat that a stone is looked for, mm; LENGTH 0 for none. CUT may be -1. */
void       ring_offer_filter_set_seat (RingOfferFilter *self, int cut, double length, double width, const char *label);
void       ring_offer_filter_clear (RingOfferFilter *self);
/* What is asked for but for the words. The strings live until the next change. */
void       ring_offer_filter_get (RingOfferFilter *self, RingListsFilter *filter);

G_END_DECLS
