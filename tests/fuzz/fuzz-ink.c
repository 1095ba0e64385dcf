/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ink engine on a walk: eight bytes choose instrument, settings, fit and the length of a step,
 * then each six bytes are a sample. The outline is finite, closed and within the bounds that were
 * told, a pencil's bands are finite and closed; wet ink takes the same samples one by one; an
 * eraser goes through it. */
#include "ring-fuzz.h"
#include "ring-ink-cut.h"
#include "ring-ink-picture.h"

#include <math.h>
#include <string.h>

#define HEAD 8
#define STEP 6
#define MAX_SAMPLES 4000

typedef struct
{
  RingInstrument instrument;
  RingInkStyle style;
  double tolerance, step;
} Walk;

/* From 10^-4 to 10^2. */
static double
magnitude (guint8 byte)
{
  return pow (10, byte / 255.0 * 6 - 4);
}

static Walk
read_head (const guint8 *data)
{
  static const double tolerances[] = { 0.01, 0.0025, 0.0001, 0.05, 0.3, 0, NAN, 10 };
  Walk walk = { .instrument = data[0] % RING_N_INSTRUMENTS };

  walk.style = ring_instrument_get_info (walk.instrument)->ink;
  walk.style.smoothing = data[1] % 3;
  if (data[2] > 0)
    walk.style.width = magnitude (data[2]);
  if (data[3] > 0)
    walk.style.min_ratio = data[3] / 255.0;
  walk.style.curve = ring_pressure_curve_clean ((RingPressureCurve){
      (data[4] & 15) / 15.0, (data[4] >> 4) / 15.0, (data[5] & 15) / 15.0, (data[5] >> 4) / 15.0 });
  walk.tolerance = tolerances[data[6] % G_N_ELEMENTS (tolerances)];
  walk.step = magnitude (data[7]) / 128;
  return walk;
}

/* Each sample goes on from the one before; a driver may also repeat, stand still and jump. */
static gsize
read_samples (const guint8 *data, gsize n, double step, RingSample *samples)
{
  gsize n_samples = MIN (n / STEP, MAX_SAMPLES);
  RingSample at = { 0 };

  for (gsize i = 0; i < n_samples; i++, data += STEP)
    {
      double scale = data[5] >= 250 ? 30 * step : step;

      at.x += scale * (gint8) data[0];
      at.y += scale * (gint8) data[1];
      at.pressure = data[2] / 255.0;
      at.time += data[3] & 31;
      at.tilt_x = (gint8) data[4] / 128.0;
      at.tilt_y = (gint8) data[5] / 128.0;
      samples[i] = at;
    }
  return n_samples;
}

static void
check_path (const RingPath *path, RingRect bounds)
{
  gsize n_points, n_verbs;
  const RingPoint *p = ring_path_get_points (path, &n_points);
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  RingRect own = ring_path_get_bounds (path);

  for (gsize i = 0; i < n_points; i++)
    g_assert_true (isfinite (p[i].x) && isfinite (p[i].y));
  if (n_verbs == 0)
    return;
  g_assert_cmpuint (verbs[0], ==, RING_PATH_MOVE);
  g_assert_cmpuint (verbs[n_verbs - 1], ==, RING_PATH_CLOSE);
  /* A hundred metres away the last digits are coarser than the tolerance. */
  bounds = ring_rect_inset (bounds, -1e-6 * MAX (fabs (own.x1) + fabs (own.y1),
                                                 fabs (own.x0) + fabs (own.y0)));
  if (!(own.x0 >= bounds.x0 && own.y0 >= bounds.y0 && own.x1 <= bounds.x1 && own.y1 <= bounds.y1))
    g_error ("%.9g %.9g %.9g %.9g passes %.9g %.9g %.9g %.9g", own.x0, own.y0, own.x1, own.y1,
             bounds.x0, bounds.y0, bounds.x1, bounds.y1);
}

static void
dry (const Walk *walk, const RingSample *samples, gsize n)
{
  g_autoptr (RingInkPicture) picture = ring_ink_picture_dry (samples, n, walk->instrument,
                                                             &walk->style, walk->tolerance);
  const RingRect everywhere = { -INFINITY, -INFINITY, INFINITY, INFINITY };
  RingRect bounds = ring_ink_get_bounds (samples, n, &walk->style, walk->tolerance);

  check_path (ring_ink_picture_get_outline (picture), bounds);
  for (guint i = 1; i < ring_ink_picture_get_n_paths (picture); i++)
    check_path (ring_ink_picture_get_path (picture, i), everywhere);
}

static void
wet (const Walk *walk, const RingSample *samples, gsize n)
{
  g_autoptr (RingWetInk) ink = ring_wet_ink_new (&walk->style);
  gsize n_smooth;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (RingPath) path = NULL;
      g_autoptr (RingPath) guess = NULL;
      RingRect bounds;

      ring_wet_ink_add (ink, &samples[i]);
      g_assert_cmpuint (ring_wet_ink_get_n_settled (ink), <=, ring_wet_ink_get_n_samples (ink));
      if (i % 8 != 0)
        continue;
      path = ring_wet_ink_get_path (ink, i > 8 ? i - 8 : 0, &bounds);
      check_path (path, bounds);
      guess = ring_wet_ink_predict (ink, 16, 0.1, &bounds);
    }
  ring_wet_ink_finish (ink, &n_smooth);
  g_assert_cmpuint (n_smooth, >=, MIN (n, 1));
}

static void
erase (const Walk *walk, const RingSample *samples, gsize n)
{
  g_autoptr (RingInkCut) cut = ring_ink_cut_new (samples, n, &walk->style, walk->tolerance);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) pieces = NULL;
  RingPoint a = { samples[n / 3].x, samples[n / 3].y }, b = { samples[n / 2].x, samples[n / 2].y };

  ring_ink_cut_erase (cut, a, b, walk->style.width, taken);
  ring_ink_cut_erase (cut, b, a, walk->style.width, taken);
  pieces = ring_ink_cut_get_pieces (cut);
  for (guint i = 0; i < pieces->len; i++)
    {
      const GArray *piece = g_ptr_array_index (pieces, i);

      g_assert_cmpuint (piece->len, >=, 1);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  g_autofree RingSample *samples = g_new (RingSample, MAX_SAMPLES);
  gsize n_samples;
  Walk walk;

  if (n < HEAD + STEP)
    return 0;
  walk = read_head (data);
  n_samples = read_samples (data + HEAD, n - HEAD, walk.step, samples);
  dry (&walk, samples, n_samples);
  wet (&walk, samples, n_samples);
  erase (&walk, samples, n_samples);
  return 0;
}
