/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen: every sample becomes part of one stroke. It dries later, where it is first looked at,
 * which is in a painter's thread: lifting the pen costs the hand nothing. */

#include "ring-tool-private.h"

#include "ring-shape-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far a dry outline may lie from the ideal sweep: on paper, and in pixels of the zoom it was
 * drawn at, whichever is finer. */
#define FIT_PAPER_MM 0.01
#define FIT_PIXELS 0.25
/* A pen is still while it stays so near to a place, pixels, and has been for so long; a stroke that is
 * shorter than this, pixels, is no shape. */
#define STILL_PIXELS 4.0
#define STILL_MS 500
#define LEAST_SHAPE 30.0
/* The axes of the symmetry. */
#define AXIS_COLOUR 0x1c70d9b0
#define AXIS_DASH 6

typedef struct
{
  char *view_id;    /* whose axes are shown: where the pen is, or was last */
  RingSample rest;  /* where it has been near to since then */
  guint rest_from;  /* the number of that sample */
  gboolean tried;   /* to make a shape there */
} PenState;

/* The style INSTRUMENT begins with; VIEW_SCALE divides its width into millimetres of a view. */
void
ring_stroke_style_init (RingStrokeStyle *style, RingInstrument instrument, double view_scale)
{
  const RingInstrumentInfo *info = ring_instrument_get_info (instrument);

  *style = (RingStrokeStyle){ .instrument = instrument, .ink = info->ink, .colour = info->colour };
  style->ink.width /= view_scale;
}

/* Rounded as the file rounds it, so that the picture can be made again from the file. */
static double
kept (double value)
{
  return MAX (1e-4, (double) (int) (value * 1e4 + 0.5) / 1e4);
}

static RingStrokeStyle
style_in_view (const RingTool *tool)
{
  RingStrokeStyle style = tool->style;

  style.ink.width /= tool->scale;
  style.grain = style.instrument == RING_INSTRUMENT_PENCIL ? kept (1 / tool->scale) : 0;
  return style;
}

/* The pen may rest from SAMPLE on, which is the newest. */
static void
rest_at (RingTool *tool, const RingSample *sample)
{
  PenState *state = tool->state;

  state->rest = *sample;
  state->rest_from = tool->samples->len - 1;
  state->tried = FALSE;
}

static void
pen_begin (RingTool *tool, const RingSample *sample)
{
  RingStrokeStyle style = style_in_view (tool);

  tool->repeats = ring_tool_symmetry_in_view (
    &tool->symmetry, ring_design_get_drawing (tool->design), _ring_tool_get_view (tool));
  tool->wet = ring_wet_ink_new (&style.ink);
  ring_wet_ink_add (tool->wet, sample);
  rest_at (tool, sample);
}

/* What a shape is drawn with is what the pen would have drawn. */
static void
make_meant (RingTool *tool, RingFigureForm form, const RingPoint *points, guint n)
{
  RingStrokeStyle style = style_in_view (tool);
  RingFigure figure = { .form = form, .points = points, .n_points = n, .text = "",
                        .colour = style.colour, .width = style.ink.width,
                        .size = RING_FIGURE_EM / tool->scale, .paper = 1 / tool->scale };

  tool->meant = ring_item_new_figure (NULL, &figure);
  g_clear_pointer (&tool->wet, ring_wet_ink_free);
}

/* Once for each rest. A grain, a wash and copies in a mirror are no lines of a drawing instrument. */
static gboolean
find_meant (RingTool *tool)
{
  static const RingFigureForm forms[] = {
    [RING_SHAPE_LINE] = RING_FIGURE_LINE,     [RING_SHAPE_ARC] = RING_FIGURE_ARC,
    [RING_SHAPE_CIRCLE] = RING_FIGURE_CIRCLE, [RING_SHAPE_ELLIPSE] = RING_FIGURE_ELLIPSE,
  };
  PenState *state = tool->state;
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  RingPoint points[3];
  RingShapeKind kind;
  double length = 0;

  state->tried = TRUE;
  if (tool->style.instrument == RING_INSTRUMENT_PENCIL
      || tool->style.instrument == RING_INSTRUMENT_WASH || !ring_symmetry_is_none (&tool->repeats))
    return FALSE;
  for (guint i = 0; i <= state->rest_from && i < tool->samples->len; i++)
    {
      const RingSample *sample = &g_array_index (tool->samples, RingSample, i);
      RingPoint at = { sample->x, sample->y };

      if (i > 0)
        length += ring_point_distance (at, g_array_index (way, RingPoint, i - 1));
      g_array_append_val (way, at);
    }
  kind = length >= LEAST_SHAPE * tool->pixel
           ? ring_shape_fit ((const RingPoint *) (const void *) way->data, way->len, points)
           : RING_SHAPE_NONE;
  if (kind == RING_SHAPE_NONE)
    return FALSE;
  make_meant (tool, forms[kind], points,
              kind == RING_SHAPE_LINE || kind == RING_SHAPE_CIRCLE ? 2 : 3);
  return TRUE;
}

