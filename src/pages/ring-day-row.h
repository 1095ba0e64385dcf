/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry row for a day: written, or chosen from a calendar behind a button. Main thread. */
#pragma once

#include "ring-fields.h"

G_BEGIN_DECLS

/* ROW is for the day NAME of the record of FIELDS, which it is written into as "2026-11-27". */
void ring_day_row_bind (AdwEntryRow *row, RingFields *fields, const char *name);

G_END_DECLS
