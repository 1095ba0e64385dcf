/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An order from the Catalogue as such a shop would take it: the automatic confirmation, which can be kept as a
 * message file or a page, or printed, and the line that the workshop is told. Nothing is sent. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"

G_BEGIN_DECLS

#define RING_TYPE_ORDER_WINDOW (ring_order_window_get_type ())
G_DECLARE_FINAL_TYPE (RingOrderWindow, ring_order_window, RING, ORDER_WINDOW, AdwWindow)

/* Of a ring that is made. */
GtkWidget *ring_order_window_new (GtkWindow *parent, const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the confirmation to FILE: a page where its name ends in ".pdf", else a message. What stood there is
 * lost only when the new one is whole. */
gboolean   ring_order_save (const RingCatalogue *catalogue, const RingChoice *choice, GFile *file, GError **error);

G_END_DECLS
