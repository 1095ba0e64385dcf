/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The design file round and round: what is written, what is read back, and what other programs
 * may have done in between. */
#include "io-sample.h"
#include "ring-test.h"

#include <string.h>

static guint
count_level (const RingLoadReport *report, RingNoticeLevel level)
{
  guint n = 0;

  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    n += ring_load_report_get (report, i)->level == level;
  return n;
}

static void
print_report (const RingLoadReport *report)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *n = ring_load_report_get (report, i);

      g_test_message ("%d line %u %s: %s", n->level, n->line, n->element, n->message);
    }
}

/* The text must be a fixpoint, and nothing worth telling may be found in it. */
static void
assert_stable (const char *text)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) drawing = io_read (text, report);
  g_autofree char *again = io_write (drawing);

  print_report (report);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
  g_assert_cmpstr (again, ==, text);
}

static void
test_golden (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);

  ring_test_assert_golden ("io/sample.ring.svg", text, -1);
  assert_stable (text);
}

static void
test_model_survives (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) back = io_read (text, NULL);
  const RingStroke *stroke = ring_item_get_stroke (ring_drawing_find_item (back, "sfirst", NULL, NULL));
  const RingNote *note = ring_item_get_note (ring_drawing_find_item (back, "nsample", NULL, NULL));
  const RingPreset *preset = ring_item_get_preset (ring_drawing_find_item (back, "psample", NULL, NULL));
  const RingItem *turned = ring_drawing_find_item (back, "ssecond", NULL, NULL);
  gsize n;

  g_assert_nonnull (ring_samples_get (stroke->samples, &n, NULL));
  g_assert_cmpuint (n, ==, 60);
  g_assert_cmpint (ring_samples_get_t0 (stroke->samples), ==, 1795342500000);
  g_assert_cmphex (stroke->style.colour, ==, 0x2b2b30ff);
  g_assert_cmpfloat (stroke->style.ink.min_ratio, ==, 0.1667);
  g_assert_cmpfloat (ring_item_get_matrix (turned)->yx, ==, 0.6);
  g_assert_cmpstr (note->label, ==, "Sapphire 6 × 4 mm & \"<co>\"");
  g_assert_cmpstr (note->stone, ==, "tsample");
  g_assert_cmpstr (preset->number, ==, "#3487-22");
  g_assert_cmpuint (ring_art_get_n_paths (preset->art), ==, 2);
  g_assert_cmpstr (ring_record_get (ring_drawing_find_record (back, "entry", NULL), "text"), ==,
                   "Two lines:\nthe “stone” <was> her\tmother's & hers");
  g_assert_cmpuint (ring_drawing_get_n_records (back), ==, 4);
}

static void
test_empty_design (void)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new ("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", 148, 210);
  g_autoptr (RingDrawing) drawing = ring_drawing_builder_end (builder);
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) back = io_read (text, NULL);
  g_autofree char *again = io_write (back);

  /* A page to draw on is added to a file that has none. */
  g_assert_cmpuint (ring_drawing_get_n_views (back), ==, 1);
  assert_stable (again);
}

static void
test_plain (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_PLAIN);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (RingDrawing) back = io_read (text, NULL);

  g_assert_null (strstr (text, "rw:"));
  g_assert_null (strstr (text, "Ana"));
  g_assert_null (strstr (text, "metadata"));
  g_assert_nonnull (io_first (back, RING_ITEM_ARTWORK));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/svg/golden", test_golden);
  g_test_add_func ("/svg/model-survives", test_model_survives);
  g_test_add_func ("/svg/empty-design", test_empty_design);
  g_test_add_func ("/svg/plain", test_plain);
  return ring_test_run ();
}
