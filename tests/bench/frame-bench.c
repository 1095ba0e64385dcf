/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* frame-bench FILE [ROUNDS]
 *
 * What a frame costs while one draws, pans, zooms and turns the paper: on FILE's page, on an empty
 * one, and with bare tiles (the same picture in the same retained tiles, with no program around
 * them). A frame lasts from the frame clock's before-paint to its after-paint. In each round every
 * motion is made on every page in turn, so that what slows the machine slows all. Prints, in
 * milliseconds, the median, the 99th percentile and the longest; then how long the picture takes to
 * be sharp after a zoom with some 2,000 strokes in view, what an undo and a redo cost, and memory.
 *
 * The window's content is 1280 x 800 pixels. To be run under an X server with
 * GSK_RENDERER=cairo. */

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "bare-tiles.h"
#include "bench-file.h"
#include "ring-canvas-private.h"

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 180 /* of a motion in a round */
#define STROKE_FRAMES 45
#define SAMPLES_A_FRAME 4 /* 250 Hz */
#define IN_VIEW 2000.0
#define ZOOM_STEPS 4
#define STEPS 60          /* undone and redone */

typedef enum
{
  DRAW,
  PAN,
  ZOOM,
  TURN,
  N_MOTIONS,
} Motion;

typedef enum
{
  BARE,
  EMPTY,
  FULL,
  N_PAGES,
} Page;

static const char *const motion_names[N_MOTIONS] = { "draw", "pan", "zoom", "turn" };
static const char *const work_names[N_MOTIONS]
  = { "draw, cpu", "pan, cpu", "zoom, cpu", "turn, cpu" };
static const char *const page_names[N_PAGES] = { "bare tiles", "empty page", "full page" };

typedef struct
{
  GtkWidget *window, *stack;
  GtkWidget *bare;
  RingCanvas *canvases[N_PAGES]; /* of EMPTY and FULL */
  RingDesign *designs[N_PAGES];
  RingTool *tools[N_PAGES];
  RingDrawing *drawing;

  GMainLoop *loop;
  Page page;
  Motion motion;
  int frame; /* of the motion; below 0 while waiting for rest */
  gint64 before;
  double cpu_before; /* of this thread, ms */
  guint n_strokes;
  gboolean measuring;
  GArray *costs[N_MOTIONS][N_PAGES]; /* of double, ms */
  GArray *work[N_MOTIONS][N_PAGES];  /* the thread's own time of it, ms */
  GArray *sharp;                     /* of double, ms */
  GArray *undo;                      /* of double, ms */
  gsize tiles_peak;
} Bench;

