/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-attribute.h"

#include <math.h>
#include <string.h>

#include "ring-number.h"
#include "ring-svg-node.h"
#include "ring-text.h"

static void
start (GString *out, const char *name)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
}

/* What XML cannot hold would make the file unreadable for ever. */
void
ring_svg_append_attribute (GString *out, const char *name, const char *value)
{
  start (out, name);
  if (value != NULL && ring_text_is_clean (value))
    ring_svg_append_value (out, value);
  else
    {
      g_autofree char *clean = ring_text_clean (value, G_MAXSIZE);

      ring_svg_append_value (out, clean);
    }
  g_string_append_c (out, '"');
}

static void
append_list (GString *out, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      ring_number_append (out, values[i], RING_SVG_DECIMALS);
    }
}

void
ring_svg_append_numbers (GString *out, const char *name, const double *values, guint n)
{
  start (out, name);
  append_list (out, values, n);
  g_string_append_c (out, '"');
}

void
ring_svg_append_number (GString *out, const char *name, double value)
{
  ring_svg_append_numbers (out, name, &value, 1);
}

static void
append_hex (GString *out, guint32 rgb)
{
  static const char digits[] = "0123456789abcdef";
  char text[7];

  text[0] = '#';
  for (int i = 6; i > 0; i--, rgb >>= 4)
    text[i] = digits[rgb & 15];
  g_string_append_len (out, text, 7);
}

void
ring_svg_append_colour (GString *out, const char *name, guint32 rgba)
{
  guint alpha = rgba & 0xff;

  start (out, name);
  if (alpha == 0)
    g_string_append (out, "none");
  else
    append_hex (out, rgba >> 8);
  g_string_append_c (out, '"');
  if (alpha != 0 && alpha != 255)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, name);
      g_string_append (out, "-opacity=\"");
      ring_number_append (out, alpha / 255.0, RING_SVG_DECIMALS);
      g_string_append_c (out, '"');
    }
}

void
ring_svg_append_transform (GString *out, const RingMatrix *m)
{
  const double v[] = { m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 };
  gboolean shift = ring_svg_is_same_number (m->xx, 1) && ring_svg_is_same_number (m->yx, 0)
                   && ring_svg_is_same_number (m->xy, 0) && ring_svg_is_same_number (m->yy, 1);

  if (shift && ring_svg_is_same_number (m->x0, 0) && ring_svg_is_same_number (m->y0, 0))
    return;
  g_string_append (out, shift ? " transform=\"translate(" : " transform=\"matrix(");
  if (shift)
    append_list (out, v + 4, 2);
  else
    append_list (out, v, 6);
  g_string_append (out, ")\"");
}

void
ring_svg_append_d (GString *out, const RingPath *path, guint decimals)
{
  g_string_append (out, " d=\"");
  ring_path_to_svg (path, decimals, out);
  g_string_append_c (out, '"');
}

/* Half of the last decimal. */
gboolean
ring_svg_is_same_number (double value, double other)
{
  return fabs (value - other) < 0.5e-4;
}

gboolean
ring_svg_is_name (const char *name)
{
  if (name == NULL || (!g_ascii_isalpha (name[0]) && name[0] != '_'))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.:", *p) == NULL)
      return FALSE;
  return TRUE;
}
