/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tools: small state machines from samples to edits. No cairo, no GTK: tests and recordings drive
 * them as the canvas does.
 *
 * A tool is given the design, and per stroke a target: the view and layer the pen came down in.
 * Samples are in mm of that view. Lives in the main thread. */
#pragma once

#include "ring-design.h"
#include "ring-drafting.h"
#include "ring-fill.h"
#include "ring-gem-art.h"
#include "ring-gem-text.h"
#include "ring-selection.h"

G_BEGIN_DECLS

typedef enum
{
  RING_TOOL_PEN,
  RING_TOOL_ERASER, /* whole strokes, or parts of them */
  RING_TOOL_NOTE,   /* pins a stone note where one taps */
  RING_TOOL_GEM,    /* places a gem on the ring where one taps, and moves one that is there */
  RING_TOOL_SETTING, /* puts a setting round the gem that one taps */
  RING_TOOL_LAYOUT, /* sets out many small stones: ring-tool-layout.h */
  RING_TOOL_SELECT, /* selects, moves, turns and scales what is there */
  RING_TOOL_SHAPE,  /* constructs lines, arcs, circles ... by drags and taps */
  RING_TOOL_DIMENSION, /* measures between points, or what is tapped */
  RING_TOOL_TEXT,      /* words where one taps, or at the end of a leader */
  RING_TOOL_FILL,   /* lays colour into the region where one taps */
  RING_TOOL_LENGTH, /* marks a known length on what is selected */
} RingToolKind;

typedef struct _RingTool RingTool;

/* Something a tool shows over the drawing that is no part of it: a frame, a handle, a guide. PATH is
 * in mm of paper; widths, dashes and radii are pixels of the screen, whatever the zoom. */
typedef struct
{
  RingPath *path;
  guint32   fill;   /* 0xRRGGBBAA; 0 for none */
  guint32   stroke; /* as FILL */
  double    width;
  double    dash;   /* length of dashes and gaps; 0 for an unbroken line */
  const char *text; /* a word beside PATH's first point, in the colour of STROKE; NULL for none */
} RingToolMark;

/* What a tool moves while the pen is down: ITEMS (of RingItem) are shown where MATRIX (mm of their
 * view) takes them, over REST, which is the drawing without them. */
typedef struct
{
  GPtrArray   *items;
  RingDrawing *rest;
  const char  *view_id;
  RingMatrix   matrix;
} RingToolLift;

/* Keys that are held. */
typedef enum
{
  RING_TOOL_SHIFT = 1 << 0,
  RING_TOOL_CTRL = 1 << 1,
  RING_TOOL_ALT = 1 << 2,
} RingToolModifiers;

/* What keys, and a second click at one place, say to a tool. */
typedef enum
{
  RING_TOOL_FINISH, /* Enter */
  RING_TOOL_ESCAPE,
  RING_TOOL_BACK, /* BackSpace: the last point again */
} RingToolAct;

RingTool    *ring_tool_new (RingToolKind kind, RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;
void         ring_tool_free (RingTool *tool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingTool, ring_tool_free)

RingToolKind ring_tool_get_kind (const RingTool *tool);

/* Pen: style; the width is in mm on paper, and becomes mm of the view when a stroke begins. */
void         ring_tool_set_style (RingTool *tool, const RingStrokeStyle *style);
const RingStrokeStyle *ring_tool_get_style (const RingTool *tool);

/* Pen: the symmetry that strokes are drawn with from the next one on. Its centre is told from where a
 * view has its middle: of a ring's view the finger's centre, of the page its own. */
void         ring_tool_set_symmetry (RingTool *tool, const RingSymmetry *symmetry);
/* The same for VIEW, in its mm. */
RingSymmetry ring_tool_symmetry_in_view (const RingSymmetry *symmetry, const RingDrawing *drawing, const RingView *view);

/* Eraser: whole strokes, or, CUTTING, only the part of a stroke that was touched; the rest stays as
 * strokes of their own. REACH is half the eraser's width in pixels of the screen. */
void         ring_tool_set_cutting (RingTool *tool, gboolean cutting);
gboolean     ring_tool_get_cutting (const RingTool *tool);
void         ring_tool_set_reach (RingTool *tool, double pixels);
double       ring_tool_get_reach (const RingTool *tool);
#define RING_TOOL_REACH 6.0 /* to begin with */

/* The stroke: begin where the pen came down (VIEW is a view of the present drawing; PIXEL is the
 * size of a screen pixel in mm of the view), update with every sample in order, history included,
 * then end (commits one step to the design and returns TRUE when it did) or cancel (leaves no
 * trace). begin() returns FALSE with RING_ERROR_READ_ONLY when the target layer is locked or
 * hidden. */
gboolean     ring_tool_begin (RingTool *tool, const RingView *view, double pixel, const RingSample *sample, gint64 t0, GError **error);
void         ring_tool_update (RingTool *tool, const RingSample *samples, gsize n_samples);
gboolean     ring_tool_end (RingTool *tool);
void         ring_tool_cancel (RingTool *tool);
gboolean     ring_tool_is_active (const RingTool *tool);

/* The pointer is over POINT (mm of VIEW) and nothing is pressed; VIEW NULL when it has left. Returns
 * whether what get_marks() gives is another thing now. */
gboolean     ring_tool_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point);
/* Returns whether the tool had something to do for it; work that goes through several strokes is
 * finished, given up or taken back by one. */
gboolean     ring_tool_act (RingTool *tool, RingToolAct act);
/* Of RingToolMark, from back to front; NULL for none. It can change with each call above and with
 * the design. */
