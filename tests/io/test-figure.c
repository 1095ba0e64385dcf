/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures in the file: the attributes make the picture, a picture that another program moved
 * stays a figure, and one that it changed wins. tests/data/io/figures.ring.svg has one of each
 * form; the tests of painting use it too. */
#include "io-sample.h"
#include "ring-test.h"

#include <string.h>

typedef struct
{
  const char *id;
  RingFigureForm form;
  RingFigureStyle style;
  const char *text;
  const char *end;   /* of the first point */
  guint n;
  double points[14];
} Told;

/* Round the front view of a ring of 17.32 mm: a construction as an engineer would draw it. */
static const Told told[] = {
  { "dline", RING_FIGURE_LINE, RING_FIGURE_VISIBLE, "", "", 2, { -4, -10.6, 4, -10.6 } },
  { "daxis", RING_FIGURE_LINE, RING_FIGURE_CENTRE, "", "", 2, { 0, -15, 0, 13 } },
  { "darc", RING_FIGURE_ARC, RING_FIGURE_HIDDEN, "", "", 3, { -8, 3, 0, 7.2, 8, 3 } },
  { "dcircle", RING_FIGURE_CIRCLE, RING_FIGURE_VISIBLE, "", "", 2, { 0, 0, 8.6612, 0 } },
  { "dsmall", RING_FIGURE_CIRCLE, RING_FIGURE_VISIBLE, "", "", 2, { 5, 0, 5.55, 0 } },
  { "dellipse", RING_FIGURE_ELLIPSE, RING_FIGURE_VISIBLE, "", "", 3, { 0, -12, 4, -12, 0, -9 } },
  { "dpoly", RING_FIGURE_POLYLINE, RING_FIGURE_VISIBLE, "", "", 4,
    { -6, -2, -2, -2, -4, 1.5, -6, -2 } },
  { "dcurve", RING_FIGURE_CURVE, RING_FIGURE_VISIBLE, "", "", 7,
    { -10, 4, -10, 10, -3, 10, 0, 10, 3, 10, 10, 10, 10, 4 } },
  { "ddistance", RING_FIGURE_DISTANCE, RING_FIGURE_VISIBLE, "", "dline/0", 3,
    { -4, -10.6, 4, -10.6, 0, -16.5 } },
  { "dslanted", RING_FIGURE_DISTANCE, RING_FIGURE_VISIBLE, "ref", "", 3,
    { -2, -2, -4, 1.5, -1.4, 1 } },
  { "dhorizontal", RING_FIGURE_HORIZONTAL, RING_FIGURE_VISIBLE, "", "", 3, { 5, 0, 6, 1, 7, 3.4 } },
  { "dvertical", RING_FIGURE_VERTICAL, RING_FIGURE_VISIBLE, "", "", 3,
    { -4, -15, -4, -9, -7, -12 } },
  { "ddiameter", RING_FIGURE_DIAMETER, RING_FIGURE_VISIBLE, "", "dcircle/0", 3,
    { 0, 0, 8.6612, 0, 9, 9.5 } },
  { "dradius", RING_FIGURE_RADIUS, RING_FIGURE_VISIBLE, "", "", 3, { 5, 0, 5.55, 0, 6.4, -1.6 } },
  { "dangle", RING_FIGURE_ANGLE, RING_FIGURE_VISIBLE, "", "", 4,
    { -4, 1.5, -6, -2, -2, -2, -4, -3.6 } },
  { "dtext", RING_FIGURE_TEXT, RING_FIGURE_VISIBLE, "Two lines:\nof a text & more", "", 1,
    { -14, 13 } },
  { "dleader", RING_FIGURE_TEXT, RING_FIGURE_VISIBLE, "polish inside", "", 2,
    { 9, -15, 2.83, -9.2 } },
};

