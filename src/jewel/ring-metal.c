/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-metal.h"

#include <string.h>

/* The grid of one sweep, turned so that its cells face outwards, and where it is cut in sheets. */
typedef struct
{
  RingVec *points;
  guint rows, columns;
  gboolean closed;
  GArray *row_cuts, *column_cuts; /* of Cut */
} Sweep;

typedef struct
{
  guint at;
  RingCorner corner; /* NONE is a seam: nothing is seen of it */
} Cut;

static void
sheet_clear (gpointer data)
{
  RingMetalSheet *sheet = data;

  g_free (sheet->points);
  g_free (sheet->normals);
  g_free (sheet->strips);
}

static void
edge_clear (gpointer data)
{
  RingMetalEdge *edge = data;

  g_free (edge->points);
  g_free (edge->one);
  g_free (edge->other);
}

RingMetal *
ring_metal_new (void)
{
  RingMetal *metal = g_new0 (RingMetal, 1);

  metal->sheets = g_array_new (FALSE, FALSE, sizeof (RingMetalSheet));
  metal->edges = g_array_new (FALSE, FALSE, sizeof (RingMetalEdge));
  g_array_set_clear_func (metal->sheets, sheet_clear);
  g_array_set_clear_func (metal->edges, edge_clear);
  return metal;
}

void
ring_metal_free (RingMetal *metal)
{
  if (metal == NULL)
    return;
  g_array_unref (metal->sheets);
  g_array_unref (metal->edges);
  g_free (metal);
}

/* Half the sum of the diagonals' cross product: the area of a cell, outwards. */
static RingVec
cell_area (RingVec a, RingVec b, RingVec c, RingVec d)
{
  return ring_vec_scale (ring_vec_cross (ring_vec_sub (c, a), ring_vec_sub (d, b)), 0.5);
}

static RingVec
grid_point (const Sweep *sweep, guint row, guint column)
{
  return sweep->points[row % sweep->rows * sweep->columns + column % sweep->columns];
}

static RingVec
row_middle (const Sweep *sweep, guint row)
{
  RingVec sum = { 0, 0, 0 };

  for (guint j = 0; j < sweep->columns; j++)
    sum = ring_vec_add (sum, grid_point (sweep, row, j));
  return ring_vec_scale (sum, 1.0 / sweep->columns);
}

/* The pyramid over the last row. */
static double
end_volume (const Sweep *sweep, RingVec from)
{
  guint row = sweep->rows - 1;
  RingVec middle = row_middle (sweep, row);
  RingVec area = { 0, 0, 0 };

  for (guint j = 0; j < sweep->columns; j++)
    area = ring_vec_add (area, ring_vec_cross (ring_vec_sub (middle, grid_point (sweep, row, j)),
                                               ring_vec_sub (grid_point (sweep, row, j + 1),
                                                             grid_point (sweep, row, j))));
  return ring_vec_dot (ring_vec_sub (middle, from), area) / 6;
}

/* Of either sign: which way round the profile was given. */
static double
signed_volume (const Sweep *sweep)
{
  RingVec from = row_middle (sweep, 0);
  double volume = 0;

  for (guint i = 0; i + (sweep->closed ? 0 : 1) < sweep->rows; i++)
    for (guint j = 0; j < sweep->columns; j++)
      {
        RingVec a = grid_point (sweep, i, j);
        RingVec area = cell_area (a, grid_point (sweep, i + 1, j), grid_point (sweep, i + 1, j + 1),
                                  grid_point (sweep, i, j + 1));

        volume += ring_vec_dot (ring_vec_sub (a, from), area) / 3;
      }
  if (!sweep->closed)
    volume += end_volume (sweep, from);
  return volume;
}

static void
turn_columns (Sweep *sweep, RingCorner *corners)
{
  for (guint j = 1; j < sweep->columns - j; j++)
    {
      guint other = sweep->columns - j;
      RingCorner corner = corners[j];

      corners[j] = corners[other];
      corners[other] = corner;
      for (guint i = 0; i < sweep->rows; i++)
        {
          RingVec p = sweep->points[i * sweep->columns + j];

          sweep->points[i * sweep->columns + j] = sweep->points[i * sweep->columns + other];
          sweep->points[i * sweep->columns + other] = p;
        }
    }
}

