/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-settings.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800

GSettings *
ring_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      looked = TRUE;
      /* GSettings ends the program when it is asked for a schema that is not there. */
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, RING_APP_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new (RING_APP_ID);
    }
  return settings;
}

void
ring_settings_get_window_size (int *width, int *height, gboolean *maximized)
{
  GSettings *settings = ring_settings_get ();

  *width = DEFAULT_WIDTH;
  *height = DEFAULT_HEIGHT;
  *maximized = FALSE;
  if (settings == NULL)
    return;
  g_settings_get (settings, "window-size", "(ii)", width, height);
  *maximized = g_settings_get_boolean (settings, "window-maximized");
}

void
ring_settings_set_window_size (int width, int height, gboolean maximized)
{
  GSettings *settings = ring_settings_get ();

  if (settings == NULL)
    return;
  /* The size of a maximized window is the monitor's, not the user's. */
  if (!maximized && width > 0 && height > 0)
    g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", maximized);
}

char *
ring_settings_get_view (void)
{
  GSettings *settings = ring_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "view") : g_strdup ("catalogue");
}

void
ring_settings_set_view (const char *view)
{
  GSettings *settings = ring_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "view", view);
}

char *
ring_settings_get_library (void)
{
  GSettings *settings = ring_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "library") : NULL;

  return uri != NULL && uri[0] != '\0' ? g_steal_pointer (&uri) : NULL;
}

void
ring_settings_set_library (const char *uri)
{
  GSettings *settings = ring_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "library", uri);
}

char *
ring_settings_get_catalogue (void)
{
  GSettings *settings = ring_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "catalogue") : NULL;

  return uri != NULL && uri[0] != '\0' ? g_steal_pointer (&uri) : NULL;
}

void
ring_settings_set_catalogue (const char *uri)
{
  GSettings *settings = ring_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "catalogue", uri);
}

GVariant *
ring_settings_get_instruments (void)
{
  GSettings *settings = ring_settings_get ();

  return settings != NULL ? g_settings_get_value (settings, "instruments") : NULL;
}

void
ring_settings_set_instruments (GVariant *instruments)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) value = g_variant_ref_sink (instruments);

  if (settings != NULL)
    g_settings_set_value (settings, "instruments", value);
}
