/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-instrument-bar.h"

#include <glib/gi18n-lib.h>

#include "ring-figure-settings.h"
#include "ring-fill-sample.h"
#include "ring-fill-settings.h"
#include "ring-gem-settings.h"
#include "ring-ink-sample.h"
#include "ring-instrument-settings.h"
#include "ring-layout-settings.h"
#include "ring-number.h"
#include "ring-palette-chooser.h"
#include "ring-select-settings.h"
#include "ring-swatch.h"
#include "ring-symmetry-settings.h"

struct _RingInstrumentBar
{
  AdwBin parent_instance;

  RingInstruments *instruments;
  double view_scale, pixels_per_mm;
  gboolean showing;
  GtkWidget *settings; /* RingInstrumentSettings */
  GtkWidget *swatches[RING_PALETTE_SIZE], *own_swatch, *own_button;
  GtkWidget *chooser, *own_box;
  RingInstrument shown; /* whose colours lie there */

  GtkGrid *tool_grid, *colour_grid;
  GtkMenuButton *settings_button;
  GtkPopover *settings_popover;
  RingInkSample *sample;
  GtkLabel *paper_label, *metal_label;
  GtkWidget *eraser_box;
  GtkLabel *eraser_label;
  GtkWidget *symmetry_box;
  GtkMenuButton *symmetry_button;
  GtkPopover *symmetry_popover;
  GtkLabel *symmetry_label;
  GtkMenuButton *gem_button;
  GtkPopover *gem_popover;
  GtkLabel *gem_label, *gem_carat_label;
  GtkWidget *setting_fields; /* RingSettingFields */
  GtkMenuButton *setting_button;
  GtkPopover *setting_popover;
  GtkLabel *setting_label;
  GtkMenuButton *layout_button;
  GtkPopover *layout_popover;
  GtkLabel *layout_label, *layout_sum_label;
  RingSelection *selection;
  GtkWidget *select_settings; /* RingSelectSettings */
  GtkMenuButton *select_button;
  GtkPopover *select_popover;
  GtkLabel *select_label, *select_size_label;
  GtkMenuButton *drafting_button;
  GtkPopover *drafting_popover;
  GtkImage *drafting_image;
  GtkLabel *drafting_label, *drafting_value_label;
  GtkMenuButton *fill_button;
  GtkPopover *fill_popover;
  GtkDrawingArea *fill_picture;
  GtkLabel *fill_label, *fill_colour_label;
};

G_DEFINE_FINAL_TYPE (RingInstrumentBar, ring_instrument_bar, ADW_TYPE_BIN)

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_tools (RingInstrumentBar *self)
{
  guint n_tools;
  const RingInstrumentsTool *tools = ring_instruments_get_tools (&n_tools);

  for (guint i = 0; i < n_tools; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *image = gtk_image_new_from_icon_name (tools[i].icon);
      const char *label = ring_instruments_get_label (tools[i].name);
      /* Translators: an instrument, its key, and what it does. */
      g_autofree char *tooltip
        = g_strdup_printf (_("%s (%s): %s"), label, tools[i].key, _(tools[i].hint));

      gtk_image_set_pixel_size (GTK_IMAGE (image), 22);
      gtk_button_set_child (GTK_BUTTON (button), image);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "instrument");
      gtk_widget_set_tooltip_text (button, tooltip);
      name_widget (button, label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tools[i].name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.instrument");
      gtk_grid_attach (self->tool_grid, button, (int) (i % 2), (int) (i / 2), 1, 1);
    }
}

static void
add_swatches (RingInstrumentBar *self)
{
  for (guint i = 0; i < RING_PALETTE_SIZE; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->swatches[i] = ring_swatch_new ();
      gtk_button_set_child (GTK_BUTTON (button), self->swatches[i]);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "swatch");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.colour");
      gtk_grid_attach (self->colour_grid, button, (int) (i % 2), (int) (i / 2), 1, 1);
    }
}

static void
show_palette (RingInstrumentBar *self, RingInstrument instrument)
{
  RingPaletteColour colours[RING_PALETTE_SIZE];

  ring_palette_get (instrument, colours);
  for (guint i = 0; i < RING_PALETTE_SIZE; i++)
    {
      GtkWidget *button = gtk_widget_get_parent (self->swatches[i]);
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "colour", colours[i].label);
      g_autofree char *target = ring_palette_format (colours[i].colour);

      ring_swatch_set_colour (RING_SWATCH (self->swatches[i]), colours[i].colour);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
      gtk_widget_set_tooltip_text (button, label);
      name_widget (button, label);
    }
  self->shown = instrument;
}

