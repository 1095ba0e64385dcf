/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a gem on its ring: the edges of the facets that are turned to the eye, and its
 * silhouette. */
#include "ring-views-private.h"

/* Corners of neighbouring facets are one corner when they round to the same of these. */
#define GRAIN 1e5
/* Edges are asked this often whether they are seen, mm. */
#define STEP 0.3
/* Drawn less wide than this, mm of paper, a gem is its outline; less than that, also its table
 * and no other facet. */
#define OUTLINE_ONLY 2.0
#define TABLE_ONLY 4.0

typedef struct
{
  gint64 key[6]; /* both ends, the lesser first */
  RingVec a, b;
  RingVec normal; /* of the facet */
  RingFacetKind kind;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;

  for (guint i = 0; i < 6; i++)
    if (x->key[i] != y->key[i])
      return x->key[i] < y->key[i] ? -1 : 1;
  return 0;
}

static void
set_key (Edge *edge)
{
  const double ends[6] = { edge->a.x, edge->a.y, edge->a.z, edge->b.x, edge->b.y, edge->b.z };
  gint64 rounded[6];
  gboolean turn = FALSE;

  for (guint i = 0; i < 6; i++)
    rounded[i] = (gint64) floor (ends[i] * GRAIN + 0.5);
  for (guint i = 0; i < 3; i++)
    if (rounded[i] != rounded[i + 3])
      {
        turn = rounded[i] > rounded[i + 3];
        break;
      }
  for (guint i = 0; i < 6; i++)
    edge->key[i] = rounded[turn ? (i + 3) % 6 : i];
}

/* Each edge twice, for either facet, the two side by side. */
static GArray *
collect_edges (const RingSceneGem *gem)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  const RingVec *points = (const RingVec *) (const void *) gem->points->data;

  for (guint f = 0; f < ring_solid_get_n_facets (gem->solid); f++)
    {
      const RingFacet *facet = ring_solid_get_facet (gem->solid, f);

      for (guint k = 0; k < facet->n_points; k++)
        {
          Edge edge = { .a = points[k],
                        .b = points[(k + 1) % facet->n_points],
                        .normal = g_array_index (gem->normals, RingVec, f),
                        .kind = facet->kind };

          set_key (&edge);
          g_array_append_val (edges, edge);
        }
      points += facet->n_points;
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

/* From A, which is not taken, to B. */
static void
append_edge (GArray *points, RingVec a, RingVec b, RingVec out)
{
  guint n = 1 + (guint) (ring_vec_length (ring_vec_sub (b, a)) / STEP);

  for (guint i = 1; i <= n; i++)
    {
      RingSpacePoint point = { ring_vec_mix (a, b, i / (double) n), out };

      g_array_append_val (points, point);
    }
}

static void
add_edge (RingHider *hider, guint gem, const Edge *edge, RingVec out)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));
  RingSpacePoint first = { edge->a, out };

  g_array_append_val (points, first);
  append_edge (points, edge->a, edge->b, out);
  _ring_hider_add (hider, RING_VIEWS_FACET, (const RingSpacePoint *) (const void *) points->data,
                   points->len, gem);
}

static gboolean
meets (RingVec a, RingVec b)
{
  return ring_vec_length (ring_vec_sub (a, b)) < 2 / GRAIN;
}

/* The edges of the silhouette end to end, so that a round girdle is one smooth line. NORMAL holds
 * the way out. */
static void
add_silhouette (RingHider *hider, guint gem, GArray *edges)
{
  while (edges->len > 0)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));
      Edge edge = g_array_index (edges, Edge, edges->len - 1);
      RingSpacePoint first = { edge.a, edge.normal };
      RingVec end = edge.b;
      guint next = edges->len - 1;

      g_array_append_val (points, first);
      append_edge (points, edge.a, edge.b, edge.normal);
      g_array_remove_index_fast (edges, next);
      for (next = 0; next < edges->len;)
        {
          edge = g_array_index (edges, Edge, next);
          if (!meets (edge.a, end) && !meets (edge.b, end))
            {
              next++;
              continue;
            }
          append_edge (points, end, meets (edge.a, end) ? edge.b : edge.a, edge.normal);
          end = meets (edge.a, end) ? edge.b : edge.a;
          g_array_remove_index_fast (edges, next);
          next = 0;
        }
      _ring_hider_add (hider, RING_VIEWS_OUTLINE,
                       (const RingSpacePoint *) (const void *) points->data, points->len, gem);
    }
}

/* The many flats of a girdle, and of a cabochon's dome, stand for a smooth one: the edges between
 * them are not drawn. */
static void
add_pair (RingHider *hider,
          guint gem,
          const Edge *one,
          const Edge *other,
          double drawn,
          GArray *silhouette)
{
  gboolean seen[2] = { ring_vec_dot (one->normal, hider->scene->camera.toward) > 1e-9,
                       ring_vec_dot (other->normal, hider->scene->camera.toward) > 1e-9 };
  RingVec out = ring_vec_add (one->normal, other->normal);
  Edge edge = *one;
  gboolean table = one->kind == RING_FACET_TABLE || other->kind == RING_FACET_TABLE;

  edge.normal = out;
  if (seen[0] != seen[1])
    g_array_append_val (silhouette, edge);
  else if (!seen[0]
           || (one->kind == other->kind
               && (one->kind == RING_FACET_GIRDLE || one->kind == RING_FACET_DOME)))
    return;
  else if (drawn >= TABLE_ONLY || (table && drawn >= OUTLINE_ONLY))
    add_edge (hider, gem, one, out);
}

void
_ring_views_add_gem (RingHider *hider, guint gem, const RingViewsGem *what, double scale)
{
  g_autoptr (GArray) edges = collect_edges (&hider->scene->gems[gem]);
  g_autoptr (GArray) silhouette = g_array_new (FALSE, FALSE, sizeof (Edge));
  double drawn = scale > 0 ? scale * fmax (what->length, what->width) : G_MAXDOUBLE;

  if (what->outline_only)
    drawn = 0;
  else if (what->small)
    drawn = fmin (drawn, TABLE_ONLY - 1e-6);
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *one = &g_array_index (edges, Edge, i);
      const Edge *other = &g_array_index (edges, Edge, i + 1);

      if (compare_edges (one, other) == 0)
        {
          add_pair (hider, gem, one, other, drawn, silhouette);
          i++;
        }
    }
  add_silhouette (hider, gem, silhouette);
}
