/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Items from elements. The seal decides between model and picture: it is tried on the text as it
 * stands, then on the text as we would write it, then the picture is compared with what the model
 * would have drawn. Only when all three fail the picture wins. */
#include "ring-svg-reader-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"
#include "ring-svg-art.h"
#include "ring-svg-clean.h"
#include "ring-svg-move.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-style.h"
#include "ring-text.h"

static const char *
get_rw (const RingSvgNode *node, const char *name)
{
  return ring_svg_node_get (node, RING_NS_RW, name);
}

static double
get_number (const RingSvgNode *node, const char *name, double min, double max, double fallback)
{
  double value;

  if (!ring_number_parse (get_rw (node, name), &value))
    return fallback;
  return value >= min && value <= max ? value : fallback;
}

static void G_GNUC_PRINTF (4, 5)
notice (RingItemReader *reader, RingNoticeLevel level, const RingSvgNode *node, const char *format, ...)
{
  g_autofree char *element = NULL;
  g_autofree char *message = NULL;
  va_list args;

  if (reader->report == NULL)
    return;
  element = ring_svg_node_describe (node);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  ring_load_report_add (reader->report, level, node->line, element, "%s", message);
}

/* ------------------------------------------------------------ shared pieces */

/* An id from the file goes into url(#...) and into other files, so it keeps to plain letters. */
static gboolean
is_usable_id (const char *id)
{
  if (id == NULL || !(g_ascii_isalpha (id[0]) || id[0] == '_') || strlen (id) > 100)
    return FALSE;
  return id[strspn (id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:")] == '\0';
}

char *
_ring_item_reader_claim_id (RingItemReader *reader, const char *id, char letter)
{
  if (is_usable_id (id) && g_hash_table_add (reader->ids, g_strdup (id)))
    return g_strdup (id);
  for (;;)
    {
      char *fresh = ring_random_id (&reader->random, letter);

      if (g_hash_table_add (reader->ids, g_strdup (fresh)))
        return fresh;
      g_free (fresh);
    }
}

/* A name can only be written where its prefix means the same at the root. */
static gboolean
is_in_scope (RingItemReader *reader, const RingSvgAttribute *a)
{
  if (a->prefix == NULL || a->ns == RING_NS_XML)
    return TRUE;
  for (guint i = 0; i < reader->scope->len; i++)
    {
      const RingSvgDeclaration *d = &g_array_index (reader->scope, RingSvgDeclaration, i);

      if (g_strcmp0 (d->prefix, a->prefix) == 0)
        return g_strcmp0 (d->uri, a->uri) == 0;
    }
  return FALSE;
}

char **
_ring_item_reader_get_extra (RingItemReader *reader, const RingSvgNode *node, const char *const *known)
{
  g_autoptr (GPtrArray) extra = NULL;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns == RING_NS_RW || (a->ns == RING_NS_NONE && g_strv_contains (known, a->name)))
        continue;
      if (ring_svg_attribute_is_active (a))
        {
          notice (reader, RING_NOTICE_WARNING, node,
                  _("The attribute “%s” was left out: it runs or fetches something, which a "
                    "design never does. The file keeps it until you save."),
                  a->name);
          ring_load_report_set_left_out (reader->report, TRUE);
          continue;
        }
      if (!is_in_scope (reader, a))
        continue;
      if (extra == NULL)
        extra = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (extra, a->prefix != NULL ? g_strdup_printf ("%s:%s", a->prefix, a->name)
                                                : g_strdup (a->name));
      g_ptr_array_add (extra, g_strdup (a->value));
    }
  if (extra == NULL)
    return NULL;
  g_ptr_array_add (extra, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&extra), FALSE);
}

static const char *const item_names[]
    = { "id", "d", "style", "transform", "fill", "fill-opacity", "fill-rule", "stroke",
        "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "stroke-dasharray", "stroke-dashoffset", "opacity", "display", "visibility", "filter",
        "mask", "clip-path", "paint-order", NULL };

