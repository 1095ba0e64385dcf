/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-solid.h"

#include <string.h>

/* Solids are built at about unit size, so that these are a millionth of a gem. */
#define BEYOND 64.0 /* farther out than any solid */
#define SAME 1e-6   /* points nearer than this are one */

#define MAX_POINTS 256

typedef struct
{
  RingFacetKind kind;
  RingVec normal;
  double offset;
} Plane;

struct _RingSolid
{
  GArray *planes; /* of Plane */
  GArray *facets; /* of RingFacet */
  guint counts[RING_N_FACET_KINDS];
};

static const char *const kind_names[RING_N_FACET_KINDS] = {
  "table",         "star",       "main",          "upper-half", "step", "girdle",
  "pavilion-main", "lower-half", "pavilion-step", "culet",      "base", "dome",
};

static void
facet_clear (gpointer data)
{
  g_free (((RingFacet *) data)->points);
}

RingSolid *
ring_solid_new (void)
{
  RingSolid *solid = g_new0 (RingSolid, 1);

  solid->planes = g_array_new (FALSE, FALSE, sizeof (Plane));
  solid->facets = g_array_new (FALSE, FALSE, sizeof (RingFacet));
  g_array_set_clear_func (solid->facets, facet_clear);
  return solid;
}

void
ring_solid_free (RingSolid *solid)
{
  if (solid == NULL)
    return;
  g_array_unref (solid->planes);
  g_array_unref (solid->facets);
  g_free (solid);
}

static gboolean
same_plane (const Plane *a, const Plane *b)
{
  return ring_vec_dot (a->normal, b->normal) > 1 - 1e-12 && fabs (a->offset - b->offset) < 1e-9;
}

void
ring_solid_cut (
    RingSolid *solid, RingFacetKind kind, RingVec a, RingVec b, RingVec c, RingVec inside)
{
  Plane plane = { .kind = kind };

  plane.normal = ring_vec_unit (ring_vec_cross (ring_vec_sub (b, a), ring_vec_sub (c, a)));
  plane.offset = ring_vec_dot (plane.normal, a);
  if (ring_vec_dot (plane.normal, inside) > plane.offset)
    {
      plane.normal = ring_vec_scale (plane.normal, -1);
      plane.offset = -plane.offset;
    }
  /* A plane that was given twice has one facet, the first one's. */
  for (guint i = 0; i < solid->planes->len; i++)
    if (same_plane (&g_array_index (solid->planes, Plane, i), &plane))
      return;
  g_array_append_val (solid->planes, plane);
}

/* A square on the plane that is larger than any solid, counter-clockwise from outside. */
static guint
whole_plane (const Plane *plane, RingVec *points)
{
  RingVec n = plane->normal;
  RingVec side = fabs (n.z) < 0.9 ? (RingVec){ 0, 0, 1 } : (RingVec){ 1, 0, 0 };
  RingVec u = ring_vec_scale (ring_vec_unit (ring_vec_cross (side, n)), BEYOND);
  RingVec v = ring_vec_cross (n, u);
  RingVec centre = ring_vec_scale (n, plane->offset);

  points[0] = ring_vec_sub (ring_vec_sub (centre, u), v);
  points[1] = ring_vec_sub (ring_vec_add (centre, u), v);
  points[2] = ring_vec_add (ring_vec_add (centre, u), v);
  points[3] = ring_vec_add (ring_vec_sub (centre, u), v);
  return 4;
}

/* Keeps the part of the polygon within PLANE (Sutherland and Hodgman). */
static guint
clip (RingVec *points, guint n, const Plane *plane)
{
  RingVec result[MAX_POINTS];
  guint m = 0;

  for (guint i = 0; i < n && m + 2 < MAX_POINTS; i++)
    {
      RingVec a = points[i];
      RingVec b = points[(i + 1) % n];
      double da = ring_vec_dot (plane->normal, a) - plane->offset;
      double db = ring_vec_dot (plane->normal, b) - plane->offset;

      if (da <= 0)
        result[m++] = a;
      if ((da < 0 && db > 0) || (da > 0 && db < 0))
        result[m++] = ring_vec_mix (a, b, da / (da - db));
    }
  memcpy (points, result, m * sizeof *points);
  return m;
}

/* Points that rounding has doubled become one. */
static guint
weld (RingVec *points, guint n)
{
  guint m = 0;

  for (guint i = 0; i < n; i++)
    if (m == 0 || ring_vec_length (ring_vec_sub (points[i], points[m - 1])) > SAME)
      points[m++] = points[i];
  while (m > 1 && ring_vec_length (ring_vec_sub (points[0], points[m - 1])) <= SAME)
    m--;
  return m;
}

