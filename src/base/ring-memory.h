/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells the system that the N bytes at MEMORY, which are fresh, will be filled from end to end, so
 * that it may give them by large pages where it does so only when asked. Small pieces and other
 * systems are left alone. */
void ring_memory_expect_fill (gpointer memory, gsize n);

G_END_DECLS
