/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone with all its fields in the file, and what of it goes to the clipboard. */
#include "io-sample.h"

#include <string.h>

#include "ring-clip.h"
#include "ring-svg-clip.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const char *const fields[] = { "name",
                                      "The “blue” one & more",
                                      "species",
                                      "Sapphire",
                                      "cut",
                                      "oval",
                                      "length",
                                      "8.12",
                                      "width",
                                      "5.94",
                                      "depth",
                                      "4.1",
                                      "measured",
                                      "measured",
                                      "carat",
                                      "1.58",
                                      "carat-measured",
                                      "estimated",
                                      "colour",
                                      "cornflower blue",
                                      "clarity",
                                      "VVS",
                                      "nature",
                                      "natural",
                                      "provenance",
                                      "mined-reported",
                                      "source",
                                      "A dealer in Ratnapura",
                                      "origin",
                                      "Sri Lanka",
                                      "treatment",
                                      "heat",
                                      "treatment-note",
                                      "minor",
                                      "lab",
                                      "SSEF",
                                      "report",
                                      "123456",
                                      "report-date",
                                      "2026-09-01",
                                      "made",
                                      "2024",
                                      "made-evidence",
                                      "the cutter’s note",
                                      "status",
                                      "memo",
                                      "statement",
                                      "Conflict-free",
                                      "statement-by",
                                      "Ateliers Ex",
                                      "statement-date",
                                      "2026-10-01",
                                      "supplier",
                                      "Secret & Sons",
                                      "stock",
                                      "STOCK-9",
                                      "memo",
                                      "MEMO-9",
                                      "due",
                                      "2026-12-01",
                                      "cost",
                                      "77777",
                                      "cost-currency",
                                      "XTS",
                                      "cost-date",
                                      "2026-11-02",
                                      "text",
                                      "Two lines:\nof a story",
                                      NULL };

static const char *const custody[]
    = { "stone", "tstone",        "event", "received", "at",             "2026-11-22T10:15:00Z",
        "who",   "Ana Ruiz & co", "carat", "1.58",     "carat-measured", "measured",
        NULL };

/* A pin in the front view, its stone, and a line of the stone's log. */
static RingDesign *
new_design (void)
{
  RingNote note = { { 1, -11 }, 1.25, "tstone", "The “blue” one" };
  g_autoptr (RingItem) pin = ring_item_new_note ("npin", &note);
  RingDesign *design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Pin");
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tstone", fields);
  g_autoptr (RingRecord) line = ring_test_record (RING_RECORD_CUSTODY, "uline", custody);
  const RingLayer *layer = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES);

  ring_edit_set_record (edit, line);
  ring_edit_set_record (edit, stone);
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
  const RingRecord *stone = ring_drawing_find_record (back, RING_RECORD_STONE, "tstone");
  const char *line = strstr (text, "<rw:stone");
  /* The stone, and behind it the log. */
  const char *end = strchr (strchr (line, '\n') + 1, '\n') + 1;
  g_autofree char *alone = g_strndup (line, (gsize) (end - line));

  for (guint i = 0; fields[i] != NULL; i += 2)
    g_assert_cmpstr (ring_record_get (stone, fields[i]), ==, fields[i + 1]);
  io_assert_stable (text);
  ring_test_assert_golden ("io/stone.txt", alone, -1);
}

/* Whoever reads the clipboard learns what the stone is, not what it cost and whose it is. */
static void
test_clip (void)
{
  static const char *const secrets[] = { "77777",      "XTS",        "Secret", "STOCK-9", "MEMO-9",
                                         "2026-12-01", "2026-11-02", "cost", "supplier", "custody", "Ana Ruiz" };
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingDesign) other = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingItem *pin
      = ring_layer_get_item (ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES), 0);
  g_autoptr (RingDrawing) clip = NULL;
  g_autoptr (RingDrawing) read = NULL;
  g_autoptr (GPtrArray) pasted = NULL;
  g_autofree char *text = NULL;
  const RingRecord *stone;
  RingEdit *edit;

  ring_selection_set_item (selection, ring_test_view (design, RING_VIEW_FRONT), pin);
  clip = ring_clip_new (selection);
  text = io_write (clip);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
  g_assert_nonnull (strstr (text, "Conflict-free"));
  read = ring_svg_read_clip (text, strlen (text), NULL, NULL, NULL);
  edit = ring_clip_paste (read, other, ring_test_view (other, RING_VIEW_FRONT), NULL, "Paste",
                          &pasted, NULL);
  ring_test_commit (other, edit);
  stone = ring_drawing_find_record (ring_design_get_drawing (other), RING_RECORD_STONE, NULL);
  g_assert_cmpstr (ring_record_get (stone, "text"), ==, "Two lines:\nof a story");
  g_assert_null (ring_record_get (stone, "cost"));
  /* The stone that was copied keeps what it had. */
  stone = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_STONE, NULL);
  g_assert_cmpstr (ring_record_get (stone, "cost"), ==, "77777");
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/stones/golden", test_golden);
  g_test_add_func ("/stones/clip", test_clip);
  return ring_test_run ();
}
