/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-style.h"

#include <math.h>
#include <string.h>

#include "ring-number.h"

#define MAX_COORDINATE 1e5

static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

static const char *
skip_comma (const char *p)
{
  p = skip_space (p);
  if (*p == ',')
    p = skip_space (p + 1);
  return p;
}

gboolean
ring_svg_parse_numbers (const char *text, double *values, guint n)
{
  const char *p;

  if (text == NULL)
    return FALSE;
  p = skip_space (text);
  for (guint i = 0; i < n; i++)
    {
      if (!ring_number_scan (&p, &values[i]) || fabs (values[i]) > MAX_COORDINATE)
        return FALSE;
      p = i + 1 < n ? skip_comma (p) : skip_space (p);
    }
  return *p == '\0';
}

gboolean
ring_svg_parse_length (const char *text, double *px)
{
  static const struct
  {
    const char *unit;
    double px;
  } units[] = { { "", 1 },          { "px", 1 },     { "mm", 96 / 25.4 }, { "cm", 960 / 25.4 },
                { "in", 96 },       { "pt", 96.0 / 72 }, { "pc", 16 },    { "Q", 24 / 25.4 } };
  const char *p;
  double value;

  if (text == NULL)
    return FALSE;
  p = skip_space (text);
  if (!ring_number_scan (&p, &value))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i].unit);

      if (strncmp (p, units[i].unit, n) == 0 && *skip_space (p + n) == '\0')
        {
          *px = value * units[i].px;
          return fabs (*px) <= 1e6;
        }
    }
  return FALSE;
}

/* Transforms. */

static gboolean
make_rotation (const double *v, guint n, RingMatrix *m)
{
  double a = v[0] * G_PI / 180;
  double c = cos (a), s = sin (a);
  double x = n == 3 ? v[1] : 0, y = n == 3 ? v[2] : 0;

  *m = (RingMatrix){ c, s, -s, c, x - c * x + s * y, y - s * x - c * y };
  return n == 1 || n == 3;
}

