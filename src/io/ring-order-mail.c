/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-order-mail.h"

#include <gmime/gmime.h>

#include "ring-clock.h"
#include "ring-order-text.h"

#define FROM "orders@catalogue.invalid"
#define TO "customer@catalogue.invalid"

static gpointer
start_gmime (gpointer data)
{
  g_mime_init ();
  return NULL;
}

static void
set_text (GMimeMessage *message, const char *text)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype ("plain");

  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_message_set_mime_part (message, GMIME_OBJECT (part));
  g_object_unref (part);
}

GBytes *
ring_order_mail (const RingCatalogue *catalogue, const RingChoice *choice)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *subject = ring_order_subject (catalogue, choice);
  g_autofree char *text = ring_order_confirmation (catalogue, choice);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (ring_clock_now_ms () / 1000);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GMimeMessage *message;
  GMimeStream *stream;

  g_once (&once, start_gmime, NULL);
  message = g_mime_message_new (TRUE);
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_FROM, ring_catalogue_get_name (catalogue), FROM);
  g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, NULL, TO);
  g_mime_message_set_subject (message, subject, "utf-8");
  g_mime_message_set_date (message, now);
  set_text (message, text);

  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), NULL, stream);
  g_object_unref (stream);
  g_object_unref (message);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
