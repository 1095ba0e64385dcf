/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a list of band profiles: the section, drawn from the band's own surface, and its name.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-band.h"

G_BEGIN_DECLS

/* ROW's model has a row for "not recorded" and then N in ORDER, which must stay. */
void ring_profile_rows_set_up (AdwComboRow *row, const RingProfile *order, guint n);

G_END_DECLS
