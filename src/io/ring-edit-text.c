/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each side of a change is a layer of its own in the small design, so that a thing may appear
 * before and after its change; ids stand in the lines, since the reader gives a second thing of
 * the same id another one. */
#include "ring-edit-text.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-svg-attribute.h"
#include "ring-svg-node.h"
#include "ring-svg-parts.h"
#include "ring-svg-photos.h"
#include "ring-svg-skeleton.h"
#include "ring-svg.h"

#define NOTHING "-"

typedef struct
{
  char *layer_id;
  gsize position;
  RingItem *items[2]; /* before and after, as are the others */
  RingRecord *records[2];
  RingLayer *layers[2];
  RingView *views[2];
  char *kept, *put_from, *put;
} Part;

struct _RingEditText
{
  char *label;
  char *merge_key;
  GArray *parts; /* of Part */
};

/* ----------------------------------------------------------------- writing */

typedef struct
{
  GString *lines, *records, *layers, *views;
  GPtrArray *photos; /* of RingPhoto: what the things show */
  guint n_layers;
} Texter;

static void
put_layer_start (Texter *t)
{
  g_string_append_printf (t->layers, "\n<g id=\"_j%u\" rw:kind=\"layer\" rw:role=\"Ink\">",
                          t->n_layers++);
}

static void
put_item (Texter *t, const RingItem *item)
{
  g_string_append_c (t->lines, ' ');
  g_string_append (t->lines, item != NULL ? ring_item_get_id (item) : NOTHING);
  if (item == NULL)
    return;
  put_layer_start (t);
  ring_svg_collect_photo (t->photos, item);
  ring_svg_append_item (t->layers, item);
  g_string_append (t->layers, "</g>");
}

static void
put_record (Texter *t, const RingRecord *record)
{
  g_string_append_c (t->lines, ' ');
  g_string_append (t->lines, record != NULL ? ring_record_get_kind (record) : NOTHING);
  if (record == NULL)
    return;
  ring_svg_collect_record_photo (t->photos, record);
  ring_svg_append_record (t->records, record);
}

static void
put_head (Texter *t, const RingLayerHead *head)
{
  g_autoptr (RingLayer) layer = ring_layer_new (head, NULL, 0);

  t->n_layers++;
  ring_svg_append_layer (t->layers, layer);
}

static void
put_view (Texter *t, const RingView *view)
{
  g_string_append_c (t->lines, ' ');
  g_string_append (t->lines, view != NULL ? ring_view_get_head (view)->id : NOTHING);
  if (view == NULL)
    return;
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    for (gsize i = 0; i < ring_layer_get_n_items (ring_view_get_layer (view, l)); i++)
      ring_svg_collect_photo (t->photos,
                              ring_layer_get_item (ring_view_get_layer (view, l), i));
  ring_svg_append_view (t->views, view);
}

static void
put_change_cb (const RingChange *change, gpointer data)
{
  Texter *t = data;

  if (change->kept != NULL)
    g_string_append_printf (t->lines, "keep %s", change->kept);
  else if (change->put != NULL)
    g_string_append_printf (t->lines, "put %s %s", change->put_from, change->put);
  else if (change->old_view != NULL || change->new_view != NULL)
    {
      g_string_append_printf (t->lines, "view %" G_GSIZE_FORMAT, change->position);
      put_view (t, change->old_view);
      put_view (t, change->new_view);
    }
  else if (change->old_layer != NULL && change->new_layer != NULL)
    {
      g_string_append_printf (t->lines, "layer %s", change->layer_id);
      put_head (t, change->old_layer);
      put_head (t, change->new_layer);
    }
  else if (change->layer_id != NULL)
    {
      g_string_append_printf (t->lines, "item %s %" G_GSIZE_FORMAT, change->layer_id,
                              change->position);
      put_item (t, change->old_item);
      put_item (t, change->new_item);
    }
  else
    {
      g_string_append_printf (t->lines, "record %" G_GSIZE_FORMAT, change->position);
      put_record (t, change->old_record);
      put_record (t, change->new_record);
    }
  g_string_append_c (t->lines, '\n');
}