/* Sleeps until the loop has something to do, for as long as CHECK says no. */
static void
wait_for (Bench *bench, gboolean (*check) (Bench *bench))
{
  while (!check (bench))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_settled (Bench *bench)
{
  RingCanvas *canvas = bench->canvases[bench->page];

  return gtk_widget_get_width (bench->stack) > 0
         && (bench->page == BARE || ring_canvas_is_settled (canvas));
}

/* The motions: where frame F of FRAMES stands. */

/* Back and forth along the page, a third of the window each way. */
static RingPoint
pan_offset (int frame)
{
  double t = 2.0 * G_PI * frame / FRAMES;

  return (RingPoint){ WIDTH / 3.0 * sin (t), HEIGHT / 3.0 * sin (2.0 * t) };
}

/* Out to half and in to twice the size, in steps as of a wheel or a pinch. */
static double
zoom_factor (int frame)
{
  return pow (2.0, sin (2.0 * G_PI * frame / FRAMES));
}

static double
turn_degrees (int frame)
{
  return 60.0 * sin (2.0 * G_PI * frame / FRAMES);
}

/* A lively line over the middle of the window, widget pixels. */
static RingPoint
pen_place (guint stroke, double step)
{
  double t = step / (STROKE_FRAMES * SAMPLES_A_FRAME);
  double row = stroke % 12;

  return (RingPoint){ 300.0 + 600.0 * t + 40.0 * sin (9.0 * t + stroke),
                      150.0 + 40.0 * row + 45.0 * sin (14.0 * t + 0.7 * stroke) };
}

static void
feed (RingCanvas *canvas, RingCanvasPhase phase, guint stroke, int step)
{
  RingPoint at = ring_viewport_to_paper (ring_canvas_get_viewport (canvas), pen_place (stroke, step));
  RingSample sample = { .x = at.x, .y = at.y, .pressure = 0.35 + 0.3 * sin (0.05 * step) };

  sample.time = (guint32) (4 * step);
  ring_canvas_feed_sample (canvas, phase, &sample, RING_CANVAS_PEN);
}

static void
draw_step (Bench *bench)
{
  RingCanvas *canvas = bench->canvases[bench->page];
  guint stroke = bench->n_strokes;
  int frame = bench->frame % STROKE_FRAMES;

  for (int i = 0; i < SAMPLES_A_FRAME; i++)
    feed (canvas, frame == 0 && i == 0 ? RING_CANVAS_DOWN : RING_CANVAS_MOVE, stroke,
          frame * SAMPLES_A_FRAME + i);
  if (frame == STROKE_FRAMES - 1)
    {
      feed (canvas, RING_CANVAS_UP, stroke, STROKE_FRAMES * SAMPLES_A_FRAME);
      bench->n_strokes++;
    }
}

static void
bare_step (Bench *bench)
{
  RingMatrix matrix = RING_MATRIX_IDENTITY;
  double c, s, k;

  switch (bench->motion)
    {
    case DRAW:
      bare_tiles_set_pen (bench->bare, pen_place (0, bench->frame * SAMPLES_A_FRAME % 180));
      return;
    case PAN:
      matrix.x0 = round (pan_offset (bench->frame).x);
      matrix.y0 = round (pan_offset (bench->frame).y);
      break;
    case ZOOM:
    case TURN:
    default:
      k = bench->motion == ZOOM ? zoom_factor (bench->frame) : 1.0;
      c = bench->motion == TURN ? cos (turn_degrees (bench->frame) * G_PI / 180.0) : 1.0;
      s = bench->motion == TURN ? sin (turn_degrees (bench->frame) * G_PI / 180.0) : 0.0;
      matrix = (RingMatrix){ k * c, k * s, -k * s, k * c, 0.0, 0.0 };
      matrix.x0 = WIDTH / 2.0 - matrix.xx * WIDTH / 2.0 - matrix.xy * HEIGHT / 2.0;
      matrix.y0 = HEIGHT / 2.0 - matrix.yx * WIDTH / 2.0 - matrix.yy * HEIGHT / 2.0;
      break;
    }
  bare_tiles_set_matrix (bench->bare, &matrix);
}

static void
canvas_step (Bench *bench)
{
  RingViewport *viewport = ring_canvas_get_viewport (bench->canvases[bench->page]);
  RingPoint middle = { WIDTH / 2.0, HEIGHT / 2.0 };
  RingPoint now = pan_offset (bench->frame), before = pan_offset (bench->frame - 1);

  switch (bench->motion)
    {
    case DRAW:
      draw_step (bench);
      break;
    case PAN:
      ring_viewport_pan (viewport, now.x - before.x, now.y - before.y);
      break;
    case ZOOM:
      ring_viewport_zoom_at (viewport, middle,
                             zoom_factor (bench->frame) / zoom_factor (bench->frame - 1));
      break;
    case TURN:
    default:
      ring_viewport_rotate_at (viewport, middle,
                               turn_degrees (bench->frame) - turn_degrees (bench->frame - 1));
      break;
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  if (bench->page == BARE)
    bare_step (bench);
  else
    canvas_step (bench);
  /* The first frame is dear on every page: the page has only just come up. */
  bench->measuring = bench->frame > 0;
  if (++bench->frame < FRAMES)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (bench->loop);
  return G_SOURCE_REMOVE;
}

static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->before = g_get_monotonic_time ();
  bench->cpu_before = thread_time ();
  bench->measuring = FALSE;
}

static void
after_cb (GdkFrameClock *clock, Bench *bench)
{
  double cost = (g_get_monotonic_time () - bench->before) / 1000.0;
  double work = thread_time () - bench->cpu_before;

  if (bench->measuring)
    {
      g_array_append_val (bench->costs[bench->motion][bench->page], cost);
      g_array_append_val (bench->work[bench->motion][bench->page], work);
    }
  bench->measuring = FALSE;
  for (Page page = EMPTY; page < N_PAGES; page++)
    if (bench->canvases[page] != NULL)
      bench->tiles_peak
        = MAX (bench->tiles_peak, ring_tiles_get_memory (bench->canvases[page]->tiles));
}

static void
look_at (RingCanvas *canvas, double zoom)
{
  RingViewport *viewport = ring_canvas_get_viewport (canvas);

  ring_viewport_set_rotation (viewport, 0.0);
  ring_viewport_set_zoom (viewport, zoom);
  ring_viewport_set_centre (viewport, (RingPoint){ 105.0, 148.5 });
}

static void
show_page (Bench *bench, Page page)
{
  GtkWidget *child = page == BARE ? bench->bare : GTK_WIDGET (bench->canvases[page]);

  bench->page = page;
  gtk_stack_set_visible_child (GTK_STACK (bench->stack), child);
  if (page != BARE)
    look_at (bench->canvases[page], 2.0);
  wait_for (bench, is_settled);
}

static void
run_motion (Bench *bench, Motion motion, Page page)
{
  show_page (bench, page);
  bench->motion = motion;
  bench->frame = 0;
  gtk_widget_add_tick_callback (bench->stack, tick_cb, bench, NULL);
  g_main_loop_run (bench->loop);
  if (page != BARE)
    wait_for (bench, is_settled);
}

/* At which zoom the middle of the page shows about 2,000 strokes. */
static double
find_zoom (const RingDrawing *drawing)
{
  double area = ring_drawing_get_width (drawing) * ring_drawing_get_height (drawing);
  double n = ring_drawing_count_items (drawing, RING_ITEM_STROKE);
  double seen = area * MIN (1.0, IN_VIEW / n);

  return sqrt (WIDTH * HEIGHT / seen) / RING_VIEWPORT_SCALE_100;
}

/* How long after its last step a zoom is sharp. */
static void
run_sharpness (Bench *bench)
{
  RingCanvas *canvas = bench->canvases[FULL];
  RingViewport *viewport = ring_canvas_get_viewport (canvas);
  RingPoint middle = { WIDTH / 2.0, HEIGHT / 2.0 };
  gint64 start;
  double cost;

  show_page (bench, FULL);
  look_at (canvas, find_zoom (bench->drawing) / pow (1.03, ZOOM_STEPS) * (1.0 + 0.004 * bench->sharp->len));
  wait_for (bench, is_settled);
  for (int i = 0; i < ZOOM_STEPS; i++)
    {
      ring_viewport_zoom_at (viewport, middle, 1.03);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  start = g_get_monotonic_time ();
  wait_for (bench, is_settled);
  cost = (g_get_monotonic_time () - start) / 1000.0;
  g_array_append_val (bench->sharp, cost);
}

static void
run_undo (Bench *bench)
{
  RingDesign *design = bench->designs[FULL];

  show_page (bench, FULL);
  for (int i = 0; i < STEPS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gboolean done
        = i < STEPS / 2 ? ring_design_undo (design) : ring_design_redo (design);
      double cost = (g_get_monotonic_time () - start) / 1000.0;

      if (!done)
        continue;
      g_array_append_val (bench->undo, cost);
    }
  wait_for (bench, is_settled);
}

static double
part (GArray *sorted, double q)
{
  return sorted->len == 0 ? NAN : g_array_index (sorted, double, (guint) (q * (sorted->len - 1)));
}

static void
print_costs (const char *name, const char *page, GArray *costs)
{
  g_array_sort (costs, bench_compare);
  g_print ("%-10s %-10s  p50 %7.2f  p99 %7.2f  max %7.2f  (%u)\n", name, page, part (costs, 0.5),
           part (costs, 0.99), part (costs, 1.0), costs->len);
}

static void
print_memory (const Bench *bench)
{
  g_autofree char *status = NULL;
  const char *peak;

  g_print ("tiles at most %.0f MB\n", bench->tiles_peak / 1e6);
  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  peak = strstr (status, "VmHWM:");
  if (peak != NULL)
    g_print ("process at most %.0f MB\n", g_ascii_strtoull (peak + 6, NULL, 10) / 1024.0);
}

/* Every zoom from the least to the most, for the memory of tiles. */
static void
run_zooms (Bench *bench)
{
  show_page (bench, FULL);
  for (double zoom = RING_VIEWPORT_MIN_ZOOM; zoom <= RING_VIEWPORT_MAX_ZOOM * 1.001; zoom *= 1.5849)
    {
      look_at (bench->canvases[FULL], zoom);
      gtk_widget_queue_draw (GTK_WIDGET (bench->canvases[FULL]));
      wait_for (bench, is_settled);
    }
}

static void
add_page (Bench *bench, Page page, RingDesign *design)
{
  RingCanvas *canvas = RING_CANVAS (ring_canvas_new ());

  bench->canvases[page] = canvas;
  bench->designs[page] = design;
  bench->tools[page] = ring_tool_new (RING_TOOL_PEN, design);
  ring_canvas_set_design (canvas, design);
  ring_canvas_set_tool (canvas, bench->tools[page]);
  gtk_stack_add_named (GTK_STACK (bench->stack), GTK_WIDGET (canvas), page_names[page]);
}

static void
open_window (Bench *bench)
{
  GdkFrameClock *clock;

  bench->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), WIDTH, HEIGHT);
  bench->stack = gtk_stack_new ();
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->stack);
  bench->bare = bare_tiles_new (bench->drawing, 2.0 * RING_VIEWPORT_SCALE_100,
                                (RingPoint){ 105.0, 148.5 });
  gtk_stack_add_named (GTK_STACK (bench->stack), bench->bare, page_names[BARE]);
  add_page (bench, EMPTY, ring_design_new ());
  add_page (bench, FULL, ring_design_new_for_drawing (bench->drawing));
  gtk_window_present (GTK_WINDOW (bench->window));
  clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_cb), bench);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint64 rounds = 3;
  Bench bench = { 0 };

  if (argc < 2 || argc > 3
      || (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 100, &rounds, NULL)))
    {
      g_printerr ("Usage: frame-bench FILE [ROUNDS]\n");
      return 2;
    }
  adw_init ();
  bench.drawing = bench_file_load (argv[1], &error);
  if (bench.drawing == NULL)
    {
      g_printerr ("frame-bench: %s\n", error->message);
      return EXIT_FAILURE;
    }
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.sharp = g_array_new (FALSE, FALSE, sizeof (double));
  bench.undo = g_array_new (FALSE, FALSE, sizeof (double));
  for (Motion motion = 0; motion < N_MOTIONS; motion++)
    for (Page page = 0; page < N_PAGES; page++)
      {
        bench.costs[motion][page] = g_array_new (FALSE, FALSE, sizeof (double));
        bench.work[motion][page] = g_array_new (FALSE, FALSE, sizeof (double));
      }
  open_window (&bench);
  for (guint round = 0; round < rounds; round++)
    {
      for (Motion motion = 0; motion < N_MOTIONS; motion++)
        for (Page page = 0; page < N_PAGES; page++)
          run_motion (&bench, motion, page);
      run_sharpness (&bench);
      run_undo (&bench);
    }
  run_zooms (&bench);
  for (Motion motion = 0; motion < N_MOTIONS; motion++)
    for (Page page = 0; page < N_PAGES; page++)
      print_costs (motion_names[motion], page_names[page], bench.costs[motion][page]);
  for (Motion motion = 0; motion < N_MOTIONS; motion++)
    for (Page page = 0; page < N_PAGES; page++)
      print_costs (work_names[motion], page_names[page], bench.work[motion][page]);
  print_costs ("sharp", page_names[FULL], bench.sharp);
  print_costs ("undo, redo", page_names[FULL], bench.undo);
  print_memory (&bench);
  return EXIT_SUCCESS;
}
