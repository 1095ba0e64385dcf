/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-floor-settings.h"

#include <gio/gio.h>
#include <string.h>

#include "ring-clock.h"
#include "ring-hourly.h"
#include "ring-passcode.h"
#include "ring-settings.h"
#include "ring-shop-settings.h"
#include "ring-visit.h"

#define SHEETS_KEY "floor-sheets"

static char *
get_text (const char *key)
{
  GSettings *settings = ring_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

double
ring_floor_settings_get_seconds (void)
{
  GSettings *settings = ring_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, RING_FLOOR_SECONDS_KEY) : RING_VISIT_SECONDS;
}

double
ring_floor_settings_get_idle (void)
{
  GSettings *settings = ring_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, RING_FLOOR_IDLE_KEY) : RING_VISIT_IDLE;
}

char *
ring_floor_settings_get_line (void)
{
  g_autofree char *line = get_text (RING_FLOOR_LINE_KEY);
  g_autofree char *name = get_text (RING_SHOP_NAME_KEY);
  g_autofree char *contact = get_text (RING_SHOP_CONTACT_KEY);
  g_autoptr (GString) text = g_string_new (name);

  if (line[0] != '\0')
    return g_steal_pointer (&line);
  if (name[0] != '\0' && contact[0] != '\0')
    g_string_append (text, ", ");
  g_string_append (text, contact);
  return g_strdelimit (g_string_free (g_steal_pointer (&text), FALSE), "\n", ' ');
}

gboolean
ring_floor_settings_has_code (void)
{
  g_autofree char *kept = get_text (RING_FLOOR_CODE_KEY);

  return kept[0] != '\0';
}

void
ring_floor_settings_set_code (const char *code)
{
  g_autofree char *kept = code != NULL ? ring_passcode_make (code) : g_strdup ("");

  if (ring_settings_get () != NULL)
    g_settings_set_string (ring_settings_get (), RING_FLOOR_CODE_KEY, kept);
}

gboolean
ring_floor_settings_check_code (const char *code)
{
  g_autofree char *kept = get_text (RING_FLOOR_CODE_KEY);

  return ring_passcode_check (kept, code);
}

char *
ring_floor_settings_get_printer (void)
{
  GSettings *settings = ring_settings_get ();
  g_autofree char *printer = get_text (RING_FLOOR_PRINTER_KEY);

  if (settings == NULL || !g_settings_get_boolean (settings, RING_FLOOR_PRINT_KEY) || printer[0] == '\0')
    return NULL;
  return g_steal_pointer (&printer);
}

gboolean
ring_floor_settings_take_sheet (void)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GVariant) kept = NULL;
  const gint64 *values;
  gsize n = 0;

  if (settings == NULL)
    return FALSE;
  kept = g_settings_get_value (settings, SHEETS_KEY);
  values = g_variant_get_fixed_array (kept, &n, sizeof (gint64));
  g_array_append_vals (times, values, (guint) n);
  if (!ring_hourly_take (times, (guint) g_settings_get_int (settings, RING_FLOOR_CAP_KEY), ring_clock_now_ms () / 1000))
    return FALSE;
  return g_settings_set_value (settings, SHEETS_KEY,
                               g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, times->data, times->len, sizeof (gint64)));
}

char *
ring_floor_settings_get_keep (void)
{
  g_autofree char *uri = get_text (RING_FLOOR_KEEP_KEY);
  g_autoptr (GFile) folder = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  return folder != NULL ? g_file_get_path (folder) : NULL;
}
