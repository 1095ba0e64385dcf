/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader share. ring-svg-reader.c is the whole; -events.c follows the parser and
 * captures pieces; -place.c knows the skeleton of the file; -revision.c makes its revisions; -item.c
 * chooses what a captured piece is, and -stroke.c and -group.c make items of it. One thread. */
#pragma once

#include <gio/gio.h>
#include <libxml/parser.h>

#include "ring-drawing.h"
#include "ring-error.h"
#include "ring-grain.h"
#include "ring-load-report.h"
#include "ring-random.h"
#include "ring-svg-node.h"

G_BEGIN_DECLS

typedef struct
{
  RingLoadReport *report;
  RingRandom random;
  GHashTable *ids;    /* every id that is taken */
  GStringChunk *taken; /* their text */
  GArray *scope;      /* of RingSvgDeclaration: what the root declares */
  GPtrArray *items;   /* of RingItem: the layer that is being read */
  GArray *foreign;    /* of RingForeign, owning both strings */
  GHashTable *photos; /* RingPhoto by the id in the file; NULL for a broken one */
  GString *scratch;
  gboolean design;    /* the file has our model */
  gint64 budget;      /* samples that may still be taken apart to make outlines again */
} RingItemReader;

/* Reads one child of a layer into READER->items; OUTER is the transform around it. */
void  _ring_item_reader_take (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer);
/* The same for a file without a model: what can be said as painted paths becomes artwork. */
void  _ring_item_reader_import (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer);
/* Keeps NODE, cleaned, outside the layers. */
void  _ring_item_reader_keep (RingItemReader *reader, RingSvgNode *node, const char *parent, guint position);
/* ID where it is given and not yet taken, else a new one. */
char *_ring_item_reader_claim_id (RingItemReader *reader, const char *id, char letter) G_GNUC_WARN_UNUSED_RESULT;
/* Attributes of other programs on NODE: without ours, KNOWN (NULL-ended) and active ones. */
char **_ring_item_reader_get_extra (RingItemReader *reader, const RingSvgNode *node, const char *const *known);

/* Photos stand in <defs>, and what shows them comes after. */
gboolean _ring_item_reader_is_photo (const RingSvgNode *node);
void     _ring_item_reader_take_photo (RingItemReader *reader, const RingSvgNode *node);
/* Records stand before the photos that they name: gives those of RECORDS that show one their photo,
 * and leaves out those whose photo is not there. */
void     _ring_item_reader_give_photos (RingItemReader *reader, GPtrArray *records);

/* What the kinds of items share. */
static inline const char *
get_rw (const RingSvgNode *node, const char *name)
{
  return ring_svg_node_get (node, RING_NS_RW, name);
}