static gboolean
is_in_palette (RingInstrument instrument, guint32 colour)
{
  RingPaletteColour colours[RING_PALETTE_SIZE];

  ring_palette_get (instrument, colours);
  for (guint i = 0; i < RING_PALETTE_SIZE; i++)
    if (colours[i].colour == colour)
      return TRUE;
  return FALSE;
}

static void
show_own_colour (RingInstrumentBar *self, const RingStrokeStyle *style)
{
  guint32 own = ring_instruments_get_own_colour (self->instruments, style->instrument);
  GdkRGBA rgba = { (float) (own >> 24) / 255, (float) (own >> 16 & 0xff) / 255,
                   (float) (own >> 8 & 0xff) / 255, 1 };

  ring_swatch_set_colour (RING_SWATCH (self->own_swatch), own);
  if (is_in_palette (style->instrument, style->colour))
    gtk_widget_remove_css_class (self->own_button, "chosen");
  else
    gtk_widget_add_css_class (self->own_button, "chosen");
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->chooser), &rgba);
}

static void
show_width (RingInstrumentBar *self, const RingStrokeStyle *style)
{
  g_autofree char *paper = ring_number_format (style->ink.width, 2);
  g_autofree char *metal = ring_number_format (style->ink.width / self->view_scale, 3);
  /* Translators: a width on paper. */
  g_autofree char *paper_text = g_strdup_printf (_("%s mm"), paper);
  /* Translators: how wide the same line is in the metal of the ring. */
  g_autofree char *metal_text = g_strdup_printf (_("metal %s"), metal);
  g_autofree char *name = g_strdup_printf (_("Instrument settings: %s mm on paper, %s mm of metal"),
                                           paper, metal);

  gtk_label_set_text (self->paper_label, paper_text);
  gtk_label_set_text (self->metal_label, metal_text);
  ring_ink_sample_set_style (self->sample, style, self->pixels_per_mm);
  name_widget (GTK_WIDGET (self->settings_button), name);
}

static void
show_gem (RingInstrumentBar *self)
{
  const RingGemChoice *gem = ring_instruments_get_gem (self->instruments);
  g_autofree char *text = ring_gem_choice_format (gem);
  g_autofree char *carat = ring_gem_settings_format_carat (gem);
  /* A size is not torn apart where the bar is narrow. */
  g_autoptr (GString) shown = g_string_new (text);
  /* Translators: what the gem is, and its weight. */
  g_autofree char *name = g_strdup_printf (_("Gem settings: %s, %s"), text, carat);

  g_string_replace (shown, " mm", "\u00a0mm", 0);
  g_string_replace (shown, " × ", "\u00a0×\u00a0", 0);
  gtk_label_set_text (self->gem_label, shown->str);
  gtk_label_set_text (self->gem_carat_label, carat);
  name_widget (GTK_WIDGET (self->gem_button), name);
}

static void
show_symmetry (RingInstrumentBar *self)
{
  g_autofree char *text
    = ring_symmetry_settings_format (ring_instruments_get_symmetry (self->instruments));
  /* Translators: what the symmetry does: "Mirror". */
  g_autofree char *name = g_strdup_printf (_ ("Symmetry settings: %s"), text);

  gtk_label_set_text (self->symmetry_label, text);
  name_widget (GTK_WIDGET (self->symmetry_button), name);
}

static void
show_setting (RingInstrumentBar *self)
{
  g_autofree char *text
    = ring_setting_fields_format (RING_SETTING_FIELDS (self->setting_fields));
  /* Translators: a kind of setting, with its claws. */
  g_autofree char *name = g_strdup_printf (_("Settings of the setting: %s"), text);
  g_autoptr (GString) shown = g_string_new (text);

  g_string_replace (shown, " mm", "\u00a0mm", 0);
  g_string_replace (shown, " × ", "\u00a0×\u00a0", 0);
  gtk_label_set_text (self->setting_label, shown->str);
  name_widget (GTK_WIDGET (self->setting_button), name);
}

