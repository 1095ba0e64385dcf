/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Digits to be tapped, for a code; those of a keyboard do, too. What was tapped is never shown. Main thread.
 *
 * Signals: "entered" (const char *code); "given-up". */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RING_TYPE_FLOOR_KEYPAD (ring_floor_keypad_get_type ())
G_DECLARE_FINAL_TYPE (RingFloorKeypad, ring_floor_keypad, RING, FLOOR_KEYPAD, AdwBin)

GtkWidget *ring_floor_keypad_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Begins anew; MESSAGE says what is wanted. */
void       ring_floor_keypad_begin (RingFloorKeypad *self, const char *message);

G_END_DECLS
