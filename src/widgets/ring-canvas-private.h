/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the canvas share: ring-canvas.c (the object), -view.c (what is seen), -design.c (its
 * changes), -stroke.c (samples to tools), -wet.c (their ink), -input.c (gestures), -pen.c, -keys.c
 * (actions and the crosshair), -lift.c (what is moved), -ruler.c (what lies on the paper), -snapshot.c
 * (the picture). */
#pragma once

#include "ring-canvas.h"
#include "ring-tiles.h"

G_BEGIN_DECLS

/* The paper of ring_paint_drawing(). */
#define RING_CANVAS_PAPER 0xfffdf8ff

/* Ink, or a fading veil over strokes the eraser met, shown over the tiles: while the stroke is in
 * hand, and afterwards until the tiles themselves show it. */
typedef struct
{
  RingMatrix matrix;   /* of the nodes to paper mm */
  GPtrArray *nodes;    /* of GskRenderNode, pixels from where the pen came down */
  double     alpha;    /* of the whole */
  RingRect   clip;     /* of the nodes: the window of the view; empty for none */
  RingRect   extent;   /* paper mm */
  guint64    revision; /* of the drawing that holds it; 0 while in hand */
} RingWet;

/* The stroke in hand. */
typedef struct
{
  RingTool        *tool; /* NULL: none */
  RingCanvasDevice device;
  RingMatrix       to_view; /* paper mm to mm of the view */
  RingMatrix       to_node; /* mm of the view to the wet nodes */
  double           pixel;   /* mm of the view */
  guint32          paper;   /* its colour */
  RingPoint        down;    /* mm of the view */
  RingPoint        last;    /* where the eraser was, mm of the view */
  gboolean         moved;   /* more than a tap does */
  char            *stone;   /* of the pin that the pen came down on */
  guint32          time0;
  guint32          last_time;
  RingWet         *wet;
  gsize            dried; /* wet ink up to this sample lies in WET's nodes for good */
  guint            n_met; /* so many met strokes are veiled */
  gint64           fed;   /* monotonic time of the newest sample */
  gboolean         ahead; /* the picture shows ink ahead of it */
  const RingRuler *ruler; /* along whose edge it goes, or NULL */
  int              edge;
  guint            hold_timeout; /* not 0 while a pen may come to rest */
} RingHand;

/* What the stroke in hand moves: ring-canvas-lift.c. */
typedef struct _RingLift RingLift;

typedef enum
{
  RING_DRAG_NONE,
  RING_DRAG_DRAW,
  RING_DRAG_PAN,
} RingDrag;

struct _RingCanvas
{
  GtkWidget parent_instance;

  RingDesign *design;
  RingTool *tool;
  GArray *overlay;  /* of RingToolMark, or NULL */
  GArray *ghost;    /* the same */
  RingTool *eraser; /* for the other end of the pen */
  gboolean eraser_cuts;
  double eraser_reach; /* pixels */
  RingViewport *viewport;
  RingTiles *tiles;
  gboolean guides_visible;
  gboolean show_wet;
  gboolean prediction;
  gboolean touch_draws;
  gboolean keyboard_draw;
  double true_scale;
  gboolean fitted;  /* the whole page is in view, and stays so when the size changes */
  gboolean fitting;
  double seen_scale, seen_rotation;
  gsize n_strokes, n_notes;
  guint64 revision; /* of the tiles for the present drawing */

  RingHand hand;
  GPtrArray *drying; /* of RingWet */
  RingLift *lift;    /* NULL for none */
  char *tapped; /* the stone of the pin that was tapped last */
  gint64 tapped_at;

  /* The pointer, widget pixels. */
  RingPoint pointer;
  gboolean pointer_inside;
  gboolean eraser_near;
  gint64 pen_seen; /* monotonic time of the pen's last event; 0 for never */
  gboolean pen_inside;
  RingPenButton pen_buttons[2];
  GdkModifierType modifiers; /* of the last event */
  guint pen_held;    /* the button held, 1 or 2; 0 for none */
  gboolean pen_pans; /* the tip moves the paper */
  RingPoint pen_at;  /* where the pen took hold of it, and is now; widget pixels */

  /* Gestures. */
  GtkGesture *stylus, *mouse, *touch, *zoom, *rotate;
  RingDrag mouse_drag, touch_drag;
  RingPoint drag_offset; /* panned so far */
  RingPoint pinch_centre;
  double pinch_scale, pinch_angle, pinch_rotation;
  gboolean pinching, pinch_turning;
  gboolean space_held;
  guint settle_timeout; /* not 0 while zooming */
  guint ready_timeout;  /* not 0 while new tiles wait to be shown */
  guint rest_timeout;   /* not 0 for a while after a stroke */
  guint still_tick;     /* not 0 while ink ahead of the pen is shown */

  RingRuler ruler;
  RingRulerGrip ruler_grip; /* what of it is in hand */
  RingPoint ruler_at;       /* where the hand was, paper mm */

