/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the items of a design stand in its file: those of the present in their layers, those that only
 * revisions have once in <defs>. An item that has another content in a revision than under the same id
 * in the present, or in an earlier revision, has an id of its own there: its own with a number behind
 * it, "skkkk7777llll.1". Owned by one writer; it may be read from several threads. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct _RingSvgStored RingSvgStored;

/* Of something that stands in <defs>. */
typedef struct
{
  RingItem *item;
  char     *id; /* there */
} RingSvgStoredItem;

/* NULL where DRAWING, which must stay, has no revisions. */
RingSvgStored *ring_svg_stored_new (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
void           ring_svg_stored_free (RingSvgStored *stored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingSvgStored, ring_svg_stored_free)

/* Of RingSvgStoredItem: what stands in <defs>, in its order. */
const GArray  *ring_svg_stored_get_earlier (const RingSvgStored *stored);
/* Under which id ITEM, of a revision, stands in the file. */
const char    *ring_svg_stored_get_id (const RingSvgStored *stored, const RingItem *item);
/* Whether a revision has the item, so that it needs an id in the file. STORED may be NULL. */
gboolean       ring_svg_stored_is_named (const RingSvgStored *stored, const char *item_id);

G_END_DECLS
