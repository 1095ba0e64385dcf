/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a menu of the Catalogue: an option, or at the end what asks for something else. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_TYPE_MENU_ITEM (ring_menu_item_get_type ())
G_DECLARE_FINAL_TYPE (RingMenuItem, ring_menu_item, RING, MENU_ITEM, GObject)

/* OPTION is its place in the menu; G_MAXUINT for something else. LABEL is what the row shows. */
RingMenuItem *ring_menu_item_new (guint option, const char *label, const char *detail) G_GNUC_WARN_UNUSED_RESULT;
guint         ring_menu_item_get_option (RingMenuItem *item);
const char   *ring_menu_item_get_label (RingMenuItem *item);
const char   *ring_menu_item_get_detail (RingMenuItem *item); /* "" for none */

G_END_DECLS
