/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-page-private.h"

#include <glib/gi18n-lib.h>

#include "ring-bench-picked.h"
#include "ring-ghost.h"
#include "ring-text-entry.h"
#include "ring-tool-layout.h"

/* How near the pointer comes to a mark of the rules, pixels. */
#define RULE_REACH 4

G_DEFINE_FINAL_TYPE (RingBenchPage, ring_bench_page, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
_ring_bench_page_say (RingBenchPage *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
remove_gem_cb (RingBenchPage *self)
{
  ring_bench_remove_gem (self->instruments, self->design);
}

static void
change_figure_cb (RingBenchPage *self, const RingItem *figure)
{
  ring_bench_change_figure (self->design, figure);
}

static void
drive_figure_cb (RingBenchPage *self, double value)
{
  g_autoptr (GError) error = NULL;

  if (!ring_bench_drive_figure (self->instruments, self->design, value, &error))
    _ring_bench_page_say (self, error->message);
}

static void
offset_figure_cb (RingBenchPage *self, double distance)
{
  g_autoptr (GError) error = NULL;

  if (!ring_bench_offset_figure (self->instruments, self->design, distance, &error))
    _ring_bench_page_say (self, error->message);
}

static void
text_done_cb (RingBenchPage *self, const char *text)
{
  if (!_ring_bench_page_holds (self, RING_TOOL_TEXT))
    return;
  if (text != NULL)
    ring_tool_give_text (self->tool, text);
  else
    ring_tool_act (self->tool, RING_TOOL_ESCAPE);
  _ring_bench_page_pick_figure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
ask_for_text (RingBenchPage *self)
{
  RingViewport *viewport = ring_canvas_get_viewport (self->canvas);
  g_autofree char *text = NULL;
  RingPoint at;
  double size;

  if (self->tool == NULL || !ring_tool_wants_text (self->tool, &at, &size, &text))
    return;
  at = ring_viewport_to_widget (viewport, at);
  ring_text_entry_open (RING_TEXT_ENTRY (self->text_entry), at.x, at.y,
                        size * ring_viewport_get_scale (viewport), text);
}

static void
instruments_changed_cb (RingBenchPage *self)
{
  ring_bench_change_gem (self->instruments, self->design);
  _ring_bench_page_set_up_tool (self);
  /* What it shows over the sheet may be another thing now. */
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/* What the pen's width is in metal depends on the view that it is over. */
static void
update_scales (RingBenchPage *self)
{
  ring_instrument_bar_set_scales (self->bar, ring_canvas_get_view_scale (self->canvas),
                                  ring_canvas_get_true_scale (self->canvas));
}

static void
viewport_changed_cb (RingBenchPage *self)
{
  double zoom = ring_viewport_get_zoom (ring_canvas_get_viewport (self->canvas));
  /* Translators: the zoom of the drawing, in per cent. */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), zoom * 100);

  if (g_strcmp0 (gtk_button_get_label (self->zoom_button), text) != 0)
    gtk_button_set_label (self->zoom_button, text);
}

/* The hint leaves as soon as there is something to look at. */
static void
update_hint (RingBenchPage *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  gboolean empty = ring_drawing_count_items (drawing, RING_ITEM_STROKE) == 0
                   && ring_drawing_count_items (drawing, RING_ITEM_NOTE) == 0
                   && ring_drawing_count_items (drawing, RING_ITEM_PRESET) == 0
                   && ring_drawing_count_items (drawing, RING_ITEM_ARTWORK) == 0
                   && ring_drawing_find_record (drawing, RING_RECORD_GEM, NULL) == NULL
                   && ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, NULL) == NULL
                   && ring_drawing_count_items (drawing, RING_ITEM_FIGURE) == 0
                   && ring_drawing_count_items (drawing, RING_ITEM_IMAGE) == 0;

  gtk_widget_set_visible (self->hint, empty);
}

/* The first of the rings tells. */
static void
update_metal (RingBenchPage *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  const RingView *view = ring_drawing_get_n_views (drawing) > 0 ? ring_drawing_get_view (drawing, 0) : NULL;

  if (view != NULL)
    ring_instruments_set_metal (self->instruments, ring_fill_get_metal (drawing, view));
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingBenchPage *self)
{
  update_hint (self);
  update_metal (self);
  /* An undone change is not made again by what the settings still show. */
  ring_bench_pick_gem (self->instruments, self->design, ring_instruments_get_picked_gem (self->instruments));
  /* What a drag sets out can be read while it goes on. */
  if (self->tool != NULL && ring_tool_is_active (self->tool)
      && ring_tool_get_layout (self->tool) != NULL)
    ring_layout_desk_pick (ring_instruments_get_layouts (self->instruments),
                           ring_tool_get_layout (self->tool));
  /* The end of a stroke picks; until then the tool is at work. */
  if (self->tool == NULL || !ring_tool_is_active (self->tool))
    _ring_bench_page_pick_figure (self);
}

static void
rules_changed_cb (RingBenchPage *self)
{
  RingBenchRules *rules = ring_bench_panel_get_rules (self->panel);
  g_autoptr (GArray) marks = ring_bench_rules_make_marks (rules);

  ring_canvas_set_overlay (self->canvas, marks);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->canvas), marks != NULL);
}

