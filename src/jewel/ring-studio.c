/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-studio.h"

#include <math.h>

double
ring_studio_soft (double value, double from, double to)
{
  double t = CLAMP ((value - from) / (to - from), 0, 1);

  return t * t * (3 - 2 * t);
}

double
ring_studio_light (RingVec seen, double up, double ambient, gboolean dim)
{
  RingVec c = seen;
  double light = ambient + 0.26 * up;

  light += 0.50 * ring_studio_soft (-0.52 * c.x + 0.68 * c.y + 0.52 * c.z, 0.50, 0.62);
  light += 0.30 * ring_studio_soft (0.86 * c.x + 0.25 * c.y + 0.44 * c.z, 0.80, 0.86);
  light += 0.34 * ring_studio_soft (sin (9 * c.x + 1.1) * sin (8 * c.y + 0.6), 0.35, 0.5);
  light -= 0.34 * ring_studio_soft (sin (7 * c.x - 0.4) * sin (9 * c.y + 2.2), 0.30, 0.5);
  light -= 0.45 * ring_studio_soft (c.z, 0.93, 0.96);
  if (up < 0 && dim)
    light *= 0.35 + 0.4 * ring_studio_soft (up, -0.7, 0);
  return CLAMP (light, 0.02, 1.25);
}
