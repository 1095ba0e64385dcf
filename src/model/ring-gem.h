/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed view of a gem's record: a stone of some cut and size at its place on a ring. It belongs
 * to the ring and is seen in all its views. Pure; lengths mm, angles degrees.
 *
 * Fields of the record: ring, stone (ids), cut, species, length, width, depth, angle, offset, height, tilt,
 * lean, spin (as RingPlace), style ("line", "lit"). */
#pragma once

#include "ring-cut.h"
#include "ring-drawing.h"
#include "ring-gem-art.h"
#include "ring-gem-text.h"
#include "ring-place.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *id;
  const char  *ring;  /* id of the ring's record; "" is the first ring */
  const char  *stone; /* id of the stone's record; "" without one */
  gboolean     member; /* of a layout, whose id this is; it has no record of its own */
  gboolean     sunk;   /* down to the girdle in metal */
  RingCut      cut;
  const RingSpecies *species; /* diamond, where the record does not say or is not understood */
  double       length, width, depth;
  RingPlace    place;
  RingGemStyle style;
} RingGem;

/* The air below a culet: nothing stands closer to the finger. mm. */
#define RING_GEM_CLEARANCE 0.5
/* Further along the finger no ring goes, mm. */
#define RING_GEM_MOST_OFFSET 60.0

/* The strings belong to RECORD. A missing or impossible field takes its default: 6.5 mm long, as
 * wide and as deep as the cut usually is, at the top, its culet RING_GEM_CLEARANCE over the finger.
 * FALSE when RECORD is no gem or its cut is not known: then there is nothing to draw. */
gboolean    ring_gem_init (RingGem *gem, const RingRecord *record);
/* Of the girdle over the finger, when a stone DEPTH deep has its culet RING_GEM_CLEARANCE over it. */
double      ring_gem_usual_height (RingCut cut, double depth);
/* Another stone in the same place: as deep as usual when it has another cut or width, its culet as
 * much over the finger as before. */
void        ring_gem_set_choice (RingGem *gem, const RingGemChoice *choice);
/* BASE with the fields that GEM gives; what has its usual value is left out. */
RingRecord *ring_gem_to_record (const RingGem *gem, const RingRecord *base) G_GNUC_WARN_UNUSED_RESULT;
/* The gems of a ring, of RingGem, in the order of the records. RING_ID NULL or "" is the first
 * ring. The strings belong to DRAWING. */
GArray     *ring_gem_list (const RingDrawing *drawing, const char *ring_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
