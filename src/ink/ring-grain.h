/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grain of drawing paper, which a pencil shows: blots on a square tile that joins itself on
 * all sides. Light bands of a stroke colour the peaks of the paper (OPEN), dense ones reach into
 * the valleys (CLOSE). Pure geometry, the same on every machine; mm of paper. Any thread. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

#define RING_GRAIN_TILE 3.0 /* mm of paper, the side of the tile */

typedef enum
{
  RING_GRAIN_OPEN,
  RING_GRAIN_CLOSE,
  RING_N_GRAINS
} RingGrainKind;

/* A grain in one colour; SIZE is how many mm of the drawing a mm of its tile is. */
typedef struct
{
  RingGrainKind kind;
  guint32       colour; /* 0xRRGGBBAA */
  double        size;   /* more than 0, at most 1e3; four decimals count */
} RingGrain;

RingPath     *ring_grain_get_path (RingGrainKind kind); /* owned by the module */
/* Of the Ith path of a pencil's picture. */
RingGrainKind ring_grain_of_band (guint i);

/* The id of the grain's pattern in a file tells all of it: "grain-1-3a3a3eff-0.25". */
char         *ring_grain_make_id (const RingGrain *grain) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ring_grain_parse_id (const char *id, gsize length, RingGrain *grain);
/* Appends the <pattern> element of SVG. */
void          ring_grain_append_pattern (const RingGrain *grain, GString *out);

G_END_DECLS
