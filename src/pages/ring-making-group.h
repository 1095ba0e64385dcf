/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The group "Making" of the panel: a whole way of making with one choice, then parts and operations one by one,
 * what is left of models and moulds, and which words all that bears out. Main thread.
 *
 * Signal "refused" (const char *message): what was typed was not taken. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_MAKING_GROUP (ring_making_group_get_type ())
G_DECLARE_FINAL_TYPE (RingMakingGroup, ring_making_group, RING, MAKING_GROUP, AdwBin)

/* DESIGN may be NULL. */
void ring_making_group_set_design (RingMakingGroup *self, RingDesign *design);

G_END_DECLS
