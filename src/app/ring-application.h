/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program with its windows: one workfile each. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

#define RING_TYPE_APPLICATION (ring_application_get_type ())
G_DECLARE_FINAL_TYPE (RingApplication, ring_application, RING, APPLICATION, AdwApplication)

RingApplication *ring_application_new (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;
/* The catalogue that was asked for with --catalogue, and what was noticed in it; NULL and NULL
 * when none was. They belong to the application. */
RingCatalogue   *ring_application_get_catalogue (RingApplication *self, const RingLoadReport **report);
/* Runs until the last window is closed; the value is the program's exit status. */
int              ring_application_run (int argc, char **argv);

G_END_DECLS
