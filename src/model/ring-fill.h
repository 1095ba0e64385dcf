/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colour between the lines of a view: what bounds a region there, and the shapes of colour that are
 * laid into it. A shape is artwork in the layer of the metal, so each can be erased or coloured by
 * itself; those of one fill know each other by an id. */
#pragma once

#include "ring-design.h"
#include "ring-form.h"
#include "ring-region.h"

G_BEGIN_DECLS

/* What colour stops at. */
typedef enum
{
  RING_FILL_DISTINCT, /* lines that stand out from the paper: pale construction lines do not count */
  RING_FILL_ALL,
  RING_FILL_RING, /* only the lines of the ring and its gems, nothing drawn */
} RingFillBounds;
#define RING_FILL_N_BOUNDS (RING_FILL_RING + 1)

typedef struct
{
  RingForm         form;
  const RingMetalPaint *metal;  /* NULL is what the ring is made of */
  guint32          colour; /* 0xRRGGBBAA, of the plain form */
  double           gap;    /* paper mm: openings between lines up to this width are closed */
  RingFillBounds   bounds;
} RingFillChoice;

/* Half-round, of the ring's metal, gaps of 0.5 mm. */
void        ring_fill_choice_init (RingFillChoice *choice);
#define RING_FILL_MOST_GAP 5.0

/* The region about POINT (mm of the view), within seen strokes, artwork's lines and the seen guide
 * lines of the ring and its gems. Washes, markers, gouache and fills bound nothing. Errors as
 * ring_region_find(). */
RingRegion *ring_fill_find (const RingDrawing *drawing, const RingView *view, RingPoint point, const RingFillChoice *choice, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the ring of VIEW is made of: 18K yellow gold where nothing else is chosen. */
const RingMetalPaint *ring_fill_get_metal (const RingDrawing *drawing, const RingView *view);

/* The colour of a tone, 0xRRGGBBAA; METAL is what a choice without one means. */
guint32     ring_fill_colour (const RingFillChoice *choice, const RingMetalPaint *metal, RingMetalTone tone);

/* The step that fills the region about POINT in the layer with LAYER_ID; a fill that lies there
 * already is replaced. */
RingEdit   *ring_fill_make (RingDesign *design, const RingView *view, const char *layer_id, RingPoint point,
                            const RingFillChoice *choice, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
