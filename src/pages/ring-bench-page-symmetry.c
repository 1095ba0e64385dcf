/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the centre of the symmetry goes. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-page-private.h"

#include <glib/gi18n-lib.h>

#include "ring-gem-view.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* Where the nearest gem is seen in the view where the pen was last. */
static gboolean
find_gem_centre (RingBenchPage *self, RingPoint *centre)
{
  RingPoint pen;
  const RingView *view = ring_canvas_get_view (self->canvas, &pen);
  const RingViewHead *head = view != NULL ? ring_view_get_head (view) : NULL;
  g_autoptr (GArray) gems = NULL;
  double nearest = G_MAXDOUBLE;
  RingDrawing *drawing;
  RingViewsKind kind;
  RingSpec spec;

  if (head == NULL || !ring_view_lines_kind (head->kind, &kind))
    return FALSE;
  drawing = ring_design_get_drawing (self->design);
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  gems = ring_gem_list (drawing, head->ring);
  for (guint i = 0; i < gems->len; i++)
    {
      RingVec origin = ring_gem_origin (&g_array_index (gems, RingGem, i), &spec.band);
      RingPoint at = ring_views_see (kind, origin);
      double distance = ring_point_distance (at, pen);

      if (distance < nearest)
        *centre = at;
      nearest = MIN (nearest, distance);
    }
  return gems->len > 0;
}

gboolean
ring_bench_page_centre_symmetry (RingBenchPage *self, gboolean on_gem)
{
  RingSymmetry symmetry = *ring_instruments_get_symmetry (self->instruments);

  g_return_val_if_fail (RING_IS_BENCH_PAGE (self), FALSE);

  symmetry.centre = (RingPoint){ 0, 0 };
  if (on_gem && !find_gem_centre (self, &symmetry.centre))
    {
      _ring_bench_page_say (
        self, _("No gem is in the view where the pen was last. Set one there first."));
      return FALSE;
    }
  ring_instruments_set_symmetry (self->instruments, &symmetry);
  return TRUE;
}
