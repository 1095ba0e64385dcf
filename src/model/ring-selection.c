/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-selection.h"

#include "ring-drawing-private.h"
#include "ring-pick.h"
#include "ring-view-private.h"

struct _RingSelection
{
  GObject parent_instance;

  RingDesign *design;
  char *view_id;   /* NULL while nothing is selected */
  GHashTable *ids; /* owns them */
  guint serial;

  /* Made when they are asked for. */
  GArray *list;        /* of RingSelected */
  RingDrawing *listed; /* whose layers and items LIST points to */
  RingRect bounds;
  gboolean measured;
};

G_DEFINE_FINAL_TYPE (RingSelection, ring_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget (RingSelection *self)
{
  g_clear_pointer (&self->list, g_array_unref);
  g_clear_pointer (&self->listed, ring_drawing_unref);
  self->measured = FALSE;
}

static void
tell (RingSelection *self, gboolean others)
{
  self->serial += others;
  if (g_hash_table_size (self->ids) == 0)
    g_clear_pointer (&self->view_id, g_free);
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What a step took away and did not put somewhere else. */
typedef struct
{
  RingSelection *self;
  gboolean reverted;
  gboolean touched;
  gboolean layers;  /* a layer or view is another one */
  GHashTable *gone; /* ids that SELF owns */
} Follow;

static void
follow_change_cb (const RingChange *change, gpointer user_data)
{
  Follow *follow = user_data;
  const RingItem *out = follow->reverted ? change->new_item : change->old_item;
  const RingItem *in = follow->reverted ? change->old_item : change->new_item;

  if (change->old_layer != NULL || change->new_layer != NULL || change->old_view != NULL
      || change->new_view != NULL)
    follow->layers = TRUE;
  if (out != NULL && ring_selection_has (follow->self, ring_item_get_id (out)))
    {
      follow->touched = TRUE;
      g_hash_table_add (follow->gone, g_strdup (ring_item_get_id (out)));
    }
  if (in != NULL)
    g_hash_table_remove (follow->gone, ring_item_get_id (in));
}

/* Only what is still there, shown and unlocked. */
static void
keep_listed (RingSelection *self)
{
  const GArray *list;
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  forget (self);
  list = ring_selection_list (self);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (kept, g_strdup (ring_item_get_id (g_array_index (list, RingSelected, i).item)));
  g_hash_table_unref (self->ids);
  self->ids = kept;
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingSelection *self)
{
  g_autoptr (GHashTable) gone = NULL;
  Follow follow = { self, reverted, FALSE, edit == NULL, NULL };
  GHashTableIter iter;
  gpointer id;

  if (self->view_id == NULL)
    return;
  follow.gone = gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (edit != NULL)
    ring_edit_foreach (edit, follow_change_cb, &follow);
  forget (self);
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->ids, id);
  if (follow.layers)
    keep_listed (self);
  if (follow.touched || follow.layers)
    tell (self, follow.layers || g_hash_table_size (gone) > 0);
}

static void
ring_selection_dispose (GObject *object)
{
  RingSelection *self = RING_SELECTION (object);

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_selection_parent_class)->dispose (object);
}

static void
ring_selection_finalize (GObject *object)
{
  RingSelection *self = RING_SELECTION (object);

  forget (self);
  g_hash_table_unref (self->ids);
  g_free (self->view_id);
  G_OBJECT_CLASS (ring_selection_parent_class)->finalize (object);
}

