/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of a design between two of its states, in words: one line for each thing that is
 * another, "Oval sapphire: 8 × 6 to 9 × 7 mm". Translated, stones and rings first, what was drawn last.
 * Lengths are mm. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Of char*; empty exactly where ring_revision_is_same(). */
GPtrArray *ring_changes_list (const RingDrawing *before, const RingDrawing *after) G_GNUC_WARN_UNUSED_RESULT;
/* All of them as one sentence, for where there is no room for a list; "" for none. */
char      *ring_changes_join (const GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
