/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-quote.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-edit.h"
#include "ring-estimate.h"
#include "ring-export.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-inscription.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-provenance.h"
#include "ring-reach.h"
#include "ring-rings.h"
#include "ring-size.h"
#include "ring-spec.h"

/* Paper mm. */
#define MARGIN 22.0
#define LABELS 34.0
#define MOST_WIDE 90.0
#define MOST_HIGH 104.0
#define LABEL 8.0 /* of the window, over its picture */
#define RIM 1.0 /* of the ring, round its picture */
#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define HAIRLINE 0xd0ccc4ff

typedef struct
{
  cairo_t *cr;
  const RingDrawing *drawing;
  double width, y;
  gint64 now_ms;
} Page;

static void
draw_line (Page *page)
{
  ring_paint_set_colour (page->cr, HAIRLINE);
  cairo_set_line_width (page->cr, 0.2);
  cairo_move_to (page->cr, MARGIN, page->y);
  cairo_line_to (page->cr, page->width - MARGIN, page->y);
  cairo_stroke (page->cr);
  page->y += 4;
}

/* Returns the height of what it writes, mm; POINTS is the size of the letters. */
static double
write_text (Page *page,
            const char *text,
            double x,
            double y,
            double width,
            double points,
            gboolean bold,
            guint32 colour)
{
  RingProse prose = { points / RING_POINTS_PER_MM, bold, colour };

  return ring_prose_write (page->cr, &prose, text, x, y, width);
}

/* TEXT may be NULL: then there is no such row. */
static void
write_row (Page *page, const char *label, const char *text)
{
  double room = page->width - 2 * MARGIN - LABELS;

  if (text == NULL || text[0] == '\0')
    return;
  write_text (page, label, MARGIN, page->y, LABELS - 3, 9.5, FALSE, GREY);
  page->y += write_text (page, text, MARGIN + LABELS, page->y, room, 9.5, FALSE, INK)
             + 2.2;
}

static const char *
commission_get (const Page *page, const char *name)
{
  return ring_record_get (ring_drawing_find_record (page->drawing, RING_RECORD_COMMISSION, NULL),
                          name);
}

static const char *
estimate_get (const Page *page, const char *name)
{
  return ring_record_get (ring_drawing_find_record (page->drawing, RING_RECORD_ESTIMATE, NULL), name);
}

/* -------------------------------------------------------------------- the ring */

static char *
describe_ring (const RingRecord *ring)
{
  const RingAlloy *alloy;
  RingSizeSystem system;
  RingSpec spec;
  g_autofree char *width = NULL;
  g_autofree char *thickness = NULL;
  g_autofree char *size = NULL;

  ring_spec_init (&spec, ring);
  alloy = ring_alloy_find (spec.alloy);
  width = ring_number_format (spec.band.width, 2);
  thickness = ring_number_format (spec.band.thickness, 2);
  if (!ring_size_system_from_id (spec.size_system, &system))
    system = RING_SIZE_ISO;
  if (spec.size_known)
    {
      g_autofree char *label = ring_size_format (system, spec.band.circumference, NULL);

      /* Translators: a system of ring sizes, and the size in it. */
      size = g_strdup_printf (_ ("finger size %s %s"), ring_size_system_name (system), label);
    }
  else
    size = g_strdup (_ ("finger size to be confirmed"));
  /* Translators: a metal, the profile of a band, its width and thickness in mm, and a finger size. */
  return g_strdup_printf (_ ("%s; band %s, %s × %s mm; %s"),
                          alloy != NULL ? _ (ring_alloy_label (alloy)) : _ ("metal to be chosen"),
                          ring_profile_label (spec.band.profile), width, thickness, size);
}

static void
write_rings (Page *page)
{
  for (guint i = 0; i < ring_rings_get_n (page->drawing); i++)
    {
      const RingRecord *ring = ring_rings_get (page->drawing, i);
      g_autofree char *name = ring_rings_name (page->drawing, ring, TRUE);
      g_autofree char *text = describe_ring (ring);
      RingInscription it;

      write_row (page, name, text);
      if (ring_inscription_init (&it, ring_inscription_find (page->drawing, ring_record_get_id (ring))))
        {
          g_autofree char *words = g_strdup_printf ("“%s”", it.text);

          write_row (page, _ ("Inscription"), words);
        }
    }
}

