/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem.h"

#include <math.h>

#define DECIMALS 4

static double
number_between (
    const RingRecord *record, const char *name, double least, double most, double otherwise)
{
  double value;

  if (ring_record_get_number (record, name, &value) && value >= least && value <= most)
    return value;
  return otherwise;
}

static const char *
text_of (const RingRecord *record, const char *name)
{
  const char *text = ring_record_get (record, name);

  return text != NULL ? text : "";
}

/* The cut's usual measures, where the record does not give them. The bounds are those of stones
 * that exist; what lies outside is a slip of the hand or a damaged file. */
gboolean
ring_gem_init (RingGem *gem, const RingRecord *record)
{
  double pavilion;

  *gem = (RingGem){ .id = "", .ring = "", .stone = "" };
  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_GEM)
      || !ring_cut_from_id (text_of (record, "cut"), &gem->cut))
    return FALSE;
  gem->id = ring_record_get_id (record);
  gem->ring = text_of (record, "ring");
  gem->stone = text_of (record, "stone");
  gem->species = ring_species_find (text_of (record, "species"));
  if (gem->species == NULL)
    gem->species = ring_species_get (0);
  gem->length = number_between (record, "length", 0.5, 60, 6.5);
  gem->width
      = number_between (record, "width", 0.5, 60, gem->length / ring_cut_usual_ratio (gem->cut));
  gem->depth
      = number_between (record, "depth", 0.2, 40, gem->width * ring_cut_usual_depth (gem->cut));
  pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));
  gem->place = (RingPlace){
    .angle = number_between (record, "angle", -360, 360, 0),
    .offset = number_between (record, "offset", -60, 60, 0),
    .height = number_between (record, "height", -5, 40, RING_GEM_CLEARANCE + pavilion),
    .tilt = number_between (record, "tilt", -180, 180, 0),
    .lean = number_between (record, "lean", -180, 180, 0),
    .spin = number_between (record, "spin", -360, 360, 0),
  };
  gem->style = g_str_equal (text_of (record, "style"), "lit") ? RING_GEM_LIT : RING_GEM_LINE;
  return TRUE;
}

static void
take_field (RingRecord **record, const char *name, const char *value)
{
  RingRecord *next = ring_record_with (*record, name, value);

  ring_record_unref (*record);
  *record = next;
}

static void
take_number (RingRecord **record, const char *name, double value, gboolean usual)
{
  RingRecord *next = usual || !isfinite (value)
                         ? ring_record_with (*record, name, NULL)
                         : ring_record_with_number (*record, name, value, DECIMALS);

  ring_record_unref (*record);
  *record = next;
}

RingRecord *
ring_gem_to_record (const RingGem *gem, const RingRecord *base)
{
  RingRecord *record = ring_record_ref (base);
  const RingPlace *place = &gem->place;

  take_field (&record, "ring", gem->ring);
  take_field (&record, "stone", gem->stone);
  take_field (&record, "cut", ring_cut_id (gem->cut));
  /* What this version does not know by name stays as it was written. */
  if (gem->species != ring_species_get (0) || ring_species_find (text_of (base, "species")) != NULL)
    take_field (&record, "species", gem->species != ring_species_get (0) ? gem->species->id : NULL);
  take_field (&record, "style", gem->style == RING_GEM_LIT ? "lit" : NULL);
  take_number (&record, "length", gem->length, FALSE);
  take_number (&record, "width", gem->width, FALSE);
  take_number (&record, "depth", gem->depth, FALSE);
  take_number (&record, "height", place->height, FALSE);
  take_number (&record, "angle", place->angle, place->angle == 0);
  take_number (&record, "offset", place->offset, place->offset == 0);
  take_number (&record, "tilt", place->tilt, place->tilt == 0);
  take_number (&record, "lean", place->lean, place->lean == 0);
  take_number (&record, "spin", place->spin, place->spin == 0);
  return record;
}

GArray *
ring_gem_list (const RingDrawing *drawing, const char *ring_id)
{
  GArray *gems = g_array_new (FALSE, FALSE, sizeof (RingGem));
  const RingRecord *first = ring_drawing_find_record (drawing, RING_RECORD_RING, NULL);
  const char *first_id = first != NULL ? ring_record_get_id (first) : "";

  if (ring_id == NULL || ring_id[0] == '\0')
    ring_id = first_id;
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingGem gem;

      if (ring_gem_init (&gem, ring_drawing_get_record (drawing, i))
          && g_str_equal (gem.ring[0] != '\0' ? gem.ring : first_id, ring_id))
        g_array_append_val (gems, gem);
    }
  return gems;
}
