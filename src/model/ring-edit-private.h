/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history does with committed edits. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

void _ring_edit_forget_result (RingEdit *edit);
/* A new committed edit that does EDIT, then MORE. */
RingEdit *_ring_edit_merged (RingEdit *edit, RingEdit *more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
