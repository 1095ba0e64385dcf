/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pressure curve with its two handles, to be dragged with pen, mouse or finger, or moved by the
 * arrow keys (with Shift in small steps). Each handle is a widget of its own with a name and a
 * value for assistive technology.
 *
 * Signal "changed": a hand has moved a handle; not when the program did. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-pressure.h"

G_BEGIN_DECLS

#define RING_TYPE_PRESSURE_EDITOR (ring_pressure_editor_get_type ())
G_DECLARE_FINAL_TYPE (RingPressureEditor, ring_pressure_editor, RING, PRESSURE_EDITOR, GtkWidget)

GtkWidget        *ring_pressure_editor_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              ring_pressure_editor_set_curve (RingPressureEditor *editor, const RingPressureCurve *curve);
RingPressureCurve ring_pressure_editor_get_curve (RingPressureEditor *editor);
/* Shows where on the curve the pen is; less than 0 for nowhere. */
void              ring_pressure_editor_set_pressure (RingPressureEditor *editor, double pressure);

G_END_DECLS
