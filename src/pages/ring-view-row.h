/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One view of a design as rows of the Bench's panel: its scale, a button that removes it, and its
 * layers. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_VIEW_ROW (ring_view_row_get_type ())
G_DECLARE_FINAL_TYPE (RingViewRow, ring_view_row, RING, VIEW_ROW, AdwExpanderRow)

GtkWidget  *ring_view_row_new (RingDesign *design, const char *view_id) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_view_row_get_view (RingViewRow *self);
/* After a change of the design that left the view where it is. */
void        ring_view_row_update (RingViewRow *self);

G_END_DECLS
