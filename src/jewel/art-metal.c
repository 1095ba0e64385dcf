/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-metal.h"

#include "art-shape.h"
#include "ring-studio.h"

/* Camera of the three-quarter view, degrees: turned about y, then about x. */
#define TURN -32.0
#define TILT 28.0

#define FAR 40.0    /* rays start and end this far from the ring's middle plane, mm */
#define NEAR 0.0015 /* as good as touching */
#define MAX_STEPS 110
#define EYE 42.0     /* mm: only reflections know it, the picture has no perspective */
#define EVEN 0.06    /* tones that differ by less are one */
#define OVERLAP 0.25 /* the back of a head runs on under its front, mm */

typedef struct
{
  const ArtRing *ring;
  const ArtCamera *camera;
  ArtLayer layer;
} Look;

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

static double
band_distance (const Look *look, RingVec p)
{
  return art_shape_band (look->ring, p);
}

/* The whole scene: what one part throws on another is on its picture too. */
static double
distance (const Look *look, RingVec p)
{
  double d = band_distance (look, p);

  if (look->layer == ART_LAYER_SHANK)
    return d;
  return art_shape_join (d, art_shape_head (look->ring->head, p), 0.22);
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

/* How free the view from P along R is: metal seen in metal is darker than the tent. */
static double
free_view (const Look *look, RingVec p, RingVec r)
{
  double least = 1;
  double way = 0.12;

  for (int i = 0; i < 44 && way < 22 && least > 0; i++)
    {
      double d = distance (look, ring_vec_add (p, ring_vec_scale (r, way)));

      least = fmin (least, 0.10 + 2.6 * d / way);
      way += CLAMP (d * 0.6, 0.08, 0.75);
    }
  return CLAMP (least, 0, 1);
}

/* The stone and its seat over the crest keep light from the shank beneath: a contact shadow. */
static double
head_shadow (const Look *look, RingVec p)
{
  double crest = look->ring->band.circumference / (2 * G_PI) + look->ring->band.thickness;
  double d;

  if (look->layer != ART_LAYER_SHANK || p.y < crest - 3)
    return 1;
  d = hypot (hypot (p.x, (p.y - crest) * 0.6), p.z * 0.8);
  return 0.38 + 0.62 * ring_studio_soft (d, 0.9, 3.1);
}

static RingVec
mirror (RingVec v, RingVec n)
{
  return ring_vec_sub (ring_vec_scale (n, 2 * ring_vec_dot (n, v)), v);
}

/* Fine lines of a brush that ran round the ring. */
static double
brush (RingVec p, double round)
{
  double a = p.z * 9.0 + 2.0 * sin (p.z * 23) + round * 1.7;
  double b = p.z * 21.0 - round * 0.9;

  return 0.5 * sin (a) * sin (a * 0.37 + 1) + 0.5 * sin (b) * sin (b * 0.23 + round * 2.1);
}

/* Towards the eye, which is near enough that flat faces do not fall into one tone. */
static RingVec
to_eye (const Look *look, RingVec p)
{
  RingVec eye = ring_vec_scale (look->camera->toward, EYE);

  return ring_vec_unit (ring_vec_sub (eye, p));
}

static double
satin_tone (const Look *look, RingVec p, RingVec n)
{
  double sum = 0;
  double round = atan2 (p.y, p.x);
  RingVec along = ring_vec_unit ((RingVec){ -p.y, p.x, 0 });
  RingVec across = ring_vec_unit (ring_vec_cross (n, along));

  /* A brush leaves furrows: light is spread across them, hardly along them. */
  for (int i = -5; i <= 5; i++)
    {
      RingVec m = ring_vec_unit (ring_vec_add (n, ring_vec_scale (across, i * 0.11)));
      RingVec r = mirror (to_eye (look, p), m);

      sum += tent (to_camera (look->camera, r)) * free_view (look, p, r);
    }
  return 0.10 + 0.86 * sum / 11 + 0.035 * brush (p, round);
}

static double
tone_at (const Look *look, RingVec p)
{
  RingVec n = normal_at (look, p);
  RingVec r = mirror (to_eye (look, p), n);
  double light, open;
  gboolean bore = hypot (p.x, p.y) < look->ring->band.circumference / (2 * G_PI) + 0.12;

  if (look->ring->finish == ART_FINISH_SATIN && look->layer == ART_LAYER_SHANK && !bore)
    return satin_tone (look, p, n) * head_shadow (look, p);

  open = free_view (look, p, r);
  light = tent (to_camera (look->camera, r));
  /* What is not free shows metal, lit from above or from the floor. */
  light = light * open + (1 - open) * (0.20 + 0.14 * fabs (n.y));
  return CLAMP (light * head_shadow (look, p), 0, 1);
}

/* Where the ray meets the stone: how far from its start, or G_MAXDOUBLE. */
static double
meet_stone (const ArtHead *head, RingVec from, RingVec way)
{
  RingVec o = art_head_to_stone (head, from, TRUE);
  RingVec d = art_head_to_stone (head, way, FALSE);
  double in = 0, out = G_MAXDOUBLE;

  for (guint i = 0; i < ring_solid_get_n_facets (head->stone); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (head->stone, i);
      double fall = ring_vec_dot (facet->normal, d);
      double gap = facet->offset - ring_vec_dot (facet->normal, o);

      if (fabs (fall) < 1e-12)
        {
          if (gap < 0)
            return G_MAXDOUBLE;
        }
      else if (fall < 0)
        in = fmax (in, gap / fall);
      else
        out = fmin (out, gap / fall);
    }
  return in < out ? in : G_MAXDOUBLE;
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

static gboolean
sample (const Look *look, RingVec from, double *tone)
{
  RingVec way = ring_vec_scale (look->camera->toward, -1);
  double t0 = 0, t1 = 2 * FAR;
  double t;
  RingVec p;

  if (look->layer == ART_LAYER_HEAD_FRONT)
    t1 = fmin (middle_of_head (look, from), meet_stone (look->ring->head, from, way));
  else if (look->layer == ART_LAYER_HEAD_BACK)
    t0 = middle_of_head (look, from) - OVERLAP;
  t = march (look, from, way, t0, t1);
  if (t < 0)
    return FALSE;
  p = ring_vec_add (from, ring_vec_scale (way, t));
  if (look->layer != ART_LAYER_SHANK
      && band_distance (look, p) < art_shape_head (look->ring->head, p))
    return FALSE;
  *tone = tone_at (look, p);
  return TRUE;
}

typedef struct
{
  double sum, least, most;
  int hits, rays;
} Cell;

/* N x N rays through the cell about (X, Y), SIZE mm wide. */
static void
look_through (const Look *look, Cell *cell, double x, double y, double size, int n)
{
  const ArtCamera *camera = look->camera;

  for (int i = 0; i < n * n; i++)
    {
      double sx = x + (i % n - (n - 1) / 2.0) * size / n;
      double sy = y + (i / n - (n - 1) / 2.0) * size / n;
      RingVec from
          = ring_vec_add (ring_vec_scale (camera->right, sx), ring_vec_scale (camera->up, -sy));
      double tone;

      from = ring_vec_add (from, ring_vec_scale (camera->toward, FAR));
      cell->rays++;
      if (sample (look, from, &tone))
        {
          cell->sum += tone;
          cell->least = fmin (cell->least, tone);
          cell->most = fmax (cell->most, tone);
          cell->hits++;
        }
    }
}

void
art_metal_render (
    ArtField *field, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, int samples)
{
  Look look = { ring, camera, layer };

  for (int y = 0; y < field->rows; y++)
    for (int x = 0; x < field->columns; x++)
      {
        gsize at = (gsize) y * field->columns + x;
        double sx = field->x0 + x * field->step;
        double sy = field->y0 + y * field->step;
        Cell cell = { .least = 2, .most = -1 };

        look_through (&look, &cell, sx, sy, field->step, 2);
        /* Only edges need more. */
        if (samples > 2 && cell.hits > 0
            && (cell.hits < cell.rays || cell.most - cell.least > EVEN))
          look_through (&look, &cell, sx, sy, field->step, samples);
        field->cover[at] = (float) cell.hits / (float) cell.rays;
        field->tone[at] = cell.hits > 0 ? (float) (cell.sum / cell.hits) : 0;
      }
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

RingRect
art_metal_extent (const ArtRing *ring, const ArtCamera *camera, ArtLayer layer)
{
  RingRect rect = RING_RECT_EMPTY;
  double outer = ring->band.circumference / (2 * G_PI) + ring->band.thickness;

  if (layer == ART_LAYER_SHANK)
    {
      for (int i = 0; i < 72; i++)
        for (int side = -1; side <= 1; side += 2)
          rect = around (camera, rect,
                         (RingVec){ outer * cos (i * G_PI / 36), outer * sin (i * G_PI / 36),
                                    side * ring->band.width / 2 },
                         0.3);
      return ring->cathedral ? around (camera, rect, (RingVec){ 0, outer + 1.7, 0 }, 1.8) : rect;
    }
  for (guint i = 0; i < ring->head->n_prongs; i++)
    for (guint k = 0; k < ART_PRONG_POINTS; k++)
      rect = around (camera, rect, ring->head->prongs[i][k], ring->head->prong * 1.1 + 0.2);
  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    for (guint i = 0; i < 2; i++)
      rect = around (camera, rect, ring->head->rails[i][k], ring->head->rail[i] + 0.2);
  return around (camera, rect, (RingVec){ 0, ring->head->seat - 0.6, 0 }, 1.6);
}
