/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one sheet of paper that all pages share: shows a design, takes pen, mouse, touch and keys,
 * and gives what they deliver to a tool.
 *
 * Properties: design (RingDesign), guides-visible, show-wet, prediction, touch-draws,
 * keyboard-draw (all gboolean), viewport (RingViewport, read-only).
 *
 * Signals: "tool-failed" (const char *message): a stroke could not begin, translated, for a toast;
 * "stone-noted" (const char *stone_id): the note tool pinned a new stone;
 * "note-activated" (const char *stone_id): a pin was tapped with the note tool or double-clicked;
 * "stroke-ended" (gboolean committed): the pen was lifted.
 *
 * Actions: canvas.zoom-in, zoom-out, zoom-fit, zoom-one, rotate-left, rotate-right, rotate-reset,
 * pan-left, pan-right, pan-up, pan-down, keyboard-draw. None takes a parameter, so that assistive
 * tools see each of them. */
#pragma once

#include <gtk/gtk.h>

#include "ring-ruler.h"
#include "ring-tool.h"
#include "ring-viewport.h"

G_BEGIN_DECLS

typedef enum
{
  RING_CANVAS_DOWN,
  RING_CANVAS_MOVE,
  RING_CANVAS_UP,
  RING_CANVAS_CANCEL,
} RingCanvasPhase;

typedef enum
{
  RING_CANVAS_PEN,
  RING_CANVAS_ERASER, /* the other end of the pen */
  RING_CANVAS_MOUSE,
  RING_CANVAS_TOUCH,
  RING_CANVAS_KEYS,
} RingCanvasDevice;

/* What a button on the side of the pen does while it is held. */
typedef enum
{
  RING_PEN_BUTTON_NOTHING,
  RING_PEN_BUTTON_ERASE, /* the tip erases */
  RING_PEN_BUTTON_PAN,   /* the pen moves the paper, touching it or not */
} RingPenButton;

#define RING_TYPE_CANVAS (ring_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RingCanvas, ring_canvas, RING, CANVAS, GtkWidget)

GtkWidget    *ring_canvas_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The whole page comes into view when another design is set. NULL shows an empty desk. */
void          ring_canvas_set_design (RingCanvas *canvas, RingDesign *design);
RingDesign   *ring_canvas_get_design (RingCanvas *canvas);
/* TOOL belongs to the caller, works on the canvas's design and must be taken away (another one, or
 * NULL) before it is freed. A stroke in hand is ended first. Without a tool the pointer pans. */
void          ring_canvas_set_tool (RingCanvas *canvas, RingTool *tool);
RingTool     *ring_canvas_get_tool (RingCanvas *canvas);
RingViewport *ring_canvas_get_viewport (RingCanvas *canvas);

gboolean      ring_canvas_get_guides_visible (RingCanvas *canvas);
void          ring_canvas_set_guides_visible (RingCanvas *canvas, gboolean visible);
gboolean      ring_canvas_get_show_wet (RingCanvas *canvas);
void          ring_canvas_set_show_wet (RingCanvas *canvas, gboolean show_wet);
/* Shows the wet ink up to a frame ahead of the pen, where it is sure to go; never stored. */
gboolean      ring_canvas_get_prediction (RingCanvas *canvas);
void          ring_canvas_set_prediction (RingCanvas *canvas, gboolean prediction);
/* Lets one finger draw, where there is no pen; two fingers still zoom. */
gboolean      ring_canvas_get_touch_draws (RingCanvas *canvas);
void          ring_canvas_set_touch_draws (RingCanvas *canvas, gboolean touch_draws);
/* BUTTON is 1, which erases to begin with, or 2, which pans. What the tip does is settled when it
 * comes down. */
void          ring_canvas_set_pen_button (RingCanvas *canvas, guint button, RingPenButton role);
RingPenButton ring_canvas_get_pen_button (RingCanvas *canvas, guint button);
/* What lies over the drawing whatever the tool is, of RingToolMark, paper mm; NULL for nothing. */
void          ring_canvas_set_overlay (RingCanvas *canvas, GArray *marks);
/* The same, of what the drawing would become by what is being typed. */
void          ring_canvas_set_ghost (RingCanvas *canvas, GArray *marks);
/* The pen's other end: whether it cuts, and half its width, pixels. Shown so wide for every eraser. */
void          ring_canvas_set_eraser (RingCanvas *canvas, gboolean cuts, double reach);
/* A crosshair that the arrow keys move (0.1 mm of paper, with Shift 1 mm); Enter presses the pen
 * and lifts it. */
gboolean      ring_canvas_get_keyboard_draw (RingCanvas *canvas);
void          ring_canvas_set_keyboard_draw (RingCanvas *canvas, gboolean keyboard_draw);

/* A ruler, or an ellipse template, in the middle of what is seen; lines that begin at its edge go along
 * it. It is no part of the drawing. */
RingRulerKind ring_canvas_get_ruler (RingCanvas *canvas);
void          ring_canvas_set_ruler (RingCanvas *canvas, RingRulerKind kind);

/* Pixels of this screen a true mm, from calibration; 0 takes what the monitor tells. */
void          ring_canvas_set_true_scale (RingCanvas *canvas, double pixels_per_mm);
double        ring_canvas_get_true_scale (RingCanvas *canvas); /* never 0 */
void          ring_canvas_zoom_fit (RingCanvas *canvas);
/* Whether the whole page stays in view, as nothing was zoomed or moved since. */
gboolean      ring_canvas_is_fitted (RingCanvas *canvas);
void          ring_canvas_zoom_one (RingCanvas *canvas);

/* The view where the pen, or the pointer, was last, and where in it, mm of the view; AT may be NULL.
 * NULL without a design. */
const RingView *ring_canvas_get_view (RingCanvas *canvas, RingPoint *at);
/* Paper mm a mm of the ring where the pen, or the pointer, was last; on the page itself, where
 * there is no ring, of the first view. */
double        ring_canvas_get_view_scale (RingCanvas *canvas);

/* A stroke in hand; a finished one is not. */
gboolean      ring_canvas_is_drawing (RingCanvas *canvas);
/* Whether all that is in view is painted and sharp. */
gboolean      ring_canvas_is_settled (RingCanvas *canvas);

/* What the gestures call, for tests and replay: SAMPLE is in paper mm, its time in milliseconds
 * of any clock that runs through the stroke. On DOWN returns whether a stroke began, on UP whether
 * it was committed. */
gboolean      ring_canvas_feed_sample (RingCanvas *canvas, RingCanvasPhase phase, const RingSample *sample, RingCanvasDevice device);

G_END_DECLS
