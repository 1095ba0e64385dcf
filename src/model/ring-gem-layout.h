/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed view of a layout's record: many small stones that are one object of a ring. Its stones
 * have no records; they are set out anew from the ring, and for a halo from its gem, whenever they
 * are asked for, and so follow both. Pure; lengths mm, angles degrees.
 *
 * Fields of the record: ring, gem (ids), kind, cut, length, width, species, style, turn, spacing,
 * count, rows, height, gap, angle, arc, offset, points, closed. */
#pragma once

#include "ring-edit.h"
#include "ring-gem.h"
#include "ring-layout.h"
#include "ring-sieve.h"

G_BEGIN_DECLS

typedef struct
{
  const char        *id;
  const char        *ring; /* id of the ring's record; "" is the first ring */
  const char        *gem;  /* a halo's; "" for the others */
  const RingSpecies *species;
  RingGemStyle       style;
  RingLayout         layout;
  /*< private >*/
  RingPoint *points; /* those of LAYOUT */
} RingGemLayout;

/* What is usual, mm. */
#define RING_GEM_LAYOUT_MM 1.3
#define RING_GEM_LAYOUT_SPACING 0.2
#define RING_GEM_LAYOUT_GAP 0.2

/* A layout of KIND with what is usual: round diamonds of 1.3 mm, 0.2 mm apart. */
void     ring_gem_layout_init_usual (RingGemLayout *layout, RingLayoutKind kind);
/* The strings belong to RECORD. A missing or impossible field takes its default. FALSE when RECORD
 * is no layout, its kind or cut is not known, or the gem of a halo is not in DRAWING: then there is
 * nothing to draw, and nothing to clear. */
gboolean ring_gem_layout_init (RingGemLayout *layout, const RingRecord *record, const RingDrawing *drawing);
void     ring_gem_layout_clear (RingGemLayout *layout);
/* Along these points from now on; they are copied. */
void     ring_gem_layout_set_points (RingGemLayout *layout, const RingPoint *points, guint n_points, gboolean closed);
void     ring_gem_layout_set_gem (RingGemLayout *layout, const RingGem *gem);
/* BASE with the fields that LAYOUT gives; what has its usual value is left out. */
RingRecord *ring_gem_layout_to_record (const RingGemLayout *layout, const RingRecord *base) G_GNUC_WARN_UNUSED_RESULT;

/* As ring_layout_lay(), but of what was laid last nothing is reckoned again. */
void     ring_gem_layout_lay (const RingGemLayout *layout, const RingBand *band, double least, RingLaid *laid);
/* The layout's stones as gems, of RingGem; their ids are the layout's. */
GArray  *ring_gem_layout_gems (const RingGemLayout *layout, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;
/* All that is set on a ring: its gems, as ring_gem_list() gives them, then those of its layouts. */
GArray  *ring_gem_list_all (const RingDrawing *drawing, const char *ring_id) G_GNUC_WARN_UNUSED_RESULT;

/* What N of them weigh, reckoned by formula, and, for small round diamonds, as they are counted by
 * the sieve. */
typedef struct
{
  double each, total, error; /* ct, ct, a part */
  char  *formula;            /* of one */
  const RingSieve *sieve;    /* NULL where they are not sold so */
  double by_sieve;           /* ct of all */
} RingLayoutWeight;
void     ring_gem_layout_weigh (const RingGemLayout *layout, guint n, RingLayoutWeight *weight);
void     ring_layout_weight_clear (RingLayoutWeight *weight);
/* How many there are, how close they stand and what they weigh, translated: "18 × round 1.3 mm,
 * 0.20 mm apart, 0.145 ct ±5 % by formula, 0.180 ct by sieve +2.5". */
char    *ring_gem_layout_format (const RingGemLayout *layout, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;
/* "18 × 1.3 mm" and, in a second line, "0.15 ct". */
char    *ring_gem_layout_format_short (const RingGemLayout *layout, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the halos of a gem away; the gem itself is the caller's. */
void     ring_gem_layout_remove_halos (RingEdit *edit, const char *gem_id);
/* Whether a ring has stones all round, so that its size can never be changed. */
gboolean ring_gem_layout_is_all_round (const RingDrawing *drawing, const char *ring_id);

G_END_DECLS
