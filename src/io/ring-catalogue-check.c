/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-catalogue-notice.h"
#include "ring-number.h"
#include "ring-svg-style.h"

#define MM_PER_PX (25.4 / 96)

static gboolean
has (const xmlNode *node, const char *name)
{
  g_autofree char *value = ring_catalogue_node_get (node, name);

  return value != NULL;
}

/* What an option can do without when it is read, but not when rings are sold. */
static void
check_option (const xmlNode *menu, const xmlNode *option, RingLoadReport *report)
{
  g_autofree char *id = ring_catalogue_node_get (menu, "id");

  if (!has (option, "price"))
    ring_catalogue_note (
        report, option, RING_NOTICE_ERROR,
        _ ("The option has no price. Write what it adds to the ring's price, as in "
           "rw:price=\"120\", or rw:price=\"0\" for nothing."));
  if (!has (option, "label"))
    ring_catalogue_note (report, option, RING_NOTICE_WARNING,
                         _ ("The option has no rw:label: the menu shows its code."));
  if (!has (option, "value") && g_strcmp0 (id, "ring-size") == 0)
    ring_catalogue_note (report, option, RING_NOTICE_ERROR,
                         _ ("The ring size has no rw:value, its US size: every ring would have the "
                            "size it is drawn in. Write it, as in rw:value=\"6.5\"."));
  if (!has (option, "value") && g_strcmp0 (id, "size") == 0)
    ring_catalogue_note (
        report, option, RING_NOTICE_ERROR,
        _ ("The stone size has no rw:value, the stone's length in mm. Write it, as "
           "in rw:value=\"6.5\"."));
}

static void
check_menu (const RingCatalogue *catalogue, const xmlNode *menu, RingLoadReport *report)
{
  g_autofree char *id = ring_catalogue_node_get (menu, "id");

  for (const xmlNode *child = menu->children; child != NULL; child = child->next)
    {
      g_autofree char *code = NULL;

      if (!ring_catalogue_node_is_ours (child, "option"))
        continue;
      check_option (menu, child, report);
      code = ring_catalogue_node_get (child, "code");
      if (g_strcmp0 (id, "metal") == 0 && code != NULL
          && ring_catalogue_get_ramp (catalogue, "metal", code) == NULL)
        ring_catalogue_note (
            report, child, RING_NOTICE_WARNING,
            _ ("The metal has no rw:ramp and is shown as yellow gold. Add one with "
               "rw:menu=\"metal\" rw:code=\"%s\" and 12 rw:colours, dark to light."),
            code);
    }
}

/* The page's own unit, mm; 0 when the file does not tell. */
static double
get_unit (const xmlNode *root)
{
  g_autofree char *width = ring_catalogue_node_get_plain (root, "width");
  g_autofree char *box = ring_catalogue_node_get_plain (root, "viewBox");
  double v[4];
  double px;

  if (width == NULL || !ring_svg_parse_length (width, &px) || px <= 0)
    return 0;
  if (box == NULL)
    return MM_PER_PX;
  return ring_svg_parse_numbers (box, v, 4) && v[2] > 0 ? px * MM_PER_PX / v[2] : 0;
}

static void
check_unit (const xmlNode *root, RingLoadReport *report)
{
  double unit = get_unit (root);
  g_autofree char *text = ring_number_format (unit, 4);

  if (unit > 0 && fabs (unit - 1) > 0.005)
    ring_catalogue_note (report, root, RING_NOTICE_WARNING,
                         _ ("One unit of the page is %s mm; parts are read as if it were 1 mm. In "
                            "File, Document Properties, set the format's unit to mm and the scale "
                            "to 1, and see that the parts kept their size."),
                         text);
}

void
ring_catalogue_check_all (const RingCatalogue *catalogue,
                          const xmlNode *root,
                          RingLoadReport *report)
{
  check_unit (root, report);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strcmp0 ((const char *) child->name, "metadata") == 0)
      for (const xmlNode *node = child->children; node != NULL; node = node->next)
        if (ring_catalogue_node_is_ours (node, "menu"))
          check_menu (catalogue, node, report);
  ring_catalogue_check_parts (catalogue, root, report);
}
