/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-spec.h"

/* The bounds are those of things that can be worn and made; what lies outside is a slip of the
 * hand or a damaged file, and must not stretch the drawing. */
void
ring_spec_init (RingSpec *spec, const RingRecord *record)
{
  double size = ring_record_get_between (record, "size", 25, 120, 0);

  spec->size_known = size > 0;
  spec->size_system = ring_record_get_or (record, "size-system", "us");
  if (!ring_profile_from_id (ring_record_get_or (record, "profile", "d"), &spec->band.profile))
    spec->band.profile = RING_PROFILE_D;
  spec->band.circumference = spec->size_known ? size : RING_SPEC_ASSUMED_CIRCUMFERENCE;
  spec->band.width = ring_record_get_between (record, "width", 0.3, 30, 2.2);
  spec->band.thickness = ring_record_get_between (record, "thickness", 0.3, 10, 1.8);
  spec->band.base_width = ring_record_get_between (record, "base-width", 0.3, 30, 0);
  spec->band.base_thickness = ring_record_get_between (record, "base-thickness", 0.3, 10, 0);
  spec->alloy = ring_record_get_or (record, "alloy", "");
  spec->finish = ring_record_get_or (record, "finish", "");
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
