/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed view of a ring's record: what the surface model, the guides and the estimates need.
 * Pure; lengths mm.
 *
 * Fields of the record: label, wearer, hand, size (inner circumference, mm; absent = unknown),
 * size-system, gauge (how wide the one was that measured it), profile, width, thickness, base-width, base-thickness, alloy, finish. Its gems are
 * records of their own (ring-gem.h). */
#pragma once

#include "ring-band.h"
#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean    size_known;    /* else an assumed size is drawn and printed as to be confirmed */
  const char *size_system;   /* "us", "uk", "iso", ...; never NULL */
  RingBand    band;
  const char *alloy; /* id, "" when not chosen */
  const char *finish;
} RingSpec;

/* The size a ring is drawn at while its own is unknown: US 7, 54.42 mm. */
#define RING_SPEC_ASSUMED_CIRCUMFERENCE 54.4213

/* The strings belong to RECORD. A missing or impossible field takes its default: D profile
 * 2.2 x 1.8 mm. RECORD may be NULL. */
void ring_spec_init (RingSpec *spec, const RingRecord *record);
/* Whether each ring of DRAWING has its size; TRUE without a ring. */
gboolean ring_spec_is_size_known (const RingDrawing *drawing);

G_END_DECLS
