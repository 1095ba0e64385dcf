/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Metals as they are painted, in settings that light makes and in colour that is laid on: the colour
 * of the metal, of its lights and of its shades, and the tones between them. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order that they are painted in. */
typedef enum
{
  RING_METAL_TONE_BASE,
  RING_METAL_TONE_SHADE,
  RING_METAL_TONE_DEEP,      /* the dark line in the shade */
  RING_METAL_TONE_REFLECTED, /* light that comes back from below, on the shadow's edge */
  RING_METAL_TONE_LIGHT,
  RING_METAL_TONE_HIGHLIGHT,
} RingMetalTone;
#define RING_N_METAL_TONES (RING_METAL_TONE_HIGHLIGHT + 1)

typedef struct
{
  const char *id;    /* that of the alloy where it is one: "18ky" */
  const char *label; /* translated by the caller with _() */
  guint32     base, light, shade; /* 0xrrggbb */
} RingMetalPaint;

guint            ring_metal_paint_get_n (void);
const RingMetalPaint *ring_metal_paint_get (guint i);
const RingMetalPaint *ring_metal_paint_find (const char *id); /* NULL when unknown */
/* The same, but 18K yellow gold when it is unknown: a metal that nobody has chosen is painted too. */
const RingMetalPaint *ring_metal_paint_find_or_usual (const char *id);
guint32          ring_metal_paint_tone (const RingMetalPaint *metal, RingMetalTone tone); /* 0xrrggbbff */

const char      *ring_metal_tone_id (RingMetalTone tone); /* "base" */
gboolean         ring_metal_tone_find (const char *id, RingMetalTone *tone);

G_END_DECLS
