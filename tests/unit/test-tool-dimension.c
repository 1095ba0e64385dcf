/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dimensions, texts, values that drive what they measure, and strokes that become shapes. */
#include "ring-dimension-drive.h"
#include "ring-feature.h"
#include "ring-figure-follow.h"
#include "ring-figure-value.h"
#include "ring-gem.h"
#include "ring-spec.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-view-plan.h"

#include <math.h>

/* As it is now: each step makes another one. */
#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define TOP ring_test_view (design, RING_VIEW_TOP)
#define PAGE ring_test_view (design, RING_VIEW_PAGE)

static gsize
n_figures (RingDesign *design)
{
  return ring_drawing_count_items (ring_design_get_drawing (design), RING_ITEM_FIGURE);
}

static RingTool *
tool_for (RingDesign *design, RingToolKind kind, RingFigureForm form)
{
  RingTool *tool = ring_tool_new (kind, design);
  RingDrafting drafting;

  ring_drafting_init (&drafting);
  if (ring_figure_is_shape (form))
    drafting.shape = form;
  else if (ring_figure_is_dimension (form))
    {
      drafting.automatic = FALSE;
      drafting.dimension = form;
    }
  ring_tool_set_drafting (tool, &drafting);
  return tool;
}

/* Automatic, where nothing else is said. */
#define DIMENSION tool_for (design, RING_TOOL_DIMENSION, RING_FIGURE_TEXT)

static void
place_gem (RingDesign *design)
{
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingGemChoice choice = { RING_CUT_OVAL, ring_species_find ("sapphire"), 8, 6 };

  ring_tool_set_gem (tool, &choice, RING_GEM_LIT);
  g_assert_true (ring_test_tap (tool, TOP, 0, 0));
}

/* What is tapped says what is measured. */
static void
test_automatic (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = DIMENSION;
  g_autoptr (RingTool) line = tool_for (design, RING_TOOL_SHAPE, RING_FIGURE_LINE);
  const RingFigure *figure;

  /* The finger circle, by a tap on its line, and where the value stands. */
  g_assert_false (ring_test_tap (tool, FRONT, 6.1, 6.15));
  g_assert_true (ring_test_tap (tool, FRONT, 10, 11));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpint (figure->form, ==, RING_FIGURE_DIAMETER);
  g_assert_cmpstr (ring_figure_get_end (figure, 0), ==, "finger/0");
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (figure), 17.3228, 1e-3);

  /* A line by a tap on it. */
  ring_test_drag (line, PAGE, 40, 250, 60, 265);
  g_assert_false (ring_test_tap (tool, PAGE, 47, 255.3));
  g_assert_true (ring_test_tap (tool, PAGE, 47, 262));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpint (figure->form, ==, RING_FIGURE_DISTANCE);
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (figure), 25, 1e-3);

  /* From end to end by a drag, and placed over it: level. */
  g_assert_false (ring_test_drag (tool, PAGE, 40, 250, 60, 265));
  g_assert_true (ring_test_tap (tool, PAGE, 50, 240));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpint (figure->form, ==, RING_FIGURE_HORIZONTAL);
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (figure), 20, 1e-3);
  g_assert_cmpfloat_with_epsilon (figure->size, RING_FIGURE_EM, 1e-6);
  g_assert_cmpuint (n_figures (design), ==, 4);
}

static void
test_angle (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = tool_for (design, RING_TOOL_DIMENSION, RING_FIGURE_ANGLE);

  ring_test_tap (tool, PAGE, 50, 50);
  ring_test_tap (tool, PAGE, 70, 50);
  ring_test_tap (tool, PAGE, 60, 32.6795);
  g_assert_true (ring_test_tap (tool, PAGE, 62, 44));
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (ring_item_get_figure (ring_test_picked (design, tool))),
                                  60, 0.01);
  /* On the other side it is the rest of the turn. */
  g_assert_true (ring_test_drag (tool, PAGE, 62, 44, 40, 55));
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (ring_item_get_figure (ring_test_picked (design, tool))),
                                  300, 0.01);
}