static void
put_escaped (GString *out, const char *word, const char *text)
{
  g_autofree char *escaped = g_strescape (text != NULL ? text : "", NULL);

  g_string_append_printf (out, "%s %s\n", word, escaped);
}

static void
put_root (GString *out, const char *const *extra)
{
  g_string_append (out, "\n<svg xmlns=\"" RING_SVG_URI "\" xmlns:rw=\"" RING_RW_URI
                        "\" rw:version=\"" RING_SVG_VERSION
                        "\" width=\"1mm\" height=\"1mm\" viewBox=\"0 0 1 1\"");
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    if (g_str_has_prefix (extra[i], "xmlns:"))
      ring_svg_append_attribute (out, extra[i], extra[i + 1]);
  g_string_append_c (out, '>');
}

/* What stands before the text is left out of it. */
static void
leave_out (GPtrArray *photos, GHashTable *known)
{
  for (guint i = photos->len; known != NULL && i > 0; i--)
    if (g_hash_table_contains (known, ring_photo_get_name (photos->pdata[i - 1])))
      g_ptr_array_remove_index (photos, i - 1);
}

void
ring_edit_to_text (const RingEdit *edit,
                   const char *const *extra,
                   GHashTable *known,
                   GString *out)
{
  g_autoptr (GPtrArray) photos = g_ptr_array_new ();
  Texter t = { out, g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), photos, 0 };

  put_escaped (out, "step", ring_edit_get_label (edit));
  if (ring_edit_get_merge_key (edit) != NULL)
    put_escaped (out, "key", ring_edit_get_merge_key (edit));
  ring_edit_foreach (edit, put_change_cb, &t);
  leave_out (photos, known);
  put_root (out, extra);
  if (t.records->len > 0)
    g_string_append_printf (out, "<metadata>%s</metadata>", t.records->str);
  if (photos->len > 0)
    {
      g_string_append (out, "<defs>");
      ring_svg_append_photos (out, photos, "\n", FALSE);
      g_string_append (out, "</defs>");
    }
  if (t.layers->len > 0)
    g_string_append_printf (out, "<g id=\"_j\" rw:kind=\"view\" rw:view=\"page\">%s</g>",
                            t.layers->str);
  g_string_append (out, t.views->str);
  g_string_append (out, "</svg>\n");
  g_string_free (t.views, TRUE);
  g_string_free (t.records, TRUE);
  g_string_free (t.layers, TRUE);
}

static void
list_photos_cb (const RingChange *change, gpointer photos)
{
  const RingItem *const items[] = { change->old_item, change->new_item };
  const RingRecord *const records[] = { change->old_record, change->new_record };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i] != NULL)
        ring_svg_collect_photo (photos, items[i]);
      if (records[i] != NULL)
        ring_svg_collect_record_photo (photos, records[i]);
    }
}

/* A view comes and goes without items. */
GPtrArray *
ring_edit_list_photos (const RingEdit *edit)
{
  GPtrArray *photos = g_ptr_array_new ();

  ring_edit_foreach (edit, list_photos_cb, photos);
  return photos;
}

/* ----------------------------------------------------------------- reading */

typedef struct
{
  RingEditText *parsed;
  RingDrawing *things;
  guint next_layer, next_view;
  GPtrArray *records; /* of RingRecord: not yet taken */
} Taker;

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->layer_id);
  g_free (part->kept);
  g_free (part->put_from);
  g_free (part->put);
  for (guint i = 0; i < 2; i++)
    {
      ring_item_unref (part->items[i]);
      ring_record_unref (part->records[i]);
      ring_layer_unref (part->layers[i]);
      ring_view_unref (part->views[i]);
    }
}

void
ring_edit_text_free (RingEditText *parsed)
{
  if (parsed == NULL)
    return;
  g_free (parsed->label);
  g_free (parsed->merge_key);
  g_array_unref (parsed->parts);
  g_free (parsed);
}

