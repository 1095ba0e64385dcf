/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measures: what can be counted in the two files, and nothing else. What is not recorded stays empty: NULL, which is
 * shown as "not recorded" and is never a zero. Over each function stand its formula, its inputs and what is missing when
 * it stays empty; docs/difference.md says the same to people who make rings. */
#include "ring-difference-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clock.h"
#include "ring-estimate.h"
#include "ring-making.h"
#include "ring-number.h"
#include "ring-provenance.h"

/* An engraving machine's letters, digits, space and signs: 64 of them, 6 bits each, unless the
 * catalogue says how many it has. */
#define ENGRAVING_SIGNS 64.0

/* Takes the strings. CITED is the kind of record that the evidence is of, or NULL. */
static void
add (RingDifference *self,
     const char *id,
     const char *label,
     const char *unit,
     char *catalogue,
     char *bench,
     const char *cited,
     char *evidence)
{
  const char *record = cited != NULL ? ring_difference_cite_id (self, cited) : NULL;
  RingMeasure measure = { .id = id,
                          .label = label,
                          .catalogue = catalogue,
                          .bench = bench,
                          .unit = unit,
                          .evidence = evidence,
                          .kind = record != NULL ? cited : NULL,
                          .record = record };

  g_array_append_val (self->measures, measure);
}

static char *
fact (const RingDifference *self, const char *name)
{
  return g_strdup (ring_difference_get_fact (self, name));
}

static double
engraving_bits (const RingDifference *self)
{
  double signs = ENGRAVING_SIGNS;

  ring_number_parse (ring_catalogue_get_fact (self->catalogue, "engraving-signs"), &signs);
  return (double) g_utf8_strlen (self->choice.engraving, -1) * log2 (MAX (signs, 1));
}

/* Catalogue: log2 (N) + letters * log2 (signs). N is the exact count of rings that can be ordered, letters those
 * of the engraving, signs how many different ones the house engraves (64 unless it says another number).
 * Bench: 8 * the bytes of all paths of the drawn ring, on a grid of 0.05 mm, and of the sizes of ring, stones, settings,
 * layouts and letters that no menu gave, after raw deflate at level 9 (ring-pack.h); 0 of nothing.
 * Not recorded: the catalogue's without a catalogue. */
static void
add_decided (RingDifference *self)
{
  g_autofree char *menus = NULL;
  g_autofree char *bench = ring_number_format ((double) self->tally.bits, 0);
  char *catalogue = NULL;

  if (self->catalogue != NULL)
    {
      guint64 count = ring_catalogue_count (self->catalogue);
      double letters = engraving_bits (self);
      g_autofree char *rings = ring_number_format ((double) count, 0);
      g_autofree char *engraved = ring_number_format (letters, 1);

      catalogue = ring_difference_number (log2 ((double) count) + letters);
      menus = g_strdup_printf (_("Catalogue: log2 of %s rings that can be "
                                  "ordered, and %s bits of engraving; its item number says "
                                  "everything about it, the rest was decided beforehand for "
                                  "everybody. "),
                               rings, engraved);
    }
  add (self, "decided", _("Decided for this client"), "bits", catalogue, g_steal_pointer (&bench), RING_CITES_STROKE,
       g_strdup_printf (
           _("%sBench: strokes (%u), shapes (%u), drawings (%u) and dimensions (%u) on a grid of 0.05 mm, "
              "without pressure, time or notes, packed as tightly as this program "
              "can (deflate). It measures what was decided, not beauty; a scribble "
              "scores too."),
           menus != NULL ? menus : "", self->tally.n_strokes, self->tally.n_shapes,
           self->tally.n_artwork, self->tally.n_dimensions));
}

/* "2,376" a year, or "about one in 5 years" below one. */
static char *
per_year (double copies)
{
  g_autofree char *number = NULL;

  if (copies >= 1)
    return ring_difference_number (copies);
  if (copies <= 0)
    return g_strdup ("0");
  number = ring_number_format (MIN (ceil (1 / copies), 1e9), 0);
  return g_strdup_printf (_("about one in %s years"), number);
}

/* "Rings made from it: 1, as its making record says." */
static char *
say_pieces (const RingDifference *self)
{
  guint pieces;

  if (!ring_making_get_pieces (self->drawing, &pieces))
    return g_strdup (_("How many rings were made from it is not recorded."));
  return g_strdup_printf (_("Rings made from it: %u, as its making record says."), pieces);
}

