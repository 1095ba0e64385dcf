/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas in a window: samples become strokes, the view obeys keys and actions, and nothing is
 * left behind. Real pens, fingers and wheels are tried from outside (tests/app). */
#include <adwaita.h>

#include "ring-canvas-private.h"
#include "ring-test.h"

#define DEADLINE 20.0

typedef struct
{
  RingDesign *design;
  RingTool *tool;
  GtkWidget *window;
  RingCanvas *canvas;
  char *failed;
  char *noted;
  char *activated;
  int ended; /* -1: no; else whether it was committed */
} Fixture;

static void
string_cb (RingCanvas *canvas, const char *text, char **out)
{
  g_free (*out);
  *out = g_strdup (text);
}

static void
ended_cb (RingCanvas *canvas, gboolean committed, int *out)
{
  *out = committed;
}

static gboolean
is_settled (gpointer data)
{
  RingCanvas *canvas = ((Fixture *) data)->canvas;

  return gtk_widget_get_width (GTK_WIDGET (canvas)) > 0 && ring_canvas_is_settled (canvas);
}

static void
settle (Fixture *fixture)
{
  g_assert_true (ring_test_wait (is_settled, fixture, DEADLINE));
}

/* A page with two views, and room beside them. */
static RingDesign *
new_design (void)
{
  RingDesign *design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingEdit *edit = ring_edit_new (drawing, "Views");

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      RingViewHead head = *ring_view_get_head (ring_drawing_get_view (drawing, i));

      if (head.kind == RING_VIEW_FRONT || head.kind == RING_VIEW_TOP)
        {
          head.origin = (RingPoint){ 105, head.kind == RING_VIEW_TOP ? 62 : 186 };
          g_assert_true (ring_edit_set_view (edit, &head));
        }
      else if (head.kind != RING_VIEW_PAGE)
        g_assert_true (ring_edit_remove_view (edit, head.id));
    }
  ring_design_replace (design, ring_edit_get_result (edit));
  ring_edit_unref (edit);
  return design;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ended = -1;
  fixture->design = new_design ();
  fixture->tool = ring_tool_new (RING_TOOL_PEN, fixture->design);
  fixture->canvas = RING_CANVAS (ring_canvas_new ());
  ring_canvas_set_design (fixture->canvas, fixture->design);
  ring_canvas_set_tool (fixture->canvas, fixture->tool);
  g_signal_connect (fixture->canvas, "tool-failed", G_CALLBACK (string_cb), &fixture->failed);
  g_signal_connect (fixture->canvas, "stone-noted", G_CALLBACK (string_cb), &fixture->noted);
  g_signal_connect (fixture->canvas, "note-activated", G_CALLBACK (string_cb), &fixture->activated);
  g_signal_connect (fixture->canvas, "stroke-ended", G_CALLBACK (ended_cb), &fixture->ended);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  settle (fixture);
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_finalize_object (fixture->canvas);
  ring_tool_free (fixture->tool);
  g_assert_finalize_object (fixture->design);
  g_free (fixture->failed);
  g_free (fixture->noted);
  g_free (fixture->activated);
}

static gboolean
feed (Fixture *fixture, RingCanvasPhase phase, double x, double y, RingCanvasDevice device)
{
  static guint32 time = 1000;
  RingSample sample = { x, y, 0.6, 0.1, 0.2, time += 4 };

  return ring_canvas_feed_sample (fixture->canvas, phase, &sample, device);
}

static gsize
count_strokes (Fixture *fixture)
{
  return ring_drawing_count_items (ring_design_get_drawing (fixture->design), RING_ITEM_STROKE);
}

/* N samples from left to right along Y. */
static void
draw (Fixture *fixture, double y, int n)
{
  g_assert_true (feed (fixture, RING_CANVAS_DOWN, 20, y, RING_CANVAS_PEN));
  for (int i = 1; i < n; i++)
    feed (fixture, RING_CANVAS_MOVE, 20 + 0.1 * i, y + (i % 3), RING_CANVAS_PEN);
  g_assert_true (feed (fixture, RING_CANVAS_UP, 0, 0, RING_CANVAS_PEN));
}

static const RingItem *
last_stroke (Fixture *fixture)
{
  RingView *view = ring_drawing_get_view_by_kind (ring_design_get_drawing (fixture->design),
                                                  RING_VIEW_PAGE);
  RingLayer *layer = ring_view_get_layer_by_role (view, RING_ROLE_INK);

  return ring_layer_get_item (layer, ring_layer_get_n_items (layer) - 1);
}

