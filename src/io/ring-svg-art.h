/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG shapes as painted paths. */
#pragma once

#include "ring-art.h"
#include "ring-svg-node.h"
#include "ring-svg-style.h"

G_BEGIN_DECLS

/* Adds what NODE paints, through MATRIX and the node's own transform. FALSE when the model cannot
 * say it (a gradient, text, a picture), or, with an error set, when it is broken: RING_ERROR_SYNTAX,
 * INVALID or LIMIT. ART may then hold a part. */
gboolean ring_svg_art_add (RingArt *art, const RingSvgNode *node, const RingSvgPaint *inherited, const RingMatrix *matrix, GError **error);
/* The same without the transform of NODE itself. */
gboolean ring_svg_art_add_content (RingArt *art, const RingSvgNode *node, const RingSvgPaint *inherited, const RingMatrix *matrix, GError **error);

/* The most segments of one path. */
#define RING_SVG_MAX_SEGMENTS 200000

G_END_DECLS
