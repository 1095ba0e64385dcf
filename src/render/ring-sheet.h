/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The contact sheet of a catalogue: every stone shape on every band, at one scale on one A3 page, each
 * row in another metal. Main thread. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SHEET_SVG,
  RING_SHEET_PDF,
  RING_SHEET_PNG, /* of 150 dots per inch */
} RingSheetFormat;

/* NULL with an error when a part cannot be drawn. */
GBytes *ring_sheet_make (const RingCatalogue *catalogue, RingSheetFormat format, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
