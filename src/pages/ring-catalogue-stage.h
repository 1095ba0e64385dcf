/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Catalogue's picture: the ring, and in the corner the view through the finger. It is not drawn on: a hand
 * that tries is answered, above the picture. Main thread.
 *
 * Signal "tried" (const char *what): "move", a hand pulled at the stone, or "draw". */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-answer.h"
#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_STAGE (ring_catalogue_stage_get_type ())
G_DECLARE_FINAL_TYPE (RingCatalogueStage, ring_catalogue_stage, RING, CATALOGUE_STAGE, AdwBin)

/* ART belongs to the caller and must be taken away (NULL) before it is freed. */
void                 ring_catalogue_stage_set_art (RingCatalogueStage *self, RingCatalogueArt *art);
/* With ART only. */
void                 ring_catalogue_stage_show (RingCatalogueStage *self, const RingChoice *choice);
RingCatalogueAnswer *ring_catalogue_stage_get_answer (RingCatalogueStage *self);

G_END_DECLS
