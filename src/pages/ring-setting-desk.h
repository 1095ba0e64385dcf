/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The setting of the design that was picked, by the gem it holds. Changes are steps of the design.
 *
 * Signal "changed": another one is picked, or it is another one now. Main thread. */
#pragma once

#include "ring-setting-numbers.h"

G_BEGIN_DECLS

#define RING_TYPE_SETTING_DESK (ring_setting_desk_get_type ())
G_DECLARE_FINAL_TYPE (RingSettingDesk, ring_setting_desk, RING, SETTING_DESK, GObject)

RingSettingDesk *ring_setting_desk_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* DESIGN may be NULL. Nothing is picked from now on. */
void             ring_setting_desk_set_design (RingSettingDesk *self, RingDesign *design);
/* The gem whose setting is meant; NULL, or one without a setting: the next one. */
void             ring_setting_desk_pick (RingSettingDesk *self, const char *gem_id);
/* FALSE while the next one is meant. */
gboolean         ring_setting_desk_get (RingSettingDesk *self, RingPickedSetting *picked);

/* Puts the setting, or how its gem stands, as it is in PICKED. Changes of the same WHAT that follow
 * each other are one step. */
void             ring_setting_desk_put_setting (RingSettingDesk *self, const RingPickedSetting *picked, const char *what);
void             ring_setting_desk_put_gem (RingSettingDesk *self, const RingPickedSetting *picked, const char *what);
/* What is picked becomes plain strokes; FALSE with ERROR where there is nothing that could. */
gboolean         ring_setting_desk_unfold (RingSettingDesk *self, GError **error);
void             ring_setting_desk_remove (RingSettingDesk *self);

G_END_DECLS
