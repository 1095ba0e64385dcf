/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Single elements of a design, as they stand in the file. Any thread. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

void ring_svg_append_item (GString *out, const RingItem *item);
void ring_svg_append_record (GString *out, const RingRecord *record);
/* With its items. */
void ring_svg_append_layer (GString *out, const RingLayer *layer);
/* With its layers and their items, without guide lines. */
void ring_svg_append_view (GString *out, const RingView *view);

G_END_DECLS