GArray      *ring_tool_get_marks (const RingTool *tool) G_GNUC_WARN_UNUSED_RESULT;
/* How large a pixel of the screen is, mm of paper: for the marks. */
void         ring_tool_set_paper_pixel (RingTool *tool, double mm);
void         ring_tool_set_modifiers (RingTool *tool, RingToolModifiers modifiers);
/* FALSE when nothing is moved. What LIFT points to is the tool's, until the next sample. */
gboolean     ring_tool_get_lift (const RingTool *tool, RingToolLift *lift);
/* An arrow key: DX and DY are -1, 0 or 1, to the right and down on a screen where the paper lies
 * turned by ROTATION (degrees, clockwise). Returns whether the tool had something to move. */
gboolean     ring_tool_nudge (RingTool *tool, int dx, int dy, double rotation, RingToolModifiers modifiers);

/* What is being made by more than one stroke, or is in hand, as it would be in the drawing: *MATRIX
 * becomes what takes it to mm of paper. NULL for nothing. */
RingItem    *ring_tool_make_item (const RingTool *tool, RingMatrix *matrix) G_GNUC_WARN_UNUSED_RESULT;

/* What the canvas shows while the stroke is in hand, mm of the view: the pen's wet ink from
 * sample FIRST on (NULL when there is none), and the ids of the strokes the eraser has met. */
RingPath    *ring_tool_get_wet_path (const RingTool *tool, gsize first, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
/* What of it no later sample can change, from sample *FIRST on; moves *FIRST to where the rest
 * begins. */
RingPath    *ring_tool_settle_wet (const RingTool *tool, gsize *first, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
/* Leads the wet ink to where the pen was lifted, as the dry ink will be; end() must follow. */
void         ring_tool_lift (RingTool *tool);
/* Ink ahead of the pen, of MS milliseconds and at most one frame: NULL when there is nothing to
 * guess. It never becomes part of the stroke. */
RingPath    *ring_tool_predict (const RingTool *tool, double ms, RingRect *bounds) G_GNUC_WARN_UNUSED_RESULT;
gsize        ring_tool_get_n_samples (const RingTool *tool);
gboolean     ring_tool_has_met (const RingTool *tool, const char *item_id);
guint        ring_tool_get_n_met (const RingTool *tool);
/* The Ith of them, in the order they were met. */
const RingItem *ring_tool_get_met (const RingTool *tool, guint i);

/* After end() of the note tool: the id of the stone it made, to open the card; NULL otherwise. */
const char  *ring_tool_get_stone (const RingTool *tool);

/* Select: what it works on; of the tool's design. Without one, which is how a tool begins, the tool
 * does nothing. */
void         ring_tool_set_selection (RingTool *tool, RingSelection *selection);
/* What a press on nothing draws: a lasso instead of a box. */
void         ring_tool_set_lasso (RingTool *tool, gboolean lasso);

/* Length: how many of its two ends are marked, mm of the selection's view. */
guint        ring_tool_get_length (const RingTool *tool, RingPoint *from, RingPoint *to);

/* Shape, dimension, text: what the next one is, and what points snap to. Shift holds lines to steps of
 * 15 degrees and makes an ellipse a circle. */
void         ring_tool_set_drafting (RingTool *tool, const RingDrafting *drafting);
/* The id of the figure that was tapped or made last, whose handles show; NULL for none. */
const char  *ring_tool_get_picked (const RingTool *tool);
void         ring_tool_pick (RingTool *tool, const char *item_id);

/* Text: after end(), whether words are asked for: at *PAPER (mm of paper, on the base line), with an em
 * of *SIZE mm of paper, and *TEXT is what stands there now. give_text() answers; FALSE when that changed
 * nothing. No text at all takes away what is there. */
gboolean     ring_tool_wants_text (const RingTool *tool, RingPoint *paper, double *size, char **text);
gboolean     ring_tool_give_text (RingTool *tool, const char *text);

/* Pen: tells that it has been still until TIME (as in samples), for a pen that rests sends nothing. Returns
 * whether that made a shape of the stroke; has_shape() says so from then on. */
gboolean     ring_tool_rest (RingTool *tool, guint32 time);
gboolean     ring_tool_has_shape (const RingTool *tool);

/* Gem: what the next one is. */
void         ring_tool_set_gem (RingTool *tool, const RingGemChoice *gem, RingGemStyle style);
/* Setting: of which kind (RingSettingKind) the next one is, or RING_SETTING_USUAL. */
void         ring_tool_set_setting (RingTool *tool, int kind);
/* After end() of the gem or setting tool: the id of the gem that was placed, moved, set or tapped; NULL
 * otherwise. */
const char  *ring_tool_get_gem (const RingTool *tool);
/* Fill: what is laid into the next region. */
void         ring_tool_set_fill (RingTool *tool, const RingFillChoice *fill);
/* After an end() that committed nothing: why not, in one sentence; NULL where there is nothing to
 * say. */
const char  *ring_tool_get_complaint (const RingTool *tool);
/* Whether nothing more can come of the stroke in hand than came of its beginning: a note's pin, a
 * gem that is placed, a setting. A key need not be pressed twice then. */
gboolean     ring_tool_is_done (const RingTool *tool);

/* The styles the program begins with, in mm of a view at VIEW_SCALE paper mm a mm. */
void         ring_stroke_style_init (RingStrokeStyle *style, RingInstrument instrument, double view_scale);

G_END_DECLS
