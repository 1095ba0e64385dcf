/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a band: its edges, and its silhouette, where the surface turns away from the eye. */
#include "ring-views-private.h"

/* The surface is asked on a grid of this many places round the finger and across. */
#define ROUND 240
#define ACROSS 33
/* Not quite to the edges, where the domes stand upright. */
#define MARGIN 0.001
/* Closer than this the outer and the inner edge are one. */
#define ONE_EDGE 0.02

typedef struct
{
  const RingBand *band;
  RingVec toward;
  gboolean outer;
} Sheet;

static double
height (const RingBand *band, double angle, double across, gboolean outer)
{
  return outer ? ring_band_outer (band, angle, across) : ring_band_inner (band, angle, across);
}

/* U goes from -1 to 1 and is the sine's angle of ACROSS: so the domes are taken evenly. */
static RingVec
sheet_point (const Sheet *sheet, double angle, double u)
{
  double across = sin (u * G_PI / 2);

  return ring_band_point (sheet->band, angle, across,
                          height (sheet->band, angle, across, sheet->outer));
}

/* Outwards. */
static RingVec
sheet_normal (const Sheet *sheet, double angle, double u)
{
  const double h = 1e-5;
  RingVec round
      = ring_vec_sub (sheet_point (sheet, angle + h, u), sheet_point (sheet, angle - h, u));
  RingVec across
      = ring_vec_sub (sheet_point (sheet, angle, u + h), sheet_point (sheet, angle, u - h));
  RingVec normal = ring_vec_unit (ring_vec_cross (round, across));

  return sheet->outer ? normal : ring_vec_scale (normal, -1);
}

/* Above 0 where the surface is turned to the eye. A surface that is seen edge on all over has no
 * silhouette on it. */
static gboolean
faces (const Sheet *sheet, double angle, double u)
{
  return ring_vec_dot (sheet_normal (sheet, angle, u), sheet->toward) > 1e-7;
}

static double
angle_of (double i)
{
  return 2 * G_PI * i / ROUND;
}

static double
u_of (double j)
{
  return (1 - MARGIN) * (2 * j / (ACROSS - 1) - 1);
}

/* Edges of the grid's cells are numbered: even ones go round from (I, J), odd ones across. Each
 * that the silhouette crosses is joined with the crossings of its two cells. */
typedef struct
{
  gboolean seen[ROUND * ACROSS];
  int link[2 * ROUND * ACROSS][2];
  gboolean used[2 * ROUND * ACROSS];
} Grid;

static guint
edge_id (guint i, guint j, gboolean across)
{
  return 2 * (j * ROUND + i % ROUND) + across;
}

static void
join (Grid *grid, guint a, guint b)
{
  grid->link[a][grid->link[a][0] < 0 ? 0 : 1] = (int) b;
  grid->link[b][grid->link[b][0] < 0 ? 0 : 1] = (int) a;
}

static void
join_cell (Grid *grid, guint i, guint j)
{
  const guint edges[4] = { edge_id (i, j, FALSE), edge_id (i + 1, j, TRUE),
                           edge_id (i, j + 1, FALSE), edge_id (i, j, TRUE) };
  const gboolean corners[4]
      = { grid->seen[j * ROUND + i], grid->seen[j * ROUND + (i + 1) % ROUND],
          grid->seen[(j + 1) * ROUND + (i + 1) % ROUND], grid->seen[(j + 1) * ROUND + i] };
  int last = -1;

  for (guint k = 0; k < 4; k++)
    {
      if (corners[k] == corners[(k + 1) % 4])
        continue;
      if (last >= 0)
        join (grid, (guint) last, edges[k]);
      last = last < 0 ? (int) edges[k] : -1;
    }
}

/* The crossing of an edge, found by halving. */
static RingSpacePoint
crossing (const Sheet *sheet, const Grid *grid, guint id)
{
  guint i = id / 2 % ROUND;
  guint j = id / 2 / ROUND;
  double di = (id & 1) != 0 ? 0 : 1;
  double dj = 1 - di;
  double low = 0, high = 1;
  gboolean first = grid->seen[j * ROUND + i];
  double angle, u;

  for (int k = 0; k < 14; k++)
    {
      double t = (low + high) / 2;

      if (faces (sheet, angle_of (i + t * di), u_of (j + t * dj)) == first)
        low = t;
      else
        high = t;
    }
  angle = angle_of (i + low * di);
  u = u_of (j + low * dj);
  return (RingSpacePoint){ sheet_point (sheet, angle, u), sheet_normal (sheet, angle, u) };
}