static void
test_stroke (Fixture *fixture, gconstpointer data)
{
  const RingSample *samples;
  gsize n;

  draw (fixture, 20, 150);
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
  g_assert_cmpint (fixture->ended, ==, TRUE);
  g_assert_false (ring_canvas_is_drawing (fixture->canvas));
  samples = ring_samples_get (ring_item_get_stroke (last_stroke (fixture))->samples, &n, NULL);
  /* Every sample, with its own time. */
  g_assert_cmpuint (n, ==, 150);
  g_assert_cmpuint (samples[0].time, ==, 0);
  g_assert_cmpuint (samples[149].time, ==, 149 * 4);
  g_assert_cmpfloat_with_epsilon (samples[10].x, 21, 0.002);
  g_assert_cmpfloat_with_epsilon (samples[10].pressure, 0.6, 0.001);
  settle (fixture);
}

/* A fast stroke, told by the width of its wet end; gives what was committed. */
static char *
draw_fast (Fixture *fixture, gboolean prediction, double *reach)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const RingStroke *stroke;
  graphene_rect_t box;
  GskRenderNode *tail;

  ring_canvas_set_prediction (fixture->canvas, prediction);
  for (int i = 0; i < 25; i++)
    {
      RingSample sample = { 30 + 2 * i, 40, 0.6, 0, 0, (guint32) (8 * i) };

      ring_canvas_feed_sample (fixture->canvas, i == 0 ? RING_CANVAS_DOWN : RING_CANVAS_MOVE,
                               &sample, RING_CANVAS_PEN);
    }
  tail = _ring_canvas_make_tail (fixture->canvas);
  gsk_render_node_get_bounds (tail, &box);
  *reach = box.origin.x + box.size.width;
  gsk_render_node_unref (tail);
  g_assert_true (feed (fixture, RING_CANVAS_UP, 0, 0, RING_CANVAS_PEN));
  stroke = ring_item_get_stroke (last_stroke (fixture));
  g_string_append (text, ring_samples_get_text (stroke->samples));
  ring_path_to_svg (ring_item_get_outline (last_stroke (fixture)), 6, text);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT, count_strokes (fixture));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Ink ahead of the pen is seen, and nothing of it is kept. */
static void
test_prediction (Fixture *fixture, gconstpointer data)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  double far, near;

  g_assert_true (ring_canvas_get_prediction (fixture->canvas));
  with = draw_fast (fixture, TRUE, &far);
  g_assert_true (ring_design_undo (fixture->design));
  without = draw_fast (fixture, FALSE, &near);
  g_assert_cmpstr (with, ==, without);
  g_assert_cmpfloat (far, >, near + 2);
}

static gboolean
is_not_ahead (gpointer data)
{
  return !((Fixture *) data)->canvas->hand.ahead;
}

/* A pen that rests sends nothing more; then the ink draws back to it. */
static void
test_still (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 25; i++)
    {
      RingSample sample = { 30 + 2 * i, 40, 0.6, 0, 0, (guint32) (8 * i) };

      ring_canvas_feed_sample (fixture->canvas, i == 0 ? RING_CANVAS_DOWN : RING_CANVAS_MOVE,
                               &sample, RING_CANVAS_PEN);
    }
  g_clear_pointer (&(GskRenderNode *){ _ring_canvas_make_tail (fixture->canvas) },
                   gsk_render_node_unref);
  g_assert_true (fixture->canvas->hand.ahead);
  g_assert_true (ring_test_wait (is_not_ahead, fixture, DEADLINE));
  g_assert_true (ring_canvas_is_drawing (fixture->canvas));
  g_assert_true (feed (fixture, RING_CANVAS_UP, 0, 0, RING_CANVAS_PEN));
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
}