/* Takes ITEM with its place: OWN is the element's transform, OUTER what stands around it. */
static void
push (RingItemReader *reader, const RingSvgNode *node, RingItem *taken, const RingMatrix *own,
      const RingMatrix *outer)
{
  RingMatrix matrix = ring_matrix_multiply (own, outer);
  RingItem *item = taken;

  if (!ring_matrix_is_identity (&matrix))
    {
      item = ring_item_with_matrix (taken, &matrix);
      ring_item_unref (taken);
    }
  if (ring_item_get_kind (item) != RING_ITEM_FOREIGN && node->type == RING_NODE_ELEMENT)
    {
      g_auto (GStrv) extra = _ring_item_reader_get_extra (reader, node, item_names);

      if (extra != NULL)
        {
          RingItem *with = ring_item_with_extra (item, (const char *const *) extra);

          ring_item_unref (item);
          item = with;
        }
    }
  g_ptr_array_add (reader->items, item);
}

/* The item cannot be shown at all; the rest of the file can. */
static void
refuse (RingItemReader *reader, const RingSvgNode *node, const char *reason)
{
  notice (reader, RING_NOTICE_WARNING, node,
          _("This element was left out: %s. The file keeps it until you save."), reason);
  ring_load_report_set_left_out (reader->report, TRUE);
}

static void
take_foreign (RingItemReader *reader, RingSvgNode *node, RingXmlMode mode, const char *id,
              const RingMatrix *own, const RingMatrix *outer)
{
  g_autofree char *fresh = NULL;
  RingItem *item;

  if (!ring_svg_clean (node, reader->report))
    return;
  if (id == NULL)
    id = fresh = _ring_item_reader_claim_id (reader, NULL, 'f');
  g_string_truncate (reader->scratch, 0);
  ring_svg_node_to_xml (node, reader->scope, mode, reader->scratch);
  item = ring_item_new_foreign (id, reader->scratch->str, ring_svg_is_graphical (node));
  push (reader, node, item, own, outer);
}

void
_ring_item_reader_keep (RingItemReader *reader, RingSvgNode *node, const char *parent, guint position)
{
  RingForeign foreign;

  if (ring_svg_node_is_blank (node) || !ring_svg_clean (node, reader->report))
    return;
  g_string_truncate (reader->scratch, 0);
  ring_svg_node_to_xml (node, reader->scope, RING_XML_KEEP_ALL, reader->scratch);
  foreign = (RingForeign){ g_strdup (parent), position, g_strdup (reader->scratch->str) };
  g_array_append_val (reader->foreign, foreign);
}

/* The model that gave way to a picture, as it stood in the file. */
static void
keep_was (RingItemReader *reader, const RingSvgNode *node, const char *id)
{
  g_autoptr (GString) xml = g_string_new ("<rw:was ref=\"");
  RingForeign foreign;

  ring_svg_append_value (xml, id);
  g_string_append_c (xml, '"');
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns != RING_NS_RW || strcmp (a->name, "ref") == 0)
        continue;
      g_string_append_printf (xml, " %s=\"", a->name);
      ring_svg_append_value (xml, a->value);
      g_string_append_c (xml, '"');
    }
  g_string_append (xml, "/>");
  foreign = (RingForeign){ g_strdup ("metadata"), G_MAXUINT, g_string_free (g_steal_pointer (&xml), FALSE) };
  g_array_append_val (reader->foreign, foreign);
}

/* What NODE shows, in its own space. NULL when the model cannot say it, with an error when it is
 * broken. */
static RingArt *
read_art (const RingSvgNode *node, GError **error)
{
  g_autoptr (RingArt) art = ring_art_new ();
  const RingMatrix none = RING_MATRIX_IDENTITY;

  if (!ring_svg_art_add_content (art, node, &RING_SVG_PAINT_DEFAULT, &none, error))
    return NULL;
  return g_steal_pointer (&art);
}

