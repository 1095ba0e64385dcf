/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-part-art.h"

#include "ring-error.h"
#include "ring-number.h"
#include "ring-part-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As deep as the file format allows. */
#define MAX_DEPTH 64

typedef struct
{
  RingPath *path;
  RingPartStyle style;
  double stroke_width; /* through the transforms */
} PartPath;

struct _RingPartArt
{
  GArray *paths; /* of PartPath */
  RingRect bounds;
};

static void
part_path_clear (gpointer data)
{
  ring_path_unref (((PartPath *) data)->path);
}

gboolean
ring_ramp_parse (const char *text, RingRamp *ramp)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,\n\t", -1);
  guint32 colours[RING_RAMP_TONES * 2];
  guint n = 0;

  for (char **word = words; *word != NULL && n < G_N_ELEMENTS (colours); word++)
    {
      const char *digits = **word == '#' ? *word + 1 : *word;

      if (strlen (digits) == 6 && strspn (digits, "0123456789abcdefABCDEF") == 6)
        colours[n++] = (guint32) g_ascii_strtoull (digits, NULL, 16);
    }
  if (n < 2)
    return FALSE;
  for (guint i = 0; i < RING_RAMP_TONES; i++)
    {
      double at = (double) i * (n - 1) / (RING_RAMP_TONES - 1);
      guint low = MIN ((guint) at, n - 2);
      guint32 tone = 0;

      for (guint shift = 0; shift < 24; shift += 8)
        {
          double a = colours[low] >> shift & 0xff;
          double b = colours[low + 1] >> shift & 0xff;

          tone |= (guint32) lround (a + (at - low) * (b - a)) << shift;
        }
      ramp->tones[i] = tone;
    }
  return TRUE;
}

typedef struct
{
  RingPartArt *art;
  GArray *styles; /* of RingPartStyle, one for each open element */
} Reader;

static double
get_number (const char **names, const char **values, const char *name)
{
  double number = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name) && ring_number_parse (values[i], &number))
      return number;
  return 0;
}

static const char *
get_text (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* Points of a polygon or polyline, which are a path's but for the first letter. */
static RingPath *
read_points (const char *points, gboolean closed)
{
  g_autofree char *d = g_strdup_printf ("M%s%s", points != NULL ? points : "", closed ? "Z" : "");

  return ring_path_from_svg (d, 0, NULL);
}

/* The path that the element draws; NULL for what is no shape. */
static RingPath *
read_shape (const char *element, const char **names, const char **values, GError **error)
{
  RingPath *path;

  if (g_str_equal (element, "path"))
    {
      const char *d = get_text (names, values, "d");

      return ring_path_from_svg (d != NULL ? d : "", 0, error);
    }
  if (g_str_equal (element, "polygon") || g_str_equal (element, "polyline"))
    return read_points (get_text (names, values, "points"), element[4] == 'g');
  if (!g_str_equal (element, "circle") && !g_str_equal (element, "ellipse")
      && !g_str_equal (element, "rect"))
    return NULL;
  path = ring_path_new ();
  if (g_str_equal (element, "rect"))
    {
      double x = get_number (names, values, "x");
      double y = get_number (names, values, "y");

      ring_path_add_rect (path, (RingRect){ x, y, x + get_number (names, values, "width"),
                                            y + get_number (names, values, "height") });
    }
  else
    {
      double r = get_number (names, values, "r");
      double rx = r > 0 ? r : get_number (names, values, "rx");
      double ry = r > 0 ? r : get_number (names, values, "ry");

      ring_path_add_ellipse (
          path, (RingPoint){ get_number (names, values, "cx"), get_number (names, values, "cy") },
          rx, ry);
    }
  return path;
}

/* Takes PATH. */
static void
add_path (RingPartArt *art, RingPath *path, const RingPartStyle *style)
{
  PartPath added = { NULL, *style, style->stroke_width * ring_matrix_scale (&style->matrix) };
  RingRect bounds;

  added.path = ring_path_transform (path, &style->matrix);
  ring_path_unref (path);
  bounds = ring_path_get_bounds (added.path);
  if (ring_rect_is_empty (bounds) || !ring_part_style_paints (style))
    {
      ring_path_unref (added.path);
      return;
    }
  if (style->stroke.kind != RING_TONE_NONE)
    bounds = ring_rect_inset (bounds, -added.stroke_width / 2);
  art->bounds = ring_rect_union (art->bounds, bounds);
  g_array_append_val (art->paths, added);
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *reader = data;
  RingPartStyle style = g_array_index (reader->styles, RingPartStyle, reader->styles->len - 1);
  RingPath *path;

  if (reader->styles->len > MAX_DEPTH)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("A catalogue part is nested deeper than %d groups"), MAX_DEPTH);
      return;
    }
  /* A class colours its own element; what it inherits may be painted over. */
  style.by_class = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    ring_part_style_read (&style, names[i], values[i]);
  g_array_append_val (reader->styles, style);
  path = read_shape (element, names, values, error);
  if (path != NULL)
    add_path (reader->art, path, &style);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  g_array_set_size (reader->styles, reader->styles->len - 1);
}

RingPartArt *
ring_part_art_new (const char *xml, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb };
  g_autoptr (RingPartArt) art = g_new0 (RingPartArt, 1);
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (RingPartStyle));
  Reader reader = { art, styles };
  RingPartStyle style;
  GMarkupParseContext *context;
  gboolean done;

  art->paths = g_array_new (FALSE, FALSE, sizeof (PartPath));
  g_array_set_clear_func (art->paths, part_path_clear);
  art->bounds = RING_RECT_EMPTY;
  ring_part_style_init (&style);
  g_array_append_val (styles, style);
  context = g_markup_parse_context_new (
      &parser, G_MARKUP_TREAT_CDATA_AS_TEXT | G_MARKUP_IGNORE_QUALIFIED, &reader, NULL);
  done = g_markup_parse_context_parse (context, xml, -1, error)
         && g_markup_parse_context_end_parse (context, error);
  g_markup_parse_context_free (context);
  return done ? g_steal_pointer (&art) : NULL;
}

void
ring_part_art_free (RingPartArt *art)
{
  if (art == NULL)
    return;
  g_array_unref (art->paths);
  g_free (art);
}

RingRect
ring_part_art_get_bounds (const RingPartArt *part)
{
  return part->bounds;
}

static guint32
resolve_tone (const RingTone *tone, double opacity, const RingRamp *metal, const RingRamp *gem)
{
  guint32 alpha = (guint32) lround (255 * CLAMP (opacity * tone->opacity, 0, 1));

  switch (tone->kind)
    {
    case RING_TONE_METAL:
      return metal->tones[tone->value] << 8 | alpha;
    case RING_TONE_GEM:
      return gem->tones[tone->value] << 8 | alpha;
    case RING_TONE_COLOUR:
      return tone->value << 8 | alpha;
    case RING_TONE_NONE:
    default:
      return 0;
    }
}

void
ring_part_art_resolve (const RingPartArt *part,
                       const RingMatrix *matrix,
                       const RingRamp *metal,
                       const RingRamp *gem,
                       RingArt *art)
{
  for (guint i = 0; i < part->paths->len; i++)
    {
      const PartPath *p = &g_array_index (part->paths, PartPath, i);
      g_autoptr (RingPath) moved = ring_path_transform (p->path, matrix);

      ring_art_add (art, moved, resolve_tone (&p->style.fill, p->style.opacity, metal, gem),
                    resolve_tone (&p->style.stroke, p->style.opacity, metal, gem),
                    p->stroke_width * ring_matrix_scale (matrix), p->style.even_odd);
    }
}
