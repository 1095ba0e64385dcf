/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-metadata.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-catalogue-notice.h"
#include "ring-catalogue-part.h"
#include "ring-number.h"

typedef struct
{
  RingCatalogueBuilder *builder;
  RingLoadReport *report;
} Reader;

static void
complain (const Reader *reader, const xmlNode *node, const char *message)
{
  ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR, "%s", message);
}

static gboolean
get_count (const Reader *reader, const xmlNode *node, const char *name, guint *count)
{
  g_autofree char *text = ring_catalogue_node_get (node, name);
  guint64 value;

  if (text != NULL
      && g_ascii_string_to_unsigned (text, 10, 0, RING_CATALOGUE_MAX_SLOTS, &value, NULL))
    {
      *count = (guint) value;
      return TRUE;
    }
  ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                       _("rw:%s must be a whole number from 0 to %u. It is left out."), name,
                       RING_CATALOGUE_MAX_SLOTS);
  return FALSE;
}

static const char *
explain (RingBuildResult result)
{
  switch (result)
    {
    case RING_BUILD_DUPLICATE_CODE:
      return _("The code is given twice; give each its own. The second is left out.");
    case RING_BUILD_DUPLICATE_INDEX:
      return _("The rw:index is given twice; take the next free one. The second is left out.");
    case RING_BUILD_INDEX_RANGE:
      return _("The rw:index must be below the menu's rw:slots, and those from 1 to 256. It is "
                "left out.");
    case RING_BUILD_TOO_MANY:
      return _("There are more of these than the program takes. The rest is left out.");
    case RING_BUILD_NO_MENU:
    case RING_BUILD_OK:
    default:
      return _("It cannot be used and is left out.");
    }
}

/* What an option says of the ring's record: rw:sets="profile=d|width=2.2". */
static void
read_sets (const Reader *reader, const xmlNode *node)
{
  g_autofree char *text = ring_catalogue_node_get (node, "sets");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", "|", -1);

  for (char **p = words; *p != NULL; p++)
    {
      char *equals = strchr (*p, '=');

      if (**p == '\0')
        continue;
      if (equals == NULL || equals == *p || equals[1] == '\0')
        {
          complain (reader, node, _("rw:sets must be pairs of name=value. This one is left out."));
          continue;
        }
      *equals = '\0';
      ring_catalogue_builder_set_field (reader->builder, *p, equals + 1);
    }
}

static const RingMenu *
last_menu (const Reader *reader)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);

  return ring_catalogue_get_menu (catalogue, ring_catalogue_get_n_menus (catalogue) - 1);
}

static const RingOption *
find_index (const RingMenu *menu, guint index)
{
  for (guint i = 0; i < menu->n_options; i++)
    if (menu->options[i].index == index)
      return &menu->options[i];
  return NULL;
}

/* Who adds an option must know which index is free. */
static void
explain_option (const Reader *reader,
                const xmlNode *node,
                const RingOption *option,
                RingBuildResult result)
{
  const RingMenu *menu = last_menu (reader);
  const RingOption *holder = find_index (menu, option->index);
  guint next = 0;

  while (next < menu->slots && find_index (menu, next) != NULL)
    next++;
  if (result == RING_BUILD_DUPLICATE_INDEX && next < menu->slots)
    ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                         _("The rw:index %u is that of “%s” already; each option needs its own, "
                           "or two rings would have one number. Free is %u, unless an option that "
                           "is no longer made had it. This option is left out."),
                         option->index, holder->label, next);
  else if (result == RING_BUILD_INDEX_RANGE || result == RING_BUILD_DUPLICATE_INDEX)
    ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                         _("The rw:index %u does not fit: it must be below the menu's rw:slots, "
                           "which is %u for ever, and be nobody else's. This option is left out."),
                         option->index, menu->slots);
  else if (result == RING_BUILD_DUPLICATE_CODE)
    ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                         _("The code %s is given twice in this menu; give each option its own. "
                           "The second is left out."),
                         option->code);
  else
    complain (reader, node, explain (result));
}

