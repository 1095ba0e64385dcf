/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The band unrolled. Above the outside as it is seen from outside, below the inside as it is seen
 * from the finger; in both the top of the ring is in the middle and the front edge below. */
#include "ring-views-private.h"

#define ROUND 96

/* Of the cut at the base, on either side. */
#define BETWEEN 2.5

double
ring_views_strip_gap (const RingBand *band)
{
  return fmax (band->width, band->base_width) + BETWEEN;
}

double
ring_views_strip_length (const RingBand *band, gboolean inner)
{
  return inner ? band->circumference : ring_band_outer_length (band);
}

RingVec
ring_views_strip_point (const RingBand *band, gboolean inner, RingPoint point)
{
  double angle = 2 * G_PI * point.x / ring_views_strip_length (band, inner) * (inner ? 1 : -1);
  double across = point.y / (ring_band_width (band, angle) / 2);

  return ring_band_point (band, angle, across,
                          inner ? ring_band_inner (band, angle, across)
                                : ring_band_outer (band, angle, across));
}

RingPoint
ring_views_strip_see (const RingBand *band, gboolean inner, RingVec point)
{
  double angle = atan2 (-point.x, point.y) * (inner ? 1 : -1);

  return (RingPoint){ angle / (2 * G_PI) * ring_views_strip_length (band, inner), point.z };
}

/* One edge of a strip of LENGTH, from the base over the top to the base. */
static void
trace (RingPath *path, const RingBand *band, double length, double y, double across)
{
  for (int i = 0; i <= ROUND; i++)
    {
      double part = (i / (double) ROUND - 0.5) * (across > 0 ? -1 : 1);
      RingPoint p = { part * length, y + across * ring_band_width (band, 2 * G_PI * part) / 2 };

      if (i == 0 && across < 0)
        ring_path_move_to (path, p);
      else
        ring_path_line_to (path, p);
    }
}

static void
add_outline (GArray *lines, const RingBand *band, double length, double y)
{
  RingPath *path = ring_path_new ();

  if (band->base_width > 0 && fabs (band->base_width - band->width) > 1e-6)
    {
      trace (path, band, length, y, -1);
      trace (path, band, length, y, 1);
      ring_path_close (path);
    }
  else
    ring_path_add_rect (
        path, (RingRect){ -length / 2, y - band->width / 2, length / 2, y + band->width / 2 });
  _ring_views_take (lines, RING_VIEWS_OUTLINE, path);
}

static void
add_axes (GArray *lines, double length, double y, double half_width, double overhang)
{
  double end = length / 2 + overhang;
  double w = half_width + fmin (overhang, BETWEEN / 2 - 0.2);

  _ring_views_add_segment (lines, RING_VIEWS_CENTRE, (RingPoint){ -end, y }, (RingPoint){ end, y });
  for (int quarter = -1; quarter <= 1; quarter++)
    _ring_views_add_segment (lines, RING_VIEWS_CENTRE, (RingPoint){ quarter * length / 4, y - w },
                             (RingPoint){ quarter * length / 4, y + w });
}

/* A gem lies flat on the outer strip, where its girdle is. */
static void
add_gem (GArray *lines, const RingViewsSpec *spec, const RingViewsGem *gem, const GArray *stone, double length)
{
  double part = -gem->place.angle / 360;
  double spin = gem->place.spin * G_PI / 180;
  /* The stone's picture has y down already. */
  RingMatrix matrix
      = { cos (spin),       -sin (spin), sin (spin), cos (spin), (part - round (part)) * length,
          gem->place.offset };
  double drawn = spec->scale > 0 ? spec->scale * fmax (gem->length, gem->width) : G_MAXDOUBLE;

  for (guint i = 0; i < stone->len; i++)
    {
      const RingViewsLine *line = &g_array_index (stone, RingViewsLine, i);

      if (line->role == RING_VIEWS_OUTLINE || (drawn >= 4 && !gem->small))
        _ring_views_take (lines, line->role, ring_path_transform (line->path, &matrix));
    }
}

static gboolean
is_alike (const RingViewsGem *a, const RingViewsGem *b)
{
  return a->cut == b->cut && a->length == b->length && a->width == b->width
         && a->depth == b->depth;
}

/* LENGTH is how long the way round is drawn. */
static void
add_gems (GArray *lines, const RingViewsSpec *spec, double length)
{
  g_autoptr (GArray) stone = NULL;
  const RingViewsGem *of = NULL;

  for (guint i = 0; i < spec->n_gems; i++)
    {
      const RingViewsGem *gem = &spec->gems[i];

      if (gem->setting != NULL || gem->walls != NULL)
        _ring_views_add_flat (lines, spec, i, length / ring_views_strip_length (&spec->band, FALSE));
      if (gem->setting != NULL)
        continue;
      /* Those of a row are alike. */
      if (of == NULL || !is_alike (gem, of))
        {
          g_clear_pointer (&stone, g_array_unref);
          of = gem;
          stone = ring_views_stone (gem->cut, gem->length, gem->width, gem->depth, FALSE);
        }
      add_gem (lines, spec, gem, stone, length);
    }
}

void
_ring_views_add_strip (GArray *lines, const RingViewsSpec *spec, double overhang)
{
  const RingBand *band = &spec->band;
  double gap = ring_views_strip_gap (band);
  double half = fmax (band->width, band->base_width) / 2;
  double outer = ring_band_outer_length (band);

  add_axes (lines, outer, 0, half, overhang);
  add_axes (lines, band->circumference, gap, half, overhang);
  add_outline (lines, band, outer, 0);
  add_outline (lines, band, band->circumference, gap);
  add_gems (lines, spec, outer);
}

GArray *
ring_views_pattern (const RingViewsSpec *spec, gboolean inner, double overhang)
{
  const RingBand *band = &spec->band;
  GArray *lines = _ring_views_new_lines ();
  double length = inner ? band->circumference : ring_band_blank_length (band);

  add_axes (lines, length, 0, fmax (band->width, band->base_width) / 2, overhang);
  add_outline (lines, band, length, 0);
  if (!inner)
    add_gems (lines, spec, ring_band_bent_length (band));
  return _ring_views_gather (lines);
}
