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

/* What a beam has gathered on its way. */
typedef struct
{
  double weight; /* the part of what the eye sees that it still carries */
  double glare;  /* mirrored by the outside */
  double light;  /* found inside so far */
  double way;    /* mm gone inside so far, from the middle of the beam */
  double way_by_light;
} Gathered;

/* A ball round a facet, or round the ends of a beam. */
typedef struct
{
  RingVec centre;
  double radius;
} Ball;

typedef struct
{
  const RingSolid *solid;
  Ball *balls; /* of each facet */
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
emit (Tracer *t, const Corner *corners, guint n, const Gathered *g)
{
  /* What is still inside has gone as far as the rest, and is a grey. */
  double rest = g->weight * REST_LIGHT;
  RingBeamPatch patch = { .facet = t->facet,
                          .light = g->glare + g->light + rest,
                          .glare = g->glare,
                          .way = (g->way_by_light + rest * g->way) / MAX (g->light + rest, 1e-9),
                          .n_points = n,
                          .points = g_new (RingPoint, n) };

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
      RingVec normal = ring_vec_cross (ring_vec_sub (b, a), direction);

      n = clip (to, n, normal, ring_vec_dot (normal, a));
    }
  for (guint i = 0; i < n; i++)
    {
      double way = (facet->offset - ring_vec_dot (facet->normal, to[i].p)) / fall;

      to[i].p = ring_vec_add (to[i].p, ring_vec_scale (direction, way));
    }
  return n;
}

static Ball
beam_ball (const Corner *corners, guint n)
{
  Ball ball = { { 0, 0, 0 }, 0 };

  for (guint i = 0; i < n; i++)
    ball.centre = ring_vec_add (ball.centre, ring_vec_scale (corners[i].p, 1.0 / n));
  for (guint i = 0; i < n; i++)
    ball.radius = MAX (ball.radius, ring_vec_length (ring_vec_sub (corners[i].p, ball.centre)));
  return ball;
}

static Ball *
facet_balls (const RingSolid *solid)
{
  Ball *balls = g_new0 (Ball, ring_solid_get_n_facets (solid));

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      for (guint k = 0; k < facet->n_points; k++)
        balls[i].centre = ring_vec_add (balls[i].centre,
                                        ring_vec_scale (facet->points[k], 1.0 / facet->n_points));
      for (guint k = 0; k < facet->n_points; k++)
        balls[i].radius = MAX (balls[i].radius,
                               ring_vec_length (ring_vec_sub (facet->points[k], balls[i].centre)));
    }
  return balls;
}

/* Whether a beam from FROM may meet what lies in TO: most facets are far from it. */
static gboolean
may_meet (const Ball *from, RingVec direction, const Ball *to)
{
  RingVec way = ring_vec_sub (to->centre, from->centre);
  double along = ring_vec_dot (way, direction);
  double reach = from->radius + to->radius;

  return ring_vec_dot (way, way) - along * along <= reach * reach;
}

/* The length of the way from the middle of the beam to the plane of FACET. */
static double
way_to (const RingFacet *facet, RingVec direction, RingVec from)
{
  return (facet->offset - ring_vec_dot (facet->normal, from))
         / ring_vec_dot (facet->normal, direction);
}

/* Follows a beam inside the stone. */
static void
follow (Tracer *t,
        const Corner *corners,
        guint n,
        RingVec direction,
        const Gathered *gathered,
        guint bounces)
{
  Ball ball;

  if (bounces == MAX_BOUNCES || gathered->weight < LEAST_WEIGHT)
    {
      emit (t, corners, n, gathered);
      return;
    }
  ball = beam_ball (corners, n);
  for (guint i = 0; i < ring_solid_get_n_facets (t->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (t->solid, i);
      double c = ring_vec_dot (facet->normal, direction);
      double sine2, reflected = 1;
      Gathered g = *gathered;
      Corner met[MAX_POINTS];
      guint m;

      if (c <= 1e-9 || !may_meet (&ball, direction, &t->balls[i]))
        continue;
      m = meet (facet, direction, corners, n, met);
      if (m < 3 || seen_area (met, m) < t->min_area)
        continue;
      g.way += way_to (facet, direction, ball.centre);
      sine2 = t->index * t->index * (1 - c * c);
      if (sine2 < 1)
        {
          double out = sqrt (1 - sine2);
          RingVec leaving = ring_vec_add (ring_vec_scale (direction, t->index),
                                          ring_vec_scale (facet->normal, out - t->index * c));

          reflected = ring_beam_fresnel (out, c, t->index);
          out = g.weight * (1 - reflected) * t->sky (leaving, t->data);
          g.light += out;
          g.way_by_light += out * g.way;
        }
      g.weight *= reflected;
      follow (t, met, m, ring_vec_sub (direction, ring_vec_scale (facet->normal, 2 * c)), &g,
              bounces + 1);
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
  Gathered gathered = { .weight = 1 - reflected, .glare = reflected * t->sky (mirrored, t->data) };
  Corner corners[MAX_POINTS];
  guint n = MIN (facet->n_points, MAX_POINTS);

  for (guint i = 0; i < n; i++)
    corners[i] = (Corner){ ring_vec_dot (right, facet->points[i]),
                           ring_vec_dot (up, facet->points[i]), facet->points[i] };
  follow (t, corners, n, refracted, &gathered, 0);
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

  t.balls = facet_balls (solid);
  t.patches = g_array_new (FALSE, FALSE, sizeof (RingBeamPatch));
  g_array_set_clear_func (t.patches, patch_clear);
  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      t.facet = i;
      if (ring_vec_dot (facet->normal, toward) > 1e-6)
        enter (&t, facet, right, up, toward);
    }
  g_free (t.balls);
  return t.patches;
}
