/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The instruments in the real window: chosen, set, tried out and remembered. */
#include <math.h>

#include "ring-bench-page.h"
#include "ring-cut-grid.h"
#include "ring-instrument-bar.h"
#include "ring-instrument-settings.h"
#include "ring-palette.h"
#include "ring-pressure-editor.h"
#include "ring-settings.h"
#include "ring-swatch.h"
#include "ring-try-strip.h"
#include "ring-ui-test.h"

static RingInstruments *
get_instruments (RingUi *ui)
{
  return ring_bench_page_get_instruments (ring_ui_find (ui, RING_TYPE_BENCH_PAGE));
}

static const char *
get_state (RingUi *ui, const char *name)
{
  static char text[64];
  g_autoptr (GVariant) state
    = g_action_group_get_action_state (G_ACTION_GROUP (ui->window), name);

  g_strlcpy (text, g_variant_get_string (state, NULL), sizeof text);
  return text;
}

static gboolean
is_enabled (RingUi *ui, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), name);
}

/* One stroke in the middle of the front view; its style as the design holds it. */
static const RingStroke *
draw (RingUi *ui)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingSample sample = { .x = origin.x, .y = origin.y, .pressure = 0.5 };
  RingLayer *layer;

  ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_PEN);
  for (guint i = 1; i < 20; i++)
    {
      sample.x += 0.5;
      sample.time += 5;
      ring_canvas_feed_sample (canvas, RING_CANVAS_MOVE, &sample, RING_CANVAS_PEN);
    }
  g_assert_true (ring_canvas_feed_sample (canvas, RING_CANVAS_UP, &sample, RING_CANVAS_PEN));
  view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  layer = ring_view_get_layer_by_role (view, RING_ROLE_INK);
  return ring_item_get_stroke (ring_layer_get_item (layer, ring_layer_get_n_items (layer) - 1));
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

/* A window that goes with a popover under the pointer makes GTK 4.8 complain. */
static void
close_settings (RingUi *ui)
{
  GtkWidget *bar = ring_ui_find (ui, RING_TYPE_INSTRUMENT_BAR);
  GtkWidget *settings = ring_ui_find_in (bar, RING_TYPE_INSTRUMENT_SETTINGS);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (settings, GTK_TYPE_POPOVER)));
  g_assert_true (ring_test_wait (is_hidden, settings, RING_UI_DEADLINE));
}

/* Nothing is remembered from the test before. */
static void
set_up (RingUi *ui, gconstpointer data)
{
  GSettings *settings = ring_settings_get ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, "instruments");
  ring_ui_set_up (ui, data);
  ring_ui_act (ui, "show-view", "bench");
}

static void
test_choose (RingUi *ui, gconstpointer data)
{
  const char *const names[] = { "pen", "fine-liner", "pencil", "brush", "marker", "wash", "gouache" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      RingInstrument instrument;
      const RingInstrumentInfo *info;
      const RingStroke *stroke;

      ring_ui_act (ui, "instrument", names[i]);
      g_assert_cmpstr (get_state (ui, "instrument"), ==, names[i]);
      g_assert_true (ring_instrument_from_name (names[i], &instrument));
      info = ring_instrument_get_info (instrument);
      stroke = draw (ui);
      g_assert_cmpint (stroke->style.instrument, ==, instrument);
      g_assert_cmpuint (stroke->style.colour, ==, info->colour);
      /* Millimetres of a view at 4:1. */
      g_assert_cmpfloat_with_epsilon (stroke->style.ink.width, info->ink.width / 4, 1e-4);
    }
  ring_ui_act (ui, "instrument", "eraser");
  g_assert_cmpstr (get_state (ui, "instrument"), ==, "eraser");
  g_assert_false (is_enabled (ui, "instrument-settings"));
  ring_ui_act (ui, "instrument", "note");
  g_assert_false (is_enabled (ui, "width-more"));
  ring_ui_act (ui, "instrument", "eraser");
  ring_ui_act (ui, "instrument", "no such thing");
  g_assert_cmpstr (get_state (ui, "instrument"), ==, "eraser");
  ring_ui_act (ui, "instrument", "gouache");
  g_assert_true (is_enabled (ui, "instrument-settings"));
}

