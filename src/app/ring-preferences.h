/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: what the shop's bench asks for at least, beside what the sources say. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-source.h"

G_BEGIN_DECLS

GtkWindow *ring_preferences_new (GtkWindow *parent, RingCatalogueSource *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
