/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that knows how a design looks on disk: element by element in a fixed order, each
 * attribute in a fixed place, so that the same design is the same bytes. */
#include "ring-svg.h"

#include <string.h>

#include "ring-memory.h"
#include "ring-number.h"
#include "ring-svg-attribute.h"
#include "ring-svg-grains.h"
#include "ring-svg-guides.h"
#include "ring-svg-node.h"
#include "ring-svg-parts.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-skeleton.h"
#include "ring-svg-stroke-usual.h"
#include "ring-text.h"

/* The text that a drawing should give. */
typedef struct
{
  const char *rest;
  gsize n_rest;
  gboolean differs;
} Expected;

typedef struct
{
  GString *out;
  GString *scratch;
  const RingDrawing *drawing;
  gboolean plain;
  GHashTable *queues; /* of ForeignQueue, by parent */
  Expected *expected; /* NULL while the text is kept in OUT; else it is compared and let go */
} Writer;

/* From this many items on a layer is worth a second thread, which writes that many at a time: their
 * text is copied while it is still near, and its memory used again. */
#define MIN_SHARED 1000
#define BATCH 1000
/* Bytes that a stroke takes, and a little more: memory that is reserved once need not be moved. */
#define ROOM_PER_ITEM 1400
#define MAX_ROOM (128u << 20)

static void
append_extra (Writer *writer, const char *const *extra)
{
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    {
      /* Without its namespace an attribute of another program means nothing. */
      if (writer->plain && strchr (extra[i], ':') != NULL && !g_str_has_prefix (extra[i], "xml:"))
        continue;
      ring_svg_append_attribute (writer->out, extra[i], extra[i + 1]);
    }
}

static void
append_line (Writer *writer, const char *indent)
{
  g_string_append_c (writer->out, '\n');
  g_string_append (writer->out, indent);
}

/* ------------------------------------------------------------------- items */

/* Of the picture that stands in the output already, or in the scratch string when LENGTH is 0. */
static void
append_seal (Writer *writer, gsize start, gsize length)
{
  char seal[RING_SEAL_SIZE];

  if (length > 0)
    ring_seal_make (seal, writer->out->str + start, length);
  else
    ring_seal_make (seal, writer->scratch->str, writer->scratch->len);
  ring_svg_append_attribute (writer->out, "rw:seal", seal);
}

/* An even curve is what a reader takes when there is none. */
static void
append_curve (Writer *writer, const RingPressureCurve *curve, const RingPressureCurve *usual)
{
  const double handles[] = { curve->x1, curve->y1, curve->x2, curve->y2 };

  if (!ring_svg_is_same_number (curve->x1, usual->x1)
      || !ring_svg_is_same_number (curve->y1, usual->y1)
      || !ring_svg_is_same_number (curve->x2, usual->x2)
      || !ring_svg_is_same_number (curve->y2, usual->y2))
    ring_svg_append_numbers (writer->out, "rw:curve", handles, G_N_ELEMENTS (handles));
}

static void
append_stroke_model (Writer *writer, const RingStroke *stroke)
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
write_pencil (Writer *writer, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  const RingInkPicture *picture = ring_item_get_picture (item);

  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    {
      g_string_append (writer->out, " rw:kind=\"stroke\"");
      append_stroke_model (writer, stroke);
      g_string_truncate (writer->scratch, 0);
      ring_svg_append_bands (writer->scratch, picture, stroke, "");
      append_seal (writer, 0, 0);
    }
  ring_svg_append_transform (writer->out, ring_item_get_matrix (item));
  append_extra (writer, ring_item_get_extra (item));
  g_string_append_c (writer->out, '>');
  ring_svg_append_bands (writer->out, picture, stroke, "\n  ");
  append_line (writer, "");
  g_string_append (writer->out, "</g>");
}

static void
write_stroke (Writer *writer, const RingItem *item)
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
      append_seal (writer, start, length);
    }
  ring_svg_append_transform (writer->out, ring_item_get_matrix (item));
  append_extra (writer, ring_item_get_extra (item));
  g_string_append (writer->out, "/>");
}

