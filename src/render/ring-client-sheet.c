/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-client-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-alloy.h"
#include "ring-changes.h"
#include "ring-client-pictures.h"
#include "ring-clock.h"
#include "ring-day.h"
#include "ring-difference.h"
#include "ring-export.h"
#include "ring-frame.h"
#include "ring-gem.h"
#include "ring-inscription.h"
#include "ring-making.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-provenance.h"
#include "ring-revision.h"
#include "ring-sheet-code.h"
#include "ring-size.h"
#include "ring-spec.h"
#include "ring-terms.h"

/* Paper mm. */
#define PICTURES 0.54 /* of the width, for the pictures */
#define GUTTER 8.0
#define FIELD 20.0    /* the height of what is written in */
#define FIELDS_FOOT 14.0 /* of it over the foot: captions, and what was signed */
#define INITIALS 40.0
#define GAP 6.0
#define MARGIN RING_FRAME_LEFT

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define RULE 0xc9c4baff
#define WARN 0xa0342aff
#define SIGNED 0x1d2f6fff

#define LEAST_SIZE 0.5
#define MOST_SEGMENTS 20000

typedef struct
{
  cairo_t *cr;
  const RingDrawing *drawing;
  const RingRecord *sign_off; /* NULL for none */
  const RingExportOptions *options;
  double width, height;
  double size; /* of letters; 1 is that of choice */
  gboolean draws;
  double y;
  gint64 now_ms;
} Sheet;

/* ----------------------------------------------------------------- writing */

static double
write_at (const Sheet *sheet, const char *text, double x, double y, double width, double size,
       gboolean bold, guint32 colour)
{
  RingProse prose = { .size = size, .bold = bold, .colour = sheet->draws ? colour : 0 };

  return ring_prose_write (sheet->cr, &prose, text, x, y, width);
}

static void
rule (const Sheet *sheet, double x0, double x1, double y)
{
  if (sheet->draws)
    ring_prose_rule (sheet->cr, x0, x1, y, 0.2, RULE);
}

static double
facts_left (const Sheet *sheet)
{
  return MARGIN + PICTURES * (sheet->width - MARGIN - RING_FRAME_RIGHT) + GUTTER;
}

static void
put_fact (Sheet *sheet, const char *name, const char *text)
{
  double x = facts_left (sheet);
  double width = sheet->width - RING_FRAME_RIGHT - x;

  if (text == NULL || text[0] == '\0')
    return;
  sheet->y += write_at (sheet, name, x, sheet->y, width, 2.6 * sheet->size, FALSE, GREY) + 0.4;
  sheet->y += write_at (sheet, text, x, sheet->y, width, 3.3 * sheet->size, FALSE, INK) + 2.4 * sheet->size;
}

/* ------------------------------------------------------------------- facts */

static char *
format_size (const RingRecord *ring)
{
  RingSizeSystem system;
  RingSpec spec;
  g_autofree char *label = NULL;
  g_autofree char *mm = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wide = NULL;
  double gauge;

  ring_spec_init (&spec, ring);
  if (!spec.size_known)
    return g_strdup (_("to be confirmed"));
  mm = ring_number_format (spec.band.circumference, 1);
  if (!ring_size_system_from_id (ring_record_get_or (ring, "size-system", "iso"), &system))
    system = RING_SIZE_ISO;
  label = ring_size_format (system, spec.band.circumference, NULL);
  /* Translators: a ring size in a country's system, and how long the finger is round. */
  text = system == RING_SIZE_ISO ? g_strdup_printf (_("%s mm round"), mm)
                                 : g_strdup_printf (_("%s %s, %s mm round"),
                                                    ring_size_system_name (system), label, mm);
  if (!ring_record_get_number (ring, "gauge", &gauge))
    return g_steal_pointer (&text);
  wide = ring_number_format (gauge, 1);
  /* Translators: a finger size, and how wide the gauge was that it was measured with. */
  return g_strdup_printf (_("%s, measured with a gauge of %s mm"), text, wide);
}

static char *
format_band (const RingSpec *spec)
{
  g_autofree char *width = ring_number_format (spec->band.width, 2);
  g_autofree char *thickness = ring_number_format (spec->band.thickness, 2);

  return g_strdup_printf (_("%s, %s × %s mm"), ring_profile_label (spec->band.profile), width, thickness);
}

static void
put_ring (Sheet *sheet, const RingRecord *ring)
{
  RingSpec spec;
  const RingAlloy *alloy;
  g_autofree char *band = NULL;
  g_autofree char *size = format_size (ring);

  ring_spec_init (&spec, ring);
  alloy = ring_alloy_find (spec.alloy);
  band = format_band (&spec);
  if (alloy != NULL)
    put_fact (sheet, _("Metal"), _(ring_alloy_label (alloy)));
  put_fact (sheet, _("Finish"), ring_record_get (ring, "finish"));
  put_fact (sheet, _("Band"), band);
  put_fact (sheet, _("Finger size"), size);
}

