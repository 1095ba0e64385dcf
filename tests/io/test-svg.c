/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The design file round and round: what is written, what is read back, and what other programs
 * may have done in between. */
#include "io-sample.h"
#include "ring-design.h"
#include "ring-test-model.h"
#include "ring-test.h"

#include <string.h>

/* The item is not there. */
#define RING_ITEM_KIND_NONE ((RingItemKind) 99)

static guint
count_level (const RingLoadReport *report, RingNoticeLevel level)
{
  guint n = 0;

  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    n += ring_load_report_get (report, i)->level == level;
  return n;
}

static void
test_golden (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);

  ring_test_assert_golden ("io/sample.ring.svg", text, -1);
  io_assert_stable (text);
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
  io_assert_stable (again);
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

/* A picture that leaves the program says itself that the size is a guess. */
static void
test_unknown_size (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autofree char *picture = NULL;
  g_autofree char *design = NULL;

  ring_random_init_seed (&random, 1);
  drawing = ring_drawing_new_default (&random);
  plain = ring_svg_write (drawing, RING_WRITE_PLAIN);
  picture = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  design = io_write (drawing);
  g_assert_nonnull (strstr (picture, "size to be confirmed"));
  g_assert_nonnull (strstr (design, "size to be confirmed"));
}

/* A lit gem is in the picture for every program, and only its record is read. */
static void
test_lit_gem (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) empty = NULL;
  g_autoptr (RingRecord) base = ring_record_new (RING_RECORD_GEM, "g1");
  g_autoptr (RingRecord) cut = ring_record_with (base, "cut", "oval");
  g_autoptr (RingRecord) line = ring_record_with (cut, "species", "sapphire");
  g_autoptr (RingRecord) lit = ring_record_with (line, "style", "lit");
  const RingRecord *records[] = { line, lit };
  gsize fills[2];

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  for (guint i = 0; i < 2; i++)
    {
      RingEdit *edit = ring_edit_new (empty, "Gem");
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autoptr (RingDrawing) back = NULL;
      g_auto (GStrv) parts = NULL;

      ring_edit_set_record (edit, records[i]);
      text = io_write (ring_edit_get_result (edit));
      back = io_read (text, NULL);
      again = io_write (back);
      g_assert_cmpstr (again, ==, text);
      g_assert_true (ring_record_equal (ring_drawing_find_record (back, RING_RECORD_GEM, "g1"),
                                        records[i]));
      g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_ARTWORK), ==, 0);
      parts = g_strsplit (text, "fill=\"#", -1);
      fills[i] = g_strv_length (parts);
      ring_edit_unref (edit);
    }
  /* In both views, in many colours. */
  g_assert_cmpuint (fills[1], >, fills[0] + 40);
}

/* Another program may have carried our attributes to where they mean nothing. */
/* A setting stands behind its gem, says what was decided, and its metal is in the picture. */
static void
test_setting (void)
{
  static const char written[]
      = "<rw:setting id=\"s1\" alloy=\"18ky\" claw=\"0.9\" gem=\"g1\" kind=\"claws\"/>";
  RingRandom random;
  g_autoptr (RingDrawing) empty = NULL;
  g_autoptr (RingRecord) gem = ring_record_new (RING_RECORD_GEM, "g1");
  g_autoptr (RingRecord) cut = ring_record_with (gem, "cut", "round");
  g_autoptr (RingRecord) lit = ring_record_with (cut, "style", "lit");
  g_autoptr (RingRecord) base = ring_record_new (RING_RECORD_SETTING, "s1");
  g_autoptr (RingRecord) of_gem = ring_record_with (base, "gem", "g1");
  g_autoptr (RingRecord) kind = ring_record_with (of_gem, "kind", "claws");
  g_autoptr (RingRecord) claw = ring_record_with (kind, "claw", "0.9");
  g_autoptr (RingRecord) setting = ring_record_with (claw, "alloy", "18ky");
  g_autoptr (RingDrawing) back = NULL;
  g_autofree char *text = NULL;
  const char *at;
  RingEdit *edit;

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  edit = ring_edit_new (empty, "Setting");
  ring_edit_set_record (edit, setting);
  ring_edit_set_record (edit, lit);
  text = io_write (ring_edit_get_result (edit));
  ring_edit_unref (edit);
  at = strstr (text, written);
  g_assert_nonnull (at);
  g_assert_true (strstr (text, "<rw:gem ") < at);
  /* The alloy's own colour, once in each view but the strip. */
  g_assert_nonnull (strstr (text, "fill=\"#e3bf63\""));
  io_assert_stable (text);
  back = io_read (text, NULL);
  g_assert_true (
      ring_record_equal (ring_drawing_find_record (back, RING_RECORD_SETTING, "s1"), setting));
  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_ARTWORK), ==, 0);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *p = strstr (text, what); p != NULL; p = strstr (p + 1, what))
    n++;
  return n;
}

