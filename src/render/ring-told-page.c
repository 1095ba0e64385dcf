/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-told-page.h"

#include <glib/gi18n-lib.h>

#include "ring-paint.h"
#include "ring-prose.h"

#define MARGIN 20.0
#define WIDTH (RING_REPORT_WIDTH - 2 * MARGIN)
#define RESULT_WIDTH 34.0
#define TEXT_WIDTH (WIDTH - RESULT_WIDTH)

#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define HAIRLINE 0xd0ccc4ff

/* Returns its height, mm. */
static double
write_text (cairo_t *cr, const char *text, double x, double y, double width, double points, gboolean bold, guint32 colour)
{
  RingProse prose = { points / RING_POINTS_PER_MM, bold, colour };

  return ring_prose_write (cr, &prose, text, x, y, width);
}

static double
write_line (cairo_t *cr, const RingToldLine *line, double y)
{
  gboolean ask = line->result == RING_TOLD_ASK;
  double top = y;

  write_text (cr, ring_told_result_label (line->result), MARGIN + TEXT_WIDTH, y, RESULT_WIDTH, 8.5, ask,
              ask ? INK : GREY);
  y += write_text (cr, line->label, MARGIN, y, TEXT_WIDTH - 4, 9, TRUE, INK) + 0.4;
  y += write_text (cr, line->told, MARGIN, y, TEXT_WIDTH - 4, 8, FALSE, GREY) + 0.2;
  y += write_text (cr, line->question, MARGIN, y, TEXT_WIDTH - 4, 8.5, FALSE, INK) + 1.6;
  ring_paint_set_colour (cr, HAIRLINE);
  cairo_set_line_width (cr, 0.15);
  cairo_move_to (cr, MARGIN, y);
  cairo_line_to (cr, MARGIN + WIDTH, y);
  cairo_stroke (cr);
  return y + 1.8 - top;
}

void
ring_told_page_draw (cairo_t *cr, const RingTold *told, const RingToldLimits *limits)
{
  g_autoptr (GArray) lines = ring_told_check (told, limits);
  g_autofree char *word
      = told->has_word ? g_strdup_printf (_ ("As you were told, the ring is called “%s”."), ring_word_label (told->word))
                       : g_strdup (_ ("You were told no word, such as “custom”, that it would have to answer for."));
  double y = 16;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  y += write_text (cr, _ ("Questions to Ask"), MARGIN, y, WIDTH, 18, TRUE, INK) + 1.5;
  y += write_text (cr, word, MARGIN, y, WIDTH, 9.5, FALSE, INK) + 1;
  y += write_text (cr,
                   _ ("This page repeats what you were told and finds what to ask. It is no statement about any "
                      "seller, and it does not know whether what you were told is so."),
                   MARGIN, y, WIDTH, 8.5, FALSE, GREY)
       + 5;
  for (guint i = 0; i < lines->len; i++)
    y += write_line (cr, &g_array_index (lines, RingToldLine, i), y);
  write_text (cr,
              _ ("“Ask about this”: what you were told does not fit the word. “Nothing to ask”: it fits, or the word does "
                 "not claim it. “Not known”: you were not told. “Handmade” is measured by 16 CFR 23.3 (US), menu options "
                 "by the guidance on directive 2011/83/EU, Art. 16(c); no rule that we found defines “custom” or "
                 "“bespoke”."),
              MARGIN, y + 1, WIDTH, 7, FALSE, GREY);
}

typedef struct
{
  const RingTold *told;
  const RingToldLimits *limits;
} Page;

static void
draw_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;

  ring_told_page_draw (cr, page->told, page->limits);
}

GBytes *
ring_told_page_make (const RingTold *told,
                     const RingToldLimits *limits,
                     const RingDrawing *drawing,
                     RingReportFormat format,
                     GError **error)
{
  Page page = { told, limits };

  return ring_report_make_page (drawing, _ ("Questions to Ask"), format, draw_cb, &page, error);
}
