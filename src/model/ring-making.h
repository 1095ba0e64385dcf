/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a ring is made: its parts, what was done to them, by hand or machine, and what is left of models and
 * moulds; and which words that bears out. What is not recorded stays unknown. Pure but for what makes steps.
 *
 * The record "making" (one): mould (none, kept, destroyed) and pieces. Records "part": name, method, supplier and
 * number. Records "operation": what, by (hand, machine), who, hours and part (id). */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

typedef struct
{
  const char *value;
  const char *label; /* translated by the caller with _() */
} RingMakingValue;

/* What a field may have, in the order in which it is offered. */
const RingMakingValue *ring_making_methods (guint *n);
const RingMakingValue *ring_making_operations (guint *n);
const RingMakingValue *ring_making_hands (guint *n);
const RingMakingValue *ring_making_moulds (guint *n);
/* Whole ways of making a ring, to begin with. */
const RingMakingValue *ring_making_presets (guint *n);

#define RING_MAKING_MOST_PIECES 100000.0
#define RING_MAKING_MOST_HOURS 10000.0 /* of one operation */

typedef enum
{
  RING_MAKING_UNKNOWN,
  RING_MAKING_HOLDS,
  RING_MAKING_FAILS,
} RingMakingState;

/* 16 CFR 23.3(a): all of the shaping and forming from raw material, the finishing and the decoration were done by hand, or
 * by methods that a hand controls. *EVIDENCE says in a sentence what decides it. */
RingMakingState ring_making_is_handmade (const RingDrawing *drawing, char **evidence);
/* No rule defines it, so that it must be true to the letter: one piece, and nothing left that makes another. */
RingMakingState ring_making_is_one_of_a_kind (const RingDrawing *drawing, char **evidence);
/* FALSE where nobody wrote down how many there are. */
gboolean        ring_making_get_pieces (const RingDrawing *drawing, guint *pieces);
/* Hours of all operations. */
double          ring_making_get_hours (const RingDrawing *drawing);

/* A step that puts the parts and operations of a preset in the place of all that are recorded. */
RingEdit *ring_making_use (RingDesign *design, const char *preset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
