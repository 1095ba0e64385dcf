/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hand that writes on a small area beside the drawing, with a pen, a finger or the mouse; the canvas, where
 * hands do more than that, takes from here how their events are read. Samples are in pixels of the widget; a
 * mouse or a finger presses with RING_HAND_PRESSURE. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-sample.h"

G_BEGIN_DECLS

#define RING_HAND_PRESSURE 0.5

/* A stroke; END comes also where the hand is taken away. Times are the event's. */
typedef struct
{
  void (*begin) (GtkWidget *widget, const RingSample *sample);
  void (*go_on) (GtkWidget *widget, const RingSample *sample); /* all that came since the last frame */
  void (*end) (GtkWidget *widget);
} RingHandFuncs;

/* FUNCS must stay. One hand writes at a time. */
void ring_hand_attach (GtkWidget *widget, const RingHandFuncs *funcs);
/* Whether the stroke is one of a pen's eraser end; to be asked while it lasts. */
gboolean ring_hand_erases (GtkWidget *widget);

/* SAMPLE as the next one of a stroke after LAST, NULL for its first: its time is from TIME0 on and never goes
 * back, which devices' clocks may, and its pressure is 0 to 1. */
void ring_hand_clean (RingSample *sample, const RingSample *last, guint32 time0);

/* The axes of a pen: those of the event that STYLUS is at, or of an entry of its backlog. What it has not stays. */
void      ring_hand_read_axes (GtkGestureStylus *stylus, const GdkTimeCoord *entry, RingSample *sample);
/* Where an entry of an event's history lies in WIDGET. */
RingPoint ring_hand_history_point (GtkWidget *widget, const GdkTimeCoord *entry);
/* EVENT may be NULL; never 0. */
guint32   ring_hand_event_time (GdkEvent *event);
gboolean  ring_hand_is_same_moment (const RingSample *a, const RingSample *b);

G_END_DECLS
