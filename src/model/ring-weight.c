/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-weight.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-number.h"
#include "ring-rings.h"
#include "ring-spec.h"

/* Volumes of one alloy; errors of parts that have nothing to do with each other add up in squares. */
typedef struct
{
  const RingAlloy *alloy;
  double mm3, squares;
} Sum;

typedef struct
{
  const RingDrawing *drawing;
  const RingAlloy *instead; /* NULL for what the rings have */
  GArray *sums;             /* of Sum */
  GPtrArray *missing;
} Weighing;

static void
add (Weighing *w, const RingAlloy *alloy, double mm3, double error)
{
  Sum *sum = NULL;

  for (guint i = 0; i < w->sums->len && sum == NULL; i++)
    if (g_array_index (w->sums, Sum, i).alloy == alloy)
      sum = &g_array_index (w->sums, Sum, i);
  if (sum == NULL)
    {
      g_array_append_val (w->sums, ((Sum){ alloy, 0, 0 }));
      sum = &g_array_index (w->sums, Sum, w->sums->len - 1);
    }
  sum->mm3 += mm3;
  sum->squares += error * error;
}

static const RingAlloy *
ring_alloy (const Weighing *w, const RingSpec *spec)
{
  return w->instead != NULL ? w->instead : ring_alloy_find (spec->alloy);
}

/* What a tenth of a millimetre more or less in its width, and in its thickness, does to the volume. */
static double
band_error (const RingBand *band)
{
  double volume = ring_band_volume (band);
  RingBand wider = *band, thicker = *band;
  double by_width, by_thickness;

  wider.width += RING_WEIGHT_TOLERANCE;
  wider.base_width += wider.base_width > 0 ? RING_WEIGHT_TOLERANCE : 0;
  thicker.thickness += RING_WEIGHT_TOLERANCE;
  thicker.base_thickness += thicker.base_thickness > 0 ? RING_WEIGHT_TOLERANCE : 0;
  by_width = ring_band_volume (&wider) - volume;
  by_thickness = ring_band_volume (&thicker) - volume;
  return hypot (by_width, by_thickness);
}

static void
weigh_settings (Weighing *w, const RingRecord *ring, const RingSpec *spec)
{
  g_autoptr (GArray) gems = ring_gem_list (w->drawing, ring_record_get_id (ring));

  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      const RingAlloy *alloy;
      RingSettingChoice choice;
      double mm3;

      if (!ring_gem_setting_init (&choice, ring_gem_setting_find (w->drawing, gem->id), gem,
                                  &spec->band))
        continue;
      alloy = choice.alloy[0] != '\0' ? ring_alloy_find (choice.alloy) : ring_alloy (w, spec);
      mm3 = ring_gem_setting_volume (&choice, gem, &spec->band);
      if (alloy != NULL)
        add (w, alloy, mm3, RING_WEIGHT_SETTING_ERROR * mm3);
    }
}

/* Each stone takes its room out of the band as one that is set flush does, and a channel has walls. */
static void
weigh_layout (Weighing *w, const RingGemLayout *layout, const RingBand *band, const RingAlloy *alloy)
{
  g_autoptr (GArray) gems = ring_gem_layout_gems (layout, band);
  RingSettingChoice flush = { .setting.kind = RING_SETTING_FLUSH, .alloy = "" };
  double walls = 0, seats = 0;

  if (gems->len > 0)
    {
      ring_setting_choice_fill (&flush, &g_array_index (gems, RingGem, 0), band);
      seats = gems->len
              * ring_gem_setting_volume (&flush, &g_array_index (gems, RingGem, 0), band);
    }
  if (layout->layout.kind == RING_LAYOUT_CHANNEL)
    walls = ring_layout_walls_volume (&layout->layout, band);
  add (w, alloy, walls + seats, RING_WEIGHT_SETTING_ERROR * hypot (walls, seats));
}

static void
weigh_layouts (Weighing *w, const RingRecord *ring, const RingSpec *spec)
{
  const RingAlloy *alloy = ring_alloy (w, spec);
  gboolean halo = FALSE;

  for (guint i = 0; i < ring_drawing_get_n_records (w->drawing); i++)
    {
      RingGemLayout layout;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (w->drawing, i), w->drawing))
        continue;
      if (ring_drawing_find_ring (w->drawing, layout.ring) == ring)
        {
          if (!ring_layout_is_on_band (layout.layout.kind))
            halo = TRUE;
          else if (alloy != NULL)
            weigh_layout (w, &layout, &spec->band, alloy);
        }
      ring_gem_layout_clear (&layout);
    }
  if (halo)
    g_ptr_array_add (w->missing,
                     g_strdup (_ ("The metal that carries a halo: enter it with the freehand parts.")));
}

