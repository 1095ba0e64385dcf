/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-beam.h"

#include <string.h>

#define MAX_POINTS 128
#define MAX_BOUNCES 8
#define LEAST_WEIGHT 0.05 /* of the light that entered; what is left becomes a grey */
#define REST_LIGHT 0.35

/* A corner of a beam: where it is seen and where it has come to. Both change linearly along an
 * edge, so both are clipped at once. */
typedef struct
{
  double x, y;
  RingVec p;
} Corner;

typedef struct
{
  const RingSolid *solid;
  double index, min_area;
  RingBeamSky sky;
  gpointer data;
  GArray *patches;
  guint facet;
} Tracer;

double
ring_beam_fresnel (double cos_outside, double cos_inside, double index)
{
  double s = (cos_outside - index * cos_inside) / (cos_outside + index * cos_inside);
  double p = (index * cos_outside - cos_inside) / (index * cos_outside + cos_inside);

  return (s * s + p * p) / 2;
}

static void
patch_clear (gpointer data)
{
  g_free (((RingBeamPatch *) data)->points);
}

static double
seen_area (const Corner *c, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    {
      const Corner *b = &c[(i + 1) % n];

      area += c[i].x * b->y - c[i].y * b->x;
    }
  return fabs (area) / 2;
}

static void
emit (Tracer *t, const Corner *corners, guint n, double light)
{
  RingBeamPatch patch = { t->facet, light, n, g_new (RingPoint, n) };

  for (guint i = 0; i < n; i++)
    patch.points[i] = (RingPoint){ corners[i].x, -corners[i].y };
  g_array_append_val (t->patches, patch);
}

/* The part of the beam on the inner side of the plane that holds A and B and runs along the beam.
 */
static guint
clip (Corner *corners, guint n, RingVec normal, double offset)
{
  Corner result[MAX_POINTS];
  guint m = 0;

  for (guint i = 0; i < n && m + 2 < MAX_POINTS; i++)
    {
      const Corner *a = &corners[i];
      const Corner *b = &corners[(i + 1) % n];
      double da = ring_vec_dot (normal, a->p) - offset;
      double db = ring_vec_dot (normal, b->p) - offset;

      if (da <= 0)
        result[m++] = *a;
      if ((da < 0 && db > 0) || (da > 0 && db < 0))
        {
          double f = da / (da - db);

          result[m++] = (Corner){ a->x + (b->x - a->x) * f, a->y + (b->y - a->y) * f,
                                  ring_vec_mix (a->p, b->p, f) };
        }
    }
  memcpy (corners, result, m * sizeof *corners);
  return m;
}

/* The part of the beam that meets FACET, moved on to it. */
static guint
meet (const RingFacet *facet, RingVec direction, const Corner *from, guint n, Corner *to)
{
  double fall = ring_vec_dot (facet->normal, direction);

  memcpy (to, from, n * sizeof *to);
  for (guint i = 0; i < facet->n_points && n > 2; i++)
    {
      RingVec a = facet->points[i];
      RingVec b = facet->points[(i + 1) % facet->n_points];
      /* The facet is counter-clockwise from outside and the beam comes from inside. */
      RingVec normal = ring_vec_unit (ring_vec_cross (ring_vec_sub (b, a), direction));

      n = clip (to, n, normal, ring_vec_dot (normal, a));
    }
  for (guint i = 0; i < n; i++)
    {
      double way = (facet->offset - ring_vec_dot (facet->normal, to[i].p)) / fall;

      to[i].p = ring_vec_add (to[i].p, ring_vec_scale (direction, way));
    }
  return n;
}

/* Follows a beam inside the stone. WEIGHT is its part of what the eye sees, LIGHT what other parts
 * have already brought. */
static void
follow (Tracer *t,
        const Corner *corners,
        guint n,
        RingVec direction,
        double weight,
        double light,
        guint bounces)
{
  if (bounces == MAX_BOUNCES || weight < LEAST_WEIGHT)
    {
      emit (t, corners, n, light + weight * REST_LIGHT);
      return;
    }
  for (guint i = 0; i < ring_solid_get_n_facets (t->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (t->solid, i);
      double c = ring_vec_dot (facet->normal, direction);
      double sine2, reflected = 1, found = light;
      Corner met[MAX_POINTS];
      guint m;

      if (c <= 1e-9)
        continue;
      m = meet (facet, direction, corners, n, met);
      if (m < 3 || seen_area (met, m) < t->min_area)
        continue;
      sine2 = t->index * t->index * (1 - c * c);
      if (sine2 < 1)
        {
          double out = sqrt (1 - sine2);
          RingVec leaving = ring_vec_add (ring_vec_scale (direction, t->index),
                                          ring_vec_scale (facet->normal, out - t->index * c));

          reflected = ring_beam_fresnel (out, c, t->index);
          found += weight * (1 - reflected) * t->sky (leaving, t->data);
        }
      follow (t, met, m, ring_vec_sub (direction, ring_vec_scale (facet->normal, 2 * c)),
              weight * reflected, found, bounces + 1);
    }
}

/* The beam that the eye sends into a facet, the whole of it. */
static void
enter (Tracer *t, const RingFacet *facet, RingVec right, RingVec up, RingVec toward)
{
  double c = ring_vec_dot (facet->normal, toward);
  double inside = sqrt (1 - (1 - c * c) / (t->index * t->index));
  double reflected = ring_beam_fresnel (c, inside, t->index);
  RingVec mirrored = ring_vec_sub (ring_vec_scale (facet->normal, 2 * c), toward);
  RingVec refracted = ring_vec_add (ring_vec_scale (toward, -1 / t->index),
                                    ring_vec_scale (facet->normal, c / t->index - inside));
  Corner corners[MAX_POINTS];
  guint n = MIN (facet->n_points, MAX_POINTS);

  for (guint i = 0; i < n; i++)
    corners[i] = (Corner){ ring_vec_dot (right, facet->points[i]),
                           ring_vec_dot (up, facet->points[i]), facet->points[i] };
  follow (t, corners, n, refracted, 1 - reflected, reflected * t->sky (mirrored, t->data), 0);
}

GArray *
ring_beam_trace (const RingSolid *solid,
                 RingVec right,
                 RingVec up,
                 RingVec toward,
                 double index,
                 double min_area,
                 RingBeamSky sky,
                 gpointer data)
{
  Tracer t = { .solid = solid, .index = index, .min_area = min_area, .sky = sky, .data = data };

  t.patches = g_array_new (FALSE, FALSE, sizeof (RingBeamPatch));
  g_array_set_clear_func (t.patches, patch_clear);
  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      t.facet = i;
      if (ring_vec_dot (facet->normal, toward) > 1e-6)
        enter (&t, facet, right, up, toward);
    }
  return t.patches;
}
