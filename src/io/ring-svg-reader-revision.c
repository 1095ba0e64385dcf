/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions. They stand before the items that they name, so they are noted while the file is read and
 * made when all of it is. What a revision names must be there, once, and all of it understood:
 * otherwise that revision is left out, and said to be. */
#include "ring-svg-reader-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-revision.h"
#include "ring-svg-attribute.h"
#include "ring-svg-style.h"

#define MAX_ID 100
#define MAX_VIEWS 256
#define MAX_COORDINATE 1e5

/* A file of some size honestly names about one item for each of so many bytes. */
#define BYTES_PER_NAME 10
#define NAMES_FLOOR 1000000

typedef struct
{
  RingLayerHead head;
  char *items; /* ids between blanks */
} NotedLayer;

typedef struct
{
  RingViewHead head;
  GArray *layers; /* of NotedLayer */
} NotedView;

struct _RingNotedRevision
{
  RingRecord *record;
  guint line;
  GPtrArray *records; /* of RingRecord */
  GArray *views;      /* of NotedView */
  const char *broken; /* what is wrong with it, translated; NULL for nothing */
};

static void
noted_layer_clear (gpointer data)
{
  NotedLayer *layer = data;

  g_free ((char *) layer->head.id);
  g_free ((char *) layer->head.name);
  g_free (layer->items);
}

