/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters as outlines, for programs and cutters that have other fonts, or none. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SVG as this program writes it, with a path in the place of each of its texts; what other programs wrote stays as
 * it is. NULL with an error for what is no XML. */
GBytes *ring_text_paths_convert (GBytes *svg, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
