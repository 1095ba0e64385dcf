/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The red flags. A flag tests a word, not a seller: where the word is "configured" nothing is
 * raised against picking from menus. Missing data never raises a flag; it leaves it unknown. */
#include "ring-difference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-day.h"
#include "ring-estimate.h"
#include "ring-making.h"
#include "ring-number.h"

#define BIT(word) (1u << RING_WORD_##word)
#define PERSONAL (BIT (PERSONALISED) | BIT (CUSTOM) | BIT (BESPOKE) | BIT (ONE_OF_A_KIND))
#define COMMISSIONED (BIT (CUSTOM) | BIT (BESPOKE) | BIT (ONE_OF_A_KIND))
#define ANY_CLAIM (PERSONAL | BIT (HANDMADE))
#define ALWAYS (ANY_CLAIM | BIT (CONFIGURED))

typedef struct
{
  const char *id;
  const char *label;
  guint words; /* those that the flag speaks against */
  const char *cites[2]; /* kinds of records that the evidence is of: the first that is there */
  RingFlagState (*decide) (const RingDifference *self, char **evidence);
} Check;

static RingFlagState
raised_if (gboolean raised)
{
  return raised ? RING_FLAG_RAISED : RING_FLAG_CLEAR;
}

/* A fact of the catalogue within a sentence of ours: without a full stop of its own. */
static char *
quote_fact (const char *text)
{
  char *quoted = g_strdup (text);
  gsize n = strlen (quoted);

  if (n > 0 && quoted[n - 1] == '.')
    quoted[n - 1] = '\0';
  return quoted;
}

static const char *
number_or_choice (const RingDifference *self)
{
  return self->number != NULL ? self->number : _("the choice from the menus");
}

static RingFlagState
decide_minute (const RingDifference *self, char **evidence)
{
  double seconds = self->choosing_seconds + self->tally.drawing_seconds;
  g_autofree char *time = ring_difference_duration (seconds);

  if (self->choosing_seconds <= 0 && !self->tally.drawing_timed)
    {
      *evidence = g_strdup (_("No time is recorded, neither of choosing nor of drawing."));
      return RING_FLAG_UNKNOWN;
    }
  *evidence = g_strdup_printf (
      _("Choosing and drawing took %s, measured; the limit is one minute."), time);
  return raised_if (seconds < 60);
}

/* Tax is no part of what is left for material and labour: the rate of the estimate is taken off. A quote that
 * was made of an estimate has labour at the shop's rates, which is not the least: it may be just that. */
static RingFlagState
decide_price (const RingDifference *self, char **evidence)
{
  const RingRecord *estimate = ring_drawing_find_record (self->drawing, RING_RECORD_ESTIMATE, NULL);
  gboolean of_estimate = ring_record_get (estimate, "quoted") != NULL;
  double tax = ring_estimate_get_term (self->drawing, NULL, "tax");
  double quote, material, labour;
  g_autofree char *price = NULL;
  g_autofree char *cost = NULL;

  if (!ring_number_parse (ring_difference_get_commission (self, "quote"), &quote)
      || !ring_number_parse (ring_difference_get_commission (self, "material"), &material)
      || !ring_number_parse (ring_difference_get_commission (self, "labour"), &labour))
    {
      *evidence = g_strdup (_("Quote, cost of material and least labour are not all recorded."));
      return RING_FLAG_UNKNOWN;
    }
  quote /= 1 + tax / 100;
  price = ring_number_format (quote, 2);
  cost = ring_number_format (material + labour, 2);
  *evidence = g_strdup_printf (
      tax > 0       ? _("Quote %s without tax; material and labour %s, the shop's own figures.")
      : of_estimate ? _("Quote %s; material and labour %s, the shop's own figures.")
                    : _("Quote %s; material and least labour %s, the shop's own figures."),
      price, cost);
  /* To half a cent: the tax was rounded. */
  return raised_if (of_estimate ? quote < material + labour - 0.006 : quote <= material + labour);
}

static RingFlagState
decide_exchange (const RingDifference *self, char **evidence)
{
  const RingTally *tally = &self->tally;
  const char *answered = ring_difference_get_fact (self, "answered-by");

  if (tally->n_client > 0 && tally->n_jeweler > 0)
    {
      *evidence = g_strdup_printf (
          _("Entries of the conversation: by the client %u, by the jeweler %u."), tally->n_client,
          tally->n_jeweler);
      return RING_FLAG_CLEAR;
    }
  if (ring_difference_is_menu_only (self) && tally->n_entries == 0 && answered != NULL)
    {
      g_autofree char *who = quote_fact (answered);

      *evidence
          = g_strdup_printf (_("Chosen from menus, no entry of a conversation; the catalogue says "
                                "who answers: %s."),
                             who);
      return RING_FLAG_RAISED;
    }
  *evidence = g_strdup (_("No conversation of both sides is recorded."));
  return RING_FLAG_UNKNOWN;
}