static void
test_moved (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = DIMENSION;
  RingPoint before, after;

  ring_test_drag (tool, FRONT, -8.66, 0, 8.66, 0);
  g_assert_true (ring_test_tap (tool, FRONT, 0.5, 13));
  before = ring_item_get_figure (ring_test_picked (design, tool))->points[2];
  g_assert_true (ring_test_drag (tool, FRONT, 4, 13, 4, 14.5));
  after = ring_item_get_figure (ring_test_picked (design, tool))->points[2];
  g_assert_cmpfloat_with_epsilon (before.y, 13, 1e-3);
  g_assert_cmpfloat_with_epsilon (after.y, 14.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (ring_item_get_figure (ring_test_picked (design, tool))), 17.3228, 1e-3);
  g_assert_true (ring_tool_act (tool, RING_TOOL_BACK));
  g_assert_cmpuint (n_figures (design), ==, 0);
}

/* On paper letters and arrows stay as large as they were when a view is enlarged. */
static void
test_scaled (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = DIMENSION;
  const RingFigure *figure;
  RingEdit *edit;

  ring_test_tap (tool, FRONT, 6.1, 6.15);
  g_assert_true (ring_test_tap (tool, FRONT, 10, 11));
  edit = ring_view_plan_scale (design, ring_view_get_head (FRONT)->id, 2);
  ring_test_commit (design, edit);
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpfloat_with_epsilon (figure->paper, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (2 * figure->size, RING_FIGURE_EM, 1e-3);
  g_assert_cmpfloat_with_epsilon (ring_figure_measure (figure), 17.3228, 1e-3);
}

static gboolean
drive (RingDesign *design, const char *id, double value)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Drive");
  g_autoptr (GError) error = NULL;

  if (!ring_dimension_drive (edit, id, value, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (ring_edit_is_empty (edit));
      ring_edit_unref (edit);
      return FALSE;
    }
  return ring_design_commit (design, edit);
}

static double
measured (RingDesign *design, const char *id)
{
  return ring_figure_measure (ring_item_get_figure (
      ring_drawing_find_item (ring_design_get_drawing (design), id, NULL, NULL)));
}

/* Two named points of a view, and what a typed value does. */
static const struct
{
  RingViewKind view;
  const char *a, *b;
  RingFigureForm form;
  double value;
  gboolean driven;
} drives[] = {
  { RING_VIEW_FRONT, "finger/3", "finger/1", RING_FIGURE_DISTANCE, 18, TRUE },
  { RING_VIEW_FRONT, "finger/0", "finger/1", RING_FIGURE_DIAMETER, 16.5, TRUE },
  { RING_VIEW_FRONT, "finger/0", "finger/2", RING_FIGURE_RADIUS, 9, TRUE },
  { RING_VIEW_FRONT, "finger/4", "band/9", RING_FIGURE_DISTANCE, 2.4, TRUE },
  { RING_VIEW_FRONT, "finger/2", "band/3", RING_FIGURE_VERTICAL, 1.4, TRUE },
  { RING_VIEW_SIDE, "band/10", "band/11", RING_FIGURE_DISTANCE, 3.5, TRUE },
  { RING_VIEW_SIDE, "band/4", "band/5", RING_FIGURE_DISTANCE, 2, TRUE },
  { RING_VIEW_TOP, "gem/1", "gem/3", RING_FIGURE_DISTANCE, 9, TRUE },
  { RING_VIEW_TOP, "gem/4", "gem/2", RING_FIGURE_DISTANCE, 5.5, TRUE },
  { RING_VIEW_FRONT, "finger/3", "finger/1", RING_FIGURE_DISTANCE, 400, FALSE },
  { RING_VIEW_FRONT, "finger/3", "finger/4", RING_FIGURE_DISTANCE, 10, FALSE },
  { RING_VIEW_TOP, "gem/0", "finger/0", RING_FIGURE_DISTANCE, 5, FALSE },
  { RING_VIEW_FRONT, "", "finger/1", RING_FIGURE_DISTANCE, 5, FALSE },
};

static void
test_drive (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (drives); i++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      const char *names[] = { drives[i].a, drives[i].b, "" };
      g_autofree char *gem_id = NULL;
      char *ends_own[2] = { NULL, NULL };
      const char *ends[] = { NULL, NULL, "" };
      RingPoint points[3] = { { 0, 0 }, { 1, 0 }, { 0, 20 } };
      RingFigure figure = { .form = drives[i].form, .points = points, .n_points = 3, .ends = ends,
                            .text = "", .colour = 0xff, .width = 0.05, .size = 0.7, .paper = 0.25 };
      g_autoptr (RingItem) item = NULL;
      RingEdit *edit;

      place_gem (design);
      gem_id = g_strdup (ring_record_get_id (
          ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_GEM, NULL)));
      for (guint k = 0; k < 2; k++)
        {
          if (g_str_has_prefix (names[k], "gem/"))
            ends_own[k] = g_strconcat (gem_id, names[k] + 3, NULL);
          else
            ends_own[k] = g_strdup (names[k]);
          ends[k] = ends_own[k];
          if (ends[k][0] != '\0')
            g_assert_true (ring_feature_find (ring_design_get_drawing (design),
                                              ring_test_view (design, drives[i].view), ends[k], &points[k]));
        }
      item = ring_item_new_figure ("dtest", &figure);
      edit = ring_edit_new (ring_design_get_drawing (design), "Dimension");
      ring_edit_append_item (edit, ring_layer_get_head (ring_view_get_layer_by_role (
          ring_test_view (design, drives[i].view), RING_ROLE_NOTES))->id, item);
      ring_test_commit (design, edit);
      g_test_message ("%s %s %g", drives[i].a, drives[i].b, drives[i].value);
      g_assert_true (drive (design, "dtest", drives[i].value) == drives[i].driven);
      if (drives[i].driven)
        g_assert_cmpfloat_with_epsilon (measured (design, "dtest"), drives[i].value, 2e-3);
      g_free (ends_own[0]);
      g_free (ends_own[1]);
    }
}

