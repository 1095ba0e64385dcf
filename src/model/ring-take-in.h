/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client left in the shop: a stone that has a card, or metal. Each is a record "take-in"; one with
 * the field stone is of that stone, one without is of metal (docs/format.md names every field). Pure;
 * weights in grams, fineness in parts of a thousand. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"
#include "ring-stone.h"

G_BEGIN_DECLS

#define RING_TAKE_IN_MOST_GRAMS 5000.0

/* What may go wrong, and the client accepts: LABEL for the list, WORDS for the receipt, both translated
 * by the caller with _(). Of stones or of metal. */
const RingStoneValue *ring_take_in_risks (gboolean metal, guint *n);
/* What becomes of the metal: used in the ring, or credited. */
const RingStoneValue *ring_take_in_uses (guint *n);

/* FALSE where RECORD is none. */
gboolean    ring_take_in_is_one (const RingRecord *record);
gboolean    ring_take_in_is_metal (const RingRecord *record);
gboolean    ring_take_in_has_risk (const RingRecord *record, const char *risk);
RingRecord *ring_take_in_with_risk (const RingRecord *record, const char *risk, gboolean accepted) G_GNUC_WARN_UNUSED_RESULT;
/* Of the metal that is not alloy: weight times fineness, g. FALSE while one of them is not known. */
gboolean    ring_take_in_get_fine (const RingRecord *record, double *grams);
/* Whether TEXT may stand on a receipt: of a stone it may claim nothing that the card does not bear out.
 * STONE is NULL for metal. *REASON, which may be NULL, says why not, translated. */
gboolean    ring_take_in_may_print (const RingRecord *stone, const char *text, gint64 now_ms, char **reason);

/* That of the stone, or NULL. */
const RingRecord *ring_take_in_find (const RingDrawing *drawing, const char *stone_id);
/* All, or those of metal, of const RingRecord, valid as long as DRAWING. */
GPtrArray  *ring_take_in_list (const RingDrawing *drawing, gboolean metal_only) G_GNUC_WARN_UNUSED_RESULT;

/* DRAWING with that one alone, as for one receipt. */
RingDrawing *ring_take_in_only (const RingDrawing *drawing, const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* A step that takes in the stone, from the commission's client, now: it becomes the client's own unless
 * its card says otherwise, and is in its custody log. STONE_ID NULL is metal. */
RingEdit   *ring_take_in_begin (RingDesign *design, const char *stone_id) G_GNUC_WARN_UNUSED_RESULT;
/* Takes it out, and the photos of metal. */
RingEdit   *ring_take_in_remove (RingDesign *design, const char *id) G_GNUC_WARN_UNUSED_RESULT;
void        ring_take_in_clear (RingEdit *edit, const char *stone_id);

G_END_DECLS
