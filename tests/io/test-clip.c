/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying and pasting through the text that the clipboard holds: between designs, and from other
 * programs as they write it. */
#include "io-sample.h"

#include <math.h>
#include <string.h>

#include "ring-arrange.h"
#include "ring-clip.h"
#include "ring-error.h"
#include "ring-pick.h"
#include "ring-svg-clip.h"
#include "ring-test-model.h"
#include "ring-test.h"

/* As Inkscape 1.2 puts it there: a page of its own, styles, its own namespaces, definitions. */
static const char inkscape[]
  = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
    "<!-- Created with Inkscape (http://www.inkscape.org/) -->\n\n"
    "<svg\n   width=\"210mm\"\n   height=\"297mm\"\n   viewBox=\"0 0 210 297\"\n"
    "   version=\"1.1\"\n   id=\"svg5\"\n"
    "   xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"\n"
    "   xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"\n"
    "   xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n"
    "   xmlns=\"http://www.w3.org/2000/svg\"\n"
    "   xmlns:svg=\"http://www.w3.org/2000/svg\">\n"
    "  <sodipodi:namedview id=\"namedview7\" inkscape:document-units=\"mm\" />\n"
    "  <defs id=\"defs2\">\n"
    "    <linearGradient inkscape:collect=\"always\" id=\"linearGradient12\">\n"
    "      <stop style=\"stop-color:#ffcc00;stop-opacity:1\" offset=\"0\" id=\"stop8\" />\n"
    "      <stop style=\"stop-color:#aa8800;stop-opacity:0\" offset=\"1\" id=\"stop10\" />\n"
    "    </linearGradient>\n"
    "    <linearGradient inkscape:collect=\"always\" xlink:href=\"#linearGradient12\"\n"
    "       id=\"linearGradient14\" x1=\"30\" y1=\"40\" x2=\"60\" y2=\"40\"\n"
    "       gradientUnits=\"userSpaceOnUse\" />\n"
    "    <filter id=\"unused\"><feGaussianBlur stdDeviation=\"2\" /></filter>\n"
    "    <inkscape:clipboard min=\"30,40\" max=\"60,60\" />\n"
    "  </defs>\n"
    "  <g inkscape:label=\"Layer 1\" inkscape:groupmode=\"layer\" id=\"layer1\">\n"
    "    <rect\n       style=\"fill:#c0392b;stroke:none\"\n       id=\"rect31\"\n"
    "       inkscape:label=\"band\"\n"
    "       width=\"8\"\n       height=\"6\"\n       x=\"30\"\n       y=\"40\" />\n"
    "%s"
    "  </g>\n"
    "</svg>\n";

static const char gradient[]
  = "<circle style=\"fill:url(#linearGradient14)\" id=\"path9\" cx=\"45\" cy=\"50\" r=\"10\" />\n";

static RingLayer *
ink (RingDesign *design)
{
  return ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
}

static char *
copy (RingSelection *selection)
{
  g_autoptr (RingDrawing) clip = ring_clip_new (selection);

  return io_write (clip);
}

static GPtrArray *
paste (RingDesign *design, const char *text, const RingPoint *middle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) clip = ring_svg_read_clip (text, strlen (text), NULL, NULL, &error);
  GPtrArray *pasted = NULL;
  RingEdit *edit;

  g_assert_no_error (error);
  edit = ring_clip_paste (clip, design, ring_test_view (design, RING_VIEW_FRONT), middle, "Paste", &pasted,
                          &error);
  g_assert_no_error (error);
  g_assert_true (ring_design_commit (design, edit));
  return pasted;
}