static void
put_stone (Sheet *sheet, const RingRecord *stone)
{
  g_autofree char *text = ring_provenance_join (stone, sheet->now_ms, "\n");

  put_fact (sheet, _("Stone"), text);
}

/* A gem of which there is no card. */
static void
put_gem (Sheet *sheet, const RingRecord *record)
{
  g_autofree char *words = NULL;
  RingGem gem;

  if (ring_record_get (record, "stone") != NULL || !ring_gem_init (&gem, record))
    return;
  words = ring_gem_choice_format (&(RingGemChoice){ gem.cut, gem.species, gem.length, gem.width });
  put_fact (sheet, _("Gem, as drawn"), words);
}

static void
put_inscription (Sheet *sheet, const RingRecord *record)
{
  RingInscription inscription;
  g_autofree char *quoted = NULL;

  if (!ring_inscription_init (&inscription, record) || inscription.text[0] == '\0')
    return;
  quoted = ring_provenance_quote (inscription.text);
  put_fact (sheet, inscription.inner ? _("Engraved inside") : _("Engraved outside"), quoted);
}

static void
put_records (Sheet *sheet)
{
  static const struct
  {
    const char *kind;
    void (*put) (Sheet *sheet, const RingRecord *record);
  } kinds[] = {
    { RING_RECORD_STONE, put_stone },
    { RING_RECORD_GEM, put_gem },
    { RING_RECORD_RING, put_ring },
    { RING_RECORD_INSCRIPTION, put_inscription },
  };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < ring_drawing_get_n_records (sheet->drawing); i++)
      if (g_str_equal (ring_record_get_kind (ring_drawing_get_record (sheet->drawing, i)), kinds[k].kind))
        kinds[k].put (sheet, ring_drawing_get_record (sheet->drawing, i));
}

/* Words that rules govern are said only where the record bears them out: the step of the wording ladder. */
static void
put_claims (Sheet *sheet)
{
  g_autofree char *words = ring_difference_say (sheet->drawing);
  g_autofree char *why = NULL;
  g_autofree char *more = NULL;

  if (words != NULL && ring_making_is_one_of_a_kind (sheet->drawing, &why) == RING_MAKING_HOLDS)
    more = g_strdup_printf ("%s, %s", words, ring_word_label (RING_WORD_ONE_OF_A_KIND));
  put_fact (sheet, _("What it may be called"), more != NULL ? more : words);
}

static char *
format_amount (const RingRecord *commission, const char *name)
{
  const char *currency = ring_record_get (commission, "currency");
  gint64 amount;

  return ring_money_parse (ring_record_get (commission, name), currency, &amount) && amount > 0
             ? ring_money_format_with (amount, currency)
             : NULL;
}

static void
put_price (Sheet *sheet, const RingRecord *commission)
{
  const RingRecord *estimate = ring_drawing_find_record (sheet->drawing, RING_RECORD_ESTIMATE, NULL);
  g_autofree char *price = format_amount (commission, "quote");
  g_autofree char *deposit = format_amount (commission, "deposit");
  g_autofree char *until = ring_day_write (ring_record_get (estimate, "until"));
  g_autoptr (GString) text = g_string_new (price);

  if (price == NULL)
    return;
  if (deposit != NULL)
    /* Translators: a part of the price that is paid at once. */
    g_string_append_printf (text, _("; deposit %s"), deposit);
  if (until != NULL)
    /* Translators: the day until which a price holds. */
    g_string_append_printf (text, _("; valid until %s"), until);
  put_fact (sheet, _("Price"), text->str);
}

static void
put_commission (Sheet *sheet)
{
  const RingRecord *commission
      = ring_drawing_find_record (sheet->drawing, RING_RECORD_COMMISSION, NULL);
  g_autofree char *promised = ring_day_write (ring_record_get (commission, "promised"));
  g_autofree char *revisions = ring_revision_format_used (sheet->drawing);

  put_fact (sheet, _("Its story"), ring_record_get (commission, "story"));
  put_claims (sheet);
  if (ring_record_get (commission, "promised") != NULL)
    put_fact (sheet, _("Promised for"), promised);
  put_price (sheet, commission);
  put_fact (sheet, _("Revisions"), revisions);
  put_fact (sheet, _("What may turn out otherwise"), ring_record_get (commission, "vary"));
  put_fact (sheet, _("Marks"), ring_record_get (commission, "marks"));
}

/* -------------------------------------------------------------------- page */

