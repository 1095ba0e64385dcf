/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences of shop-floor mode: the code, the visitor's time, the printer, and what is kept. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *ring_floor_preferences_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