/* The corners in order; where what is cut is round, the first again at its end. */
static GArray *
make_cuts (const RingCorner *corners, guint n, gboolean round)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (Cut));

  for (guint i = 0; i < n; i++)
    if ((corners != NULL && corners[i] != RING_CORNER_NONE) || (!round && (i == 0 || i + 1 == n)))
      {
        Cut cut = { i, corners != NULL ? corners[i] : RING_CORNER_NONE };

        g_array_append_val (cuts, cut);
      }
  if (cuts->len == 0)
    {
      Cut seam = { 0, RING_CORNER_NONE };

      g_array_append_val (cuts, seam);
    }
  if (round)
    {
      Cut last = g_array_index (cuts, Cut, 0);

      last.at += n;
      g_array_append_val (cuts, last);
    }
  return cuts;
}

static RingMetalBall
ball_round (const RingVec *points, guint n)
{
  RingVec least = points[0], most = points[0];

  for (guint i = 1; i < n; i++)
    {
      RingVec p = points[i];

      least = (RingVec){ fmin (least.x, p.x), fmin (least.y, p.y), fmin (least.z, p.z) };
      most = (RingVec){ fmax (most.x, p.x), fmax (most.y, p.y), fmax (most.z, p.z) };
    }
  return (RingMetalBall){ ring_vec_mix (least, most, 0.5),
                          ring_vec_length (ring_vec_sub (most, least)) / 2 };
}

static void
sheet_close (RingMetalSheet *sheet)
{
  sheet->ball = ball_round (sheet->points, sheet->rows * sheet->columns);
  sheet->strips = g_new (RingMetalBall, sheet->rows - 1);
  for (guint i = 0; i + 1 < sheet->rows; i++)
    sheet->strips[i] = ball_round (&sheet->points[i * sheet->columns], 2 * sheet->columns);
}

/* The directions at the points: of the cells round each, the larger ones more. */
static void
lay_normals (RingMetalSheet *sheet)
{
  for (guint i = 0; i + 1 < sheet->rows; i++)
    for (guint j = 0; j + 1 < sheet->columns; j++)
      {
        guint at[4] = { i * sheet->columns + j, (i + 1) * sheet->columns + j,
                        (i + 1) * sheet->columns + j + 1, i * sheet->columns + j + 1 };
        RingVec area = cell_area (sheet->points[at[0]], sheet->points[at[1]], sheet->points[at[2]],
                                  sheet->points[at[3]]);

        for (guint k = 0; k < 4; k++)
          sheet->normals[at[k]] = ring_vec_add (sheet->normals[at[k]], area);
      }
}

/* Nothing is seen of a seam: on both sides the same direction. */
static void
join_seam (RingVec *one, RingVec *other)
{
  *one = *other = ring_vec_add (*one, *other);
}

static void
add_sheet (RingMetal *metal, const Sweep *sweep, guint row_cut, guint column_cut)
{
  const Cut *r = &g_array_index (sweep->row_cuts, Cut, row_cut);
  const Cut *c = &g_array_index (sweep->column_cuts, Cut, column_cut);
  RingMetalSheet sheet
      = { r[1].at - r[0].at + 1, c[1].at - c[0].at + 1, NULL, NULL, { { 0, 0, 0 }, 0 }, NULL };
  guint n = sheet.rows * sheet.columns;

  sheet.points = g_new (RingVec, n);
  sheet.normals = g_new0 (RingVec, n);
  for (guint i = 0; i < n; i++)
    sheet.points[i] = grid_point (sweep, r[0].at + i / sheet.columns, c[0].at + i % sheet.columns);
  lay_normals (&sheet);
  if (c[0].corner == RING_CORNER_NONE && c[1].at == c[0].at + sweep->columns)
    for (guint i = 0; i < sheet.rows; i++)
      join_seam (&sheet.normals[i * sheet.columns], &sheet.normals[(i + 1) * sheet.columns - 1]);
  if (sweep->closed && r[0].corner == RING_CORNER_NONE && r[1].at == r[0].at + sweep->rows)
    for (guint j = 0; j < sheet.columns; j++)
      join_seam (&sheet.normals[j], &sheet.normals[n - sheet.columns + j]);
  for (guint i = 0; i < n; i++)
    sheet.normals[i] = ring_vec_unit (sheet.normals[i]);
  sheet_close (&sheet);
  g_array_append_val (metal->sheets, sheet);
}

