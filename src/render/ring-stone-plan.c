/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-paint.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-stone.h"

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define LETTERS 2.5

/* Whole ones, so that a rule can be laid on the paper. */
static const double scales[] = { 10, 8, 6, 5, 4, 3, 2, 1 };

guint32
ring_stone_plan_colour (RingPlotMark mark)
{
  return mark == RING_PLOT_INSIDE ? 0xc01c28ff : 0x1a7f4bff;
}

/* From below: as it lies when it is turned over about its length. */
static void
look_at (const RingRecutSize *shape, RingPlotSide side, RingGemLook *look)
{
  ring_gem_look_init (look, shape->cut, shape->length, shape->width, RING_GEM_TOP);
  if (shape->depth > 0)
    look->depth = shape->depth;
  if (side == RING_PLOT_FACE)
    return;
  look->right = (RingVec){ -look->right.x, -look->right.y, -look->right.z };
  look->toward = (RingVec){ -look->toward.x, -look->toward.y, -look->toward.z };
}

void
ring_stone_plan_place (
    const RingRecutSize *shape, RingPlotSide side, RingRect box, double most, RingMatrix *place)
{
  g_autoptr (RingPath) outline = NULL;
  RingGemLook look;
  RingRect bounds;
  double scale;

  look_at (shape, side, &look);
  outline = ring_gem_outline (&look);
  bounds = ring_path_get_bounds (outline);
  scale = fmin ((box.x1 - box.x0) / (bounds.x1 - bounds.x0), (box.y1 - box.y0) / (bounds.y1 - bounds.y0));
  if (most > 0)
    scale = fmin (scale, most);
  *place = (RingMatrix){ scale, 0, 0, scale,
                         (box.x0 + box.x1) / 2 - scale * (bounds.x0 + bounds.x1) / 2,
                         (box.y0 + box.y1) / 2 - scale * (bounds.y0 + bounds.y1) / 2 };
}

/* A hand that slips marks the paper beside the stone, but no more than that. */
static void
paint_marks (cairo_t *cr, const RingRecutSize *shape, const RingRecord *plot, RingPlotSide side)
{
  double reach = 0.6 * fmax (shape->length, shape->width);

  cairo_rectangle (cr, -reach, -reach, 2 * reach, 2 * reach);
  cairo_clip (cr);
  for (guint mark = 0; mark < RING_N_PLOT_MARKS; mark++)
    {
      g_autoptr (RingPath) path = ring_plot_get_outlines (plot, side, mark);

      ring_paint_path (cr, path);
      ring_paint_set_colour (cr, ring_stone_plan_colour (mark));
      cairo_fill (cr);
    }
}

void
ring_stone_plan_paint (cairo_t *cr,
                       const RingRecutSize *shape,
                       const RingRecord *plot,
                       RingPlotSide side,
                       const RingMatrix *place,
                       double paper)
{
  RingGemLook look;

  look_at (shape, side, &look);
  look.scale = place->xx / paper;
  cairo_save (cr);
  cairo_translate (cr, place->x0, place->y0);
  cairo_save (cr);
  cairo_scale (cr, paper, paper);
  ring_gem_paint (cr, &look);
  cairo_restore (cr);
  cairo_scale (cr, place->xx, place->yy);
  if (plot != NULL)
    paint_marks (cr, shape, plot, side);
  cairo_restore (cr);
}

/* -------------------------------------------------------------------------------- on paper */

static void
write_mark (cairo_t *cr, RingPlotMark mark, const char *text, double x, double y)
{
  ring_paint_set_colour (cr, ring_stone_plan_colour (mark));
  cairo_rectangle (cr, x, y - 0.7 * LETTERS, 1.6, 1.6);
  cairo_fill (cr);
  ring_label_write (cr, text, x + 2.6, y, LETTERS, INK, RING_LABEL_START);
}

/* What the card says; of a plot of another stone than that what it was drawn on. */
static char *
format_size (const RingDrawing *drawing, const RingRecord *stone, RingPlotWhen when, const RingRecutSize *shape)
{
  g_autofree char *length = NULL;
  g_autofree char *width = NULL;

  if (when == RING_PLOT_BEFORE && !ring_plot_is_other (drawing, ring_record_get_id (stone), when))
    return ring_stone_format_size (stone, TRUE);
  length = ring_number_format (shape->length, 2);
  width = ring_number_format (shape->width, 2);
  return g_strdup_printf (C_ ("millimetres", "%s × %s"), length, width);
}

static void
write_below (cairo_t *cr, RingRect box, double y, const char *text)
{
  ring_label_write (cr, text, (box.x0 + box.x1) / 2, y, LETTERS, INK, RING_LABEL_CENTRE);
}

double
ring_stone_plan_draw (
    cairo_t *cr, const RingDrawing *drawing, const RingRecord *stone, RingPlotWhen when, RingRect box)
{
  const char *id = ring_record_get_id (stone);
  const RingRecord *plot = ring_plot_find (drawing, id, when);
  g_autofree char *size = NULL;
  g_autofree char *ratio = NULL;
  g_autofree char *text = NULL;
  RingRecutSize shape;
  double column = (box.x1 - box.x0) / 2;
  double room = box.y1 - box.y0 - 3 * LETTERS - 2;
  double high, foot;
  guint i = 0;

  if (!ring_plot_get_shape (drawing, id, when, &shape))
    return 0;
  if (plot != NULL)
    room -= 1.6 * LETTERS;
  while (i + 1 < G_N_ELEMENTS (scales)
         && (shape.width * scales[i] > column - 2 || shape.length * scales[i] > room))
    i++;
  high = shape.length * scales[i];
  for (guint side = 0; side < RING_N_PLOT_SIDES; side++)
    {
      RingRect half = { box.x0 + side * column, box.y0, box.x0 + (side + 1) * column, box.y0 + high };
      RingMatrix place;

      ring_stone_plan_place (&shape, side, half, scales[i], &place);
      ring_stone_plan_paint (cr, &shape, plot, side, &place, 1);
      ring_label_write (cr, side == RING_PLOT_FACE ? _ ("face up") : _ ("from below"),
                        (half.x0 + half.x1) / 2, box.y0 + high + LETTERS + 0.8, LETTERS, GREY,
                        RING_LABEL_CENTRE);
    }
  size = format_size (drawing, stone, when, &shape);
  ratio = ring_number_format (scales[i], 0);
  text = when == RING_PLOT_BEFORE
             /* Translators: the scale of a plan, and the true size of the stone in mm. */
             ? g_strdup_printf (_ ("%s:1; the stone is %s mm"), ratio, size)
             : g_strdup_printf (_ ("%s:1; after work on it %s mm"), ratio, size);
  write_below (cr, box, box.y0 + high + 2.3 * LETTERS + 1, text);
  foot = high + 3 * LETTERS + 2;
  if (plot == NULL)
    return foot;
  write_mark (cr, RING_PLOT_INSIDE, _ ("inside"), box.x0 + 0.3 * column, box.y0 + foot + 0.9 * LETTERS);
  write_mark (cr, RING_PLOT_SURFACE, _ ("at the surface"), box.x0 + column, box.y0 + foot + 0.9 * LETTERS);
  return foot + 1.6 * LETTERS;
}
