/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks, over the drawing, how long something is in truth. Enter answers, Escape and a click
 * elsewhere give up. Main thread.
 *
 * Signal: "done" (double mm): the answer, 0 when given up. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_TYPE_LENGTH_ENTRY (ring_length_entry_get_type ())
G_DECLARE_FINAL_TYPE (RingLengthEntry, ring_length_entry, RING, LENGTH_ENTRY, GtkPopover)

GtkWidget *ring_length_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Opens beside PLACE, in pixels of the parent, which stays in view, with MM to be written over. */
void       ring_length_entry_open (RingLengthEntry *entry, const GdkRectangle *place, double mm);

G_END_DECLS
