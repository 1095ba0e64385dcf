/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A strip of paper to try an instrument on, in true size. Strokes are drawn by the real tool; when
 * the style changes, those that lie there are drawn again with it.
 *
 * Signals: "strokes-changed"; "pressure" (double), what the pen in hand says, -1 when it lifts.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-item.h"

G_BEGIN_DECLS

#define RING_TYPE_TRY_STRIP (ring_try_strip_get_type ())
G_DECLARE_FINAL_TYPE (RingTryStrip, ring_try_strip, RING, TRY_STRIP, GtkWidget)

GtkWidget      *ring_try_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Lengths in mm of paper; PIXELS_PER_MM of the screen. A stroke in hand keeps the style it began
 * with until it is done. */
void            ring_try_strip_set_style (RingTryStrip *strip, const RingStrokeStyle *style, double pixels_per_mm);
void            ring_try_strip_clear (RingTryStrip *strip);
guint           ring_try_strip_get_n_strokes (RingTryStrip *strip);
/* As they lie there now. */
const RingItem *ring_try_strip_get_stroke (RingTryStrip *strip, guint i);
/* What the gestures call, for tests: SAMPLE in pixels of the strip. */
void            ring_try_strip_begin (RingTryStrip *strip, const RingSample *sample);
void            ring_try_strip_continue (RingTryStrip *strip, const RingSample *sample);
void            ring_try_strip_end (RingTryStrip *strip);

G_END_DECLS
