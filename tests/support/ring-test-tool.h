/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-test-model.h"
#include "ring-tool.h"

/* How large a pixel of the screen is where tests work: mm of a view. */
#define RING_TEST_PIXEL 0.05

/* The item that TOOL has picked; there must be one. */
const RingItem *ring_test_picked (RingDesign *design, const RingTool *tool);

/* Lets the program's clock stand at MS. */
void ring_test_stop_clock (gint64 ms);

/* A hand with a tool on VIEW, in mm: a tap, the way of a drag in N steps of 4 ms that is not ended
 * yet, a whole drag. The first and the last return whether TOOL made a step of them. */
gboolean ring_test_tap (RingTool *tool, RingView *view, double x, double y);
void ring_test_drag_open (
    RingTool *tool, RingView *view, double x0, double y0, double x1, double y1, guint n);
gboolean
ring_test_drag (RingTool *tool, RingView *view, double x0, double y0, double x1, double y1);
/* A line of 41 samples with a pen. */
void
ring_test_draw (RingDesign *design, RingViewKind kind, double x0, double y0, double x1, double y1);
