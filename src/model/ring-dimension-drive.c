/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-dimension-drive.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-error.h"
#include "ring-feature.h"
#include "ring-figure-value.h"
#include "ring-gem.h"

/* What a ring and a gem may be, mm: a finger from a baby's to a giant's, metal that can be held. */
#define LEAST_SIZE 20.0
#define MOST_SIZE 100.0
#define LEAST_METAL 0.2
#define MOST_METAL 40.0
#define LEAST_GEM 0.5
#define MOST_GEM 60.0

/* The two ends of a dimension: things and numbers, the lower number first where the things are one. */
typedef struct
{
  const RingFigure *figure;
  char *things[2];
  guint numbers[2];
} Ends;

static void
ends_clear (Ends *ends)
{
  g_free (ends->things[0]);
  g_free (ends->things[1]);
}

static gboolean
ends_init (Ends *ends, const RingFigure *figure)
{
  *ends = (Ends){ .figure = figure };
  for (guint i = 0; i < 2; i++)
    if (!ring_feature_parse (ring_figure_get_end (figure, i), &ends->things[i], &ends->numbers[i]))
      return FALSE;
  if (g_strcmp0 (ends->things[0], ends->things[1]) > 0
      || (g_str_equal (ends->things[0], ends->things[1]) && ends->numbers[0] > ends->numbers[1]))
    {
      char *thing = ends->things[0];
      guint number = ends->numbers[0];

      ends->things[0] = ends->things[1];
      ends->numbers[0] = ends->numbers[1];
      ends->things[1] = thing;
      ends->numbers[1] = number;
    }
  return TRUE;
}

/* Whether both ends are of THING, which may be NULL for any. */
static gboolean
is_of (const Ends *ends, const char *thing)
{
  return g_str_equal (ends->things[0], ends->things[1])
         && (thing == NULL || g_str_equal (ends->things[0], thing));
}

static gboolean
is_pair (const Ends *ends, guint a, guint b)
{
  return ends->numbers[0] == a && ends->numbers[1] == b;
}

/* The whole diameter that VALUE means for something round; 0 where the ends are not of it. */
static double
diameter_of (const Ends *ends, double value)
{
  if (ends->figure->form == RING_FIGURE_DIAMETER)
    return value;
  if (ends->figure->form == RING_FIGURE_RADIUS || ends->numbers[0] == 0)
    return 2 * value;
  return is_pair (ends, 1, 3) || is_pair (ends, 2, 4) ? value : 0;
}

/* A level or upright measure of a slanted line is not its length. */
static gboolean
is_straight (const RingFigure *figure)
{
  double length = ring_point_distance (figure->points[0], figure->points[1]);

  return fabs (ring_figure_measure (figure) - length) < 1e-3;
}

static RingItem *
drive_shape (const Ends *ends, const RingItem *item, double value)
{
  const RingFigure *shape = ring_item_get_figure (item);
  gboolean round = ends->figure->form == RING_FIGURE_DIAMETER
                   || ends->figure->form == RING_FIGURE_RADIUS || is_straight (ends->figure);
  double diameter = diameter_of (ends, value);

  if (shape == NULL || !round)
    return NULL;
  switch (shape->form)
    {
    case RING_FIGURE_LINE:
      return is_pair (ends, 0, 1)
                 ? ring_figure_with_value (item, RING_FIGURE_VALUE_LENGTH, value)
                 : NULL;
    case RING_FIGURE_CIRCLE:
      return ring_figure_with_value (item, RING_FIGURE_VALUE_DIAMETER, diameter);
    case RING_FIGURE_ARC:
      return ends->numbers[0] == 0
                 ? ring_figure_with_value (item, RING_FIGURE_VALUE_RADIUS, diameter / 2)
                 : NULL;
    case RING_FIGURE_ELLIPSE:
      if (is_pair (ends, 1, 3))
        return ring_figure_with_value (item, RING_FIGURE_VALUE_AXIS, value);
      return is_pair (ends, 2, 4) ? ring_figure_with_value (item, RING_FIGURE_VALUE_CROSS, value)
                                  : NULL;
    default:
      return NULL;
    }
}

