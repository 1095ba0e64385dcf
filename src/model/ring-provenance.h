/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that may be printed of a stone, and the rule that governs each. Nothing that a client
 * reads takes a field of a stone's record but through here. Pure.
 *
 * What the card bears out prints as a fact. What somebody said prints between quotation marks, with who
 * said it. What the card contradicts, or nobody stands for, is held back, and ring_provenance_held()
 * says why. */
#pragma once

#include "ring-record.h"

G_BEGIN_DECLS

typedef struct
{
  const char *about; /* "name", "treatment", ...; of what is held back, the field */
  char       *text;  /* translated */
  const char *rule;  /* its citation: "16 CFR 23.24" */
} RingWording;

/* "Laboratory-grown sapphire"; "Stone" while nothing is known. A name that claims what the card does
 * not bear out gives way to the species. */
char *ring_provenance_name (const RingRecord *stone, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
/* The name with the size in mm, as it stands beside a pin: "Sapphire 8.12 × 5.94 mm". */
char *ring_provenance_label (const RingRecord *stone) G_GNUC_WARN_UNUSED_RESULT;
/* Where it comes from, in small letters: "mined, source documented", "antique, made 1890". */
char *ring_provenance_class (const RingRecord *stone, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/* Recorded as mined, and nobody says where: no report, and no source. */
gboolean ring_provenance_is_undocumented (const RingRecord *stone);

/* All that may be printed, of RingWording; without cost, supplier and memo terms. */
GPtrArray *ring_provenance_words (const RingRecord *stone, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;
/* The same as one text, the name first. */
char      *ring_provenance_join (const RingRecord *stone, gint64 now_ms, const char *separator) G_GNUC_WARN_UNUSED_RESULT;
/* What is not printed of the card, and why, of RingWording; empty when all is. */
GPtrArray *ring_provenance_held (const RingRecord *stone, gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/* TEXT between quotation marks that nothing in it can end. */
char *ring_provenance_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
