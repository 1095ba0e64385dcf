/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-scale-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-number.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-rings.h"
#include "ring-size.h"
#include "ring-spec.h"

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define LINE 0.15
#define GUTTER 6.0
#define BELOW 9.0 /* under a circle, for its words */

static double
get_radius (const RingRecord *ring)
{
  RingSpec spec;

  ring_spec_init (&spec, ring);
  return ring_band_radius (&spec.band);
}

/* The first ring stands in the card, the others in a row below. */
double
ring_scale_card_height (const RingDrawing *drawing)
{
  double row = 0;

  for (guint i = 1; i < ring_rings_get_n (drawing); i++)
    row = fmax (row, 2 * get_radius (ring_rings_get (drawing, i)) + BELOW + 3);
  return RING_CARD_HEIGHT + 2 + row;
}

static void
draw_outline (cairo_t *cr, double x, double y)
{
  double r = RING_CARD_RADIUS;
  double x1 = x + RING_CARD_WIDTH, y1 = y + RING_CARD_HEIGHT;

  ring_paint_set_colour (cr, INK);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, LINE);
  cairo_new_path (cr);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_arc (cr, x1 - r, y + r, r, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, x1 - r, y1 - r, r, 0, 0.5 * G_PI);
  cairo_arc (cr, x + r, y1 - r, r, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

void
ring_scale_card_draw_circle (cairo_t *cr, const RingRecord *ring, double x, double y, double length)
{
  RingProse prose = { .size = 2.4, .colour = GREY, .side = RING_PROSE_CENTRE, .lines = 2 };
  RingProse inside = { .size = 2.3, .colour = GREY, .side = RING_PROSE_CENTRE };
  const char *label = ring_record_get (ring, "label");
  const char *words = _ ("lay the ring here");
  g_autofree char *mm = NULL;
  g_autofree char *text = NULL;
  RingSpec spec;
  double radius, high;

  ring_spec_init (&spec, ring);
  radius = ring_band_radius (&spec.band);
  mm = ring_number_format (2 * radius, 2);
  if (!spec.size_known)
    /* Translators: the inner diameter of a ring, mm. */
    text = g_strdup_printf (_ ("inside Ø %s mm, size to be confirmed"), mm);
  else if (label != NULL)
    /* Translators: the name of a ring, and its inner diameter, mm. */
    text = g_strdup_printf (_ ("%s, inside Ø %s mm"), label, mm);
  else
    text = g_strdup_printf (_ ("inside Ø %s mm"), mm);
  ring_paint_set_colour (cr, INK);
  cairo_set_line_width (cr, LINE);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  high = ring_prose_write (cr, &(RingProse){ .size = 2.3, .side = RING_PROSE_CENTRE }, words, 0, 0, 1.5 * radius);
  ring_prose_write (cr, &inside, words, x - 0.75 * radius, y - high / 2, 1.5 * radius);
  ring_prose_write (cr, &prose, text, x - length / 2, y + radius + 1.2, length);
}

void
ring_scale_card_draw (cairo_t *cr, const RingDrawing *drawing, double x, double y, double width)
{
  RingProse bold = { .size = 3, .bold = TRUE, .colour = INK };
  RingProse text = { .size = 2.8, .colour = INK };
  RingProse small = { .size = 2.4, .colour = GREY, .side = RING_PROSE_CENTRE };
  double side = x + RING_CARD_WIDTH + GUTTER;
  double room = width - RING_CARD_WIDTH - GUTTER;
  double below = y + RING_CARD_HEIGHT + 3;
  double at = x;

  draw_outline (cr, x, y);
  ring_prose_write (cr, &small, _ ("A bank card laid here covers this frame: 85.60 × 53.98 mm"), x + 4, y + 3,
                    RING_CARD_WIDTH - 8);
  ring_scale_card_draw_circle (cr, ring_rings_get (drawing, 0), x + RING_CARD_WIDTH / 2, y + 27,
                               RING_CARD_WIDTH - 10);
  y += 1;
  y += ring_prose_write (cr, &bold, _ ("Measure before you trust it"), side, y, room) + 1.6;
  y += ring_prose_write (cr, &text,
                         _ ("Both bars on this paper, across and along, are 100 mm. A bank card covers the frame, and a "
                            "ring of this size covers its circle to the line."),
                         side, y, room)
       + 1.6;
  ring_prose_write (cr, &text,
                    _ ("If not, the printer has fitted the page: print again at “actual size” or 100 %."), side, y, room);
  for (guint i = 1; i < ring_rings_get_n (drawing); i++)
    {
      const RingRecord *ring = ring_rings_get (drawing, i);
      double radius = get_radius (ring);
      double length = fmax (2 * radius, 40);

      if (at + length > x + width)
        break;
      ring_scale_card_draw_circle (cr, ring, at + length / 2, below + radius, length);
      at += length + 3;
    }
}
