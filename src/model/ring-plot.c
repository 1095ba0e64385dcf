/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-custody.h"
#include "ring-error.h"
#include "ring-stone-recut.h"
#include "ring-stone.h"

/* Of one side and kind: more than any hand draws, and little enough to be drawn in each frame. */
#define MOST_VERBS 18000
#define MOST_SEGMENTS 20000
#define DECIMALS 4
/* Figures of a card are to 0.01. */
#define SAME_MM 0.005
#define LEAST_DEPTH 0.05

static const char *const whens[RING_N_PLOTS] = { "before", "after" };

static const char *
field_of (RingPlotSide side, RingPlotMark mark)
{
  static const char *const fields[RING_N_PLOT_SIDES][RING_N_PLOT_MARKS]
      = { { "face-inside", "face-surface" }, { "below-inside", "below-surface" } };

  return fields[side][mark];
}

/* ----------------------------------------------------------------------- the stone on it */

static double
get_mm (const RingRecord *record, const char *name)
{
  return ring_record_get_between (record, name, RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 0);
}

/* FALSE without a size; what is not said is usual. */
static gboolean
read_shape (const RingRecord *record, RingRecutSize *shape)
{
  shape->length = get_mm (record, "length");
  shape->width = get_mm (record, "width");
  shape->depth = ring_record_get_between (record, "depth", LEAST_DEPTH, RING_CARAT_MOST_MM, 0);
  if (shape->length <= 0)
    return FALSE;
  if (!ring_stone_get_cut (record, &shape->cut))
    shape->cut
        = shape->width > 0 && shape->length > 1.15 * shape->width ? RING_CUT_OVAL : RING_CUT_ROUND;
  if (shape->width <= 0)
    shape->width = shape->length / ring_cut_usual_ratio (shape->cut);
  return TRUE;
}

/* Once it came back from the cutter its card is of what it has become. */
static gboolean
came_back (const RingDrawing *drawing, const char *stone_id)
{
  g_autoptr (GArray) log = ring_custody_list (drawing, stone_id);

  for (guint i = 0; i < log->len; i++)
    if (g_strcmp0 (ring_record_get (g_array_index (log, RingCustody, i).record, "event"), "recut") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
propose (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when, RingRecutSize *shape)
{
  const RingRecord *stone = ring_drawing_find_record (drawing, RING_RECORD_STONE, stone_id);
  RingStoneRecut recut;

  if (stone == NULL)
    return FALSE;
  if (when == RING_PLOT_AFTER && !came_back (drawing, stone_id)
      && ring_stone_recut_init (&recut, stone, NULL))
    {
      *shape = recut.after.size;
      return TRUE;
    }
  return read_shape (stone, shape);
}

const RingRecord *
ring_plot_find (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_PLOT)
          && g_strcmp0 (ring_record_get (record, "stone"), stone_id) == 0
          && g_strcmp0 (ring_record_get (record, "when"), whens[when]) == 0)
        return record;
    }
  return NULL;
}

gboolean
ring_plot_get_shape (const RingDrawing *drawing,
                     const char *stone_id,
                     RingPlotWhen when,
                     RingRecutSize *shape)
{
  const RingRecord *plot = ring_plot_find (drawing, stone_id, when);

  return (plot != NULL && read_shape (plot, shape)) || propose (drawing, stone_id, when, shape);
}

static gboolean
is_same (const RingRecutSize *a, const RingRecutSize *b)
{
  return a->cut == b->cut && fabs (a->length - b->length) < SAME_MM && fabs (a->width - b->width) < SAME_MM
         && fabs (a->depth - b->depth) < SAME_MM;
}

gboolean
ring_plot_is_other (const RingDrawing *drawing, const char *stone_id, RingPlotWhen when)
{
  RingRecutSize shape, now;

  return ring_plot_find (drawing, stone_id, when) != NULL
         && ring_plot_get_shape (drawing, stone_id, when, &shape)
         && propose (drawing, stone_id, when, &now) && !is_same (&shape, &now);
}

/* ------------------------------------------------------------------------------ the marks */

RingPath *
ring_plot_get_outlines (const RingRecord *plot, RingPlotSide side, RingPlotMark mark)
{
  const char *d = ring_record_get (plot, field_of (side, mark));
  RingPath *path = d != NULL ? ring_path_from_svg (d, MOST_SEGMENTS, NULL) : NULL;

  return path != NULL ? path : ring_path_new ();
}

