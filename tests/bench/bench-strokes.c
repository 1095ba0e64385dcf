/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-strokes.h"

#include "ring-tool.h"

#include <math.h>

/* How far the outline may lie from the ideal sweep on paper: what the pen tool takes at a zoom
 * that shows the whole page. */
#define FIT_MM 0.01

#define MARGIN_MM 8.0
#define STEPS 480 /* of the way, to place samples on it by speed */

/* Steps of the tablet: 5080 lines an inch on a page shown at two and a half times its size; one
 * sample each 8 ms of a millisecond clock. */
#define TABLET_STEP_MM 0.002
#define SAMPLE_MS 8
#define LATE_SHARE 0.03

/* Tremor of a hand that rests on the paper, 8 to 12 a second. */
#define TREMOR_MM 0.005

/* The moment at which the first stroke begins, and how long a stroke with its pause takes. */
#define FIRST_T0 G_GINT64_CONSTANT (1795342500000)
#define STROKE_MS 700

typedef enum
{
  CURVE, /* a contour: one or two slow bends */
  HATCH, /* shading: short, fast, nearly straight, lifted in flight */
  HOOK,  /* a curve that turns back in the last tenth of its way */
  LOOP,  /* writing and flourishes: more than a full turn */
} Kind;

/* Shares of an ordinary sheet. Lengths are mm; the mean over all kinds is BENCH_MEAN_LENGTH_MM. */
static const struct
{
  double share, shortest, longest;
} kinds[] = {
  [CURVE] = { 0.40, 15.5, 36.5 },
  [HATCH] = { 0.30, 8.5, 16.5 },
  [HOOK] = { 0.18, 14, 30 },
  [LOOP] = { 0.12, 18, 32 },
};

/* A stroke before it is sampled: how its direction changes along the way, 0 to 1. */
typedef struct
{
  Kind kind;
  double length, angle;
  double turn;         /* radians in all */
  double wave, cycles; /* of the bend that goes to and fro */
  double phase;
  double hook, hook_at; /* radians, and where on the way it begins */
} Shape;

static double
between (RingRandom *random, double low, double high)
{
  return low + (high - low) * ring_random_unit (random);
}

static double
either_way (RingRandom *random, double low, double high)
{
  double v = between (random, low, high);

  return ring_random_unit (random) < 0.5 ? -v : v;
}

static Kind
choose_kind (RingRandom *random)
{
  double at = ring_random_unit (random);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (kinds); i++)
    {
      if (at < kinds[i].share)
        return (Kind) i;
      at -= kinds[i].share;
    }
  return LOOP;
}

static void
shape_init (Shape *shape, RingRandom *random)
{
  *shape = (Shape){ .kind = choose_kind (random), .angle = between (random, 0, 2 * G_PI) };
  shape->length = between (random, kinds[shape->kind].shortest, kinds[shape->kind].longest);
  shape->phase = between (random, 0, 2 * G_PI);
  shape->cycles = between (random, 0.3, 0.9);
  switch (shape->kind)
    {
    case HATCH:
      /* A sheet's hatching mostly runs one way. */
      shape->angle = -G_PI / 4 + between (random, -0.25, 0.25);
      shape->turn = either_way (random, 0.02, 0.35);
      break;
    case HOOK:
      shape->turn = either_way (random, 0.2, 1.2);
      shape->wave = between (random, 0.05, 0.4);
      shape->hook = either_way (random, 1.6, 2.9);
      shape->hook_at = between (random, 0.84, 0.92);
      break;
    case LOOP:
      shape->turn = either_way (random, 4, 8);
      shape->wave = between (random, 0.1, 0.6);
      break;
    case CURVE:
    default:
      shape->turn = either_way (random, 0.1, 1.8);
      shape->wave = between (random, 0.05, 0.5);
      break;
    }
}

/* The direction after the part U of the way. */
static double
direction_at (const Shape *shape, double u)
{
  double angle = shape->angle + shape->turn * u
                 + shape->wave * sin (2 * G_PI * shape->cycles * u + shape->phase);

  if (shape->hook != 0 && u > shape->hook_at)
    {
      double t = MIN (1, (u - shape->hook_at) / 0.05);

      angle += shape->hook * t * t * (3 - 2 * t);
    }
  return angle;
}

