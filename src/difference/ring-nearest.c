/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each option is compared with the ring's and its stone's record in the fields that the option sets: a word that
 * differs costs 1, a number that differs its difference over the number, at most 1, and an alloy the difference of
 * fineness. Costs are not added up over the aims: the cut counts before the stone's size, that before the width, and
 * so on, so that the nearest ring has the same cut whatever else that costs. The options with the least cost are
 * taken; where that ring is not made, the made one that differs in the fewest and cheapest menus. */
#include "ring-nearest.h"

#include <math.h>
#include <string.h>

#include "ring-alloy.h"
#include "ring-number.h"
#include "ring-size.h"

/* Where the rules are in the way, so many combinations are looked at. */
#define MAX_TRIES 200000

/* In the order in which they count. */
typedef enum
{
  AIM_CUT,
  AIM_STONE_SIZE,
  AIM_WIDTH,
  AIM_FINENESS,
  AIM_RING_SIZE,
  AIM_REST, /* colour of the metal, profile, finish, ... */
} Aim;
#define N_AIMS (AIM_REST + 1)

typedef struct
{
  double of[N_AIMS];
} Cost;

typedef struct
{
  const RingCatalogue *catalogue;
  GArray *costs[RING_CATALOGUE_MAX_MENUS]; /* of Cost, one for each option */
} Search;

static int
cost_compare (const Cost *a, const Cost *b)
{
  for (guint i = 0; i < N_AIMS; i++)
    if (a->of[i] != b->of[i])
      return a->of[i] < b->of[i] ? -1 : 1;
  return 0;
}

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
fineness_cost (const char *own, const char *value)
{
  const RingAlloy *a = ring_alloy_find (own);
  const RingAlloy *b = ring_alloy_find (value);

  return a != NULL && b != NULL ? ABS (a->fineness - b->fineness) / 1000.0 : !g_str_equal (own, value);
}

/* "18ky" is of the colour of "22ky", and "pt950" of that of "pt900": what is left without their fineness. */
static double
colour_cost (const char *own, const char *value)
{
  const char *a = own, *b = value;

  while (*a != '\0' || *b != '\0')
    {
      a += strspn (a, "0123456789");
      b += strspn (b, "0123456789");
      if (*a != *b)
        return 1;
      a += *a != '\0';
      b += *b != '\0';
    }
  return 0;
}

static Aim
aim_of (const char *name)
{
  return g_str_equal (name, "cut") ? AIM_CUT : g_str_equal (name, "width") ? AIM_WIDTH : AIM_REST;
}

static void
add_field_cost (Cost *cost, const char *name, const char *value, const RingRecord *record, gboolean *said)
{
  const char *own = record != NULL ? ring_record_get (record, name) : NULL;
  double given;

  if (own == NULL)
    return;
  if (g_str_equal (name, "alloy"))
    {
      cost->of[AIM_FINENESS] += fineness_cost (own, value);
      cost->of[AIM_REST] += colour_cost (own, value);
    }
  else if (ring_number_parse (value, &given))
    cost->of[aim_of (name)] += number_cost (name, given, record, said);
  else
    cost->of[aim_of (name)] += !g_str_equal (own, value);
  *said = TRUE;
}

/* What OPTION says of the ring, put beside what the record says. The ring's record of a choice
 * holds it in full; only the fields that other options of the menu set differently matter. */
static Cost
option_cost (const RingCatalogue *catalogue,
             guint menu,
             guint option,
             const RingRecord *ring,
             const RingRecord *gem,
             gboolean *said)
{
  const RingMenu *m = ring_catalogue_get_menu (catalogue, menu);
  const RingRecord *own = ring_catalogue_get_option_fields (catalogue, menu, option);
  Cost cost = { { 0 } };

  for (guint i = 0; i < ring_record_get_n_fields (own); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (own, i, &value);

      add_field_cost (&cost, name, value, g_str_equal (name, "cut") ? gem : ring, said);
    }
  if (g_str_equal (m->id, "size"))
    cost.of[AIM_STONE_SIZE] += number_cost ("length", m->options[option].value, gem, said);
  else if (g_str_equal (m->id, "ring-size"))
    cost.of[AIM_RING_SIZE]
        += number_cost ("size", ring_size_from_us (m->options[option].value), ring, said);
  return cost;
}

