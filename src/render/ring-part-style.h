/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The paint and the place of an element in a catalogue's art, inherited from the groups it stands
 * in. A value type. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_TONE_NONE,
  RING_TONE_COLOUR, /* VALUE is 0xRRGGBB */
  RING_TONE_METAL,  /* VALUE is a step of the ramp */
  RING_TONE_GEM,
} RingToneKind;

typedef struct
{
  RingToneKind kind;
  guint32      value;
  double       opacity;
} RingTone;

typedef struct
{
  RingMatrix matrix;
  RingTone   fill, stroke;
  double     stroke_width;
  double     opacity;
  gboolean   even_odd;
  gboolean   by_class; /* the fill is a tone, which a colour of its own does not change */
} RingPartStyle;

void     ring_part_style_init (RingPartStyle *style);
/* Applies one attribute; STYLE is that of the parent with what was read so far. */
void     ring_part_style_read (RingPartStyle *style, const char *name, const char *value);
gboolean ring_part_style_paints (const RingPartStyle *style);

G_END_DECLS
