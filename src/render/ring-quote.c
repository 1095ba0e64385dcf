/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-quote.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-estimate.h"
#include "ring-flow.h"
#include "ring-frame.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-inscription.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-provenance.h"
#include "ring-rings.h"
#include "ring-size.h"
#include "ring-spec.h"
#include "ring-terms.h"
#include "ring-view-picture.h"

/* Paper mm. */
#define LABELS 0.22 /* as ring_flow_row() has them */
#define MOST_WIDE 90.0
#define MOST_HIGH 104.0
#define INK 0x241f31ff
#define GREY 0x6a6672ff

typedef struct
{
  RingFlow flow;
  const RingDrawing *drawing;
  const RingExportOptions *options;
  gint64 now_ms;
} Page;

static void
draw_line (Page *page)
{
  ring_flow_need (&page->flow, 20);
  ring_flow_rule (&page->flow);
  page->flow.y += 4;
}

/* Returns the height of what it writes, mm; POINTS is the size of the letters. */
static double
write_text (Page *page, const char *text, double width, double points, gboolean bold, guint32 colour)
{
  return ring_flow_write (&page->flow, text, page->flow.room.x0, width, points / RING_POINTS_PER_MM, bold, colour);
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

      ring_flow_row (&page->flow, name, text);
      if (ring_inscription_init (&it, ring_inscription_find (page->drawing, ring_record_get_id (ring))))
        {
          g_autofree char *words = g_strdup_printf ("“%s”", it.text);

          ring_flow_row (&page->flow, _ ("Inscription"), words);
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
      ring_flow_row (&page->flow, _ ("Stone"), text);
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
  ring_flow_row (&page->flow, _ ("Setting"), text->str);
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
  page->flow.y += 2;
  draw_line (page);
  ring_flow_need (&page->flow, 12);
  ring_flow_write (&page->flow, price, page->flow.room.x0 + LABELS * ring_flow_width (&page->flow),
                   (1 - LABELS) * ring_flow_width (&page->flow), 18 / RING_POINTS_PER_MM, TRUE, INK);
  page->flow.y += 2.4;
  page->flow.y += write_text (page, _ ("Price"), LABELS * ring_flow_width (&page->flow), 8.5, FALSE, GREY) + 3;
  if (tax > 0)
    /* Translators: a number of per cent. */
    with_tax = g_strdup_printf (_ ("tax of %s %% is included"), percent);
  ring_flow_row (&page->flow, "", with_tax);
  if (ring_money_parse (commission_get (page, "deposit"), currency, &amount) && amount > 0)
    {
      g_autofree char *deposit = ring_money_format_with (amount, currency);

      ring_flow_row (&page->flow, _ ("Deposit"), deposit);
    }
  if (until != NULL)
    {
      g_autofree char *day = ring_day_write (until);

      ring_flow_row (&page->flow, _ ("Valid until"), day);
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
        ring_flow_row (&page->flow, _ ("Or instead"), text);
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

  page->flow.y += 2;
  draw_line (page);
  ring_flow_row (&page->flow, _ ("Weight"), grams);
  ring_flow_row (&page->flow, _ ("What may vary"), commission_get (page, "vary"));
  if (commission_get (page, "promised") != NULL)
    {
      g_autofree char *day = ring_day_write (commission_get (page, "promised"));

      ring_flow_row (&page->flow, _ ("Promised for"), day);
    }
}

/* -------------------------------------------------------------------- the page */

/* The ring through the finger, with its scale beneath. Returns what it covers. */
static RingRect
draw_picture (Page *page)
{
  RingRect room = page->flow.room;
  RingRect place = { room.x1, room.y0, room.x1, room.y0 + 40 };
  const RingView *view
      = ring_view_picture_find (page->drawing, ring_rings_get (page->drawing, 0), RING_VIEW_FRONT);
  RingProse prose = { .size = 2.4, .colour = ring_flow_draws (&page->flow) ? GREY : 0 };
  RingViewPicture picture;
  g_autofree char *text = NULL;

  if (view == NULL)
    return place;
  picture.crop = ring_view_picture_crop (page->drawing, view);
  picture.notes = FALSE;
  picture.scale = fmin (MOST_HIGH / (picture.crop.y1 - picture.crop.y0), MOST_WIDE / (picture.crop.x1 - picture.crop.x0));
  /* A scale that can be said. */
  picture.scale = picture.scale >= 1 ? floor (2 * picture.scale) / 2 : picture.scale;
  place.x0 = place.x1 - picture.scale * (picture.crop.x1 - picture.crop.x0);
  place.y1 = place.y0 + picture.scale * (picture.crop.y1 - picture.crop.y0);
  if (ring_flow_draws (&page->flow))
    ring_view_picture_draw (page->flow.cr, page->drawing, view, &picture, place.x0, place.y0);
  text = ring_number_format_scale (picture.scale);
  ring_prose_write (page->flow.cr, &prose, text, place.x0, place.y1 - 2, 20);
  return place;
}

static void
write_title (Page *page, const char *text, double room, double points, guint32 colour)
{
  ring_flow_title (&page->flow, text, room, points / RING_POINTS_PER_MM, colour);
  page->flow.y += 1.6;
}

static void
write_head (Page *page, double room)
{
  const char *client = commission_get (page, "client");
  const char *quoted = estimate_get (page, "quoted");

  write_title (page, _ ("Quote"), room, 22, INK);
  if (client != NULL)
    {
      /* Translators: the name of a client. */
      g_autofree char *text = g_strdup_printf (_ ("for %s"), client);

      write_title (page, text, room, 13, INK);
    }
  if (commission_get (page, "occasion") != NULL)
    write_title (page, commission_get (page, "occasion"), room, 10, GREY);
  if (quoted != NULL)
    {
      g_autofree char *day = ring_day_write (quoted);

      write_title (page, day, room, 10, GREY);
    }
}

static void
put_all (Page *page)
{
  g_autoptr (RingEstimate) estimate = ring_estimate_new (page->drawing, NULL, NULL, page->now_ms);
  RingRect picture = draw_picture (page);

  write_head (page, picture.x0 - page->flow.room.x0 - 4);
  page->flow.y = fmax (page->flow.y + 8, picture.y1 + 6);
  draw_line (page);
  write_rings (page);
  write_stones (page);
  write_settings (page);
  write_price (page);
  write_alternatives (page);
  write_terms (page, estimate);
}

static void
page_init (Page *page,
           cairo_t *cr,
           const RingDrawing *drawing,
           const RingExportOptions *options,
           double width,
           double height,
           guint wanted)
{
  g_autofree char *date = ring_export_get_date (drawing);

  *page = (Page){ .drawing = drawing, .options = options };
  ring_flow_init (&page->flow, cr, ring_frame_get_room (options, width, height, TRUE),
                  ring_frame_get_room (options, width, height, FALSE), wanted);
  /* Never the present: the page repeats. */
  ring_clock_parse (date, &page->now_ms);
}

static guint
count_own (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  cairo_t *cr;
  Page page;

  if (ring_record_get (ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL), "quote") == NULL)
    return 0;
  cr = ring_prose_new_context ();
  page_init (&page, cr, drawing, options, width, height, RING_FLOW_NONE);
  put_all (&page);
  cairo_destroy (cr);
  return page.flow.page + 1;
}

guint
ring_quote_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  guint n = count_own (drawing, options, width, height);

  return n > 0 ? n + ring_terms_count (options, width, height) : 0;
}

void
ring_quote_draw (cairo_t *cr,
                 const RingDrawing *drawing,
                 const RingExportOptions *options,
                 double width,
                 double height,
                 guint i)
{
  guint own = count_own (drawing, options, width, height);
  guint n;
  Page page;

  if (own == 0)
    return;
  n = own + ring_terms_count (options, width, height);
  if (i >= own)
    {
      ring_terms_draw (cr, options, width, height, i - own, i, n);
      return;
    }
  ring_frame_draw (cr, options, width, height, i, n);
  page_init (&page, cr, drawing, options, width, height, i);
  put_all (&page);
}
