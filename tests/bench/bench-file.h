/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What programs that measure share: loading a design, and the middle of many figures. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

RingDrawing *bench_file_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of two doubles, for sorting. */
int          bench_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
