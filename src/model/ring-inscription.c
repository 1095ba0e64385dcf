/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-inscription.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-ink-picture.h"
#include "ring-minimum.h"
#include "ring-number.h"

gboolean
ring_inscription_init (RingInscription *inscription, const RingRecord *record)
{
  *inscription = (RingInscription){ .id = record != NULL ? ring_record_get_id (record) : "" };
  inscription->ring = ring_record_get_or (record, "ring", "");
  inscription->text = ring_record_get_or (record, "text", "");
  if (!ring_face_from_id (ring_record_get_or (record, "face", "block"), &inscription->face))
    inscription->face = RING_FACE_BLOCK;
  inscription->height
      = ring_record_get_between (record, "height", RING_INSCRIPTION_LEAST_HEIGHT,
                                 RING_INSCRIPTION_MOST_HEIGHT, RING_INSCRIPTION_HEIGHT);
  inscription->angle = ring_record_get_between (record, "angle", -360, 360, RING_INSCRIPTION_ANGLE);
  inscription->offset = ring_record_get_between (record, "offset", -RING_INSCRIPTION_MOST_OFFSET,
                                                 RING_INSCRIPTION_MOST_OFFSET, 0);
  inscription->inner = !g_str_equal (ring_record_get_or (record, "side", "inner"), "outer");
  return record != NULL && g_str_equal (ring_record_get_kind (record), RING_RECORD_INSCRIPTION)
         && inscription->text[0] != '\0';
}

static gboolean
is_of_ring (const RingDrawing *drawing, const RingRecord *record, const char *ring_id)
{
  return g_str_equal (ring_record_get_kind (record), RING_RECORD_INSCRIPTION)
         && ring_drawing_find_ring (drawing, ring_record_get_or (record, "ring", ""))
                == ring_drawing_find_ring (drawing, ring_id);
}

const RingRecord *
ring_inscription_find (const RingDrawing *drawing, const char *ring_id)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (is_of_ring (drawing, record, ring_id))
        return record;
    }
  return NULL;
}

/* Of its middle, from the middle of the strip to the right. */
static double
middle (const RingInscription *inscription, double room)
{
  double part = inscription->angle / 360 * (inscription->inner ? 1 : -1);

  return (part - round (part)) * room;
}

RingPath *
ring_inscription_write (const RingInscription *inscription, const RingBand *band)
{
  double room = ring_views_strip_length (band, inscription->inner);
  double width;
  g_autoptr (RingPath) letters
      = ring_face_write (inscription->face, inscription->text, inscription->height, &width);
  RingMatrix matrix = { 1,
                        0,
                        0,
                        1,
                        middle (inscription, room) - width / 2,
                        inscription->offset + inscription->height / 2 };

  return ring_path_transform (letters, &matrix);
}

static gboolean
passes_edge (const RingInscription *inscription, const RingBand *band)
{
  g_autoptr (RingPath) path = ring_inscription_write (inscription, band);
  double room = ring_views_strip_length (band, inscription->inner);
  gsize n;
  const RingPoint *points = ring_path_get_points (path, &n);

  for (gsize i = 0; i < n; i++)
    if (fabs (points[i].y) > ring_band_width (band, 2 * G_PI * points[i].x / room) / 2)
      return TRUE;
  return FALSE;
}