/* Strokes in the front view, one of them turned and out of the way of whole numbers. */
static RingDesign *
new_design (RingSelection **selection)
{
  RingDesign *design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Strokes");
  g_autoptr (RingItem) first = io_stroke_new ("sfirst", -3, -2, 40);
  g_autoptr (RingItem) plain = io_stroke_new ("ssecond", 1, 4, 40);
  RingMatrix turn = ring_arrange_turn (33.3, (RingPoint){ 1.23456, 7.654321 });
  g_autoptr (RingItem) second = ring_item_with_matrix (plain, &turn);
  g_autoptr (GPtrArray) all = NULL;
  const char *layer = ring_layer_get_head (ink (design))->id;

  g_assert_true (ring_edit_append_item (edit, layer, first));
  g_assert_true (ring_edit_append_item (edit, layer, second));
  g_assert_true (ring_design_commit (design, edit));
  *selection = ring_selection_new (design);
  all = ring_pick_all (ring_test_view (design, RING_VIEW_FRONT));
  ring_selection_set (*selection, ring_test_view (design, RING_VIEW_FRONT), all);
  return design;
}

/* The lines of the text that hold a stroke, without their ids. */
static char *
stroke_lines (RingDesign *design)
{
  g_autofree char *text = io_write (ring_design_get_drawing (design));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "rw:samples") != NULL)
      g_string_append_printf (found, "%s\n", strstr (lines[i], " rw:kind"));
  return g_string_free (found, FALSE);
}

/* Samples, style, outline, place: pasted where they were, strokes are the same bytes but for their
 * ids; and so they are after a second journey. */
static void
test_round_trip (void)
{
  RingSelection *selection, *again;
  g_autoptr (RingDesign) design = new_design (&selection);
  g_autoptr (RingDesign) other = ring_design_new ();
  g_autoptr (RingDesign) third = ring_design_new ();
  g_autofree char *text = copy (selection);
  g_autoptr (GPtrArray) pasted = paste (other, text, NULL);
  g_autoptr (GPtrArray) twice = NULL;
  g_autofree char *second_text = NULL;
  g_autofree char *a = stroke_lines (design);
  g_autofree char *b = stroke_lines (other);
  g_autofree char *c = NULL;

  g_assert_cmpuint (pasted->len, ==, 2);
  g_assert_cmpstr (ring_item_get_id (g_ptr_array_index (pasted, 0)), !=, "sfirst");
  g_assert_cmpstr (a, ==, b);
  again = ring_selection_new (other);
  ring_selection_set (again, ring_test_view (other, RING_VIEW_FRONT), pasted);
  second_text = copy (again);
  twice = paste (third, second_text, NULL);
  c = stroke_lines (third);
  g_assert_cmpstr (a, ==, c);
  g_object_unref (selection);
  g_object_unref (again);
}

/* The page is as large as what was copied: a mm of the ring is a mm for whoever opens it. */
static void
test_true_size (void)
{
  RingSelection *selection;
  g_autoptr (RingDesign) design = new_design (&selection);
  RingRect b = ring_selection_get_bounds (selection);
  g_autoptr (RingDrawing) clip = ring_clip_new (selection);
  g_autofree char *text = io_write (clip);
  const RingPoint middle = { 2, -1 };
  g_autoptr (GPtrArray) pasted = NULL;
  RingRect all = RING_RECT_EMPTY;

  g_assert_cmpfloat_with_epsilon (ring_drawing_get_width (clip), b.x1 - b.x0, 2.1e-3);
  g_assert_cmpfloat_with_epsilon (ring_drawing_get_height (clip), b.y1 - b.y0, 2.1e-3);
  g_assert_null (strstr (text, "rw:guide"));
  pasted = paste (design, text, &middle);
  for (guint i = 0; i < pasted->len; i++)
    all = ring_rect_union (all, ring_item_get_bounds (g_ptr_array_index (pasted, i)));
  g_assert_cmpfloat_with_epsilon ((all.x0 + all.x1) / 2, 2, 1e-3);
  g_assert_cmpfloat_with_epsilon ((all.y0 + all.y1) / 2, -1, 1e-3);
  g_assert_cmpuint (ring_layer_get_n_items (ink (design)), ==, 4);
  g_object_unref (selection);
}

