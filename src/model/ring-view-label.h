/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each window says in words: what it shows, how much larger than life, and true millimetres
 * (16 CFR 23.2: a picture larger than the thing tells its size). Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* The label's letters and its distance from the window's corner, paper mm, and its colour. */
#define RING_LABEL_EM 2.6
#define RING_LABEL_INSET 2.5
#define RING_LABEL_COLOUR 0x6f8296ff

const char *ring_view_title (RingViewKind kind, gboolean translated); /* "Front" */
/* "Front 4:1   inside Ø 17.32 mm", with "size to be confirmed" while it is unknown; of the strip its
 * lengths. Files say it in English, so that the same design is the same bytes everywhere. */
char       *ring_view_label (const RingDrawing *drawing, const RingViewHead *head, gboolean translated) G_GNUC_WARN_UNUSED_RESULT;

/* "third angle" or "first angle" where HEAD is the view that the others unfold from; NULL in the
 * other views, and where nothing unfolds. */
const char *ring_view_projection (const RingDrawing *drawing, const RingViewHead *head, gboolean translated);
/* The sign for it (ISO 5456-2), paper mm, its right end at the origin: a cone that is seen from its
 * small end. */
RingPath   *ring_view_projection_sign (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