/* How long the pen stays at each part of the way: it starts and stops gently, and slows down in
 * bends by the power of a third (the "two-thirds power law" of drawing, Lacquaniti and others,
 * 1983). */
static double
slowness_at (const Shape *shape, double u, double bend)
{
  double t = 2 * u - 1;
  double speed = 0.3 + 0.7 * (1 - t * t * t * t);

  if (shape->kind == HATCH)
    speed = 0.3 + u;
  return cbrt (1 + 4 * fabs (bend)) / speed;
}

/* Points of the way and the time at which the pen is there, 0 to 1. */
static void
draw_way (const Shape *shape, RingPoint *points, double *times)
{
  double step = shape->length / STEPS;

  points[0] = (RingPoint){ 0, 0 };
  times[0] = 0;
  for (guint i = 1; i <= STEPS; i++)
    {
      double before = direction_at (shape, (i - 1) / (double) STEPS);
      double after = direction_at (shape, i / (double) STEPS);
      double angle = (before + after) / 2;

      points[i] = (RingPoint){ points[i - 1].x + step * cos (angle),
                               points[i - 1].y + step * sin (angle) };
      times[i] = times[i - 1]
                 + slowness_at (shape, (i - 0.5) / STEPS, (after - before) / step);
    }
  for (guint i = 1; i <= STEPS; i++)
    times[i] /= times[STEPS];
}

/* Samples at equal times. */
static void
sample_way (const RingPoint *points, const double *times, RingSample *samples)
{
  guint at = 0;

  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      double time = i / (double) (BENCH_STROKE_SAMPLES - 1);
      double part;

      while (at + 1 < STEPS && times[at + 1] < time)
        at++;
      part = CLAMP ((time - times[at]) / (times[at + 1] - times[at]), 0, 1);
      samples[i].x = points[at].x + part * (points[at + 1].x - points[at].x);
      samples[i].y = points[at].y + part * (points[at + 1].y - points[at].y);
    }
}

/* A pen that lands light reaches its weight within 2 to 10 samples, breathes while it goes (steps
 * of 0 to 0.006 a sample in recordings) and is gone within 2 to 5; hatching is let go in flight.
 * Typical weights of recorded drawings lie between 0.29 and 0.55. */
static void
press (const Shape *shape, RingRandom *random, RingSample *samples)
{
  double landing = between (random, 0.02, 0.2);
  double weight = between (random, 0.29, 0.55);
  double ramp = shape->kind == HATCH ? between (random, 1, 3) : between (random, 2, 8);
  double lift = shape->kind == HATCH ? between (random, 10, 25) : between (random, 2, 5);
  double breath = between (random, 0.01, 0.07), cycles = between (random, 0.3, 1.8);
  double phase = between (random, 0, 2 * G_PI);
  double drift = between (random, -0.04, 0.08);

  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      double u = i / (double) (BENCH_STROKE_SAMPLES - 1);
      double left = BENCH_STROKE_SAMPLES - 1 - i;
      double p = weight + drift * u + breath * sin (2 * G_PI * cycles * u + phase);

      p = landing + (p - landing) * (1 - exp (-(double) i / ramp));
      if (left < lift)
        p *= 0.05 + 0.95 * left / lift;
      p += between (random, -0.001, 0.001);
      samples[i].pressure = CLAMP (p, 0.001, 1);
    }
}

/* The hand's tremor, then the steps of the tablet. */
static void
shake (RingRandom *random, RingSample *samples)
{
  double turns = BENCH_STROKE_SAMPLES * SAMPLE_MS / 1000.0 * 2 * G_PI;
  double fx = turns * between (random, 8, 12), fy = turns * between (random, 8, 12);
  double px = between (random, 0, 6), py = between (random, 0, 6);

  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      double u = i / (double) BENCH_STROKE_SAMPLES;

      samples[i].x += TREMOR_MM * sin (fx * u + px);
      samples[i].y += TREMOR_MM * sin (fy * u + py);
    }
}

