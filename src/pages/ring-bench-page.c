/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-bench-page.h"
#include "ring-bench-panel.h"
#include "ring-number.h"

struct _RingBenchPage
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingTool *tool;
  RingToolKind kind;
  RingStrokeStyle style; /* width in mm of paper */
  GPtrArray *swatch_buttons;

  AdwFlap *flap;
  RingBenchPanel *panel;
  RingCanvas *canvas;
  GtkWidget *hint;
  GtkBox *swatches;
  GtkMenuButton *width_button;
  GtkLabel *width_label, *width_metal_label;
  GtkAdjustment *width_adjustment;
  GtkWidget *width_popover;
  GtkButton *zoom_button;
};

G_DEFINE_FINAL_TYPE (RingBenchPage, ring_bench_page, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The inks of a jeweler's desk. */
static const struct
{
  const char *name;
  const char *label;
  guint32 colour;
} inks[] = {
  { "graphite", NC_ ("ink", "Graphite"), 0x2b2b30ff },
  { "sepia", NC_ ("ink", "Sepia"), 0x7a4a2aff },
  { "red", NC_ ("ink", "Red"), 0xb3261eff },
  { "blue", NC_ ("ink", "Blue"), 0x1f5fa8ff },
};

static void
show_width (RingBenchPage *self)
{
  double paper = gtk_adjustment_get_value (self->width_adjustment);
  g_autofree char *text = ring_number_format (paper, 2);
  g_autofree char *thickness = ring_number_format (paper / 4, 2);
  g_autofree char *metal = NULL;

  gtk_label_set_text (self->width_label, text);
  /* Views are drawn at 4:1 unless the design says otherwise. */
  metal = g_strdup_printf (_("At full pressure. In a view at 4:1 this is a line of %s mm of metal."),
                           thickness);
  gtk_label_set_text (self->width_metal_label, metal);
}

static void
apply_tool (RingBenchPage *self)
{
  RingTool *tool = NULL;

  if (self->design != NULL)
    {
      tool = ring_tool_new (self->kind, self->design);
      if (self->kind == RING_TOOL_PEN)
        ring_tool_set_style (tool, &self->style);
    }
  ring_canvas_set_tool (self->canvas, tool);
  g_clear_pointer (&self->tool, ring_tool_free);
  self->tool = tool;
}

static void
pen_changed_cb (RingBenchPage *self)
{
  self->style.ink.width = gtk_adjustment_get_value (self->width_adjustment);
  show_width (self);
  if (self->tool != NULL && self->kind == RING_TOOL_PEN)
    ring_tool_set_style (self->tool, &self->style);
}

static void
swatch_toggled_cb (GtkToggleButton *button, RingBenchPage *self)
{
  guint i = 0;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->swatch_buttons, button, &i))
    return;
  self->style.colour = inks[i].colour;
  if (self->tool != NULL && self->kind == RING_TOOL_PEN)
    ring_tool_set_style (self->tool, &self->style);
}

static void
add_swatches (RingBenchPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "ink", inks[i].label);
      g_autofree char *class = g_strdup_printf ("ink-%s", inks[i].name);

      gtk_widget_add_css_class (dot, "ink-dot");
      gtk_widget_add_css_class (dot, class);
      gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), dot);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "swatch");
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     g_ptr_array_index (self->swatch_buttons, 0));
      g_ptr_array_add (self->swatch_buttons, button);
      gtk_box_append (self->swatches, button);
      g_signal_connect (button, "toggled", G_CALLBACK (swatch_toggled_cb), self);
    }
  gtk_toggle_button_set_active (g_ptr_array_index (self->swatch_buttons, 0), TRUE);
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
                   && ring_drawing_count_items (drawing, RING_ITEM_ARTWORK) == 0;

  gtk_widget_set_visible (self->hint, empty);
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingBenchPage *self)
{
  update_hint (self);
}

static void
tool_failed_cb (RingBenchPage *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
stone_noted_cb (RingBenchPage *self, const char *stone_id)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  ring_bench_panel_show_stone (self->panel, stone_id);
}

static void
stroke_ended_cb (RingBenchPage *self, gboolean committed)
{
  if (committed)
    gtk_widget_hide (self->hint);
}

static void
ring_bench_page_dispose (GObject *object)
{
  RingBenchPage *self = RING_BENCH_PAGE (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  if (self->canvas != NULL)
    {
      ring_canvas_set_tool (self->canvas, NULL);
      self->canvas = NULL;
    }
  g_clear_pointer (&self->tool, ring_tool_free);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_bench_page_parent_class)->dispose (object);
}

static void
ring_bench_page_finalize (GObject *object)
{
  g_ptr_array_unref (RING_BENCH_PAGE (object)->swatch_buttons);
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

  g_type_ensure (RING_TYPE_CANVAS);
  g_type_ensure (RING_TYPE_BENCH_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, RING_APP_PATH "/ui/ring-bench-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, flap);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, panel);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, hint);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, swatches);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, width_button);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, width_label);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, width_metal_label);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, width_adjustment);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, width_popover);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPage, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, tool_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stone_noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, stroke_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, pen_changed_cb);
}

static void
ring_bench_page_init (RingBenchPage *self)
{
  self->swatch_buttons = g_ptr_array_new ();
  self->kind = RING_TOOL_PEN;
  ring_stroke_style_init (&self->style, RING_INSTRUMENT_PEN, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_swatches (self);
  pen_changed_cb (self);
  g_signal_connect_object (ring_canvas_get_viewport (self->canvas), "changed",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  viewport_changed_cb (self);
}

void
ring_bench_page_set_design (RingBenchPage *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  /* The old tool works on the old design: it goes first. */
  ring_canvas_set_tool (self->canvas, NULL);
  g_clear_pointer (&self->tool, ring_tool_free);
  g_set_object (&self->design, design);
  ring_canvas_set_design (self->canvas, design);
  ring_bench_panel_set_design (self->panel, design);
  apply_tool (self);
  if (design == NULL)
    return;
  self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  update_hint (self);
}

RingCanvas *
ring_bench_page_get_canvas (RingBenchPage *self)
{
  return self->canvas;
}

void
ring_bench_page_set_tool (RingBenchPage *self, RingToolKind kind)
{
  g_return_if_fail (RING_IS_BENCH_PAGE (self));

  self->kind = kind;
  apply_tool (self);
}

gboolean
ring_bench_page_get_panel_shown (RingBenchPage *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}

void
ring_bench_page_show_panel (RingBenchPage *self, gboolean show)
{
  adw_flap_set_reveal_flap (self->flap, show);
}
