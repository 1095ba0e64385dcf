/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as records hold them, "2026-11-27", and as people write them. Today is the day in UTC, as
 * every time in a file is. Pure. */
#pragma once

#include "ring-record.h"

G_BEGIN_DECLS

/* The day of MS, milliseconds since 1970. */
char    *ring_day_of (gint64 ms) G_GNUC_WARN_UNUSED_RESULT;
/* "27 November 2026" of a record's day, translated; what is no day as it is, NULL of NULL. */
char    *ring_day_write (const char *day) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a moment in a record, "2026-11-27T10:00:00Z"; what is none as it is. */
char    *ring_day_write_moment (const char *at) G_GNUC_WARN_UNUSED_RESULT;
/* Calendar days from one day to another, negative when TO is the earlier; a time of day after "T" is
 * passed over. FALSE when either is NULL or no day. */
gboolean ring_day_between (const char *from, const char *to, int *days);

/* RECORD with the day that TEXT says in field NAME, "" for none: "2026-11-27", "27.11.2026", or "+10"
 * for ten days after NOW_MS. NULL with RING_ERROR_INVALID for what is no day; the message says how to
 * write one. */
RingRecord *ring_day_with (const RingRecord *record, const char *name, const char *text, gint64 now_ms, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Days from NOW_MS to the day in field NAME, negative once it is past; FALSE without a day. */
gboolean    ring_day_get_left (const RingRecord *record, const char *name, gint64 now_ms, int *days);

G_END_DECLS
