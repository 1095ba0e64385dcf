/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference: both rings at one scale, then the measured facts and the red flags, each with
 * its evidence. Made anew when the page is shown and while it is seen. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"
#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_DIFFERENCE_PAGE (ring_difference_page_get_type ())
G_DECLARE_FINAL_TYPE (RingDifferencePage, ring_difference_page, RING, DIFFERENCE_PAGE, AdwBin)

/* CATALOGUE may be NULL. */
void ring_difference_page_set_design (RingDifferencePage *self, RingDesign *design, RingCatalogue *catalogue);

G_END_DECLS
