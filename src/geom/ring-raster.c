/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every edge leaves in each row it passes how much the area to its right grows, pixel by pixel; the
 * running sum along a row is the coverage (as in font rasterizers). A bit for each pixel that an
 * edge touched lets the sum leap over the rest. */

#include "ring-raster.h"

#include <math.h>
#include <string.h>

/* How far the straight pieces of a curve may lie from it, pixels. */
#define TOLERANCE 0.03
#define MAX_PIECES 4096
#define REACH 1e6
/* A band of rows has at most so many cells, so that it stays near the processor. */
#define MAX_CELLS 73728
#define WORD_BITS 64

typedef struct
{
  /* The outline in pixels. */
  RingPoint *points;
  gsize n_points, n_allocated;
  GArray *ends; /* of gsize: where each contour ends in points */
  RingRect bounds;

  /* The band. */
  float *cells;  /* STRIDE to a row, one more than there are pixels */
  guint64 *bits; /* WORDS to a row */
  gsize n_cells, n_bits;
  int stride, words;
  int x0, x1, y0, y1;
} Raster;

static void
raster_free (gpointer data)
{
  Raster *raster = data;

  g_free (raster->points);
  g_free (raster->cells);
  g_free (raster->bits);
  g_array_unref (raster->ends);
  g_free (raster);
}

static GPrivate thread_raster = G_PRIVATE_INIT (raster_free);

static Raster *
get_raster (void)
{
  Raster *raster = g_private_get (&thread_raster);

  if (raster == NULL)
    {
      raster = g_new0 (Raster, 1);
      raster->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_private_set (&thread_raster, raster);
    }
  raster->n_points = 0;
  raster->bounds = (RingRect){ REACH, REACH, -REACH, -REACH };
  g_array_set_size (raster->ends, 0);
  return raster;
}

/* The outline. */

static void
add_point (Raster *raster, RingPoint p)
{
  if (raster->n_points == raster->n_allocated)
    {
      raster->n_allocated = MAX (256, 2 * raster->n_allocated);
      raster->points = g_renew (RingPoint, raster->points, raster->n_allocated);
    }
  raster->points[raster->n_points++] = p;
  raster->bounds.x0 = MIN (raster->bounds.x0, p.x);
  raster->bounds.y0 = MIN (raster->bounds.y0, p.y);
  raster->bounds.x1 = MAX (raster->bounds.x1, p.x);
  raster->bounds.y1 = MAX (raster->bounds.y1, p.y);
}

static void
end_contour (Raster *raster)
{
  g_array_append_val (raster->ends, raster->n_points);
}

/* Whether the curve lies wholly on one side of the pixels: then a straight line does as well, as
 * only how far it goes up or down counts for what is right of it, and nothing for the rest. */
static gboolean
is_aside (const RingRasterClip *clip, const RingPoint p[4])
{
  double x0 = MIN (MIN (p[0].x, p[1].x), MIN (p[2].x, p[3].x));
  double x1 = MAX (MAX (p[0].x, p[1].x), MAX (p[2].x, p[3].x));
  double y0 = MIN (MIN (p[0].y, p[1].y), MIN (p[2].y, p[3].y));
  double y1 = MAX (MAX (p[0].y, p[1].y), MAX (p[2].y, p[3].y));

  return x1 < clip->x0 || x0 > clip->x1 || y1 < clip->y0 || y0 > clip->y1;
}

/* The largest second difference D of the control points bounds how far N even pieces lie from the
 * curve: 6 D / (8 N^2). */
static int
count_pieces (const RingPoint p[4])
{
  double x0 = p[0].x - 2 * p[1].x + p[2].x, y0 = p[0].y - 2 * p[1].y + p[2].y;
  double x1 = p[1].x - 2 * p[2].x + p[3].x, y1 = p[1].y - 2 * p[2].y + p[3].y;
  double d = sqrt (MAX (x0 * x0 + y0 * y0, x1 * x1 + y1 * y1));
  double n = ceil (sqrt (0.75 * d / TOLERANCE));

  return n > 1 ? (int) MIN (n, MAX_PIECES) : 1;
}

static void
add_curve (Raster *raster, const RingRasterClip *clip, const RingPoint p[4])
{
  int n = is_aside (clip, p) ? 1 : count_pieces (p);

  for (int i = 1; i < n; i++)
    {
      double t = (double) i / n, u = 1 - t;
      double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

      add_point (raster, (RingPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                                      a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y });
    }
  add_point (raster, p[3]);
}

