/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words of a stone are weighed by. NOW_MS is the day of printing. */
#pragma once

#include "ring-claim.h"
#include "ring-provenance.h"

G_BEGIN_DECLS

/* What the trade calls antique and vintage, years. */
#define ANTIQUE 100
#define VINTAGE 20

#define RULE_NAME "16 CFR 23.12, 23.25"
#define RULE_GROWN "16 CFR 23.12(c), 23.25(b)"
#define RULE_NATURAL "16 CFR 23.27"
#define RULE_TREATMENT "16 CFR 23.24; CIBJO"
#define RULE_WEIGHT "16 CFR 23.18"
#define RULE_ORIGIN "16 CFR 23.1"
#define RULE_FLAWLESS "16 CFR 23.13, 23.28"
#define RULE_TRADE N_ ("trade convention")

typedef enum
{
  RING_NATURE_UNKNOWN,
  RING_NATURE_NATURAL,
  RING_NATURE_GROWN,
  RING_NATURE_IMITATION,
} RingNature;

/* Whether FIELD has this value. */
gboolean           _ring_stone_is (const RingRecord *stone, const char *field, const char *value);
gboolean           _ring_stone_has_report (const RingRecord *stone);
gboolean           _ring_stone_has_speaker (const RingRecord *stone);
gboolean           _ring_stone_is_not_bought (const RingRecord *stone);
gboolean           _ring_stone_get_age (const RingRecord *stone, gint64 now_ms, int *made, int *age);
const RingSpecies *_ring_provenance_species (const RingRecord *stone);
gboolean           _ring_provenance_is_always_grown (const RingSpecies *species);
RingNature         _ring_provenance_nature (const RingRecord *stone);
guint              _ring_provenance_claims (const RingRecord *stone, const char *field);
guint              _ring_provenance_faults (const RingRecord *stone, const char *field, gboolean quoted, gint64 now_ms);
gboolean           _ring_provenance_is_name_true (const RingRecord *stone, const char *name, gint64 now_ms);

GPtrArray *_ring_wording_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes TEXT; NULL adds nothing. */
void       _ring_wording_list_add (GPtrArray *list, const char *about, char *text, const char *rule);

G_END_DECLS
