/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A field to sign in, with a pen, a finger or the mouse. It keeps the outline of what was written and
 * nothing of how it was: no pressure, no time and no order of points. Delete empties it. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-path.h"

G_BEGIN_DECLS

#define RING_TYPE_SIGNATURE (ring_signature_get_type ())
G_DECLARE_FINAL_TYPE (RingSignature, ring_signature, RING, SIGNATURE, GtkWidget)

/* SCALE is pixels for a mm of paper, more than 0; NAME what a screen reader says. Signal "changed". */
GtkWidget *ring_signature_new (double scale, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* In mm from the upper left corner; NULL while it is empty. */
RingPath  *ring_signature_get_outline (RingSignature *self) G_GNUC_WARN_UNUSED_RESULT;
void       ring_signature_clear (RingSignature *self);

G_END_DECLS
