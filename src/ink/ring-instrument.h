/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one draws with. Each instrument has settings to begin with, which a hand may change and the
 * program remembers; what kind of mark it makes is the instrument's own. Pure; mm of paper. */
#pragma once

#include "ring-ink.h"

G_BEGIN_DECLS

typedef enum
{
  RING_INSTRUMENT_PEN,        /* dip pen: width follows pressure */
  RING_INSTRUMENT_FINE_LINER, /* one width */
  RING_INSTRUMENT_PENCIL,     /* pressure and tilt make density and breadth; grain of the paper */
  RING_INSTRUMENT_BRUSH,      /* wide range of width */
  RING_INSTRUMENT_MARKER,     /* translucent, broad, one width */
  RING_INSTRUMENT_WASH,       /* translucent, very broad, width follows pressure */
  RING_INSTRUMENT_GOUACHE,    /* opaque body colour */
  RING_N_INSTRUMENTS
} RingInstrument;

typedef struct
{
  const char   *name;                 /* as in the file: "fine-liner" */
  double        min_width, max_width; /* what its dial offers */
  RingInkStyle  ink;                  /* to begin with */
  guint32       colour;               /* 0xRRGGBBAA, to begin with; its alpha stays the instrument's */
} RingInstrumentInfo;

const RingInstrumentInfo *ring_instrument_get_info (RingInstrument instrument);
gboolean                  ring_instrument_from_name (const char *name, RingInstrument *instrument);
/* As in the file and in settings: "exact", "light", "steady". An unknown NAME, or NULL, leaves
 * *SMOOTHING as it is. */
const char *ring_smoothing_get_name (RingSmoothing smoothing);
gboolean    ring_smoothing_from_name (const char *name, RingSmoothing *smoothing);

G_END_DECLS
