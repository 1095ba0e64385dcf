/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design goes through a real Inkscape, which edits one thing in it. Every model that the edit
 * did not touch must come back, at its place. */
#include "io-sample.h"
#include "ring-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *actions;
  const char *touched; /* ids, with blanks around each */
  RingItemKind becomes; /* what the touched ones are afterwards */
} Edit;

static const Edit edits[] = {
  { "nothing", "select-clear", "", RING_ITEM_STROKE },
  { "layer moved", "select-by-id:linkfront;transform-translate:4,2",
    " sfirst ssecond sdot spencil nsample ", RING_ITEM_STROKE },
  { "stroke moved", "select-by-id:sfirst;transform-translate:4,0", " sfirst ", RING_ITEM_STROKE },
  { "stroke turned", "select-by-id:sfirst;transform-rotate:30", " sfirst ", RING_ITEM_STROKE },
  { "stroke recoloured", "select-by-id:sfirst;object-set-property:fill,#ff0000", " sfirst ",
    RING_ITEM_STROKE },
  { "stroke bent", "select-by-id:sfirst;path-simplify", " sfirst ", RING_ITEM_ARTWORK },
  { "stroke outlined", "select-by-id:sfirst;object-set-property:stroke,#0000ff", " sfirst ",
    RING_ITEM_ARTWORK },
  { "pencil moved", "select-by-id:spencil;transform-translate:4,0", " spencil ", RING_ITEM_STROKE },
  { "pencil turned", "select-by-id:spencil;transform-rotate:30", " spencil ", RING_ITEM_STROKE },
  { "note moved", "select-by-id:nsample;transform-translate:4,0", " nsample ", RING_ITEM_NOTE },
  { "preset moved", "select-by-id:psample;transform-translate:4,0", " psample ",
    RING_ITEM_PRESET },
  { "preset turned", "select-by-id:psample;transform-rotate:30", " psample ", RING_ITEM_PRESET },
  { "strokes grouped", "select-by-id:sfirst,ssecond;selection-group", "", RING_ITEM_STROKE },
  { "stroke deleted", "select-by-id:sfirst;delete-selection", " sfirst ", RING_ITEM_STROKE },
};

static const char *const ids[] = { "spage", "spage2", "sfirst", "ssecond", "sdot", "spencil",
                                   "nsample", "asample", "psample" };

/* FALSE, and the test fails, when there is no Inkscape. */
static gboolean
run_inkscape (const char *actions, const char *in, const char *out)
{
  g_autofree char *program = g_find_program_in_path ("inkscape");
  g_autofree char *all = g_strdup_printf ("--actions=%s;export-filename:%s;export-do", actions, out);
  const char *argv[] = { program, all, in, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_fail_printf ("Inkscape is not installed");
      return FALSE;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return TRUE;
}

/* What a stroke covers: told from its samples alone its bounds would be a little larger. */
static RingRect
get_extent (const RingItem *item)
{
  if (ring_item_get_stroke (item) == NULL)
    return ring_item_get_bounds (item);
  return ring_matrix_apply_rect (ring_item_get_matrix (item),
                                 ring_path_get_bounds (ring_item_get_outline (item)));
}

/* Bounds on paper, so that it does not matter which transform carries a move. */
static RingRect
place (const RingDrawing *drawing, const char *id)
{
  RingView *view;
  RingItem *item = ring_drawing_find_item (drawing, id, &view, NULL);
  RingMatrix m = ring_view_get_matrix (view);

  return ring_matrix_apply_rect (&m, get_extent (item));
}

static void
assert_untouched (const RingDrawing *before, const RingDrawing *after, const char *id)
{
  const RingItem *old = ring_drawing_find_item (before, id, NULL, NULL);
  const RingItem *new = ring_drawing_find_item (after, id, NULL, NULL);
  RingRect a, b;

  g_test_message ("%s", id);
  g_assert_nonnull (new);
  g_assert_cmpint (ring_item_get_kind (new), ==, ring_item_get_kind (old));
  a = place (before, id);
  b = place (after, id);
  g_assert_cmpfloat_with_epsilon (a.x0, b.x0, 0.01);
  g_assert_cmpfloat_with_epsilon (a.y1, b.y1, 0.01);
  if (ring_item_get_stroke (old) != NULL)
    {
      const RingStroke *x = ring_item_get_stroke (old);
      const RingStroke *y = ring_item_get_stroke (new);

      g_assert_cmpstr (ring_samples_get_text (x->samples), ==, ring_samples_get_text (y->samples));
      g_assert_cmphex (x->style.colour, ==, y->style.colour);
    }
  if (ring_item_get_note (old) != NULL)
    g_assert_cmpstr (ring_item_get_note (old)->label, ==, ring_item_get_note (new)->label);
  if (ring_item_get_preset (old) != NULL)
    g_assert_cmpstr (ring_item_get_preset (old)->number, ==, ring_item_get_preset (new)->number);
}

static void
assert_touched (const Edit *edit, const RingDrawing *before, const RingDrawing *after, const char *id)
{
  const RingItem *new = ring_drawing_find_item (after, id, NULL, NULL);
  RingRect a, b;

  if (strstr (edit->name, "deleted") != NULL)
    {
      g_assert_null (new);
      return;
    }
  g_assert_nonnull (new);
  if (strcmp (id, "nsample") != 0)
    g_assert_cmpint (ring_item_get_kind (new), ==, edit->becomes);
  if (strstr (edit->name, "moved") == NULL)
    return;
  /* Inkscape moves by px of paper, 1/96 inch. */
  a = place (before, id);
  b = place (after, id);
  g_assert_cmpfloat_with_epsilon (b.x0 - a.x0, 4 * 25.4 / 96, 0.02);
}

static void
test_edit (gconstpointer data)
{
  const Edit *edit = data;
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *in = g_build_filename (folder, "in.svg", NULL);
  g_autofree char *out = g_build_filename (folder, "out.svg", NULL);
  g_autoptr (RingDrawing) before = io_sample_new ();
  g_autofree char *text = io_write (before);
  g_autofree char *edited = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (RingDrawing) after = NULL;
  g_autoptr (RingDrawing) again = NULL;

  ring_test_write (in, text, -1);
  if (!run_inkscape (edit->actions, in, out))
    return;
  g_assert_true (g_file_get_contents (out, &edited, NULL, NULL));
  after = io_read (edited, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", ids[i]);

      if (strstr (edit->touched, word) == NULL)
        assert_untouched (before, after, ids[i]);
      else
        assert_touched (edit, before, after, ids[i]);
    }
  g_assert_cmpuint (ring_drawing_get_n_records (after), ==, 4);
  first = io_write (after);
  again = io_read (first, NULL);
  second = io_write (again);
  g_assert_cmpstr (first, ==, second);
  if (edit->becomes == RING_ITEM_ARTWORK)
    g_assert_nonnull (strstr (first, "<rw:was ref=\"sfirst\""));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/inkscape/%s", edits[i].name);

      g_test_add_data_func (path, &edits[i], test_edit);
    }
  return ring_test_run ();
}
