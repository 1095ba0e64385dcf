/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-model.h"

RingRecord *
ring_test_record (const char *kind, const char *id, const char *const *fields)
{
  RingRecord *record = ring_record_new (kind, id);

  for (; *fields != NULL; fields += 2)
    ring_record_set (&record, fields[0], fields[1]);
  return record;
}

RingDrawing *
ring_test_with_record (const RingDrawing *drawing,
                       const char *kind,
                       const char *id,
                       const char *const *fields)
{
  g_autoptr (RingRecord) record = ring_test_record (kind, id, fields);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "Record");

  ring_edit_set_record (edit, record);
  return ring_drawing_ref (ring_edit_get_result (edit));
}

RingView *
ring_test_view (RingDesign *design, RingViewKind kind)
{
  return ring_drawing_get_view_by_kind (ring_design_get_drawing (design), kind);
}

RingLayer *
ring_test_layer (RingDesign *design, RingViewKind kind, RingLayerRole role)
{
  return ring_view_get_layer_by_role (ring_test_view (design, kind), role);
}

void
ring_test_set_layer (RingDesign *design, const RingLayer *layer, gboolean visible, gboolean locked)
{
  RingLayerHead head = *ring_layer_get_head (layer);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Layer");

  head.visible = visible;
  head.locked = locked;
  g_assert_true (ring_edit_set_layer (edit, &head));
  ring_test_commit (design, edit);
}

RingGem
ring_test_only_gem (RingDesign *design)
{
  g_autoptr (GArray) gems = ring_gem_list (ring_design_get_drawing (design), NULL);

  g_assert_cmpuint (gems->len, ==, 1);
  return g_array_index (gems, RingGem, 0);
}

void
ring_test_commit (RingDesign *design, RingEdit *edit)
{
  g_assert_nonnull (edit);
  g_assert_true (ring_design_commit (design, edit));
}

void
ring_test_set_record (RingDesign *design, RingRecord *record)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Record");

  ring_edit_set_record (edit, record);
  ring_test_commit (design, edit);
}
