/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A gem in words, as jewelers say it: "oval sapphire 8x6", "round 1 ct", "6.5". Pure. */
#pragma once

#include "ring-carat.h"

G_BEGIN_DECLS

typedef struct
{
  RingCut            cut;
  const RingSpecies *species;
  double             length, width; /* mm */
} RingGemChoice;

/* A round diamond of 6.5 mm. */
void     ring_gem_choice_init (RingGemChoice *choice);
/* Another cut keeps the width, and has its own usual length, to 0.01 mm. */
void     ring_gem_choice_set_cut (RingGemChoice *choice, RingCut cut);
/* Names of cuts and stones, translated or as ids, whole or as far as they are clear; length, and
 * width after an x; or carats. What TEXT does not say stays as it is in *CHOICE, but for the size
 * of another cut: that keeps the width and takes its own usual length. FALSE with RING_ERROR_INVALID, and
 * *CHOICE untouched, for what is no gem; the message says what would be. */
gboolean ring_gem_choice_parse (RingGemChoice *choice, const char *text, GError **error);
/* "Oval sapphire 8 × 6 mm", which parse() reads again. */
char    *ring_gem_choice_format (const RingGemChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* What one may want to write: every cut, and those that come in calibrated sizes with them. */
char   **ring_gem_choice_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
