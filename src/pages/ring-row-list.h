/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a group that tell what the design holds: made again only when they would tell something
 * else, so that what has the focus keeps it. Main thread. */
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

G_END_DECLS
