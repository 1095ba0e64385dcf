/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-private.h"

RingCatalogue *
ring_catalogue_ref (const RingCatalogue *catalogue)
{
  return g_atomic_rc_box_acquire ((gpointer) catalogue);
}

static void
catalogue_clear (gpointer data)
{
  RingCatalogue *catalogue = data;

  g_free (catalogue->id);
  g_free (catalogue->name);
  g_free (catalogue->edition);
  g_free (catalogue->currency);
  g_hash_table_unref (catalogue->facts);
  g_ptr_array_unref (catalogue->menus);
  g_array_unref (catalogue->parts);
  g_array_unref (catalogue->rules);
}

void
ring_catalogue_unref (const RingCatalogue *catalogue)
{
  if (catalogue != NULL)
    g_atomic_rc_box_release_full ((gpointer) catalogue, catalogue_clear);
}

const char *
ring_catalogue_get_id (const RingCatalogue *catalogue)
{
  return catalogue->id;
}

const char *
ring_catalogue_get_name (const RingCatalogue *catalogue)
{
  return catalogue->name;
}

const char *
ring_catalogue_get_edition (const RingCatalogue *catalogue)
{
  return catalogue->edition;
}

/* The ISO 4217 code, "EUR"; "" when the file names none. */
const char *
ring_catalogue_get_currency (const RingCatalogue *catalogue)
{
  return catalogue->currency;
}

const char *
ring_catalogue_get_fact (const RingCatalogue *catalogue, const char *name)
{
  return g_hash_table_lookup (catalogue->facts, name);
}

/* Ramps are facts by the names "ramp:metal:18Y" and "ramp:shape:*". */
const char *
ring_catalogue_get_ramp (const RingCatalogue *catalogue, const char *menu_id, const char *code)
{
  g_autofree char *own = g_strdup_printf ("ramp:%s:%s", menu_id, code);
  g_autofree char *any = g_strdup_printf ("ramp:%s:*", menu_id);
  const char *ramp = ring_catalogue_get_fact (catalogue, own);

  return ramp != NULL ? ramp : ring_catalogue_get_fact (catalogue, any);
}

guint
ring_catalogue_get_n_menus (const RingCatalogue *catalogue)
{
  return catalogue->menus->len;
}

const RingMenu *
ring_catalogue_get_menu (const RingCatalogue *catalogue, guint i)
{
  const RingMenuData *data = g_ptr_array_index (catalogue->menus, i);

  return &data->menu;
}

int
ring_catalogue_find_menu (const RingCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->menus->len; i++)
    if (g_str_equal (ring_catalogue_get_menu (catalogue, i)->id, id))
      return (int) i;
  return -1;
}

/* The position of the option with CODE in MENU, or -1. */
int
ring_menu_find_option (const RingMenu *menu, const char *code)
{
  for (guint i = 0; i < menu->n_options; i++)
    if (g_strcmp0 (menu->options[i].code, code) == 0)
      return (int) i;
  return -1;
}

gboolean
ring_catalogue_has_option (const RingCatalogue *catalogue, const char *menu_id, const char *code)
{
  int menu = ring_catalogue_find_menu (catalogue, menu_id);

  return menu >= 0 && ring_menu_find_option (ring_catalogue_get_menu (catalogue, (guint) menu), code) >= 0;
}

/* The option that CHOICE takes from the menu with ID; NULL when there is no such menu. */
const RingOption *
ring_catalogue_get_chosen (const RingCatalogue *catalogue, const RingChoice *choice, const char *id)
{
  int i = ring_catalogue_find_menu (catalogue, id);
  const RingMenu *menu;

  if (i < 0)
    return NULL;
  menu = ring_catalogue_get_menu (catalogue, (guint) i);
  return choice->option[i] < menu->n_options ? &menu->options[choice->option[i]] : NULL;
}

/* The fields of the ring's record that the option sets, as a record of kind "ring". */
const RingRecord *
ring_catalogue_get_option_fields (const RingCatalogue *catalogue, guint menu, guint option)
{
  const RingMenuData *data = g_ptr_array_index (catalogue->menus, menu);

  return g_ptr_array_index (data->fields, option);
}

/* The part of all orders of the menu that take the option, 0 to 1: its popularity divided by the
 * sum of the menu's, or equal parts where the file gives none. */
double
ring_catalogue_get_share (const RingCatalogue *catalogue, guint menu, guint option)
{
  const RingMenuData *data = g_ptr_array_index (catalogue->menus, menu);

  if (option >= data->menu.n_options)
    return 0;
  if (data->popularity <= 0)
    return 1.0 / data->menu.n_options;
  return data->menu.options[option].popularity / data->popularity;
}

guint
ring_catalogue_get_n_parts (const RingCatalogue *catalogue)
{
  return catalogue->parts->len;
}

const RingPart *
ring_catalogue_get_part (const RingCatalogue *catalogue, guint i)
{
  return &g_array_index (catalogue->parts, RingPart, i);
}

/* Whether every menu's option exists; only then does a choice mean anything. */
static gboolean
is_in_range (const RingCatalogue *catalogue, const RingChoice *choice)
{
  for (guint i = 0; i < catalogue->menus->len; i++)
    if (choice->option[i] >= ring_catalogue_get_menu (catalogue, i)->n_options)
      return FALSE;
  return TRUE;
}

static gboolean
rule_matches (const RingRule *rule, const RingChoice *choice)
{
  for (guint i = 0; i < rule->terms->len; i++)
    {
      const RingTerm *term = &g_array_index (rule->terms, RingTerm, i);

      if (!ring_term_has (term, choice->option[term->menu]))
        return FALSE;
    }
  return rule->terms->len > 0;
}

/* The first rule that says CHOICE is not made; NULL for none. */
const RingRule *
ring_catalogue_find_rule (const RingCatalogue *catalogue, const RingChoice *choice)
{
  for (guint i = 0; i < catalogue->rules->len; i++)
    {
      const RingRule *rule = &g_array_index (catalogue->rules, RingRule, i);

      if (rule_matches (rule, choice))
        return rule;
    }
  return NULL;
}

gboolean
ring_catalogue_is_made (const RingCatalogue *catalogue,
                        const RingChoice *choice,
                        const char **reason)
{
  const RingRule *rule = NULL;

  if (reason != NULL)
    *reason = NULL;
  if (!is_in_range (catalogue, choice))
    return FALSE;
  rule = ring_catalogue_find_rule (catalogue, choice);
  if (rule != NULL && reason != NULL)
    *reason = rule->reason;
  return rule == NULL;
}

guint64
ring_catalogue_count (const RingCatalogue *catalogue)
{
  return catalogue->count;
}

void
ring_catalogue_first_choice (const RingCatalogue *catalogue, RingChoice *choice)
{
  *choice = catalogue->first;
}

void
ring_catalogue_usual_choice (const RingCatalogue *catalogue, RingChoice *choice)
{
  ring_catalogue_first_choice (catalogue, choice);
  for (guint m = 0; m < catalogue->menus->len; m++)
    for (guint i = 0; i < ring_catalogue_get_menu (catalogue, m)->n_options; i++)
      if (ring_catalogue_get_share (catalogue, m, i) > ring_catalogue_get_share (catalogue, m, choice->option[m]))
        choice->option[m] = i;
}
