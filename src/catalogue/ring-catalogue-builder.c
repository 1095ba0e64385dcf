/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-builder.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-private.h"
#include "ring-error.h"
#include "ring-text.h"

struct _RingCatalogueBuilder
{
  RingCatalogue *catalogue;
  GHashTable *part_keys; /* with and without their z */
  gboolean too_many_rules;
};

static void
option_clear (gpointer data)
{
  RingOption *option = data;

  g_free ((char *) option->code);
  g_free ((char *) option->label);
  g_free ((char *) option->detail);
}

static void
menu_free (gpointer data)
{
  RingMenuData *menu = data;

  g_free ((char *) menu->menu.id);
  g_free ((char *) menu->menu.label);
  g_array_unref (menu->options);
  g_ptr_array_unref (menu->fields);
  g_free (menu);
}

static void
part_clear (gpointer data)
{
  RingPart *part = data;

  g_free ((char *) part->part);
  g_free ((char *) part->code);
  g_free ((char *) part->view);
  g_free ((char *) part->finish);
  g_free ((char *) part->band);
  g_free ((char *) part->size);
  g_free ((char *) part->xml);
}

static void
term_clear (gpointer data)
{
  g_free (((RingTerm *) data)->in);
}

static void
rule_clear (gpointer data)
{
  RingRule *rule = data;

  g_free (rule->reason);
  g_array_unref (rule->terms);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

static char *
clean (const char *text)
{
  return ring_text_clean (text, RING_TEXT_MAX_CHARS);
}

RingCatalogueBuilder *
ring_catalogue_builder_new (const char *id,
                            const char *name,
                            const char *edition,
                            const char *currency)
{
  RingCatalogueBuilder *builder = g_new0 (RingCatalogueBuilder, 1);
  RingCatalogue *catalogue = g_atomic_rc_box_new0 (RingCatalogue);

  catalogue->id = clean (id);
  catalogue->name = clean (name);
  catalogue->edition = clean (edition);
  catalogue->currency = clean (currency);
  catalogue->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  catalogue->menus = g_ptr_array_new_with_free_func (menu_free);
  catalogue->parts = array_new (sizeof (RingPart), part_clear);
  catalogue->rules = array_new (sizeof (RingRule), rule_clear);
  builder->catalogue = catalogue;
  builder->part_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return builder;
}

void
ring_catalogue_builder_free (RingCatalogueBuilder *builder)
{
  if (builder == NULL)
    return;
  ring_catalogue_unref (builder->catalogue);
  g_hash_table_unref (builder->part_keys);
  g_free (builder);
}

void
ring_catalogue_builder_set_fact (RingCatalogueBuilder *builder, const char *name, const char *value)
{
  g_hash_table_replace (builder->catalogue->facts, g_strdup (name), clean (value));
}

/* CODE "*" is every option of the menu that has no ramp of its own. */
void
ring_catalogue_builder_set_ramp (RingCatalogueBuilder *builder,
                                 const char *menu_id,
                                 const char *code,
                                 const char *colours)
{
  g_autofree char *name = g_strdup_printf ("ramp:%s:%s", menu_id, code);

  ring_catalogue_builder_set_fact (builder, name, colours);
}

static RingMenuData *
last_menu (const RingCatalogueBuilder *builder)
{
  const GPtrArray *menus = builder->catalogue->menus;

  return menus->len > 0 ? g_ptr_array_index (menus, menus->len - 1) : NULL;
}

RingBuildResult
ring_catalogue_builder_add_menu (RingCatalogueBuilder *builder,
                                 const char *id,
                                 const char *label,
                                 guint slots)
{
  RingCatalogue *catalogue = builder->catalogue;
  RingMenuData *menu;

  if (ring_catalogue_find_menu (catalogue, id) >= 0)
    return RING_BUILD_DUPLICATE_CODE;
  if (catalogue->menus->len >= RING_CATALOGUE_MAX_MENUS)
    return RING_BUILD_TOO_MANY;
  if (slots < 1 || slots > RING_CATALOGUE_MAX_SLOTS)
    return RING_BUILD_INDEX_RANGE;

  menu = g_new0 (RingMenuData, 1);
  menu->menu.id = clean (id);
  menu->menu.label = clean (label);
  menu->menu.slots = slots;
  menu->options = array_new (sizeof (RingOption), option_clear);
  menu->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  g_ptr_array_add (catalogue->menus, menu);
  return RING_BUILD_OK;
}

RingBuildResult
ring_catalogue_builder_add_option (RingCatalogueBuilder *builder, const RingOption *option)
{
  RingMenuData *menu = last_menu (builder);
  RingOption copy = *option;

  if (menu == NULL)
    return RING_BUILD_NO_MENU;
  if (option->index >= menu->menu.slots)
    return RING_BUILD_INDEX_RANGE;
  for (guint i = 0; i < menu->menu.n_options; i++)
    {
      if (g_str_equal (menu->menu.options[i].code, option->code))
        return RING_BUILD_DUPLICATE_CODE;
      if (menu->menu.options[i].index == option->index)
        return RING_BUILD_DUPLICATE_INDEX;
    }

  copy.code = clean (option->code);
  copy.label = clean (option->label);
  copy.detail = clean (option->detail);
  copy.popularity = MAX (option->popularity, 0);
  g_array_append_val (menu->options, copy);
  g_ptr_array_add (menu->fields, ring_record_new (RING_RECORD_RING, copy.code));
  menu->popularity += copy.popularity;
  menu->menu.n_options = menu->options->len;
  menu->menu.options = (const RingOption *) (gpointer) menu->options->data;
  return RING_BUILD_OK;
}

void
ring_catalogue_builder_set_field (RingCatalogueBuilder *builder,
                                  const char *name,
                                  const char *value)
{
  RingMenuData *menu = last_menu (builder);
  RingRecord *record;

  g_return_if_fail (menu != NULL && menu->fields->len > 0);
  record = g_ptr_array_index (menu->fields, menu->fields->len - 1);
  g_ptr_array_index (menu->fields, menu->fields->len - 1) = ring_record_with (record, name, value);
  ring_record_unref (record);
}

static const char *
or_none (const char *text)
{
  return text != NULL ? text : "";
}

/* Codes and names hold no white space. */
static char *
part_key (const char *part, const char *code, const char *view, const char *finish)
{
  return g_strdup_printf ("%s %s %s %s", part, code, view, finish);
}

/* Whether any drawing serves the finish, in whatever depth. */
gboolean
ring_catalogue_builder_has_part (const RingCatalogueBuilder *builder,
                                 const char *part,
                                 const char *code,
                                 const char *view,
                                 const char *finish)
{
  g_autofree char *own = part_key (part, code, view, finish);
  g_autofree char *any = part_key (part, code, view, "");

  return g_hash_table_contains (builder->part_keys, own)
         || g_hash_table_contains (builder->part_keys, any);
}

/* A second drawing of the same part is refused; the first one stays. What is drawn for some bands
 * alone does not serve the others. */
RingBuildResult
ring_catalogue_builder_add_part (RingCatalogueBuilder *builder, const RingPart *part)
{
  RingPart copy = *part;
  g_auto (GStrv) codes = g_strsplit (part->code, " ", -1);
  g_autofree char *key = part_key (part->part, part->code, part->view, or_none (part->finish));
  g_autofree char *exact = g_strdup_printf ("%s %d %s", key, part->z, or_none (part->band));

  if (builder->catalogue->parts->len >= RING_CATALOGUE_MAX_PARTS)
    return RING_BUILD_TOO_MANY;
  if (!g_hash_table_add (builder->part_keys, g_steal_pointer (&exact)))
    return RING_BUILD_DUPLICATE_CODE;
  for (char **p = codes; *p != NULL && or_none (part->band)[0] == '\0'; p++)
    g_hash_table_add (builder->part_keys,
                      part_key (part->part, *p, part->view, or_none (part->finish)));
  copy.part = g_strdup (part->part);
  copy.code = g_strdup (part->code);
  copy.view = g_strdup (part->view);
  copy.finish = g_strdup (or_none (part->finish));
  copy.band = g_strdup (or_none (part->band));
  copy.size = g_strdup (or_none (part->size));
  copy.xml = g_strdup (part->xml);
  g_array_append_val (builder->catalogue->parts, copy);
  return RING_BUILD_OK;
}

RingBuildResult
ring_catalogue_builder_begin_rule (RingCatalogueBuilder *builder, const char *reason)
{
  RingRule rule;

  if (builder->catalogue->rules->len >= RING_CATALOGUE_MAX_RULES)
    {
      builder->too_many_rules = TRUE;
      return RING_BUILD_TOO_MANY;
    }
  rule.reason = clean (reason);
  rule.terms = array_new (sizeof (RingTerm), term_clear);
  g_array_append_val (builder->catalogue->rules, rule);
  return RING_BUILD_OK;
}

/* The term of the last rule for MENU, made when it is not there. */
static RingTerm *
get_term (RingCatalogueBuilder *builder, guint menu)
{
  GArray *rules = builder->catalogue->rules;
  GArray *terms = g_array_index (rules, RingRule, rules->len - 1).terms;
  RingTerm term = { .menu = menu };

  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, RingTerm, i).menu == menu)
      return &g_array_index (terms, RingTerm, i);
  term.n_options = ring_catalogue_get_menu (builder->catalogue, menu)->n_options;
  term.in = g_new0 (guint8, term.n_options);
  g_array_append_val (terms, term);
  return &g_array_index (terms, RingTerm, terms->len - 1);
}

