/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* F_OFD_SETLK */

#include "ring-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "ring-disk.h"
#include "ring-error.h"

#define MAGIC "Ringwright journal 1\n"
#define MAGIC_LENGTH (sizeof MAGIC - 1)
#define HEAD_LENGTH 12
/* The largest file is 256 MiB, and a step may remove all that is in it. */
#define MAX_LENGTH (1u << 30)

struct _RingJournal
{
  char *path;
  int fd;
  goffset read;   /* where the next record is looked for */
  goffset length; /* where the next one is written */
};

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The journal %s could not be written: %s."), name, g_strerror (code));
  return FALSE;
}

static void
put_u32 (guint8 *to, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (to, &value, 4);
}

static guint32
get_u32 (const guint8 *from)
{
  guint32 value;

  memcpy (&value, from, 4);
  return GUINT32_FROM_LE (value);
}

/* Of length and kind too, so that zeroes are no record. */
static guint32
checksum (const guint8 *head, const void *data, gsize n)
{
  return XXH32 (n > 0 ? data : "", n, XXH32 (head, 8, 0x52494e47));
}

/* The lock belongs to the open file, not to the process: it goes when the last descriptor does,
 * however the program ended. Where a file system knows no locks, the journal counts as left:
 * what is restored twice can be closed, what is not restored is lost. */
static gboolean
lock (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (fd, F_OFD_SETLK, &whole) == 0 || (errno != EAGAIN && errno != EACCES);
}

static RingJournal *
journal_new (const char *path, int fd)
{
  RingJournal *journal = g_new0 (RingJournal, 1);

  journal->path = g_strdup (path);
  journal->fd = fd;
  journal->read = MAGIC_LENGTH;
  journal->length = MAGIC_LENGTH;
  return journal;
}

/* Somebody who looked for left journals may have taken this one before it was locked. */
static gboolean
is_ours (int fd)
{
  struct stat st;

  return lock (fd) && fstat (fd, &st) == 0 && st.st_nlink > 0;
}

RingJournal *
ring_journal_create (const char *folder, GError **error)
{
  int code = EEXIST;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (error, folder, errno);
      return NULL;
    }
  for (int i = 0; i < 100 && code == EEXIST; i++)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autofree char *name = g_strconcat (uuid, RING_JOURNAL_SUFFIX, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = ring_disk.open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0)
        {
          code = errno;
          continue;
        }
      if (!is_ours (fd))
        {
          ring_disk.close (fd);
          continue;
        }
      if (ring_disk_write_all (fd, MAGIC, MAGIC_LENGTH))
        {
          ring_disk_sync_folder_of (path);
          return journal_new (path, fd);
        }
      code = errno;
      ring_disk.unlink (path);
      ring_disk.close (fd);
    }
  fail (error, folder, code);
  return NULL;
}

static gboolean
has_magic (int fd)
{
  char magic[MAGIC_LENGTH];

  return pread (fd, magic, MAGIC_LENGTH, 0) == (ssize_t) MAGIC_LENGTH
         && memcmp (magic, MAGIC, MAGIC_LENGTH) == 0;
}

static RingJournal *
open_journal (const char *path, gboolean to_write, GError **error)
{
  int flags = (to_write ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  int fd = ring_disk.open (path, flags, 0);
  g_autofree char *name = g_filename_display_name (path);
  struct stat st;

  if (fd < 0)
    {
      fail (error, path, errno);
      return NULL;
    }
  if (to_write && !lock (fd))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("The journal %s is in use."), name);
  else if (fstat (fd, &st) != 0 || !S_ISREG (st.st_mode) || st.st_nlink == 0 || !has_magic (fd))
    g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("%s is no journal."), name);
  else
    {
      RingJournal *journal = journal_new (path, fd);

      journal->length = st.st_size;
      return journal;
    }
  ring_disk.close (fd);
  return NULL;
}

RingJournal *
ring_journal_open (const char *path, GError **error)
{
  return open_journal (path, TRUE, error);
}

