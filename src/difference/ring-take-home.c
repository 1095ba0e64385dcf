/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-take-home.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-catalogue-text.h"
#include "ring-text.h"

#define MOST_LINE 160 /* of the shop's, bytes */

char *
ring_take_home_copies (const RingCatalogue *catalogue, const RingChoice *choice)
{
  double copies = ring_catalogue_copies_per_year (catalogue, choice, 0);
  g_autofree char *number = NULL;

  if (copies <= 0)
    return NULL;
  if (copies < 1)
    /* Translators: how often a ring like this is expected; %.0f is 2 or more. */
    return g_strdup_printf (_ ("about one in %.0f years"), ceil (1 / copies));
  number = ring_catalogue_text_grouped ((guint64) round (copies));
  /* Translators: %s is a number of rings. */
  return g_strdup_printf (_ ("about %s a year"), number);
}

/* "Oval, 6.5 mm, Solitaire, ...": what stands in the menus, without their names. */
static void
append_words (GString *text, const RingCatalogue *catalogue, const RingChoice *choice)
{
  for (guint i = 0; i < ring_catalogue_get_n_menus (catalogue); i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);

      if (choice->option[i] < menu->n_options)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", menu->options[choice->option[i]].label);
    }
}

/* Cut between two characters. */
static char *
shorten (const char *text, gsize bytes)
{
  const char *end = text;

  while (*end != '\0' && (gsize) (g_utf8_next_char (end) - text) <= bytes)
    end = g_utf8_next_char (end);
  return g_strndup (text, (gsize) (end - text));
}

char *
ring_take_home_text (const RingCatalogue *catalogue, const RingChoice *choice, const RingDrawing *drawing, const char *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *number = ring_catalogue_format_number (catalogue, choice);
  g_autofree char *copies = ring_take_home_copies (catalogue, choice);
  g_autofree char *shop = shorten (line != NULL ? line : "", MOST_LINE);
  gsize strokes = drawing != NULL ? ring_drawing_count_items (drawing, RING_ITEM_STROKE) : 0;
  g_autofree char *words = NULL;

  append_words (text, catalogue, choice);
  /* Translators: the number of a ring of the catalogue, "Item #3487-22". */
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Item %s"), number != NULL ? number : "");
  if (copies != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: how many rings from the same moulds there are, "about 240 a year". */
      g_string_append_printf (text, _ ("From the same moulds: %s, by the catalogue’s own figures"), copies);
    }
  g_string_append_c (text, '\n');
  if (strokes > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "Drawn over it by hand: %u line. There is one of that.",
                                         "Drawn over it by hand: %u lines. There is one of that.", (gulong) strokes),
                            (guint) strokes);
  else
    g_string_append (text, _ ("Nothing was drawn over it."));
  words = shorten (text->str, RING_TAKE_HOME_MOST - (shop[0] != '\0' ? strlen (shop) + 1 : 0));
  return shop[0] != '\0' ? g_strconcat (words, "\n", shop, NULL) : g_steal_pointer (&words);
}
