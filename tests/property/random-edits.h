/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do to a design, at random: pen, eraser, notes, records, layers, undo and redo. The
 * same seed does the same. */
#pragma once

#include "ring-design.h"
#include "ring-random.h"

G_BEGIN_DECLS

void random_edits_step (RingDesign *design, RingRandom *random);

G_END_DECLS
