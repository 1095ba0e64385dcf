/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-setting-unfold.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-error.h"
#include "ring-gem-setting.h"
#include "ring-gem-view.h"
#include "ring-tool.h"
#include "ring-view-lines.h"

/* Widths of strokes as of the lines they take over (ring-view-lines.h), paper mm. */
#define EDGE_WIDTH 0.25
#define FINE_WIDTH 0.13
/* How well strokes follow the lines, paper mm. */
#define FIT 0.02
/* A file keeps four decimals. */
#define KEPT 1e4

typedef struct
{
  RingDesign *design;
  RingEdit *edit;
  const char *layer_id;
  double scale;
} Unfold;

static double
kept (double value)
{
  return round (value * KEPT) / KEPT;
}

static void
add_stroke (Unfold *unfold, const GArray *points, double width)
{
  g_autofree char *id
      = ring_design_new_id (unfold->design, ring_item_kind_letter (RING_ITEM_STROKE));
  g_autofree RingSample *samples = g_new0 (RingSample, points->len);
  g_autoptr (RingSamples) kept_samples = NULL;
  g_autoptr (RingItem) item = NULL;
  RingStroke stroke = { .fit = fmax (1e-4, kept (FIT / unfold->scale)) };

  for (guint i = 0; i < points->len; i++)
    {
      RingPoint p = g_array_index (points, RingPoint, i);

      samples[i] = (RingSample){ .x = p.x, .y = p.y, .pressure = 0.5, .time = (guint32) i };
    }
  kept_samples = ring_samples_new (samples, points->len, 0);
  stroke.samples = kept_samples;
  ring_stroke_style_init (&stroke.style, RING_INSTRUMENT_FINE_LINER, unfold->scale);
  stroke.style.ink.width = kept (width / unfold->scale);
  stroke.style.ink.smoothing = RING_SMOOTHING_EXACT;
  item = ring_item_new_stroke (id, &stroke);
  ring_edit_append_item (unfold->edit, unfold->layer_id, item);
}

static void
add_lines (Unfold *unfold, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewsLine *line = &g_array_index (lines, RingViewsLine, i);
      g_autoptr (GPtrArray) runs = ring_path_flatten (line->path, FIT / 2 / unfold->scale);
      double width = line->role == RING_VIEWS_OUTLINE ? EDGE_WIDTH : FINE_WIDTH;

      for (guint k = 0; k < runs->len; k++)
        if (((GArray *) g_ptr_array_index (runs, k))->len > 1)
          add_stroke (unfold, g_ptr_array_index (runs, k), width);
    }
}

/* In the decimals of the file, so that the design is now what it will be when it is read again. */
static RingPath *
rounded (RingPath *path)
{
  g_autoptr (GString) d = g_string_new (NULL);
  RingPath *read;

  ring_path_to_svg (path, 4, d);
  read = ring_path_from_svg (d->str, 0, NULL);
  return read != NULL ? read : ring_path_ref (path);
}

static void
add_tones (Unfold *unfold, const GArray *toned, const RingMetalPaint *metal)
{
  g_autofree char *id = NULL;
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingItem) item = NULL;

  for (guint i = 0; i < toned->len; i++)
    {
      const RingViewsToned *one = &g_array_index (toned, RingViewsToned, i);
      g_autoptr (RingPath) path = rounded (one->path);

      if (!ring_path_is_empty (path))
        ring_art_add (art, path, ring_metal_paint_tone (metal, one->tone), 0, 0, FALSE);
    }
  if (ring_art_get_n_paths (art) == 0)
    return;
  id = ring_design_new_id (unfold->design, ring_item_kind_letter (RING_ITEM_ARTWORK));
  item = ring_item_new_artwork (id, art);
  ring_edit_append_item (unfold->edit, unfold->layer_id, item);
}

static const RingLayer *
find_layer (const RingView *view, GError **error)
{
  const RingLayer *layer = ring_view_get_layer_by_role (view, RING_ROLE_METAL);

  if (layer == NULL)
    layer = ring_view_get_layer_by_role (view, RING_ROLE_INK);
  if (layer != NULL && !ring_layer_get_head (layer)->locked && ring_layer_get_head (layer)->visible)
    return layer;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_READ_ONLY,
                       _ ("A view has no Metal layer that can be drawn on: show and unlock it."));
  return NULL;
}

static gboolean
unfold_view (RingDesign *design,
             RingEdit *edit,
             const RingView *view,
             RingViewsKind kind,
             const RingViewsSpec *spec,
             const RingMetalPaint *metal,
             GError **error)
{
  const RingLayer *layer = find_layer (view, error);
  Unfold unfold = { design, edit, NULL, ring_view_get_head (view)->scale };
  g_autoptr (GArray) lines = NULL;

  if (layer == NULL)
    return FALSE;
  unfold.layer_id = ring_layer_get_head (layer)->id;
  if (spec->gems[0].outline_only)
    {
      g_autoptr (GArray) toned = ring_views_light (spec, kind);

      add_tones (&unfold, toned, metal);
    }
  lines = ring_views_setting_lines (spec, kind, 0);
  add_lines (&unfold, lines);
  return TRUE;
}

RingEdit *
ring_setting_unfold (RingDesign *design, const char *gem_id, GError **error)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *record = ring_gem_setting_find (drawing, gem_id);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, _ ("Unfold Setting"));
  const RingRecord *ring;
  RingSettingChoice choice;
  RingSpec spec;
  RingGem gem;
  const RingMetalPaint *metal;

  if (record == NULL
      || !ring_gem_init (&gem, ring_drawing_find_record (drawing, RING_RECORD_GEM, gem_id)))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                           _ ("This gem has no setting to unfold."));
      return NULL;
    }
  ring = ring_drawing_find_ring (drawing, gem.ring);
  ring_spec_init (&spec, ring);
  ring_gem_setting_init (&choice, record, &gem, &spec.band);
  metal = ring_metal_paint_find_or_usual (ring_setting_choice_alloy (&choice, &spec));
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);
      RingViewsGem one = { gem.cut, gem.length, gem.width, gem.depth, gem.place };
      RingViewsKind kind;

      if (!ring_view_lines_kind (head->kind, &kind) || kind == RING_VIEWS_STRIP
          || ring_drawing_find_ring (drawing, head->ring) != ring)
        continue;
      one.outline_only = ring_gem_is_lit (&gem, &spec.band, kind);
      one.setting = &choice.setting;
      if (!unfold_view (design, edit, view, kind,
                        &(RingViewsSpec){ spec.band, &one, 1, head->scale }, metal, error))
        return NULL;
    }
  ring_gem_setting_remove (edit, drawing, gem_id);
  return g_steal_pointer (&edit);
}
