/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first comparison at the counter: the ring that was just chosen beside one that was drawn, each with what is said of
 * it, to be read from two metres. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"
#include "ring-drawing.h"

G_BEGIN_DECLS

/* DESIGN holds the choice from the menus; SAMPLE is the drawn ring. ART must outlive the widget. */
GtkWidget *ring_floor_compare_new (RingCatalogueArt *art, const RingChoice *choice, RingDrawing *design, RingDrawing *sample, gboolean upright) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
