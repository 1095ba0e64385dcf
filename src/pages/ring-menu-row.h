/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A menu of the Catalogue: each option as a picture of the ring with it, what it does to the price, and why it
 * cannot be had together with the others. Its last line asks for something else, and is refused. Main thread.
 *
 * Signals: "chosen" (guint option), "refused" (const char *menu_id). */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_TYPE_MENU_ROW (ring_menu_row_get_type ())
G_DECLARE_FINAL_TYPE (RingMenuRow, ring_menu_row, RING, MENU_ROW, AdwComboRow)

/* Menu MENU of ART's catalogue. ART belongs to the caller and must outlive the row. */
GtkWidget *ring_menu_row_new (RingCatalogueArt *art, guint menu) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what is chosen, without a signal. */
void       ring_menu_row_set_choice (RingMenuRow *self, const RingChoice *choice);

G_END_DECLS
