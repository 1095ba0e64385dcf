/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step would make of the drawing, shown over the drawing as it is. Pure. */
#pragma once

#include "ring-tool.h"

G_BEGIN_DECLS

/* Of RingToolMark: the seen edges of all rings that EDIT changes, and the outlines of the items that it
 * moves, 2,000 of them at most. EDIT is not committed. */
GArray *ring_ghost_new (const RingEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