static void
read_option (const Reader *reader, const xmlNode *node)
{
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *label = ring_catalogue_node_get (node, "label");
  g_autofree char *detail = ring_catalogue_node_get (node, "detail");
  RingOption option = { .code = code, .label = label != NULL ? label : code, .detail = detail };
  RingBuildResult result;
  double days;

  if (!ring_catalogue_is_code (code))
    {
      complain (reader, node,
                _("An option needs a rw:code of letters and digits. It is left out."));
      return;
    }
  if (!get_count (reader, node, "index", &option.index)
      || !ring_catalogue_node_get_number (reader->report, node, "price", &option.price)
      || !ring_catalogue_node_get_number (reader->report, node, "popularity", &option.popularity)
      || !ring_catalogue_node_get_number (reader->report, node, "days", &days)
      || !ring_catalogue_node_get_number (reader->report, node, "value", &option.value))
    return;
  option.days = (int) CLAMP (days, -1000, 1000);
  result = ring_catalogue_builder_add_option (reader->builder, &option);
  if (result != RING_BUILD_OK)
    explain_option (reader, node, &option, result);
  else
    read_sets (reader, node);
}

/* Shares that do not add up are made to; the shop should know. */
static void
check_popularity (const Reader *reader, const xmlNode *node)
{
  const RingMenu *menu = last_menu (reader);
  double sum = 0;

  for (guint i = 0; i < menu->n_options; i++)
    sum += menu->options[i].popularity;
  if (menu->n_options > 0 && fabs (sum - 1) > 0.005)
    {
      g_autofree char *text = ring_number_format (MIN (sum, 1e9), 4);

      ring_catalogue_note (reader->report, node, RING_NOTICE_WARNING,
                           _("The popularities of the menu add up to %s; they should to 1. They "
                             "are taken in proportion."),
                           text);
    }
}

static void
read_menu (const Reader *reader, const xmlNode *node)
{
  g_autofree char *id = ring_catalogue_node_get (node, "id");
  g_autofree char *label = ring_catalogue_node_get (node, "label");
  RingBuildResult result;
  guint slots;

  if (!ring_catalogue_is_code (id))
    {
      complain (reader, node, _("A menu needs a rw:id of letters and digits. It is left out."));
      return;
    }
  if (!get_count (reader, node, "slots", &slots))
    return;
  result = ring_catalogue_builder_add_menu (reader->builder, id, label != NULL ? label : id, slots);
  if (result != RING_BUILD_OK)
    {
      complain (reader, node, explain (result));
      return;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (ring_catalogue_node_is_ours (child, "option"))
      read_option (reader, child);
  check_popularity (reader, node);
}

static void
read_fact (const Reader *reader, const xmlNode *node)
{
  g_autofree char *name = ring_catalogue_node_get (node, "name");
  g_autofree char *value = ring_catalogue_node_get (node, "value");
  double number;

  if (name == NULL || value == NULL)
    complain (reader, node, _("A fact needs rw:name and rw:value. It is left out."));
  else if ((g_str_has_suffix (name, "-price") || g_str_has_suffix (name, "-days")
            || g_str_equal (name, "orders-per-year"))
           && (!ring_number_parse (value, &number) || number < 0))
    complain (reader, node, _("This fact must be a number, written with a dot. It is left out."));
  else
    ring_catalogue_builder_set_fact (reader->builder, name, value);
}

/* Facts that speak of the menus or of the program's faces. */
static void
check_fact (const Reader *reader, const xmlNode *node)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);
  g_autofree char *name = ring_catalogue_node_get (node, "name");
  g_autofree char *value = ring_catalogue_node_get (node, "value");

  if (g_strcmp0 (name, "limited-finish") == 0 && value != NULL
      && !ring_catalogue_has_option (catalogue, "finish", value))
    complain (reader, node,
              _("limited-finish must be the code of an option of the menu “finish”. The limited "
                 "edition has no finish of its own."));
  else if (g_strcmp0 (name, "engraving-faces") == 0)
    {
      g_auto (GStrv) list = g_strsplit (value != NULL ? value : "", " ", -1);
      RingFace face;

      for (char **p = list; *p != NULL; p++)
        if (!ring_face_from_id (*p, &face))
          {
            complain (reader, node,
                      _("engraving-faces may list block, italic and script, with blanks between."));
            return;
          }
    }
}

static void
read_base (const Reader *reader, const xmlNode *node)
{
  g_autofree char *price = ring_catalogue_node_get (node, "price");
  g_autofree char *days = ring_catalogue_node_get (node, "days");
  double number;

  if ((price != NULL && !ring_number_parse (price, &number))
      || (days != NULL && !ring_number_parse (days, &number)))
    {
      complain (reader, node,
                _("rw:price and rw:days of the base must be numbers, written with a "
                   "dot. The base is taken as 0."));
      return;
    }
  if (price != NULL)
    ring_catalogue_builder_set_fact (reader->builder, "base-price", price);
  if (days != NULL)
    ring_catalogue_builder_set_fact (reader->builder, "lead-days", days);
}