/* An inscription stands behind the ring's stones and before what is told of them, byte for byte; its
 * letters are lines, and no text that another machine would set in another font. */
static void
test_inscription (void)
{
  static const char written[]
      = "<rw:inscription id=\"i1\" angle=\"120\" face=\"script\" height=\"1.2\" text=\"A &amp; Z\"/>";
  RingRandom random;
  g_autoptr (RingDrawing) empty = NULL;
  g_autoptr (RingDrawing) with = NULL;
  g_autoptr (RingDrawing) back = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  before = io_write (empty);
  with = ring_test_with_record (empty, RING_RECORD_INSCRIPTION, "i1",
                                (const char *const[]){ "text", "A & Z", "face", "script", "height",
                                                       "1.2", "angle", "120", NULL });
  text = io_write (with);
  g_assert_nonnull (strstr (text, written));
  g_assert_null (strstr (before, "stroke-linecap=\"round\""));
  g_assert_cmpuint (count (text, "stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"), ==, 2);
  g_assert_cmpuint (count (text, "<text"), ==, count (before, "<text"));
  io_assert_stable (text);
  back = io_read (text, NULL);
  g_assert_true (
      ring_record_equal (ring_drawing_find_record (back, RING_RECORD_INSCRIPTION, "i1"),
                         ring_drawing_find_record (with, RING_RECORD_INSCRIPTION, "i1")));
  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_ARTWORK), ==, 0);
}

static void
test_plain_with_ours (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, "<g id=\"linkfront\"", "<rect rw:x=\"1\"/><g id=\"linkfront\"");
  g_autoptr (RingDrawing) back = io_read (changed, NULL);
  g_autoptr (GBytes) bytes = ring_svg_write (back, RING_WRITE_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) again
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);

  g_assert_no_error (error);
}

/* ------------------------------------------------- edits in other programs */

typedef struct
{
  const char *name;
  const char *from, *to;
  const char *id;
  RingItemKind kind; /* what the item is afterwards */
  guint n_info, n_warning;
} Edit;

