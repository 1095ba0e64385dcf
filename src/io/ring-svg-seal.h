/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The seal of an item: XXH3-64 of its picture in canonical text, as 16 hexadecimal digits. It
 * tells whether another program changed the picture; it is no signature. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_SEAL_SIZE 17

void     ring_seal_make (char seal[RING_SEAL_SIZE], const char *picture, gsize length);
gboolean ring_seal_fits (const char *seal, const char *picture, gsize length);

G_END_DECLS
