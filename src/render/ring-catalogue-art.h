/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Catalogue rings as pictures: parts of the catalogue's SVG coloured by stylesheet and drawn by
 * librsvg, and the same ring as painted paths to draw over on the Bench. Main thread, but for
 * ring_catalogue_art_prepare(). */
#pragma once

#include <cairo.h>

#include "ring-catalogue.h"

G_BEGIN_DECLS

typedef struct _RingCatalogueArt RingCatalogueArt;

/* Reads what ring_catalogue_art_get_frame() needs ahead, in any thread, for the next
 * ring_catalogue_art_new() of CATALOGUE, which waits if it comes meanwhile. */
void              ring_catalogue_art_prepare (const RingCatalogue *catalogue);
RingCatalogueArt *ring_catalogue_art_new (const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
void              ring_catalogue_art_free (RingCatalogueArt *art);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingCatalogueArt, ring_catalogue_art_free)
const RingCatalogue *ring_catalogue_art_get_catalogue (const RingCatalogueArt *art);

/* Paints the chosen ring in VIEW ("front", "three-quarter"); user space is mm of the ring, origin
 * at the finger circle's centre, y down. FALSE with an error when a part cannot be drawn. */
gboolean ring_catalogue_art_paint (RingCatalogueArt *art, cairo_t *cr, const RingChoice *choice, const char *view, GError **error);
/* Extent of the drawn ring in that view, mm. */
RingRect ring_catalogue_art_get_bounds (RingCatalogueArt *art, const RingChoice *choice, const char *view);
/* Of its parts of one kind ("shank", "head", "stone"); empty where there are none. */
RingRect ring_catalogue_art_get_part_bounds (RingCatalogueArt *art, const RingChoice *choice, const char *view, const char *kind);
/* The extent of all rings that differ from the first in one menu, mm, the finger in the middle: with
 * one frame for all of them a larger stone looks larger. Empty without ART. */
RingRect ring_catalogue_art_get_frame (RingCatalogueArt *art, const char *view);
/* The same as painted paths with resolved colours, for a preset item. */
RingArt *ring_catalogue_art_resolve (RingCatalogueArt *art, const RingChoice *choice, const char *view, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds to what was resolved the outlines of its parts, which paint nothing and which lines snap to. */
void     ring_catalogue_art_add_outlines (RingCatalogueArt *art, const RingChoice *choice, const char *view, RingArt *resolved);

G_END_DECLS
