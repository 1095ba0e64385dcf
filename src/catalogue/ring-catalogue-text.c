/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "ring-clock.h"

/* The fraction of a number is set off by "." in every language here, so groups never are. */
static const char *
group_separator (void)
{
  const char *separator = localeconv ()->thousands_sep;

  if (separator == NULL || separator[0] == '\0')
    return ",";
  return g_str_equal (separator, ".") || !g_utf8_validate (separator, -1, NULL) ? "\u202f" : separator;
}

char *
ring_catalogue_text_grouped (guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  const char *separator = group_separator ();
  GString *text = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
ring_catalogue_text_money (double amount, const char *currency)
{
  static const struct
  {
    const char *currency;
    const char *sign;
  } signs[] = { { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" } };
  guint64 cents = (guint64) llround (CLAMP (amount, 0, 1e15) * 100);
  g_autofree char *whole = ring_catalogue_text_grouped (cents / 100);
  g_autofree char *rest = cents % 100 != 0 ? g_strdup_printf (".%02u", (guint) (cents % 100)) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (currency, signs[i].currency) == 0)
      return g_strconcat (signs[i].sign, whole, rest, NULL);
  if (currency == NULL || currency[0] == '\0')
    return g_strconcat (whole, rest, NULL);
  return g_strconcat (whole, rest, " ", currency, NULL);
}

char *
ring_catalogue_text_difference (const RingCatalogue *catalogue,
                                const RingChoice *choice,
                                guint menu,
                                guint option)
{
  RingChoice other = *choice;
  g_autofree char *money = NULL;
  double more;

  other.option[menu] = option;
  more = ring_catalogue_price (catalogue, &other) - ring_catalogue_price (catalogue, choice);
  if (fabs (more) < 0.005)
    return g_strdup ("");
  money = ring_catalogue_text_money (fabs (more), ring_catalogue_get_currency (catalogue));
  return g_strconcat (more > 0 ? "+" : "−", money, NULL);
}

char *
ring_catalogue_text_item (const RingCatalogue *catalogue, const RingChoice *choice)
{
  g_autofree char *number = ring_catalogue_format_number (catalogue, choice);
  const RingOption *metal = ring_catalogue_get_chosen (catalogue, choice, "metal");

  if (number == NULL)
    return NULL;
  if (metal == NULL)
    /* Translators: a ring of the catalogue, "Item #3487-22". */
    return g_strdup_printf (_("Item %s"), number);
  /* Translators: a ring of the catalogue and its metal, "Item #3487-22 in White Gold". */
  return g_strdup_printf (_("Item %s in %s"), number, metal->label);
}

char **
ring_catalogue_text_chosen (const RingCatalogue *catalogue, const RingChoice *choice)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *engraving = NULL;

  for (guint i = 0; i < ring_catalogue_get_n_menus (catalogue); i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);
      /* Translators: a menu and what was chosen from it, in a list. */
      g_autofree char *line = g_strdup_printf (_("%s: %s"), menu->label, menu->options[choice->option[i]].label);

      g_strv_builder_add (lines, line);
    }
  if (choice->engraving[0] != '\0')
    {
      /* Translators: what is engraved, and the face it is engraved in. */
      engraving = g_strdup_printf (_("Engraving: %s, %s"), choice->engraving, ring_face_label (choice->face));
      g_strv_builder_add (lines, engraving);
    }
  if (ring_choice_is_limited (catalogue, choice))
    g_strv_builder_add (lines, _("Limited edition"));
  return g_strv_builder_end (lines);
}

char *
ring_catalogue_text_limited (const RingCatalogue *catalogue, const RingChoice *choice)
{
  const char *note = ring_catalogue_get_fact (catalogue, "limited-note");
  RingChoice with = *choice;
  RingChoice without = *choice;
  g_autofree char *number = NULL;
  g_autofree char *other = NULL;
  const RingOption *finish;

  ring_choice_set_limited (catalogue, &with, TRUE);
  ring_choice_set_limited (catalogue, &without, FALSE);
  with.engraving[0] = without.engraving[0] = '\0';
  number = ring_catalogue_format_number (catalogue, &without);
  other = ring_catalogue_format_number (catalogue, &with);
  finish = ring_catalogue_get_chosen (catalogue, &with, "finish");
  if (number == NULL || other == NULL || finish == NULL || g_str_equal (number, other))
    return g_strdup (note != NULL ? note : "");
  /* Translators: what a limited edition changes of a ring: a finish, two item numbers, and the catalogue's
   * own sentence. */
  return g_strdup_printf (_("Changes the finish to %s and %s to %s. %s"), finish->label, number, other,
                          note != NULL ? note : "");
}

