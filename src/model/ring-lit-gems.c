/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-lit-gems.h"

#include <string.h>

#include "ring-gem-view.h"
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

/* A stone costs some hundredths of a second, and each tile and each save asks for it: those that
 * were made last are kept, for all threads. A gem that is moved across the band stays the same. */
#define N_KEPT 64
#define N_NUMBERS 13

typedef struct
{
  RingCut cut;
  const RingSpecies *species;
  double numbers[N_NUMBERS];
  GArray *shapes;
} Kept;

static GMutex kept_lock;
static Kept kept[N_KEPT];
static guint next_kept;

static Kept
key_of (const RingGemLook *look)
{
  return (Kept){ .cut = look->cut,
                 .species = look->species,
                 .numbers = { look->length, look->width, look->depth, look->right.x, look->right.y,
                              look->right.z, look->up.x, look->up.y, look->up.z, look->toward.x,
                              look->toward.y, look->toward.z, look->scale } };
}

static gboolean
is_kept (const Kept *a, const Kept *b)
{
  return a->shapes != NULL && a->cut == b->cut && a->species == b->species
         && memcmp (a->numbers, b->numbers, sizeof a->numbers) == 0;
}

static GArray *
shapes_of (const RingGemLook *look)
{
  Kept key = key_of (look);
  GArray *old;

  g_mutex_lock (&kept_lock);
  for (guint i = 0; i < N_KEPT && key.shapes == NULL; i++)
    if (is_kept (&kept[i], &key))
      key.shapes = g_array_ref (kept[i].shapes);
  g_mutex_unlock (&kept_lock);
  if (key.shapes != NULL)
    return key.shapes;

  key.shapes = ring_gem_art (look);
  g_mutex_lock (&kept_lock);
  old = kept[next_kept].shapes;
  kept[next_kept] = key;
  next_kept = (next_kept + 1) % N_KEPT;
  g_array_ref (key.shapes);
  g_mutex_unlock (&kept_lock);
  g_clear_pointer (&old, g_array_unref);
  return key.shapes;
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
