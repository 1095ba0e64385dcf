/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The calls to the system by which designs and journals reach the disk, in one table: tests let
 * the Nth of them fail, or the process die at it. Set before threads start. */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

typedef struct
{
  int     (*open) (const char *path, int flags, mode_t mode);
  ssize_t (*write) (int fd, const void *data, size_t n);
  int     (*sync) (int fd);     /* content and what is told about the file */
  int     (*datasync) (int fd); /* content and length */
  int     (*truncate) (int fd, off_t length);
  int     (*mode) (int fd, mode_t mode);
  int     (*close) (int fd);
  int     (*rename) (const char *from, const char *to);
  int     (*unlink) (const char *path);
} RingDisk;

extern RingDisk ring_disk;

/* The whole of DATA; interruptions and short writes are taken up. FALSE with errno. */
gboolean ring_disk_write_all (int fd, const void *data, gsize length);
/* As RingDisk.sync, not ended by a signal. */
int      ring_disk_sync (int fd);
/* So that names in the folder of PATH last. Some file systems cannot, and need not. */
void     ring_disk_sync_folder_of (const char *path);

G_END_DECLS
