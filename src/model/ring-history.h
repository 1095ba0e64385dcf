/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a design, forward and back, without limit. It knows edits and nothing else. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

typedef struct _RingHistory RingHistory;

RingHistory *ring_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         ring_history_free (RingHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingHistory, ring_history_free)

/* Takes EDIT, already applied; what could be redone is forgotten. NOW_MS decides whether it
 * becomes one step with the last (ring_edit_set_merge_key()). */
gboolean  ring_history_push (RingHistory *history, RingEdit *edit, gint64 now_ms); /* TRUE: it did */
/* The step to undo or redo, NULL when there is none; moves over it. Not a new reference. */
RingEdit *ring_history_back (RingHistory *history);
RingEdit *ring_history_forward (RingHistory *history);
RingEdit *ring_history_peek_back (RingHistory *history);
RingEdit *ring_history_peek_forward (RingHistory *history);

/* Which step the saved state follows. */
void      ring_history_mark_saved (RingHistory *history);
void      ring_history_forget_saved (RingHistory *history); /* no state of the history is saved */
gboolean  ring_history_is_saved (RingHistory *history);

/* Adds EDIT, taken, as a step of its own or as part of the last one. */
void      ring_history_add (RingHistory *history, RingEdit *edit, gboolean merge);

/* All steps, oldest first; those before POSITION are done. */
guint     ring_history_get_n (RingHistory *history);
RingEdit *ring_history_get (RingHistory *history, guint i);
guint     ring_history_get_position (RingHistory *history);
/* Forgets the steps before FIRST, which are done, and those from END on, which are not. */
void      ring_history_trim (RingHistory *history, guint first, guint end);

G_END_DECLS
