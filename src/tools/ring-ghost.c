/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ghost.h"

#include "ring-tool-private.h"
#include "ring-view-lines.h"

#define MOST_ITEMS 2000

static const RingToolMark ring_line = { .stroke = 0x1c71d8ff, .width = 1.5, .dash = 5 };
static const RingToolMark item_line = { .stroke = 0x1c71d890, .width = 1 };

typedef struct
{
  RingDrawing *after;
  GArray *marks;
  guint n_items;
} Ghost;

static void
add_ring (Ghost *ghost, const RingRecord *ring)
{
  for (guint i = 0; i < ring_drawing_get_n_views (ghost->after); i++)
    {
      const RingView *view = ring_drawing_get_view (ghost->after, i);
      const RingViewHead *head = ring_view_get_head (view);
      RingMatrix matrix = ring_view_get_matrix (view);
      g_autoptr (GArray) lines = NULL;

      if (head->kind == RING_VIEW_PAGE || ring_drawing_find_ring (ghost->after, head->ring) != ring)
        continue;
      lines = ring_view_lines (ghost->after, head);
      for (guint k = 0; k < lines->len; k++)
        {
          const RingViewLine *line = &g_array_index (lines, RingViewLine, k);
          RingToolMark mark = ring_line;

          if (line->style != RING_LINE_EDGE)
            continue;
          mark.path = ring_path_ref (line->path);
          _ring_tool_mark (ghost->marks, &mark, &matrix);
        }
    }
}

static void
add_item (Ghost *ghost, const RingItem *item)
{
  RingMatrix own = *ring_item_get_matrix (item);
  RingToolMark mark = item_line;
  RingMatrix matrix;
  RingView *view;

  if (ring_item_get_kind (item) != RING_ITEM_STROKE || ghost->n_items >= MOST_ITEMS
      || ring_drawing_find_item (ghost->after, ring_item_get_id (item), &view, NULL) == NULL)
    return;
  matrix = ring_view_get_matrix (view);
  mark.path = ring_path_transform (ring_item_get_outline (item), &own);
  _ring_tool_mark (ghost->marks, &mark, &matrix);
  ghost->n_items++;
}

static void
change_cb (const RingChange *change, gpointer user_data)
{
  Ghost *ghost = user_data;

  if (change->new_record != NULL
      && g_str_equal (ring_record_get_kind (change->new_record), RING_RECORD_RING))
    add_ring (ghost,
              ring_drawing_find_ring (ghost->after, ring_record_get_id (change->new_record)));
  if (change->new_item != NULL && change->old_item != NULL)
    add_item (ghost, change->new_item);
}

GArray *
ring_ghost_new (const RingEdit *edit)
{
  Ghost ghost = { ring_edit_get_result (edit), _ring_tool_marks_new (), 0 };

  g_return_val_if_fail (ghost.after != NULL, ghost.marks);

  ring_edit_foreach (edit, change_cb, &ghost);
  return ghost.marks;
}
