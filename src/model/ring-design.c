/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-design.h"

#include "ring-clock.h"
#include "ring-figure-follow.h"
#include "ring-pin-follow.h"
#include "ring-view-plan.h"

struct _RingDesign
{
  GObject parent_instance;

  RingDrawing *drawing;
  RingHistory *history;
  RingRandom random;
  gboolean read_only;
  RingStep step;
  RingDesignDraft make_draft; /* NULL without a stroke in hand */
  gpointer draft_data;

  /* What was last told by notify. */
  gboolean told_undo, told_redo, told_modified;
};

G_DEFINE_FINAL_TYPE (RingDesign, ring_design, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  N_PROPS,
};

enum
{
  CHANGED,
  HAND_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify_if (RingDesign *self, gboolean *told, gboolean now, guint property)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_state (RingDesign *self)
{
  notify_if (self, &self->told_undo, ring_design_get_can_undo (self), PROP_CAN_UNDO);
  notify_if (self, &self->told_redo, ring_design_get_can_redo (self), PROP_CAN_REDO);
  notify_if (self, &self->told_modified, ring_design_get_modified (self), PROP_MODIFIED);
}

static void
ring_design_finalize (GObject *object)
{
  RingDesign *self = RING_DESIGN (object);

  ring_drawing_unref (self->drawing);
  ring_history_free (self->history);

  G_OBJECT_CLASS (ring_design_parent_class)->finalize (object);
}

static void
ring_design_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingDesign *self = RING_DESIGN (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ring_design_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ring_design_get_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, ring_design_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ring_design_class_init (RingDesignClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ring_design_finalize;
  object_class->get_property = ring_design_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[HAND_CHANGED] = g_signal_new ("hand-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_design_init (RingDesign *self)
{
  self->history = ring_history_new ();
  ring_history_mark_saved (self->history);
  ring_random_init (&self->random);
}

/* ------------------------------------------------------- the empty design */

static void
add_view (RingDrawingBuilder *builder, RingRandom *random, const RingViewHead *head)
{
  g_autoptr (RingView) view
      = ring_view_plan_new_view (head, (RingViewPlanId) ring_random_id, random);

  ring_drawing_builder_add_view (builder, view);
}

RingDrawing *
ring_drawing_new_default (RingRandom *random)
{
  g_autofree char *uuid = ring_random_uuid (random);
  g_autofree char *ring_id = ring_random_id (random, 'r');
  g_autoptr (RingRecord) ring = ring_record_new (RING_RECORD_RING, ring_id);
  g_autoptr (GArray) heads = ring_view_plan_sheet (1);
  RingDrawingBuilder *builder = ring_drawing_builder_new (uuid, 210, 297);

  ring_drawing_builder_add_record (builder, ring);
  add_view (builder, random,
            &(RingViewHead){ .kind = RING_VIEW_PAGE, .scale = 1, .clip = { 0, 0, 210, 297 } });
  for (guint i = 0; i < heads->len; i++)
    {
      g_array_index (heads, RingViewHead, i).ring = ring_id;
      add_view (builder, random, &g_array_index (heads, RingViewHead, i));
    }
  return ring_drawing_builder_end (builder);
}

/* -------------------------------------------------------------- public API */

RingDesign *
ring_design_new (void)
{
  RingDesign *self = g_object_new (RING_TYPE_DESIGN, NULL);

  self->drawing = ring_drawing_new_default (&self->random);
  return self;
}

RingDesign *
ring_design_new_for_drawing (RingDrawing *drawing)
{
  RingDesign *self = g_object_new (RING_TYPE_DESIGN, NULL);

  self->drawing = ring_drawing_ref (drawing);
  return self;
}

RingDrawing *
ring_design_get_drawing (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);
  return self->drawing;
}

static void
set_drawing (RingDesign *self, RingDrawing *taken)
{
  RingDrawing *old = self->drawing;

  self->drawing = taken;
  ring_drawing_unref (old);
}

void
ring_design_replace (RingDesign *self, RingDrawing *drawing)
{
  g_return_if_fail (RING_IS_DESIGN (self));

  set_drawing (self, ring_drawing_ref (drawing));
  ring_history_free (self->history);
  self->history = ring_history_new ();
  ring_history_mark_saved (self->history);
  self->step = RING_STEP_REPLACED;
  g_signal_emit (self, signals[CHANGED], 0, NULL, FALSE);
  tell_state (self);
}

void
ring_design_restore (RingDesign *self, RingDrawing *drawing, RingHistory *history)
{
  g_return_if_fail (RING_IS_DESIGN (self));

  set_drawing (self, ring_drawing_ref (drawing));
  ring_history_free (self->history);
  self->history = history;
  self->step = RING_STEP_REPLACED;
  g_signal_emit (self, signals[CHANGED], 0, NULL, FALSE);
  tell_state (self);
}

RingHistory *
ring_design_get_history (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);
  return self->history;
}

RingStep
ring_design_get_step (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), RING_STEP_REPLACED);
  return self->step;
}

