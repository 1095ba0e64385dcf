/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-talk.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-text.h"

/* No view reaches further, mm. */
#define FAR 10000

gboolean
ring_talk_init (RingTalk *talk, const RingRecord *record)
{
  const char *at = ring_record_get (record, "at");

  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_ENTRY))
    return FALSE;
  *talk = (RingTalk){ .id = ring_record_get_id (record),
                      .text = ring_record_get_or (record, "text", ""),
                      .ink = ring_record_get (record, "ink"),
                      .jeweler = g_strcmp0 (ring_record_get (record, "who"), "jeweler") == 0,
                      .view = ring_record_get (record, "view") };
  if (at == NULL || !ring_clock_parse (at, &talk->at))
    talk->at = 0;
  talk->point.x = ring_record_get_between (record, "x", -FAR, FAR, 0);
  talk->point.y = ring_record_get_between (record, "y", -FAR, FAR, 0);
  return TRUE;
}

GArray *
ring_talk_list (const RingDrawing *drawing)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RingTalk));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingTalk talk;

      if (ring_talk_init (&talk, ring_drawing_get_record (drawing, i)))
        g_array_append_val (list, talk);
    }
  return list;
}

gboolean
ring_talk_find_place (const RingTalk *talk, const RingDrawing *drawing, RingPoint *paper)
{
  const RingView *view = talk->view != NULL ? ring_drawing_find_view (drawing, talk->view) : NULL;
  RingMatrix matrix;

  if (view == NULL)
    return FALSE;
  matrix = ring_view_get_matrix (view);
  *paper = ring_matrix_apply (&matrix, talk->point);
  return TRUE;
}

static void
collect_layer (GHashTable *ink, GHashTable *views, RingView *view, const RingLayer *layer)
{
  RingSequenceIter iter;
  RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      const char *group = ring_item_get_group (item);
      GPtrArray *strokes = group != NULL ? g_hash_table_lookup (ink, group) : NULL;

      if (strokes == NULL)
        continue;
      g_ptr_array_add (strokes, ring_item_ref (item));
      if (views != NULL)
        g_hash_table_insert (views, (gpointer) group, view);
    }
}

GHashTable *
ring_talk_collect_ink (const RingDrawing *drawing, GHashTable **views)
{
  GHashTable *ink
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  if (views != NULL)
    *views = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingTalk talk;

      if (ring_talk_init (&talk, ring_drawing_get_record (drawing, i)) && talk.ink != NULL)
        g_hash_table_insert (ink, (gpointer) talk.ink,
                             g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref));
    }
  /* Most conversations are typed. */
  for (guint v = 0; g_hash_table_size (ink) > 0 && v < ring_drawing_get_n_views (drawing); v++)
    {
      RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        collect_layer (ink, views != NULL ? *views : NULL, view, ring_view_get_layer (view, l));
    }
  return ink;
}

/* NULL for nothing but blanks. */
static char *
clean (const char *text)
{
  g_autofree char *clean = g_strstrip (ring_text_clean (text, RING_TALK_MAX_CHARS));

  return clean[0] != '\0' ? g_steal_pointer (&clean) : NULL;
}

/* The entry, said AT by one of the two, about a place where VIEW is not NULL. */
static RingRecord *
new_entry (RingDesign *design, gboolean jeweler, gint64 at, const RingView *view, RingPoint point)
{
  g_autofree char *id = ring_design_new_id (design, 'e');
  g_autofree char *moment = ring_clock_format (at);
  RingRecord *entry = ring_record_new (RING_RECORD_ENTRY, id);

  ring_record_set (&entry, "who", jeweler ? "jeweler" : "client");
  ring_record_set (&entry, "at", moment);
  if (view != NULL)
    {
      ring_record_set (&entry, "view", ring_view_get_head (view)->id);
      ring_record_set_number (&entry, "x", point.x, 2);
      ring_record_set_number (&entry, "y", point.y, 2);
    }
  return entry;
}

RingEdit *
ring_talk_say (RingDesign *design,
               gboolean jeweler,
               const char *text,
               const RingView *view,
               RingPoint point)
{
  g_autofree char *words = clean (text);
  g_autoptr (RingRecord) entry = NULL;
  RingEdit *edit;

  if (words == NULL)
    return NULL;
  entry = new_entry (design, jeweler, ring_clock_now_ms (), view, point);
  ring_record_set (&entry, "text", words);
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Conversation"));
  ring_edit_set_record (edit, entry);
  return edit;
}

/* Puts the strokes of LAYER that are not in BEFORE into GROUP; *FIRST is the earliest moment of them. */
static void
group_new (RingEdit *edit, const RingLayer *layer, const RingDrawing *before, const char *group,
           gint64 *first)
{
  RingSequenceIter iter;
  RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      const RingStroke *stroke = ring_item_get_stroke (item);
      g_autoptr (RingItem) grouped = NULL;

      if (stroke == NULL || ring_drawing_find_item (before, ring_item_get_id (item), NULL, NULL) != NULL)
        continue;
      grouped = ring_item_with_group (item, group);
      ring_edit_replace_item (edit, grouped);
      if (stroke->samples != NULL)
        *first = MIN (*first, ring_samples_get_t0 (stroke->samples));
    }
}

RingEdit *
ring_talk_write (RingDesign *design,
                 gboolean jeweler,
                 const RingDrawing *before,
                 const RingView *view,
                 RingPoint point)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *group = ring_design_new_id (design, 'g');
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, _ ("Conversation"));
  g_autoptr (RingRecord) entry = NULL;
  gint64 first = ring_clock_now_ms ();

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    for (guint l = 0; l < ring_view_get_n_layers (ring_drawing_get_view (drawing, v)); l++)
      group_new (edit, ring_view_get_layer (ring_drawing_get_view (drawing, v), l), before, group,
                 &first);
  if (ring_edit_is_empty (edit))
    return NULL;
  entry = new_entry (design, jeweler, first, view, point);
  ring_record_set (&entry, "ink", group);
  ring_edit_set_record (edit, entry);
  return g_steal_pointer (&edit);
}

RingEdit *
ring_talk_correct (RingDesign *design, const char *id, gboolean jeweler, const char *text)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_ENTRY, id);
  g_autofree char *words = clean (text);
  g_autoptr (RingRecord) entry = NULL;
  RingEdit *edit;

  /* What was written by hand may do without words. */
  if (old == NULL || (words == NULL && ring_record_get (old, "ink") == NULL))
    return NULL;
  entry = ring_record_with (old, "text", words);
  ring_record_set (&entry, "who", jeweler ? "jeweler" : "client");
  if (ring_record_equal (entry, old))
    return NULL;
  edit = ring_edit_new (drawing, _ ("Conversation"));
  ring_edit_set_record (edit, entry);
  return edit;
}

RingEdit *
ring_talk_remove (RingDesign *design, const char *id)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove Entry"));

  ring_edit_remove_record (edit, RING_RECORD_ENTRY, id);
  return edit;
}
