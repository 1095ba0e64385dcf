/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What ring-item.c and ring-item-extent.c share. */
#pragma once

#include "ring-item.h"

G_BEGIN_DECLS

/* The extent of ITEM before its matrix; empty for markup of which nothing is known. */
RingRect _ring_item_measure (const RingItem *item);

G_END_DECLS
