/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Items that are groups in the file: notes, presets and artwork. */
#include "ring-svg-reader-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-svg-art.h"
#include "ring-svg-move.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-style.h"

/* The text inside, of any depth: Inkscape wraps labels in tspans. */
void
_ring_item_reader_collect_text (const RingSvgNode *node, GString *out)
{
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (child->type == RING_NODE_TEXT)
      g_string_append (out, child->text);
    else
      _ring_item_reader_collect_text (child, out);
}

gboolean
_ring_item_reader_append_children (GString *out, const RingSvgNode *node)
{
  static const char *const path_names[]
      = { "d",      "fill",           "fill-opacity", "fill-rule",
          "stroke", "stroke-opacity", "stroke-width", "stroke-linecap",
          "stroke-linejoin", "stroke-dasharray", "transform", NULL };
  static const char *const text_names[] = { "x", "y", "font-family", "font-size", "text-anchor",
                                            "fill", "fill-opacity", "transform", NULL };

  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean text = ring_svg_node_is (child, "text");

      if (ring_svg_node_is_blank (child))
        continue;
      if ((!text && !ring_svg_node_is (child, "path"))
          || !_ring_item_reader_has_only (child, text ? text_names : path_names))
        return FALSE;
      g_string_append_printf (out, "<%s", child->name);
      _ring_item_reader_append_raw (out, child, text ? text_names : path_names);
      if (text)
        {
          g_autoptr (GString) label = g_string_new (NULL);

          _ring_item_reader_collect_text (child, label);
          g_string_append_c (out, '>');
          ring_svg_append_text (out, label->str);
          g_string_append (out, "</text>");
        }
      else
        g_string_append (out, "/>");
    }
  return TRUE;
}

gboolean
_ring_item_reader_group_fits (RingItemReader *reader, const RingSvgNode *node)
{
  static const char *const names[] = { "id", "transform", NULL };

  g_string_truncate (reader->scratch, 0);
  return _ring_item_reader_has_only (node, names)
         && _ring_item_reader_append_children (reader->scratch, node)
         && ring_seal_fits (get_rw (node, "seal"), reader->scratch->str, reader->scratch->len);
}

static RingPath *
join (const RingArt *art)
{
  RingPath *path = ring_path_new ();

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    ring_path_append (path, ring_art_get_path (art, i)->path, NULL);
  return path;
}

/* The note's pin and dot as they would be read from a file that we wrote, for comparing. */
static RingArt *
remake_note (const RingNote *note)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) pin = ring_note_get_pin (note);
  g_autoptr (RingPath) dot = ring_path_new ();
  double r = 0.12 * note->size;

  ring_path_add_ellipse (dot, (RingPoint){ note->at.x, note->at.y - 0.68 * note->size }, r, r);
  ring_art_add (art, pin, 0, 0, 0, FALSE);
  ring_art_add (art, dot, 0, 0, 0, FALSE);
  return g_steal_pointer (&art);
}

/* Whether the pin in the file is the note's, moved; its label is compared by the caller. */
static gboolean
note_was_moved (const RingSvgNode *node, const RingNote *note, RingMatrix *move)
{
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (RingArt) now = ring_art_new ();
  g_autoptr (RingArt) old = remake_note (note);
  g_autoptr (RingPath) now_path = NULL;
  g_autoptr (RingPath) old_path = NULL;

  ring_svg_paint_read (&paint, node);
  if (paint.other || paint.dashed || paint.grained || paint.hidden || paint.opacity < 1)
    return FALSE;
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->type != RING_NODE_ELEMENT || ring_svg_node_is (child, "text"))
        continue;
      if (!ring_svg_art_add (now, child, &paint, &none, NULL))
        return FALSE;
    }
  if (ring_art_get_n_paths (now) != 2 || ring_art_get_path (now, 0)->fill != 0xc0392bff
      || ring_art_get_path (now, 1)->fill != 0xffffffff)
    return FALSE;
  now_path = join (now);
  old_path = join (old);
  return ring_move_find (old_path, now_path, move);
}

static gboolean
read_note_model (const RingSvgNode *node, RingNote *note, GString *label)
{
  double at[2];

  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (ring_svg_node_is (child, "text"))
      _ring_item_reader_collect_text (child, label);
  if (!ring_svg_parse_numbers (get_rw (node, "at"), at, 2))
    return FALSE;
  note->at = (RingPoint){ at[0], at[1] };
  note->size = _ring_item_reader_get_number (node, "size", 1e-3, 1e3, 0);
  note->stone = get_rw (node, "stone");
  note->label = label->str;
  return note->size > 0;
}

