/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of an item as canonical SVG text: what the writer puts into the file, what a seal
 * is made of, and what the reader compares a picture with. Without ids and transforms. Pure. */
#pragma once

#include "ring-grain.h"
#include "ring-item.h"

G_BEGIN_DECLS

/* How many decimals an outline needs so that rounding stays a quarter of FIT: 2 to 4. */
guint ring_svg_decimals (double fit);

/* ` d="..." fill="..."`: a stroke is one path, and these are its picture. */
void  ring_svg_append_stroke (GString *out, const RingPath *outline, double fit, guint32 colour);
/* The paths of a pencil's PICTURE, each filled with the grain of its band. */
void  ring_svg_append_bands (GString *out, const RingInkPicture *picture, const RingStroke *stroke, const char *separator);
/* The grain that the Ith of them is filled with. */
RingGrain ring_svg_get_grain (const RingStroke *stroke, guint i);
/* Whole elements, each after SEPARATOR ("" in a seal). */
void  ring_svg_append_note (GString *out, const RingNote *note, const char *separator);
void  ring_svg_append_art (GString *out, const RingArt *art, const char *separator);
/* Its lines and letters; FIGURE is a figure. */
void  ring_svg_append_figure (GString *out, const RingItem *figure, const char *separator);
/* ART, moved so that its first point is the origin: the same for art that was only shifted. */
void  ring_svg_append_art_shape (GString *out, const RingArt *art);

G_END_DECLS
