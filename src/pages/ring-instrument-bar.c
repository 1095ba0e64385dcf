/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-instrument-bar.h"

#include <glib/gi18n-lib.h>

#include "ring-colour-grid.h"
#include "ring-cut-grid.h"
#include "ring-figure-settings.h"
#include "ring-fill-sample.h"
#include "ring-fill-settings.h"
#include "ring-gem-settings.h"
#include "ring-ink-sample.h"
#include "ring-instrument-settings.h"
#include "ring-layout-settings.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-select-settings.h"
#include "ring-setting-fields.h"
#include "ring-symmetry-settings.h"

#define PICTURE_WIDTH 76 /* pixels */
#define ICON_SIZE 22

/* A button that says what the tool in use is set to, over a popover with its settings. */
typedef struct
{
  RingInstrumentBar *bar;
  const struct SlotInfo *info;
  GtkWidget *button, *picture, *heading, *small; /* picture: or NULL */
} Slot;

typedef struct SlotInfo
{
  guint tools; /* those that it is shown for */
  const char *tooltip;
  void (*show) (RingInstrumentBar *self, Slot *slot);
  GtkWidget *(*make) (RingInstrumentBar *self); /* the settings, when they are first opened */
  GtkWidget *(*new_picture) (RingInstrumentBar *self);
} SlotInfo;

#define N_SLOTS 7

struct _RingInstrumentBar
{
  AdwBin parent_instance;

  RingInstruments *instruments;
  RingSelection *selection;
  double view_scale, pixels_per_mm;
  Slot slots[N_SLOTS];
  GtkWidget *settings;        /* RingInstrumentSettings, or NULL until they are wanted */
  GtkWidget *select_settings; /* RingSelectSettings, likewise */

  GtkGrid *tool_grid;
  GtkBox *slot_box;
  RingCutGrid *cut_grid;
  RingColourGrid *colour_grid;
  GtkWidget *eraser_box;
  GtkLabel *eraser_label;
  GtkWidget *symmetry_box;
  GtkMenuButton *symmetry_button;
  GtkLabel *symmetry_label;
};

G_DEFINE_FINAL_TYPE (RingInstrumentBar, ring_instrument_bar, ADW_TYPE_BIN)

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
      ring_parts_name (button, label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tools[i].name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.instrument");
      gtk_grid_attach (self->tool_grid, button, (int) (i % 2), (int) (i / 2), 1, 1);
    }
}

/* --------------------------------------------------------- what the tools say */

/* A size is not torn apart where the bar is narrow. */
static void
set_text (GtkWidget *label, const char *text)
{
  static const char *const units[][2] = { { " mm", "\u00a0mm" },
                                          { " ct", "\u00a0ct" },
                                          { " × ", "\u00a0×\u00a0" },
                                          { " ±", "\u00a0±" },
                                          { " %", "\u00a0%" } };
  g_autoptr (GString) shown = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_string_replace (shown, units[i][0], units[i][1], 0);
  gtk_label_set_text (GTK_LABEL (label), shown->str);
  gtk_widget_set_visible (label, text[0] != '\0');
}

/* NAME is what a screen reader says. */
static void
say (Slot *slot, const char *heading, const char *small, const char *name)
{
  set_text (slot->heading, heading);
  set_text (slot->small, small);
  ring_parts_name (slot->button, name);
}

static void
show_pen (RingInstrumentBar *self, Slot *slot)
{
  const RingStrokeStyle *style = ring_instruments_get_style (
      self->instruments, ring_instruments_get_instrument (self->instruments));
  g_autofree char *paper = ring_number_format (style->ink.width, 2);
  g_autofree char *metal = ring_number_format (style->ink.width / self->view_scale, 3);
  /* Translators: a width on paper. */
  g_autofree char *paper_text = g_strdup_printf (_ ("%s mm"), paper);
  /* Translators: how wide the same line is in the metal of the ring. */
  g_autofree char *metal_text = g_strdup_printf (_ ("metal %s"), metal);
  g_autofree char *name = g_strdup_printf (
      _ ("Instrument settings: %s mm on paper, %s mm of metal"), paper, metal);
  g_autoptr (GString) one_line = g_string_new (metal_text);

  g_string_replace (one_line, " ", "\u00a0", 0);
  say (slot, paper_text, one_line->str, name);
  ring_ink_sample_set_style (RING_INK_SAMPLE (slot->picture), style, self->pixels_per_mm);
}

