/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of what is drawn, counted for each view and kind of thing. */
#include "ring-changes-private.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-view-label.h"

typedef struct
{
  guint drawn, erased, changed;
} Count;

/* In the order of the list. Translators: what is counted on a view: "strokes: 12 drawn, 3 erased". */
static const struct
{
  RingItemKind kind;
  const char *label;
} kinds[] = {
  { RING_ITEM_STROKE, N_("strokes") },     { RING_ITEM_FIGURE, N_("figures") },
  { RING_ITEM_NOTE, N_("pins") },          { RING_ITEM_IMAGE, N_("photos") },
  { RING_ITEM_ARTWORK, N_("colours and pictures") },
  { RING_ITEM_PRESET, N_("rings to draw over") },
  { RING_ITEM_FOREIGN, N_("things of other programs") },
};

typedef struct
{
  Count counts[RING_ITEM_N_KINDS];
  gboolean any;
  gboolean order; /* layers hold the same things otherwise */
  gboolean heads; /* shown, locked or faded otherwise */
} Drawn;

static const RingLayer *
find_layer (const RingView *view, const char *id)
{
  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    if (g_str_equal (ring_layer_get_head (ring_view_get_layer (view, i))->id, id))
      return ring_view_get_layer (view, i);
  return NULL;
}

/* Whether OTHER has a layer with the very same items, which need no look then. */
static gboolean
is_shared (const RingLayer *layer, const RingView *other)
{
  const RingLayer *there = find_layer (other, ring_layer_get_head (layer)->id);

  return there != NULL && ring_layer_get_items (there) == ring_layer_get_items (layer);
}

static GHashTable *
index_items (const RingView *view, const RingView *other)
{
  GHashTable *items = g_hash_table_new (g_str_hash, g_str_equal);
  RingSequenceIter iter;
  RingItem *item;

  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    {
      const RingLayer *layer = ring_view_get_layer (view, i);

      if (is_shared (layer, other))
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        g_hash_table_insert (items, (gpointer) ring_item_get_id (item), item);
    }
  return items;
}

static void
count (Drawn *drawn, const RingItem *old, const RingItem *new)
{
  Count *counted = &drawn->counts[ring_item_get_kind (new != NULL ? new : old)];

  if (old != NULL && new != NULL && ring_item_equal (old, new))
    return;
  drawn->any = TRUE;
  if (old == NULL)
    counted->drawn++;
  else if (new == NULL)
    counted->erased++;
  else
    counted->changed++;
}

static gboolean
is_same_order (const RingLayer *a, const RingLayer *b)
{
  RingSequenceIter iter, other;
  const RingItem *item;

  if (ring_layer_get_n_items (a) != ring_layer_get_n_items (b))
    return FALSE;
  if (ring_layer_get_items (a) == ring_layer_get_items (b))
    return TRUE;
  ring_sequence_iter_init (&iter, ring_layer_get_items (a), NULL);
  ring_sequence_iter_init (&other, ring_layer_get_items (b), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (!g_str_equal (ring_item_get_id (item), ring_item_get_id (ring_sequence_iter_next (&other))))
      return FALSE;
  return TRUE;
}

static void
look_at_layers (Drawn *drawn, const RingView *old, const RingView *new)
{
  drawn->heads = ring_view_get_n_layers (old) != ring_view_get_n_layers (new);
  for (guint i = 0; i < ring_view_get_n_layers (new); i++)
    {
      const RingLayer *layer = ring_view_get_layer (new, i);
      const RingLayer *there = find_layer (old, ring_layer_get_head (layer)->id);

      if (there == NULL || !ring_layer_head_is_same (ring_layer_get_head (there), ring_layer_get_head (layer))
          || ring_view_get_layer (old, MIN (i, ring_view_get_n_layers (old) - 1)) != there)
        drawn->heads = TRUE;
      else if (!is_same_order (there, layer))
        drawn->order = TRUE;
    }
}

static void
append_count (GString *text, guint n, const char *done)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, done);
}

