/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-difference-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-nearest.h"
#include "ring-number.h"
#include "ring-provenance.h"

static const struct
{
  const char *id;
  const char *label;
} words[RING_N_WORDS] = {
  [RING_WORD_CONFIGURED] = { "configured", NC_("claim", "configured") },
  [RING_WORD_PERSONALISED] = { "personalised", NC_("claim", "personalised") },
  [RING_WORD_CUSTOM] = { "custom", NC_("claim", "custom") },
  [RING_WORD_BESPOKE] = { "bespoke", NC_("claim", "bespoke") },
  [RING_WORD_HANDMADE] = { "handmade", NC_("claim", "handmade") },
  [RING_WORD_ONE_OF_A_KIND] = { "one-of-a-kind", NC_("claim", "one of a kind") },
};

const char *
ring_word_id (RingWord word)
{
  return words[word].id;
}

const char *
ring_word_label (RingWord word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "claim", words[word].label);
}

/* ID may be NULL. FALSE, and *WORD untouched, when it is none of the words. */
gboolean
ring_word_from_id (const char *id, RingWord *word)
{
  for (guint i = 0; i < RING_N_WORDS; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      {
        *word = (RingWord) i;
        return TRUE;
      }
  return FALSE;
}

char *
ring_difference_number (double value)
{
  return ring_number_format (value, value < 100 ? 1 : 0);
}

char *
ring_difference_duration (double seconds)
{
  g_autofree char *number
      = ring_number_format (seconds < 60 ? seconds : seconds / 60, seconds < 60 ? 0 : 1);

  return seconds < 60 ? g_strdup_printf (_("%s s"), number)
                      : g_strdup_printf (_("%s min"), number);
}

const char *
ring_difference_get_commission (const RingDifference *self, const char *name)
{
  return ring_record_get (ring_drawing_find_record (self->drawing, RING_RECORD_COMMISSION, NULL), name);
}

const char *
ring_difference_get_fact (const RingDifference *self, const char *name)
{
  return self->catalogue != NULL ? ring_catalogue_get_fact (self->catalogue, name) : NULL;
}

const RingRecord *
ring_difference_cite (const RingDifference *self, const char *kind)
{
  g_autoptr (GPtrArray) records = ring_drawing_list_records (self->drawing, kind);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (kind, RING_RECORD_STONE) && ring_provenance_is_undocumented (records->pdata[i]))
      return records->pdata[i];
  return records->len > 0 ? records->pdata[0] : NULL;
}

char *
ring_difference_join_twins (const RingDifference *self)
{
  return self->twins != NULL && self->twins[0] != NULL ? g_strjoinv (", ", self->twins) : NULL;
}

gboolean
ring_difference_is_blank (const RingDifference *self)
{
  return !self->chosen && !ring_tally_is_own (&self->tally);
}

gboolean
ring_difference_is_menu_only (const RingDifference *self)
{
  return self->chosen && !ring_tally_is_own (&self->tally);
}

/* Finds the catalogue ring: the design's own choice, else the nearest. */
static void
find_ring (RingDifference *self)
{
  const RingRecord *record = ring_drawing_find_record (self->drawing, RING_RECORD_CHOICE, NULL);
  const RingRecord *ring = ring_drawing_find_record (self->drawing, RING_RECORD_RING, NULL);
  const RingRecord *gem = ring_drawing_find_record (self->drawing, RING_RECORD_GEM, NULL);
  guint n;

  self->chosen = record != NULL;
  if (!ring_record_get_number (record, "seconds", &self->choosing_seconds))
    self->choosing_seconds = 0;
  if (self->catalogue == NULL)
    {
      self->chosen_by = g_strdup (_("There is no catalogue to compare with"));
      return;
    }
  if (ring_catalogue_read_choice (self->catalogue, record, &self->choice))
    self->chosen_by = g_strdup (_("The design's own choice from the menus"));
  else
    {
      ring_nearest_choice (self->catalogue, ring, gem, &self->choice, &n);
      self->chosen_by
          = g_strdup_printf (_("The nearest ring on the menus: the same cut, then the least difference in stone "
                                "size, width, fineness and ring size; the ring's record answers %u of %u "
                                "menus, the others have their first option"),
                             n, ring_catalogue_get_n_menus (self->catalogue));
    }
  self->number = ring_catalogue_format_number (self->catalogue, &self->choice);
}

/* The word that is said of the ring. What is on the menus is taken by the catalogue's own word;
 * a design is taken at the word that most shops use for it. */
static RingWord
find_word (const RingDifference *self)
{
  const RingRecord *commission
      = ring_drawing_find_record (self->drawing, RING_RECORD_COMMISSION, NULL);
  RingWord word = RING_WORD_CONFIGURED;

  if (commission != NULL && ring_word_from_id (ring_record_get (commission, "claim"), &word))
    return word;
  if (!ring_difference_is_menu_only (self))
    return RING_WORD_CUSTOM;
  if (self->catalogue != NULL)
    ring_word_from_id (ring_catalogue_get_fact (self->catalogue, "word"), &word);
  return word;
}

