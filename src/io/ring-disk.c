/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int
open_file (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

RingDisk ring_disk = {
  .open = open_file,
  .write = write,
  .sync = fsync,
  .datasync = fdatasync,
  .truncate = ftruncate,
  .mode = fchmod,
  .close = close,
  .rename = rename,
  .unlink = unlink,
};

gboolean
ring_disk_write_all (int fd, const void *data, gsize length)
{
  const guint8 *at = data;

  while (length > 0)
    {
      ssize_t n = ring_disk.write (fd, at, MIN (length, 1 << 24));

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          if (n == 0)
            errno = ENOSPC;
          return FALSE;
        }
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

int
ring_disk_sync (int fd)
{
  int status;

  do
    status = ring_disk.sync (fd);
  while (status != 0 && errno == EINTR);
  return status;
}

void
ring_disk_sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = ring_disk.open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  ring_disk_sync (fd);
  ring_disk.close (fd);
}