  RingPoint crosshair; /* paper mm */
  gboolean crosshair_placed;
};

/* ring-canvas.c */
void     _ring_canvas_emit_failed (RingCanvas *canvas, const char *message);
void     _ring_canvas_emit_noted (RingCanvas *canvas, const char *stone);
void     _ring_canvas_emit_activated (RingCanvas *canvas, const char *stone);
void     _ring_canvas_emit_ended (RingCanvas *canvas, gboolean committed);
void     _ring_canvas_update_cursor (RingCanvas *canvas);

/* ring-canvas-view.c */
void     _ring_canvas_init_view (RingCanvas *canvas);
void     _ring_canvas_zooming (RingCanvas *canvas);
void     _ring_canvas_fit_page (RingCanvas *canvas); /* what one wants to see first */

/* ring-canvas-design.c */
void     _ring_canvas_count (RingCanvas *canvas);
void     _ring_canvas_update_description (RingCanvas *canvas);
void     _ring_canvas_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingCanvas *canvas);

/* ring-canvas-stroke.c */
gboolean _ring_canvas_begin (RingCanvas *canvas, const RingSample *paper, RingCanvasDevice device);
void     _ring_canvas_continue (RingCanvas *canvas, const RingSample *paper);
gboolean _ring_canvas_end (RingCanvas *canvas);
void     _ring_canvas_cancel (RingCanvas *canvas);
/* The tool in the hand that holds none: keys, and the pointer that passes over it. */
gboolean _ring_canvas_act (RingCanvas *canvas, RingToolAct act); /* whether the tool took it */
void     _ring_canvas_hover (RingCanvas *canvas, gboolean inside);
/* A tap at POINT (paper mm) that draws nothing; the second on the same pin opens its card. */
void     _ring_canvas_tap (RingCanvas *canvas, RingPoint point);

/* ring-canvas-wet.c */
RingWet *_ring_wet_new (const RingHand *hand, const RingView *view);
void     _ring_wet_free (gpointer wet);
/* What is wet now and will stay as it is becomes a node for good; once the pen is lifted, that is all
 * of it. */
void     _ring_hand_dry (RingHand *hand);
/* SAMPLE is where the eraser is now, mm of the view. */
void     _ring_hand_veil (RingHand *hand, const RingSample *sample);
/* The stroke in hand has become longer. */
void     _ring_canvas_grow_wet (RingCanvas *canvas);
/* Where a shape has taken the place of the wet ink, that goes. */
void     _ring_canvas_drop_wet (RingCanvas *canvas);
/* The stroke's ink stays over the tiles until those that hold it are painted. */
void     _ring_canvas_hand_over_wet (RingCanvas *canvas);
void     _ring_canvas_prune_drying (RingCanvas *canvas);
/* The newest wet ink, which changes with each sample; NULL when there is none. */
GskRenderNode *_ring_canvas_make_tail (RingCanvas *canvas);
/* From now on CR draws in what MATRIX leads from. */
void     _ring_canvas_transform (cairo_t *cr, const RingMatrix *matrix);

/* ring-canvas-lift.c */
void     _ring_canvas_update_lift (RingCanvas *canvas);
void     _ring_canvas_settle_lift (RingCanvas *canvas, gboolean committed);
void     _ring_canvas_drop_lift (RingCanvas *canvas);
void     _ring_canvas_append_lift (RingCanvas *canvas, GtkSnapshot *snapshot, const RingMatrix *to_pixels, RingRect window);
void     _ring_lift_unref (RingLift *lift);
/* ring-canvas-ruler.c; points are paper mm. */
gboolean _ring_canvas_grab_ruler (RingCanvas *canvas, RingPoint paper);
void     _ring_canvas_drag_ruler (RingCanvas *canvas, RingPoint paper);
int      _ring_canvas_find_edge (RingCanvas *canvas, RingPoint paper); /* 0 for none */
void     _ring_canvas_append_ruler (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window);

/* ring-canvas-input.c */
void     _ring_canvas_init_input (RingCanvas *canvas);
/* The pen is near, or was just now: what touches the glass is a hand. */
gboolean _ring_canvas_is_pen_busy (RingCanvas *canvas);
void     _ring_canvas_move_pointer (RingCanvas *canvas, double x, double y);
RingSample _ring_canvas_make_sample (RingCanvas *canvas, double x, double y, guint32 time);

/* ring-canvas-pen.c */
void     _ring_canvas_init_pen (RingCanvas *canvas);
void     _ring_canvas_init_pen_buttons (RingCanvas *canvas);
gboolean _ring_canvas_pen_erases (RingCanvas *canvas); /* its other end, or a held button */

/* ring-canvas-keys.c */
void     _ring_canvas_class_init_keys (GtkWidgetClass *class);

/* ring-canvas-snapshot.c */
void     _ring_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void     _ring_canvas_free_node (gpointer node);

G_END_DECLS
