/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painted paths: the picture of a preset ring or of artwork, in the millimetres of its view.
 * Built by its owner, then shared and never changed. Safe from any thread. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

/* Colours are 0xRRGGBBAA; an alpha of 0 paints nothing. A path that paints nothing at all is the
 * outline of a part, which lines snap to. */
typedef struct
{
  RingPath *path;
  guint32   fill;
  guint32   stroke;
  double    stroke_width;
  gboolean  even_odd;
} RingArtPath;

typedef struct _RingArt RingArt;

RingArt *ring_art_new (void) G_GNUC_WARN_UNUSED_RESULT;
RingArt *ring_art_ref (RingArt *art);
void     ring_art_unref (RingArt *art);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingArt, ring_art_unref)

/* Takes a reference on PATH. */
void               ring_art_add (RingArt *art, RingPath *path, guint32 fill, guint32 stroke, double stroke_width, gboolean even_odd);
guint              ring_art_get_n_paths (const RingArt *art);
const RingArtPath *ring_art_get_path (const RingArt *art, guint i);
/* That PATH paints nothing. */
gboolean           ring_art_path_is_outline (const RingArtPath *path);
RingRect           ring_art_get_bounds (const RingArt *art); /* with half the stroke width */
/* The distance from POINT to what is painted; 0 inside, G_MAXDOUBLE where nothing is. */
double             ring_art_distance (const RingArt *art, RingPoint point);

/* That ART is one shape of a colour fill: the fill's id, which its shapes share, and the shape's
 * tone. Before sharing. NULL where it is none. */
void               ring_art_set_fill (RingArt *art, const char *fill, const char *tone);
const char        *ring_art_get_fill (const RingArt *art);
const char        *ring_art_get_tone (const RingArt *art);

G_END_DECLS
