/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-snap.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arc.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* Curves are taken as chords within so much of them, mm of paper. */
#define CHORD 0.005
/* A line is meant where a point is not, and from less far away. */
#define ON_PART 0.6
/* Lines that cross at less than about three degrees do not say where. */
#define LEAST_SINE 0.05
/* So many chords may cross in one place. */
#define MOST_NEAR 48

typedef struct
{
  RingPoint a, b;
  guint curve;
} Chord;

struct _RingSnapScene
{
  RingDrawing *drawing;
  const RingView *view;
  char *except;
  GArray *features; /* of RingFeature */
  GArray *chords;   /* of Chord */
  GArray *arcs;     /* of RingArc, what a line may touch */
  GPtrArray *curves; /* the thing of each curve, or NULL */
  double tolerance;
};

static void
add_path (RingSnapScene *scene, const RingPath *path, const char *thing)
{
  g_autoptr (GPtrArray) lines = ring_path_flatten (path, scene->tolerance);
  Chord chord = { .curve = scene->curves->len };

  for (guint l = 0; l < lines->len; l++)
    {
      const GArray *points = g_ptr_array_index (lines, l);

      for (guint i = 0; i + 1 < points->len; i++)
        {
          chord.a = g_array_index (points, RingPoint, i);
          chord.b = g_array_index (points, RingPoint, i + 1);
          g_array_append_val (scene->chords, chord);
        }
    }
  g_ptr_array_add (scene->curves, (gpointer) thing);
}

static void
add_shape (RingSnapScene *scene, const RingItem *item)
{
  const RingFigure *figure = ring_item_get_figure (item);
  const RingMatrix *m = ring_item_get_matrix (item);
  g_autoptr (RingPath) path = ring_figure_make_path (figure);
  g_autoptr (RingPath) moved = NULL;
  RingPoint p[3];
  RingArc arc;

  if (path == NULL)
    return;
  moved = ring_path_transform (path, m);
  add_path (scene, moved, ring_item_get_id (item));
  for (guint i = 0; i < MIN (figure->n_points, 3); i++)
    p[i] = ring_matrix_apply (m, figure->points[i]);
  arc = (RingArc){ .centre = p[0], .sweep = RING_ARC_WHOLE };
  if (figure->form == RING_FIGURE_CIRCLE)
    arc.rx = arc.ry = ring_point_distance (p[0], p[1]);
  else if (figure->form == RING_FIGURE_ELLIPSE)
    arc = ring_arc_ellipse (p[0], p[1], p[2]);
  else if (figure->form != RING_FIGURE_ARC || !ring_arc_through (p[0], p[1], p[2], &arc))
    return;
  g_array_append_val (scene->arcs, arc);
}

/* The parts of a ring from the catalogue, as they were carried here. */
static void
add_preset (RingSnapScene *scene, const RingItem *item)
{
  const RingArt *art = ring_item_get_art (item);

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    if (ring_art_path_is_outline (ring_art_get_path (art, i)))
      {
        g_autoptr (RingPath) moved = ring_path_transform (ring_art_get_path (art, i)->path,
                                                          ring_item_get_matrix (item));

        add_path (scene, moved, ring_item_get_id (item));
      }
}

static void
add_layer (RingSnapScene *scene, const RingLayer *layer)
{
  const RingSequence *items = ring_layer_get_items (layer);
  RingSequenceIter iter;
  const RingItem *item;

  if (!ring_layer_get_head (layer)->visible
      || (ring_sequence_count (items, RING_ITEM_FIGURE) == 0
          && ring_sequence_count (items, RING_ITEM_PRESET) == 0))
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (g_strcmp0 (ring_item_get_id (item), scene->except) == 0)
      continue;
    else if (ring_item_get_kind (item) == RING_ITEM_FIGURE)
      {
        ring_features_add_item (item, scene->features);
        add_shape (scene, item);
      }
    else if (ring_item_get_kind (item) == RING_ITEM_PRESET)
      add_preset (scene, item);
}

static void
add_guides (RingSnapScene *scene)
{
  const RingViewHead *head = ring_view_get_head (scene->view);
  g_autoptr (GArray) lines = ring_view_lines (scene->drawing, head);
  RingSpec spec;

  if (head->kind == RING_VIEW_FRONT)
    {
      g_autoptr (RingPath) circle = ring_path_new ();
      RingArc finger = { .sweep = RING_ARC_WHOLE };

      ring_spec_init (&spec, ring_drawing_find_ring (scene->drawing, head->ring));
      finger.rx = finger.ry = ring_band_radius (&spec.band);
      ring_arc_add (&finger, circle);
      add_path (scene, circle, RING_FEATURE_FINGER);
      g_array_append_val (scene->arcs, finger);
    }
  for (guint i = 0; i < lines->len; i++)
    add_path (scene, g_array_index (lines, RingViewLine, i).path, NULL);
}

