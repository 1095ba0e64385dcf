/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Supplier stones: the lists that were imported, a search through them, and the way of a stone into a
 * design. Reading and searching are done in threads. Main thread.
 *
 * Signal: "attached" (const char *stone_id), when a stone came to the design. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_STONES_WINDOW (ring_stones_window_get_type ())
G_DECLARE_FINAL_TYPE (RingStonesWindow, ring_stones_window, RING, STONES_WINDOW, AdwWindow)

/* DATABASE is the path of the program's own database of lists; it is opened in a thread. */
GtkWindow *ring_stones_window_new (GtkWindow *parent, const char *database) G_GNUC_WARN_UNUSED_RESULT;
/* The design that stones are attached to, and what they are looked for: the card STONE_ID, the gem GEM_ID,
 * both or neither. */
void       ring_stones_window_set_target (RingStonesWindow *self, RingDesign *design, const char *stone_id, const char *gem_id);
/* Asks about the list in FILE and imports it. */
void       ring_stones_window_import (RingStonesWindow *self, GFile *file);

G_END_DECLS
