/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which paper a design is drawn on, and whether it is printed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_PAPER_ROW (ring_paper_row_get_type ())
G_DECLARE_FINAL_TYPE (RingPaperRow, ring_paper_row, RING, PAPER_ROW, AdwComboRow)

GtkWidget *ring_paper_row_new (RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what the design says now. */
void       ring_paper_row_update (RingPaperRow *row);

G_END_DECLS
