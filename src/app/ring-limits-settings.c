/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-limits-settings.h"

#include "ring-settings.h"

/* a{sd}: those that are the shop's own, by id. */
#define KEY "bench-limits"

struct _RingLimitsSettings
{
  GObject parent_instance;

  RingLimits limits;
};

G_DEFINE_FINAL_TYPE (RingLimitsSettings, ring_limits_settings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ring_limits_settings_class_init (RingLimitsSettingsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_LIMITS_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

/* What this version does not know, or no shop asks for, is passed over. */
static void
ring_limits_settings_init (RingLimitsSettings *self)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) own = NULL;
  GVariantIter iter;
  const char *id;
  double mm;

  ring_limits_init (&self->limits);
  if (settings == NULL)
    return;
  own = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, own);
  while (g_variant_iter_next (&iter, "{&sd}", &id, &mm))
    ring_limits_set (&self->limits, id, mm);
}

RingLimitsSettings *
ring_limits_settings_get_default (void)
{
  static RingLimitsSettings *settings;

  if (settings == NULL)
    settings = g_object_new (RING_TYPE_LIMITS_SETTINGS, NULL);
  return settings;
}

const RingLimits *
ring_limits_settings_get (RingLimitsSettings *self)
{
  g_return_val_if_fail (RING_IS_LIMITS_SETTINGS (self), NULL);

  return &self->limits;
}

static void
remember (RingLimitsSettings *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sd}"));
  for (guint i = 0; i < ring_minimum_get_n (); i++)
    {
      const RingMinimum *minimum = ring_minimum_get (i);
      double mm = ring_limits_get (&self->limits, minimum->id);

      if (mm != minimum->mm)
        g_variant_builder_add (&builder, "{sd}", minimum->id, mm);
    }
  g_settings_set_value (ring_settings_get (), KEY, g_variant_builder_end (&builder));
}

void
ring_limits_settings_set (RingLimitsSettings *self, const char *id, double mm)
{
  g_return_if_fail (RING_IS_LIMITS_SETTINGS (self));

  if (mm == ring_limits_get (&self->limits, id) || !ring_limits_set (&self->limits, id, mm))
    return;
  if (ring_settings_get () != NULL)
    remember (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
