/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-views.h"

/* The camera of the three-quarter view, degrees: turned about y, then about x. */
#define TURN -32.0
#define TILT 28.0

#define OVERHANG 1.5 /* of centre lines over what they cross, mm */
#define AROUND 96

typedef struct
{
  RingVec right, up, toward;
} Camera;

typedef struct
{
  const RingViewsSpec *spec;
  Camera camera;
  GArray *lines;
} Builder;

static void
line_clear (gpointer data)
{
  ring_path_unref (((RingViewsLine *) data)->path);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingViewsLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

/* World: x right, y up, z along the finger towards the viewer of the front view. */
static Camera
camera_of (RingViewsKind kind)
{
  double a = TURN * G_PI / 180;
  double b = TILT * G_PI / 180;
  Camera c;

  switch (kind)
    {
    case RING_VIEWS_TOP:
      return (Camera){ { 1, 0, 0 }, { 0, 0, -1 }, { 0, 1, 0 } };
    case RING_VIEWS_SIDE:
      return (Camera){ { 0, 0, -1 }, { 0, 1, 0 }, { 1, 0, 0 } };
    case RING_VIEWS_THREE_QUARTER:
      c.right = (RingVec){ cos (a), 0, sin (a) };
      c.up = (RingVec){ sin (a) * sin (b), cos (b), -cos (a) * sin (b) };
      c.toward = ring_vec_cross (c.right, c.up);
      return c;
    case RING_VIEWS_FRONT:
    default:
      return (Camera){ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
    }
}

static RingPoint
see (const Camera *camera, RingVec p)
{
  return (RingPoint){ ring_vec_dot (camera->right, p), -ring_vec_dot (camera->up, p) };
}

/* Takes PATH. */
static void
add (GArray *lines, RingViewsRole role, RingPath *path)
{
  RingViewsLine line = { role, path };

  if (ring_path_is_empty (path))
    ring_path_unref (path);
  else
    g_array_append_val (lines, line);
}

static void
add_segment (Builder *b, RingViewsRole role, RingVec from, RingVec to)
{
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, see (&b->camera, from));
  ring_path_line_to (path, see (&b->camera, to));
  add (b->lines, role, path);
}

/* A circle round the finger of radius R at Z. */
static void
add_circle (Builder *b, RingViewsRole role, double r, double z)
{
  RingPath *path = ring_path_new ();

  for (int i = 0; i < AROUND; i++)
    {
      double t = 2 * G_PI * i / AROUND;
      RingPoint p = see (&b->camera, (RingVec){ r * cos (t), r * sin (t), z });

      if (i == 0)
        ring_path_move_to (path, p);
      else
        ring_path_line_to (path, p);
    }
  ring_path_close (path);
  add (b->lines, role, path);
}

/* Through the finger circles are circles. */
static void
add_front (Builder *b)
{
  const RingBand *band = &b->spec->band;
  double inner = band->circumference / (2 * G_PI);
  double edge = band->width / 2;
  const double radii[3]
      = { inner, inner + ring_band_outer (band, edge), inner + ring_band_outer (band, 0) };

  for (guint i = 0; i < 3; i++)
    {
      RingPath *path = ring_path_new ();

      /* A profile that closes at its edge has no step there. */
      if (i == 1 && (radii[1] - radii[0] < 0.05 || radii[2] - radii[1] < 0.05))
        {
          ring_path_unref (path);
          continue;
        }
      ring_path_add_ellipse (path, (RingPoint){ 0, 0 }, radii[i], radii[i]);
      add (b->lines, i == 1 ? RING_VIEWS_FACET : RING_VIEWS_OUTLINE, path);
    }
}

/* Edge on and from above the band is its width; the finger's hole is behind metal. */
static void
add_edge_on (Builder *b, gboolean top)
{
  const RingBand *band = &b->spec->band;
  double inner = band->circumference / (2 * G_PI);
  double outer = inner + ring_band_outer (band, 0);
  double w = band->width / 2;
  const double radii[2] = { outer, inner };

  for (guint i = 0; i < 2; i++)
    {
      RingPath *path = ring_path_new ();
      double r = radii[i];

      ring_path_add_rect (path, top ? (RingRect){ -r, -w, r, w } : (RingRect){ -w, -r, w, r });
      add (b->lines, i == 0 ? RING_VIEWS_OUTLINE : RING_VIEWS_HIDDEN, path);
    }
}

static void
add_turned (Builder *b)
{
  const RingBand *band = &b->spec->band;
  double inner = band->circumference / (2 * G_PI);
  double w = band->width / 2;

  for (int side = -1; side <= 1; side += 2)
    {
      add_circle (b, side > 0 ? RING_VIEWS_OUTLINE : RING_VIEWS_HIDDEN, inner, side * w);
      if (ring_band_outer (band, w) > 0.05)
        add_circle (b, side > 0 ? RING_VIEWS_OUTLINE : RING_VIEWS_HIDDEN,
                    inner + ring_band_outer (band, w), side * w);
    }
  add_circle (b, RING_VIEWS_FACET, inner + ring_band_outer (band, 0), 0);
}

/* Length along the finger, a pear's point towards the front viewer. */
static RingVec
stone_to_world (const RingViewsSpec *spec, RingVec p)
{
  double inner = spec->band.circumference / (2 * G_PI);

  return (RingVec){ p.x, inner + spec->head_height + p.z, -p.y };
}

/* The edges of a solid that the camera sees and, HIDDEN, of what it does not. SPEC says where a
 * stone stands on its ring; NULL leaves it in its own axes. */
static void
add_solid (GArray *lines,
           const Camera *camera,
           const RingSolid *solid,
           const RingViewsSpec *spec,
           gboolean hidden)
{
  RingPath *front = ring_path_new ();
  RingPath *back = ring_path_new ();

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);
      RingVec normal = spec != NULL
                           ? (RingVec){ facet->normal.x, facet->normal.z, -facet->normal.y }
                           : facet->normal;
      gboolean seen = ring_vec_dot (normal, camera->toward) > 1e-9;

      /* The many flats of a girdle stand for a smooth one; other facets draw their edge of it. */
      if (facet->kind == RING_FACET_GIRDLE)
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        {
          RingVec p = facet->points[k];

          if (spec != NULL)
            p = stone_to_world (spec, p);
          (k == 0 ? ring_path_move_to : ring_path_line_to) (seen ? front : back, see (camera, p));
        }
      ring_path_close (seen ? front : back);
    }
  add (lines, RING_VIEWS_FACET, front);
  if (hidden)
    add (lines, RING_VIEWS_HIDDEN, back);
  else
    ring_path_unref (back);
}

