/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of figures share: ring-figure.c has the struct and the shapes,
 * ring-figure-dimension.c the picture of dimensions and texts. */
#pragma once

#include "ring-figure.h"

G_BEGIN_DECLS

/* Adds the lines, arrows and letters of FIGURE to PICTURE. */
void _ring_figure_draw_dimension (const RingFigure *figure, RingFigurePicture *picture);
void _ring_figure_draw_text (const RingFigure *figure, RingFigurePicture *picture);

G_END_DECLS
