/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts as SVG markup: tones by class name, each with its colour for viewers that know no
 * stylesheet of ours (docs/catalogue.md). */
#pragma once

#include "art-metal.h"

G_BEGIN_DECLS

#define ART_TONES 12

/* Twelve colours from a ramp of N, evenly, as RRGGBB. */
guint32 art_paint_ramp (const guint32 *stops, guint n, guint tone);
/* Diamond: the colours of every stone of the file. */
guint32 art_paint_diamond (guint tone);
/* KIND is "metal" or "gem"; nothing for an empty path. */
void    art_paint_path (GString *out, const char *kind, guint tone, const RingPath *path);

void    art_paint_metal (GString *out, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, gboolean draft);
void    art_paint_beads (GString *out, const ArtBead *const *beads, guint n, const ArtCamera *camera);
/* Stones that do not hide each other; LEAST is the smallest patch of light, mm2. */
void    art_paint_stones (GString *out, const ArtStone *const *stones, guint n, const ArtCamera *camera, double least);

G_END_DECLS
