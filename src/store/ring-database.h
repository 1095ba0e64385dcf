/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the databases of this program share: opening, a damaged file, and what SQLite's errors mean for
 * people. Only this room includes it. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Opens or makes the database at PATH, its folder too. SCHEMA is SQL for a new one, whose user_version
 * is VERSION. A file that is no such database, or is damaged, is set aside under another name, in whose
 * place a new one comes; *SET_ASIDE becomes the other name then, else NULL. NULL with an error where
 * the folder cannot be written. CHECKED is the table that must be whole, or NULL for all of the file, which is read then:
 * not for the main thread. */
sqlite3 *ring_database_open (const char *path, const char *schema, int version, const char *checked, char **set_aside, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Another connection to one that was opened. */
sqlite3 *ring_database_connect (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What went wrong last on DB: WHAT ("The list could not be imported") and why, and what to do. FALSE,
 * always. RING_ERROR_FORMAT means that the file is damaged. */
gboolean ring_database_fail (sqlite3 *db, const char *what, GError **error);

/* SQL without results. */
gboolean ring_database_run (sqlite3 *db, const char *sql, const char *what, GError **error);
/* NULL with an error. */
sqlite3_stmt *ring_database_prepare (sqlite3 *db, const char *sql, const char *what, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* One step of a statement without results, ready for the next. */
gboolean ring_database_step (sqlite3_stmt *statement, const char *what, GError **error);
/* NULL binds nothing. */
void     ring_database_bind (sqlite3_stmt *statement, int at, const char *text);

/* Words of people as a question to FTS5: each the start of a word, all of them. NULL for none. */
char    *ring_database_make_match (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
