/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone-note.h"

#include "ring-custody.h"
#include "ring-photo-list.h"
#include "ring-plot.h"
#include "ring-provenance.h"
#include "ring-stone-gem.h"
#include "ring-take-in.h"

/* Height of a pin on paper, mm. */
#define PIN_SIZE 5.0

char *
ring_stone_note_pin (RingEdit *edit,
                     RingDesign *design,
                     const char *layer_id,
                     RingPoint at,
                     double view_scale,
                     const RingRecord *stone)
{
  g_autofree char *item_id = ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_NOTE));
  g_autofree char *label = NULL;
  g_autoptr (RingRecord) made = NULL;
  g_autoptr (RingItem) item = NULL;
  RingNote note;

  if (stone == NULL)
    {
      g_autofree char *stone_id = ring_design_new_id (design, 't');

      made = ring_record_new (RING_RECORD_STONE, stone_id);
      stone = made;
    }
  label = ring_provenance_label (stone);
  note = (RingNote){ .at = at,
                     .size = PIN_SIZE / view_scale,
                     .stone = ring_record_get_id (stone),
                     .label = label };
  item = ring_item_new_note (item_id, &note);
  ring_edit_set_record (edit, stone);
  ring_edit_append_item (edit, layer_id, item);
  return g_strdup (ring_record_get_id (stone));
}

/* The notes of the working state that belong to the stone. */
static GPtrArray *
collect_pins (const RingDrawing *drawing, const char *stone_id)
{
  GPtrArray *pins = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingSequence *items = ring_layer_get_items (ring_view_get_layer (view, l));
          RingSequenceIter iter;
          RingItem *item;

          if (ring_sequence_count (items, RING_ITEM_NOTE) == 0)
            continue;
          ring_sequence_iter_init (&iter, items, NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            {
              const RingNote *note = ring_item_get_note (item);

              if (note != NULL && g_str_equal (note->stone, stone_id))
                g_ptr_array_add (pins, ring_item_ref (item));
            }
        }
    }
  return pins;
}

static RingItem *
relabelled (const RingItem *pin, const char *label)
{
  RingNote note = *ring_item_get_note (pin);
  g_autoptr (RingItem) plain = NULL;

  note.label = label;
  plain = ring_item_new_note ("", &note);
  return ring_item_like (plain, pin);
}

void
ring_stone_note_set (RingEdit *edit, const RingRecord *stone)
{
  g_autofree char *label = ring_provenance_label (stone);
  g_autoptr (GPtrArray) pins = collect_pins (ring_edit_get_result (edit), ring_record_get_id (stone));
  const RingRecord *known = ring_drawing_find_record (ring_edit_get_result (edit), RING_RECORD_STONE,
                                                      ring_record_get_id (stone));
  g_autoptr (RingRecord) old = known != NULL ? ring_record_ref (known) : NULL;

  ring_edit_set_record (edit, stone);
  ring_stone_gem_follow (edit, old, stone);
  for (guint i = 0; i < pins->len; i++)
    {
      const RingItem *pin = g_ptr_array_index (pins, i);

      if (!g_str_equal (ring_item_get_note (pin)->label, label))
        {
          g_autoptr (RingItem) new = relabelled (pin, label);

          ring_edit_replace_item (edit, new);
        }
    }
}

void
ring_stone_note_remove (RingEdit *edit, const char *stone_id)
{
  g_autoptr (GPtrArray) pins = collect_pins (ring_edit_get_result (edit), stone_id);

  for (guint i = 0; i < pins->len; i++)
    ring_edit_remove_item (edit, ring_item_get_id (g_ptr_array_index (pins, i)));
  ring_stone_gem_unlink (edit, stone_id);
  ring_custody_remove (edit, stone_id);
  ring_photo_list_clear (edit, stone_id);
  ring_take_in_clear (edit, stone_id);
  ring_plot_clear (edit, stone_id);
  ring_edit_remove_record (edit, RING_RECORD_STONE, stone_id);
}