static void
noted_view_clear (gpointer data)
{
  NotedView *view = data;

  g_free ((char *) view->head.id);
  g_free ((char *) view->head.ring);
  g_array_unref (view->layers);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

void
_ring_noted_revision_free (gpointer data)
{
  RingNotedRevision *noted = data;

  ring_record_unref (noted->record);
  g_ptr_array_unref (noted->records);
  g_array_unref (noted->views);
  g_free (noted);
}

/* ------------------------------------------------------------------ noting */

static const char *
get (const RingSvgNode *node, const char *name)
{
  return ring_svg_node_get (node, RING_NS_NONE, name);
}

static gboolean
is_id (const char *id)
{
  return ring_svg_is_name (id) && strlen (id) <= MAX_ID;
}

static gboolean
is_rw (const RingSvgNode *node, const char *name)
{
  return node->type == RING_NODE_ELEMENT && node->ns == RING_NS_RW
         && strcmp (node->name, name) == 0;
}

static gboolean
is_true (const RingSvgNode *node, const char *name)
{
  return g_strcmp0 (get (node, name), "true") == 0;
}

static void
note_layer (RingNotedRevision *noted, NotedView *view, const RingSvgNode *node)
{
  NotedLayer layer = { .head.opacity = 1 };
  const char *role = get (node, "role");
  const char *name = get (node, "name");
  double opacity;

  if (!is_id (get (node, "id")) || !ring_layer_role_from_name (role, &layer.head.role))
    {
      noted->broken = _("a layer of it has no id or role");
      return;
    }
  if (ring_number_parse (get (node, "opacity"), &opacity))
    layer.head.opacity = CLAMP (opacity, 0, 1);
  layer.head.id = g_strdup (get (node, "id"));
  layer.head.name = g_strdup (name != NULL ? name : "");
  layer.head.visible = !is_true (node, "hidden");
  layer.head.locked = is_true (node, "locked");
  layer.items = g_strdup (node->first != NULL && node->first->type == RING_NODE_TEXT
                              ? node->first->text
                              : "");
  g_array_append_val (view->layers, layer);
}

static gboolean
is_near (double value)
{
  return fabs (value) <= MAX_COORDINATE;
}

static gboolean
note_place (RingViewHead *head, const RingSvgNode *node)
{
  double v[4];

  if (!ring_number_parse (get (node, "scale"), &head->scale) || head->scale < 1e-3
      || head->scale > 1e4 || !ring_svg_parse_numbers (get (node, "at"), v, 2) || !is_near (v[0])
      || !is_near (v[1]))
    return FALSE;
  head->origin = (RingPoint){ v[0], v[1] };
  head->clip = RING_RECT_EMPTY;
  if (get (node, "clip") == NULL)
    return TRUE;
  if (!ring_svg_parse_numbers (get (node, "clip"), v, 4) || !(v[2] > 0) || !(v[3] > 0)
      || !is_near (v[0]) || !is_near (v[1]) || !is_near (v[2]) || !is_near (v[3]))
    return FALSE;
  head->clip = (RingRect){ v[0], v[1], v[0] + v[2], v[1] + v[3] };
  return TRUE;
}

static void
note_view (const RingSvgReader *reader, RingNotedRevision *noted, const RingSvgNode *node)
{
  NotedView view = { .head = { .scale = 1, .clip = { 0, 0, reader->width, reader->height } } };
  const char *ring = get (node, "ring");

  if (!is_id (get (node, "id")) || !ring_view_kind_from_name (get (node, "view"), &view.head.kind)
      || (view.head.kind != RING_VIEW_PAGE && !note_place (&view.head, node))
      || noted->views->len >= MAX_VIEWS)
    {
      noted->broken = _("a view of it has no id, kind or place");
      return;
    }
  view.head.id = g_strdup (get (node, "id"));
  view.head.ring = g_strdup (ring != NULL ? ring : "");
  view.layers = array_new (sizeof (NotedLayer), noted_layer_clear);
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (is_rw (child, "layer"))
      note_layer (noted, &view, child);
    else if (!ring_svg_node_is_blank (child))
      noted->broken = _("a view of it holds what this program does not know");
  g_array_append_val (noted->views, view);
}

gboolean
_ring_svg_reader_is_revision (const RingSvgNode *node)
{
  return is_rw (node, RING_RECORD_REVISION) && node->first != NULL;
}

/* Its record is taken with the others, so that what stands around it keeps its place. */
void
_ring_svg_reader_note_revision (RingSvgReader *reader, const RingSvgNode *node)
{
  RingNotedRevision *noted = g_new0 (RingNotedRevision, 1);

  noted->line = node->line;
  noted->record = _ring_svg_reader_make_record (node);
  noted->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  noted->views = array_new (sizeof (NotedView), noted_view_clear);
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (is_rw (child, "view"))
      note_view (reader, noted, child);
    else if (child->type == RING_NODE_ELEMENT && child->ns == RING_NS_RW
             && ring_record_is_revised (child->name))
      g_ptr_array_add (noted->records, _ring_svg_reader_make_record (child));
    else if (!ring_svg_node_is_blank (child))
      noted->broken = _("it holds what no revision holds");
  if (!is_id (get (node, "id")))
    noted->broken = _("it has no id");
  g_ptr_array_add (reader->records, ring_record_ref (noted->record));
  g_ptr_array_add (reader->revisions, noted);
}

/* ------------------------------------------------------------------ making */

typedef struct
{
  RingSvgReader *reader;
  GHashTable *items;   /* RingItem by the id in the file */
  GHashTable *renamed; /* RingItem by the whole name, "s1.1:s1"; owned */
  GHashTable *layers;  /* the last RingLayer that was made, by its id; owned */
  GHashTable *views;   /* the last RingView, the same */
  GHashTable *used;    /* ids that a revision holds: RingItem */
  gint64 names;        /* that may still be read */
} Maker;

/* Of the item with another content than elsewhere: "s1.1:s1" is stored as s1.1 and was s1. */
static RingItem *
find_renamed (Maker *maker, const char *name)
{
  RingItem *item = g_hash_table_lookup (maker->renamed, name);
  const char *colon = strchr (name, ':');
  g_autofree char *stored = NULL;
  RingItem *there;

  if (item != NULL)
    return item;
  stored = g_strndup (name, (gsize) (colon - name));
  there = g_hash_table_lookup (maker->items, stored);
  if (there == NULL || !is_id (colon + 1))
    return NULL;
  g_hash_table_add (maker->used, there);
  item = ring_item_with_id (there, colon + 1);
  g_hash_table_insert (maker->renamed, g_strdup (name), item);
  return item;
}

static RingItem *
find_item (Maker *maker, const char *name)
{
  RingItem *item;

  if (strchr (name, ':') != NULL)
    return find_renamed (maker, name);
  item = g_hash_table_lookup (maker->items, name);
  if (item != NULL)
    g_hash_table_add (maker->used, item);
  return item;
}

/* The items that TEXT, which is taken apart, names; IDS holds those of the revision so far. NULL with
 * what is wrong. */
static GPtrArray *
make_items (Maker *maker, char *text, GHashTable *ids, const char **broken)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  char *next = text;

  for (;;)
    {
      char *name = next + strspn (next, " \t\r\n");
      RingItem *item;

      if (*name == '\0')
        return g_steal_pointer (&items);
      next = name + strcspn (name, " \t\r\n");
      if (*next != '\0')
        *next++ = '\0';
      item = find_item (maker, name);
      if (maker->names-- <= 0)
        *broken = _("the revisions of this file name more items than a file of its size can have");
      else if (item == NULL)
        *broken = _("it names an item that is not in the file");
      else if (!g_hash_table_add (ids, (gpointer) ring_item_get_id (item)))
        *broken = _("it names an item twice");
      else
        {
          g_ptr_array_add (items, item);
          continue;
        }
      return NULL;
    }
}

static gboolean
is_same_layer (const RingLayer *layer, const RingLayerHead *head, const GPtrArray *items)
{
  RingSequenceIter iter;

  if (!ring_layer_head_is_same (ring_layer_get_head (layer), head)
      || ring_layer_get_n_items (layer) != items->len)
    return FALSE;
  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  for (guint i = 0; i < items->len; i++)
    if (ring_sequence_iter_next (&iter) != items->pdata[i])
      return FALSE;
  return TRUE;
}

