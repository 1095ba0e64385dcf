/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gem cuts: outline and facets at any size. A gem lies with x along its width, y along its
 * length and z up; z = 0 is the lower edge of the girdle. A pear points to -y. Lengths mm. Pure. */
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
} RingCut;

#define RING_N_CUTS 8

const char *ring_cut_id (RingCut cut);    /* "round" */
const char *ring_cut_label (RingCut cut); /* translated */
gboolean    ring_cut_from_id (const char *id, RingCut *cut);

/* The usual length over width, and total depth over width. */
double      ring_cut_usual_ratio (RingCut cut);
double      ring_cut_usual_depth (RingCut cut);
/* Of the total depth, the part above the girdle's lower edge. */
double      ring_cut_crown_part (RingCut cut);

/* The outline seen from above at u from 0 to 1, counter-clockwise from the right. */
RingPoint   ring_cut_outline (RingCut cut, double length, double width, double u);
RingPath   *ring_cut_outline_path (RingCut cut, double length, double width) G_GNUC_WARN_UNUSED_RESULT;
/* The gem as a closed solid of named facets. */
RingSolid  *ring_cut_solid (RingCut cut, double length, double width, double depth) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