/* Each stroke is one closed piece of the path. */
static GPtrArray *
part (const RingPath *path)
{
  static const guint n_points[] = { 1, 1, 3, 0 };
  GPtrArray *strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_path_unref);
  RingPath *stroke = NULL;
  gsize n, n_p;
  const guint8 *verbs = ring_path_get_verbs (path, &n);
  const RingPoint *p = ring_path_get_points (path, &n_p);

  for (gsize i = 0; i < n; p += n_points[verbs[i]], i++)
    {
      if (verbs[i] == RING_PATH_MOVE || stroke == NULL)
        {
          stroke = ring_path_new ();
          g_ptr_array_add (strokes, stroke);
        }
      if (verbs[i] == RING_PATH_MOVE)
        ring_path_move_to (stroke, p[0]);
      else if (verbs[i] == RING_PATH_LINE)
        ring_path_line_to (stroke, p[0]);
      else if (verbs[i] == RING_PATH_CURVE)
        ring_path_curve_to (stroke, p[0], p[1], p[2]);
      else
        ring_path_close (stroke);
    }
  return strokes;
}

guint
ring_plot_count_side (const RingRecord *plot, RingPlotSide side, RingPlotMark mark)
{
  g_autoptr (RingPath) path = ring_plot_get_outlines (plot, side, mark);
  g_autoptr (GPtrArray) strokes = part (path);

  return strokes->len;
}

guint
ring_plot_count (const RingRecord *plot, RingPlotMark mark)
{
  return ring_plot_count_side (plot, RING_PLOT_FACE, mark) + ring_plot_count_side (plot, RING_PLOT_BELOW, mark);
}

static char *
format (guint inside, guint surface)
{
  if (inside > 0 && surface > 0)
    /* Translators: how many marks are drawn of inclusions, and how many of what reaches the surface. */
    return g_strdup_printf (_ ("%u inside, %u at the surface"), inside, surface);
  if (inside > 0)
    return g_strdup_printf (_ ("%u inside"), inside);
  return surface > 0 ? g_strdup_printf (_ ("%u at the surface"), surface) : NULL;
}

char *
ring_plot_format (const RingRecord *plot)
{
  return format (ring_plot_count (plot, RING_PLOT_INSIDE), ring_plot_count (plot, RING_PLOT_SURFACE));
}

char *
ring_plot_format_side (const RingRecord *plot, RingPlotSide side)
{
  return format (ring_plot_count_side (plot, side, RING_PLOT_INSIDE),
                 ring_plot_count_side (plot, side, RING_PLOT_SURFACE));
}

/* ------------------------------------------------------------------------------ steps */

static RingRecord *
with_outlines (const RingRecord *plot, RingPlotSide side, RingPlotMark mark, const RingPath *path)
{
  g_autoptr (GString) d = g_string_new (NULL);

  ring_path_to_svg (path, DECIMALS, d);
  return ring_record_with (plot, field_of (side, mark), d->str);
}

static void
set_shape (RingRecord **plot, const RingRecutSize *shape)
{
  ring_record_set (plot, "cut", ring_cut_id (shape->cut));
  ring_record_set_number (plot, "length", shape->length, 2);
  ring_record_set_number (plot, "width", shape->width, 2);
  if (shape->depth > 0)
    ring_record_set_number (plot, "depth", shape->depth, 2);
  else
    ring_record_set (plot, "depth", NULL);
}

static RingRecord *
new_plot (RingDesign *design, const char *stone_id, RingPlotWhen when, GError **error)
{
  g_autofree char *id = NULL;
  RingRecutSize shape;
  RingRecord *plot;

  if (!propose (ring_design_get_drawing (design), stone_id, when, &shape))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("There is no plan to mark yet: write the stone’s size on its card."));
      return NULL;
    }
  id = ring_design_new_id (design, 'b');
  plot = ring_record_new (RING_RECORD_PLOT, id);
  ring_record_set (&plot, "stone", stone_id);
  ring_record_set (&plot, "when", whens[when]);
  set_shape (&plot, &shape);
  return plot;
}

