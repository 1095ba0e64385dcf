/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each option is compared with the ring's and its stone's record in the fields that the option sets: a word that
 * differs costs 1, a number that differs its difference over the number, at most 1. The options
 * with the least cost are taken; where that ring is not made, the made one that differs in the
 * fewest and cheapest menus. */
#include "ring-nearest.h"

#include <math.h>
#include <string.h>

#include "ring-number.h"
#include "ring-size.h"

/* Where the rules are in the way, so many combinations are looked at. */
#define MAX_TRIES 200000

typedef struct
{
  const RingCatalogue *catalogue;
  GArray *costs[RING_CATALOGUE_MAX_MENUS]; /* of double, one for each option */
} Search;

/* VALUE is what the option gives; 0 or less is nothing. */
static double
number_cost (const char *name, double value, const RingRecord *ring, gboolean *said)
{
  double own;

  if (value <= 0 || ring == NULL || !ring_record_get_number (ring, name, &own))
    return 0;
  *said = TRUE;
  return MIN (1, fabs (own - value) / value);
}

static double
field_cost (const char *name, const char *value, const RingRecord *ring, gboolean *said)
{
  const char *own = ring != NULL ? ring_record_get (ring, name) : NULL;
  double given;

  if (own == NULL)
    return 0;
  if (ring_number_parse (value, &given))
    return number_cost (name, given, ring, said);
  *said = TRUE;
  return g_str_equal (own, value) ? 0 : 1;
}

/* What OPTION says of the ring, put beside what the record says. The ring's record of a choice
 * holds it in full; only the fields that other options of the menu set differently matter. */
static double
option_cost (const RingCatalogue *catalogue,
             guint menu,
             guint option,
             const RingRecord *ring,
             const RingRecord *gem,
             gboolean *said)
{
  const RingMenu *m = ring_catalogue_get_menu (catalogue, menu);
  const RingRecord *own = ring_catalogue_get_option_fields (catalogue, menu, option);
  double cost = 0;

  for (guint i = 0; i < ring_record_get_n_fields (own); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (own, i, &value);

      cost += field_cost (name, value, g_str_equal (name, "cut") ? gem : ring, said);
    }
  if (g_str_equal (m->id, "size"))
    cost += number_cost ("length", m->options[option].value, gem, said);
  else if (g_str_equal (m->id, "ring-size"))
    cost += number_cost ("size", ring_size_from_us (m->options[option].value), ring, said);
  return cost;
}

static double
cost_of (const Search *search, guint menu, guint option)
{
  return g_array_index (search->costs[menu], double, option);
}

static double
total_cost (const Search *search, const RingChoice *choice)
{
  double cost = 0;

  for (guint m = 0; m < ring_catalogue_get_n_menus (search->catalogue); m++)
    cost += cost_of (search, m, choice->option[m]);
  return cost;
}

/* The cheapest made ring that differs from BEST in at most two menus; the catalogue's first one
 * when there is none. */
static void
search_made (const Search *search, RingChoice *best)
{
  guint n = ring_catalogue_get_n_menus (search->catalogue);
  double least = G_MAXDOUBLE;
  RingChoice found;
  guint tries = 0;

  ring_catalogue_first_choice (search->catalogue, &found);
  for (guint a = 0; a < n; a++)
    for (guint b = a; b < n; b++)
      for (guint i = 0; i < ring_catalogue_get_menu (search->catalogue, a)->n_options; i++)
        for (guint j = 0; j < ring_catalogue_get_menu (search->catalogue, b)->n_options; j++)
          {
            RingChoice choice = *best;
            double cost;

            choice.option[a] = i;
            choice.option[b] = j;
            cost = total_cost (search, &choice);
            if (cost < least && tries++ < MAX_TRIES
                && ring_catalogue_is_made (search->catalogue, &choice, NULL))
              {
                least = cost;
                found = choice;
              }
          }
  *best = found;
}

void
ring_nearest_choice (const RingCatalogue *catalogue,
                     const RingRecord *ring,
                     const RingRecord *gem,
                     RingChoice *choice,
                     guint *n_menus)
{
  Search search = { .catalogue = catalogue };
  guint n = ring_catalogue_get_n_menus (catalogue);

  memset (choice, 0, sizeof *choice);
  *n_menus = 0;
  for (guint m = 0; m < n; m++)
    {
      gboolean said = FALSE;

      search.costs[m] = g_array_new (FALSE, FALSE, sizeof (double));
      for (guint o = 0; o < ring_catalogue_get_menu (catalogue, m)->n_options; o++)
        {
          double cost = option_cost (catalogue, m, o, ring, gem, &said);

          g_array_append_val (search.costs[m], cost);
          if (cost < cost_of (&search, m, choice->option[m]))
            choice->option[m] = o;
        }
      *n_menus += said;
    }
  if (!ring_catalogue_is_made (catalogue, choice, NULL))
    search_made (&search, choice);
  for (guint m = 0; m < n; m++)
    g_array_unref (search.costs[m]);
}
