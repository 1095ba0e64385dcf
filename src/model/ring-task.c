/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-text.h"

gboolean
ring_task_init (RingTask *task, const RingRecord *record, gint64 now_ms)
{
  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_TASK))
    return FALSE;
  *task = (RingTask){ .id = ring_record_get_id (record),
                      .text = ring_record_get_or (record, "text", ""),
                      .due = ring_record_get (record, "due"),
                      .done = ring_record_get (record, "done") };
  if (!ring_day_get_left (record, "due", now_ms, &task->days))
    {
      task->due = NULL;
      task->days = 0;
    }
  return TRUE;
}

/* Days are written so that their text sorts as they do. */
static int
compare (gconstpointer pa, gconstpointer pb)
{
  const RingTask *a = pa, *b = pb;

  if ((a->done == NULL) != (b->done == NULL))
    return a->done == NULL ? -1 : 1;
  if (a->done != NULL)
    return strcmp (b->done, a->done);
  if ((a->due == NULL) != (b->due == NULL))
    return a->due != NULL ? -1 : 1;
  return g_strcmp0 (a->due, b->due);
}

GArray *
ring_task_list (const RingDrawing *drawing, gint64 now_ms)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RingTask));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingTask task;

      if (ring_task_init (&task, ring_drawing_get_record (drawing, i), now_ms))
        g_array_append_val (list, task);
    }
  g_array_sort (list, compare);
  return list;
}

/* RECORD with the words and the day of TEXT; NULL without an error for nothing but blanks. */
static RingRecord *
read_text (const RingRecord *record, const char *text, GError **error)
{
  g_autofree char *words = g_strstrip (ring_text_clean (text, RING_TASK_MAX_CHARS));
  char *at = strrchr (words, '@');
  g_autoptr (RingRecord) dated = NULL;

  if (words[0] == '\0')
    return NULL;
  if (at != NULL && at != words)
    {
      dated = ring_day_with (record, "due", g_strstrip (at + 1), ring_clock_now_ms (), error);
      if (dated == NULL)
        return NULL;
      *at = '\0';
      g_strchomp (words);
    }
  else
    dated = ring_record_with (record, "due", NULL);
  return ring_record_with (dated, "text", words);
}

/* Lets go of RECORD, which may be NULL. */
static RingEdit *
make_step (RingDesign *design, RingRecord *record, const char *label)
{
  const RingRecord *old;
  RingEdit *edit = NULL;

  if (record == NULL)
    return NULL;
  old = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_TASK,
                                  ring_record_get_id (record));
  if (old == NULL || !ring_record_equal (old, record))
    {
      edit = ring_edit_new (ring_design_get_drawing (design), label);
      ring_edit_set_record (edit, record);
    }
  ring_record_unref (record);
  return edit;
}

RingEdit *
ring_task_add (RingDesign *design, const char *text, GError **error)
{
  g_autofree char *id = ring_design_new_id (design, 'j');
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_TASK, id);

  return make_step (design, read_text (empty, text, error), _ ("Task"));
}

static const RingRecord *
find (RingDesign *design, const char *id)
{
  return ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_TASK, id);
}

RingEdit *
ring_task_correct (RingDesign *design, const char *id, const char *text, GError **error)
{
  const RingRecord *old = find (design, id);

  return old != NULL ? make_step (design, read_text (old, text, error), _ ("Task")) : NULL;
}

RingEdit *
ring_task_set_done (RingDesign *design, const char *id, gboolean done)
{
  const RingRecord *old = find (design, id);
  g_autofree char *today = ring_day_of (ring_clock_now_ms ());

  if (old == NULL || done == (ring_record_get (old, "done") != NULL))
    return NULL;
  return make_step (design, ring_record_with (old, "done", done ? today : NULL),
                    done ? _ ("Task Done") : _ ("Task to Do Again"));
}

RingEdit *
ring_task_remove (RingDesign *design, const char *id)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove Task"));

  ring_edit_remove_record (edit, RING_RECORD_TASK, id);
  return edit;
}

char *
ring_task_format (const RingTask *task)
{
  return task->due != NULL ? g_strdup_printf ("%s @%s", task->text, task->due)
                           : g_strdup (task->text);
}