/* What comes down in a view is told in the mm of that view, wherever it goes. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  RingDrawing *drawing = ring_design_get_drawing (fixture->design);
  RingViewHead head
    = *ring_view_get_head (ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT));
  RingView *front;
  const RingItem *item;
  const RingSample *samples;
  gsize n;

  feed (fixture, RING_CANVAS_DOWN, head.origin.x, head.origin.y, RING_CANVAS_PEN);
  feed (fixture, RING_CANVAS_MOVE, head.origin.x + 8, head.origin.y, RING_CANVAS_PEN);
  feed (fixture, RING_CANVAS_MOVE, 1, 1, RING_CANVAS_PEN);
  g_assert_true (feed (fixture, RING_CANVAS_UP, 0, 0, RING_CANVAS_PEN));
  drawing = ring_design_get_drawing (fixture->design);
  front = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  item = ring_layer_get_item (ring_view_get_layer_by_role (front, RING_ROLE_INK), 0);
  samples = ring_samples_get (ring_item_get_stroke (item)->samples, &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (samples[0].x, 0, 0.002);
  g_assert_cmpfloat_with_epsilon (samples[1].x, 8 / head.scale, 0.002);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  draw (fixture, 20, 20);
  draw (fixture, 30, 20);
  settle (fixture);
  g_assert_true (ring_design_undo (fixture->design));
  g_assert_false (ring_canvas_is_settled (fixture->canvas));
  settle (fixture);
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
  g_assert_true (ring_design_redo (fixture->design));
  settle (fixture);
  g_assert_cmpuint (count_strokes (fixture), ==, 2);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_assert_true (feed (fixture, RING_CANVAS_DOWN, 20, 20, RING_CANVAS_PEN));
  feed (fixture, RING_CANVAS_MOVE, 30, 20, RING_CANVAS_PEN);
  g_assert_true (ring_canvas_is_drawing (fixture->canvas));
  feed (fixture, RING_CANVAS_CANCEL, 0, 0, RING_CANVAS_PEN);
  g_assert_false (ring_canvas_is_drawing (fixture->canvas));
  g_assert_cmpuint (count_strokes (fixture), ==, 0);
  g_assert_cmpint (fixture->ended, ==, FALSE);
  g_assert_false (ring_design_get_can_undo (fixture->design));
}

/* A window that goes away keeps what was drawn. */
static void
test_unmap (Fixture *fixture, gconstpointer data)
{
  g_assert_true (feed (fixture, RING_CANVAS_DOWN, 20, 20, RING_CANVAS_PEN));
  feed (fixture, RING_CANVAS_MOVE, 30, 20, RING_CANVAS_PEN);
  gtk_widget_set_visible (GTK_WIDGET (fixture->canvas), FALSE);
  g_assert_false (ring_canvas_is_drawing (fixture->canvas));
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  draw (fixture, 20, 60);
  draw (fixture, 200, 60);
  g_assert_true (feed (fixture, RING_CANVAS_DOWN, 22, 15, RING_CANVAS_ERASER));
  feed (fixture, RING_CANVAS_MOVE, 22, 25, RING_CANVAS_ERASER);
  g_assert_cmpuint (count_strokes (fixture), ==, 2);
  g_assert_true (feed (fixture, RING_CANVAS_UP, 0, 0, RING_CANVAS_ERASER));
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
  settle (fixture);
  /* The pen is the pen again. */
  draw (fixture, 100, 10);
  g_assert_cmpuint (count_strokes (fixture), ==, 2);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  ring_design_set_read_only (fixture->design, TRUE);
  g_assert_false (feed (fixture, RING_CANVAS_DOWN, 20, 20, RING_CANVAS_PEN));
  g_assert_nonnull (fixture->failed);
  feed (fixture, RING_CANVAS_MOVE, 30, 20, RING_CANVAS_PEN);
  g_assert_false (feed (fixture, RING_CANVAS_UP, 30, 20, RING_CANVAS_PEN));
  g_assert_cmpuint (count_strokes (fixture), ==, 0);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  RingTool *note = ring_tool_new (RING_TOOL_NOTE, fixture->design);

  ring_canvas_set_tool (fixture->canvas, note);
  g_assert_true (feed (fixture, RING_CANVAS_DOWN, 30, 280, RING_CANVAS_MOUSE));
  g_assert_true (feed (fixture, RING_CANVAS_UP, 30, 280, RING_CANVAS_MOUSE));
  g_assert_nonnull (fixture->noted);
  g_assert_null (fixture->activated);
  /* The note tool opens the pin it meets. */
  g_assert_false (feed (fixture, RING_CANVAS_DOWN, 30, 279, RING_CANVAS_MOUSE));
  g_assert_cmpstr (fixture->activated, ==, fixture->noted);
  /* With the pen, two taps do, and leave no dots. */
  g_clear_pointer (&fixture->activated, g_free);
  ring_canvas_set_tool (fixture->canvas, fixture->tool);
  for (int i = 0; i < 2; i++)
    {
      g_assert_null (fixture->activated);
      feed (fixture, RING_CANVAS_DOWN, 30, 279, RING_CANVAS_PEN);
      feed (fixture, RING_CANVAS_UP, 30, 279, RING_CANVAS_PEN);
    }
  g_assert_cmpstr (fixture->activated, ==, fixture->noted);
  g_assert_cmpuint (count_strokes (fixture), ==, 0);
  /* A line may begin on a pin. */
  feed (fixture, RING_CANVAS_DOWN, 30, 279, RING_CANVAS_PEN);
  feed (fixture, RING_CANVAS_MOVE, 60, 279, RING_CANVAS_PEN);
  g_assert_true (feed (fixture, RING_CANVAS_UP, 60, 279, RING_CANVAS_PEN));
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
  ring_tool_free (note);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  RingViewport *viewport = ring_canvas_get_viewport (fixture->canvas);
  double fitted = ring_viewport_get_zoom (viewport);
  RingPoint centre = ring_viewport_get_centre (viewport);

  activate (fixture, "canvas.zoom-in");
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), fitted * 1.25, 1e-9);
  activate (fixture, "canvas.zoom-out");
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), fitted, 1e-9);
  activate (fixture, "canvas.pan-right");
  g_assert_cmpfloat (ring_viewport_get_centre (viewport).x, >, centre.x);
  activate (fixture, "canvas.pan-left");
  activate (fixture, "canvas.pan-down");
  g_assert_cmpfloat (ring_viewport_get_centre (viewport).y, >, centre.y);
  activate (fixture, "canvas.pan-up");
  activate (fixture, "canvas.rotate-right");
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_rotation (viewport), 15, 1e-9);
  activate (fixture, "canvas.rotate-reset");
  g_assert_cmpfloat (ring_viewport_get_rotation (viewport), ==, 0);
  ring_canvas_set_true_scale (fixture->canvas, 4.5);
  activate (fixture, "canvas.zoom-one");
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_scale (viewport), 4.5, 1e-9);
  settle (fixture);
  activate (fixture, "canvas.zoom-fit");
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), fitted, 1e-9);
  settle (fixture);
}

