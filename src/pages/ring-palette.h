/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours that lie ready for each instrument: inks for what writes, leads for the pencil, tints
 * for what is seen through, and for gouache permanent white beside metals and stones; and the larger
 * palettes that any instrument may take a colour from. Pure. */
#pragma once

#include "ring-instrument.h"
#include "ring-metal-paint.h"

G_BEGIN_DECLS

#define RING_PALETTE_SIZE 7

typedef struct
{
  const char *label;  /* untranslated; its context is "colour" */
  guint32     colour; /* 0xRRGGBBAA, with the alpha of the instrument */
} RingPaletteColour;

/* COLOURS takes RING_PALETTE_SIZE of them. */
void     ring_palette_get (RingInstrument instrument, RingPaletteColour *colours);
/* The larger palettes. */
typedef enum
{
  RING_PALETTE_METALS,  /* base, light and shade of each */
  RING_PALETTE_GEMS,    /* of good stones of each species */
  RING_PALETTE_GOUACHE, /* the tubes of a jeweler's box */
  RING_N_PALETTES
} RingPaletteKind;

typedef struct
{
  char       *label;  /* translated: "18K yellow gold, light" */
  const char *group;  /* translated: the metal, of which the colours that follow it are tones; or NULL */
  guint32     colour; /* 0xRRGGBBff */
} RingPaletteEntry;

/* Of RingPaletteEntry; of metals the three tones of FIRST before the others, where it is not NULL. */
GArray     *ring_palette_list (RingPaletteKind kind, const RingMetalPaint *first) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_palette_get_id (RingPaletteKind kind);    /* "metals" */
const char *ring_palette_get_label (RingPaletteKind kind); /* translated */
gboolean    ring_palette_find (const char *id, RingPaletteKind *kind);

/* "#2b2b30": without the alpha, which is the instrument's. */
char    *ring_palette_format (guint32 colour) G_GNUC_WARN_UNUSED_RESULT;
/* TEXT as #rrggbb; *COLOUR gets the alpha of INSTRUMENT. */
gboolean ring_palette_parse (const char *text, RingInstrument instrument, guint32 *colour);

G_END_DECLS
