/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-rates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-alloy.h"
#include "ring-error.h"
#include "ring-layout.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-setting.h"
#include "ring-species.h"
#include "ring-stone.h"

/* Per cent of the finished weight, of cost, of the price; days. */
static const RingTerm terms[] = {
  { "casting-loss", N_ ("Casting loss, % of the finished weight"), "10", 100,
    N_ ("Sprues are 10 to 15 % of a casting; 0 for a ring made from sheet and wire") },
  { "finishing-loss", N_ ("Finishing loss, % of the finished weight"), "10", 100,
    N_ ("Filing and polishing take up to about 10 % of the volume (planfab.eu)") },
  { "markup-material", N_ ("Markup on material, %"), "0", 1000, NULL },
  { "markup-work", N_ ("Markup on work, %"), "0", 1000, NULL },
  { "tax", N_ ("Tax, %"), "0", 100, NULL },
  { "deposit", N_ ("Deposit, % of the price"), "50", 100, N_ ("Half of the price is common") },
  { "days", N_ ("Quotes are valid for so many days"), "14", 365,
    N_ ("7 to 14 days are common, since the price of metal moves") },
};

typedef struct
{
  char *value, *currency, *day;
} Kept;

struct _RingRates
{
  GObject parent_instance;

  GHashTable *table; /* char * to Kept */
};

G_DEFINE_FINAL_TYPE (RingRates, ring_rates, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const RingTerm *
ring_terms (guint *n)
{
  *n = G_N_ELEMENTS (terms);
  return terms;
}

const RingTerm *
ring_term_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_strcmp0 (terms[i].name, name) == 0)
      return &terms[i];
  return NULL;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->value);
  g_free (kept->currency);
  g_free (kept->day);
  g_free (kept);
}

static void
ring_rates_finalize (GObject *object)
{
  g_hash_table_unref (RING_RATES (object)->table);
  G_OBJECT_CLASS (ring_rates_parent_class)->finalize (object);
}

