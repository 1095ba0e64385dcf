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
/* Yellow gold and diamond: the colours of the file as it stands. */
guint32 art_paint_gold (guint tone);
guint32 art_paint_diamond (guint tone);

void art_paint_metal (GString *out, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, gboolean draft);
void art_paint_stone (GString *out, const ArtHead *head, const ArtCamera *camera);

G_END_DECLS
