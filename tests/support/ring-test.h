/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every test program shares: a world that is the same on each machine, private folders,
 * golden files and waiting with a deadline. A test calls ring_test_init() first and returns
 * ring_test_run(). Everything here is for the main thread.
 *
 * Environment:
 *   RING_TEST_UPDATE=1       golden files are rewritten instead of compared
 *   RING_TEST_OUTPUT=DIR     where a failed comparison leaves what it got (default: the build)
 *   RING_TEST_SEED=N         random tests repeat the failure that printed this
 *   RING_TEST_LONG=1         random tests go round fifty times as often
 *   RING_TEST_LOCALE=comma   the whole program runs in a locale that writes 1,5 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The moment at which the clock of every test stands: 2026-11-22T10:15:00Z. */
#define RING_TEST_NOW_MS G_GINT64_CONSTANT (1795342500000)

typedef gboolean (*RingTestCondition) (gpointer data);

void     ring_test_init (int *argc, char ***argv);
int      ring_test_run (void);
void     ring_test_use_comma_locale (void);

char    *ring_test_data_path (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_test_source_path (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_test_build_path (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_test_output_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_test_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;

GBytes  *ring_test_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void     ring_test_write (const char *path, const void *data, gssize length);

void     ring_test_assert_bytes (const char *what, GBytes *got, GBytes *expected);
void     ring_test_assert_golden (const char *relative, const void *data, gssize length);

gboolean ring_test_wait (RingTestCondition condition, gpointer data, double seconds);
guint64  ring_test_seed (guint64 fallback);
double   ring_test_work (void);
guint    ring_test_rounds (guint normal);

G_END_DECLS
