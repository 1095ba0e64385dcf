/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-cli-clean.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-stone.h"
#include "ring-svg.h"
#include "ring-talk.h"

/* What stays, by kind of record. A field that is new to this list is left out: forgetting one
 * must not give anything away. */
static const char *const commission_fields[] = { "client", "occasion", "story", "promised", NULL };
static const char *const ring_fields[] = {
  "label", "wearer",    "hand",       "size",           "size-system", "gauge", "profile",
  "width", "thickness", "base-width", "base-thickness", "alloy",       "finish",
  "projection", "fits", NULL,
};
static const char *const gem_fields[] = {
  "ring",   "stone",  "cut",  "species", "length", "width", "depth", "angle",
  "offset", "height", "tilt", "lean",    "spin",   "style", NULL,
};
static const char *const setting_fields[] = {
  "gem",  "kind",  "claws", "shape", "claw", "wall",
  "rails", "rail", "cover", "alloy", NULL,
};
static const char *const layout_fields[] = {
  "ring",    "gem",   "kind", "cut",    "length", "width", "species", "style",  "turn",
  "spacing", "count", "rows", "height", "gap",    "angle", "arc",     "offset", "points",
  "closed",  NULL,
};
static const char *const inscription_fields[] = {
  "ring", "text", "face", "height", "angle", "offset", "side", NULL,
};
static const char *const page_fields[] = { "paper", "print", NULL };
static const char *const choice_fields[] = {
  "number", "catalogue", "edition", "codes", "engraving", "face", "limited", NULL,
};
/* How it is made is told to clients; who did it, and who sold what, is not. */
static const char *const making_fields[] = { "mould", "pieces", NULL };
static const char *const part_fields[] = { "name", "method", NULL };
static const char *const operation_fields[] = { "what", "by", NULL };

static const struct
{
  const char *kind;
  const char *const *fields;
} kept[] = {
  { RING_RECORD_COMMISSION, commission_fields },
  { RING_RECORD_PAGE, page_fields },
  { RING_RECORD_RING, ring_fields },
  { RING_RECORD_GEM, gem_fields },
  { RING_RECORD_SETTING, setting_fields },
  { RING_RECORD_LAYOUT, layout_fields },
  { RING_RECORD_INSCRIPTION, inscription_fields },
  { RING_RECORD_CHOICE, choice_fields },
  { RING_RECORD_MAKING, making_fields },
  { RING_RECORD_PART, part_fields },
  { RING_RECORD_OPERATION, operation_fields },
};

/* NULL for a kind of which nothing stays. */
static const char *const *
kept_fields (const char *kind)
{
  if (g_str_equal (kind, RING_RECORD_STONE))
    return ring_stone_client_fields ();
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_str_equal (kind, kept[i].kind))
      return kept[i].fields;
  return NULL;
}

/* NULL for a record that does not go out at all. */
static RingRecord *
clean_record (const RingRecord *record, gpointer data)
{
  const char *const *fields = kept_fields (ring_record_get_kind (record));
  RingRecord *clean;

  if (fields == NULL)
    return NULL;
  clean = ring_record_new (ring_record_get_kind (record), ring_record_get_id (record));
  for (; *fields != NULL; fields++)
    ring_record_set (&clean, *fields, ring_record_get (record, *fields));
  return clean;
}

/* A stroke keeps its picture. NULL for photos, for what was said in handwriting (DATA knows its groups),
 * and for markup of other programs: nobody has read it. */
static RingItem *
clean_item (const RingItem *item, gpointer data)
{
  g_autoptr (RingItem) plain = NULL;
  RingStroke stroke;

  const char *group = ring_item_get_group (item);

  if (ring_item_get_kind (item) == RING_ITEM_FOREIGN || ring_item_get_kind (item) == RING_ITEM_IMAGE
      || (group != NULL && g_hash_table_contains (data, group)))
    return NULL;
  if (ring_item_get_kind (item) != RING_ITEM_STROKE)
    return ring_item_with_extra (item, NULL);
  stroke = *ring_item_get_stroke (item);
  stroke.samples = NULL;
  stroke.picture = ring_item_get_picture (item);
  plain = ring_item_new_stroke (ring_item_get_id (item), &stroke);
  return ring_item_with_matrix (plain, ring_item_get_matrix (item));
}

/* Nobody has read what other programs left. */
static gboolean
clean_foreign (const RingForeign *foreign, gpointer data)
{
  return TRUE;
}

/* Whether what was read back holds only what may go out. */
static gboolean
is_clean (const RingDrawing *drawing)
{
  if (ring_drawing_get_n_foreign (drawing) > 0
      || ring_drawing_count_items (drawing, RING_ITEM_IMAGE) > 0)
    return FALSE;
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *const *fields = kept_fields (ring_record_get_kind (record));

      if (fields == NULL)
        return FALSE;
      for (guint f = 0; f < ring_record_get_n_fields (record); f++)
        if (!g_strv_contains (fields, ring_record_get_field (record, f, NULL)))
          return FALSE;
    }
  return TRUE;
}

GBytes *
ring_cli_clean (const RingDrawing *drawing, GError **error)
{
  static const RingDrawingMap map = { clean_record, clean_item, clean_foreign, FALSE };
  g_autoptr (GHashTable) ink = ring_talk_collect_ink (drawing, NULL);
  g_autoptr (RingDrawing) clean = ring_drawing_map (drawing, &map, ink);
  g_autoptr (GBytes) bytes = ring_svg_write (clean, RING_WRITE_DESIGN);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (RingDrawing) back = ring_svg_read (text, length, NULL, error);

  if (back == NULL)
    return NULL;
  /* What only revisions have would stand in a group of its own. */
  if (is_clean (back) && g_strstr_len (text, (gssize) length, "rw:samples") == NULL
      && g_strstr_len (text, (gssize) length, "rw:kind=\"earlier\"") == NULL)
    return g_steal_pointer (&bytes);
  g_set_error_literal (
      error, RING_ERROR, RING_ERROR_FAILED,
      _("The copy could not be proved clean and was not written: report this design"));
  return NULL;
}