/* Nothing but what may be printed of it; and not the stones that were only looked at. */
static void
write_stones (Page *page)
{
  for (guint i = 0; i < ring_drawing_get_n_records (page->drawing); i++)
    {
      const RingRecord *stone = ring_drawing_get_record (page->drawing, i);
      g_autofree char *text = NULL;

      if (!g_str_equal (ring_record_get_kind (stone), RING_RECORD_STONE)
          || !ring_estimate_has_stone (page->drawing, stone))
        continue;
      text = ring_provenance_join (stone, page->now_ms, "; ");
      write_row (page, _ ("Stone"), text);
    }
}

static void
write_settings (Page *page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ring_drawing_get_n_records (page->drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (page->drawing, i);
      RingSettingKind kind;
      RingGemLayout layout;

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_SETTING)
          && ring_setting_kind_from_id (ring_record_get (record, "kind"), &kind))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", ring_setting_kind_label (kind));
      if (ring_gem_layout_init (&layout, record, page->drawing))
        {
          g_autofree char *mm = ring_number_format (layout.layout.length, 2);
          RingSpec spec;
          RingLaid laid;

          ring_spec_init (&spec, ring_drawing_find_ring (page->drawing, layout.ring));
          ring_gem_layout_lay (&layout, &spec.band, 0, &laid);
          /* Translators: a kind of layout of small stones, how many, what they are, and their size. */
          g_string_append_printf (text, _ ("%s%s of %u small stones (%s), %s mm"),
                                  text->len > 0 ? "; " : "", ring_layout_kind_label (layout.layout.kind),
                                  laid.places->len, _ (layout.species->label), mm);
          ring_laid_clear (&laid);
          ring_gem_layout_clear (&layout);
        }
    }
  write_row (page, _ ("Setting"), text->str);
}

/* -------------------------------------------------------------------- the price */

static void
write_price (Page *page)
{
  double tax = ring_estimate_get_term (page->drawing, NULL, "tax");
  const char *currency = commission_get (page, "currency");
  const char *until = estimate_get (page, "until");
  gint64 amount = 0;
  g_autofree char *price = NULL;
  g_autofree char *percent = ring_number_format (tax, 2);
  g_autofree char *with_tax = NULL;

  ring_money_parse (commission_get (page, "quote"), currency, &amount);
  price = ring_money_format_with (amount, currency);
  page->y += 2;
  draw_line (page);
  write_text (page, _ ("Price"), MARGIN, page->y + 2.4, LABELS, 9.5, FALSE, GREY);
  page->y += write_text (page, price, MARGIN + LABELS, page->y,
                                page->width - 2 * MARGIN - LABELS, 18, TRUE, INK)
             + 1.5;
  if (tax > 0)
    /* Translators: a number of per cent. */
    with_tax = g_strdup_printf (_ ("tax of %s %% is included"), percent);
  write_row (page, "", with_tax);
  if (ring_money_parse (commission_get (page, "deposit"), currency, &amount) && amount > 0)
    {
      g_autofree char *deposit = ring_money_format_with (amount, currency);

      write_row (page, _ ("Deposit"), deposit);
    }
  if (until != NULL)
    {
      g_autofree char *day = ring_day_write (until);

      write_row (page, _ ("Valid until"), day);
    }
}

/* Only what is reckoned to the end: a price that is half known is none. */
static void
write_alternatives (Page *page)
{
  g_autoptr (GPtrArray) list = ring_estimate_alternatives (page->drawing);

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (RingEstimate) e
          = ring_estimate_new (page->drawing, NULL, g_ptr_array_index (list, i), page->now_ms);
      g_autofree char *total = ring_estimate_format_total (e);
      g_autofree char *text = g_strdup_printf ("%s: %s", e->title, total);

      if (ring_estimate_is_complete (e))
        write_row (page, _ ("Or instead"), text);
    }
}

static void
write_terms (Page *page, const RingEstimate *estimate)
{
  g_autofree char *least = ring_number_format (estimate->weight.least, 1);
  g_autofree char *most = ring_number_format (estimate->weight.most, 1);
  g_autofree char *grams = estimate->weight.grams > 0
                               /* Translators: the least and the largest weight in grams. */
                               ? g_strdup_printf (_ ("%s to %s g of metal, finished; estimated"), least, most)
                               : NULL;

  page->y += 2;
  draw_line (page);
  write_row (page, _ ("Weight"), grams);
  write_row (page, _ ("What may vary"), commission_get (page, "vary"));
  if (commission_get (page, "promised") != NULL)
    {
      g_autofree char *day = ring_day_write (commission_get (page, "promised"));

      write_row (page, _ ("Promised for"), day);
    }
}