/* What an editor may write for an edit, by hand, so that it can be told exactly. */
static const Edit edits[] = {
  { "colour rewritten", "fill=\"#2b2b30\" rw:width", "style=\"fill:#2B2B30;stroke-width:0.26\" rw:width", "spage",
    RING_ITEM_STROKE, 0, 0 },
  { "path data rewritten", "d=\"M3.036 3c0-.02", "d=\"M 3.036,3.000 c 0.0 -0.0200", "sdot", RING_ITEM_STROKE, 0, 0 },
  { "recoloured", "fill=\"#2b2b30\" rw:width", "fill=\"#ff0000\" rw:width", "spage",
    RING_ITEM_STROKE, 1, 0 },
  { "dot moved in its data", "d=\"M3.036 3c", "d=\"M4.536 2.5c", "sdot", RING_ITEM_STROKE, 1, 0 },
  { "transform added", "<path id=\"spage\"", "<path transform=\"rotate(90)\" id=\"spage\"", "spage",
    RING_ITEM_STROKE, 0, 0 },
  { "outline bent", "c.121.265", "c.121.365", "spage", RING_ITEM_ARTWORK, 0, 1 },
  { "outlined", "fill=\"#2b2b30\" rw:width", "fill=\"#2b2b30\" stroke=\"blue\" rw:width", "spage",
    RING_ITEM_ARTWORK, 0, 1 },
  { "blurred", "fill=\"#2b2b30\" rw:width", "fill=\"#2b2b30\" style=\"filter:url(#f)\" rw:width", "spage",
    RING_ITEM_FOREIGN, 0, 1 },
  { "hidden", "fill=\"#2b2b30\" rw:width", "fill=\"#2b2b30\" display=\"none\" rw:width", "spage",
    RING_ITEM_FOREIGN, 0, 1 },
  { "label changed", "Sapphire 6", "Ruby 6", "nsample", RING_ITEM_FOREIGN, 0, 1 },
  { "preset moved inside", "<g id=\"psample\" ", "<g transform=\"translate(1 2)\" id=\"psample\" ", "psample", RING_ITEM_PRESET, 0, 0 },
  { "group around", "<path id=\"sdot\"", "<g id=\"g1\"></g><path id=\"sdot\"", "sdot", RING_ITEM_STROKE, 0, 0 },
  { "number absurd", "<path id=\"spage\"", "<path transform=\"translate(1e9)\" id=\"spage\"", "spage",
    RING_ITEM_KIND_NONE, 0, 1 },
  { "not a number", "M3.036 3c", "Mnan 3c", "sdot", RING_ITEM_KIND_NONE, 0, 1 },
};

static void
test_edit (gconstpointer data)
{
  const Edit *edit = data;
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, edit->from, edit->to);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  RingItem *item = ring_drawing_find_item (back, edit->id, NULL, NULL);
  g_autofree char *canonical = io_write (back);

  io_print_report (report);
  g_assert_cmpint (item != NULL ? ring_item_get_kind (item) : RING_ITEM_KIND_NONE, ==, edit->kind);
  g_assert_cmpuint (count_level (report, RING_NOTICE_INFO), ==, edit->n_info);
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, edit->n_warning);
  if (edit->kind == RING_ITEM_ARTWORK || edit->kind == RING_ITEM_FOREIGN)
    {
      g_autofree char *was = g_strdup_printf ("<rw:was ref=\"%s\"", edit->id);

      g_assert_nonnull (strstr (canonical, was));
    }
  if (edit->kind == RING_ITEM_KIND_NONE)
    g_assert_true (ring_load_report_get_left_out (report));
  io_assert_stable (canonical);
}

/* ------------------------------------------------------------------ pencil */

/* Every occurrence: a pencil's stroke says its colour once for each band. */
static char *
replace_all (const char *text, const char *from, const char *to)
{
  GString *all = g_string_new (text);

  g_assert_cmpuint (g_string_replace (all, from, to, 0), >, 0);
  return g_string_free (all, FALSE);
}

static const Edit pencil_edits[] = {
  { "moved", "<g id=\"spencil\"", "<g transform=\"translate(1 2)\" id=\"spencil\"", "spencil", RING_ITEM_STROKE, 0, 0 },
  { "reference quoted", "fill=\"url(#grain-1-3a3a3eff-0.25)\"", "style=\"fill:url('#grain-1-3a3a3eff-0.25')\"", "spencil",
    RING_ITEM_STROKE, 0, 0 },
  { "in group", "<g id=\"spencil\"", "<g id=\"gx\"></g><g id=\"spencil\"", "spencil", RING_ITEM_STROKE, 0, 0 },
  { "other grain", "grain-1-3a3a3eff-0.25)", "grain-1-102030ff-0.25)", "spencil", RING_ITEM_FOREIGN, 0, 1 },
  { "other size", "rw:grain=\"0.25\"", "rw:grain=\"0.5\"", "spencil", RING_ITEM_FOREIGN, 0, 1 },
  { "denser", "fill-opacity=\"0.1804\"", "fill-opacity=\"0.5\"", "spencil", RING_ITEM_FOREIGN, 0, 1 },
  { "faded", "<g id=\"spencil\"", "<g opacity=\"0.5\" id=\"spencil\"", "spencil", RING_ITEM_FOREIGN, 0, 1 },
  { "a pen's", "rw:instrument=\"pencil\"", "rw:instrument=\"pen\"", "spencil", RING_ITEM_FOREIGN, 0, 1 },
};

