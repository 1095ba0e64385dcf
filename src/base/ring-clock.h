/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The time of day. RINGWRIGHT_NOW (milliseconds since 1970, UTC) stops the clock for tests and
 * for rebuilding samples. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64   ring_clock_now_ms (void);
char    *ring_clock_format (gint64 ms) G_GNUC_WARN_UNUSED_RESULT;
gboolean ring_clock_parse (const char *text, gint64 *ms);

G_END_DECLS
