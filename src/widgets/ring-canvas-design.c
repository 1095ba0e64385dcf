/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the canvas makes of a change of its design: what is painted again, and what is said. */

#include "ring-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "ring-inscription.h"

static guint
count_gems (RingCanvas *canvas)
{
  const RingDrawing *drawing
    = canvas->design != NULL ? ring_design_get_drawing (canvas->design) : NULL;
  guint n = 0;

  for (guint i = 0; drawing != NULL && i < ring_drawing_get_n_records (drawing); i++)
    n += g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_GEM);
  return n;
}

/* What assistive tools say of the picture. */
void
_ring_canvas_update_description (RingCanvas *canvas)
{
  char strokes[100], gems[100], notes[100];
  guint n_gems = count_gems (canvas);
  g_autofree char *text = NULL;

  g_snprintf (strokes, sizeof strokes,
              ngettext ("%u stroke", "%u strokes", (gulong) canvas->n_strokes),
              (guint) canvas->n_strokes);
  g_snprintf (gems, sizeof gems, ngettext ("%u gem", "%u gems", n_gems), n_gems);
  g_snprintf (notes, sizeof notes, ngettext ("%u pinned stone", "%u pinned stones", (gulong) canvas->n_notes),
              (guint) canvas->n_notes);
  if (canvas->design == NULL)
    text = g_strdup (_("No drawing"));
  else
    /* TRANSLATORS: Drawing: 12 strokes, 3 gems, 1 pinned stone */
    text = g_strdup_printf (_("Drawing: %s, %s, %s"), strokes, gems, notes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
_ring_canvas_count (RingCanvas *canvas)
{
  const RingDrawing *drawing
    = canvas->design != NULL ? ring_design_get_drawing (canvas->design) : NULL;

  canvas->n_strokes = drawing != NULL ? ring_drawing_count_items (drawing, RING_ITEM_STROKE) : 0;
  canvas->n_notes = drawing != NULL ? ring_drawing_count_items (drawing, RING_ITEM_NOTE) : 0;
}

/* What an edit changes on paper. */

typedef struct
{
  RingCanvas *canvas;
  const RingDrawing *drawing;
  gboolean reverted;
  gboolean everything;
  RingRect dirty; /* paper mm */
} Dirt;

static void
count_item (RingCanvas *canvas, const RingItem *item, int by)
{
  if (item == NULL)
    return;
  if (ring_item_get_kind (item) == RING_ITEM_STROKE)
    canvas->n_strokes += by;
  else if (ring_item_get_kind (item) == RING_ITEM_NOTE)
    canvas->n_notes += by;
}

static void
dirty_item (Dirt *dirt, const char *layer_id, const RingItem *item)
{
  RingView *view = NULL;
  RingMatrix matrix;
  RingRect bounds;

  if (item == NULL)
    return;
  bounds = ring_item_get_bounds (item);
  /* Markup of another program may be anywhere. */
  if (ring_drawing_find_layer (dirt->drawing, layer_id, &view) == NULL
      || (ring_rect_is_empty (bounds) && ring_item_get_kind (item) == RING_ITEM_FOREIGN))
    {
      dirt->everything = TRUE;
      return;
    }
  /* What is drawn on the inside of the band is seen in the other views, too. */
  if (ring_inscription_is_on_strip (dirt->drawing, ring_view_get_head (view), bounds))
    dirt->everything = TRUE;
  matrix = ring_view_get_matrix (view);
  dirt->dirty = ring_rect_union (dirt->dirty, ring_matrix_apply_rect (&matrix, bounds));
}

static void
dirty_record (Dirt *dirt, const RingRecord *record)
{
  const char *kind = record != NULL ? ring_record_get_kind (record) : "";

  /* The guides follow the ring, its gems, settings, layouts and inscriptions, and the page has its colour; no
   * other record is seen on the paper. */
  if (g_str_equal (kind, RING_RECORD_RING) || g_str_equal (kind, RING_RECORD_GEM)
      || g_str_equal (kind, RING_RECORD_SETTING) || g_str_equal (kind, RING_RECORD_LAYOUT)
      || g_str_equal (kind, RING_RECORD_INSCRIPTION) || g_str_equal (kind, RING_RECORD_PAGE))
    dirt->everything = TRUE;
}

static void
dirty_change_cb (const RingChange *change, gpointer user_data)
{
  Dirt *dirt = user_data;

  if (change->old_layer != NULL || change->new_layer != NULL || change->old_view != NULL
      || change->new_view != NULL)
    dirt->everything = TRUE;
  dirty_record (dirt, change->old_record);
  dirty_record (dirt, change->new_record);
  dirty_item (dirt, change->layer_id, change->old_item);
  dirty_item (dirt, change->layer_id, change->new_item);
  count_item (dirt->canvas, change->old_item, dirt->reverted ? 1 : -1);
  count_item (dirt->canvas, change->new_item, dirt->reverted ? -1 : 1);
}

void
_ring_canvas_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingCanvas *canvas)
{
  Dirt dirt = { canvas, ring_design_get_drawing (design), reverted, edit == NULL, RING_RECT_EMPTY };

  /* What did not come from the pen in hand has no ink over the tiles. */
  if (canvas->hand.tool == NULL)
    ring_tiles_set_patient (canvas->tiles, FALSE);
  if (edit != NULL)
    ring_edit_foreach (edit, dirty_change_cb, &dirt);
  else
    _ring_canvas_count (canvas);
  canvas->revision
    = ring_tiles_set_drawing (canvas->tiles, dirt.drawing, dirt.everything ? NULL : &dirt.dirty);
  _ring_canvas_update_description (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}
