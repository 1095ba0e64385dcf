/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a setting: the edges of its sheets, and where a sheet turns away from the eye. */
#include "ring-views-private.h"

/* Lines are asked this often whether they are seen, mm. */
#define STEP 0.3
/* Less than this is edge on. */
#define FACING 1e-6

static void
append (GArray *points, RingSpacePoint point)
{
  if (points->len > 0)
    {
      RingSpacePoint last = g_array_index (points, RingSpacePoint, points->len - 1);
      guint n = 1 + (guint) (ring_vec_length (ring_vec_sub (point.p, last.p)) / STEP);

      for (guint i = 1; i < n; i++)
        {
          RingSpacePoint between = { ring_vec_mix (last.p, point.p, i / (double) n),
                                     ring_vec_mix (last.out, point.out, i / (double) n) };

          g_array_append_val (points, between);
        }
    }
  g_array_append_val (points, point);
}

static void
flush (RingHider *hider, RingViewsRole role, GArray *points)
{
  if (points->len > 1)
    _ring_hider_add (hider, role, (const RingSpacePoint *) (const void *) points->data, points->len,
                     RING_SCENE_ALL);
  g_array_set_size (points, 0);
}

/* ------------------------------------------------------------------ silhouettes */

/* Sides of the grid's cells are numbered: even ones go along the rows from (I, J), odd ones along
 * the columns. Each that the silhouette crosses is joined with the crossings of its two cells. */
typedef struct
{
  int to[2]; /* sides; -1 is none */
} Link;

typedef struct
{
  const RingMetalSheet *sheet;
  RingVec toward;
  Link *links;
  gboolean *used;
} Contour;

static double
facing (const Contour *contour, guint at)
{
  return ring_vec_dot (contour->sheet->normals[at], contour->toward) - FACING;
}

static void
join (Contour *contour, guint a, guint b)
{
  contour->links[a].to[contour->links[a].to[0] < 0 ? 0 : 1] = (int) b;
  contour->links[b].to[contour->links[b].to[0] < 0 ? 0 : 1] = (int) a;
}

static void
join_cell (Contour *contour, guint i, guint j)
{
  guint columns = contour->sheet->columns;
  const guint at[4]
      = { i * columns + j, i * columns + j + 1, (i + 1) * columns + j + 1, (i + 1) * columns + j };
  const guint sides[4] = { 2 * at[0], 2 * at[1] + 1, 2 * at[3], 2 * at[0] + 1 };
  int last = -1;

  for (guint k = 0; k < 4; k++)
    {
      if ((facing (contour, at[k]) > 0) == (facing (contour, at[(k + 1) % 4]) > 0))
        continue;
      if (last >= 0)
        join (contour, (guint) last, sides[k]);
      last = last < 0 ? (int) sides[k] : -1;
    }
}

static RingSpacePoint
crossing (const Contour *contour, guint side)
{
  guint from = side / 2;
  guint to = from + ((side & 1) != 0 ? contour->sheet->columns : 1);
  double a = facing (contour, from);
  double b = facing (contour, to);
  double t = CLAMP (a / (a - b), 0, 1);

  return (RingSpacePoint){
    ring_vec_mix (contour->sheet->points[from], contour->sheet->points[to], t),
    ring_vec_mix (contour->sheet->normals[from], contour->sheet->normals[to], t)
  };
}

static void
follow (RingHider *hider, Contour *contour, guint from, GArray *points)
{
  int at = (int) from, last = at;
  int first = at;

  while (at >= 0 && !contour->used[at])
    {
      const int *to = contour->links[at].to;
      int next = at == last || to[0] != last ? to[0] : to[1];

      contour->used[at] = TRUE;
      append (points, crossing (contour, (guint) at));
      last = at;
      at = next;
    }
  if (at == first && points->len > 2)
    append (points, crossing (contour, (guint) first));
  flush (hider, RING_VIEWS_OUTLINE, points);
}

static void
add_silhouette (RingHider *hider, const RingMetalSheet *sheet)
{
  guint n = 2 * sheet->rows * sheet->columns;
  Contour contour = { sheet, hider->scene->camera.toward, g_new (Link, n), g_new0 (gboolean, n) };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));

  for (guint i = 0; i < n; i++)
    contour.links[i].to[0] = contour.links[i].to[1] = -1;
  for (guint i = 0; i + 1 < sheet->rows; i++)
    for (guint j = 0; j + 1 < sheet->columns; j++)
      join_cell (&contour, i, j);
  /* Lines that end at an edge first, from their ends; then those that run round. */
  for (int ends = 1; ends >= 0; ends--)
    for (guint i = 0; i < n; i++)
      if (!contour.used[i] && contour.links[i].to[0] >= 0 && (contour.links[i].to[1] < 0) == ends)
        follow (hider, &contour, i, points);
  g_free (contour.links);
  g_free (contour.used);
}

/* ------------------------------------------------------------------ edges */

typedef enum
{
  AWAY,    /* both sides are turned away */
  BOUND,   /* one is seen, the other is not */
  BETWEEN, /* both are seen */
} EdgeState;

/* And in *OUT the way off the metal, on a side that is seen: the other one may lie on the stone. */
static EdgeState
state_at (const RingHider *hider, const RingMetalEdge *edge, guint i, RingVec *out)
{
  gboolean one = ring_vec_dot (edge->one[i], hider->scene->camera.toward) > FACING;
  gboolean other = ring_vec_dot (edge->other[i], hider->scene->camera.toward) > FACING;

  *out = ring_vec_add (edge->one[i], edge->other[i]);
  if (one == other)
    return one ? BETWEEN : AWAY;
  *out = one ? edge->one[i] : edge->other[i];
  return BOUND;
}

static void
flush_edge (RingHider *hider, const RingMetalEdge *edge, EdgeState state, GArray *points)
{
  if (state == BOUND || (state == BETWEEN && edge->sharp))
    flush (hider, state == BOUND ? RING_VIEWS_OUTLINE : RING_VIEWS_FACET, points);
  g_array_set_size (points, 0);
}

static void
add_edge (RingHider *hider, const RingMetalEdge *edge)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));
  EdgeState state = AWAY;

  for (guint i = 0; i < edge->n; i++)
    {
      RingSpacePoint point = { .p = edge->points[i] };
      EdgeState now = state_at (hider, edge, i, &point.out);

      if (now != state && i > 0)
        {
          append (points, point);
          flush_edge (hider, edge, state, points);
        }
      state = now;
      append (points, point);
    }
  flush_edge (hider, edge, state, points);
}

void
_ring_views_add_metal (RingHider *hider, guint gem)
{
  const RingMetal *metal = hider->scene->gems[gem].metal;

  if (metal == NULL)
    return;
  for (guint i = 0; i < metal->edges->len; i++)
    add_edge (hider, &g_array_index (metal->edges, RingMetalEdge, i));
  for (guint i = 0; i < metal->sheets->len; i++)
    add_silhouette (hider, &g_array_index (metal->sheets, RingMetalSheet, i));
}