void
ring_inscription_measure (const RingInscription *inscription,
                          const RingBand *band,
                          RingInscriptionFit *fit)
{
  g_autofree char *missing = ring_face_missing (inscription->face, inscription->text);
  g_autoptr (RingPath) letters
      = ring_face_write (inscription->face, inscription->text, inscription->height, &fit->length);

  fit->room = ring_views_strip_length (band, inscription->inner);
  fit->faults = 0;
  if (fit->length > fit->room)
    fit->faults |= RING_INSCRIPTION_TOO_LONG;
  else if (fit->length > fit->room - RING_INSCRIPTION_CLEAR)
    fit->faults |= RING_INSCRIPTION_CLOSE;
  else if (fabs (middle (inscription, fit->room)) + fit->length / 2 > fit->room / 2)
    fit->faults |= RING_INSCRIPTION_JOINT;
  if (passes_edge (inscription, band))
    fit->faults |= RING_INSCRIPTION_TOO_HIGH;
  if (fmin (band->width, band->base_width > 0 ? band->base_width : band->width)
      < RING_INSCRIPTION_LEAST_WIDTH)
    fit->faults |= RING_INSCRIPTION_NARROW;
  if (inscription->height < 5 * ring_minimum_find ("engraved-line")->mm - 1e-9)
    fit->faults |= RING_INSCRIPTION_FINE;
  if (missing != NULL)
    fit->faults |= RING_INSCRIPTION_MISSING;
}

static void
append_fault (GString *text,
              const RingInscription *inscription,
              const RingInscriptionFit *fit,
              guint fault)
{
  g_autofree char *clear = ring_number_format (RING_INSCRIPTION_CLEAR, 0);
  g_autofree char *narrow = ring_number_format (RING_INSCRIPTION_LEAST_WIDTH, 0);
  g_autofree char *line = ring_number_format (ring_minimum_find ("engraved-line")->mm, 2);
  g_autofree char *least = ring_number_format (5 * ring_minimum_find ("engraved-line")->mm, 2);
  g_autofree char *missing = ring_face_missing (inscription->face, inscription->text);

  if ((fit->faults & fault) == 0)
    return;
  g_string_append_c (text, '\n');
  switch (fault)
    {
    case RING_INSCRIPTION_TOO_LONG:
      g_string_append (text, _ ("Longer than the way round: take lower letters or fewer words."));
      break;
    case RING_INSCRIPTION_CLOSE:
      g_string_append_printf (text, _ ("Leaves less than %s mm for joint and hallmarks."), clear);
      break;
    case RING_INSCRIPTION_JOINT:
      g_string_append (text, _ ("Passes the base, where a ring is joined and sized."));
      break;
    case RING_INSCRIPTION_TOO_HIGH:
      g_string_append (text, _ ("Passes the edge of the band."));
      break;
    case RING_INSCRIPTION_NARROW:
      g_string_append_printf (
          text, _ ("Bands under %s mm have little room for clear letters (ringbuyerguide.com)."),
          narrow);
      break;
    case RING_INSCRIPTION_FINE:
      /* Translators: two lengths in mm; the second is five times the first, for an E has five
       * lines. */
      g_string_append_printf (text,
                              _ ("Too fine to be cast: lines of %s mm (%s) want letters of %s mm. "
                                 "By hand or laser only."),
                              line, ring_minimum_find ("engraved-line")->source, least);
      break;
    default:
      g_string_append_printf (text, _ ("This lettering has no “%s”."), missing);
    }
}

char *
ring_inscription_describe (const RingInscription *inscription, const RingBand *band)
{
  RingInscriptionFit fit;
  GString *text = g_string_new (NULL);
  g_autofree char *length = NULL;
  g_autofree char *room = NULL;

  ring_inscription_measure (inscription, band, &fit);
  length = ring_number_format (fit.length, 1);
  room = ring_number_format (fit.room, 1);
  /* Translators: how long an inscription is, and the way round the band there. */
  g_string_append_printf (text, _ ("%s of %s mm round"), length, room);
  for (guint fault = 1; fault <= RING_INSCRIPTION_JOINT; fault <<= 1)
    append_fault (text, inscription, &fit, fault);
  return g_string_free (text, FALSE);
}

/* -------------------------------------------------------------------- marks */

static void
mark_clear (gpointer data)
{
  ring_path_unref (((RingViewsMark *) data)->path);
}

static const RingView *
find_strip (const RingDrawing *drawing, const char *ring_id)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);

      if (head->kind == RING_VIEW_STRIP && ring_drawing_find_ring (drawing, head->ring) == ring)
        return view;
    }
  return NULL;
}

