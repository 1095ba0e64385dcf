/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One window: one workfile, seen as Catalogue, Bench and Difference.
 *
 * Every command is an action of the window ("win."): new, open, save, save-as, print, export,
 * close, undo, redo, carry, order, show-view (s), tool (s), show-panel, zoom-in, zoom-out, zoom-fit,
 * zoom-one; and for other programs, without a dialog: open-path, save-path, export-path,
 * print-to-file, save-order (each with a path). Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-workfile.h"

G_BEGIN_DECLS

#define RING_TYPE_WINDOW (ring_window_get_type ())
G_DECLARE_FINAL_TYPE (RingWindow, ring_window, RING, WINDOW, AdwApplicationWindow)

/* With an empty design. */
RingWindow   *ring_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
/* Shows FILE: in the window that has it already, in this one when nothing was done in it yet, or
 * in a new one. An error is shown here and leaves this window's design as it is. */
void          ring_window_open (RingWindow *self, GFile *file);

RingWorkfile *ring_window_get_workfile (RingWindow *self);
RingDesign   *ring_window_get_design (RingWindow *self);
/* The sentence in the bar above the pages; NULL when none is shown. */
const char   *ring_window_get_message (RingWindow *self);

G_END_DECLS