/* The picture wins. */
static void
take_picture (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own,
              const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingArt) art = read_art (node, &error);

  if (error != NULL)
    {
      refuse (reader, node, error->message);
      return;
    }
  notice (reader, RING_NOTICE_WARNING, node,
          _("The picture was changed in another program, so it became artwork. What was recorded "
            "of it is kept in the file."));
  keep_was (reader, node, id);
  if (art != NULL)
    push (reader, node, ring_item_new_artwork (id, art), own, outer);
  else
    take_foreign (reader, node, RING_XML_WITHOUT_OURS, id, &none, outer);
}

static void
tell_moved (RingItemReader *reader, const RingSvgNode *node, const RingMatrix *move)
{
  if (!ring_matrix_is_identity (move))
    notice (reader, RING_NOTICE_INFO, node, _("Moved in another program."));
}

/* ----------------------------------------------------------------- strokes */

static RingSmoothing
read_smoothing (const char *name)
{
  if (g_strcmp0 (name, "exact") == 0)
    return RING_SMOOTHING_EXACT;
  return g_strcmp0 (name, "steady") == 0 ? RING_SMOOTHING_STEADY : RING_SMOOTHING_LIGHT;
}

/* All but the outline and the colour. */
static void
read_stroke_model (const RingSvgNode *node, RingStroke *stroke)
{
  const char *samples = get_rw (node, "samples");
  const char *t0 = get_rw (node, "t0");
  const char *instrument = get_rw (node, "instrument");

  memset (stroke, 0, sizeof *stroke);
  g_strlcpy (stroke->style.instrument, instrument != NULL ? instrument : "pen",
             sizeof stroke->style.instrument);
  if (!ring_text_is_clean (stroke->style.instrument))
    g_strlcpy (stroke->style.instrument, "pen", sizeof stroke->style.instrument);
  stroke->style.ink.width = get_number (node, "width", 1e-4, 1e3, 0.15);
  stroke->style.ink.min_ratio = get_number (node, "min", 0, 1, 1);
  stroke->style.ink.gamma = get_number (node, "gamma", 0.01, 100, 1);
  stroke->style.ink.smoothing = read_smoothing (get_rw (node, "smoothing"));
  stroke->fit = get_number (node, "fit", 1e-4, 10, 0.01);
  if (samples != NULL)
    stroke->samples
        = ring_samples_new_from_text (samples, t0 != NULL ? g_ascii_strtoll (t0, NULL, 10) : 0);
}

/* Attributes NAMES of NODE, in this order, as they stand. */
static void
append_raw (GString *out, const RingSvgNode *node, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = ring_svg_node_get (node, RING_NS_NONE, names[i]);

      if (value == NULL)
        continue;
      g_string_append_c (out, ' ');
      g_string_append (out, names[i]);
      g_string_append (out, "=\"");
      ring_svg_append_value (out, value);
      g_string_append_c (out, '"');
    }
}

