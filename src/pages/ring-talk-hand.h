/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry of the conversation that is written by hand: what is drawn between begin() and end(), about
 * what was drawn before. Main thread. */
#pragma once

#include "ring-canvas.h"
#include "ring-design.h"

G_BEGIN_DECLS

/* Zeroed to begin with. */
typedef struct
{
  RingDrawing *before; /* NULL while nobody writes */
  char *view;          /* id of what was being drawn; NULL for nothing */
  RingPoint point;
} RingTalkHand;

/* CANVAS may be NULL. */
void      ring_talk_hand_begin (RingTalkHand *hand, RingDesign *design, RingCanvas *canvas);
/* NULL where nothing was written. */
RingEdit *ring_talk_hand_end (RingTalkHand *hand, RingDesign *design, gboolean jeweler) G_GNUC_WARN_UNUSED_RESULT;
/* What was written stays on the sheet, and becomes no entry. */
void      ring_talk_hand_clear (RingTalkHand *hand);

/* STROKES, of RingItem, as large as a row lets them be, on paper in every style. */
GtkWidget *ring_talk_hand_new_ink (GPtrArray *strokes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