static gboolean
pen_rest (RingTool *tool, guint32 time)
{
  const PenState *state = tool->state;

  return tool->drafting.holds && tool->meant == NULL && !state->tried
         && time >= state->rest.time + STILL_MS && find_meant (tool);
}

static void
pen_update (RingTool *tool, const RingSample *sample)
{
  const PenState *state = tool->state;
  RingPoint rest = { state->rest.x, state->rest.y };

  /* What it became is not drawn on. */
  if (tool->meant != NULL)
    return;
  ring_wet_ink_add (tool->wet, sample);
  if (ring_point_distance (rest, (RingPoint){ sample->x, sample->y }) > STILL_PIXELS * tool->pixel)
    rest_at (tool, sample);
  else
    pen_rest (tool, sample->time);
}

/* Samples FIRST to FIRST + N as one stroke item of the design. A draft has no outline and no id of
 * its own: whoever restores it makes both. */
static RingItem *
make_stroke (RingTool *tool, gsize first, gsize n, gboolean draft)
{
  const RingSample *raw = &g_array_index (tool->samples, RingSample, first);
  g_autofree RingSample *shifted = g_memdup2 (raw, n * sizeof *raw);
  g_autofree char *id = draft ? g_strdup_printf ("draft%" G_GSIZE_FORMAT, first)
                              : ring_design_new_id (tool->design, ring_item_kind_letter (RING_ITEM_STROKE));
  g_autoptr (RingSamples) samples = NULL;
  g_autoptr (RingInkPicture) picture = NULL;
  RingStroke stroke = { 0 };

  for (gsize i = 0; i < n; i++)
    shifted[i].time -= raw[0].time;
  samples = ring_samples_new (shifted, n, tool->t0 + raw[0].time);

  stroke.samples = samples;
  stroke.style = style_in_view (tool);
  stroke.symmetry = tool->repeats;
  stroke.fit = MIN (FIT_PAPER_MM / tool->scale, FIT_PIXELS * tool->pixel);
  stroke.fit = MAX (1e-4, (double) (int) (stroke.fit * 1e4) / 1e4);
  stroke.style.ink.width = kept (stroke.style.ink.width);
  stroke.style.ink.min_ratio = stroke.style.ink.min_ratio > 0 ? kept (stroke.style.ink.min_ratio) : 0;
  stroke.style.ink.curve = ring_pressure_curve_clean (stroke.style.ink.curve);
  stroke.style.ink.tilt = ring_instrument_get_info (stroke.style.instrument)->ink.tilt;
  if (draft)
    {
      g_autoptr (RingPath) nothing = ring_path_new ();
      RingPath *const paths[] = { nothing };

      /* Drying a stroke over and over while it grows would be work for nobody. */
      picture = ring_ink_picture_new (paths, 1);
    }
  stroke.picture = picture;
  return ring_item_new_stroke (id, &stroke);
}

static RingEdit *
make_edit (RingTool *tool, gboolean draft)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Stroke"));
  gsize n = tool->samples->len;

  /* A stroke past the limit continues in another that begins with the last one's end; both are
   * one step. */
  for (gsize first = 0; first == 0 || first + 1 < n; first += RING_SAMPLES_MAX - 1)
    {
      g_autoptr (RingItem) item = make_stroke (tool, first, MIN (n - first, RING_SAMPLES_MAX), draft);

      if (item != NULL)
        ring_edit_append_item (edit, tool->layer_id, item);
    }
  if (ring_edit_is_empty (edit))
    g_clear_pointer (&edit, ring_edit_unref);
  return edit;
}

static RingEdit *
pen_draft (RingTool *tool)
{
  return make_edit (tool, TRUE);
}

/* The shape takes the place of the strokes that were committed just now, in a step of its own: the
 * first step back is what was drawn. */
static gboolean
commit_meant (RingTool *tool, gsize first)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Shape"));
  g_autofree char *id = ring_design_new_id (tool->design, ring_item_kind_letter (RING_ITEM_FIGURE));
  g_autoptr (RingItem) item = ring_item_with_id (tool->meant, id);

  while (ring_edit_remove_item_at (edit, tool->layer_id, first))
    ;
  ring_edit_append_item (edit, tool->layer_id, item);
  return ring_design_commit (tool->design, edit);
}