/* The number NAME of our attributes, FALLBACK when it is absent or outside MIN to MAX. */
double   _ring_item_reader_get_number (const RingSvgNode *node, const char *name, double min, double max, double fallback);
void     _ring_item_reader_notice (RingItemReader *reader, RingNoticeLevel level, const RingSvgNode *node, const char *format, ...) G_GNUC_PRINTF (4, 5);
void     _ring_item_reader_tell_moved (RingItemReader *reader, const RingSvgNode *node, const RingMatrix *move);
/* Takes ITEM with its place: OWN is the element's transform, OUTER what stands around it. */
void     _ring_item_reader_push (RingItemReader *reader, const RingSvgNode *node, RingItem *taken, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_refuse (RingItemReader *reader, const RingSvgNode *node, const char *reason);
void     _ring_item_reader_take_foreign (RingItemReader *reader, RingSvgNode *node, RingXmlMode mode, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_picture (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
RingArt *_ring_item_reader_read_art (const RingSvgNode *node, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The picture of NODE's children as it stands; FALSE when there is more to it than we would write. */
gboolean _ring_item_reader_append_children (GString *out, const RingSvgNode *node);
void     _ring_item_reader_collect_text (const RingSvgNode *node, GString *out);
/* Whether the picture of NODE's children, as it stands, is the one that was sealed. */
gboolean _ring_item_reader_group_fits (RingItemReader *reader, const RingSvgNode *node);
void     _ring_item_reader_append_raw (GString *out, const RingSvgNode *node, const char *const *names);
gboolean _ring_item_reader_has_only (const RingSvgNode *node, const char *const *names);

/* The style, fit and samples of a stroke; not its picture and colour. */
void            _ring_item_reader_read_stroke (const RingSvgNode *node, RingStroke *stroke);
/* The picture that the samples make, as it would stand in the file; NULL when it cannot be made. */
RingInkPicture *_ring_item_reader_remake_picture (RingItemReader *reader, const RingStroke *stroke) G_GNUC_WARN_UNUSED_RESULT;

/* The kinds. */
void     _ring_item_reader_take_pencil (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_stroke (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_note (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_preset (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_figure (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_image (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);
void     _ring_item_reader_take_artwork (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own, const RingMatrix *outer);

typedef enum
{
  PLACE_DOCUMENT,
  PLACE_ROOT,
  PLACE_DEFS,
  PLACE_EARLIER, /* the items that only revisions have */
  PLACE_METADATA,
  PLACE_VIEW,
  PLACE_LAYER,
} RingSvgPlace;

/* A revision as it stands in the file, before the items that it names were read. */
typedef struct _RingNotedRevision RingNotedRevision;

typedef struct
{
  RingItemReader items;
  xmlParserCtxtPtr ctxt;
  GError *error;
  GCancellable *cancellable; /* these two may be NULL */
  gint *permille;
  gsize n_bytes;

  RingSvgPlace place;
  guint skipping; /* depth inside an element that is passed over */
  RingArena *arena;
  RingSvgNode *current; /* the innermost element that is being captured */
  GString *text;        /* characters that wait for the next event */
  guint text_line;
  const xmlChar *cached_uri; /* URIs are interned, so most look-ups end here */
  RingNs cached_ns;

  /* The drawing. */
  gboolean seen_root;
  char *uuid;
  char *title;
  double width, height;
  RingMatrix page; /* user units of the root to paper mm */
  GPtrArray *extra;
  GPtrArray *views, *records;
  GPtrArray *revisions; /* of RingNotedRevision */
  GPtrArray *earlier;   /* of RingItem */
  guint position; /* of the next modelled child of the root: ring-svg-skeleton.h */

  /* The view and layer that are open. */
  RingViewHead view;
  RingMatrix view_rest; /* what the view's transform does beyond scale and origin */
  char **view_extra;
  GPtrArray *layers;
  RingLayerHead layer;
  RingMatrix layer_matrix; /* down from an item to the view, when another program moved the layer */
  char **layer_extra;
} RingSvgReader;

void         _ring_svg_reader_stop (RingSvgReader *reader, RingError code, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* Reads all of BYTES, which the guard has seen; FALSE with READER->error. */
gboolean     _ring_svg_reader_parse (RingSvgReader *reader, const char *bytes, gsize n_bytes);
/* NODE, captured, stands alone in the place that is open. */
void         _ring_svg_reader_take (RingSvgReader *reader, RingSvgNode *node);
/* ROOT, and NODE as a view or layer, begin; PLACE changes. */
void         _ring_svg_reader_start_root (RingSvgReader *reader, RingSvgNode *root);
void         _ring_svg_reader_start_view (RingSvgReader *reader, const RingSvgNode *node);
void         _ring_svg_reader_end_view (RingSvgReader *reader);
void         _ring_svg_reader_start_layer (RingSvgReader *reader, const RingSvgNode *node);
void         _ring_svg_reader_end_layer (RingSvgReader *reader);
RingRecord  *_ring_svg_reader_make_record (const RingSvgNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* A revision with what it holds; without that it is a record like others. */
gboolean     _ring_svg_reader_is_revision (const RingSvgNode *node);
void         _ring_svg_reader_note_revision (RingSvgReader *reader, const RingSvgNode *node);
void         _ring_noted_revision_free (gpointer data);
/* Once views and records are read; BUILDER gets the states. */
void         _ring_svg_reader_make_revisions (RingSvgReader *reader, RingDrawingBuilder *builder);
RingDrawing *_ring_svg_reader_build (RingSvgReader *reader) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