/* FALSE when there is no such menu or option. All options of the menu must have been added. */
gboolean
ring_catalogue_builder_add_term (RingCatalogueBuilder *builder,
                                 const char *menu_id,
                                 const char *code)
{
  int menu = ring_catalogue_find_menu (builder->catalogue, menu_id);
  int option;

  g_return_val_if_fail (builder->catalogue->rules->len > 0, FALSE);
  if (menu < 0)
    return FALSE;
  option = ring_menu_find_option (ring_catalogue_get_menu (builder->catalogue, (guint) menu), code);
  if (option < 0)
    return FALSE;
  get_term (builder, (guint) menu)->in[option] = TRUE;
  return TRUE;
}

gboolean
ring_catalogue_builder_forbids (const RingCatalogueBuilder *builder,
                                guint menu,
                                guint option,
                                guint other_menu,
                                guint other_option)
{
  const GArray *rules = builder->catalogue->rules;

  for (guint r = 0; r < rules->len; r++)
    {
      const GArray *terms = g_array_index (rules, RingRule, r).terms;
      gboolean holds = terms->len > 0;

      for (guint t = 0; t < terms->len; t++)
        {
          const RingTerm *term = &g_array_index (terms, RingTerm, t);

          holds = holds
                  && ((term->menu == menu && ring_term_has (term, option))
                      || (term->menu == other_menu && ring_term_has (term, other_option)));
        }
      if (holds)
        return TRUE;
    }
  return FALSE;
}

