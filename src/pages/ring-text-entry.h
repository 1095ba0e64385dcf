/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words written in their place on the drawing: a small sheet of paper over the canvas with an input
 * method behind it. Enter finishes, Shift+Enter begins a line, Escape gives up; a click elsewhere
 * finishes too. Main thread.
 *
 * Signal: "done" (const char *text): what was written, NULL when given up. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_TYPE_TEXT_ENTRY (ring_text_entry_get_type ())
G_DECLARE_FINAL_TYPE (RingTextEntry, ring_text_entry, RING, TEXT_ENTRY, GtkPopover)

GtkWidget *ring_text_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Opens over the parent at X, Y (its pixels), where the base line begins, in letters PIXELS high. */
void       ring_text_entry_open (RingTextEntry *entry, double x, double y, double pixels, const char *text);

G_END_DECLS
