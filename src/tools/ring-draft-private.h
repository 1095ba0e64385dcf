/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tools that construct share: the points that were set so far, through as many strokes
 * as it takes, and where the next one snaps to. It is the state of such a tool. */
#pragma once

#include "ring-snap.h"
#include "ring-tool-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *view_id;        /* of the points, and of what the pointer is over */
  char *layer_id;       /* where it goes, of the last stroke */
  double scale, pixel;
  RingSnapScene *scene; /* of SCENE_DRAWING */
  const RingDrawing *scene_drawing;
  char *except;         /* id of an item that does not count */
  RingSnap snap;        /* where the pen or the pointer is; kind NONE where it snaps to nothing */
  gboolean shown;       /* SNAP is of now */
  GArray *points;       /* of RingPoint: set so far */
  GPtrArray *ends;      /* what each holds on to; "" for none */
  guint placed;         /* points that were there when the pen came down */
} RingDraft;

gpointer  _ring_draft_new (RingTool *tool);
void      _ring_draft_free (gpointer draft);
/* Forgets the points. */
void      _ring_draft_reset (RingDraft *draft);
/* From now on points are of VIEW, a view of the present drawing; another one forgets the points. */
void      _ring_draft_enter (RingTool *tool, const RingView *view, double pixel);
/* Where POINT snaps to; FROM (or NULL) is where a line to it begins. Keeps it as the draft's snap. */
RingPoint _ring_draft_snap (RingTool *tool, RingPoint point, const RingPoint *from);
/* POINT held to steps of 15 degrees round FROM. */
RingPoint _ring_draft_constrain (RingPoint from, RingPoint point);
/* Sets a point where the last snap is, or at POINT; it holds on to what the snap found. */
void      _ring_draft_set (RingDraft *draft, RingPoint point);
void      _ring_draft_take_back (RingDraft *draft);
const RingPoint *_ring_draft_point (const RingDraft *draft, guint i);

/* The frontmost figure at POINT that WANTED takes (NULL takes all), in a layer that can be changed. */
RingItem *_ring_draft_find_figure (const RingTool *tool, RingPoint point, gboolean (*wanted) (RingFigureForm form));
/* The picked figure, in the draft's view; NULL when it is not there. */
RingItem *_ring_draft_get_picked (const RingTool *tool, RingView **view);
/* Commits FIGURE as a new item, which is picked then, or as what the picked item is now. */
gboolean  _ring_draft_commit (RingTool *tool, const RingFigure *figure, const char *label);
gboolean  _ring_draft_replace (RingTool *tool, const RingItem *item, const RingFigure *figure, const char *label);
gboolean  _ring_draft_remove_picked (RingTool *tool, const char *label);

/* Marks: where it snaps; a handle of an item. */
void      _ring_draft_mark_snap (const RingTool *tool, GArray *marks);
void      _ring_draft_mark_handle (const RingTool *tool, RingPoint at, GArray *marks);
RingMatrix _ring_draft_get_matrix (const RingTool *tool);

/* How far a hand may slip and still tap, and how near it must come to what it means; pixels. */
#define RING_DRAFT_SLIP 4.0
#define RING_DRAFT_REACH 8.0
#define RING_DRAFT_COLOUR 0x1c71d8ff

G_END_DECLS
