/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gems in lines: a firm outline, thin edges, and hidden ones of the pavilion dashed and lighter
 * where there is room for them. */

#include "ring-gem-private.h"

#define INK 0x26282cff
#define GHOST 0x26282c70

/* Widths on the paper, mm: hairlines are 0.10 to 0.13, outlines 0.25 to 0.35; small stones have
 * less of both. */
static const double outline_width[] = { 0.12, 0.14, 0.18, 0.24, 0.30 };
static const double edge_width[] = { 0.10, 0.09, 0.09, 0.10, 0.12 };
#define GHOST_WIDTH 0.09

/* Flats of a girdle are no facets; corners of a square stone's girdle are edges. */
#define FLAT_COSINE 0.94

static gboolean
is_smooth (const RingFacet *a, const RingFacet *b)
{
  return (a->kind == RING_FACET_GIRDLE || a->kind == RING_FACET_DOME) && a->kind == b->kind
         && ring_vec_dot (a->normal, b->normal) > FLAT_COSINE;
}

static void
list_edges (const RingGemArtist *artist, gboolean front, RingPath *path)
{
  g_autoptr (GArray) edges = ring_solid_list_edges (artist->solid);

  for (guint i = 0; i < edges->len; i++)
    {
      const RingSolidEdge *edge = &g_array_index (edges, RingSolidEdge, i);
      const RingFacet *left = ring_solid_get_facet (artist->solid, edge->left);
      const RingFacet *right = edge->right != RING_SOLID_NO_FACET
                                   ? ring_solid_get_facet (artist->solid, edge->right)
                                   : left;

      /* An edge of both a front and a back facet is part of the outline. */
      if (ring_gem_faces (artist->look, left) != front
          || ring_gem_faces (artist->look, right) != front
          || (ring_gem_is_sunk (artist->look, left) && ring_gem_is_sunk (artist->look, right)))
        continue;
      if (right != left && is_smooth (left, right))
        continue;
      if (!front && (left->kind == RING_FACET_GIRDLE || right->kind == RING_FACET_GIRDLE))
        continue;
      ring_gem_add_segment (path, ring_gem_see (artist->look, edge->a),
                            ring_gem_see (artist->look, edge->b));
    }
}

void
ring_gem_list_front_edges (const RingGemArtist *artist, RingPath *path)
{
  list_edges (artist, TRUE, path);
}

static const RingFacet *
find_table (const RingGemArtist *artist)
{
  for (guint i = 0; i < ring_solid_get_n_facets (artist->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);

      if (facet->kind == RING_FACET_TABLE)
        return facet;
    }
  return NULL;
}

static void
add_table (RingGemArtist *artist, RingPath *path)
{
  const RingFacet *table = find_table (artist);
  guint n = table != NULL ? table->n_points : 0;

  for (guint k = 0; k < n; k++)
    ring_gem_add_segment (path, ring_gem_see (artist->look, table->points[k]),
                          ring_gem_see (artist->look, table->points[(k + 1) % n]));
}

/* The girdle point that lies from the stone's middle as the table's corner P does. */
static RingPoint
beyond (const RingGemArtist *artist, RingVec p)
{
  const RingGemLook *look = artist->look;
  double centre = 0, best = -2;
  RingPoint found = { 0, 0 };

  /* The table lies over this point. */
  for (guint i = 0; i < ring_solid_get_n_facets (artist->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);

      for (guint k = 0; k < facet->n_points; k++)
        if (facet->points[k].z < -0.999 * look->depth * (1 - ring_cut_crown_part (look->cut)))
          centre = facet->points[k].y;
    }
  for (guint i = 0; i < 192; i++)
    {
      RingPoint q = ring_cut_outline (look->cut, look->length, look->width, i / 192.0);
      double dx = p.x, dy = p.y - centre, ex = q.x, ey = q.y - centre;
      double cosine = (dx * ex + dy * ey) / (hypot (dx, dy) * hypot (ex, ey));

      if (cosine > best)
        {
          best = cosine;
          found = q;
        }
    }
  return found;
}

/* Lines from the table to the girdle: of a step cut those between its corners, of a mixed cut
 * those to the corners, of a brilliant the middles of its mains. */
static void
add_spokes (RingGemArtist *artist, RingPath *path)
{
  const RingFacet *table = find_table (artist);
  RingCutFamily family = ring_cut_family (artist->look->cut);
  g_autoptr (GArray) edges = ring_solid_list_edges (artist->solid);

  for (guint k = 0; family != RING_CUT_STEP && table != NULL && k < table->n_points; k++)
    {
      RingVec p = table->points[k];
      RingPoint q = beyond (artist, p);

      if (family == RING_CUT_MIXED && (fabs (p.x) < 1e-6 || fabs (p.y) < 1e-6))
        continue;
      ring_gem_add_segment (path, ring_gem_see (artist->look, p),
                            ring_gem_see (artist->look, (RingVec){ q.x, q.y, 0 }));
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const RingSolidEdge *edge = &g_array_index (edges, RingSolidEdge, i);
      RingFacetKind kind = ring_solid_get_facet (artist->solid, edge->left)->kind;

      if (family == RING_CUT_STEP && kind == RING_FACET_STEP && fabs (edge->a.z - edge->b.z) > 1e-6)
        ring_gem_add_segment (path, ring_gem_see (artist->look, edge->a),
                              ring_gem_see (artist->look, edge->b));
    }
}

