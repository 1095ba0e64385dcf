/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gem cuts: outline and facets at any size and proportions. A gem lies with x along its width, y
 * along its length and z up; z = 0 is the lower edge of the girdle, or the flat base of a stone
 * that has no pavilion. Points of a pear, a heart and a triangle lie at -y. Lengths mm. Pure. */
#pragma once

#include "ring-path.h"
#include "ring-solid.h"

G_BEGIN_DECLS

typedef enum
{
  RING_CUT_ROUND,
  RING_CUT_OVAL,
  RING_CUT_PRINCESS,
  RING_CUT_EMERALD,
  RING_CUT_CUSHION,
  RING_CUT_PEAR,
  RING_CUT_MARQUISE,
  RING_CUT_ASSCHER,
  RING_CUT_HEART,
  RING_CUT_RADIANT,
  RING_CUT_FLANDERS,
  RING_CUT_OCTAGON,
  RING_CUT_SQUARE,
  RING_CUT_BAGUETTE,
  RING_CUT_TAPERED_BAGUETTE,
  RING_CUT_TRILLION,
  RING_CUT_TRILLIANT,
  RING_CUT_TRIANGLE,
  RING_CUT_OLD_MINE,
  RING_CUT_OLD_EUROPEAN,
  RING_CUT_SINGLE,
  RING_CUT_ROSE,
  RING_CUT_HALF_MOON,
  RING_CUT_KITE,
  RING_CUT_SHIELD,
  RING_CUT_HEXAGON,
  RING_CUT_LOZENGE,
  RING_CUT_CABOCHON,
  RING_CUT_SUGARLOAF,
  RING_CUT_BRIOLETTE,
} RingCut;

#define RING_N_CUTS 30

typedef enum
{
  RING_CUT_BRILLIANT,
  RING_CUT_STEP,
  RING_CUT_MIXED,
  RING_CUT_ROSES,  /* triangles all over: rose and briolette */
  RING_CUT_SMOOTH, /* cabochons */
} RingCutFamily;

/* What a report states, as parts of the width. What a cut does not have is 0: a cabochon's table.
 * Lengths of stars and lower halves are parts of their way in plan, as GIA measures them. */
typedef struct
{
  double table, crown, girdle, pavilion;
  double star, lower_half;
} RingCutProportions;

/* The mean of the ends of a tapered baguette, of the wider one. */
#define RING_CUT_TAPER_MEAN 0.85

const char   *ring_cut_id (RingCut cut);    /* "round" */
const char   *ring_cut_label (RingCut cut); /* translated */
gboolean      ring_cut_from_id (const char *id, RingCut *cut);
RingCutFamily ring_cut_family (RingCut cut);
const char   *ring_cut_family_label (RingCutFamily family); /* translated */
/* Whether light can be followed through the stone exactly: it is convex and every facet flat. Of
 * the others (heart, cabochon, sugarloaf) only lines and tones can be drawn. */
gboolean      ring_cut_is_exact (RingCut cut);

/* The usual length over width, the usual proportions, and their total depth over width. */
double             ring_cut_usual_ratio (RingCut cut);
RingCutProportions ring_cut_usual_proportions (RingCut cut);
double             ring_cut_usual_depth (RingCut cut);
/* Of the total depth, the part above the girdle's lower edge. */
double             ring_cut_crown_part (RingCut cut);

/* The outline seen from above at u from 0 to 1, counter-clockwise from the right. */
RingPoint   ring_cut_outline (RingCut cut, double length, double width, double u);
RingPath   *ring_cut_outline_path (RingCut cut, double length, double width) G_GNUC_WARN_UNUSED_RESULT;
/* The gem as a closed solid of named facets, at its usual proportions but for the DEPTH. */
RingSolid  *ring_cut_solid (RingCut cut, double length, double width, double depth) G_GNUC_WARN_UNUSED_RESULT;
/* The same at PROPORTIONS; its depth is what they add up to. Tables are from 0.2 to 0.9 and
 * heights above 0 where the cut has them; what lies outside is brought inside. */
RingSolid  *ring_cut_solid_of (RingCut cut, double length, double width, const RingCutProportions *proportions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