static void
test_pencil_edit (gconstpointer data)
{
  const Edit *edit = data;
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = replace_all (text, edit->from, edit->to);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  RingItem *item = ring_drawing_find_item (back, "spencil", NULL, NULL);
  g_autofree char *canonical = io_write (back);

  io_print_report (report);
  g_assert_cmpint (ring_item_get_kind (item), ==, edit->kind);
  g_assert_cmpuint (count_level (report, RING_NOTICE_INFO), ==, edit->n_info);
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, edit->n_warning);
  /* Whoever still asks for a grain finds it. */
  g_assert_nonnull (strstr (canonical, "<pattern id=\"grain-1-"));
  io_assert_stable (canonical);
}

/* Plain colour in place of the grain is a new colour for the stroke, which gets its grain back. */
static void
test_pencil_recoloured (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *half = replace_all (text, "fill=\"url(#grain-1-3a3a3eff-0.25)\"", "fill=\"red\"");
  g_autofree char *changed = replace_all (half, "fill=\"url(#grain-2-3a3a3eff-0.25)\"", "fill=\"#f00\"");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  RingItem *item = ring_drawing_find_item (back, "spencil", NULL, NULL);
  g_autofree char *canonical = io_write (back);

  g_assert_cmpint (ring_item_get_kind (item), ==, RING_ITEM_STROKE);
  g_assert_cmphex (ring_item_get_stroke (item)->style.colour, ==, 0xff0000ff);
  g_assert_cmpuint (count_level (report, RING_NOTICE_INFO), ==, 1);
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
  g_assert_nonnull (strstr (canonical, "<pattern id=\"grain-2-ff0000ff-0.25\""));
  g_assert_null (strstr (canonical, "grain-1-3a3a3eff"));
  io_assert_stable (canonical);
}

/* Another program moves every band by its data. */
static void
test_pencil_baked_move (void)
{
  const RingMatrix shift = { 1, 0, 0, 1, 3.5, -2.25 };
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) plain = io_read (text, NULL);
  RingInkPicture *picture
      = ring_item_get_picture (ring_drawing_find_item (plain, "spencil", NULL, NULL));
  g_autofree char *changed = g_strdup (text);
  g_autoptr (RingDrawing) back = NULL;
  const RingItem *item;

  g_assert_cmpuint (ring_ink_picture_get_n_paths (picture), >, 3);
  for (guint i = 0; i < ring_ink_picture_get_n_paths (picture); i++)
    {
      RingPath *path = ring_ink_picture_get_path (picture, i);
      g_autoptr (RingPath) moved = ring_path_transform (path, &shift);
      g_autoptr (GString) from = g_string_new (NULL);
      g_autoptr (GString) to = g_string_new (NULL);
      char *next;

      ring_path_to_svg (path, 4, from);
      ring_path_to_svg (moved, 6, to);
      next = io_replace (changed, from->str, to->str);
      g_free (changed);
      changed = next;
    }
  back = io_read (changed, NULL);
  item = ring_drawing_find_item (back, "spencil", NULL, NULL);
  g_assert_cmpint (ring_item_get_kind (item), ==, RING_ITEM_STROKE);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (item)->x0, 3.5, 5e-3);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (item)->y0, -2.25, 5e-3);
}