static gboolean
make_outline (Raster *raster, const RingPath *path, const RingMatrix *m, const RingRasterClip *clip)
{
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *p = ring_path_get_points (path, &n_points);
  RingPoint q[4] = { { 0 } };

  for (gsize i = 0; i < n_verbs; i++)
    {
      int n = verbs[i] == RING_PATH_CURVE ? 3 : verbs[i] == RING_PATH_CLOSE ? 0 : 1;

      for (int k = 4 - n; k < 4; k++, p++)
        {
          q[k] = (RingPoint){ m->xx * p->x + m->xy * p->y + m->x0,
                              m->yx * p->x + m->yy * p->y + m->y0 };
          if (!(fabs (q[k].x) < REACH && fabs (q[k].y) < REACH))
            return FALSE;
        }
      if (verbs[i] == RING_PATH_MOVE)
        end_contour (raster);
      if (n == 3)
        add_curve (raster, clip, q);
      else if (n == 1)
        add_point (raster, q[3]);
      q[0] = q[3];
    }
  end_contour (raster);
  return TRUE;
}

/* Edges. */

static inline void
mark (guint64 *bits, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    bits[i / WORD_BITS] |= (guint64) 1 << (i % WORD_BITS);
}

/* An edge within one row goes from X0 to X1, pixels of the band within it, and D down. */
static void
add_to_row (Raster *raster, int row, double x0, double x1, double d)
{
  float *cells = raster->cells + (gsize) row * raster->stride;
  guint64 *bits = raster->bits + (gsize) row * raster->words;
  double left = MIN (x0, x1), right = MAX (x0, x1);
  int first = (int) left, last = (int) right;

  if (first == last)
    {
      double middle = (left + right) / 2 - first;

      cells[first] += (float) (d - d * middle);
      cells[first + 1] += (float) (d * middle);
      mark (bits, first, first + 1);
      return;
    }
  else
    {
      /* The area right of the edge in each pixel, less that of the pixel before. */
      double slope = d / (right - left);
      double in = first + 1 - left, out = right - last;
      double before = slope * in * in / 2;

      cells[first] += (float) before;
      for (int i = first + 1; i < last; i++)
        {
          double area = slope * (i + 0.5 - left);

          cells[i] += (float) (area - before);
          before = area;
        }
      cells[last] += (float) (d - slope * out * out / 2 - before);
      cells[last + 1] += (float) (slope * out * out / 2);
      mark (bits, first, last + 1);
    }
}

/* An edge between X0 and X1 within the band, or at its left side. */
static void
add_edge (Raster *raster, double x0, double y0, double x1, double y1)
{
  double wide = raster->x1 - raster->x0;
  double sign = 1, slope, from, top;

  if (y0 == y1)
    return;
  if (y0 > y1)
    {
      double x = x0, y = y0;

      x0 = x1, y0 = y1, x1 = x, y1 = y;
      sign = -1;
    }
  from = x0;
  top = y0;
  slope = (x1 - x0) / (y1 - y0);
  for (int row = (int) y0; row < y1; row++)
    {
      double bottom = MIN (row + 1, y1);
      /* Rounding must not lead out of the band. */
      double to = bottom == y1 ? x1 : CLAMP (x0 + slope * (bottom - y0), 0, wide);

      add_to_row (raster, row, from, to, sign * (bottom - top));
      from = to;
      top = bottom;
    }
}

/* The part of the edge between two places X, in the band's pixels; what is left of the band counts
 * as if it were its left side. */
static void
add_part (Raster *raster, double x0, double y0, double x1, double y1)
{
  double wide = raster->x1 - raster->x0;

  if (x0 >= wide && x1 >= wide)
    return;
  add_edge (raster, MAX (x0, 0), y0, MAX (x1, 0), y1);
}