static RingFlagState
decide_promised (const RingDifference *self, char **evidence)
{
  double least;
  g_autofree char *text = NULL;
  g_autofree char *limit = NULL;
  int days;
  gboolean of_catalogue = FALSE;

  if (!ring_number_parse (ring_difference_get_fact (self, "handwork-days"), &least))
    {
      *evidence = g_strdup (_("The shop has not said how many days handwork takes at least."));
      return RING_FLAG_UNKNOWN;
    }
  if (!ring_day_between (ring_difference_get_commission (self, "ordered"), ring_difference_get_commission (self, "promised"),
                         &days))
    {
      if (!ring_difference_is_menu_only (self))
        {
          *evidence = g_strdup (_("Dates of order and promise are not both recorded."));
          return RING_FLAG_UNKNOWN;
        }
      days = ring_catalogue_lead_days (self->catalogue, &self->choice);
      of_catalogue = TRUE;
    }
  text = ring_difference_number (days);
  limit = ring_difference_number (least);
  *evidence = g_strdup_printf (
      of_catalogue
          ? _("Sent in %s working days; handwork takes at least %s: the catalogue's own figures.")
          : _("Promised in %s days; handwork takes at least %s, the shop's own figure."),
      text, limit);
  return raised_if (days < least);
}

static RingFlagState
decide_parts (const RingDifference *self, char **evidence)
{
  const RingTally *tally = &self->tally;

  if (ring_difference_is_blank (self))
    {
      *evidence = g_strdup (_("Nothing is drawn or chosen."));
      return RING_FLAG_UNKNOWN;
    }
  if (ring_difference_is_menu_only (self))
    {
      *evidence = g_strdup_printf (_("Every part is one of the catalogue's: %s."),
                                   number_or_choice (self));
      return RING_FLAG_RAISED;
    }
  *evidence
      = g_strdup_printf (_("Not from a menu: strokes %u, drawings %u, named stones %u."),
                         tally->n_strokes,
                         tally->n_shapes + tally->n_artwork + tally->n_foreign, tally->n_stones);
  return RING_FLAG_CLEAR;
}

static RingFlagState
decide_engraving (const RingDifference *self, char **evidence)
{
  const RingRecord *record = ring_drawing_find_record (self->drawing, RING_RECORD_CHOICE, NULL);
  const char *engraving = record != NULL ? ring_record_get (record, "engraving") : NULL;

  if (ring_difference_is_blank (self))
    {
      *evidence = g_strdup (_("Nothing is drawn or chosen."));
      return RING_FLAG_UNKNOWN;
    }
  if (engraving == NULL)
    {
      *evidence = g_strdup (_("The design has no engraving from a menu."));
      return RING_FLAG_CLEAR;
    }
  if (ring_difference_is_menu_only (self))
    *evidence
        = g_strdup_printf (_("All but the engraving \"%s\" is an option of a menu."), engraving);
  else
    *evidence = g_strdup_printf (
        _("Beside the engraving \"%s\" there are a drawing or stones of its own."), engraving);
  return raised_if (ring_difference_is_menu_only (self));
}

static RingFlagState
decide_limited (const RingDifference *self, char **evidence)
{
  const RingRecord *record = ring_drawing_find_record (self->drawing, RING_RECORD_CHOICE, NULL);
  gboolean limited = record != NULL && g_strcmp0 (ring_record_get (record, "limited"), "yes") == 0;

  if (ring_difference_is_blank (self))
    {
      *evidence = g_strdup (_("Nothing is drawn or chosen."));
      return RING_FLAG_UNKNOWN;
    }
  if (!limited)
    *evidence = g_strdup (_("It is not called a limited edition."));
  else if (ring_difference_is_menu_only (self))
    *evidence = g_strdup_printf (
        _("Called a limited edition; %s can be ordered by anybody, and no size of "
           "the edition is recorded."),
        number_or_choice (self));
  else
    *evidence
        = g_strdup (_("Called a limited edition, and the design is more than its item number."));
  return raised_if (limited && ring_difference_is_menu_only (self));
}

