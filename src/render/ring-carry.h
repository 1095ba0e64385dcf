/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "This is not on the menu": a catalogue ring carried to the Bench, to be drawn over. Main
 * thread. */
#pragma once

#include "ring-catalogue-art.h"
#include "ring-design.h"

G_BEGIN_DECLS

/* An edit, not yet committed, that puts the ring's picture on the front view's locked Underlay,
 * its sizes and metal into the ring's record and the choice into the choice's record. A ring
 * that was carried before is replaced; what was drawn stays. SECONDS is how long choosing took,
 * 0 when it was not measured. RING_ERROR_INVALID when the combination is not made, NOT_FOUND when
 * the design has no front view with an Underlay. */
RingEdit *ring_carry_choice (RingDesign *design, RingCatalogueArt *art, const RingChoice *choice, double seconds, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