/* "1,204 other designs were looked at by the twin key." */
static char *
say_library (const RingDifference *self)
{
  if (!self->asked)
    return g_strdup (_("No library was asked, and one file cannot tell of others."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u other design was compared by the shapes of all that is drawn.",
                                       "%u other designs were compared by the shapes of all that is drawn.",
                                       self->n_designs),
                          self->n_designs);
}

/* NULL where no library was asked or nothing is drawn. */
static char *
say_twins (const RingDifference *self)
{
  g_autofree char *names = ring_difference_join_twins (self);

  if (!self->asked || self->tally.n_strokes + self->tally.n_shapes + self->tally.n_artwork == 0)
    return NULL;
  return names != NULL ? g_strdup_printf (_("the same drawing: %s"), names)
                       : g_strdup (_("no copy of this drawing in this library"));
}

/* Catalogue: orders a year * the product of the shares of the chosen options, choices taken as independent, at three
 * levels; the headline is the first, from the same moulds (menus "shape" and "band").
 * Bench: designs of the library with the same twin key (ring-twin.h).
 * Not recorded: the catalogue's where it declares no "orders-per-year"; the Bench's where no library was asked. */
static void
add_copies (RingDifference *self)
{
  g_autofree char *made = say_pieces (self);
  g_autofree char *asked = say_library (self);
  g_autofree char *moulds = NULL;
  g_autofree char *look = NULL;
  g_autofree char *number = NULL;
  const char *orders = ring_difference_get_fact (self, "orders-per-year");

  if (orders == NULL)
    {
      add (self, "copies", _("Copies"), "per year", NULL, say_twins (self), RING_RECORD_MAKING,
           g_strdup_printf ("%s %s %s", _("The catalogue declares no orders per year."), asked, made));
      return;
    }
  moulds = per_year (ring_difference_get_copies (self, 0));
  look = per_year (ring_difference_get_copies (self, 1));
  number = per_year (ring_difference_get_copies (self, 2));
  add (self, "copies", _("Copies"), "per year", g_strdup (moulds), say_twins (self), RING_RECORD_MAKING,
       g_strdup_printf (_("The catalogue's own figures: %s orders a year times the share of each "
                           "option, choices taken as independent. From the same moulds %s, with "
                           "the same look %s, with the same number %s a year. Bench: %s %s"),
                        orders, moulds, look, number, asked, made));
}

/* Catalogue: all menus of all menus. Bench: drawn items that are still the catalogue's own (presets), of all drawn
 * items; a preset on an underlay was drawn over and is no part of the ring, unless nothing else is there.
 * Not recorded: the catalogue's without one, the Bench's where nothing is drawn. */
static void
add_kept (RingDifference *self)
{
  const RingTally *tally = &self->tally;
  guint items = tally->n_strokes + tally->n_shapes + tally->n_artwork + tally->n_presets;
  guint kept = items > 0 ? tally->n_presets : tally->n_traced;
  guint all = MAX (items, kept);
  char *catalogue = NULL;

  if (self->catalogue != NULL)
    {
      guint n = ring_catalogue_get_n_menus (self->catalogue);

      catalogue = g_strdup_printf (_("%u of %u"), n, n);
    }
  add (self, "kept", _("Choices kept from a menu"), "", catalogue,
       all > 0 ? g_strdup_printf (_("%u of %u"), kept, all) : NULL, NULL,
       g_strdup_printf (_("Catalogue: menus answered with one of their options. Bench: drawn items "
                           "that are still the catalogue's own, of all %u."),
                        all));
}

/* Catalogue: the seconds of the choice's record, measured while the menus were used. Bench: the sum of the strokes'
 * own times and of the rests between them of at most ten seconds; what two hands draw at once counts once.
 * Not recorded: no seconds in the record; no stroke with samples. */
static void
add_time (RingDifference *self)
{
  add (self, "time", _("Time"), "",
       self->choosing_seconds > 0 ? ring_difference_duration (self->choosing_seconds) : NULL,
       self->tally.drawing_timed ? ring_difference_duration (self->tally.drawing_seconds) : NULL, RING_CITES_STROKE,
       g_strdup (_("Catalogue: spent choosing, measured. Bench: drawing, from the times of the "
                    "strokes; rests of more than ten seconds are not counted.")));
}

