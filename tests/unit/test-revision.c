/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions: kept at once and for ever, put back in one step, and what changed in words. */
#include <string.h>

#include "ring-changes.h"
#include "ring-error.h"
#include "ring-revision.h"
#include "ring-stone-note.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define NOW G_GINT64_CONSTANT (1795773600000) /* 2026-11-27 10:00 */

static RingDrawing *
now (RingDesign *design)
{
  return ring_design_get_drawing (design);
}

static gsize
count (const RingDrawing *drawing)
{
  return ring_drawing_count_items (drawing, RING_ITEM_STROKE);
}

/* The id of the revision that it is. */
static const char *
keep (RingDesign *design, const char *name)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_revision_keep (design, name, NULL, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
  return ring_record_get_id (ring_revision_find_present (now (design)));
}

static void
put_back (RingDesign *design, const char *id)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_revision_put_back (design, id, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

static guint
n_revisions (RingDesign *design)
{
  g_autoptr (GPtrArray) list = ring_revision_list (now (design));

  return list->len;
}

static void
draw (RingDesign *design, double x)
{
  ring_test_draw (design, RING_VIEW_FRONT, x, -5, x, 5);
}

/* Both hold the very same items: keeping copies none. */
static void
test_keep (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingRecord *revision;
  RingDrawing *state;
  const char *id;

  draw (design, 1);
  id = keep (design, NULL);
  revision = ring_revision_find (now (design), "A");
  state = ring_drawing_get_state (now (design), id);
  g_assert_cmpstr (ring_record_get_id (revision), ==, id);
  g_assert_cmpstr (ring_record_get (revision, "at"), ==, "2026-11-27T10:00:00Z");
  g_assert_null (ring_record_get (revision, "from"));
  g_assert_cmpstr (ring_revision_get_base (now (design)), ==, id);
  for (guint v = 0; v < ring_drawing_get_n_views (state); v++)
    g_assert_true (ring_drawing_get_view (state, v) == ring_drawing_get_view (now (design), v));
  /* Nothing of the design as a whole. */
  for (guint i = 0; i < ring_drawing_get_n_records (state); i++)
    g_assert_true (ring_record_is_revised (ring_record_get_kind (ring_drawing_get_record (state, i))));

  draw (design, 2);
  g_assert_cmpuint (count (state), ==, 1);
  g_assert_null (ring_revision_find_present (now (design)));
  g_assert_cmpstr (ring_record_get (ring_revision_find (now (design), keep (design, "Halo")), "from"),
                   ==, id);
  ring_design_undo (design);
  g_assert_cmpuint (n_revisions (design), ==, 1);
  g_assert_cmpstr (ring_revision_get_base (now (design)), ==, id);
  ring_design_redo (design);
  g_assert_cmpuint (count (ring_drawing_get_state (
                        now (design), ring_record_get_id (ring_revision_find (now (design), "Halo")))),
                    ==, 2);
}

static void
test_keep_twice (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;

  draw (design, 1);
  keep (design, "First");
  g_assert_null (ring_revision_keep (design, NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“First”"));
}

static void
test_names (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  for (guint i = 0; i < 27; i++)
    {
      draw (design, 0.1 * i);
      keep (design, i == 1 ? "Her own" : NULL);
    }
  g_assert_nonnull (ring_revision_find (now (design), "Z"));
  {
    g_autofree char *next = ring_revision_next_name (now (design));

    g_assert_cmpstr (next, ==, "AA");
  }
}

/* One step, and the way there and back; what was there before is a revision by itself. */
static void
test_put_back (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDrawing) before = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GPtrArray) list = NULL;

  draw (design, 1);
  first = g_strdup (keep (design, NULL));
  draw (design, 2);
  draw (design, 3);
  before = ring_drawing_ref (now (design));
  put_back (design, first);
  g_assert_cmpuint (count (now (design)), ==, 1);
  g_assert_true (ring_revision_is_same (now (design), ring_drawing_get_state (now (design), first)));
  list = ring_revision_list (now (design));
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (ring_revision_get_name (list->pdata[1]), ==, "Before “A” came back");
  g_assert_cmpuint (count (ring_drawing_get_state (now (design), ring_record_get_id (list->pdata[1]))),
                    ==, 3);
  g_assert_cmpstr (ring_revision_get_base (now (design)), ==, first);

  ring_design_undo (design);
  g_assert_true (ring_revision_is_same (now (design), before));
  g_assert_cmpuint (n_revisions (design), ==, 1);
  ring_design_redo (design);
  g_assert_cmpuint (count (now (design)), ==, 1);

  /* A branch: it goes on from the one that came back. */
  draw (design, 9);
  g_assert_cmpstr (ring_record_get (ring_revision_find (now (design), keep (design, "Branch")), "from"),
                   ==, first);
  g_assert_cmpuint (n_revisions (design), ==, 3);
  /* What is kept already is not kept again. */
  put_back (design, first);
  g_assert_cmpuint (n_revisions (design), ==, 3);
}

static void
test_put_back_refused (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  const char *id;

  draw (design, 1);
  id = keep (design, NULL);
  g_assert_null (ring_revision_put_back (design, id, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ring_revision_put_back (design, "knone", &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

/* What is known of a stone does not go back with the drawing, and no card goes. */
static void
test_stones_stay (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *first = NULL;
  g_autoptr (RingRecord) wished = ring_test_record (RING_RECORD_STONE, "t1", (const char *[]){ "species", "Sapphire", NULL });
  g_autoptr (RingRecord) bought = ring_record_with (wished, "status", "bought");
  g_autoptr (RingRecord) second = ring_test_record (RING_RECORD_STONE, "t2", (const char *[]){ "species", "Ruby", NULL });

  ring_test_set_record (design, wished);
  first = g_strdup (keep (design, NULL));
  ring_test_set_record (design, bought);
  ring_test_set_record (design, second);
  draw (design, 1);
  put_back (design, first);
  g_assert_cmpuint (count (now (design)), ==, 0);
  g_assert_cmpstr (ring_record_get (ring_drawing_find_record (now (design), RING_RECORD_STONE, "t1"), "status"),
                   ==, "bought");
  g_assert_nonnull (ring_drawing_find_record (now (design), RING_RECORD_STONE, "t2"));
  ring_design_undo (design);
  g_assert_cmpuint (count (now (design)), ==, 1);
  /* The revision itself still says what was known then. */
  {
    g_autoptr (RingDrawing) then = ring_revision_open (now (design), first);

    g_assert_null (ring_record_get (ring_drawing_find_record (then, RING_RECORD_STONE, "t1"), "status"));
    g_assert_null (ring_drawing_find_record (then, RING_RECORD_STONE, "t2"));
  }
}

static void
test_annotate (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const char *id;

  draw (design, 1);
  id = keep (design, NULL);
  ring_test_commit (design, ring_revision_annotate (design, id, "Her favourite", "Monday"));
  g_assert_cmpstr (ring_record_get (ring_revision_find (now (design), "Her favourite"), "note"), ==,
                   "Monday");
  g_assert_null (ring_revision_annotate (design, id, "Her favourite", "Monday"));
  ring_design_undo (design);
  g_assert_nonnull (ring_revision_find (now (design), "A"));
  g_assert_nonnull (ring_drawing_get_state (now (design), id));
}

static void
test_most (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < RING_REVISION_MOST; i++)
    {
      g_autofree char *width = g_strdup_printf ("%u", i);
      g_autoptr (RingRecord) page = ring_test_record (RING_RECORD_PAGE, "page", (const char *[]){ "paper", width, NULL });
      g_autofree char *name = g_strdup_printf ("R%u", i);
      g_autofree char *id = g_strdup_printf ("k%u", i);
      g_autoptr (RingRecord) head = ring_test_record (RING_RECORD_REVISION, id, (const char *[]){ "name", name, NULL });
      RingEdit *edit = ring_edit_new (now (design), "Keep");

      ring_edit_set_record (edit, page);
      ring_edit_set_record (edit, head);
      g_assert_true (ring_edit_keep (edit, id));
      g_assert_false (ring_edit_keep (edit, id));
      ring_test_commit (design, edit);
    }
  draw (design, 1);
  g_assert_null (ring_revision_keep (design, NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
}

/* ----------------------------------------------------------------- in words */

typedef struct
{
  const char *kind, *id;
  const char *before[12], *after[12]; /* names and values; empty: not there */
  const char *expected;
} Row;

static const Row rows[] = {
  { RING_RECORD_GEM, "g1", { "cut", "oval", "length", "8", "width", "6", "species", "sapphire" },
    { "cut", "oval", "length", "9", "width", "7", "species", "sapphire" },
    "Oval sapphire 9 × 7 mm, before 8 × 6 mm" },
  { RING_RECORD_GEM, "g1", { "cut", "oval", "length", "8", "width", "6", "species", "sapphire" },
    { "cut", "round", "length", "6.5", "species", "sapphire" },
    "Round sapphire 6.5 mm, before Oval sapphire 8 × 6 mm" },
  { RING_RECORD_GEM, "g1", { "cut", "round", "length", "6.5", "height", "2" },
    { "cut", "round", "length", "6.5", "height", "2.4" }, "Round diamond 6.5 mm: 0.4 mm higher" },
  { RING_RECORD_GEM, "g1", { "cut", "round", "length", "6.5", "height", "2", "angle", "10" },
    { "cut", "round", "length", "6.5", "height", "1.5", "angle", "25" },
    "Round diamond 6.5 mm: 0.5 mm lower; Round diamond 6.5 mm: 15° further round the finger" },
  { RING_RECORD_GEM, "g1", { NULL }, { "cut", "round", "length", "6.5" }, "Round diamond 6.5 mm added" },
  { RING_RECORD_GEM, "g1", { "cut", "round", "length", "6.5" }, { NULL }, "Round diamond 6.5 mm taken away" },
  { RING_RECORD_GEM, "g1", { "cut", "round", "length", "6.5", "height", "2" },
    { "cut", "round", "length", "6.5", "height", "2", "lean", "12" },
    "Round diamond 6.5 mm: set or drawn otherwise" },
  { RING_RECORD_SETTING, "h1", { "gem", "g1", "kind", "claws" }, { "gem", "g1", "kind", "bezel" },
    "Setting: Bezel, before Claws" },
  { RING_RECORD_SETTING, "h1", { "gem", "g1", "kind", "claws", "claws", "4" },
    { "gem", "g1", "kind", "claws", "claws", "6" }, "Claws: 6, before 4" },
  { RING_RECORD_SETTING, "h1", { "gem", "g1", "kind", "claws", "claw", "1" },
    { "gem", "g1", "kind", "claws", "claw", "1.2" }, "Setting (Claws): other measures" },
  { RING_RECORD_SETTING, "h1", { NULL }, { "gem", "g1", "kind", "bezel" }, "Setting added: Bezel" },
  { RING_RECORD_LAYOUT, "y1", { NULL }, { "kind", "eternity" }, "Eternity row of Round diamond 1.3 mm added" },
  { RING_RECORD_LAYOUT, "y1", { "kind", "eternity" }, { "kind", "eternity", "length", "1.5" },
    "Eternity row of Round diamond 1.5 mm, before Eternity row of Round diamond 1.3 mm" },
  { RING_RECORD_LAYOUT, "y1", { "kind", "eternity" }, { "kind", "eternity", "angle", "15" },
    "Eternity row of Round diamond 1.3 mm: laid out otherwise" },
  { RING_RECORD_INSCRIPTION, "i1", { "text", "FOREVER" }, { "text", "ALWAYS" },
    "Engraving “ALWAYS”, before “FOREVER”" },
  { RING_RECORD_INSCRIPTION, "i1", { "text", "FOREVER" }, { "text", "FOREVER", "height", "2" },
    "Engraving “FOREVER”: letters or place" },
  { RING_RECORD_STONE, "t1", { "species", "Sapphire", "length", "8", "width", "6", "status", "wished" },
    { "species", "Sapphire", "length", "8.12", "width", "5.94", "measured", "measured", "status", "received" },
    "Sapphire: mm: 8.12 × 5.94, before ≈ 8 × 6; Sapphire: status: Received, before Wished for" },
  { RING_RECORD_STONE, "t1", { "species", "Sapphire" }, { "species", "Sapphire", "cost", "900" },
    "Sapphire: what its card says" },
  { RING_RECORD_CHOICE, "choice", { "number", "#1-2" }, { "number", "#3-4" },
    "Chosen from the menus: #3-4, before #1-2" },
  { RING_RECORD_PAGE, "page", { NULL }, { "paper", "grey" }, "Paper" },
};

static RingDrawing *
with (const RingDrawing *drawing, const Row *row, const char *const *fields)
{
  return fields[0] != NULL ? ring_test_with_record (drawing, row->kind, row->id, fields)
                           : ring_drawing_ref (drawing);
}

static void
assert_changes (const RingDrawing *before, const RingDrawing *after, const char *expected)
{
  g_autoptr (GPtrArray) list = ring_changes_list (before, after);
  g_autofree char *text = ring_changes_join (list);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (list->len == 0, ==, ring_revision_is_same (before, after));
}

static void
test_words (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingDrawing) before = with (now (design), &rows[i], rows[i].before);
      g_autoptr (RingDrawing) after = with (now (design), &rows[i], rows[i].after);

      assert_changes (before, after, rows[i].expected);
      assert_changes (after, after, "");
    }
}

/* The ring's own record, one field after another. */
static void
test_ring_words (void)
{
  static const struct
  {
    const char *name, *before, *after, *expected;
  } fields[] = {
    { "width", "2.2", "2.4", "Band wider by 0.2 mm (2.2 to 2.4 mm)" },
    { "base-width", "2.2", "2", "Band at the base narrower by 0.2 mm (2.2 to 2 mm)" },
    { "base-thickness", "1.8", "1.5", "Band at the base thinner by 0.3 mm (1.8 to 1.5 mm)" },
    { "size", "54.4", "55.1", "Finger size 55.1 mm round, before 54.4 mm" },
    { "size", NULL, "55.1", "Finger size 55.1 mm round, not known before" },
    { "size", "54.4", NULL, "Finger size to be confirmed, before 54.4 mm round" },
    { "profile", "d", "court", "Profile: Court, before D-shape" },
    { "alloy", "18ky", "pt950", NULL },
    { "finish", NULL, "matt", "Finish: matt, before not chosen" },
    { "wearer", NULL, "Ana", "What is written of the ring" },
  };
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingRecord *ring = ring_drawing_find_ring (now (design), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *const old[] = { fields[i].before != NULL ? fields[i].name : NULL, fields[i].before, NULL };
      const char *const new[] = { fields[i].after != NULL ? fields[i].name : NULL, fields[i].after, NULL };
      g_autoptr (RingDrawing) before = ring_test_with_record (now (design), RING_RECORD_RING, ring_record_get_id (ring), old);
      g_autoptr (RingDrawing) after = ring_test_with_record (now (design), RING_RECORD_RING, ring_record_get_id (ring), new);

      if (fields[i].expected != NULL)
        assert_changes (before, after, fields[i].expected);
      else
        {
          g_autoptr (GPtrArray) list = ring_changes_list (before, after);

          g_assert_cmpuint (list->len, ==, 1);
          g_assert_true (g_str_has_prefix (list->pdata[0], "Metal: "));
        }
    }
}

static void
test_drawn_words (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDrawing) before = NULL;
  const RingMatrix moved = { 1, 0, 0, 1, 2, 0 };
  RingLayerHead head;
  RingLayer *ink;
  RingEdit *edit;

  draw (design, 1);
  draw (design, 2);
  draw (design, 3);
  before = ring_drawing_ref (now (design));
  ink = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  edit = ring_edit_new (before, "Change");
  {
    g_autoptr (RingItem) item = ring_item_with_matrix (ring_layer_get_item (ink, 1), &moved);

    ring_edit_replace_item (edit, item);
    ring_edit_remove_item (edit, ring_item_get_id (ring_layer_get_item (ink, 0)));
  }
  ring_test_commit (design, edit);
  draw (design, 4);
  draw (design, 5);
  assert_changes (before, now (design), "Front: strokes 2 drawn, 1 erased, 1 changed");

  g_clear_pointer (&before, ring_drawing_unref);
  before = ring_drawing_ref (now (design));
  ink = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  edit = ring_edit_new (before, "Order");
  {
    g_autoptr (RingItem) item = ring_item_ref (ring_layer_get_item (ink, 0));

    ring_edit_remove_item_at (edit, ring_layer_get_head (ink)->id, 0);
    ring_edit_append_item (edit, ring_layer_get_head (ink)->id, item);
  }
  head = *ring_layer_get_head (ring_test_layer (design, RING_VIEW_TOP, RING_ROLE_INK));
  head.visible = FALSE;
  ring_edit_set_layer (edit, &head);
  ring_test_commit (design, edit);
  assert_changes (before, now (design),
                  "Top: layers shown or locked otherwise; Front: what lies above what");
}

/* Each that is kept after the first uses one of those that the price includes. */
static void
test_used (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  static const char *const fields[] = { "revisions", "2", NULL };
  static const char *const more[] = { "0 used of 2 that are included", "0 used of 2 that are included",
                                      "1 used of 2 that are included", "2 used of 2 that are included",
                                      "3 used of 2 that are included" };
  g_autofree char *none = ring_revision_format_used (ring_design_get_drawing (design));
  g_autoptr (RingRecord) commission = ring_test_record (RING_RECORD_COMMISSION, "commission", fields);

  g_assert_null (none);
  ring_test_set_record (design, commission);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autofree char *text = ring_revision_format_used (ring_design_get_drawing (design));
      g_autofree char *width = g_strdup_printf ("%u.5", i + 2);
      const char *const ring_fields[] = { "width", width, NULL };
      g_autoptr (RingRecord) ring = ring_test_record (
          RING_RECORD_RING,
          ring_record_get_id (ring_drawing_find_ring (ring_design_get_drawing (design), NULL)), ring_fields);

      g_assert_cmpstr (text, ==, more[i]);
      ring_test_set_record (design, ring);
      ring_test_commit (design, ring_revision_keep (design, NULL, NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  ring_test_stop_clock (NOW);

  g_test_add_func ("/revision/keep", test_keep);
  g_test_add_func ("/revision/keep-twice", test_keep_twice);
  g_test_add_func ("/revision/names", test_names);
  g_test_add_func ("/revision/put-back", test_put_back);
  g_test_add_func ("/revision/put-back-refused", test_put_back_refused);
  g_test_add_func ("/revision/stones-stay", test_stones_stay);
  g_test_add_func ("/revision/annotate", test_annotate);
  g_test_add_func ("/revision/most", test_most);
  g_test_add_func ("/revision/words", test_words);
  g_test_add_func ("/revision/ring-words", test_ring_words);
  g_test_add_func ("/revision/drawn-words", test_drawn_words);
  g_test_add_func ("/revision/used", test_used);
  return ring_test_run ();
}