static gboolean
pen_end (RingTool *tool)
{
  const PenState *state = tool->state;
  const RingLayer *layer
    = ring_drawing_find_layer (ring_design_get_drawing (tool->design), tool->layer_id, NULL);
  gsize first = layer != NULL ? ring_layer_get_n_items (layer) : 0;
  RingEdit *edit;

  if (tool->meant != NULL)
    g_array_set_size (tool->samples, MIN (tool->samples->len, state->rest_from + 1));
  edit = make_edit (tool, FALSE);
  if (edit == NULL || !ring_design_commit (tool->design, edit))
    return FALSE;
  return tool->meant == NULL || commit_meant (tool, first);
}

static RingItem *
pen_item (const RingTool *tool, RingMatrix *matrix)
{
  const RingView *view = tool->meant != NULL ? _ring_tool_get_view (tool) : NULL;

  if (view == NULL)
    return NULL;
  *matrix = ring_view_get_matrix (view);
  return ring_item_ref (tool->meant);
}

/* ------------------------------------------------------------------ the axes */

static gpointer
pen_make (RingTool *tool)
{
  return g_new0 (PenState, 1);
}

static void
pen_free (gpointer data)
{
  PenState *state = data;

  g_free (state->view_id);
  g_free (state);
}

static gboolean
pen_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  PenState *state = tool->state;
  const char *id = view != NULL ? ring_view_get_head (view)->id : NULL;

  if (id == NULL || g_strcmp0 (id, state->view_id) == 0)
    return FALSE;
  g_free (state->view_id);
  state->view_id = g_strdup (id);
  return !ring_symmetry_is_none (&tool->symmetry);
}

/* The part within BOX of the line from FROM on in the direction (DX, DY), both ways where BOTH; the
 * slabs of Kay and Kajiya. FALSE when there is none. */
static gboolean
clip_line (RingRect box, RingPoint from, double dx, double dy, gboolean both, RingPoint ends[2])
{
  double low = both ? -1e6 : 0;
  double high = 1e6;
  const double at[] = { from.x, from.y }, d[] = { dx, dy };
  const double least[] = { box.x0, box.y0 }, most[] = { box.x1, box.y1 };

  for (int i = 0; i < 2; i++)
    {
      double a = (least[i] - at[i]) / d[i];
      double b = (most[i] - at[i]) / d[i];

      if (fabs (d[i]) < 1e-9)
        {
          if (at[i] < least[i] || at[i] > most[i])
            return FALSE;
          continue;
        }
      low = MAX (low, MIN (a, b));
      high = MIN (high, MAX (a, b));
    }
  ends[0] = (RingPoint){ from.x + low * dx, from.y + low * dy };
  ends[1] = (RingPoint){ from.x + high * dx, from.y + high * dy };
  return low < high;
}

/* Mirrors are lines through the centre, turns are rays from it. */
static void
pen_marks (const RingTool *tool, GArray *marks)
{
  const PenState *state = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const char *id = tool->active ? tool->view_id : state->view_id;
  const RingView *view = id != NULL ? ring_drawing_find_view (drawing, id) : NULL;
  g_autoptr (RingPath) path = NULL;
  RingSymmetry symmetry;
  RingMatrix matrix;
  RingRect box;

  if (view == NULL || ring_symmetry_is_none (&tool->symmetry))
    return;
  symmetry = ring_tool_symmetry_in_view (&tool->symmetry, drawing, view);
  matrix = ring_view_get_matrix (view);
  box = ring_view_get_head (view)->clip;
  if (ring_view_get_head (view)->kind == RING_VIEW_PAGE || ring_rect_is_empty (box))
    box = (RingRect){ 0, 0, ring_drawing_get_width (drawing), ring_drawing_get_height (drawing) };
  path = ring_path_new ();
  for (guint i = 0; i < symmetry.count; i++)
    {
      double part = symmetry.mirrored ? 180.0 : 360.0;
      double angle = (symmetry.angle + part * i / symmetry.count) * G_PI / 180;
      RingPoint ends[2];

      if (!clip_line (box, symmetry.centre, cos (angle), -sin (angle), symmetry.mirrored, ends))
        continue;
      ring_path_move_to (path, ends[0]);
      ring_path_line_to (path, ends[1]);
    }
  _ring_tool_mark (marks,
                   &(RingToolMark){ .path = ring_path_ref (path), .stroke = AXIS_COLOUR,
                                    .width = 1, .dash = AXIS_DASH },
                   &matrix);
}

const RingToolClass ring_tool_pen_class = {
  .kind = RING_TOOL_PEN,
  .role = RING_ROLE_INK,
  .begin = pen_begin,
  .update = pen_update,
  .end = pen_end,
  .draft = pen_draft,
  .make = pen_make,
  .free = pen_free,
  .hover = pen_hover,
  .marks = pen_marks,
  .item = pen_item,
  .rest = pen_rest,
};