static void
show_gem (RingInstrumentBar *self, Slot *slot)
{
  const RingGemChoice *gem = ring_instruments_get_gem (self->instruments);
  g_autofree char *text = ring_gem_choice_format (gem);
  g_autofree char *carat = ring_gem_settings_format_carat (gem);
  /* Translators: what the gem is, and its weight. */
  g_autofree char *name = g_strdup_printf (_ ("Gem settings: %s, %s"), text, carat);

  say (slot, text, carat, name);
}

static void
show_setting (RingInstrumentBar *self, Slot *slot)
{
  g_autofree char *text = ring_setting_fields_format (self->instruments);
  /* Translators: a kind of setting, with its claws. */
  g_autofree char *name = g_strdup_printf (_ ("Settings of the setting: %s"), text);

  say (slot, text, "", name);
}

static void
show_layout (RingInstrumentBar *self, Slot *slot)
{
  RingLayoutDesk *desk = ring_instruments_get_layouts (self->instruments);
  const char *kind = ring_layout_kind_label (ring_layout_desk_get (desk)->layout.kind);
  g_autofree char *sum = ring_layout_desk_format (desk, FALSE);
  g_autofree char *few = ring_layout_desk_format (desk, TRUE);
  /* Translators: a kind of layout (Halo), and its stones. */
  g_autofree char *name = g_strdup_printf (_ ("Layout settings: %s, %s"), kind, sum);

  say (slot, kind, few, name);
}

static void
show_selection (RingInstrumentBar *self, Slot *slot)
{
  g_autofree char *size = NULL;
  g_autofree char *text = ring_select_settings_describe (self->selection, &size);
  /* Translators: how many items are selected, and how large they are. */
  g_autofree char *name = size[0] != '\0'
                              ? g_strdup_printf (_ ("Selection: %s, %s mm"), text, size)
                              : g_strdup_printf (_ ("Selection: %s"), text);

  say (slot, text, size, name);
}

static void
show_figure (RingInstrumentBar *self, Slot *slot)
{
  const char *label = ring_figure_settings_get_label (self->instruments);
  g_autofree char *value = ring_figure_settings_format_value (self->instruments);
  /* Translators: what is constructed: a line, a circle. */
  g_autofree char *name = g_strdup_printf (_ ("Construction settings: %s"), label);

  say (slot, label, value, name);
  gtk_image_set_from_icon_name (GTK_IMAGE (slot->picture),
                                ring_figure_settings_get_icon (self->instruments));
}

static void
show_fill (RingInstrumentBar *self, Slot *slot)
{
  const RingFillChoice *fill = ring_instruments_get_fill (self->instruments);
  const char *form = ring_fill_settings_get_form_label (fill->form);
  g_autofree char *colour = ring_fill_settings_format_colour (fill);
  /* Translators: the form of the metal and which metal it is. */
  g_autofree char *name = g_strdup_printf (_ ("Fill settings: %s, %s"), form, colour);

  say (slot, form, colour, name);
  gtk_widget_queue_draw (slot->picture);
}

/* ------------------------------------------------------------ their pictures */

static GtkWidget *
new_ink_sample (RingInstrumentBar *self)
{
  return g_object_new (RING_TYPE_INK_SAMPLE, "width-request", PICTURE_WIDTH, NULL);
}

static GtkWidget *
new_figure_icon (RingInstrumentBar *self)
{
  return g_object_new (GTK_TYPE_IMAGE, "pixel-size", ICON_SIZE, NULL);
}

static void
draw_fill_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingInstrumentBar *self = data;

  ring_fill_sample_paint (cr, ring_instruments_get_fill (self->instruments),
                          ring_instruments_get_metal (self->instruments), width, height);
}

static GtkWidget *
new_fill_picture (RingInstrumentBar *self)
{
  GtkWidget *picture = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", PICTURE_WIDTH,
                                     "content-height", PICTURE_WIDTH / 2, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_fill_cb, self, NULL);
  return picture;
}

/* ------------------------------------------------------------ their settings */

static GtkWidget *
make_pen (RingInstrumentBar *self)
{
  self->settings = ring_instrument_settings_new (self->instruments);
  ring_instrument_settings_set_scales (RING_INSTRUMENT_SETTINGS (self->settings), self->view_scale,
                                       self->pixels_per_mm);
  return self->settings;
}

