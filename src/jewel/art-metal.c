/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-metal.h"

#include "art-finish.h"
#include "art-shape.h"
#include "ring-studio.h"

#define FAR 40.0    /* rays start and end this far from the ring's middle plane, mm */
#define NEAR 0.0015 /* as good as touching */
#define MAX_STEPS 110
#define EYE 42.0     /* mm: only reflections know it, the picture has no perspective */
#define EVEN 0.06    /* tones that differ by less are one */
#define OVERLAP 0.25 /* the back of a head runs on under its front, mm */
#define RIM 0.06     /* what is seen over a stone reaches so far past its outline, mm */

typedef struct
{
  const ArtRing *ring;
  const ArtCamera *camera;
  ArtLayer layer;
  double half_width, top; /* of all that the layer's scene holds */
} Look;

/* A jeweler's light tent in camera terms: a large soft box upper left, a strip light right, a dark
 * card at the horizon, a pale wall behind the viewer, a white floor with a window's light on its
 * right, a thin light overhead. */
static double
tent (RingVec r)
{
  double box = -0.52 * r.x + 0.68 * r.y + 0.52 * r.z;
  double strip = 0.86 * r.x + 0.25 * r.y + 0.44 * r.z;
  double low = 0.62 * r.x - 0.74 * r.y + 0.26 * r.z;
  double front = ring_studio_soft (r.z, 0.82, 0.97);
  double light = 0.30 + 0.16 * r.y;

  light += 0.72 * ring_studio_soft (box, 0.60, 0.80);
  light += 0.34 * ring_studio_soft (strip, 0.86, 0.94);
  light -= 0.30 * (1 - ring_studio_soft (fabs (r.y + 0.10), 0.08, 0.24)) * (1 - 0.8 * front);
  light += front * (0.26 + 0.9 * r.y - 0.7 * r.x);
  light += 0.30 * ring_studio_soft (-r.y, 0.42, 0.66);
  light += 0.42 * ring_studio_soft (low, 0.80, 0.92);
  light -= 0.16 * ring_studio_soft (-r.y, 0.86, 0.95);
  light += 0.16 * ring_studio_soft (r.y, 0.90, 0.97);
  return light;
}

static RingVec
to_camera (const ArtCamera *camera, RingVec v)
{
  return (RingVec){ ring_vec_dot (camera->right, v), ring_vec_dot (camera->up, v),
                    ring_vec_dot (camera->toward, v) };
}

static gboolean
is_shank (const Look *look)
{
  return look->layer == ART_LAYER_SHANK || look->layer == ART_LAYER_SHANK_OVER;
}

/* The whole scene: what one part throws on another is on its picture too. */
static double
distance (const Look *look, RingVec p)
{
  switch (look->layer)
    {
    case ART_LAYER_SHANK:
    case ART_LAYER_SHANK_OVER:
      return art_shape_band (look->ring, p);
    case ART_LAYER_HALO_BACK:
    case ART_LAYER_HALO_FRONT:
      return art_shape_halo (&look->ring->head, p);
    case ART_LAYER_FOOT:
      return art_shape_foot (&look->ring->head, p);
    case ART_LAYER_HEAD_BACK:
    case ART_LAYER_HEAD_FRONT:
    case ART_LAYER_SIDE:
    case ART_LAYER_SIDE_OVER:
    default:
      return art_shape_join (art_shape_band (look->ring, p), art_shape_head (&look->ring->head, p), 0.22);
    }
}

/* Layers whose scene holds the band, which is not painted with them. */
static gboolean
is_head (const Look *look)
{
  return look->layer == ART_LAYER_HEAD_BACK || look->layer == ART_LAYER_HEAD_FRONT
         || look->layer == ART_LAYER_SIDE || look->layer == ART_LAYER_SIDE_OVER;
}

static RingVec
normal_at (const Look *look, RingVec p)
{
  static const RingVec way[4] = { { 1, -1, -1 }, { -1, -1, 1 }, { -1, 1, -1 }, { 1, 1, 1 } };
  RingVec n = { 0, 0, 0 };

  for (int i = 0; i < 4; i++)
    n = ring_vec_add (
        n,
        ring_vec_scale (way[i], distance (look, ring_vec_add (p, ring_vec_scale (way[i], 0.004)))));
  return ring_vec_unit (n);
}

/* Whether a ray at P along R has left everything there is behind it. */
static gboolean
is_away (const Look *look, RingVec p, RingVec r)
{
  double outer = look->ring->band.circumference / (2 * G_PI) + look->ring->band.thickness;

  if (fabs (p.z) > look->half_width && p.z * r.z > 0)
    return TRUE;
  if (p.y > look->top && r.y > 0)
    return TRUE;
  return (is_shank (look) || p.y < 0) && art_hypot (p.x, p.y) > fmax (outer, look->top) + 0.02
         && p.x * r.x + p.y * r.y > 0;
}

