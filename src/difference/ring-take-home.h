/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a visitor takes along: the ring in words, its number, how many like it there are, what was drawn over it, and the
 * shop's line. Plain text, short enough for a square of dots that any telephone reads without a network. Any thread. */
#pragma once

#include "ring-difference.h"

G_BEGIN_DECLS

/* In bytes: more makes dots that are too small on a screen. */
#define RING_TAKE_HOME_MOST 420

/* Of the ring that CHOICE is, and of DRAWING, which may be NULL, over it. LINE may be NULL. Translated. */
char *ring_take_home_text (const RingCatalogue *catalogue, const RingChoice *choice, const RingDrawing *drawing, const char *line) G_GNUC_WARN_UNUSED_RESULT;
/* "About 1,240 a year", "about one in 5 years"; NULL where the catalogue declares no orders. */
char *ring_take_home_copies (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
