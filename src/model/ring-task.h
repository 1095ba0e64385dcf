/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to do for a commission. Each is a record "task" with the fields text, due (a day) and,
 * once it is done, done (the day). Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"

G_BEGIN_DECLS

#define RING_TASK_MAX_CHARS 300

/* One task; the strings are the record's. */
typedef struct
{
  const char *id;
  const char *text;     /* never NULL */
  const char *due;      /* NULL without a day */
  const char *done;     /* NULL while it is to do */
  int         days;     /* left until it is due, negative when that is past; 0 without a day */
} RingTask;

/* FALSE where RECORD is no task; NOW_MS is what days left are counted from. */
gboolean ring_task_init (RingTask *task, const RingRecord *record, gint64 now_ms);
/* Of RingTask: what is to do, the next due first and what has no day after them, then what is done, the
 * latest first; else in the order of the file. Valid as long as DRAWING. */
GArray  *ring_task_list (const RingDrawing *drawing, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/* Steps. TEXT may end in a day behind an "@", "Order the claws @+10" or "@27.11.2026"; NULL with
 * RING_ERROR_INVALID where that is none, and without an error for nothing but blanks. */
RingEdit *ring_task_add (RingDesign *design, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for one that is there. */
RingEdit *ring_task_correct (RingDesign *design, const char *id, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Done today, or to do again. NULL where it is so already. */
RingEdit *ring_task_set_done (RingDesign *design, const char *id, gboolean done) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_task_remove (RingDesign *design, const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* As it was typed: with its day behind an "@". */
char     *ring_task_format (const RingTask *task) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