static void
test_settings (RingUi *ui, gconstpointer data)
{
  const RingStroke *stroke;

  ring_ui_act (ui, "instrument", "brush");
  g_assert_false (is_enabled (ui, "reset-instrument"));
  ring_ui_act (ui, "width-more", NULL);
  ring_ui_act (ui, "colour", "#b3261e");
  ring_ui_act (ui, "smoothing", "steady");
  stroke = draw (ui);
  g_assert_cmpfloat_with_epsilon (stroke->style.ink.width, 5.0 / 4, 1e-4);
  g_assert_cmphex (stroke->style.colour, ==, 0xb3261eff);
  g_assert_cmpint (stroke->style.ink.smoothing, ==, RING_SMOOTHING_STEADY);
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#b3261e");
  /* What is no colour changes none. */
  ring_ui_act (ui, "colour", "#b3261e00");
  ring_ui_act (ui, "colour", "red");
  ring_ui_act (ui, "smoothing", "wild");
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#b3261e");
  g_assert_cmpstr (get_state (ui, "smoothing"), ==, "steady");

  /* Another instrument has its own, and the first keeps what it has. */
  ring_ui_act (ui, "instrument", "pen");
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#2b2b30");
  g_assert_cmpstr (get_state (ui, "smoothing"), ==, "light");
  ring_ui_act (ui, "instrument", "brush");
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#b3261e");
  ring_ui_act (ui, "reset-instrument", NULL);
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#2b2b30");
  g_assert_cmpstr (get_state (ui, "smoothing"), ==, "light");
  g_assert_false (is_enabled (ui, "reset-instrument"));
}

/* One key, and the pen draws both shoulders; the axis lies where the ring's middle is. */
static void
test_symmetry (RingUi *ui, gconstpointer data)
{
  RingSymmetry star = { 8, TRUE, 0, { 0, 0 } };

  ring_ui_act (ui, "instrument", "pen");
  g_assert_true (ring_symmetry_is_none (&draw (ui)->symmetry));
  g_action_group_change_action_state (G_ACTION_GROUP (ui->window), "symmetry",
                                      g_variant_new_boolean (TRUE));
  g_assert_cmpuint (draw (ui)->symmetry.count, ==, 1);
  g_assert_cmpint (draw (ui)->symmetry.mirrored, ==, TRUE);
  ring_instruments_set_symmetry (get_instruments (ui), &star);
  g_assert_cmpuint (draw (ui)->symmetry.count, ==, 8);
  star.centre.x = 2.5;
  ring_instruments_set_symmetry (get_instruments (ui), &star);
  g_assert_cmpfloat (draw (ui)->symmetry.centre.x, ==, 2.5);
  ring_ui_act (ui, "symmetry-on-finger", NULL);
  g_assert_cmpfloat (draw (ui)->symmetry.centre.x, ==, 0);
  /* There is no gem yet. */
  ring_ui_act (ui, "symmetry-on-gem", NULL);
  g_assert_cmpfloat (ring_instruments_get_symmetry (get_instruments (ui))->centre.x, ==, 0);
  g_action_group_change_action_state (G_ACTION_GROUP (ui->window), "symmetry",
                                      g_variant_new_boolean (FALSE));
  g_assert_true (ring_symmetry_is_none (&draw (ui)->symmetry));
}

/* The metal of the ring lies first, and what is picked from a larger palette is a colour of one's
 * own. */