/* The ring's field that the ends measure, and what it becomes; NULL for none. Numbers of the band are
 * three for each direction (ring-feature.h): base from 3 on, top from 9 on. */
static const char *
ring_field (const Ends *ends, double value, double *number, double *least, double *most)
{
  *number = value;
  *least = LEAST_METAL;
  *most = MOST_METAL;
  if (is_of (ends, RING_FEATURE_FINGER))
    {
      *number = G_PI * diameter_of (ends, value);
      *least = LEAST_SIZE;
      *most = MOST_SIZE;
      return "size";
    }
  if (is_of (ends, RING_FEATURE_BAND))
    return is_pair (ends, 10, 11) ? "width" : is_pair (ends, 4, 5) ? "base-width" : NULL;
  if (!g_str_equal (ends->things[0], RING_FEATURE_BAND)
      || !g_str_equal (ends->things[1], RING_FEATURE_FINGER))
    return NULL;
  return is_pair (ends, 9, 4) ? "thickness" : is_pair (ends, 3, 2) ? "base-thickness" : NULL;
}

static gboolean
drive_ring (RingEdit *edit, const Ends *ends, const RingRecord *ring, double value)
{
  double number, least, most;
  const char *field = ring_field (ends, value, &number, &least, &most);
  g_autoptr (RingRecord) changed = NULL;

  if (field == NULL || ring == NULL || !(number >= least && number <= most))
    return FALSE;
  changed = ring_record_with_number (ring, field, number, 4);
  ring_edit_set_record (edit, changed);
  return TRUE;
}

static gboolean
drive_gem (RingEdit *edit, const Ends *ends, const RingRecord *record, double value)
{
  RingGem gem;
  RingGemChoice choice;
  g_autoptr (RingRecord) changed = NULL;

  if (!ring_gem_init (&gem, record) || !is_straight (ends->figure)
      || !(value >= LEAST_GEM && value <= MOST_GEM)
      || (!is_pair (ends, 1, 3) && !is_pair (ends, 2, 4)))
    return FALSE;
  choice = (RingGemChoice){ gem.cut, gem.species, gem.length, gem.width };
  if (is_pair (ends, 1, 3))
    choice.length = value;
  else
    choice.width = value;
  ring_gem_set_choice (&gem, &choice);
  changed = ring_gem_to_record (&gem, record);
  ring_edit_set_record (edit, changed);
  return TRUE;
}

static gboolean
drive (RingEdit *edit, const Ends *ends, const RingView *view, double value)
{
  const RingDrawing *drawing = ring_edit_get_result (edit);
  const RingItem *item = ring_drawing_find_item (drawing, ends->things[0], NULL, NULL);
  const RingRecord *gem = ring_drawing_find_record (drawing, RING_RECORD_GEM, ends->things[0]);
  g_autoptr (RingItem) changed = NULL;

  if (is_of (ends, NULL) && item != NULL)
    {
      changed = drive_shape (ends, item, value);
      return changed != NULL && ring_edit_replace_item (edit, changed);
    }
  if (is_of (ends, NULL) && gem != NULL)
    return drive_gem (edit, ends, gem, value);
  return drive_ring (edit, ends, ring_drawing_find_ring (drawing, ring_view_get_head (view)->ring),
                     value);
}

gboolean
ring_dimension_drive (RingEdit *edit, const char *dimension_id, double value, GError **error)
{
  RingView *view = NULL;
  const RingItem *item
      = ring_drawing_find_item (ring_edit_get_result (edit), dimension_id, &view, NULL);
  const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;
  gboolean driven = FALSE;
  Ends ends;

  if (figure != NULL && ring_figure_is_dimension (figure->form)
      && figure->form != RING_FIGURE_ANGLE && value > 0)
    {
      if (ends_init (&ends, figure))
        driven = drive (edit, &ends, view, value);
      ends_clear (&ends);
    }
  if (!driven)
    g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                         _ ("No single measure gives this value here. Change what the dimension "
                            "measures, and it follows."));
  return driven;
}
