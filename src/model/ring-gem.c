/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem.h"

#include <math.h>

#define DECIMALS 4
/* No stone is flatter, mm. */
#define LEAST_DEPTH 0.05

/* The cut's usual measures, where the record does not give them. The bounds are those of stones
 * that exist; what lies outside is a slip of the hand or a damaged file. */
gboolean
ring_gem_init (RingGem *gem, const RingRecord *record)
{
  *gem = (RingGem){ .id = "", .ring = "", .stone = "" };
  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_GEM)
      || !ring_cut_from_id (ring_record_get (record, "cut"), &gem->cut))
    return FALSE;
  gem->id = ring_record_get_id (record);
  gem->ring = ring_record_get_or (record, "ring", "");
  gem->stone = ring_record_get_or (record, "stone", "");
  gem->species = ring_species_find (ring_record_get (record, "species"));
  if (gem->species == NULL)
    gem->species = ring_species_get (0);
  gem->length
      = ring_record_get_between (record, "length", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 6.5);
  gem->width = ring_record_get_between (record, "width", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM,
                                        gem->length / ring_cut_usual_ratio (gem->cut));
  gem->depth = ring_record_get_between (record, "depth", LEAST_DEPTH, RING_CARAT_MOST_MM,
                                        gem->width * ring_cut_usual_depth (gem->cut));
  gem->place = (RingPlace){
    .angle = ring_record_get_between (record, "angle", -360, 360, 0),
    .offset
    = ring_record_get_between (record, "offset", -RING_GEM_MOST_OFFSET, RING_GEM_MOST_OFFSET, 0),
    .height = ring_record_get_between (record, "height", -5, 40,
                                       ring_gem_usual_height (gem->cut, gem->depth)),
    .tilt = ring_record_get_between (record, "tilt", -180, 180, 0),
    .lean = ring_record_get_between (record, "lean", -180, 180, 0),
    .spin = ring_record_get_between (record, "spin", -360, 360, 0),
  };
  gem->style
      = g_strcmp0 (ring_record_get (record, "style"), "lit") == 0 ? RING_GEM_LIT : RING_GEM_LINE;
  return TRUE;
}

double
ring_gem_usual_height (RingCut cut, double depth)
{
  return RING_GEM_CLEARANCE + depth * (1 - ring_cut_crown_part (cut));
}

void
ring_gem_set_choice (RingGem *gem, const RingGemChoice *choice)
{
  if (gem->cut != choice->cut || gem->width != choice->width)
    {
      double over = gem->place.height - ring_gem_usual_height (gem->cut, gem->depth);

      gem->depth = choice->width * ring_cut_usual_depth (choice->cut);
      gem->place.height = over + ring_gem_usual_height (choice->cut, gem->depth);
    }
  gem->cut = choice->cut;
  gem->species = choice->species;
  gem->length = choice->length;
  gem->width = choice->width;
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

  ring_record_set (&record, "ring", gem->ring);
  ring_record_set (&record, "stone", gem->stone);
  ring_record_set (&record, "cut", ring_cut_id (gem->cut));
  /* What this version does not know by name stays as it was written. */
  if (gem->species != ring_species_get (0)
      || ring_species_find (ring_record_get (base, "species")) != NULL)
    ring_record_set (&record, "species", gem->species != ring_species_get (0) ? gem->species->id : NULL);
  ring_record_set (&record, "style", gem->style == RING_GEM_LIT ? "lit" : NULL);
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
  const RingRecord *first = ring_drawing_find_ring (drawing, NULL);
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