/* What a size that is being typed would make of the ring. */
static void
size_preview_cb (RingBenchPage *self, RingEdit *edit)
{
  g_autoptr (GArray) marks = NULL;

  if (edit != NULL && self->design != NULL)
    marks = ring_ghost_new (edit);
  ring_canvas_set_ghost (self->canvas, marks);
}

/* What is marked under the pointer. */
static gboolean
tooltip_cb (RingBenchPage *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RingViewport *viewport = ring_canvas_get_viewport (self->canvas);
  RingPoint paper = ring_viewport_to_paper (viewport, (RingPoint){ x, y });
  g_autofree char *text
    = keyboard ? NULL
               : ring_bench_rules_describe (ring_bench_panel_get_rules (self->panel), paper,
                                            RULE_REACH / ring_viewport_get_scale (viewport));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
stone_noted_cb (RingBenchPage *self, const char *stone_id)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ring_bench_panel_show_stone (self->panel, stone_id);
}

/* A gem that was just set has its fields at hand; one that was set before has them opened. */
static void
show_setting (RingBenchPage *self, gboolean committed)
{
  const char *id = ring_tool_get_gem (self->tool);

  ring_setting_desk_pick (ring_instruments_get_setting_desk (self->instruments), id);
  if (id != NULL && !committed)
    ring_instrument_bar_open_settings (self->bar);
}

static void
stroke_ended_cb (RingBenchPage *self, gboolean committed)
{
  update_scales (self);
  if (committed)
    gtk_widget_hide (self->hint);
  /* A tap on a gem opens its settings to change; a gem just set is left alone. */
  if (_ring_bench_page_holds (self, RING_TOOL_GEM))
    ring_bench_pick_gem (self->instruments, self->design, committed ? NULL : ring_tool_get_gem (self->tool));
  if (_ring_bench_page_holds (self, RING_TOOL_SETTING))
    show_setting (self, committed);
  /* A layout stays in the settings: its figures are what one tries out. */
  if (_ring_bench_page_holds (self, RING_TOOL_LAYOUT))
    ring_layout_desk_pick (ring_instruments_get_layouts (self->instruments),
                           ring_tool_get_layout (self->tool));
  _ring_bench_page_pick_figure (self);
  ask_for_text (self);
  if (_ring_bench_page_holds (self, RING_TOOL_LENGTH))
    _ring_bench_page_show_length (self);
}

