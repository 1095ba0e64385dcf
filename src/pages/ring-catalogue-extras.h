/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a ring of the Catalogue may have beside what its menus say: an engraving, its lettering, and the limited
 * edition. Main thread.
 *
 * Signals: "changed" (const char *what), "refused" (const char *what): "engraving", a character too many. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_EXTRAS (ring_catalogue_extras_get_type ())
G_DECLARE_FINAL_TYPE (RingCatalogueExtras, ring_catalogue_extras, RING, CATALOGUE_EXTRAS, AdwPreferencesGroup)

/* CATALOGUE may be NULL: then nothing can be asked for. */
void              ring_catalogue_extras_set_catalogue (RingCatalogueExtras *self, const RingCatalogue *catalogue);
/* Shows what is chosen, without a signal. */
void              ring_catalogue_extras_set_choice (RingCatalogueExtras *self, const RingChoice *choice);
/* The same with what was asked for here. */
const RingChoice *ring_catalogue_extras_get_choice (RingCatalogueExtras *self);

G_END_DECLS