static void
append_note_model (Writer *writer, const RingNote *note)
{
  const double at[] = { note->at.x, note->at.y };

  ring_svg_append_numbers (writer->out, "rw:at", at, G_N_ELEMENTS (at));
  ring_svg_append_number (writer->out, "rw:size", note->size);
  ring_svg_append_attribute (writer->out, "rw:stone", note->stone);
  g_string_truncate (writer->scratch, 0);
  ring_svg_append_note (writer->scratch, note, "");
  append_seal (writer, 0, 0);
}

static void
append_preset_model (Writer *writer, const RingPreset *preset)
{
  char shape[RING_SEAL_SIZE];

  ring_svg_append_attribute (writer->out, "rw:number", preset->number);
  ring_svg_append_attribute (writer->out, "rw:catalogue", preset->catalogue);
  ring_svg_append_attribute (writer->out, "rw:edition", preset->edition);
  g_string_truncate (writer->scratch, 0);
  ring_svg_append_art (writer->scratch, preset->art, "");
  append_seal (writer, 0, 0);
  g_string_truncate (writer->scratch, 0);
  ring_svg_append_art_shape (writer->scratch, preset->art);
  ring_seal_make (shape, writer->scratch->str, writer->scratch->len);
  ring_svg_append_attribute (writer->out, "rw:shape", shape);
}

/* Note, preset and artwork: a group with the picture inside. */
static void
write_group (Writer *writer, const RingItem *item, const char *kind)
{
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
    }
  ring_svg_append_transform (writer->out, ring_item_get_matrix (item));
  append_extra (writer, ring_item_get_extra (item));
  g_string_append_c (writer->out, '>');
  if (note != NULL)
    ring_svg_append_note (writer->out, note, "\n  ");
  else
    ring_svg_append_art (writer->out, ring_item_get_art (item), "\n  ");
  append_line (writer, "");
  g_string_append (writer->out, "</g>");
}

/* What was moved since it came from another program stands in a group that holds the move, so
 * that its own markup stays as it was. */
static void
write_foreign (Writer *writer, const RingItem *item)
{
  const char *xml = ring_item_get_xml (item, NULL);
  g_autoptr (GString) transform = g_string_new (NULL);

  ring_svg_append_transform (transform, ring_item_get_matrix (item));
  if (transform->len == 0)
    {
      g_string_append (writer->out, xml);
      return;
    }
  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", ring_item_get_id (item));
  if (!writer->plain)
    g_string_append (writer->out, " rw:kind=\"group\"");
  g_string_append (writer->out, transform->str);
  g_string_append_c (writer->out, '>');
  g_string_append (writer->out, xml);
  g_string_append (writer->out, "</g>");
}

/* Items stand at the start of their lines: with a hundred thousand of them an indent weighs more
 * than it shows. */
static void
write_item (Writer *writer, const RingItem *item)
{
  append_line (writer, "");
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE: write_stroke (writer, item); break;
    case RING_ITEM_NOTE: write_group (writer, item, "note"); break;
    case RING_ITEM_PRESET: write_group (writer, item, "preset"); break;
    case RING_ITEM_ARTWORK: write_group (writer, item, "artwork"); break;
    case RING_ITEM_FOREIGN: write_foreign (writer, item); break;
    default: g_assert_not_reached ();
    }
}

/* ------------------------------------------------------------- the skeleton */

/* What stands at one parent, by position, and how much of it is written: the writer goes through
 * positions in rising order, so each element is looked at once. */
typedef struct
{
  GPtrArray *foreign; /* of RingForeign */
  guint next;
} ForeignQueue;

static void
foreign_queue_free (gpointer data)
{
  g_ptr_array_unref (((ForeignQueue *) data)->foreign);
  g_free (data);
}