static RingFlagState
decide_stone (const RingDifference *self, char **evidence)
{
  const RingTally *tally = &self->tally;
  const char *source = ring_difference_get_fact (self, "stone-source");

  if (tally->n_undocumented > 0)
    {
      *evidence = g_strdup_printf (
          _("Named stones: %u; recorded as mined without a documented source: %u."),
          tally->n_stones, tally->n_undocumented);
      return RING_FLAG_RAISED;
    }
  if (tally->n_stones > 0)
    {
      *evidence
          = g_strdup_printf (_("Named stones: %u; with a source or a class of provenance: %u."),
                             tally->n_stones, tally->n_sourced);
      return tally->n_sourced == tally->n_stones ? RING_FLAG_CLEAR : RING_FLAG_UNKNOWN;
    }
  if (ring_difference_is_menu_only (self) && source != NULL)
    {
      g_autofree char *lot = quote_fact (source);

      *evidence = g_strdup_printf (
          _("No stone is named; the catalogue says where its stones come from: %s."), lot);
      return RING_FLAG_RAISED;
    }
  *evidence = g_strdup (_("No stone is named."));
  return RING_FLAG_UNKNOWN;
}

static RingFlagState
decide_story (const RingDifference *self, char **evidence)
{
  gboolean story = ring_difference_get_commission (self, "story") != NULL || self->tally.n_entries > 0;

  if (ring_difference_is_blank (self))
    {
      *evidence = g_strdup (_("Nothing is drawn or chosen."));
      return RING_FLAG_UNKNOWN;
    }
  if (story)
    *evidence = g_strdup (_("A story or a conversation is recorded."));
  else if (ring_difference_is_menu_only (self))
    *evidence = g_strdup_printf (
        _("%s says everything about it; no story, no conversation and no drawing "
           "stand beside it."),
        number_or_choice (self));
  else
    *evidence = g_strdup (_("It is more than an item number; no story is recorded."));
  return raised_if (!story && ring_difference_is_menu_only (self));
}

static RingFlagState
state_of (RingMakingState state)
{
  return state == RING_MAKING_HOLDS   ? RING_FLAG_CLEAR
         : state == RING_MAKING_FAILS ? RING_FLAG_RAISED
                                      : RING_FLAG_UNKNOWN;
}

/* Of a drawn ring the making record tells. A mould that is kept makes no twin yet; it denies only the
 * word that says that there will be none. */
static RingFlagState
decide_drawn_twins (const RingDifference *self, char **evidence)
{
  g_autofree char *names = ring_difference_join_twins (self);
  guint pieces = 0;
  RingMakingState state;

  if (names != NULL)
    {
      *evidence = g_strdup_printf (_("The library has the same drawing, line for line, in: %s."), names);
      return RING_FLAG_RAISED;
    }
  state = ring_making_is_one_of_a_kind (self->drawing, evidence);
  if (state != RING_MAKING_FAILS && self->asked && self->n_designs > 0)
    {
      char *making = *evidence;

      *evidence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s No copy of the drawing is in this library of %u other design.",
                                                "%s No copy of the drawing is in this library of %u other designs.",
                                                self->n_designs),
                                   making, self->n_designs);
      g_free (making);
    }
  if (state != RING_MAKING_FAILS || self->word == RING_WORD_ONE_OF_A_KIND)
    return state_of (state);
  return ring_making_get_pieces (self->drawing, &pieces) && pieces > 1 ? RING_FLAG_RAISED : RING_FLAG_UNKNOWN;
}

static RingFlagState
decide_twins (const RingDifference *self, char **evidence)
{
  g_autofree char *text = NULL;
  double copies;

  if (!ring_difference_is_menu_only (self))
    return decide_drawn_twins (self, evidence);
  if (self->catalogue == NULL || ring_difference_get_fact (self, "orders-per-year") == NULL)
    {
      *evidence = g_strdup (_("One file cannot tell whether there are others like it."));
      return RING_FLAG_UNKNOWN;
    }
  copies = ring_catalogue_copies_per_year (self->catalogue, &self->choice, 1);
  text = ring_difference_number (copies);
  *evidence = g_strdup_printf (
      _("By the catalogue's own figures %s rings of the same look are expected a "
         "year; the limit is one."),
      text);
  return raised_if (copies >= 1);
}

static RingFlagState
decide_handmade (const RingDifference *self, char **evidence)
{
  const char *method = ring_difference_get_fact (self, "made-by");

  if (self->tally.n_presets > 0 || ring_difference_is_menu_only (self))
    {
      *evidence = g_strdup_printf (
          _("Parts come from a catalogue%s%s; 16 CFR 23.3 asks that every part be "
             "shaped by hand from raw material."),
          method != NULL ? ": " : "", method != NULL ? method : "");
      return RING_FLAG_RAISED;
    }
  return state_of (ring_making_is_handmade (self->drawing, evidence));
}

