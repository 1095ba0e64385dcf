/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The languages that the program speaks, and speaking another one while it runs: what is translated from then on is in
 * it; what stands on the screen is to be made anew. Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codes as "de" or "pt_BR", sorted; English, which is in the program itself, among them. */
char      **ring_language_list (void) G_GNUC_WARN_UNUSED_RESULT;
/* What the language is called in itself: "English", "Deutsch"; its code where its translators did not say. */
char       *ring_language_name (const char *code) G_GNUC_WARN_UNUSED_RESULT;
/* NULL is the session's again. */
void        ring_language_use (const char *code);
/* The one in use, of the list; the session's where none was chosen. */
const char *ring_language_get (void);

G_END_DECLS
