/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-photos.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-photo-file.h"
#include "ring-svg-attribute.h"
#include "ring-svg-node.h"
#include "ring-svg-seal.h"

/* Where a file of more than 10 MB has a large picture, libxml2 and librsvg refuse it unless there is
 * so much white space behind each (measured with 2.9.14 and 2.54.7). */
#define LARGE 100000
#define PAD 8192

static void
collect (GPtrArray *list, RingPhoto *photo)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (ring_photo_get_name (list->pdata[i]), ring_photo_get_name (photo)))
      return;
  g_ptr_array_add (list, photo);
}

void
ring_svg_collect_photo (GPtrArray *list, const RingItem *item)
{
  const RingImage *image = ring_item_get_image (item);

  if (image != NULL)
    collect (list, image->photo);
}

void
ring_svg_collect_record_photo (GPtrArray *list, const RingRecord *record)
{
  RingPhoto *photo = ring_record_get_photo (record);

  if (photo != NULL)
    collect (list, photo);
}

GPtrArray *
ring_svg_collect_all_photos (const RingDrawing *drawing, gboolean plain)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          if ((plain && !ring_layer_get_head (layer)->visible)
              || ring_sequence_count (ring_layer_get_items (layer), RING_ITEM_IMAGE) == 0)
            continue;
          for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
            ring_svg_collect_photo (list, ring_layer_get_item (layer, i));
        }
    }
  for (guint i = 0; !plain && i < ring_drawing_get_n_records (drawing); i++)
    ring_svg_collect_record_photo (list, ring_drawing_get_record (drawing, i));
  return list;
}

void
ring_svg_append_photo_data (GString *out, const RingPhoto *photo)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (ring_photo_get_bytes (photo), &n);
  g_autofree char *text = g_base64_encode (data, n);

  g_string_append (out, ring_photo_get_format (photo) == RING_PHOTO_PNG
                          ? "data:image/png;base64,"
                          : "data:image/jpeg;base64,");
  g_string_append (out, text);
}

static void
append_photo (GString *out, const RingPhoto *photo, gboolean plain)
{
  RingRect box = ring_photo_get_box (photo);
  g_autoptr (GString) data = g_string_new (NULL);
  char seal[RING_SEAL_SIZE];

  ring_svg_append_photo_data (data, photo);
  g_string_append (out, "<image");
  ring_svg_append_attribute (out, "id", ring_photo_get_name (photo));
  if (!plain)
    g_string_append (out, " rw:kind=\"photo\"");
  ring_svg_append_number (out, "width", box.x1);
  ring_svg_append_number (out, "height", box.y1);
  g_string_append (out, " preserveAspectRatio=\"none\"");
  if (!plain && ring_photo_get_original (photo) != NULL)
    ring_svg_append_attribute (out, "rw:original", ring_photo_get_original (photo));
  if (!plain)
    {
      ring_seal_make (seal, data->str, data->len);
      ring_svg_append_attribute (out, "rw:seal", seal);
    }
  g_string_append (out, " xmlns:xlink=\"" RING_XLINK_URI "\" xlink:href=\"");
  g_string_append_len (out, data->str, (gssize) data->len);
  g_string_append (out, "\"/>");
  if (data->len >= LARGE)
    g_string_append_printf (out, "\n%*s", PAD, "");
}

void
ring_svg_append_photos (GString *out, const GPtrArray *list, const char *indent, gboolean plain)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_string_append (out, indent);
      append_photo (out, list->pdata[i], plain);
    }
}

RingPhoto *
ring_svg_parse_photo_data (const char *href, const char *original, GError **error)
{
  const char *comma = href != NULL ? strchr (href, ',') : NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8 *data;
  gsize n = 0;

  if (comma == NULL || g_ascii_strncasecmp (href, "data:image/", 11) != 0
      || g_strstr_len (href, comma - href, ";base64") == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _ ("it holds no picture"));
      return NULL;
    }
  data = g_base64_decode (comma + 1, &n);
  bytes = g_bytes_new_take (data, n);
  return ring_photo_read (bytes, original, error);
}
