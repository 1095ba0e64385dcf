/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose hands a stone went through: a log of its own records, each with what was done, with whom, when,
 * and what the stone weighed then. Pure; weights in carats. */
#pragma once

#include "ring-edit.h"
#include "ring-stone.h"

G_BEGIN_DECLS

/* Two weights of one loose stone differ by no more, ct: what scales to 0.01 can tell. */
#define RING_CUSTODY_TOLERANCE 0.01

typedef struct
{
  const RingRecord *record; /* of the drawing */
  double   carat;   /* 0 when it was not weighed */
  double   change;  /* since it was weighed last; 0 for none */
  gboolean flagged; /* it changed by more than the tolerance, and no cutter tells why */
} RingCustody;

/* What may be written down, in the order in which it usually happens; labels as in ring_stone_list(). */
const RingStoneValue *ring_custody_events (guint *n);
const char           *ring_custody_label (const RingRecord *record); /* translated */

/* The stone's log in its order, of RingCustody. */
GArray *ring_custody_list (const RingDrawing *drawing, const char *stone_id) G_GNUC_WARN_UNUSED_RESULT;

/* A line of the log with the id ID: EVENT at NOW_MS. WHO and CARAT are text as typed and may be "". NULL
 * with RING_ERROR_INVALID for a weight that none has; the message says what to do. */
RingRecord *ring_custody_new (const char *id, const char *stone_id, const char *event, const char *who, const char *carat, gint64 now_ms, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the stone's log out. */
void        ring_custody_remove (RingEdit *edit, const char *stone_id);

G_END_DECLS
