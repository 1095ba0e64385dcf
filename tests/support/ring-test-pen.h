/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strokes for the tests of ink: real hands, and a generator of everything that a pen, a driver or
 * a file could deliver. The same seed gives the same strokes. */
#pragma once

#include "ring-random.h"
#include "ring-sample.h"

G_BEGIN_DECLS

typedef enum
{
  RING_TEST_WRITING,  /* smooth, dense, pressure that swells */
  RING_TEST_SCRIBBLE, /* bends tighter than the pen, corners */
  RING_TEST_HATCHING, /* to and fro, with turns on the spot */
  RING_TEST_RING,     /* circles and ellipses, more than once round */
  RING_TEST_SPIRAL,   /* from wide to tighter than the pen */
  RING_TEST_CORNERS,  /* sparse straight lines */
  RING_TEST_JITTER,   /* a pen that trembles in one place, or creeps */
  RING_TEST_REPEATED, /* places again and again, there and back */
  RING_TEST_PRESSURE, /* radii that change faster than the pen moves */
  RING_TEST_TINY,     /* micrometres */
  RING_TEST_HUGE,     /* the whole range of the file */
  RING_TEST_N_KINDS,
} RingTestStrokeKind;

/* Fills SAMPLES with N, 1 or more, of them. */
void       ring_test_make_stroke (RingRandom *random, RingTestStrokeKind kind, RingSample *samples, gsize n);
const char *ring_test_stroke_kind_name (RingTestStrokeKind kind);
/* The recorded strokes of tests/data/strokes/hands.txt, as RingSamples. */
GPtrArray *ring_test_read_hands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
