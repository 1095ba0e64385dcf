/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-bench-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bench-rows.h"
#include "ring-commission.h"
#include "ring-day.h"
#include "ring-flow.h"
#include "ring-frame.h"
#include "ring-paint.h"
#include "ring-revision.h"
#include "ring-rings.h"
#include "ring-scale-card.h"
#include "ring-sheet-code.h"
#include "ring-view-block.h"

/* Of the page: what the views of a ring may take. */
#define VIEWS 0.58
#define BOX 3.0 /* of the list of checks, to be ticked */
#define SIGNING 16.0
#define CODE RING_SHEET_CODE_SIDE

/* --------------------------------------------------------------------- head */

static void
put_head (RingFlow *flow, const RingDrawing *drawing, const RingExportOptions *options)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const RingRecord *revision = ring_revision_find_present (drawing);
  const char *job = ring_record_get (commission, "job");
  const char *title = ring_record_get_or (commission, "title", _ ("Ring"));
  const char *client = ring_record_get (commission, "client");
  g_autoptr (GString) below = g_string_new (NULL);
  double width = ring_flow_width (flow) - (options->code != NULL ? CODE + 4 : 0);

  if (options->code != NULL && ring_flow_draws (flow))
    ring_sheet_code_draw (flow->cr, options->code, flow->room.x1, flow->y - 1, CODE);
  ring_flow_title (flow, _ ("Bench sheet"), width, 2.6, RING_FLOW_GREY);
  flow->y += 0.4;
  if (job != NULL)
    {
      /* Translators: the number of a job, and its title. */
      g_autofree char *text = g_strdup_printf (_ ("%s · %s"), job, title);

      ring_flow_title (flow, text, width, 6, RING_FLOW_INK);
    }
  else
    ring_flow_title (flow, title, width, 6, RING_FLOW_INK);
  flow->y += 0.6;
  if (client != NULL)
    g_string_append (below, client);
  if (revision != NULL)
    /* Translators: the name of a revision of the design. */
    g_string_append_printf (below, _ ("%srevision %s"), below->len > 0 ? ", " : "",
                            ring_revision_get_name (revision));
  if (below->len > 0)
    ring_flow_title (flow, below->str, width, 3, RING_FLOW_GREY);
  flow->y += 2.5;
  ring_flow_rule (flow);
  flow->y += 3.5;
}

static void
put_day (RingFlow *flow, const char *label, const char *day)
{
  g_autofree char *text = ring_day_write (day);

  ring_flow_row (flow, label, text);
}

static void
put_order (RingFlow *flow, const RingDrawing *drawing)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  RingStatus status;

  put_day (flow, _ ("Promised for"), ring_record_get (commission, "promised"));
  put_day (flow, _ ("Ordered on"), ring_record_get (commission, "ordered"));
  if (ring_status_find (ring_record_get (commission, "status"), &status))
    ring_flow_row (flow, _ ("Order"), ring_status_label (status));
  ring_flow_row (flow, _ ("Occasion"), ring_record_get (commission, "occasion"));
}

/* -------------------------------------------------------------------- rings */

static void
put_views (RingFlow *flow, const RingDrawing *drawing, const RingRecord *ring)
{
  RingViewBlock block;

  if (!ring_view_block_init (&block, drawing, ring, ring_flow_width (flow),
                             VIEWS * (flow->room.y1 - flow->room.y0)))
    return;
  ring_flow_need (flow, block.height);
  if (ring_flow_draws (flow))
    ring_view_block_draw (&block, flow->cr, flow->room.x0, flow->y);
  flow->y += block.height + 2;
}

static void
put_ring (RingFlow *flow, const RingDrawing *drawing, const RingRecord *ring)
{
  g_autofree char *name = ring_rings_name (drawing, ring, TRUE);

  ring_flow_heading (flow, name, 20);
  put_views (flow, drawing, ring);
  ring_bench_rows_put_ring (flow, drawing, ring);
}

/* ------------------------------------------------------------------- checks */

