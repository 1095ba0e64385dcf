/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-row-list.h"

struct _RingRowList
{
  AdwPreferencesGroup *group;
  GPtrArray *rows;
  char *text; /* NULL for nothing yet */
};

RingRowList *
ring_row_list_new (AdwPreferencesGroup *group)
{
  RingRowList *list = g_new0 (RingRowList, 1);

  list->group = group;
  list->rows = g_ptr_array_new ();
  return list;
}

void
ring_row_list_free (RingRowList *list)
{
  g_ptr_array_unref (list->rows);
  g_free (list->text);
  g_free (list);
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
  for (guint i = 0; i < list->rows->len; i++)
    adw_preferences_group_remove (list->group, g_ptr_array_index (list->rows, i));
  g_ptr_array_set_size (list->rows, 0);
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
