/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-part-style.h"

#include "ring-number.h"
#include "ring-part-art.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

void
ring_part_style_init (RingPartStyle *style)
{
  *style = (RingPartStyle){ .matrix = RING_MATRIX_IDENTITY, .stroke_width = 1, .opacity = 1 };
  style->fill = (RingTone){ RING_TONE_COLOUR, 0, 1 };
  style->stroke = (RingTone){ RING_TONE_NONE, 0, 1 };
}

gboolean
ring_part_style_paints (const RingPartStyle *style)
{
  return style->opacity > 0
         && ((style->fill.kind != RING_TONE_NONE && style->fill.opacity > 0)
             || (style->stroke.kind != RING_TONE_NONE && style->stroke.opacity > 0
                 && style->stroke_width > 0));
}

static void
read_tone (RingTone *tone, const char *value)
{
  PangoColor colour;

  if (g_str_equal (value, "none") || g_str_equal (value, "transparent"))
    tone->kind = RING_TONE_NONE;
  else if (pango_color_parse (&colour, value))
    {
      tone->kind = RING_TONE_COLOUR;
      tone->value = (guint32) (colour.red >> 8) << 16 | (guint32) (colour.green >> 8) << 8
                    | (guint32) (colour.blue >> 8);
    }
}

/* "metal-3", "gem-11"; other classes, of other programs, say nothing. */
static gboolean
read_class (RingTone *tone, const char *name)
{
  gboolean metal = g_str_has_prefix (name, "metal-");
  const char *digits = name + (metal ? 6 : 4);
  guint64 step;

  if (!metal && !g_str_has_prefix (name, "gem-"))
    return FALSE;
  if (!g_ascii_isdigit (digits[0]) || strlen (digits) > 2)
    return FALSE;
  step = g_ascii_strtoull (digits, NULL, 10);
  if (step >= RING_RAMP_TONES)
    return FALSE;
  tone->kind = metal ? RING_TONE_METAL : RING_TONE_GEM;
  tone->value = (guint32) step;
  return TRUE;
}

static void
read_classes (RingPartStyle *style, const char *value)
{
  g_auto (GStrv) names = g_strsplit_set (value, " \t\n", -1);

  for (char **name = names; *name != NULL; name++)
    if (read_class (&style->fill, *name))
      style->by_class = TRUE;
}

/* Inkscape writes paint as "fill:#c49642;fill-opacity:1". */
static void
read_declarations (RingPartStyle *style, const char *value)
{
  g_auto (GStrv) declarations = g_strsplit (value, ";", -1);

  for (char **declaration = declarations; *declaration != NULL; declaration++)
    {
      char *colon = strchr (*declaration, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (!g_str_equal (g_strstrip (*declaration), "style"))
        ring_part_style_read (style, *declaration, g_strstrip (colon + 1));
    }
}

/* The matrix of one "name(numbers)". */
static gboolean
read_function (const char *name, const double *v, guint n, RingMatrix *m)
{
  *m = RING_MATRIX_IDENTITY;
  if (g_str_equal (name, "matrix") && n == 6)
    *m = (RingMatrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
  else if (g_str_equal (name, "translate") && n >= 1)
    *m = (RingMatrix){ 1, 0, 0, 1, v[0], n > 1 ? v[1] : 0 };
  else if (g_str_equal (name, "scale") && n >= 1)
    *m = (RingMatrix){ v[0], 0, 0, n > 1 ? v[1] : v[0], 0, 0 };
  else if (g_str_equal (name, "rotate") && (n == 1 || n == 3))
    {
      double c = cos (v[0] * G_PI / 180);
      double s = sin (v[0] * G_PI / 180);
      double x = n == 3 ? v[1] : 0;
      double y = n == 3 ? v[2] : 0;

      *m = (RingMatrix){ c, s, -s, c, x - c * x + s * y, y - s * x - c * y };
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_transform (RingPartStyle *style, const char *value)
{
  g_auto (GStrv) functions = g_strsplit (value, ")", -1);

  for (char **function = functions; *function != NULL; function++)
    {
      char *open = strchr (*function, '(');
      double numbers[6];
      guint n = 0;
      RingMatrix m;
      const char *p;

      if (open == NULL)
        continue;
      *open = '\0';
      for (p = open + 1 + strspn (open + 1, " ,\t\n"); n < 6 && ring_number_scan (&p, &numbers[n]);
           n++)
        p += strspn (p, " ,\t\n");
      if (read_function (g_strstrip (*function + strspn (*function, " ,\t\n")), numbers, n, &m))
        style->matrix = ring_matrix_multiply (&m, &style->matrix);
    }
}

static void
read_number (const char *value, double *number)
{
  double read;

  if (ring_number_parse (value, &read))
    *number = read;
}

void
ring_part_style_read (RingPartStyle *style, const char *name, const char *value)
{
  double opacity = 1;

  if (g_str_equal (name, "class"))
    read_classes (style, value);
  else if (g_str_equal (name, "fill"))
    {
      /* The colour beside a class is for viewers that do not know the ramps. */
      if (!style->by_class)
        read_tone (&style->fill, value);
    }
  else if (g_str_equal (name, "stroke"))
    read_tone (&style->stroke, value);
  else if (g_str_equal (name, "stroke-width"))
    read_number (value, &style->stroke_width);
  else if (g_str_equal (name, "fill-opacity"))
    read_number (value, &style->fill.opacity);
  else if (g_str_equal (name, "stroke-opacity"))
    read_number (value, &style->stroke.opacity);
  else if (g_str_equal (name, "fill-rule"))
    style->even_odd = g_str_equal (value, "evenodd");
  else if (g_str_equal (name, "transform"))
    read_transform (style, value);
  else if (g_str_equal (name, "style"))
    read_declarations (style, value);
  else if (g_str_equal (name, "opacity"))
    {
      read_number (value, &opacity);
      style->opacity *= CLAMP (opacity, 0, 1);
    }
  else if (g_str_equal (name, "display") && g_str_equal (value, "none"))
    style->opacity = 0;
}