/* "*" is every option. */
static gboolean
is_for_something (const RingCatalogue *catalogue, const char *menu_id, const char *code)
{
  return g_str_equal (code, "*") ? ring_catalogue_find_menu (catalogue, menu_id) >= 0
                                 : ring_catalogue_has_option (catalogue, menu_id, code);
}

static void
read_ramp (const Reader *reader, const xmlNode *node)
{
  g_autofree char *menu = ring_catalogue_node_get (node, "menu");
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *colours = ring_catalogue_node_get (node, "colours");
  guint n;

  if (menu == NULL || code == NULL || colours == NULL)
    complain (reader, node, _("A ramp needs rw:menu, rw:code and rw:colours. It is left out."));
  else if (!ring_catalogue_part_is_ramp (colours, &n))
    ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                         _("The ramp has %u colours; a ramp needs 12 rw:colours of six hexadecimal "
                           "digits each, dark to light, with a space between. It is left out."),
                         n);
  else if (!is_for_something (ring_catalogue_builder_peek (reader->builder), menu, code))
    ring_catalogue_note (reader->report, node, RING_NOTICE_WARNING,
                         _("The ramp is for the option %s of the menu %s, which does not exist. "
                           "Correct the code, or delete the ramp."),
                         code, menu);
  else
    ring_catalogue_builder_set_ramp (reader->builder, menu, code, colours);
}

/* The first of WORDS that is no "menu=code" of the catalogue; NULL for none. */
static const char *
find_unknown (const Reader *reader, char **words)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);

  for (char **p = words; *p != NULL; p++)
    {
      g_auto (GStrv) pair = g_strsplit (*p, "=", 2);

      if (**p != '\0' && (pair[1] == NULL || !ring_catalogue_has_option (catalogue, pair[0], pair[1])))
        return *p;
    }
  return NULL;
}

static void
read_rule (const Reader *reader, const xmlNode *node)
{
  g_autofree char *when = ring_catalogue_node_get (node, "when");
  g_autofree char *reason = ring_catalogue_node_get (node, "reason");
  g_auto (GStrv) words = g_strsplit_set (when != NULL ? when : "", " \t\n", -1);
  const char *unknown = find_unknown (reader, words);
  RingBuildResult result;

  if (unknown != NULL)
    {
      ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR,
                           _("The rule speaks of “%s”, a menu or option that does not exist; "
                             "write rw:when=\"menu=CODE ...\". The rule is left out."),
                           unknown);
      return;
    }
  if (when == NULL || *g_strstrip (when) == '\0')
    {
      complain (reader, node,
                _("The rule says nothing; write rw:when=\"menu=CODE ...\". It is left out."));
      return;
    }
  result = ring_catalogue_builder_begin_rule (
      reader->builder, reason != NULL ? reason : _("This combination is not made."));
  if (result != RING_BUILD_OK)
    {
      complain (reader, node, explain (result));
      return;
    }
  for (char **p = words; *p != NULL; p++)
    {
      g_auto (GStrv) pair = g_strsplit (*p, "=", 2);

      if (**p != '\0')
        ring_catalogue_builder_add_term (reader->builder, pair[0], pair[1]);
    }
}

/* Calls FUNC for each element NAME of ours in any <metadata> of the root. Menus come before rules
 * whatever their order in the file. */
static void
each_metadata (const Reader *reader,
               const xmlNode *root,
               const char *name,
               void (*func) (const Reader *, const xmlNode *))
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strcmp0 ((const char *) child->name, "metadata") == 0)
      for (const xmlNode *node = child->children; node != NULL; node = node->next)
        if (ring_catalogue_node_is_ours (node, name))
          func (reader, node);
}

void
ring_catalogue_metadata_read (RingCatalogueBuilder *builder,
                              const xmlNode *root,
                              RingLoadReport *report)
{
  Reader reader = { builder, report };

  each_metadata (&reader, root, "base", read_base);
  each_metadata (&reader, root, "fact", read_fact);
  each_metadata (&reader, root, "menu", read_menu);
  each_metadata (&reader, root, "fact", check_fact);
  each_metadata (&reader, root, "ramp", read_ramp);
  each_metadata (&reader, root, "not-made", read_rule);
}
