/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many small stones as one: a halo round a gem, a row round the finger, pavé, a line of stones
 * along a drawn curve. From a few figures come the places of all stones, how many there are and
 * how close they stand. Lengths mm, angles degrees. Pure. */
#pragma once

#include "ring-band.h"
#include "ring-cut.h"
#include "ring-metal.h"
#include "ring-place.h"

G_BEGIN_DECLS

typedef enum
{
  RING_LAYOUT_HALO,     /* round a gem, along its girdle */
  RING_LAYOUT_ETERNITY, /* a row round the finger, or a part of it */
  RING_LAYOUT_CHANNEL,  /* the same between two walls of metal */
  RING_LAYOUT_PAVE,     /* rows round the finger, each in the gaps of the one beside it */
  RING_LAYOUT_CURVE,    /* along a line on the outside of the band */
} RingLayoutKind;

#define RING_N_LAYOUTS 5
/* No row has more stones, no layout more rows, no line more points. */
#define RING_LAYOUT_MOST 240
#define RING_LAYOUT_MOST_ROWS 9
#define RING_LAYOUT_MOST_POINTS 400

typedef struct
{
  RingLayoutKind kind;
  /* Each stone. At rest its width lies along the line; TURN turns it from there. */
  RingCut cut;
  double  length, width, depth;
  double  turn;
  double  spacing; /* girdle to girdle, at least */
  guint   count;   /* in a row; 0: as many as there is room for. They fill the line evenly */
  guint   rows;    /* of a halo and of pavé; 0: one, and as many as the band is wide enough for */
  double  height;  /* of the girdles, over the band's surface; of a halo over the gem's girdle */

  /* A halo: the gem, and the air between the girdles. */
  RingCut   gem_cut;
  double    gem_length, gem_width;
  RingPlace gem_place;
  double    gap;

  /* Round the finger: the middle of the row, how far it goes (360 is all round), and across. */
  double angle, arc, offset;

  /* Along a line: x is the angle round the finger, which may go past 180, y the offset across. */
  const RingPoint *points;
  guint            n_points;
  gboolean         closed;
} RingLayout;

typedef struct
{
  GArray *places;  /* of RingPlace: row after row, in the order of the line */
  GArray *tight;   /* of gboolean, as many: whether a stone stands too close to another one */
  guint   n_tight;
  double  nearest; /* the least distance between two girdles; below 0 they overlap */
  gboolean all_round; /* a full circle round the finger: such a ring cannot be resized */
} RingLaid;

const char *ring_layout_kind_id (RingLayoutKind kind); /* "halo" */
const char *ring_layout_kind_label (RingLayoutKind kind); /* translated */
gboolean    ring_layout_kind_from_id (const char *id, RingLayoutKind *kind);
/* Whether the stones sit along the band, and not round a gem. */
gboolean    ring_layout_is_on_band (RingLayoutKind kind);

/* Sets out the stones. A pair of them is too close when the air between is less than LEAST. For
 * rounds the air is the distance of the centres less the diameter, as the formula for halos and
 * eternity rings has it: as many fit as N = floor (pi / asin ((d + s) / 2 r)) on a circle of
 * radius r, D/2 + gap + d/2 of a halo, and the finger's radius and the band's thickness of a row
 * on it; half an eternity is half of them. On other lines N is the greatest number of equal
 * chords. Of stones that are not round it is the air between their outlines. */
void ring_layout_lay (const RingLayout *layout, const RingBand *band, double least, RingLaid *laid);
void ring_laid_clear (RingLaid *laid);

/* The walls of a channel, in the ring's axes. They reach up to the tables of the stones and over
 * their edges. */
RingMetal *ring_layout_walls (const RingLayout *layout, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;

/* Of those walls, over the band, mm3. */
double     ring_layout_walls_volume (const RingLayout *layout, const RingBand *band);

typedef struct
{
  RingCut   cut;
  double    length, width;
  RingPlace place;
} RingLayoutStone;

/* The air between two stones' girdles, below 0 where they stand in each other. RADIUS is the finger
 * circle's. */
double ring_layout_air (const RingLayoutStone *a, const RingLayoutStone *b, double radius);

/* The line that the first row stands on, in the ring's axes: RingVec, closed by its first point
 * again. */
GArray *ring_layout_line (const RingLayout *layout, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