static void
ring_rates_class_init (RingRatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_rates_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_RATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ring_rates_init (RingRates *self)
{
  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
}

RingRates *
ring_rates_new (void)
{
  return g_object_new (RING_TYPE_RATES, NULL);
}

gboolean
ring_rates_find (RingRates *self, const char *name, RingRate *rate)
{
  const Kept *kept = self != NULL ? g_hash_table_lookup (self->table, name) : NULL;

  if (kept == NULL)
    return FALSE;
  *rate = (RingRate){ kept->value, kept->currency, kept->day };
  return TRUE;
}

void
ring_rates_set (RingRates *self, const char *name, const RingRate *rate)
{
  g_return_if_fail (RING_IS_RATES (self));

  if (rate == NULL || rate->value[0] == '\0')
    {
      if (!g_hash_table_remove (self->table, name))
        return;
    }
  else
    {
      Kept *kept = g_new (Kept, 1);

      *kept
          = (Kept){ g_strdup (rate->value), g_strdup (rate->currency), g_strdup (rate->day) };
      g_hash_table_insert (self->table, g_strdup (name), kept);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
ring_rates_get_currency (RingRates *self)
{
  RingRate rate;

  return ring_rates_find (self, RING_TERM_CURRENCY, &rate) ? rate.value : "EUR";
}

static int
compare (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
ring_rates_list (RingRates *self)
{
  guint n;
  const char **names = (const char **) g_hash_table_get_keys_as_array (self->table, &n);

  qsort (names, n, sizeof *names, compare);
  return names;
}

/* -------------------------------------------------------------------- words */

static gboolean
read_term (const RingTerm *term, const char *text, RingRate *read, GError **error)
{
  g_autofree char *words = g_strdup (text);
  g_autofree char *most = ring_number_format (term->most, 0);
  double value;

  g_strdelimit (words, ",", '.');
  g_strdelimit (words, "%", ' ');
  g_strstrip (words);
  *read = (RingRate){ g_strdup (words), g_strdup (""), g_strdup ("") };
  if (words[0] == '\0')
    return TRUE;
  if (ring_number_parse (words, &value) && value >= 0 && value <= term->most)
    {
      g_free ((char *) read->value);
      read->value = ring_number_format (value, 2);
      return TRUE;
    }
  ring_rate_clear (read);
  /* Translators: what was typed, and the largest number that a field takes. */
  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               _ ("“%s” was not taken: give a number from 0 to %s, or nothing."), text, most);
  return FALSE;
}

gboolean
ring_rate_read (const char *name,
                const char *text,
                const char *currency,
                gint64 now_ms,
                RingRate *read,
                GError **error)
{
  const RingTerm *term = ring_term_find (name);
  g_autoptr (RingRecord) nothing = ring_record_new (RING_RECORD_STONE, "price");
  g_autoptr (RingRecord) priced = NULL;

  if (term != NULL)
    return read_term (term, text, read, error);
  /* People write this price as they write that of a stone. */
  priced = ring_stone_with_cost (nothing, text, currency, now_ms, error);
  if (priced == NULL)
    return FALSE;
  *read = (RingRate){ g_strdup (ring_record_get_or (priced, "cost", "")),
                      g_strdup (ring_record_get_or (priced, "cost-currency", "")),
                      g_strdup (ring_record_get_or (priced, "cost-date", "")) };
  return TRUE;
}

void
ring_rate_clear (RingRate *read)
{
  g_free ((char *) read->value);
  g_free ((char *) read->currency);
  g_free ((char *) read->day);
  *read = (RingRate){ NULL, NULL, NULL };
}

char *
ring_rate_format (const char *name, const RingRate *rate)
{
  gint64 amount;

  if (ring_term_find (name) != NULL || !ring_money_parse (rate->value, rate->currency, &amount))
    return g_strdup (rate->value);
  return ring_money_format_with (amount, rate->currency);
}

/* "Diamond +2.5" of "diamond/+2.5", a species and a sieve where there is one. */
static char *
describe_small (const char *rest)
{
  g_auto (GStrv) parts = g_strsplit (rest, "/", 2);
  const RingSpecies *species = parts[0] != NULL ? ring_species_find (parts[0]) : NULL;
  const char *label = species != NULL ? _ (species->label) : rest;

  if (species != NULL && parts[1] != NULL)
    return g_strdup_printf ("%s %s", label, parts[1]);
  /* Translators: a kind of stone. */
  return g_strdup_printf (_ ("Small stones, %s"), label);
}

static const char *
after (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) ? name + strlen (prefix) : NULL;
}

char *
ring_rate_label (const char *name)
{
  const RingTerm *term = ring_term_find (name);
  const RingAlloy *alloy;
  RingSettingKind setting;
  RingLayoutKind layout;
  const char *rest;

  if (term != NULL)
    return g_strdup (_ (term->label));
  if (g_str_equal (name, "hour"))
    return g_strdup (_ ("Bench work, per hour"));
  if ((rest = after (name, "metal/")) != NULL && (alloy = ring_alloy_find (rest)) != NULL)
    /* Translators: an alloy; what it costs. */
    return g_strdup_printf (_ ("%s, per gram"), _ (ring_alloy_label (alloy)));
  if ((rest = after (name, "setting/")) != NULL && ring_setting_kind_from_id (rest, &setting))
    /* Translators: a kind of setting; what setting a stone in it costs. */
    return g_strdup_printf (_ ("%s, per stone set"), ring_setting_kind_label (setting));
  if ((rest = after (name, "layout/")) != NULL && ring_layout_kind_from_id (rest, &layout))
    /* Translators: a kind of layout of small stones; what setting one of them costs. */
    return g_strdup_printf (_ ("%s, per small stone set"), ring_layout_kind_label (layout));
  if ((rest = after (name, "carat/")) != NULL || (rest = after (name, "piece/")) != NULL)
    {
      g_autofree char *stones = describe_small (rest);

      /* Translators: small stones; what they cost. */
      return g_strdup_printf (name[0] == 'c' ? _ ("%s, per carat") : _ ("%s, each"), stones);
    }
  return g_strdup (name);
}

GPtrArray *
ring_rate_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ring_alloy_get_n (); i++)
    g_ptr_array_add (names, g_strconcat ("metal/", ring_alloy_get (i)->id, NULL));
  g_ptr_array_add (names, g_strdup ("hour"));
  for (guint i = 0; i < RING_N_SETTING_KINDS; i++)
    g_ptr_array_add (names,
                     g_strconcat ("setting/", ring_setting_kind_id ((RingSettingKind) i), NULL));
  for (guint i = 0; i < RING_N_LAYOUTS; i++)
    g_ptr_array_add (names, g_strconcat ("layout/", ring_layout_kind_id ((RingLayoutKind) i), NULL));
  return names;
}
