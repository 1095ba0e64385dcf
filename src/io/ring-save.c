/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why not g_file_replace_contents(): on a full disk it commits the part that was written over the
 * good file, and through a symbolic link it rewrites in place. */
#include "ring-save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>

#include "ring-disk.h"
#include "ring-error.h"
#include "ring-file.h"

#define MAX_LINKS 40

/* Takes errno apart into a message that says what happened to the old file and what to do. */
static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                 _("“%s” cannot be written: %s. Nothing was changed; save it in another folder."),
                 name, g_strerror (code));
  else if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _("“%s” was not saved: %s. The old file is untouched; make room or save it "
                   "elsewhere."),
                 name, g_strerror (code));
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("“%s” was not saved: %s. The old file is untouched; save it elsewhere."), name,
                 g_strerror (code));
  return FALSE;
}

/* The file that PATH leads to, also when the last link points to nothing yet. NULL with errno. */
static char *
resolve (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *folder = g_path_get_dirname (at);
      g_autofree char *name = g_path_get_basename (at);
      g_autofree char *real = realpath (folder, NULL);
      g_autofree char *target = NULL;
      char *next;
      struct stat st;

      if (real == NULL)
        return NULL;
      next = g_build_filename (real, name, NULL);
      if (lstat (next, &st) != 0 || !S_ISLNK (st.st_mode))
        return next;
      target = g_file_read_link (next, NULL);
      g_free (next);
      if (target == NULL)
        {
          errno = EIO;
          return NULL;
        }
      g_free (at);
      at = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                       : g_build_filename (real, target, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* Creates a file that nobody else has, beside PATH. */
static int
open_temporary (const char *path, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  /* A name of the greatest length leaves no room for our additions. */
  if (strlen (name) > 200)
    name[200] = '\0';
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *hidden
          = g_strdup_printf (".%s.%08x.tmp", name, (guint) g_random_int ());
      char *try = g_build_filename (folder, hidden, NULL);
      int fd = ring_disk.open (try, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd >= 0)
        {
          *temporary = try;
          return fd;
        }
      g_free (try);
      if (errno != EEXIST && errno != EINTR)
        return -1;
    }
  return -1;
}

/* What a new file would get. The mask can only be read by setting it, which other threads would
 * notice, so the kernel's copy is asked. */
static mode_t
new_mode (void)
{
  g_autofree char *status = NULL;
  const char *found;
  guint mask = 022;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL)
      && (found = strstr (status, "\nUmask:")) != NULL)
    mask = (guint) strtoul (found + 7, NULL, 8);
  return 0666 & ~mask;
}

/* Owner and mode of the file that is replaced. A group that cannot be kept must not gain what the
 * old group had, so its bits go first. */
static gboolean
copy_mode (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;

  if (old->st_uid != geteuid () || old->st_gid != getegid ())
    {
      if (fchown (fd, old->st_uid, old->st_gid) != 0
          && fchown (fd, (uid_t) -1, old->st_gid) != 0)
        mode &= ~(mode_t) 06070;
    }
  return ring_disk.mode (fd, mode) == 0;
}

/* Labels, access lists and what else a person or a program has pinned to the file. What the new
 * place does not take is not worth losing the design for. */
static void
copy_attributes (int to, const char *path)
{
  ssize_t length = listxattr (path, NULL, 0);
  g_autofree char *names = length > 0 ? g_malloc ((gsize) length) : NULL;

  if (names == NULL || (length = listxattr (path, names, (gsize) length)) <= 0)
    return;
  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    {
      ssize_t size = getxattr (path, name, NULL, 0);
      g_autofree char *value = size >= 0 ? g_malloc ((gsize) size + 1) : NULL;

      if (value != NULL && (size = getxattr (path, name, value, (gsize) size)) >= 0
          && fsetxattr (to, name, value, (gsize) size, 0) != 0)
        g_debug ("%s: %s is not kept: %s", path, name, g_strerror (errno));
    }
}

/* Writes, syncs and closes FD in any case. */
static gboolean
fill (int fd, GBytes *bytes, const char *path, const struct stat *old)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean ok = ring_disk_write_all (fd, data, length);
  int code;

  ok = ok && (old != NULL ? copy_mode (fd, old) : ring_disk.mode (fd, new_mode ()) == 0);
  if (ok && old != NULL)
    copy_attributes (fd, path);
  ok = ok && ring_disk_sync (fd) == 0;
  code = errno;
  /* Linux releases the descriptor even when close() was interrupted. */
  if (ring_disk.close (fd) != 0 && errno != EINTR && ok)
    return FALSE;
  errno = code;
  return ok;
}

