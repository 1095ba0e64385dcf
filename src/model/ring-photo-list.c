/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-photo-list.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-text.h"

static gboolean
is_photo (const RingRecord *record)
{
  return g_str_equal (ring_record_get_kind (record), RING_RECORD_PHOTO)
         && ring_record_get_photo (record) != NULL;
}

static gboolean
is_of (const RingRecord *record, const char *owner)
{
  return is_photo (record) && g_strcmp0 (ring_record_get (record, "of"), owner) == 0;
}

GPtrArray *
ring_photo_list (const RingDrawing *drawing, const char *owner)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    if (is_of (ring_drawing_get_record (drawing, i), owner))
      g_ptr_array_add (list, (gpointer) ring_drawing_get_record (drawing, i));
  return list;
}

static gsize
count_bytes (const RingDrawing *drawing)
{
  gsize n = 0;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingPhoto *photo = ring_record_get_photo (ring_drawing_get_record (drawing, i));

      if (photo != NULL)
        n += g_bytes_get_size (ring_photo_get_bytes (photo));
    }
  return n;
}

static gboolean
has (const RingDrawing *drawing, const char *owner, const RingPhoto *photo)
{
  g_autoptr (GPtrArray) list = ring_photo_list (drawing, owner);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (ring_photo_get_name (ring_record_get_photo (list->pdata[i])),
                     ring_photo_get_name (photo)))
      return TRUE;
  return FALSE;
}

RingEdit *
ring_photo_list_add (RingDesign *design, const char *owner, RingPhoto *photo, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *id = ring_design_new_id (design, 'h');
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_PHOTO, id);
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit;

  if (has (drawing, owner, photo))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("This photo is there already."));
      return NULL;
    }
  if (count_bytes (drawing) + g_bytes_get_size (ring_photo_get_bytes (photo))
      > RING_PHOTO_LIST_MAX_BYTES)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _ ("The photos of a design may take %u MB together, and this one would be too "
                      "much: remove one that is not needed."),
                   RING_PHOTO_LIST_MAX_BYTES >> 20);
      return NULL;
    }
  record = ring_record_with_photo (empty, photo);
  ring_record_set (&record, "of", owner);
  edit = ring_edit_new (drawing, _ ("Add Photo"));
  ring_edit_set_record (edit, record);
  return edit;
}

static const RingRecord *
find (RingDesign *design, const char *id, guint *position)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (is_photo (record) && g_str_equal (ring_record_get_id (record), id))
        {
          *position = i;
          return record;
        }
    }
  return NULL;
}

RingEdit *
ring_photo_list_remove (RingDesign *design, const char *id)
{
  guint position;
  RingEdit *edit;

  if (find (design, id, &position) == NULL)
    return NULL;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove Photo"));
  ring_edit_remove_record (edit, RING_RECORD_PHOTO, id);
  return edit;
}

/* Photos of other things may stand between two of one: each goes where the other was. */
RingEdit *
ring_photo_list_move (RingDesign *design, const char *id, int by)
{
  guint from, to, at;
  const RingRecord *record = find (design, id, &from);
  g_autoptr (GPtrArray) list = NULL;
  RingEdit *edit;

  if (record == NULL)
    return NULL;
  list = ring_photo_list (ring_design_get_drawing (design), ring_record_get (record, "of"));
  if (!g_ptr_array_find (list, record, &at) || (by < 0 && (guint) -by > at)
      || (gint64) at + by >= list->len || by == 0
      || find (design, ring_record_get_id (list->pdata[(gint64) at + by]), &to) == NULL)
    return NULL;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Move Photo"));
  ring_edit_add (edit, &(RingChange){ .position = from, .old_record = record });
  ring_edit_add (edit, &(RingChange){ .position = to, .new_record = record });
  return edit;
}

RingEdit *
ring_photo_list_caption (RingDesign *design, const char *id, const char *caption)
{
  guint position;
  const RingRecord *old = find (design, id, &position);
  g_autofree char *words = g_strstrip (ring_text_clean (caption, RING_PHOTO_CAPTION_CHARS));
  g_autofree char *key = g_strdup_printf ("caption %s", id);
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit;

  if (old == NULL)
    return NULL;
  record = ring_record_with (old, "caption", words);
  if (ring_record_equal (record, old))
    return NULL;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Caption"));
  ring_edit_set_merge_key (edit, key);
  ring_edit_set_record (edit, record);
  return edit;
}

void
ring_photo_list_clear (RingEdit *edit, const char *owner)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));
  g_autoptr (GPtrArray) list = ring_photo_list (drawing, owner);

  for (guint i = 0; i < list->len; i++)
    ring_edit_remove_record (edit, RING_RECORD_PHOTO, ring_record_get_id (list->pdata[i]));
}
