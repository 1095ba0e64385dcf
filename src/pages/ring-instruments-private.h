/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the instruments share: ring-instruments.c (the object), -tools.c (what there is
 * to choose from), -save.c (what is remembered). */
#pragma once

#include "ring-instruments.h"

G_BEGIN_DECLS

/* How many widths the eraser has. */
#define RING_INSTRUMENTS_N_REACHES 7

struct _RingInstruments
{
  GObject parent_instance;

  RingToolKind tool;
  RingInstrument instrument;
  RingStrokeStyle styles[RING_N_INSTRUMENTS];
  guint32 own[RING_N_INSTRUMENTS];
  gboolean cutting;
  int reach; /* of reaches */
  RingSymmetry symmetry;
  gboolean symmetrical;
  gboolean lasso;
  RingGemChoice gem;
  RingGemStyle gem_style;
  char *picked; /* a gem's id */
  int setting;  /* RingSettingKind, or RING_SETTING_USUAL */
  RingSettingDesk *setting_desk;
  RingLayoutDesk *layouts;
  RingDrafting drafting;
  const RingItem *figure; /* picked */
  RingFillChoice fill;
  RingPaletteKind palettes[RING_N_INSTRUMENTS];
  const RingMetalPaint *metal;
};

/* NULL for a name that no tool has. */
const RingInstrumentsTool *_ring_instruments_find_tool (const char *name);
/* Within what the instrument offers, in four decimals, as the file keeps them. */
RingStrokeStyle _ring_instruments_clean_style (const RingStrokeStyle *style);
void            _ring_instruments_emit_changed (RingInstruments *self);

G_END_DECLS
