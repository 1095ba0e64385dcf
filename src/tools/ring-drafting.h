/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tools that construct are set to. */
#pragma once

#include "ring-figure.h"

G_BEGIN_DECLS

typedef struct
{
  RingFigureForm  shape;
  RingFigureStyle line;
  gboolean        automatic; /* a dimension finds its form from what is tapped; else DIMENSION */
  RingFigureForm  dimension;
  double          text_size; /* em, mm of paper */
  gboolean        snaps;
  double          grid;      /* step, mm of the ring; 0 for none */
  gboolean        holds;     /* a pen that is held still makes a shape of its stroke */
} RingDrafting;

/* A line, automatic dimensions, letters of RING_FIGURE_EM, all snapped, no grid; strokes stay strokes. */
void ring_drafting_init (RingDrafting *drafting);

G_END_DECLS
