/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-list-value.h"

#include <string.h>

#include "ring-carat.h"
#include "ring-cut.h"
#include "ring-number.h"
#include "ring-stone.h"
#include "ring-text.h"

/* Longer cells are no numbers. */
#define MOST_FIGURES 64
/* As ring-stone-text.c: of a round stone two figures that differ by more are diameter and depth. */
#define ROUND_WITHIN 1.15

/* Small letters and digits alone. */
static char *
fold (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, g_ascii_tolower (*p));
  return g_string_free (out, FALSE);
}

/* What of TEXT belongs to a number; letters and signs of currency around it go. FALSE where letters
 * or a second number stand inside. */
static gboolean
strip (const char *text, GString *out, gboolean *negative)
{
  gboolean ended = FALSE;

  *negative = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 128 && (g_ascii_isdigit ((char) c) || c == '.' || c == ','))
        {
          /* "1.58 cts." */
          if (ended && !g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]))
            continue;
          if (ended)
            return FALSE;
          g_string_append_c (out, (char) c);
        }
      else if (c == '-' || c == 0x2212 || c == '(')
        {
          if (out->len > 0)
            return FALSE;
          *negative = TRUE;
        }
      else if (c == '\'' || c == 0x2019 || c == ' ' || c == 0xa0 || c == 0x202f)
        {
          /* Between thousands, or before a unit. */
          const char *next = g_utf8_next_char (p);

          if (!g_ascii_isdigit (*next) && out->len > 0)
            ended = TRUE;
        }
      else if (out->len > 0)
        ended = TRUE;
    }
  return out->len > 0;
}

/* Where the decimal sign is in TEXT, figures and signs; NULL for none. */
static const char *
find_point (const char *text, gboolean money)
{
  const char *point = strrchr (text, '.');
  const char *comma = strrchr (text, ',');
  const char *last = point == NULL ? comma : comma == NULL ? point : MAX (point, comma);

  if (last == NULL)
    return NULL;
  /* Of two signs the last is the decimal one; the same sign twice parts thousands. */
  if (point != NULL && comma != NULL)
    return last;
  if (strchr (text, *last) != last)
    return NULL;
  if (money && strlen (last + 1) == 3 && last != text)
    return NULL;
  return last;
}

gboolean
ring_value_number (const char *text, gboolean money, double *value)
{
  g_autoptr (GString) figures = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative;
  const char *point;
  double found;

  if (strnlen (text, MOST_FIGURES) == MOST_FIGURES || !strip (text, figures, &negative))
    return FALSE;
  point = find_point (figures->str, money);
  for (const char *p = figures->str; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (plain, *p);
    else if (p == point)
      g_string_append_c (plain, '.');
  if (!ring_number_parse (plain->str, &found))
    return FALSE;
  *value = negative ? -found : found;
  return TRUE;
}

/* The figures of TEXT, at most three; *RANGE for a dash between the first two. 0 for what is no
 * size. A card reads the same (ring_stone_with_size()), but a hundred thousand of them would take
 * minutes. */
static guint
read_figures (const char *text, double figures[3], gboolean *range)
{
  guint n = 0;

  *range = FALSE;
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1])))
        {
          gsize length = strspn (p, "0123456789.,");
          g_autofree char *figure = g_strndup (p, length);

          g_strdelimit (figure, ",", '.');
          if (n == 3 || !ring_number_parse (figure, &figures[n]))
            return 0;
          n++;
          p += length;
          continue;
        }
      if (n == 1 && (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212))
        *range = TRUE;
      else if (c > 127 ? c != 0xd7 && c != 0xa0 && c != 0xd8 && c != 0xf8 && c != 0x2300
                       : strchr ("xX* mM", (int) c) == NULL)
        return 0;
      p = g_utf8_next_char (p);
    }
  return n;
}

gboolean
ring_value_is_length (double value)
{
  return value >= RING_CARAT_LEAST_MM && value <= RING_CARAT_MOST_MM;
}

gboolean
ring_value_size (const char *text, gboolean is_round, double *length, double *width, double *depth)
{
  double f[3] = { 0 };
  gboolean range;
  guint n;

  if (strnlen (text, MOST_FIGURES) == MOST_FIGURES)
    return FALSE;
  n = read_figures (text, f, &range);
  if (n == 0 || !ring_value_is_length (f[0]) || (n > 1 && !ring_value_is_length (f[1]))
      || (n > 2 && f[2] > RING_CARAT_MOST_MM))
    return FALSE;
  *length = range ? MAX (f[0], f[1]) : f[0];
  *width = range ? MIN (f[0], f[1]) : f[1];
  *depth = f[2];
  /* One figure of a round stone is its diameter; a second one that is much less its depth. */
  if (is_round && !range && n < 3)
    {
      if (n == 2 && MAX (f[0], f[1]) > ROUND_WITHIN * MIN (f[0], f[1]))
        *depth = f[1];
      if (n == 1 || *depth > 0)
        *width = *length;
    }
  return TRUE;
}