/* A layer that is the same as in the present, or in the revision before, is the same object. */
static RingLayer *
make_layer (Maker *maker, const NotedLayer *noted, const GPtrArray *items)
{
  RingLayer *last = g_hash_table_lookup (maker->layers, noted->head.id);
  RingLayer *layer;

  if (last != NULL && is_same_layer (last, &noted->head, items))
    return ring_layer_ref (last);
  layer = ring_layer_new (&noted->head, (RingItem *const *) items->pdata, items->len);
  if (last != NULL && ring_layer_get_extra (last) != NULL)
    ring_layer_set_extra (layer, ring_layer_get_extra (last));
  g_hash_table_insert (maker->layers, g_strdup (noted->head.id), ring_layer_ref (layer));
  return layer;
}

static gboolean
is_same_view (const RingView *view, const RingViewHead *head, const GPtrArray *layers)
{
  if (!ring_view_head_is_same (ring_view_get_head (view), head)
      || ring_view_get_n_layers (view) != layers->len)
    return FALSE;
  for (guint i = 0; i < layers->len; i++)
    if (ring_view_get_layer (view, i) != layers->pdata[i])
      return FALSE;
  return TRUE;
}

static RingView *
make_view (Maker *maker, const NotedView *noted, const GPtrArray *layers)
{
  RingView *last = g_hash_table_lookup (maker->views, noted->head.id);
  RingView *view;

  if (last != NULL && is_same_view (last, &noted->head, layers))
    return ring_view_ref (last);
  view = ring_view_new (&noted->head, (RingLayer *const *) layers->pdata, layers->len);
  if (last != NULL && ring_view_get_extra (last) != NULL)
    ring_view_set_extra (view, ring_view_get_extra (last));
  g_hash_table_insert (maker->views, g_strdup (noted->head.id), ring_view_ref (view));
  return view;
}

static const char *
add_view (Maker *maker, RingDrawingBuilder *builder, NotedView *noted, GHashTable *heads,
          GHashTable *ids)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);
  g_autoptr (RingView) view = NULL;
  const char *broken = NULL;

  if (!g_hash_table_add (heads, (gpointer) noted->head.id))
    return _("it has a view twice");
  for (guint i = 0; i < noted->layers->len; i++)
    {
      NotedLayer *layer = &g_array_index (noted->layers, NotedLayer, i);
      g_autoptr (GPtrArray) items = make_items (maker, layer->items, ids, &broken);

      if (items == NULL)
        return broken;
      if (!g_hash_table_add (heads, (gpointer) layer->head.id))
        return _("it has a layer twice");
      g_ptr_array_add (layers, make_layer (maker, layer, items));
    }
  view = make_view (maker, noted, layers);
  ring_drawing_builder_add_view (builder, view);
  return NULL;
}

static gboolean
has_page (const RingNotedRevision *noted)
{
  for (guint i = 0; i < noted->views->len; i++)
    if (g_array_index (noted->views, NotedView, i).head.kind == RING_VIEW_PAGE)
      return TRUE;
  return FALSE;
}

/* NULL, with NOTED->broken. */
static RingDrawing *
make_state (Maker *maker, RingNotedRevision *noted)
{
  const RingSvgReader *reader = maker->reader;
  g_autoptr (GHashTable) heads = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  RingDrawingBuilder *builder
      = ring_drawing_builder_new (reader->uuid, reader->width, reader->height);
  g_autoptr (RingDrawing) state = NULL;

  for (guint i = 0; noted->broken == NULL && i < noted->views->len; i++)
    noted->broken
        = add_view (maker, builder, &g_array_index (noted->views, NotedView, i), heads, ids);
  if (noted->broken == NULL && !has_page (noted))
    noted->broken = _("it has no page");
  for (guint i = 0; i < noted->records->len; i++)
    ring_drawing_builder_add_record (builder, noted->records->pdata[i]);
  if (reader->extra->len > 0)
    ring_drawing_builder_set_extra (builder, (const char *const *) reader->extra->pdata);
  state = ring_drawing_builder_end (builder);
  return noted->broken == NULL ? g_steal_pointer (&state) : NULL;
}

static void
index_items (Maker *maker)
{
  const RingSvgReader *reader = maker->reader;

  for (guint i = 0; i < reader->earlier->len; i++)
    g_hash_table_insert (maker->items, (gpointer) ring_item_get_id (reader->earlier->pdata[i]),
                         reader->earlier->pdata[i]);
  for (guint v = 0; v < reader->views->len; v++)
    {
      RingView *view = reader->views->pdata[v];

      g_hash_table_insert (maker->views, g_strdup (ring_view_get_head (view)->id),
                           ring_view_ref (view));
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingLayer *layer = ring_view_get_layer (view, l);
          RingSequenceIter iter;
          RingItem *item;

          g_hash_table_insert (maker->layers, g_strdup (ring_layer_get_head (layer)->id),
                               ring_layer_ref (layer));
          ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            g_hash_table_insert (maker->items, (gpointer) ring_item_get_id (item), item);
        }
    }
}

