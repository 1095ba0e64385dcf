/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout that the instrument sets out next, or the one of the design that was picked: what is
 * set goes into that one at once, and what is undone comes back.
 *
 * Signal "changed": another layout is picked, or a figure is another one. Main thread. */
#pragma once

#include "ring-design.h"
#include "ring-gem-layout.h"

G_BEGIN_DECLS

#define RING_TYPE_LAYOUT_DESK (ring_layout_desk_get_type ())
G_DECLARE_FINAL_TYPE (RingLayoutDesk, ring_layout_desk, RING, LAYOUT_DESK, GObject)

RingLayoutDesk *ring_layout_desk_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            ring_layout_desk_set_design (RingLayoutDesk *self, RingDesign *design);

/* Kind, stones and distances; without ids and points. */
const RingGemLayout *ring_layout_desk_get (RingLayoutDesk *self);
/* Of a picked layout that is another kind on the band, the kind changes; for any other kind it is
 * left, and the next one is meant. */
void            ring_layout_desk_set (RingLayoutDesk *self, const RingGemLayout *layout);
/* ID NULL: the next one is meant again, with the figures as they are. */
void            ring_layout_desk_pick (RingLayoutDesk *self, const char *id);
const char     *ring_layout_desk_get_picked (RingLayoutDesk *self);
/* What is picked goes, or becomes single gems. */
void            ring_layout_desk_remove (RingLayoutDesk *self);
void            ring_layout_desk_unfold (RingLayoutDesk *self);

/* How many and how heavy, when one is picked; else what the next stones are. IS_SHORT is for a few
 * letters' room. */
char           *ring_layout_desk_format (RingLayoutDesk *self, gboolean is_short) G_GNUC_WARN_UNUSED_RESULT;
/* Sets out what is picked; FALSE while there is none. Stones are too close when they stand closer
 * than LEAST, mm: what the source says, to begin with. */
gboolean        ring_layout_desk_lay (RingLayoutDesk *self, RingLaid *laid);
void            ring_layout_desk_set_least (RingLayoutDesk *self, double least);
double          ring_layout_desk_get_least (RingLayoutDesk *self);

/* What is to be remembered, a{sv}; reading passes over what it does not understand. */
GVariant       *ring_layout_desk_save (RingLayoutDesk *self) G_GNUC_WARN_UNUSED_RESULT; /* floating */
void            ring_layout_desk_load (RingLayoutDesk *self, GVariant *saved);

G_END_DECLS