static void
add_gem (Builder *b, RingViewsKind kind)
{
  const RingViewsSpec *s = b->spec;
  g_autoptr (RingSolid) solid = ring_cut_solid (s->cut, s->length, s->width, s->depth);

  add_solid (b->lines, &b->camera, solid, s, FALSE);
  if (kind == RING_VIEWS_TOP)
    {
      /* In the picture y goes down, in a gem up. */
      static const RingMatrix flip = { 1, 0, 0, -1, 0, 0 };
      g_autoptr (RingPath) outline = ring_cut_outline_path (s->cut, s->length, s->width);

      add (b->lines, RING_VIEWS_OUTLINE, ring_path_transform (outline, &flip));
    }
}

static double
reach (const RingViewsSpec *spec)
{
  double inner = spec->band.circumference / (2 * G_PI);
  double outer = inner + spec->band.thickness;

  if (!spec->has_gem)
    return outer;
  return fmax (outer, inner + spec->head_height + spec->depth * ring_cut_crown_part (spec->cut));
}

GArray *
ring_views_lines (const RingViewsSpec *spec, RingViewsKind kind)
{
  Builder b = { .spec = spec, .camera = camera_of (kind), .lines = new_lines () };
  double outer = spec->band.circumference / (2 * G_PI) + spec->band.thickness + OVERHANG;
  double high = reach (spec) + OVERHANG;
  double across = fmax (spec->band.width, spec->has_gem ? spec->length : 0) / 2 + OVERHANG;

  add_segment (&b, RING_VIEWS_CENTRE, (RingVec){ 0, -outer, 0 }, (RingVec){ 0, high, 0 });
  add_segment (&b, RING_VIEWS_CENTRE, (RingVec){ -outer, 0, 0 }, (RingVec){ outer, 0, 0 });
  add_segment (&b, RING_VIEWS_CENTRE, (RingVec){ 0, 0, -across }, (RingVec){ 0, 0, across });
  if (kind == RING_VIEWS_FRONT)
    add_front (&b);
  else if (kind == RING_VIEWS_THREE_QUARTER)
    add_turned (&b);
  else
    add_edge_on (&b, kind == RING_VIEWS_TOP);
  if (spec->has_gem)
    add_gem (&b, kind);
  return b.lines;
}

GArray *
ring_views_stone (RingCut cut, double length, double width, double depth, gboolean pavilion)
{
  static const Camera above = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
  static const RingMatrix flip = { 1, 0, 0, -1, 0, 0 };
  g_autoptr (RingSolid) solid = ring_cut_solid (cut, length, width, depth);
  g_autoptr (RingPath) outline = ring_cut_outline_path (cut, length, width);
  GArray *lines = new_lines ();

  add (lines, RING_VIEWS_OUTLINE, ring_path_transform (outline, &flip));
  add_solid (lines, &above, solid, NULL, pavilion);
  return lines;
}