static void
leave_out (RingSvgReader *reader, guint line, const char *name, const char *why)
{
  if (reader->items.report == NULL)
    return;
  ring_load_report_add (reader->items.report, RING_NOTICE_WARNING, line, "rw:revision",
                        _("The revision “%s” was left out: %s. The file keeps it until you save."),
                        name, why);
  ring_load_report_set_left_out (reader->items.report, TRUE);
}

/* The place of RECORD among those that were read, which holds that very object. */
static guint
place_of (const RingSvgReader *reader, const RingRecord *record)
{
  guint i = 0;

  while (reader->records->pdata[i] != record)
    i++;
  return i;
}

/* A revision goes on from one that was kept before it. */
static void
check_from (RingSvgReader *reader, const RingNotedRevision *noted, GHashTable *known)
{
  const char *from = ring_record_get (noted->record, "from");
  guint at = place_of (reader, noted->record);

  if (from == NULL || g_hash_table_contains (known, from))
    return;
  if (reader->items.report != NULL)
    ring_load_report_add (reader->items.report, RING_NOTICE_INFO, noted->line, "rw:revision",
                          _("The revision “%s” goes on from one that is not kept before it; it "
                            "stands for itself now."),
                          ring_revision_get_name (noted->record));
  ring_record_set ((RingRecord **) &reader->records->pdata[at], "from", NULL);
}

static void
make_revision (Maker *maker, RingNotedRevision *noted, RingDrawingBuilder *builder,
               GHashTable *known)
{
  RingSvgReader *reader = maker->reader;
  const char *id = ring_record_get_id (noted->record);
  g_autoptr (RingDrawing) state = NULL;

  if (noted->broken == NULL && g_hash_table_contains (known, id))
    noted->broken = _("another has its id");
  if (noted->broken == NULL && g_hash_table_size (known) >= RING_REVISION_MOST)
    noted->broken = _("a design keeps 1,000 revisions");
  if (noted->broken == NULL)
    state = make_state (maker, noted);
  if (state == NULL)
    {
      leave_out (reader, noted->line, ring_revision_get_name (noted->record), noted->broken);
      g_ptr_array_remove_index (reader->records, place_of (reader, noted->record));
      return;
    }
  check_from (reader, noted, known);
  g_hash_table_add (known, (gpointer) id);
  ring_drawing_builder_add_state (builder, id, state);
}

static GHashTable *
owned_new (GDestroyNotify unref)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref);
}

/* What no revision holds was there for one that was left out, or for none. */
static void
tell_unused (Maker *maker)
{
  RingSvgReader *reader = maker->reader;
  guint n = 0;

  for (guint i = 0; i < reader->earlier->len; i++)
    n += !g_hash_table_contains (maker->used, reader->earlier->pdata[i]);
  if (n == 0 || reader->items.report == NULL)
    return;
  ring_load_report_add (reader->items.report, RING_NOTICE_WARNING, 0, "g",
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%u item that only revisions showed is in none of them and was "
                                     "left out. The file keeps it until you save.",
                                     "%u items that only revisions showed are in none of them and "
                                     "were left out. The file keeps them until you save.",
                                     n),
                        n);
  ring_load_report_set_left_out (reader->items.report, TRUE);
}

void
_ring_svg_reader_make_revisions (RingSvgReader *reader, RingDrawingBuilder *builder)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Maker maker = { reader };

  if (reader->revisions->len + reader->earlier->len == 0)
    return;
  maker.items = g_hash_table_new (g_str_hash, g_str_equal);
  maker.renamed = owned_new ((GDestroyNotify) ring_item_unref);
  maker.layers = owned_new ((GDestroyNotify) ring_layer_unref);
  maker.views = owned_new ((GDestroyNotify) ring_view_unref);
  maker.used = g_hash_table_new (NULL, NULL);
  maker.names = NAMES_FLOOR + (gint64) (reader->n_bytes / BYTES_PER_NAME);
  index_items (&maker);
  for (guint i = 0; i < reader->revisions->len; i++)
    make_revision (&maker, reader->revisions->pdata[i], builder, known);
  tell_unused (&maker);
  g_hash_table_unref (maker.items);
  g_hash_table_unref (maker.renamed);
  g_hash_table_unref (maker.layers);
  g_hash_table_unref (maker.views);
  g_hash_table_unref (maker.used);
}
