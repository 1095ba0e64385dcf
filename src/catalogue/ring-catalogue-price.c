/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-private.h"

#include "ring-number.h"

/* The number of a fact; 0 when the file does not declare it. */
static double
fact_number (const RingCatalogue *catalogue, const char *name)
{
  double value = 0;

  ring_number_parse (ring_catalogue_get_fact (catalogue, name), &value);
  return value;
}

/* The catalogue's own price: its base, what each option adds, and the extras. */
double
ring_catalogue_price (const RingCatalogue *catalogue, const RingChoice *choice)
{
  double price = fact_number (catalogue, "base-price");

  for (guint i = 0; i < catalogue->menus->len; i++)
    price += ring_catalogue_get_menu (catalogue, i)->options[choice->option[i]].price;
  if (choice->engraving[0] != '\0')
    price += fact_number (catalogue, "engraving-price");
  if (ring_choice_is_limited (catalogue, choice))
    price += fact_number (catalogue, "limited-price");
  return price;
}

/* Working days until it ships: the catalogue's base and what each option and extra adds. */
int
ring_catalogue_lead_days (const RingCatalogue *catalogue, const RingChoice *choice)
{
  double days = fact_number (catalogue, "lead-days");

  for (guint i = 0; i < catalogue->menus->len; i++)
    days += ring_catalogue_get_menu (catalogue, i)->options[choice->option[i]].days;
  if (choice->engraving[0] != '\0')
    days += fact_number (catalogue, "engraving-days");
  if (ring_choice_is_limited (catalogue, choice))
    days += fact_number (catalogue, "limited-days");
  return (int) CLAMP (days, 0, 10000);
}

/* Whether two rings must agree in the menu to be alike at LEVEL. A shop's own menus count only
 * for the same number. */
gboolean
ring_catalogue_menu_counts (const RingMenu *menu, int level)
{
  static const char *const moulds[] = { "shape", "band", NULL };
  static const char *const look[] = { "metal", "finish", "size", NULL };

  return level >= 2 || g_strv_contains (moulds, menu->id)
         || (level == 1 && g_strv_contains (look, menu->id));
}

/* Orders a year times the share of each option that counts. Choices are taken as independent of
 * each other; orders of what is not made are not moved to what is. 0 when the file declares no
 * orders-per-year. */
double
ring_catalogue_copies_per_year (const RingCatalogue *catalogue, const RingChoice *choice, int level)
{
  double copies = fact_number (catalogue, "orders-per-year");

  for (guint i = 0; i < catalogue->menus->len; i++)
    if (ring_catalogue_menu_counts (ring_catalogue_get_menu (catalogue, i), level))
      copies *= ring_catalogue_get_share (catalogue, i, choice->option[i]);
  return copies;
}
