/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How pressure becomes width or density: a cubic curve from (0, 0) to (1, 1) with two handles, as
 * in a pen's settings. The curve never falls, so pressing harder never draws less. By value; pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The handles, each between 0 and 1; (X1, Y1) belongs to the light end. */
typedef struct
{
  double x1, y1, x2, y2;
} RingPressureCurve;

#define RING_PRESSURE_LINEAR ((RingPressureCurve){ 0, 0, 1, 1 })

/* Handles outside 0 to 1, or that are no number, are brought to the nearer end; four decimals are
 * kept, as the file keeps them. */
RingPressureCurve ring_pressure_curve_clean (RingPressureCurve curve) G_GNUC_WARN_UNUSED_RESULT;
gboolean          ring_pressure_curve_is_linear (const RingPressureCurve *curve);
gboolean          ring_pressure_curve_equal (const RingPressureCurve *a, const RingPressureCurve *b);
/* PRESSURE outside 0 to 1 counts as the nearer end, and what is no number as 0. */
double            ring_pressure_curve_apply (const RingPressureCurve *curve, double pressure);

G_END_DECLS
