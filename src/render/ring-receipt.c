/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-receipt.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-frame.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-photo-list.h"
#include "ring-photo-paint.h"
#include "ring-prose.h"
#include "ring-provenance.h"
#include "ring-recut-paint.h"
#include "ring-stone-plan.h"
#include "ring-take-in.h"

/* Paper mm. */
#define MARGIN RING_FRAME_LEFT
#define NAMES 30.0   /* the column of what a line is about */
#define PICTURES 62.0 /* the column of photos and plans */
#define GUTTER 8.0
#define SIGNING 34.0 /* for the signatures, over the foot */
#define PHOTO_HEIGHT 46.0
#define PLAN_HEIGHT 40.0
#define LEGEND_HEIGHT 6.0 /* what the colours of its marks say */
#define RECUT_HEIGHT 22.0

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define RULE 0xc9c4baff

/* What is small enough is written at the size of choice; a page that holds too much, smaller. */
#define LEAST_SIZE 0.55

typedef struct
{
  cairo_t *cr;
  const RingDrawing *drawing;
  const RingExportOptions *options;
  const RingRecord *record, *stone; /* STONE is NULL for metal */
  double width, height;
  double size; /* 1 is that of choice */
  gboolean draws; /* else it only measures */
  double y;
} Page;

guint
ring_receipt_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  g_autoptr (GPtrArray) list = ring_take_in_list (drawing, FALSE);

  return list->len;
}

/* ------------------------------------------------------------------------ writing */

static double
write_at (const Page *page, const char *text, double x, double y, double width, double size, gboolean bold, guint32 colour)
{
  RingProse prose = { .size = size * page->size, .bold = bold, .colour = page->draws ? colour : 0 };

  return ring_prose_write (page->cr, &prose, text, x, y, width);
}

static void
rule (const Page *page, double x0, double x1, double y)
{
  if (page->draws)
    ring_prose_rule (page->cr, x0, x1, y, 0.2, RULE);
}

static double
facts_width (const Page *page)
{
  return page->width - MARGIN - RING_FRAME_RIGHT - PICTURES - GUTTER;
}

/* TEXT NULL leaves a line to write on. */
static void
put_fact (Page *page, const char *name, const char *text)
{
  double x = MARGIN + NAMES;
  double width = facts_width (page) - NAMES;
  double height = write_at (page, name, MARGIN, page->y + 0.35, NAMES - 2, 2.8, FALSE, GREY);

  if (text != NULL)
    height = fmax (height, write_at (page, text, x, page->y, width, 3.2, FALSE, INK));
  else
    {
      height = fmax (height, 5 * page->size);
      rule (page, x, x + width, page->y + 4.4 * page->size);
    }
  page->y += height + 1.9 * page->size;
}

static void
put_fact_if (Page *page, const char *name, const char *text)
{
  if (text != NULL && text[0] != '\0')
    put_fact (page, name, text);
}

/* ----------------------------------------------------------------------- the facts */

static char *
format_amount (const Page *page, const char *name)
{
  const RingRecord *commission
      = ring_drawing_find_record (page->drawing, RING_RECORD_COMMISSION, NULL);
  const char *currency
      = ring_record_get_or (page->record, "currency", ring_record_get_or (commission, "currency", ""));
  g_autofree char *number = NULL;
  double amount;

  if (!ring_record_get_number (page->record, name, &amount))
    return NULL;
  number = ring_number_format (amount, 2);
  return g_strstrip (g_strdup_printf ("%s %s", number, currency));
}

static char *
format_grams (double grams)
{
  g_autofree char *number = ring_number_format (grams, 2);

  return g_strdup_printf (_ ("%s g"), number);
}

/* What its own words say, as far as they may stand on paper. */
static const char *
get_words (const Page *page, const char *name)
{
  const char *text = ring_record_get (page->record, name);

  return ring_take_in_may_print (page->stone, text, ring_clock_now_ms (), NULL) ? text : NULL;
}

static void
put_stone (Page *page)
{
  g_autofree char *text = ring_provenance_join (page->stone, ring_clock_now_ms (), "\n");
  double grams;

  put_fact (page, _ ("Stone"), text);
  put_fact_if (page, _ ("Comes in"), get_words (page, "description"));
  if (ring_record_get_number (page->record, "weight", &grams))
    {
      g_autofree char *weight = format_grams (grams);

      put_fact (page, _ ("Weight with setting"), weight);
    }
}

static char *
format_fineness (const Page *page)
{
  const char *tested = ring_record_get (page->record, "tested");
  g_autofree char *number = NULL;
  double fineness;

  if (!ring_record_get_number (page->record, "fineness", &fineness))
    return NULL;
  number = ring_number_format (fineness, 0);
  return tested != NULL
             /* Translators: parts in a thousand, and how that was tested. */
             ? g_strdup_printf (_ ("%s ‰, tested: %s"), number, tested)
             : g_strdup_printf (_ ("%s ‰"), number);
}