/* An outline whose move another program wrote into the data is found and taken back out. */
static void
test_baked_move (void)
{
  static const RingMatrix moves[] = { { 1, 0, 0, 1, 3.5, -2.25 },
                                      { 0, 1, -1, 0, 1, 1 },
                                      { 2, 0, 0, 2, -30, 4 },
                                      { -1, 0, 0.5, 1.25, 60, 7 } };
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) plain = io_read (text, NULL);
  RingPath *outline = ring_item_get_outline (ring_drawing_find_item (plain, "spage", NULL, NULL));
  g_autoptr (GString) d = g_string_new (NULL);

  ring_path_to_svg (outline, 3, d);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (RingPath) moved = ring_path_transform (outline, &moves[i]);
      g_autoptr (GString) baked = g_string_new (NULL);
      g_autoptr (RingLoadReport) report = ring_load_report_new ();
      g_autofree char *changed = NULL;
      g_autoptr (RingDrawing) back = NULL;
      const RingItem *item;
      const RingMatrix *m;

      ring_path_to_svg (moved, 6, baked);
      changed = io_replace (text, d->str, baked->str);
      back = io_read (changed, report);
      item = ring_drawing_find_item (back, "spage", NULL, NULL);
      m = ring_item_get_matrix (item);
      g_assert_cmpint (ring_item_get_kind (item), ==, RING_ITEM_STROKE);
      g_assert_cmpfloat_with_epsilon (m->xx, moves[i].xx, 1e-4);
      g_assert_cmpfloat_with_epsilon (m->yx, moves[i].yx, 1e-4);
      g_assert_cmpfloat_with_epsilon (m->x0, moves[i].x0, 5e-3);
      g_assert_cmpuint (count_level (report, RING_NOTICE_INFO), ==, 1);
      g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
    }
}

/* A symmetrical stroke is one path with all its copies, and is one again when it is read: also when
 * another program turned it. */
static void
test_symmetry (void)
{
  static const RingMatrix turn = { 0, 1, -1, 0, 100, 20 };
  RingSymmetry star = { 3, TRUE, 75.5, { 100, 90.25 } };
  g_autoptr (RingDrawing) sample = io_sample_new ();
  RingStroke stroke = *ring_item_get_stroke (ring_drawing_find_item (sample, "spage", NULL, NULL));
  g_autoptr (RingEdit) edit = ring_edit_new (sample, "Symmetry");
  g_autoptr (RingItem) item = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (RingDrawing) back = NULL;
  g_autoptr (RingDrawing) turned = NULL;
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GString) d = g_string_new (NULL);
  g_autoptr (GString) baked = g_string_new (NULL);
  g_autoptr (RingPath) moved = NULL;
  const RingItem *read;

  stroke.picture = NULL;
  stroke.symmetry = star;
  item = ring_item_new_stroke ("spage", &stroke);
  g_assert_true (ring_edit_replace_item (edit, item));
  text = io_write (ring_edit_get_result (edit));
  g_assert_nonnull (strstr (text, " rw:symmetry=\"3 1 75.5 100 90.25\" rw:samples="));
  io_assert_stable (text);
  back = io_read (text, NULL);
  read = ring_drawing_find_item (back, "spage", NULL, NULL);
  g_assert_true (ring_symmetry_equal (&ring_item_get_stroke (read)->symmetry, &star));

  ring_path_to_svg (ring_item_get_outline (read), 3, d);
  moved = ring_path_transform (ring_item_get_outline (read), &turn);
  ring_path_to_svg (moved, 6, baked);
  changed = io_replace (text, d->str, baked->str);
  turned = io_read (changed, report);
  read = ring_drawing_find_item (turned, "spage", NULL, NULL);
  g_assert_cmpint (ring_item_get_kind (read), ==, RING_ITEM_STROKE);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (read)->yx, 1, 1e-4);
  g_assert_true (ring_symmetry_equal (&ring_item_get_stroke (read)->symmetry, &star));
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
}

