/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings as light makes them: flat regions of a few tones with hard edges, as metal is laid on in
 * gouache. A tone's region is where the skin is turned that far to the light, cut out of the skin's
 * triangles; what is hidden is left out, and what the triangles have in common falls away. */
#include "ring-views-private.h"

/* From the upper left, before the picture. */
static const RingVec light = { -0.50, 0.62, 0.60 };
/* What comes back from below on the right. */
static const RingVec reflected = { 0.62, -0.72, 0.30 };

/* How far the skin is turned to the light where a tone begins. */
static const struct
{
  RingMetalTone tone;
  double level;
  gboolean under; /* it lies where the skin is turned less far */
} tones[RING_VIEWS_N_TONES] = {
  { RING_METAL_TONE_BASE, -9, FALSE },     { RING_METAL_TONE_SHADE, 0.34, TRUE },
  { RING_METAL_TONE_DEEP, 0.02, TRUE },    { RING_METAL_TONE_LIGHT, 0.74, FALSE },
  { RING_METAL_TONE_HIGHLIGHT, 0.93, FALSE },
};

/* Triangles are asked at their corners what of them is seen: so they are no longer than this, mm,
 * and those that something covers in part no longer than that. */
#define COARSE 0.5
#define FINE 0.05
/* As for lines (ring-views-hide.c). */
#define OFF 0.02
/* Points of the picture that round to the same of these are one, mm. */
#define GRAIN 2e4
/* A point that lies so near the line between its neighbours is left out, mm. */
#define STRAIGHT 0.003

typedef struct
{
  RingVec p, normal;
  gboolean seen;
} Corner;

/* The sum of the polygons that were added: each side, with how often it is gone along. */
typedef struct
{
  GHashTable *sides; /* of Side, by its ends */
  GArray *order;     /* of Side *: so that the same picture has the same path */
} Region;

typedef struct
{
  gint32 from[2], to[2];
  int times;
} Side;

typedef struct
{
  const RingScene *scene;
  Region regions[RING_VIEWS_N_TONES];
} Lit;

static guint
side_hash (gconstpointer key)
{
  const Side *s = key;

  return (guint) s->from[0] * 73856093u ^ (guint) s->from[1] * 19349663u
         ^ (guint) s->to[0] * 83492791u ^ (guint) s->to[1] * 2654435761u;
}

static gboolean
side_equal (gconstpointer a, gconstpointer b)
{
  const Side *s = a, *t = b;

  return s->from[0] == t->from[0] && s->from[1] == t->from[1] && s->to[0] == t->to[0]
         && s->to[1] == t->to[1];
}

static void
add_side (Region *region, const gint32 *from, const gint32 *to)
{
  Side side = { { from[0], from[1] }, { to[0], to[1] }, 1 };
  Side back = { { to[0], to[1] }, { from[0], from[1] }, 1 };
  Side *found;

  if (from[0] == to[0] && from[1] == to[1])
    return;
  found = g_hash_table_lookup (region->sides, &back);
  if (found != NULL && found->times > 0)
    {
      found->times--;
      return;
    }
  found = g_hash_table_lookup (region->sides, &side);
  if (found != NULL)
    {
      found->times++;
      return;
    }
  found = g_memdup2 (&side, sizeof side);
  g_hash_table_add (region->sides, found);
  g_array_append_val (region->order, found);
}

/* ------------------------------------------------------------------ triangles */

/* Into the light's own scale: 1 is turned right to it. */
static double
brightness (const RingScene *scene, RingVec normal)
{
  const RingCamera *c = &scene->camera;
  RingVec n = { ring_vec_dot (c->right, normal), ring_vec_dot (c->up, normal),
                ring_vec_dot (c->toward, normal) };
  double direct = ring_vec_dot (n, ring_vec_unit (light));
  double back = ring_vec_dot (n, ring_vec_unit (reflected));

  return fmax (direct, fmin (0.45, 3 * (back - 0.80)));
}

typedef struct
{
  RingVec p;
  double bright;
  double facing;
} Lobe;

/* Keeps where the value that AT says is over (or, UNDER, below) LEVEL. */
static guint
cut (const Lobe *from, guint n, Lobe *to, gboolean facing, double level, gboolean under)
{
  double sign = under ? -1 : 1;
  guint m = 0;

  for (guint i = 0; i < n; i++)
    {
      const Lobe *a = &from[i], *b = &from[(i + 1) % n];
      double va = sign * ((facing ? a->facing : a->bright) - level);
      double vb = sign * ((facing ? b->facing : b->bright) - level);
      double t = va / (va - vb);

      if (va >= 0)
        to[m++] = *a;
      if ((va < 0 && vb > 0) || (va > 0 && vb < 0))
        to[m++] = (Lobe){ ring_vec_mix (a->p, b->p, t), a->bright + t * (b->bright - a->bright),
                          a->facing + t * (b->facing - a->facing) };
    }
  return m;
}