static void
test_inkscape (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = g_strdup_printf (inkscape, "");
  const RingPoint middle = { 0, 0 };
  g_autoptr (GPtrArray) pasted = paste (design, text, &middle);
  const RingItem *item = g_ptr_array_index (pasted, 0);
  RingRect b = ring_item_get_bounds (item);
  g_autofree char *saved = NULL;
  g_autoptr (RingDrawing) again = NULL;

  /* An 8 by 6 oval of the other program is 8 by 6 mm of the ring. */
  g_assert_cmpuint (pasted->len, ==, 1);
  g_assert_cmpint (ring_item_get_kind (item), ==, RING_ITEM_ARTWORK);
  g_assert_cmpfloat_with_epsilon (b.x1 - b.x0, 8, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.y1 - b.y0, 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.x0 + b.x1, 0, 2e-3);
  g_assert_cmpuint (ring_layer_get_n_items (ink (design)), ==, 1);
  /* It needs no namespace that the design does not have. */
  saved = io_write (ring_design_get_drawing (design));
  g_assert_null (strstr (saved, "inkscape:"));
  again = io_read (saved, NULL);
}

/* A gradient is more than the model knows: it comes as markup with its definitions, and the file it
 * lands in stays what it would be written as. */
static void
test_gradient (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = g_strdup_printf (inkscape, gradient);
  const RingPoint middle = { 0, 0 };
  g_autoptr (GPtrArray) pasted = paste (design, text, &middle);
  g_autofree char *saved = io_write (ring_design_get_drawing (design));
  g_autoptr (RingDrawing) again = io_read (saved, NULL);
  g_autofree char *twice = io_write (again);
  const char *xml = NULL;

  g_assert_cmpuint (pasted->len, ==, 2);
  xml = ring_item_get_xml (g_ptr_array_index (pasted, 1), NULL);
  g_assert_nonnull (strstr (xml, "id=\"linearGradient14\""));
  g_assert_nonnull (strstr (xml, "id=\"linearGradient12\""));
  g_assert_null (strstr (xml, "unused"));
  g_assert_cmpstr (saved, ==, twice);
}

static void
test_notes (void)
{
  g_autoptr (RingDrawing) sample = io_sample_new ();
  g_autoptr (RingDesign) design = ring_design_new_for_drawing (sample);
  g_autoptr (RingDesign) other = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  const RingItem *note = io_first (sample, RING_ITEM_NOTE);
  RingView *view = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GPtrArray) same = NULL;
  const char *stone;

  g_assert_nonnull (ring_drawing_find_item (sample, ring_item_get_id (note), &view, NULL));
  ring_selection_set_item (selection, view, (RingItem *) note);
  text = copy (selection);
  pasted = paste (other, text, NULL);
  stone = ring_item_get_note (g_ptr_array_index (pasted, 0))->stone;
  g_assert_nonnull (
    ring_drawing_find_record (ring_design_get_drawing (other), RING_RECORD_STONE, stone));
  g_assert_cmpstr (stone, !=, ring_item_get_note (note)->stone);
  /* In the design itself the second pin tells of the same stone. */
  same = paste (design, text, NULL);
  g_assert_cmpstr (ring_item_get_note (g_ptr_array_index (same, 0))->stone, ==,
                   ring_item_get_note (note)->stone);
}

static void
assert_refused (const char *text, gsize n, RingError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) clip = ring_svg_read_clip (text, n, NULL, NULL, &error);

  g_assert_null (clip);
  g_assert_error (error, RING_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_refused (void)
{
  g_autofree char *huge = g_malloc0 (RING_SVG_CLIP_MAX + 1);
  g_autofree char *deep = NULL;
  g_autoptr (GString) nested = g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\">");
  const char entities[] = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns="
                          "\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>";

  assert_refused ("Dear Ana, the ring", 18, RING_ERROR_FORMAT);
  assert_refused ("<svg><path", 10, RING_ERROR_SYNTAX);
  assert_refused (huge, RING_SVG_CLIP_MAX + 1, RING_ERROR_LIMIT);
  assert_refused (entities, strlen (entities), RING_ERROR_FORMAT);
  for (guint i = 0; i < 200; i++)
    g_string_append (nested, "<g>");
  assert_refused (nested->str, nested->len, RING_ERROR_LIMIT);
}

