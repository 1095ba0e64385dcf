/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-spec.h"

static double
number_between (const RingRecord *record, const char *name, double least, double most, double otherwise)
{
  double value;

  if (record != NULL && ring_record_get_number (record, name, &value) && value >= least && value <= most)
    return value;
  return otherwise;
}

static const char *
text_or (const RingRecord *record, const char *name, const char *otherwise)
{
  const char *text = ring_record_get (record, name);

  return text != NULL ? text : otherwise;
}

/* The bounds are those of things that can be worn and made; what lies outside is a slip of the
 * hand or a damaged file, and must not stretch the drawing. */
void
ring_spec_init (RingSpec *spec, const RingRecord *record)
{
  double size = number_between (record, "size", 25, 120, 0);

  spec->size_known = size > 0;
  spec->size_system = text_or (record, "size-system", "us");
  if (!ring_profile_from_id (text_or (record, "profile", "d"), &spec->band.profile))
    spec->band.profile = RING_PROFILE_D;
  spec->band.circumference = spec->size_known ? size : RING_SPEC_ASSUMED_CIRCUMFERENCE;
  spec->band.width = number_between (record, "width", 0.3, 30, 2.2);
  spec->band.thickness = number_between (record, "thickness", 0.3, 10, 1.8);
  spec->band.base_width = number_between (record, "base-width", 0.3, 30, 0);
  spec->band.base_thickness = number_between (record, "base-thickness", 0.3, 10, 0);
  spec->alloy = text_or (record, "alloy", "");
  spec->finish = text_or (record, "finish", "");
}

gboolean
ring_spec_is_size_known (const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      RingSpec spec;

      ring_spec_init (&spec, record);
      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_RING) && !spec.size_known)
        return FALSE;
    }
  return TRUE;
}
