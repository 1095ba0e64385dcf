/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the writer share. They alone know how a design looks on disk: element by
 * element in a fixed order, each attribute in a fixed place, so that the same design is the same
 * bytes. ring-svg-writer.c writes the root and compares texts; -record.c, -revision.c, -view.c,
 * -layer.c and -item.c write what is in it; -foreign.c puts other programs' elements between. A writer belongs
 * to one thread. */
#pragma once

#include "ring-svg-stored.h"

G_BEGIN_DECLS

/* The text that a drawing should give. */
typedef struct
{
  const char *rest;
  gsize n_rest;
  gboolean differs;
} RingSvgExpected;

typedef struct _RingSvgMotion RingSvgMotion;

typedef struct
{
  GString *out;
  GString *scratch;           /* for seals, empty between them; NULL where no item is written */
  const RingDrawing *drawing; /* NULL where single elements are written, as are the next two */
  GHashTable *queues;         /* what -foreign.c has yet to put, by parent */
  RingSvgExpected *expected;  /* NULL while the text is kept in OUT; else compared and let go */
  const RingSvgStored *stored; /* NULL where there are no revisions, or none is written */
  const RingSvgMotion *motion; /* of a picture that plays itself; NULL for one that stands */
  gboolean all_named;          /* every item needs an id */
  gboolean plain;
} RingSvgWriter;

/* Bytes that a stroke takes, and a little more: memory that is reserved once need not be moved. */
#define RING_SVG_ROOM_PER_ITEM 1400

static inline void
append_line (RingSvgWriter *writer, const char *indent)
{
  g_string_append_c (writer->out, '\n');
  g_string_append (writer->out, indent);
}

/* Attributes of other programs, by pairs of name and value; EXTRA may be NULL. */
void     _ring_svg_writer_append_extra (RingSvgWriter *writer, const char *const *extra);
/* Compares what has been written since the last time, where that is all that is wanted of it. */
void     _ring_svg_writer_let_go (RingSvgWriter *writer);

/* Once, before the first element is put. */
void     _ring_svg_writer_sort_foreign (RingSvgWriter *writer);
/* Other programs' elements that stand before child LAST of PARENT and are not written yet. */
void     _ring_svg_writer_put_foreign (RingSvgWriter *writer, const char *parent, guint last, const char *indent);
/* Whether another program copied our attributes to where a plain picture of DRAWING keeps them. */
gboolean _ring_svg_writer_needs_ours (const RingDrawing *drawing);

void     _ring_svg_writer_put_title (RingSvgWriter *writer);
void     _ring_svg_writer_put_metadata (RingSvgWriter *writer);
void     _ring_svg_writer_put_record (RingSvgWriter *writer, const RingRecord *record);
/* The tag without its end. */
void     _ring_svg_writer_start_record (RingSvgWriter *writer, const RingRecord *record);
void     _ring_svg_writer_put_revision (RingSvgWriter *writer, const RingRecord *record, const RingDrawing *state);
/* The items that only revisions have, for <defs>. */
void     _ring_svg_writer_put_earlier (RingSvgWriter *writer);
/* The windows of all views, for <defs>. */
void     _ring_svg_writer_put_clips (RingSvgWriter *writer);
void     _ring_svg_writer_put_view (RingSvgWriter *writer, const RingView *view);
/* The tag alone. */
void     _ring_svg_writer_start_view (RingSvgWriter *writer, const RingView *view);
/* With its items; nothing for a hidden one in a plain picture. */
void     _ring_svg_writer_put_layer (RingSvgWriter *writer, const RingLayer *layer);
/* Its id; in a plain picture one that tells what it is: "front-view-ink". */
char    *_ring_svg_writer_name_layer (const RingSvgWriter *writer, const RingLayerHead *head) G_GNUC_WARN_UNUSED_RESULT;
void     _ring_svg_writer_put_item (RingSvgWriter *writer, const RingItem *item);
/* The whole of it, into OUT. */
void     _ring_svg_writer_put_all (RingSvgWriter *writer);

/* ring-svg-writer-motion.c: what makes the item that was written from START on come and go; and the guide lines of
 * a view as its stones come. */
void     _ring_svg_writer_move_item (RingSvgWriter *writer, const RingItem *item, gsize start);
void     _ring_svg_writer_put_guides (RingSvgWriter *writer, const RingView *view);
void     _ring_svg_writer_put_captions (RingSvgWriter *writer);

G_END_DECLS
