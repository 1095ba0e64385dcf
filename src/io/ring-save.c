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
#include <unistd.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"

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

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, MIN (length, 1 << 24));

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          if (n == 0)
            errno = ENOSPC;
          return FALSE;
        }
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
sync_fd (int fd)
{
  int status;

  do
    status = fsync (fd);
  while (status != 0 && errno == EINTR);
  return status == 0;
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
      int fd = open (try, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

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
  return fchmod (fd, mode) == 0;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems cannot sync a folder; the new file is in place all the same. */
  if (fd >= 0)
    {
      sync_fd (fd);
      close (fd);
    }
}

/* Writes, syncs and closes FD in any case. */
static gboolean
fill (int fd, GBytes *bytes, const struct stat *old)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean ok = write_all (fd, data, length);
  int code;

  ok = ok && (old != NULL ? copy_mode (fd, old) : fchmod (fd, new_mode ()) == 0);
  ok = ok && sync_fd (fd);
  code = errno;
  /* Linux releases the descriptor even when close() was interrupted. */
  if (close (fd) != 0 && errno != EINTR && ok)
    return FALSE;
  errno = code;
  return ok;
}

/**
 * ring_save_bytes:
 * @path: the file; symbolic links are followed
 *
 * Puts @bytes at @path so that the old or the new content is there, whole, at every moment. An
 * existing file keeps its mode, and its owner and group where that is allowed. A file that
 * nobody may write is not replaced, although its folder would allow it. A second hard link keeps
 * the old content: rewriting in place could lose both.
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
  if (!fill (fd, bytes, exists ? &st : NULL) || rename (temporary, real) != 0)
    {
      int code = errno;

      unlink (temporary);
      return fail (path, code, error);
    }
  sync_folder (real);
  return TRUE;
}