static char *
people_text (const RingTally *tally)
{
  GString *text;

  if (tally->n_entries + tally->n_revisions + tally->n_sign_offs == 0)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u entry by the client",
                                       "%u entries by the client", tally->n_client),
                          tally->n_client);
  g_string_append_printf (text, _(", %u by the jeweler"), tally->n_jeweler);
  if (tally->n_revisions > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, ", %u revision", ", %u revisions", tally->n_revisions),
        tally->n_revisions);
  if (tally->n_sign_offs > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, ", %u sign-off", ", %u sign-offs", tally->n_sign_offs),
        tally->n_sign_offs);
  return g_string_free (text, FALSE);
}

/* Catalogue: its fact "answered-by". Bench: records "entry" by who said it, records "revision" and "sign-off".
 * Not recorded: no such fact; none of these records. */
static void
add_people (RingDifference *self)
{
  add (self, "people", _("People"), "", fact (self, "answered-by"), people_text (&self->tally), RING_RECORD_ENTRY,
       g_strdup (_("Catalogue: who answers a customer, as the file declares. Bench: entries of the "
                    "conversation, revisions and sign-offs in the design file.")));
}

static char *
stones_text (const RingDrawing *drawing, guint n_custody)
{
  GString *text = g_string_new (NULL);
  gint64 now = ring_clock_now_ms ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      g_autofree char *name = NULL;
      g_autofree char *class = NULL;

      if (!g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE)
          || ring_record_get_n_fields (record) == 0)
        continue;
      name = ring_provenance_name (record, now);
      class = ring_provenance_class (record, now);
      if (text->len > 0)
        g_string_append (text, "; ");
      /* TRANSLATORS: a stone and where it comes from. Goods on approval belong to their supplier. */
      g_string_append_printf (text,
                              g_strcmp0 (ring_record_get (record, "status"), "memo") == 0
                                  ? _ ("%s (%s, on approval)")
                                  : _ ("%s (%s)"),
                              name, class);
    }
  if (text->len > 0 && n_custody > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %u custody event", "; %u custody events", n_custody),
                            n_custody);
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

/* Catalogue: its fact "stone-source". Bench: each record "stone" that says anything, with the class that its card bears
 * out (ring-provenance.h), and how many records "custody" there are.
 * Not recorded: no such fact; no such stone. */
static void
add_stone (RingDifference *self)
{
  add (self, "stone", _("Stone"), "", fact (self, "stone-source"),
       stones_text (self->drawing, self->tally.n_custody), RING_RECORD_STONE,
       g_strdup_printf (_("Catalogue: as the file declares. Bench: stones with a record of their "
                           "own: %u; custody events recorded: %u."),
                        self->tally.n_stones, self->tally.n_custody));
}

static char *
money (double amount, const char *currency)
{
  g_autofree char *number = ring_number_format (amount, 2);

  return currency != NULL && currency[0] != '\0' ? g_strdup_printf ("%s %s", number, currency)
                                                 : g_steal_pointer (&number);
}

/* The quote; where there is none the estimate, as far as the design itself has all its prices. *SAID tells
 * which. */
static char *
find_price (RingDifference *self, const char **said)
{
  const char *quote = ring_difference_get_commission (self, "quote");
  g_autoptr (RingEstimate) estimate = NULL;
  double amount;

  if (ring_number_parse (quote, &amount))
    {
      *said = _("the quote of the commission");
      return money (amount, ring_difference_get_commission (self, "currency"));
    }
  estimate = ring_estimate_new (self->drawing, NULL, NULL, ring_clock_now_ms ());
  if (ring_estimate_is_complete (estimate))
    {
      g_autofree char *total = ring_estimate_format_total (estimate);

      *said = _("the estimate, at the prices that the design has kept; no quote is recorded");
      /* Translators: an amount of money. */
      return g_strdup_printf (_("%s, estimated"), total);
    }
  *said = _("no quote is recorded, and no estimate whose lines all have a price");
  return NULL;
}

/* The commission where it has FIELD, else the estimate; where neither is recorded, where it would be. */
static const char *
cite_order (const RingDifference *self, const char *field)
{
  gboolean estimated = ring_difference_get_commission (self, field) == NULL
                       && ring_drawing_find_record (self->drawing, RING_RECORD_ESTIMATE, NULL) != NULL;

  return estimated ? RING_RECORD_ESTIMATE : RING_RECORD_COMMISSION;
}

