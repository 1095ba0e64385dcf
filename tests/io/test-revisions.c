/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions in the file: each item once, each revision as it was, and what means harm left out. */
#include "io-sample.h"

#include <string.h>

#include "ring-revision.h"
#include "ring-test-model.h"
#include "ring-test.h"

#define INK "linkfront"

static void
keep (RingDesign *design, const char *id, const char *name, const char *from)
{
  g_autoptr (RingRecord) head = ring_test_record (
      RING_RECORD_REVISION, id,
      (const char *[]){ "name", name, "at", "2026-11-27T10:00:00Z", "from", from, NULL });
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Keep");

  ring_edit_set_record (edit, head);
  g_assert_true (ring_edit_keep (edit, id));
  ring_test_commit (design, edit);
}

static void
move (RingDesign *design, const char *id, double x)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Move");
  const RingMatrix matrix = { 1, 0, 0, 1, x, 0 };
  g_autoptr (RingItem) item = ring_item_with_matrix (
      ring_drawing_find_item (ring_design_get_drawing (design), id, NULL, NULL), &matrix);

  ring_edit_replace_item (edit, item);
  ring_test_commit (design, edit);
}

static void
erase (RingDesign *design, const char *id)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Erase");

  g_assert_true (ring_edit_remove_item (edit, id));
  ring_test_commit (design, edit);
}

static void
add (RingDesign *design, RingItem *taken)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Draw");

  g_assert_true (ring_edit_append_item (edit, INK, taken));
  ring_test_commit (design, edit);
  ring_item_unref (taken);
}

/* A: as it was. B: one stroke moved, one erased, one drawn, a wider band. C, a branch of A: the same
 * stroke moved elsewhere. The present has that stroke as A had it, and less than all of them. */
static RingDesign *
sample_new (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  RingDesign *design = ring_design_new_for_drawing (drawing);
  g_autoptr (RingRecord) ring = ring_test_record (
      RING_RECORD_RING, "rsample", (const char *[]){ "size", "54.4213", "width", "2.4", NULL });
  RingEdit *edit;

  keep (design, "krevisiona", "A", NULL);
  move (design, "sfirst", 1);
  erase (design, "sdot");
  add (design, io_stroke_new ("snew", 4, 4, 10));
  ring_test_set_record (design, ring);
  keep (design, "krevisionb", "B & “more”", "krevisiona");
  edit = ring_edit_new (ring_design_get_drawing (design), "Put");
  g_assert_true (ring_edit_put (edit, "krevisionb", "krevisiona"));
  ring_test_commit (design, edit);
  move (design, "sfirst", 2);
  keep (design, "krevisionc", "C", "krevisiona");
  move (design, "sfirst", 0);
  erase (design, "spencil");
  return design;
}

static gsize
count (const char *text, const char *part)
{
  gsize n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
test_golden (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *text = io_write (ring_design_get_drawing (design));

  ring_test_assert_golden ("io/revisions.ring.svg", text, -1);
  io_assert_stable (text);
}

static void
test_once (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *text = io_write (ring_design_get_drawing (design));

  g_assert_cmpuint (count (text, " id=\"ssecond\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"sdot\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"snew\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"sfirst\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"sfirst.1\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"sfirst.2\""), ==, 1);
  g_assert_cmpuint (count (text, " id=\"sfirst.3\""), ==, 0);
}

/* Each revision comes back as it was, and shares with the present what is the same. */
static void
test_round_trip (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (text, report);
  g_autoptr (GPtrArray) list = ring_revision_list (back);

  io_print_report (report);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = ring_record_get_id (list->pdata[i]);
      g_autoptr (RingDrawing) was = ring_revision_open (drawing, id);
      g_autoptr (RingDrawing) is = ring_revision_open (back, id);
      g_autofree char *was_text = io_write (was);
      g_autofree char *is_text = io_write (is);

      g_assert_cmpstr (is_text, ==, was_text);
      g_assert_true (ring_drawing_get_view_by_kind (ring_drawing_get_state (back, id), RING_VIEW_PAGE)
                     == ring_drawing_get_view_by_kind (back, RING_VIEW_PAGE));
    }
}

