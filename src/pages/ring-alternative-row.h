/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for one alternative of an estimate: another metal, or another stone's card instead of one; beneath it
 * what that weighs and costs. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-estimate.h"

G_BEGIN_DECLS

#define RING_TYPE_ALTERNATIVE_ROW (ring_alternative_row_get_type ())
G_DECLARE_FINAL_TYPE (RingAlternativeRow, ring_alternative_row, RING, ALTERNATIVE_ROW, AdwComboRow)

/* The I-th, from 0. */
GtkWidget *ring_alternative_row_new (guint i) G_GNUC_WARN_UNUSED_RESULT;
void       ring_alternative_row_update (RingAlternativeRow *self, RingDesign *design, RingRates *rates);

G_END_DECLS