static gboolean
make_transform (const char *name, gsize length, const double *v, guint n, RingMatrix *m)
{
#define IS(what) (length == strlen (what) && strncmp (name, what, length) == 0)
  *m = RING_MATRIX_IDENTITY;
  if (IS ("matrix"))
    {
      *m = (RingMatrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
      return n == 6;
    }
  if (IS ("translate"))
    {
      m->x0 = v[0];
      m->y0 = n == 2 ? v[1] : 0;
      return n == 1 || n == 2;
    }
  if (IS ("scale"))
    {
      m->xx = v[0];
      m->yy = n == 2 ? v[1] : v[0];
      return n == 1 || n == 2;
    }
  if (IS ("rotate"))
    return make_rotation (v, n, m);
  if (IS ("skewX"))
    {
      m->xy = tan (v[0] * G_PI / 180);
      return n == 1;
    }
  if (IS ("skewY"))
    {
      m->yx = tan (v[0] * G_PI / 180);
      return n == 1;
    }
  return FALSE;
#undef IS
}

static gboolean
is_sane (const RingMatrix *m)
{
  const double *v = (const double *) m;

  for (int i = 0; i < 6; i++)
    if (!(fabs (v[i]) <= MAX_COORDINATE))
      return FALSE;
  return TRUE;
}

gboolean
ring_svg_parse_transform (const char *text, RingMatrix *matrix)
{
  RingMatrix result = RING_MATRIX_IDENTITY;
  const char *p = text != NULL ? skip_space (text) : "";

  while (*p != '\0')
    {
      const char *name = p;
      gsize length = strspn (p, "abcdefghijklmnopqrstuvwxyzXY");
      double v[6] = { 0 };
      RingMatrix m;
      guint n = 0;

      p = skip_space (p + length);
      if (*p++ != '(')
        return FALSE;
      for (p = skip_space (p); *p != ')'; p = skip_comma (p))
        if (n == 6 || !ring_number_scan (&p, &v[n++]))
          return FALSE;
      p = skip_comma (p + 1);
      if (!make_transform (name, length, v, n, &m))
        return FALSE;
      result = ring_matrix_multiply (&m, &result);
      if (!is_sane (&result))
        return FALSE;
    }
  *matrix = result;
  return TRUE;
}

/* Paint. */

static int
hex (char c)
{
  return g_ascii_xdigit_value (c);
}

static gboolean
parse_hex (const char *text, guint32 *rgb)
{
  gsize n = strspn (text, "0123456789abcdefABCDEF");
  guint32 value = 0;

  if (*skip_space (text + n) != '\0' || (n != 3 && n != 6))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    value = n == 3 ? (value << 8 | (guint32) (hex (text[i]) * 17))
                   : (value << 4 | (guint32) hex (text[i]));
  *rgb = value << 8;
  return TRUE;
}

static gboolean
parse_rgb (const char *text, guint32 *rgb)
{
  guint32 value = 0;
  const char *p = skip_space (text);

  for (int i = 0; i < 3; i++)
    {
      double v;

      if (!ring_number_scan (&p, &v))
        return FALSE;
      if (*p == '%')
        {
          v *= 2.55;
          p++;
        }
      value = value << 8 | (guint32) lround (CLAMP (v, 0, 255));
      p = skip_comma (p);
    }
  *rgb = value << 8;
  return *p == ')' && *skip_space (p + 1) == '\0';
}

gboolean
ring_svg_parse_colour (const char *text, guint32 *rgb)
{
  static const struct
  {
    const char *name;
    guint32 rgb;
  } names[] = {
    { "black", 0x000000 },  { "silver", 0xc0c0c0 }, { "gray", 0x808080 },  { "grey", 0x808080 },
    { "white", 0xffffff },  { "maroon", 0x800000 }, { "red", 0xff0000 },   { "purple", 0x800080 },
    { "fuchsia", 0xff00ff }, { "magenta", 0xff00ff }, { "green", 0x008000 }, { "lime", 0x00ff00 },
    { "olive", 0x808000 },  { "yellow", 0xffff00 }, { "navy", 0x000080 },  { "blue", 0x0000ff },
    { "teal", 0x008080 },   { "aqua", 0x00ffff },   { "cyan", 0x00ffff },  { "orange", 0xffa500 },
    { "gold", 0xffd700 },   { "brown", 0xa52a2a },  { "pink", 0xffc0cb },  { "darkgray", 0xa9a9a9 },
    { "lightgray", 0xd3d3d3 }, { "dimgray", 0x696969 }, { "crimson", 0xdc143c },
    { "darkred", 0x8b0000 }, { "darkgreen", 0x006400 }, { "darkblue", 0x00008b },
  };

  text = skip_space (text);
  if (*text == '#')
    return parse_hex (text + 1, rgb);
  if (g_ascii_strncasecmp (text, "rgb(", 4) == 0)
    return parse_rgb (text + 4, rgb);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i].name) == 0)
      {
        *rgb = names[i].rgb << 8;
        return TRUE;
      }
  return FALSE;
}

static void
read_colour (const char *value, gboolean *has, guint32 *rgb, gboolean *other)
{
  if (strcmp (value, "inherit") == 0)
    return;
  *has = strcmp (value, "none") != 0 && strcmp (value, "transparent") != 0;
  if (*has && !ring_svg_parse_colour (value, rgb))
    *other = TRUE;
}

/* "url(#grain-...)", in quotes or not, with or without a colour to fall back on. */
static gboolean
read_grain (const char *value, RingGrain *grain)
{
  static const char head[] = "url(";

  if (strncmp (value, head, strlen (head)) != 0)
    return FALSE;
  value += strlen (head);
  value += strspn (value, "\"' ");
  return value[0] == '#'
         && ring_grain_parse_id (value + 1, strcspn (value + 1, "\"' )"), grain);
}

static void
read_fill (RingSvgPaint *paint, const char *value)
{
  if (strcmp (value, "inherit") == 0)
    return;
  paint->grained = read_grain (value, &paint->grain);
  if (paint->grained)
    paint->has_fill = TRUE;
  else
    read_colour (value, &paint->has_fill, &paint->fill, &paint->other);
}

static void
read_part (const char *value, double *part, gboolean *other)
{
  const char *p = value;
  double v;

  if (!ring_number_scan (&p, &v))
    {
      *other = TRUE;
      return;
    }
  if (*p == '%')
    v /= 100;
  *part = CLAMP (v, 0, 1);
}

/* Properties that leave a path as it is while they have their initial value. */
static const struct
{
  const char *name, *initial;
} plain_properties[] = {
  { "filter", "none" },           { "mask", "none" },         { "clip-path", "none" },
  { "mix-blend-mode", "normal" }, { "marker", "none" },       { "marker-start", "none" },
  { "marker-mid", "none" },       { "marker-end", "none" },   { "vector-effect", "none" },
  { "paint-order", "normal" },    { "transform", "none" },
};

