/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be set of settings: of the next one its kind; of the one that holds a gem all that is
 * proposed for it, and how its gem stands. Changes are steps of the design. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_SETTING_FIELDS (ring_setting_fields_get_type ())
G_DECLARE_FINAL_TYPE (RingSettingFields, ring_setting_fields, RING, SETTING_FIELDS, GtkBox)

GtkWidget *ring_setting_fields_new (RingInstruments *instruments);
/* DESIGN may be NULL. */
void       ring_setting_fields_set_design (RingSettingFields *self, RingDesign *design);
/* The gem whose setting is shown; NULL, or one without a setting: the next one. */
void       ring_setting_fields_pick (RingSettingFields *self, const char *gem_id);
/* What the bar says: "Claws, 6 × 1 mm"; translated. Set "changed" when it is another. */
char      *ring_setting_fields_format (RingSettingFields *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
