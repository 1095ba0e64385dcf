/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hidden lines. Whether a point is seen is asked of the surfaces themselves: a ray from it to the
 * eye is walked through the band, and met with the facets of the gems. */
#include "ring-views-private.h"

#include "ring-fit.h"

/* Steps of the walk: thinner metal than this is nowhere. mm. */
#define STEP 0.06
/* How far off its surface a point is asked, so that the surface does not hide itself. */
#define OFF 0.02
/* Round a gem that is sunk into the band, as far as its burnished edge reaches. */
#define BORE 0.3
/* Two lines of the picture that lie closer than this are one. */
#define SAME 0.02
/* Of the grid that drawn lines are looked up in, mm. */
#define CELL 0.5
/* A rest that is shorter than this is what rounding left. */
#define SPECK 0.06
/* Curves may leave the true line by this much. */
#define TOLERANCE 0.001
/* Of the angle between two chords, the cosine from which on a line has a corner there. */
#define CORNER 0.94

static void
add_setting (const RingScene *scene, RingSceneGem *gem, const RingViewsGem *from)
{
  RingSettingGem held;

  gem->place = &from->place;
  if (from->walls != NULL)
    gem->metal = ring_layout_walls (from->walls, scene->band);
  if (from->walls != NULL || from->setting == NULL)
    return;
  ring_setting_gem_init (&held, scene->band, from->cut, from->length, from->width, from->depth,
                         &from->place);
  gem->metal = ring_setting_build (from->setting, &held);
  ring_metal_place (gem->metal, &from->place, scene->radius);
  if (from->setting->kind == RING_SETTING_FLUSH)
    gem->bore = fmax (from->length, from->width) / 2 + BORE;
}

/* One of many rounds is drawn by its outline and its table, which a single cut has too. */
static RingCut
solid_cut (const RingViewsGem *gem)
{
  return gem->small && gem->cut == RING_CUT_ROUND ? RING_CUT_SINGLE : gem->cut;
}

/* Of many stones that are alike one solid is made. */
static RingSolid *
share_solid (const RingViewsSpec *spec, const RingScene *scene, guint i)
{
  const RingViewsGem *gem = &spec->gems[i];

  for (guint k = 0; k < i; k++)
    {
      const RingViewsGem *other = &spec->gems[k];

      if (solid_cut (other) == solid_cut (gem) && other->length == gem->length && other->width == gem->width
          && other->depth == gem->depth)
        return scene->gems[k].solid;
    }
  return NULL;
}

void
_ring_scene_init (RingScene *scene, const RingViewsSpec *spec, RingCamera camera)
{
  const RingBand *band = &spec->band;

  *scene = (RingScene){ .band = band,
                        .camera = camera,
                        .radius = ring_band_radius (band),
                        .reach = ring_band_reach (band),
                        .half_width = fmax (band->width, band->base_width) / 2,
                        .gems = g_new0 (RingSceneGem, spec->n_gems),
                        .n_gems = spec->n_gems };
  for (guint i = 0; i < spec->n_gems; i++)
    {
      const RingViewsGem *from = &spec->gems[i];
      RingSceneGem *gem = &scene->gems[i];

      gem->solid = share_solid (spec, scene, i);
      gem->shares = gem->solid != NULL;
      if (!gem->shares)
        gem->solid = ring_cut_solid (solid_cut (from), from->length, from->width, from->depth);
      gem->centre = ring_place_point (&from->place, scene->radius, (RingVec){ 0, 0, 0 });
      gem->points = g_array_new (FALSE, FALSE, sizeof (RingVec));
      gem->normals = g_array_new (FALSE, FALSE, sizeof (RingVec));
      for (guint f = 0; f < ring_solid_get_n_facets (gem->solid); f++)
        {
          const RingFacet *facet = ring_solid_get_facet (gem->solid, f);
          RingVec normal = ring_place_direction (&from->place, facet->normal);

          g_array_append_val (gem->normals, normal);
          for (guint k = 0; k < facet->n_points; k++)
            {
              RingVec p = ring_place_point (&from->place, scene->radius, facet->points[k]);

              g_array_append_val (gem->points, p);
              gem->radius = fmax (gem->radius, ring_vec_length (ring_vec_sub (p, gem->centre)));
            }
        }
      add_setting (scene, gem, from);
    }
}

