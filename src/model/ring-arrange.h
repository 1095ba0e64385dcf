/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with what is selected, as edits that are not committed yet. The samples of a
 * stroke are never touched: an item gets another matrix, place or layer. Each gives NULL when it
 * would change nothing. LABEL names the step. */
#pragma once

#include "ring-selection.h"

G_BEGIN_DECLS

/* All through MATRIX, mm of the view. NULL, too, when it has no inverse or leads out of all
 * reach. */
RingEdit *ring_arrange_transform (RingSelection *selection, const RingMatrix *matrix, const char *label) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_arrange_remove (RingSelection *selection, const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* Copies through MATRIX in front of each layer; *COPIES gets references to them. */
RingEdit *ring_arrange_duplicate (RingSelection *selection, const RingMatrix *matrix, const char *label, GPtrArray **copies) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  RING_ORDER_FRONT,
  RING_ORDER_FORWARD, /* before the next item that covers a part of them */
  RING_ORDER_BACKWARD,
  RING_ORDER_BACK,
} RingOrder;

/* Each within its layer; they stay in their order among themselves. */
RingEdit *ring_arrange_order (RingSelection *selection, RingOrder order, const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* In front of what lies on the layer, which must be of their view and open. */
RingEdit *ring_arrange_to_layer (RingSelection *selection, const char *layer_id, const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* From now on they are selected as one; groups that they were of are dissolved. */
RingEdit *ring_arrange_group (RingSelection *selection, const char *label) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_arrange_ungroup (RingSelection *selection, const char *label) G_GNUC_WARN_UNUSED_RESULT;
/* Each symmetrical stroke becomes ordinary ones, where it lay; *STROKES gets references to them, and to
 * what was selected with them. */
RingEdit *ring_arrange_unfold (RingSelection *selection, const char *label, GPtrArray **strokes) G_GNUC_WARN_UNUSED_RESULT;
/* COPY of a figure, held on to the copies of what it held on to, by IDS (old to new), and to nothing
 * else; a reference to COPY where that changes nothing. */
RingItem *ring_arrange_copy_ends (const RingItem *copy, GHashTable *ids) G_GNUC_WARN_UNUSED_RESULT;
/* The group that stands for GROUP among copies; MADE remembers it, and is a hash table of strings.
 * NULL for NULL. */
const char *ring_arrange_copy_group (RingDesign *design, GHashTable *made, const char *group);

typedef enum
{
  RING_ALIGN_LEFT,
  RING_ALIGN_CENTRE,
  RING_ALIGN_RIGHT,
  RING_ALIGN_TOP,
  RING_ALIGN_MIDDLE,
  RING_ALIGN_BOTTOM,
} RingAlign;

/* Each item, or group, to that line of what all of them cover. */
RingEdit *ring_arrange_align (RingSelection *selection, RingAlign align, const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* Turned by DEGREES, counter-clockwise as one sees it, and enlarged, about PIVOT. */
RingMatrix ring_arrange_turn (double degrees, RingPoint pivot);
RingMatrix ring_arrange_stretch (double sx, double sy, RingPoint pivot);

G_END_DECLS