static void
put_check (RingFlow *flow, const char *words)
{
  double x = flow->room.x0;

  ring_flow_need (flow, 6);
  if (ring_flow_draws (flow))
    {
      ring_paint_set_colour (flow->cr, RING_FLOW_INK);
      cairo_set_line_width (flow->cr, 0.2);
      cairo_rectangle (flow->cr, x + 0.2, flow->y + 0.4, BOX, BOX);
      cairo_stroke (flow->cr);
      ring_prose_rule (flow->cr, x + 0.66 * ring_flow_width (flow), flow->room.x1, flow->y + BOX + 0.6, 0.2,
                       RING_FLOW_INK);
    }
  ring_flow_write (flow, words, x + BOX + 2.5, 0.6 * ring_flow_width (flow), 3, FALSE, RING_FLOW_INK);
  flow->y += 5.6;
}

/* What a bench looks at before it hands a ring over. */
static void
put_checks (RingFlow *flow, const RingDrawing *drawing)
{
  static const char *const words[] = {
    N_ ("Measures as drawn, ± 0.1 mm"),       N_ ("Size on the mandrel"),
    N_ ("Stones tight: tapped and tried"),    N_ ("Tables level"),
    N_ ("Claws lie on 30 to 50 % of the crown"), N_ ("No porosity, no open joint"),
    N_ ("Marks struck, and legible"),         N_ ("Spelling of the engraving"),
    N_ ("Weight, g"),                         N_ ("Photo taken"),
  };

  ring_flow_heading (flow, _ ("Checked before delivery"), 12);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    put_check (flow, _ (words[i]));
}

/* --------------------------------------------------------------------- foot */

static void
put_line (const RingFlow *flow, const char *text, double x, double width)
{
  RingProse prose = { .size = 2.4, .colour = RING_FLOW_GREY };

  if (!ring_flow_draws (flow))
    return;
  ring_prose_rule (flow->cr, x, x + width, flow->y + SIGNING - 5, 0.2, RING_FLOW_INK);
  ring_prose_write (flow->cr, &prose, text, x, flow->y + SIGNING - 4.4, width);
}

static void
put_hands (RingFlow *flow)
{
  double width = (ring_flow_width (flow) - 12) / 3;
  const char *const who[] = { _ ("Goldsmith, date"), _ ("Setter, date"), _ ("Checked by, date") };

  ring_flow_need (flow, SIGNING);
  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    put_line (flow, who[i], flow->room.x0 + i * (width + 6), width);
  flow->y += SIGNING;
}

static void
put_card (RingFlow *flow, const RingDrawing *drawing)
{
  double height = ring_scale_card_height (drawing);

  ring_flow_heading (flow, _ ("Is this paper true?"), height);
  if (ring_flow_draws (flow))
    ring_scale_card_draw (flow->cr, drawing, flow->room.x0, flow->y, ring_flow_width (flow));
  flow->y += height;
}

static void
put_all (RingFlow *flow, const RingDrawing *drawing, const RingExportOptions *options)
{
  put_head (flow, drawing, options);
  put_order (flow, drawing);
  for (guint i = 0; i < ring_rings_get_n (drawing); i++)
    put_ring (flow, drawing, ring_rings_get (drawing, i));
  ring_bench_rows_put_metal (flow, drawing);
  ring_bench_rows_put_stones (flow, drawing);
  ring_bench_rows_put_settings (flow, drawing);
  ring_bench_rows_put_notes (flow, drawing);
  ring_bench_rows_put_making (flow, drawing);
  ring_bench_rows_put_custody (flow, drawing);
  put_checks (flow, drawing);
  put_hands (flow);
  if (options->scale_bar)
    put_card (flow, drawing);
}

static void
begin (RingFlow *flow, cairo_t *cr, const RingExportOptions *options, double width, double height, guint wanted)
{
  ring_flow_init (flow, cr, ring_frame_get_room (options, width, height, TRUE),
                  ring_frame_get_room (options, width, height, FALSE), wanted);
}

guint
ring_bench_sheet_count (const RingDrawing *drawing,
                        const RingExportOptions *options,
                        double width,
                        double height)
{
  cairo_t *cr = ring_prose_new_context ();
  RingFlow flow;

  begin (&flow, cr, options, width, height, RING_FLOW_NONE);
  put_all (&flow, drawing, options);
  cairo_destroy (cr);
  return flow.page + 1;
}

void
ring_bench_sheet_draw (cairo_t *cr,
                       const RingDrawing *drawing,
                       const RingExportOptions *options,
                       double width,
                       double height,
                       guint i)
{
  RingFlow flow;

  ring_frame_draw (cr, options, width, height, i,
                   ring_bench_sheet_count (drawing, options, width, height));
  begin (&flow, cr, options, width, height, i);
  put_all (&flow, drawing, options);
}
