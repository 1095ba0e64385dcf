/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shop's terms, on pages of their own behind what a client gets. Any thread with its own context; mm. */
#pragma once

#include "ring-export.h"

G_BEGIN_DECLS

/* 0 where the shop has none. */
guint ring_terms_count (const RingExportOptions *options, double width, double height);
/* The I-th of them, which is page PAGE of N of the whole. */
void  ring_terms_draw (cairo_t *cr, const RingExportOptions *options, double width, double height, guint i, guint page, guint n);

G_END_DECLS