/* An item of the same content is one, also where it is another object in memory. */
static void
test_equal_is_one (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *before = io_write (ring_design_get_drawing (design));
  g_autofree char *after = NULL;

  move (design, "ssecond", 3);
  ring_design_undo (design);
  {
    RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Same");
    const RingItem *there
        = ring_drawing_find_item (ring_design_get_drawing (design), "ssecond", NULL, NULL);
    g_autoptr (RingItem) same = ring_item_with_matrix (there, ring_item_get_matrix (there));

    g_assert_true (same != there);
    ring_edit_replace_item (edit, same);
    ring_test_commit (design, edit);
  }
  after = io_write (ring_design_get_drawing (design));
  g_assert_cmpstr (after, ==, before);
}

/* Every other viewer shows the present alone. */
static void
test_plain (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (GBytes) bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_PLAIN);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_null (strstr (text, "revision"));
  g_assert_null (strstr (text, "earlier"));
  g_assert_null (strstr (text, "snew"));
}

/* What has no id in the file gets one where a revision must name it, and loses it again. */
static void
test_foreign (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *there = NULL;
  g_autofree char *gone = NULL;

  add (design, ring_item_new_foreign ("fcircle", "<circle r=\"3\"/>", TRUE));
  add (design, ring_item_new_foreign ("fcomment", "<!-- hers -->", FALSE));
  without = io_write (ring_design_get_drawing (design));
  g_assert_nonnull (strstr (without, "\n<circle r=\"3\"/>"));
  g_assert_nonnull (strstr (without, "\n<!-- hers -->"));
  keep (design, "krevisiond", "D", NULL);
  with = io_write (ring_design_get_drawing (design));
  g_assert_nonnull (strstr (with, "<g id=\"fcircle\" rw:kind=\"group\"><circle r=\"3\"/></g>"));
  io_assert_stable (with);
  erase (design, "fcircle");
  erase (design, "fcomment");
  there = io_write (ring_design_get_drawing (design));
  g_assert_nonnull (strstr (there, "<!-- hers -->"));
  io_assert_stable (there);
  ring_design_undo (design);
  ring_design_undo (design);
  ring_design_undo (design);
  gone = io_write (ring_design_get_drawing (design));
  g_assert_cmpstr (gone, ==, without);
}

/* A number behind an id may be taken. */
static void
test_taken (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *text = NULL;

  add (design, io_stroke_new ("sfirst.1", 4, 4, 10));
  text = io_write (ring_design_get_drawing (design));
  g_assert_nonnull (strstr (text, "id=\"sfirst.3\""));
  io_assert_stable (text);
}

/* A step that keeps or puts back takes no more room in the journal when there is more to keep: see
 * the property test for what comes of it. */
static void
test_large (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Many");
  const guint n = 2000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("smany%u", i);
      g_autoptr (RingItem) item = io_stroke_new (id, 0.01 * i, 1, 30);

      ring_edit_append_item (edit, INK, item);
    }
  ring_test_commit (design, edit);
  before = io_write (ring_design_get_drawing (design));
  keep (design, "krevisiond", "D", NULL);
  after = io_write (ring_design_get_drawing (design));
  g_assert_cmpuint (strlen (after) - strlen (before), <, 2000 + 12 * n);
}

/* ------------------------------------------------------------------- hostile */