static void
weigh_ring (Weighing *w, const RingRecord *ring)
{
  const RingAlloy *alloy;
  RingSpec spec;

  ring_spec_init (&spec, ring);
  alloy = ring_alloy (w, &spec);
  if (alloy != NULL)
    add (w, alloy, ring_band_volume (&spec.band), band_error (&spec.band));
  else
    {
      g_autofree char *name = ring_rings_name (w->drawing, ring, TRUE);

      /* Translators: what a ring is called. */
      g_ptr_array_add (w->missing, g_strdup_printf (_ ("The band of %s: choose its metal."), name));
    }
  if (!spec.size_known)
    g_ptr_array_add (w->missing, g_strdup (_ ("The finger size is to be confirmed: weighed as a US 7.")));
  weigh_settings (w, ring, &spec);
  weigh_layouts (w, ring, &spec);
}

/* Whether something is drawn by hand on a ring that may be metal: where it is neither note nor stone. */
static gboolean
has_drawn (const RingDrawing *drawing)
{
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      if (ring_view_get_head (view)->kind == RING_VIEW_PAGE)
        continue;
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);
          RingLayerRole role = ring_layer_get_head (layer)->role;

          if ((role == RING_ROLE_METAL || role == RING_ROLE_INK) && ring_layer_get_n_items (layer) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Grams were entered for one alloy; in another one the same parts weigh as much more as it is denser. */
static void
weigh_freehand (Weighing *w)
{
  const RingRecord *estimate = ring_drawing_find_record (w->drawing, RING_RECORD_ESTIMATE, NULL);
  const RingAlloy *entered = ring_alloy_find (ring_record_get (estimate, "freehand-alloy"));
  const RingAlloy *alloy;
  RingSpec spec;
  double grams = 0, mm3;

  ring_spec_init (&spec, ring_drawing_find_ring (w->drawing, NULL));
  alloy = ring_alloy (w, &spec);
  if (entered == NULL)
    entered = ring_alloy_find (spec.alloy);
  if (!ring_record_get_number (estimate, "freehand-grams", &grams))
    {
      if (has_drawn (w->drawing))
        g_ptr_array_add (w->missing,
                         g_strdup (_ ("What is drawn by hand has no weight: enter the grams of it that are metal.")));
      return;
    }
  if (!(grams > 0) || entered == NULL || alloy == NULL)
    return;
  mm3 = grams * 1000 / entered->density;
  add (w, alloy, mm3, RING_WEIGHT_FREEHAND_ERROR * mm3);
}

/* The alloy's own range beside the errors of its parts. */
static RingMetalWeight
weigh_sum (const Sum *sum)
{
  const RingAlloy *alloy = sum->alloy;
  double grams = fmax (0, sum->mm3) * alloy->density / 1000;
  double error = sqrt (sum->squares) * alloy->density / 1000;

  return (RingMetalWeight){ alloy, grams,
                            fmax (0, grams - hypot (error, grams * (1 - alloy->least / alloy->density))),
                            grams + hypot (error, grams * (alloy->most / alloy->density - 1)) };
}

void
ring_weight_init (RingWeight *weight, const RingDrawing *drawing, const RingAlloy *alloy)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  Weighing w = { drawing, alloy, sums, g_ptr_array_new_with_free_func (g_free) };
  double below = 0, above = 0;

  *weight = (RingWeight){ g_array_new (FALSE, FALSE, sizeof (RingMetalWeight)), w.missing, 0, 0, 0 };
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    if (g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_RING))
      weigh_ring (&w, ring_drawing_get_record (drawing, i));
  weigh_freehand (&w);
  for (guint i = 0; i < sums->len; i++)
    {
      RingMetalWeight metal = weigh_sum (&g_array_index (sums, Sum, i));

      g_array_append_val (weight->metals, metal);
      weight->grams += metal.grams;
      below = hypot (below, metal.grams - metal.least);
      above = hypot (above, metal.most - metal.grams);
    }
  weight->least = fmax (0, weight->grams - below);
  weight->most = weight->grams + above;
}

void
ring_weight_clear (RingWeight *weight)
{
  g_clear_pointer (&weight->metals, g_array_unref);
  g_clear_pointer (&weight->missing, g_ptr_array_unref);
}

char *
ring_weight_format (double grams)
{
  g_autofree char *g = ring_number_format (grams, 2);
  g_autofree char *dwt = ring_number_format (grams / RING_DWT_GRAMS, 2);
  g_autofree char *ounces = ring_number_format (grams / RING_OUNCE_GRAMS, 3);

  /* Translators: a weight in grams, pennyweights and troy ounces. */
  return g_strdup_printf (_ ("%s g (%s dwt, %s oz t)"), g, dwt, ounces);
}
