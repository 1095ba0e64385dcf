/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stroke's attributes mean when they are absent: most strokes are drawn by the pen as it
 * comes, and say nothing but their width. These figures are the file's and never change, whatever
 * the program's own pen will begin with one day. */
#pragma once

#include "ring-item.h"

G_BEGIN_DECLS

#define RING_USUAL_INSTRUMENT RING_INSTRUMENT_PEN
#define RING_USUAL_SMOOTHING RING_SMOOTHING_LIGHT
#define RING_USUAL_FIT 0.01

static inline double
ring_usual_min_ratio (RingInstrument instrument)
{
  return instrument == RING_INSTRUMENT_PEN ? 0.1667 : 1;
}

static inline RingPressureCurve
ring_usual_curve (RingInstrument instrument)
{
  return instrument == RING_INSTRUMENT_PEN ? (RingPressureCurve){ 0.4, 0.18, 0.7, 0.58 }
                                           : RING_PRESSURE_LINEAR;
}

G_END_DECLS
