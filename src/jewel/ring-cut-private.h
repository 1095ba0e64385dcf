/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the families of cuts share. Solids are built with half-width 1 and half-length a; the
 * heights of PROPORTIONS are then of the half-width too. */
#pragma once

#include "ring-cut.h"

G_BEGIN_DECLS

#define RING_CUT_GIRDLE_STEPS 96 /* flats round a curved girdle; mains and halves lie on corners */

typedef struct
{
  RingCut cut;
  double a;      /* half-length */
  double centre; /* y of the point that table and culet lie over */
  RingCutProportions p;
  RingSolid *solid;
} RingCutBuilder;

static const RingVec ring_cut_inside = { 0, 0, 0.01 };

/* The outline of a stone with half-width 1. */
RingPoint ring_cut_unit_outline (RingCut cut, double a, double u);
/* How many straight sides it has, with corners at whole parts of u; 0 where it is curved. */
guint     ring_cut_n_sides (RingCut cut);
double    ring_cut_centre (RingCut cut, double a);
/* The leg of a cut corner; 0 where corners are sharp or round. */
double    ring_cut_corner (RingCut cut);

void ring_cut_table_plane (const RingCutBuilder *b, RingFacetKind kind, double z);
void ring_cut_girdle_planes (const RingCutBuilder *b);

void ring_cut_build_brilliant (const RingCutBuilder *b);
void ring_cut_build_heart (const RingCutBuilder *b);
void ring_cut_build_step (const RingCutBuilder *b);
void ring_cut_build_princess (const RingCutBuilder *b);
void ring_cut_build_radiant (const RingCutBuilder *b);
void ring_cut_build_rose (const RingCutBuilder *b);
void ring_cut_build_briolette (const RingCutBuilder *b);
void ring_cut_build_smooth (const RingCutBuilder *b);

G_END_DECLS
