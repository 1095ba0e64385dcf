/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a difference, for the files of this folder only. */
#pragma once

#include "ring-difference.h"
#include "ring-tally.h"

G_BEGIN_DECLS

struct _RingDifference
{
  const RingDrawing   *drawing;
  const RingCatalogue *catalogue; /* NULL for none */
  RingTally  tally;
  RingWord   word;
  RingChoice choice;
  gboolean   chosen; /* the design's own choice, not the nearest ring */
  double     choosing_seconds; /* 0 when not recorded */
  char      *number;
  char      *chosen_by;
  GArray    *measures; /* of RingMeasure */
  GArray    *flags;    /* of RingFlag */
};

void ring_difference_add_measures (RingDifference *self);
void ring_difference_add_flags (RingDifference *self);

/* The ring is its item number and nothing more. */
gboolean ring_difference_is_menu_only (const RingDifference *self);
/* For the eye: one decimal below a hundred, none above; "." in every language, like the files. */
char    *ring_difference_number (double value) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_difference_duration (double seconds) G_GNUC_WARN_UNUSED_RESULT; /* "41 s", "23 min" */

G_END_DECLS
