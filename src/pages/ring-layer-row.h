/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One layer of a design as a row of the Bench's panel: its name, an eye and a lock. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_LAYER_ROW (ring_layer_row_get_type ())
G_DECLARE_FINAL_TYPE (RingLayerRow, ring_layer_row, RING, LAYER_ROW, AdwActionRow)

GtkWidget  *ring_layer_row_new (RingDesign *design, const char *layer_id) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_layer_row_get_layer (RingLayerRow *self);
void        ring_layer_row_update (RingLayerRow *self);

/* "Ink", ..., translated, or the name of a layer that has one. */
const char *ring_layer_head_label (const RingLayerHead *head);
/* "Front view", ..., translated. */
const char *ring_view_kind_label (RingViewKind kind);

G_END_DECLS
