/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Supplier lists: each row is an offer that a card can take or a rejection with its line and reason, in
 * text that is clean; what was rejected can be saved. */
#include "ring-fuzz.h"
#include "ring-list-reader.h"
#include "ring-stone.h"
#include "ring-text.h"

#include <math.h>

static void
check_offer (const RingOffer *offer)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_STONE, "t");
  g_autoptr (RingRecord) stone = ring_offer_to_stone (offer, empty);
  g_autofree char *size = ring_stone_format_size (stone, TRUE);

  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    g_assert_true (offer->texts[i] == NULL || ring_text_is_clean (offer->texts[i]));
  g_assert_nonnull (ring_offer_get (offer, RING_OFFER_STOCK));
  g_assert_true (offer->carat > 0 && isfinite (offer->carat));
  g_assert_true (isfinite (offer->length) && isfinite (offer->width) && isfinite (offer->depth));
  g_assert_true (offer->price >= 0 && isfinite (offer->price));
  g_assert_cmpint (offer->cut, <, RING_N_CUTS);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingListReader) reader = ring_list_reader_new (bytes, "list", &error);
  g_autoptr (GPtrArray) rejections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_rejection_free);
  g_autoptr (GBytes) saved = NULL;
  RingRejection *rejection;
  RingOffer offer;
  guint line = 0;

  g_assert_true ((reader != NULL) == (error == NULL));
  if (reader == NULL)
    return 0;
  while (ring_list_reader_next (reader, &offer, &rejection))
    {
      g_assert_cmpuint (ring_list_reader_get_line (reader), >, line);
      line = ring_list_reader_get_line (reader);
      if (rejection != NULL)
        g_ptr_array_add (rejections, rejection);
      else
        check_offer (&offer);
      ring_offer_clear (&offer);
    }
  g_assert_cmpfloat (ring_list_reader_get_progress (reader), ==, 1);
  saved = ring_rejections_to_csv (rejections, ring_list_reader_get_header (reader));
  g_assert_true (g_utf8_validate_len (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved), NULL));
  return 0;
}
