/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a visitor takes along: the ring in words, and the same words as a square of dots that a telephone reads without a
 * network. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* PRINTS offers the sheet, too (action floor.print). */
GtkWidget *ring_floor_home_new (const char *text, gboolean prints, gboolean upright) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
