/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-shop.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-svg.h"
#include "ring-text.h"

#define GROUP "Shop"

static void
shop_clear (gpointer data)
{
  RingShop *shop = data;

  g_free (shop->name);
  g_free (shop->contact);
  g_free (shop->terms);
  g_clear_pointer (&shop->letterhead, ring_drawing_unref);
}

RingShop *
ring_shop_new (const char *name,
               const char *contact,
               const char *terms,
               const RingDrawing *letterhead)
{
  RingShop *shop = g_atomic_rc_box_new0 (RingShop);

  shop->name = ring_text_clean (name != NULL ? name : "", RING_SHOP_NAME_CHARS);
  shop->contact = ring_text_clean (contact != NULL ? contact : "", RING_SHOP_CONTACT_CHARS);
  shop->terms = ring_text_clean (terms != NULL ? terms : "", RING_SHOP_TERMS_CHARS);
  shop->letterhead = letterhead != NULL ? ring_drawing_ref (letterhead) : NULL;
  return shop;
}

RingShop *
ring_shop_ref (const RingShop *shop)
{
  return g_atomic_rc_box_acquire ((RingShop *) shop);
}

void
ring_shop_unref (const RingShop *shop)
{
  g_atomic_rc_box_release_full ((RingShop *) shop, shop_clear);
}

RingDrawing *
ring_shop_read_letterhead (GBytes *svg, GError **error)
{
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GError) why = NULL;
  gsize n;
  const char *data = g_bytes_get_data (svg, &n);

  if (n > RING_SHOP_LETTERHEAD_BYTES)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _ ("The letterhead is larger than %d MB: save it without the pictures in it"),
                   RING_SHOP_LETTERHEAD_BYTES >> 20);
      return NULL;
    }
  drawing = ring_svg_read (data, n, NULL, &why);
  if (drawing != NULL)
    return g_steal_pointer (&drawing);
  g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
               /* Translators: what is wrong with the file. */
               _ ("This is no letterhead: %s. Choose an SVG, as Inkscape and Illustrator save it."),
               why->message);
  return NULL;
}

static RingDrawing *
load_letterhead (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize n;

  if (!g_file_get_contents (path, &data, &n, error))
    return NULL;
  bytes = g_bytes_new_take (data, n);
  return ring_shop_read_letterhead (bytes, error);
}

RingShop *
ring_shop_load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = NULL;
  g_autofree char *contact = NULL;
  g_autofree char *terms = NULL;
  g_autofree char *letterhead = NULL;
  g_autoptr (RingDrawing) drawing = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  if (!g_key_file_has_group (file, GROUP))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _ ("This file has no group [%s] with the keys Name, Contact, Terms and Letterhead"), GROUP);
      return NULL;
    }
  name = g_key_file_get_string (file, GROUP, "Name", NULL);
  contact = g_key_file_get_string (file, GROUP, "Contact", NULL);
  terms = g_key_file_get_string (file, GROUP, "Terms", NULL);
  letterhead = g_key_file_get_string (file, GROUP, "Letterhead", NULL);
  if (letterhead != NULL)
    {
      drawing = load_letterhead (folder, letterhead, error);
      if (drawing == NULL)
        return NULL;
    }
  return ring_shop_new (name, contact, terms, drawing);
}
