/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much was decided in a drawing: its picture on a grid of 0.05 mm, packed. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* What a bench ring can be made to: half a tenth of a millimetre. */
#define RING_PACK_GRID 0.05

typedef struct
{
  GByteArray *verbs;
  GByteArray *numbers; /* first differences, as variable-length integers */
  gint64      x, y;    /* the last point, in units of the grid */
} RingPack;

void  ring_pack_init (RingPack *pack);
void  ring_pack_clear (RingPack *pack);
/* PATH through MATRIX, in mm. Nothing happens where PACK is NULL. */
void  ring_pack_add_path (RingPack *pack, const RingPath *path, const RingMatrix *matrix);
/* One dimension, mm; nothing happens where PACK is NULL. */
void  ring_pack_add_number (RingPack *pack, double value);
/* The bits of it all after raw deflate, level 9; 0 for nothing. */
gsize ring_pack_get_bits (const RingPack *pack);

G_END_DECLS
