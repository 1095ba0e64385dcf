/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-told-page.h"

#include <glib/gi18n-lib.h>

#include "ring-prose.h"

#define MARGIN 20.0
#define WIDTH (RING_REPORT_WIDTH - 2 * MARGIN)
#define RESULT_WIDTH 34.0
#define TEXT_WIDTH (WIDTH - RESULT_WIDTH)

#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define HAIRLINE 0xd0ccc4ff

static double
write_line (cairo_t *cr, const RingToldLine *line, double y)
{
  gboolean ask = line->result == RING_TOLD_ASK;
  double top = y;

  ring_prose_put (cr, ring_told_result_label (line->result), MARGIN + TEXT_WIDTH, y, RESULT_WIDTH, 8.5, ask,
              ask ? INK : GREY);
  y += ring_prose_put (cr, line->label, MARGIN, y, TEXT_WIDTH - 4, 9, TRUE, INK) + 0.4;
  y += ring_prose_put (cr, line->told, MARGIN, y, TEXT_WIDTH - 4, 8, FALSE, GREY) + 0.2;
  y += ring_prose_put (cr, line->question, MARGIN, y, TEXT_WIDTH - 4, 8.5, FALSE, INK) + 1.6;
  ring_prose_rule (cr, MARGIN, MARGIN + WIDTH, y, 0.15, HAIRLINE);
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
  y += ring_prose_put (cr, _ ("Questions to Ask"), MARGIN, y, WIDTH, 18, TRUE, INK) + 1.5;
  y += ring_prose_put (cr, word, MARGIN, y, WIDTH, 9.5, FALSE, INK) + 1;
  y += ring_prose_put (cr,
                   _ ("This page repeats what you were told and finds what to ask. It is no statement about any "
                      "seller, and it does not know whether what you were told is so."),
                   MARGIN, y, WIDTH, 8.5, FALSE, GREY)
       + 5;
  for (guint i = 0; i < lines->len; i++)
    y += write_line (cr, &g_array_index (lines, RingToldLine, i), y);
  ring_prose_put (cr,
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