static void
test_palettes (RingUi *ui, gconstpointer data)
{
  RingInstruments *instruments = get_instruments (ui);
  const RingMetalPaint *platinum = ring_metal_paint_find ("pt950");

  for (guint i = 0; i < RING_N_PALETTES; i++)
    {
      g_autoptr (GArray) list = ring_palette_list ((RingPaletteKind) i, platinum);
      RingPaletteKind kind = RING_N_PALETTES;

      g_assert_true (ring_palette_find (ring_palette_get_id ((RingPaletteKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpuint (list->len, >, 8);
      if (i == RING_PALETTE_METALS)
        {
          g_assert_cmpuint (list->len, ==, 3 * ring_metal_paint_get_n ());
          g_assert_cmphex (g_array_index (list, RingPaletteEntry, 0).colour, ==,
                           platinum->base << 8 | 0xff);
        }
    }
  ring_ui_act (ui, "instrument", "pencil");
  ring_instruments_set_palette (instruments, RING_INSTRUMENT_PENCIL, RING_PALETTE_GEMS);
  ring_ui_act (ui, "instrument", "pen");
  g_assert_cmpuint (ring_instruments_get_palette (instruments, RING_INSTRUMENT_PEN), ==,
                    RING_PALETTE_METALS);
  g_assert_cmpuint (ring_instruments_get_palette (instruments, RING_INSTRUMENT_PENCIL), ==,
                    RING_PALETTE_GEMS);
}

static void
test_fill (RingUi *ui, gconstpointer data)
{
  RingInstruments *instruments = get_instruments (ui);
  RingFillChoice fill = *ring_instruments_get_fill (instruments);
  g_autoptr (RingInstruments) other = ring_instruments_new ();
  g_autoptr (GVariant) saved = NULL;

  ring_ui_act (ui, "instrument", "fill");
  g_assert_true (is_enabled (ui, "instrument-settings"));
  g_assert_false (is_enabled (ui, "colour"));
  fill.form = RING_FORM_KNIFE;
  fill.metal = ring_metal_paint_find ("18kr");
  fill.gap = 99;
  fill.bounds = RING_FILL_RING;
  ring_instruments_set_fill (instruments, &fill);
  g_assert_cmpfloat (ring_instruments_get_fill (instruments)->gap, ==, RING_FILL_MOST_GAP);
  saved = g_variant_ref_sink (ring_instruments_save (instruments));
  ring_instruments_load (other, saved);
  g_assert_cmpuint (ring_instruments_get_fill (other)->form, ==, RING_FORM_KNIFE);
  g_assert_true (ring_instruments_get_fill (other)->metal == fill.metal);
  g_assert_cmpuint (ring_instruments_get_fill (other)->bounds, ==, RING_FILL_RING);
}

static void
test_limits (RingUi *ui, gconstpointer data)
{
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      const RingInstrumentInfo *info = ring_instrument_get_info ((RingInstrument) i);
      double last = 0;
      guint n = 0;

      ring_ui_act (ui, "instrument", info->name);
      while (is_enabled (ui, "width-less"))
        ring_ui_act (ui, "width-less", NULL);
      for (; is_enabled (ui, "width-more"); n++)
        {
          double width
            = ring_instruments_get_style (get_instruments (ui), (RingInstrument) i)->ink.width;

          g_assert_cmpfloat (width, >, last);
          last = width;
          ring_ui_act (ui, "width-more", NULL);
        }
      g_assert_cmpuint (n, >, 8);
      g_assert_cmpuint (n, <, 60);
      g_assert_cmpfloat (
        ring_instruments_get_style (get_instruments (ui), (RingInstrument) i)->ink.width, ==,
        info->max_width);
    }
}

static void
test_translucent (RingUi *ui, gconstpointer data)
{
  const RingStroke *stroke;

  ring_ui_act (ui, "instrument", "wash");
  ring_ui_act (ui, "colour", "#4f7fc4");
  stroke = draw (ui);
  g_assert_cmphex (stroke->style.colour, ==,
                   0x4f7fc400 | (ring_instrument_get_info (RING_INSTRUMENT_WASH)->colour & 0xff));
  ring_ui_act (ui, "instrument", "gouache");
  g_assert_cmpstr (get_state (ui, "colour"), ==, "#fdfcf8");
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      RingPaletteColour colours[RING_PALETTE_SIZE];
      gboolean has_first = FALSE;

      ring_palette_get ((RingInstrument) i, colours);
      for (guint k = 0; k < RING_PALETTE_SIZE; k++)
        has_first = has_first || colours[k].colour == ring_instrument_get_info ((RingInstrument) i)->colour;
      g_assert_true (has_first);
    }
}

static void
test_widths_agree (RingUi *ui, gconstpointer data)
{
  RingInstrumentBar *bar = ring_ui_find (ui, RING_TYPE_INSTRUMENT_BAR);
  GtkWidget *settings, *grid;
  GtkSpinButton *paper, *metal;

  ring_ui_act (ui, "instrument-settings", NULL);
  settings = ring_ui_find_in (GTK_WIDGET (bar), RING_TYPE_INSTRUMENT_SETTINGS);
  grid = ring_ui_find_in (settings, GTK_TYPE_GRID);
  paper = GTK_SPIN_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), 1, 0));
  metal = GTK_SPIN_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), 1, 1));
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (paper), 0.6, 1e-6);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (metal), 0.15, 1e-6);
  gtk_spin_button_set_value (metal, 0.25);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (paper), 1.0, 1e-6);
  gtk_spin_button_set_value (paper, 0.8);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (metal), 0.2, 1e-6);
  g_assert_cmpfloat_with_epsilon (
    ring_instruments_get_style (get_instruments (ui), RING_INSTRUMENT_PEN)->ink.width, 0.8, 1e-6);
  close_settings (ui);
}

