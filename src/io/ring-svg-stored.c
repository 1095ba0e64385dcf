/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two items are one where they are written alike: a pointer says so at once, and otherwise a hash of
 * the text, which is made only where ids meet. */
#include "ring-svg-stored.h"

#include "ring-svg-parts.h"
#include "ring-svg-seal.h"

/* One content of an item. */
typedef struct _Content Content;
struct _Content
{
  RingItem *item; /* the first with it that was seen */
  char *id;       /* in the file */
  char seal[RING_SEAL_SIZE]; /* of its text; "" until it is asked for */
  Content *next;  /* another content under the same id */
};

typedef struct
{
  Content *contents;
  gboolean named; /* a revision has it */
} Entry;

struct _RingSvgStored
{
  GHashTable *entries; /* Entry by the id of the item */
  GHashTable *taken;   /* ids of everything in the file */
  GHashTable *pointers; /* Content by RingItem, where it is not the first of its entry */
  GHashTable *seen;    /* RingSequence of which all items are stored */
  GArray *earlier;     /* of RingSvgStoredItem */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  while (entry->contents != NULL)
    {
      Content *next = entry->contents->next;

      g_free (entry->contents->id);
      g_free (entry->contents);
      entry->contents = next;
    }
  g_free (entry);
}

typedef void (*SequenceFunc) (RingSvgStored *stored, const RingSequence *items);

static void
each_layer (RingSvgStored *stored, const RingDrawing *state, SequenceFunc func)
{
  for (guint v = 0; v < ring_drawing_get_n_views (state); v++)
    {
      const RingView *view = ring_drawing_get_view (state, v);

      g_hash_table_add (stored->taken, (gpointer) ring_view_get_head (view)->id);
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          g_hash_table_add (stored->taken, (gpointer) ring_layer_get_head (layer)->id);
          func (stored, ring_layer_get_items (layer));
        }
    }
}

static void
take_ids (RingSvgStored *stored, const RingSequence *items)
{
  RingSequenceIter iter;
  const RingItem *item;

  if (!g_hash_table_add (stored->seen, (gpointer) items))
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    g_hash_table_add (stored->taken, (gpointer) ring_item_get_id (item));
}

/* NULL where the entry has no such content. */
static Content *
find_pointer (const RingSvgStored *stored, const RingItem *item)
{
  const Entry *entry = g_hash_table_lookup (stored->entries, ring_item_get_id (item));

  if (entry == NULL || entry->contents == NULL)
    return NULL;
  return entry->contents->item == item ? entry->contents
                                       : g_hash_table_lookup (stored->pointers, item);
}

static Content *
add_content (RingSvgStored *stored, Entry *entry, RingItem *item, const char *id)
{
  Content **end = &entry->contents;
  Content *content = g_new0 (Content, 1);

  content->item = item;
  content->id = g_strdup (id);
  while (*end != NULL)
    end = &(*end)->next;
  *end = content;
  return content;
}

static Entry *
get_entry (RingSvgStored *stored, const char *id)
{
  Entry *entry = g_hash_table_lookup (stored->entries, id);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (stored->entries, (gpointer) id, entry);
    }
  return entry;
}

static void
store_present (RingSvgStored *stored, const RingSequence *items)
{
  RingSequenceIter iter;
  RingItem *item;

  if (!g_hash_table_add (stored->seen, (gpointer) items))
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      Entry *entry = get_entry (stored, ring_item_get_id (item));

      if (entry->contents == NULL)
        add_content (stored, entry, item, ring_item_get_id (item));
    }
}

static const char *
get_seal (char seal[RING_SEAL_SIZE], const RingItem *item)
{
  if (seal[0] == '\0')
    {
      g_autoptr (GString) text = g_string_new (NULL);

      ring_svg_append_item (text, item);
      ring_seal_make (seal, text->str, text->len);
    }
  return seal;
}