/* How free the view from P along R is: metal seen in metal is darker than the tent. */
static double
free_view (const Look *look, RingVec p, RingVec r)
{
  double least = 1;
  double way = 0.12;

  for (int i = 0; i < 44 && way < 22 && least > 0; i++)
    {
      RingVec at = ring_vec_add (p, ring_vec_scale (r, way));
      double d;

      if (is_away (look, at, r))
        break;
      d = distance (look, at);
      least = fmin (least, 0.10 + 2.6 * d / way);
      way += CLAMP (d * 0.7, 0.1, 1.5);
    }
  return CLAMP (least, 0, 1);
}

/* The stone and its seat over the crest keep light from the shank beneath: a contact shadow. */
static double
head_shadow (const Look *look, RingVec p)
{
  double crest = look->ring->band.circumference / (2 * G_PI) + look->ring->band.thickness;
  double d;

  if (!is_shank (look) || p.y < crest - 3)
    return 1;
  d = art_hypot (art_hypot (p.x, (p.y - crest) * 0.6), p.z * 0.8);
  return 0.38 + 0.62 * ring_studio_soft (d, 0.9, 3.1);
}

static RingVec
mirror (RingVec v, RingVec n)
{
  return ring_vec_sub (ring_vec_scale (n, 2 * ring_vec_dot (n, v)), v);
}

/* Towards the eye, which is near enough that flat faces do not fall into one tone. */
static RingVec
to_eye (const Look *look, RingVec p)
{
  RingVec eye = ring_vec_scale (look->camera->toward, EYE);

  return ring_vec_unit (ring_vec_sub (eye, p));
}

/* The mean light on a surface whose normals are spread about N: REACH along the two directions. */
static double
spread_light (const Look *look, RingVec p, RingVec n, RingVec a, RingVec b, int count)
{
  double sum = 0;

  for (int i = -count; i <= count; i++)
    {
      double t = (double) i / count;
      RingVec v[2] = { ring_vec_scale (a, t), ring_vec_scale (b, t) };

      for (int k = 0; k < 2; k++)
        {
          RingVec r = mirror (to_eye (look, p), ring_vec_unit (ring_vec_add (n, v[k])));

          sum += tent (to_camera (look->camera, r));
        }
    }
  return sum / (2 * (2 * count + 1));
}

static double
satin_tone (const Look *look, RingVec p, RingVec n, RingVec across)
{
  double open = free_view (look, p, mirror (to_eye (look, p), n));
  double sum = 0;

  /* A brush leaves furrows: light is spread across them, hardly along them. */
  for (int i = -5; i <= 5; i++)
    {
      RingVec m = ring_vec_unit (ring_vec_add (n, ring_vec_scale (across, i * 0.11)));

      sum += tent (to_camera (look->camera, mirror (to_eye (look, p), m)));
    }
  return 0.10 + 0.86 * sum / 11 * open + 0.035 * art_finish_brush (p);
}

/* Metal that no longer mirrors: satin spreads light across the brush, sand in every direction, a
 * florentine's crossed lines in two. */
static double
dull_tone (const Look *look, RingVec p, RingVec n)
{
  RingVec along = ring_vec_unit ((RingVec){ -p.y, p.x, 0 });
  RingVec across = ring_vec_unit (ring_vec_cross (n, along));
  double open, light;

  if (look->ring->finish == ART_FINISH_SATIN)
    return satin_tone (look, p, n, across);
  open = 0.55 + 0.45 * free_view (look, p, ring_vec_unit (n));
  if (look->ring->finish == ART_FINISH_FLORENTINE)
    {
      light = spread_light (look, p, n, ring_vec_scale (ring_vec_add (along, across), 0.22),
                            ring_vec_scale (ring_vec_sub (along, across), 0.22), 3);
      return (0.16 + 0.80 * light) * open;
    }
  light = spread_light (look, p, n, ring_vec_scale (along, 0.62), ring_vec_scale (across, 0.62), 4);
  return (0.24 + 0.62 * light) * open;
}

static double
tone_at (const Look *look, RingVec p)
{
  RingVec n = normal_at (look, p);
  RingVec r = mirror (to_eye (look, p), n);
  double light, open;

  if (is_shank (look) && art_finish_covers (look->ring, p))
    return CLAMP (dull_tone (look, p, n) * head_shadow (look, p), 0, 1);
  open = free_view (look, p, r);
  light = tent (to_camera (look->camera, r));
  /* What is not free shows metal, lit from above or from the floor. */
  light = light * open + (1 - open) * (0.20 + 0.14 * fabs (n.y));
  return CLAMP (light * head_shadow (look, p), 0, 1);
}

