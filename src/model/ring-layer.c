/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-private.h"

struct _RingLayer
{
  RingLayerHead head;
  char **extra;
  RingSequence *items;
};

static const char *const role_names[] = { "Underlay", "Metal", "Stones", "Ink", "Notes", "named" };

static void
copy_layer_head (RingLayerHead *to, const RingLayerHead *from)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->name = g_strdup (from->name != NULL ? from->name : "");
  to->opacity = CLAMP (from->opacity, 0, 1);
}

/* Takes ITEMS. */
static RingLayer *
layer_new (const RingLayerHead *head, RingSequence *items)
{
  RingLayer *layer = g_atomic_rc_box_new0 (RingLayer);

  copy_layer_head (&layer->head, head);
  layer->items = items;
  return layer;
}

RingLayer *
ring_layer_new (const RingLayerHead *head, RingItem *const *items, gsize n_items)
{
  return layer_new (head, ring_sequence_new (items, n_items));
}

RingLayer *
ring_layer_ref (const RingLayer *layer)
{
  return g_atomic_rc_box_acquire ((gpointer) layer);
}

static void
layer_clear (gpointer data)
{
  RingLayer *layer = data;

  ring_sequence_unref (layer->items);
  g_free ((char *) layer->head.id);
  g_free ((char *) layer->head.name);
  g_strfreev (layer->extra);
}

void
ring_layer_unref (const RingLayer *layer)
{
  if (layer != NULL)
    g_atomic_rc_box_release_full ((gpointer) layer, layer_clear);
}

gboolean
ring_layer_head_is_same (const RingLayerHead *a, const RingLayerHead *b)
{
  return a->role == b->role && g_strcmp0 (a->name, b->name) == 0 && a->visible == b->visible
         && a->locked == b->locked && a->opacity == b->opacity;
}

const RingLayerHead *
ring_layer_get_head (const RingLayer *layer)
{
  return &layer->head;
}

const char *const *
ring_layer_get_extra (const RingLayer *layer)
{
  return (const char *const *) layer->extra;
}

void
ring_layer_set_extra (RingLayer *layer, const char *const *extra)
{
  g_strfreev (layer->extra);
  layer->extra = g_strdupv ((char **) extra);
}

gsize
ring_layer_get_n_items (const RingLayer *layer)
{
  return ring_sequence_get_length (layer->items);
}

RingItem *
ring_layer_get_item (const RingLayer *layer, gsize i)
{
  return ring_sequence_get (layer->items, i);
}

const RingSequence *
ring_layer_get_items (const RingLayer *layer)
{
  return layer->items;
}

const char *
ring_layer_role_name (RingLayerRole role)
{
  return role_names[role];
}

gboolean
ring_layer_role_from_name (const char *name, RingLayerRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    if (g_strcmp0 (name, role_names[i]) == 0)
      {
        *role = (RingLayerRole) i;
        return TRUE;
      }
  return FALSE;
}

RingLayer *
_ring_layer_with_items (const RingLayer *layer, const RingSequence *items)
{
  RingLayer *new = layer_new (&layer->head, ring_sequence_ref (items));

  new->extra = g_strdupv (layer->extra);
  return new;
}

RingLayer *
_ring_layer_with_head (const RingLayer *layer, const RingLayerHead *head)
{
  RingLayer *new = layer_new (head, ring_sequence_ref (layer->items));

  new->extra = g_strdupv (layer->extra);
  return new;
}
