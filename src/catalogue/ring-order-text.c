/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-order-text.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-text.h"

char *
ring_order_subject (const RingCatalogue *catalogue, const RingChoice *choice)
{
  RingChoice plain = *choice;
  g_autofree char *number = NULL;

  plain.engraving[0] = '\0';
  number = ring_catalogue_format_number (catalogue, &plain);
  /* Translators: the subject of a shop's automatic e-mail; %s is an item number. */
  return g_strdup_printf (_("Your order: item %s"), number != NULL ? number : "");
}

char *
ring_order_confirmation (const RingCatalogue *catalogue, const RingChoice *choice)
{
  GString *text = g_string_new (NULL);
  g_autofree char *item = ring_catalogue_text_item (catalogue, choice);
  g_autofree char *price = ring_catalogue_text_price (catalogue, choice);
  g_autofree char *ships = ring_catalogue_text_ships (catalogue, choice);
  g_auto (GStrv) chosen = ring_catalogue_text_chosen (catalogue, choice);
  g_autofree char *lines = g_strjoinv ("\n", chosen);
  const char *answered = ring_catalogue_get_fact (catalogue, "answered-by");

  g_string_append (text, _("Dear customer,\n\nthank you for your order.\n\n"));
  g_string_append_printf (text, "%s\n\n%s\n", item != NULL ? item : "", lines);
  g_string_append_printf (text, _("\nQuantity: 1\nTotal: %s\n%s\n"), price, ships);
  if (answered != NULL)
    g_string_append_printf (text, _("\nQuestions: %s\n"), answered);
  g_string_append_printf (text, _("\nThis message was written automatically. Please do not answer it.\n%s\n"),
                          ring_catalogue_get_name (catalogue));
  return g_string_free (text, FALSE);
}

char *
ring_order_work_line (const RingCatalogue *catalogue, const RingChoice *choice)
{
  g_autofree char *number = ring_catalogue_format_number (catalogue, choice);

  return g_strdup_printf ("1 × %s", number != NULL ? number : "");
}
