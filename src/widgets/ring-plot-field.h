/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One side of a stone's plan, to be marked on with a pen, a finger or the mouse; a pen's other end rubs out. With
 * the keyboard arrows move a cross, with Shift less far, Space marks a point there and Delete rubs out. What is
 * marked is a step of the design. Main thread.
 *
 * Signal: "refused" (const char *message), when a mark was not taken. */
#pragma once

#include <gtk/gtk.h>

#include "ring-design.h"
#include "ring-plot.h"

G_BEGIN_DECLS

#define RING_TYPE_PLOT_FIELD (ring_plot_field_get_type ())
G_DECLARE_FINAL_TYPE (RingPlotField, ring_plot_field, RING, PLOT_FIELD, GtkWidget)

GtkWidget *ring_plot_field_new (RingDesign *design, const char *stone_id, RingPlotSide side) G_GNUC_WARN_UNUSED_RESULT;
void       ring_plot_field_set_when (RingPlotField *self, RingPlotWhen when);
/* What the hand does: marks, or where ERASES is TRUE rubs out marks of both kinds. */
void       ring_plot_field_set_mark (RingPlotField *self, RingPlotMark mark, gboolean erases);

G_END_DECLS