/* Catalogue: base + what each option adds + extras. Bench: the commission's "quote"; else the total of the estimate
 * where all its lines have a price; which of the two is said.
 * Not recorded: no catalogue; neither of the two. */
static void
add_price (RingDifference *self)
{
  char *catalogue = NULL;
  const char *said;
  char *bench = find_price (self, &said);

  if (self->catalogue != NULL)
    catalogue = money (ring_catalogue_price (self->catalogue, &self->choice),
                       ring_catalogue_get_currency (self->catalogue));
  add (self, "price", _("Price"), "", catalogue, bench, cite_order (self, "quote"),
       g_strdup_printf (
           _("Catalogue: its own price, the base and what each option adds. Bench: %s."), said));
}

/* The date that is promised; else the hours of the estimate. *SAID tells which. */
static char *
find_lead (const RingDifference *self, const char **said)
{
  const char *promised = ring_difference_get_commission (self, "promised");
  const RingRecord *estimate = ring_drawing_find_record (self->drawing, RING_RECORD_ESTIMATE, NULL);
  double hours = ring_record_get_between (estimate, "hours", 0, RING_ESTIMATE_MOST_HOURS, 0);
  g_autofree char *number = NULL;

  if (promised != NULL)
    {
      *said = _("the date promised in the commission");
      return g_strdup (promised);
    }
  if (hours > 0)
    {
      *said = _("the hours of the estimate; no date is promised");
      number = ring_difference_number (hours);
      return g_strdup_printf (_("%s hours of work, estimated"), number);
    }
  *said = _("no date is promised, and no hours are estimated");
  return NULL;
}

/* Catalogue: base days + what each option adds + extras. Bench: the commission's "promised"; else the estimate's "hours";
 * which of the two is said.
 * Not recorded: no catalogue; neither of the two. */
static void
add_lead (RingDifference *self)
{
  char *catalogue = NULL;
  const char *said;
  char *bench = find_lead (self, &said);

  if (self->catalogue != NULL)
    {
      int days = ring_catalogue_lead_days (self->catalogue, &self->choice);

      catalogue = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", (gulong) days), days);
    }
  add (self, "lead", _("Lead time"), "", catalogue, bench, cite_order (self, "promised"),
       g_strdup_printf (_("Catalogue: its own days, the base and what each option adds. Bench: %s."), said));
}

/* NULL without a catalogue. */
static char *
say_menu_better (const RingDifference *self)
{
  g_autofree char *price = NULL;
  int days;

  if (self->catalogue == NULL)
    return NULL;
  price = money (ring_catalogue_price (self->catalogue, &self->choice), ring_catalogue_get_currency (self->catalogue));
  days = ring_catalogue_lead_days (self->catalogue, &self->choice);
  /* Translators: a price and a number of days. */
  return g_strdup_printf (_("A price at once (%s), %d working days and not weeks, seen before buying, usually returnable "
                             "after a distance sale (EU, UK)"),
                          price, days);
}

/* Catalogue: what holds of everything that is picked from pre-set options. Bench: how much was drawn and chosen.
 * Not recorded: no catalogue; neither stroke nor stone. */
static void
add_better (RingDifference *self)
{
  const RingTally *tally = &self->tally;
  g_autofree char *strokes = NULL;
  g_autofree char *stones = NULL;
  char *bench = NULL;

  if (tally->n_strokes + tally->n_stones > 0)
    {
      strokes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stroke drawn for this ring",
                                              "%u strokes drawn for this ring", tally->n_strokes),
                                 tally->n_strokes);
      stones = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, ", %u stone chosen for it",
                                             ", %u stones chosen for it", tally->n_stones),
                                tally->n_stones);
      bench = g_strconcat (strokes, stones, NULL);
    }
  add (
      self, "better", _("What each does better"), "",
      say_menu_better (self),
      bench, NULL,
      g_strdup (_("Returns: directive 2011/83/EU, Art. 16(c), and the UK regulations of 2013 keep "
                   "the right of withdrawal for goods picked from pre-set options. Bench: as "
                   "recorded.")));
}

void
ring_difference_add_measures (RingDifference *self)
{
  add_decided (self);
  add_copies (self);
  add_kept (self);
  add_time (self);
  add_people (self);
  add_stone (self);
  add_better (self);
  add_price (self);
  add_lead (self);
}
