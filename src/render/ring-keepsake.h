/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a visitor of the shop floor takes along on paper: the ring of the menus and what was drawn over it, at one scale,
 * the same in words, and as a QR code. Main thread, as all art of the catalogue. */
#pragma once

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

/* TEXT is what ring_take_home_text() gave. On paper of so many mm; user space is mm from the sheet's corner. */
void ring_keepsake_draw (cairo_t *cr, RingCatalogueArt *art, const RingChoice *choice, const RingDrawing *drawing, const char *text, double width, double height);

G_END_DECLS
