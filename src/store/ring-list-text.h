/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a list, in UTF-8 whatever it was written in: UTF-8 and UTF-16 with or without a mark at
 * the start; of other bytes each line by itself is taken for Windows-1252, which is what spreadsheets
 * write. One thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RingListText RingListText;

typedef struct
{
  const char *text; /* until the next line is asked for; not ended by a zero */
  gsize       length;
  guint       number; /* from 1 */
} RingListLine;

typedef struct
{
  gsize at;
  guint number, n_recoded;
} RingListMark;

/* NULL with RING_ERROR_FORMAT for a workbook or a picture, SYNTAX for broken UTF-16. */
RingListText *ring_list_text_new (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          ring_list_text_free (RingListText *self);

/* FALSE at the end. */
gboolean      ring_list_text_next (RingListText *self, RingListLine *line);
/* Before the next line, and back there. */
RingListMark  ring_list_text_mark (RingListText *self);
void          ring_list_text_go (RingListText *self, const RingListMark *mark);
void          ring_list_text_rewind (RingListText *self);

double        ring_list_text_get_progress (RingListText *self); /* 0 to 1 */
/* Lines from the last rewind() on that were not in UTF-8. */
guint         ring_list_text_get_n_recoded (RingListText *self);

G_END_DECLS
