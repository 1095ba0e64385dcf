/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile and sloppy texts, other spellings, other languages: a claim is found in all of them, and
 * none in what people innocently write. */
#include "ring-claim.h"
#include "ring-test.h"

typedef struct
{
  const char *text;
  guint claims;
} Case;

#define NATURAL RING_CLAIM_NATURAL
#define GROWN RING_CLAIM_GROWN
#define ETHICAL RING_CLAIM_ETHICAL

static const Case cases[] = {
  { NULL, 0 },
  { "", 0 },
  { "Grandmother’s diamond", 0 },
  { "Sapphire from Ratnapura, cornflower blue", 0 },
  { "emerald cut", 0 },
  { "Un petit saphir rond", 0 },
  { "A labor of love", 0 },
  { "Created for Anna", 0 },
  { "Labradorite", 0 },
  { "signature stone, tell the cutter", 0 },
  { "Überraschung", 0 },
  { "\xff\xfe broken bytes", 0 },

  { "natural sapphire", NATURAL },
  { "NATURAL", NATURAL },
  { "Naturally coloured", NATURAL },
  { "n a t u r a l", NATURAL },
  { "n-a-t-u-r-a-l", NATURAL },
  { "na\xc2\xadtural", NATURAL },       /* a soft hyphen */
  { "nat\xe2\x80\x8bural", NATURAL },   /* a space of no width */
  { "n\xd0\xb0tur\xd0\xb0l", NATURAL }, /* Cyrillic a */
  { "ｎａｔｕｒａｌ", NATURAL },        /* letters of full width */
  { "Genuine ruby", NATURAL },
  { "a real diamond", NATURAL },
  { "precious", NATURAL },
  { "earth-mined", NATURAL },
  { "echter Rubin", NATURAL },
  { "natürlicher Saphir", NATURAL },
  { "Naturdiamant", NATURAL },
  { "saphir naturel", NATURAL },
  { "véritable émeraude", NATURAL },
  { "zafiro auténtico", NATURAL },
  { "zaffiro naturale", NATURAL },
  { "not lab grown", NATURAL },
  { "non-synthetic", NATURAL },
  { "nicht synthetisch", NATURAL },

  { "Lab-grown diamond", GROWN },
  { "labgrown", GROWN },
  { "LAB‑GROWN", GROWN }, /* a hyphen that does not break */
  { "laboratory created ruby", GROWN },
  { "Chatham-created emerald", GROWN },
  { "synthetic spinel", GROWN },
  { "natural lab-grown diamond", NATURAL | GROWN },
  { "no-heat lab ruby", RING_CLAIM_UNTREATED | NATURAL | GROWN },
  { "not synthetic, but lab-grown", NATURAL | GROWN },
  { "synthetischer Rubin", GROWN },
  { "laborgezüchteter Diamant", GROWN },
  { "diamant de culture", GROWN },
  { "CVD diamond", GROWN },
  { "man-made", GROWN },
  { "rubino sintetico", GROWN },

  { "imitation pearl", RING_CLAIM_IMITATION },
  { "faux ruby", RING_CLAIM_IMITATION },
  { "CZ", RING_CLAIM_IMITATION },
  { "Strass", RING_CLAIM_IMITATION },

  { "untreated", RING_CLAIM_UNTREATED },
  { "Un-treated", RING_CLAIM_UNTREATED },
  { "unheated ruby", RING_CLAIM_UNTREATED },
  { "no heat", RING_CLAIM_UNTREATED },
  { "not heated", RING_CLAIM_UNTREATED },
  { "never been treated", RING_CLAIM_UNTREATED },
  { "no oil", RING_CLAIM_UNTREATED },
  { "NTE", RING_CLAIM_UNTREATED },
  { "unbehandelt", RING_CLAIM_UNTREATED },
  { "nicht erhitzt", RING_CLAIM_UNTREATED },
  { "saphir non chauffé", RING_CLAIM_UNTREATED },
  { "sin tratamiento", RING_CLAIM_UNTREATED },
  { "non riscaldato", RING_CLAIM_UNTREATED },
  { "heated", 0 },

  { "ethically sourced", ETHICAL },
  { "ETHICAL", ETHICAL },
  { "responsibly mined", ETHICAL | NATURAL },
  { "conflict-free", ETHICAL },
  { "conflictfree", ETHICAL },
  { "conflict   free", ETHICAL },
  { "free of any conflict", ETHICAL },
  { "no conflict", ETHICAL },
  { "blood-free", ETHICAL },
  { "sustainable", ETHICAL },
  { "Fair Trade", ETHICAL },
  { "ethisch", ETHICAL },
  { "konfliktfrei", ETHICAL },
  { "nachhaltig gewonnen", ETHICAL },
  { "éthique", ETHICAL },
  { "sans conflit", ETHICAL },
  { "libre de conflictos", ETHICAL },
  { "etico", ETHICAL },
  { "eco-friendly", ETHICAL },

  { "Reserved for Anna", RING_CLAIM_OWNED },
  { "réservé", RING_CLAIM_OWNED },
  { "reserviert", RING_CLAIM_OWNED },
  { "already sold", RING_CLAIM_OWNED },
  { "it is yours", RING_CLAIM_OWNED },

  { "flawless", RING_CLAIM_FLAWLESS },
  { "loupe clean", RING_CLAIM_FLAWLESS },
  { "lupenrein", RING_CLAIM_FLAWLESS },
  { "no inclusions", RING_CLAIM_FLAWLESS },
  { "perfect", RING_CLAIM_FLAWLESS },

  { "recycled", RING_CLAIM_RECYCLED },
  { "re-cycled diamond", RING_CLAIM_RECYCLED },
  { "reclaimed", RING_CLAIM_RECYCLED },
  { "recyceltes Gold", RING_CLAIM_RECYCLED },
  { "vintage", RING_CLAIM_VINTAGE },
  { "Art Déco", RING_CLAIM_VINTAGE },
  { "antique cushion", RING_CLAIM_ANTIQUE },
  { "antiker Diamant", RING_CLAIM_ANTIQUE },
  { "Victorian", RING_CLAIM_ANTIQUE },

  { "Herkimer diamond", RING_CLAIM_MISNOMER },
  { "herkimer-diamant", RING_CLAIM_MISNOMER },
  { "Madeira Topas", RING_CLAIM_MISNOMER },
  { "smoky topaz", RING_CLAIM_MISNOMER },
  { "Swarovski diamonds", RING_CLAIM_MISNOMER },
  { "balas ruby", RING_CLAIM_MISNOMER },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint found = ring_claim_find (cases[i].text);

      if (found != cases[i].claims)
        g_test_message ("“%s”: %x instead of %x", cases[i].text, found, cases[i].claims);
      g_assert_cmphex (found, ==, cases[i].claims);
    }
}