/* What says no symmetry is none; the picture stays as it is. */
static void
test_broken_symmetry (void)
{
  static const char *const broken[]
    = { "", "6", "0 0 0 0 0", "6 0 0 0", "a 0 0 0 0", "1e9 1 0 0 0", "nan 1 0 0 0", "6 0 0 0 0 0" };
  g_autoptr (RingDrawing) sample = io_sample_new ();
  g_autofree char *text = io_write (sample);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *with
        = g_strdup_printf ("rw:symmetry=\"%s\" rw:samples=", broken[i]);
      g_autofree char *changed = io_replace (text, "rw:samples=", with);
      g_autoptr (RingLoadReport) report = ring_load_report_new ();
      g_autoptr (RingDrawing) back = io_read (changed, report);
      g_autofree char *again = io_write (back);

      g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_moved_layer (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, "<g id=\"linkfront\"",
                                         "<g transform=\"translate(2,1) scale(2)\" id=\"linkfront\"");
  g_autoptr (RingDrawing) back = io_read (changed, NULL);
  g_autofree char *canonical = io_write (back);
  const RingItem *first = ring_drawing_find_item (back, "sfirst", NULL, NULL);
  const RingItem *turned = ring_drawing_find_item (back, "ssecond", NULL, NULL);

  g_assert_cmpfloat (ring_item_get_matrix (first)->xx, ==, 2);
  g_assert_cmpfloat (ring_item_get_matrix (first)->x0, ==, 2);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (turned)->x0, 4.5, 1e-9);
  g_assert_cmpint (ring_item_get_kind (first), ==, RING_ITEM_STROKE);
  io_assert_stable (canonical);
}

/* A view that was dragged moves its origin; one that was turned keeps its frame and turns what
 * is in it. */
static void
test_moved_view (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *dragged = io_replace (text, "matrix(4 0 0 4 105 186)", "matrix(4 0 0 4 100 180)");
  g_autofree char *turned = io_replace (text, "matrix(4 0 0 4 105 186)", "matrix(0 4 -4 0 105 186)");
  g_autoptr (RingDrawing) a = io_read (dragged, NULL);
  g_autoptr (RingDrawing) b = io_read (turned, NULL);
  const RingViewHead *head = ring_view_get_head (ring_drawing_get_view_by_kind (a, RING_VIEW_FRONT));

  g_assert_cmpfloat (head->origin.x, ==, 100);
  g_assert_cmpfloat (head->origin.y, ==, 180);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (ring_drawing_find_item (b, "sfirst", NULL, NULL))->yx, 1, 1e-9);
}

/* ------------------------------------------------------- foreign content */

#define FOREIGN \
  "<!-- hand made --><g xmlns:x=\"urn:x\" x:name=\"a &amp; b\" id=\"theirs\">" \
  "<circle r=\"1\" style=\"fill:url(#grad)\"/><text>two  words\n</text></g>"

static void
test_foreign_kept (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *in_layer = io_replace (text, "<path id=\"sdot\"", FOREIGN "<path id=\"sdot\"");
  g_autofree char *in_defs = io_replace (in_layer, "<defs>", "<defs><linearGradient id=\"grad\"/>");
  g_autofree char *in_root
      = io_replace (in_defs, "<title>", "<sodipodi:namedview xmlns:sodipodi=\"urn:s\" id=\"n\"/><title>");
  g_autofree char *in_view = io_replace (in_root, "<g id=\"linkfront\"", "<rect id=\"r\"/><g id=\"linkfront\"");
  g_autofree char *changed = io_replace (in_view, "<metadata>", "<metadata><rw:later x=\"1\"><rw:in/></rw:later>");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  g_autofree char *canonical = io_write (back);

  io_print_report (report);
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
  g_assert_nonnull (strstr (canonical, "<g xmlns:x=\"urn:x\" x:name=\"a &amp; b\" id=\"theirs\">"
                                       "<circle r=\"1\" style=\"fill:url(#grad)\"/><text>two  words\n</text></g>"));
  g_assert_nonnull (strstr (canonical, "<!-- hand made -->"));
  g_assert_nonnull (strstr (canonical, "<linearGradient id=\"grad\"/>"));
  g_assert_nonnull (strstr (canonical, "<sodipodi:namedview xmlns:sodipodi=\"urn:s\" id=\"n\"/>"));
  g_assert_nonnull (strstr (canonical, "<rw:later x=\"1\"><rw:in/></rw:later>"));
  g_assert_nonnull (strstr (canonical, "<rect id=\"r\"/>"));
  io_assert_stable (canonical);
}