static char *
describe_kind (const Count *counted, const char *label)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: these three stand behind a number of things. */
  append_count (text, counted->drawn, _("drawn"));
  append_count (text, counted->erased, _("erased"));
  append_count (text, counted->changed, _("changed"));
  return g_strdup_printf ("%s %s", _(label), text->str);
}

static void
add_items (GPtrArray *list, const char *title, const Drawn *drawn)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const Count *counted = &drawn->counts[kinds[i].kind];
      g_autofree char *words = NULL;

      if (counted->drawn + counted->erased + counted->changed == 0)
        continue;
      words = describe_kind (counted, kinds[i].label);
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, words);
    }
  _ring_changes_add (list, "%s: %s", title, text->str);
}

static void
add_view (GPtrArray *list, const RingView *old, const RingView *new)
{
  const RingViewHead *was = ring_view_get_head (old);
  const RingViewHead *is = ring_view_get_head (new);
  const char *title = ring_view_title (is->kind, TRUE);
  g_autoptr (GHashTable) before = NULL;
  GHashTableIter iter;
  RingSequenceIter walk;
  gpointer left;
  Drawn drawn = { 0 };

  if (old == new)
    return;
  if (was->scale != is->scale)
    {
      g_autofree char *from = ring_number_format (was->scale, 2);
      g_autofree char *to = ring_number_format (is->scale, 2);

      /* Translators: a view and its scales. */
      _ring_changes_add (list, _("%s drawn at %s:1, before at %s:1"), title, to, from);
    }
  else if (!ring_view_head_is_same (was, is))
    _ring_changes_add (list, _("%s placed otherwise on the page"), title);
  before = index_items (old, new);
  for (guint i = 0; i < ring_view_get_n_layers (new); i++)
    {
      const RingLayer *layer = ring_view_get_layer (new, i);
      RingItem *item;

      if (is_shared (layer, old))
        continue;
      ring_sequence_iter_init (&walk, ring_layer_get_items (layer), NULL);
      while ((item = ring_sequence_iter_next (&walk)) != NULL)
        {
          count (&drawn, g_hash_table_lookup (before, ring_item_get_id (item)), item);
          g_hash_table_remove (before, ring_item_get_id (item));
        }
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &left))
    count (&drawn, left, NULL);
  look_at_layers (&drawn, old, new);
  if (drawn.any)
    add_items (list, title, &drawn);
  else if (drawn.order)
    _ring_changes_add (list, _("%s: what lies above what"), title);
  if (drawn.heads)
    _ring_changes_add (list, _("%s: layers shown or locked otherwise"), title);
}

static gboolean
is_same_sequence (const RingDrawing *before, const RingDrawing *after)
{
  for (guint i = 0; i < ring_drawing_get_n_views (after); i++)
    if (!g_str_equal (ring_view_get_head (ring_drawing_get_view (before, i))->id,
                      ring_view_get_head (ring_drawing_get_view (after, i))->id))
      return FALSE;
  return TRUE;
}

void
_ring_changes_add_drawn (GPtrArray *list, const RingDrawing *before, const RingDrawing *after)
{
  gboolean same_views = ring_drawing_get_n_views (before) == ring_drawing_get_n_views (after);

  for (guint i = 0; i < ring_drawing_get_n_views (before); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (before, i));

      if (ring_drawing_find_view (after, head->id) != NULL)
        continue;
      same_views = FALSE;
      _ring_changes_add (list, _("View %s taken away"), ring_view_title (head->kind, TRUE));
    }
  for (guint i = 0; i < ring_drawing_get_n_views (after); i++)
    {
      const RingView *view = ring_drawing_get_view (after, i);
      const RingView *old = ring_drawing_find_view (before, ring_view_get_head (view)->id);

      if (old != NULL)
        add_view (list, old, view);
      else
        {
          same_views = FALSE;
          _ring_changes_add (list, _("View %s added"),
                             ring_view_title (ring_view_get_head (view)->kind, TRUE));
        }
    }
  if (same_views && !is_same_sequence (before, after))
    _ring_changes_add (list, "%s", _("Views lie above each other otherwise"));
}
