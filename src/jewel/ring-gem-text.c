/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-error.h"
#include "ring-number.h"

/* What has been understood so far. */
typedef struct
{
  gboolean has_cut, has_species;
  RingCut cut;
  const RingSpecies *species;
  guint n_sizes;
  double sizes[2];
  double carat; /* 0 where none was said */
} Reading;

void
ring_gem_choice_init (RingGemChoice *choice)
{
  *choice = (RingGemChoice){ RING_CUT_ROUND, ring_species_get (0), 6.5, 6.5 };
}

/* Small letters without punctuation; the sign between length and width becomes a letter x. */
static char *
plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xd7 || c == '*')
        g_string_append_c (out, 'x');
      else if (c == '-' || c == ';' || c == '/' || g_unichar_isspace (c))
        g_string_append_c (out, ' ');
      else if (c == ','
               && !(out->len > 0 && g_ascii_isdigit (out->str[out->len - 1])
                    && g_ascii_isdigit (p[1])))
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c == ',' ? '.' : c);
    }
  return g_string_free (out, FALSE);
}

/* How much of NAME stands at TEXT, in bytes; whole words, the last may be cut short after three
 * letters. 0 for none. */
static gsize
match_name (const char *text, const char *name)
{
  g_autofree char *want = plain (name);
  gsize n = 0;

  while (want[n] != '\0' && text[n] == want[n])
    n++;
  if (text[n] != '\0' && text[n] != ' ')
    return 0;
  if (want[n] == '\0' || n >= 3)
    return n;
  return 0;
}

/* The longest match wins, so that "old mine" is no single word. */
static gsize
find_cut (const char *text, RingCut *cut)
{
  gsize best = 0;

  for (guint i = 0; i < RING_N_CUTS; i++)
    {
      gsize n = MAX (match_name (text, ring_cut_id ((RingCut) i)),
                     match_name (text, ring_cut_label ((RingCut) i)));

      if (n > best)
        {
          best = n;
          *cut = (RingCut) i;
        }
    }
  return best;
}

static gsize
find_species (const char *text, const RingSpecies **species)
{
  gsize best = 0;

  for (guint i = 0; i < ring_species_get_n (); i++)
    {
      const RingSpecies *one = ring_species_get (i);
      gsize n = MAX (match_name (text, one->id), match_name (text, _ (one->label)));

      if (n > best)
        {
          best = n;
          *species = one;
        }
    }
  return best;
}

static gboolean
take_size (Reading *r, double value)
{
  if (r->n_sizes == 2)
    return FALSE;
  r->sizes[r->n_sizes++] = value;
  return TRUE;
}

/* A number, and a unit behind it: mm, or nothing, is a size; ct is a weight. */
static gsize
read_number (Reading *r, const char *text)
{
  gsize n = strspn (text, "0123456789.");
  g_autofree char *digits = g_strndup (text, n);
  gsize gap, unit;
  double value;

  if (n == 0 || !ring_number_parse (digits, &value))
    return 0;
  gap = strspn (text + n, " ");
  unit = strspn (text + n + gap, "abcdefghijklmnopqrstuvwyz");
  if (unit > 0
      && (strncmp (text + n + gap, "ct", 2) == 0 || strncmp (text + n + gap, "carat", 5) == 0))
    {
      r->carat = value;
      return n + gap + unit;
    }
  if (!take_size (r, value))
    return 0;
  return unit == 2 && strncmp (text + n + gap, "mm", 2) == 0 ? n + gap + unit : n;
}

/* "Emerald" is a cut unless another cut is named. */
static gboolean
read_word (Reading *r, const char **text)
{
  RingCut cut = RING_CUT_ROUND;
  const RingSpecies *species = NULL;
  gsize as_cut = find_cut (*text, &cut);
  gsize as_species = find_species (*text, &species);

  if (as_cut > 0 && (!r->has_cut || as_species == 0) && as_cut >= as_species)
    {
      /* A cut named first that is a stone too was meant as the stone. */
      if (r->has_cut)
        {
          const RingSpecies *before = ring_species_find (ring_cut_id (r->cut));

          if (before == NULL || r->has_species)
            return FALSE;
          r->species = before;
          r->has_species = TRUE;
        }
      r->has_cut = TRUE;
      r->cut = cut;
      *text += as_cut;
      return TRUE;
    }
  if (as_species == 0 || r->has_species)
    return FALSE;
  r->has_species = TRUE;
  r->species = species;
  *text += as_species;
  return TRUE;
}

