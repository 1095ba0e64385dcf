/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pen delivered, one moment. The only thing that enters tools.
 *
 * Position is in the millimetres of the view that is drawn in (y down, as in the file), pressure
 * 0 to 1, tilt -1 to 1 as GDK has it, time in milliseconds from the first sample of the stroke. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef struct
{
  double  x, y;
  double  pressure;
  double  tilt_x, tilt_y;
  guint32 time;
} RingSample;

/* The samples of one stroke: immutable, shared, safe from any thread. Made from an array, or
 * from the text of `rw:samples`, which then stays unparsed until somebody asks. */
typedef struct _RingSamples RingSamples;

/* A stroke holds at most this many; a longer one is split by the pen. */
#define RING_SAMPLES_MAX 20000

RingSamples *ring_samples_new (const RingSample *samples, gsize n_samples, gint64 t0) G_GNUC_WARN_UNUSED_RESULT;
RingSamples *ring_samples_new_from_text (const char *text, gint64 t0) G_GNUC_WARN_UNUSED_RESULT;
RingSamples *ring_samples_ref (RingSamples *samples);
void         ring_samples_unref (RingSamples *samples);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingSamples, ring_samples_unref)

/* When the first sample was taken: milliseconds since 1970, UTC. */
gint64            ring_samples_get_t0 (const RingSamples *samples);
/* NULL with an error when the text is broken: what, in which column, at which value. The values
 * are those of the file: quantised to a micrometre and 1/4095 of pressure, whichever way the
 * samples were made, so that a stroke looks the same before and after saving. */
const RingSample *ring_samples_get (RingSamples *samples, gsize *n_samples, GError **error);
/* `x;y;p;t[;tiltx;tilty]` of format point 3, tilt in thousandths (-1000 to 1000), both columns
 * left out when there was none; what was read is given back unchanged. */
const char       *ring_samples_get_text (RingSamples *samples);

G_END_DECLS
