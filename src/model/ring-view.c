/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-private.h"

struct _RingView
{
  RingViewHead head;
  char **extra;
  RingLayer **layers;
  guint n_layers;
};

static const char *const kind_names[] = { "page", "front", "top", "side", "three-quarter", "strip" };

RingView *
ring_view_new (const RingViewHead *head, RingLayer *const *layers, gsize n_layers)
{
  RingView *view = g_atomic_rc_box_new0 (RingView);

  view->head = *head;
  view->head.id = g_strdup (head->id);
  view->head.ring = g_strdup (head->ring != NULL ? head->ring : "");
  view->layers = g_new (RingLayer *, n_layers);
  view->n_layers = (guint) n_layers;
  for (gsize i = 0; i < n_layers; i++)
    view->layers[i] = ring_layer_ref (layers[i]);
  return view;
}

RingView *
ring_view_ref (const RingView *view)
{
  return g_atomic_rc_box_acquire ((gpointer) view);
}

static void
view_clear (gpointer data)
{
  RingView *view = data;

  for (guint i = 0; i < view->n_layers; i++)
    ring_layer_unref (view->layers[i]);
  g_free (view->layers);
  g_free ((char *) view->head.id);
  g_free ((char *) view->head.ring);
  g_strfreev (view->extra);
}

void
ring_view_unref (const RingView *view)
{
  if (view != NULL)
    g_atomic_rc_box_release_full ((gpointer) view, view_clear);
}

const RingViewHead *
ring_view_get_head (const RingView *view)
{
  return &view->head;
}

const char *const *
ring_view_get_extra (const RingView *view)
{
  return (const char *const *) view->extra;
}

void
ring_view_set_extra (RingView *view, const char *const *extra)
{
  g_strfreev (view->extra);
  view->extra = g_strdupv ((char **) extra);
}

guint
ring_view_get_n_layers (const RingView *view)
{
  return view->n_layers;
}

RingLayer *
ring_view_get_layer (const RingView *view, guint i)
{
  g_return_val_if_fail (i < view->n_layers, NULL);
  return view->layers[i];
}

gsize
ring_view_get_n_items (const RingView *view)
{
  gsize n = 0;

  for (guint i = 0; i < view->n_layers; i++)
    n += ring_layer_get_n_items (view->layers[i]);
  return n;
}

/* The frontmost layer of that role. */
RingLayer *
ring_view_get_layer_by_role (const RingView *view, RingLayerRole role)
{
  for (guint i = view->n_layers; i > 0; i--)
    if (ring_layer_get_head (view->layers[i - 1])->role == role)
      return view->layers[i - 1];
  return NULL;
}

guint
ring_view_get_n_underlays (const RingView *view)
{
  guint n = 0;

  while (n < view->n_layers && ring_layer_get_head (view->layers[n])->role == RING_ROLE_UNDERLAY)
    n++;
  return n;
}

RingRect
ring_view_head_get_window (const RingViewHead *head)
{
  return (RingRect){ head->origin.x + head->scale * head->clip.x0,
                     head->origin.y + head->scale * head->clip.y0,
                     head->origin.x + head->scale * head->clip.x1,
                     head->origin.y + head->scale * head->clip.y1 };
}

gboolean
ring_view_head_is_same (const RingViewHead *a, const RingViewHead *b)
{
  return a->kind == b->kind && g_strcmp0 (a->ring, b->ring) == 0 && a->scale == b->scale
         && a->origin.x == b->origin.x && a->origin.y == b->origin.y && a->clip.x0 == b->clip.x0
         && a->clip.y0 == b->clip.y0 && a->clip.x1 == b->clip.x1 && a->clip.y1 == b->clip.y1;
}

RingMatrix
ring_view_get_matrix (const RingView *view)
{
  double s = view->head.scale;

  return (RingMatrix){ s, 0, 0, s, view->head.origin.x, view->head.origin.y };
}

const char *
ring_view_kind_name (RingViewKind kind)
{
  return kind_names[kind];
}

gboolean
ring_view_kind_from_name (const char *name, RingViewKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (RingViewKind) i;
        return TRUE;
      }
  return FALSE;
}

RingView *
_ring_view_with_head (const RingView *view, const RingViewHead *head)
{
  RingView *new = ring_view_new (head, view->layers, view->n_layers);

  new->extra = g_strdupv (view->extra);
  return new;
}

RingView *
_ring_view_with_layer (const RingView *view, guint i, const RingLayer *layer)
{
  RingView *new = _ring_view_with_head (view, &view->head);

  ring_layer_unref (new->layers[i]);
  new->layers[i] = ring_layer_ref (layer);
  return new;
}
