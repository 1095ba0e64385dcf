/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From samples to ink: smoothing, then the outline of a pen of changing width as one closed path
 * of cubic curves with round caps and corners, to be filled once by the non-zero rule.
 *
 * Pure and repeatable: the same samples and style give the same bytes on every machine. All
 * lengths are millimetres of the view. */
#pragma once

#include "ring-path.h"
#include "ring-pressure.h"
#include "ring-sample.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SMOOTHING_EXACT,  /* what the pen said */
  RING_SMOOTHING_LIGHT,  /* One Euro filter on position and pressure */
  RING_SMOOTHING_STEADY, /* spring model; what was shown never moves */
} RingSmoothing;

typedef struct
{
  double            width;     /* at full pressure, mm, more than 0 */
  double            min_ratio; /* width at no pressure, as a part of WIDTH, 0 to 1 */
  RingPressureCurve curve;     /* width = width (min + (1 - min) curve (pressure)) */
  RingSmoothing     smoothing;
  double            tilt;      /* a pen that lies flat draws 1 + TILT times as broad; 0 for most */
} RingInkStyle;

/* TOLERANCE is how far the outline may lie from the ideal sweep, mm (0.01 on paper). One sample,
 * or many in one place, give a dot. Never NULL; empty only for no samples. */
RingPath *ring_ink_outline (const RingSample   *samples,
                            gsize               n_samples,
                            const RingInkStyle *style,
                            double              tolerance) G_GNUC_WARN_UNUSED_RESULT;

/* The wet stroke: samples are added as they come, and the outline of what has been drawn since a
 * sample index can be had at any time for the screen. finish() gives the smoothed samples of
 * the whole stroke, the same whichever way they were added. */
typedef struct _RingWetInk RingWetInk;

RingWetInk *ring_wet_ink_new (const RingInkStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void        ring_wet_ink_free (RingWetInk *ink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingWetInk, ring_wet_ink_free)

void ring_wet_ink_add (RingWetInk *ink, const RingSample *sample);
/* Discs and their hulls for the pieces that end at samples from FIRST on, as one path for filling;
 * *BOUNDS is its extent. */
RingPath *ring_wet_ink_get_path (const RingWetInk *ink, gsize first, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
/* The same for what no later sample can change: the pieces up to the first N_SETTLED samples. The
 * last piece bends as the next sample will lie, unless the spring told its direction. */
RingPath *ring_wet_ink_get_settled_path (const RingWetInk *ink, gsize first, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
gsize     ring_wet_ink_get_n_settled (const RingWetInk *ink);
/* The ink from the last sample to where the pen is guessed to be MS milliseconds later, one frame
 * at most, for a screen whose pixels measure PIXEL mm; NULL when there is nothing worth showing.
 * It is shown and forgotten: nothing that is stored depends on it. */
RingPath *ring_wet_ink_predict (const RingWetInk *ink, double ms, double pixel, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
gsize     ring_wet_ink_get_n_samples (const RingWetInk *ink);
const RingSample *ring_wet_ink_finish (RingWetInk *ink, gsize *n_samples);

double ring_ink_style_width (const RingInkStyle *style, double pressure);
/* How far the pen lies on its side, 0 to 1: as one holds a pen to write it is 0. */
double ring_ink_tilt (const RingSample *sample);

G_END_DECLS
