/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ideal line of a stroke, which wet and dry ink both follow: a curve through the smoothed
 * samples, as a chain of discs so dense that the straight hulls between them are within a
 * tolerance of it. A piece of it depends on four samples alone, so what was drawn of a stroke in
 * hand stays as it is but for the last piece, whose next sample is still to come. Private to
 * ink. */
#pragma once

#include "ring-disc.h"
#include "ring-smooth.h"

G_BEGIN_DECLS

/* A smoothed sample as the line sees it. A heading of (0, 0) is found from the neighbours; the
 * spring of STEADY knows its own, so that no later sample can change the line. */
typedef struct
{
  RingDisc  disc;
  RingPoint heading;
} RingLineNode;

RingLineNode ring_line_node (const RingInkStyle *style, const RingSmoother *smoother);
/* Smooths SAMPLES to nodes and gives how many; what is no number is left out. */
gsize        ring_line_nodes (const RingSample *samples, gsize n_samples, const RingInkStyle *style, RingLineNode *nodes);

typedef struct
{
  GArray *discs; /* RingDisc */
  GArray *marks; /* RingDiscMark, for each disc */
  guint   most;  /* discs of one piece */
} RingLine;

/* N_NODES is how many will follow, about: it bounds what hostile samples can ask for. */
void ring_line_init (RingLine *line, gsize n_nodes);
void ring_line_clear (RingLine *line);
/* Appends what lies behind node A up to node B. BEFORE and AFTER are the neighbours of both, or
 * NULL at an end of the stroke. */
void ring_line_add_piece (RingLine *line, const RingLineNode *before, const RingLineNode *a, const RingLineNode *b, const RingLineNode *after, double tolerance);
/* Appends the whole line through N nodes. */
void ring_line_add (RingLine *line, const RingLineNode *nodes, gsize n_nodes, double tolerance);

/* TOLERANCE where it is one, mm, else what a stroke on paper is fitted to. */
static inline double
ring_line_clean_tolerance (double tolerance)
{
  return tolerance >= 1e-5 && tolerance <= 1e3 ? tolerance : 0.01;
}

G_END_DECLS