RingJournal *
ring_journal_open_to_read (const char *path, GError **error)
{
  return open_journal (path, FALSE, error);
}

void
ring_journal_close (RingJournal *journal)
{
  if (journal == NULL)
    return;
  ring_disk.close (journal->fd);
  g_free (journal->path);
  g_free (journal);
}

/* The name goes while the lock is held, so that nobody takes it for one that was left. */
void
ring_journal_remove (RingJournal *journal)
{
  ring_disk.unlink (journal->path);
  ring_journal_close (journal);
}

const char *
ring_journal_get_path (const RingJournal *journal)
{
  return journal->path;
}

goffset
ring_journal_get_length (const RingJournal *journal)
{
  return journal->length;
}

/* ----------------------------------------------------------------- reading */

static gboolean
read_all (int fd, void *data, gsize n, goffset at)
{
  guint8 *to = data;

  while (n > 0)
    {
      ssize_t got = pread (fd, to, n, at);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      to += got;
      at += got;
      n -= (gsize) got;
    }
  return TRUE;
}

static GBytes *
read_record (RingJournal *journal, goffset at, RingJournalKind *kind)
{
  guint8 head[HEAD_LENGTH];
  g_autofree char *data = NULL;
  guint32 n;

  if (!read_all (journal->fd, head, HEAD_LENGTH, at))
    return NULL;
  n = get_u32 (head);
  if (n > MAX_LENGTH || at + HEAD_LENGTH + (goffset) n > journal->length)
    return NULL;
  /* Nobody is promised an end, but texts are read more easily with one. */
  data = g_malloc ((gsize) n + 1);
  data[n] = '\0';
  if (!read_all (journal->fd, data, n, at + HEAD_LENGTH)
      || checksum (head, data, n) != get_u32 (head + 8))
    return NULL;
  *kind = (RingJournalKind) get_u32 (head + 4);
  return g_bytes_new_take (g_steal_pointer (&data), n);
}

gboolean
ring_journal_next (RingJournal *journal, RingJournalRecord *record)
{
  record->offset = journal->read;
  record->data = read_record (journal, journal->read, &record->kind);
  if (record->data == NULL)
    return FALSE;
  journal->read += HEAD_LENGTH + (goffset) g_bytes_get_size (record->data);
  return TRUE;
}

GBytes *
ring_journal_read_at (RingJournal *journal, goffset offset)
{
  RingJournalKind kind;

  return read_record (journal, offset, &kind);
}

/* ----------------------------------------------------------------- writing */

static gboolean
truncate_to (RingJournal *journal, goffset length)
{
  return ring_disk.truncate (journal->fd, length) == 0
         && lseek (journal->fd, length, SEEK_SET) == length;
}

gboolean
ring_journal_cut (RingJournal *journal, GError **error)
{
  if (!truncate_to (journal, journal->read))
    return fail (error, journal->path, errno);
  journal->length = journal->read;
  return TRUE;
}

gboolean
ring_journal_append (RingJournal *journal,
                     RingJournalKind kind,
                     const void *data,
                     gsize n,
                     goffset *offset,
                     GError **error)
{
  g_autofree guint8 *record = NULL;

  if (n > MAX_LENGTH)
    return fail (error, journal->path, EFBIG);
  record = g_malloc (HEAD_LENGTH + n);
  put_u32 (record, (guint32) n);
  put_u32 (record + 4, (guint32) kind);
  put_u32 (record + 8, checksum (record, data, n));
  if (n > 0)
    memcpy (record + HEAD_LENGTH, data, n);
  if (lseek (journal->fd, journal->length, SEEK_SET) < 0
      || !ring_disk_write_all (journal->fd, record, HEAD_LENGTH + n))
    {
      int code = errno;

      /* A part of a record would hide those that may still be written. */
      truncate_to (journal, journal->length);
      return fail (error, journal->path, code);
    }
  if (offset != NULL)
    *offset = journal->length;
  journal->length += HEAD_LENGTH + (goffset) n;
  return TRUE;
}

