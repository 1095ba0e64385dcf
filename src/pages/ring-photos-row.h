/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos of a stone, or of metal that was taken in, as an expanding row of its card: small pictures,
 * each of which opens large, and ways to bring further ones in: from files, by dropping them, from the
 * clipboard. Main thread.
 *
 * Signal: "refused" (const char *message), when what was to come in was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_PHOTOS_ROW (ring_photos_row_get_type ())
G_DECLARE_FINAL_TYPE (RingPhotosRow, ring_photos_row, RING, PHOTOS_ROW, AdwExpanderRow)

/* OWNER is the id of what the photos show. */
void ring_photos_row_set_owner (RingPhotosRow *self, RingDesign *design, const char *owner);
/* Brings the pictures up to date. */
void ring_photos_row_update (RingPhotosRow *self);
/* Files that are dropped on CARD, an ancestor, are taken too, and so is Ctrl+V there. */
void ring_photos_row_serve (RingPhotosRow *self, GtkWidget *card);
/* As if it was dropped. */
void ring_photos_row_take_file (RingPhotosRow *self, GFile *file);
/* As if it was pasted. */
void ring_photos_row_take_bytes (RingPhotosRow *self, GBytes *bytes);

G_END_DECLS
