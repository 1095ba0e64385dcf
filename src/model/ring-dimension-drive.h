/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A typed value of a dimension changes what it measures, never what it says. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* Adds to EDIT what makes the dimension DIMENSION_ID measure VALUE (mm). That is one measure of one thing:
 * a line's length, a circle, an ellipse's axis, the finger size, the band's width or thickness, a gem's
 * length or width. FALSE with RING_ERROR_INVALID where it is none of these, or VALUE is none that
 * the thing can have: what it measures follows from more than one thing then. */
gboolean ring_dimension_drive (RingEdit *edit, const char *dimension_id, double value, GError **error);

G_END_DECLS
