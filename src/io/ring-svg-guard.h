/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate before the XML parser: it refuses, in one pass over the bytes, what would make a
 * parser slow or hungry, and unpacks gzip within bounds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_GUARD_MAX_BYTES (256u << 20)
#define RING_GUARD_MAX_ELEMENTS 1000000u
#define RING_GUARD_MAX_DEPTH 64u
#define RING_GUARD_MAX_ATTRIBUTE (6u * 1000 * 1000)
#define RING_GUARD_MAX_ATTRIBUTES 256u

/* The bytes themselves, or what their gzip holds. NULL with RING_ERROR_LIMIT or SYNTAX. */
GBytes  *ring_guard_unpack (const char *bytes, gsize n_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE with RING_ERROR_LIMIT, FORMAT or SYNTAX; the message names limit, line and element. */
gboolean ring_guard_check (const char *bytes, gsize n_bytes, GError **error);

G_END_DECLS