RingSnapScene *
ring_snap_scene_new (RingDrawing *drawing, const RingView *view, const char *except)
{
  RingSnapScene *scene = g_new0 (RingSnapScene, 1);

  scene->drawing = ring_drawing_ref (drawing);
  scene->view = view;
  scene->except = g_strdup (except);
  scene->features = g_array_new (FALSE, FALSE, sizeof (RingFeature));
  scene->chords = g_array_new (FALSE, FALSE, sizeof (Chord));
  scene->arcs = g_array_new (FALSE, FALSE, sizeof (RingArc));
  scene->curves = g_ptr_array_new ();
  scene->tolerance = CHORD / ring_view_get_head (view)->scale;
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    add_layer (scene, ring_view_get_layer (view, l));
  ring_features_add_ring (drawing, view, scene->features);
  add_guides (scene);
  return scene;
}

void
ring_snap_scene_free (RingSnapScene *scene)
{
  if (scene == NULL)
    return;
  g_array_unref (scene->features);
  g_array_unref (scene->chords);
  g_array_unref (scene->arcs);
  g_ptr_array_unref (scene->curves);
  g_free (scene->except);
  ring_drawing_unref (scene->drawing);
  g_free (scene);
}

/* --------------------------------------------------------------------- points */

typedef struct
{
  const RingSnapScene *scene;
  const RingSnapLimits *limits;
  RingPoint point;
  double reach;
  double best;
  RingSnapKind kind;
  RingPoint at;
  const char *thing;
  int number; /* of a feature; -1 for none */
} Search;

static void
offer (Search *s, RingSnapKind kind, RingPoint at, const char *thing, int number)
{
  double d = ring_point_distance (at, s->point);

  /* In one place a feature says more than a crossing, which is known to a chord's tolerance. */
  if (!(d <= s->reach) || d > s->best - (number < 0 && s->number >= 0 ? 2 * s->scene->tolerance : 0)
      || (d > s->best - 1e-9 && kind <= s->kind))
    return;
  s->best = d;
  s->kind = kind;
  s->at = at;
  s->thing = thing;
  s->number = number;
}

static void
offer_features (Search *s, const GArray *features)
{
  static const RingSnapKind kinds[] = {
    [RING_FEATURE_END] = RING_SNAP_END,           [RING_FEATURE_MIDDLE] = RING_SNAP_MIDDLE,
    [RING_FEATURE_CENTRE] = RING_SNAP_CENTRE,     [RING_FEATURE_QUADRANT] = RING_SNAP_QUADRANT,
    [RING_FEATURE_EDGE] = RING_SNAP_EDGE,
  };

  for (guint i = 0; i < features->len; i++)
    {
      const RingFeature *f = &g_array_index (features, RingFeature, i);

      offer (s, kinds[f->kind], f->at, f->thing, (int) f->number);
    }
}

/* Strokes and pins are many, and asked for where they are. */
static void
offer_ink (Search *s, GArray *features)
{
  double r = s->reach;
  RingRect near = { s->point.x - r, s->point.y - r, s->point.x + r, s->point.y + r };

  for (guint l = 0; l < ring_view_get_n_layers (s->scene->view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (s->scene->view, l);
      RingSequenceIter iter;
      const RingItem *item;

      if (!ring_layer_get_head (layer)->visible)
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &near);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        if ((ring_item_get_kind (item) == RING_ITEM_STROKE
             || ring_item_get_kind (item) == RING_ITEM_NOTE)
            && g_strcmp0 (ring_item_get_id (item), s->scene->except) != 0)
          ring_features_add_item (item, features);
    }
  offer_features (s, features);
}

static gboolean
cross (const Chord *c, const Chord *d, RingPoint *at)
{
  double ux = c->b.x - c->a.x, uy = c->b.y - c->a.y;
  double vx = d->b.x - d->a.x, vy = d->b.y - d->a.y;
  double det = ux * vy - uy * vx;
  double wx = d->a.x - c->a.x, wy = d->a.y - c->a.y;
  double t, k;

  /* The same edge may be there twice. */
  if (!(fabs (det) > LEAST_SINE * hypot (ux, uy) * hypot (vx, vy)))
    return FALSE;
  t = (wx * vy - wy * vx) / det;
  k = (wx * uy - wy * ux) / det;
  *at = (RingPoint){ c->a.x + t * ux, c->a.y + t * uy };
  return t >= -1e-9 && t <= 1 + 1e-9 && k >= -1e-9 && k <= 1 + 1e-9;
}

static gboolean
joins (const Chord *c, const Chord *d)
{
  return c->curve == d->curve
         && (ring_point_distance (c->b, d->a) < 1e-9 || ring_point_distance (c->a, d->b) < 1e-9
             || ring_point_distance (c->a, d->a) < 1e-9
             || ring_point_distance (c->b, d->b) < 1e-9);
}