/* From number FROM of two sheets on, every STEPth. */
static void
add_edge (RingMetal *metal,
          const RingMetalSheet *one,
          guint from_one,
          guint step_one,
          const RingMetalSheet *other,
          guint from_other,
          guint step_other,
          guint n,
          RingCorner corner)
{
  RingMetalEdge edge = { n, g_new (RingVec, n), g_new (RingVec, n), g_new (RingVec, n),
                         corner == RING_CORNER_SHARP };

  for (guint i = 0; i < n; i++)
    {
      edge.points[i] = one->points[from_one + i * step_one];
      edge.one[i] = one->normals[from_one + i * step_one];
      edge.other[i] = other->normals[from_other + i * step_other];
    }
  g_array_append_val (metal->edges, edge);
}

/* The edges between the sheets from number FIRST on. */
static void
add_edges (RingMetal *metal, const Sweep *sweep, guint first)
{
  guint n_rows = sweep->row_cuts->len - 1;
  guint n_columns = sweep->column_cuts->len - 1;

  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      {
        const Cut *row = &g_array_index (sweep->row_cuts, Cut, r);
        const Cut *column = &g_array_index (sweep->column_cuts, Cut, c);
        const RingMetalSheet *sheets = &g_array_index (metal->sheets, RingMetalSheet, first);
        const RingMetalSheet *sheet = &sheets[r * n_columns + c];

        if (column->corner != RING_CORNER_NONE)
          {
            const RingMetalSheet *before = &sheets[r * n_columns + (c + n_columns - 1) % n_columns];

            add_edge (metal, sheet, 0, sheet->columns, before, before->columns - 1, before->columns,
                      sheet->rows, column->corner);
          }
        if (row->corner != RING_CORNER_NONE && (r > 0 || sweep->closed))
          {
            const RingMetalSheet *before = &sheets[(r + n_rows - 1) % n_rows * n_columns + c];

            add_edge (metal, sheet, 0, 1, before, (before->rows - 1) * before->columns, 1,
                      sheet->columns, row->corner);
          }
      }
}

/* A flat end: from the last row to its middle. SHEETS are those that end there, the first one
 * FIRST. */
static void
add_end (RingMetal *metal, const Sweep *sweep, guint row, guint first)
{
  guint n_columns = sweep->column_cuts->len - 1;
  RingMetalSheet end = { 2, sweep->columns + 1, NULL, NULL, { { 0, 0, 0 }, 0 }, NULL };
  RingVec middle = row_middle (sweep, row);
  RingVec normal = { 0, 0, 0 };

  if (ring_vec_length (ring_vec_sub (middle, grid_point (sweep, row, 0))) < 1e-9)
    return;
  end.points = g_new (RingVec, 2 * end.columns);
  end.normals = g_new (RingVec, 2 * end.columns);
  for (guint j = 0; j < end.columns; j++)
    {
      RingVec p = grid_point (sweep, row, row == 0 ? sweep->columns - j : j);
      RingVec q = grid_point (sweep, row, row == 0 ? 2 * sweep->columns - j - 1 : j + 1);

      end.points[j] = p;
      end.points[end.columns + j] = middle;
      if (j + 1 < end.columns)
        normal
            = ring_vec_add (normal, ring_vec_cross (ring_vec_sub (middle, p), ring_vec_sub (q, p)));
    }
  for (guint j = 0; j < 2 * end.columns; j++)
    end.normals[j] = ring_vec_unit (normal);
  sheet_close (&end);
  g_array_append_val (metal->sheets, end);
  for (guint c = 0; c < n_columns; c++)
    {
      const RingMetalSheet *side = &g_array_index (metal->sheets, RingMetalSheet, first + c);

      add_edge (metal, side, row == 0 ? 0 : (side->rows - 1) * side->columns, 1, &end, 0, 0,
                side->columns, RING_CORNER_SHARP);
    }
}