/* From T0 to T1 along the ray; the way to the surface, or -1. */
static double
march (const Look *look, RingVec from, RingVec way, double t0, double t1)
{
  double t = t0;

  for (int i = 0; i < MAX_STEPS && t < t1; i++)
    {
      double d = distance (look, ring_vec_add (from, ring_vec_scale (way, t)));

      if (d < NEAR)
        return t;
      t += fmax (d * 0.85, NEAR);
    }
  return -1;
}

/* Where the ray passes the upright plane through the head's axis that faces the viewer. */
static double
middle_of_head (const Look *look, RingVec from)
{
  RingVec t = look->camera->toward;

  return (from.x * t.x + from.z * t.z) / (t.x * t.x + t.z * t.z);
}

/* How far the nearest stone is that the ray passes at most RIM by; FALSE where there is none. Those that
 * turn away from the viewer are painted under the metal. */
static gboolean
meet_stones (const Look *look, RingVec from, RingVec way, double *nearest)
{
  gboolean met = FALSE;

  *nearest = G_MAXDOUBLE;
  for (guint i = 0; i < look->ring->stones->len; i++)
    {
      const ArtStone *stone = &g_array_index (look->ring->stones, ArtStone, i);

      if ((is_shank (look) && !art_stone_faces (stone->z, look->camera))
          || art_stone_meet (stone, from, way, RIM) == G_MAXDOUBLE)
        continue;
      met = TRUE;
      *nearest = fmin (*nearest, art_stone_meet (stone, from, way, 0));
    }
  return met;
}

/* The part of the ray that LOOK's layer is of. */
static gboolean
get_range (const Look *look, RingVec from, RingVec way, double *t0, double *t1)
{
  *t0 = 0;
  *t1 = 2 * FAR;
  switch (look->layer)
    {
    case ART_LAYER_HEAD_BACK:
    case ART_LAYER_HALO_BACK:
      *t0 = middle_of_head (look, from) - OVERLAP;
      return TRUE;
    case ART_LAYER_HEAD_FRONT:
      *t1 = fmin (middle_of_head (look, from),
                  art_stone_meet (&look->ring->head.stone, from, way, 0));
      return TRUE;
    case ART_LAYER_HALO_FRONT:
      *t1 = middle_of_head (look, from);
      return TRUE;
    case ART_LAYER_SHANK_OVER:
    case ART_LAYER_SIDE_OVER:
      return meet_stones (look, from, way, t1);
    case ART_LAYER_SHANK:
    case ART_LAYER_SIDE:
    case ART_LAYER_FOOT:
    default:
      return TRUE;
    }
}

static gboolean
sample (const Look *look, RingVec from, double *tone, double *mark)
{
  RingVec way = ring_vec_scale (look->camera->toward, -1);
  double t0, t1, t;
  RingVec p;

  if (!get_range (look, from, way, &t0, &t1))
    return FALSE;
  t = march (look, from, way, t0, fmin (t1, 2 * FAR));
  if (t < 0)
    return FALSE;
  p = ring_vec_add (from, ring_vec_scale (way, t));
  if (is_head (look) && art_shape_band (look->ring, p) < art_shape_head (&look->ring->head, p))
    return FALSE;
  *tone = tone_at (look, p);
  *mark = !is_shank (look)                                ? 0
          : look->ring->finish == ART_FINISH_FLORENTINE ? art_finish_line (look->ring, p)
                                                          : art_finish_covers (look->ring, p);
  return TRUE;
}

/* What N x N rays through the cell at AT find. */
static void
look_through (const Look *look, ArtField *field, gsize at, int n)
{
  const ArtCamera *camera = look->camera;
  double x = field->x0 + (double) (at % (gsize) field->columns) * field->step;
  double y = field->y0 + (double) (at / (gsize) field->columns) * field->step;
  double tones = 0, marks = 0;
  int hits = 0;

  for (int i = 0; i < n * n; i++)
    {
      double sx = x + (i % n - (n - 1) / 2.0) * field->step / n;
      double sy = y + (i / n - (n - 1) / 2.0) * field->step / n;
      RingVec from
          = ring_vec_add (ring_vec_scale (camera->right, sx), ring_vec_scale (camera->up, -sy));
      double tone, mark;

      from = ring_vec_add (from, ring_vec_scale (camera->toward, FAR));
      if (sample (look, from, &tone, &mark))
        {
          tones += tone;
          marks += mark;
          hits++;
        }
    }
  field->cover[at] = (float) hits / (float) (n * n);
  field->mark[at] = (float) marks / (float) (n * n);
  field->tone[at] = hits > 0 ? (float) (tones / hits) : 0;
}

