/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measures of a figure as numbers that one reads and types. Pure. */
#pragma once

#include "ring-item.h"

G_BEGIN_DECLS

typedef enum
{
  RING_FIGURE_VALUE_LENGTH,   /* mm */
  RING_FIGURE_VALUE_ANGLE,    /* of a line or a first half axis, degrees counter-clockwise from right */
  RING_FIGURE_VALUE_RADIUS,   /* mm */
  RING_FIGURE_VALUE_DIAMETER, /* mm */
  RING_FIGURE_VALUE_AXIS,     /* the first whole axis of an ellipse, mm */
  RING_FIGURE_VALUE_CROSS,    /* its other one, mm */
  RING_FIGURE_VALUE_MEASURE,  /* what a dimension measures, mm or degrees; typed by ring_dimension_drive() */
  RING_FIGURE_VALUE_SIZE,     /* of letters, the em in mm of paper */
} RingFigureValue;
#define RING_N_FIGURE_VALUES (RING_FIGURE_VALUE_SIZE + 1)

/* Which values ITEM, a figure, has; returns how many. */
guint       ring_figure_list_values (const RingItem *item, RingFigureValue values[3]);
double      ring_figure_get_value (const RingItem *item, RingFigureValue value);
/* ITEM with one of its values NUMBER, all else as far as it can be: a line keeps its start, a circle
 * its centre, an arc its ends' angles. NULL where NUMBER is none that a thing on paper has. */
RingItem   *ring_figure_with_value (const RingItem *item, RingFigureValue value, double number) G_GNUC_WARN_UNUSED_RESULT;
/* The same drawn by another convention, in lines as wide as that asks for. */
RingItem   *ring_figure_with_style (const RingItem *item, RingFigureStyle style) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_figure_value_label (RingFigureValue value); /* translated */
gboolean    ring_figure_value_is_angle (RingFigureValue value);

/* The longest and shortest that may be typed, mm. */
#define RING_FIGURE_MOST 10000.0
#define RING_FIGURE_LEAST 0.001

G_END_DECLS
