/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-error.h"
#include "ring-gem-paint.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-stream.h"

#define POINTS_PER_MM (72 / 25.4)
#define MARGIN 12.0
#define TOP 26.0
#define COLUMNS 6

#define PAPER 0xfdfcf8ff
#define INK 0x26282cff
#define GREY 0x6b6f76ff
#define RULE 0xd8d4caff

#define LARGE 30.0   /* drawn length of the large view, mm of paper */
#define PROFILE 23.0 /* of the profiles, which are no higher than this: */
#define PROFILE_HEIGHT 14.5

static const double small_sizes[] = { 10, 6.5, 3 };

static const RingSpecies *
species_of (RingCut cut, const RingSpecies *species)
{
  if (species != NULL)
    return species;
  if (cut == RING_CUT_CABOCHON)
    return ring_species_find ("ruby");
  return ring_species_find (cut == RING_CUT_SUGARLOAF ? "emerald" : "diamond");
}

/* The stone with its longer side DRAWN mm long on the paper, its middle at (X, Y). */
static void
draw_gem (cairo_t *cr,
          RingCut cut,
          const RingSpecies *species,
          RingGemView view,
          RingGemStyle style,
          double drawn,
          RingPoint at)
{
  RingGemLook look;
  double width = 6.5;
  double length = width * ring_cut_usual_ratio (cut);

  ring_gem_look_init (&look, cut, length, width, view);
  look.species = species;
  look.style = style;
  look.scale = drawn / MAX (length, width);
  if (view != RING_GEM_TOP)
    {
      look.scale = MIN (drawn / length, PROFILE_HEIGHT / look.depth);
      /* The middle of the depth, not the girdle. */
      at.y += (ring_cut_crown_part (cut) - 0.5) * look.depth * look.scale;
    }
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  ring_gem_paint (cr, &look);
  cairo_restore (cr);
}

/* Facets that a cutter would count: not the flats of a girdle. */
static guint
count_facets (RingCut cut)
{
  g_autoptr (RingSolid) solid
      = ring_cut_solid (cut, ring_cut_usual_ratio (cut), 1, ring_cut_usual_depth (cut));
  guint n = 0;

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      RingFacetKind kind = ring_solid_get_facet (solid, i)->kind;

      n += kind != RING_FACET_GIRDLE && kind != RING_FACET_DOME;
    }
  return ring_cut_family (cut) == RING_CUT_SMOOTH ? 0 : n;
}

static char *
percent (double part)
{
  return ring_number_format (part * 100, 1);
}

static void
write_facts (cairo_t *cr, RingCut cut)
{
  RingCutProportions p = ring_cut_usual_proportions (cut);
  g_autofree char *ratio = ring_number_format (ring_cut_usual_ratio (cut), 2);
  g_autofree char *table = percent (p.table);
  g_autofree char *crown = percent (p.crown);
  g_autofree char *depth = percent (ring_cut_usual_depth (cut));
  g_autofree char *text
      = p.table > 0 ? g_strdup_printf (_ ("L:W %s · table %s %% · crown %s %% · depth %s %%"),
                                       ratio, table, crown, depth)
                    : g_strdup_printf (_ ("L:W %s · depth %s %%"), ratio, depth);

  ring_label_write (cr, text, 0, 59, 2.5, INK, RING_LABEL_START);
  ring_label_write (cr,
         ring_cut_is_exact (cut) ? _ ("Lit: refraction followed exactly")
                                 : _ ("Lit: line and tone, not refraction"),
         0, 63, 2.5, GREY, RING_LABEL_START);
}

static void
write_weight (cairo_t *cr, RingCut cut, const RingSpecies *species)
{
  double ratio = ring_cut_usual_ratio (cut);
  RingCarat carat;
  double length, width;

  if (!ring_carat_size (cut, species, 1, ratio, &length, &width, NULL))
    return;
  if (ring_carat_estimate (cut, species, length, width, width * ring_cut_usual_depth (cut), 1,
                           &carat, NULL))
    {
      g_autofree char *l = ring_number_format (length, 1);
      g_autofree char *w = ring_number_format (width, 1);
      g_autofree char *error = ring_number_format (carat.error * 100, 0);
      g_autofree char *text
          = g_strdup_printf (_ ("%s of 1 ct: %s × %s mm, ±%s %%"), _ (species->label), l, w, error);

      ring_label_write (cr, text, 0, 67, 2.5, GREY, RING_LABEL_START);
      ring_carat_clear (&carat);
    }
}

