/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-private.h"

static void
shape_clear (gpointer data)
{
  ring_path_unref (((RingGemShape *) data)->path);
}

void
ring_gem_look_init (RingGemLook *look, RingCut cut, double length, double width, RingGemView view)
{
  static const RingVec x = { 1, 0, 0 }, y = { 0, 1, 0 }, z = { 0, 0, 1 };

  *look = (RingGemLook){ .cut = cut,
                         .length = length,
                         .width = width,
                         .depth = width * ring_cut_usual_depth (cut),
                         .species = ring_species_get (0),
                         .scale = 1 };
  switch (view)
    {
    case RING_GEM_SIDE:
      look->right = y;
      look->up = z;
      look->toward = x;
      break;
    case RING_GEM_END:
      look->right = x;
      look->up = z;
      look->toward = ring_vec_scale (y, -1);
      break;
    case RING_GEM_TOP:
    default:
      look->right = x;
      look->up = y;
      look->toward = z;
      break;
    }
}

/* V turned about the axis Z by the angle whose cosine and sine are C and S. */
static RingVec
spun (RingVec v, double c, double s)
{
  return (RingVec){ v.x * c - v.y * s, v.x * s + v.y * c, v.z };
}

void
ring_gem_look_turn (RingGemLook *look, double spin, double tilt)
{
  double c = cos (spin * G_PI / 180), s = sin (spin * G_PI / 180);
  double ct = cos (tilt * G_PI / 180), st = sin (tilt * G_PI / 180);
  RingVec up = look->up;

  /* The camera goes the other way than the gem; a tilt backwards shows the near side. */
  look->up = ring_vec_add (ring_vec_scale (up, ct), ring_vec_scale (look->toward, st));
  look->toward = ring_vec_sub (ring_vec_scale (look->toward, ct), ring_vec_scale (up, st));
  look->right = spun (look->right, c, -s);
  look->up = spun (look->up, c, -s);
  look->toward = spun (look->toward, c, -s);
}

RingPoint
ring_gem_see (const RingGemLook *look, RingVec p)
{
  return (RingPoint){ ring_vec_dot (look->right, p), -ring_vec_dot (look->up, p) };
}

gboolean
ring_gem_faces (const RingGemLook *look, const RingFacet *facet)
{
  return ring_vec_dot (facet->normal, look->toward) > 1e-6;
}

gboolean
ring_gem_is_sunk (const RingGemLook *look, const RingFacet *facet)
{
  /* A girdle stands upright, and all below it is turned down. */
  return look->sunk && facet->normal.z < -0.05;
}

gboolean
ring_gem_from_above (const RingGemLook *look)
{
  return look->toward.z > 0.8;
}

void
ring_gem_add (RingGemArtist *artist, RingPath *path, guint32 colour, double line, gboolean dashed)
{
  RingGemShape shape = { path, colour, line, dashed };

  if (ring_path_is_empty (path))
    ring_path_unref (path);
  else
    g_array_append_val (artist->shapes, shape);
}

void
ring_gem_add_segment (RingPath *path, RingPoint a, RingPoint b)
{
  ring_path_move_to (path, a);
  ring_path_line_to (path, b);
}

void
ring_gem_add_polygon (RingPath *path, const RingPoint *p, guint n)
{
  for (guint i = 0; i < n; i++)
    if (i == 0)
      ring_path_move_to (path, p[i]);
    else
      ring_path_line_to (path, p[i]);
  ring_path_close (path);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const RingPoint *p = a;
  const RingPoint *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

static gboolean
turns_right (const RingPoint *a, const RingPoint *b, const RingPoint *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x) <= 1e-12;
}

/* The convex hull (Andrew's monotone chain). */
static RingPath *
hull_path (GArray *points)
{
  g_autofree RingPoint *hull = g_new (RingPoint, 2 * points->len + 2);
  const RingPoint *p;
  RingPath *path = ring_path_new ();
  guint n = 0;

  g_array_sort (points, compare_points);
  p = (const RingPoint *) (gconstpointer) points->data;
  for (guint i = 0; i < points->len; i++)
    {
      while (n >= 2 && turns_right (&hull[n - 2], &hull[n - 1], &p[i]))
        n--;
      hull[n++] = p[i];
    }
  for (guint i = points->len - 1, least = n + 1; i-- > 0;)
    {
      while (n >= least && turns_right (&hull[n - 2], &hull[n - 1], &p[i]))
        n--;
      hull[n++] = p[i];
    }
  ring_gem_add_polygon (path, hull, n > 1 ? n - 1 : n);
  return path;
}

/* From above a stone's own outline is smoother than its corners, and a heart keeps its cleft. */
RingPath *
ring_gem_silhouette (const RingGemArtist *artist)
{
  const RingGemLook *look = artist->look;
  g_autoptr (GArray) points = NULL;

  if (look->toward.z > 1 - 1e-9 && look->cut != RING_CUT_BRIOLETTE)
    {
      g_autoptr (RingPath) outline = ring_cut_outline_path (look->cut, look->length, look->width);
      const RingMatrix seen = { look->right.x, -look->up.x, look->right.y, -look->up.y, 0, 0 };

      return ring_path_transform (outline, &seen);
    }
  points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  for (guint i = 0; i < ring_solid_get_n_facets (artist->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);

      for (guint k = 0; k < facet->n_points && !ring_gem_is_sunk (look, facet); k++)
        {
          RingPoint p = ring_gem_see (look, facet->points[k]);

          g_array_append_val (points, p);
        }
    }
  return hull_path (points);
}

static RingGemDetail
detail_of (const RingGemLook *look)
{
  double drawn = look->scale * sqrt (look->length * look->width);

  return drawn >= 15  ? RING_GEM_ALL
         : drawn >= 7 ? RING_GEM_CROWN
         : drawn >= 4 ? RING_GEM_SPOKES
         : drawn >= 2 ? RING_GEM_TABLE
                      : RING_GEM_DOT;
}

GArray *
ring_gem_art (const RingGemLook *look)
{
  gboolean smooth = ring_cut_family (look->cut) == RING_CUT_SMOOTH;
  RingGemArtist artist = { .look = look, .detail = detail_of (look) };

  artist.shapes = g_array_new (FALSE, FALSE, sizeof (RingGemShape));
  g_array_set_clear_func (artist.shapes, shape_clear);
  artist.solid = ring_cut_solid (look->cut, look->length, look->width, look->depth);
  if (look->style == RING_GEM_LINE && smooth)
    ring_gem_draw_smooth_lines (&artist);
  else if (look->style == RING_GEM_LINE)
    ring_gem_draw_lines (&artist);
  else if (smooth)
    ring_gem_draw_smooth (&artist);
  else if (ring_cut_is_exact (look->cut))
    ring_gem_draw_lit (&artist);
  else
    ring_gem_draw_toned (&artist);
  ring_solid_free (artist.solid);
  return artist.shapes;
}

RingPath *
ring_gem_outline (const RingGemLook *look)
{
  g_autoptr (RingSolid) solid
      = ring_cut_solid (look->cut, look->length, look->width, look->depth);
  const RingGemArtist artist = { .look = look, .solid = solid };

  return ring_gem_silhouette (&artist);
}