static const char *const active[] = {
  "<script>alert(1)</script>",
  "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
  "<style>@import url(http://x/)</style>",
  "<g><animate attributeName=\"x\"/></g>",
  "<rect onclick=\"evil()\" width=\"1\"/>",
  "<g><rect ONLOAD=\"evil()\"/></g>",
  "<image xlink:href=\"file:///etc/passwd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
  "<image href=\"http://evil.example/x.png\"/>",
  "<image href=\"data:image/svg+xml,evil\"/>",
  "<use href=\"other.svg#x\"/>",
  "<rect style=\"fill:url( 'http://evil.example/#p')\"/>",
  "<rect fill=\"URL(evil.svg#p)\"/>",
  "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"evil.txt\" parse=\"text\"/>",
  "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"evil\"/>",
  "<a href=\"javascript:evil()\"><rect id=\"inside\"/></a>",
  "<?xml-stylesheet href=\"evil.css\"?>",
};

/* Everywhere in the file active content is left out and told; what is around it stays. */
static void
test_active_left_out (void)
{
  static const char *const places[] = { "<path id=\"sdot\"", "<title>", "<g id=\"linkfront\"",
                                        "</metadata>", "</defs>" };
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);

  for (guint i = 0; i < G_N_ELEMENTS (active); i++)
    for (guint p = 0; p < G_N_ELEMENTS (places); p++)
      {
        g_autofree char *put = g_strconcat (active[i], places[p], NULL);
        g_autofree char *changed = io_replace (text, places[p], put);
        g_autoptr (RingLoadReport) report = ring_load_report_new ();
        g_autoptr (RingDrawing) back = io_read (changed, report);
        g_autofree char *canonical = io_write (back);

        g_assert_true (ring_load_report_get_left_out (report));
        g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), >=, 1);
        g_assert_null (strstr (canonical, "evil"));
        g_assert_null (strstr (canonical, "script"));
        g_assert_null (strstr (canonical, "file:"));
        g_assert_null (strstr (canonical, "http://x/"));
        g_assert_nonnull (ring_drawing_find_item (back, "sdot", NULL, NULL));
        if (strstr (active[i], "inside") != NULL)
          g_assert_nonnull (strstr (canonical, "<rect id=\"inside\"/>"));
        io_assert_stable (canonical);
      }
}

static void
test_active_on_ours (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *a = io_replace (text, "<path id=\"sdot\"", "<path onclick=\"evil()\" id=\"sdot\"");
  g_autofree char *b = io_replace (a, "<svg ", "<svg onload=\"evil()\" ");
  g_autofree char *changed = io_replace (b, "<g id=\"vfront\"", "<g onload=\"evil()\" id=\"vfront\"");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  g_autofree char *canonical = io_write (back);

  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 3);
  g_assert_cmpstr (canonical, ==, text);
}

static void
test_duplicate_ids (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, "id=\"ssecond\"", "id=\"sfirst\"");
  g_autoptr (RingDrawing) back = io_read (changed, NULL);

  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_STROKE), ==, 6);
  g_assert_null (ring_drawing_find_item (back, "ssecond", NULL, NULL));
}

static void
test_import (void)
{
  const char *text = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100mm\" height=\"50mm\" viewBox=\"0 0 200 100\">"
                     "<title>A ring</title><linearGradient id=\"g\"/>"
                     "<g transform=\"translate(20 0)\"><rect id=\"one\" width=\"10\" height=\"20\"/>"
                     "<rect id=\"two\" width=\"10\" height=\"20\" fill=\"url(#g)\"/></g>"
                     "<g fill=\"red\"><circle r=\"4\" cx=\"100\" cy=\"50\" stroke=\"#00f\" stroke-width=\"2\"/></g></svg>";
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) drawing = io_read (text, report);
  g_autofree char *canonical = io_write (drawing);
  const RingItem *one = ring_drawing_find_item (drawing, "one", NULL, NULL);
  RingRect bounds = ring_item_get_bounds (one);

  io_print_report (report);
  g_assert_cmpuint (count_level (report, RING_NOTICE_WARNING), ==, 0);
  g_assert_cmpfloat (ring_drawing_get_width (drawing), ==, 100);
  g_assert_cmpfloat (bounds.x0, ==, 10);
  g_assert_cmpfloat (bounds.y1, ==, 10);
  g_assert_cmpuint (ring_drawing_count_items (drawing, RING_ITEM_ARTWORK), ==, 2);
  g_assert_cmpuint (ring_drawing_count_items (drawing, RING_ITEM_FOREIGN), ==, 1);
  g_assert_cmpfloat (ring_item_get_matrix (io_first (drawing, RING_ITEM_FOREIGN))->xx, ==, 0.5);
  g_assert_cmpstr (ring_record_get (ring_drawing_find_record (drawing, "commission", NULL), "title"), ==, "A ring");
  io_assert_stable (canonical);
}

