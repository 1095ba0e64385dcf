/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference: the ring in two halves, then the measured facts, the words that they bear and the red flags, each with
 * its evidence. Made anew when the page is shown and while it is seen. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"
#include "ring-design.h"
#include "ring-difference.h"

G_BEGIN_DECLS

#define RING_TYPE_DIFFERENCE_PAGE (ring_difference_page_get_type ())
G_DECLARE_FINAL_TYPE (RingDifferencePage, ring_difference_page, RING, DIFFERENCE_PAGE, AdwBin)

/* CATALOGUE may be NULL. */
void ring_difference_page_set_design (RingDifferencePage *self, RingDesign *design, RingCatalogue *catalogue);
/* Where copies of the drawing are looked for, and the design's own file, which is none; both may be NULL. */
void ring_difference_page_set_library (RingDifferencePage *self, GFile *folder, GFile *file);
/* As the page shows it now, for a report. There must be a design. */
RingDifference *ring_difference_page_compute (RingDifferencePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