const RingCatalogue *
ring_catalogue_builder_peek (const RingCatalogueBuilder *builder)
{
  return builder->catalogue;
}

/* Whether all numbers of the menus' slots stay below the limit. */
static gboolean
numbers_fit (const RingCatalogue *catalogue)
{
  guint64 numbers = 1;

  for (guint i = 0; i < catalogue->menus->len; i++)
    {
      numbers *= ring_catalogue_get_menu (catalogue, i)->slots;
      if (numbers > RING_CATALOGUE_MAX_NUMBERS)
        return FALSE;
    }
  return TRUE;
}

RingCatalogue *
ring_catalogue_builder_end (RingCatalogueBuilder *builder, GError **error)
{
  RingCatalogue *catalogue = builder->catalogue;
  gboolean empty = catalogue->menus->len == 0;
  gboolean too_many_rules = builder->too_many_rules;

  g_hash_table_unref (builder->part_keys);
  g_free (builder);
  for (guint i = 0; i < catalogue->menus->len; i++)
    empty = empty || ring_catalogue_get_menu (catalogue, i)->n_options == 0;
  if (empty)
    g_set_error_literal (error, RING_ERROR, RING_ERROR_FORMAT,
                         _("The catalogue has no menu, or a menu without options: nothing can be "
                            "ordered from it"));
  else if (too_many_rules)
    /* Without the rest of its rules it would offer what is not made. */
    g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                 _("The catalogue has more than the limit of %d rules and options without a "
                   "drawing: use fewer rules, and draw the missing parts"),
                 RING_CATALOGUE_MAX_RULES);
  else if (!numbers_fit (catalogue))
    g_set_error_literal (error, RING_ERROR, RING_ERROR_LIMIT,
                         _("The menus' slots multiply to more than 10^15 item numbers: lower "
                            "rw:slots in some of the menus"));
  else if (!ring_catalogue_count_made (catalogue, &catalogue->count))
    g_set_error_literal (error, RING_ERROR, RING_ERROR_LIMIT,
                         _("The catalogue's rules are too entangled to count the rings that are "
                            "made: use fewer rules"));
  else if (catalogue->count == 0 || !ring_catalogue_find_first (catalogue, &catalogue->first))
    g_set_error_literal (error, RING_ERROR, RING_ERROR_FORMAT,
                         _("No combination of the catalogue's options is made: check its rules "
                            "and that the drawings of its parts are there"));
  else
    return catalogue;
  ring_catalogue_unref (catalogue);
  return NULL;
}
