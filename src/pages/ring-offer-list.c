/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-offer-list.h"

struct _RingOfferItem
{
  GObject parent_instance;

  RingOffer offer;
};

G_DEFINE_FINAL_TYPE (RingOfferItem, ring_offer_item, G_TYPE_OBJECT)

static void
ring_offer_item_finalize (GObject *object)
{
  ring_offer_clear (&RING_OFFER_ITEM (object)->offer);
  G_OBJECT_CLASS (ring_offer_item_parent_class)->finalize (object);
}

static void
ring_offer_item_class_init (RingOfferItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_offer_item_finalize;
}

static void
ring_offer_item_init (RingOfferItem *self)
{
  self->offer.cut = -1;
}

const RingOffer *
ring_offer_item_get (RingOfferItem *self)
{
  return &self->offer;
}

struct _RingOfferList
{
  GObject parent_instance;

  RingLists *lists;
  GArray *ids;
};

static GType
get_item_type (GListModel *model)
{
  return RING_TYPE_OFFER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  RingOfferList *self = RING_OFFER_LIST (model);

  return self->ids != NULL ? self->ids->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RingOfferList *self = RING_OFFER_LIST (model);
  RingOfferItem *item;

  if (position >= get_n_items (model))
    return NULL;
  item = g_object_new (RING_TYPE_OFFER_ITEM, NULL);
  ring_lists_read (self->lists, g_array_index (self->ids, gint64, position), &item->offer);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RingOfferList, ring_offer_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ring_offer_list_finalize (GObject *object)
{
  RingOfferList *self = RING_OFFER_LIST (object);

  g_clear_pointer (&self->lists, ring_lists_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (ring_offer_list_parent_class)->finalize (object);
}

static void
ring_offer_list_class_init (RingOfferListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_offer_list_finalize;
}

static void
ring_offer_list_init (RingOfferList *self)
{
}

RingOfferList *
ring_offer_list_new (void)
{
  return g_object_new (RING_TYPE_OFFER_LIST, NULL);
}

void
ring_offer_list_set (RingOfferList *self, RingLists *lists, GArray *ids)
{
  guint before = get_n_items (G_LIST_MODEL (self));

  g_return_if_fail (RING_IS_OFFER_LIST (self));

  if (ids != NULL)
    {
      g_array_ref (ids);
      ring_lists_ref (lists);
    }
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->lists, ring_lists_unref);
  self->ids = ids;
  self->lists = ids != NULL ? lists : NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (G_LIST_MODEL (self)));
}