/* Elements at one position keep their order, which RingDrawing's is: the sort is stable. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const RingForeign *x = *(const RingForeign *const *) a;
  const RingForeign *y = *(const RingForeign *const *) b;

  return x->position < y->position ? -1 : x->position > y->position;
}

static void
sort_foreign (Writer *writer)
{
  GHashTableIter iter;
  gpointer queue;

  writer->queues = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, foreign_queue_free);
  for (guint i = 0; i < ring_drawing_get_n_foreign (writer->drawing); i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (writer->drawing, i);

      queue = g_hash_table_lookup (writer->queues, foreign->parent);
      if (queue == NULL)
        {
          queue = g_new0 (ForeignQueue, 1);
          ((ForeignQueue *) queue)->foreign = g_ptr_array_new ();
          g_hash_table_insert (writer->queues, (gpointer) foreign->parent, queue);
        }
      g_ptr_array_add (((ForeignQueue *) queue)->foreign, (gpointer) foreign);
    }
  g_hash_table_iter_init (&iter, writer->queues);
  while (g_hash_table_iter_next (&iter, NULL, &queue))
    g_ptr_array_sort (((ForeignQueue *) queue)->foreign, compare_positions);
}

/* Other programs' elements that stand before child LAST of PARENT and are not written yet. */
static void
write_foreign_to (Writer *writer, const char *parent, guint last, const char *indent)
{
  ForeignQueue *queue = g_hash_table_lookup (writer->queues, parent);

  for (; queue != NULL && queue->next < queue->foreign->len; queue->next++)
    {
      const RingForeign *foreign = g_ptr_array_index (queue->foreign, queue->next);

      if (foreign->position > last)
        return;
      append_line (writer, indent);
      g_string_append (writer->out, foreign->xml);
    }
}

typedef struct
{
  Writer writer;
  const RingLayer *layer;
  gsize first, end;
} WriteJob;

static gpointer
write_items_cb (gpointer data)
{
  WriteJob *job = data;

  for (gsize i = job->first; i < job->end; i++)
    write_item (&job->writer, ring_layer_get_item (job->layer, i));
  return NULL;
}

/* Compares what has been written since the last time, where that is all that is wanted of it. */
static void
let_go (Writer *writer)
{
  Expected *expected = writer->expected;
  gsize n = writer->out->len;

  if (expected == NULL)
    return;
  if (n > expected->n_rest || memcmp (expected->rest, writer->out->str, n) != 0)
    expected->differs = TRUE;
  else
    {
      expected->rest += n;
      expected->n_rest -= n;
    }
  g_string_truncate (writer->out, 0);
}

/* Two batches at once, here and in a thread; each item's text depends on nothing around it. */
static void
write_two_batches (Writer *writer, WriteJob *second)
{
  WriteJob first = { *writer, second->layer, second->first, (second->first + second->end) / 2 };
  GThread *thread;

  second->first = first.end;
  g_string_truncate (second->writer.out, 0);
  thread = g_thread_new ("write", write_items_cb, second);
  write_items_cb (&first);
  g_thread_join (thread);
  let_go (writer);
  g_string_append_len (writer->out, second->writer.out->str, (gssize) second->writer.out->len);
  let_go (writer);
}

static void
write_items (Writer *writer, const RingLayer *layer)
{
  gsize n = ring_layer_get_n_items (layer);
  WriteJob job = { *writer, layer, 0, n };

  if (n < MIN_SHARED)
    {
      write_items_cb (&job);
      return;
    }
  job.writer.out = g_string_sized_new (ROOM_PER_ITEM * BATCH);
  job.writer.scratch = g_string_new (NULL);
  for (gsize i = 0; i < n; i += 2 * BATCH)
    {
      job.first = i;
      job.end = MIN (n, i + 2 * BATCH);
      write_two_batches (writer, &job);
    }
  g_string_free (job.writer.out, TRUE);
  g_string_free (job.writer.scratch, TRUE);
}

