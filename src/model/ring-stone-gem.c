/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone-gem.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-carat.h"
#include "ring-claim.h"
#include "ring-error.h"
#include "ring-gem-view.h"
#include "ring-number.h"
#include "ring-spec.h"
#include "ring-stone.h"
#include "ring-view-lines.h"

/* Half of what sizes are written to, mm. */
#define SAME_SIZE 0.005

static double
get_size (const RingRecord *stone, const char *field, double otherwise)
{
  return ring_record_get_between (stone, field, RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, otherwise);
}

static gboolean
is_same (const RingGem *a, const RingGem *b)
{
  return a->cut == b->cut && a->species == b->species && fabs (a->length - b->length) < SAME_SIZE
         && fabs (a->width - b->width) < SAME_SIZE && fabs (a->depth - b->depth) < SAME_SIZE;
}

gboolean
ring_stone_gem_fit (const RingRecord *stone, RingGem *gem)
{
  const RingSpecies *species = ring_claim_find_species (ring_record_get (stone, "species"), NULL);
  double over = gem->place.height - ring_gem_usual_height (gem->cut, gem->depth);
  const RingGem before = *gem;
  double depth;

  ring_stone_get_cut (stone, &gem->cut);
  if (species != NULL)
    gem->species = species;
  gem->length = get_size (stone, "length", gem->length);
  gem->width = get_size (stone, "width",
                         ring_record_get (stone, "length") != NULL
                             ? gem->length / ring_cut_usual_ratio (gem->cut)
                             : gem->width);
  /* Without a depth of its own the stone is as deep as such stones are. */
  depth = gem->cut != before.cut || fabs (gem->width - before.width) >= SAME_SIZE
              ? gem->width * ring_cut_usual_depth (gem->cut)
              : gem->depth;
  gem->depth = ring_record_get_between (stone, "depth", 0.05, RING_CARAT_MOST_MM, depth);
  if (is_same (gem, &before))
    {
      *gem = before;
      return FALSE;
    }
  gem->place.height = over + ring_gem_usual_height (gem->cut, gem->depth);
  return TRUE;
}

const RingRecord *
ring_stone_gem_find (const RingDrawing *drawing, const char *stone_id)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      RingGem gem;

      if (ring_gem_init (&gem, record) && g_str_equal (gem.stone, stone_id))
        return record;
    }
  return NULL;
}

RingRecord *
ring_stone_gem_describe (const RingGem *gem, const char *stone_id)
{
  RingRecord *stone = ring_record_new (RING_RECORD_STONE, stone_id);

  ring_record_set (&stone, "species", _ (gem->species->label));
  ring_record_set (&stone, "cut", ring_cut_label (gem->cut));
  ring_record_set_number (&stone, "length", gem->length, 2);
  ring_record_set_number (&stone, "width", gem->width, 2);
  ring_record_set_number (&stone, "depth", gem->depth, 2);
  ring_record_set (&stone, "measured", "estimated");
  return stone;
}

void
ring_stone_gem_follow (RingEdit *edit, const RingRecord *old, const RingRecord *stone)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      g_autoptr (RingRecord) next = NULL;
      RingGem gem, as_old;

      if (!ring_gem_init (&gem, record) || !g_str_equal (gem.stone, ring_record_get_id (stone)))
        continue;
      as_old = gem;
      if ((old != NULL && ring_stone_gem_fit (old, &as_old)) || !ring_stone_gem_fit (stone, &gem))
        continue;
      next = ring_gem_to_record (&gem, record);
      ring_edit_set_record (edit, next);
    }
}

void
ring_stone_gem_unlink (RingEdit *edit, const char *stone_id)
{
  const RingRecord *record;

  while ((record = ring_stone_gem_find (ring_edit_get_result (edit), stone_id)) != NULL)
    {
      g_autoptr (RingRecord) next = ring_record_with (record, "stone", NULL);

      ring_edit_set_record (edit, next);
    }
}

/* -------------------------------------------------------------------------- drawing */

/* Where a hand meant the top, a side or the middle of the band: degrees, mm. */
#define SNAP_ANGLE 4.0
#define SNAP_OFFSET 0.5
/* A pin stands on a gem when its tip is no further off, mm. */
#define REACH 0.5

/* A pin of the stone, in a view of a ring where KIND is asked for; NULL for none. */
static const RingItem *
find_pin (const RingDrawing *drawing,
          const char *stone_id,
          const RingView **in,
          RingViewsKind *kind)
{
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      if (kind != NULL && !ring_view_lines_kind (ring_view_get_head (view)->kind, kind))
        continue;
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingSequenceIter iter;
          const RingItem *item;

          ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l)),
                                   NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            if (ring_item_get_note (item) != NULL
                && g_str_equal (ring_item_get_note (item)->stone, stone_id))
              {
                *in = view;
                return item;
              }
        }
    }
  return NULL;
}

