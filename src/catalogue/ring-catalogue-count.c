/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Counting what is made, exactly and without making a list of it.
 *
 * The menus are gone through one after the other. All that later menus need to know of the
 * options taken so far is which rules could still match; so combinations with the same set of
 * live rules are counted together. A catalogue of millions of rings takes a few thousand steps. */
#include "ring-catalogue-private.h"

#include <string.h>

#include "ring-catalogue-builder.h"

#define WORDS (RING_CATALOGUE_MAX_RULES / 64)
/* A catalogue that people wrote needs a few thousand; this many take about half a second. */
#define MAX_STEPS 1000000

typedef struct
{
  guint64 live[WORDS]; /* rules that every option so far matched */
  guint64 count;
} State;

static guint
state_hash (gconstpointer data)
{
  const State *state = data;
  guint64 hash = 0;

  for (guint i = 0; i < WORDS; i++)
    hash = (hash ^ state->live[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> 32);
}

static gboolean
state_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (((const State *) a)->live, ((const State *) b)->live,
                 sizeof ((const State *) a)->live)
         == 0;
}

static inline void
set_bit (guint64 *bits, guint i)
{
  bits[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
}

/* For each option of a menu the rules that stay live with it. ENDS are the rules whose last menu
 * this is: what is still live there is not made. */
typedef struct
{
  State *keep; /* of each kind of option, with how many options are of that kind */
  guint n_keep;
  guint64 ends[WORDS];
} Step;

static void
rule_look (const RingRule *rule, guint menu, const RingTerm **term, gboolean *last)
{
  *term = NULL;
  *last = rule->terms->len > 0;
  for (guint i = 0; i < rule->terms->len; i++)
    {
      const RingTerm *t = &g_array_index (rule->terms, RingTerm, i);

      if (t->menu == menu)
        *term = t;
      else if (t->menu > menu)
        *last = FALSE;
    }
  *last = *last && *term != NULL;
}

static void
step_add_option (Step *step, const RingCatalogue *catalogue, guint menu, guint option)
{
  State state = { .count = 1 };

  for (guint r = 0; r < catalogue->rules->len; r++)
    {
      const RingTerm *term;
      gboolean last;

      rule_look (&g_array_index (catalogue->rules, RingRule, r), menu, &term, &last);
      if (term == NULL || ring_term_has (term, option))
        set_bit (state.live, r);
      if (last)
        set_bit (step->ends, r);
    }
  for (guint i = 0; i < step->n_keep; i++)
    if (state_equal (&step->keep[i], &state))
      {
        step->keep[i].count++;
        return;
      }
  step->keep[step->n_keep++] = state;
}

/* Adds what FROM becomes with each kind of option to the states in INTO. */
static void
step_apply (const Step *step, const State *from, GHashTable *into)
{
  for (guint i = 0; i < step->n_keep; i++)
    {
      State next = { .count = from->count * step->keep[i].count };
      gboolean made = TRUE;
      State *known;

      for (guint w = 0; w < WORDS; w++)
        {
          next.live[w] = from->live[w] & step->keep[i].live[w];
          made = made && (next.live[w] & step->ends[w]) == 0;
        }
      if (!made)
        continue;
      known = g_hash_table_lookup (into, &next);
      if (known != NULL)
        known->count += next.count;
      else
        g_hash_table_add (into, g_memdup2 (&next, sizeof next));
    }
}

static GHashTable *
state_set_new (void)
{
  return g_hash_table_new_full (state_hash, state_equal, g_free, NULL);
}

/* FALSE when the rules are so entangled that counting would take too long. */
gboolean
ring_catalogue_count_made (const RingCatalogue *catalogue, guint64 *count)
{
  g_autoptr (GHashTable) states = state_set_new ();
  State start = { .count = 1 };
  guint64 steps = 0;
  GHashTableIter iter;
  gpointer state;

  memset (start.live, 0xff, sizeof start.live);
  g_hash_table_add (states, g_memdup2 (&start, sizeof start));
  for (guint m = 0; m < catalogue->menus->len; m++)
    {
      guint n = ring_catalogue_get_menu (catalogue, m)->n_options;
      g_autofree State *keep = g_new0 (State, n + 1);
      g_autoptr (GHashTable) next = state_set_new ();
      Step step = { keep, 0, { 0 } };

      for (guint o = 0; o < n; o++)
        step_add_option (&step, catalogue, m, o);
      steps += (guint64) g_hash_table_size (states) * step.n_keep;
      if (steps > MAX_STEPS)
        return FALSE;
      g_hash_table_iter_init (&iter, states);
      while (g_hash_table_iter_next (&iter, &state, NULL))
        step_apply (&step, state, next);
      g_hash_table_unref (states);
      states = g_steal_pointer (&next);
    }

  *count = 0;
  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &state, NULL))
    *count += ((State *) state)->count;
  return TRUE;
}

/* The last menu that RULE asks about. */
static guint
rule_get_depth (const RingRule *rule)
{
  guint depth = 0;

  for (guint i = 0; i < rule->terms->len; i++)
    depth = MAX (depth, g_array_index (rule->terms, RingTerm, i).menu);
  return depth;
}

/* Steps CHOICE on to the next combination that differs in menu DEPTH or before. */
static gboolean
choice_advance (const RingCatalogue *catalogue, RingChoice *choice, guint depth)
{
  for (guint m = depth + 1; m < catalogue->menus->len; m++)
    choice->option[m] = 0;
  for (int m = (int) depth; m >= 0; m--)
    {
      if (++choice->option[m] < ring_catalogue_get_menu (catalogue, (guint) m)->n_options)
        return TRUE;
      choice->option[m] = 0;
    }
  return FALSE;
}

/* The first made combination in the order of the menus, each menu's options from the top. What a
 * rule forbids stays forbidden whatever later menus say, so those are not tried. FALSE when
 * nothing is found. */
gboolean
ring_catalogue_find_first (const RingCatalogue *catalogue, RingChoice *choice)
{
  memset (choice, 0, sizeof *choice);
  for (guint tries = 0; tries < 100000; tries++)
    {
      const RingRule *rule = ring_catalogue_find_rule (catalogue, choice);

      if (rule == NULL)
        return TRUE;
      if (!choice_advance (catalogue, choice, rule_get_depth (rule)))
        return FALSE;
    }
  return FALSE;
}
