/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's sheet on the whole screen, to be signed: with a pen, a finger or the mouse on its lines,
 * or with a name that is typed; turned round for who sits opposite. Signing is one step of the design
 * (ring-sign-off.h). Its title tells no name. Escape leaves it and signs nothing. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_SIGN_WINDOW (ring_sign_window_get_type ())
G_DECLARE_FINAL_TYPE (RingSignWindow, ring_sign_window, RING, SIGN_WINDOW, GtkWindow)

/* Signal "signed" when DESIGN was; the window is closed then. Goes with PARENT, on whose screen it is. */
GtkWindow *ring_sign_window_new (GtkWindow *parent, RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
