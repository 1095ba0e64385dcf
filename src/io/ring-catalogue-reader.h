/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a catalogue file (docs/catalogue.md) and the one the program carries. */
#pragma once

#include "ring-catalogue.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

/* Fails only when nothing can be used; a missing part, duplicate code or bad price is a notice
 * with line and remedy in REPORT (may be NULL), and the rest works. */
RingCatalogue *ring_catalogue_read (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, and every mistake of the art as well: what is not drawn, keeps its colour in every metal,
 * stands at the wrong place. For who draws a catalogue; it looks at each point of each path. */
RingCatalogue *ring_catalogue_check (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The house catalogue from the program's own resources; read once, then shared. */
RingCatalogue *ring_catalogue_get_bundled (void); /* not a new reference */
/* Its file, to draw another one from; NULL when the program carries none. */
GBytes *ring_catalogue_get_bundled_bytes (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