static void
measure_clear (gpointer data)
{
  RingMeasure *measure = data;

  g_free (measure->catalogue);
  g_free (measure->bench);
  g_free (measure->evidence);
}

static void
flag_clear (gpointer data)
{
  g_free (((RingFlag *) data)->evidence);
}

static void
loss_clear (gpointer data)
{
  g_free (((RingLoss *) data)->was);
  g_free (((RingLoss *) data)->becomes);
}

static void
take_twins (RingDifference *self, const RingTwins *twins)
{
  self->asked = twins != NULL;
  if (twins == NULL)
    return;
  self->n_designs = twins->n_designs;
  self->twins = g_strdupv ((char **) twins->names);
}

RingDifference *
ring_difference_new_full (const RingDrawing *drawing,
                          const RingCatalogue *catalogue,
                          const RingWord *word,
                          const RingTwins *twins)
{
  RingDifference *self = g_new0 (RingDifference, 1);

  self->drawing = ring_drawing_ref (drawing);
  self->catalogue = catalogue != NULL ? ring_catalogue_ref (catalogue) : NULL;
  self->measures = g_array_new (FALSE, FALSE, sizeof (RingMeasure));
  g_array_set_clear_func (self->measures, measure_clear);
  self->flags = g_array_new (FALSE, FALSE, sizeof (RingFlag));
  g_array_set_clear_func (self->flags, flag_clear);
  self->losses = g_array_new (FALSE, FALSE, sizeof (RingLoss));
  g_array_set_clear_func (self->losses, loss_clear);
  take_twins (self, twins);
  find_ring (self);
  ring_tally_init (&self->tally, drawing, catalogue, self->chosen ? &self->choice : NULL);
  self->word = word != NULL ? *word : find_word (self);
  ring_difference_add_measures (self);
  ring_difference_add_flags (self);
  ring_difference_add_losses (self);
  ring_difference_find_wording (self);
  return self;
}

RingDifference *
ring_difference_new (const RingDrawing *drawing, const RingCatalogue *catalogue)
{
  return ring_difference_new_full (drawing, catalogue, NULL, NULL);
}

char *
ring_difference_say (const RingDrawing *drawing)
{
  RingDifference *self = g_new0 (RingDifference, 1);
  char *wording;

  self->drawing = ring_drawing_ref (drawing);
  find_ring (self);
  ring_tally_init_counts (&self->tally, drawing);
  ring_difference_find_wording (self);
  wording = g_steal_pointer (&self->wording);
  ring_difference_free (self);
  return wording;
}

void
ring_difference_free (RingDifference *self)
{
  if (self == NULL)
    return;
  ring_drawing_unref (self->drawing);
  ring_catalogue_unref (self->catalogue);
  g_free (self->number);
  g_free (self->chosen_by);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->flags, g_array_unref);
  g_clear_pointer (&self->losses, g_array_unref);
  g_strfreev (self->twins);
  g_free (self->wording);
  g_free (self->why);
  g_free (self);
}

guint
ring_difference_get_n_measures (const RingDifference *self)
{
  return self->measures->len;
}

const RingMeasure *
ring_difference_get_measure (const RingDifference *self, guint i)
{
  return &g_array_index (self->measures, RingMeasure, i);
}

guint
ring_difference_get_n_flags (const RingDifference *self)
{
  return self->flags->len;
}

const RingFlag *
ring_difference_get_flag (const RingDifference *self, guint i)
{
  return &g_array_index (self->flags, RingFlag, i);
}

RingWord
ring_difference_get_word (const RingDifference *self)
{
  return self->word;
}

const RingChoice *
ring_difference_get_choice (const RingDifference *self)
{
  return self->catalogue != NULL ? &self->choice : NULL;
}

const char *
ring_difference_get_number (const RingDifference *self)
{
  return self->number;
}

const char *
ring_difference_get_chosen_by (const RingDifference *self)
{
  return self->chosen_by;
}

guint
ring_difference_get_n_losses (const RingDifference *self)
{
  return self->losses->len;
}

const RingLoss *
ring_difference_get_loss (const RingDifference *self, guint i)
{
  return &g_array_index (self->losses, RingLoss, i);
}

double
ring_difference_get_copies (const RingDifference *self, int level)
{
  return self->catalogue != NULL ? ring_catalogue_copies_per_year (self->catalogue, &self->choice, level) : 0;
}

char *
ring_measure_format (const RingMeasure *measure, const char *value)
{
  gboolean number;

  if (value == NULL)
    return g_strdup (_("not recorded"));
  number = g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[strlen (value) - 1]);
  return number && measure->unit[0] != '\0' ? g_strdup_printf ("%s %s", value, measure->unit)
                                            : g_strdup (value);
}

static const struct
{
  const char *id, *label;
} states[] = {
  [RING_FLAG_UNKNOWN] = { "unknown", NC_("flag", "unknown") },
  [RING_FLAG_CLEAR] = { "clear", NC_("flag", "clear") },
  [RING_FLAG_RAISED] = { "raised", NC_("flag", "raised") },
};

const char *
ring_flag_state_id (RingFlagState state)
{
  return states[state].id;
}

const char *
ring_flag_state_label (RingFlagState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "flag", states[state].label);
}