static const Cost *
cost_of (const Search *search, guint menu, guint option)
{
  return &g_array_index (search->costs[menu], Cost, option);
}

static Cost
total_cost (const Search *search, const RingChoice *choice)
{
  Cost cost = { { 0 } };

  for (guint m = 0; m < ring_catalogue_get_n_menus (search->catalogue); m++)
    for (guint i = 0; i < N_AIMS; i++)
      cost.of[i] += cost_of (search, m, choice->option[m])->of[i];
  return cost;
}

/* The cheapest made ring that differs from BEST in at most two menus; the catalogue's first one
 * when there is none. */
static void
search_made (const Search *search, RingChoice *best)
{
  guint n = ring_catalogue_get_n_menus (search->catalogue);
  gboolean any = FALSE;
  Cost least = { { 0 } };
  RingChoice found;
  guint tries = 0;

  ring_catalogue_first_choice (search->catalogue, &found);
  for (guint a = 0; a < n; a++)
    for (guint b = a; b < n; b++)
      for (guint i = 0; i < ring_catalogue_get_menu (search->catalogue, a)->n_options; i++)
        for (guint j = 0; j < ring_catalogue_get_menu (search->catalogue, b)->n_options; j++)
          {
            RingChoice choice = *best;
            Cost cost;

            choice.option[a] = i;
            choice.option[b] = j;
            cost = total_cost (search, &choice);
            if ((!any || cost_compare (&cost, &least) < 0) && tries++ < MAX_TRIES
                && ring_catalogue_is_made (search->catalogue, &choice, NULL))
              {
                any = TRUE;
                least = cost;
                found = choice;
              }
          }
  *best = found;
}

/* How large a stone of a size is depends on its shape, which is chosen by now: so sizes are measured anew on the stones
 * that they make. */
static void
choose_size (Search *search, const RingRecord *gem, RingChoice *choice)
{
  int menu = ring_catalogue_find_menu (search->catalogue, "size");
  guint best = 0;

  if (menu < 0 || gem == NULL)
    return;
  for (guint o = 0; o < ring_catalogue_get_menu (search->catalogue, (guint) menu)->n_options; o++)
    {
      Cost *cost = &g_array_index (search->costs[menu], Cost, o);
      RingChoice sized = *choice;
      g_autoptr (RingRecord) made = NULL;
      double length;
      gboolean said;

      sized.option[menu] = o;
      made = ring_catalogue_make_gem (search->catalogue, &sized, "size", "size");
      if (made != NULL && ring_record_get_number (made, "length", &length))
        cost->of[AIM_STONE_SIZE] = number_cost ("length", length, gem, &said);
      if (cost_compare (cost, cost_of (search, (guint) menu, best)) < 0)
        best = o;
    }
  choice->option[menu] = best;
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

      search.costs[m] = g_array_new (FALSE, FALSE, sizeof (Cost));
      for (guint o = 0; o < ring_catalogue_get_menu (catalogue, m)->n_options; o++)
        {
          Cost cost = option_cost (catalogue, m, o, ring, gem, &said);

          g_array_append_val (search.costs[m], cost);
          if (cost_compare (&cost, cost_of (&search, m, choice->option[m])) < 0)
            choice->option[m] = o;
        }
      *n_menus += said;
    }
  choose_size (&search, gem, choice);
  if (!ring_catalogue_is_made (catalogue, choice, NULL))
    search_made (&search, choice);
  for (guint m = 0; m < n; m++)
    g_array_unref (search.costs[m]);
}
