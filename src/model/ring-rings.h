/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rings of a commission: a pair, or an engagement ring and the band that fits it. Each has views,
 * gems and settings of its own on the one sheet. Steps are not committed here. Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"

G_BEGIN_DECLS

/* So many find room on a sheet. */
#define RING_RINGS_MOST 6

guint ring_rings_get_n (const RingDrawing *drawing);
/* In their order; NULL past the end. */
const RingRecord *ring_rings_get (const RingDrawing *drawing, guint i);
/* How the I-th is called: by its label, else "Ring 2". */
char *ring_rings_name (const RingDrawing *drawing, const RingRecord *ring, gboolean translated) G_GNUC_WARN_UNUSED_RESULT;

/* Which ring the view shows the outline of beside its own: field "fits" of its ring; NULL for none. */
const RingRecord *ring_rings_find_fitted (const RingDrawing *drawing, const char *ring_id);
/* How far along the finger the middle of RING lies from that of the one that it fits, where both bands
 * touch, mm. */
double ring_rings_apart (const RingRecord *ring, const RingRecord *fitted);

/* A ring made like LIKE (profile, measures, metal), or where FITS for the same finger and beside it, with
 * five views. The windows of the sheet make room where nobody has moved them yet. NULL with an error
 * where there are too many. *ID, if not NULL, becomes the new ring's; free it. */
RingEdit *ring_rings_add (RingDesign *design, const RingRecord *like, gboolean fits, char **id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* With all that is drawn, set and laid out on it; the last one stays. NULL with an error. */
RingEdit *ring_rings_remove (RingDesign *design, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
