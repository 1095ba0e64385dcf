/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program with its windows: one workfile each. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-source.h"

G_BEGIN_DECLS

#define RING_TYPE_APPLICATION (ring_application_get_type ())
G_DECLARE_FINAL_TYPE (RingApplication, ring_application, RING, APPLICATION, AdwApplication)

RingApplication *ring_application_new (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;
/* The catalogue of all windows; it belongs to the application. */
RingCatalogueSource *ring_application_get_catalogue (RingApplication *self);
/* Runs until the last window is closed; the value is the program's exit status. */
int              ring_application_run (int argc, char **argv);

G_END_DECLS
