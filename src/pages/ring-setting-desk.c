/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-setting-desk.h"

#include <glib/gi18n-lib.h>

#include "ring-setting-unfold.h"

struct _RingSettingDesk
{
  GObject parent_instance;

  RingDesign *design;
  gulong changed_id;
  char *gem_id;
};

G_DEFINE_FINAL_TYPE (RingSettingDesk, ring_setting_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
design_changed_cb (RingSettingDesk *self)
{
  if (self->gem_id != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ring_setting_desk_dispose (GObject *object)
{
  ring_setting_desk_set_design (RING_SETTING_DESK (object), NULL);
  G_OBJECT_CLASS (ring_setting_desk_parent_class)->dispose (object);
}

static void
ring_setting_desk_class_init (RingSettingDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_setting_desk_dispose;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_SETTING_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_setting_desk_init (RingSettingDesk *self)
{
}

RingSettingDesk *
ring_setting_desk_new (void)
{
  return g_object_new (RING_TYPE_SETTING_DESK, NULL);
}

void
ring_setting_desk_set_design (RingSettingDesk *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_SETTING_DESK (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_set_object (&self->design, design);
  if (design != NULL)
    self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (design_changed_cb),
                                                 self);
  ring_setting_desk_pick (self, NULL);
}

void
ring_setting_desk_pick (RingSettingDesk *self, const char *gem_id)
{
  g_return_if_fail (RING_IS_SETTING_DESK (self));

  if (g_strcmp0 (gem_id, self->gem_id) == 0)
    return;
  g_free (self->gem_id);
  self->gem_id = g_strdup (gem_id);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ring_setting_desk_get (RingSettingDesk *self, RingPickedSetting *picked)
{
  g_return_val_if_fail (RING_IS_SETTING_DESK (self), FALSE);

  return ring_picked_setting_init (picked, self->design, self->gem_id);
}

static void
commit (RingSettingDesk *self, RingEdit *edit, const char *what)
{
  g_autofree char *key = g_strdup_printf ("setting %s %s", self->gem_id, what);

  ring_edit_set_merge_key (edit, key);
  ring_design_commit (self->design, edit);
}

void
ring_setting_desk_put_setting (RingSettingDesk *self,
                               const RingPickedSetting *picked,
                               const char *what)
{
  RingEdit *edit;

  g_return_if_fail (RING_IS_SETTING_DESK (self));

  edit = ring_edit_new (picked->drawing, _ ("Change Setting"));
  ring_gem_setting_put (edit, picked->drawing, &picked->gem, &picked->spec.band, &picked->choice,
                        NULL);
  commit (self, edit, what);
}

void
ring_setting_desk_put_gem (RingSettingDesk *self, const RingPickedSetting *picked, const char *what)
{
  const RingRecord *old
      = ring_drawing_find_record (picked->drawing, RING_RECORD_GEM, picked->gem.id);
  g_autoptr (RingRecord) next = ring_gem_to_record (&picked->gem, old);
  RingEdit *edit;

  g_return_if_fail (RING_IS_SETTING_DESK (self));

  if (ring_record_equal (old, next))
    return;
  edit = ring_edit_new (picked->drawing, _ ("Move Gem"));
  ring_edit_set_record (edit, next);
  commit (self, edit, what);
}

gboolean
ring_setting_desk_unfold (RingSettingDesk *self, GError **error)
{
  RingEdit *edit;

  g_return_val_if_fail (RING_IS_SETTING_DESK (self), FALSE);

  edit = ring_setting_unfold (self->design, self->gem_id, error);
  if (edit != NULL)
    ring_design_commit (self->design, edit);
  return edit != NULL;
}

void
ring_setting_desk_remove (RingSettingDesk *self)
{
  RingPickedSetting picked;
  RingEdit *edit;

  g_return_if_fail (RING_IS_SETTING_DESK (self));

  if (!ring_setting_desk_get (self, &picked))
    return;
  edit = ring_edit_new (picked.drawing, _ ("Remove Setting"));
  ring_gem_setting_remove (edit, picked.drawing, picked.gem.id);
  ring_design_commit (self->design, edit);
}