static void
test_newer (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, "rw:version=\"0\"", "rw:version=\"7\"");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);

  g_assert_nonnull (back);
  g_assert_true (ring_load_report_get_newer (report));
  g_assert_nonnull (strstr (ring_load_report_get (report, 0)->message, "7"));
  g_assert_nonnull (strstr (ring_load_report_get (report, 0)->message, "0"));
}

/* Text from a clipboard must not make the file unreadable. */
static void
test_dirty_text (void)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new ("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", 210, 297);
  RingNote note = { { 1, 1 }, 2, "t\x01", "bad \x02\xff\xfe ]]> & < \xef\xbf\xbe end" };
  RingItem *item = ring_item_new_note ("nbad", &note);
  RingLayerHead layer_head = { "l1", RING_ROLE_NAMED, "a\x03\"b", TRUE, FALSE, 1 };
  RingLayer *layer = ring_layer_new (&layer_head, &item, 1);
  RingViewHead head = { "v1", RING_VIEW_PAGE, "", 1, { 0, 0 }, { 0, 0, 210, 297 } };
  g_autoptr (RingView) view = ring_view_new (&head, &layer, 1);
  g_autoptr (RingDrawing) drawing = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) back = NULL;

  ring_drawing_builder_add_view (builder, view);
  drawing = ring_drawing_builder_end (builder);
  text = io_write (drawing);
  back = io_read (text, NULL);
  g_assert_nonnull (io_first (back, RING_ITEM_NOTE));
  io_assert_stable (text);
  ring_item_unref (item);
  ring_layer_unref (layer);
}

static void
add_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/svg/edit/%s", edits[i].name);

      g_test_add_data_func (path, &edits[i], test_edit);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/svg/lit-gem", test_lit_gem);
  g_test_add_func ("/svg/setting", test_setting);
  g_test_add_func ("/svg/inscription", test_inscription);
  g_test_add_func ("/svg/golden", test_golden);
  g_test_add_func ("/svg/pencil/recoloured", test_pencil_recoloured);
  g_test_add_func ("/svg/pencil/baked-move", test_pencil_baked_move);
  for (guint i = 0; i < G_N_ELEMENTS (pencil_edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/svg/pencil/%s", pencil_edits[i].name);

      g_test_add_data_func (path, &pencil_edits[i], test_pencil_edit);
    }
  g_test_add_func ("/svg/model-survives", test_model_survives);
  g_test_add_func ("/svg/empty-design", test_empty_design);
  g_test_add_func ("/svg/plain", test_plain);
  g_test_add_func ("/svg/unknown-size", test_unknown_size);
  g_test_add_func ("/svg/plain-with-ours", test_plain_with_ours);
  add_edits ();
  g_test_add_func ("/svg/baked-move", test_baked_move);
  g_test_add_func ("/svg/moved-layer", test_moved_layer);
  g_test_add_func ("/svg/symmetry", test_symmetry);
  g_test_add_func ("/svg/broken-symmetry", test_broken_symmetry);
  g_test_add_func ("/svg/moved-view", test_moved_view);
  g_test_add_func ("/svg/foreign-kept", test_foreign_kept);
  g_test_add_func ("/svg/active-left-out", test_active_left_out);
  g_test_add_func ("/svg/active-on-ours", test_active_on_ours);
  g_test_add_func ("/svg/duplicate-ids", test_duplicate_ids);
  g_test_add_func ("/svg/import", test_import);
  g_test_add_func ("/svg/newer", test_newer);
  g_test_add_func ("/svg/dirty-text", test_dirty_text);
  return ring_test_run ();
}
