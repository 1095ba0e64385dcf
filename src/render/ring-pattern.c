/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pattern.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-alloy.h"
#include "ring-inscription.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-reach.h"
#include "ring-size.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* Paper mm. */
#define MARGIN 14.0
#define FOOT 29.0    /* for the bars that prove the scale */
#define CUT 4.0      /* a cut mark, outside of the strip's ends */
#define OVERLAP 5.0  /* of two parts, to be glued */
#define HEAD 54.0    /* title and facts of a ring */
#define CAPTION 17.0 /* over a strip */
#define MEASURE 13.0 /* under it */

#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define THIN 0.08

/* The lines of a pattern are cut along: dark and fine. */
static const struct
{
  double width;
  int n_dashes;
  double dashes[4];
} pens[] = {
  [RING_LINE_EDGE] = { 0.12, 0, { 0 } },
  [RING_LINE_FINE] = { THIN, 0, { 0 } },
  [RING_LINE_HIDDEN] = { THIN, 2, { 0.6, 0.35 } },
  [RING_LINE_CENTRE] = { 0.06, 4, { 4, 0.7, 0.7, 0.7 } },
  [RING_LINE_ENGRAVED] = { 0.15, 0, { 0 } },
};

/* A part of a strip, from FROM to TO of its length, on its place on the paper. */
typedef struct
{
  const char *ring;
  gboolean inner, first; /* the ring's first one brings its facts */
  guint part, n_parts;
  double from, to;
  guint page;
  double top;        /* of its caption */
  double rise, fall; /* of what is drawn over and under the strip's middle */
} Part;

static double
strip_length (const RingBand *band, gboolean inner)
{
  return inner ? band->circumference : ring_band_blank_length (band);
}

/* How far the lines reach over and under the middle. */
static void
measure_lines (const RingDrawing *drawing, Part *part)
{
  g_autoptr (GArray) lines = ring_view_pattern_lines (drawing, part->ring, part->inner);
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < lines->len; i++)
    bounds = ring_rect_union (bounds,
                              ring_path_get_bounds (g_array_index (lines, RingViewLine, i).path));
  part->rise = fmax (2, -bounds.y0);
  part->fall = fmax (2, bounds.y1);
}

/* Takes its place under the one before, or on a new page. */
static void
place (GArray *parts, Part *part, double height)
{
  const Part *last = parts->len > 0 ? &g_array_index (parts, Part, parts->len - 1) : NULL;
  double high = CAPTION + part->rise + part->fall + MEASURE;

  part->page = last != NULL ? last->page : 0;
  part->top = last != NULL ? last->top + CAPTION + last->rise + last->fall + MEASURE : MARGIN;
  if (last != NULL && (part->first || part->top + high > height - FOOT))
    {
      part->page++;
      part->top = MARGIN;
    }
  if (part->first)
    part->top += HEAD;
  g_array_append_val (parts, *part);
}

static void
add_strip (GArray *parts,
           const RingDrawing *drawing,
           const RingRecord *ring,
           gboolean inner,
           double width,
           double height)
{
  Part part = { .ring = ring != NULL ? ring_record_get_id (ring) : "", .inner = inner };
  double room = fmax (20, width - 2 * (MARGIN + CUT));
  double length, step;
  RingSpec spec;

  ring_spec_init (&spec, ring);
  length = strip_length (&spec.band, inner);
  part.n_parts = length <= room ? 1 : (guint) ceil ((length - OVERLAP) / (room - OVERLAP));
  step = (length - OVERLAP) / part.n_parts;
  measure_lines (drawing, &part);
  for (part.part = 0; part.part < part.n_parts; part.part++)
    {
      part.from = part.part == 0 ? -length / 2 : -length / 2 + part.part * step;
      part.to = part.part + 1 == part.n_parts ? length / 2 : part.from + step + OVERLAP;
      part.first = !inner && part.part == 0;
      place (parts, &part, height);
    }
}

static GArray *
make_plan (const RingDrawing *drawing, double width, double height)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (!g_str_equal (ring_record_get_kind (record), RING_RECORD_RING))
        continue;
      add_strip (parts, drawing, record, FALSE, width, height);
      add_strip (parts, drawing, record, TRUE, width, height);
    }
  if (parts->len == 0)
    {
      add_strip (parts, drawing, NULL, FALSE, width, height);
      add_strip (parts, drawing, NULL, TRUE, width, height);
    }
  return parts;
}

guint
ring_pattern_count (const RingDrawing *drawing, double width, double height)
{
  g_autoptr (GArray) parts = make_plan (drawing, width, height);

  return g_array_index (parts, Part, parts->len - 1).page + 1;
}

