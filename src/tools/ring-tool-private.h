/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each tool fills in. */
#pragma once

#include "ring-tool.h"

#include "ring-gem-view.h"

G_BEGIN_DECLS

typedef struct
{
  RingToolKind kind;
  /* The layer that a stroke goes to; RING_TOOL_NO_LAYER where a tool changes records or what is
   * there already. */
  int role;
  /* What is said on the page, where there is no ring, by a tool that works on one; NULL for the
   * others. Marked with N_(). */
  const char *wants_ring;
  gpointer (*make) (RingTool *tool); /* the tool's own state, from new to free */
  void     (*free) (gpointer state);
  void     (*begin) (RingTool *tool, const RingSample *sample);
  void     (*update) (RingTool *tool, const RingSample *sample);
  gboolean (*end) (RingTool *tool);
  RingEdit *(*draft) (RingTool *tool); /* what end() would do now; NULL for nothing to keep */
  void     (*clear) (RingTool *tool); /* back to rest, after end or cancel */
  /* Each may be NULL. As ring_tool_hover() and so on; marks() appends through _ring_tool_mark(). */
  gboolean (*hover) (RingTool *tool, const RingView *view, double pixel, RingPoint point);
  gboolean (*act) (RingTool *tool, RingToolAct act);
  void     (*marks) (const RingTool *tool, GArray *marks);
  gboolean (*lift) (const RingTool *tool, RingToolLift *lift);
  gboolean (*nudge) (RingTool *tool, int dx, int dy, double rotation, RingToolModifiers modifiers);
  RingItem *(*item) (const RingTool *tool, RingMatrix *matrix);
  gboolean (*rest) (RingTool *tool, guint32 time);
  gboolean (*is_done) (const RingTool *tool); /* NULL: it never is */
} RingToolClass;

#define RING_TOOL_NO_LAYER (-1)

struct _RingTool
{
  const RingToolClass *class;
  gpointer state; /* what make() gave */
  RingDesign *design;
  RingDrafting drafting; /* shape, dimension, text */
  char *picked;

  /* The stroke in hand. */
  gboolean active;
  char *view_id;
  char *layer_id;
  double scale; /* paper mm a mm of the view */
  double pixel; /* mm of the view */
  double paper_pixel; /* mm of paper: of whoever shows the marks */
  RingToolModifiers modifiers;
  gint64 t0;
  GArray *samples; /* of RingSample */
  guint drafted;   /* so many of them are in the last draft */

  RingStrokeStyle style; /* pen */
  RingWetInk *wet;       /* pen */
  RingItem *meant;       /* pen: the shape that the stroke in hand became, or NULL */
  RingSymmetry symmetry; /* pen: of the next stroke, from the view's middle */
  RingSymmetry repeats;  /* pen: of the stroke in hand, mm of its view */
  GPtrArray *met;        /* eraser: RingItem */
  GHashTable *met_ids;   /* theirs */
  gboolean cutting;      /* eraser */
  double reach;          /* eraser: half its width, pixels */
  char *stone;           /* note: after the end */
  RingSelection *selection; /* select; may be NULL */
  char *complaint;       /* after the end */
  RingFillChoice fill;   /* fill: the next one */

  RingGemChoice gem; /* gem: the next one */
  RingGemStyle gem_style;
  char *gem_id;      /* gem, setting: the one in hand, and after the end */
};

/* Adds ITEM to those met, unless it is there. */
void _ring_tool_meet (RingTool *tool, const RingItem *item);

/* Of RingToolMark, which it owns. */
GArray *_ring_tool_marks_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends MARK, whose path is in mm of the view that MATRIX (ring_view_get_matrix()) lays on the
 * paper; takes the path. */
void _ring_tool_mark (GArray *marks, const RingToolMark *mark, const RingMatrix *matrix);

extern const RingToolClass ring_tool_pen_class;
extern const RingToolClass ring_tool_eraser_class;
extern const RingToolClass ring_tool_note_class;
extern const RingToolClass ring_tool_gem_class;
extern const RingToolClass ring_tool_setting_class;
extern const RingToolClass ring_tool_layout_class;
extern const RingToolClass ring_tool_select_class;
extern const RingToolClass ring_tool_shape_class;
extern const RingToolClass ring_tool_dimension_class;
extern const RingToolClass ring_tool_text_class;
extern const RingToolClass ring_tool_fill_class;
extern const RingToolClass ring_tool_length_class;

/* The is_done() of a tool that never drags anything. */
gboolean _ring_tool_by_touch (const RingTool *tool);

RingView *_ring_tool_get_view (const RingTool *tool); /* of the present drawing, or NULL */

G_END_DECLS
