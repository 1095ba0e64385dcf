/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which catalogue the program shows, and another one instead. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-source.h"

G_BEGIN_DECLS

GtkWidget *ring_catalogue_group_new (RingCatalogueSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
