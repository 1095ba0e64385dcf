/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to do, in the panel: a field for something new, and rows to tick. A row that is tapped
 * comes into the field and can be corrected or removed. Main thread.
 *
 * Signal "refused" (const char *message): a day that is none, translated. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_TASK_GROUP (ring_task_group_get_type ())
G_DECLARE_FINAL_TYPE (RingTaskGroup, ring_task_group, RING, TASK_GROUP, AdwBin)

/* DESIGN may be NULL. */
void ring_task_group_set_design (RingTaskGroup *self, RingDesign *design);
void ring_task_group_update (RingTaskGroup *self);

G_END_DECLS
