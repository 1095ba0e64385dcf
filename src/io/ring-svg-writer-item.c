/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Items: each says what it is in our namespace, seals its picture, and shows it. */
#include "ring-svg-writer-private.h"

#include "ring-svg-attribute.h"
#include "ring-svg-node.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-stroke-usual.h"

static void
append_seal (RingSvgWriter *writer, const char *name, const char *picture, gsize length)
{
  char seal[RING_SEAL_SIZE];

  ring_seal_make (seal, picture, length);
  ring_svg_append_attribute (writer->out, name, seal);
}

/* Of what stands in the scratch string, which is empty then. */
static void
append_scratch_seal (RingSvgWriter *writer, const char *name)
{
  append_seal (writer, name, writer->scratch->str, writer->scratch->len);
  g_string_truncate (writer->scratch, 0);
}

/* The end of a tag: where ITEM is, and what other programs say of it. */
static void
append_place (RingSvgWriter *writer, const RingItem *item)
{
  if (!writer->plain && ring_item_get_group (item) != NULL)
    ring_svg_append_attribute (writer->out, "rw:group", ring_item_get_group (item));
  ring_svg_append_transform (writer->out, ring_item_get_matrix (item));
  _ring_svg_writer_append_extra (writer, ring_item_get_extra (item));
}

/* The usual curve is what a reader takes when there is none. */
static void
append_curve (RingSvgWriter *writer, const RingPressureCurve *curve, const RingPressureCurve *usual)
{
  const double handles[] = { curve->x1, curve->y1, curve->x2, curve->y2 };

  if (!ring_svg_is_same_number (curve->x1, usual->x1)
      || !ring_svg_is_same_number (curve->y1, usual->y1)
      || !ring_svg_is_same_number (curve->x2, usual->x2)
      || !ring_svg_is_same_number (curve->y2, usual->y2))
    ring_svg_append_numbers (writer->out, "rw:curve", handles, G_N_ELEMENTS (handles));
}

static void
append_symmetry (RingSvgWriter *writer, const RingSymmetry *symmetry)
{
  const double numbers[] = { symmetry->count, symmetry->mirrored, symmetry->angle,
                             symmetry->centre.x, symmetry->centre.y };

  if (!ring_symmetry_is_none (symmetry))
    ring_svg_append_numbers (writer->out, "rw:symmetry", numbers, G_N_ELEMENTS (numbers));
}