/* Puts BYTES into the file itself, and what was in it back when that fails: the room is taken
 * before the first byte is overwritten, and meanwhile all of BYTES lies in TEMPORARY. */
static gboolean
rewrite (const char *path, GBytes *bytes, GBytes *old)
{
  int fd = ring_disk.open (path, O_WRONLY | O_CLOEXEC, 0);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  gboolean ok;
  int code;

  if (fd < 0)
    return FALSE;
  ok = length == 0 || (code = posix_fallocate (fd, 0, (off_t) length)) == 0
       || code == EOPNOTSUPP || code == EINVAL;
  if (!ok)
    errno = code;
  ok = ok && ring_disk_write_all (fd, data, length) && ring_disk.truncate (fd, (off_t) length) == 0
       && ring_disk_sync (fd) == 0;
  code = errno;
  if (!ok && lseek (fd, 0, SEEK_SET) == 0)
    {
      data = g_bytes_get_data (old, &length);
      if (ring_disk_write_all (fd, data, length) && ring_disk.truncate (fd, (off_t) length) == 0)
        ring_disk_sync (fd);
    }
  ring_disk.close (fd);
  errno = code;
  return ok;
}

/* A file of more than one name keeps all of them. */
static gboolean
finish (const char *temporary, const char *real, GBytes *bytes, const struct stat *old)
{
  g_autoptr (GBytes) before = NULL;
  gboolean ok;

  if (old == NULL || old->st_nlink < 2)
    return ring_disk.rename (temporary, real) == 0;
  before = ring_file_read (real, NULL);
  if (before == NULL)
    {
      errno = EIO;
      return FALSE;
    }
  ok = rewrite (real, bytes, before);
  if (ok)
    ring_disk.unlink (temporary);
  return ok;
}

/**
 * ring_save_bytes:
 * @path: the file; symbolic links are followed
 *
 * Puts @bytes at @path so that the old or the new content is there, whole, at every moment. An
 * existing file keeps its mode and extended attributes, and its owner and group where that is
 * allowed. A file that nobody may write is not replaced, although its folder would allow it. A
 * file with further hard links is rewritten in place, so that they show the same: a crash just
 * then leaves the new content beside it as a hidden file, and in the journal.
 *
 * Returns: %FALSE with %RING_ERROR_READ_ONLY, %G_IO_ERROR_NO_SPACE or another GIO error, and the
 *   old file untouched
 */
gboolean
ring_save_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *real = resolve (path);
  g_autofree char *temporary = NULL;
  struct stat st;
  gboolean exists;
  int fd;

  if (real == NULL)
    return fail (path, errno, error);
  exists = stat (real, &st) == 0;
  if (exists && !S_ISREG (st.st_mode))
    return fail (path, S_ISDIR (st.st_mode) ? EISDIR : EINVAL, error);
  if (exists && ((st.st_mode & 0222) == 0 || access (real, W_OK) != 0))
    return fail (path, EACCES, error);

  fd = open_temporary (real, &temporary);
  if (fd < 0)
    return fail (path, errno, error);
  if (!fill (fd, bytes, real, exists ? &st : NULL)
      || !finish (temporary, real, bytes, exists ? &st : NULL))
    {
      int code = errno;

      ring_disk.unlink (temporary);
      return fail (path, code, error);
    }
  ring_disk_sync_folder_of (real);
  return TRUE;
}

/* Closing a stream completes it, the part of a file that was written as well as the whole. Only a
 * close that was cancelled before it began gives the new file up and keeps the old. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

gboolean
ring_save_stream (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream != NULL
      && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error)
      && g_output_stream_flush (G_OUTPUT_STREAM (stream), NULL, error))
    {
      if (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
        return TRUE;
    }
  else if (stream != NULL)
    give_up (G_OUTPUT_STREAM (stream));
  g_prefix_error (error, _("“%s” was not saved; save it elsewhere: "), name);
  return FALSE;
}

gboolean
ring_save_file (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? ring_save_bytes (path, bytes, error)
                      : ring_save_stream (file, bytes, error);
}