/* However long it is, it leaves room for the rest. */
static double
write_name (const Sheet *sheet, const char *text, double y, double width, double size, guint32 colour)
{
  RingProse prose = { .size = size, .colour = sheet->draws ? colour : 0, .lines = 3 };

  return ring_prose_write (sheet->cr, &prose, text, MARGIN, y, width);
}

static double
put_head (const Sheet *sheet)
{
  const RingRecord *commission
      = ring_drawing_find_record (sheet->drawing, RING_RECORD_COMMISSION, NULL);
  const RingRecord *revision = ring_revision_find_present (sheet->drawing);
  const char *title = ring_record_get (commission, "title");
  const char *client = ring_record_get (commission, "client");
  g_autofree char *last = ring_day_of (sheet->now_ms);
  g_autofree char *day = ring_day_write (last);
  g_autoptr (GString) below = g_string_new (client);
  double code = sheet->options->code != NULL ? RING_SHEET_CODE_SIDE : 0;
  double width = sheet->width - MARGIN - RING_FRAME_RIGHT - code;
  double y = ring_frame_get_room (sheet->options, sheet->width, sheet->height, TRUE).y0;

  if (revision != NULL)
    /* Translators: the name of a revision of the design. */
    g_string_append_printf (below, _("%srevision %s"), below->len > 0 ? ", " : "",
                            ring_revision_get_name (revision));
  if (sheet->sign_off == NULL)
    g_string_append_printf (below, "%s%s", below->len > 0 ? ", " : "", day);
  if (code > 0 && sheet->draws)
    ring_sheet_code_draw (sheet->cr, sheet->options->code, sheet->width - RING_FRAME_RIGHT, y - 2, code);
  y += write_name (sheet, title != NULL ? title : _("Your ring"), y, width, 6.4, INK) + 0.6;
  y += write_name (sheet, below->str, y, width, 3.2, GREY) + 3;
  rule (sheet, MARGIN, sheet->width - RING_FRAME_RIGHT, y);
  return y + 6;
}

static void
put_pictures (const Sheet *sheet, double y)
{
  RingRect box = { MARGIN, y, facts_left (sheet) - GUTTER,
                   ring_client_sheet_get_field (sheet->width, sheet->height, RING_SIGNED_NAME).y0 - 9 };

  ring_client_pictures_draw (sheet->cr, sheet->drawing, box);
}

RingRect
ring_client_sheet_get_field (double width, double height, RingSigned which)
{
  double y1 = height - RING_FRAME_FOOT - FIELDS_FOOT;
  double x0 = which == RING_SIGNED_SIZE        ? MARGIN
              : which == RING_SIGNED_ENGRAVING ? MARGIN + INITIALS + GAP
                                               : MARGIN + 2 * (INITIALS + GAP);

  return (RingRect){ x0, y1 - FIELD, which == RING_SIGNED_NAME ? width - RING_FRAME_RIGHT : x0 + INITIALS, y1 };
}

static void
put_outline (const Sheet *sheet, RingRect field, const char *d)
{
  g_autoptr (RingPath) path = d != NULL ? ring_path_from_svg (d, MOST_SEGMENTS, NULL) : NULL;

  if (path == NULL || !sheet->draws)
    return;
  cairo_save (sheet->cr);
  cairo_rectangle (sheet->cr, field.x0 - 2, field.y0 - 2, field.x1 - field.x0 + 4, field.y1 - field.y0 + 4);
  cairo_clip (sheet->cr);
  cairo_translate (sheet->cr, field.x0, field.y0);
  ring_paint_path (sheet->cr, path);
  ring_paint_set_colour (sheet->cr, SIGNED);
  cairo_fill (sheet->cr);
  cairo_restore (sheet->cr);
}

/* A name that was typed is told from a signature. */
static void
put_typed (const Sheet *sheet, RingRect field)
{
  const char *name = ring_record_get (sheet->sign_off, "typed");
  g_autofree char *text = name != NULL ? g_strdup_printf (_("%s (typed)"), name) : NULL;

  if (text != NULL)
    write_at (sheet, text, field.x0 + 2, field.y1 - 8, field.x1 - field.x0 - 4, 4.6, FALSE, SIGNED);
}

static void
put_field (const Sheet *sheet, RingSigned which, const char *about, const char *caption)
{
  RingRect field = ring_client_sheet_get_field (sheet->width, sheet->height, which);
  double width = field.x1 - field.x0;
  Sheet measure = *sheet;

  measure.draws = FALSE;
  write_at (sheet, about, field.x0, field.y0 - 1 - write_at (&measure, about, 0, 0, width, 2.6, FALSE, INK),
         width, 2.6, FALSE, INK);
  rule (sheet, field.x0, field.x1, field.y1);
  write_at (sheet, caption, field.x0, field.y1 + 0.8, width, 2.4, FALSE, GREY);
  if (sheet->sign_off != NULL)
    put_outline (sheet, field, ring_record_get (sheet->sign_off, ring_signed_field (which)));
  if (sheet->sign_off != NULL && which == RING_SIGNED_NAME)
    put_typed (sheet, field);
}

