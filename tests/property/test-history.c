/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random steps in both modes: undoing all of them gives the first bytes again, redoing all of
 * them the last, whatever was done between. */

#include "ring-design.h"
#include "ring-stone-note.h"
#include "ring-svg.h"
#include "ring-test.h"
#include "ring-tool.h"

static char *
state_of (RingDesign *design)
{
  g_autoptr (GBytes) bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return g_strndup (data, n);
}

/* Tells the place where two states part, not all of both. */
static void
assert_same (const char *got, const char *expected)
{
  gsize at = 0;

  if (g_str_equal (got, expected))
    return;
  while (got[at] == expected[at])
    at++;
  at = at > 120 ? at - 120 : 0;
  g_error ("states part: got\n%.240s\nexpected\n%.240s", got + at, expected + at);
}

static RingView *
random_view (RingDesign *design, RingRandom *random)
{
  RingDrawing *drawing = ring_design_get_drawing (design);

  return ring_drawing_get_view (drawing,
                                (guint) (ring_random_next (random) % ring_drawing_get_n_views (drawing)));
}

static void
drag (RingDesign *design, RingRandom *random, RingToolKind kind)
{
  g_autoptr (RingTool) tool = ring_tool_new (kind, design);
  RingView *view = random_view (design, random);
  RingSample sample = { .x = 20 * ring_random_unit (random) - 10,
                        .y = 20 * ring_random_unit (random) - 10,
                        .pressure = 0.5 };
  guint n = (guint) (ring_random_next (random) % 40);

  if (!ring_tool_begin (tool, view, 0.05, &sample, 1000, NULL))
    return;
  for (guint i = 0; i < n; i++)
    {
      sample.x += ring_random_unit (random) - 0.5;
      sample.y += ring_random_unit (random) - 0.5;
      sample.pressure = ring_random_unit (random);
      sample.time += 8;
      ring_tool_update (tool, &sample, 1);
    }
  if (ring_random_next (random) % 8 == 0)
    ring_tool_cancel (tool);
  else
    ring_tool_end (tool);
}

static void
change_record (RingDesign *design, RingRandom *random)
{
  static const char *const kinds[] = { RING_RECORD_RING, RING_RECORD_COMMISSION, RING_RECORD_CHOICE };
  static const char *const names[] = { "width", "client", "number", "profile", "text" };
  const char *kind = kinds[ring_random_next (random) % G_N_ELEMENTS (kinds)];
  const char *name = names[ring_random_next (random) % G_N_ELEMENTS (names)];
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), kind, NULL);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Record");
  g_autoptr (RingRecord) fresh = old == NULL ? ring_record_new (kind, NULL) : ring_record_ref (old);
  g_autoptr (RingRecord) changed
    = ring_record_with_number (fresh, name, 100 * ring_random_unit (random), 2);

  if (old != NULL && ring_random_next (random) % 4 == 0 && !g_str_equal (kind, RING_RECORD_RING))
    ring_edit_remove_record (edit, kind, ring_record_get_id (old));
  else
    ring_edit_set_record (edit, changed);
  if (ring_random_next (random) % 2 == 0)
    ring_edit_set_merge_key (edit, kind);
  ring_design_commit (design, edit);
}

static void
change_stone (RingDesign *design, RingRandom *random)
{
  const RingRecord *stone
    = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_STONE, NULL);
  RingEdit *edit;

  if (stone == NULL)
    return;
  edit = ring_edit_new (ring_design_get_drawing (design), "Stone");
  if (ring_random_next (random) % 4 == 0)
    {
      g_autofree char *id = g_strdup (ring_record_get_id (stone));

      ring_stone_note_remove (edit, id);
    }
  else
    {
      g_autoptr (RingRecord) changed
        = ring_record_with_number (stone, "length", 3 + 9 * ring_random_unit (random), 2);

      ring_stone_note_set (edit, changed);
    }
  ring_design_commit (design, edit);
}

static void
change_layer (RingDesign *design, RingRandom *random)
{
  RingView *view = random_view (design, random);
  RingLayer *layer
    = ring_view_get_layer (view, (guint) (ring_random_next (random) % ring_view_get_n_layers (view)));
  RingLayerHead head = *ring_layer_get_head (layer);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Layer");

  head.visible = ring_random_next (random) % 4 != 0;
  head.locked = ring_random_next (random) % 8 == 0;
  head.opacity = (double) (ring_random_next (random) % 11) / 10;
  ring_edit_set_layer (edit, &head);
  ring_design_commit (design, edit);
}

static void
random_step (RingDesign *design, RingRandom *random)
{
  switch (ring_random_next (random) % 8)
    {
    case 0:
    case 1: drag (design, random, RING_TOOL_PEN); break;
    case 2: drag (design, random, RING_TOOL_ERASER); break;
    case 3: drag (design, random, RING_TOOL_NOTE); break;
    case 4: change_record (design, random); break;
    case 5: change_stone (design, random); break;
    case 6: change_layer (design, random); break;
    default:
      /* A little to and fro, as people do. */
      ring_design_undo (design);
      if (ring_random_next (random) % 2 == 0)
        ring_design_redo (design);
      break;
    }
}

static void
test_undo_all (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *first = state_of (design);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  RingRandom random;

  g_test_message ("seed %u", seed);
  ring_random_init_seed (&random, seed);
  for (guint i = 0; i < 150; i++)
    random_step (design, &random);
  /* The last step may have been an undo: the end is where nothing is left to redo. */
  while (ring_design_redo (design))
    ;
  last = state_of (design);

  while (ring_design_undo (design))
    ;
  again = state_of (design);
  assert_same (again, first);
  g_assert_false (ring_design_get_modified (design));

  while (ring_design_redo (design))
    ;
  g_free (again);
  again = state_of (design);
  assert_same (again, last);
}

/* What is read back is what was written, for the same random designs. */
static void
test_read_back (gconstpointer data)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RingRandom random;

  ring_random_init_seed (&random, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < 100; i++)
    random_step (design, &random);
  written = state_of (design);
  drawing = ring_svg_read (written, strlen (written), NULL, &error);
  g_assert_no_error (error);
  bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  again = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_same (again, written);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *undo = g_strdup_printf ("/history/undo-all/%u", seed);
      g_autofree char *read = g_strdup_printf ("/history/read-back/%u", seed);

      g_test_add_data_func (undo, GUINT_TO_POINTER (seed), test_undo_all);
      g_test_add_data_func (read, GUINT_TO_POINTER (seed + 100), test_read_back);
    }
  return ring_test_run ();
}
