/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Attributes as they stand in the file, each with a space before it: the same value is the same
 * bytes, whoever writes it. Pure. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

/* Numbers have this many decimals, unless something else is said. */
#define RING_SVG_DECIMALS 4

/* Text from people can come from anywhere: what XML cannot hold is left out. NULL is "". */
void     ring_svg_append_attribute (GString *out, const char *name, const char *value);
void     ring_svg_append_number (GString *out, const char *name, double value);
void     ring_svg_append_numbers (GString *out, const char *name, const double *values, guint n);
/* NAME and, where the colour is not opaque, NAME-opacity. */
void     ring_svg_append_colour (GString *out, const char *name, guint32 rgba);
void     ring_svg_append_transform (GString *out, const RingMatrix *matrix); /* nothing for none */
void     ring_svg_append_d (GString *out, const RingPath *path, guint decimals);
/* Whether VALUE is written like OTHER. */
gboolean ring_svg_is_same_number (double value, double other);
/* Whether NAME may stand in XML and in url(#...), of the plain letters that our own names have.
 * NAME may be NULL, which may not. */
gboolean ring_svg_is_name (const char *name);

G_END_DECLS
