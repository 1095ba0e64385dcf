/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-lit-gems.h"

#include <string.h>

#include "ring-gem-setting.h"
#include "ring-gem-view.h"
#include "ring-kept-private.h"
#include "ring-view-lines-private.h"

static void
lit_clear (gpointer data)
{
  g_array_unref (((RingLitGem *) data)->shapes);
}

static int
compare_far (gconstpointer a, gconstpointer b)
{
  const RingLitGem *x = a;
  const RingLitGem *y = b;

  return x->far > y->far ? -1 : x->far < y->far;
}

/* A stone costs some hundredths of a second: those that were made last are kept. A gem that is
 * moved across the band stays the same. */
static RingKept kept = { .n = RING_KEPT_MOST };

static GBytes *
key_of (const RingGemLook *look)
{
  const double numbers[]
      = { look->cut,      look->length,   look->width,    look->depth, look->right.x,
          look->right.y,  look->right.z,  look->up.x,     look->up.y,  look->up.z,
          look->toward.x, look->toward.y, look->toward.z, look->scale };
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, (const guint8 *) &look->species, sizeof look->species);
  g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
  return g_byte_array_free_to_bytes (key);
}

static GArray *
shapes_of (const RingGemLook *look)
{
  g_autoptr (GBytes) key = key_of (look);
  GArray *shapes = _ring_kept_find (&kept, key);

  if (shapes == NULL)
    {
      shapes = ring_gem_art (look);
      _ring_kept_add (&kept, key, shapes);
    }
  return shapes;
}

static void
add_gem (GArray *lit, const RingGem *gem, const RingBand *band, RingViewsKind kind, double scale)
{
  RingVec origin = ring_gem_origin (gem, band);
  RingGemLook look;
  RingLitGem one = { .far = -ring_vec_dot (origin, ring_views_toward (kind)) };

  ring_gem_look (gem, band, kind, scale, &look, &one.at);
  one.shapes = shapes_of (&look);
  g_array_append_val (lit, one);
}

/* Silver grey, while the metal is not chosen. */
#define NO_ALLOY 0xd4d4d0ff

static void
shape_clear (gpointer data)
{
  ring_path_unref (((RingGemShape *) data)->path);
}

/* In the order of RingTone for each gem that has any. */
static GArray *
make_metal (const RingDrawing *drawing, const RingViewHead *head, RingViewsKind kind)
{
  g_autoptr (GArray) gems = ring_gem_list (drawing, head->ring);
  g_autoptr (GArray) placed = NULL;
  g_autoptr (GArray) toned = NULL;
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (RingGemShape));
  RingSpec spec;

  g_array_set_clear_func (shapes, shape_clear);
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  placed = _ring_view_place_gems (drawing, head, &spec.band, kind);
  toned = ring_views_light (&(RingViewsSpec){ spec.band,
                                              (const RingViewsGem *) (const void *) placed->data,
                                              placed->len, head->scale },
                            kind);
  for (guint i = 0; i < toned->len; i++)
    {
      const RingViewsToned *one = &g_array_index (toned, RingViewsToned, i);
      const RingGem *gem = &g_array_index (gems, RingGem, one->gem);
      const RingRecord *setting = ring_gem_setting_find (drawing, gem->id);
      const RingAlloy *alloy
          = ring_alloy_find (ring_record_get_or (setting, "alloy", spec.alloy));
      RingGemShape shape
          = { ring_path_ref (one->path),
              ring_tone_colour (alloy != NULL ? alloy->colour : NO_ALLOY, one->tone), 0, FALSE };

      g_array_append_val (shapes, shape);
    }
  return shapes;
}

/* The key of the lines, and the metals. */
static GBytes *
metal_key (const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GBytes) lines = _ring_view_key (drawing, head);
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, g_bytes_get_data (lines, NULL), (guint) g_bytes_get_size (lines));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const char *alloy = ring_record_get_or (ring_drawing_get_record (drawing, i), "alloy", "");

      g_byte_array_append (key, (const guint8 *) alloy, (guint) strlen (alloy) + 1);
    }
  return g_byte_array_free_to_bytes (key);
}

/* Settings over all gems: what a gem hides of them is not among their shapes. */
static void
add_metal (GArray *lit, const RingDrawing *drawing, const RingViewHead *head, RingViewsKind kind)
{
  static RingKept metals = { .n = 24 };
  g_autoptr (GBytes) key = metal_key (drawing, head);
  RingLitGem one = { .at = { 0, 0 }, .far = -G_MAXDOUBLE };

  one.shapes = _ring_kept_find (&metals, key);
  if (one.shapes == NULL)
    {
      one.shapes = make_metal (drawing, head, kind);
      _ring_kept_add (&metals, key, one.shapes);
    }
  if (one.shapes->len > 0)
    g_array_append_val (lit, one);
  else
    g_array_unref (one.shapes);
}

GArray *
ring_lit_gems_list (const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GArray) gems = ring_gem_list (drawing, head->ring);
  GArray *lit = g_array_new (FALSE, FALSE, sizeof (RingLitGem));
  RingViewsKind kind;
  RingSpec spec;

  g_array_set_clear_func (lit, lit_clear);
  if (!ring_view_lines_kind (head->kind, &kind))
    return lit;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  for (guint i = 0; i < gems->len; i++)
    if (ring_gem_is_lit (&g_array_index (gems, RingGem, i), &spec.band, kind))
      add_gem (lit, &g_array_index (gems, RingGem, i), &spec.band, kind, head->scale);
  g_array_sort (lit, compare_far);
  if (lit->len > 0)
    add_metal (lit, drawing, head, kind);
  return lit;
}