static gboolean
is_taken (const RingDrawing *drawing, const char *id)
{
  if (ring_drawing_find_item (drawing, id, NULL, NULL) != NULL
      || ring_drawing_find_layer (drawing, id, NULL) != NULL
      || ring_drawing_find_view (drawing, id) != NULL)
    return TRUE;
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const char *record_id = ring_record_get_id (ring_drawing_get_record (drawing, i));
      const RingDrawing *state = ring_drawing_get_state (drawing, record_id);

      if (g_str_equal (record_id, id) || (state != NULL && is_taken (state, id)))
        return TRUE;
    }
  return FALSE;
}

/* Ids are random enough never to meet, but a seeded source meets its own past, so the present
 * state and its revisions are asked. */
char *
ring_design_new_id (RingDesign *self, char kind)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);

  for (;;)
    {
      g_autofree char *id = ring_random_id (&self->random, kind);

      if (!is_taken (self->drawing, id))
        return g_steal_pointer (&id);
    }
}

gboolean
ring_design_commit (RingDesign *self, RingEdit *edit)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);

  if (self->read_only)
    {
      ring_edit_unref (edit);
      return FALSE;
    }
  if (ring_edit_is_empty (edit))
    {
      ring_edit_unref (edit);
      return TRUE;
    }

  /* Figures may hold on to pins. */
  ring_pins_follow (edit, self->drawing);
  ring_figures_follow (edit);
  /* Listeners see the edit itself, not the step it may have been merged into. */
  set_drawing (self, ring_drawing_ref (ring_edit_get_result (edit)));
  self->step = ring_history_push (self->history, ring_edit_ref (edit), ring_clock_now_ms ())
                 ? RING_STEP_MERGED
                 : RING_STEP_COMMITTED;
  g_signal_emit (self, signals[CHANGED], 0, ring_edit_has_put (edit) ? NULL : edit, FALSE);
  ring_edit_unref (edit);
  tell_state (self);
  return TRUE;
}

static gboolean
step (RingDesign *self, gboolean back)
{
  RingEdit *edit;

  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  if (self->read_only)
    return FALSE;
  edit = back ? ring_history_back (self->history) : ring_history_forward (self->history);
  if (edit == NULL)
    return FALSE;

  set_drawing (self, ring_edit_apply (edit, self->drawing, back));
  self->step = back ? RING_STEP_UNDONE : RING_STEP_REDONE;
  g_signal_emit (self, signals[CHANGED], 0, ring_edit_has_put (edit) ? NULL : edit, back);
  tell_state (self);
  return TRUE;
}

gboolean
ring_design_undo (RingDesign *self)
{
  return step (self, TRUE);
}

gboolean
ring_design_redo (RingDesign *self)
{
  return step (self, FALSE);
}

gboolean
ring_design_get_can_undo (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  return !self->read_only && ring_history_peek_back (self->history) != NULL;
}

gboolean
ring_design_get_can_redo (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  return !self->read_only && ring_history_peek_forward (self->history) != NULL;
}

static const char *
label_of (RingEdit *edit)
{
  return edit != NULL ? ring_edit_get_label (edit) : NULL;
}

const char *
ring_design_get_undo_label (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);
  return label_of (ring_history_peek_back (self->history));
}

const char *
ring_design_get_redo_label (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);
  return label_of (ring_history_peek_forward (self->history));
}

gboolean
ring_design_get_modified (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  return !ring_history_is_saved (self->history);
}

/* SAVED is the state that reached the disk; while it was written the design may have gone on. */
void
ring_design_mark_saved (RingDesign *self, RingDrawing *saved)
{
  g_return_if_fail (RING_IS_DESIGN (self));

  if (saved == self->drawing)
    ring_history_mark_saved (self->history);
  else
    ring_history_forget_saved (self->history);
  tell_state (self);
}

gboolean
ring_design_get_read_only (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  return self->read_only;
}

void
ring_design_set_read_only (RingDesign *self, gboolean read_only)
{
  g_return_if_fail (RING_IS_DESIGN (self));

  read_only = !!read_only;
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  tell_state (self);
}

void
ring_design_set_hand (RingDesign *self, RingDesignDraft make, gpointer data)
{
  g_return_if_fail (RING_IS_DESIGN (self));

  self->make_draft = make;
  self->draft_data = data;
  g_signal_emit (self, signals[HAND_CHANGED], 0);
}

gboolean
ring_design_has_hand (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), FALSE);
  return self->make_draft != NULL;
}

RingEdit *
ring_design_make_draft (RingDesign *self)
{
  g_return_val_if_fail (RING_IS_DESIGN (self), NULL);
  return self->make_draft != NULL ? self->make_draft (self->draft_data) : NULL;
}