static void
test_drive_shapes (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) circle = tool_for (design, RING_TOOL_SHAPE, RING_FIGURE_CIRCLE);
  g_autoptr (RingTool) tool = DIMENSION;
  const char *id;

  ring_test_drag (circle, PAGE, 100, 100, 110, 100);
  ring_tool_pick (circle, NULL);
  ring_test_tap (tool, PAGE, 107.1, 92.95);
  g_assert_true (ring_test_tap (tool, PAGE, 120, 80));
  id = ring_tool_get_picked (tool);
  g_assert_cmpfloat_with_epsilon (measured (design, id), 20, 1e-3);
  g_assert_true (drive (design, id, 31));
  g_assert_cmpfloat_with_epsilon (measured (design, id), 31, 1e-3);
  g_assert_false (drive (design, id, -3));
}

/* ------------------------------------------------------------------------- text */

static void
test_text (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = tool_for (design, RING_TOOL_TEXT, RING_FIGURE_TEXT);
  const RingFigure *figure;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  RingPoint at;
  double size;

  g_assert_false (ring_test_tap (tool, PAGE, 30, 240));
  g_assert_true (ring_tool_wants_text (tool, &at, &size, &text));
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpfloat_with_epsilon (at.x, 30, 1e-6);
  g_assert_cmpfloat (size, ==, RING_FIGURE_EM);
  g_assert_true (ring_tool_give_text (tool, "  Шинка 2,2 мм\nمقاس  "));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpstr (figure->text, ==, "Шинка 2,2 мм\nمقاس");
  g_assert_cmpuint (figure->n_points, ==, 1);

  /* A tap on it asks again; nothing takes it away. */
  g_assert_false (ring_test_tap (tool, PAGE, 32, 239.5));
  g_assert_true (ring_tool_wants_text (tool, &at, &size, &again));
  g_assert_cmpstr (again, ==, "Шинка 2,2 мм\nمقاس");
  g_assert_true (ring_tool_give_text (tool, " "));
  g_assert_cmpuint (n_figures (design), ==, 0);

  /* Nobody says anything. */
  ring_test_tap (tool, PAGE, 30, 240);
  g_assert_false (ring_tool_give_text (tool, ""));
  g_assert_cmpuint (n_figures (design), ==, 0);
}

static void
test_leader (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = tool_for (design, RING_TOOL_TEXT, RING_FIGURE_TEXT);
  const RingFigure *figure;

  g_assert_false (ring_test_drag (tool, FRONT, 8.6, 0.1, 10, -13));
  g_assert_true (ring_tool_give_text (tool, "polish"));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpuint (figure->n_points, ==, 2);
  g_assert_cmpstr (ring_figure_get_end (figure, 1), ==, "finger/1");
  g_assert_cmpfloat_with_epsilon (figure->points[1].x, 8.6614, 1e-3);
  g_assert_cmpfloat_with_epsilon (figure->points[0].y, -13, 1e-3);
}