/* -------------------------------------------------------------------- the page */

/* The front view as it is drawn: without pins and notes, which are the shop's. */
static RingDrawing *
without_notes (const RingDrawing *drawing)
{
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "");

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingLayerHead head = *ring_layer_get_head (ring_view_get_layer (view, l));

          if (head.role != RING_ROLE_NOTES)
            continue;
          head.visible = FALSE;
          ring_edit_set_layer (edit, &head);
        }
    }
  return ring_drawing_ref (ring_edit_get_result (edit));
}

/* Of the window what the ring takes, paper mm: without the words in its corners, which tell the sheet's scale. */
static RingRect
crop_window (const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingRect window = ring_view_head_get_window (head);
  RingMatrix to_paper = ring_view_get_matrix (view);
  double reach;
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  reach = (ring_band_reach (&spec.band) + RIM) * head->scale;
  return ring_rect_intersect (
      window, (RingRect){ to_paper.x0 - reach, window.y0 + LABEL, to_paper.x0 + reach, to_paper.y0 + reach });
}

/* The ring through the finger, with its scale beneath. Returns what it covers. */
static RingRect
draw_picture (Page *page, double top)
{
  g_autoptr (RingDrawing) shown = without_notes (page->drawing);
  const RingView *view = ring_drawing_get_view_by_kind (shown, RING_VIEW_FRONT);
  RingRect window, place = { page->width - MARGIN, top, page->width - MARGIN, top + 40 };
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  double scale;

  if (view == NULL)
    return place;
  window = crop_window (shown, view);
  scale = fmin (MOST_HIGH / (window.y1 - window.y0), MOST_WIDE / (window.x1 - window.x0));
  place.x0 = place.x1 - scale * (window.x1 - window.x0);
  place.y1 = top + scale * (window.y1 - window.y0);
  cairo_save (page->cr);
  cairo_translate (page->cr, place.x0, top);
  cairo_scale (page->cr, scale, scale);
  cairo_translate (page->cr, -window.x0, -window.y0);
  ring_reach_clip (page->cr, window);
  ring_paint_drawing (page->cr, shown, &window, RING_PAINT_GUIDES | RING_PAINT_ITEMS);
  cairo_restore (page->cr);
  number = ring_number_format (scale * ring_view_get_head (view)->scale, 1);
  /* Translators: how many times as large as the ring its picture is. */
  text = g_strdup_printf (_ ("%s:1"), number);
  write_text (page, text, place.x0, place.y1 - 3, 20, 7, FALSE, GREY);
  return place;
}

static void
write_head (Page *page, double room)
{
  const char *client = commission_get (page, "client");
  const char *quoted = estimate_get (page, "quoted");

  page->y += write_text (page, _ ("Quote"), MARGIN, page->y, room, 24, TRUE, INK) + 4;
  if (client != NULL)
    {
      /* Translators: the name of a client. */
      g_autofree char *text = g_strdup_printf (_ ("for %s"), client);

      page->y += write_text (page, text, MARGIN, page->y, room, 13, FALSE, INK) + 2;
    }
  if (commission_get (page, "occasion") != NULL)
    page->y += write_text (page, commission_get (page, "occasion"), MARGIN, page->y, room, 10,
                                  FALSE, GREY)
               + 2;
  if (quoted != NULL)
    {
      g_autofree char *day = ring_day_write (quoted);

      write_text (page, day, MARGIN, page->y, room, 10, FALSE, GREY);
    }
}

void
ring_quote_draw (cairo_t *cr, const RingDrawing *drawing, double width, double height)
{
  Page page = { cr, drawing, width, MARGIN, 0 };
  g_autofree char *date = ring_export_get_date (drawing);
  g_autoptr (RingEstimate) estimate = NULL;
  RingRect picture;

  if (commission_get (&page, "quote") == NULL)
    return;
  /* Never the present: the page repeats. */
  ring_clock_parse (date, &page.now_ms);
  estimate = ring_estimate_new (drawing, NULL, NULL, page.now_ms);
  picture = draw_picture (&page, MARGIN);
  write_head (&page, picture.x0 - MARGIN - 4);
  page.y = fmax (page.y + 8, picture.y1 + 6);
  draw_line (&page);
  write_rings (&page);
  write_stones (&page);
  write_settings (&page);
  write_price (&page);
  write_alternatives (&page);
  write_terms (&page, estimate);
}