void
_ring_scene_clear (RingScene *scene)
{
  for (guint i = 0; i < scene->n_gems; i++)
    {
      if (!scene->gems[i].shares)
        ring_solid_free (scene->gems[i].solid);
      g_array_unref (scene->gems[i].points);
      g_array_unref (scene->gems[i].normals);
      ring_metal_free (scene->gems[i].metal);
    }
  g_free (scene->gems);
}

/* The part of the ray, from 0 on, that is within the cylinder and the slab that hold the band. */
static gboolean
clip_to_band (const RingScene *scene, RingVec p, RingVec d, double *from, double *to)
{
  double a = d.x * d.x + d.y * d.y;
  double b = p.x * d.x + p.y * d.y;
  double c = p.x * p.x + p.y * p.y - scene->reach * scene->reach;

  *from = 0;
  *to = G_MAXDOUBLE;
  if (a > 1e-12)
    {
      double root = b * b - a * c;

      if (root <= 0)
        return FALSE;
      root = sqrt (root);
      *from = fmax (*from, (-b - root) / a);
      *to = (-b + root) / a;
    }
  else if (c >= 0)
    return FALSE;
  if (fabs (d.z) > 1e-9)
    {
      double one = (-scene->half_width - p.z) / d.z;
      double other = (scene->half_width - p.z) / d.z;

      *from = fmax (*from, fmin (one, other));
      *to = fmin (*to, fmax (one, other));
    }
  else if (fabs (p.z) >= scene->half_width)
    return FALSE;
  return *from < *to;
}

/* Whether Q, in the band, is where a gem was let in. */
static gboolean
is_bored (const RingScene *scene, RingVec q)
{
  for (guint i = 0; i < scene->n_gems; i++)
    {
      const RingSceneGem *gem = &scene->gems[i];
      RingVec from = ring_vec_sub (q, gem->centre);
      RingVec up;
      double high;

      if (gem->bore <= 0)
        continue;
      up = ring_place_direction (gem->place, (RingVec){ 0, 0, 1 });
      high = ring_vec_dot (from, up);
      if (high > 0 && ring_vec_length (ring_vec_sub (from, ring_vec_scale (up, high))) < gem->bore)
        return TRUE;
    }
  return FALSE;
}

static gboolean
band_hides (const RingScene *scene, RingVec p)
{
  RingVec d = scene->camera.toward;
  double from, to;

  if (!clip_to_band (scene, p, d, &from, &to))
    return FALSE;
  for (double t = from; t < to; t += STEP)
    {
      RingVec q = ring_vec_add (p, ring_vec_scale (d, t));

      if (ring_band_holds (scene->band, q) && !is_bored (scene, q))
        return TRUE;
    }
  return FALSE;
}

