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
  GArray    *losses;   /* of RingLoss */
  gboolean   asked;    /* a library was; what it said: */
  guint      n_designs;
  char     **twins;
  RingRung   rung;
  char      *wording, *why; /* NULL of an empty design */
};

void ring_difference_add_measures (RingDifference *self);
void ring_difference_add_flags (RingDifference *self);
void ring_difference_add_losses (RingDifference *self);
void ring_difference_find_wording (RingDifference *self);

/* The record of KIND that evidence cites: of stones one without a documented source, else the first. NULL for none. */
const RingRecord *ring_difference_cite (const RingDifference *self, const char *kind);
/* Its id; of RING_CITES_STROKE that of the stroke. */
const char *ring_difference_cite_id (const RingDifference *self, const char *kind);
const char *ring_difference_get_commission (const RingDifference *self, const char *name); /* a field; or NULL */
const char *ring_difference_get_fact (const RingDifference *self, const char *name); /* of the catalogue; or NULL */
/* The names of the twins between commas; NULL where there are none. */
char    *ring_difference_join_twins (const RingDifference *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of the flag with that id. */
const char *ring_flag_label (const char *id); /* translated */
gboolean    ring_flag_is_against (const char *id, RingWord word);

/* Nothing in the file: no choice, no drawing, no stone. */
gboolean ring_difference_is_blank (const RingDifference *self);
/* The ring is its item number and nothing more. */
gboolean ring_difference_is_menu_only (const RingDifference *self);
/* For the eye: one decimal below a hundred, none above; "." in every language, like the files. */
char    *ring_difference_number (double value) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_difference_duration (double seconds) G_GNUC_WARN_UNUSED_RESULT; /* "41 s", "23 min" */

G_END_DECLS
