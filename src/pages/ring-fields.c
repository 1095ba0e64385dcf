/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-fields-private.h"

#include "ring-stone-note.h"

G_DEFINE_FINAL_TYPE (RingFields, ring_fields, G_TYPE_OBJECT)

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
_ring_fields_refuse (RingFields *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
show_all (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);

  /* Rows report the change that is made to them here; it must not become an edit. */
  self->showing = TRUE;
  for (guint i = 0; i < self->bindings->len; i++)
    {
      RingFieldsBinding *binding = g_ptr_array_index (self->bindings, i);
      const char *value = record != NULL ? ring_record_get (record, binding->name) : NULL;

      binding->show (binding, value != NULL ? value : "");
    }
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
_ring_fields_commit_record (RingFields *self, RingRecord *changed, const char *merge)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingEdit *edit;
  g_autofree char *key = NULL;

  edit = ring_edit_new (drawing, self->label);
  /* A stone's pins carry what its record says. */
  if (g_str_equal (self->kind, RING_RECORD_STONE))
    ring_stone_note_set (edit, changed);
  else
    ring_edit_set_record (edit, changed);
  if (self->also != NULL)
    self->also (edit, self->also_data);
  if (merge != NULL)
    {
      key = g_strdup_printf ("%s/%s/%s", self->kind, ring_record_get_id (changed), merge);
      ring_edit_set_merge_key (edit, key);
    }
  /* What was set and the design did not take goes back. */
  if (!ring_design_commit (self->design, edit))
    show_all (self);
}

RingRecord *
_ring_fields_take_record (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);
  g_autofree char *id = NULL;

  if (record != NULL)
    return ring_record_ref (record);
  if (self->id == NULL && !g_str_equal (self->kind, RING_RECORD_COMMISSION)
      && !g_str_equal (self->kind, RING_RECORD_CHOICE)
      && !g_str_equal (self->kind, RING_RECORD_ESTIMATE)
      && !g_str_equal (self->kind, RING_RECORD_MAKING))
    id = ring_design_new_id (self->design, self->kind[0]);
  return ring_record_new (self->kind, id != NULL ? id : self->id);
}

static void
ring_fields_dispose (GObject *object)
{
  RingFields *self = RING_FIELDS (object);

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_fields_parent_class)->dispose (object);
}

static void
ring_fields_finalize (GObject *object)
{
  RingFields *self = RING_FIELDS (object);

  g_ptr_array_unref (self->bindings);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->label);
  G_OBJECT_CLASS (ring_fields_parent_class)->finalize (object);
}

static void
ring_fields_class_init (RingFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ring_fields_dispose;
  object_class->finalize = ring_fields_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_fields_init (RingFields *self)
{
  self->bindings = g_ptr_array_new_with_free_func (_ring_fields_free_binding);
}

RingFields *
ring_fields_new (const char *kind, const char *label)
{
  RingFields *self = g_object_new (RING_TYPE_FIELDS, NULL);

  self->kind = g_strdup (kind);
  self->label = g_strdup (label);
  return self;
}

void
ring_fields_set_design (RingFields *self, RingDesign *design, const char *id)
{
  g_return_if_fail (RING_IS_FIELDS (self));

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  g_set_object (&self->design, design);
  g_free (self->id);
  self->id = g_strdup (id);
  if (design != NULL)
    {
      g_signal_connect_swapped (design, "changed", G_CALLBACK (show_all), self);
      g_signal_connect_swapped (design, "notify::read-only", G_CALLBACK (show_all), self);
    }
  show_all (self);
}

void
ring_fields_set_also (RingFields *self, RingFieldsAlso also, gpointer data)
{
  self->also = also;
  self->also_data = data;
}

RingDesign *
ring_fields_get_design (RingFields *self)
{
  return self->design;
}

const RingRecord *
ring_fields_get_record (RingFields *self)
{
  if (self->design == NULL)
    return NULL;
  return ring_drawing_find_record (ring_design_get_drawing (self->design), self->kind, self->id);
}

const char *
ring_fields_get_id (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);

  return record != NULL ? ring_record_get_id (record) : NULL;
}

void
ring_fields_set (RingFields *self, const char *merge, const char *name, ...)
{
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) record = NULL;
  va_list args;

  g_return_if_fail (RING_IS_FIELDS (self));

  if (self->design == NULL)
    return;
  before = _ring_fields_take_record (self);
  record = ring_record_ref (before);
  va_start (args, name);
  while (name != NULL)
    {
      const char *value = va_arg (args, const char *);
      RingRecord *next = ring_record_with (record, name, value);

      ring_record_unref (record);
      record = next;
      name = va_arg (args, const char *);
    }
  va_end (args);
  if (!ring_record_equal (before, record))
    _ring_fields_commit_record (self, record, merge);
}

