/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-carat.h"
#include "ring-gem-paint.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-stone.h"

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define LETTERS 2.5

/* Whole ones, so that a rule can be laid on the paper. */
static const double scales[] = { 10, 8, 6, 5, 4, 3, 2, 1 };

/* FALSE without a size; what the card does not say is usual. */
static gboolean
look_at (const RingRecord *stone, RingGemLook *look)
{
  double length = ring_record_get_between (stone, "length", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 0);
  double width = ring_record_get_between (stone, "width", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 0);
  double depth = ring_record_get_between (stone, "depth", 0.05, RING_CARAT_MOST_MM, 0);
  RingCut cut;

  if (length <= 0)
    return FALSE;
  if (!ring_stone_get_cut (stone, &cut))
    cut = width > 0 && length > 1.15 * width ? RING_CUT_OVAL : RING_CUT_ROUND;
  if (width <= 0)
    width = length / ring_cut_usual_ratio (cut);
  ring_gem_look_init (look, cut, length, width, RING_GEM_TOP);
  if (depth > 0)
    look->depth = depth;
  return TRUE;
}

/* As it lies when it is turned over about its length. */
static void
turn_over (RingGemLook *look)
{
  look->right = (RingVec){ -look->right.x, -look->right.y, -look->right.z };
  look->toward = (RingVec){ -look->toward.x, -look->toward.y, -look->toward.z };
}

static void
draw (cairo_t *cr, RingGemLook *look, double scale, double x, double y)
{
  look->scale = scale;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  ring_gem_paint (cr, look);
  cairo_restore (cr);
}

double
ring_stone_plan_draw (cairo_t *cr,
                      const RingDrawing *drawing,
                      const RingRecord *stone,
                      RingRect box)
{
  g_autofree char *size = ring_stone_format_size (stone, TRUE);
  g_autofree char *ratio = NULL;
  g_autofree char *text = NULL;
  RingGemLook look;
  double column = (box.x1 - box.x0) / 2;
  double room = box.y1 - box.y0 - 3 * LETTERS - 2;
  double high;
  guint i = 0;

  if (!look_at (stone, &look))
    return 0;
  while (i + 1 < G_N_ELEMENTS (scales)
         && (look.width * scales[i] > column - 2 || look.length * scales[i] > room))
    i++;
  high = look.length * scales[i];
  draw (cr, &look, scales[i], box.x0 + column / 2, box.y0 + high / 2);
  turn_over (&look);
  draw (cr, &look, scales[i], box.x0 + 1.5 * column, box.y0 + high / 2);
  ring_label_write (cr, _ ("face up"), box.x0 + column / 2, box.y0 + high + LETTERS + 0.8, LETTERS, GREY,
                    RING_LABEL_CENTRE);
  ring_label_write (cr, _ ("from below"), box.x0 + 1.5 * column, box.y0 + high + LETTERS + 0.8, LETTERS,
                    GREY, RING_LABEL_CENTRE);
  ratio = ring_number_format (scales[i], 0);
  /* Translators: the scale of a plan, and the true size of the stone in mm. */
  text = g_strdup_printf (_ ("%s:1; the stone is %s mm"), ratio, size);
  ring_label_write (cr, text, (box.x0 + box.x1) / 2, box.y0 + high + 2.3 * LETTERS + 1, LETTERS, INK,
                    RING_LABEL_CENTRE);
  return high + 3 * LETTERS + 2;
}
