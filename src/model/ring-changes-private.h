/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the list of changes share. */
#pragma once

#include "ring-changes.h"

G_BEGIN_DECLS

/* Adds one line to LIST. */
void _ring_changes_add (GPtrArray *list, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Views, their layers and what is drawn on them. */
void _ring_changes_add_drawn (GPtrArray *list, const RingDrawing *before, const RingDrawing *after);

G_END_DECLS
