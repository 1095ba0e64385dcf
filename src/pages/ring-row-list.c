/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-row-list.h"

struct _RingRowList
{
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  GPtrArray *ids; /* of those that have one */
  char *text;     /* NULL for nothing yet */
};

RingRowList *
ring_row_list_new (AdwPreferencesGroup *group)
{
  RingRowList *list = g_new0 (RingRowList, 1);

  list->group = group;
  list->rows = g_ptr_array_new ();
  list->ids = g_ptr_array_new_with_free_func (g_free);
  return list;
}

void
ring_row_list_free (RingRowList *list)
{
  g_ptr_array_unref (list->rows);
  g_ptr_array_unref (list->ids);
  g_free (list->text);
  g_free (list);
}

static void
cut_to (RingRowList *list, guint n)
{
  for (guint i = n; i < list->rows->len; i++)
    adw_preferences_group_remove (list->group, g_ptr_array_index (list->rows, i));
  g_ptr_array_set_size (list->rows, (int) MIN (n, list->rows->len));
  g_ptr_array_set_size (list->ids, (int) MIN (n, list->ids->len));
}

gboolean
ring_row_list_begin (RingRowList *list, char *text)
{
  if (g_strcmp0 (text, list->text) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (list->text);
  list->text = text;
  cut_to (list, 0);
  return TRUE;
}

void
ring_row_list_add (RingRowList *list, GtkWidget *row)
{
  adw_preferences_group_add (list->group, row);
  g_ptr_array_add (list->rows, row);
}

void
ring_row_list_forget (RingRowList *list)
{
  g_clear_pointer (&list->text, g_free);
}

void
ring_row_list_update (RingRowList *list, const GPtrArray *ids, RingRowListMake make, gpointer data)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (i < list->ids->len && g_str_equal (g_ptr_array_index (list->ids, i), id))
        continue;
      cut_to (list, i);
      ring_row_list_add (list, make (id, data));
      g_ptr_array_add (list->ids, g_strdup (id));
    }
  cut_to (list, ids->len);
}

void
ring_row_list_clear (RingRowList *list)
{
  cut_to (list, 0);
}

guint
ring_row_list_get_n (RingRowList *list)
{
  return list->rows->len;
}

GtkWidget *
ring_row_list_get (RingRowList *list, guint i)
{
  return g_ptr_array_index (list->rows, i);
}