static RingLayer *
next_layer (Taker *t)
{
  const RingView *view = ring_drawing_get_view_by_kind (t->things, RING_VIEW_PAGE);

  /* The reader gives a design without a page an empty one. */
  if (view == NULL || !g_str_equal (ring_view_get_head (view)->id, "_j")
      || t->next_layer >= ring_view_get_n_layers (view))
    return NULL;
  return ring_view_get_layer (view, t->next_layer++);
}

static gboolean
take_item (Taker *t, const char *id, RingItem **item)
{
  const RingLayer *layer;

  if (g_str_equal (id, NOTHING))
    return TRUE;
  layer = next_layer (t);
  if (layer == NULL || ring_layer_get_n_items (layer) != 1)
    return FALSE;
  *item = ring_item_with_id (ring_layer_get_item (layer, 0), id);
  return TRUE;
}

/* A drawing sorts its records by kind and keeps the order within one. */
static gboolean
take_record (Taker *t, const char *kind, RingRecord **record)
{
  if (g_str_equal (kind, NOTHING))
    return TRUE;
  for (guint i = 0; i < t->records->len; i++)
    if (g_str_equal (ring_record_get_kind (t->records->pdata[i]), kind))
      {
        *record = ring_record_ref (t->records->pdata[i]);
        g_ptr_array_remove_index (t->records, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_head (Taker *t, const char *id, RingLayer **layer)
{
  const RingLayer *read = next_layer (t);
  RingLayerHead head;

  if (read == NULL)
    return FALSE;
  head = *ring_layer_get_head (read);
  head.id = id;
  *layer = ring_layer_new (&head, NULL, 0);
  return TRUE;
}

/* The same view before and after its change has another id here than its first one. */
static gboolean
take_view (Taker *t, const char *id, RingView **view)
{
  if (g_str_equal (id, NOTHING))
    return TRUE;
  for (; t->next_view < ring_drawing_get_n_views (t->things); t->next_view++)
    {
      const RingView *read = ring_drawing_get_view (t->things, t->next_view);
      RingViewHead head = *ring_view_get_head (read);
      g_autofree RingLayer **layers = g_new (RingLayer *, ring_view_get_n_layers (read));

      if (head.kind == RING_VIEW_PAGE)
        continue;
      for (guint i = 0; i < ring_view_get_n_layers (read); i++)
        layers[i] = ring_view_get_layer (read, i);
      head.id = id;
      *view = ring_view_new (&head, layers, ring_view_get_n_layers (read));
      ring_view_set_extra (*view, ring_view_get_extra (read));
      t->next_view++;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_position (const char *text, gsize *position)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL))
    return FALSE;
  *position = (gsize) value;
  return TRUE;
}

static gboolean
take_change (Taker *t, char **words)
{
  guint n = g_strv_length (words);
  gboolean ok = FALSE;
  Part part = { 0 };

  if (n == 5 && g_str_equal (words[0], "item"))
    {
      part.layer_id = g_strdup (words[1]);
      ok = read_position (words[2], &part.position) && take_item (t, words[3], &part.items[0])
           && take_item (t, words[4], &part.items[1]);
    }
  else if (n == 4 && g_str_equal (words[0], "record"))
    ok = read_position (words[1], &part.position) && take_record (t, words[2], &part.records[0])
         && take_record (t, words[3], &part.records[1]);
  else if (n == 4 && g_str_equal (words[0], "view"))
    ok = read_position (words[1], &part.position) && take_view (t, words[2], &part.views[0])
         && take_view (t, words[3], &part.views[1]);
  else if (n == 2 && g_str_equal (words[0], "layer"))
    {
      part.layer_id = g_strdup (words[1]);
      ok = take_head (t, words[1], &part.layers[0]) && take_head (t, words[1], &part.layers[1]);
    }
  else if (n == 2 && g_str_equal (words[0], "keep"))
    {
      part.kept = g_strdup (words[1]);
      ok = TRUE;
    }
  else if (n == 3 && g_str_equal (words[0], "put"))
    {
      part.put_from = g_strdup (words[1]);
      part.put = g_strdup (words[2]);
      ok = TRUE;
    }
  g_array_append_val (t->parsed->parts, part);
  return ok;
}

static gboolean
take_line (Taker *t, const char *line)
{
  g_auto (GStrv) words = NULL;

  if (g_str_has_prefix (line, "step "))
    t->parsed->label = g_strcompress (line + 5);
  else if (g_str_has_prefix (line, "key "))
    t->parsed->merge_key = g_strcompress (line + 4);
  else
    {
      words = g_strsplit (line, " ", -1);
      return take_change (t, words);
    }
  return TRUE;
}

static gboolean
take_lines (Taker *t, const char *text, gsize n)
{
  g_autofree char *copy = g_strndup (text, n);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !take_line (t, lines[i]))
      return FALSE;
  return t->parsed->label != NULL;
}

/* The lines end where the small design begins. */
static const char *
find_design (const char *text, gsize n)
{
  const char *found = g_strstr_len (text, (gssize) n, "\n\n<svg");

  return found != NULL ? found + 2 : NULL;
}

static void
add_photos (GHashTable *photos, const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_svg_collect_all_photos (drawing, FALSE);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (photos, g_strdup (ring_photo_get_name (list->pdata[i])),
                         ring_photo_ref (list->pdata[i]));
}

GHashTable *
ring_edit_text_photos_new (const RingDrawing *drawing)
{
  GHashTable *photos
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ring_photo_unref);

  add_photos (photos, drawing);
  return photos;
}

