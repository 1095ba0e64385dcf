/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos: their pixels stand in <defs>, and a <use> in a layer shows them. */
#include "ring-svg-reader-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-svg-photos.h"
#include "ring-svg-seal.h"
#include "ring-svg-style.h"

/* Further than this is absurd. */
#define MAX_SHIFT 1e5

static const char *
get_href (const RingSvgNode *node)
{
  const char *href = ring_svg_node_get (node, RING_NS_XLINK, "href");

  return href != NULL ? href : ring_svg_node_get (node, RING_NS_NONE, "href");
}

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
is_as_sealed (const RingSvgNode *node, const char *href)
{
  const char *seal = get_rw (node, "seal");

  return seal == NULL || ring_seal_fits (seal, href, strlen (href));
}

gboolean
_ring_item_reader_is_photo (const RingSvgNode *node)
{
  return ring_svg_node_is (node, "image") && g_strcmp0 (get_rw (node, "kind"), "photo") == 0
         && ring_svg_node_get (node, RING_NS_NONE, "id") != NULL;
}

/* Only where the pixels are those that were sealed it is known what they were made from. A photo
 * that is broken stands in the table as NULL: what shows it goes without another word. */
void
_ring_item_reader_take_photo (RingItemReader *reader, const RingSvgNode *node)
{
  const char *id = ring_svg_node_get (node, RING_NS_NONE, "id");
  const char *original = get_rw (node, "original");
  const char *href = get_href (node);
  gboolean sealed = href != NULL && is_as_sealed (node, href);
  g_autoptr (GError) error = NULL;
  RingPhoto *photo;

  if (g_hash_table_contains (reader->photos, id))
    return;
  photo = ring_svg_parse_photo_data (href, sealed && is_sha256 (original) ? original : NULL, &error);
  if (photo == NULL)
    _ring_item_reader_refuse (reader, node, error->message);
  else if (!sealed)
    _ring_item_reader_notice (reader, RING_NOTICE_INFO, node,
                              _ ("The photo was changed in another program."));
  g_hash_table_insert (reader->photos, g_strdup (id), photo);
}

static RingRecord *
with_its_photo (RingItemReader *reader, const RingRecord *record)
{
  const char *name = ring_record_get_or (record, "image", "");
  gpointer photo = NULL;

  if (!g_hash_table_lookup_extended (reader->photos, name, NULL, &photo))
    {
      g_autofree char *element = g_strdup_printf ("photo %s", ring_record_get_id (record));

      ring_load_report_add (reader->report, RING_NOTICE_WARNING, 0, element,
                            _ ("This element was left out: %s. The file keeps it until you save."),
                            _ ("the photo that it shows is not in the file"));
    }
  if (photo != NULL)
    return ring_record_with_photo (record, photo);
  ring_load_report_set_left_out (reader->report, TRUE);
  return NULL;
}

void
_ring_item_reader_give_photos (RingItemReader *reader, GPtrArray *records)
{
  for (guint i = 0; i < records->len;)
    {
      const RingRecord *record = records->pdata[i];
      RingRecord *given;

      if (!g_str_equal (ring_record_get_kind (record), RING_RECORD_PHOTO))
        {
          i++;
          continue;
        }
      given = with_its_photo (reader, record);
      if (given == NULL)
        {
          g_ptr_array_remove_index (records, i);
          continue;
        }
      ring_record_unref (record);
      records->pdata[i++] = given;
    }
}

static double
get_place (const RingSvgNode *node, const char *name)
{
  double value;

  if (!ring_number_parse (ring_svg_node_get (node, RING_NS_NONE, name), &value))
    return 0;
  return fabs (value) <= MAX_SHIFT ? value : 0;
}

/* Another program may have shifted it by x and y, and faded it by a style. */
void
_ring_item_reader_take_image (RingItemReader *reader,
                              RingSvgNode *node,
                              const char *id,
                              const RingMatrix *own,
                              const RingMatrix *outer)
{
  const char *href = get_href (node);
  RingMatrix shift = { 1, 0, 0, 1, get_place (node, "x"), get_place (node, "y") };
  RingMatrix matrix = ring_matrix_multiply (&shift, own);
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;
  gpointer photo = NULL;

  if (href == NULL || href[0] != '#'
      || !g_hash_table_lookup_extended (reader->photos, href + 1, NULL, &photo))
    {
      _ring_item_reader_refuse (reader, node, _ ("the photo that it shows is not in the file"));
      return;
    }
  if (photo == NULL)
    return;
  ring_svg_paint_read (&paint, node);
  if (paint.other || paint.hidden)
    {
      _ring_item_reader_notice (
          reader, RING_NOTICE_WARNING, node,
          _ ("The photo is shown whole: how another program clipped, filtered or hid it was left "
             "out. The file keeps it until you save."));
      ring_load_report_set_left_out (reader->report, TRUE);
    }
  _ring_item_reader_push (reader, node,
                          ring_item_new_image (id, &(RingImage){ photo, paint.opacity }), &matrix,
                          outer);
}
