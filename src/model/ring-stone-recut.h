/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone is to be cut to, by the fields of its record: recut (the work), recut-cut, and what of it is
 * sound, recut-width and recut-depth (mm). Pure. */
#pragma once

#include "ring-recut.h"
#include "ring-stone.h"

G_BEGIN_DECLS

typedef struct
{
  RingRecutWork work;
  RingRecutSize before;
  double    carat;  /* before */
  gboolean  weighed; /* else estimated from its size */
  RingRecut after;
} RingStoneRecut;

/* FALSE without an error while nothing is planned; with RING_ERROR_INVALID where the card does not say
 * enough, or what no stone has; the message says what to do. */
gboolean ring_stone_recut_init (RingStoneRecut *recut, const RingRecord *stone, GError **error);
/* The plan in words, translated: "6.1 × 6.1 × 3.78 mm, 0.87 ct ± 5 %"; estimates have no zeros at
 * their end. */
char    *ring_stone_recut_format_size (const RingStoneRecut *recut) G_GNUC_WARN_UNUSED_RESULT;
/* "0.23 ct less, 21 %; 10 to 25 % are usual for this". */
char    *ring_stone_recut_format_loss (const RingStoneRecut *recut) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