static char *
format_use (const Page *page)
{
  const char *use = ring_record_get (page->record, "use");
  g_autofree char *credit = format_amount (page, "credit");
  guint n;
  const RingStoneValue *uses = ring_take_in_uses (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (uses[i].value, use) == 0)
      return credit != NULL && g_str_equal (use, "credited")
                 ? g_strdup_printf ("%s: %s", _ (uses[i].label), credit)
                 : g_strdup (_ (uses[i].label));
  return NULL;
}

static void
put_metal (Page *page)
{
  g_autofree char *fineness = format_fineness (page);
  g_autofree char *use = format_use (page);
  g_autofree char *weight = NULL;
  double grams;

  put_fact (page, _ ("Metal"), ring_record_get (page->record, "description"));
  if (ring_record_get_number (page->record, "weight", &grams))
    weight = format_grams (grams);
  put_fact (page, _ ("Weight"), weight);
  put_fact (page, _ ("Fineness"), fineness);
  if (ring_take_in_get_fine (page->record, &grams))
    {
      g_autofree char *fine = format_grams (grams);

      put_fact (page, _ ("Fine metal in it"), fine);
    }
  put_fact (page, _ ("What becomes of it"), use);
}

static void
put_facts (Page *page)
{
  g_autofree char *day = ring_day_write (ring_record_get (page->record, "at"));
  g_autofree char *value = format_amount (page, "value");

  put_fact (page, _ ("Received on"), day);
  put_fact (page, _ ("From"), ring_record_get (page->record, "from"));
  put_fact (page, _ ("Taken in by"), ring_record_get (page->record, "by"));
  if (page->stone != NULL)
    put_stone (page);
  else
    put_metal (page);
  put_fact (page, _ ("Condition"), get_words (page, "condition"));
  put_fact (page, _ ("Agreed value"), value);
}

/* -------------------------------------------------------------------- the pictures */

static void
put_photo (const Page *page, const RingRecord *record, double x, double y, double width, double height)
{
  RingPhoto *photo = ring_record_get_photo (record);
  RingRect box = ring_photo_get_box (photo);
  double scale = fmin (width / box.x1, height / box.y1);

  if (!page->draws)
    return;
  cairo_save (page->cr);
  cairo_translate (page->cr, x, y);
  cairo_scale (page->cr, scale, scale);
  ring_photo_paint (page->cr, photo, 1);
  cairo_restore (page->cr);
}

/* The first large, with its caption; three more below. Returns where they end. */
static double
put_photos (const Page *page, double x, double y)
{
  double tall = PHOTO_HEIGHT * page->size;
  g_autoptr (GPtrArray) list
      = ring_photo_list (page->drawing, ring_record_get_id (page->stone != NULL ? page->stone : page->record));
  double each = (PICTURES - 4) / 3 * page->size;
  RingRect box;

  if (list->len == 0)
    return y;
  box = ring_photo_get_box (ring_record_get_photo (list->pdata[0]));
  put_photo (page, list->pdata[0], x, y, PICTURES, tall);
  y += box.y1 * fmin (PICTURES / box.x1, tall / box.y1) + 1.5;
  if (ring_take_in_may_print (page->stone, ring_record_get (list->pdata[0], "caption"),
                              ring_clock_now_ms (), NULL))
    y += write_at (page, ring_record_get_or (list->pdata[0], "caption", ""), x, y, PICTURES, 2.6, FALSE, GREY) + 1;
  for (guint i = 1; i < MIN (list->len, 4); i++)
    put_photo (page, list->pdata[i], x + (i - 1) * (each + 2), y, each, each);
  return list->len > 1 ? y + each + 3 : y;
}

static double
put_plan (const Page *page, RingPlotWhen when, double x, double y)
{
  gboolean marked = ring_plot_find (page->drawing, ring_record_get_id (page->stone), when) != NULL;
  double height = (PLAN_HEIGHT + (marked ? LEGEND_HEIGHT : 0)) * page->size;

  if (page->draws)
    return y + 2 + ring_stone_plan_draw (page->cr, page->drawing, page->stone, when,
                                         (RingRect){ x, y + 2, x + PICTURES, y + 2 + height });
  return y + height + 4;
}

/* What the stone is to become, over what it is, and what that costs it. */
static double
put_recut (const Page *page, double x, double y)
{
  double height = RECUT_HEIGHT * page->size;
  g_autofree char *size = NULL;
  g_autofree char *loss = NULL;
  g_autofree char *text = NULL;
  RingStoneRecut recut;

  if (!ring_stone_recut_init (&recut, page->stone, NULL))
    return y;
  y += write_at (page, _ ("To be cut anew; before is dashed"), x, y + 2, PICTURES, 2.6, TRUE, INK) + 3;
  if (page->draws)
    ring_recut_paint (page->cr, &recut, (RingRect){ x, y, x + PICTURES, y + height }, 0.15, GREY);
  y += height + 1;
  size = ring_stone_recut_format_size (&recut);
  loss = ring_stone_recut_format_loss (&recut);
  text = g_strdup_printf (_ ("Expected: %s.\n%s. The cutter decides."), size, loss);
  return y + write_at (page, text, x, y, PICTURES, 2.4, FALSE, INK) + 1;
}