static void
show_layout (RingInstrumentBar *self)
{
  RingLayoutDesk *desk = ring_instruments_get_layouts (self->instruments);
  const char *kind = ring_layout_kind_label (ring_layout_desk_get (desk)->layout.kind);
  g_autofree char *sum = ring_layout_desk_format (desk, FALSE);
  g_autofree char *few = ring_layout_desk_format (desk, TRUE);
  /* Translators: a kind of layout (Halo), and its stones. */
  g_autofree char *name = g_strdup_printf (_("Layout settings: %s, %s"), kind, sum);
  g_autoptr (GString) shown = g_string_new (few);

  g_string_replace (shown, " mm", "\u00a0mm", 0);
  g_string_replace (shown, " ct", "\u00a0ct", 0);
  gtk_label_set_text (self->layout_label, kind);
  gtk_label_set_text (self->layout_sum_label, shown->str);
  name_widget (GTK_WIDGET (self->layout_button), name);
}

static void
show_selection (RingInstrumentBar *self)
{
  g_autofree char *size = NULL;
  g_autofree char *text = ring_select_settings_describe (self->selection, &size);
  /* Translators: how many items are selected, and how large they are. */
  g_autofree char *name = size[0] != '\0' ? g_strdup_printf (_("Selection: %s, %s mm"), text, size)
                                          : g_strdup_printf (_("Selection: %s"), text);

  gtk_label_set_text (self->select_label, text);
  gtk_label_set_text (self->select_size_label, size);
  name_widget (GTK_WIDGET (self->select_button), name);
}

static void
show_drafting (RingInstrumentBar *self)
{
  const char *label = ring_figure_settings_get_label (self->instruments);
  g_autofree char *value = ring_figure_settings_format_value (self->instruments);
  /* Translators: what is constructed: a line, a circle. */
  g_autofree char *name = g_strdup_printf (_("Construction settings: %s"), label);

  gtk_image_set_from_icon_name (self->drafting_image,
                                ring_figure_settings_get_icon (self->instruments));
  gtk_label_set_text (self->drafting_label, label);
  gtk_label_set_text (self->drafting_value_label, value);
  gtk_widget_set_visible (GTK_WIDGET (self->drafting_value_label), value[0] != '\0');
  name_widget (GTK_WIDGET (self->drafting_button), name);
}

static gboolean
constructs (RingToolKind tool)
{
  return tool == RING_TOOL_SHAPE || tool == RING_TOOL_DIMENSION || tool == RING_TOOL_TEXT;
}

static void
draw_fill_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingInstrumentBar *self = data;

  if (self->instruments != NULL)
    ring_fill_sample_paint (cr, ring_instruments_get_fill (self->instruments),
                            ring_instruments_get_metal (self->instruments), width, height);
}

static void
show_fill (RingInstrumentBar *self)
{
  const RingFillChoice *fill = ring_instruments_get_fill (self->instruments);
  const char *form = ring_fill_settings_get_form_label (fill->form);
  g_autofree char *colour = ring_fill_settings_format_colour (fill);
  /* Translators: the form of the metal and which metal it is. */
  g_autofree char *name = g_strdup_printf (_("Fill settings: %s, %s"), form, colour);

  gtk_label_set_text (self->fill_label, form);
  gtk_label_set_text (self->fill_colour_label, colour);
  gtk_widget_queue_draw (GTK_WIDGET (self->fill_picture));
  name_widget (GTK_WIDGET (self->fill_button), name);
}

static void
show_eraser (RingInstrumentBar *self, gboolean erases)
{
  double width = 2 * ring_instruments_get_reach (self->instruments);
  /* Translators: how wide the eraser is on the screen, in pixels. */
  g_autofree char *text = g_strdup_printf (_("%.0f px"), width);

  gtk_label_set_text (self->eraser_label, text);
  gtk_widget_set_visible (self->eraser_box, erases);
}

