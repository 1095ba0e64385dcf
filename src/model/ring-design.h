/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design that is being worked on: its present state and its history. It has no file
 * (RingWorkfile has). Lives in the main thread; its states may go anywhere.
 *
 * Signals: "changed" (RingEdit *edit, gboolean reverted), after each step forward or back; the
 * edit is NULL when the whole state was replaced, as by a step that puts a revision in the place of
 * the present; "hand-changed", when a stroke was begun or ended.
 * Properties, with notify only on change:
 * can-undo, can-redo, modified, read-only (all gboolean). */
#pragma once

#include <glib-object.h>

#include "ring-history.h"
#include "ring-random.h"

G_BEGIN_DECLS

/* What the last "changed" told of. */
typedef enum
{
  RING_STEP_REPLACED,
  RING_STEP_COMMITTED,
  RING_STEP_MERGED, /* committed, and one step with the one before */
  RING_STEP_UNDONE,
  RING_STEP_REDONE,
} RingStep;

#define RING_TYPE_DESIGN (ring_design_get_type ())
G_DECLARE_FINAL_TYPE (RingDesign, ring_design, RING, DESIGN, GObject)

/* An empty design: an A4 page with five views (ring-view-plan.h), a ring of unknown size. */
RingDesign  *ring_design_new (void) G_GNUC_WARN_UNUSED_RESULT;
RingDesign  *ring_design_new_for_drawing (RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

RingDrawing *ring_design_get_drawing (RingDesign *design); /* not a new reference */
/* Forgets the history: for a file loaded again. */
void         ring_design_replace (RingDesign *design, RingDrawing *drawing);
/* As replace(), with the steps around DRAWING; takes HISTORY. */
void         ring_design_restore (RingDesign *design, RingDrawing *drawing, RingHistory *history);
/* The steps; read only. */
RingHistory *ring_design_get_history (RingDesign *design);
char        *ring_design_new_id (RingDesign *design, char kind) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the reference. An empty edit does nothing. FALSE when the design is read-only. */
gboolean     ring_design_commit (RingDesign *design, RingEdit *edit);
gboolean     ring_design_undo (RingDesign *design);
gboolean     ring_design_redo (RingDesign *design);
gboolean     ring_design_get_can_undo (RingDesign *design);
gboolean     ring_design_get_can_redo (RingDesign *design);
const char  *ring_design_get_undo_label (RingDesign *design); /* NULL for none */
const char  *ring_design_get_redo_label (RingDesign *design);
RingStep     ring_design_get_step (RingDesign *design);

/* While a stroke is in hand: MAKE gives what it would be as a step if it ended now, or NULL when it
 * grew by nothing since it was last asked. It is asked by whoever keeps what is not finished yet
 * ("hand-changed"). MAKE is NULL when the stroke ended. */
typedef RingEdit *(*RingDesignDraft) (gpointer data);
void         ring_design_set_hand (RingDesign *design, RingDesignDraft make, gpointer data);
gboolean     ring_design_has_hand (RingDesign *design);
RingEdit    *ring_design_make_draft (RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;

/* Modified: not the state that was last marked as saved. */
gboolean     ring_design_get_modified (RingDesign *design);
void         ring_design_mark_saved (RingDesign *design, RingDrawing *saved);
gboolean     ring_design_get_read_only (RingDesign *design);
void         ring_design_set_read_only (RingDesign *design, gboolean read_only);

RingDrawing *ring_drawing_new_default (RingRandom *random) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
