/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bars.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-reach.h"

/* Of a letterhead, and of a shop's name where it has none; with the air below. */
#define HEAD 24.0
#define NAME 9.0
#define HEAD_GAP 6.0
#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define NAME_SIZE 5.2
#define SMALL 2.3

static gboolean
has_name (const RingExportOptions *options)
{
  return options->shop != NULL && options->shop->name[0] != '\0';
}

/* At its own size, or smaller where that is too large. */
static double
letterhead_scale (const RingDrawing *letterhead, double room)
{
  return fmin (1, fmin (room / ring_drawing_get_width (letterhead),
                        HEAD / ring_drawing_get_height (letterhead)));
}

static double
head_height (const RingExportOptions *options, double width)
{
  double room = width - RING_FRAME_LEFT - RING_FRAME_RIGHT;

  if (options->shop != NULL && options->shop->letterhead != NULL)
    return ring_drawing_get_height (options->shop->letterhead)
               * letterhead_scale (options->shop->letterhead, room)
           + HEAD_GAP;
  return has_name (options) ? NAME + HEAD_GAP : 3;
}

RingRect
ring_frame_get_room (const RingExportOptions *options, double width, double height, gboolean first)
{
  double top = RING_FRAME_EDGE + (first ? head_height (options, width) : 3);
  double bottom = height - RING_FRAME_EDGE - RING_FRAME_LINE - RING_FRAME_AIR - (options->scale_bar ? RING_FRAME_BARS : 0);

  return (RingRect){ RING_FRAME_LEFT, top, width - RING_FRAME_RIGHT, bottom };
}

static void
draw_letterhead (cairo_t *cr, const RingDrawing *letterhead, double width)
{
  double scale = letterhead_scale (letterhead, width - RING_FRAME_LEFT - RING_FRAME_RIGHT);
  RingRect all = { 0, 0, ring_drawing_get_width (letterhead), ring_drawing_get_height (letterhead) };

  cairo_save (cr);
  cairo_translate (cr, RING_FRAME_LEFT, RING_FRAME_EDGE);
  cairo_scale (cr, scale, scale);
  ring_reach_clip (cr, all);
  ring_paint_drawing (cr, letterhead, NULL, RING_PAINT_ITEMS);
  cairo_restore (cr);
}

/* In one line, whatever lines it was written in. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " · " : "", lines[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
draw_name (cairo_t *cr, const RingShop *shop, double width)
{
  RingProse name = { .size = NAME_SIZE, .colour = INK, .lines = 1 };

  ring_prose_write (cr, &name, shop->name, RING_FRAME_LEFT, RING_FRAME_EDGE,
                    width - RING_FRAME_LEFT - RING_FRAME_RIGHT);
}

static void
draw_foot (cairo_t *cr, const RingExportOptions *options, double width, double height, guint i, guint n)
{
  double y = height - RING_FRAME_EDGE - RING_FRAME_LINE + 0.8;
  double room = width - RING_FRAME_LEFT - RING_FRAME_RIGHT;
  RingProse start = { .size = SMALL, .colour = GREY, .lines = 1 };
  RingProse end = { .size = SMALL, .colour = GREY, .side = RING_PROSE_END, .lines = 1 };
  double taken = 0;

  if (n > 0)
    {
      /* Translators: which page of how many. */
      g_autofree char *page = g_strdup_printf (_ ("Page %u of %u"), i + 1, n);

      taken = ring_prose_width (cr, &end, page) + 6;
      ring_prose_write (cr, &end, page, RING_FRAME_LEFT, y, room);
    }
  if (options->code != NULL)
    {
      RingProse line = { .size = 2.1, .colour = GREY, .lines = 1 };

      ring_prose_write (cr, &line, options->code, RING_FRAME_LEFT, y + 3.4, room);
    }
  if (options->shop != NULL)
    {
      g_autofree char *contact = join_lines (options->shop->contact);
      g_autofree char *text = g_strdup_printf ("%s%s%s", options->shop->name,
                                               has_name (options) && contact[0] != '\0' ? " · " : "", contact);

      ring_prose_write (cr, &start, text, RING_FRAME_LEFT, y, room - taken);
    }
}

void
ring_frame_draw (
    cairo_t *cr, const RingExportOptions *options, double width, double height, guint i, guint n)
{
  if (i == 0 && options->shop != NULL && options->shop->letterhead != NULL)
    draw_letterhead (cr, options->shop->letterhead, width);
  else if (i == 0 && has_name (options))
    draw_name (cr, options->shop, width);
  draw_foot (cr, options, width, height, i, n);
  if (options->scale_bar)
    ring_bars_draw (cr, 1, RING_PAPER_WHITE, width, height,
                    &(RingBarsPlace){ RING_FRAME_EDGE + RING_FRAME_LINE + 1, RING_FRAME_EDGE });
}