static GtkWidget *
make_gem (RingInstrumentBar *self)
{
  return ring_gem_settings_new (self->instruments);
}

/* Fields that are higher than a small screen. */
static GtkWidget *
make_setting (RingInstrumentBar *self)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                       "max-content-height", 620, "child",
                       ring_setting_fields_new (self->instruments), NULL);
}

static GtkWidget *
make_layout (RingInstrumentBar *self)
{
  return ring_layout_settings_new (ring_instruments_get_layouts (self->instruments));
}

static GtkWidget *
make_select (RingInstrumentBar *self)
{
  self->select_settings = ring_select_settings_new (self->instruments);
  ring_select_settings_set_selection (RING_SELECT_SETTINGS (self->select_settings),
                                      self->selection);
  return self->select_settings;
}

static GtkWidget *
make_figure (RingInstrumentBar *self)
{
  return ring_figure_settings_new (self->instruments);
}

static GtkWidget *
make_fill (RingInstrumentBar *self)
{
  return ring_fill_settings_new (self->instruments);
}

/* -------------------------------------------------------------------- slots */

#define TOOL(NAME) (1u << RING_TOOL_##NAME)

/* From top to bottom. Of those that are shown, S opens the first. */
static const SlotInfo slot_infos[N_SLOTS] = {
  { TOOL (SELECT), N_ ("Place, size and order of what is selected (S)"), show_selection,
    make_select, NULL },
  { TOOL (SHAPE) | TOOL (DIMENSION) | TOOL (TEXT),
    N_ ("What is constructed, and what it snaps to (S)"), show_figure, make_figure,
    new_figure_icon },
  { TOOL (FILL), N_ ("Form and colour of the fill (S)"), show_fill, make_fill, new_fill_picture },
  { TOOL (GEM), N_ ("Cut, stone and size of the gem (S)"), show_gem, make_gem, NULL },
  { TOOL (SETTING), N_ ("Claws, walls and heights of the setting (S)"), show_setting, make_setting,
    NULL },
  { TOOL (LAYOUT), N_ ("Kind, stones and spacing of the layout (S)"), show_layout, make_layout,
    NULL },
  { TOOL (PEN) | TOOL (SHAPE) | TOOL (NOTE), N_ ("Width, smoothing and pressure (S)"), show_pen,
    make_pen, new_ink_sample },
};

static GtkWidget *
make_settings (gpointer data)
{
  Slot *slot = data;

  return slot->info->make (slot->bar);
}

static GtkWidget *
add_slot_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_slot (RingInstrumentBar *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const SlotInfo *info = &slot_infos[i];
  Slot *slot = &self->slots[i];

  slot->bar = self;
  slot->info = info;
  slot->picture = info->new_picture != NULL ? info->new_picture (self) : NULL;
  if (slot->picture != NULL)
    gtk_box_append (GTK_BOX (box), slot->picture);
  slot->heading = add_slot_label (box, "caption-heading");
  slot->small = add_slot_label (box, "caption");
  gtk_widget_add_css_class (slot->small, "dim-label");
  slot->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (slot->button), box);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (slot->button), GTK_ARROW_RIGHT);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (slot->button), FALSE);
  ring_parts_make_popover_later (GTK_MENU_BUTTON (slot->button), make_settings, slot);
  gtk_widget_set_tooltip_text (slot->button, _ (info->tooltip));
  gtk_widget_add_css_class (slot->button, "flat");
  gtk_widget_add_css_class (slot->button, "settings-button");
  gtk_widget_hide (slot->button);
  gtk_box_append (self->slot_box, slot->button);
}

static void
show_slots (RingInstrumentBar *self)
{
  RingToolKind tool = ring_instruments_get_tool (self->instruments);

  for (guint i = 0; i < N_SLOTS; i++)
    {
      Slot *slot = &self->slots[i];
      gboolean shown = (slot->info->tools & 1u << tool) != 0;

      if (shown)
        slot->info->show (self, slot);
      gtk_widget_set_visible (slot->button, shown);
      /* A note has no use for the pen's width; it keeps it in sight for the next pen. */
      gtk_widget_set_sensitive (slot->button, tool != RING_TOOL_NOTE);
    }
}

/* ------------------------------------------------------------------ the rest */

