/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-setting-numbers.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"

static const RingSettingNumberInfo numbers[RING_N_SETTING_NUMBERS] = {
  [RING_NUMBER_CLAWS]
  = { N_ ("Claws"), "", RING_GIVEN_CLAWS, RING_SETTING_LEAST_CLAWS, RING_SETTING_MOST_CLAWS, 1, 0 },
  [RING_NUMBER_CLAW] = { N_ ("Claw thickness"), N_ ("mm"), RING_GIVEN_CLAW, RING_SETTING_LEAST_MM,
                         RING_SETTING_MOST_MM, 0.05, 2 },
  [RING_NUMBER_WALL] = { N_ ("Wall thickness"), N_ ("mm"), RING_GIVEN_WALL, RING_SETTING_LEAST_MM,
                         RING_SETTING_MOST_MM, 0.05, 2 },
  [RING_NUMBER_RAILS]
  = { N_ ("Gallery rails"), "", RING_GIVEN_RAILS, 0, RING_SETTING_MOST_RAILS, 1, 0 },
  [RING_NUMBER_RAIL] = { N_ ("Rail thickness"), N_ ("mm"), RING_GIVEN_RAIL, RING_SETTING_LEAST_MM,
                         RING_SETTING_MOST_MM, 0.05, 2 },
  [RING_NUMBER_COVER] = { N_ ("Outline covered"), N_ ("%"), RING_GIVEN_COVER, 10, 90, 5, 0 },
  [RING_NUMBER_GIRDLE] = { N_ ("Girdle over the finger"), N_ ("mm"), 0, -5, 40, 0.1, 2 },
  [RING_NUMBER_TABLE] = { N_ ("Table over the finger"), N_ ("mm"), 0, -5, 60, 0.1, 2 },
  [RING_NUMBER_TILT] = { N_ ("Tilt along the finger"), N_ ("°"), 0, -180, 180, 1, 0 },
  [RING_NUMBER_LEAN] = { N_ ("Lean round the finger"), N_ ("°"), 0, -180, 180, 1, 0 },
  [RING_NUMBER_SPIN] = { N_ ("Turn about its axis"), N_ ("°"), 0, -360, 360, 5, 0 },
};

const RingSettingNumberInfo *
ring_setting_number_get_info (RingSettingNumber number)
{
  return &numbers[number];
}

gboolean
ring_picked_setting_init (RingPickedSetting *picked, RingDesign *design, const char *gem_id)
{
  if (design == NULL || gem_id == NULL)
    return FALSE;
  picked->drawing = ring_design_get_drawing (design);
  if (!ring_gem_init (&picked->gem,
                      ring_drawing_find_record (picked->drawing, RING_RECORD_GEM, gem_id)))
    return FALSE;
  picked->record = ring_gem_setting_find (picked->drawing, gem_id);
  ring_spec_init (&picked->spec, ring_drawing_find_ring (picked->drawing, picked->gem.ring));
  return ring_gem_setting_init (&picked->choice, picked->record, &picked->gem, &picked->spec.band);
}

static double
table_height (const RingGem *gem)
{
  return gem->depth * ring_cut_crown_part (gem->cut);
}

double
ring_picked_setting_get (const RingPickedSetting *picked, RingSettingNumber number)
{
  const RingSetting *setting = &picked->choice.setting;
  const RingPlace *place = &picked->gem.place;

  switch (number)
    {
    case RING_NUMBER_CLAWS:
      return setting->claws;
    case RING_NUMBER_CLAW:
      return setting->claw;
    case RING_NUMBER_WALL:
      return setting->wall;
    case RING_NUMBER_RAILS:
      return setting->rails;
    case RING_NUMBER_RAIL:
      return setting->rail;
    case RING_NUMBER_COVER:
      return 100 * setting->cover;
    case RING_NUMBER_GIRDLE:
      return place->height;
    case RING_NUMBER_TABLE:
      return place->height + table_height (&picked->gem);
    case RING_NUMBER_TILT:
      return place->tilt;
    case RING_NUMBER_LEAN:
      return place->lean;
    case RING_NUMBER_SPIN:
    default:
      return place->spin;
    }
}

void
ring_picked_setting_set (RingPickedSetting *picked, RingSettingNumber number, double value)
{
  RingSetting *setting = &picked->choice.setting;
  RingPlace *place = &picked->gem.place;

  picked->choice.given |= numbers[number].given;
  switch (number)
    {
    case RING_NUMBER_CLAWS:
      setting->claws = (guint) value;
      break;
    case RING_NUMBER_CLAW:
      setting->claw = value;
      break;
    case RING_NUMBER_WALL:
      setting->wall = value;
      break;
    case RING_NUMBER_RAILS:
      setting->rails = (guint) value;
      break;
    case RING_NUMBER_RAIL:
      setting->rail = value;
      break;
    case RING_NUMBER_COVER:
      setting->cover = value / 100;
      break;
    case RING_NUMBER_GIRDLE:
      place->height = value;
      break;
    case RING_NUMBER_TABLE:
      place->height = value - table_height (&picked->gem);
      break;
    case RING_NUMBER_TILT:
      place->tilt = value;
      break;
    case RING_NUMBER_LEAN:
      place->lean = value;
      break;
    case RING_NUMBER_SPIN:
    default:
      place->spin = value;
      break;
    }
}

gboolean
ring_setting_number_is_of (RingSettingNumber number, RingSettingKind kind)
{
  switch (number)
    {
    case RING_NUMBER_CLAWS:
    case RING_NUMBER_CLAW:
      return ring_setting_has_claws (kind);
    case RING_NUMBER_RAILS:
    case RING_NUMBER_RAIL:
      return ring_setting_has_rails (kind);
    case RING_NUMBER_WALL:
      return ring_setting_has_wall (kind);
    case RING_NUMBER_COVER:
      return kind == RING_SETTING_HALF_BEZEL;
    default:
      return TRUE;
    }
}

char *
ring_picked_setting_format (const RingPickedSetting *picked)
{
  const RingSetting *setting = &picked->choice.setting;
  gboolean claws = ring_setting_has_claws (setting->kind);
  g_autofree char *number = ring_number_format (claws ? setting->claw : setting->wall, 2);

  if (claws)
    /* Translators: a kind of setting, how many claws it has, and their thickness. */
    return g_strdup_printf (_ ("%s, %u × %s mm"), ring_setting_kind_label (setting->kind),
                            setting->claws, number);
  if (ring_setting_has_wall (setting->kind))
    /* Translators: a kind of setting and the thickness of its walls. */
    return g_strdup_printf (_ ("%s, %s mm"), ring_setting_kind_label (setting->kind), number);
  return g_strdup (ring_setting_kind_label (setting->kind));
}