void
ring_gem_sheet_draw_cell (cairo_t *cr, RingCut cut, const RingSpecies *asked)
{
  const RingSpecies *species = species_of (cut, asked);
  guint facets = count_facets (cut);
  g_autofree char *count
      = facets > 0 ? g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u facet", "%u facets", facets), facets)
                   : g_strdup (_ ("smooth"));
  g_autofree char *right
      = g_strdup_printf ("%s · %s", ring_cut_family_label (ring_cut_family (cut)), count);

  ring_label_write (cr, ring_cut_label (cut), 0, 4, 4, INK, RING_LABEL_START);
  ring_label_write (cr, right, RING_GEM_CELL_WIDTH - 5, 4, 2.5, GREY, RING_LABEL_END);
  for (guint style = RING_GEM_LINE; style <= RING_GEM_LIT; style++)
    {
      double x = style == RING_GEM_LINE ? 1 : 33;
      double y = style == RING_GEM_LINE ? 14.5 : 31.5;

      draw_gem (cr, cut, species, RING_GEM_TOP, style, LARGE, (RingPoint){ x + 15, 22.5 });
      draw_gem (cr, cut, species, RING_GEM_SIDE, style, PROFILE, (RingPoint){ 78, y });
      for (guint i = 0; i < G_N_ELEMENTS (small_sizes); i++)
        {
          x += small_sizes[i] / 2;
          draw_gem (cr, cut, species, RING_GEM_TOP, style, small_sizes[i],
                    (RingPoint){ x, 46 + 2 });
          x += small_sizes[i] / 2 + 2.5;
        }
    }
  write_facts (cr, cut);
  write_weight (cr, cut, species);
}

static void
draw_rules (cairo_t *cr)
{
  ring_paint_set_colour (cr, RULE);
  cairo_set_line_width (cr, 0.18);
  for (guint row = 0; row < (RING_N_CUTS + COLUMNS - 1) / COLUMNS; row++)
    {
      double y = TOP + row * RING_GEM_CELL_HEIGHT - 3.5;

      cairo_move_to (cr, MARGIN, y);
      cairo_line_to (cr, RING_GEM_SHEET_WIDTH - MARGIN, y);
      cairo_stroke (cr);
    }
}

void
ring_gem_sheet_draw (cairo_t *cr, const RingSpecies *species)
{
  ring_paint_set_colour (cr, PAPER);
  cairo_paint (cr);
  ring_label_write (cr, _ ("Gem cuts"), MARGIN, 15, 8, INK, RING_LABEL_START);
  ring_label_write (
      cr,
      _ ("From above at 30, 10, 6.5 and 3 mm drawn length, in lines and lit from the upper left; "
         "profiles along the length. Usual proportions, as parts of the width."),
      RING_GEM_SHEET_WIDTH - MARGIN, 15, 3, GREY, RING_LABEL_END);
  draw_rules (cr);
  for (guint i = 0; i < RING_N_CUTS; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN + (i % COLUMNS) * RING_GEM_CELL_WIDTH,
                       TOP + (i / COLUMNS) * RING_GEM_CELL_HEIGHT);
      ring_gem_sheet_draw_cell (cr, (RingCut) i, species);
      cairo_restore (cr);
    }
}

static cairo_surface_t *
create_surface (RingGemSheetFormat format, double dpi, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case RING_GEM_SHEET_SVG:
      surface = cairo_svg_surface_create_for_stream (ring_stream_write_cb, bytes, RING_GEM_SHEET_WIDTH,
                                                     RING_GEM_SHEET_HEIGHT);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_MM);
      return surface;
    case RING_GEM_SHEET_PDF:
      surface = cairo_pdf_surface_create_for_stream (ring_stream_write_cb, bytes,
                                                     RING_GEM_SHEET_WIDTH * POINTS_PER_MM,
                                                     RING_GEM_SHEET_HEIGHT * POINTS_PER_MM);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Gem cuts"));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                      "Ringwright " RING_VERSION);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                      "1970-01-01T00:00:00Z");
      return surface;
    case RING_GEM_SHEET_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                         (int) lround (RING_GEM_SHEET_WIDTH / 25.4 * dpi),
                                         (int) lround (RING_GEM_SHEET_HEIGHT / 25.4 * dpi));
    }
}

GBytes *
ring_gem_sheet_make (const RingSpecies *species,
                     RingGemSheetFormat format,
                     double dpi,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (format, dpi, bytes);
  cairo_t *cr = cairo_create (surface);
  double scale = format == RING_GEM_SHEET_SVG   ? 1
                 : format == RING_GEM_SHEET_PDF ? POINTS_PER_MM
                                                : dpi / 25.4;
  cairo_status_t packed = CAIRO_STATUS_SUCCESS;
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  ring_gem_sheet_draw (cr, species);
  if (format == RING_GEM_SHEET_PNG)
    packed = cairo_surface_write_to_png_stream (surface, ring_stream_write_cb, bytes);
  status = ring_stream_end (cr, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = packed;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _ ("The gem sheet could not be painted: %s"),
               cairo_status_to_string (status));
  return NULL;
}
