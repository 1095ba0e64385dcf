/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an item is: what it covers, and how far it is from a point. */

#include "ring-item-private.h"

#include <math.h>

/* A stroke that is not dry yet need not be dried to know what it may cover. */
static RingRect
measure_stroke (const RingStroke *stroke)
{
  const RingSample *samples;
  gsize n = 0;

  if (stroke->picture != NULL)
    return ring_path_get_bounds (ring_ink_picture_get_outline (stroke->picture));
  samples = ring_samples_get (stroke->samples, &n, NULL);
  if (samples == NULL)
    return RING_RECT_EMPTY;
  return ring_symmetry_repeat_rect (
    &stroke->symmetry, ring_ink_get_bounds (samples, n, &stroke->style.ink, stroke->fit));
}

/* The label stands to the right of the pin; its width is estimated generously, since the model knows
 * no fonts. */
static RingRect
measure_note (const RingNote *note)
{
  glong chars = g_utf8_strlen (note->label, -1);

  return (RingRect){ note->at.x - note->size, note->at.y - 1.2 * note->size,
                     note->at.x + note->size * (1 + 0.62 * (double) chars),
                     note->at.y + 0.2 * note->size };
}

RingRect
_ring_item_measure (const RingItem *item)
{
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE:
      return measure_stroke (ring_item_get_stroke (item));
    case RING_ITEM_NOTE:
      return measure_note (ring_item_get_note (item));
    case RING_ITEM_PRESET:
    case RING_ITEM_ARTWORK:
      return ring_art_get_bounds (ring_item_get_art (item));
    case RING_ITEM_FIGURE:
      return ring_figure_picture_get_bounds (ring_item_get_figure_picture (item));
    case RING_ITEM_IMAGE:
      return ring_photo_get_box (ring_item_get_image (item)->photo);
    case RING_ITEM_FOREIGN:
    default:
      return RING_RECT_EMPTY;
    }
}

static double
distance_to_box (RingRect box, RingPoint p)
{
  return hypot (MAX (MAX (box.x0 - p.x, p.x - box.x1), 0), MAX (MAX (box.y0 - p.y, p.y - box.y1), 0));
}

double
ring_item_distance (const RingItem *item, RingPoint point)
{
  RingMatrix inverse;
  RingPoint p;
  double distance = G_MAXDOUBLE;

  if (!ring_matrix_invert (ring_item_get_matrix (item), &inverse))
    return G_MAXDOUBLE;
  p = ring_matrix_apply (&inverse, point);

  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE:
      distance = ring_path_distance (ring_item_get_outline (item), p, TRUE);
      break;
    case RING_ITEM_NOTE:
      {
        g_autoptr (RingPath) pin = ring_note_get_pin (ring_item_get_note (item));

        distance = ring_path_distance (pin, p, TRUE);
        break;
      }
    case RING_ITEM_PRESET:
    case RING_ITEM_ARTWORK:
      distance = ring_art_distance (ring_item_get_art (item), p);
      break;
    case RING_ITEM_FIGURE:
      distance = ring_figure_picture_distance (ring_item_get_figure_picture (item), p);
      break;
    case RING_ITEM_IMAGE:
      distance = distance_to_box (ring_photo_get_box (ring_item_get_image (item)->photo), p);
      break;
    case RING_ITEM_FOREIGN:
      break;
    }
  return distance == G_MAXDOUBLE ? distance : distance * ring_matrix_scale (ring_item_get_matrix (item));
}

/* A drop standing on its tip: a circle of radius 0.32 of the pin's height, drawn down to the
 * tip by two curves that meet the circle along its tangents. */
RingPath *
ring_note_get_pin (const RingNote *note)
{
  RingPath *pin = ring_path_new ();
  double h = note->size;
  double r = 0.32 * h;
  double k = 0.5523 * r;
  double x = note->at.x;
  double y = note->at.y;
  double cy = y - h + r;

  ring_path_move_to (pin, (RingPoint){ x, y });
  ring_path_curve_to (pin, (RingPoint){ x - 0.08 * h, y - 0.28 * h }, (RingPoint){ x - r, cy + 1.1 * k },
                      (RingPoint){ x - r, cy });
  ring_path_curve_to (pin, (RingPoint){ x - r, cy - k }, (RingPoint){ x - k, cy - r },
                      (RingPoint){ x, cy - r });
  ring_path_curve_to (pin, (RingPoint){ x + k, cy - r }, (RingPoint){ x + r, cy - k },
                      (RingPoint){ x + r, cy });
  ring_path_curve_to (pin, (RingPoint){ x + r, cy + 1.1 * k }, (RingPoint){ x + 0.08 * h, y - 0.28 * h },
                      (RingPoint){ x, y });
  ring_path_close (pin);
  return pin;
}