static void
add_polygon (const Lit *lit, Region *region, const Lobe *points, guint n)
{
  gint32 at[8][2];

  for (guint i = 0; i < n; i++)
    {
      RingPoint p = _ring_camera_see (&lit->scene->camera, points[i].p);

      at[i][0] = (gint32) floor (p.x * GRAIN + 0.5);
      at[i][1] = (gint32) floor (p.y * GRAIN + 0.5);
    }
  for (guint i = 0; i < n; i++)
    add_side (region, at[i], at[(i + 1) % n]);
}

/* All of it is seen. */
static void
take_triangle (Lit *lit, const Corner *corners)
{
  Lobe whole[3], seen[8], toned[8];
  RingVec area = ring_vec_cross (ring_vec_sub (corners[1].p, corners[0].p),
                                 ring_vec_sub (corners[2].p, corners[0].p));
  guint n;

  if (ring_vec_dot (area, lit->scene->camera.toward) <= 0)
    return;
  for (guint i = 0; i < 3; i++)
    whole[i] = (Lobe){ corners[i].p, brightness (lit->scene, corners[i].normal),
                       ring_vec_dot (corners[i].normal, lit->scene->camera.toward) };
  n = cut (whole, 3, seen, TRUE, 0, FALSE);
  for (guint i = 0; i < RING_VIEWS_N_TONES && n > 2; i++)
    {
      guint m = cut (seen, n, toned, FALSE, tones[i].level, tones[i].under);

      if (m > 2)
        add_polygon (lit, &lit->regions[i], toned, m);
    }
}

static gboolean
is_seen (const Lit *lit, RingVec p, RingVec normal)
{
  RingVec off = ring_vec_add (p, ring_vec_scale (normal, OFF));

  return _ring_scene_hides (lit->scene, off, RING_SCENE_ALL) == RING_SEEN;
}

static Corner
middle (const Lit *lit, const Corner *a, const Corner *b)
{
  Corner m = { ring_vec_mix (a->p, b->p, 0.5),
               ring_vec_unit (ring_vec_mix (a->normal, b->normal, 0.5)), FALSE };

  m.seen = is_seen (lit, m.p, m.normal);
  return m;
}

/* Halves it at its longest side until all of it is seen or not. */
static void
add_triangle (Lit *lit, const Corner *c)
{
  guint seen = c[0].seen + c[1].seen + c[2].seen;
  double most = 0;
  guint k = 0;
  Corner m;

  for (guint i = 0; i < 3; i++)
    {
      double length = ring_vec_length (ring_vec_sub (c[i].p, c[(i + 1) % 3].p));

      if (length > most)
        {
          most = length;
          k = i;
        }
    }
  if (most <= (seen == 0 || seen == 3 ? COARSE : FINE))
    {
      if (seen >= 2)
        take_triangle (lit, c);
      return;
    }
  m = middle (lit, &c[k], &c[(k + 1) % 3]);
  add_triangle (lit, (Corner[]){ c[k], m, c[(k + 2) % 3] });
  add_triangle (lit, (Corner[]){ m, c[(k + 1) % 3], c[(k + 2) % 3] });
}

static void
add_sheet (Lit *lit, const RingMetalSheet *sheet)
{
  guint n = sheet->rows * sheet->columns;
  g_autofree Corner *corners = g_new (Corner, n);
  RingVec toward = lit->scene->camera.toward;

  for (guint i = 0; i < n; i++)
    {
      corners[i] = (Corner){ sheet->points[i], sheet->normals[i], FALSE };
      /* What is turned away a little still belongs to triangles that are cut at the silhouette. */
      corners[i].seen = ring_vec_dot (sheet->normals[i], toward) > -0.5
                        && is_seen (lit, sheet->points[i], sheet->normals[i]);
    }
  for (guint i = 0; i + 1 < sheet->rows; i++)
    for (guint j = 0; j + 1 < sheet->columns; j++)
      {
        const Corner *a = &corners[i * sheet->columns + j];
        const Corner *b = a + sheet->columns;

        add_triangle (lit, (Corner[]){ a[0], b[0], b[1] });
        add_triangle (lit, (Corner[]){ a[0], b[1], a[1] });
      }
}

/* ------------------------------------------------------------------ outlines */

static RingPoint
grain_point (const gint32 *at)
{
  return (RingPoint){ at[0] / GRAIN, at[1] / GRAIN };
}