/* The label belongs to the seal; where only the pin can be compared, the label that the model
 * writes must be the one that was sealed. */
static gboolean
note_label_is_sealed (RingItemReader *reader, const RingSvgNode *node, const RingNote *note)
{
  g_string_truncate (reader->scratch, 0);
  ring_svg_append_note (reader->scratch, note, "");
  return ring_seal_fits (get_rw (node, "seal"), reader->scratch->str, reader->scratch->len);
}

void
_ring_item_reader_take_note (RingItemReader *reader,
                             RingSvgNode *node,
                             const char *id,
                             const RingMatrix *own,
                             const RingMatrix *outer)
{
  g_autoptr (GString) label = g_string_new (NULL);
  RingMatrix move = RING_MATRIX_IDENTITY;
  RingNote note;

  if (read_note_model (node, &note, label)
      && (_ring_item_reader_group_fits (reader, node)
          || (note_label_is_sealed (reader, node, &note) && note_was_moved (node, &note, &move))))
    {
      RingMatrix matrix = ring_matrix_multiply (&move, own);

      _ring_item_reader_tell_moved (reader, node, &move);
      _ring_item_reader_push (reader, node, ring_item_new_note (id, &note), &matrix, outer);
    }
  else
    _ring_item_reader_take_picture (reader, node, id, own, outer);
}

static gboolean
art_fits (RingItemReader *reader, const RingArt *art, const char *seal, gboolean shape)
{
  g_string_truncate (reader->scratch, 0);
  if (shape)
    ring_svg_append_art_shape (reader->scratch, art);
  else
    ring_svg_append_art (reader->scratch, art, "");
  return ring_seal_fits (seal, reader->scratch->str, reader->scratch->len);
}

/* A catalogue's art cannot be made again without the catalogue, so a preset carries a second
 * hash that does not change with a shift; its picture is then taken as it is. */
void
_ring_item_reader_take_preset (RingItemReader *reader,
                               RingSvgNode *node,
                               const char *id,
                               const RingMatrix *own,
                               const RingMatrix *outer)
{
  RingPreset preset
      = { get_rw (node, "number"), get_rw (node, "catalogue"), get_rw (node, "edition"), NULL };
  g_autoptr (RingArt) art = _ring_item_reader_read_art (node, NULL);
  gboolean same;

  if (art == NULL)
    {
      _ring_item_reader_take_picture (reader, node, id, own, outer);
      return;
    }
  same = _ring_item_reader_group_fits (reader, node) || art_fits (reader, art, get_rw (node, "seal"), FALSE);
  if (!same && !art_fits (reader, art, get_rw (node, "shape"), TRUE))
    {
      _ring_item_reader_take_picture (reader, node, id, own, outer);
      return;
    }
  if (!same)
    _ring_item_reader_notice (reader, RING_NOTICE_INFO, node, _ ("Moved in another program."));
  preset.art = art;
  preset.number = preset.number != NULL ? preset.number : "";
  preset.catalogue = preset.catalogue != NULL ? preset.catalogue : "";
  preset.edition = preset.edition != NULL ? preset.edition : "";
  _ring_item_reader_push (reader, node, ring_item_new_preset (id, &preset), own, outer);
}

static void
read_fill (RingArt *art, const RingSvgNode *node)
{
  const char *fill = get_rw (node, "fill");
  const char *tone = get_rw (node, "tone");

  if (fill != NULL && fill[0] != '\0' && tone != NULL && tone[0] != '\0')
    ring_art_set_fill (art, fill, tone);
}

/* Artwork has no model beside its picture, so there is nothing to compare. */
void
_ring_item_reader_take_artwork (RingItemReader *reader,
                                RingSvgNode *node,
                                const char *id,
                                const RingMatrix *own,
                                const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingArt) art = _ring_item_reader_read_art (node, &error);

  if (art != NULL)
    {
      read_fill (art, node);
      _ring_item_reader_push (reader, node, ring_item_new_artwork (id, art), own, outer);
    }
  else if (error != NULL)
    _ring_item_reader_refuse (reader, node, error->message);
  else
    _ring_item_reader_take_foreign (reader, node, RING_XML_WITHOUT_OURS, id, &none, outer);
}
