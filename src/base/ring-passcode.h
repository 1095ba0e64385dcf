/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A code of digits as it is kept: salted, and hashed so often that trying them all takes a while. It keeps visitors from
 * walking out of a mode; it is no lock on data. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_PASSCODE_LEAST 4
#define RING_PASSCODE_MOST 12

/* Digits only, and as many as above. */
gboolean ring_passcode_is_valid (const char *code);
/* What is kept of CODE, which must be valid: "sha256:ROUNDS:SALT:DIGEST", another each time. */
char    *ring_passcode_make (const char *code) G_GNUC_WARN_UNUSED_RESULT;
/* Whether CODE is the one that KEPT was made of; of anything that make() did not write it is not. */
gboolean ring_passcode_check (const char *kept, const char *code);

G_END_DECLS
