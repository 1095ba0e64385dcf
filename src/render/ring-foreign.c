/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-foreign.h"

#include <string.h>

/* The name of the first element of XML, without its prefix. */
static char *
element_name (const char *xml)
{
  const char *start = xml + strspn (xml, " \t\r\n");
  gsize length;
  const char *colon;

  if (*start != '<')
    return g_strdup ("");
  start++;
  length = strcspn (start, " \t\r\n/>");
  colon = memchr (start, ':', length);
  return colon != NULL ? g_strndup (colon + 1, length - (gsize) (colon + 1 - start)) : g_strndup (start, length);
}

gboolean
ring_foreign_is_graphical (const char *xml)
{
  static const char *const shown[] = { "circle", "ellipse", "g", "image", "line", "path", "polygon",
                                       "polyline", "rect", "switch", "svg", "text", "use", NULL };
  g_autofree char *name = element_name (xml);

  return g_strv_contains (shown, name);
}

void
ring_foreign_paint (cairo_t *cr, const char *xml)
{
}
