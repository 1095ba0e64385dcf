/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a catalogue ring shows what one of its menus is about: the stone, the front of the band, the ring. Main thread. */
#pragma once

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_MENU_VIEW "three-quarter"

/* Of the ring CHOICE, for menu MENU, mm. *LARGEST is what a menu of sizes is seen in, so that sizes are told apart at one
 * scale; empty, it is found. */
RingRect ring_menu_frame (RingCatalogueArt *art, const RingChoice *choice, guint menu, RingRect *largest);

G_END_DECLS