/* ------------------------------------------------------------------------- hold */

static RingTool *
holding_pen (RingDesign *design)
{
  RingTool *tool = ring_tool_new (RING_TOOL_PEN, design);
  RingDrafting drafting;

  ring_drafting_init (&drafting);
  drafting.holds = TRUE;
  ring_tool_set_drafting (tool, &drafting);
  return tool;
}

/* Round a circle, and then still. */
static void
draw_circle (RingTool *tool, RingView *view, guint still_ms)
{
  RingSample sample = { .x = 110, .y = 100, .pressure = 0.5 };

  g_assert_true (ring_tool_begin (tool, view, 0.26, &sample, 1000, NULL));
  for (int i = 1; i <= 100; i++)
    {
      sample.x = 100 + 10 * cos (2 * G_PI * i / 100);
      sample.y = 100 + 10.3 * sin (2 * G_PI * i / 100);
      sample.time += 8;
      ring_tool_update (tool, &sample, 1);
    }
  for (guint ms = 0; ms < still_ms; ms += 50)
    {
      sample.time += 50;
      sample.x += ms % 100 == 0 ? 0.1 : -0.1;
      ring_tool_update (tool, &sample, 1);
    }
}

static void
test_hold (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = holding_pen (design);
  const RingLayer *ink;
  const RingItem *item;

  draw_circle (tool, PAGE, 300);
  g_assert_false (ring_tool_has_shape (tool));
  g_assert_true (ring_tool_end (tool));
  g_assert_cmpuint (n_figures (design), ==, 0);
  g_assert_true (ring_design_undo (design));

  draw_circle (tool, PAGE, 700);
  g_assert_true (ring_tool_has_shape (tool));
  g_assert_true (ring_tool_end (tool));
  ink = ring_view_get_layer_by_role (PAGE, RING_ROLE_INK);
  g_assert_cmpuint (ring_layer_get_n_items (ink), ==, 1);
  item = ring_layer_get_item (ink, 0);
  g_assert_cmpint (ring_item_get_figure (item)->form, ==, RING_FIGURE_CIRCLE);
  g_assert_cmpfloat_with_epsilon (ring_figure_get_value (item, RING_FIGURE_VALUE_DIAMETER), 20.3, 0.2);
  /* One step back is the stroke as it was drawn. */
  g_assert_true (ring_design_undo (design));
  ink = ring_view_get_layer_by_role (PAGE, RING_ROLE_INK);
  g_assert_cmpuint (ring_layer_get_n_items (ink), ==, 1);
  g_assert_nonnull (ring_item_get_stroke (ring_layer_get_item (ink, 0)));
  g_assert_true (ring_design_undo (design));
  g_assert_false (ring_design_get_can_undo (design));
}

/* A pen that rests may send nothing: who has a clock says so. */
static void
test_rest (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = holding_pen (design);
  RingDrafting drafting;

  draw_circle (tool, PAGE, 0);
  g_assert_false (ring_tool_rest (tool, 900));
  g_assert_true (ring_tool_rest (tool, 1500));
  g_assert_true (ring_tool_has_shape (tool));
  ring_tool_cancel (tool);
  g_assert_false (ring_tool_has_shape (tool));

  /* It can be turned off. */
  ring_drafting_init (&drafting);
  ring_tool_set_drafting (tool, &drafting);
  draw_circle (tool, PAGE, 900);
  g_assert_false (ring_tool_has_shape (tool));
  ring_tool_cancel (tool);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tool-dimension/automatic", test_automatic);
  g_test_add_func ("/tool-dimension/angle", test_angle);
  g_test_add_func ("/tool-dimension/moved", test_moved);
  g_test_add_func ("/tool-dimension/scaled", test_scaled);
  g_test_add_func ("/tool-dimension/drive", test_drive);
  g_test_add_func ("/tool-dimension/drive-shapes", test_drive_shapes);
  g_test_add_func ("/tool-text/text", test_text);
  g_test_add_func ("/tool-text/leader", test_leader);
  g_test_add_func ("/hold/hold", test_hold);
  g_test_add_func ("/hold/rest", test_rest);
  return ring_test_run ();
}
