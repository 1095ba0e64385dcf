/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone is to be cut to, as an expanding row of its card: the work, the cut and what is sound, and what
 * comes of it in figures and drawn over what it was. Main thread. */
#pragma once

#include "ring-fields.h"

G_BEGIN_DECLS

#define RING_TYPE_RECUT_ROW (ring_recut_row_get_type ())
G_DECLARE_FINAL_TYPE (RingRecutRow, ring_recut_row, RING, RECUT_ROW, AdwExpanderRow)

/* FIELDS are the stone's; once. */
void ring_recut_row_bind (RingRecutRow *self, RingFields *fields);
/* Shows what STONE says. */
void ring_recut_row_update (RingRecutRow *self, const RingRecord *stone);

G_END_DECLS
