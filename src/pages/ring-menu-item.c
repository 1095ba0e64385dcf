/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-menu-item.h"

struct _RingMenuItem
{
  GObject parent_instance;

  guint option;
  char *label, *detail;
};

G_DEFINE_FINAL_TYPE (RingMenuItem, ring_menu_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
ring_menu_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, RING_MENU_ITEM (object)->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_menu_item_finalize (GObject *object)
{
  RingMenuItem *self = RING_MENU_ITEM (object);

  g_free (self->label);
  g_free (self->detail);
  G_OBJECT_CLASS (ring_menu_item_parent_class)->finalize (object);
}

static void
ring_menu_item_class_init (RingMenuItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ring_menu_item_get_property;
  object_class->finalize = ring_menu_item_finalize;
  /* What the closed row reads. */
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ring_menu_item_init (RingMenuItem *self)
{
}

RingMenuItem *
ring_menu_item_new (guint option, const char *label, const char *detail)
{
  RingMenuItem *self = g_object_new (RING_TYPE_MENU_ITEM, NULL);

  self->option = option;
  self->label = g_strdup (label);
  self->detail = g_strdup (detail != NULL ? detail : "");
  return self;
}

guint
ring_menu_item_get_option (RingMenuItem *item)
{
  return item->option;
}

const char *
ring_menu_item_get_label (RingMenuItem *item)
{
  return item->label;
}

const char *
ring_menu_item_get_detail (RingMenuItem *item)
{
  return item->detail;
}
