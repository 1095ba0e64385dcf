/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones and the pins that carry them: edits that keep the record and the pins' labels in step.
 * A label is what ring_provenance_label() lets be printed. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

/* Adds a pin at AT (mm of the view) for STONE, or for a new stone when it is NULL. Returns the
 * stone's id. */
char *ring_stone_note_pin (RingEdit *edit, RingDesign *design, const char *layer_id, RingPoint at, double view_scale, const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the stone's record, the labels of all its pins, and its gems as far as they were as the card had
 * them. */
void ring_stone_note_set (RingEdit *edit, const RingRecord *stone);

/* Removes the stone's record, its pins, its photos, its custody log and that it was taken in; its gems stay, without a card. */
void ring_stone_note_remove (RingEdit *edit, const char *stone_id);

G_END_DECLS