/* Codes as exchanges and suppliers write them, and names that the program has otherwise. */
static const struct
{
  RingCut cut;
  const char *codes;
} shapes[] = {
  { RING_CUT_ROUND,
    " r ro rd rb rbc br brilliant roundbrilliant roundbrilliantcut roundmodified rnd " },
  { RING_CUT_OVAL, " o ov ovl ob ovalbrilliant ovalmodified ovalmixed " },
  { RING_CUT_PRINCESS, " pr pc prn pri princess princesscut squaremodifiedbrilliant smb " },
  { RING_CUT_EMERALD, " e em ec emr emerald emeraldcut rectangularemerald " },
  { RING_CUT_CUSHION,
    " c cu cb cm cmb cub cus csh cushion cushionmodified cushionbrilliant cushionmodifiedbrilliant "
    "cushionmixed squarecushion longcushion antiquecushion antique " },
  { RING_CUT_PEAR, " p ps pe pb pmb pear pearshape pearmodified drop teardrop tropfen " },
  { RING_CUT_MARQUISE, " m mq mr mb mar marquise navette " },
  { RING_CUT_ASSCHER, " a as ac se sqe sem asscher squareemerald sqemerald squareemeraldcut " },
  { RING_CUT_HEART, " h hs ht hb hrt heart heartshape " },
  { RING_CUT_RADIANT,
    " ra rad rn rc crmb crb lr sr srad radiant squareradiant longradiant radiantmodified "
    "cutcorneredrectangularmodifiedbrilliant " },
  { RING_CUT_FLANDERS, " fl fc flanders flanderscut " },
  { RING_CUT_OCTAGON, " oc oct octagon octagonal octagonstep " },
  { RING_CUT_SQUARE, " s sq sqr square squarestep carre " },
  { RING_CUT_BAGUETTE, " b bg bag baguette straightbaguette " },
  { RING_CUT_TAPERED_BAGUETTE, " tb tbg tapb taperedbaguette taperbaguette tbag " },
  { RING_CUT_TRILLION, " t tr tri trill trillion " },
  { RING_CUT_TRILLIANT, " trl trilliant triangularbrilliant tmb " },
  { RING_CUT_TRIANGLE, " tn tria triangle triangular " },
  { RING_CUT_OLD_MINE, " om omc omb oldmine oldminer oldminecut " },
  { RING_CUT_OLD_EUROPEAN, " oe oec eu euro oldeuropean oldeuropeancut european europeancut " },
  { RING_CUT_SINGLE, " sc sin single singlecut " },
  { RING_CUT_ROSE, " rs rose rosecut " },
  { RING_CUT_HALF_MOON, " hm halfmoon " },
  { RING_CUT_KITE, " k kt kite " },
  { RING_CUT_SHIELD, " sh shd shield " },
  { RING_CUT_HEXAGON, " hx hex hexagon hexagonal " },
  { RING_CUT_LOZENGE, " lz loz lozenge rhombus rhomboid " },
  { RING_CUT_CABOCHON, " cab cabochon roundcabochon ovalcabochon " },
  { RING_CUT_SUGARLOAF, " sl sugarloaf sugarloafcabochon " },
  { RING_CUT_BRIOLETTE, " bt bri briolette " },
};

int
ring_value_cut (const char *text)
{
  g_autofree char *folded = fold (text);
  g_autofree char *wanted = g_strdup_printf (" %s ", folded);
  g_autoptr (RingRecord) empty = NULL;
  g_autoptr (RingRecord) stone = NULL;
  RingCut cut;

  if (folded[0] != '\0')
    for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
      if (strstr (shapes[i].codes, wanted) != NULL)
        return (int) shapes[i].cut;
  empty = ring_record_new (RING_RECORD_STONE, "t");
  stone = ring_record_with (empty, "cut", text);
  return ring_stone_get_cut (stone, &cut) ? (int) cut : -1;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  g_autofree char *folded = fold (text);

  return g_strv_contains (words, folded);
}

gboolean
ring_value_is_no (const char *text)
{
  static const char *const words[]
      = { "", "no", "n", "none", "na", "nil", "0", "false", "nein", "non", "keine", "aucun", NULL };

  return is_one_of (text, words);
}

gboolean
ring_value_is_yes (const char *text)
{
  static const char *const words[] = { "yes", "y", "true", "1", "ja", "oui", "si", NULL };

  return is_one_of (text, words);
}

char *
ring_value_text (const char *text)
{
  g_autofree char *inner = NULL;
  g_autofree char *clean = NULL;
  gsize n = strlen (text);

  if (n >= 3 && g_str_has_prefix (text, "=\"") && text[n - 1] == '"')
    inner = g_strndup (text + 2, n - 3);
  clean = ring_text_clean (inner != NULL ? inner : text, 1000);
  return g_strdup (g_strstrip (clean));
}