static RingItem *
make_item (const Told *one)
{
  const char *ends[14] = { one->end };
  RingPoint points[7];
  RingFigure figure = { .form = one->form,
                        .style = one->style,
                        .points = points,
                        .n_points = one->n,
                        .ends = one->end[0] != '\0' ? ends : NULL,
                        .text = one->text,
                        .paper = 0.25 };
  gboolean shape = ring_figure_is_shape (one->form);

  for (guint i = 0; i < one->n; i++)
    points[i] = (RingPoint){ one->points[2 * i], one->points[2 * i + 1] };
  figure.colour = shape && one->style != RING_FIGURE_CENTRE ? 0x2b2b30ff : RING_FIGURE_INK;
  figure.width = figure.paper * (shape && one->style == RING_FIGURE_VISIBLE ? 0.35 : RING_FIGURE_THIN);
  figure.size = figure.paper * RING_FIGURE_EM;
  return ring_item_new_figure (one->id, &figure);
}

static RingDrawing *
make_drawing (void)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new ("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", 148, 148);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  RingLayerHead layer = { "link", RING_ROLE_INK, "", TRUE, FALSE, 1 };
  RingViewHead head = { "vfront", RING_VIEW_FRONT, "rsample", 4, { 74, 80 }, { -18, -19, 18, 16 } };
  RingViewHead page = { "vpage", RING_VIEW_PAGE, "", 1, { 0, 0 }, { 0, 0, 148, 148 } };
  g_autoptr (RingLayer) ink = NULL;
  g_autoptr (RingView) view = NULL;
  g_autoptr (RingView) sheet = ring_view_new (&page, NULL, 0);
  g_autoptr (RingRecord) ring = ring_record_new (RING_RECORD_RING, "rsample");
  g_autoptr (RingRecord) sized = ring_record_with (ring, "size", "54.4213");

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_ptr_array_add (items, make_item (&told[i]));
  ink = ring_layer_new (&layer, (RingItem *const *) items->pdata, items->len);
  view = ring_view_new (&head, &ink, 1);
  ring_drawing_builder_add_record (builder, sized);
  ring_drawing_builder_add_view (builder, sheet);
  ring_drawing_builder_add_view (builder, view);
  return ring_drawing_builder_end (builder);
}

static void
test_golden (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);

  ring_test_assert_golden ("io/figures.ring.svg", text, -1);
  io_assert_stable (text);
}

static void
test_attributes_survive (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) back = io_read (text, NULL);

  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_FIGURE), ==, G_N_ELEMENTS (told));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const RingFigure *figure
          = ring_item_get_figure (ring_drawing_find_item (back, told[i].id, NULL, NULL));

      g_assert_nonnull (figure);
      g_assert_cmpint (figure->form, ==, told[i].form);
      g_assert_cmpint (figure->style, ==, told[i].style);
      g_assert_cmpstr (figure->text, ==, told[i].text);
      g_assert_cmpstr (ring_figure_get_end (figure, 0), ==, told[i].end);
      g_assert_cmpuint (figure->n_points, ==, told[i].n);
      for (guint p = 0; p < told[i].n; p++)
        {
          g_assert_cmpfloat (figure->points[p].x, ==, told[i].points[2 * p]);
          g_assert_cmpfloat (figure->points[p].y, ==, told[i].points[2 * p + 1]);
        }
    }
}

/* What another program may do, and what the item is then. */
typedef struct
{
  const char *name;
  const char *from, *to;
  const char *id;
  RingItemKind kind;
  guint n_notices;
} Edit;

