/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-lit-gems.h"

#include "ring-gem-view.h"
#include "ring-kept-private.h"
#include "ring-view-lines.h"

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
  return lit;
}
