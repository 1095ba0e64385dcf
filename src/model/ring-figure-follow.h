/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that hold on to things follow them. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* Adds to EDIT, whose result is being made, what it does to the figures of its drawing: their ends
 * go where the points that they hold on to are now. Where a point is no longer there, an end stays
 * where it was. An edit that only adds ink costs nothing. */
void ring_figures_follow (RingEdit *edit);

G_END_DECLS
