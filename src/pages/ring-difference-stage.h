/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first screen of the Difference: the ring in two halves with what is said of each beside it, the losses, the button
 * that puts it back on the menu while it is held, and below it the pairs that make the point. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"
#include "ring-difference.h"

G_BEGIN_DECLS

#define RING_TYPE_DIFFERENCE_STAGE (ring_difference_stage_get_type ())
G_DECLARE_FINAL_TYPE (RingDifferenceStage, ring_difference_stage, RING, DIFFERENCE_STAGE, AdwBin)

/* ART must outlive the stage or be taken away. All may be NULL. */
void ring_difference_stage_set (RingDifferenceStage *self, RingDrawing *drawing, RingCatalogueArt *art, const RingDifference *difference);
/* As a hand on the button does. */
void ring_difference_stage_hold (RingDifferenceStage *self, gboolean hold);

G_END_DECLS