/* Without the points that lie on the way from the last one that stays to the next. */
static void
draw_loop (RingPath *path, const GArray *points)
{
  const RingPoint *p = (const RingPoint *) (const void *) points->data;
  guint n = points->len, last = 0, drawn = 0;

  if (n < 3)
    return;
  ring_path_move_to (path, p[0]);
  for (guint i = 1; i < n; i++)
    {
      gboolean straight = i - last < 24;

      for (guint k = last + 1; k <= i && straight; k++)
        straight = ring_point_segment_distance (p[k], p[last], p[(i + 1) % n]) < STRAIGHT;
      if (straight)
        continue;
      ring_path_line_to (path, p[i]);
      last = i;
      drawn++;
    }
  ring_path_close (path);
}

static gint64
start_key (const gint32 *at)
{
  return (gint64) ((guint64) (guint32) at[0] << 32 | (guint32) at[1]);
}

/* What is left of the sides, end to end. */
static RingPath *
outline (const Region *region)
{
  RingPath *path = ring_path_new ();
  g_autoptr (GHashTable) by_start
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < region->order->len; i++)
    {
      Side *side = g_array_index (region->order, Side *, i);
      gint64 key = start_key (side->from);
      GArray *starts = g_hash_table_lookup (by_start, &key);

      if (starts == NULL)
        {
          starts = g_array_new (FALSE, FALSE, sizeof (Side *));
          g_hash_table_insert (by_start, g_memdup2 (&key, sizeof key), starts);
        }
      if (side->times > 0)
        g_array_append_val (starts, side);
    }
  for (guint i = 0; i < region->order->len; i++)
    for (Side *side = g_array_index (region->order, Side *, i); side->times > 0;)
      {
        g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
        Side *at = side;

        while (at != NULL)
          {
            RingPoint p = grain_point (at->from);
            gint64 key = start_key (at->to);
            GArray *starts = g_hash_table_lookup (by_start, &key);
            Side *next = NULL;

            at->times--;
            g_array_append_val (points, p);
            for (guint k = 0; starts != NULL && k < starts->len && next == NULL; k++)
              if (g_array_index (starts, Side *, k)->times > 0)
                next = g_array_index (starts, Side *, k);
            at = next;
          }
        draw_loop (path, points);
      }
  return path;
}

static void
toned_clear (gpointer data)
{
  ring_path_unref (((RingViewsToned *) data)->path);
}

static void
light_gem (const RingScene *scene, guint gem, GArray *toned)
{
  Lit lit = { .scene = scene };
  const RingMetal *metal = scene->gems[gem].metal;

  for (guint i = 0; i < RING_VIEWS_N_TONES; i++)
    lit.regions[i] = (Region){ g_hash_table_new_full (side_hash, side_equal, g_free, NULL),
                               g_array_new (FALSE, FALSE, sizeof (Side *)) };
  for (guint i = 0; i < metal->sheets->len; i++)
    add_sheet (&lit, &g_array_index (metal->sheets, RingMetalSheet, i));
  for (guint i = 0; i < RING_VIEWS_N_TONES; i++)
    {
      RingViewsToned one = { gem, tones[i].tone, outline (&lit.regions[i]) };

      g_array_append_val (toned, one);
      g_hash_table_unref (lit.regions[i].sides);
      g_array_unref (lit.regions[i].order);
    }
}

/* As the stone lies on the strip. */
static void
light_flat (const RingViewsSpec *spec, guint gem, GArray *toned)
{
  guint before = toned->len;
  RingViewsFlat flat;
  RingScene scene;

  _ring_views_flat_init (&flat, spec, gem);
  _ring_scene_init (&scene, &flat.spec, _ring_views_camera (RING_VIEWS_TOP));
  light_gem (&scene, 0, toned);
  _ring_scene_clear (&scene);
  for (guint i = before; i < toned->len; i++)
    {
      RingViewsToned *one = &g_array_index (toned, RingViewsToned, i);
      RingPath *moved = ring_path_transform (one->path, &flat.matrix);

      ring_path_unref (one->path);
      one->path = moved;
      one->gem = gem;
    }
}

GArray *
ring_views_light (const RingViewsSpec *spec, RingViewsKind kind)
{
  GArray *toned = g_array_new (FALSE, FALSE, sizeof (RingViewsToned));
  RingScene scene;

  g_array_set_clear_func (toned, toned_clear);
  if (kind == RING_VIEWS_STRIP)
    {
      for (guint i = 0; i < spec->n_gems; i++)
        if (spec->gems[i].setting != NULL && spec->gems[i].outline_only)
          light_flat (spec, i, toned);
      return toned;
    }
  _ring_scene_init (&scene, spec, _ring_views_camera (kind));
  for (guint i = 0; i < spec->n_gems; i++)
    if (scene.gems[i].metal != NULL && spec->gems[i].outline_only)
      light_gem (&scene, i, toned);
  _ring_scene_clear (&scene);
  return toned;
}
