/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that stones are set along: where each stone of a row goes, at equal chords. */
#pragma once

#include "ring-layout.h"

G_BEGIN_DECLS

/* A point in space, and what it is called where the line was drawn: x and y of the gem's girdle
 * for a halo, the angle and the offset on the band. */
typedef struct
{
  RingVec   p;
  RingPoint at;
} RingLineNode;

typedef struct
{
  RingPoint at;
  RingPoint along; /* the way of the line there, in the same terms */
} RingLineStop;

typedef struct
{
  GArray  *nodes; /* RingLineNode; of a closed line the last is the first again */
  double  *sums;  /* the way to each node */
  gboolean closed;
} RingLine;

void   _ring_line_init (RingLine *line, GArray *nodes, gboolean closed); /* takes NODES */
void   _ring_line_clear (RingLine *line);
double _ring_line_length (const RingLine *line);
/* How many stones stand on the line when neighbours' centres are PITCH apart at least. */
guint  _ring_line_count (const RingLine *line, double pitch);
/* N of them at equal chords, and evenly: on an open line each has an equal share of it and stands
 * in its middle. Returns the chord. STOPS has room for N. */
double _ring_line_stops (const RingLine *line, guint n, RingLineStop *stops);

/* The line at distance D from a gem's girdle. */
GArray *_ring_line_round_gem (RingCut cut, double length, double width, double d) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