static void
put_fields (const Sheet *sheet)
{
  g_autofree char *size = format_size (ring_drawing_find_ring (sheet->drawing, NULL));
  const char *text
      = ring_record_get_or (ring_inscription_find (sheet->drawing, NULL), "text", _("none"));
  g_autofree char *size_text = g_strdup_printf (_("Finger size: %s"), size);
  g_autofree char *engraving = g_strdup_printf (_("Engraving: %s"), text);
  g_autofree char *day = sheet->sign_off != NULL ? ring_day_write_moment (ring_record_get_or (sheet->sign_off, "at", "–")) : NULL;
  g_autofree char *caption = day != NULL ? g_strdup_printf (_("signed on %s"), day)
                                         : g_strdup (_("date and signature"));

  put_field (sheet, RING_SIGNED_SIZE, size_text, _("initials"));
  put_field (sheet, RING_SIGNED_ENGRAVING, engraving, _("initials"));
  put_field (sheet, RING_SIGNED_NAME,
             ring_terms_count (sheet->options, sheet->width, sheet->height) > 0
                 ? _("I have seen this drawing and order the ring so, on the terms of the next page.")
                 : _("I have seen this drawing and order the ring so."),
             caption);
}

/* Which drawing it was, and what has become of it since. */
static void
put_signed (const Sheet *sheet)
{
  const RingRecord *revision = ring_revision_find (
      sheet->drawing, ring_record_get_or (sheet->sign_off, "revision", ""));
  g_autoptr (GPtrArray) changes = ring_sign_off_changes (sheet->drawing, sheet->sign_off);
  g_autofree char *joined = ring_changes_join (changes);
  g_autofree char *digits = ring_sign_off_format_digest (sheet->sign_off);
  g_autofree char *line
      = g_strdup_printf (_("Signed: revision %s, digest %s"),
                         revision != NULL ? ring_revision_get_name (revision) : "–", digits);
  double y = sheet->height - RING_FRAME_FOOT - FIELDS_FOOT + 5;
  double width = sheet->width - MARGIN - RING_FRAME_RIGHT;

  y += write_at (sheet, line, MARGIN, y, width, 2.4, FALSE, GREY) + 0.6;
  if (changes->len > 0)
    {
      g_autofree char *since = g_strdup_printf (_("Changed since it was signed: %s"), joined);

      write_at (sheet, since, MARGIN, y, width, 2.4, TRUE, WARN);
    }
}

static void
draw (cairo_t *cr,
      const RingDrawing *drawing,
      const RingRecord *sign_off,
      const RingExportOptions *options,
      double width,
      double height)
{
  Sheet sheet = { cr, drawing, sign_off, options, width, height, 1, FALSE, 0, 0 };
  double most = ring_client_sheet_get_field (width, height, RING_SIGNED_NAME).y0 - 9;
  g_autofree char *date = ring_export_get_date (drawing);
  double top;

  /* The last edit and not the present, so that the page repeats; but for a design that tells of none. */
  if (!ring_clock_parse (date, &sheet.now_ms) || sheet.now_ms == 0)
    sheet.now_ms = ring_clock_now_ms ();
  top = put_head (&sheet);
  for (;; sheet.size *= 0.96)
    {
      sheet.y = top;
      put_records (&sheet);
      put_commission (&sheet);
      if (sheet.y <= most || sheet.size < LEAST_SIZE)
        break;
    }
  sheet.draws = TRUE;
  sheet.y = put_head (&sheet);
  put_pictures (&sheet, top);
  put_records (&sheet);
  put_commission (&sheet);
  put_fields (&sheet);
  if (sign_off != NULL)
    put_signed (&sheet);
}

guint
ring_client_sheet_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  return 1 + ring_terms_count (options, width, height);
}

void
ring_client_sheet_draw (cairo_t *cr,
                        const RingDrawing *drawing,
                        const RingExportOptions *options,
                        double width,
                        double height,
                        guint i)
{
  guint n = ring_client_sheet_count (drawing, options, width, height);

  if (i > 0)
    {
      ring_terms_draw (cr, options, width, height, i - 1, i, n);
      return;
    }
  ring_frame_draw (cr, options, width, height, i, n);
  draw (cr, drawing, ring_sign_off_last (drawing), options, width, height);
}

void
ring_client_sheet_draw_blank (cairo_t *cr, const RingDrawing *drawing, double width, double height)
{
  RingExportOptions options;

  ring_export_options_init (&options);
  draw (cr, drawing, NULL, &options, width, height);
}