static const Edit edits[] = {
  { "moved as a group", "<g id=\"dcircle\"", "<g transform=\"translate(1 2)\" id=\"dcircle\"",
    "dcircle", RING_ITEM_FIGURE, 0 },
  { "text moved as a group", "<g id=\"dtext\"", "<g transform=\"matrix(0 2 -2 0 1 2)\" id=\"dtext\"",
    "dtext", RING_ITEM_FIGURE, 0 },
  { "letters in other words", "<text x=\"-14\" y=\"13\" font", "<text x=\"-14.0\" style=\"line-height:1.25\" y=\"13\" font",
    "dtext", RING_ITEM_FIGURE, 0 },
  { "one line of letters moved", "<text x=\"-14\" y=\"13\" font", "<text x=\"-13\" y=\"13\" font",
    "dtext", RING_ITEM_FOREIGN, 1 },
  { "moved inside", "d=\"M-4-10.6h8\"", "d=\"M-3 -9.6 l 8,0\"", "dline", RING_ITEM_FIGURE, 1 },
  { "in other words", "d=\"M-4-10.6h8\" fill=\"none\" stroke=\"#2b2b30\"",
    "d=\"M -4,-10.6 H 4\" style=\"fill:none;stroke:#2B2B30\"", "dline", RING_ITEM_FIGURE, 0 },
  { "lengthened", "d=\"M-4-10.6h8\"", "d=\"M-4-10.6h8.5M0 0h9\"", "dline", RING_ITEM_ARTWORK, 1 },
  { "recoloured", "d=\"M-4-10.6h8\" fill=\"none\" stroke=\"#2b2b30\"",
    "d=\"M-4-10.6h8\" fill=\"none\" stroke=\"#ff0000\"", "dline", RING_ITEM_ARTWORK, 1 },
  { "value rewritten", ">R 0.55<", ">R 0.6<", "dradius", RING_ITEM_FOREIGN, 1 },
  { "attribute rewritten", "rw:points=\"-4 -10.6 4 -10.6\"", "rw:points=\"-4 -10.6 5 -10.6\"",
    "dline", RING_ITEM_ARTWORK, 1 },
  { "too few points", "rw:points=\"-4 -10.6 4 -10.6\"", "rw:points=\"-4 -10.6\"", "dline",
    RING_ITEM_ARTWORK, 1 },
  { "form of another kind", "rw:form=\"circle\"", "rw:form=\"radius\"", "dcircle",
    RING_ITEM_ARTWORK, 1 },
};

static void
test_edit (gconstpointer data)
{
  const Edit *edit = data;
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, edit->from, edit->to);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  const RingItem *item = ring_drawing_find_item (back, edit->id, NULL, NULL);
  g_autofree char *canonical = io_write (back);

  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    g_test_message ("%s", ring_load_report_get (report, i)->message);
  g_assert_nonnull (item);
  if (ring_item_get_kind (item) != edit->kind)
    g_test_message ("kind %d", ring_item_get_kind (item));
  g_assert_cmpint (ring_item_get_kind (item), ==, edit->kind);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, edit->n_notices);
  if (edit->kind != RING_ITEM_FIGURE)
    {
      g_autofree char *was = g_strdup_printf ("<rw:was ref=\"%s\"", edit->id);

      g_assert_nonnull (strstr (canonical, was));
    }
  io_assert_stable (canonical);
}

/* A plain picture is lines and letters alone. */
static void
test_plain (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_PLAIN);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_null (strstr (text, "rw:"));
  g_assert_nonnull (strstr (text, ">Ø 17.32<"));
  g_assert_nonnull (strstr (text, "stroke-dasharray=\"0.35 0.2\""));
}

/* A moved group moves the points of a dimension: its letters stay, and its value. */
static void
test_dimension_moved (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed
      = io_replace (text, "<g id=\"dradius\"", "<g transform=\"matrix(0 2 2 0 1 1)\" id=\"dradius\"");
  g_autoptr (RingDrawing) back = io_read (changed, NULL);
  const RingItem *item = ring_drawing_find_item (back, "dradius", NULL, NULL);
  const RingFigure *figure = ring_item_get_figure (item);

  g_assert_true (ring_matrix_is_identity (ring_item_get_matrix (item)));
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (figure), 1.1, 1e-6);
  g_assert_cmpfloat_with_epsilon (figure->points[0].y, 11, 1e-6);
  g_assert_cmpfloat_with_epsilon (figure->size, 0.7, 1e-9);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/figure/golden", test_golden);
  g_test_add_func ("/figure/attributes-survive", test_attributes_survive);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure/edit/%s", edits[i].name);

      g_test_add_data_func (path, &edits[i], test_edit);
    }
  g_test_add_func ("/figure/plain", test_plain);
  g_test_add_func ("/figure/dimension-moved", test_dimension_moved);
  return ring_test_run ();
}
