/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-told.h"

#include <glib/gi18n-lib.h>

#include "ring-difference-private.h"
#include "ring-number.h"

/* The first of each says that nothing was told. */
static const char *const who_labels[RING_N_TOLD_WHO] = {
  N_("Not told"),
  N_("A form or an automatic e-mail"),
  N_("Somebody who sells it"),
  N_("Somebody who designs or makes it"),
};

static const char *const choices_labels[RING_N_TOLD_CHOICES] = {
  N_("Not told"),
  N_("Options of menus"),
  N_("Options of menus, and an engraving"),
  N_("Something was drawn or measured for me"),
};

static const char *const making_labels[RING_N_TOLD_MAKING] = {
  N_("Not told"),
  N_("By hand, from sheet, wire or grain"),
  N_("Cast from a mould, printed, or with bought parts"),
};

static const char *const stone_labels[RING_N_TOLD_STONE] = {
  N_("Not told"),
  N_("It has no stone"),
  N_("A stone of a size and quality"),
  N_("This very stone, and where it comes from"),
};

static const char *const answer_labels[RING_N_TOLD_ANSWERS] = { N_("Not told"), N_("Yes"), N_("No") };

const char *
ring_told_who_label (RingToldWho who)
{
  return _(who_labels[who]);
}

const char *
ring_told_choices_label (RingToldChoices choices)
{
  return _(choices_labels[choices]);
}

const char *
ring_told_making_label (RingToldMaking making)
{
  return _(making_labels[making]);
}

const char *
ring_told_stone_label (RingToldStone stone)
{
  return _(stone_labels[stone]);
}

const char *
ring_told_answer_label (RingToldAnswer answer)
{
  return _(answer_labels[answer]);
}

const char *
ring_told_result_label (RingToldResult result)
{
  switch (result)
    {
    case RING_TOLD_ASK:
      return _("ask about this");
    case RING_TOLD_NOTHING:
      return _("nothing to ask");
    case RING_TOLD_NOT_KNOWN:
    default:
      return _("not known");
    }
}

void
ring_told_limits_init (RingToldLimits *limits, const RingDrawing *drawing, const RingCatalogue *catalogue)
{
  const RingRecord *commission
      = drawing != NULL ? ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL) : NULL;
  double material, labour;

  *limits = (RingToldLimits){ -1, NULL, -1 };
  if (commission != NULL && ring_record_get_number (commission, "material", &material)
      && ring_record_get_number (commission, "labour", &labour))
    {
      limits->least_price = material + labour;
      limits->currency = ring_record_get (commission, "currency");
    }
  if (catalogue == NULL
      || !ring_number_parse (ring_catalogue_get_fact (catalogue, "handwork-days"), &limits->least_days))
    limits->least_days = -1;
}

/* ------------------------------------------------------------------------------ the rules */

typedef struct
{
  const RingTold *told;
  const RingToldLimits *limits;
} Case;

static RingFlagState
when (gboolean known, gboolean raised)
{
  return !known ? RING_FLAG_UNKNOWN : raised ? RING_FLAG_RAISED : RING_FLAG_CLEAR;
}

static gboolean
is_of_menus (const RingTold *told)
{
  return told->choices == RING_TOLD_CHOICES_MENU || told->choices == RING_TOLD_CHOICES_ENGRAVED;
}

/* "12 days"; NULL where it was not told. */
static char *
figure (double value, const char *unit)
{
  g_autofree char *number = value >= 0 ? ring_difference_number (value) : NULL;

  return number != NULL ? g_strdup_printf ("%s %s", number, unit) : NULL;
}

static RingFlagState
judge_minute (const Case *c, char **told)
{
  *told = figure (c->told->minutes, _("minutes to design it"));
  return when (c->told->minutes >= 0, c->told->minutes < 1);
}

static RingFlagState
judge_price (const Case *c, char **told)
{
  double least = c->limits->least_price;
  const char *currency = c->limits->currency != NULL ? c->limits->currency : "";
  g_autofree char *price = figure (c->told->price, currency);
  g_autofree char *limit = figure (least, currency);

  if (price == NULL)
    return RING_FLAG_UNKNOWN;
  *told = limit != NULL ? g_strdup_printf (_("%s; material and labour of the ring that is open here are %s, the "
                                              "shop's own figures"),
                                           g_strstrip (price), g_strstrip (limit))
                        : g_strdup_printf (_("%s; no cost of material and labour is recorded here to compare with"),
                                           g_strstrip (price));
  return when (least >= 0, c->told->price <= least);
}

static RingFlagState
judge_exchange (const Case *c, char **told)
{
  RingToldWho who = c->told->who;

  if (who != RING_TOLD_WHO_UNKNOWN)
    *told = g_strdup (ring_told_who_label (who));
  return when (who == RING_TOLD_WHO_NOBODY || who == RING_TOLD_WHO_JEWELER, who == RING_TOLD_WHO_NOBODY);
}

static RingFlagState
judge_promised (const Case *c, char **told)
{
  double least = c->limits->least_days;
  g_autofree char *days = figure (c->told->days, _("days"));
  g_autofree char *limit = figure (least, _("days"));

  if (days == NULL)
    return RING_FLAG_UNKNOWN;
  *told = limit != NULL ? g_strdup_printf (_("%s; handwork takes at least %s, this shop's own figure"), days, limit)
                        : g_strdup_printf (_("%s; this shop has not said how long handwork takes at least"), days);
  return when (least >= 0, c->told->days < least);
}

