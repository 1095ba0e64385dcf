/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pins that go where the gem of their stone goes: part of every step of a design. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* Pins go with the gem of their stone that is nearest to them in their view, as far as EDIT moves it since
 * BEFORE and does not move the pin itself. */
void ring_pins_follow (RingEdit *edit, const RingDrawing *before);

G_END_DECLS