/* Whether the ray passes through a flat facet, which is convex. */
static gboolean
facet_hides (const RingVec *points, guint n, RingVec normal, RingVec p, RingVec d)
{
  double facing = ring_vec_dot (normal, d);
  double t;
  RingVec hit;

  /* A ray that comes through a closed gem leaves it somewhere, and that is enough. */
  if (facing < 1e-9)
    return FALSE;
  t = ring_vec_dot (normal, ring_vec_sub (points[0], p)) / facing;
  if (t <= 1e-6)
    return FALSE;
  hit = ring_vec_add (p, ring_vec_scale (d, t));
  for (guint i = 0; i < n; i++)
    {
      RingVec edge = ring_vec_sub (points[(i + 1) % n], points[i]);

      if (ring_vec_dot (ring_vec_cross (edge, ring_vec_sub (hit, points[i])), normal) < 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
gem_hides (const RingSceneGem *gem, RingVec p, RingVec d)
{
  RingVec to = ring_vec_sub (gem->centre, p);
  double along = ring_vec_dot (to, d);
  const RingVec *points = (const RingVec *) (const void *) gem->points->data;

  if (along < -gem->radius
      || ring_vec_length (ring_vec_sub (to, ring_vec_scale (d, along))) > gem->radius)
    return FALSE;
  for (guint f = 0; f < ring_solid_get_n_facets (gem->solid); f++)
    {
      guint n = ring_solid_get_facet (gem->solid, f)->n_points;

      if (facet_hides (points, n, g_array_index (gem->normals, RingVec, f), p, d))
        return TRUE;
      points += n;
    }
  return FALSE;
}

RingHidden
_ring_scene_hides (const RingScene *scene, RingVec p, guint skip)
{
  RingVec d = scene->camera.toward;

  for (guint i = 0; i < scene->n_gems; i++)
    if (scene->gems[i].metal != NULL && ring_metal_meets (scene->gems[i].metal, p, d))
      return RING_HIDDEN_BY_SETTING;
  for (guint i = 0; i < scene->n_gems; i++)
    if (i != skip && gem_hides (&scene->gems[i], p, d))
      return RING_HIDDEN;
  return band_hides (scene, p) ? RING_HIDDEN_BY_BAND : RING_SEEN;
}

/* ------------------------------------------------------------------ pictures */

RingPoint
_ring_camera_see (const RingCamera *camera, RingVec p)
{
  return (RingPoint){ ring_vec_dot (camera->right, p), -ring_vec_dot (camera->up, p) };
}

void
_ring_views_take (GArray *lines, RingViewsRole role, RingPath *path)
{
  RingViewsLine line = { role, path };

  if (ring_path_is_empty (path))
    ring_path_unref (path);
  else
    g_array_append_val (lines, line);
}

void
_ring_views_add_segment (GArray *lines, RingViewsRole role, RingPoint from, RingPoint to)
{
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, from);
  ring_path_line_to (path, to);
  _ring_views_take (lines, role, path);
}

void
_ring_hider_init (RingHider *hider, const RingScene *scene, GArray *lines)
{
  *hider
      = (RingHider){ scene, lines, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
                     g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref) };
}

static double
distance (RingPoint a, RingPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* Segments are kept in the cells that they pass, as the rectangle from their first to their last
 * point: a pavé ring has thousands of them. */
static gpointer
cell_key (int x, int y)
{
  return GINT_TO_POINTER ((int) ((guint) x << 16 ^ ((guint) y & 0xffff)));
}

static int
cell_of (double v)
{
  return (int) floor (v / CELL);
}

static void
keep_drawn (RingHider *hider, RingPoint a, RingPoint b)
{
  RingRect segment = { a.x, a.y, b.x, b.y };

  for (int x = cell_of (fmin (a.x, b.x) - SAME); x <= cell_of (fmax (a.x, b.x) + SAME); x++)
    for (int y = cell_of (fmin (a.y, b.y) - SAME); y <= cell_of (fmax (a.y, b.y) + SAME); y++)
      {
        GArray *cell = g_hash_table_lookup (hider->drawn, cell_key (x, y));

        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (RingRect));
            g_hash_table_insert (hider->drawn, cell_key (x, y), cell);
          }
        g_array_append_val (cell, segment);
      }
}