static void
write_layer (Writer *writer, const RingLayer *layer)
{
  const RingLayerHead *head = ring_layer_get_head (layer);
  gsize n = ring_layer_get_n_items (layer);

  if (writer->plain && !head->visible)
    return;
  append_line (writer, "    ");
  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", head->id);
  if (!writer->plain)
    {
      g_string_append (writer->out, " rw:kind=\"layer\"");
      ring_svg_append_attribute (writer->out, "rw:role", ring_layer_role_name (head->role));
      if (head->name != NULL && head->name[0] != '\0')
        ring_svg_append_attribute (writer->out, "rw:name", head->name);
      if (head->locked)
        g_string_append (writer->out, " rw:locked=\"true\"");
    }
  if (!head->visible)
    g_string_append (writer->out, " display=\"none\"");
  if (head->opacity < 0.99995)
    ring_svg_append_number (writer->out, "opacity", head->opacity);
  append_extra (writer, ring_layer_get_extra (layer));
  if (n == 0)
    {
      g_string_append (writer->out, "/>");
      return;
    }
  g_string_append_c (writer->out, '>');
  write_items (writer, layer);
  append_line (writer, "    ");
  g_string_append (writer->out, "</g>");
}

static gboolean
has_clip (const RingViewHead *head)
{
  return head->kind != RING_VIEW_PAGE && !ring_rect_is_empty (head->clip);
}

/* The window in the model as in the picture: x y width height. */
static void
write_clip_model (Writer *writer, const RingViewHead *head)
{
  const double v[] = { head->clip.x0, head->clip.y0, head->clip.x1 - head->clip.x0,
                       head->clip.y1 - head->clip.y0 };

  ring_svg_append_numbers (writer->out, "rw:clip", v, G_N_ELEMENTS (v));
}

static void
write_view_head (Writer *writer, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  GString *out = writer->out;
  RingMatrix m = ring_view_get_matrix (view);

  g_string_append (out, "<g");
  ring_svg_append_attribute (writer->out, "id", head->id);
  if (!writer->plain)
    {
      g_string_append (out, " rw:kind=\"view\"");
      ring_svg_append_attribute (writer->out, "rw:view", ring_view_kind_name (head->kind));
      if (head->ring != NULL && head->ring[0] != '\0')
        ring_svg_append_attribute (writer->out, "rw:ring", head->ring);
      ring_svg_append_number (out, "rw:scale", head->scale);
      if (has_clip (head))
        write_clip_model (writer, head);
    }
  ring_svg_append_transform (out, &m);
  if (has_clip (head))
    g_string_append_printf (out, " clip-path=\"url(#clip-%s)\"", head->id);
  append_extra (writer, ring_view_get_extra (view));
  g_string_append_c (out, '>');
}

