/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-rates-settings.h"

#include "ring-settings.h"

/* a{s(sss)}: value, currency and day by name. */
#define KEY "shop-rates"

static void
load (RingRates *rates, GSettings *settings)
{
  g_autoptr (GVariant) own = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *name;
  RingRate rate;

  g_variant_iter_init (&iter, own);
  while (g_variant_iter_next (&iter, "{&s(&s&s&s)}", &name, &rate.value, &rate.currency, &rate.day))
    ring_rates_set (rates, name, &rate);
}

static void
changed_cb (RingRates *rates)
{
  g_autofree const char **names = ring_rates_list (rates);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(sss)}"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      RingRate rate;

      ring_rates_find (rates, names[i], &rate);
      g_variant_builder_add (&builder, "{s(sss)}", names[i], rate.value, rate.currency, rate.day);
    }
  g_settings_set_value (ring_settings_get (), KEY, g_variant_builder_end (&builder));
}

RingRates *
ring_rates_settings_get_default (void)
{
  static RingRates *rates;

  if (rates != NULL)
    return rates;
  rates = ring_rates_new ();
  if (ring_settings_get () != NULL)
    {
      load (rates, ring_settings_get ());
      g_signal_connect (rates, "changed", G_CALLBACK (changed_cb), NULL);
    }
  return rates;
}
