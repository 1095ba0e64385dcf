/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-stone.h"

/* Camera of the three-quarter view, degrees: turned about y, then about x. */
#define TURN -32.0
#define TILT 28.0

ArtCamera
art_camera (gboolean three_quarter)
{
  double a = TURN * G_PI / 180;
  double b = TILT * G_PI / 180;
  ArtCamera camera = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

  if (three_quarter)
    {
      camera.right = (RingVec){ cos (a), 0, sin (a) };
      camera.up = (RingVec){ sin (a) * sin (b), cos (b), -cos (a) * sin (b) };
      camera.toward = ring_vec_cross (camera.right, camera.up);
    }
  return camera;
}

static double
reach_of (const RingSolid *solid)
{
  double reach = 0;

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      for (guint k = 0; k < facet->n_points; k++)
        reach = fmax (reach, ring_vec_length (facet->points[k]));
    }
  return reach;
}

void
art_stone_init (ArtStone *stone, const RingSolid *solid, RingVec origin)
{
  *stone = (ArtStone){ solid, origin, { 1, 0, 0 }, { 0, 0, -1 }, { 0, 1, 0 }, reach_of (solid) };
}

void
art_stone_init_at (ArtStone *stone, const RingSolid *solid, const RingPlace *place, double radius)
{
  *stone = (ArtStone){ .solid = solid, .reach = reach_of (solid) };
  stone->origin = ring_place_point (place, radius, (RingVec){ 0, 0, 0 });
  stone->x = ring_place_direction (place, (RingVec){ 1, 0, 0 });
  stone->y = ring_place_direction (place, (RingVec){ 0, 1, 0 });
  stone->z = ring_place_direction (place, (RingVec){ 0, 0, 1 });
}

RingVec
art_turn (RingVec v, double angle)
{
  double c = cos (angle);
  double s = sin (angle);

  return (RingVec){ c * v.x + s * v.y, c * v.y - s * v.x, v.z };
}

void
art_stone_turn (ArtStone *stone, double angle)
{
  stone->origin = art_turn (stone->origin, angle);
  stone->x = art_turn (stone->x, angle);
  stone->y = art_turn (stone->y, angle);
  stone->z = art_turn (stone->z, angle);
}

RingVec
art_stone_to_world (const ArtStone *stone, RingVec v, gboolean is_point)
{
  RingVec w = ring_vec_scale (stone->x, v.x);

  w = ring_vec_add (w, ring_vec_scale (stone->y, v.y));
  w = ring_vec_add (w, ring_vec_scale (stone->z, v.z));
  return is_point ? ring_vec_add (w, stone->origin) : w;
}

RingVec
art_stone_from_world (const ArtStone *stone, RingVec v, gboolean is_point)
{
  if (is_point)
    v = ring_vec_sub (v, stone->origin);
  return (RingVec){ ring_vec_dot (stone->x, v), ring_vec_dot (stone->y, v),
                    ring_vec_dot (stone->z, v) };
}

gboolean
art_stone_shows (const ArtStone *stone, const RingFacet *facet)
{
  return !stone->sunk || facet->normal.z > 0.05;
}

gboolean
art_stone_faces (RingVec out, const ArtCamera *camera)
{
  return ring_vec_dot (camera->toward, out) > 0.08;
}

/* The part from IN to OUT of a ray that is on the inner side of a plane, GAP before it and nearing it
 * by FALL. FALSE when there is none. */
static gboolean
clip (double fall, double gap, double *in, double *out)
{
  if (fabs (fall) < 1e-12)
    return gap >= 0;
  if (fall < 0)
    *in = fmax (*in, gap / fall);
  else
    *out = fmin (*out, gap / fall);
  return TRUE;
}

double
art_stone_meet (const ArtStone *stone, RingVec from, RingVec way, double grow)
{
  RingVec to = ring_vec_sub (stone->origin, from);
  double along = ring_vec_dot (to, way);
  double far = stone->reach + grow;
  RingVec o, d;
  double in = 0, out = G_MAXDOUBLE;

  if (ring_vec_dot (to, to) - along * along > far * far)
    return G_MAXDOUBLE;
  o = art_stone_from_world (stone, from, TRUE);
  d = art_stone_from_world (stone, way, FALSE);
  for (guint i = 0; i < ring_solid_get_n_facets (stone->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (stone->solid, i);

      if (!clip (ring_vec_dot (facet->normal, d),
                 facet->offset + grow - ring_vec_dot (facet->normal, o), &in, &out))
        return G_MAXDOUBLE;
    }
  if (stone->sunk && !clip (-d.z, grow + o.z, &in, &out))
    return G_MAXDOUBLE;
  return in < out ? in : G_MAXDOUBLE;
}
