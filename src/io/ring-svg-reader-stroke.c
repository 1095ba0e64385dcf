/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strokes from paths: samples, style and outline, or the picture alone. */
#include "ring-svg-reader-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-svg-art.h"
#include "ring-svg-move.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-stroke-usual.h"
#include "ring-svg-style.h"
#include "ring-number.h"

/* Four handles between 0 and 1; anything else is the usual curve. */
static RingPressureCurve
read_curve (const char *text, RingPressureCurve usual)
{
  g_auto (GStrv) words = NULL;
  double handles[4];

  if (text == NULL)
    return usual;
  words = g_strsplit (text, " ", 5);
  if (g_strv_length (words) != G_N_ELEMENTS (handles))
    return usual;
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    if (!ring_number_parse (words[i], &handles[i]))
      return usual;
  return ring_pressure_curve_clean (
      (RingPressureCurve){ handles[0], handles[1], handles[2], handles[3] });
}

/* Turns, mirrored, angle, centre; anything else is none. */
static RingSymmetry
read_symmetry (const char *text)
{
  g_auto (GStrv) words = NULL;
  RingSymmetry symmetry = { 0 };
  double numbers[5];

  if (text == NULL)
    return symmetry;
  words = g_strsplit (text, " ", 6);
  if (g_strv_length (words) != G_N_ELEMENTS (numbers))
    return symmetry;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!ring_number_parse (words[i], &numbers[i]))
      return symmetry;
  if (!(numbers[0] >= 1 && numbers[0] <= RING_SYMMETRY_MOST))
    return symmetry;
  symmetry = (RingSymmetry){ (guint) numbers[0], numbers[1] == 1, numbers[2],
                             { numbers[3], numbers[4] } };
  return ring_symmetry_clean (&symmetry);
}

void
_ring_item_reader_read_stroke (const RingSvgNode *node, RingStroke *stroke)
{
  const char *samples = get_rw (node, "samples");
  const char *t0 = get_rw (node, "t0");

  memset (stroke, 0, sizeof *stroke);
  if (!ring_instrument_from_name (get_rw (node, "instrument"), &stroke->style.instrument))
    stroke->style.instrument = RING_USUAL_INSTRUMENT;
  stroke->style.ink.width = _ring_item_reader_get_number (node, "width", 1e-4, 1e3, 0.15);
  stroke->style.ink.min_ratio = _ring_item_reader_get_number (
      node, "min", 0, 1, ring_usual_min_ratio (stroke->style.instrument));
  stroke->style.ink.curve
      = read_curve (get_rw (node, "curve"), ring_usual_curve (stroke->style.instrument));
  if (!ring_smoothing_from_name (get_rw (node, "smoothing"), &stroke->style.ink.smoothing))
    stroke->style.ink.smoothing = RING_USUAL_SMOOTHING;
  stroke->style.ink.tilt = ring_instrument_get_info (stroke->style.instrument)->ink.tilt;
  if (stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    stroke->style.grain = _ring_item_reader_get_number (node, "grain", 1e-4, 1e3, 1);
  stroke->fit = _ring_item_reader_get_number (node, "fit", 1e-4, 10, RING_USUAL_FIT);
  stroke->symmetry = read_symmetry (get_rw (node, "symmetry"));
  if (samples != NULL)
    stroke->samples
        = ring_samples_new_from_text (samples, t0 != NULL ? g_ascii_strtoll (t0, NULL, 10) : 0);
}

static gboolean
stroke_fits_raw (RingItemReader *reader, const RingSvgNode *node, const char *seal)
{
  static const char *const names[] = { "d", "fill", "fill-opacity", NULL };

  if (!_ring_item_reader_has_only (node, names))
    return FALSE;
  g_string_truncate (reader->scratch, 0);
  _ring_item_reader_append_raw (reader->scratch, node, names);
  return ring_seal_fits (seal, reader->scratch->str, reader->scratch->len);
}

static gboolean
stroke_fits_canonical (RingItemReader *reader, const RingStroke *stroke, const char *seal)
{
  g_string_truncate (reader->scratch, 0);
  ring_svg_append_stroke (reader->scratch, ring_ink_picture_get_outline (stroke->picture),
                          stroke->fit, stroke->style.colour);
  return ring_seal_fits (seal, reader->scratch->str, reader->scratch->len);
}

/* A path, written and read again. NULL for an empty one. */
static RingPath *
as_in_file (const RingPath *path, double fit)
{
  g_autoptr (GString) d = g_string_new (NULL);

  ring_path_to_svg (path, ring_svg_decimals (fit), d);
  return ring_path_from_svg (d->str, 0, NULL);
}

RingInkPicture *
_ring_item_reader_remake_picture (RingItemReader *reader, const RingStroke *stroke)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_path_unref);
  g_autoptr (RingInkPicture) picture = NULL;
  gsize n;

  if (stroke->samples == NULL || reader->budget <= 0)
    return NULL;
  if (ring_samples_get (stroke->samples, &n, NULL) == NULL)
    return NULL;
  reader->budget -= (gint64) n * ring_symmetry_get_n_copies (&stroke->symmetry);
  picture = ring_stroke_dry (stroke);
  for (guint i = 0; i < ring_ink_picture_get_n_paths (picture); i++)
    {
      RingPath *path = as_in_file (ring_ink_picture_get_path (picture, i), stroke->fit);

      if (path == NULL)
        return NULL;
      g_ptr_array_add (paths, path);
    }
  return ring_ink_picture_new ((RingPath *const *) paths->pdata, paths->len);
}