static void
append_stroke_model (RingSvgWriter *writer, const RingStroke *stroke)
{
  GString *out = writer->out;
  const RingInkStyle *ink = &stroke->style.ink;
  RingInstrument instrument = stroke->style.instrument;
  RingPressureCurve usual_curve = ring_usual_curve (instrument);

  if (instrument != RING_USUAL_INSTRUMENT)
    ring_svg_append_attribute (out, "rw:instrument", ring_instrument_get_info (instrument)->name);
  ring_svg_append_number (out, "rw:width", ink->width);
  if (!ring_svg_is_same_number (ink->min_ratio, ring_usual_min_ratio (instrument)))
    ring_svg_append_number (out, "rw:min", ink->min_ratio);
  append_curve (writer, &ink->curve, &usual_curve);
  if (ink->smoothing != RING_USUAL_SMOOTHING)
    ring_svg_append_attribute (out, "rw:smoothing", ring_smoothing_get_name (ink->smoothing));
  if (!ring_svg_is_same_number (stroke->fit, RING_USUAL_FIT))
    ring_svg_append_number (out, "rw:fit", stroke->fit);
  if (stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    ring_svg_append_number (out, "rw:grain", ring_svg_get_grain (stroke, 0).size);
  append_symmetry (writer, &stroke->symmetry);
  if (stroke->samples != NULL)
    {
      g_string_append (out, " rw:samples=\"");
      ring_svg_append_value (out, ring_samples_get_text (stroke->samples));
      g_string_append_printf (out, "\" rw:t0=\"%" G_GINT64_FORMAT "\"",
                              ring_samples_get_t0 (stroke->samples));
    }
}

/* A pencil's stroke is a group of its bands. */
static void
write_pencil (RingSvgWriter *writer, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  const RingInkPicture *picture = ring_item_get_picture (item);

  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    {
      g_string_append (writer->out, " rw:kind=\"stroke\"");
      append_stroke_model (writer, stroke);
      ring_svg_append_bands (writer->scratch, picture, stroke, "");
      append_scratch_seal (writer, "rw:seal");
    }
  append_place (writer, item);
  g_string_append_c (writer->out, '>');
  ring_svg_append_bands (writer->out, picture, stroke, "\n  ");
  append_line (writer, "");
  g_string_append (writer->out, "</g>");
}

static void
write_stroke (RingSvgWriter *writer, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  gsize start, length;

  if (stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    {
      write_pencil (writer, item);
      return;
    }
  g_string_append (writer->out, "<path");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    g_string_append (writer->out, " rw:kind=\"stroke\"");
  start = writer->out->len;
  ring_svg_append_stroke (writer->out, ring_item_get_outline (item), stroke->fit,
                          stroke->style.colour);
  length = writer->out->len - start;
  if (!writer->plain)
    {
      append_stroke_model (writer, stroke);
      append_seal (writer, "rw:seal", writer->out->str + start, length);
    }
  append_place (writer, item);
  g_string_append (writer->out, "/>");
}

static void
append_note_model (RingSvgWriter *writer, const RingNote *note)
{
  const double at[] = { note->at.x, note->at.y };

  ring_svg_append_numbers (writer->out, "rw:at", at, G_N_ELEMENTS (at));
  ring_svg_append_number (writer->out, "rw:size", note->size);
  ring_svg_append_attribute (writer->out, "rw:stone", note->stone);
  ring_svg_append_note (writer->scratch, note, "");
  append_scratch_seal (writer, "rw:seal");
}

static void
append_preset_model (RingSvgWriter *writer, const RingPreset *preset)
{
  ring_svg_append_attribute (writer->out, "rw:number", preset->number);
  ring_svg_append_attribute (writer->out, "rw:catalogue", preset->catalogue);
  ring_svg_append_attribute (writer->out, "rw:edition", preset->edition);
  ring_svg_append_art (writer->scratch, preset->art, "");
  append_scratch_seal (writer, "rw:seal");
  ring_svg_append_art_shape (writer->scratch, preset->art);
  append_scratch_seal (writer, "rw:shape");
}

/* Points may hold on to things; a dash stands for one that does not. */
static void
append_ends (GString *out, const RingFigure *figure)
{
  g_autoptr (GString) ends = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < figure->n_points; i++)
    {
      const char *end = ring_figure_get_end (figure, i);

      any |= end[0] != '\0';
      g_string_append_printf (ends, "%s%s", i > 0 ? " " : "", end[0] != '\0' ? end : "-");
    }
  if (any)
    ring_svg_append_attribute (out, "rw:ends", ends->str);
}

static void
append_figure_model (RingSvgWriter *writer, const RingItem *item)
{
  const RingFigure *figure = ring_item_get_figure (item);
  GString *out = writer->out;

  ring_svg_append_attribute (out, "rw:form", ring_figure_form_name (figure->form));
  ring_svg_append_numbers (out, "rw:points", (const double *) figure->points, 2 * figure->n_points);
  append_ends (out, figure);
  if (figure->text[0] != '\0')
    ring_svg_append_attribute (out, "rw:text", figure->text);
  ring_svg_append_colour (out, "rw:colour", figure->colour);
  ring_svg_append_number (out, "rw:width", figure->width);
  if (figure->style != RING_FIGURE_VISIBLE)
    ring_svg_append_attribute (out, "rw:line", ring_figure_style_name (figure->style));
  ring_svg_append_number (out, "rw:size", figure->size);
  ring_svg_append_number (out, "rw:paper", figure->paper);
  ring_svg_append_figure (writer->scratch, item, "");
  append_scratch_seal (writer, "rw:seal");
}

static void
append_fill_model (RingSvgWriter *writer, const RingArt *art)
{
  if (ring_art_get_fill (art) == NULL)
    return;
  ring_svg_append_attribute (writer->out, "rw:fill", ring_art_get_fill (art));
  ring_svg_append_attribute (writer->out, "rw:tone", ring_art_get_tone (art));
}

/* Note, preset, artwork and figure: a group with the picture inside. */
static void
write_group (RingSvgWriter *writer, const RingItem *item, const char *kind)
{
  const RingFigure *figure = ring_item_get_figure (item);
  const RingNote *note = ring_item_get_note (item);
  const RingPreset *preset = ring_item_get_preset (item);

  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    {
      ring_svg_append_attribute (writer->out, "rw:kind", kind);
      if (note != NULL)
        append_note_model (writer, note);
      if (preset != NULL)
        append_preset_model (writer, preset);
      if (figure != NULL)
        append_figure_model (writer, item);
      if (ring_item_get_kind (item) == RING_ITEM_ARTWORK)
        append_fill_model (writer, ring_item_get_art (item));
    }
  append_place (writer, item);
  g_string_append_c (writer->out, '>');
  if (note != NULL)
    ring_svg_append_note (writer->out, note, "\n  ");
  else if (figure != NULL)
    ring_svg_append_figure (writer->out, item, "\n  ");
  else
    ring_svg_append_art (writer->out, ring_item_get_art (item), "\n  ");
  append_line (writer, "");
  g_string_append (writer->out, "</g>");
}

/* What was moved, or grouped, since it came from another program stands in a group that holds the
 * move, so that its own markup stays as it was; and so does what a revision must name. */
static void
write_foreign (RingSvgWriter *writer, const RingItem *item)
{
  const char *xml = ring_item_get_xml (item, NULL);
  g_autoptr (GString) transform = g_string_new (NULL);

  ring_svg_append_transform (transform, ring_item_get_matrix (item));
  if (transform->len == 0 && (writer->plain || ring_item_get_group (item) == NULL)
      && !writer->all_named && !ring_svg_stored_is_named (writer->stored, ring_item_get_id (item)))
    {
      g_string_append (writer->out, xml);
      return;
    }
  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    g_string_append (writer->out, " rw:kind=\"group\"");
  if (!writer->plain && ring_item_get_group (item) != NULL)
    ring_svg_append_attribute (writer->out, "rw:group", ring_item_get_group (item));
  g_string_append (writer->out, transform->str);
  g_string_append_c (writer->out, '>');
  g_string_append (writer->out, xml);
  g_string_append (writer->out, "</g>");
}

/* Its pixels stand in <defs>. */
static void
write_image (RingSvgWriter *writer, const RingItem *item)
{
  const RingImage *image = ring_item_get_image (item);

  g_string_append (writer->out, "<use");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    g_string_append (writer->out, " rw:kind=\"image\"");
  g_string_append_printf (writer->out, " xmlns:xlink=\"" RING_XLINK_URI "\" xlink:href=\"#%s\"",
                          ring_photo_get_name (image->photo));
  if (!ring_svg_is_same_number (image->opacity, 1))
    ring_svg_append_number (writer->out, "opacity", image->opacity);
  append_place (writer, item);
  g_string_append (writer->out, "/>");
}

/* Items stand at the start of their lines: with a hundred thousand of them an indent weighs more
 * than it shows. */
void
_ring_svg_writer_put_item (RingSvgWriter *writer, const RingItem *item)
{
  gsize start;

  append_line (writer, "");
  start = writer->out->len;
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE: write_stroke (writer, item); break;
    case RING_ITEM_NOTE: write_group (writer, item, "note"); break;
    case RING_ITEM_PRESET: write_group (writer, item, "preset"); break;
    case RING_ITEM_ARTWORK: write_group (writer, item, "artwork"); break;
    case RING_ITEM_FOREIGN: write_foreign (writer, item); break;
    case RING_ITEM_IMAGE: write_image (writer, item); break;
    case RING_ITEM_FIGURE:
      write_group (writer, item, ring_figure_kind_name (ring_item_get_figure (item)->form));
      break;
    default: g_assert_not_reached ();
    }
  if (writer->motion != NULL)
    _ring_svg_writer_move_item (writer, item, start);
}