static RingPoint
nearest_on (const Chord *c, RingPoint p)
{
  double dx = c->b.x - c->a.x, dy = c->b.y - c->a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p.x - c->a.x) * dx + (p.y - c->a.y) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);
  return (RingPoint){ c->a.x + t * dx, c->a.y + t * dy };
}

static guint
find_near (const Search *s, const Chord *near[MOST_NEAR])
{
  const GArray *chords = s->scene->chords;
  double r = s->reach;
  guint n = 0;

  for (guint i = 0; i < chords->len && n < MOST_NEAR; i++)
    {
      const Chord *c = &g_array_index (chords, Chord, i);

      if (fmin (c->a.x, c->b.x) <= s->point.x + r && fmax (c->a.x, c->b.x) >= s->point.x - r
          && fmin (c->a.y, c->b.y) <= s->point.y + r && fmax (c->a.y, c->b.y) >= s->point.y - r)
        near[n++] = c;
    }
  return n;
}

static void
offer_crossings (Search *s, const Chord *const *near, guint n)
{
  RingPoint at;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (!joins (near[i], near[k]) && cross (near[i], near[k], &at))
        offer (s, RING_SNAP_CROSSING, at, NULL, -1);
}

static void
offer_tangents (Search *s)
{
  const GArray *arcs = s->scene->arcs;

  for (guint i = 0; s->limits->from != NULL && i < arcs->len; i++)
    {
      RingPoint at[2];

      if (ring_arc_tangents (&g_array_index (arcs, RingArc, i), *s->limits->from, at))
        for (guint k = 0; k < 2; k++)
          offer (s, RING_SNAP_TANGENT, at[k], NULL, -1);
    }
}

static void
offer_lines (Search *s, const Chord *const *near, guint n)
{
  s->reach *= ON_PART;
  for (guint i = 0; i < n; i++)
    {
      RingPoint at = nearest_on (near[i], s->point);
      const char *thing = g_ptr_array_index (s->scene->curves, near[i]->curve);

      /* The finger circle is one of the guide lines, too: the one with a name counts. */
      if (thing != NULL || ring_point_distance (at, s->point) < s->best - s->scene->tolerance)
        offer (s, RING_SNAP_ON, at, thing, -1);
    }
}

static void
offer_grid (Search *s)
{
  double step = s->limits->grid;

  if (step > 0)
    offer (s, RING_SNAP_GRID,
           (RingPoint){ round (s->point.x / step) * step, round (s->point.y / step) * step }, NULL,
           -1);
}

void
ring_snap_find (const RingSnapScene *scene,
                const RingSnapLimits *limits,
                RingPoint point,
                RingSnap *snap)
{
  g_autoptr (GArray) ink = g_array_new (FALSE, FALSE, sizeof (RingFeature));
  Search s = { scene, limits, point, limits->reach, G_MAXDOUBLE, RING_SNAP_NONE, point, NULL, -1 };
  const Chord *near[MOST_NEAR];
  guint n = 0;

  if (limits->reach > 0)
    {
      n = find_near (&s, near);
      offer_features (&s, scene->features);
      offer_ink (&s, ink);
      offer_crossings (&s, near, n);
      offer_tangents (&s);
      if (s.kind == RING_SNAP_NONE)
        offer_lines (&s, near, n);
      if (s.kind == RING_SNAP_NONE)
        {
          s.reach = limits->reach;
          offer_grid (&s);
        }
    }
  *snap = (RingSnap){ s.kind, s.at, NULL, g_strdup (s.thing) };
  if (s.number >= 0)
    snap->name = ring_feature_name (s.thing, (guint) s.number);
}

void
ring_snap_clear (RingSnap *snap)
{
  g_clear_pointer (&snap->name, g_free);
  g_clear_pointer (&snap->thing, g_free);
}

const char *
ring_snap_label (RingSnapKind kind)
{
  static const char *const labels[RING_N_SNAP_KINDS] = {
    [RING_SNAP_GRID] = NC_ ("snap", "grid"),
    [RING_SNAP_ON] = NC_ ("snap", "on the line"),
    [RING_SNAP_TANGENT] = NC_ ("snap", "tangent"),
    [RING_SNAP_CROSSING] = NC_ ("snap", "crossing"),
    [RING_SNAP_EDGE] = NC_ ("snap", "band edge"),
    [RING_SNAP_QUADRANT] = NC_ ("snap", "quadrant"),
    [RING_SNAP_MIDDLE] = NC_ ("snap", "middle"),
    [RING_SNAP_CENTRE] = NC_ ("snap", "centre"),
    [RING_SNAP_END] = NC_ ("snap", "end"),
  };

  return labels[kind] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "snap", labels[kind]) : NULL;
}