/* -------------------------------------------------------------------- words */

/* Smaller where it would pass ROOM. */
static void
write_within (
    cairo_t *cr, const char *text, double x, double y, double size, guint32 colour, double room)
{
  double width = ring_label_width (cr, text, size);

  ring_label_write (cr, text, x, y, width > room ? size * room / width : size, colour, RING_LABEL_START);
}

static char *
describe_size (const RingSpec *spec)
{
  g_autofree char *around = ring_number_format (spec->band.circumference, 2);
  g_autofree char *across = ring_number_format (ring_size_diameter (spec->band.circumference), 2);
  g_autofree char *label = NULL;
  RingSizeSystem system;

  if (!spec->size_known)
    /* Translators: the way round a finger and its diameter, mm. */
    return g_strdup_printf (_ ("to be confirmed; drawn at %s mm around, Ø %s mm"), around, across);
  if (!ring_size_system_from_id (spec->size_system, &system))
    system = RING_SIZE_ISO;
  label = ring_size_format (system, spec->band.circumference, NULL);
  /* Translators: a system of ring sizes, the size in it, the way round the finger and its diameter,
   * mm. */
  return g_strdup_printf (_ ("%s %s; %s mm around, Ø %s mm"), ring_size_system_name (system), label,
                          around, across);
}

static char *
describe_pair (double top, double base)
{
  g_autofree char *at_top = ring_number_format (top, 2);
  g_autofree char *at_base = ring_number_format (base, 2);

  if (base > 0 && fabs (base - top) > 1e-6)
    /* Translators: a width or thickness at the ring's top and at its base, mm. */
    return g_strdup_printf (_ ("%s mm at the top, %s mm at the base"), at_top, at_base);
  return g_strdup_printf (_ ("%s mm"), at_top);
}

/* How the length of the blank comes about. */
static char *
describe_blank (const RingBand *band)
{
  g_autofree char *blank = ring_number_format (ring_band_blank_length (band), 2);
  g_autofree char *inside = ring_number_format (band->circumference, 2);
  double mean = (ring_band_thickness (band, 0) + ring_band_thickness (band, G_PI)) / 2;
  g_autofree char *thickness = ring_number_format (mean, 2);

  if (ring_band_blank_length (band) > ring_band_bent_length (band) + 1e-9)
    /* Translators: length of the blank, inner circumference and thickness of a ring, mm. */
    return g_strdup_printf (_ ("%s mm = %s + π × %s + 0.5 for a width over 4 mm"), blank, inside,
                            thickness);
  return g_strdup_printf (_ ("%s mm = %s + π × %s"), blank, inside, thickness);
}

static char *
describe_metal (const RingSpec *spec)
{
  const RingAlloy *alloy = ring_alloy_find (spec->alloy);
  const RingBand *band = &spec->band;
  double widest = fmax (band->width, band->base_width);
  double thickest = fmax (band->thickness, band->base_thickness);
  g_autofree char *grams = NULL;

  if (alloy == NULL)
    return g_strdup (_ ("not chosen"));
  grams = ring_number_format (
      ring_band_blank_length (band) * widest * thickest * alloy->density / 1000, 2);
  /* Translators: an alloy, and what a piece of stock as large as the blank weighs. */
  return g_strdup_printf (_ ("%s; stock for the blank %s g"), _ (ring_alloy_label (alloy)), grams);
}

static char *
describe_inscription (const RingDrawing *drawing, const char *ring)
{
  RingInscription it;
  g_autofree char *height = NULL;

  if (!ring_inscription_init (&it, ring_inscription_find (drawing, ring)))
    return NULL;
  height = ring_number_format (it.height, 2);
  if (it.inner)
    /* Translators: what is engraved, the face of its letters and the height of its capitals, mm. */
    return g_strdup_printf (_ ("“%s”, %s, capitals %s mm, inside"), it.text,
                            ring_face_label (it.face), height);
  return g_strdup_printf (_ ("“%s”, %s, capitals %s mm, outside"), it.text,
                          ring_face_label (it.face), height);
}

