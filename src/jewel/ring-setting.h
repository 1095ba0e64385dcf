/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings: what holds a gem on its ring. A setting says little, the rest follows from the gem;
 * its metal is built in the gem's own axes (ring-cut.h). Pure; lengths mm. */
#pragma once

#include "ring-band.h"
#include "ring-cut.h"
#include "ring-metal.h"
#include "ring-place.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SETTING_CLAWS,  /* leaning outwards from a ring on the band */
  RING_SETTING_BASKET, /* nearly upright, with rails */
  RING_SETTING_PEG,    /* from one peg below the culet */
  RING_SETTING_BEZEL,  /* an upright wall all round */
  RING_SETTING_HALF_BEZEL, /* walls on two sides, along the band */
  RING_SETTING_COLLET, /* a wall that narrows towards the band */
  RING_SETTING_CHANNEL, /* two walls that run with the band */
  RING_SETTING_BAR,    /* two bars across it */
  RING_SETTING_FLUSH,  /* sunk into the band */
} RingSettingKind;

#define RING_N_SETTING_KINDS 9

typedef enum
{
  RING_CLAW_ROUND,
  RING_CLAW_TAB,
  RING_CLAW_TALON,
  RING_CLAW_DOUBLE,
  RING_CLAW_V, /* on points; round elsewhere */
} RingClawShape;

#define RING_N_CLAW_SHAPES 5

#define RING_SETTING_LEAST_CLAWS 3
#define RING_SETTING_MOST_CLAWS 8
#define RING_SETTING_MOST_RAILS 3

/* Clear space between a culet, or any metal over it, and the finger (Stuller, Best Practices for
 * CAD/CAM Services). */
#define RING_SETTING_CLEARANCE 0.5

typedef struct
{
  RingSettingKind kind;
  guint           claws;
  RingClawShape   shape;
  double          claw;  /* diameter at the girdle */
  double          wall;  /* thickness of a bezel, a collet or a channel; width of a bar */
  guint           rails;
  double          rail;  /* their thickness */
  double          cover; /* part of the outline that a half bezel covers */
} RingSetting;

/* The gem that is set, and the band below it, which must stay. */
typedef struct
{
  RingCut   cut;
  double    length, width, depth;
  RingPlace place;
  const RingBand *band;
  double    surface; /* of the band over the finger circle, at the gem's place */
} RingSettingGem;

void        ring_setting_gem_init (RingSettingGem *gem, const RingBand *band, RingCut cut, double length, double width, double depth, const RingPlace *place);

const char *ring_setting_kind_id (RingSettingKind kind); /* "claws", "half-bezel" */
const char *ring_setting_kind_label (RingSettingKind kind); /* translated */
gboolean    ring_setting_kind_from_id (const char *id, RingSettingKind *kind);
const char *ring_claw_shape_id (RingClawShape shape);
const char *ring_claw_shape_label (RingClawShape shape);
gboolean    ring_claw_shape_from_id (const char *id, RingClawShape *shape);

/* What a kind is made of. */
gboolean    ring_setting_has_claws (RingSettingKind kind);
gboolean    ring_setting_has_wall (RingSettingKind kind);
gboolean    ring_setting_has_rails (RingSettingKind kind);

/* The kind that is usual for a cut, and all that is usual for a kind. Formulas in ring-setting.c. */
RingSettingKind ring_setting_usual_kind (RingCut cut);
void            ring_setting_propose (RingSetting *setting, RingSettingKind kind, const RingSettingGem *gem);
/* Of the girdle's lower edge over the finger: where a setting of this kind has its gem at least. */
double          ring_setting_least_height (RingSettingKind kind, const RingSettingGem *gem);
/* The height at which such a setting usually has it. */
double          ring_setting_usual_height (RingSettingKind kind, const RingSettingGem *gem);

/* The metal, in the gem's axes. */
RingMetal  *ring_setting_build (const RingSetting *setting, const RingSettingGem *gem) G_GNUC_WARN_UNUSED_RESULT;
/* What stands over the band, mm3; less than 0 where more is taken out of the band than is added. */
double      ring_setting_volume (const RingSetting *setting, const RingSettingGem *gem);

/* A measure of a setting that is under a minimum (ring-minimum.h). */
typedef struct
{
  const char *minimum; /* its id */
  double      mm;      /* what it is */
} RingSettingFault;

/* Of RingSettingFault: claws, walls, rails and the room between them, the culet over the finger, and the
 * metal round a stone that is set flush. Shops with limits of their own compare the mm themselves:
 * LEAST says the limit of a minimum, NULL is ring_minimum_find(). */
typedef double (*RingSettingLeast) (const char *minimum, gpointer user_data);
GArray     *ring_setting_check (const RingSetting *setting, const RingSettingGem *gem, RingSettingLeast least, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Where on the outline the claws sit, in plan; CLAWS of them. */
void        ring_setting_place_claws (const RingSettingGem *gem, guint claws, RingPoint *places);

G_END_DECLS