static RingFlagState
judge_parts (const Case *c, char **told)
{
  if (c->told->choices != RING_TOLD_CHOICES_UNKNOWN)
    *told = g_strdup (ring_told_choices_label (c->told->choices));
  return when (c->told->choices != RING_TOLD_CHOICES_UNKNOWN, is_of_menus (c->told));
}

static RingFlagState
judge_engraving (const Case *c, char **told)
{
  judge_parts (c, told);
  return when (c->told->choices != RING_TOLD_CHOICES_UNKNOWN, c->told->choices == RING_TOLD_CHOICES_ENGRAVED);
}

static RingFlagState
judge_limited (const Case *c, char **told)
{
  RingToldAnswer limited = c->told->limited;

  if (limited == RING_TOLD_YES)
    *told = g_strdup (_("It is called a limited edition"));
  else if (limited == RING_TOLD_NO)
    *told = g_strdup (_("It is not called a limited edition"));
  return when (limited == RING_TOLD_NO || (limited == RING_TOLD_YES && c->told->choices != RING_TOLD_CHOICES_UNKNOWN),
               limited == RING_TOLD_YES && is_of_menus (c->told));
}

static RingFlagState
judge_stone (const Case *c, char **told)
{
  if (c->told->stone != RING_TOLD_STONE_UNKNOWN)
    *told = g_strdup (ring_told_stone_label (c->told->stone));
  return when (c->told->stone != RING_TOLD_STONE_UNKNOWN, c->told->stone == RING_TOLD_STONE_UNNAMED);
}

/* Nobody was spoken to, and nothing but options was taken: then there is no story that could be told. */
static RingFlagState
judge_story (const Case *c, char **told)
{
  gboolean menus = is_of_menus (c->told), nobody = c->told->who == RING_TOLD_WHO_NOBODY;
  gboolean own = c->told->choices == RING_TOLD_CHOICES_OWN || c->told->who == RING_TOLD_WHO_JEWELER;

  if (menus && nobody)
    *told = g_strdup (_("Options of menus, and nobody to speak to"));
  else if (own)
    *told = g_strdup (c->told->choices == RING_TOLD_CHOICES_OWN ? ring_told_choices_label (c->told->choices)
                                                                : ring_told_who_label (c->told->who));
  return when (own || (menus && nobody), !own);
}

static RingFlagState
judge_twins (const Case *c, char **told)
{
  RingToldAnswer others = c->told->others;

  if (others == RING_TOLD_YES)
    *told = g_strdup (_("Others can order the same ring"));
  else if (others == RING_TOLD_NO)
    *told = g_strdup (_("Nobody else can order it"));
  return when (others != RING_TOLD_UNKNOWN, others == RING_TOLD_YES);
}

static RingFlagState
judge_handmade (const Case *c, char **told)
{
  if (c->told->making != RING_TOLD_MAKING_UNKNOWN)
    *told = g_strdup (ring_told_making_label (c->told->making));
  return when (c->told->making != RING_TOLD_MAKING_UNKNOWN, c->told->making == RING_TOLD_MAKING_OTHER);
}

static const struct
{
  const char *id;
  RingFlagState (*judge) (const Case *c, char **told);
  const char *question;
} rules[] = {
  { "minute", judge_minute, N_("What of it was decided for me alone, and who took the time?") },
  { "price", judge_price, N_("What do the metal and the stones cost, and how many hours of work are in the price?") },
  { "exchange", judge_exchange, N_("Who designs and makes it, and may I speak to that person?") },
  { "promised", judge_promised, N_("Which steps are done by hand in that time?") },
  { "parts", judge_parts, N_("Which part of it is not an option that everybody has?") },
  { "engraving", judge_engraving, N_("Beside the letters, what of it is mine?") },
  { "limited", judge_limited, N_("How many are made, where is that written, and what becomes of the mould?") },
  { "stone", judge_stone, N_("Which stone is it, where does it come from, and what paper says so?") },
  { "story", judge_story, N_("What of my wishes can be seen in the drawing?") },
  { "twins", judge_twins, N_("How many of the same were made, and can it be made again?") },
  { "handmade", judge_handmade, N_("Which parts were bought, cast from a mould, printed or milled?") },
  { "custom", judge_parts, N_("Is there a drawing that I sign before it is made?") },
};

static void
line_clear (gpointer data)
{
  g_free (((RingToldLine *) data)->told);
  g_free (((RingToldLine *) data)->question);
}

/* As with the flags, a fact that the word does not deny asks nothing; where no word was said, none is denied. */
static RingToldResult
result_of (const char *id, RingFlagState state, const RingTold *told)
{
  gboolean denied = told->has_word ? ring_flag_is_against (id, told->word)
                                   : ring_flag_is_against (id, RING_WORD_CONFIGURED);

  if (state == RING_FLAG_UNKNOWN)
    return RING_TOLD_NOT_KNOWN;
  return state == RING_FLAG_RAISED && denied ? RING_TOLD_ASK : RING_TOLD_NOTHING;
}

GArray *
ring_told_check (const RingTold *told, const RingToldLimits *limits)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingToldLine));
  const Case c = { told, limits };

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      RingToldLine line = { .id = rules[i].id, .label = ring_flag_label (rules[i].id) };
      g_autofree char *said = NULL;

      line.result = result_of (line.id, rules[i].judge (&c, &said), told);
      line.told = said != NULL ? g_strdup_printf (_("As you were told: %s."), said)
                               : g_strdup (_("You were not told."));
      line.question = g_strdup_printf (_("Ask: %s"), _(rules[i].question));
      g_array_append_val (lines, line);
    }
  return lines;
}
