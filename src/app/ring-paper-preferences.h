/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the preferences for paper and screen: whose paper it is, and how large a millimetre is on this
 * screen. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *ring_paper_preferences_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
