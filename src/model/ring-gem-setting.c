/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-setting.h"

#include <math.h>

#include "ring-kept-private.h"

#define DECIMALS 4

void
ring_gem_setting_gem (RingSettingGem *held, const RingGem *gem, const RingBand *band)
{
  ring_setting_gem_init (held, band, gem->cut, gem->length, gem->width, gem->depth, &gem->place);
}

/* A number that is not there, or not from LEAST to MOST, leaves *VALUE as proposed. */
static void
read_number (RingSettingChoice *choice,
             const RingRecord *record,
             const char *name,
             RingGiven given,
             double least,
             double most,
             double *value)
{
  double number;

  if (!ring_record_get_number (record, name, &number) || !(number >= least && number <= most))
    return;
  *value = number;
  choice->given |= given;
}

static void
read_count (RingSettingChoice *choice,
            const RingRecord *record,
            const char *name,
            RingGiven given,
            guint least,
            guint most,
            guint *value)
{
  double number = *value;

  read_number (choice, record, name, given, least, most, &number);
  *value = (guint) number;
}

gboolean
ring_gem_setting_init (RingSettingChoice *choice,
                       const RingRecord *record,
                       const RingGem *gem,
                       const RingBand *band)
{
  const RingAlloy *alloy;
  RingSettingKind kind;
  RingSettingGem held;
  double percent;

  *choice = (RingSettingChoice){ .alloy = "" };
  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_SETTING)
      || !ring_setting_kind_from_id (ring_record_get (record, "kind"), &kind))
    return FALSE;
  ring_gem_setting_gem (&held, gem, band);
  ring_setting_propose (&choice->setting, kind, &held);
  alloy = ring_alloy_find (ring_record_get (record, "alloy"));
  choice->alloy = alloy != NULL ? alloy->id : "";
  if (ring_claw_shape_from_id (ring_record_get (record, "shape"), &choice->setting.shape))
    choice->given |= RING_GIVEN_SHAPE;
  read_count (choice, record, "claws", RING_GIVEN_CLAWS, RING_SETTING_LEAST_CLAWS,
              RING_SETTING_MOST_CLAWS, &choice->setting.claws);
  read_count (choice, record, "rails", RING_GIVEN_RAILS, 0, RING_SETTING_MOST_RAILS,
              &choice->setting.rails);
  read_number (choice, record, "claw", RING_GIVEN_CLAW, RING_SETTING_LEAST_MM, RING_SETTING_MOST_MM,
               &choice->setting.claw);
  read_number (choice, record, "wall", RING_GIVEN_WALL, RING_SETTING_LEAST_MM, RING_SETTING_MOST_MM,
               &choice->setting.wall);
  read_number (choice, record, "rail", RING_GIVEN_RAIL, RING_SETTING_LEAST_MM, RING_SETTING_MOST_MM,
               &choice->setting.rail);
  percent = 100 * choice->setting.cover;
  read_number (choice, record, "cover", RING_GIVEN_COVER, 10, 90, &percent);
  choice->setting.cover = percent / 100;
  return TRUE;
}

void
ring_setting_choice_fill (RingSettingChoice *choice, const RingGem *gem, const RingBand *band)
{
  RingSetting given = choice->setting;
  RingSettingGem held;

  ring_gem_setting_gem (&held, gem, band);
  ring_setting_propose (&choice->setting, given.kind, &held);
  if ((choice->given & RING_GIVEN_CLAWS) != 0)
    choice->setting.claws = given.claws;
  if ((choice->given & RING_GIVEN_SHAPE) != 0)
    choice->setting.shape = given.shape;
  if ((choice->given & RING_GIVEN_CLAW) != 0)
    choice->setting.claw = given.claw;
  if ((choice->given & RING_GIVEN_WALL) != 0)
    choice->setting.wall = given.wall;
  if ((choice->given & RING_GIVEN_RAILS) != 0)
    choice->setting.rails = given.rails;
  if ((choice->given & RING_GIVEN_RAIL) != 0)
    choice->setting.rail = given.rail;
  if ((choice->given & RING_GIVEN_COVER) != 0)
    choice->setting.cover = given.cover;
}

const char *
ring_setting_choice_alloy (const RingSettingChoice *choice, const RingSpec *spec)
{
  return choice->alloy[0] != '\0' ? choice->alloy : spec->alloy;
}

const RingRecord *
ring_gem_setting_find (const RingDrawing *drawing, const char *gem_id)
{
  for (guint i = 0; gem_id != NULL && i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_SETTING)
          && g_strcmp0 (ring_record_get (record, "gem"), gem_id) == 0)
        return record;
    }
  return NULL;
}

static void
take_number (RingRecord **record, const char *name, double value, guint given, guint decimals)
{
  RingRecord *next = given != 0 && isfinite (value)
                         ? ring_record_with_number (*record, name, value, decimals)
                         : ring_record_with (*record, name, NULL);

  ring_record_unref (*record);
  *record = next;
}