static void
show (RingInstrumentBar *self)
{
  RingInstrument instrument = ring_instruments_get_instrument (self->instruments);
  const RingStrokeStyle *style = ring_instruments_get_style (self->instruments, instrument);
  RingToolKind tool = ring_instruments_get_tool (self->instruments);
  gboolean draws = tool == RING_TOOL_PEN || tool == RING_TOOL_SHAPE;
  gboolean sets = tool == RING_TOOL_SETTING;
  gboolean lays = tool == RING_TOOL_LAYOUT;
  gboolean places = tool == RING_TOOL_GEM;
  gboolean selects = tool == RING_TOOL_SELECT;
  /* The others have no use for a colour; these keep it in sight for the next pen. */
  gboolean inks = draws || tool == RING_TOOL_ERASER || tool == RING_TOOL_NOTE;
  gboolean fills = tool == RING_TOOL_FILL;

  self->showing = TRUE;
  if (instrument != self->shown)
    show_palette (self, instrument);
  show_own_colour (self, style);
  show_width (self, style);
  show_symmetry (self);
  gtk_widget_set_visible (self->symmetry_box, tool == RING_TOOL_PEN);
  show_eraser (self, tool == RING_TOOL_ERASER);
  if (lays)
    show_layout (self);
  else if (places)
    show_gem (self);
  if (selects)
    show_selection (self);
  gtk_widget_set_visible (GTK_WIDGET (self->gem_button), places);
  gtk_widget_set_visible (GTK_WIDGET (self->setting_button), sets);
  gtk_widget_set_visible (GTK_WIDGET (self->layout_button), lays);
  gtk_widget_set_visible (GTK_WIDGET (self->select_button), selects);
  gtk_widget_set_visible (GTK_WIDGET (self->colour_grid), inks);
  gtk_widget_set_visible (GTK_WIDGET (self->settings_button),
                          inks && tool != RING_TOOL_ERASER);
  if (fills)
    show_fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self->fill_button), fills);
  if (constructs (tool))
    show_drafting (self);
  gtk_widget_set_visible (GTK_WIDGET (self->drafting_button), constructs (tool));
  gtk_widget_set_sensitive (GTK_WIDGET (self->settings_button), draws);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colour_grid), draws);
  self->showing = FALSE;
}

static void
own_colour_cb (RingInstrumentBar *self)
{
  RingInstrument instrument;
  RingStrokeStyle style;
  GdkRGBA rgba;
  guint32 colour;

  if (self->showing || self->instruments == NULL)
    return;
  instrument = ring_instruments_get_instrument (self->instruments);
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->chooser), &rgba);
  colour = (guint32) (rgba.red * 255 + 0.5f) << 24 | (guint32) (rgba.green * 255 + 0.5f) << 16
           | (guint32) (rgba.blue * 255 + 0.5f) << 8 | 0xff;
  ring_instruments_set_own_colour (self->instruments, instrument, colour);
  style = *ring_instruments_get_style (self->instruments, instrument);
  style.colour = colour;
  ring_instruments_set_style (self->instruments, &style);
}

/* Opening it takes the colour that lies there: one press more is for another. */
static void
own_opened_cb (RingInstrumentBar *self)
{
  own_colour_cb (self);
}

static void
add_own_colour (RingInstrumentBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->own_box = box;
  self->chooser = gtk_color_chooser_widget_new ();
  gtk_box_append (GTK_BOX (box), self->chooser);
  g_object_set (self->chooser, "show-editor", TRUE, "use-alpha", FALSE, NULL);
  g_signal_connect_object (self->chooser, "notify::rgba", G_CALLBACK (own_colour_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (popover, "own-colour");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  g_signal_connect_object (popover, "map", G_CALLBACK (own_opened_cb), self, G_CONNECT_SWAPPED);

  self->own_button = gtk_menu_button_new ();
  self->own_swatch = ring_swatch_new ();
  ring_swatch_set_plus (RING_SWATCH (self->own_swatch), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->own_button), self->own_swatch);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->own_button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->own_button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->own_button), GTK_ARROW_RIGHT);
  gtk_widget_add_css_class (self->own_button, "own-swatch");
  gtk_widget_add_css_class (self->own_button, "flat");
  gtk_widget_set_tooltip_text (self->own_button, _("A colour of your own"));
  name_widget (self->own_button, _("A colour of your own"));
  gtk_grid_attach (self->colour_grid, self->own_button, RING_PALETTE_SIZE % 2,
                   RING_PALETTE_SIZE / 2, 1, 1);
}

static void
ring_instrument_bar_dispose (GObject *object)
{
  g_clear_object (&RING_INSTRUMENT_BAR (object)->selection);
  g_clear_object (&RING_INSTRUMENT_BAR (object)->instruments);
  G_OBJECT_CLASS (ring_instrument_bar_parent_class)->dispose (object);
}

static void
ring_instrument_bar_class_init (RingInstrumentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_instrument_bar_dispose;
  g_type_ensure (RING_TYPE_INK_SAMPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-instrument-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, tool_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, colour_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, settings_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, settings_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, sample);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, paper_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, metal_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_box);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, eraser_box);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, eraser_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, gem_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, gem_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, gem_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, gem_carat_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, setting_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, setting_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, setting_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, layout_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, layout_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, layout_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, layout_sum_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, select_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, select_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, select_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, select_size_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, drafting_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, drafting_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, drafting_image);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, drafting_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, drafting_value_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, fill_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, fill_popover);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, fill_picture);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, fill_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, fill_colour_label);
}

