/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-instrument.h"

/* The pen's curve is near to the 1.4th power of pressure: calm where the hand is light. Ratios have
 * the digits that the file keeps. */
static const RingInstrumentInfo infos[RING_N_INSTRUMENTS] = {
  [RING_INSTRUMENT_PEN] = { "pen", 0.1, 2, { 0.6, 0.1667, { 0.4, 0.18, 0.7, 0.58 }, RING_SMOOTHING_LIGHT }, 0x2b2b30ff },
  [RING_INSTRUMENT_FINE_LINER] = { "fine-liner", 0.05, 1, { 0.3, 1, { 0, 0, 1, 1 }, RING_SMOOTHING_LIGHT }, 0x2b2b30ff },
  [RING_INSTRUMENT_PENCIL] = { "pencil", 0.2, 4, { 0.5, 0.6, { 0.3, 0.1, 0.7, 0.7 }, RING_SMOOTHING_LIGHT, 3 }, 0x3a3a3eff },
  [RING_INSTRUMENT_BRUSH] = { "brush", 0.5, 12, { 4, 0.04, { 0.4, 0.1, 0.8, 0.7 }, RING_SMOOTHING_LIGHT }, 0x2b2b30ff },
  [RING_INSTRUMENT_MARKER] = { "marker", 1, 15, { 5, 1, { 0, 0, 1, 1 }, RING_SMOOTHING_LIGHT }, 0xe0b84c8c },
  [RING_INSTRUMENT_WASH] = { "wash", 2, 30, { 10, 0.3, { 0.3, 0.2, 0.7, 0.8 }, RING_SMOOTHING_LIGHT }, 0x7a8fa84d },
  [RING_INSTRUMENT_GOUACHE] = { "gouache", 0.2, 10, { 1.5, 0.4, { 0.3, 0.2, 0.7, 0.8 }, RING_SMOOTHING_LIGHT }, 0xfdfcf8ff },
};

static const char *const smoothing_names[] = { "exact", "light", "steady" };

const RingInstrumentInfo *
ring_instrument_get_info (RingInstrument instrument)
{
  g_return_val_if_fail ((guint) instrument < RING_N_INSTRUMENTS, &infos[0]);
  return &infos[instrument];
}

gboolean
ring_instrument_from_name (const char *name, RingInstrument *instrument)
{
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      {
        *instrument = (RingInstrument) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ring_smoothing_get_name (RingSmoothing smoothing)
{
  g_return_val_if_fail ((guint) smoothing < G_N_ELEMENTS (smoothing_names), "light");

  return smoothing_names[smoothing];
}

gboolean
ring_smoothing_from_name (const char *name, RingSmoothing *smoothing)
{
  for (guint i = 0; i < G_N_ELEMENTS (smoothing_names); i++)
    if (g_strcmp0 (smoothing_names[i], name) == 0)
      {
        *smoothing = (RingSmoothing) i;
        return TRUE;
      }
  return FALSE;
}
