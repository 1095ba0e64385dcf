/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-database.h"
#include "ring-lists.h"

G_BEGIN_DECLS

struct _RingLists
{
  gatomicrefcount refs;
  char *path, *set_aside;
  sqlite3 *queries, *rows; /* a query must not keep the rows that are shown waiting */
  GMutex query_lock, row_lock;
  sqlite3_stmt *read; /* one row, under ROW_LOCK */
};

/* Columns of the table "detail" for the texts of an offer, in their order. */
extern const char *const ring_lists_text_columns[RING_OFFER_N_TEXTS];

G_END_DECLS
