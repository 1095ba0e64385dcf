/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether two items are the same to the eye and to the hand. */
#include "ring-item.h"

#include <string.h>

static gboolean
is_same_matrix (const RingMatrix *a, const RingMatrix *b)
{
  return a->xx == b->xx && a->xy == b->xy && a->yx == b->yx && a->yy == b->yy && a->x0 == b->x0
         && a->y0 == b->y0;
}

static gboolean
is_same_point (RingPoint a, RingPoint b)
{
  return a.x == b.x && a.y == b.y;
}

static gboolean
is_same_ink (const RingInkStyle *a, const RingInkStyle *b)
{
  return a->width == b->width && a->min_ratio == b->min_ratio
         && ring_pressure_curve_equal (&a->curve, &b->curve) && a->smoothing == b->smoothing;
}

static gboolean
is_same_samples (RingSamples *a, RingSamples *b)
{
  return a == b
         || (a != NULL && b != NULL && ring_samples_get_t0 (a) == ring_samples_get_t0 (b)
             && strcmp (ring_samples_get_text (a), ring_samples_get_text (b)) == 0);
}

/* Without samples a stroke is its picture. */
static gboolean
is_same_stroke (const RingItem *a, const RingItem *b)
{
  const RingStroke *s = ring_item_get_stroke (a);
  const RingStroke *t = ring_item_get_stroke (b);

  return s->style.instrument == t->style.instrument && s->style.colour == t->style.colour
         && is_same_ink (&s->style.ink, &t->style.ink)
         && ring_symmetry_equal (&s->symmetry, &t->symmetry)
         && is_same_samples (s->samples, t->samples)
         && (s->samples != NULL
             || ring_path_equal (ring_item_get_outline (a), ring_item_get_outline (b)));
}

static gboolean
is_same_note (const RingNote *a, const RingNote *b)
{
  return is_same_point (a->at, b->at) && a->size == b->size && g_str_equal (a->stone, b->stone)
         && g_str_equal (a->label, b->label);
}

static gboolean
is_same_figure (const RingFigure *a, const RingFigure *b)
{
  if (a->form != b->form || a->style != b->style || a->n_points != b->n_points
      || a->colour != b->colour || a->width != b->width || a->size != b->size
      || a->paper != b->paper || !g_str_equal (a->text, b->text))
    return FALSE;
  for (guint i = 0; i < a->n_points; i++)
    if (!is_same_point (a->points[i], b->points[i])
        || !g_str_equal (ring_figure_get_end (a, i), ring_figure_get_end (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_art (const RingArt *a, const RingArt *b)
{
  if (ring_art_get_n_paths (a) != ring_art_get_n_paths (b)
      || g_strcmp0 (ring_art_get_tone (a), ring_art_get_tone (b)) != 0)
    return FALSE;
  for (guint i = 0; i < ring_art_get_n_paths (a); i++)
    {
      const RingArtPath *p = ring_art_get_path (a, i);
      const RingArtPath *q = ring_art_get_path (b, i);

      if (p->fill != q->fill || p->stroke != q->stroke || p->stroke_width != q->stroke_width
          || p->even_odd != q->even_odd || !ring_path_equal (p->path, q->path))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_content (const RingItem *a, const RingItem *b)
{
  switch (ring_item_get_kind (a))
    {
    case RING_ITEM_STROKE: return is_same_stroke (a, b);
    case RING_ITEM_NOTE: return is_same_note (ring_item_get_note (a), ring_item_get_note (b));
    case RING_ITEM_FIGURE: return is_same_figure (ring_item_get_figure (a), ring_item_get_figure (b));
    case RING_ITEM_FOREIGN:
      return g_str_equal (ring_item_get_xml (a, NULL), ring_item_get_xml (b, NULL));
    case RING_ITEM_IMAGE:
      return ring_item_get_image (a)->opacity == ring_item_get_image (b)->opacity
             && g_str_equal (ring_photo_get_name (ring_item_get_image (a)->photo),
                             ring_photo_get_name (ring_item_get_image (b)->photo));
    case RING_ITEM_PRESET:
    case RING_ITEM_ARTWORK:
    default: return is_same_art (ring_item_get_art (a), ring_item_get_art (b));
    }
}

gboolean
ring_item_equal (const RingItem *a, const RingItem *b)
{
  return a == b
         || (ring_item_get_kind (a) == ring_item_get_kind (b)
             && g_str_equal (ring_item_get_id (a), ring_item_get_id (b))
             && is_same_matrix (ring_item_get_matrix (a), ring_item_get_matrix (b))
             && g_strcmp0 (ring_item_get_group (a), ring_item_get_group (b)) == 0
             && is_same_content (a, b));
}
