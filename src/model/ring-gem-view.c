/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-view.h"

#include <math.h>

/* Seen edge on, the top of a ring says little about the angle: a hand that moves a gem across the
 * band does not mean to turn it round the finger. Of the radius. */
#define SIDE_SLACK 0.15
/* A stone that shows little more than its culet is behind the ring. */
#define LEAST_FACING -0.35
/* And one that is sunk in the metal shows its crown or nothing. */
#define LEAST_FACING_SUNK -0.1

RingVec
ring_gem_origin (const RingGem *gem, const RingBand *band)
{
  return ring_place_point (&gem->place, ring_band_radius (band), (RingVec){ 0, 0, 0 });
}

/* A direction of the ring in the gem's axes: a place turns and never stretches. */
static RingVec
to_gem (const RingPlace *place, RingVec d)
{
  return (RingVec){ ring_vec_dot (ring_place_direction (place, (RingVec){ 1, 0, 0 }), d),
                    ring_vec_dot (ring_place_direction (place, (RingVec){ 0, 1, 0 }), d),
                    ring_vec_dot (ring_place_direction (place, (RingVec){ 0, 0, 1 }), d) };
}

/* The camera of a view, from what it does to the axes. */
static void
camera (RingViewsKind kind, RingVec *right, RingVec *up)
{
  RingPoint x = ring_views_see (kind, (RingVec){ 1, 0, 0 });
  RingPoint y = ring_views_see (kind, (RingVec){ 0, 1, 0 });
  RingPoint z = ring_views_see (kind, (RingVec){ 0, 0, 1 });

  *right = (RingVec){ x.x, y.x, z.x };
  *up = (RingVec){ -x.y, -y.y, -z.y };
}

void
ring_gem_look (const RingGem *gem,
               const RingBand *band,
               RingViewsKind kind,
               double scale,
               RingGemLook *look,
               RingPoint *at)
{
  RingVec right, up;

  ring_gem_look_init (look, gem->cut, gem->length, gem->width, RING_GEM_TOP);
  look->depth = gem->depth;
  look->species = gem->species;
  look->style = gem->style;
  look->scale = scale;
  look->sunk = gem->sunk;
  if (kind == RING_VIEWS_STRIP)
    {
      /* Flat on the outer strip, where its girdle is. */
      double part = -gem->place.angle / 360;

      ring_gem_look_turn (look, gem->place.spin, 0);
      *at = (RingPoint){ (part - round (part)) * ring_band_outer_length (band), gem->place.offset };
      return;
    }
  camera (kind, &right, &up);
  look->right = to_gem (&gem->place, right);
  look->up = to_gem (&gem->place, up);
  look->toward = to_gem (&gem->place, ring_views_toward (kind));
  *at = ring_views_see (kind, ring_gem_origin (gem, band));
}

gboolean
ring_gem_is_lit (const RingGem *gem, const RingBand *band, RingViewsKind kind)
{
  RingGemLook look;
  RingPoint at;

  if (gem->style != RING_GEM_LIT)
    return FALSE;
  ring_gem_look (gem, band, kind, 1, &look, &at);
  return look.toward.z >= (gem->sunk ? LEAST_FACING_SUNK : LEAST_FACING);
}

gboolean
ring_gem_is_at (
    const RingGem *gem, const RingBand *band, RingViewsKind kind, RingPoint point, double reach)
{
  RingGemLook look;
  RingPoint at;
  g_autoptr (GArray) shapes = NULL;

  ring_gem_look (gem, band, kind, 1, &look, &at);
  if (ring_point_distance (at, point) <= reach)
    return TRUE;
  if (ring_point_distance (at, point) > gem->length + gem->width + gem->depth)
    return FALSE;
  /* So small that only the outline is drawn, which comes last. */
  look.style = RING_GEM_LINE;
  look.scale = 1e-3;
  shapes = ring_gem_art (&look);
  return ring_path_contains (g_array_index (shapes, RingGemShape, shapes->len - 1).path,
                             (RingPoint){ point.x - at.x, point.y - at.y });
}

int
ring_gem_find (
    const GArray *gems, const RingBand *band, RingViewsKind kind, RingPoint point, double reach)
{
  RingVec toward = ring_views_toward (kind);
  double nearest = 0;
  int found = -1;

  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      double near = ring_vec_dot (ring_gem_origin (gem, band), toward);

      if ((found < 0 || near >= nearest) && ring_gem_is_at (gem, band, kind, point, reach))
        {
          found = (int) i;
          nearest = near;
        }
    }
  return found;
}

static void
place_on_strip (RingPlace *place, const RingBand *band, RingPoint point)
{
  double gap = ring_views_strip_gap (band);
  gboolean inner = point.y > gap / 2;
  double angle = 360 * point.x / ring_views_strip_length (band, inner);

  /* The inside is seen from the finger. */
  place->angle = CLAMP (inner ? angle : -angle, -180, 180);
  place->offset = point.y - (inner ? gap : 0);
}

void
ring_gem_place_at (RingPlace *place, const RingBand *band, RingViewsKind kind, RingPoint point)
{
  double radius = ring_band_radius (band) + place->height;
  RingVec toward = ring_views_toward (kind);
  RingVec right, up, p;
  double a, b, c, t;

  if (kind == RING_VIEWS_STRIP)
    {
      place_on_strip (place, band, point);
      return;
    }
  camera (kind, &right, &up);
  p = ring_vec_sub (ring_vec_scale (right, point.x), ring_vec_scale (up, point.y));
  a = toward.x * toward.x + toward.y * toward.y;
  if (a < 1e-9)
    {
      /* Along the finger: the way to the eye says nothing. */
      if (hypot (p.x, p.y) > 1e-9)
        place->angle = atan2 (-p.x, p.y) * 180 / G_PI;
      return;
    }
  /* Where the line of sight meets the cylinder that the gem sits on, nearest to the eye; beside
   * it, where it comes closest. */
  b = p.x * toward.x + p.y * toward.y;
  c = p.x * p.x + p.y * p.y - radius * radius;
  t = (-b + sqrt (fmax (b * b - a * c, 0))) / a;
  p = ring_vec_add (p, ring_vec_scale (toward, t));
  place->offset = p.z;
  if (kind != RING_VIEWS_SIDE
      || fabs (p.y - radius * cos (place->angle * G_PI / 180)) > SIDE_SLACK * radius)
    place->angle = atan2 (-p.x, p.y) * 180 / G_PI;
}