static RingRect
get_bounds (const RingSample *samples)
{
  RingRect box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      box.x0 = MIN (box.x0, samples[i].x);
      box.y0 = MIN (box.y0, samples[i].y);
      box.x1 = MAX (box.x1, samples[i].x);
      box.y1 = MAX (box.y1, samples[i].y);
    }
  return box;
}

/* Moves all to a place inside AREA where the whole stroke has room. */
static void
place (RingRandom *random, RingRect area, RingSample *samples)
{
  RingRect box = get_bounds (samples);
  double dx = between (random, area.x0 - box.x0, area.x1 - box.x1);
  double dy = between (random, area.y0 - box.y0, area.y1 - box.y1);

  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      samples[i].x = round ((samples[i].x + dx) / TABLET_STEP_MM) * TABLET_STEP_MM;
      samples[i].y = round ((samples[i].y + dy) / TABLET_STEP_MM) * TABLET_STEP_MM;
    }
}

void
bench_stroke_fill (RingRandom *random, RingRect area, RingSample *samples)
{
  RingPoint points[STEPS + 1];
  double times[STEPS + 1];
  Shape shape;
  guint32 time = 0;

  shape_init (&shape, random);
  draw_way (&shape, points, times);
  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    samples[i] = (RingSample){ 0 };
  sample_way (points, times, samples);
  press (&shape, random, samples);
  shake (random, samples);
  place (random, area, samples);
  for (guint i = 0; i < BENCH_STROKE_SAMPLES; i++)
    {
      samples[i].time = time + (ring_random_unit (random) < LATE_SHARE ? 1 : 0);
      time += SAMPLE_MS;
    }
  samples[0].time = 0;
}

RingItem *
bench_stroke_new (RingRandom *random, RingRect area, gint64 t0)
{
  RingSample delivered[BENCH_STROKE_SAMPLES];
  g_autofree char *id = ring_random_id (random, ring_item_kind_letter (RING_ITEM_STROKE));
  g_autoptr (RingSamples) samples = NULL;
  RingStroke stroke = { .fit = FIT_MM };

  bench_stroke_fill (random, area, delivered);
  samples = ring_samples_new (delivered, BENCH_STROKE_SAMPLES, t0);
  ring_stroke_style_init (&stroke.style, RING_INSTRUMENT_PEN, 1);
  stroke.samples = samples;
  return ring_item_new_stroke (id, &stroke);
}

RingDrawing *
bench_drawing_new (gsize n_strokes, guint64 seed)
{
  const RingRect page = { 0, 0, BENCH_PAGE_WIDTH, BENCH_PAGE_HEIGHT };
  const RingRect area
      = { MARGIN_MM, MARGIN_MM, BENCH_PAGE_WIDTH - MARGIN_MM, BENCH_PAGE_HEIGHT - MARGIN_MM };
  RingRandom random;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  g_autofree char *view_id = NULL;
  g_autofree char *layer_id = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (RingLayer) layer = NULL;
  g_autoptr (RingView) view = NULL;
  RingDrawingBuilder *builder;

  ring_random_init_seed (&random, seed);
  uuid = ring_random_uuid (&random);
  view_id = ring_random_id (&random, 'v');
  layer_id = ring_random_id (&random, 'l');
  for (gsize i = 0; i < n_strokes; i++)
    g_ptr_array_add (items, bench_stroke_new (&random, area, FIRST_T0 + STROKE_MS * (gint64) i));
  layer = ring_layer_new (&(RingLayerHead){ layer_id, RING_ROLE_INK, "", TRUE, FALSE, 1 },
                          (RingItem *const *) items->pdata, items->len);
  view = ring_view_new (&(RingViewHead){ view_id, RING_VIEW_PAGE, "", 1, { 0, 0 }, page },
                        (RingLayer *const *) &layer, 1);
  builder = ring_drawing_builder_new (uuid, BENCH_PAGE_WIDTH, BENCH_PAGE_HEIGHT);
  ring_drawing_builder_add_view (builder, view);
  return ring_drawing_builder_end (builder);
}

double
bench_samples_length (const RingSample *samples, gsize n_samples)
{
  double length = 0;

  for (gsize i = 0; i + 1 < n_samples; i++)
    length += hypot (samples[i + 1].x - samples[i].x, samples[i + 1].y - samples[i].y);
  return length;
}
