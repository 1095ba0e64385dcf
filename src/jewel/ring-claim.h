/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What free text claims of a stone: the words that rules of the trade govern, in the languages that
 * stones are sold in, however they are spelled. A word too many is found rather than one too few: what
 * is found is only kept from being printed as a fact. Pure. */
#pragma once

#include "ring-species.h"

G_BEGIN_DECLS

typedef enum
{
  RING_CLAIM_NATURAL = 1 << 0,   /* natural, genuine, real, not synthetic: 16 CFR 23.27 */
  RING_CLAIM_GROWN = 1 << 1,     /* laboratory-grown, created, synthetic: 16 CFR 23.12(c), 23.25(b) */
  RING_CLAIM_IMITATION = 1 << 2, /* imitation, simulant, paste: 16 CFR 23.12, 23.25 */
  RING_CLAIM_UNTREATED = 1 << 3, /* untreated, unheated: 16 CFR 23.24 */
  RING_CLAIM_ETHICAL = 1 << 4,   /* ethical, responsible, conflict-free: 16 CFR 23.1 */
  RING_CLAIM_OWNED = 1 << 5,     /* reserved, sold, yours: not of goods on approval */
  RING_CLAIM_FLAWLESS = 1 << 6,  /* flawless, perfect: 16 CFR 23.13, 23.28 */
  RING_CLAIM_RECYCLED = 1 << 7,
  RING_CLAIM_VINTAGE = 1 << 8,
  RING_CLAIM_ANTIQUE = 1 << 9,
  RING_CLAIM_MISNOMER = 1 << 10, /* another stone's name in a trade name: 16 CFR 23.12, 23.25 */
} RingClaim;

/* The claims in TEXT, which may be NULL. */
guint              ring_claim_find (const char *text);
/* The stone that TEXT names. Where it names several, "moissanite diamond", the one that is the
 * less; NULL for none. *SEVERAL, which may be NULL, tells whether it names more than one. A cut's
 * name, "emerald cut", is no stone. */
const RingSpecies *ring_claim_find_species (const char *text, gboolean *several);
/* TEXT in small plain letters between single blanks, as claims are looked for: without accents, signs
 * that cannot be seen, and letters of other alphabets that look like Latin ones. */
char              *ring_claim_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