static double
get_area (const RingItem *item)
{
  RingRect bounds = ring_item_get_bounds (item);

  return (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0);
}

static void
scribble (RingTryStrip *strip, double y, double pressure)
{
  RingSample sample = { .x = 20, .y = y, .pressure = pressure, .time = 1000 };

  ring_try_strip_begin (strip, &sample);
  for (guint i = 1; i < 40; i++)
    {
      sample.x += 3;
      sample.time += 5;
      ring_try_strip_continue (strip, &sample);
    }
  /* It lifts, and moves on without pressure. */
  sample.pressure = 0;
  sample.y += 60;
  ring_try_strip_continue (strip, &sample);
  ring_try_strip_end (strip);
}

/* What lies on the strip is drawn again while the curve changes. */
static GtkToggleButton *
cut_button (RingCutGrid *grid, int i)
{
  return GTK_TOGGLE_BUTTON (gtk_grid_get_child_at (GTK_GRID (grid), i % 2, i / 2));
}

/* A gem of another cut is one tap on its picture; a cut that has none there presses none. */
static void
test_cuts (RingUi *ui, gconstpointer data)
{
  RingInstruments *instruments = get_instruments (ui);
  RingCutGrid *grid = ring_ui_find (ui, RING_TYPE_CUT_GRID);
  RingGemChoice choice;

  ring_ui_act (ui, "instrument", "pen");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  ring_ui_act (ui, "instrument", "gem");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (grid)));
  ring_gem_choice_init (&choice);
  ring_instruments_set_gem (instruments, &choice, RING_GEM_LIT);
  g_assert_true (gtk_toggle_button_get_active (cut_button (grid, 0)));
  gtk_toggle_button_set_active (cut_button (grid, 1), TRUE);
  g_assert_cmpint (ring_instruments_get_gem (instruments)->cut, ==, RING_CUT_OVAL);
  g_assert_cmpfloat (ring_instruments_get_gem (instruments)->width, ==, choice.width);
  g_assert_cmpfloat (ring_instruments_get_gem (instruments)->length, >, choice.width);
  g_assert_false (gtk_toggle_button_get_active (cut_button (grid, 0)));
  ring_gem_choice_set_cut (&choice, RING_CUT_ROSE);
  ring_instruments_set_gem (instruments, &choice, RING_GEM_LIT);
  for (int i = 0; i < 8; i++)
    g_assert_false (gtk_toggle_button_get_active (cut_button (grid, i)));
}

static void
test_try_out (RingUi *ui, gconstpointer data)
{
  RingInstrumentBar *bar = ring_ui_find (ui, RING_TYPE_INSTRUMENT_BAR);
  RingInstruments *instruments = get_instruments (ui);
  RingStrokeStyle style = *ring_instruments_get_style (instruments, RING_INSTRUMENT_PEN);
  double before, after;
  RingTryStrip *strip;

  ring_ui_act (ui, "instrument-settings", NULL);
  strip = ring_ui_find_in (GTK_WIDGET (bar), RING_TYPE_TRY_STRIP);
  scribble (strip, 20, 0.4);
  scribble (strip, 60, 0.4);
  g_assert_cmpuint (ring_try_strip_get_n_strokes (strip), ==, 2);
  before = get_area (ring_try_strip_get_stroke (strip, 0));
  g_assert_cmpfloat (before, >, 0);
  style.ink.curve = (RingPressureCurve){ 0.05, 0.9, 0.3, 1 };
  ring_instruments_set_style (instruments, &style);
  after = get_area (ring_try_strip_get_stroke (strip, 0));
  g_assert_cmpfloat (after, >, 1.3 * before);
  g_assert_true (is_enabled (ui, "reset-curve"));
  ring_ui_act (ui, "reset-curve", NULL);
  g_assert_cmpfloat (get_area (ring_try_strip_get_stroke (strip, 0)), ==, before);

  for (guint i = 0; i < 40; i++)
    scribble (strip, 20 + i, 0.4);
  g_assert_cmpuint (ring_try_strip_get_n_strokes (strip), <=, 24);
  ring_try_strip_clear (strip);
  g_assert_cmpuint (ring_try_strip_get_n_strokes (strip), ==, 0);
  /* The design knows nothing of it. */
  g_assert_false (ring_design_get_can_undo (ring_window_get_design (ui->window)));
  close_settings (ui);
}

