/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that play themselves. Each item is in the file as in a plain picture; what is added hides it until it
 * comes. A stroke is seen through a mask while it is drawn: the line that the pen went, somewhat broader than the
 * ink, whose one dash grows with the samples' own times. When it is done the mask is taken off, so that the end
 * is exactly the picture. */
#include "ring-svg-writer-private.h"

#include <math.h>
#include <string.h>

#include "ring-number.h"
#include "ring-paper.h"
#include "ring-svg-attribute.h"
#include "ring-svg-guides.h"
#include "ring-svg-replay.h"

/* How many moments of a stroke its speed is told by. */
#define MOST_KEYS 12
/* More guide lines would be most of the file: what comes later comes with the last of them. */
#define MOST_GUIDES 40
/* How long it is said that a revision was kept, s. */
#define CAPTION 1.6

struct _RingSvgMotion
{
  const RingReplay *replay;
  GHashTable *steps;
  double speed;
};

/* ------------------------------------------------------------------------ attributes */

static void
append_time (GString *out, const RingSvgMotion *motion, const char *name, double t)
{
  g_string_append_printf (out, " %s=\"", name);
  ring_number_append (out, t / motion->speed, 3);
  g_string_append (out, "s\"");
}

/* ATTRIBUTE is TO from START until END, which may be INFINITY. */
static void
append_set (GString *out, const RingSvgMotion *motion, const char *attribute, const char *to, double start, double end)
{
  g_string_append (out, "<set");
  ring_svg_append_attribute (out, "attributeName", attribute);
  ring_svg_append_attribute (out, "to", to);
  append_time (out, motion, "begin", start);
  if (isfinite (end))
    append_time (out, motion, "end", end);
  g_string_append (out, "/>");
}

/* What is not there before START and, where it goes, not after END either. */
static void
append_coming (GString *out, const RingSvgMotion *motion, double start, double end)
{
  if (isfinite (end))
    append_set (out, motion, "visibility", "visible", start, end);
  else
    append_set (out, motion, "visibility", "hidden", 0, start);
}

/* ------------------------------------------------------------------------ strokes */

typedef struct
{
  RingPoint at;
  guint32 time;
  double length; /* of the line up to here */
} Knot;

/* The line as the ink follows it, without points that add nothing to it. */
static GArray *
list_knots (const RingStroke *stroke, double least)
{
  GArray *knots = g_array_new (FALSE, FALSE, sizeof (Knot));
  g_autoptr (RingWetInk) ink = ring_wet_ink_new (&stroke->style.ink);
  g_autoptr (RingSamples) samples = ring_samples_new_from_text (ring_samples_get_text (stroke->samples),
                                                                ring_samples_get_t0 (stroke->samples));
  const RingSample *list;
  gsize n = 0;

  list = ring_samples_get (samples, &n, NULL);
  for (gsize i = 0; list != NULL && i < n; i++)
    ring_wet_ink_add (ink, &list[i]);
  list = ring_wet_ink_finish (ink, &n);
  for (gsize i = 0; i < n; i++)
    {
      Knot knot = { { list[i].x, list[i].y }, list[i].time, 0 };

      if (knots->len > 0)
        {
          const Knot *before = &g_array_index (knots, Knot, knots->len - 1);
          double step = hypot (knot.at.x - before->at.x, knot.at.y - before->at.y);

          if (step < least && i + 1 < n)
            continue;
          knot.length = before->length + step;
        }
      g_array_append_val (knots, knot);
    }
  return knots;
}

static void
append_line_data (GString *out, const GArray *knots)
{
  g_autoptr (RingPath) path = ring_path_new ();

  for (guint i = 0; i < knots->len; i++)
    {
      RingPoint at = g_array_index (knots, Knot, i).at;

      if (i == 0)
        ring_path_move_to (path, at);
      else
        ring_path_line_to (path, at);
    }
  ring_svg_append_d (out, path, 3);
}

static void
append_list (GString *out, const char *name, const double *values, guint n)
{
  g_string_append_printf (out, " %s=\"", name);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ';');
      ring_number_append (out, values[i], 3);
    }
  g_string_append_c (out, '"');
}

