/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-money.h"

#include <math.h>

#include "ring-number.h"

__extension__ typedef __int128 Wide;

guint
ring_money_decimals (const char *currency)
{
  static const char *const whole[] = { "CLP", "ISK", "JPY", "KRW", "VND", "XAF", "XOF", NULL };

  return currency != NULL && g_strv_contains (whole, currency) ? 0 : 2;
}

static double
minor_units (const char *currency)
{
  return ring_money_decimals (currency) == 0 ? 1 : 100;
}

gboolean
ring_money_parse (const char *text, const char *currency, gint64 *amount)
{
  double value;

  if (!ring_number_parse (text, &value)
      || fabs (value) * minor_units (currency) > (double) RING_MONEY_MOST)
    return FALSE;
  *amount = llround (value * minor_units (currency));
  return TRUE;
}

gint64
ring_money_times (gint64 amount, gint64 quantity, gint64 parts)
{
  Wide product = (Wide) amount * quantity;

  g_return_val_if_fail (parts > 0, 0);
  product = (product + (product < 0 ? -parts : parts) / 2) / parts;
  return (gint64) CLAMP (product, -RING_MONEY_MOST, RING_MONEY_MOST);
}

char *
ring_money_format (gint64 amount, const char *currency)
{
  guint64 units = (guint64) ABS (amount);
  const char *sign = amount < 0 ? "-" : "";

  if (ring_money_decimals (currency) == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, units);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, units / 100, (guint) (units % 100));
}

char *
ring_money_format_with (gint64 amount, const char *currency)
{
  g_autofree char *number = ring_money_format (amount, currency);

  return currency != NULL && currency[0] != '\0' ? g_strdup_printf ("%s %s", number, currency)
                                                 : g_steal_pointer (&number);
}
