/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a setting and of how its gem stands, as the fields show them. */
#pragma once

#include "ring-design.h"
#include "ring-gem-setting.h"

G_BEGIN_DECLS

/* First those of the setting, then those of its gem. */
typedef enum
{
  RING_NUMBER_CLAWS,
  RING_NUMBER_CLAW,
  RING_NUMBER_WALL,
  RING_NUMBER_RAILS,
  RING_NUMBER_RAIL,
  RING_NUMBER_COVER,
  RING_NUMBER_GIRDLE,
  RING_NUMBER_TABLE,
  RING_NUMBER_TILT,
  RING_NUMBER_LEAN,
  RING_NUMBER_SPIN,
} RingSettingNumber;

#define RING_N_SETTING_NUMBERS 11

typedef struct
{
  const char *label, *unit; /* translated by the caller with _() */
  RingGiven   given;        /* 0 for what belongs to the gem */
  double      least, most, step;
  guint       decimals;
} RingSettingNumberInfo;

/* What is shown: the gem, its ring and its setting. Strings belong to the drawing. */
typedef struct
{
  const RingDrawing *drawing;
  const RingRecord  *record; /* of the setting */
  RingGem            gem;
  RingSpec           spec;
  RingSettingChoice  choice;
} RingPickedSetting;

const RingSettingNumberInfo *ring_setting_number_get_info (RingSettingNumber number);
/* FALSE where GEM_ID is no gem of DESIGN, or has no setting that is known. */
gboolean ring_picked_setting_init (RingPickedSetting *picked, RingDesign *design, const char *gem_id);
double   ring_picked_setting_get (const RingPickedSetting *picked, RingSettingNumber number);
/* In PICKED alone; what belongs to the setting is given from now on. */
void     ring_picked_setting_set (RingPickedSetting *picked, RingSettingNumber number, double value);
/* What the bar says: "Claws, 6 × 1 mm"; translated. */
char    *ring_picked_setting_format (const RingPickedSetting *picked) G_GNUC_WARN_UNUSED_RESULT;
/* Whether settings of this kind have such a number. */
gboolean ring_setting_number_is_of (RingSettingNumber number, RingSettingKind kind);

G_END_DECLS