/* As the hand went: slow where it was slow. */
static void
append_growing (GString *out, const RingSvgMotion *motion, guint step, const GArray *knots)
{
  const RingReplayStep *told = ring_replay_get_step (motion->replay, step);
  double total = g_array_index (knots, Knot, knots->len - 1).length;
  double times[MOST_KEYS], offsets[MOST_KEYS];
  guint n = MIN (knots->len, MOST_KEYS);

  for (guint i = 0; i < n; i++)
    {
      const Knot *knot = &g_array_index (knots, Knot, i * (knots->len - 1) / (n - 1));
      double moment = ring_replay_get_moment (motion->replay, step, knot->time);

      times[i] = (moment - told->start) / (told->end - told->start);
      times[i] = i > 0 ? CLAMP (times[i], times[i - 1], 1) : 0;
      offsets[i] = 1 - knot->length / total;
    }
  times[n - 1] = 1;
  g_string_append (out, "<animate attributeName=\"stroke-dashoffset\"");
  append_time (out, motion, "begin", told->start);
  append_time (out, motion, "dur", told->end - told->start);
  append_list (out, "values", offsets, n);
  append_list (out, "keyTimes", times, n);
  g_string_append (out, " fill=\"freeze\"/>");
}

static void
append_mask (GString *out, const RingSvgMotion *motion, guint step, const RingItem *item, const GArray *knots, double width)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  RingRect bounds = ring_path_get_bounds (ring_item_get_outline (item));

  g_string_append_printf (out, "<mask id=\"drawn-%u\" maskUnits=\"userSpaceOnUse\"", step);
  ring_svg_append_number (out, "x", bounds.x0 - width);
  ring_svg_append_number (out, "y", bounds.y0 - width);
  ring_svg_append_number (out, "width", bounds.x1 - bounds.x0 + 2 * width);
  ring_svg_append_number (out, "height", bounds.y1 - bounds.y0 + 2 * width);
  g_string_append (out, " fill=\"none\" stroke=\"#fff\"");
  ring_svg_append_number (out, "stroke-width", width);
  g_string_append (out, " stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-dasharray=\"1 2\" stroke-dashoffset=\"1\">");
  for (guint i = 0; i < ring_symmetry_get_n_copies (&stroke->symmetry); i++)
    {
      RingMatrix copy = ring_symmetry_get_matrix (&stroke->symmetry, i);

      g_string_append (out, "<path");
      append_line_data (out, knots);
      g_string_append (out, " pathLength=\"1\"");
      ring_svg_append_transform (out, &copy);
      g_string_append_c (out, '>');
      append_growing (out, motion, step, knots);
      g_string_append (out, "</path>");
    }
  g_string_append (out, "</mask>\n");
}

/* NULL where the stroke comes at once: a dot, or one without a line. */
static char *
make_mask (const RingSvgMotion *motion, guint step, const RingItem *item)
{
  const RingReplayStep *told = ring_replay_get_step (motion->replay, step);
  const RingStroke *stroke = ring_item_get_stroke (item);
  g_autoptr (GArray) knots = NULL;
  GString *out;
  double width;

  if (told->kind != RING_REPLAY_DRAWN || told->end <= told->start)
    return NULL;
  width = stroke->style.ink.width * (1 + stroke->style.ink.tilt);
  knots = list_knots (stroke, MAX (0.4 * width, 4 * stroke->fit));
  if (knots->len < 2 || g_array_index (knots, Knot, knots->len - 1).length <= 0)
    return NULL;
  out = g_string_new (NULL);
  append_mask (out, motion, step, item, knots, 1.3 * width + 8 * stroke->fit);
  return g_string_free (out, FALSE);
}

/* ------------------------------------------------------------------------ items */

/* Adds MARKUP as the last thing within the element that begins at START, and ATTRIBUTES to its tag. */
static void
put_within (GString *out, gsize start, const char *attributes, const char *markup)
{
  gsize tag = start + 1 + strcspn (out->str + start + 1, " />");

  if (g_str_has_suffix (out->str, "/>"))
    {
      g_autofree char *name = g_strndup (out->str + start + 1, tag - start - 1);

      g_string_truncate (out, out->len - 2);
      g_string_append_printf (out, ">%s</%s>", markup, name);
    }
  else
    g_string_insert (out, strrchr (out->str + start, '<') - out->str, markup);
  g_string_insert (out, (gssize) tag, attributes);
}

/* Content of another program stays as it is, and is there from the start. */
void
_ring_svg_writer_move_item (RingSvgWriter *writer, const RingItem *item, gsize start)
{
  const RingSvgMotion *motion = writer->motion;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (motion->steps, item));
  g_autoptr (GString) markup = NULL;
  g_autofree char *mask = NULL;
  const RingReplayStep *step;

  if (number == 0 || ring_item_get_kind (item) == RING_ITEM_FOREIGN)
    return;
  step = ring_replay_get_step (motion->replay, number - 1);
  markup = g_string_new (NULL);
  append_coming (markup, motion, step->start, step->gone);
  mask = make_mask (motion, number - 1, item);
  if (mask != NULL)
    {
      g_autofree char *url = g_strdup_printf ("url(#drawn-%u)", number - 1);

      append_set (markup, motion, "mask", url, step->start, step->end);
    }
  put_within (writer->out, start, isfinite (step->gone) ? " visibility=\"hidden\"" : "", markup->str);
  if (mask != NULL)
    g_string_insert (writer->out, (gssize) start, mask);
}

