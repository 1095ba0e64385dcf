/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-history.h"

#include "ring-edit-private.h"

#define MERGE_WITHIN_MS 1000

struct _RingHistory
{
  GPtrArray *edits; /* of RingEdit */
  guint position;   /* edits before it are done, the others undone */
  gint64 saved;     /* the position of the saved state, -1 for none */
  gint64 last_push; /* when, ms; 0 when the last step must not grow */
};

RingHistory *
ring_history_new (void)
{
  RingHistory *history = g_new0 (RingHistory, 1);

  history->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_edit_unref);
  return history;
}

void
ring_history_free (RingHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->edits);
  g_free (history);
}

static gboolean
can_merge (RingHistory *history, const RingEdit *edit, gint64 now_ms)
{
  RingEdit *last = ring_history_peek_back (history);

  return last != NULL && history->last_push != 0 && now_ms - history->last_push <= MERGE_WITHIN_MS
         && now_ms >= history->last_push && ring_edit_get_merge_key (edit) != NULL
         && g_strcmp0 (ring_edit_get_merge_key (edit), ring_edit_get_merge_key (last)) == 0
         && history->saved != (gint64) history->position;
}

/* The last step and EDIT become one. Nobody sees the last step change: it may be on its way to the
 * journal in another thread. */
static void
merge (RingHistory *history, RingEdit *edit)
{
  gpointer *last = &history->edits->pdata[history->position - 1];
  RingEdit *merged = _ring_edit_merged (*last, edit);

  ring_edit_unref (*last);
  ring_edit_unref (edit);
  *last = merged;
}

void
ring_history_add (RingHistory *history, RingEdit *edit, gboolean merges)
{
  guint undone = history->edits->len - history->position;

  _ring_edit_forget_result (edit);
  if (merges && undone == 0 && history->position > 0)
    {
      merge (history, edit);
      return;
    }
  if (history->saved > (gint64) history->position)
    history->saved = -1;
  if (undone > 0)
    g_ptr_array_remove_range (history->edits, history->position, undone);
  g_ptr_array_add (history->edits, edit);
  history->position++;
}

gboolean
ring_history_push (RingHistory *history, RingEdit *edit, gint64 now_ms)
{
  gboolean merges
    = history->position == history->edits->len && can_merge (history, edit, now_ms);

  ring_history_add (history, edit, merges);
  history->last_push = now_ms;
  return merges;
}

RingEdit *
ring_history_peek_back (RingHistory *history)
{
  return history->position > 0 ? g_ptr_array_index (history->edits, history->position - 1) : NULL;
}

RingEdit *
ring_history_peek_forward (RingHistory *history)
{
  return history->position < history->edits->len
           ? g_ptr_array_index (history->edits, history->position)
           : NULL;
}

RingEdit *
ring_history_back (RingHistory *history)
{
  RingEdit *edit = ring_history_peek_back (history);

  if (edit != NULL)
    history->position--;
  history->last_push = 0;
  return edit;
}

RingEdit *
ring_history_forward (RingHistory *history)
{
  RingEdit *edit = ring_history_peek_forward (history);

  if (edit != NULL)
    history->position++;
  history->last_push = 0;
  return edit;
}

void
ring_history_mark_saved (RingHistory *history)
{
  history->saved = history->position;
}

void
ring_history_forget_saved (RingHistory *history)
{
  history->saved = -1;
}

gboolean
ring_history_is_saved (RingHistory *history)
{
  return history->saved == (gint64) history->position;
}

guint
ring_history_get_n (RingHistory *history)
{
  return history->edits->len;
}

RingEdit *
ring_history_get (RingHistory *history, guint i)
{
  g_return_val_if_fail (i < history->edits->len, NULL);
  return g_ptr_array_index (history->edits, i);
}

guint
ring_history_get_position (RingHistory *history)
{
  return history->position;
}

void
ring_history_trim (RingHistory *history, guint first, guint end)
{
  g_return_if_fail (first <= history->position && end >= history->position);
  g_return_if_fail (end <= history->edits->len);

  g_ptr_array_set_size (history->edits, (int) end);
  if (history->saved > (gint64) end || history->saved < (gint64) first)
    history->saved = -1;
  else
    history->saved -= first;
  if (first > 0)
    g_ptr_array_remove_range (history->edits, 0, first);
  history->position -= first;
  history->last_push = 0;
}
