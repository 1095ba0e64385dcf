/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with an underlay beside what is done with everything: how strong it is, how
 * large in truth, and that it stays where it is. Not seen where none is selected. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-selection.h"

G_BEGIN_DECLS

#define RING_TYPE_UNDERLAY_ROW (ring_underlay_row_get_type ())
G_DECLARE_FINAL_TYPE (RingUnderlayRow, ring_underlay_row, RING, UNDERLAY_ROW, GtkBox)

GtkWidget *ring_underlay_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* SELECTION may be NULL. Whoever sets it calls again when it has changed. */
void       ring_underlay_row_show (RingUnderlayRow *self, RingSelection *selection);

G_END_DECLS
