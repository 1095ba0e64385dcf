/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-picked.h"

#include <glib/gi18n-lib.h>

#include "ring-dimension-drive.h"
#include "ring-figure-offset.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"

static const RingRecord *
find_gem (RingDesign *design, const char *id, RingGem *gem)
{
  const RingRecord *record
      = id != NULL && design != NULL
            ? ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_GEM, id)
            : NULL;

  return record != NULL && ring_gem_init (gem, record) ? record : NULL;
}

void
ring_bench_pick_gem (RingInstruments *instruments, RingDesign *design, const char *id)
{
  RingGemChoice choice;
  RingGem gem;

  if (find_gem (design, id, &gem) == NULL)
    {
      ring_instruments_pick_gem (instruments, NULL, NULL, RING_GEM_LINE);
      return;
    }
  choice = (RingGemChoice){ gem.cut, gem.species, gem.length, gem.width };
  ring_instruments_pick_gem (instruments, id, &choice, gem.style);
}

void
ring_bench_change_gem (RingInstruments *instruments, RingDesign *design)
{
  const char *id = ring_instruments_get_picked_gem (instruments);
  RingGem gem;
  const RingRecord *record = find_gem (design, id, &gem);
  g_autofree char *key = g_strdup_printf ("gem-choice %s", id);
  g_autoptr (RingRecord) next = NULL;
  RingEdit *edit;

  if (record == NULL)
    return;
  ring_gem_set_choice (&gem, ring_instruments_get_gem (instruments));
  gem.style = ring_instruments_get_gem_style (instruments);
  next = ring_gem_to_record (&gem, record);
  if (ring_record_equal (next, record))
    return;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Change Gem"));
  ring_edit_set_record (edit, next);
  ring_edit_set_merge_key (edit, key);
  ring_design_commit (design, edit);
}

void
ring_bench_remove_gem (RingInstruments *instruments, RingDesign *design)
{
  const char *id = ring_instruments_get_picked_gem (instruments);
  RingGem gem;
  RingEdit *edit;

  if (find_gem (design, id, &gem) == NULL)
    return;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove Gem"));
  ring_edit_remove_record (edit, RING_RECORD_GEM, id);
  /* A setting without its gem holds nothing. */
  ring_gem_setting_remove (edit, ring_design_get_drawing (design), id);
  ring_gem_layout_remove_halos (edit, id);
  ring_design_commit (design, edit);
}

void
ring_bench_change_figure (RingDesign *design, const RingItem *figure)
{
  g_autofree char *key = g_strdup_printf ("figure-value %s", ring_item_get_id (figure));
  RingEdit *edit;

  if (design == NULL)
    return;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Change Shape"));
  ring_edit_replace_item (edit, figure);
  ring_edit_set_merge_key (edit, key);
  ring_design_commit (design, edit);
}

gboolean
ring_bench_drive_figure (RingInstruments *instruments,
                         RingDesign *design,
                         double value,
                         GError **error)
{
  const RingItem *item = ring_instruments_get_picked_figure (instruments);
  RingEdit *edit;

  if (design == NULL || item == NULL)
    return TRUE;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Change Measure"));
  if (ring_dimension_drive (edit, ring_item_get_id (item), value, error))
    {
      ring_design_commit (design, edit);
      return TRUE;
    }
  ring_edit_unref (edit);
  return FALSE;
}

gboolean
ring_bench_offset_figure (RingInstruments *instruments,
                          RingDesign *design,
                          double distance,
                          GError **error)
{
  const RingItem *item = ring_instruments_get_picked_figure (instruments);
  g_autoptr (RingItem) offset = NULL;
  g_autoptr (RingItem) named = NULL;
  g_autofree char *id = NULL;
  RingLayer *layer = NULL;
  RingEdit *edit;

  if (design == NULL || item == NULL || !ring_figure_is_shape (ring_item_get_figure (item)->form)
      || ring_drawing_find_item (ring_design_get_drawing (design), ring_item_get_id (item), NULL,
                                 &layer)
             == NULL)
    return TRUE;
  offset = ring_figure_offset (item, distance, error);
  if (offset == NULL)
    return FALSE;
  id = ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_FIGURE));
  named = ring_item_with_id (offset, id);
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Offset"));
  ring_edit_append_item (edit, ring_layer_get_head (layer)->id, named);
  ring_design_commit (design, edit);
  return TRUE;
}
