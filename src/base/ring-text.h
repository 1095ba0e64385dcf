/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that comes from people, files and the clipboard, made safe for XML and for showing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest text of one field, in characters. */
#define RING_TEXT_MAX_CHARS 4096

char    *ring_text_clean (const char *text, gsize max_chars) G_GNUC_WARN_UNUSED_RESULT;
gboolean ring_text_is_clean (const char *text);
void     ring_text_append_escaped (GString *string, const char *text);

G_END_DECLS
