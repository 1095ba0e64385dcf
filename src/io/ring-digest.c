/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-digest.h"

#include "ring-stone.h"
#include "ring-svg-parts.h"

static void
add_record (GString *text, const RingRecord *record)
{
  g_autoptr (RingRecord) stone = g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE)
                                     ? ring_stone_without_terms (record)
                                     : NULL;

  ring_svg_append_record (text, stone != NULL ? stone : record);
}

static void
update (GChecksum *checksum, GString *text)
{
  g_checksum_update (checksum, (const guchar *) text->str, (gssize) text->len);
  g_string_truncate (text, 0);
}

char *
ring_digest_make (const RingDrawing *drawing)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (ring_record_is_revised (ring_record_get_kind (record)))
        add_record (text, record);
    }
  update (checksum, text);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      ring_svg_append_view (text, ring_drawing_get_view (drawing, i));
      update (checksum, text);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