static gboolean
read_all (Reading *r, const char *text, GError **error)
{
  while (*text != '\0')
    {
      gsize n = read_number (r, text);

      if (n > 0)
        text += n;
      else if (*text == ' ' || (*text == 'x' && r->n_sizes == 1))
        text++;
      else if (!read_word (r, &text))
        {
          g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                       /* Translators: what follows is what the program understands; the names of
                        * cuts and stones may be translated ones. */
                       _ ("“%s” is no cut, stone or size: write, for example, oval sapphire 8x6, "
                          "or round 1 ct"),
                       text);
          return FALSE;
        }
    }
  return TRUE;
}

void
ring_gem_choice_set_cut (RingGemChoice *choice, RingCut cut)
{
  choice->cut = cut;
  choice->length = round (100 * choice->width * ring_cut_usual_ratio (cut)) / 100;
}

gboolean
ring_gem_choice_parse (RingGemChoice *choice, const char *text, GError **error)
{
  g_autofree char *words = plain (text);
  Reading r = { FALSE, FALSE, choice->cut, choice->species, 0, { 0, 0 }, 0 };
  RingGemChoice next = *choice;
  RingCarat carat;
  double ratio;

  if (!read_all (&r, words, error))
    return FALSE;
  next.cut = r.cut;
  next.species = r.species;
  ratio = ring_cut_usual_ratio (next.cut);
  if (r.n_sizes > 0)
    {
      next.length = r.sizes[0];
      next.width = r.n_sizes == 2 ? r.sizes[1] : next.length / ratio;
    }
  else if (next.cut != choice->cut)
    next.length = next.width * ratio;
  if (r.carat > 0 && r.n_sizes == 2)
    ratio = r.sizes[1] > 0 ? r.sizes[0] / r.sizes[1] : 0;
  if (r.carat > 0
      && !ring_carat_size (next.cut, next.species, r.carat, ratio, &next.length, &next.width,
                           error))
    return FALSE;
  if (!ring_carat_estimate (next.cut, next.species, next.length, next.width,
                            next.width * ring_cut_usual_depth (next.cut), 1, &carat, error))
    return FALSE;
  ring_carat_clear (&carat);
  *choice = next;
  return TRUE;
}

static void
append_size (GString *text, double length, double width)
{
  g_string_append_c (text, ' ');
  ring_number_append (text, length, 2);
  if (ABS (length - width) > 0.005)
    {
      g_string_append (text, " × ");
      ring_number_append (text, width, 2);
    }
  g_string_append (text, " mm");
}

char *
ring_gem_choice_format (const RingGemChoice *choice)
{
  GString *text = g_string_new (NULL);
  g_autofree char *species = g_utf8_strdown (_ (choice->species->label), -1);
  double usual = choice->length / ring_cut_usual_ratio (choice->cut);

  /* TRANSLATORS: a cut and a stone, "Oval sapphire". */
  g_string_append_printf (text, C_ ("gem", "%s %s"), ring_cut_label (choice->cut), species);
  /* One number stands for the usual width too, so a square oval needs both. */
  if (ABS (choice->length - choice->width) <= 0.005 && ABS (usual - choice->width) > 0.005)
    {
      g_string_append_c (text, ' ');
      ring_number_append (text, choice->length, 2);
      g_string_append (text, " × ");
      ring_number_append (text, choice->width, 2);
      g_string_append (text, " mm");
    }
  else
    append_size (text, choice->length, choice->width);
  return g_string_free (text, FALSE);
}

/* Calibrated sizes of the trade, mm. */
char **
ring_gem_choice_list (void)
{
  static const struct
  {
    RingCut cut;
    const char *sizes;
  } calibrated[] = {
    { RING_CUT_ROUND, "2 2.5 3 3.5 4 4.5 5 5.5 6 6.5 7 8 9 10" },
    { RING_CUT_OVAL, "5x3 6x4 7x5 8x6 9x7 10x8 11x9 12x10" },
    { RING_CUT_EMERALD, "5x3 6x4 7x5 8x6 9x7 10x8 11x9 12x10" },
    { RING_CUT_PEAR, "5x3 6x4 7x5 8x5 9x6 10x7" },
    { RING_CUT_MARQUISE, "4x2 6x3 8x4 10x5 12x6" },
    { RING_CUT_CUSHION, "4 5 6 7 8 9 10" },
    { RING_CUT_BAGUETTE, "4x2 5x2.5 6x3" },
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < RING_N_CUTS; i++)
    g_strv_builder_add (builder, ring_cut_label ((RingCut) i));
  for (guint i = 0; i < G_N_ELEMENTS (calibrated); i++)
    {
      g_auto (GStrv) sizes = g_strsplit (calibrated[i].sizes, " ", -1);

      for (guint k = 0; sizes[k] != NULL; k++)
        {
          g_autofree char *text
              = g_strdup_printf ("%s %s", ring_cut_label (calibrated[i].cut), sizes[k]);

          g_strv_builder_add (builder, text);
        }
    }
  return g_strv_builder_end (builder);
}