static gboolean
is_drawn (const RingHider *hider, RingPoint p)
{
  const GArray *cell
      = g_hash_table_lookup (hider->drawn, cell_key (cell_of (p.x), cell_of (p.y)));

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const RingRect *drawn = &g_array_index (cell, RingRect, i);
      double x = drawn->x1 - drawn->x0;
      double y = drawn->y1 - drawn->y0;
      double squared = x * x + y * y;
      double px = p.x - drawn->x0;
      double py = p.y - drawn->y0;
      double t;

      if (fabs (px) > fabs (x) + SAME || fabs (py) > fabs (y) + SAME)
        continue;
      t = squared > 0 ? CLAMP ((px * x + py * y) / squared, 0, 1) : 0;
      if (hypot (px - t * x, py - t * y) < SAME)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_corner (const RingPoint *p, guint n, guint i)
{
  double ax, ay, bx, by, length;

  if (i == 0 || i + 1 >= n)
    return FALSE;
  ax = p[i].x - p[i - 1].x;
  ay = p[i].y - p[i - 1].y;
  bx = p[i + 1].x - p[i].x;
  by = p[i + 1].y - p[i].y;
  length = hypot (ax, ay) * hypot (bx, by);
  return length > 0 && ax * bx + ay * by < CORNER * length;
}

static RingFitPoint
direction (double x, double y)
{
  double length = fmax (hypot (x, y), 1e-12);

  return (RingFitPoint){ x / length, y / length, 0 };
}

/* Of the parabola through three neighbours; at an end, where the line closes, round it. */
static RingFitPoint
tangent (const RingPoint *p, guint n, guint i)
{
  gboolean closed = n > 3 && distance (p[0], p[n - 1]) < 1e-9;

  if (closed && (i == 0 || i == n - 1))
    return direction (p[1].x - p[n - 2].x, p[1].y - p[n - 2].y);
  if (n < 3)
    return direction (p[n - 1].x - p[0].x, p[n - 1].y - p[0].y);
  if (i == 0)
    return direction (4 * p[1].x - 3 * p[0].x - p[2].x, 4 * p[1].y - 3 * p[0].y - p[2].y);
  if (i == n - 1)
    return direction (3 * p[i].x - 4 * p[i - 1].x + p[i - 2].x,
                      3 * p[i].y - 4 * p[i - 1].y + p[i - 2].y);
  return direction (p[i + 1].x - p[i - 1].x, p[i + 1].y - p[i - 1].y);
}

/* A smooth run of points as curves; PATH stands at the first. */
static void
append_smooth (RingPath *path, const RingPoint *p, guint n)
{
  g_autoptr (GArray) curves = g_array_new (FALSE, FALSE, sizeof (RingFitCurve));
  g_autofree RingFitPoint *points = g_new0 (RingFitPoint, n);
  g_autofree RingFitPoint *tangents = g_new0 (RingFitPoint, n);
  double bend = 0;

  for (guint i = 0; i < n; i++)
    {
      points[i] = (RingFitPoint){ p[i].x, p[i].y, 0 };
      tangents[i] = tangent (p, n, i);
      bend = fmax (bend, fabs ((p[i].x - p[0].x) * (p[n - 1].y - p[0].y)
                               - (p[i].y - p[0].y) * (p[n - 1].x - p[0].x))
                             / fmax (distance (p[0], p[n - 1]), TOLERANCE));
    }
  if (n < 3 || (bend < TOLERANCE && distance (p[0], p[n - 1]) > TOLERANCE))
    {
      ring_path_line_to (path, p[n - 1]);
      return;
    }
  ring_fit_curves (points, tangents, n, TOLERANCE, curves);
  for (guint i = 0; i < curves->len; i++)
    {
      const RingFitCurve *c = &g_array_index (curves, RingFitCurve, i);

      ring_path_curve_to (path, (RingPoint){ c->p[1].x, c->p[1].y },
                          (RingPoint){ c->p[2].x, c->p[2].y }, (RingPoint){ c->p[3].x, c->p[3].y });
    }
}

static double
length_of (const GArray *run)
{
  double length = 0;

  for (guint i = 1; i < run->len; i++)
    length += distance (g_array_index (run, RingPoint, i - 1), g_array_index (run, RingPoint, i));
  return length;
}

/* Draws RUN and remembers that it is. */
static void
draw (RingHider *hider, RingViewsRole role, const GArray *run)
{
  const RingPoint *p = (const RingPoint *) (const void *) run->data;
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, p[0]);
  append_smooth (path, p, run->len);
  _ring_views_take (hider->lines, role, path);
  for (guint i = 1; i < run->len; i++)
    keep_drawn (hider, p[i - 1], p[i]);
}

