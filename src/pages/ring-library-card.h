/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design of the library as a card: its page, title, client, status and day. The picture is read and unpacked in
 * a thread, and is gone with the card. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-library.h"

G_BEGIN_DECLS

#define RING_TYPE_LIBRARY_ITEM (ring_library_item_get_type ())
G_DECLARE_FINAL_TYPE (RingLibraryItem, ring_library_item, RING, LIBRARY_ITEM, GObject)

/* Takes ENTRY over. */
RingLibraryItem        *ring_library_item_new (RingLibraryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
const RingLibraryEntry *ring_library_item_get (RingLibraryItem *self);

#define RING_TYPE_LIBRARY_CARD (ring_library_card_get_type ())
G_DECLARE_FINAL_TYPE (RingLibraryCard, ring_library_card, RING, LIBRARY_CARD, AdwBin)

GtkWidget *ring_library_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* ITEM NULL shows nothing. */
void       ring_library_card_set_item (RingLibraryCard *self, RingLibrary *library, RingLibraryItem *item);
/* What the card says, in one line. */
char      *ring_library_card_describe (const RingLibraryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