/* Puts the remade outline into STROKE when the one there is an image of it. */
static gboolean
stroke_was_moved (RingItemReader *reader, RingStroke *stroke, RingMatrix *move)
{
  g_autoptr (RingInkPicture) remade = _ring_item_reader_remake_picture (reader, stroke);

  if (remade == NULL
      || !ring_move_find (ring_ink_picture_get_outline (remade),
                          ring_ink_picture_get_outline (stroke->picture), move))
    return FALSE;
  ring_ink_picture_unref (stroke->picture);
  stroke->picture = g_steal_pointer (&remade);
  return TRUE;
}

typedef enum
{
  STROKE_CHANGED,
  STROKE_SAME,
  STROKE_MOVED,
} StrokeState;

/* MOVE is what a moved outline was moved by. A stroke whose outline is still its own but whose
 * colour is not keeps its samples and takes the new colour: it is "moved" by nothing. */
static StrokeState
judge_stroke (RingItemReader *reader,
              const RingSvgNode *node,
              RingStroke *stroke,
              const RingSvgPaint *paint,
              RingMatrix *move)
{
  const char *seal = get_rw (node, "seal");

  /* A pencil's stroke is a group. */
  if (stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    return STROKE_CHANGED;
  if (seal != NULL && stroke_fits_raw (reader, node, seal))
    return STROKE_SAME;
  if (paint->other || paint->grained || paint->hidden || paint->has_stroke || paint->even_odd || !paint->has_fill)
    return STROKE_CHANGED;
  if (seal == NULL && stroke->samples == NULL)
    return STROKE_SAME;
  if (stroke_fits_canonical (reader, stroke, seal))
    return STROKE_SAME;
  return stroke_was_moved (reader, stroke, move) ? STROKE_MOVED : STROKE_CHANGED;
}

void
_ring_item_reader_take_stroke (RingItemReader *reader,
                               RingSvgNode *node,
                               const char *id,
                               const RingMatrix *own,
                               const RingMatrix *outer)
{
  const char *d = ring_svg_node_get (node, RING_NS_NONE, "d");
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;
  RingMatrix move = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  RingStroke stroke;
  StrokeState state;
  g_autoptr (RingPath) outline = ring_path_from_svg (d != NULL ? d : "", RING_SVG_MAX_SEGMENTS, &error);

  if (outline == NULL)
    {
      _ring_item_reader_refuse (reader, node, error->message);
      return;
    }
  _ring_item_reader_read_stroke (node, &stroke);
  ring_svg_paint_read (&paint, node);
  stroke.picture = ring_ink_picture_new (&outline, 1);
  stroke.style.colour = ring_svg_paint_get_fill (&paint);
  state = judge_stroke (reader, node, &stroke, &paint, &move);
  if (state != STROKE_CHANGED)
    {
      RingMatrix matrix = ring_matrix_multiply (&move, own);

      _ring_item_reader_tell_moved (reader, node, &move);
      if (state == STROKE_MOVED && ring_matrix_is_identity (&move) && get_rw (node, "seal") != NULL)
        _ring_item_reader_notice (reader, RING_NOTICE_INFO, node,
                                  _ ("Recoloured in another program."));
      _ring_item_reader_push (reader, node, ring_item_new_stroke (id, &stroke), &matrix, outer);
    }
  else
    _ring_item_reader_take_picture (reader, node, id, own, outer);
  g_clear_pointer (&stroke.samples, ring_samples_unref);
  ring_ink_picture_unref (stroke.picture);
}