/* Above the ring's first strip. */
static void
draw_head (cairo_t *cr, const RingDrawing *drawing, const Part *part, double width)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, part->ring);
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  double y = part->top - HEAD;
  RingSpec spec;
  const char *name = ring_record_get (ring, "label");

  ring_spec_init (&spec, ring);
  if (name == NULL)
    name = ring_record_get_or (commission, "title", ring_record_get_or (commission, "client", ""));
  write_within (cr, _ ("Pattern of the band"), MARGIN, y + 6, 6, INK, width - 2 * MARGIN);
  {
    char *facts[] = { name[0] != '\0' ? g_strdup (name) : NULL,
                      describe_size (&spec),
                      describe_blank (&spec.band),
                      describe_pair (spec.band.width, spec.band.base_width),
                      describe_pair (spec.band.thickness, spec.band.base_thickness),
                      describe_metal (&spec),
                      describe_inscription (drawing, part->ring) };
    const char *names[] = { _ ("Ring"),      _ ("Finger size"), _ ("Blank"),      _ ("Width"),
                            _ ("Thickness"), _ ("Metal"),       _ ("Inscription") };

    for (guint i = 0, row = 0; i < G_N_ELEMENTS (facts); i++)
      {
        if (facts[i] != NULL)
          {
            write_within (cr, names[i], MARGIN, y + 14.5 + 5.2 * row, 3, GREY, 26);
            write_within (cr, facts[i], MARGIN + 28, y + 14.5 + 5.2 * row, 3, INK,
                          width - 2 * MARGIN - 28);
            row++;
          }
        g_free (facts[i]);
      }
  }
}

static void
draw_caption (cairo_t *cr, const RingBand *band, const Part *part, double width)
{
  double room = width - 2 * MARGIN;
  g_autofree char *percent
      = ring_number_format (100 * ring_band_bent_length (band) / ring_band_outer_length (band), 1);
  g_autofree char *stretched
      = g_strdup_printf (_ ("Lengthwise at %s %%: bending stretches the outside to its true "
                            "length. Stones and settings are drawn "
                            "true."),
                         percent);
  g_autofree char *title
      = part->n_parts > 1
            /* Translators: a strip in several parts: which it is, and how many there are. */
            ? g_strdup_printf (part->inner ? _ ("Inside, as the finger sees it: part %u of %u")
                                           : _ ("Outside, as one looks at it: part %u of %u"),
                               part->part + 1, part->n_parts)
            : g_strdup (part->inner ? _ ("Inside, as the finger sees it")
                                    : _ ("Outside, as one looks at it"));

  write_within (cr, title, MARGIN, part->top + 3.6, 3.6, INK, room);
  write_within (
      cr,
      part->inner
          ? _ ("Not mirrored. Laid into the finished ring its ends meet: that proves the "
               "size and shows where the letters go.")
          : _ ("Glue it on the sheet this way up, cut along the frame, saw and drill, and bend "
               "it with the paper outside."),
      MARGIN, part->top + 8, 2.6, GREY, room);
  if (!part->inner)
    write_within (cr, stretched, MARGIN, part->top + 11.8, 2.6, GREY, room);
}

/* -------------------------------------------------------------------- strips */

/* The strip's middle at the origin from here on. */
static void
move_to_strip (cairo_t *cr, const Part *part, double width)
{
  cairo_translate (cr, width / 2 - (part->from + part->to) / 2, part->top + CAPTION + part->rise);
}

static void
draw_lines (cairo_t *cr, const RingDrawing *drawing, const Part *part)
{
  g_autoptr (GArray) lines = ring_view_pattern_lines (drawing, part->ring, part->inner);

  ring_paint_set_colour (cr, INK);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewLine *line = &g_array_index (lines, RingViewLine, i);

      cairo_set_line_width (cr, pens[line->style].width);
      cairo_set_dash (cr, pens[line->style].dashes, pens[line->style].n_dashes, 0);
      cairo_set_line_cap (cr, line->style == RING_LINE_ENGRAVED ? CAIRO_LINE_CAP_ROUND
                                                                : CAIRO_LINE_CAP_BUTT);
      ring_paint_path (cr, line->path);
      cairo_stroke (cr);
    }
}

/* What was drawn on that half of an unrolled view. */
static void
draw_items (cairo_t *cr, const RingView *view, const RingBand *band, const Part *part)
{
  double gap = ring_views_strip_gap (band);

  cairo_save (cr);
  if (part->inner)
    cairo_translate (cr, 0, -gap);
  else
    cairo_scale (cr, ring_band_bent_length (band) / ring_band_outer_length (band), 1);
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      const RingLayerHead *head = ring_layer_get_head (layer);

      if (!head->visible || head->role == RING_ROLE_UNDERLAY || head->role == RING_ROLE_NOTES)
        continue;
      for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
        {
          const RingItem *item = ring_layer_get_item (layer, i);
          RingRect bounds = ring_item_get_bounds (item);

          /* By its middle: ink that passes from one strip to the other is no part of either. */
          if (((bounds.y0 + bounds.y1) / 2 > gap / 2) == part->inner)
            ring_paint_item (cr, item);
        }
    }
  cairo_restore (cr);
}

