/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one sees in a stone and on it, marked by hand on its own plan, as it came and as it is after work on it.
 * Each is a record "plot": stone (its id), when (before or after), the stone that the plan shows: cut, length,
 * width, depth (mm); and for each side and kind of mark the outlines of what the pen drew, path data in mm of
 * that plan, y down, from the gem's origin (ring-gem-art.h). A mark is a sign and no ink: it goes as a whole, and
 * how the pen was led is not kept. Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"
#include "ring-path.h"
#include "ring-recut.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PLOT_BEFORE,
  RING_PLOT_AFTER,
  RING_N_PLOTS
} RingPlotWhen;

typedef enum
{
  RING_PLOT_FACE,  /* face up */
  RING_PLOT_BELOW, /* turned over about its length: the pavilion */
  RING_N_PLOT_SIDES
} RingPlotSide;

typedef enum
{
  RING_PLOT_INSIDE,  /* inclusions, red */
  RING_PLOT_SURFACE, /* what reaches the surface, green */
  RING_N_PLOT_MARKS
} RingPlotMark;

/* NULL while nothing is marked; valid as long as DRAWING. */
const RingRecord *ring_plot_find (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when);
/* The stone that the plan shows: what was marked on, else the stone as its card has it, and after work as its
 * re-cut plan expects it until it came back from the cutter. A depth of 0 is usual for the cut. FALSE while the
 * card has no size. */
gboolean  ring_plot_get_shape (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when, RingRecutSize *shape);
/* Whether it was marked on another stone than the card has now. */
gboolean  ring_plot_is_other (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when);
/* Not NULL; empty for no marks, and for what is no outline. PLOT may be NULL. */
RingPath *ring_plot_get_outlines (const RingRecord *plot, RingPlotSide side, RingPlotMark mark) G_GNUC_WARN_UNUSED_RESULT;
/* How many strokes, on both sides or on one. */
guint     ring_plot_count (const RingRecord *plot, RingPlotMark mark);
guint     ring_plot_count_side (const RingRecord *plot, RingPlotSide side, RingPlotMark mark);
/* "3 inside, 1 at the surface"; NULL where nothing is marked. */
char     *ring_plot_format (const RingRecord *plot) G_GNUC_WARN_UNUSED_RESULT;
char     *ring_plot_format_side (const RingRecord *plot, RingPlotSide side) G_GNUC_WARN_UNUSED_RESULT;

/* Steps. A stroke more; NULL with RING_ERROR_INVALID while the card has no size, LIMIT where there are too many. */
RingEdit *ring_plot_add (RingDesign *design, const char *stone_id, RingPlotWhen when, RingPlotSide side,
                         RingPlotMark mark, const RingPath *outline, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes out all strokes that an eraser, REACH to all sides, met between A and B, mm; NULL for none. GESTURE names the
 * movement of the hand: what it takes is one step. */
RingEdit *ring_plot_erase (RingDesign *design, const char *stone_id, RingPlotWhen when, RingPlotSide side,
                           RingPoint a, RingPoint b, double reach, const char *gesture) G_GNUC_WARN_UNUSED_RESULT;
/* The marks on the stone as its card has it now; NULL where that is what they are on. */
RingEdit *ring_plot_reshape (RingDesign *design, const char *stone_id, RingPlotWhen when) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the stone's out. */
void      ring_plot_clear (RingEdit *edit, const char *stone_id);

G_END_DECLS
