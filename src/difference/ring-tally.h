/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is in a design, counted once for measures and flags. Pure. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_strokes;
  guint n_shapes;       /* constructed lines */
  guint n_artwork;      /* painted paths without a model */
  guint n_foreign;      /* visible markup of other programs; not measured */
  guint n_presets;
  guint n_traced;       /* presets on an underlay: drawn over, and no part of the ring */
  guint n_stones;       /* named stones: a record with more than an id */
  guint n_sourced;      /* of them with a documented source or a class that names one */
  guint n_undocumented; /* of them recorded as "mined", source not documented */
  guint n_client, n_jeweler; /* entries of the conversation */
  guint n_entries;
  guint n_revisions, n_sign_offs, n_custody;
  guint n_dimensions;   /* sizes of the ring, its stones, settings and layouts that no menu gave */
  gboolean drawing_timed;
  double drawing_seconds;
  gsize bits;
} RingTally;

/* CATALOGUE and CHOICE may be NULL: they tell which sizes of the ring came from a menu. */
void     ring_tally_init (RingTally *tally, const RingDrawing *drawing, const RingCatalogue *catalogue, const RingChoice *choice);
/* The counts alone, without the time and the bits, which cost more than all the rest. */
void     ring_tally_init_counts (RingTally *tally, const RingDrawing *drawing);
/* Whether anything in the design was not on a menu: a drawing, or a named stone. */
gboolean ring_tally_is_own (const RingTally *tally);

G_END_DECLS
