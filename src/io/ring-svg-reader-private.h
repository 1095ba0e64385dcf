/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the reader share: ring-svg-reader.c follows the parser through the skeleton
 * of the file, ring-svg-reader-item.c makes items of the pieces it captures. One thread. */
#pragma once

#include "ring-drawing.h"
#include "ring-load-report.h"
#include "ring-random.h"
#include "ring-svg-node.h"

G_BEGIN_DECLS

typedef struct
{
  RingLoadReport *report;
  RingRandom random;
  GHashTable *ids;    /* every id that is taken */
  GArray *scope;      /* of RingSvgDeclaration: what the root declares */
  GPtrArray *items;   /* of RingItem: the layer that is being read */
  GArray *foreign;    /* of RingForeign, owning both strings */
  GString *scratch;
  gboolean design;    /* the file has our model */
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

G_END_DECLS