static void
snap (RingPlace *place)
{
  double near = round (place->angle / 90) * 90;

  if (fabs (place->angle - near) < SNAP_ANGLE)
    place->angle = near;
  place->angle -= 360 * ceil ((place->angle - 180) / 360);
  if (fabs (place->offset) < SNAP_OFFSET)
    place->offset = 0;
  place->offset = CLAMP (place->offset, -RING_GEM_MOST_OFFSET, RING_GEM_MOST_OFFSET);
}

/* The gem that is there for the stone: without a card of its own, and under the pin. */
static const RingRecord *
find_free_gem (const RingDrawing *drawing,
               const char *ring,
               const RingBand *band,
               RingViewsKind kind,
               RingPoint at)
{
  g_autoptr (GArray) gems = ring_gem_list (drawing, ring);
  int found = ring_gem_find (gems, band, kind, at, REACH);
  const RingGem *gem = found >= 0 ? &g_array_index (gems, RingGem, found) : NULL;

  if (gem == NULL || gem->member || gem->stone[0] != '\0')
    return NULL;
  return ring_drawing_find_record (drawing, RING_RECORD_GEM, gem->id);
}

/* The record of the gem that becomes the stone: one of the drawing, or a new one at its place. */
static RingRecord *
take_gem (RingDesign *design, const RingRecord *stone, RingGem *gem)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const char *stone_id = ring_record_get_id (stone);
  const RingView *view = NULL;
  RingViewsKind kind = RING_VIEWS_FRONT;
  const RingItem *pin = find_pin (drawing, stone_id, &view, &kind);
  const RingRecord *ring
      = ring_drawing_find_ring (drawing, view != NULL ? ring_view_get_head (view)->ring : NULL);
  RingPoint at = { 0, 0 };
  RingSpec spec;
  const RingRecord *known;
  g_autofree char *id = NULL;
  RingRecord *made;

  ring_spec_init (&spec, ring);
  if (pin != NULL)
    at = ring_matrix_apply (ring_item_get_matrix (pin), ring_item_get_note (pin)->at);
  known = pin != NULL ? find_free_gem (drawing, ring != NULL ? ring_record_get_id (ring) : NULL,
                                       &spec.band, kind, at)
                      : NULL;
  if (known != NULL)
    {
      ring_gem_init (gem, known);
      return ring_record_ref (known);
    }
  id = ring_design_new_id (design, 'g');
  made = ring_record_new (RING_RECORD_GEM, id);
  *gem = (RingGem){ .id = ring_record_get_id (made),
                    .ring = ring != NULL ? ring_record_get_id (ring) : "",
                    .species = ring_species_get (0),
                    .style = RING_GEM_LIT,
                    .length = 6.5,
                    .width = 6.5 };
  gem->depth = gem->width * ring_cut_usual_depth (gem->cut);
  gem->place.height = ring_gem_usual_height (gem->cut, gem->depth);
  if (pin != NULL)
    {
      ring_gem_place_at (&gem->place, &spec.band, kind, at);
      snap (&gem->place);
    }
  return made;
}

RingEdit *
ring_stone_gem_draw (RingDesign *design, const RingRecord *stone, char **gem_id, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const char *stone_id = ring_record_get_id (stone);
  const RingRecord *known = ring_stone_gem_find (drawing, stone_id);
  g_autoptr (RingRecord) record = NULL;
  g_autoptr (RingRecord) next = NULL;
  RingEdit *edit;
  RingGem gem;

  if (ring_record_get (stone, "length") == NULL)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("A stone is drawn as it was measured: write its size first, for "
                              "example 8.12 x 5.94 x 4.10."));
      return NULL;
    }
  edit = ring_edit_new (drawing, _ ("Draw Stone"));
  if (known != NULL)
    {
      ring_gem_init (&gem, known);
      record = ring_record_ref (known);
    }
  else
    record = take_gem (design, stone, &gem);
  gem.stone = stone_id;
  *gem_id = g_strdup (ring_record_get_id (record));
  ring_stone_gem_fit (stone, &gem);
  next = ring_gem_to_record (&gem, record);
  if (known == NULL || !ring_record_equal (next, record))
    ring_edit_set_record (edit, next);
  return edit;
}

const RingItem *
ring_stone_gem_find_pin (const RingDrawing *drawing, const char *stone_id, const RingView **view)
{
  return find_pin (drawing, stone_id, view, NULL);
}

char *
ring_stone_gem_differs (const RingRecord *stone, const RingRecord *record)
{
  g_autofree char *words = NULL;
  RingGemChoice choice;
  RingGem gem, fitted;

  if (!ring_gem_init (&gem, record))
    return NULL;
  fitted = gem;
  if (!ring_stone_gem_fit (stone, &fitted))
    return NULL;
  choice = (RingGemChoice){ gem.cut, gem.species, gem.length, gem.width };
  words = ring_gem_choice_format (&choice);
  if (fabs (gem.depth - fitted.depth) >= SAME_SIZE)
    {
      g_autofree char *depth = ring_number_format (gem.depth, 2);

      /* TRANSLATORS: "Oval sapphire 8 × 6 mm", and how deep it is. */
      return g_strdup_printf (_ ("%s, %s mm deep"), words, depth);
    }
  return g_steal_pointer (&words);
}
