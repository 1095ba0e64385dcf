/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Catalogue: a ring from menus, shown as it changes, with its item number, its price and how
 * many such rings can be ordered. Each choice is an edit of the design. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"
#include "ring-design.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_PAGE (ring_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (RingCataloguePage, ring_catalogue_page, RING, CATALOGUE_PAGE, AdwBin)

/* REPORT, of reading the catalogue, names what is unavailable; it may be NULL and is not kept.
 * CATALOGUE may be NULL: the page then says that there is none. */
void     ring_catalogue_page_set_catalogue (RingCataloguePage *self, RingCatalogue *catalogue, const RingLoadReport *report);
void     ring_catalogue_page_set_design (RingCataloguePage *self, RingDesign *design);

/* What is chosen; FALSE without a catalogue. *MADE (may be NULL) tells whether it can be had. */
gboolean ring_catalogue_page_get_choice (RingCataloguePage *self, RingChoice *choice, gboolean *made);
/* Chooses as a hand would. FALSE when there is no such menu or option. */
gboolean ring_catalogue_page_choose (RingCataloguePage *self, const char *menu_id, const char *code);
/* As printed beside the picture; "" for what is not made. */
char    *ring_catalogue_page_get_number (RingCataloguePage *self) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what an order of the ring makes, if it is made. */
void     ring_catalogue_page_order (RingCataloguePage *self);
/* NULL without a catalogue. */
RingCatalogueArt *ring_catalogue_page_get_art (RingCataloguePage *self);
/* Seconds spent choosing, up to now. */
double   ring_catalogue_page_get_seconds (RingCataloguePage *self);

G_END_DECLS
