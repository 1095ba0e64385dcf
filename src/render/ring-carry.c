/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-carry.h"

#include "ring-gem.h"
#include "ring-inscription.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"

/* What the writer keeps of a coordinate (docs/format.md). */
#define FILE_DECIMALS 4

/* What is drawn over must not outshine the drawing. */
#define UNDERLAY_OPACITY 0.3

/* OLD with what MADE says written over it; MADE when there is no old one. */
static RingRecord *
merge (const RingRecord *old, const RingRecord *made)
{
  RingRecord *ring = ring_record_ref (old != NULL ? old : made);

  for (guint i = 0; i < ring_record_get_n_fields (made); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (made, i, &value);
      RingRecord *next = ring_record_with (ring, name, value);

      ring_record_unref (ring);
      ring = next;
    }
  return ring;
}

/* The first gem of RING's own, or NULL. */
static const RingRecord *
find_gem (const RingDrawing *drawing, const RingRecord *ring)
{
  g_autoptr (GArray) gems
      = ring_gem_list (drawing, ring != NULL ? ring_record_get_id (ring) : NULL);

  return gems->len > 0 ? ring_drawing_find_record (drawing, RING_RECORD_GEM,
                                                   g_array_index (gems, RingGem, 0).id)
                       : NULL;
}

/* The new stone where the old one was. Of another shape or size it is as wide and as deep as usual,
 * and sits as high as that takes. */
static RingRecord *
merge_gem (const RingRecord *old, const RingRecord *made)
{
  static const char *const measures[] = { "width", "depth", "height" };
  g_autoptr (RingRecord) base = old != NULL ? ring_record_ref (old) : NULL;
  gboolean same = old != NULL
                  && g_strcmp0 (ring_record_get (old, "cut"), ring_record_get (made, "cut")) == 0
                  && g_strcmp0 (ring_record_get (old, "length"), ring_record_get (made, "length")) == 0;

  for (guint i = 0; base != NULL && !same && i < G_N_ELEMENTS (measures); i++)
    {
      RingRecord *next = ring_record_with (base, measures[i], NULL);

      ring_record_unref (base);
      base = next;
    }
  return merge (base, made);
}

/* What was to be engraved stands in the ring from now on. */
static void
set_inscription (RingEdit *edit, RingDesign *design, const RingRecord *ring, const RingChoice *choice)
{
  const RingRecord *old = ring_inscription_find (ring_design_get_drawing (design), NULL);
  g_autofree char *id = ring_design_new_id (design, 'i');
  g_autoptr (RingRecord) fresh = ring_record_new (RING_RECORD_INSCRIPTION, id);
  g_autoptr (RingRecord) base = old != NULL
                                    ? ring_record_ref (old)
                                    : ring_record_with (fresh, "ring", ring_record_get_id (ring));
  g_autoptr (RingRecord) written = ring_record_with (base, "text", choice->engraving);
  /* An inscription without a face is in the first of them. */
  gboolean plain = choice->face == RING_FACE_BLOCK && ring_record_get (base, "face") == NULL;
  g_autoptr (RingRecord) record
      = ring_record_with (written, "face", plain ? NULL : ring_face_id (choice->face));

  ring_edit_set_record (edit, record);
}

/* The first ring and its first stone are written over with what the options say: wearer, label and
 * place stay. */
static void
set_records (RingEdit *edit,
             RingDesign *design,
             const RingCatalogue *catalogue,
             const RingChoice *choice)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old_ring = ring_drawing_find_record (drawing, RING_RECORD_RING, NULL);
  const RingRecord *old_gem = find_gem (drawing, old_ring);
  g_autofree char *ring_id = ring_design_new_id (design, 'r');
  g_autofree char *gem_id = ring_design_new_id (design, 'g');
  g_autoptr (RingRecord) made = ring_catalogue_make_ring (catalogue, choice, ring_id);
  g_autoptr (RingRecord) ring = merge (old_ring, made);
  g_autoptr (RingRecord) stone
      = ring_catalogue_make_gem (catalogue, choice, gem_id, ring_record_get_id (ring));
  g_autoptr (RingRecord) gem = stone != NULL ? merge_gem (old_gem, stone) : NULL;

  ring_edit_set_record (edit, ring);
  if (gem != NULL)
    ring_edit_set_record (edit, gem);
  if (choice->engraving[0] != '\0')
    set_inscription (edit, design, ring, choice);
}

