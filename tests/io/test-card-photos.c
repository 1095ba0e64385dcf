/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos on cards: in the file, in the journal and in the kept history. A photo stands once in a file,
 * and a step in the journal does not hold what stands before it. */
#include "io-sample.h"

#include <string.h>

#include "ring-edit-text.h"
#include "ring-error.h"
#include "ring-keeper.h"
#include "ring-photo-file.h"
#include "ring-photo-list.h"
#include "ring-test-model.h"
#include "ring-test.h"
#include "ring-workfile.h"

/* 2 x 2 grey pixels. */
#define TINY_PNG                                                                                   \
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR42mNoaGBo+A8ABoUCgFb7zCcAAAAASUVORK5CYII="

/* The same picture with N bytes of FILL behind it, as cameras put things there: another file each. */
static RingPhoto *
new_photo (char fill, gsize n)
{
  gsize length;
  g_autofree guchar *png = g_base64_decode (TINY_PNG, &length);
  g_autofree char *more = g_strnfill (n, fill);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GError) error = NULL;
  RingPhoto *photo;

  g_byte_array_append (bytes, png, (guint) length);
  g_byte_array_append (bytes, (const guint8 *) more, (guint) n);
  g_byte_array_append (bytes, (const guint8 *) "IEND", 4);
  whole = g_byte_array_free_to_bytes (bytes);
  photo = ring_photo_read (whole, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                           &error);
  g_assert_no_error (error);
  return photo;
}

static void
add (RingDesign *design, const char *owner, char fill, gsize n)
{
  g_autoptr (RingPhoto) photo = new_photo (fill, n);
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_photo_list_add (design, owner, photo, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

static void
add_stone (RingDesign *design, const char *id)
{
  static const char *const fields[] = { "name", "Grandmother’s", NULL };
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, id, fields);

  ring_test_set_record (design, stone);
}

static const RingRecord *
nth (const RingDrawing *drawing, const char *owner, guint i)
{
  g_autoptr (GPtrArray) list = ring_photo_list (drawing, owner);

  return i < list->len ? list->pdata[i] : NULL;
}

static guint
count (const RingDrawing *drawing, const char *owner)
{
  g_autoptr (GPtrArray) list = ring_photo_list (drawing, owner);

  return list->len;
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* Two stones with three photos, one of which both have. */
static RingDesign *
new_design (void)
{
  RingDesign *design = ring_design_new ();

  add_stone (design, "tone");
  add_stone (design, "ttwo");
  add (design, "tone", 'a', 10);
  add (design, "ttwo", 'b', 10);
  add (design, "tone", 'b', 10);
  return design;
}

static void
test_file (void)
{
  g_autoptr (RingDesign) design = new_design ();
  const char *id = ring_record_get_id (nth (ring_design_get_drawing (design), "tone", 1));
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) back = NULL;

  ring_test_commit (design, ring_photo_list_caption (design, id, " Its back,\nby daylight "));
  text = io_write (ring_design_get_drawing (design));
  io_assert_stable (text);
  /* Once each, though one is shown twice. */
  g_assert_cmpuint (count_words (text, "<image "), ==, 2);
  g_assert_cmpuint (count_words (text, "<rw:photo "), ==, 3);
  back = io_read (text, NULL);
  g_assert_cmpuint (count (back, "tone"), ==, 2);
  g_assert_cmpuint (count (back, "ttwo"), ==, 1);
  g_assert_cmpstr (ring_record_get (nth (back, "tone", 1), "caption"), ==, "Its back,\nby daylight");
  g_assert_true (ring_record_get_photo (nth (back, "tone", 1))
                 == ring_record_get_photo (nth (back, "ttwo", 0)));
  g_assert_nonnull (ring_photo_get_original (ring_record_get_photo (nth (back, "ttwo", 0))));
}

/* What nothing names is not written, and nobody else's picture has it. */
static void
test_left_out (void)
{
  g_autoptr (RingDesign) design = new_design ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (GBytes) plain = ring_svg_write (drawing, RING_WRITE_PLAIN);
  g_autofree char *text = NULL;

  g_assert_null (g_strstr_len (g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain), "<image"));
  ring_test_commit (design,
                    ring_photo_list_remove (design, ring_record_get_id (nth (drawing, "tone", 0))));
  text = io_write (ring_design_get_drawing (design));
  g_assert_cmpuint (count_words (text, "<image "), ==, 1);
}