RingEdit *
ring_plot_add (RingDesign *design,
               const char *stone_id,
               RingPlotWhen when,
               RingPlotSide side,
               RingPlotMark mark,
               const RingPath *outline,
               GError **error)
{
  const RingRecord *there = ring_plot_find (ring_design_get_drawing (design), stone_id, when);
  g_autoptr (RingRecord) plot
      = there != NULL ? ring_record_ref (there) : new_plot (design, stone_id, when, error);
  g_autoptr (RingRecord) next = NULL;
  g_autoptr (RingPath) path = NULL;
  gsize n_there, n_new;
  RingEdit *edit;

  if (plot == NULL)
    return NULL;
  path = ring_plot_get_outlines (plot, side, mark);
  ring_path_get_verbs (path, &n_there);
  ring_path_get_verbs (outline, &n_new);
  if (n_there + n_new > MOST_VERBS)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_LIMIT,
                           _ ("This plan has no room for more marks: rub out what is not needed."));
      return NULL;
    }
  ring_path_append (path, outline, NULL);
  next = with_outlines (plot, side, mark, path);
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Mark on the Plan"));
  ring_edit_set_record (edit, next);
  return edit;
}

/* Points on the way so close together that nothing slips between. */
static gboolean
meets (const RingPath *stroke, RingPoint a, RingPoint b, double reach)
{
  RingRect box = ring_path_get_bounds (stroke);
  guint n = (guint) CLAMP (ceil (hypot (b.x - a.x, b.y - a.y) / (0.5 * reach)), 1, 1000);

  for (guint i = 0; i <= n; i++)
    {
      RingPoint p = { a.x + (b.x - a.x) * i / n, a.y + (b.y - a.y) * i / n };

      if (p.x >= box.x0 - reach && p.x <= box.x1 + reach && p.y >= box.y0 - reach && p.y <= box.y1 + reach
          && ring_path_distance (stroke, p, TRUE) <= reach)
        return TRUE;
    }
  return FALSE;
}

/* What is left of the path; NULL where nothing was met. */
static RingPath *
erase (const RingPath *path, RingPoint a, RingPoint b, double reach)
{
  g_autoptr (GPtrArray) strokes = part (path);
  RingPath *left = ring_path_new ();
  guint n = 0;

  for (guint i = 0; i < strokes->len; i++)
    if (meets (strokes->pdata[i], a, b, reach))
      n++;
    else
      ring_path_append (left, strokes->pdata[i], NULL);
  if (n > 0)
    return left;
  ring_path_unref (left);
  return NULL;
}

RingEdit *
ring_plot_erase (RingDesign *design,
                 const char *stone_id,
                 RingPlotWhen when,
                 RingPlotSide side,
                 RingPoint a,
                 RingPoint b,
                 double reach,
                 const char *gesture)
{
  const RingRecord *plot = ring_plot_find (ring_design_get_drawing (design), stone_id, when);
  g_autoptr (RingRecord) next = plot != NULL ? ring_record_ref (plot) : NULL;
  gboolean taken = FALSE;
  RingEdit *edit;

  for (guint mark = 0; plot != NULL && mark < RING_N_PLOT_MARKS; mark++)
    {
      g_autoptr (RingPath) path = ring_plot_get_outlines (plot, side, mark);
      g_autoptr (RingPath) left = erase (path, a, b, reach);
      RingRecord *fewer = left != NULL ? with_outlines (next, side, mark, left) : NULL;

      if (fewer == NULL)
        continue;
      ring_record_unref (next);
      next = fewer;
      taken = TRUE;
    }
  if (!taken)
    return NULL;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Rub Out Marks"));
  ring_edit_set_merge_key (edit, gesture);
  if (ring_plot_count (next, RING_PLOT_INSIDE) + ring_plot_count (next, RING_PLOT_SURFACE) > 0)
    ring_edit_set_record (edit, next);
  else
    ring_edit_remove_record (edit, RING_RECORD_PLOT, ring_record_get_id (plot));
  return edit;
}

RingEdit *
ring_plot_reshape (RingDesign *design, const char *stone_id, RingPlotWhen when)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingRecord) plot = NULL;
  RingRecutSize shape;
  RingEdit *edit;

  if (!ring_plot_is_other (drawing, stone_id, when) || !propose (drawing, stone_id, when, &shape))
    return NULL;
  plot = ring_record_ref (ring_plot_find (drawing, stone_id, when));
  set_shape (&plot, &shape);
  edit = ring_edit_new (drawing, _ ("Plan as on the Card"));
  ring_edit_set_record (edit, plot);
  return edit;
}

void
ring_plot_clear (RingEdit *edit, const char *stone_id)
{
  for (guint when = 0; when < RING_N_PLOTS; when++)
    {
      const RingRecord *plot;

      while ((plot = ring_plot_find (ring_edit_get_result (edit), stone_id, when)) != NULL)
        ring_edit_remove_record (edit, RING_RECORD_PLOT, ring_record_get_id (plot));
    }
}
