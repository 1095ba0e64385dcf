/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose paper sheets are printed on, as the preferences have it. The letterhead is a copy in the user's data, so
 * that it stays when the file it was chosen from goes. Main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-shop.h"

G_BEGIN_DECLS

#define RING_SHOP_NAME_KEY "shop-name"
#define RING_SHOP_CONTACT_KEY "shop-contact"
#define RING_SHOP_TERMS_KEY "shop-terms"

/* As it is now; NULL where nothing is known of the shop. */
RingShop *ring_shop_settings_get (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ring_shop_settings_has_letterhead (void);
/* FILE is an SVG; NULL takes the letterhead away. FALSE with an error that says what to do. */
gboolean  ring_shop_settings_set_letterhead (GFile *file, GError **error);

G_END_DECLS