/* ------------------------------------------------------------------------ guide lines */

/* When guide lines change: 0, and each moment at which a stone or an inscription comes. */
static GArray *
list_moments (const RingSvgMotion *motion)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (double));
  double start = 0;

  g_array_append_val (moments, start);
  for (guint i = 0; i < ring_replay_get_n_steps (motion->replay); i++)
    {
      const RingReplayStep *step = ring_replay_get_step (motion->replay, i);

      if (step->kind != RING_REPLAY_RECORD || step->start == g_array_index (moments, double, moments->len - 1))
        continue;
      if (moments->len == MOST_GUIDES)
        g_array_index (moments, double, moments->len - 1) = step->start;
      else
        g_array_append_val (moments, step->start);
    }
  return moments;
}

void
_ring_svg_writer_put_guides (RingSvgWriter *writer, const RingView *view)
{
  const RingSvgMotion *motion = writer->motion;
  g_autoptr (GArray) moments = list_moments (motion);
  g_autoptr (RingReplayCursor) cursor = ring_replay_cursor_new ((RingReplay *) motion->replay);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint first = 0;

  for (guint i = 0; i < moments->len; i++)
    {
      const RingDrawing *drawing = ring_replay_cursor_move (cursor, g_array_index (moments, double, i), NULL);
      GString *text = g_string_new (NULL);

      ring_svg_append_guides (text, drawing, view, "\n    ", TRUE);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  /* Moments that do not change this view are one. */
  for (guint i = 1; i <= texts->len; i++)
    {
      g_autoptr (GString) text = NULL;
      g_autoptr (GString) markup = NULL;
      gboolean last = i == texts->len;

      if (!last && g_str_equal (texts->pdata[i], texts->pdata[first]))
        continue;
      text = g_string_new (texts->pdata[first]);
      markup = g_string_new (NULL);
      if (!last)
        append_coming (markup, motion, g_array_index (moments, double, first), g_array_index (moments, double, i));
      else if (first > 0)
        append_coming (markup, motion, g_array_index (moments, double, first), INFINITY);
      if (text->len > 0)
        put_within (text, (gsize) (strchr (text->str, '<') - text->str), last ? "" : " visibility=\"hidden\"", markup->str);
      g_string_append (writer->out, text->str);
      first = i;
    }
}

/* ------------------------------------------------------------------------ words */

void
_ring_svg_writer_put_captions (RingSvgWriter *writer)
{
  const RingSvgMotion *motion = writer->motion;
  guint32 colour = ring_paper_guide (ring_paper_get_printed (writer->drawing), 0x26282cff);

  for (guint i = 0; i < ring_replay_get_n_steps (motion->replay); i++)
    {
      const RingReplayStep *step = ring_replay_get_step (motion->replay, i);
      g_autofree char *said = NULL;
      g_autofree char *escaped = NULL;

      if (step->kind != RING_REPLAY_REVISION)
        continue;
      said = ring_replay_describe (motion->replay, i);
      escaped = g_markup_escape_text (said, -1);
      append_line (writer, "  ");
      g_string_append (writer->out, "<text visibility=\"hidden\" font-family=\"sans-serif\" font-size=\"4\" text-anchor=\"middle\"");
      ring_svg_append_number (writer->out, "x", ring_drawing_get_width (writer->drawing) / 2);
      ring_svg_append_number (writer->out, "y", ring_drawing_get_height (writer->drawing) - 8);
      ring_svg_append_colour (writer->out, "fill", colour);
      g_string_append_printf (writer->out, ">%s", escaped);
      append_set (writer->out, motion, "visibility", "visible", step->start, step->start + CAPTION);
      g_string_append (writer->out, "</text>");
    }
}

GBytes *
ring_svg_write_replay (const RingReplay *replay, double speed)
{
  RingSvgMotion motion = { .replay = replay, .speed = speed };
  RingSvgWriter writer = { .out = g_string_new (NULL), .plain = TRUE, .motion = &motion };
  g_autoptr (RingDrawing) all = ring_replay_make_all (replay, &motion.steps);
  gsize length;

  writer.drawing = all;
  _ring_svg_writer_put_all (&writer);
  g_hash_table_unref (motion.steps);
  length = writer.out->len;
  return g_bytes_new_take (g_string_free (writer.out, FALSE), length);
}
