/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A house whose figures can be worked out by hand, and small designs to put beside its rings. */
#pragma once

#include "ring-catalogue-builder.h"
#include "ring-design.h"

G_BEGIN_DECLS

/* An option of a menu, and a field of the ring that it sets, if any. */
typedef struct
{
  const char *menu;
  RingOption  option;
  const char *field, *value;
} RingTestOption;

/* Menus of 16 slots; the options of one stand together. */
void ring_test_add_menus (RingCatalogueBuilder *builder, const RingTestOption *options, guint n);

/* 2 shapes, 2 bands, 4 ring sizes, all made: 16 rings, 4 bits. 1000 orders a year; 900 EUR and 8 days, 40 and 0 more for
 * an oval, 200 and 0 for a solitaire, 600.50 and 2 for a halo; handwork takes 20 days. */
RingCatalogue *ring_test_house_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The beginning of a step, and the layer of ink in the front view. */
RingEdit *ring_test_start (RingDesign *design, const char **layer);
/* A stroke along a line of LENGTH mm whose samples last from T0 for MS. */
void      ring_test_add_stroke (RingEdit *edit, const char *layer, const char *id, gint64 t0, guint32 ms, double length);
/* FIELDS: names and values, then NULL. */
void      ring_test_set (RingEdit *edit, const char *kind, const char *id, const char *const *fields);

/* A round stone in a halo of US 7, chosen in 41 s; ENGRAVING may be NULL. */
RingDesign *ring_test_new_chosen (RingCatalogue *catalogue, const char *engraving, gboolean limited) G_GNUC_WARN_UNUSED_RESULT;

/* A kind, and its fields. */
typedef struct
{
  const char *kind;
  const char *fields[12];
} RingTestTold;

/* A design with these records and nothing else; they end at N or at a kind of NULL. */
RingDesign *ring_test_new_told (const RingTestTold *told, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
