/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ring of a catalogue that lies nearest to a ring's record. Pure. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* RING and its first GEM may be NULL: without both the catalogue's first ring. *N_MENUS becomes how many menus the record
 * had something to say to. */
void ring_nearest_choice (const RingCatalogue *catalogue, const RingRecord *ring, const RingRecord *gem, RingChoice *choice, guint *n_menus);

G_END_DECLS