/* From FROM along its first link to the end of the line or round to where it began. */
static void
follow (RingHider *hider, const Sheet *sheet, Grid *grid, guint from)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingSpacePoint));
  int at = (int) from;
  int last = at;

  while (at >= 0 && !grid->used[at])
    {
      RingSpacePoint point = crossing (sheet, grid, (guint) at);
      int next = grid->link[at][0];

      g_array_append_val (points, point);
      grid->used[at] = TRUE;
      last = at;
      if (next < 0 || grid->used[next])
        next = grid->link[at][1];
      at = next;
    }
  if (points->len > 2 && (grid->link[last][0] == (int) from || grid->link[last][1] == (int) from))
    g_array_append_val (points, g_array_index (points, RingSpacePoint, 0));
  _ring_hider_add (hider, RING_VIEWS_OUTLINE, (const RingSpacePoint *) (const void *) points->data,
                   points->len, RING_SCENE_ALL);
}

static void
add_silhouette (RingHider *hider, gboolean outer)
{
  Sheet sheet = { hider->scene->band, hider->scene->camera.toward, outer };
  g_autofree Grid *grid = g_new0 (Grid, 1);

  for (guint id = 0; id < G_N_ELEMENTS (grid->link); id++)
    grid->link[id][0] = grid->link[id][1] = -1;
  for (guint j = 0; j < ACROSS; j++)
    for (guint i = 0; i < ROUND; i++)
      grid->seen[j * ROUND + i] = faces (&sheet, angle_of (i), u_of (j));
  for (guint j = 0; j + 1 < ACROSS; j++)
    for (guint i = 0; i < ROUND; i++)
      join_cell (grid, i, j);
  /* Lines that end at an edge first, from their ends; then those that run round. */
  for (int ends = 1; ends >= 0; ends--)
    for (guint id = 0; id < G_N_ELEMENTS (grid->link); id++)
      if (!grid->used[id] && grid->link[id][0] >= 0 && (grid->link[id][1] < 0) == ends)
        follow (hider, &sheet, grid, id);
}

/* A line round the band: one of its four edges, or (SIDE 0) ridge number RIDGE. OUT is away from
 * the middle of the section. */
static void
add_edge (RingHider *hider, int side, guint ridge, gboolean outer)
{
  const RingBand *band = hider->scene->band;
  RingSpacePoint points[ROUND + 1];

  for (guint i = 0; i <= ROUND; i++)
    {
      double angle = angle_of (i);
      double ridges[2];
      double across
          = side != 0 || ring_band_ridges (band, angle, ridges) == 0 ? side : ridges[ridge];
      double h = height (band, angle, across, outer);
      double middle = ring_band_thickness (band, angle) / 2;

      points[i].p = ring_band_point (band, angle, across, h);
      points[i].out = ring_vec_sub (points[i].p, ring_band_point (band, angle, 0, middle));
    }
  _ring_hider_add (hider, side != 0 ? RING_VIEWS_OUTLINE : RING_VIEWS_FACET, points, ROUND + 1,
                   RING_SCENE_ALL);
}

void
_ring_views_add_band (RingHider *hider)
{
  const RingBand *band = hider->scene->band;
  gboolean two = ring_band_outer (band, 0, 1) - ring_band_inner (band, 0, 1) > ONE_EDGE;
  double ridges[2];
  guint n = ring_band_ridges (band, 0, ridges);

  add_silhouette (hider, TRUE);
  add_silhouette (hider, FALSE);
  for (int side = 1; side >= -1; side -= 2)
    {
      if (two)
        add_edge (hider, side, 0, TRUE);
      add_edge (hider, side, 0, FALSE);
    }
  for (guint i = 0; i < n; i++)
    add_edge (hider, 0, i, TRUE);
}