static void
test_keyboard_draw (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "canvas.keyboard-draw");
  g_assert_true (ring_canvas_get_keyboard_draw (fixture->canvas));
  settle (fixture);
  activate (fixture, "canvas.keyboard-draw");
  g_assert_false (ring_canvas_get_keyboard_draw (fixture->canvas));
  g_assert_cmpuint (count_strokes (fixture), ==, 0);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->canvas);

  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Drawing: 0 strokes, 0 gems, 0 pinned stones");
  draw (fixture, 20, 5);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Drawing: 1 stroke, 0 gems, 0 pinned stones");
  ring_design_undo (fixture->design);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Drawing: 0 strokes, 0 gems, 0 pinned stones");
}

static void
test_other_design (Fixture *fixture, gconstpointer data)
{
  RingDesign *other = new_design ();

  /* With a stroke in hand, which stays where it was drawn. */
  feed (fixture, RING_CANVAS_DOWN, 20, 20, RING_CANVAS_PEN);
  feed (fixture, RING_CANVAS_MOVE, 40, 20, RING_CANVAS_PEN);
  ring_canvas_set_design (fixture->canvas, other);
  g_assert_cmpuint (count_strokes (fixture), ==, 1);
  settle (fixture);
  ring_canvas_set_design (fixture->canvas, NULL);
  g_assert_false (feed (fixture, RING_CANVAS_DOWN, 20, 20, RING_CANVAS_PEN));
  iterate ();
  g_assert_finalize_object (other);
  ring_canvas_set_design (fixture->canvas, fixture->design);
  settle (fixture);
}

/* Strokes of a length that the pen splits lose no sample. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  draw (fixture, 20, RING_SAMPLES_MAX + 50);
  g_assert_cmpuint (count_strokes (fixture), ==, 2);
  settle (fixture);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  gboolean wet, touch, guides;

  g_object_set (fixture->canvas, "show-wet", FALSE, "touch-draws", TRUE, "guides-visible", FALSE,
                NULL);
  g_object_get (fixture->canvas, "show-wet", &wet, "touch-draws", &touch, "guides-visible", &guides,
                NULL);
  g_assert_false (wet);
  g_assert_true (touch);
  g_assert_false (guides);
  g_assert_false (ring_canvas_is_settled (fixture->canvas));
  settle (fixture);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/canvas/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("stroke", test_stroke);
  ADD ("prediction", test_prediction);
  ADD ("still", test_still);
  ADD ("view", test_view);
  ADD ("undo", test_undo);
  ADD ("cancel", test_cancel);
  ADD ("unmap", test_unmap);
  ADD ("erase", test_erase);
  ADD ("read-only", test_read_only);
  ADD ("notes", test_notes);
  ADD ("actions", test_actions);
  ADD ("keyboard-draw", test_keyboard_draw);
  ADD ("accessible", test_accessible);
  ADD ("other-design", test_other_design);
  ADD ("long", test_long);
  ADD ("properties", test_properties);
#undef ADD
  return ring_test_run ();
}
