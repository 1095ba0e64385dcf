/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pressure.h"

#include <math.h>

/* A place on the curve is good when its pressure is this near to the wanted one. */
#define NEAR 1e-7

static double
clean_handle (double value)
{
  if (!(value > 0))
    return 0;
  return round (MIN (value, 1) * 1e4) / 1e4;
}

RingPressureCurve
ring_pressure_curve_clean (RingPressureCurve curve)
{
  return (RingPressureCurve){ clean_handle (curve.x1), clean_handle (curve.y1),
                              clean_handle (curve.x2), clean_handle (curve.y2) };
}

gboolean
ring_pressure_curve_is_linear (const RingPressureCurve *curve)
{
  return curve->x1 == curve->y1 && curve->x2 == curve->y2;
}

gboolean
ring_pressure_curve_equal (const RingPressureCurve *a, const RingPressureCurve *b)
{
  return a->x1 == b->x1 && a->y1 == b->y1 && a->x2 == b->x2 && a->y2 == b->y2;
}

/* One coordinate of the cubic with ends 0 and 1 and handles A and B. */
static double
cubic (double a, double b, double t)
{
  return ((1 + 3 * a - 3 * b) * t + 3 * b - 6 * a) * t * t + 3 * a * t;
}

static double
cubic_slope (double a, double b, double t)
{
  return (3 * (1 + 3 * a - 3 * b) * t + 2 * (3 * b - 6 * a)) * t + 3 * a;
}

/* Newton's steps from the pressure itself, kept between the places known to lie on either side;
 * a step that would leave them halves the distance. The curve rises in x, so there is one place. */
static double
find_place (const RingPressureCurve *curve, double x)
{
  double low = 0, high = 1, t = x;

  for (guint i = 0; i < 48; i++)
    {
      double off = cubic (curve->x1, curve->x2, t) - x;
      double slope = cubic_slope (curve->x1, curve->x2, t);

      if (fabs (off) < NEAR)
        break;
      if (off > 0)
        high = t;
      else
        low = t;
      t = slope > 1e-6 ? t - off / slope : low;
      if (!(t > low && t < high))
        t = (low + high) / 2;
    }
  return t;
}

double
ring_pressure_curve_apply (const RingPressureCurve *curve, double pressure)
{
  /* Not CLAMP: what is no number must count as no pressure. */
  double p = pressure > 0 ? MIN (pressure, 1) : 0;

  if (p == 0 || p == 1 || ring_pressure_curve_is_linear (curve))
    return p;
  return cubic (curve->y1, curve->y2, find_place (curve, p));
}