static void
ring_instrument_bar_init (RingInstrumentBar *self)
{
  self->view_scale = 4;
  self->pixels_per_mm = 96 / 25.4;
  self->shown = RING_N_INSTRUMENTS;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tools (self);
  add_swatches (self);
  add_own_colour (self);
}

/* Fields that are higher than a small screen. */
static GtkWidget *
new_scroller (GtkWidget *child)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                       "max-content-height", 620, "child", child, NULL);
}

void
ring_instrument_bar_set_instruments (RingInstrumentBar *self, RingInstruments *instruments)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));
  g_return_if_fail (self->instruments == NULL);

  self->instruments = g_object_ref (instruments);
  self->settings = ring_instrument_settings_new (instruments);
  gtk_popover_set_child (self->settings_popover, self->settings);
  gtk_popover_set_child (self->symmetry_popover, ring_symmetry_settings_new (instruments));
  gtk_popover_set_child (self->gem_popover, ring_gem_settings_new (instruments));
  self->setting_fields = ring_setting_fields_new (instruments);
  gtk_popover_set_child (self->setting_popover, new_scroller (self->setting_fields));
  g_signal_connect_object (self->setting_fields, "changed", G_CALLBACK (show_setting), self,
                           G_CONNECT_SWAPPED);
  show_setting (self);
  gtk_popover_set_child (self->layout_popover,
                         ring_layout_settings_new (ring_instruments_get_layouts (instruments)));
  self->select_settings = ring_select_settings_new (instruments);
  gtk_popover_set_child (self->select_popover, self->select_settings);
  gtk_popover_set_child (self->drafting_popover, ring_figure_settings_new (instruments));
  gtk_box_prepend (GTK_BOX (self->own_box), ring_palette_chooser_new (instruments, FALSE));
  gtk_popover_set_child (self->fill_popover, ring_fill_settings_new (instruments));
  gtk_drawing_area_set_draw_func (self->fill_picture, draw_fill_cb, self, NULL);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_instruments_get_layouts (instruments), "changed",
                           G_CALLBACK (show_layout), self, G_CONNECT_SWAPPED);
  show (self);
}

void
ring_instrument_bar_set_selection (RingInstrumentBar *self, RingSelection *selection)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  ring_select_settings_set_selection (RING_SELECT_SETTINGS (self->select_settings), selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (show_selection), self,
                             G_CONNECT_SWAPPED);
  show_selection (self);
}

void
ring_instrument_bar_set_scales (RingInstrumentBar *self, double view_scale, double pixels_per_mm)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  if (view_scale == self->view_scale && pixels_per_mm == self->pixels_per_mm)
    return;
  self->view_scale = view_scale;
  self->pixels_per_mm = pixels_per_mm;
  ring_instrument_settings_set_scales (RING_INSTRUMENT_SETTINGS (self->settings), view_scale,
                                       pixels_per_mm);
  show (self);
}

void
ring_instrument_bar_open_settings (RingInstrumentBar *self)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  if (ring_instruments_get_tool (self->instruments) == RING_TOOL_GEM)
    gtk_menu_button_popup (self->gem_button);
  else if (ring_instruments_get_tool (self->instruments) == RING_TOOL_SETTING)
    gtk_menu_button_popup (self->setting_button);
  else if (ring_instruments_get_tool (self->instruments) == RING_TOOL_LAYOUT)
    gtk_menu_button_popup (self->layout_button);
  else if (ring_instruments_get_tool (self->instruments) == RING_TOOL_SELECT)
    gtk_menu_button_popup (self->select_button);
  else if (constructs (ring_instruments_get_tool (self->instruments)))
    gtk_menu_button_popup (self->drafting_button);
  else if (ring_instruments_get_tool (self->instruments) == RING_TOOL_FILL)
    gtk_menu_button_popup (self->fill_button);
  else if (gtk_widget_get_sensitive (GTK_WIDGET (self->settings_button)))
    gtk_menu_button_popup (self->settings_button);
}

RingSettingFields *
ring_instrument_bar_get_setting_fields (RingInstrumentBar *self)
{
  g_return_val_if_fail (RING_IS_INSTRUMENT_BAR (self), NULL);

  return RING_SETTING_FIELDS (self->setting_fields);
}