static double
put_pictures (const Page *page, double y)
{
  double x = page->width - RING_FRAME_RIGHT - PICTURES;

  y = put_photos (page, x, y);
  if (page->stone == NULL)
    return y;
  y = put_plan (page, RING_PLOT_BEFORE, x, y);
  if (ring_plot_find (page->drawing, ring_record_get_id (page->stone), RING_PLOT_AFTER) != NULL)
    y = put_plan (page, RING_PLOT_AFTER, x, y + 2);
  return put_recut (page, x, y + 1);
}

/* ------------------------------------------------------------------------ the page */

static void
put_head (Page *page)
{
  const RingRecord *commission
      = ring_drawing_find_record (page->drawing, RING_RECORD_COMMISSION, NULL);
  const char *title = ring_record_get (commission, "title");

  page->y = ring_frame_get_room (page->options, page->width, page->height, TRUE).y0;
  page->y += write_at (page, page->stone != NULL ? _ ("Receipt for a stone") : _ ("Receipt for metal"),
                    MARGIN, page->y, page->width - MARGIN - RING_FRAME_RIGHT, 6.4, FALSE, INK);
  page->y += write_at (page,
                    page->stone != NULL
                        ? _ ("taken in for work on a ring, and to be handed back with it or as it is")
                        : _ ("taken in for work on a ring"),
                    MARGIN, page->y + 0.6, page->width - MARGIN - RING_FRAME_RIGHT, 3, FALSE, GREY) + 0.6;
  if (title != NULL)
    page->y += write_at (page, title, MARGIN, page->y + 0.8, page->width - MARGIN - RING_FRAME_RIGHT, 3, FALSE, GREY) + 0.8;
  page->y += 3;
  rule (page, MARGIN, page->width - RING_FRAME_RIGHT, page->y);
  page->y += 5;
}

static void
put_risk (Page *page, const char *words)
{
  write_at (page, "•", MARGIN, page->y, 4, 3, FALSE, INK);
  page->y += write_at (page, words, MARGIN + 4, page->y, page->width - MARGIN - RING_FRAME_RIGHT - 4, 3, FALSE, INK)
             + 0.9 * page->size;
}

static void
put_risks (Page *page)
{
  guint n;
  const RingStoneValue *risks = ring_take_in_risks (page->stone == NULL, &n);
  const char *own = get_words (page, "risks-text");
  double before;

  rule (page, MARGIN, page->width - RING_FRAME_RIGHT, page->y);
  page->y += 4;
  page->y += write_at (page, _ ("Risks that the client knows of and accepts"), MARGIN, page->y,
                    page->width - MARGIN - RING_FRAME_RIGHT, 3.4, TRUE, INK) + 1.6;
  before = page->y;
  for (guint i = 0; i < n; i++)
    if (ring_take_in_has_risk (page->record, risks[i].value))
      put_risk (page, _ (risks[i].words));
  if (own != NULL)
    put_risk (page, own);
  if (page->y == before)
    put_risk (page, _ ("None was named."));
}

static void
put_signature (const Page *page, const char *who, const char *name, double x, double width)
{
  double y = page->height - RING_FRAME_FOOT - 9;
  g_autofree char *text = name != NULL
                              /* Translators: who signs, and the name. */
                              ? g_strdup_printf (_ ("%s, date and signature: %s"), who, name)
                              : g_strdup_printf (_ ("%s, date and signature"), who);

  rule (page, x, x + width, y);
  write_at (page, text, x, y + 1.2, width, 2.8, FALSE, GREY);
}

static void
put_all (Page *page)
{
  double top, end;

  put_head (page);
  top = page->y;
  put_facts (page);
  end = put_pictures (page, top);
  page->y = fmax (page->y, end) + 4;
  put_risks (page);
}

void
ring_receipt_draw (cairo_t *cr,
                   const RingDrawing *drawing,
                   const RingExportOptions *options,
                   double width,
                   double height,
                   guint i)
{
  g_autoptr (GPtrArray) list = ring_take_in_list (drawing, FALSE);
  Page page = { cr, drawing, options, NULL, NULL, width, height, 1, FALSE, 0 };
  double half = (width - MARGIN - RING_FRAME_RIGHT - GUTTER) / 2;

  g_return_if_fail (i < list->len);

  /* Each is a paper of its own, whose letterhead is on it. */
  ring_frame_draw (cr, options, width, height, 0, 0);
  page.record = list->pdata[i];
  page.stone = ring_drawing_find_record (drawing, RING_RECORD_STONE,
                                         ring_record_get_or (page.record, "stone", ""));
  for (put_all (&page); page.y > height - RING_FRAME_FOOT - SIGNING && page.size > LEAST_SIZE; put_all (&page))
    page.size *= 0.93;
  page.draws = TRUE;
  put_all (&page);
  page.size = 1;
  put_signature (&page, _ ("Client"), ring_record_get (page.record, "from"), MARGIN, half);
  put_signature (&page, _ ("For the shop"), ring_record_get (page.record, "by"),
                 MARGIN + half + GUTTER, half);
}