static void
test_species (void)
{
  static const struct
  {
    const char *text;
    const char *id; /* NULL for none */
    gboolean several;
  } stones[] = {
    { "Grandmother’s diamond", "diamond", FALSE },
    { "White sapphire", "sapphire", FALSE },
    { "weißer Saphir", "sapphire", FALSE },
    { "emerald-cut diamond", "diamond", FALSE },
    { "emerald", "emerald", FALSE },
    { "Émeraude", "emerald", FALSE },
    { "moissanite diamond", "moissanite", TRUE },
    { "Diamond (cubic zirconia)", "zirconia", TRUE },
    { "cubic zirconia", "zirconia", FALSE },
    { "zircon", "zircon", FALSE },
    { "Rubellite", NULL, FALSE },
    { "Rhodolite garnet", "rhodolite", FALSE },
    { "d i a m o n d", "diamond", FALSE },
    { NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stones); i++)
    {
      gboolean several;
      const RingSpecies *found = ring_claim_find_species (stones[i].text, &several);

      g_test_message ("%s", stones[i].text);
      g_assert_cmpstr (found != NULL ? found->id : NULL, ==, stones[i].id);
      g_assert_cmpint (several, ==, stones[i].several);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/claim/find", test_find);
  g_test_add_func ("/claim/species", test_species);
  return ring_test_run ();
}