gboolean
ring_journal_sync (RingJournal *journal, GError **error)
{
  int status;

  do
    status = ring_disk.datasync (journal->fd);
  while (status != 0 && errno == EINTR);
  return status == 0 || fail (error, journal->path, errno);
}

gboolean
ring_journal_rename (RingJournal *journal, const char *path, GError **error)
{
  if (ring_disk.rename (journal->path, path) != 0)
    return fail (error, path, errno);
  g_free (journal->path);
  journal->path = g_strdup (path);
  return TRUE;
}

GPtrArray *
ring_journal_list_left (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (RingJournal) journal = NULL;

      if (g_str_has_suffix (name, RING_JOURNAL_SUFFIX)
          && (journal = ring_journal_open (path, NULL)) != NULL)
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return paths;
}

/* ------------------------------------------------------------- the base */

static void
put_word (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_strescape (value != NULL ? value : "", NULL);

  g_string_append_printf (out, "%s %s\n", name, escaped);
}

GBytes *
ring_journal_file_to_data (const RingJournalFile *file, GBytes *bytes)
{
  GString *out = g_string_new (NULL);
  gsize n;

  put_word (out, "uri", file->uri);
  put_word (out, "etag", file->etag);
  put_word (out, "sha256", file->sha256);
  put_word (out, "design", file->uuid);
  g_string_append_printf (out, "size %" G_GUINT64_FORMAT "\ntime %" G_GINT64_FORMAT "\nclean %d\n\n",
                          file->size, file->time, file->clean != FALSE);
  if (bytes != NULL)
    {
      const char *data = g_bytes_get_data (bytes, &n);

      g_string_append_len (out, data, (gssize) n);
    }
  return g_string_free_to_bytes (out);
}

static void
take_word (RingJournalFile *file, const char *line)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } words[] = {
    { "uri ", G_STRUCT_OFFSET (RingJournalFile, uri) },
    { "etag ", G_STRUCT_OFFSET (RingJournalFile, etag) },
    { "sha256 ", G_STRUCT_OFFSET (RingJournalFile, sha256) },
    { "design ", G_STRUCT_OFFSET (RingJournalFile, uuid) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line, words[i].name))
      {
        char **to = G_STRUCT_MEMBER_P (file, words[i].offset);

        g_free (*to);
        *to = g_strcompress (line + strlen (words[i].name));
      }
  if (g_str_has_prefix (line, "size "))
    file->size = g_ascii_strtoull (line + 5, NULL, 10);
  else if (g_str_has_prefix (line, "time "))
    file->time = g_ascii_strtoll (line + 5, NULL, 10);
  else if (g_str_has_prefix (line, "clean "))
    file->clean = line[6] == '1';
}

gboolean
ring_journal_file_from_data (GBytes *data, RingJournalFile *file, GBytes **bytes, GError **error)
{
  gsize n;
  const char *text = g_bytes_get_data (data, &n);
  const char *end = g_strstr_len (text, (gssize) n, "\n\n");
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  memset (file, 0, sizeof *file);
  if (end == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("The head of the journal is damaged."));
      return FALSE;
    }
  file->uri = g_strdup ("");
  file->etag = g_strdup ("");
  file->sha256 = g_strdup ("");
  file->uuid = g_strdup ("");
  words = g_strndup (text, (gsize) (end - text));
  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_word (file, lines[i]);
  if (bytes != NULL)
    *bytes = g_bytes_new_from_bytes (data, (gsize) (end + 2 - text), n - (gsize) (end + 2 - text));
  return TRUE;
}

void
ring_journal_file_clear (RingJournalFile *file)
{
  g_free (file->uri);
  g_free (file->etag);
  g_free (file->sha256);
  g_free (file->uuid);
  memset (file, 0, sizeof *file);
}

void
ring_journal_file_copy (RingJournalFile *to, const RingJournalFile *from)
{
  *to = *from;
  to->uri = g_strdup (from->uri);
  to->etag = g_strdup (from->etag);
  to->sha256 = g_strdup (from->sha256);
  to->uuid = g_strdup (from->uuid);
}
