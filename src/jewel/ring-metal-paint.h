/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Metals as they are painted: the colour of the metal, of its lights and of its shades, and the tones
 * of a form between them. Pure. */
#pragma once

#include "ring-form.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* that of the alloy where it is one: "18ky" */
  const char *label; /* translated by the caller with _() */
  guint32     base, light, shade; /* 0xrrggbb */
} RingMetalPaint;

guint            ring_metal_paint_get_n (void);
const RingMetalPaint *ring_metal_paint_get (guint i);
const RingMetalPaint *ring_metal_paint_find (const char *id); /* NULL when unknown */
guint32          ring_metal_paint_tone (const RingMetalPaint *metal, RingFormTone tone); /* 0xrrggbbff */

G_END_DECLS
