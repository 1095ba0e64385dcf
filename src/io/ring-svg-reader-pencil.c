/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pencil's stroke from its group: one path for each band of density, all of one grain. */
#include "ring-svg-reader-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-svg-art.h"
#include "ring-svg-move.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-style.h"

typedef struct
{
  GPtrArray *paths; /* of RingPath */
  gboolean grained; /* FALSE where another program has put one plain colour */
  RingGrain grain;  /* its kind is that of the band */
  guint32 colour;   /* the plain one, 0xRRGGBB00 */
} Bands;

static gboolean
is_plain (const RingSvgPaint *paint)
{
  return !paint->other && !paint->hidden && !paint->has_stroke && !paint->even_odd
         && paint->has_fill && paint->opacity == 1;
}

/* Whether the Ith band may be painted so: the first one sets colour and grain for all. */
static gboolean
take_paint (Bands *bands, guint i, const RingSvgPaint *paint)
{
  if (!is_plain (paint) || lround (paint->fill_opacity * 255) != ring_ink_band_alpha (i)
      || (paint->grained && paint->grain.kind != ring_grain_of_band (i)))
    return FALSE;
  if (i == 0)
    {
      bands->grained = paint->grained;
      bands->grain = paint->grain;
      bands->colour = paint->fill;
      return TRUE;
    }
  if (paint->grained != bands->grained)
    return FALSE;
  if (!paint->grained)
    return paint->fill == bands->colour;
  return paint->grain.colour == bands->grain.colour && paint->grain.size == bands->grain.size;
}

static gboolean
take_band (Bands *bands, const RingSvgNode *child, const RingSvgPaint *outer)
{
  const char *d = ring_svg_node_get (child, RING_NS_NONE, "d");
  RingSvgPaint paint = *outer;
  RingPath *path;

  if (!ring_svg_node_is (child, "path") || d == NULL || bands->paths->len == RING_INK_MAX_BANDS
      || ring_svg_node_get (child, RING_NS_NONE, "transform") != NULL)
    return FALSE;
  ring_svg_paint_read (&paint, child);
  if (!take_paint (bands, bands->paths->len, &paint))
    return FALSE;
  path = ring_path_from_svg (d, RING_SVG_MAX_SEGMENTS, NULL);
  if (path == NULL)
    return FALSE;
  g_ptr_array_add (bands->paths, path);
  return TRUE;
}

/* FALSE when NODE holds anything but the bands of one stroke. */
static gboolean
read_bands (Bands *bands, const RingSvgNode *node)
{
  RingSvgPaint outer = RING_SVG_PAINT_DEFAULT;

  ring_svg_paint_read (&outer, node);
  if (outer.other || outer.hidden || outer.opacity < 1)
    return FALSE;
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (!ring_svg_node_is_blank (child) && !take_band (bands, child, &outer))
      return FALSE;
  return bands->paths->len > 0;
}

static gboolean
fits_raw (RingItemReader *reader, const RingSvgNode *node)
{
  static const char *const names[] = { "id", "transform", NULL };

  g_string_truncate (reader->scratch, 0);
  return _ring_item_reader_has_only (node, names)
         && _ring_item_reader_append_children (reader->scratch, node)
         && ring_seal_fits (get_rw (node, "seal"), reader->scratch->str, reader->scratch->len);
}

static gboolean
fits_canonical (RingItemReader *reader, const RingSvgNode *node, const RingStroke *stroke)
{
  g_string_truncate (reader->scratch, 0);
  ring_svg_append_bands (reader->scratch, stroke->picture, stroke, "");
  return ring_seal_fits (get_rw (node, "seal"), reader->scratch->str, reader->scratch->len);
}

static RingPath *
join (const RingInkPicture *picture)
{
  RingPath *path = ring_path_new ();

  for (guint i = 0; i < ring_ink_picture_get_n_paths (picture); i++)
    ring_path_append (path, ring_ink_picture_get_path (picture, i), NULL);
  return path;
}

/* Puts the picture that the samples make into STROKE when the one there is an image of it. */
static gboolean
was_moved (RingItemReader *reader, RingStroke *stroke, RingMatrix *move)
{
  g_autoptr (RingInkPicture) remade = _ring_item_reader_remake_picture (reader, stroke);
  g_autoptr (RingPath) old = NULL;
  g_autoptr (RingPath) now = NULL;

  if (remade == NULL
      || ring_ink_picture_get_n_paths (remade) != ring_ink_picture_get_n_paths (stroke->picture))
    return FALSE;
  old = join (remade);
  now = join (stroke->picture);
  if (!ring_move_find (old, now, move))
    return FALSE;
  ring_ink_picture_unref (stroke->picture);
  stroke->picture = g_steal_pointer (&remade);
  return TRUE;
}

/* FALSE when the picture is no longer that of the stroke. */
static gboolean
judge (RingItemReader *reader, const RingSvgNode *node, const Bands *bands, RingStroke *stroke,
       RingMatrix *move)
{
  if (stroke->style.instrument != RING_INSTRUMENT_PENCIL)
    return FALSE;
  stroke->style.colour = bands->grained ? bands->grain.colour : bands->colour | 0xff;
  if (bands->grained && bands->grain.size != stroke->style.grain)
    return FALSE;
  if (bands->grained && (fits_raw (reader, node) || fits_canonical (reader, node, stroke)))
    return TRUE;
  if (!was_moved (reader, stroke, move))
    return FALSE;
  if (ring_matrix_is_identity (move) && get_rw (node, "seal") != NULL)
    _ring_item_reader_notice (reader, RING_NOTICE_INFO, node,
                              _("Recoloured in another program."));
  return TRUE;
}

void
_ring_item_reader_take_pencil (RingItemReader *reader,
                               RingSvgNode *node,
                               const char *id,
                               const RingMatrix *own,
                               const RingMatrix *outer)
{
  Bands bands = { .paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_path_unref) };
  RingMatrix move = RING_MATRIX_IDENTITY;
  RingStroke stroke = { 0 };
  gboolean taken = FALSE;

  if (read_bands (&bands, node))
    {
      _ring_item_reader_read_stroke (node, &stroke);
      stroke.picture = ring_ink_picture_new ((RingPath *const *) bands.paths->pdata,
                                             bands.paths->len);
      taken = judge (reader, node, &bands, &stroke, &move);
    }
  if (taken)
    {
      RingMatrix matrix = ring_matrix_multiply (&move, own);

      _ring_item_reader_tell_moved (reader, node, &move);
      _ring_item_reader_push (reader, node, ring_item_new_stroke (id, &stroke), &matrix, outer);
    }
  else
    _ring_item_reader_take_picture (reader, node, id, own, outer);
  g_clear_pointer (&stroke.samples, ring_samples_unref);
  g_clear_pointer (&stroke.picture, ring_ink_picture_unref);
  g_ptr_array_unref (bands.paths);
}
