/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the kinds of settings share: the gem as a setter feels it. */
#pragma once

#include "ring-setting.h"

G_BEGIN_DECLS

/* A place of the girdle's outline. */
typedef struct
{
  RingPoint p;
  RingPoint out;   /* so that p + t out lies t outside of the outline on both sides of a corner */
  double    turn; /* of the outline, degrees; above 0 it bulges */
  gboolean  corner;
  double    way;   /* along the outline, from its first point */
} RingRimPoint;

typedef struct
{
  const RingSettingGem *gem;
  RingSolid *solid;
  RingPoint  centre;           /* that table and culet lie over */
  double     girdle, top;      /* heights of the girdle's upper edge and of the gem */
  double     pavilion;         /* depth below the girdle */
  double     floor;            /* where the setting begins: just within the band's surface */
  GArray    *rim;              /* of RingRimPoint, counter-clockwise */
  double     round;            /* its length */
} RingSeat;

void   _ring_seat_init (RingSeat *seat, const RingSettingGem *gem);
void   _ring_seat_clear (RingSeat *seat);
/* Height of the crown over a point of the plan; of the girdle's upper edge outside of it. */
double _ring_seat_crown (const RingSeat *seat, RingPoint at);
/* From the girdle at AT inwards to the table's edge, in plan. */
double _ring_seat_to_table (const RingSeat *seat, const RingRimPoint *at);
/* The place of the rim a part U of the outline round, or a way along it. */
RingRimPoint _ring_seat_at (const RingSeat *seat, double u);
RingRimPoint _ring_seat_along (const RingSeat *seat, double way);
/* Whether the outline comes to a point there. */
static inline gboolean
_ring_rim_is_point (const RingRimPoint *at)
{
  return at->turn > 55; /* a corner of 125 degrees: a hexagon's, not an octagon's */
}

void _ring_setting_add_claws (RingMetal *metal, const RingSetting *setting, const RingSeat *seat);
void _ring_setting_add_bezel (RingMetal *metal, const RingSetting *setting, const RingSeat *seat);
void _ring_setting_add_walls (RingMetal *metal, const RingSetting *setting, const RingSeat *seat);
void _ring_setting_add_flush (RingMetal *metal, const RingSeat *seat);
/* A wall round part of the outline, from FROM to TO along it (the same: all round), THICK at its
 * foot, which is at FOOT; its lip lies REACH over the crown. */
typedef struct
{
  double from, to;
  double thick, foot, lip, reach;
  double narrow; /* of the outline's size at the foot; 1 is upright */
} RingWall;
void _ring_setting_add_wall (RingMetal *metal, const RingSeat *seat, const RingWall *wall);

G_END_DECLS
