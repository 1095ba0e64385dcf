/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that are a shop's own in the file: as they are written, and that no copy carries them. */
#include <string.h>

#include "io-sample.h"
#include "ring-clip.h"
#include "ring-svg-clip.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const struct
{
  const char *kind, *id;
  const char *fields[24];
} records[] = {
  { RING_RECORD_PLOT,
    "bplot",
    { "stone", "tstone", "when", "before", "cut", "old-mine", "length", "7.1", "width", "6.8", "depth", "4.4",
      "face-inside", "M1 0C1.5.2 1.6.1 1.7.3L1.6.4Z", "below-surface", "M-2.9.4L-3 .9L-3.1.5Z" } },
  { RING_RECORD_ESTIMATE,
    "estimate",
    { "hours", "12.5", "freehand-grams", "1.5", "freehand-alloy", "18ky", "freehand", "Split & \"shoulders\"",
      "casting-loss", "10", "finishing-loss", "5", "markup-material", "20", "tax", "19", "days", "14",
      "quoted", "2026-11-22", "until", "2026-12-06" } },
  { RING_RECORD_RATE,
    "kgold",
    { "of", "metal/18ky", "value", "78.4", "currency", "EUR", "day", "2026-11-02" } },
  { RING_RECORD_RATE,
    "khour",
    { "of", "hour", "value", "65", "currency", "EUR", "day", "2026-11-02" } },
  { RING_RECORD_ALTERNATIVE, "aplatinum", { "alloy", "pt950" } },
  { RING_RECORD_ALTERNATIVE, "aruby", { "stone", "tstone", "instead", "truby" } },
  { RING_RECORD_MAKING, "making", { "mould", "destroyed", "pieces", "1" } },
  { RING_RECORD_PART, "mshank", { "name", "Shank", "method", "fabricated" } },
  { RING_RECORD_PART,
    "mhead",
    { "name", "Head", "method", "bought", "supplier", "Findings & Sons", "number", "4711" } },
  { RING_RECORD_OPERATION, "osetting", { "what", "setting", "by", "hand", "who", "Anna", "hours", "2.5" } },
};

static RingDesign *
new_design (void)
{
  static const char *const stone[] = { "name", "Sapphire", NULL };
  RingNote note = { { 1, -11 }, 1.25, "tstone", "Sapphire" };
  g_autoptr (RingItem) pin = ring_item_new_note ("npin", &note);
  g_autoptr (RingRecord) card = ring_test_record (RING_RECORD_STONE, "tstone", stone);
  RingDesign *design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Records");
  const RingLayer *layer = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES);

  ring_edit_set_record (edit, card);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (RingRecord) record
          = ring_test_record (records[i].kind, records[i].id, records[i].fields);

      ring_edit_set_record (edit, record);
    }
  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (layer)->id, pin));
  ring_test_commit (design, edit);
  return design;
}

static void
test_golden (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autofree char *text = io_write (ring_design_get_drawing (design));
  g_autoptr (RingDrawing) back = io_read (text, NULL);
  const char *start = strstr (text, "<rw:plot");
  g_autofree char *alone = g_strndup (start, (gsize) (strstr (start, "</metadata>") - start));

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      const RingRecord *record = ring_drawing_find_record (back, records[i].kind, records[i].id);

      for (guint k = 0; records[i].fields[k] != NULL; k += 2)
        g_assert_cmpstr (ring_record_get (record, records[i].fields[k]), ==, records[i].fields[k + 1]);
    }
  io_assert_stable (text);
  ring_test_assert_golden ("io/records.txt", alone, -1);
}

static void
test_clip (void)
{
  static const char *const secrets[]
      = { "estimate", "2026-11-02", "EUR", "metal/18ky", "alternative", "pt950", "shoulders", "rw:rate", "rw:making",
          "Findings", "Anna", "rw:part", "rw:operation", "rw:plot", "old-mine" };
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingItem *pin
      = ring_layer_get_item (ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES), 0);
  g_autoptr (RingDrawing) clip = NULL;
  g_autofree char *text = NULL;

  ring_selection_set_item (selection, ring_test_view (design, RING_VIEW_FRONT), pin);
  clip = ring_clip_new (selection);
  text = io_write (clip);
  g_assert_nonnull (strstr (text, "Sapphire"));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/records/golden", test_golden);
  g_test_add_func ("/records/clip", test_clip);
  return ring_test_run ();
}
