/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One part of a catalogue as painted paths whose colours are still tones: which step of the metal's
 * or the gem's ramp, or a colour of their own. Read from the part's markup once, then only looked
 * at. Main thread. */
#pragma once

#include "ring-art.h"

G_BEGIN_DECLS

#define RING_RAMP_TONES 12

/* 0xRRGGBB, darkest first. */
typedef struct
{
  guint32 tones[RING_RAMP_TONES];
} RingRamp;

/* "3c280a 7a561c ...": fewer than twelve colours are spread over the tones. FALSE, with RAMP
 * untouched, when TEXT (may be NULL) holds no two colours. */
gboolean ring_ramp_parse (const char *text, RingRamp *ramp);

typedef struct _RingPartArt RingPartArt;

/* XML is one element. Errors: RING_ERROR_SYNTAX, or of GMarkup. What is no path or shape, and
 * paint that is no plain colour, is passed over. */
RingPartArt *ring_part_art_new (const char *xml, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         ring_part_art_free (RingPartArt *art);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingPartArt, ring_part_art_free)

RingRect ring_part_art_get_bounds (const RingPartArt *part);
/* Appends the part through MATRIX to ART. */
void     ring_part_art_resolve (const RingPartArt *part, const RingMatrix *matrix, const RingRamp *metal, const RingRamp *gem, RingArt *art);

G_END_DECLS