static void
show_symmetry (RingInstrumentBar *self, gboolean draws)
{
  g_autofree char *text
      = ring_symmetry_settings_format (ring_instruments_get_symmetry (self->instruments));
  /* Translators: what the symmetry does: "Mirror". */
  g_autofree char *name = g_strdup_printf (_ ("Symmetry settings: %s"), text);

  gtk_label_set_text (self->symmetry_label, text);
  ring_parts_name (GTK_WIDGET (self->symmetry_button), name);
  gtk_widget_set_visible (self->symmetry_box, draws);
}

static GtkWidget *
make_symmetry (gpointer data)
{
  return ring_symmetry_settings_new (RING_INSTRUMENT_BAR (data)->instruments);
}

static void
show_eraser (RingInstrumentBar *self, gboolean erases)
{
  double width = 2 * ring_instruments_get_reach (self->instruments);
  /* Translators: how wide the eraser is on the screen, in pixels. */
  g_autofree char *text = g_strdup_printf (_ ("%.0f px"), width);

  gtk_label_set_text (self->eraser_label, text);
  gtk_widget_set_visible (self->eraser_box, erases);
}

static void
show (RingInstrumentBar *self)
{
  RingToolKind tool = ring_instruments_get_tool (self->instruments);
  gboolean draws = tool == RING_TOOL_PEN || tool == RING_TOOL_SHAPE;
  /* The others have no use for a colour; these keep it in sight for the next pen. */
  gboolean inks = draws || tool == RING_TOOL_ERASER || tool == RING_TOOL_NOTE;

  show_symmetry (self, tool == RING_TOOL_PEN);
  show_eraser (self, tool == RING_TOOL_ERASER);
  show_slots (self);
  gtk_widget_set_visible (GTK_WIDGET (self->cut_grid), tool == RING_TOOL_GEM);
  gtk_widget_set_visible (GTK_WIDGET (self->colour_grid), inks);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colour_grid), draws);
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
  g_type_ensure (RING_TYPE_COLOUR_GRID);
  g_type_ensure (RING_TYPE_CUT_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-instrument-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, tool_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, slot_box);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, colour_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, cut_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_box);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_button);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, symmetry_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, eraser_box);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentBar, eraser_label);
}

static void
ring_instrument_bar_init (RingInstrumentBar *self)
{
  self->view_scale = 4;
  self->pixels_per_mm = 96 / 25.4;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tools (self);
  for (guint i = 0; i < N_SLOTS; i++)
    add_slot (self, i);
  ring_parts_make_popover_later (self->symmetry_button, make_symmetry, self);
}

void
ring_instrument_bar_set_instruments (RingInstrumentBar *self, RingInstruments *instruments)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));
  g_return_if_fail (self->instruments == NULL);

  self->instruments = g_object_ref (instruments);
  ring_colour_grid_set_instruments (self->colour_grid, instruments);
  ring_cut_grid_set_instruments (self->cut_grid, instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_instruments_get_setting_desk (instruments), "changed",
                           G_CALLBACK (show_slots), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ring_instruments_get_layouts (instruments), "changed",
                           G_CALLBACK (show_slots), self, G_CONNECT_SWAPPED);
  show (self);
}

void
ring_instrument_bar_set_selection (RingInstrumentBar *self, RingSelection *selection)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (self->select_settings != NULL)
    ring_select_settings_set_selection (RING_SELECT_SETTINGS (self->select_settings), selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (show_slots), self,
                             G_CONNECT_SWAPPED);
  if (self->instruments != NULL)
    show_slots (self);
}

void
ring_instrument_bar_set_scales (RingInstrumentBar *self, double view_scale, double pixels_per_mm)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  if (view_scale == self->view_scale && pixels_per_mm == self->pixels_per_mm)
    return;
  self->view_scale = view_scale;
  self->pixels_per_mm = pixels_per_mm;
  if (self->settings != NULL)
    ring_instrument_settings_set_scales (RING_INSTRUMENT_SETTINGS (self->settings), view_scale,
                                         pixels_per_mm);
  show_slots (self);
}

void
ring_instrument_bar_open_settings (RingInstrumentBar *self)
{
  g_return_if_fail (RING_IS_INSTRUMENT_BAR (self));

  for (guint i = 0; i < N_SLOTS; i++)
    if (gtk_widget_get_visible (self->slots[i].button)
        && gtk_widget_get_sensitive (self->slots[i].button))
      {
        gtk_menu_button_popup (GTK_MENU_BUTTON (self->slots[i].button));
        return;
      }
}