static void
write_view (Writer *writer, const RingView *view)
{
  const char *id = ring_view_get_head (view)->id;
  guint n = ring_view_get_n_layers (view);

  append_line (writer, "  ");
  write_view_head (writer, view);
  ring_svg_append_guides (writer->out, writer->drawing, view, "\n    ", writer->plain);
  for (guint i = 0; i < n; i++)
    {
      write_foreign_to (writer, id, i, "    ");
      write_layer (writer, ring_view_get_layer (view, i));
    }
  write_foreign_to (writer, id, G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</g>");
}

static void
write_clip (Writer *writer, const RingViewHead *head)
{
  append_line (writer, "    ");
  g_string_append_printf (writer->out, "<clipPath id=\"clip-%s\"", head->id);
  if (!writer->plain)
    ring_svg_append_attribute (writer->out, "rw:of", head->id);
  g_string_append (writer->out, "><rect");
  ring_svg_append_number (writer->out, "x", head->clip.x0);
  ring_svg_append_number (writer->out, "y", head->clip.y0);
  ring_svg_append_number (writer->out, "width", head->clip.x1 - head->clip.x0);
  ring_svg_append_number (writer->out, "height", head->clip.y1 - head->clip.y0);
  g_string_append (writer->out, "/></clipPath>");
}

static void
write_defs (Writer *writer)
{
  append_line (writer, "  ");
  g_string_append (writer->out, "<defs>");
  for (guint i = 0; i < ring_drawing_get_n_views (writer->drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (writer->drawing, i));

      if (has_clip (head))
        write_clip (writer, head);
    }
  ring_svg_append_grains (writer->out, writer->drawing, "\n    ", writer->plain);
  write_foreign_to (writer, "defs", G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</defs>");
}

static void
write_record (Writer *writer, const RingRecord *record)
{
  append_line (writer, "    ");
  g_string_append_printf (writer->out, "<rw:%s", ring_record_get_kind (record));
  ring_svg_append_attribute (writer->out, "id", ring_record_get_id (record));
  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (record, i, &value);

      if (ring_svg_is_name (name) && strchr (name, ':') == NULL && strcmp (name, "id") != 0)
        ring_svg_append_attribute (writer->out, name, value);
    }
  g_string_append (writer->out, "/>");
}

/* The drawing keeps its records in the order of the file (ring_record_kind_order()). */
static void
write_metadata (Writer *writer)
{
  guint written = 0;

  append_line (writer, "  ");
  g_string_append (writer->out, "<metadata>");
  for (guint i = 0; i < ring_drawing_get_n_records (writer->drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (writer->drawing, i);

      if (!ring_svg_is_name (ring_record_get_kind (record)))
        continue;
      write_foreign_to (writer, "metadata", written, "    ");
      write_record (writer, record);
      written++;
    }
  write_foreign_to (writer, "metadata", G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</metadata>");
}

static void
write_title (Writer *writer)
{
  const RingRecord *commission
      = ring_drawing_find_record (writer->drawing, RING_RECORD_COMMISSION, NULL);
  const char *title = ring_record_get (commission, "title");
  g_autofree char *clean = NULL;

  /* A plain picture goes anywhere, so it names nobody. */
  if (title == NULL && !writer->plain)
    title = ring_record_get (commission, "client");
  clean = ring_text_clean (title != NULL ? title : "Ring design", RING_TEXT_MAX_CHARS);
  append_line (writer, "  ");
  g_string_append (writer->out, "<title>");
  ring_svg_append_text (writer->out, clean);
  g_string_append (writer->out, "</title>");
}

static gboolean
layer_needs_ours (const RingLayer *layer)
{
  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const char *xml = ring_item_get_xml (ring_layer_get_item (layer, i), NULL);

      if (xml != NULL && strstr (xml, "rw:") != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
foreign_needs_ours (const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (drawing, i);

      if (strcmp (foreign->parent, "metadata") != 0 && strstr (foreign->xml, "rw:") != NULL)
        return TRUE;
    }
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        if (layer_needs_ours (ring_view_get_layer (view, l)))
          return TRUE;
    }
  return FALSE;
}

/* In a plain picture only namespaces stay, which kept markup may need. */
static void
append_root_extra (Writer *writer)
{
  const char *const *extra = ring_drawing_get_extra (writer->drawing);

  /* A plain picture needs our namespace only where another program copied our attributes. */
  if (writer->plain && foreign_needs_ours (writer->drawing))
    ring_svg_append_attribute (writer->out, "xmlns:rw", RING_RW_URI);
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    if (!writer->plain || g_str_has_prefix (extra[i], "xmlns:"))
      ring_svg_append_attribute (writer->out, extra[i], extra[i + 1]);
}

static void
write_root (Writer *writer)
{
  GString *out = writer->out;
  double width = ring_drawing_get_width (writer->drawing);
  double height = ring_drawing_get_height (writer->drawing);
  const double box[] = { 0, 0, width, height };

  append_line (writer, "");
  g_string_append (out, "<svg xmlns=\"" RING_SVG_URI "\"");
  if (!writer->plain)
    g_string_append (out, " xmlns:rw=\"" RING_RW_URI "\"");
  g_string_append (out, " width=\"");
  ring_number_append (out, width, RING_SVG_DECIMALS);
  g_string_append (out, "mm\" height=\"");
  ring_number_append (out, height, RING_SVG_DECIMALS);
  g_string_append (out, "mm\"");
  ring_svg_append_numbers (out, "viewBox", box, G_N_ELEMENTS (box));
  if (!writer->plain)
    {
      g_string_append (out, " rw:version=\"" RING_SVG_VERSION "\"");
      ring_svg_append_attribute (writer->out, "rw:design", ring_drawing_get_uuid (writer->drawing));
    }
  append_root_extra (writer);
  g_string_append_c (out, '>');
}

static void
write_children (Writer *writer)
{
  guint n = ring_drawing_get_n_views (writer->drawing);

  write_foreign_to (writer, "svg", RING_ROOT_TITLE, "  ");
  write_title (writer);
  write_foreign_to (writer, "svg", RING_ROOT_METADATA, "  ");
  if (!writer->plain)
    write_metadata (writer);
  write_foreign_to (writer, "svg", RING_ROOT_DEFS, "  ");
  write_defs (writer);
  for (guint i = 0; i < n; i++)
    {
      write_foreign_to (writer, "svg", RING_ROOT_VIEWS + i, "  ");
      write_view (writer, ring_drawing_get_view (writer->drawing, i));
    }
  write_foreign_to (writer, "svg", G_MAXUINT, "  ");
}

/* About what DRAWING will take, so that its text is seldom moved while it grows. */
static gsize
guess_size (const RingDrawing *drawing)
{
  gsize n = 0;

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);

      for (guint k = 0; k < ring_view_get_n_layers (view); k++)
        n += ring_layer_get_n_items (ring_view_get_layer (view, k));
    }
  return (1 << 16) + MIN (n * ROOM_PER_ITEM, MAX_ROOM);
}

static void
write_all (Writer *writer)
{
  writer->scratch = g_string_new (NULL);
  sort_foreign (writer);
  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  write_foreign_to (writer, "", 0, "");
  write_root (writer);
  write_children (writer);
  append_line (writer, "");
  g_string_append (writer->out, "</svg>");
  write_foreign_to (writer, "", G_MAXUINT, "");
  g_string_append_c (writer->out, '\n');
  g_string_free (writer->scratch, TRUE);
  g_hash_table_unref (writer->queues);
}

/**
 * ring_svg_write:
 * @drawing: what to write
 * @mode: with or without the model
 *
 * Returns: canonical UTF-8 text that ends in a line feed
 */
GBytes *
ring_svg_write (const RingDrawing *drawing, RingWriteMode mode)
{
  Writer writer = { .out = g_string_sized_new (guess_size (drawing)),
                    .drawing = drawing,
                    .plain = mode == RING_WRITE_PLAIN };
  gsize length;

  ring_memory_expect_fill (writer.out->str, writer.out->allocated_len);
  write_all (&writer);
  length = writer.out->len;
  return g_bytes_new_take (g_string_free (writer.out, FALSE), length);
}

gboolean
ring_svg_is_text_of (const RingDrawing *drawing, GBytes *text)
{
  Expected expected = { 0 };
  Writer writer = { .out = g_string_new (NULL), .drawing = drawing, .expected = &expected };

  expected.rest = g_bytes_get_data (text, &expected.n_rest);
  write_all (&writer);
  let_go (&writer);
  g_string_free (writer.out, TRUE);
  return !expected.differs && expected.n_rest == 0;
}

/* ------------------------------------------------------------------- parts */

void
ring_svg_append_item (GString *out, const RingItem *item)
{
  Writer writer = { .out = out, .scratch = g_string_new (NULL) };

  write_item (&writer, item);
  g_string_free (writer.scratch, TRUE);
}

void
ring_svg_append_record (GString *out, const RingRecord *record)
{
  Writer writer = { .out = out };

  write_record (&writer, record);
}

void
ring_svg_append_layer (GString *out, const RingLayer *layer)
{
  Writer writer = { .out = out, .scratch = g_string_new (NULL) };

  write_layer (&writer, layer);
  g_string_free (writer.scratch, TRUE);
}

void
ring_svg_append_view (GString *out, const RingView *view)
{
  Writer writer = { .out = out, .scratch = g_string_new (NULL) };

  write_view_head (&writer, view);
  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    write_layer (&writer, ring_view_get_layer (view, i));
  g_string_append (out, "</g>");
  g_string_free (writer.scratch, TRUE);
}
