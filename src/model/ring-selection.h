/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected of a design: items of one view, by their ids. It follows the design: what is
 * removed, locked or hidden is not selected any more. Main thread.
 *
 * Signal: "changed", when other items are selected or those that are have changed. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

/* One selected item, and where it stands in the present drawing. */
typedef struct
{
  const RingLayer *layer;
  RingItem        *item;
  gsize            position;
} RingSelected;

#define RING_TYPE_SELECTION (ring_selection_get_type ())
G_DECLARE_FINAL_TYPE (RingSelection, ring_selection, RING, SELECTION, GObject)

RingSelection *ring_selection_new (RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;
RingDesign    *ring_selection_get_design (RingSelection *self);

/* NULL when nothing is selected. */
RingView      *ring_selection_get_view (RingSelection *self);
gsize          ring_selection_get_n (RingSelection *self);
/* Another number for each other set of items. */
guint          ring_selection_get_serial (RingSelection *self);
gboolean       ring_selection_has (RingSelection *self, const char *item_id);
/* RingSelected from back to front; as long as nothing changes. */
const GArray  *ring_selection_list (RingSelection *self);
/* What all of them cover, mm of the view; empty without any. */
RingRect       ring_selection_get_bounds (RingSelection *self);
/* The present drawing without the selected items; NULL when it has none of them. */
RingDrawing   *ring_selection_make_rest (RingSelection *self) G_GNUC_WARN_UNUSED_RESULT;

void           ring_selection_clear (RingSelection *self);
/* ITEMS (of RingItem) of VIEW, and what is grouped with them, and no others. */
void           ring_selection_set (RingSelection *self, const RingView *view, const GPtrArray *items);
/* As well as those that are selected already, if they are of the same view; those that are
 * selected, TOGGLE, no more. */
void           ring_selection_add (RingSelection *self, const RingView *view, const GPtrArray *items, gboolean toggle);
void           ring_selection_set_item (RingSelection *self, const RingView *view, RingItem *item);

G_END_DECLS