static void
ring_selection_class_init (RingSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ring_selection_dispose;
  object_class->finalize = ring_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_selection_init (RingSelection *self)
{
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

RingSelection *
ring_selection_new (RingDesign *design)
{
  RingSelection *self = g_object_new (RING_TYPE_SELECTION, NULL);

  self->design = g_object_ref (design);
  g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  return self;
}

RingDesign *
ring_selection_get_design (RingSelection *self)
{
  g_return_val_if_fail (RING_IS_SELECTION (self), NULL);

  return self->design;
}

RingView *
ring_selection_get_view (RingSelection *self)
{
  g_return_val_if_fail (RING_IS_SELECTION (self), NULL);

  if (self->view_id == NULL)
    return NULL;
  return ring_drawing_find_view (ring_design_get_drawing (self->design), self->view_id);
}

gsize
ring_selection_get_n (RingSelection *self)
{
  g_return_val_if_fail (RING_IS_SELECTION (self), 0);

  return g_hash_table_size (self->ids);
}

guint
ring_selection_get_serial (RingSelection *self)
{
  g_return_val_if_fail (RING_IS_SELECTION (self), 0);

  return self->serial;
}

gboolean
ring_selection_has (RingSelection *self, const char *item_id)
{
  g_return_val_if_fail (RING_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->ids, item_id);
}

static void
list_layer (RingSelection *self, const RingLayer *layer)
{
  RingSequenceIter iter;
  RingSelected selected = { layer, NULL, 0 };

  if (!ring_pick_is_open (layer))
    return;
  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  for (; (selected.item = ring_sequence_iter_next (&iter)) != NULL; selected.position++)
    if (g_hash_table_contains (self->ids, ring_item_get_id (selected.item)))
      g_array_append_val (self->list, selected);
}

/* One walk over the view: a search for each id would take longer than that for all but a few. */
const GArray *
ring_selection_list (RingSelection *self)
{
  const RingView *view = ring_selection_get_view (self);

  if (self->list != NULL && self->listed == ring_design_get_drawing (self->design))
    return self->list;
  forget (self);
  self->list = g_array_new (FALSE, FALSE, sizeof (RingSelected));
  self->listed = ring_drawing_ref (ring_design_get_drawing (self->design));
  for (guint l = 0; view != NULL && l < ring_view_get_n_layers (view); l++)
    list_layer (self, ring_view_get_layer (view, l));
  return self->list;
}

RingRect
ring_selection_get_bounds (RingSelection *self)
{
  const GArray *list;

  g_return_val_if_fail (RING_IS_SELECTION (self), RING_RECT_EMPTY);

  list = ring_selection_list (self);
  if (self->measured)
    return self->bounds;
  self->bounds = RING_RECT_EMPTY;
  for (guint i = 0; i < list->len; i++)
    self->bounds = ring_rect_union (self->bounds,
                                    ring_pick_measure (g_array_index (list, RingSelected, i).item));
  self->measured = TRUE;
  return self->bounds;
}

/* LAYER without the selected items, which are LIST's from *I on as long as they are of it. */
static RingLayer *
layer_rest (const RingLayer *layer, const GArray *list, guint *i)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (RingSequence) items = NULL;
  RingSequenceIter iter;
  RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (*i < list->len && g_array_index (list, RingSelected, *i).item == item)
      (*i)++;
    else
      g_ptr_array_add (kept, item);
  items = ring_sequence_new ((RingItem *const *) kept->pdata, kept->len);
  return _ring_layer_with_items (layer, items);
}

/* Made at once and not by steps: it is wanted while a hand waits. */
RingDrawing *
ring_selection_make_rest (RingSelection *self)
{
  const GArray *list = ring_selection_list (self);
  const RingView *view = ring_selection_get_view (self);
  g_autoptr (RingView) rest = NULL;
  guint position;
  guint i = 0;

  if (list->len == 0
      || !_ring_drawing_locate_view (self->listed, ring_view_get_head (view)->id, &position))
    return NULL;
  rest = ring_view_ref (view);
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      g_autoptr (RingLayer) less = NULL;
      RingView *next;

      if (i >= list->len || g_array_index (list, RingSelected, i).layer != layer)
        continue;
      less = layer_rest (layer, list, &i);
      next = _ring_view_with_layer (rest, l, less);
      ring_view_unref (rest);
      rest = next;
    }
  return _ring_drawing_with_view (self->listed, position, TRUE, rest);
}

void
ring_selection_clear (RingSelection *self)
{
  g_return_if_fail (RING_IS_SELECTION (self));

  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  tell (self, TRUE);
}

void
ring_selection_set (RingSelection *self, const RingView *view, const GPtrArray *items)
{
  g_return_if_fail (RING_IS_SELECTION (self));

  if (items->len == 0)
    {
      ring_selection_clear (self);
      return;
    }
  g_hash_table_remove_all (self->ids);
  g_clear_pointer (&self->view_id, g_free);
  ring_selection_add (self, view, items, FALSE);
}

/* Those of VIEW that are of one of GROUPS. */
static void
add_groups (RingSelection *self, const RingView *view, GHashTable *groups, gboolean add)
{
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      RingSequenceIter iter;
      const RingItem *item;

      if (!ring_pick_is_open (layer))
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        {
          const char *group = ring_item_get_group (item);

          if (group == NULL || !g_hash_table_contains (groups, group))
            continue;
          if (add)
            g_hash_table_add (self->ids, g_strdup (ring_item_get_id (item)));
          else
            g_hash_table_remove (self->ids, ring_item_get_id (item));
        }
    }
}

void
ring_selection_add (RingSelection *self,
                    const RingView *view,
                    const GPtrArray *items,
                    gboolean toggle)
{
  const char *view_id = ring_view_get_head (view)->id;
  g_autoptr (GHashTable) coming = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) going = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (RING_IS_SELECTION (self));

  if (items->len == 0)
    return;
  if (g_strcmp0 (view_id, self->view_id) != 0)
    {
      g_hash_table_remove_all (self->ids);
      g_free (self->view_id);
      self->view_id = g_strdup (view_id);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const RingItem *item = g_ptr_array_index (items, i);
      const char *id = ring_item_get_id (item);
      gboolean goes = !g_hash_table_add (self->ids, g_strdup (id)) && toggle;

      if (goes)
        g_hash_table_remove (self->ids, id);
      if (ring_item_get_group (item) != NULL)
        g_hash_table_add (goes ? going : coming, (gpointer) ring_item_get_group (item));
    }
  if (g_hash_table_size (coming) > 0)
    add_groups (self, view, coming, TRUE);
  if (g_hash_table_size (going) > 0)
    add_groups (self, view, going, FALSE);
  tell (self, TRUE);
}

void
ring_selection_set_item (RingSelection *self, const RingView *view, RingItem *item)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, item);
  ring_selection_set (self, view, one);
}