/* What acts or fetches is left out and told; nothing at all to see is a refusal. */
static void
test_active (void)
{
  g_autofree char *text = g_strdup_printf (
    inkscape, "<script>alert(1)</script><image width=\"5\" height=\"5\" "
              "xlink:href=\"http://example.org/a.png\" onload=\"x()\"/>");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) clip = ring_svg_read_clip (text, strlen (text), report, NULL, NULL);
  const char empty[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- nothing --></svg>";
  g_autoptr (RingDrawing) nothing = ring_svg_read_clip (empty, strlen (empty), NULL, NULL, NULL);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  g_assert_nonnull (clip);
  g_assert_true (ring_load_report_get_left_out (report));
  written = io_write (clip);
  g_assert_null (strstr (written, "example.org"));
  g_assert_null (strstr (written, "script"));
  g_assert_nonnull (nothing);
  g_assert_null (ring_clip_paste (nothing, design, ring_test_view (design, RING_VIEW_FRONT), NULL, "Paste",
                                  &pasted, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_FORMAT);
}

static void
test_locked (void)
{
  RingSelection *selection;
  g_autoptr (RingDesign) design = new_design (&selection);
  g_autofree char *text = copy (selection);
  g_autoptr (RingDrawing) clip = ring_svg_read_clip (text, strlen (text), NULL, NULL, NULL);
  RingView *view = ring_test_view (design, RING_VIEW_FRONT);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Lock");
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      RingLayerHead head = *ring_layer_get_head (ring_view_get_layer (view, l));

      head.locked = TRUE;
      g_assert_true (ring_edit_set_layer (edit, &head));
    }
  g_assert_true (ring_design_commit (design, edit));
  g_assert_null (ring_clip_paste (clip, design, ring_test_view (design, RING_VIEW_FRONT), NULL, "Paste",
                                  &pasted, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  g_object_unref (selection);
}

/* Groups are kept in a file, and come as new ones from the clipboard. */
static void
test_groups (void)
{
  RingSelection *selection;
  g_autoptr (RingDesign) design = new_design (&selection);
  g_autoptr (GPtrArray) pasted = NULL;
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (RingDrawing) again = NULL;
  const char *group;

  g_assert_true (ring_design_commit (design, ring_arrange_group (selection, "Group")));
  text = copy (selection);
  pasted = paste (design, text, NULL);
  group = ring_item_get_group (g_ptr_array_index (pasted, 0));
  g_assert_nonnull (group);
  g_assert_cmpstr (group, ==, ring_item_get_group (g_ptr_array_index (pasted, 1)));
  g_assert_cmpstr (group, !=, ring_item_get_group (ring_layer_get_item (ink (design), 0)));
  saved = io_write (ring_design_get_drawing (design));
  again = io_read (saved, NULL);
  g_assert_cmpstr (
    ring_item_get_group (ring_drawing_find_item (
      again, ring_item_get_id (g_ptr_array_index (pasted, 1)), NULL, NULL)), ==, group);
  g_object_unref (selection);
}

/* The markup of another program can be grouped as well. */
static void
test_grouped_markup (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *text = g_strdup_printf (inkscape, gradient);
  g_autoptr (GPtrArray) pasted = paste (design, text, NULL);
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  g_autofree char *saved = NULL;
  g_autofree char *twice = NULL;
  g_autoptr (RingDrawing) again = NULL;

  ring_selection_set (selection, ring_test_view (design, RING_VIEW_FRONT), pasted);
  g_assert_true (ring_design_commit (design, ring_arrange_group (selection, "Group")));
  saved = io_write (ring_design_get_drawing (design));
  again = io_read (saved, NULL);
  twice = io_write (again);
  g_assert_cmpstr (saved, ==, twice);
  g_assert_nonnull (ring_item_get_group (io_first (again, RING_ITEM_FOREIGN)));
}

/* Markup of a file that needs what stands in the file's <defs> takes it along. */
static void
test_definitions (void)
{
  g_autofree char *text = g_strdup_printf (inkscape, gradient);
  g_autoptr (RingDrawing) opened = io_read (text, NULL);
  g_autoptr (RingDesign) design = ring_design_new_for_drawing (opened);
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingItem *markup = io_first (opened, RING_ITEM_FOREIGN);
  g_autofree char *copied = NULL;
  RingView *view = NULL;

  g_assert_nonnull (ring_drawing_find_item (opened, ring_item_get_id (markup), &view, NULL));
  ring_selection_set_item (selection, view, markup);
  copied = copy (selection);
  g_assert_nonnull (strstr (copied, "<linearGradient"));
}

/* What another program has hidden is not pasted. */
static void
test_hidden (void)
{
  RingSelection *selection;
  g_autoptr (RingDesign) design = new_design (&selection);
  g_autofree char *text = copy (selection);
  g_autofree char *hidden
      = io_replace (text, "rw:role=\"Ink\"", "rw:role=\"Ink\" display=\"none\"");
  g_autoptr (RingDrawing) clip = ring_svg_read_clip (hidden, strlen (hidden), NULL, NULL, NULL);
  g_autoptr (GPtrArray) pasted = NULL;

  g_assert_null (ring_clip_paste (clip, design, ring_test_view (design, RING_VIEW_FRONT), NULL,
                                  "Paste", &pasted, NULL));
  g_assert_cmpuint (pasted->len, ==, 0);
  g_object_unref (selection);
}

static RingItem *
new_figure (const char *id, RingFigureForm form, const char *const *ends)
{
  static const RingPoint points[] = { { -3, 10 }, { 3, 10 }, { 0, 12 } };
  RingFigure figure = { .form = form,
                        .points = points,
                        .n_points = form == RING_FIGURE_LINE ? 2 : 3,
                        .ends = ends,
                        .text = "",
                        .colour = RING_FIGURE_INK,
                        .width = 0.1,
                        .size = 0.7,
                        .paper = 0.25 };

  return ring_item_new_figure (id, &figure);
}

/* A pasted dimension measures what was pasted with it. */
static void
test_ends (void)
{
  static const char *const ends[] = { "dline/0", "dline/1", "", NULL };
  RingSelection *selection;
  g_autoptr (RingDesign) design = new_design (&selection);
  g_autoptr (RingItem) line = new_figure ("dline", RING_FIGURE_LINE, NULL);
  g_autoptr (RingItem) value = new_figure ("dvalue", RING_FIGURE_DISTANCE, ends);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Figures");
  const char *layer = ring_layer_get_head (ink (design))->id;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) pasted = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  ring_edit_append_item (edit, layer, line);
  ring_edit_append_item (edit, layer, value);
  ring_test_commit (design, edit);
  all = ring_pick_all (ring_test_view (design, RING_VIEW_FRONT));
  ring_selection_set (selection, ring_test_view (design, RING_VIEW_FRONT), all);
  text = copy (selection);
  pasted = paste (design, text, NULL);
  g_assert_cmpuint (pasted->len, ==, 4);
  expected = g_strdup_printf ("%s/1", ring_item_get_id (g_ptr_array_index (pasted, 2)));
  g_assert_cmpstr (ring_figure_get_end (ring_item_get_figure (g_ptr_array_index (pasted, 3)), 1),
                   ==, expected);
  g_object_unref (selection);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/clip/round-trip", test_round_trip);
  g_test_add_func ("/clip/true-size", test_true_size);
  g_test_add_func ("/clip/inkscape", test_inkscape);
  g_test_add_func ("/clip/gradient", test_gradient);
  g_test_add_func ("/clip/notes", test_notes);
  g_test_add_func ("/clip/refused", test_refused);
  g_test_add_func ("/clip/active", test_active);
  g_test_add_func ("/clip/locked", test_locked);
  g_test_add_func ("/clip/groups", test_groups);
  g_test_add_func ("/clip/grouped-markup", test_grouped_markup);
  g_test_add_func ("/clip/definitions", test_definitions);
  g_test_add_func ("/clip/hidden", test_hidden);
  g_test_add_func ("/clip/ends", test_ends);
  return ring_test_run ();
}