/* Whether NODE has nothing that could change its look but NAMES. */
static gboolean
has_only (const RingSvgNode *node, const char *const *names)
{
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns == RING_NS_NONE && !g_strv_contains (names, a->name)
          && (strcmp (a->name, "style") == 0 || ring_svg_is_paint_name (a->name)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
stroke_fits_raw (RingItemReader *reader, const RingSvgNode *node, const char *seal)
{
  static const char *const names[] = { "d", "fill", "fill-opacity", NULL };

  if (!has_only (node, names))
    return FALSE;
  g_string_truncate (reader->scratch, 0);
  append_raw (reader->scratch, node, names);
  return ring_seal_fits (seal, reader->scratch->str, reader->scratch->len);
}

static gboolean
stroke_fits_canonical (RingItemReader *reader, const RingStroke *stroke, const char *seal)
{
  g_string_truncate (reader->scratch, 0);
  ring_svg_append_stroke (reader->scratch, stroke->outline, stroke->fit, stroke->style.colour);
  return ring_seal_fits (seal, reader->scratch->str, reader->scratch->len);
}

/* The outline that the samples make, as it would stand in the file. */
static RingPath *
remake_outline (const RingStroke *stroke)
{
  g_autoptr (RingPath) outline = NULL;
  g_autoptr (GString) d = NULL;
  gsize n;
  const RingSample *samples;

  if (stroke->samples == NULL)
    return NULL;
  samples = ring_samples_get (stroke->samples, &n, NULL);
  if (samples == NULL)
    return NULL;
  outline = ring_ink_outline (samples, n, &stroke->style.ink, stroke->fit);
  d = g_string_new (NULL);
  ring_path_to_svg (outline, ring_svg_decimals (stroke->fit), d);
  return ring_path_from_svg (d->str, 0, NULL);
}

/* Puts the remade outline into STROKE when the one there is an image of it. */
static gboolean
stroke_was_moved (RingStroke *stroke, RingMatrix *move)
{
  RingPath *remade = remake_outline (stroke);

  if (remade == NULL || !ring_move_find (remade, stroke->outline, move))
    {
      g_clear_pointer (&remade, ring_path_unref);
      return FALSE;
    }
  ring_path_unref (stroke->outline);
  stroke->outline = remade;
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
judge_stroke (RingItemReader *reader, const RingSvgNode *node, RingStroke *stroke,
                    const RingSvgPaint *paint, RingMatrix *move)
{
  const char *seal = get_rw (node, "seal");

  if (seal != NULL && stroke_fits_raw (reader, node, seal))
    return STROKE_SAME;
  if (paint->other || paint->hidden || paint->has_stroke || paint->even_odd || !paint->has_fill)
    return STROKE_CHANGED;
  if (seal == NULL && stroke->samples == NULL)
    return STROKE_SAME;
  if (stroke_fits_canonical (reader, stroke, seal))
    return STROKE_SAME;
  return stroke_was_moved (stroke, move) ? STROKE_MOVED : STROKE_CHANGED;
}

static void
take_stroke (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own,
             const RingMatrix *outer)
{
  const char *d = ring_svg_node_get (node, RING_NS_NONE, "d");
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;
  RingMatrix move = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  RingStroke stroke;
  StrokeState state;
  RingPath *outline = ring_path_from_svg (d != NULL ? d : "", RING_SVG_MAX_SEGMENTS, &error);

  if (outline == NULL)
    {
      refuse (reader, node, error->message);
      return;
    }
  read_stroke_model (node, &stroke);
  ring_svg_paint_read (&paint, node);
  stroke.outline = outline;
  stroke.style.colour = ring_svg_paint_get_fill (&paint);
  state = judge_stroke (reader, node, &stroke, &paint, &move);
  if (state != STROKE_CHANGED)
    {
      RingMatrix matrix = ring_matrix_multiply (&move, own);

      tell_moved (reader, node, &move);
      if (state == STROKE_MOVED && ring_matrix_is_identity (&move)
          && get_rw (node, "seal") != NULL)
        notice (reader, RING_NOTICE_INFO, node, _("Recoloured in another program."));
      push (reader, node, ring_item_new_stroke (id, &stroke), &matrix, outer);
    }
  else
    take_picture (reader, node, id, own, outer);
  g_clear_pointer (&stroke.samples, ring_samples_unref);
  ring_path_unref (stroke.outline);
}

/* ------------------------------------------------------ notes and presets */

/* The text inside, of any depth: Inkscape wraps labels in tspans. */
static void
collect_text (const RingSvgNode *node, GString *out)
{
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (child->type == RING_NODE_TEXT)
      g_string_append (out, child->text);
    else
      collect_text (child, out);
}

/* The children's picture as it stands. FALSE when there is more to it than we would write. */
static gboolean
append_raw_children (GString *out, const RingSvgNode *node)
{
  static const char *const path_names[] = { "d", "fill", "fill-opacity", "fill-rule", "stroke",
                                            "stroke-opacity", "stroke-width", NULL };
  static const char *const text_names[] = { "x", "y", "font-family", "font-size", "fill",
                                            "fill-opacity", NULL };

  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean text = ring_svg_node_is (child, "text");

      if (ring_svg_node_is_blank (child))
        continue;
      if ((!text && !ring_svg_node_is (child, "path"))
          || !has_only (child, text ? text_names : path_names)
          || ring_svg_node_get (child, RING_NS_NONE, "transform") != NULL)
        return FALSE;
      g_string_append_printf (out, "<%s", child->name);
      append_raw (out, child, text ? text_names : path_names);
      if (text)
        {
          g_autoptr (GString) label = g_string_new (NULL);

          collect_text (child, label);
          g_string_append_c (out, '>');
          ring_svg_append_text (out, label->str);
          g_string_append (out, "</text>");
        }
      else
        g_string_append (out, "/>");
    }
  return TRUE;
}

static gboolean
group_fits_raw (RingItemReader *reader, const RingSvgNode *node)
{
  static const char *const names[] = { "id", NULL };

  g_string_truncate (reader->scratch, 0);
  return has_only (node, names) && append_raw_children (reader->scratch, node)
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
  if (paint.other || paint.hidden || paint.opacity < 1)
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
      collect_text (child, label);
  if (!ring_svg_parse_numbers (get_rw (node, "at"), at, 2))
    return FALSE;
  note->at = (RingPoint){ at[0], at[1] };
  note->size = get_number (node, "size", 1e-3, 1e3, 0);
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

static void
take_note (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own,
           const RingMatrix *outer)
{
  g_autoptr (GString) label = g_string_new (NULL);
  RingMatrix move = RING_MATRIX_IDENTITY;
  RingNote note;

  if (read_note_model (node, &note, label)
      && (group_fits_raw (reader, node)
          || (note_label_is_sealed (reader, node, &note) && note_was_moved (node, &note, &move))))
    {
      RingMatrix matrix = ring_matrix_multiply (&move, own);

      tell_moved (reader, node, &move);
      push (reader, node, ring_item_new_note (id, &note), &matrix, outer);
    }
  else
    take_picture (reader, node, id, own, outer);
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
static void
take_preset (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own,
             const RingMatrix *outer)
{
  RingPreset preset = { get_rw (node, "number"), get_rw (node, "catalogue"),
                        get_rw (node, "edition"), NULL };
  g_autoptr (RingArt) art = read_art (node, NULL);
  gboolean same;

  if (art == NULL)
    {
      take_picture (reader, node, id, own, outer);
      return;
    }
  same = group_fits_raw (reader, node) || art_fits (reader, art, get_rw (node, "seal"), FALSE);
  if (!same && !art_fits (reader, art, get_rw (node, "shape"), TRUE))
    {
      take_picture (reader, node, id, own, outer);
      return;
    }
  if (!same)
    notice (reader, RING_NOTICE_INFO, node, _("Moved in another program."));
  preset.art = art;
  preset.number = preset.number != NULL ? preset.number : "";
  preset.catalogue = preset.catalogue != NULL ? preset.catalogue : "";
  preset.edition = preset.edition != NULL ? preset.edition : "";
  push (reader, node, ring_item_new_preset (id, &preset), own, outer);
}

/* Artwork has no model beside its picture, so there is nothing to compare. */
static void
take_artwork (RingItemReader *reader, RingSvgNode *node, const char *id, const RingMatrix *own,
              const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingArt) art = read_art (node, &error);

  if (art != NULL)
    push (reader, node, ring_item_new_artwork (id, art), own, outer);
  else if (error != NULL)
    refuse (reader, node, error->message);
  else
    take_foreign (reader, node, RING_XML_WITHOUT_OURS, id, &none, outer);
}

/* ------------------------------------------------------------------ choice */

static RingSvgNode *
only_element (const RingSvgNode *node)
{
  RingSvgNode *found = NULL;

  for (RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      if (ring_svg_node_is_blank (child))
        continue;
      if (found != NULL || child->type != RING_NODE_ELEMENT)
        return NULL;
      found = child;
    }
  return found;
}

static gboolean
is_item (const RingSvgNode *node)
{
  const char *kind = node->type == RING_NODE_ELEMENT ? get_rw (node, "kind") : NULL;

  return kind != NULL && node->ns == RING_NS_SVG
         && (strcmp (kind, "stroke") == 0 || strcmp (kind, "note") == 0
             || strcmp (kind, "preset") == 0 || strcmp (kind, "artwork") == 0);
}

static gboolean
holds_items (const RingSvgNode *node)
{
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (is_item (child) || (child->type == RING_NODE_ELEMENT && holds_items (child)))
      return TRUE;
  return FALSE;
}

/* A group of another program that only moves what it holds. */
static gboolean
is_plain_group (const RingSvgNode *node, RingMatrix *matrix)
{
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;

  if (!ring_svg_node_is (node, "g") || get_rw (node, "kind") != NULL
      || !ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), matrix))
    return FALSE;
  ring_svg_paint_read (&paint, node);
  return !paint.other && !paint.hidden && paint.opacity == 1 && paint.fill_opacity == 1
         && paint.stroke_opacity == 1 && paint.has_fill && paint.fill == 0 && !paint.has_stroke
         && !paint.even_odd && paint.stroke_width == 1;
}

static void
take_item (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const char *kind = get_rw (node, "kind");
  const char *had = ring_svg_node_get (node, RING_NS_NONE, "id");
  g_autofree char *id = NULL;
  RingMatrix own;

  if (!ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &own))
    {
      refuse (reader, node, _("its transform is broken or absurd"));
      return;
    }
  id = _ring_item_reader_claim_id (reader, had, kind[0]);
  if (had != NULL && strcmp (had, id) != 0)
    notice (reader, RING_NOTICE_INFO, node, _("Its id was taken already; it got a new one."));
  if (strcmp (kind, "stroke") == 0)
    take_stroke (reader, node, id, &own, outer);
  else if (strcmp (kind, "note") == 0)
    take_note (reader, node, id, &own, outer);
  else if (strcmp (kind, "preset") == 0)
    take_preset (reader, node, id, &own, outer);
  else
    take_artwork (reader, node, id, &own, outer);
}

