/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing on the drawing. Immutable, reference-counted, safe from any thread; changing an item
 * makes a new one with the same id. All lengths are millimetres of the item's view. */
#pragma once

#include "ring-art.h"
#include "ring-figure.h"
#include "ring-ink-picture.h"
#include "ring-photo.h"

G_BEGIN_DECLS

typedef enum
{
  RING_ITEM_STROKE,  /* drawn by pen: samples, style and outline */
  RING_ITEM_NOTE,    /* a pin with a stone record */
  RING_ITEM_PRESET,  /* a ring from the catalogue, to draw over */
  RING_ITEM_ARTWORK, /* painted paths without a model */
  RING_ITEM_FOREIGN, /* markup of another program, kept as it is */
  RING_ITEM_FIGURE,  /* a shape, dimension or text: constructed, and drawn from its attributes */
  RING_ITEM_IMAGE,   /* a photo to draw over */
} RingItemKind;
#define RING_ITEM_N_KINDS (RING_ITEM_IMAGE + 1)

typedef struct _RingItem RingItem;

typedef struct
{
  RingInstrument instrument;
  RingInkStyle   ink;
  guint32        colour; /* 0xRRGGBBAA */
  double         grain;  /* pencil: mm of the view for a mm of the paper's grain; 0 is 1 */
} RingStrokeStyle;

/* What is told of a stroke. PICTURE is what a file said; NULL when it follows from the samples,
 * and then ring_item_get_picture() makes it, to the tolerance FIT, when it is first looked at. */
typedef struct
{
  RingSamples    *samples; /* NULL for a picture only */
  RingInkPicture *picture;
  RingStrokeStyle style;
  double          fit;
  RingSymmetry    symmetry; /* the picture holds all copies of the line; mm of the view */
} RingStroke;

typedef struct
{
  RingPoint   at;    /* where the stone sits */
  double      size;  /* height of the pin; paper mm divided by the view's scale */
  const char *stone; /* id of the stone's record */
  const char *label; /* printed beside the pin */
} RingNote;

typedef struct
{
  const char *number;    /* item number, as printed: "#3487-22" */
  const char *catalogue; /* its id */
  const char *edition;
  RingArt    *art;
} RingPreset;

typedef struct
{
  RingPhoto *photo;   /* its box (ring_photo_get_box()) is where the matrix begins */
  double     opacity; /* 0 to 1 */
} RingImage;

/* What STROKE, which has samples, looks like: dried, with its copies. */
RingInkPicture *ring_stroke_dry (const RingStroke *stroke) G_GNUC_WARN_UNUSED_RESULT;

/* Whether both have the same id, place, group and content. */
gboolean ring_item_equal (const RingItem *a, const RingItem *b);

/* Constructors take references and copy strings. ID is "" until the item enters a design, which
 * gives it one. */
RingItem *ring_item_new_stroke (const char *id, const RingStroke *stroke) G_GNUC_WARN_UNUSED_RESULT;
RingItem *ring_item_new_note (const char *id, const RingNote *note) G_GNUC_WARN_UNUSED_RESULT;
RingItem *ring_item_new_preset (const char *id, const RingPreset *preset) G_GNUC_WARN_UNUSED_RESULT;
RingItem *ring_item_new_artwork (const char *id, RingArt *art) G_GNUC_WARN_UNUSED_RESULT;
/* XML is one element (or comment) as text; GRAPHICAL whether it can be seen. */
RingItem *ring_item_new_foreign (const char *id, const char *xml, gboolean graphical) G_GNUC_WARN_UNUSED_RESULT;
RingItem *ring_item_new_figure (const char *id, const RingFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
RingItem *ring_item_new_image (const char *id, const RingImage *image) G_GNUC_WARN_UNUSED_RESULT;

RingItem *ring_item_ref (const RingItem *item);
void      ring_item_unref (const RingItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingItem, ring_item_unref)

RingItem *ring_item_with_id (const RingItem *item, const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* A dimension has no matrix: what moves it moves its points, so that its value stays true and its
 * letters stay as they are. */
RingItem *ring_item_with_matrix (const RingItem *item, const RingMatrix *matrix) G_GNUC_WARN_UNUSED_RESULT;
/* A stroke without its symmetry: one stroke for each copy, moved there by its matrix, all with the
 * id of ITEM; the pictures are the same. A GPtrArray of RingItem; NULL when ITEM has no symmetry. */
GPtrArray *ring_item_unfold (const RingItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* Items of one view with the same GROUP, a name, are selected as one; NULL or "" for none. */
RingItem *ring_item_with_group (const RingItem *item, const char *group) G_GNUC_WARN_UNUSED_RESULT;
/* ITEM in the place of OLD: with its id, matrix and group, and what other programs said of it. */
RingItem *ring_item_like (const RingItem *item, const RingItem *old) G_GNUC_WARN_UNUSED_RESULT;
/* Attributes of other programs on the element, name and value in turn, NULL-ended. */
RingItem *ring_item_with_extra (const RingItem *item, const char *const *extra) G_GNUC_WARN_UNUSED_RESULT;

RingItemKind       ring_item_get_kind (const RingItem *item);
const char        *ring_item_get_id (const RingItem *item);
char               ring_item_kind_letter (RingItemKind kind);
const RingMatrix  *ring_item_get_matrix (const RingItem *item);
const char        *ring_item_get_group (const RingItem *item); /* NULL for none */
const char *const *ring_item_get_extra (const RingItem *item); /* NULL for none */
RingRect           ring_item_get_bounds (const RingItem *item); /* of the view, matrix applied */

/* NULL when the item is of another kind. */
const RingStroke *ring_item_get_stroke (const RingItem *item);
/* What a stroke looks like, before the matrix; owned by the item. The first call may take a
 * while: painters make it in their threads. */
RingInkPicture   *ring_item_get_picture (const RingItem *item);
RingPath         *ring_item_get_outline (const RingItem *item); /* of the picture */
const RingNote   *ring_item_get_note (const RingItem *item);
const RingPreset *ring_item_get_preset (const RingItem *item);
RingArt          *ring_item_get_art (const RingItem *item); /* of a preset, artwork or figure */
const RingFigure *ring_item_get_figure (const RingItem *item);
const RingFigurePicture *ring_item_get_figure_picture (const RingItem *item);
const RingImage  *ring_item_get_image (const RingItem *item);
const char       *ring_item_get_xml (const RingItem *item, gboolean *graphical);

/* The distance from POINT (mm of the view) to what is painted; 0 inside. */
double ring_item_distance (const RingItem *item, RingPoint point);

/* The pin of a note as a path, its tip at the note's place, before the matrix. */
RingPath *ring_note_get_pin (const RingNote *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