/* The picture in the decimals of the file, so that the design is now what it will be when it is
 * read again. */
static RingArt *
round_art (const RingArt *art)
{
  RingArt *rounded = ring_art_new ();
  g_autoptr (GString) d = g_string_new (NULL);

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *p = ring_art_get_path (art, i);
      g_autoptr (RingPath) path = NULL;

      g_string_truncate (d, 0);
      ring_path_to_svg (p->path, FILE_DECIMALS, d);
      path = ring_path_from_svg (d->str, 0, NULL);
      ring_art_add (rounded, path != NULL ? path : p->path, p->fill, p->stroke, p->stroke_width,
                    p->even_odd);
    }
  return rounded;
}

static void
remove_presets (RingEdit *edit, const RingLayer *layer)
{
  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const RingItem *item = ring_layer_get_item (layer, i);

      if (ring_item_get_kind (item) == RING_ITEM_PRESET)
        ring_edit_remove_item (edit, ring_item_get_id (item));
    }
}

/* The item number without an engraving: the picture does not show one. */
static RingItem *
make_item (RingDesign *design,
           const RingCatalogue *catalogue,
           const RingChoice *choice,
           RingArt *art)
{
  g_autofree char *id = ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_PRESET));
  RingChoice plain = *choice;
  g_autofree char *number = NULL;
  RingPreset preset = { .art = art };

  plain.engraving[0] = '\0';
  number = ring_catalogue_format_number (catalogue, &plain);
  preset.number = number;
  preset.catalogue = ring_catalogue_get_id (catalogue);
  preset.edition = ring_catalogue_get_edition (catalogue);
  return ring_item_new_preset (id, &preset);
}

static RingEdit *
make_edit (RingDesign *design,
           const RingCatalogue *catalogue,
           const RingChoice *choice,
           double seconds,
           const RingLayer *layer,
           RingArt *art)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  RingEdit *edit = ring_edit_new (drawing, _("Carry to the Bench"));
  g_autoptr (RingRecord) record = ring_catalogue_make_choice (catalogue, choice, seconds);
  g_autoptr (RingItem) item = make_item (design, catalogue, choice, art);
  RingLayerHead head = *ring_layer_get_head (layer);

  head.locked = TRUE;
  head.visible = TRUE;
  /* Less than 1 is a strength that somebody chose before. */
  if (head.opacity == 1)
    head.opacity = UNDERLAY_OPACITY;
  remove_presets (edit, layer);
  ring_edit_append_item (edit, head.id, item);
  ring_edit_set_layer (edit, &head);
  set_records (edit, design, catalogue, choice);
  ring_edit_set_record (edit, record);
  return edit;
}

RingEdit *
ring_carry_choice (RingDesign *design,
                   RingCatalogueArt *art,
                   const RingChoice *choice,
                   double seconds,
                   GError **error)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (art);
  const RingDrawing *drawing = ring_design_get_drawing (design);
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  RingLayer *layer = view != NULL ? ring_view_get_layer_by_role (view, RING_ROLE_UNDERLAY) : NULL;
  g_autoptr (RingArt) resolved = NULL;
  g_autoptr (RingArt) picture = NULL;
  const char *reason;

  if (!ring_catalogue_is_made (catalogue, choice, &reason))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _("This combination is not made: %s Choose another option."),
                   reason != NULL ? reason : "");
      return NULL;
    }
  if (layer == NULL)
    {
      g_set_error_literal (
          error, RING_ERROR, RING_ERROR_NOT_FOUND,
          _("The design has no front view with an Underlay layer to put the ring on: "
             "begin a new design"));
      return NULL;
    }
  resolved = ring_catalogue_art_resolve (art, choice, "front", error);
  if (resolved == NULL)
    return NULL;
  ring_catalogue_art_add_outlines (art, choice, "front", resolved);
  picture = round_art (resolved);
  return make_edit (design, catalogue, choice, seconds, layer, picture);
}