void
_ring_item_reader_take (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  RingSvgNode *inner;
  RingMatrix m;

  if (ring_svg_node_is_blank (node))
    return;
  if (node->type != RING_NODE_ELEMENT)
    {
      take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none, &none);
      return;
    }
  if (is_item (node))
    {
      take_item (reader, node, outer);
      return;
    }
  if (g_strcmp0 (get_rw (node, "kind"), "group") == 0 && (inner = only_element (node)) != NULL
      && !is_item (inner)
      && ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &m))
    {
      g_autofree char *id = _ring_item_reader_claim_id (
          reader, ring_svg_node_get (node, RING_NS_NONE, "id"), 'f');

      take_foreign (reader, inner, RING_XML_KEEP_ALL, id, &m, outer);
      return;
    }
  if (holds_items (node) && is_plain_group (node, &m))
    {
      RingSvgNode *next;

      m = ring_matrix_multiply (&m, outer);
      for (RingSvgNode *child = node->first; child != NULL; child = next)
        {
          next = child->next;
          _ring_item_reader_take (reader, child, &m);
        }
      return;
    }
  take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none, outer);
}

void
_ring_item_reader_import (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (RingArt) art = NULL;
  RingMatrix m;

  if (is_plain_group (node, &m))
    {
      RingSvgNode *next;

      m = ring_matrix_multiply (&m, outer);
      for (RingSvgNode *child = node->first; child != NULL; child = next)
        {
          next = child->next;
          if (!ring_svg_node_is_blank (child))
            _ring_item_reader_import (reader, child, &m);
        }
      return;
    }
  art = ring_art_new ();
  if (ring_svg_is_graphical (node)
      && ring_svg_art_add (art, node, &RING_SVG_PAINT_DEFAULT, outer, NULL))
    {
      g_autofree char *id = _ring_item_reader_claim_id (
          reader, ring_svg_node_get (node, RING_NS_NONE, "id"), 'a');

      if (ring_art_get_n_paths (art) > 0)
        push (reader, node, ring_item_new_artwork (id, art), &none, &none);
      return;
    }
  take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none,
                ring_svg_is_graphical (node) ? outer : &none);
}
