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
set_field (RingRecord **record, const char *name, const char *value)
{
  g_autoptr (RingRecord) old = *record;

  *record = ring_record_with (old, name, value);
}

static void
set_number (RingRecord **record, const char *name, double value)
{
  g_autoptr (RingRecord) old = *record;

  *record = ring_record_with_number (old, name, value, 2);
}

/* NULL for nothing but blanks. */
static char *
clean (const char *text)
{
  g_autofree char *clean = g_strstrip (ring_text_clean (text, RING_TALK_MAX_CHARS));

  return clean[0] != '\0' ? g_steal_pointer (&clean) : NULL;
}

RingEdit *
ring_talk_say (RingDesign *design,
               gboolean jeweler,
               const char *text,
               const RingView *view,
               RingPoint point)
{
  g_autofree char *words = clean (text);
  g_autofree char *id = ring_design_new_id (design, 'e');
  g_autofree char *now = ring_clock_format (ring_clock_now_ms ());
  g_autoptr (RingRecord) entry = NULL;
  RingEdit *edit;

  if (words == NULL)
    return NULL;
  entry = ring_record_new (RING_RECORD_ENTRY, id);
  set_field (&entry, "text", words);
  set_field (&entry, "who", jeweler ? "jeweler" : "client");
  set_field (&entry, "at", now);
  if (view != NULL)
    {
      set_field (&entry, "view", ring_view_get_head (view)->id);
      set_number (&entry, "x", point.x);
      set_number (&entry, "y", point.y);
    }
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Conversation"));
  ring_edit_set_record (edit, entry);
  return edit;
}

RingEdit *
ring_talk_correct (RingDesign *design, const char *id, gboolean jeweler, const char *text)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_ENTRY, id);
  g_autofree char *words = clean (text);
  g_autoptr (RingRecord) entry = NULL;
  RingEdit *edit;

  if (old == NULL || words == NULL)
    return NULL;
  entry = ring_record_with (old, "text", words);
  set_field (&entry, "who", jeweler ? "jeweler" : "client");
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