/* A rose's star, or what else stands round the middle when there is no table. */
static void
add_star (RingGemArtist *artist, RingPath *path)
{
  g_autoptr (GArray) edges = ring_solid_list_edges (artist->solid);

  for (guint i = 0; i < edges->len; i++)
    {
      const RingSolidEdge *edge = &g_array_index (edges, RingSolidEdge, i);

      if (ring_solid_get_facet (artist->solid, edge->left)->kind == RING_FACET_STAR)
        ring_gem_add_segment (path, ring_gem_see (artist->look, edge->a),
                              ring_gem_see (artist->look, edge->b));
    }
}

static void
add_dot (RingGemArtist *artist)
{
  RingPath *dot = ring_path_new ();
  double r = 0.12 / artist->look->scale;

  ring_path_add_ellipse (dot, (RingPoint){ 0, 0 }, r, r);
  ring_gem_add (artist, dot, INK, 0, FALSE);
}

static void
draw_from_above (RingGemArtist *artist, RingPath *path)
{
  gboolean rose = ring_cut_family (artist->look->cut) == RING_CUT_ROSES;

  switch (artist->detail)
    {
    case RING_GEM_ALL:
    case RING_GEM_CROWN:
      list_edges (artist, TRUE, path);
      break;
    case RING_GEM_SPOKES:
      add_spokes (artist, path);
      G_GNUC_FALLTHROUGH;
    case RING_GEM_TABLE:
      add_table (artist, path);
      if (rose && artist->look->cut != RING_CUT_BRIOLETTE)
        add_star (artist, path);
      break;
    case RING_GEM_DOT:
    default:
      add_dot (artist);
      break;
    }
}

/* From the side a small stone shows its girdle only. */
static void
add_girdle (RingGemArtist *artist, RingPath *path)
{
  g_autoptr (GArray) edges = ring_solid_list_edges (artist->solid);

  for (guint i = 0; i < edges->len; i++)
    {
      const RingSolidEdge *edge = &g_array_index (edges, RingSolidEdge, i);
      const RingFacet *left = ring_solid_get_facet (artist->solid, edge->left);
      const RingFacet *right = edge->right != RING_SOLID_NO_FACET
                                   ? ring_solid_get_facet (artist->solid, edge->right)
                                   : left;

      if ((left->kind == RING_FACET_GIRDLE) != (right->kind == RING_FACET_GIRDLE)
          && (ring_gem_faces (artist->look, left) || ring_gem_faces (artist->look, right)))
        ring_gem_add_segment (path, ring_gem_see (artist->look, edge->a),
                              ring_gem_see (artist->look, edge->b));
    }
}

void
ring_gem_draw_lines (RingGemArtist *artist)
{
  RingPath *front = ring_path_new ();
  RingPath *hidden = ring_path_new ();

  if (ring_gem_from_above (artist->look))
    draw_from_above (artist, front);
  else if (artist->detail >= RING_GEM_CROWN)
    list_edges (artist, TRUE, front);
  else
    add_girdle (artist, front);
  if (artist->detail == RING_GEM_ALL && ring_gem_from_above (artist->look))
    list_edges (artist, FALSE, hidden);
  ring_gem_add (artist, hidden, GHOST, GHOST_WIDTH, TRUE);
  ring_gem_add (artist, front, INK, edge_width[artist->detail], FALSE);
  ring_gem_add (artist, ring_gem_silhouette (artist), INK, outline_width[artist->detail], FALSE);
}

/* The part of an outline between U0 and U1, drawn nearer to the middle by SCALE. */
static void
add_arc (const RingGemArtist *artist, RingPath *path, double scale, double u0, double u1)
{
  const RingGemLook *look = artist->look;

  for (guint i = 0; i <= 24; i++)
    {
      RingPoint p
          = ring_cut_outline (look->cut, look->length, look->width, u0 + (u1 - u0) * i / 24);
      RingPoint q = ring_gem_see (look, (RingVec){ p.x * scale, p.y * scale, 0 });

      if (i == 0)
        ring_path_move_to (path, q);
      else
        ring_path_line_to (path, q);
    }
}

/* A cabochon: two arcs for the reflection of a window at the upper left, one for the glow at the
 * lower right; a sugarloaf has its four blunt ridges as well. */
void
ring_gem_draw_smooth_lines (RingGemArtist *artist)
{
  RingPath *path = ring_path_new ();

  if (!ring_gem_from_above (artist->look))
    add_girdle (artist, path);
  else if (artist->detail >= RING_GEM_SPOKES)
    {
      add_arc (artist, path, 0.80, 0.30, 0.47);
      add_arc (artist, path, 0.62, 0.32, 0.45);
      if (artist->detail >= RING_GEM_CROWN)
        add_arc (artist, path, 0.86, 0.80, 0.95);
      for (guint k = 0; k < 4 && artist->look->cut == RING_CUT_SUGARLOAF; k++)
        {
          RingPoint p = ring_cut_outline (artist->look->cut, artist->look->length,
                                          artist->look->width, 0.125 + k * 0.25);

          ring_gem_add_segment (path,
                                ring_gem_see (artist->look, (RingVec){ p.x * 0.12, p.y * 0.12, 0 }),
                                ring_gem_see (artist->look, (RingVec){ p.x * 0.9, p.y * 0.9, 0 }));
        }
    }
  ring_gem_add (artist, path, INK, edge_width[artist->detail], FALSE);
  ring_gem_add (artist, ring_gem_silhouette (artist), INK, outline_width[artist->detail], FALSE);
}