/* A style that changes under the pen is for the next stroke. */
static void
test_change_in_stroke (RingUi *ui, gconstpointer data)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingSample sample = { .x = origin.x, .y = origin.y, .pressure = 0.5 };
  RingLayer *layer;

  ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_PEN);
  sample.x += 10;
  ring_canvas_feed_sample (canvas, RING_CANVAS_MOVE, &sample, RING_CANVAS_PEN);
  ring_ui_act (ui, "colour", "#b3261e");
  g_assert_false (ring_canvas_is_drawing (canvas));
  view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  layer = ring_view_get_layer_by_role (view, RING_ROLE_INK);
  g_assert_cmpuint (ring_layer_get_n_items (layer), ==, 1);
  g_assert_cmphex (ring_item_get_stroke (ring_layer_get_item (layer, 0))->style.colour, ==, 0x2b2b30ff);
  g_assert_cmphex (draw (ui)->style.colour, ==, 0xb3261eff);
}

static guint
count_strokes (RingUi *ui)
{
  return (guint) ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_STROKE);
}

/* Down across the line that draw() has drawn, near its middle. */
static void
rub (RingUi *ui, RingCanvasDevice device)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingSample sample = { .x = origin.x + 5, .y = origin.y - 4, .pressure = 0.5 };

  ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, device);
  for (guint i = 1; i < 16; i++)
    {
      sample.y += 0.5;
      sample.time += 5;
      ring_canvas_feed_sample (canvas, RING_CANVAS_MOVE, &sample, device);
    }
  g_assert_true (ring_canvas_feed_sample (canvas, RING_CANVAS_UP, &sample, device));
}

/* The eraser that was used last is also what the pen's other end is. */
static void
test_erasers (RingUi *ui, gconstpointer data)
{
  RingInstruments *instruments = get_instruments (ui);

  ring_ui_act (ui, "zoom-one", NULL);
  draw (ui);
  rub (ui, RING_CANVAS_ERASER);
  g_assert_cmpuint (count_strokes (ui), ==, 0);
  ring_ui_act (ui, "undo", NULL);

  ring_ui_act (ui, "instrument", "cutting-eraser");
  g_assert_cmpstr (get_state (ui, "instrument"), ==, "cutting-eraser");
  while (is_enabled (ui, "width-less"))
    ring_ui_act (ui, "width-less", NULL);
  g_assert_cmpfloat (ring_instruments_get_reach (instruments), ==, 2);
  rub (ui, RING_CANVAS_MOUSE);
  g_assert_cmpuint (count_strokes (ui), ==, 2);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (count_strokes (ui), ==, 1);
  ring_ui_act (ui, "instrument", "pen");
  rub (ui, RING_CANVAS_ERASER);
  g_assert_cmpuint (count_strokes (ui), ==, 2);
  ring_ui_act (ui, "undo", NULL);

  ring_ui_act (ui, "instrument", "eraser");
  while (is_enabled (ui, "width-more"))
    ring_ui_act (ui, "width-more", NULL);
  g_assert_cmpfloat (ring_instruments_get_reach (instruments), ==, 34);
  rub (ui, RING_CANVAS_MOUSE);
  g_assert_cmpuint (count_strokes (ui), ==, 0);
}

static gboolean
is_remembered (gpointer data)
{
  g_autoptr (GVariant) saved = ring_settings_get_instruments ();
  const char *name = NULL;

  return g_variant_lookup (saved, "instrument", "&s", &name) && g_str_equal (name, data);
}