static const char *const paint_names[] = {
  "fill",         "fill-opacity", "fill-rule",       "stroke",         "stroke-opacity",
  "stroke-width", "opacity",      "display",         "visibility",     "stroke-linecap",
  "stroke-linejoin", "stroke-miterlimit", "stroke-dashoffset", "stroke-dasharray",
};

static void
read_property (RingSvgPaint *paint, const char *name, const char *value)
{
  if (strcmp (name, "fill") == 0)
    read_fill (paint, value);
  else if (strcmp (name, "stroke") == 0)
    read_colour (value, &paint->has_stroke, &paint->stroke, &paint->other);
  else if (strcmp (name, "fill-opacity") == 0)
    read_part (value, &paint->fill_opacity, &paint->other);
  else if (strcmp (name, "stroke-opacity") == 0)
    read_part (value, &paint->stroke_opacity, &paint->other);
  else if (strcmp (name, "opacity") == 0)
    read_part (value, &paint->opacity, &paint->other);
  else if (strcmp (name, "fill-rule") == 0)
    paint->even_odd = strcmp (value, "evenodd") == 0;
  else if (strcmp (name, "stroke-dasharray") == 0)
    paint->dashed = strcmp (value, "none") != 0;
  else if (strcmp (name, "display") == 0)
    paint->hidden = paint->hidden || strcmp (value, "none") == 0;
  else if (strcmp (name, "visibility") == 0)
    paint->hidden = strcmp (value, "visible") != 0 && strcmp (value, "inherit") != 0;
  else if (strcmp (name, "stroke-width") == 0)
    {
      if (!ring_svg_parse_length (value, &paint->stroke_width) || paint->stroke_width < 0)
        paint->other = TRUE;
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (plain_properties); i++)
      if (strcmp (name, plain_properties[i].name) == 0
          && strcmp (value, plain_properties[i].initial) != 0)
        paint->other = TRUE;
}

/* Calls with each "name: value" of TEXT, which is taken apart in place. */
static void
read_style (RingSvgPaint *paint, char *text)
{
  char *rest = text;

  while (rest != NULL)
    {
      char *one = rest;
      char *colon;

      rest = strchr (rest, ';');
      if (rest != NULL)
        *rest++ = '\0';
      colon = strchr (one, ':');
      if (colon == NULL)
        continue;
      *colon = '\0';
      read_property (paint, g_strstrip (one), g_strstrip (colon + 1));
    }
}

gboolean
ring_svg_is_paint_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (paint_names); i++)
    if (strcmp (name, paint_names[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (plain_properties); i++)
    if (strcmp (name, plain_properties[i].name) == 0)
      return TRUE;
  return FALSE;
}

void
ring_svg_paint_read (RingSvgPaint *paint, const RingSvgNode *node)
{
  const char *style = NULL;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns != RING_NS_NONE)
        continue;
      if (strcmp (a->name, "style") == 0)
        style = a->value;
      else if (strcmp (a->name, "transform") != 0)
        read_property (paint, a->name, a->value);
    }
  if (style != NULL)
    {
      g_autofree char *copy = g_strdup (style);

      read_style (paint, copy);
    }
}

static guint32
with_alpha (guint32 rgb, gboolean has, double opacity)
{
  return has ? rgb | (guint32) lround (CLAMP (opacity, 0, 1) * 255) : 0;
}

guint32
ring_svg_paint_get_fill (const RingSvgPaint *paint)
{
  return with_alpha (paint->fill, paint->has_fill, paint->fill_opacity * paint->opacity);
}

guint32
ring_svg_paint_get_stroke (const RingSvgPaint *paint)
{
  return with_alpha (paint->stroke, paint->has_stroke, paint->stroke_opacity * paint->opacity);
}

char *
ring_svg_style_get (const char *style, const char *name)
{
  g_auto (GStrv) parts = NULL;
  char *found = NULL;

  if (style == NULL)
    return NULL;
  parts = g_strsplit (style, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (strcmp (g_strstrip (parts[i]), name) == 0)
        {
          g_free (found);
          found = g_strdup (g_strstrip (colon + 1));
        }
    }
  return found;
}
