/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the Difference: a measure as a pair, a flag with its state, and the button that opens what the evidence
 * cites. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-difference.h"

G_BEGIN_DECLS

/* What is shown of one of a measure's values: numbers with their groups and unit, prices as the Catalogue writes them;
 * "not recorded" of NULL. */
char      *ring_difference_value_text (const RingMeasure *measure, const char *value) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ring_difference_new_head_row (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ring_difference_new_measure_row (const RingMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ring_difference_new_flag_row (const RingFlag *flag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