RingEditText *
ring_edit_text_read (const char *text, gsize n, GHashTable *photos, GError **error)
{
  g_autoptr (RingEditText) parsed = g_new0 (RingEditText, 1);
  g_autoptr (RingDrawing) things = NULL;
  const char *design = find_design (text, n);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Taker taker = { parsed, NULL, 0, 0, records };

  parsed->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (parsed->parts, part_clear);
  if (design != NULL)
    {
      things = ring_svg_read_piece (design, n - (gsize) (design - text), photos, error);
      if (things == NULL)
        return NULL;
      if (photos != NULL)
        add_photos (photos, things);
      taker.things = things;
      for (guint i = 0; i < ring_drawing_get_n_records (things); i++)
        g_ptr_array_add (records, (gpointer) ring_drawing_get_record (things, i));
    }
  if (design == NULL || !take_lines (&taker, text, (gsize) (design - text)))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("A step of the journal is damaged."));
      return NULL;
    }
  return g_steal_pointer (&parsed);
}

static const RingLayerHead *
head_of (const RingLayer *layer)
{
  return layer != NULL ? ring_layer_get_head (layer) : NULL;
}

static RingChange
part_to_change (const Part *part)
{
  return (RingChange){
    .layer_id = part->layer_id,
    .position = part->position,
    .old_item = part->items[0],
    .new_item = part->items[1],
    .old_record = part->records[0],
    .new_record = part->records[1],
    .old_layer = head_of (part->layers[0]),
    .new_layer = head_of (part->layers[1]),
    .old_view = part->views[0],
    .new_view = part->views[1],
    .kept = part->kept,
    .put_from = part->put_from,
    .put = part->put,
  };
}

RingEdit *
ring_edit_text_build (const RingEditText *parsed, const RingDrawing *base, GError **error)
{
  g_autoptr (RingEdit) edit = ring_edit_new (base, parsed->label);

  ring_edit_set_merge_key (edit, parsed->merge_key);
  for (guint i = 0; i < parsed->parts->len; i++)
    {
      RingChange change = part_to_change (&g_array_index (parsed->parts, Part, i));

      if (!ring_edit_add (edit, &change))
        {
          g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                       _("A step of the journal does not fit the design."));
          return NULL;
        }
    }
  return g_steal_pointer (&edit);
}

RingEdit *
ring_edit_text_build_loose (const RingEditText *parsed)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (RingChange));

  for (guint i = 0; i < parsed->parts->len; i++)
    {
      RingChange change = part_to_change (&g_array_index (parsed->parts, Part, i));

      g_array_append_val (changes, change);
    }
  return ring_edit_new_loose (parsed->label, parsed->merge_key,
                              (const RingChange *) (gpointer) changes->data, changes->len);
}
