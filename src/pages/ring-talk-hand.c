/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-talk-hand.h"

#include <glib/gi18n-lib.h>

#include "ring-paint.h"
#include "ring-parts.h"
#include "ring-talk.h"

/* Of ink in a row, pixels. */
#define INK_WIDTH 96
#define INK_HEIGHT 40

void
ring_talk_hand_begin (RingTalkHand *hand, RingDesign *design, RingCanvas *canvas)
{
  const RingView *view = canvas != NULL ? ring_canvas_get_view (canvas, &hand->point) : NULL;

  ring_talk_hand_clear (hand);
  hand->before = ring_drawing_ref (ring_design_get_drawing (design));
  hand->view = view != NULL ? g_strdup (ring_view_get_head (view)->id) : NULL;
}

RingEdit *
ring_talk_hand_end (RingTalkHand *hand, RingDesign *design, gboolean jeweler)
{
  const RingView *view
      = hand->view != NULL
            ? ring_drawing_find_view (ring_design_get_drawing (design), hand->view)
            : NULL;
  RingEdit *edit = ring_talk_write (design, jeweler, hand->before, view, hand->point);

  ring_talk_hand_clear (hand);
  return edit;
}

void
ring_talk_hand_clear (RingTalkHand *hand)
{
  g_clear_pointer (&hand->before, ring_drawing_unref);
  g_clear_pointer (&hand->view, g_free);
}

static void
draw_ink_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GPtrArray *strokes = data;
  RingRect bounds = ring_item_get_bounds (g_ptr_array_index (strokes, 0));
  double w, h, scale;

  for (guint i = 1; i < strokes->len; i++)
    bounds = ring_rect_union (bounds, ring_item_get_bounds (g_ptr_array_index (strokes, i)));
  w = bounds.x1 - bounds.x0;
  h = bounds.y1 - bounds.y0;
  scale = MIN (width / MAX (w, 0.1), height / MAX (h, 0.1));
  cairo_translate (cr, (width - scale * w) / 2, (height - scale * h) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x0, -bounds.y0);
  for (guint i = 0; i < strokes->len; i++)
    ring_paint_item (cr, g_ptr_array_index (strokes, i));
}

GtkWidget *
ring_talk_hand_new_ink (GPtrArray *strokes)
{
  GtkWidget *area = gtk_drawing_area_new ();
  g_autofree char *name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Handwriting, %u stroke", "Handwriting, %u strokes", strokes->len),
      strokes->len);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), INK_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), INK_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "talk-ink");
  ring_parts_name (area, name);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_ink_cb, g_ptr_array_ref (strokes),
                                  (GDestroyNotify) g_ptr_array_unref);
  return area;
}