/* Draws what of RUN does not lie on a line already, in pieces. */
static void
draw_rest (RingHider *hider, RingViewsRole role, const GArray *run)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i <= run->len; i++)
    {
      gboolean done = i == run->len || is_drawn (hider, g_array_index (run, RingPoint, i));

      /* The ends of a piece lie on what it ends at. */
      if (i < run->len && (!done || rest->len > 0))
        g_array_append_val (rest, g_array_index (run, RingPoint, i));
      else if (i < run->len && i + 1 < run->len
               && !is_drawn (hider, g_array_index (run, RingPoint, i + 1)))
        g_array_append_val (rest, g_array_index (run, RingPoint, i));
      if (done && rest->len > 1)
        {
          g_ptr_array_add (pieces, rest);
          rest = g_array_new (FALSE, FALSE, sizeof (RingPoint));
          if (i + 1 < run->len && !is_drawn (hider, g_array_index (run, RingPoint, i + 1)))
            g_array_append_val (rest, g_array_index (run, RingPoint, i));
        }
    }
  /* Only now: a piece must not hide the next one of its own line. */
  for (guint i = 0; i < pieces->len; i++)
    if (length_of (g_ptr_array_index (pieces, i)) > SPECK)
      draw (hider, role, g_ptr_array_index (pieces, i));
}

static RingHidden
hides (const RingHider *hider, const RingSpacePoint *point, guint skip)
{
  RingVec off = ring_vec_scale (ring_vec_unit (point->out), OFF);

  return _ring_scene_hides (hider->scene, ring_vec_add (point->p, off), skip);
}

/* Where between A, which is seen or not as STATE says, and B it changes. */
static RingSpacePoint
find_change (
    const RingHider *hider, RingSpacePoint a, RingSpacePoint b, RingHidden state, guint skip)
{
  for (int i = 0; i < 9; i++)
    {
      RingSpacePoint middle = { ring_vec_mix (a.p, b.p, 0.5), ring_vec_mix (a.out, b.out, 0.5) };

      if (hides (hider, &middle, skip) == state)
        a = middle;
      else
        b = middle;
    }
  return a;
}

/* In smooth parts: a circle that is seen edge on comes back on its own way. The edges of a gem meet
 * at their ends and else nowhere: they are drawn as they are. */
static void
finish_run (RingHider *hider, RingViewsRole role, GArray *run, RingHidden state, gboolean of_gem)
{
  const RingPoint *p = (const RingPoint *) (const void *) run->data;
  guint first = 0;

  /* Claws and walls lie so close to what they hold that dashes beneath them say nothing, nor do those of metal
   * beneath a stone. What goes into the band is to be seen. */
  if (state == RING_HIDDEN_BY_SETTING || (state == RING_HIDDEN && hider->plain))
    return;
  for (guint i = 1; i < run->len; i++)
    if (i + 1 == run->len || is_corner (p, run->len, i))
      {
        g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (RingPoint));

        g_array_append_vals (part, p + first, i - first + 1);
        if (state != RING_SEEN)
          g_ptr_array_add (hider->hidden, g_steal_pointer (&part));
        else if (of_gem)
          draw (hider, role, part);
        else
          draw_rest (hider, role, part);
        first = i;
      }
}

void
_ring_hider_add (
    RingHider *hider, RingViewsRole role, const RingSpacePoint *points, guint n, guint skip)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  RingHidden state = n > 0 ? hides (hider, &points[0], skip) : RING_SEEN;

  for (guint i = 0; i < n; i++)
    {
      RingHidden now = hides (hider, &points[i], skip);
      RingPoint p = _ring_camera_see (&hider->scene->camera, points[i].p);

      if (now != state)
        {
          RingSpacePoint change = find_change (hider, points[i - 1], points[i], state, skip);
          RingPoint at = _ring_camera_see (&hider->scene->camera, change.p);

          g_array_append_val (run, at);
          finish_run (hider, role, run, state, skip != RING_SCENE_ALL);
          g_array_unref (run);
          run = g_array_new (FALSE, FALSE, sizeof (RingPoint));
          g_array_append_val (run, at);
          state = now;
        }
      g_array_append_val (run, p);
    }
  finish_run (hider, role, run, state, skip != RING_SCENE_ALL);
  g_array_unref (run);
}

void
_ring_hider_end (RingHider *hider, gboolean show_hidden)
{
  for (guint i = 0; show_hidden && i < hider->hidden->len; i++)
    draw_rest (hider, RING_VIEWS_HIDDEN, g_ptr_array_index (hider->hidden, i));
  g_ptr_array_unref (hider->hidden);
  g_hash_table_unref (hider->drawn);
}