static RingFlagState
decide_custom (const RingDifference *self, char **evidence)
{
  if (ring_difference_is_blank (self))
    {
      *evidence = g_strdup (_("Nothing is drawn or chosen."));
      return RING_FLAG_UNKNOWN;
    }
  if (!ring_difference_is_menu_only (self))
    {
      *evidence = g_strdup_printf (
          _("No menu value: strokes %u, drawings %u, named stones %u."), self->tally.n_strokes,
          self->tally.n_shapes + self->tally.n_artwork + self->tally.n_foreign, self->tally.n_stones);
      return RING_FLAG_CLEAR;
    }
  *evidence = g_strdup_printf (
      _("Every field is a menu value: %s. The guidance on directive 2011/83/EU, Art. "
         "16(c), calls picking pre-set options neither specification nor "
         "personalisation. No rule that we found defines the word itself."),
      number_or_choice (self));
  return RING_FLAG_RAISED;
}

static const Check checks[] = {
  { "minute", N_("Designed in under a minute"), COMMISSIONED, { RING_RECORD_CHOICE, RING_CITES_STROKE }, decide_minute },
  { "price", N_("Price at or below material and least labour"), COMMISSIONED | BIT (HANDMADE), { RING_RECORD_COMMISSION, RING_RECORD_ESTIMATE },
    decide_price },
  { "exchange", N_("No exchange between client and jeweler"), COMMISSIONED, { RING_RECORD_ENTRY }, decide_exchange },
  { "promised", N_("Promised faster than handwork allows"), COMMISSIONED | BIT (HANDMADE), { RING_RECORD_COMMISSION },
    decide_promised },
  { "parts", N_("Only interchangeable parts"), ANY_CLAIM, { RING_CITES_STROKE }, decide_parts },
  { "engraving", N_("The engraving is the only personal choice"), PERSONAL, { RING_RECORD_CHOICE }, decide_engraving },
  /* The switch on the menu is a claim by itself, whatever the label says. */
  { "limited", N_("“Limited edition” of a stock ring"), ALWAYS, { RING_RECORD_CHOICE }, decide_limited },
  { "stone", N_("Stone without source"), COMMISSIONED, { RING_RECORD_STONE }, decide_stone },
  { "story", N_("Item number and no story"), COMMISSIONED, { RING_RECORD_ENTRY, RING_RECORD_COMMISSION }, decide_story },
  { "twins", N_("Has twins"), COMMISSIONED, { RING_RECORD_MAKING }, decide_twins },
  { "handmade", N_("“Handmade” although a part or method excludes it"), BIT (HANDMADE), { RING_RECORD_PART, RING_RECORD_MAKING },
    decide_handmade },
  { "custom", N_("“Custom” although every field is a menu value"), PERSONAL, { RING_RECORD_STONE, RING_RECORD_CHOICE }, decide_custom },
};

static const Check *
find_check (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].id, id))
      return &checks[i];
  g_error ("There is no flag %s", id);
}

const char *
ring_flag_label (const char *id)
{
  return _(find_check (id)->label);
}

gboolean
ring_flag_is_against (const char *id, RingWord word)
{
  return (find_check (id)->words & (1u << word)) != 0;
}

/* A fact that the word does not deny is no flag. What is unknown stays so. */
static void
run (RingDifference *self, const Check *check)
{
  RingFlag flag = { .id = check->id, .label = _(check->label) };

  flag.state = check->decide (self, &flag.evidence);
  for (guint i = 0; i < G_N_ELEMENTS (check->cites) && flag.record == NULL && check->cites[i] != NULL; i++)
    {
      flag.record = ring_difference_cite_id (self, check->cites[i]);
      flag.kind = flag.record != NULL ? check->cites[i] : NULL;
    }
  if (!ring_flag_is_against (check->id, self->word) && flag.state == RING_FLAG_RAISED)
    {
      char *fact = flag.evidence;

      flag.state = RING_FLAG_CLEAR;
      flag.evidence = g_strdup_printf (_("%s The ring is called “%s”, which does not deny it."),
                                       fact, ring_word_label (self->word));
      g_free (fact);
    }
  g_array_append_val (self->flags, flag);
}

void
ring_difference_add_flags (RingDifference *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    run (self, &checks[i]);
}
