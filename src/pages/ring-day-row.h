/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry row for a day: written, or chosen from a calendar behind a button. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A chosen day becomes the row's text, "2026-11-27", and the row says "entry-activated". */
void ring_day_row_set_up (AdwEntryRow *row);

G_END_DECLS