static void
draw_drawn (cairo_t *cr, const RingDrawing *drawing, const RingBand *band, const Part *part)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, part->ring);

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);

      if (head->kind == RING_VIEW_STRIP && ring_drawing_find_ring (drawing, head->ring) == ring)
        draw_items (cr, view, band, part);
    }
}

/* At an end, where the metal is cut; between two parts a dashed line where they are joined. */
static void
draw_ends (cairo_t *cr, const RingBand *band, const Part *part)
{
  double half = strip_length (band, part->inner) / 2;
  const double ends[] = { part->from, part->to };

  ring_paint_set_colour (cr, INK);
  cairo_set_line_width (cr, THIN);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (int i = 0; i < 2; i++)
    {
      double w = ring_band_width (band, G_PI * ends[i] / half) / 2;
      double out = i == 0 ? -1 : 1;

      cairo_set_dash (cr, pens[RING_LINE_HIDDEN].dashes, 0, 0);
      if (fabs (fabs (ends[i]) - half) < 1e-6)
        for (int side = -1; side <= 1; side += 2)
          {
            cairo_move_to (cr, ends[i], side * (w + 0.8));
            cairo_line_to (cr, ends[i], side * (w + 0.8 + CUT));
            cairo_move_to (cr, ends[i] + out * 0.8, side * w);
            cairo_line_to (cr, ends[i] + out * (0.8 + CUT), side * w);
          }
      else
        {
          cairo_set_dash (cr, pens[RING_LINE_HIDDEN].dashes, 2, 0);
          cairo_move_to (cr, ends[i], -w - 2);
          cairo_line_to (cr, ends[i], w + 2);
          cairo_move_to (cr, ends[i] - out * OVERLAP, -w - 2);
          cairo_line_to (cr, ends[i] - out * OVERLAP, w + 2);
        }
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_arrow (cairo_t *cr, double x, double y, double way)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + way * 1.8, y - 0.35);
  cairo_line_to (cr, x + way * 1.8, y + 0.35);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* How long the whole strip is, under it; and which edge is which. */
static void
draw_measure (cairo_t *cr, const RingBand *band, const Part *part)
{
  double half = strip_length (band, part->inner) / 2;
  g_autofree char *number = ring_number_format (2 * half, 2);
  g_autofree char *length = g_strdup_printf (_ ("%s mm"), number);
  double y = fmax (part->fall, ring_band_width (band, G_PI) / 2 + CUT) + 3.5;

  ring_label_write (cr, _ ("front edge"), part->from + 1, part->fall + 2.2, 2.2, GREY, RING_LABEL_START);
  if (part->from < 0 && part->to > 0)
    ring_label_write (cr, _ ("top of the ring"), 0, part->fall + 2.2, 2.2, GREY, RING_LABEL_CENTRE);
  if (part->n_parts > 1)
    return;
  ring_paint_set_colour (cr, INK);
  cairo_set_line_width (cr, THIN);
  cairo_move_to (cr, -half, y);
  cairo_line_to (cr, half, y);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, side * half, ring_band_width (band, G_PI) / 2 + 0.8 + CUT);
      cairo_line_to (cr, side * half, y + 1.2);
    }
  cairo_stroke (cr);
  draw_arrow (cr, -half, y, 1);
  draw_arrow (cr, half, y, -1);
  ring_label_write (cr, length, 0, y + 3.6, 2.8, INK, RING_LABEL_CENTRE);
}

static void
draw_part (cairo_t *cr, const RingDrawing *drawing, const Part *part, double width)
{
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, part->ring));
  if (part->first)
    draw_head (cr, drawing, part, width);
  draw_caption (cr, &spec.band, part, width);
  cairo_save (cr);
  move_to_strip (cr, part, width);
  cairo_save (cr);
  if (part->n_parts > 1)
    ring_reach_clip (
        cr, (RingRect){ part->from - 0.1, -part->rise - 1, part->to + 0.1, part->fall + 1 });
  draw_drawn (cr, drawing, &spec.band, part);
  draw_lines (cr, drawing, part);
  cairo_restore (cr);
  draw_ends (cr, &spec.band, part);
  draw_measure (cr, &spec.band, part);
  cairo_restore (cr);
}

void
ring_pattern_draw (cairo_t *cr, const RingDrawing *drawing, double width, double height, guint i)
{
  g_autoptr (GArray) parts = make_plan (drawing, width, height);

  for (guint k = 0; k < parts->len; k++)
    {
      const Part *part = &g_array_index (parts, Part, k);

      if (part->page == i)
        draw_part (cr, drawing, part, width);
    }
}
