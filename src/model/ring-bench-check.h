/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bench rules: what of a design is thinner, narrower or closer than a bench asks for. Nothing is
 * refused: a finding says what it is, where, how much, and who asks for more. Pure. */
#pragma once

#include "ring-drawing.h"
#include "ring-minimum.h"
#include "ring-view-lines.h"

G_BEGIN_DECLS

typedef struct
{
  const RingMinimum *rule;
  double mm;    /* as it is */
  double least; /* as it should be at least */
  guint  n;     /* so many stones, or lines, are like this one, which is the worst */
  char  *text;  /* translated: "Culet to finger: 0.32 mm, at least 0.5 mm" */
  /* Where: a place of a ring, which all its views show, or a point of one view. */
  char     *ring; /* id of the ring's record, "" when there is none; NULL for ink */
  RingVec   at;   /* in the ring's axes */
  char     *view; /* id; NULL for a place of a ring */
  RingPoint point;
} RingFinding;

/* Of RingFinding, the ring's first, then its stones, then lines on the layers of metal. */
GArray  *ring_bench_check (const RingDrawing *drawing, const RingLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
/* Where a view shows a finding, mm of the view; FALSE where it does not. */
gboolean ring_finding_see (const RingFinding *finding, const RingDrawing *drawing, const RingViewHead *head, RingPoint *point);

G_END_DECLS
