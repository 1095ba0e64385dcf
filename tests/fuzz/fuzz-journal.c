/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Journals, as a crash or a bad disk leaves them: first the bytes as they are, behind the line that
 * every journal begins with; then each part between lines "%%K" as a whole record of the kind K, so
 * that changes reach what lies behind the checksums. What is restored can be written. */
#include "ring-disk.h"
#include "ring-fuzz.h"
#include "ring-restored.h"
#include "ring-svg.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

#define MAGIC "Ringwright journal 1\n"

static char *folder;

static void
forget_folder (void)
{
  g_rmdir (folder);
  g_free (folder);
}

static void
look (RingJournal *journal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingRestored) restored = ring_restored_read (journal, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true ((restored != NULL) == (error == NULL));
  if (restored == NULL)
    return;
  ring_restored_is_unsaved (restored);
  bytes = ring_svg_write (restored->drawing, RING_WRITE_DESIGN);
}

static void
look_at_bytes (const guint8 *data, gsize n)
{
  g_autofree char *path = g_build_filename (folder, "raw" RING_JOURNAL_SUFFIX, NULL);
  g_autofree char *bytes = g_malloc (strlen (MAGIC) + n);
  RingJournalFile file = { 0 };
  gboolean settled;
  RingJournal *journal;

  memcpy (bytes, MAGIC, strlen (MAGIC));
  memcpy (bytes + strlen (MAGIC), data, n);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) (strlen (MAGIC) + n),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if (ring_restored_read_file (path, &file, &settled))
    ring_journal_file_clear (&file);
  journal = ring_journal_open (path, NULL);
  if (journal != NULL)
    {
      look (journal);
      ring_journal_remove (journal);
    }
  g_unlink (path);
}

static void
append_records (RingJournal *journal, const char *text, gsize n)
{
  const char *end = text + n;

  while (text + 4 <= end && memcmp (text, "%%", 2) == 0)
    {
      char kind = text[2];
      const char *data = text + 4, *next = data;

      while (next < end && !(next[0] == '%' && next + 1 < end && next[1] == '%' && next[-1] == '\n'))
        next++;
      ring_journal_append (journal, (RingJournalKind) kind, data, (gsize) (next - data), NULL, NULL);
      text = next;
    }
}

static void
look_at_records (const guint8 *data, gsize n)
{
  g_autoptr (RingJournal) made = ring_journal_create (folder, NULL);
  g_autofree char *path = g_strdup (ring_journal_get_path (made));
  RingJournal *journal;

  append_records (made, (const char *) data, n);
  g_clear_pointer (&made, ring_journal_close);
  journal = ring_journal_open (path, NULL);
  g_assert_nonnull (journal);
  look (journal);
  ring_journal_remove (journal);
}

/* What the target does is not to wait for a disk. */
static int
no_sync (int fd)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("ringwright-fuzz-XXXXXX", NULL);
      atexit (forget_folder);
      ring_disk.sync = no_sync;
    }
  look_at_bytes (data, n);
  look_at_records (data, n);
  return 0;
}
