/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the layout tool is told, and tells: which layout is next, and which one was set out. */
#pragma once

#include "ring-gem-layout.h"
#include "ring-tool.h"

G_BEGIN_DECLS

/* What the next one is: its kind, stones and distances. PICKED is the id of a layout that is marked
 * in the drawing, or NULL; stones that stand closer than LEAST, mm, are marked red. */
void        ring_tool_set_layout (RingTool *tool, const RingGemLayout *next, const char *picked, double least);
/* In a stroke, as soon as it is clear, and after end(): the id of the layout that was set out, moved
 * or tapped; NULL otherwise. */
const char *ring_tool_get_layout (const RingTool *tool);

G_END_DECLS