/* ID with the first number that is free. */
static char *
make_id (RingSvgStored *stored, const char *id)
{
  for (guint n = 1;; n++)
    {
      char *numbered = g_strdup_printf ("%s.%u", id, n);

      if (!g_hash_table_contains (stored->taken, numbered))
        return numbered;
      g_free (numbered);
    }
}

static void
store_earlier (RingSvgStored *stored, Entry *entry, RingItem *item)
{
  const char *own = ring_item_get_id (item);
  g_autofree char *id = entry->contents != NULL ? make_id (stored, own) : g_strdup (own);
  Content *content = add_content (stored, entry, item, id);
  RingSvgStoredItem earlier = { item, content->id };

  g_hash_table_add (stored->taken, content->id);
  g_array_append_val (stored->earlier, earlier);
  if (entry->contents != content)
    g_hash_table_insert (stored->pointers, item, content);
}

static void
store_item (RingSvgStored *stored, RingItem *item)
{
  Entry *entry = get_entry (stored, ring_item_get_id (item));
  char seal[RING_SEAL_SIZE] = "";
  Content *content = entry->contents;

  entry->named = TRUE;
  if (find_pointer (stored, item) != NULL)
    return;
  while (content != NULL
         && !g_str_equal (get_seal (content->seal, content->item), get_seal (seal, item)))
    content = content->next;
  if (content != NULL)
    g_hash_table_insert (stored->pointers, item, content);
  else
    store_earlier (stored, entry, item);
}

static void
store_revision (RingSvgStored *stored, const RingSequence *items)
{
  RingSequenceIter iter;
  RingItem *item;

  if (!g_hash_table_add (stored->seen, (gpointer) items))
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    store_item (stored, item);
}

/* In the order of the file, so that the same design is stored in the same way. */
static void
each_revision (RingSvgStored *stored, const RingDrawing *drawing, SequenceFunc func)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const RingDrawing *state
          = g_str_equal (ring_record_get_kind (record), RING_RECORD_REVISION)
                ? ring_drawing_get_state (drawing, ring_record_get_id (record))
                : NULL;

      if (state != NULL)
        each_layer (stored, state, func);
    }
}

RingSvgStored *
ring_svg_stored_new (const RingDrawing *drawing)
{
  RingSvgStored *stored;

  if (ring_drawing_find_record (drawing, RING_RECORD_REVISION, NULL) == NULL)
    return NULL;
  stored = g_new0 (RingSvgStored, 1);
  stored->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  stored->taken = g_hash_table_new (g_str_hash, g_str_equal);
  stored->pointers = g_hash_table_new (NULL, NULL);
  stored->seen = g_hash_table_new (NULL, NULL);
  stored->earlier = g_array_new (FALSE, FALSE, sizeof (RingSvgStoredItem));
  each_layer (stored, drawing, take_ids);
  each_revision (stored, drawing, take_ids);
  g_hash_table_remove_all (stored->seen);
  each_layer (stored, drawing, store_present);
  /* The present's own layers are gone through again: which of its items revisions have is to be known. */
  g_hash_table_remove_all (stored->seen);
  each_revision (stored, drawing, store_revision);
  return stored;
}

void
ring_svg_stored_free (RingSvgStored *stored)
{
  if (stored == NULL)
    return;
  g_hash_table_unref (stored->pointers);
  g_hash_table_unref (stored->seen);
  g_hash_table_unref (stored->taken);
  g_hash_table_unref (stored->entries);
  g_array_unref (stored->earlier);
  g_free (stored);
}

const GArray *
ring_svg_stored_get_earlier (const RingSvgStored *stored)
{
  return stored->earlier;
}

const char *
ring_svg_stored_get_id (const RingSvgStored *stored, const RingItem *item)
{
  const Content *content = find_pointer (stored, item);

  return content != NULL ? content->id : ring_item_get_id (item);
}

gboolean
ring_svg_stored_is_named (const RingSvgStored *stored, const char *item_id)
{
  const Entry *entry = stored != NULL ? g_hash_table_lookup (stored->entries, item_id) : NULL;

  return entry != NULL && entry->named;
}