/* The inner half of the drawing, as RingViewsMark has it from here. */
static RingRect
inner_strip (const RingBand *band)
{
  double half = fmax (band->width, band->base_width) / 2;
  double gap = ring_views_strip_gap (band);
  double end = band->circumference / 2;

  return (RingRect){ -end, gap - half, end, gap + half };
}

gboolean
ring_inscription_is_on_strip (const RingDrawing *drawing, const RingViewHead *head, RingRect bounds)
{
  RingSpec spec;

  if (head->kind != RING_VIEW_STRIP)
    return FALSE;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  return ring_rect_intersects (bounds, inner_strip (&spec.band));
}

/* The way that the pen went. */
static RingPath *
trace_stroke (const RingStroke *stroke)
{
  gsize n = 0;
  const RingSample *samples
      = stroke->samples != NULL ? ring_samples_get (stroke->samples, &n, NULL) : NULL;
  g_autoptr (GArray) smooth = NULL;
  RingPath *path;

  if (samples == NULL || n == 0)
    return NULL;
  smooth = ring_ink_smooth (samples, n, stroke->style.ink.smoothing);
  path = ring_path_new ();
  for (guint i = 0; i < smooth->len; i++)
    {
      const RingSample *sample = &g_array_index (smooth, RingSample, i);

      (i == 0 ? ring_path_move_to : ring_path_line_to) (path, (RingPoint){ sample->x, sample->y });
    }
  return path;
}

/* The line of what was drawn: that of the pen and not its edges, as a graver follows it. Of a
 * stroke whose samples are not there any more the edges; NULL for what has no line. */
static RingPath *
trace_item (const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  const RingFigure *figure = ring_item_get_figure (item);
  RingPath *path = NULL;

  if (figure != NULL)
    path = ring_figure_make_path (figure);
  else if (stroke != NULL)
    {
      path = trace_stroke (stroke);
      if (path == NULL)
        path = ring_path_ref (ring_item_get_outline (item));
    }
  return path;
}

static void
add_item (GArray *marks, const RingItem *item, double gap)
{
  RingMatrix up = { 1, 0, 0, 1, 0, -gap };
  RingMatrix matrix = ring_matrix_multiply (ring_item_get_matrix (item), &up);
  g_autoptr (GPtrArray) copies = ring_item_unfold (item);
  g_autoptr (RingPath) path = NULL;
  RingViewsMark mark = { NULL, TRUE };

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    add_item (marks, g_ptr_array_index (copies, i), gap);
  if (copies != NULL)
    return;
  path = trace_item (item);
  if (path == NULL)
    return;
  mark.path = ring_path_transform (path, &matrix);
  g_array_append_val (marks, mark);
}

static void
add_drawn (GArray *marks, const RingView *strip, const RingBand *band)
{
  RingRect inner = inner_strip (band);

  for (guint i = 0; i < ring_view_get_n_layers (strip); i++)
    {
      const RingLayer *layer = ring_view_get_layer (strip, i);
      const RingLayerHead *head = ring_layer_get_head (layer);
      RingSequenceIter iter;
      const RingItem *item;

      if (!head->visible || head->role == RING_ROLE_UNDERLAY || head->role == RING_ROLE_NOTES)
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &inner);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        add_item (marks, item, ring_views_strip_gap (band));
    }
}

GArray *
ring_inscription_list_marks (const RingDrawing *drawing, const RingViewHead *head)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (RingViewsMark));
  const RingView *strip = find_strip (drawing, head->ring);
  RingSpec spec;

  g_array_set_clear_func (marks, mark_clear);
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      RingInscription inscription;
      RingViewsMark mark;

      if (!ring_inscription_init (&inscription, record)
          || !is_of_ring (drawing, record, head->ring))
        continue;
      mark
          = (RingViewsMark){ ring_inscription_write (&inscription, &spec.band), inscription.inner };
      g_array_append_val (marks, mark);
    }
  if (strip != NULL && head->kind != RING_VIEW_STRIP)
    add_drawn (marks, strip, &spec.band);
  return marks;
}
