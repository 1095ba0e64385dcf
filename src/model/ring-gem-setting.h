/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed view of a setting's record: what holds a gem. It says only what somebody decided; the
 * rest is proposed for the gem (ring-setting.h) and follows it. Pure; lengths mm.
 *
 * Fields of the record: gem (id), kind, and where they are not as proposed: claws, shape, claw,
 * wall, rails, rail, cover (per cent); alloy where it is not the ring's. */
#pragma once

#include "ring-alloy.h"
#include "ring-edit.h"
#include "ring-gem.h"
#include "ring-setting.h"
#include "ring-spec.h"

G_BEGIN_DECLS

/* What a setting says itself, besides its kind. */
typedef enum
{
  RING_GIVEN_CLAWS = 1 << 0,
  RING_GIVEN_SHAPE = 1 << 1,
  RING_GIVEN_CLAW = 1 << 2,
  RING_GIVEN_WALL = 1 << 3,
  RING_GIVEN_RAILS = 1 << 4,
  RING_GIVEN_RAIL = 1 << 5,
  RING_GIVEN_COVER = 1 << 6,
} RingGiven;

/* What people decide: the fields of SETTING that GIVEN names, its kind, and the metal ("" is the
 * ring's). */
typedef struct
{
  RingSetting setting;
  guint       given; /* of RingGiven */
  const char *alloy; /* id; static, or "" */
} RingSettingChoice;

/* The kind that is usual for the gem's cut, whatever it is. */
#define RING_SETTING_USUAL (-1)
/* Bounds of the thicknesses that may be given. */
#define RING_SETTING_LEAST_MM 0.1
#define RING_SETTING_MOST_MM 5.0

/* As the setter and the proposals see GEM on a ring of this BAND, which must stay. */
void ring_gem_setting_gem (RingSettingGem *held, const RingGem *gem, const RingBand *band);
/* FALSE when RECORD is no setting, or of a kind that is not known: then nothing is drawn. A missing
 * or impossible field is as proposed. */
gboolean ring_gem_setting_init (RingSettingChoice *choice, const RingRecord *record, const RingGem *gem, const RingBand *band);
/* What is not given is proposed again, for another kind or another gem. */
void ring_setting_choice_fill (RingSettingChoice *choice, const RingGem *gem, const RingBand *band);
/* The id of its alloy, which is the ring's where it has none of its own; "" while none is chosen. */
const char *ring_setting_choice_alloy (const RingSettingChoice *choice, const RingSpec *spec);
/* The record of the setting that holds the gem with this id: the first, or NULL. */
const RingRecord *ring_gem_setting_find (const RingDrawing *drawing, const char *gem_id);
/* BASE, with its gem, and what CHOICE says. */
RingRecord *ring_gem_setting_to_record (const RingSettingChoice *choice, const RingRecord *base) G_GNUC_WARN_UNUSED_RESULT;
/* Puts GEM into such a setting, instead of the one it has. A setting of another kind than before takes
 * the gem to where it has its place at least: a peg head over its culet, a flush one into the band. ID is
 * that of the record if a new one is needed. */
void ring_gem_setting_put (RingEdit *edit, const RingDrawing *drawing, const RingGem *gem, const RingBand *band, const RingSettingChoice *choice, const char *id);
/* Takes all settings of a gem away, as when it is removed itself. */
void ring_gem_setting_remove (RingEdit *edit, const RingDrawing *drawing, const char *gem_id);

/* Of its metal, mm3, as ring_setting_volume(). */
double ring_gem_setting_volume (const RingSettingChoice *choice, const RingGem *gem, const RingBand *band);

/* The metal of all settings of a ring. */
typedef struct
{
  guint    n;
  double   volume; /* mm3 */
  double   grams;  /* of those whose alloy is known */
  gboolean weighed; /* all of them are */
} RingSettingWeight;

/* RING may be NULL: the ring that gems without one are on. */
void ring_gem_setting_weigh (const RingDrawing *drawing, const RingRecord *ring, RingSettingWeight *weight);

G_END_DECLS
