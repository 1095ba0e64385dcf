/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue of the whole program: the house's, or a shop's own file, which is followed while
 * somebody draws in it. A new version is read in another thread; one that cannot be read changes
 * nothing but the property "problem", and so does a file that is gone. Main thread.
 *
 * "changed" is emitted when there is another catalogue; the property "problem" is a sentence for
 * people, or NULL, and notifies. */
#pragma once

#include <gio/gio.h>

#include "ring-catalogue.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_SOURCE (ring_catalogue_source_get_type ())
G_DECLARE_FINAL_TYPE (RingCatalogueSource, ring_catalogue_source, RING, CATALOGUE_SOURCE, GObject)

RingCatalogueSource *ring_catalogue_source_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Reads FILE now, for this run of the program only: nothing is remembered, nothing else can be
 * chosen. */
gboolean ring_catalogue_source_fix (RingCatalogueSource *self, GFile *file, GError **error);
/* Begins to read what is remembered, unless a file is fixed. */
void     ring_catalogue_source_start (RingCatalogueSource *self);
/* Reads FILE, or goes back to the house's with NULL, and remembers it once it could be read. */
void     ring_catalogue_source_choose (RingCatalogueSource *self, GFile *file);

/* Waits for what was begun at the start. NULL only when the program carries no catalogue. */
RingCatalogue        *ring_catalogue_source_get_catalogue (RingCatalogueSource *self);
/* What was noticed in it; NULL for the house's. */
const RingLoadReport *ring_catalogue_source_get_report (RingCatalogueSource *self);
/* The shop's own file, even while it cannot be read; NULL for the house's. */
GFile                *ring_catalogue_source_get_file (RingCatalogueSource *self);
/* Whether the catalogue is that of the file, and not the house's for want of it. */
gboolean              ring_catalogue_source_shows_file (RingCatalogueSource *self);
gboolean              ring_catalogue_source_is_fixed (RingCatalogueSource *self);
const char           *ring_catalogue_source_get_problem (RingCatalogueSource *self);

G_END_DECLS
