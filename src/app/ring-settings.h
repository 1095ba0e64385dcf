/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program remembers from one run to the next. Where its schema is not installed, as in a
 * fresh build, nothing is remembered and the defaults stand. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL without the schema; not a new reference. */
GSettings *ring_settings_get (void);
void       ring_settings_get_window_size (int *width, int *height, gboolean *maximized);
void       ring_settings_set_window_size (int width, int height, gboolean maximized);
char      *ring_settings_get_view (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_settings_set_view (const char *view);
/* The URI of the library's folder; NULL while none was chosen. */
char      *ring_settings_get_library (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_settings_set_library (const char *uri);
/* The URI of the shop's own catalogue; NULL for the house's. "" forgets it. */
char      *ring_settings_get_catalogue (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_settings_set_catalogue (const char *uri);
/* As ring_instruments_save(); NULL when nothing is remembered. */
GVariant  *ring_settings_get_instruments (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_settings_set_instruments (GVariant *instruments);

G_END_DECLS