char *
ring_catalogue_text_time (double seconds)
{
  guint whole = (guint) CLAMP (seconds, 0, 359999);

  return g_strdup_printf ("%u:%02u", whole / 60, whole % 60);
}

const char *
ring_catalogue_text_limit (const char *what)
{
  static const struct
  {
    const char *what;
    const char *limit;
  } limits[] = {
    { "shape", N_("The moulds take these cuts and no other stone. On the Bench a seat is drawn for "
                  "the very stone that was found.") },
    { "size", N_("Stones come in these sizes only. On the Bench the seat is drawn from what the "
                 "stone measures.") },
    { "band", N_("The band is one of these moulds. On the Bench you draw it.") },
    { "metal", N_("These are the metals the house keeps. On the Bench the ring is of any alloy.") },
    { "finish", N_("These are the finishes the house does. On the Bench you say where which one "
                   "goes.") },
    { "ring-size", N_("Only these sizes are made. On the Bench the ring fits any finger, to a "
                      "hundredth of a millimetre.") },
    { "engraving", N_("An engraving here has at most 20 characters. On the Bench it may run all "
                      "round the ring, or be your own handwriting.") },
    { "move", N_("The stone stays where its mould has it. On the Bench it goes where you put it.") },
    { "draw", N_("This picture follows the menus, and no pen changes it. On the Bench it is your "
                 "line that makes the ring.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (g_str_equal (limits[i].what, what))
      return _(limits[i].limit);
  return _("That is not on the menu. On the Bench nothing is off it.");
}

char *
ring_catalogue_text_price (const RingCatalogue *catalogue, const RingChoice *choice)
{
  return ring_catalogue_text_money (ring_catalogue_price (catalogue, choice),
                                    ring_catalogue_get_currency (catalogue));
}

char *
ring_catalogue_text_count (const RingCatalogue *catalogue)
{
  g_autofree char *count = ring_catalogue_text_grouped (ring_catalogue_count (catalogue));

  return g_strdup_printf (_("1 of %s possible rings"), count);
}

/* The catalogue counts working days. */
static GDateTime *
after_working_days (GDateTime *from, int days)
{
  GDateTime *then = g_date_time_ref (from);

  while (days > 0)
    {
      GDateTime *next = g_date_time_add_days (then, 1);

      g_date_time_unref (then);
      then = next;
      if (g_date_time_get_day_of_week (then) <= 5)
        days--;
    }
  return then;
}

char *
ring_catalogue_text_ships (const RingCatalogue *catalogue, const RingChoice *choice)
{
  int days = ring_catalogue_lead_days (catalogue, choice);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (ring_clock_now_ms () / 1000);
  g_autoptr (GDateTime) then = after_working_days (now, days);
  /* Translators: the day and month on which a ring is sent, as "27 November". */
  g_autofree char *date = g_date_time_format (then, _("%-d %B"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Ships in %d working day, %s",
                                       "Ships in %d working days, %s", (gulong) days), days, date);
}

char *
ring_catalogue_text_note (const RingCatalogue *catalogue)
{
  g_autofree char *own = NULL;
  const char *note;

  if (catalogue == NULL)
    return g_strdup (_("There is no catalogue at hand."));
  note = ring_catalogue_get_fact (catalogue, "note");
  /* Translators: the name and the edition of a catalogue. */
  own = g_strdup_printf (_("%s, edition %s. Prices, days and popularity are the catalogue’s own."),
                         ring_catalogue_get_name (catalogue), ring_catalogue_get_edition (catalogue));
  return note != NULL ? g_strdup_printf ("%s %s", own, note) : g_steal_pointer (&own);
}
