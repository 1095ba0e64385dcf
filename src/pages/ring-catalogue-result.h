/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands under the Catalogue's picture: the item number, the price, one of how many, when it ships and how
 * long it took to choose. Main thread.
 *
 * Signal "order": the ring is to be ordered. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue.h"

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_RESULT (ring_catalogue_result_get_type ())
G_DECLARE_FINAL_TYPE (RingCatalogueResult, ring_catalogue_result, RING, CATALOGUE_RESULT, GtkWidget)

/* CATALOGUE may be NULL: the result then says that there is none. Of what is not made it says why. */
void ring_catalogue_result_show (RingCatalogueResult *self, const RingCatalogue *catalogue, const RingChoice *choice);
void ring_catalogue_result_set_seconds (RingCatalogueResult *self, double seconds);

G_END_DECLS
