/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-database.h"
#include "ring-library.h"

G_BEGIN_DECLS

struct _RingLibrary
{
  gatomicrefcount refs;
  char *path;
  gboolean damaged;
  sqlite3 *db; /* for questions, under LOCK; an update has its own */
  GMutex lock;
};

G_END_DECLS