void
ring_solid_close (RingSolid *solid)
{
  memset (solid->counts, 0, sizeof solid->counts);
  g_array_set_size (solid->facets, 0);
  for (guint i = 0; i < solid->planes->len; i++)
    {
      const Plane *plane = &g_array_index (solid->planes, Plane, i);
      RingVec points[MAX_POINTS];
      guint n = whole_plane (plane, points);

      for (guint k = 0; k < solid->planes->len && n > 2; k++)
        {
          const Plane *other = &g_array_index (solid->planes, Plane, k);

          if (k != i)
            n = clip (points, n, other);
        }
      n = weld (points, n);
      if (n > 2)
        {
          RingFacet facet = {
            plane->kind, solid->counts[plane->kind]++, plane->normal, plane->offset, n, NULL
          };

          facet.points = g_memdup2 (points, n * sizeof *points);
          g_array_append_val (solid->facets, facet);
        }
    }
}

/* Twice the area, along the normal (Newell). */
static RingVec
area_vector (const RingVec *points, guint n)
{
  RingVec sum = { 0, 0, 0 };

  for (guint i = 1; i + 1 < n; i++)
    sum = ring_vec_add (sum, ring_vec_cross (ring_vec_sub (points[i], points[0]),
                                             ring_vec_sub (points[i + 1], points[0])));
  return sum;
}

void
ring_solid_add_facet (RingSolid *solid, RingFacetKind kind, const RingVec *points, guint n)
{
  RingFacet facet = { .kind = kind, .n_points = n };

  facet.index = solid->counts[kind]++;
  facet.normal = ring_vec_unit (area_vector (points, n));
  facet.offset = ring_vec_dot (facet.normal, points[0]);
  facet.points = g_memdup2 (points, n * sizeof *points);
  g_array_append_val (solid->facets, facet);
}

void
ring_solid_scale (RingSolid *solid, double x, double y, double z)
{
  for (guint i = 0; i < solid->facets->len; i++)
    {
      RingFacet *facet = &g_array_index (solid->facets, RingFacet, i);
      RingVec n = { facet->normal.x / x, facet->normal.y / y, facet->normal.z / z };

      for (guint k = 0; k < facet->n_points; k++)
        {
          RingVec *p = &facet->points[k];

          *p = (RingVec){ p->x * x, p->y * y, p->z * z };
        }
      facet->normal = ring_vec_unit (n);
      facet->offset = ring_vec_dot (facet->normal, facet->points[0]);
    }
}

guint
ring_solid_get_n_facets (const RingSolid *solid)
{
  return solid->facets->len;
}

const RingFacet *
ring_solid_get_facet (const RingSolid *solid, guint i)
{
  g_return_val_if_fail (i < solid->facets->len, NULL);
  return &g_array_index (solid->facets, RingFacet, i);
}

/* The number of the corner P among those met so far. */
static guint
corner_number (GArray *corners, RingVec p, double near)
{
  for (guint i = corners->len; i-- > 0;)
    {
      const RingVec *q = &g_array_index (corners, RingVec, i);

      if (fabs (q->x - p.x) < near && fabs (q->y - p.y) < near && fabs (q->z - p.z) < near)
        return i;
    }
  g_array_append_val (corners, p);
  return corners->len - 1;
}

static double
reach (const RingSolid *solid)
{
  double most = 0;

  for (guint i = 0; i < solid->facets->len; i++)
    {
      const RingFacet *facet = &g_array_index (solid->facets, RingFacet, i);

      for (guint k = 0; k < facet->n_points; k++)
        most = MAX (most, ring_vec_length (facet->points[k]));
    }
  return most;
}

GArray *
ring_solid_list_edges (const RingSolid *solid)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (RingSolidEdge));
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (RingVec));
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  double near = reach (solid) * 1e-5;

  for (guint i = 0; i < solid->facets->len; i++)
    {
      const RingFacet *facet = &g_array_index (solid->facets, RingFacet, i);
      guint from = corner_number (corners, facet->points[0], near);

      for (guint k = 0; k < facet->n_points; k++)
        {
          guint next = (k + 1) % facet->n_points;
          guint to = corner_number (corners, facet->points[next], near);
          gint64 key = ((gint64) MIN (from, to) << 32) | MAX (from, to);
          gpointer number;

          if (from != to && g_hash_table_lookup_extended (found, &key, NULL, &number))
            g_array_index (edges, RingSolidEdge, GPOINTER_TO_UINT (number)).right = i;
          else if (from != to)
            {
              RingSolidEdge edge
                  = { facet->points[k], facet->points[next], i, RING_SOLID_NO_FACET };

              g_hash_table_insert (found, g_memdup2 (&key, sizeof key),
                                   GUINT_TO_POINTER (edges->len));
              g_array_append_val (edges, edge);
            }
          from = to;
        }
    }
  return edges;
}

/* The sum of the pyramids from the origin over each facet (divergence theorem). */
double
ring_solid_volume (const RingSolid *solid)
{
  double volume = 0;

  for (guint i = 0; i < solid->facets->len; i++)
    {
      const RingFacet *facet = &g_array_index (solid->facets, RingFacet, i);

      for (guint k = 1; k + 1 < facet->n_points; k++)
        volume += ring_vec_dot (facet->points[0],
                                ring_vec_cross (facet->points[k], facet->points[k + 1]))
                  / 6;
    }
  return volume;
}

const char *
ring_facet_kind_name (RingFacetKind kind)
{
  return kind_names[kind];
}
