/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as text, the same in every locale. Nothing else in the program turns a double into
 * text for a file or back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values past this are refused when read: no ring, page or date in it is larger. */
#define RING_NUMBER_MAX 1e13

gboolean ring_number_scan (const char **text, double *value);
gboolean ring_number_parse (const char *text, double *value);
void     ring_number_append (GString *string, double value, guint decimals);
char    *ring_number_format (double value, guint decimals) G_GNUC_WARN_UNUSED_RESULT;
/* A scale, of two decimals at most: "2.5:1", "1:4". */
char    *ring_number_format_scale (double scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
