/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the engraving faces. */
#pragma once

#include "ring-face.h"

G_BEGIN_DECLS

typedef struct
{
  gunichar    character;
  short       advance; /* thousandths of an em */
  const char *lines;   /* SVG path data, the same; y down */
} RingGlyph;

/* In order of their characters. */
extern const RingGlyph _ring_face_block[];
extern const guint     _ring_face_block_n;
extern const RingGlyph _ring_face_italic[];
extern const guint     _ring_face_italic_n;
extern const RingGlyph _ring_face_script[];
extern const guint     _ring_face_script_n;

G_END_DECLS