static void
test_remember (RingUi *ui, gconstpointer data)
{
  RingInstruments *instruments = get_instruments (ui);
  RingStrokeStyle style = *ring_instruments_get_style (instruments, RING_INSTRUMENT_MARKER);
  RingStrokeStyle again;
  RingUi next = { .application = ui->application };

  ring_ui_act (ui, "instrument", "marker");
  style.ink.width = 7.25;
  style.ink.curve = (RingPressureCurve){ 0.1, 0.2, 0.3, 0.4 };
  style.ink.smoothing = RING_SMOOTHING_EXACT;
  style.colour = 0x12345600;
  ring_instruments_set_style (instruments, &style);
  ring_instruments_set_own_colour (instruments, RING_INSTRUMENT_MARKER, 0x654321ff);
  /* One does not begin with the eraser next time, but it is the same one. */
  ring_ui_act (ui, "instrument", "cutting-eraser");
  ring_ui_act (ui, "width-more", NULL);
  g_assert_true (ring_test_wait (is_remembered, (gpointer) "marker", RING_UI_DEADLINE));

  next.window = ring_window_new (GTK_APPLICATION (ui->application));
  gtk_window_present (GTK_WINDOW (next.window));
  instruments = get_instruments (&next);
  g_assert_cmpstr (get_state (&next, "instrument"), ==, "marker");
  g_assert_cmpstr (get_state (&next, "colour"), ==, "#123456");
  g_assert_cmpstr (get_state (&next, "smoothing"), ==, "exact");
  g_assert_true (ring_instruments_get_cutting (instruments));
  g_assert_cmpfloat (ring_instruments_get_reach (instruments), ==, 9);
  again = *ring_instruments_get_style (instruments, RING_INSTRUMENT_MARKER);
  g_assert_cmpfloat (again.ink.width, ==, 7.25);
  g_assert_true (ring_pressure_curve_equal (&again.ink.curve, &style.ink.curve));
  g_assert_cmphex (ring_instruments_get_own_colour (instruments, RING_INSTRUMENT_MARKER) >> 8, ==, 0x654321);
}

/* Settings of another version, or of nobody. */
static void
test_strange_settings (RingUi *ui, gconstpointer data)
{
  g_autoptr (RingInstruments) instruments = ring_instruments_new ();
  g_autoptr (GVariant) saved = NULL;
  const RingStrokeStyle *style;

  saved = g_variant_ref_sink (g_variant_new_parsed (
    "{'instrument': <'laser'>, 'harpoon': <@a{sv} {}>, 'brush': <'none'>,"
    " 'pen': <{'width': <@d -3.0>, 'curve': <(7.0, -1.0, 0.5, 0.25)>, 'smoothing': <'wild'>,"
    "          'colour': <'#12345g'>, 'own-colour': <42>}>,"
    " 'wash': <{'width': <@d 1e300>, 'colour': <'#010203'>}>}"));
  ring_instruments_load (instruments, saved);
  g_assert_cmpstr (ring_instruments_get_choice (instruments), ==, "pen");
  style = ring_instruments_get_style (instruments, RING_INSTRUMENT_PEN);
  g_assert_cmpfloat (style->ink.width, ==, 0.1);
  g_assert_cmpfloat (style->ink.curve.x1, ==, 1);
  g_assert_cmpfloat (style->ink.curve.y1, ==, 0);
  g_assert_cmpint (style->ink.smoothing, ==, RING_SMOOTHING_LIGHT);
  g_assert_cmphex (style->colour, ==, 0x2b2b30ff);
  style = ring_instruments_get_style (instruments, RING_INSTRUMENT_WASH);
  g_assert_cmpfloat (style->ink.width, ==, 30);
  g_assert_cmphex (style->colour >> 8, ==, 0x010203);
}

/* The same gem with another size, by the very pointer that the getter gives. */
static void
test_pick_again (RingUi *ui, gconstpointer data)
{
  g_autoptr (RingInstruments) instruments = ring_instruments_new ();
  RingGemChoice choice = { RING_CUT_OVAL, ring_species_get (0), 8, 6 };

  ring_instruments_pick_gem (instruments, "gaaaa2222bbbb", &choice, RING_GEM_LIT);
  choice.width = 5.5;
  ring_instruments_pick_gem (instruments, ring_instruments_get_picked_gem (instruments), &choice,
                             RING_GEM_LIT);
  g_assert_cmpstr (ring_instruments_get_picked_gem (instruments), ==, "gaaaa2222bbbb");
  g_assert_cmpfloat (ring_instruments_get_gem (instruments)->width, ==, 5.5);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/instruments/" name, RingUi, NULL, set_up, func, ring_ui_tear_down)
  ADD ("choose", test_choose);
  ADD ("settings", test_settings);
  ADD ("symmetry", test_symmetry);
  ADD ("palettes", test_palettes);
  ADD ("fill", test_fill);
  ADD ("limits", test_limits);
  ADD ("translucent", test_translucent);
  ADD ("widths-agree", test_widths_agree);
  ADD ("cuts", test_cuts);
  ADD ("try-out", test_try_out);
  ADD ("change-in-stroke", test_change_in_stroke);
  ADD ("erasers", test_erasers);
  ADD ("remember", test_remember);
  ADD ("strange-settings", test_strange_settings);
  ADD ("pick-again", test_pick_again);
#undef ADD
  return ring_test_run ();
}