/* Whether the cell is like those round it, as one ray through each saw them. */
static gboolean
is_even (const ArtField *first, int x, int y)
{
  gsize at = (gsize) y * first->columns + x;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        int nx = CLAMP (x + dx, 0, first->columns - 1);
        int ny = CLAMP (y + dy, 0, first->rows - 1);
        gsize near = (gsize) ny * first->columns + nx;

        if (first->cover[near] != first->cover[at]
            || fabsf (first->tone[near] - first->tone[at]) > EVEN
            || fabsf (first->mark[near] - first->mark[at]) > EVEN)
          return FALSE;
      }
  return TRUE;
}

void
art_metal_render (
    ArtField *field, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, int samples)
{
  RingRect extent = art_metal_extent (ring, &(ArtCamera){ { 0, 0, 1 }, { 0, 1, 0 }, { 1, 0, 0 } }, layer);
  Look look = { ring, camera, layer, MAX (-extent.x0, extent.x1), -extent.y0 };
  gsize n = (gsize) field->columns * field->rows;
  ArtField first = *field;

  for (gsize at = 0; at < n; at++)
    look_through (&look, field, at, 1);
  first.cover = g_memdup2 (field->cover, n * sizeof (float));
  first.tone = g_memdup2 (field->tone, n * sizeof (float));
  first.mark = g_memdup2 (field->mark, n * sizeof (float));
  for (gsize at = 0; at < n; at++)
    if (!is_even (&first, (int) (at % (gsize) field->columns), (int) (at / (gsize) field->columns)))
      look_through (&look, field, at, samples);
  g_free (first.cover);
  g_free (first.tone);
  g_free (first.mark);
  art_field_spread (field);
}

static RingRect
around (const ArtCamera *camera, RingRect rect, RingVec p, double margin)
{
  double x = ring_vec_dot (camera->right, p);
  double y = -ring_vec_dot (camera->up, p);

  rect = ring_rect_add_point (rect, (RingPoint){ x - margin, y - margin });
  return ring_rect_add_point (rect, (RingPoint){ x + margin, y + margin });
}

static RingRect
head_extent (const ArtHead *head, const ArtCamera *camera)
{
  RingRect rect = RING_RECT_EMPTY;

  for (guint i = 0; i < head->n_prongs; i++)
    for (guint k = 0; k < ART_PRONG_POINTS; k++)
      rect = around (camera, rect, art_turn (head->prongs[i][k], head->turn), head->prong * 1.1 + 0.2);
  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    for (guint i = 0; i < 2; i++)
      rect = around (camera, rect, art_turn (head->rails[i][k], head->turn), head->rail[i] + 0.2);
  return around (camera, rect, art_turn ((RingVec){ 0, head->seat - 0.9, 0 }, head->turn), 1.6);
}

static RingRect
halo_extent (const ArtHead *head, const ArtCamera *camera)
{
  RingRect rect = RING_RECT_EMPTY;

  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    rect = around (camera, rect, head->halo[k], head->halo_radius + 0.2);
  return rect;
}

static RingRect
shank_extent (const ArtRing *ring, const ArtCamera *camera)
{
  RingRect rect = RING_RECT_EMPTY;
  double outer = ring->band.circumference / (2 * G_PI) + ring->band.thickness;
  gboolean wide = ring->mounting == ART_MOUNT_SPLIT || ring->mounting == ART_MOUNT_BYPASS;

  for (int i = 0; i < 72; i++)
    for (int side = -1; side <= 1; side += 2)
      rect = around (camera, rect,
                     (RingVec){ outer * cos (i * G_PI / 36), outer * sin (i * G_PI / 36),
                                side * (wide ? 2.7 : ring->band.width / 2) },
                     0.3);
  if (ring->mounting == ART_MOUNT_CATHEDRAL)
    rect = around (camera, rect, (RingVec){ 0, outer + 1.7, 0 }, 1.8);
  return rect;
}

RingRect
art_metal_extent (const ArtRing *ring, const ArtCamera *camera, ArtLayer layer)
{
  switch (layer)
    {
    case ART_LAYER_SHANK:
    case ART_LAYER_SHANK_OVER:
      return shank_extent (ring, camera);
    case ART_LAYER_HALO_BACK:
    case ART_LAYER_HALO_FRONT:
      return halo_extent (&ring->head, camera);
    case ART_LAYER_HEAD_BACK:
    case ART_LAYER_HEAD_FRONT:
    case ART_LAYER_SIDE:
    case ART_LAYER_SIDE_OVER:
    case ART_LAYER_FOOT:
    default:
      return head_extent (&ring->head, camera);
    }
}
