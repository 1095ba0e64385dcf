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

GtkWidget *ring_setting_fields_new (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;
/* What the bar says of it; translated. */
char      *ring_setting_fields_format (RingInstruments *instruments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
