/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-forget.h"

#include <string.h>

#include "ring-provenance.h"

/* Shorter words are found in others, and in everybody's. */
#define LEAST_LETTERS 3

typedef struct
{
  const char *name;   /* of the client; NULL where there is none */
  GHashTable *stones; /* id to the stone's record as it will be */
  GHashTable *ink;    /* groups of what was said in handwriting */
} Forget;

static const struct
{
  const char *kind;
  const char *fields[8];
} personal[] = {
  { RING_RECORD_COMMISSION, { "client", "contact", "title", "occasion", "story", "budget" } },
  { RING_RECORD_RING, { "wearer" } },
  { RING_RECORD_STONE, { "text" } },
  { RING_RECORD_CUSTODY, { "who" } },
};

/* Kinds of which nothing stays. */
static const char *const gone[]
    = { RING_RECORD_ENTRY, RING_RECORD_TASK, RING_RECORD_TAKE_IN, RING_RECORD_SIGN_OFF,
        RING_RECORD_PHOTO, RING_RECORD_PLOT, NULL };

static gboolean
is_letter (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* As a word of its own. */
static gboolean
has_word (const char *text, const char *word)
{
  gsize n = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    {
      const char *before = at > text ? g_utf8_prev_char (at) : NULL;

      if ((before == NULL || !is_letter (before)) && !is_letter (at + n))
        return TRUE;
    }
  return FALSE;
}

static char *
fold (const char *text)
{
  g_autofree char *one = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (one != NULL ? one : text, -1);
}

gboolean
ring_forget_names (const char *text, const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *folded_name = NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL || name == NULL)
    return FALSE;
  folded = fold (text);
  folded_name = g_strstrip (fold (name));
  if (folded_name[0] == '\0')
    return FALSE;
  if (has_word (folded, folded_name))
    return TRUE;
  words = g_strsplit_set (folded_name, " \t,.-&/()", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= LEAST_LETTERS && has_word (folded, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_heirloom (const RingRecord *stone)
{
  return g_str_equal (ring_record_get_kind (stone), RING_RECORD_STONE)
         && g_str_equal (ring_record_get_or (stone, "provenance", ""), "heirloom");
}

/* NULL for one that does not stay. */
static RingRecord *
forget_record (const RingRecord *record, gpointer data)
{
  const Forget *forget = data;
  const char *kind = ring_record_get_kind (record);
  RingRecord *left;

  if (g_strv_contains (gone, kind)
      || (g_str_equal (kind, RING_RECORD_INSCRIPTION)
          && ring_forget_names (ring_record_get (record, "text"), forget->name)))
    return NULL;
  left = ring_record_ref (record);
  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    for (guint f = 0; g_str_equal (kind, personal[i].kind) && personal[i].fields[f] != NULL; f++)
      ring_record_set (&left, personal[i].fields[f], NULL);
  if (is_heirloom (record))
    ring_record_set (&left, "source", NULL);
  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (record, i, &value);

      if (ring_forget_names (value, forget->name))
        ring_record_set (&left, name, NULL);
    }
  return left;
}

/* A pin says what its stone says now. */
static RingItem *
forget_note (const RingItem *item, const Forget *forget)
{
  RingNote note = *ring_item_get_note (item);
  const RingRecord *stone = g_hash_table_lookup (forget->stones, note.stone);
  g_autofree char *label = stone != NULL ? ring_provenance_label (stone) : NULL;
  g_autoptr (RingItem) plain = NULL;

  if (label == NULL || g_strcmp0 (label, note.label) == 0)
    return ring_item_ref (item);
  note.label = label;
  plain = ring_item_new_note (ring_item_get_id (item), &note);
  return ring_item_like (plain, item);
}

/* NULL for one that does not stay. */
static RingItem *
forget_item (const RingItem *item, gpointer data)
{
  const Forget *forget = data;
  const RingFigure *figure;
  const char *group = ring_item_get_group (item);

  if (group != NULL && g_hash_table_contains (forget->ink, group))
    return NULL;
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_IMAGE:
      return NULL;
    case RING_ITEM_NOTE:
      return forget_note (item, forget);
    case RING_ITEM_FOREIGN:
      return ring_forget_names (ring_item_get_xml (item, NULL), forget->name) ? NULL
                                                                             : ring_item_ref (item);
    default:
      figure = ring_item_get_figure (item);
      return figure != NULL && ring_forget_names (figure->text, forget->name) ? NULL
                                                                              : ring_item_ref (item);
    }
}

static gboolean
forget_foreign (const RingForeign *foreign, gpointer data)
{
  return ring_forget_names (foreign->xml, ((const Forget *) data)->name);
}

RingDrawing *
ring_forget_client (const RingDrawing *drawing)
{
  static const RingDrawingMap map = { forget_record, forget_item, forget_foreign, TRUE };
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  Forget forget = { .name = ring_record_get_or (commission, "client", NULL) };
  RingDrawing *left;

  forget.stones
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ring_record_unref);
  forget.ink = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *ink = ring_record_get (record, "ink");

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE))
        g_hash_table_insert (forget.stones, (gpointer) ring_record_get_id (record),
                             forget_record (record, &forget));
      else if (g_str_equal (ring_record_get_kind (record), RING_RECORD_ENTRY) && ink != NULL)
        g_hash_table_add (forget.ink, (gpointer) ink);
    }
  left = ring_drawing_map (drawing, &map, &forget);
  g_hash_table_unref (forget.stones);
  g_hash_table_unref (forget.ink);
  return left;
}
