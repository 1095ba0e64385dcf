/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation in the panel: a field to write down what is said while it is said, and what was,
 * the latest first. A row that is tapped comes into the field and can be corrected or removed. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "ring-canvas.h"
#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_TALK_GROUP (ring_talk_group_get_type ())
G_DECLARE_FINAL_TYPE (RingTalkGroup, ring_talk_group, RING, TALK_GROUP, AdwBin)

/* DESIGN may be NULL. */
void ring_talk_group_set_design (RingTalkGroup *self, RingDesign *design);
/* Where the pen was last is the place that an entry is linked to, and where a place is shown. */
void ring_talk_group_set_canvas (RingTalkGroup *self, RingCanvas *canvas);
void ring_talk_group_update (RingTalkGroup *self);
/* The field has the focus, for what the client or the jeweler says next. */
void ring_talk_group_write (RingTalkGroup *self, gboolean jeweler);
/* All that was said, with the focus on the entry ID. */
void ring_talk_group_show (RingTalkGroup *self, const char *id);

G_END_DECLS
