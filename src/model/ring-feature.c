/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-feature.h"

#include <math.h>
#include <string.h>

#include "ring-arc.h"
#include "ring-gem-view.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* Takes the next number of THING. */
static void
add (GArray *features, RingFeatureKind kind, RingPoint at, const char *thing)
{
  RingFeature feature = { kind, at, thing, 0 };

  if (features->len > 0)
    {
      const RingFeature *last = &g_array_index (features, RingFeature, features->len - 1);

      if (g_str_equal (last->thing, thing))
        feature.number = last->number + 1;
    }
  g_array_append_val (features, feature);
}

/* ---------------------------------------------------------------------- ring */

static RingPoint
middle_of (RingPoint a, RingPoint b)
{
  return (RingPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

/* Right, base, left and top of the front view, as angles round the finger. */
static const double directions[] = { -G_PI / 2, G_PI, G_PI / 2, 0 };

static void
add_finger (GArray *features, const RingBand *band, RingViewsKind kind)
{
  double r = ring_band_radius (band);

  add (features, RING_FEATURE_CENTRE, (RingPoint){ 0, 0 }, RING_FEATURE_FINGER);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    add (features, RING_FEATURE_QUADRANT,
         ring_views_see (kind, (RingVec){ -r * sin (directions[i]), r * cos (directions[i]), 0 }),
         RING_FEATURE_FINGER);
}

static double
highest (const RingBand *band, double angle)
{
  double most = 0;

  for (int i = -4; i <= 4; i++)
    most = fmax (most, ring_band_outer (band, angle, i / 4.0));
  return most;
}

/* In each direction the highest line of the outside, then its edges to and from the viewer of the
 * front view. */
static void
add_band (GArray *features, const RingBand *band, RingViewsKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      double angle = directions[i];

      add (features, RING_FEATURE_EDGE,
           ring_views_see (kind, ring_band_point (band, angle, 0, highest (band, angle))),
           RING_FEATURE_BAND);
      for (int side = 1; side >= -1; side -= 2)
        add (features, RING_FEATURE_EDGE,
             ring_views_see (kind, ring_band_point (band, angle, side,
                                                    ring_band_outer (band, angle, side))),
             RING_FEATURE_BAND);
    }
}

static void
add_gem (GArray *features, const RingGem *gem, const RingBand *band, RingViewsKind kind)
{
  double w = gem->width / 2, l = gem->length / 2;
  const RingVec ends[] = { { 0, l, 0 }, { w, 0, 0 }, { 0, -l, 0 }, { -w, 0, 0 } };
  double radius = ring_band_radius (band);
  RingGemLook look;
  RingPoint at;

  if (kind == RING_VIEWS_STRIP)
    {
      ring_gem_look (gem, band, kind, 1, &look, &at);
      add (features, RING_FEATURE_CENTRE, at, gem->id);
      return;
    }
  add (features, RING_FEATURE_CENTRE, ring_views_see (kind, ring_gem_origin (gem, band)), gem->id);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    add (features, RING_FEATURE_QUADRANT,
         ring_views_see (kind, ring_place_point (&gem->place, radius, ends[i])), gem->id);
}

static void
add_strip (GArray *features, const RingBand *band)
{
  double half = ring_band_outer_length (band) / 2;
  double w = ring_band_width (band, 0) / 2;
  const RingPoint ends[] = { { half, -w }, { half, w }, { -half, w }, { -half, -w } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    add (features, RING_FEATURE_EDGE, ends[i], RING_FEATURE_BAND);
}

void
ring_features_add_ring (const RingDrawing *drawing, const RingView *view, GArray *features)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autoptr (GArray) gems = NULL;
  RingViewsKind kind;
  RingSpec spec;

  if (!ring_view_lines_kind (head->kind, &kind))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  if (kind == RING_VIEWS_STRIP)
    add_strip (features, &spec.band);
  else
    {
      add_finger (features, &spec.band, kind);
      add_band (features, &spec.band, kind);
    }
  gems = ring_gem_list (drawing, head->ring);
  for (guint i = 0; i < gems->len; i++)
    add_gem (features, &g_array_index (gems, RingGem, i), &spec.band, kind);
}

/* ---------------------------------------------------------------------- items */

static void
add_line (GArray *features, const RingPoint *p, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    add (features, RING_FEATURE_END, p[i], id);
  for (guint i = 0; i + 1 < n; i++)
    add (features, RING_FEATURE_MIDDLE, middle_of (p[i], p[i + 1]), id);
}

static void
add_arc (GArray *features, const RingPoint *p, const char *id)
{
  RingArc arc;

  if (!ring_arc_through (p[0], p[1], p[2], &arc))
    return;
  add (features, RING_FEATURE_CENTRE, arc.centre, id);
  add (features, RING_FEATURE_END, p[0], id);
  add (features, RING_FEATURE_END, p[2], id);
  add (features, RING_FEATURE_MIDDLE, ring_arc_at (&arc, arc.start + arc.sweep / 2), id);
}

/* C is the centre, A and B are half axes' ends. */
static void
add_round (GArray *features, RingPoint c, RingPoint a, RingPoint b, const char *id)
{
  add (features, RING_FEATURE_CENTRE, c, id);
  add (features, RING_FEATURE_QUADRANT, a, id);
  add (features, RING_FEATURE_QUADRANT, b, id);
  add (features, RING_FEATURE_QUADRANT, (RingPoint){ 2 * c.x - a.x, 2 * c.y - a.y }, id);
  add (features, RING_FEATURE_QUADRANT, (RingPoint){ 2 * c.x - b.x, 2 * c.y - b.y }, id);
}

static void
add_figure (GArray *features, const RingItem *item)
{
  const RingFigure *figure = ring_item_get_figure (item);
  const RingMatrix *m = ring_item_get_matrix (item);
  const char *id = ring_item_get_id (item);
  g_autofree RingPoint *p = g_new (RingPoint, figure->n_points);
  double r;
  RingArc arc;

  for (guint i = 0; i < figure->n_points; i++)
    p[i] = ring_matrix_apply (m, figure->points[i]);
  switch (figure->form)
    {
    case RING_FIGURE_LINE:
    case RING_FIGURE_POLYLINE:
      add_line (features, p, figure->n_points, id);
      break;
    case RING_FIGURE_ARC:
      add_arc (features, p, id);
      break;
    case RING_FIGURE_CIRCLE:
      r = ring_point_distance (p[0], p[1]);
      add_round (features, p[0], (RingPoint){ p[0].x + r, p[0].y },
                 (RingPoint){ p[0].x, p[0].y + r }, id);
      break;
    case RING_FIGURE_ELLIPSE:
      arc = ring_arc_ellipse (p[0], p[1], p[2]);
      add_round (features, p[0], p[1], ring_arc_at (&arc, G_PI / 2), id);
      break;
    case RING_FIGURE_CURVE:
      for (guint i = 0; i < figure->n_points; i += 3)
        add (features, RING_FEATURE_END, p[i], id);
      break;
    default:
      break;
    }
}

static void
add_stroke (GArray *features, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  const RingMatrix *m = ring_item_get_matrix (item);
  const RingSample *samples = NULL;
  gsize n = 0;

  if (stroke->samples != NULL)
    samples = ring_samples_get (stroke->samples, &n, NULL);
  for (gsize i = 0; samples != NULL && i < n; i += n > 1 ? n - 1 : 1)
    add (features, RING_FEATURE_END,
         ring_matrix_apply (m, (RingPoint){ samples[i].x, samples[i].y }), ring_item_get_id (item));
}

void
ring_features_add_item (const RingItem *item, GArray *features)
{
  const RingNote *note = ring_item_get_note (item);

  if (ring_item_get_figure (item) != NULL)
    add_figure (features, item);
  else if (ring_item_get_stroke (item) != NULL)
    add_stroke (features, item);
  else if (note != NULL)
    add (features, RING_FEATURE_END, ring_matrix_apply (ring_item_get_matrix (item), note->at),
         ring_item_get_id (item));
}

/* ---------------------------------------------------------------------- names */

char *
ring_feature_name (const char *thing, guint number)
{
  return g_strdup_printf ("%s/%u", thing, number);
}

gboolean
ring_feature_parse (const char *name, char **thing, guint *number)
{
  const char *slash = strrchr (name, '/');
  guint64 value;

  if (slash == NULL || slash == name
      || !g_ascii_string_to_unsigned (slash + 1, 10, 0, 1 << 20, &value, NULL))
    return FALSE;
  *thing = g_strndup (name, (gsize) (slash - name));
  *number = (guint) value;
  return TRUE;
}

static void
add_thing (const RingDrawing *drawing, const RingView *view, const char *thing, GArray *features)
{
  const RingItem *item = NULL;

  for (guint l = 0; item == NULL && l < ring_view_get_n_layers (view); l++)
    item = ring_sequence_find (ring_layer_get_items (ring_view_get_layer (view, l)), thing, NULL);
  if (item != NULL)
    ring_features_add_item (item, features);
  else
    ring_features_add_ring (drawing, view, features);
}

gboolean
ring_feature_find (const RingDrawing *drawing, const RingView *view, const char *name, RingPoint *at)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (RingFeature));
  g_autofree char *thing = NULL;
  guint number;

  if (!ring_feature_parse (name, &thing, &number))
    return FALSE;
  add_thing (drawing, view, thing, features);
  for (guint i = 0; i < features->len; i++)
    {
      const RingFeature *feature = &g_array_index (features, RingFeature, i);

      if (feature->number != number || !g_str_equal (feature->thing, thing))
        continue;
      *at = feature->at;
      return TRUE;
    }
  return FALSE;
}

gboolean
ring_feature_is_round (const RingDrawing *drawing, const RingView *view, const char *thing)
{
  RingViewKind kind = ring_view_get_head (view)->kind;

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingItem *item
          = ring_sequence_find (ring_layer_get_items (ring_view_get_layer (view, l)), thing, NULL);
      const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;

      if (figure != NULL)
        return figure->form == RING_FIGURE_CIRCLE || figure->form == RING_FIGURE_ARC;
    }
  return kind == RING_VIEW_FRONT && g_str_equal (thing, RING_FEATURE_FINGER);
}
