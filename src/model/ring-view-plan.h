/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows of a sheet: which views of a ring there are, how large and where. Each change is one
 * step. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"

G_BEGIN_DECLS

/* The windows that fit most rings, mm of the ring. */
RingRect ring_view_plan_clip (RingViewKind kind);
/* Scales that windows are offered at, ending with 0. */
const double *ring_view_plan_scales (void);

/* An empty window with the usual layers. HEAD's id is ignored; NEW_ID gives that of the view ('v') and
 * those of the layers ('l'). */
typedef char *(*RingViewPlanId) (gpointer source, char kind);
RingView *ring_view_plan_new_view (const RingViewHead *head, RingViewPlanId new_id, gpointer source) G_GNUC_WARN_UNUSED_RESULT;
/* The heads of the five views of each of N rings (6 at most), in their places on an A4 page for third-angle
 * projection: top above front, the right side to its right; one ring at 4:1, two below each other at
 * 2:1, more in two columns at 1:1. They name no ring yet. */
GArray *ring_view_plan_sheet (guint n) G_GNUC_WARN_UNUSED_RESULT;
/* Moves HEAD to where its window covers the least of the others, the topmost and leftmost of such
 * places. */
void ring_view_plan_find_place (const RingDrawing *drawing, RingViewHead *head);

/* Which way views unfold: each beside the side that it shows (third angle), or across from it
 * (first angle). It is said in the ring's record, field "projection". */
gboolean  ring_view_plan_is_first_angle (const RingDrawing *drawing, const char *ring_id);

/* Steps; NULL with an error where there is nothing to do it to. */
/* A window of KIND on the ring RING_ID, in the largest empty place of the page. */
RingEdit *ring_view_plan_add (RingDesign *design, RingViewKind kind, const char *ring_id) G_GNUC_WARN_UNUSED_RESULT;
/* With what is drawn in it. The page stays, as does a view that holds another program's content. */
RingEdit *ring_view_plan_remove (RingDesign *design, const char *view_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a part of EDIT, which was made on DRAWING; FALSE with an error, changing nothing. */
gboolean  ring_view_plan_take_away (RingEdit *edit, const RingDrawing *drawing, const char *view_id, GError **error);
/* The window stays in its corner and shows as much of the ring. */
RingEdit *ring_view_plan_scale (RingDesign *design, const char *view_id, double scale) G_GNUC_WARN_UNUSED_RESULT;
/* Turns the views of a ring over to the other projection: top and side change to the other side of
 * the front view. */
RingEdit *ring_view_plan_set_first_angle (RingDesign *design, const char *ring_id, gboolean first) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
