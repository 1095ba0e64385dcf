/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-design.h"
#include "ring-gem.h"

/* A record with FIELDS: names and values, then NULL. */
RingRecord *ring_test_record (const char *kind, const char *id, const char *const *fields);
/* A drawing that differs from DRAWING by such a record. */
RingDrawing *ring_test_with_record (const RingDrawing *drawing,
                                    const char *kind,
                                    const char *id,
                                    const char *const *fields);

/* The view as it is now: each step makes another one. */
RingView *ring_test_view (RingDesign *design, RingViewKind kind);
RingLayer *ring_test_layer (RingDesign *design, RingViewKind kind, RingLayerRole role);
/* Makes what LAYER shows and lets be changed a step of DESIGN. */
void ring_test_set_layer (RingDesign *design, const RingLayer *layer, gboolean visible, gboolean locked);
/* The gem of DESIGN; there must be one. It lives as long as this drawing of DESIGN. */
RingGem ring_test_only_gem (RingDesign *design);

/* Makes EDIT a step of DESIGN; takes EDIT over. */
void ring_test_commit (RingDesign *design, RingEdit *edit);
/* Makes RECORD, which stays the caller's, a step of DESIGN. */
void ring_test_set_record (RingDesign *design, RingRecord *record);