static const struct
{
  const char *name, *from, *to;
  guint n_photos, n_notices;
} edits[] = {
  { "not in the file", "<image id=\"photo-", "<image id=\"other-", 2, 1 },
  { "no photo", "base64,iVBORw0K", "base64,aGVsbG8K", 2, 1 },
  { "from elsewhere", "xlink:href=\"data:image/png;base64,", "xlink:href=\"file:///etc/passwd?", 2, 1 },
  { "names none", " image=\"photo-", " image2=\"photo-", 2, 1 },
  { "of nobody", " of=\"tone\"", "", 2, 0 },
  { "changed elsewhere", "rw:seal=\"", "rw:seal=\"0", 3, 1 },
  { "as a layer's item", "<rw:photo ", "<rw:photo rw:kind=\"image\" ", 3, 0 },
};

static void
test_edited (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RingDesign) design = new_design ();
  g_autofree char *text = io_write (ring_design_get_drawing (design));
  g_autofree char *changed = io_replace (text, edits[i].from, edits[i].to);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  g_autofree char *again = io_write (back);

  io_print_report (report);
  g_assert_cmpuint (count (back, "tone") + count (back, "ttwo"), ==, edits[i].n_photos);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, edits[i].n_notices);
  g_assert_cmpint (ring_load_report_get_left_out (report), ==,
                   edits[i].n_photos < 3 && edits[i].n_notices > 0);
  g_assert_null (strstr (again, "passwd"));
  io_assert_stable (again);
}

static void
test_many (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) back = NULL;

  add_stone (design, "tone");
  for (guint i = 0; i < 200; i++)
    add (design, "tone", 'x', 1000 + i);
  text = io_write (ring_design_get_drawing (design));
  back = io_read (text, NULL);
  g_assert_cmpuint (count (back, "tone"), ==, 200);
  for (guint i = 0; i < 200; i++)
    g_assert_cmpstr (ring_record_get_id (nth (back, "tone", i)), ==,
                     ring_record_get_id (nth (ring_design_get_drawing (design), "tone", i)));
  io_assert_stable (text);
}

