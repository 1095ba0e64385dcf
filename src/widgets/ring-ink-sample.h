/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line as an instrument draws it, in its true size, from light to firm and back. Only a
 * picture: what it shows is told beside it in words. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-item.h"

G_BEGIN_DECLS

#define RING_TYPE_INK_SAMPLE (ring_ink_sample_get_type ())
G_DECLARE_FINAL_TYPE (RingInkSample, ring_ink_sample, RING, INK_SAMPLE, GtkWidget)

/* Lengths in mm of paper; PIXELS_PER_MM of the screen. */
void ring_ink_sample_set_style (RingInkSample *sample, const RingStrokeStyle *style, double pixels_per_mm);

G_END_DECLS