void
ring_metal_add_sweep (RingMetal *metal,
                      const RingVec *points,
                      guint rows,
                      guint columns,
                      gboolean closed,
                      const RingCorner *row_corners,
                      const RingCorner *column_corners)
{
  Sweep sweep
      = { g_memdup2 (points, sizeof *points * rows * columns), rows, columns, closed, NULL, NULL };
  g_autofree RingCorner *corners = g_new0 (RingCorner, columns);
  guint first = metal->sheets->len;
  guint n_columns;

  if (column_corners != NULL)
    memcpy (corners, column_corners, sizeof *corners * columns);
  if (signed_volume (&sweep) < 0)
    turn_columns (&sweep, corners);
  sweep.row_cuts = make_cuts (row_corners, rows, closed);
  sweep.column_cuts = make_cuts (corners, columns, TRUE);
  n_columns = sweep.column_cuts->len - 1;
  for (guint r = 0; r + 1 < sweep.row_cuts->len; r++)
    for (guint c = 0; c < n_columns; c++)
      add_sheet (metal, &sweep, r, c);
  add_edges (metal, &sweep, first);
  if (!closed)
    {
      add_end (metal, &sweep, 0, first);
      add_end (metal, &sweep, rows - 1, first + (sweep.row_cuts->len - 2) * n_columns);
    }
  g_array_unref (sweep.row_cuts);
  g_array_unref (sweep.column_cuts);
  g_free (sweep.points);
}

void
ring_metal_place (RingMetal *metal, const RingPlace *place, double radius)
{
  for (guint s = 0; s < metal->sheets->len; s++)
    {
      RingMetalSheet *sheet = &g_array_index (metal->sheets, RingMetalSheet, s);

      for (guint i = 0; i < sheet->rows * sheet->columns; i++)
        {
          sheet->points[i] = ring_place_point (place, radius, sheet->points[i]);
          sheet->normals[i] = ring_place_direction (place, sheet->normals[i]);
        }
      sheet->ball.centre = ring_place_point (place, radius, sheet->ball.centre);
      for (guint i = 0; i + 1 < sheet->rows; i++)
        sheet->strips[i].centre = ring_place_point (place, radius, sheet->strips[i].centre);
    }
  for (guint e = 0; e < metal->edges->len; e++)
    {
      RingMetalEdge *edge = &g_array_index (metal->edges, RingMetalEdge, e);

      for (guint i = 0; i < edge->n; i++)
        {
          edge->points[i] = ring_place_point (place, radius, edge->points[i]);
          edge->one[i] = ring_place_direction (place, edge->one[i]);
          edge->other[i] = ring_place_direction (place, edge->other[i]);
        }
    }
}

/* Moeller and Trumbore; from the inside. */
static gboolean
triangle_meets (RingVec a, RingVec b, RingVec c, RingVec p, RingVec d)
{
  RingVec ab = ring_vec_sub (b, a);
  RingVec ac = ring_vec_sub (c, a);
  RingVec h = ring_vec_cross (d, ac);
  double det = ring_vec_dot (ab, h);
  RingVec s, q;
  double u, v;

  /* A ray that comes through a closed skin leaves it somewhere, and that is enough. */
  if (det > -1e-14)
    return FALSE;
  s = ring_vec_sub (p, a);
  u = ring_vec_dot (s, h) / det;
  if (u < 0 || u > 1)
    return FALSE;
  q = ring_vec_cross (s, ab);
  v = ring_vec_dot (d, q) / det;
  return v >= 0 && u + v <= 1 && ring_vec_dot (ac, q) / det > 1e-6;
}

static gboolean
ball_meets (const RingMetalBall *ball, RingVec p, RingVec d)
{
  RingVec to = ring_vec_sub (ball->centre, p);
  double along = ring_vec_dot (to, d);

  return along >= -ball->radius
         && ring_vec_dot (to, to) - along * along <= ball->radius * ball->radius;
}

static gboolean
sheet_meets (const RingMetalSheet *sheet, RingVec p, RingVec d)
{
  if (!ball_meets (&sheet->ball, p, d))
    return FALSE;
  for (guint i = 0; i + 1 < sheet->rows; i++)
    for (guint j = 0; j + 1 < sheet->columns && (j > 0 || ball_meets (&sheet->strips[i], p, d));
         j++)
      {
        const RingVec *a = &sheet->points[i * sheet->columns + j];
        const RingVec *b = a + sheet->columns;

        if (triangle_meets (a[0], b[0], b[1], p, d) || triangle_meets (a[0], b[1], a[1], p, d))
          return TRUE;
      }
  return FALSE;
}

gboolean
ring_metal_meets (const RingMetal *metal, RingVec p, RingVec d)
{
  for (guint s = 0; s < metal->sheets->len; s++)
    if (sheet_meets (&g_array_index (metal->sheets, RingMetalSheet, s), p, d))
      return TRUE;
  return FALSE;
}
