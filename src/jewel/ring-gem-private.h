/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the styles of ring-gem-art.c share. */
#pragma once

#include "ring-gem-art.h"

G_BEGIN_DECLS

/* What is drawn at a size, by the mean of length and width on the paper: illustrators leave facets
 * out that would run together (jewel and rendering manuals: everything from about 15 mm on, the
 * crown to 7, table and spokes to 4, the table to 2). */
typedef enum
{
  RING_GEM_DOT,
  RING_GEM_TABLE,
  RING_GEM_SPOKES,
  RING_GEM_CROWN,
  RING_GEM_ALL,
} RingGemDetail;

typedef struct
{
  const RingGemLook *look;
  RingSolid         *solid;
  RingGemDetail      detail;
  GArray            *shapes;
} RingGemArtist;

RingPoint ring_gem_see (const RingGemLook *look, RingVec p);
gboolean  ring_gem_faces (const RingGemLook *look, const RingFacet *facet);
/* Whether the look leaves the facet out: it is below the girdle of a sunk stone. */
gboolean  ring_gem_is_sunk (const RingGemLook *look, const RingFacet *facet);
gboolean  ring_gem_from_above (const RingGemLook *look);
/* The line round the whole stone as it is seen. */
RingPath *ring_gem_silhouette (const RingGemArtist *artist) G_GNUC_WARN_UNUSED_RESULT;
/* Takes PATH over; an empty one is dropped. */
void      ring_gem_add (RingGemArtist *artist, RingPath *path, guint32 colour, double line, gboolean dashed);
void      ring_gem_add_segment (RingPath *path, RingPoint a, RingPoint b);
void      ring_gem_add_polygon (RingPath *path, const RingPoint *p, guint n);

void ring_gem_draw_lines (RingGemArtist *artist);
void ring_gem_draw_smooth_lines (RingGemArtist *artist);
/* Edges of the facets that face the viewer, without the girdle's flats. */
void ring_gem_list_front_edges (const RingGemArtist *artist, RingPath *path);
void ring_gem_draw_lit (RingGemArtist *artist);
void ring_gem_draw_toned (RingGemArtist *artist);
void ring_gem_draw_smooth (RingGemArtist *artist);
/* LIGHT from 0 to above 1; TINT is how deeply the stone's own colour lies on it. */
guint32 ring_gem_colour (const RingSpecies *species, double light, double glare, double tint);

G_END_DECLS