/* Past the file's limit nothing could be read any more. */
static void
test_limit (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingPhoto) last = new_photo ('z', 32u << 20);
  g_autoptr (RingPhoto) first = new_photo ('a', 32u << 20);
  g_autoptr (GError) error = NULL;

  for (char fill = 'a'; fill < 'd'; fill++)
    add (design, "tone", fill, 32u << 20);
  g_assert_null (ring_photo_list_add (design, "ttwo", last, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (ring_photo_list_add (design, "tone", first, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

/* Photos of another stone in between stay where they are. */
static void
test_order (void)
{
  g_autoptr (RingDesign) design = new_design ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *a = g_strdup (ring_record_get_id (nth (drawing, "tone", 0)));
  g_autofree char *b = g_strdup (ring_record_get_id (nth (drawing, "tone", 1)));

  g_assert_null (ring_photo_list_move (design, a, -1));
  g_assert_null (ring_photo_list_move (design, b, 1));
  g_assert_null (ring_photo_list_move (design, "nowhere", 1));
  ring_test_commit (design, ring_photo_list_move (design, a, 1));
  drawing = ring_design_get_drawing (design);
  g_assert_cmpstr (ring_record_get_id (nth (drawing, "tone", 0)), ==, b);
  g_assert_cmpstr (ring_record_get_id (nth (drawing, "tone", 1)), ==, a);
  ring_test_commit (design, ring_photo_list_move (design, a, -1));
  g_assert_cmpstr (ring_record_get_id (nth (ring_design_get_drawing (design), "tone", 0)), ==, a);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpstr (ring_record_get_id (nth (ring_design_get_drawing (design), "tone", 0)), ==, b);
}

/* -------------------------------------------------------------------- the journal */

/* A step that shows what stands before it has its name alone, and is read with what stood there. */
static void
test_step (void)
{
  g_autoptr (RingDesign) design = new_design ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *record = nth (drawing, "tone", 0);
  g_autoptr (RingEdit) edit
      = ring_photo_list_caption (design, ring_record_get_id (record), "From the side");
  g_autoptr (GHashTable) known = ring_edit_text_photos_new (drawing);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingEdit) back = NULL;
  RingEditText *parsed;

  ring_edit_to_text (edit, NULL, known, text);
  g_assert_null (strstr (text->str, "<image"));
  g_assert_null (ring_edit_text_read (text->str, text->len, NULL, &error));
  g_clear_error (&error);
  parsed = ring_edit_text_read (text->str, text->len, known, &error);
  g_assert_no_error (error);
  back = ring_edit_text_build (parsed, drawing, &error);
  ring_edit_text_free (parsed);
  g_assert_no_error (error);
  record = nth (ring_edit_get_result (back), "tone", 0);
  g_assert_cmpstr (ring_record_get (record, "caption"), ==, "From the side");
  g_assert_nonnull (ring_record_get_photo (record));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

#define LARGE 400000

static void
caption (RingDesign *design, guint i, const char *words)
{
  const char *id = ring_record_get_id (nth (ring_design_get_drawing (design), "tone", i));

  ring_test_commit (design, ring_photo_list_caption (design, id, words));
}

/* Twenty steps on one photo, its removal and its return, in a journal that holds it once. */
static void
test_journal (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *folder = ring_keeper_journal_folder (state);
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (RingWorkfile) work = ring_workfile_new ();
  g_autoptr (RingWorkfile) again = ring_workfile_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  RingDesign *design;

  ring_workfile_keep (work, state);
  design = ring_workfile_get_design (work);
  add_stone (design, "tone");
  add (design, "tone", 'a', LARGE);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *words = g_strdup_printf ("Words %u", i);

      caption (design, 0, words);
    }
  ring_test_commit (design, ring_photo_list_remove (
                                design, ring_record_get_id (
                                            nth (ring_design_get_drawing (design), "tone", 0))));
  g_assert_true (ring_design_undo (design));
  g_assert_true (ring_workfile_flush (work));
  before = io_write (ring_design_get_drawing (design));
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  journal = ring_test_read (path);
  g_test_message ("a journal of %" G_GSIZE_FORMAT " bytes", g_bytes_get_size (journal));
  g_assert_cmpuint (g_bytes_get_size (journal), <, 2 * LARGE);
  /* As it would be after a crash. */
  copy = g_build_filename (folder, "copy" RING_JOURNAL_SUFFIX, NULL);
  ring_test_write (copy, g_bytes_get_data (journal, NULL), (gssize) g_bytes_get_size (journal));
  ring_workfile_keep (again, state);
  ring_workfile_restore_async (again, copy, done_cb, &result);
  g_assert_true (ring_test_wait (is_set, &result, 30));
  ring_workfile_restore_finish (again, result, &error);
  g_assert_no_error (error);
  after = io_write (ring_design_get_drawing (ring_workfile_get_design (again)));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (ring_design_redo (ring_workfile_get_design (again)));
  g_assert_cmpuint (count (ring_design_get_drawing (ring_workfile_get_design (again)), "tone"), ==, 0);
}

/* A photo that was removed before the file was saved is in the history of the file: undo brings it back
 * after it was opened again. */
static void
test_history (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = ring_keeper_history_folder (state);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *name = NULL;
  RingWorkfile *work = ring_workfile_new ();
  RingDesign *design;

  ring_workfile_keep (work, state);
  design = ring_workfile_get_design (work);
  add_stone (design, "tone");
  add (design, "tone", 'a', LARGE);
  add (design, "tone", 'b', LARGE);
  caption (design, 0, "Stays");
  caption (design, 1, "Goes");
  ring_test_commit (design, ring_photo_list_remove (
                                design, ring_record_get_id (
                                            nth (ring_design_get_drawing (design), "tone", 1))));
  g_assert_true (ring_workfile_save (work, file, FALSE, &error));
  g_assert_no_error (error);
  g_object_unref (work);

  work = ring_workfile_new ();
  ring_workfile_keep (work, state);
  g_assert_true (ring_workfile_load (work, file, &error));
  design = ring_workfile_get_design (work);
  g_assert_cmpuint (count (ring_design_get_drawing (design), "tone"), ==, 1);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (ring_design_get_drawing (design), "tone"), ==, 2);
  g_assert_cmpstr (ring_record_get (nth (ring_design_get_drawing (design), "tone", 1), "caption"), ==, "Goes");
  for (guint i = 0; i < 4; i++)
    g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (ring_design_get_drawing (design), "tone"), ==, 0);
  g_object_unref (work);
  /* It holds the one that the file does not. */
  dir = g_dir_open (folder, 0, NULL);
  name = g_build_filename (folder, g_dir_read_name (dir), NULL);
  kept = ring_test_read (name);
  g_assert_cmpuint (g_bytes_get_size (kept), >, LARGE);
  g_assert_cmpuint (g_bytes_get_size (kept), <, 2 * LARGE);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/card-photos/file", test_file);
  g_test_add_func ("/card-photos/left-out", test_left_out);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/card-photos/edited/%s", edits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edited);
    }
  g_test_add_func ("/card-photos/many", test_many);
  g_test_add_func ("/card-photos/limit", test_limit);
  g_test_add_func ("/card-photos/order", test_order);
  g_test_add_func ("/card-photos/step", test_step);
  g_test_add_func ("/card-photos/journal", test_journal);
  g_test_add_func ("/card-photos/history", test_history);
  return ring_test_run ();
}
