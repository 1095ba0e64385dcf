/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One reversible step: splices of items and of views, changed records, layer heads and view heads. All undo, in both
 * modes, is this one type. Built on a drawing by its owner, then committed to a design. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct _RingEdit RingEdit;

/* LABEL names the step in menus, translated ("Stroke"); it is copied. */
RingEdit *ring_edit_new (const RingDrawing *base, const char *label) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_edit_ref (RingEdit *edit);
void      ring_edit_unref (RingEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingEdit, ring_edit_unref)

/* Each of these applies at once to the edit's own working state, so that later ones see it. They
 * return FALSE, changing nothing, when the layer, item or record is not there. An item without
 * id must be given one by the caller (ring_design_new_id()). */
gboolean ring_edit_insert_item (RingEdit *edit, const char *layer_id, gsize position, const RingItem *item);
gboolean ring_edit_append_item (RingEdit *edit, const char *layer_id, const RingItem *item);
gboolean ring_edit_remove_item (RingEdit *edit, const char *item_id);
gboolean ring_edit_remove_item_at (RingEdit *edit, const char *layer_id, gsize position); /* one without an id too */
gboolean ring_edit_replace_item (RingEdit *edit, const RingItem *item); /* by its id */
void     ring_edit_set_record (RingEdit *edit, const RingRecord *record); /* adds or replaces */
gboolean ring_edit_remove_record (RingEdit *edit, const char *kind, const char *id);
gboolean ring_edit_set_layer (RingEdit *edit, const RingLayerHead *head); /* by its id */
gboolean ring_edit_set_view (RingEdit *edit, const RingViewHead *head); /* by its id */
/* A view comes and goes with its layers but without items: those are steps of their own, so that a
 * view is emptied before it is removed. */
gboolean ring_edit_append_view (RingEdit *edit, RingView *view);
gboolean ring_edit_remove_view (RingEdit *edit, const char *view_id);
/* The state at this point becomes what the revision ID holds; FALSE when it holds one already. Its
 * record is a step of its own (ring-revision.h). */
gboolean ring_edit_keep (RingEdit *edit, const char *id);
/* What TO holds comes in the place of the present, which is what FROM holds; FALSE when it is not. */
gboolean ring_edit_put (RingEdit *edit, const char *from, const char *to);
/* Whether the step puts a revision in the place of the present, so that everything is another. */
gboolean ring_edit_has_put (const RingEdit *edit);

gboolean     ring_edit_is_empty (const RingEdit *edit);
const char  *ring_edit_get_label (const RingEdit *edit);
/* Edits with the same key that follow each other within a second become one step (sliders,
 * typing). NULL, the default, never merges. */
void         ring_edit_set_merge_key (RingEdit *edit, const char *key);
const char  *ring_edit_get_merge_key (const RingEdit *edit);
RingDrawing *ring_edit_get_result (const RingEdit *edit); /* NULL once committed */

/* The state after (or, REVERT, before) the step; DRAWING must be the state on the other side. */
RingDrawing *ring_edit_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert) G_GNUC_WARN_UNUSED_RESULT;

/* Called for each thing the step touched, before and after; either may be NULL. For a record or a
 * layer head both items are NULL. */
typedef struct
{
  const char       *layer_id; /* of an item or a layer head; NULL for a record */
  gsize             position; /* of an item in its layer, of a record among the records */
  const RingItem   *old_item, *new_item;
  const RingRecord *old_record, *new_record;
  const RingLayerHead *old_layer, *new_layer;
  const RingView      *old_view, *new_view; /* empty; position is that of a new or removed one */
  const char          *kept;          /* the revision that got the state at this point */
  const char          *put_from, *put; /* revisions: the present was what the first holds, and became
                                        * what the second holds, which is not told thing by thing */
} RingChange;
typedef void (*RingChangeFunc) (const RingChange *change, gpointer user_data);
void ring_edit_foreach (const RingEdit *edit, RingChangeFunc func, gpointer user_data);

/* Many at once, in their order, for a caller who knows the working state: each item that goes lies
 * at its position there. */
void         ring_edit_splice (RingEdit *edit, const RingChange *changes, gsize n_changes);
/* For steps that were written down: adds what foreach() told, when it fits the working state. */
gboolean     ring_edit_add (RingEdit *edit, const RingChange *change);
/* The same without a state to try it on; it has no result. */
RingEdit    *ring_edit_new_loose (const char *label, const char *merge_key, const RingChange *changes, gsize n_changes) G_GNUC_WARN_UNUSED_RESULT;
/* As apply(), but NULL when DRAWING is not the state on the other side, as far as the things that
 * the step touches show it. */
RingDrawing *ring_edit_try_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
