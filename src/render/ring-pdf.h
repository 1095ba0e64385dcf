/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What cairo cannot say in a PDF, added behind it as an incremental update (ISO 32000-1, 7.5.6). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks viewers not to fit the pages to the paper: /PrintScaling /None. PDF is a file as cairo
 * writes it; any other is left alone, and FALSE returned. */
gboolean ring_pdf_keep_scale (GByteArray *pdf);

G_END_DECLS
