/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills and toned papers in the file: what is written is read back, by us and by other viewers. */
#include "io-sample.h"
#include "ring-fill.h"
#include "ring-paper.h"
#include "ring-test.h"

#include <string.h>

static void
fill_band (RingDesign *design, RingForm form)
{
  RingView *view
      = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_FRONT);
  const RingLayer *layer = ring_view_get_layer_by_role (view, RING_ROLE_METAL);
  RingFillChoice choice;
  RingEdit *edit;

  ring_fill_choice_init (&choice);
  choice.form = form;
  edit = ring_fill_make (design, view, ring_layer_get_head (layer)->id, (RingPoint){ 9.5, 0 },
                         &choice, NULL);
  g_assert_nonnull (edit);
  g_assert_true (ring_design_commit (design, edit));
}

static void
set_paper (RingDesign *design, RingPaper paper, gboolean printed)
{
  ring_design_commit (design,
                      ring_paper_set (ring_design_get_drawing (design), paper, printed));
}

static void
test_fill_stays (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  const RingLayer *layer;

  fill_band (design, RING_FORM_HALF_ROUND);
  text = io_write (ring_design_get_drawing (design));
  io_assert_stable (text);
  drawing = io_read (text, NULL);
  layer = ring_view_get_layer_by_role (
      ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT), RING_ROLE_METAL);
  g_assert_cmpuint (ring_layer_get_n_items (layer), ==, RING_N_METAL_TONES);
  for (gsize i = 0; i < RING_N_METAL_TONES; i++)
    {
      const RingArt *art = ring_item_get_art (ring_layer_get_item (layer, i));
      const RingArt *first = ring_item_get_art (ring_layer_get_item (layer, 0));

      g_assert_cmpstr (ring_art_get_tone (art), ==, ring_metal_tone_id ((RingMetalTone) i));
      g_assert_cmpstr (ring_art_get_fill (art), ==, ring_art_get_fill (first));
    }
}

/* The picture of a fill is the same on every machine. */
static void
test_golden (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint form = 0; form < RING_N_FORMS; form++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_auto (GStrv) lines = NULL;

      fill_band (design, (RingForm) form);
      bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_PLAIN);
      lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
      g_string_append_printf (text, "%s\n", ring_form_id ((RingForm) form));
      for (guint i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], "  <path d=") && strstr (lines[i], "fill=\"#") != NULL)
          g_string_append_printf (text, "%s\n", lines[i]);
    }
  ring_test_assert_golden ("io/fills.txt", text->str, (gssize) text->len);
}

static void
test_paper (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  for (guint i = 0; i < RING_N_PAPERS; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (RingDrawing) drawing = NULL;

      set_paper (design, (RingPaper) i, TRUE);
      text = io_write (ring_design_get_drawing (design));
      io_assert_stable (text);
      g_assert_cmpint (strstr (text, "<rect rw:paper=") != NULL, ==, i != RING_PAPER_WHITE);
      drawing = io_read (text, NULL);
      g_assert_cmpuint (ring_paper_get (drawing), ==, i);
      g_assert_cmpint (ring_paper_is_printed (drawing), ==, i != RING_PAPER_WHITE);
      g_assert_cmpuint (ring_drawing_get_n_foreign (drawing), ==, 0);
    }
}

static void
test_paper_left_out (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (RingEdit) none = NULL;

  set_paper (design, RING_PAPER_TOBACCO, FALSE);
  text = io_write (ring_design_get_drawing (design));
  io_assert_stable (text);
  g_assert_null (strstr (text, "<rect rw:paper="));
  drawing = io_read (text, NULL);
  g_assert_cmpuint (ring_paper_get (drawing), ==, RING_PAPER_TOBACCO);
  g_assert_false (ring_paper_is_printed (drawing));
  g_assert_cmpuint (ring_paper_get_printed (drawing), ==, RING_PAPER_WHITE);
  /* Nothing to change is no step; undo brings white back. */
  none = ring_paper_set (drawing, RING_PAPER_TOBACCO, FALSE);
  g_assert_true (ring_edit_is_empty (none));
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_paper_get (ring_design_get_drawing (design)), ==, RING_PAPER_WHITE);
}

static double
brightness (guint32 rgba)
{
  return 0.299 * (rgba >> 24) + 0.587 * (rgba >> 16 & 0xff) + 0.114 * (rgba >> 8 & 0xff);
}

/* Guides, labels and the ink of the bars stand out from every paper. */
static void
test_guides_stand_out (void)
{
  static const guint32 colours[] = { 0x8fa5b9ff, 0xa3b5c5ff, 0x6f8296ff, 0x3b4650ff };

  for (guint i = 0; i < RING_N_PAPERS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (colours); k++)
      {
        double paper = brightness (ring_paper_colour ((RingPaper) i));
        double guide = brightness (ring_paper_guide ((RingPaper) i, colours[k]));

        g_assert_cmpfloat (ABS (paper - guide), >, 55);
      }
  g_assert_cmphex (ring_paper_guide (RING_PAPER_WHITE, 0x8fa5b9ff), ==, 0x8fa5b9ff);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/colour/fill-stays", test_fill_stays);
  g_test_add_func ("/colour/golden", test_golden);
  g_test_add_func ("/colour/paper", test_paper);
  g_test_add_func ("/colour/paper-left-out", test_paper_left_out);
  g_test_add_func ("/colour/guides-stand-out", test_guides_stand_out);
  return ring_test_run ();
}