/* Cuts the line at the height of a side of the band. */
static double
cut (RingPoint a, RingPoint b, double y)
{
  return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

static void
add_line (Raster *raster, RingPoint a, RingPoint b)
{
  double high = raster->y1 - raster->y0, wide = raster->x1 - raster->x0;
  double sides[2] = { 0, wide };
  double t[4] = { 0, 1, 1, 1 };
  int n = 1;

  a.x -= raster->x0, b.x -= raster->x0;
  a.y -= raster->y0, b.y -= raster->y0;
  if ((a.y <= 0 && b.y <= 0) || (a.y >= high && b.y >= high) || (a.x >= wide && b.x >= wide))
    return;
  for (int i = 0; i < 2; i++)
    {
      RingPoint *ends[2] = { &a, &b };
      RingPoint *other = ends[1 - i], *end = ends[i];
      double y = CLAMP (end->y, 0, high);

      if (y != end->y)
        *end = (RingPoint){ cut (*end, *other, y), y };
    }
  /* At the band's left and right side the line is cut in up to three. */
  if (b.x < a.x)
    sides[0] = wide, sides[1] = 0;
  for (int i = 0; i < 2; i++)
    if ((a.x < sides[i]) != (b.x < sides[i]))
      t[n++] = (sides[i] - a.x) / (b.x - a.x);
  t[n] = 1;
  for (int i = 0; i < n; i++)
    add_part (raster, a.x + (b.x - a.x) * t[i], a.y + (b.y - a.y) * t[i],
              a.x + (b.x - a.x) * t[i + 1], a.y + (b.y - a.y) * t[i + 1]);
}

static void
add_lines (Raster *raster)
{
  gsize start = 0;

  for (guint c = 0; c < raster->ends->len; c++)
    {
      gsize end = g_array_index (raster->ends, gsize, c);

      for (gsize i = start; i < end; i++)
        add_line (raster, raster->points[i], raster->points[i + 1 < end ? i + 1 : start]);
      start = end;
    }
}

/* The sum. */

static inline guint
to_coverage (float sum)
{
  float size = fabsf (sum);

  return size < 1.0f ? (guint) (size * 255.0f + 0.5f) : 255;
}

static void
sum_row (Raster *raster, int row, RingRasterSpan span, gpointer data)
{
  guint64 *bits = raster->bits + (gsize) row * raster->words;
  float *cells = raster->cells + (gsize) row * raster->stride;
  int wide = raster->x1 - raster->x0;
  float sum = 0;
  int from = 0;

  for (int word = 0; word < raster->words; word++)
    while (bits[word] != 0)
      {
        int i = word * WORD_BITS + __builtin_ctzll (bits[word]);
        guint coverage = to_coverage (sum);

        bits[word] &= bits[word] - 1;
        if (coverage > 0 && MIN (i, wide) > from)
          span (raster->x0 + from, raster->y0 + row, MIN (i, wide) - from, coverage, data);
        sum += cells[i];
        cells[i] = 0;
        from = i;
      }
  if (to_coverage (sum) > 0 && wide > from)
    span (raster->x0 + from, raster->y0 + row, wide - from, to_coverage (sum), data);
}

static void
open_band (Raster *raster)
{
  gsize n_cells = (gsize) raster->stride * (raster->y1 - raster->y0);
  gsize n_bits = (gsize) raster->words * (raster->y1 - raster->y0);

  /* They are all zero again after a band. */
  if (n_cells > raster->n_cells)
    {
      g_free (raster->cells);
      raster->cells = g_new0 (float, n_cells);
      raster->n_cells = n_cells;
    }
  if (n_bits > raster->n_bits)
    {
      g_free (raster->bits);
      raster->bits = g_new0 (guint64, n_bits);
      raster->n_bits = n_bits;
    }
}

/* The pixels of CLIP that the outline's own box meets; FALSE for none. */
static gboolean
get_box (const Raster *raster, const RingRasterClip *clip, RingRasterClip *box)
{
  RingRect rect = raster->bounds;

  box->x0 = MAX (clip->x0, (int) floor (rect.x0));
  box->y0 = MAX (clip->y0, (int) floor (rect.y0));
  box->x1 = MIN (clip->x1, (int) ceil (rect.x1));
  box->y1 = MIN (clip->y1, (int) ceil (rect.y1));
  return box->x0 < box->x1 && box->y0 < box->y1;
}

gboolean
ring_raster_fill (const RingPath *path, const RingMatrix *matrix, const RingRasterClip *clip,
                  RingRasterSpan span, gpointer data)
{
  Raster *raster = get_raster ();
  RingRasterClip box;
  int rows;

  if (!make_outline (raster, path, matrix, clip))
    return FALSE;
  if (!get_box (raster, clip, &box))
    return TRUE;
  raster->x0 = box.x0;
  raster->x1 = box.x1;
  raster->stride = box.x1 - box.x0 + 2;
  raster->words = raster->stride / WORD_BITS + 1;
  rows = MAX (1, MAX_CELLS / raster->stride);
  for (int y = box.y0; y < box.y1; y += rows)
    {
      raster->y0 = y;
      raster->y1 = MIN (y + rows, box.y1);
      open_band (raster);
      add_lines (raster);
      for (int row = 0; row < raster->y1 - raster->y0; row++)
        sum_row (raster, row, span, data);
    }
  return TRUE;
}
