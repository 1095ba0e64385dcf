/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours that lie ready for each instrument: inks for what writes, leads for the pencil, tints
 * for what is seen through, and for gouache permanent white beside metals and stones. Pure. */
#pragma once

#include "ring-instrument.h"

G_BEGIN_DECLS

#define RING_PALETTE_SIZE 7

typedef struct
{
  const char *label;  /* untranslated; its context is "colour" */
  guint32     colour; /* 0xRRGGBBAA, with the alpha of the instrument */
} RingPaletteColour;

/* COLOURS takes RING_PALETTE_SIZE of them. */
void     ring_palette_get (RingInstrument instrument, RingPaletteColour *colours);
/* "#2b2b30": without the alpha, which is the instrument's. */
char    *ring_palette_format (guint32 colour) G_GNUC_WARN_UNUSED_RESULT;
/* TEXT as #rrggbb; *COLOUR gets the alpha of INSTRUMENT. */
gboolean ring_palette_parse (const char *text, RingInstrument instrument, guint32 *colour);

G_END_DECLS