static void
selection_changed_cb (RingBenchPage *self)
{
  if (_ring_bench_page_holds (self, RING_TOOL_LENGTH) && ring_selection_get_n (self->selection) == 0)
    _ring_bench_page_apply_tool (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
drop_selection (RingBenchPage *self)
{
  if (self->bar != NULL)
    ring_instrument_bar_set_selection (self->bar, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
}

static void
ring_bench_page_dispose (GObject *object)
{
  RingBenchPage *self = RING_BENCH_PAGE (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  _ring_bench_page_drop_menu (self);
  g_clear_pointer (&self->text_entry, gtk_widget_unparent);
  g_clear_pointer (&self->length_entry, gtk_widget_unparent);
  if (self->canvas != NULL)
    _ring_bench_page_take_tool (self, NULL);
  self->canvas = NULL;
  drop_selection (self);
  g_clear_object (&self->design);
  ring_setting_desk_set_design (ring_instruments_get_setting_desk (self->instruments), NULL);
  ring_layout_desk_set_design (ring_instruments_get_layouts (self->instruments), NULL);
  G_OBJECT_CLASS (ring_bench_page_parent_class)->dispose (object);
}

static void
ring_bench_page_finalize (GObject *object)
{
  g_object_unref (RING_BENCH_PAGE (object)->instruments);
  G_OBJECT_CLASS (ring_bench_page_parent_class)->finalize (object);
}

static void
ring_bench_page_class_init (RingBenchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_bench_page_dispose;
  object_class->finalize = ring_bench_page_finalize;
  signals[MESSAGE] = g_signal_new ("message", RING_TYPE_BENCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", RING_TYPE_BENCH_PAGE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RING_TYPE_CANVAS);
  g_type_ensure (RING_TYPE_BENCH_PANEL);
  g_type_ensure (RING_TYPE_INSTRUMENT_BAR);
  g_type_ensure (RING_TYPE_REVISION_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, RING_APP_PATH "/ui/ring-bench-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, flap);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, panel);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, hint);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, length_hint);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, bar);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, full_controls);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, quick);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, desk);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, bar_line);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, strip);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, strip_revealer);
  gtk_widget_class_bind_template_callback_full (widget_class, "tool_failed_cb",
                                                G_CALLBACK (_ring_bench_page_say));
  gtk_widget_class_bind_template_callback (widget_class, stone_noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, stroke_ended_cb);
}

static void
ring_bench_page_init (RingBenchPage *self)
{
  self->instruments = ring_instruments_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_instrument_bar_set_instruments (self->bar, self->instruments);
  g_signal_connect_object (self->instruments, "changed", G_CALLBACK (instruments_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_bench_panel_get_rules (self->panel), "changed",
                           G_CALLBACK (rules_changed_cb), self, G_CONNECT_SWAPPED);
  ring_talk_group_set_canvas (ring_bench_panel_get_talk (self->panel), self->canvas);
  g_signal_connect_object (ring_bench_panel_get_size_fields (self->panel), "preview",
                           G_CALLBACK (size_preview_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "query-tooltip", G_CALLBACK (tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_instruments_get_layouts (self->instruments), "changed",
                           G_CALLBACK (_ring_bench_page_set_up_layouts), self, G_CONNECT_SWAPPED);
  self->text_entry = ring_text_entry_new ();
  gtk_widget_set_parent (self->text_entry, GTK_WIDGET (self->canvas));
  g_signal_connect_object (self->text_entry, "done", G_CALLBACK (text_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->instruments, "offset-figure", G_CALLBACK (offset_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->instruments, "drive-figure", G_CALLBACK (drive_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->instruments, "change-figure", G_CALLBACK (change_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->instruments, "remove-gem", G_CALLBACK (remove_gem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_canvas_get_viewport (self->canvas), "changed",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  viewport_changed_cb (self);
  _ring_bench_page_init_length (self);
  _ring_bench_page_init_menu (self);
}

void
ring_bench_page_set_design (RingBenchPage *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  /* The old tool works on the old design: it goes first. */
  _ring_bench_page_take_tool (self, NULL);
  drop_selection (self);
  g_set_object (&self->design, design);
  ring_layout_desk_set_design (ring_instruments_get_layouts (self->instruments), design);
  if (design != NULL)
    {
      self->selection = ring_selection_new (design);
      g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      ring_instrument_bar_set_selection (self->bar, self->selection);
    }
  ring_canvas_set_design (self->canvas, design);
  ring_bench_panel_set_design (self->panel, design);
  ring_revision_strip_set_design (self->strip, design);
  ring_setting_desk_set_design (ring_instruments_get_setting_desk (self->instruments), design);
  _ring_bench_page_apply_tool (self);
  if (design == NULL)
    return;
  ring_bench_pick_gem (self->instruments, self->design, NULL);
  self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  update_hint (self);
  update_metal (self);
}

RingCanvas *
ring_bench_page_get_canvas (RingBenchPage *self)
{
  return self->canvas;
}

RingInstruments *
ring_bench_page_get_instruments (RingBenchPage *self)
{
  return self->instruments;
}

RingSelection *
ring_bench_page_get_selection (RingBenchPage *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PAGE (self), NULL);

  return self->selection;
}

RingBenchPanel *
ring_bench_page_get_panel (RingBenchPage *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PAGE (self), NULL);

  return self->panel;
}

void
ring_bench_page_show_rules (RingBenchPage *self, gboolean show)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  ring_bench_rules_set_active (ring_bench_panel_get_rules (self->panel), show);
}

void
ring_bench_page_set_limits (RingBenchPage *self, const RingLimits *limits)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  ring_bench_rules_set_limits (ring_bench_panel_get_rules (self->panel), limits);
  ring_layout_desk_set_least (ring_instruments_get_layouts (self->instruments),
                              ring_limits_get (limits, "gem-spacing"));
}

void
ring_bench_page_open_instrument_settings (RingBenchPage *self)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  update_scales (self);
  ring_instrument_bar_open_settings (self->bar);
}

void
ring_bench_page_set_left_handed (RingBenchPage *self, gboolean left_handed)
{
  GtkBox *desk = GTK_BOX (self->desk);
  GtkWidget *bar = GTK_WIDGET (self->bar);
  GtkWidget *sheet = gtk_widget_get_parent (GTK_WIDGET (self->canvas));
  GtkAlign near = left_handed ? GTK_ALIGN_END : GTK_ALIGN_START;
  GtkAlign far = left_handed ? GTK_ALIGN_START : GTK_ALIGN_END;

  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  /* Bar, line, sheet; or sheet, line, bar. */
  gtk_box_reorder_child_after (desk, left_handed ? sheet : bar, NULL);
  gtk_box_reorder_child_after (desk, self->bar_line, left_handed ? sheet : bar);
  gtk_box_reorder_child_after (desk, left_handed ? bar : sheet, self->bar_line);
  adw_flap_set_flap_position (self->flap, left_handed ? GTK_PACK_START : GTK_PACK_END);
  gtk_widget_set_halign (self->quick, near);
  gtk_widget_set_halign (self->zoom_box, far);
  gtk_widget_set_halign (self->full_controls, far);
  /* An overlay does not notice by itself. */
  gtk_widget_queue_resize (sheet);
}

void
ring_bench_page_show_full_controls (RingBenchPage *self, gboolean show)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  gtk_widget_set_visible (self->full_controls, show);
}

gboolean
ring_bench_page_get_panel_shown (RingBenchPage *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

void
ring_bench_page_show_revisions (RingBenchPage *self, gboolean show)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  gtk_revealer_set_reveal_child (self->strip_revealer, show);
}

void
ring_bench_page_show_panel (RingBenchPage *self, gboolean show)
{
  adw_flap_set_reveal_flap (self->flap, show);
}

void
ring_bench_page_show_record (RingBenchPage *self, const char *kind, const char *id)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  adw_flap_set_reveal_flap (self->flap, TRUE);
  ring_bench_panel_show_record (self->panel, kind, id);
}
