/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking a length that is known on what is selected. The select tool lends its place to the one
 * that marks; any other choice ends that. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arrange.h"
#include "ring-length-entry.h"
#include "ring-underlay.h"

/* So much of a marked length's tick is below it, pixels. */
#define LENGTH_TICK 10

void
_ring_bench_page_show_length (RingBenchPage *self)
{
  RingViewport *viewport = ring_canvas_get_viewport (self->canvas);
  GdkRectangle place;
  RingMatrix to_paper;
  RingPoint from, to, a, b;
  guint n = ring_tool_get_length (self->tool, &from, &to);

  gtk_label_set_text (self->length_hint, n == 0 ? _("Tap one end of a length that you know")
                                                : _("Tap its other end"));
  gtk_widget_set_visible (GTK_WIDGET (self->length_hint), n < 2);
  if (n < 2 || self->selection == NULL || ring_selection_get_view (self->selection) == NULL)
    return;
  to_paper = ring_view_get_matrix (ring_selection_get_view (self->selection));
  a = ring_viewport_to_widget (viewport, ring_matrix_apply (&to_paper, from));
  b = ring_viewport_to_widget (viewport, ring_matrix_apply (&to_paper, to));
  place = (GdkRectangle){ (int) MIN (a.x, b.x), (int) MIN (a.y, b.y), (int) fabs (a.x - b.x) + 1,
                          (int) fabs (a.y - b.y) + LENGTH_TICK };
  ring_length_entry_open (RING_LENGTH_ENTRY (self->length_entry), &place,
                          ring_point_distance (from, to));
}

static void
length_done_cb (RingBenchPage *self, double mm)
{
  g_autoptr (GError) error = NULL;
  RingMatrix matrix;
  RingPoint from, to;
  RingEdit *edit;

  if (!_ring_bench_page_holds (self, RING_TOOL_LENGTH))
    return;
  ring_tool_get_length (self->tool, &from, &to);
  if (mm > 0 && ring_underlay_calibrate (from, to, mm, &matrix, &error))
    {
      edit = ring_arrange_transform (self->selection, &matrix, _("Known Length"));
      if (edit != NULL)
        ring_design_commit (self->design, edit);
    }
  if (error != NULL)
    _ring_bench_page_say (self, error->message);
  _ring_bench_page_apply_tool (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
key_cb (RingBenchPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || !_ring_bench_page_holds (self, RING_TOOL_LENGTH))
    return FALSE;
  _ring_bench_page_apply_tool (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

gboolean
ring_bench_page_mark_length (RingBenchPage *self)
{
  RingTool *tool;

  g_return_val_if_fail (RING_IS_BENCH_PAGE (self), FALSE);

  if (self->selection == NULL || ring_selection_get_n (self->selection) == 0)
    {
      _ring_bench_page_say (
        self, _("Select the underlay first: then mark a length that you know on it."));
      return FALSE;
    }
  tool = ring_tool_new (RING_TOOL_LENGTH, self->design);
  ring_tool_set_selection (tool, self->selection);
  _ring_bench_page_take_tool (self, tool);
  _ring_bench_page_show_length (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

void
_ring_bench_page_init_length (RingBenchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->length_entry = ring_length_entry_new ();
  gtk_widget_set_parent (self->length_entry, GTK_WIDGET (self->canvas));
  g_signal_connect_object (self->length_entry, "done", G_CALLBACK (length_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