static const struct
{
  const char *from, *to;
  guint n_left;     /* revisions */
  const char *word; /* in the report */
} rows[] = {
  { "ssecond sdot", "ssecond snobody", 2, "not in the file" },
  { "ssecond sdot", "ssecond ssecond", 2, "twice" },
  { "ssecond sdot", "ssecond krevisiona", 2, "not in the file" },
  { "sfirst.1:sfirst", "sfirst.9:sfirst", 2, "not in the file" },
  { "sfirst.1:sfirst", "sfirst.1:", 2, "not in the file" },
  { "sfirst.1:sfirst", "sfirst.1:ssecond", 2, "twice" },
  { "<rw:revision id=\"krevisionb\"", "<rw:revision id=\"krevisiona\"", 2, "another has its id" },
  { "<rw:revision id=\"krevisionb\"", "<rw:revision id=\"a b\"", 2, "no id" },
  { "<rw:revision id=\"krevisionb\"", "<rw:revision", 2, "no id" },
  { "<rw:view id=\"vpage\" view=\"page\">", "<rw:view id=\"vfront\" view=\"page\">", 2, "a view twice" },
  { "<rw:view id=\"vpage\" view=\"page\">", "<rw:view id=\"vpage\" view=\"top\" scale=\"1\" at=\"0 0\">", 2, "no page" },
  { "<rw:view id=\"vpage\" view=\"page\">", "<rw:view id=\"vpage\" view=\"back\">", 2, "kind" },
  { "scale=\"4\" at=\"105 186\"", "scale=\"1e300\" at=\"105 186\"", 2, "place" },
  { "scale=\"4\" at=\"105 186\"", "scale=\"4\" at=\"105 1e300\"", 2, "place" },
  { "scale=\"4\" at=\"105 186\"", "scale=\"4\" at=\"nan nan\"", 2, "place" },
  { "<rw:layer id=\"linkpage\"", "<rw:layer id=\"\"", 2, "id or role" },
  { "<rw:ring id=\"rsample\" size=\"54.4213\" width=\"2.4\"/>\n      <rw:stone",
    "<rw:custody id=\"c\"/>\n      <rw:stone", 2, "what no revision holds" },
  { "from=\"krevisiona\" name=\"B", "from=\"krevisionc\" name=\"B", 3, "stands for itself" },
  { "from=\"krevisiona\" name=\"B", "from=\"krevisionb\" name=\"B", 3, "stands for itself" },
};

static gboolean
tells (const RingLoadReport *report, const char *word)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    if (strstr (ring_load_report_get (report, i)->message, word) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_hostile (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *text = io_write (ring_design_get_drawing (design));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *changed = NULL;
      g_autoptr (RingLoadReport) report = ring_load_report_new ();
      g_autoptr (RingDrawing) back = NULL;
      g_autoptr (GPtrArray) list = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", rows[i].to);
      g_assert_nonnull (strstr (text, rows[i].from));
      changed = io_replace (text, rows[i].from, rows[i].to);
      back = io_read (changed, report);
      list = ring_revision_list (back);
      io_print_report (report);
      g_assert_true (tells (report, rows[i].word));
      g_assert_cmpint (ring_load_report_get_left_out (report), ==, rows[i].n_left < 3);
      g_assert_cmpuint (list->len, ==, rows[i].n_left);
      /* The present is all there. */
      g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_STROKE), ==, 5);
      again = io_write (back);
      io_assert_stable (again);
    }
}

static void
test_thousands (void)
{
  g_autoptr (GString) text = g_string_new (
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:rw=\"urn:ringwright:design:1\" "
      "width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" rw:version=\"0\"><metadata>");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = NULL;
  g_autoptr (GPtrArray) list = NULL;
  double start;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<rw:revision id=\"k%u\"><rw:view id=\"v\" view=\"page\"/></rw:revision>", i);
  g_string_append (text, "</metadata></svg>");
  start = ring_test_work ();
  back = io_read (text->str, report);
  g_assert_cmpfloat (ring_test_work () - start, <, 2);
  list = ring_revision_list (back);
  g_assert_cmpuint (list->len, ==, RING_REVISION_MOST);
  g_assert_true (tells (report, "1,000 revisions"));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/revisions/golden", test_golden);
  g_test_add_func ("/revisions/once", test_once);
  g_test_add_func ("/revisions/round-trip", test_round_trip);
  g_test_add_func ("/revisions/equal-is-one", test_equal_is_one);
  g_test_add_func ("/revisions/plain", test_plain);
  g_test_add_func ("/revisions/foreign", test_foreign);
  g_test_add_func ("/revisions/taken", test_taken);
  g_test_add_func ("/revisions/large", test_large);
  g_test_add_func ("/revisions/hostile", test_hostile);
  g_test_add_func ("/revisions/thousands", test_thousands);
  return ring_test_run ();
}
