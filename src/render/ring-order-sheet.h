/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The confirmation of an order from the Catalogue, on one page: the ring's picture, the message, and what the
 * workshop is told. Main thread, as all art of the catalogue. */
#pragma once

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

/* Of a ring that is made, on paper of so many mm; user space is mm from the sheet's corner. */
void    ring_order_draw (cairo_t *cr, RingCatalogueArt *art, const RingChoice *choice, double width, double height);
/* The same as a PDF on A4; NULL with RING_ERROR_FAILED. The bytes repeat: its date is ring_clock_now_ms(). */
GBytes *ring_order_make_pdf (RingCatalogueArt *art, const RingChoice *choice, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