RingRecord *
ring_gem_setting_to_record (const RingSettingChoice *choice, const RingRecord *base)
{
  RingRecord *record = ring_record_ref (base);
  const RingSetting *setting = &choice->setting;
  guint given = choice->given;

  ring_record_set (&record, "kind", ring_setting_kind_id (setting->kind));
  ring_record_set (&record, "alloy", choice->alloy);
  ring_record_set (&record, "shape",
              (given & RING_GIVEN_SHAPE) != 0 ? ring_claw_shape_id (setting->shape) : NULL);
  take_number (&record, "claws", setting->claws, given & RING_GIVEN_CLAWS, 0);
  take_number (&record, "rails", setting->rails, given & RING_GIVEN_RAILS, 0);
  take_number (&record, "claw", setting->claw, given & RING_GIVEN_CLAW, DECIMALS);
  take_number (&record, "wall", setting->wall, given & RING_GIVEN_WALL, DECIMALS);
  take_number (&record, "rail", setting->rail, given & RING_GIVEN_RAIL, DECIMALS);
  take_number (&record, "cover", 100 * setting->cover, given & RING_GIVEN_COVER, 1);
  return record;
}

static void
move_gem (RingEdit *edit,
          const RingDrawing *drawing,
          const RingGem *gem,
          const RingBand *band,
          RingSettingKind kind)
{
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_GEM, gem->id);
  g_autoptr (RingRecord) next = NULL;
  RingGem moved = *gem;
  RingSettingGem held;

  ring_gem_setting_gem (&held, gem, band);
  moved.place.height = ring_setting_usual_height (kind, &held);
  if (old == NULL || moved.place.height == gem->place.height)
    return;
  next = ring_gem_to_record (&moved, old);
  ring_edit_set_record (edit, next);
}

void
ring_gem_setting_put (RingEdit *edit,
                      const RingDrawing *drawing,
                      const RingGem *gem,
                      const RingBand *band,
                      const RingSettingChoice *choice,
                      const char *id)
{
  const RingRecord *old = ring_gem_setting_find (drawing, gem->id);
  g_autoptr (RingRecord) base
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_SETTING, id);
  g_autoptr (RingRecord) held = ring_record_with (base, "gem", gem->id);
  g_autoptr (RingRecord) record = ring_gem_setting_to_record (choice, held);
  const char *kind = ring_setting_kind_id (choice->setting.kind);

  if (old == NULL || g_strcmp0 (ring_record_get (old, "kind"), kind) != 0)
    move_gem (edit, drawing, gem, band, choice->setting.kind);
  ring_edit_set_record (edit, record);
}

void
ring_gem_setting_remove (RingEdit *edit, const RingDrawing *drawing, const char *gem_id)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_SETTING)
          && g_strcmp0 (ring_record_get (record, "gem"), gem_id) == 0)
        ring_edit_remove_record (edit, RING_RECORD_SETTING, ring_record_get_id (record));
    }
}

/* A volume costs some thousandths of a second, and is asked for after every step: those that were
 * made last are kept. */
double
ring_gem_setting_volume (const RingSettingChoice *choice, const RingGem *gem, const RingBand *band)
{
  static RingKept kept = { .n = RING_KEPT_MOST };
  const RingSetting *s = &choice->setting;
  RingSettingGem held;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GArray) volume = NULL;

  ring_gem_setting_gem (&held, gem, band);
  {
    const double numbers[]
        = { s->kind,      s->claws,          s->shape,        s->claw,
            s->wall,      s->rails,          s->rail,         s->cover,
            gem->cut,     gem->length,       gem->width,      gem->depth,
            held.surface, gem->place.height, gem->place.spin, ring_band_radius (band) };

    key = g_bytes_new (numbers, sizeof numbers);
  }
  volume = _ring_kept_find (&kept, key);
  if (volume == NULL)
    {
      double mm3 = ring_setting_volume (s, &held);

      volume = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_val (volume, mm3);
      _ring_kept_add (&kept, key, volume);
    }
  return g_array_index (volume, double, 0);
}

void
ring_gem_setting_weigh (const RingDrawing *drawing,
                        const RingRecord *ring,
                        RingSettingWeight *weight)
{
  g_autoptr (GArray) gems
      = ring_gem_list (drawing, ring != NULL ? ring_record_get_id (ring) : NULL);
  RingSpec spec;

  *weight = (RingSettingWeight){ .weighed = TRUE };
  ring_spec_init (&spec, ring);
  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      const RingAlloy *alloy;
      RingSettingChoice choice;
      double volume;

      if (!ring_gem_setting_init (&choice, ring_gem_setting_find (drawing, gem->id), gem,
                                  &spec.band))
        continue;
      volume = ring_gem_setting_volume (&choice, gem, &spec.band);
      alloy = ring_alloy_find (ring_setting_choice_alloy (&choice, &spec));
      weight->n++;
      weight->volume += volume;
      weight->grams += alloy != NULL ? volume * alloy->density / 1000 : 0;
      weight->weighed = weight->weighed && alloy != NULL;
    }
}
