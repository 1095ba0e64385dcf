/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a group that tell what the design holds: made again only when they would tell something
 * else, so that what has the focus keeps it and what is open stays open. A list is told either by a text,
 * or by the ids of its rows. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _RingRowList RingRowList;

/* GROUP holds the list and lives longer. */
RingRowList *ring_row_list_new (AdwPreferencesGroup *group) G_GNUC_WARN_UNUSED_RESULT;
void         ring_row_list_free (RingRowList *list);

/* TEXT, which is taken, is all that the rows depend on. FALSE when they tell it already; else they are
 * gone, and add() makes them anew. */
gboolean     ring_row_list_begin (RingRowList *list, char *text);
void         ring_row_list_add (RingRowList *list, GtkWidget *row);
/* The next begin() makes them anew, be the text the same. */
void         ring_row_list_forget (RingRowList *list);

/* The row of ID; DATA is update()'s. */
typedef GtkWidget *(*RingRowListMake) (const char *id, gpointer data);

/* One row for each of IDS (of const char *), in their order. Rows stay as long as all before them do. */
void         ring_row_list_update (RingRowList *list, const GPtrArray *ids, RingRowListMake make, gpointer data);
void         ring_row_list_clear (RingRowList *list);
guint        ring_row_list_get_n (RingRowList *list);
GtkWidget   *ring_row_list_get (RingRowList *list, guint i);

G_END_DECLS
