/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* So many times an hour and no more. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TIMES (of gint64, seconds since 1970) are those that were taken; what is older than an hour, or lies ahead because the
 * clock was put back, is forgotten. With fewer than CAP left in it, NOW is added and the value is TRUE. */
gboolean ring_hourly_take (GArray *times, guint cap, gint64 now);

G_END_DECLS
