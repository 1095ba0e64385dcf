/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn follows a ring to another size. Pure. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* Adds to EDIT the moves that carry strokes, notes and artwork of all views of a ring in or out with
 * its finger circle, from the circumference FROM to TO, mm. What is small against the circle is
 * moved and keeps its shape; what runs along it is scaled by as much as brings it there, and keeps
 * the width of its line, but in views that see the circle edge on, where it is only stretched
 * along it. Samples stay as they are: all of it is transforms. RING_ID NULL or "" is the first ring.
 * Locked layers, pictures of presets and content of other programs stay. */
void ring_size_change_carry (RingEdit *edit, const char *ring_id, double from, double to);

G_END_DECLS
