/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-figure-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-figure-value.h"
#include "ring-number.h"
#include "ring-parts.h"

#define N_VALUES 3
#define TEXT_CHARS 32

static const struct
{
  RingFigureForm form;
  const char *icon, *label;
} shapes[] = {
  { RING_FIGURE_LINE, "ring-shape-line-symbolic", NC_ ("shape", "Line") },
  { RING_FIGURE_ARC, "ring-shape-arc-symbolic", NC_ ("shape", "Arc") },
  { RING_FIGURE_CIRCLE, "ring-shape-circle-symbolic", NC_ ("shape", "Circle") },
  { RING_FIGURE_ELLIPSE, "ring-shape-ellipse-symbolic", NC_ ("shape", "Ellipse") },
  { RING_FIGURE_POLYLINE, "ring-shape-polyline-symbolic", NC_ ("shape", "Polyline") },
  { RING_FIGURE_CURVE, "ring-shape-curve-symbolic", NC_ ("shape", "Curve") },
};

static const struct
{
  RingFigureStyle style;
  const char *label, *hint;
} lines[] = {
  { RING_FIGURE_VISIBLE, NC_ ("line", "Visible"), N_ ("A whole line") },
  { RING_FIGURE_HIDDEN, NC_ ("line", "Hidden"), N_ ("Dashed: an edge behind metal") },
  { RING_FIGURE_CENTRE, NC_ ("line", "Centre"), N_ ("Chained: an axis") },
};

/* The first one finds out what is meant. */
static const struct
{
  RingFigureForm form;
  const char *label;
} dimensions[] = {
  { RING_FIGURE_TEXT, NC_ ("dimension", "Automatic") },
  { RING_FIGURE_DISTANCE, NC_ ("dimension", "Distance") },
  { RING_FIGURE_HORIZONTAL, NC_ ("dimension", "Level distance") },
  { RING_FIGURE_VERTICAL, NC_ ("dimension", "Upright distance") },
  { RING_FIGURE_DIAMETER, NC_ ("dimension", "Diameter") },
  { RING_FIGURE_RADIUS, NC_ ("dimension", "Radius") },
  { RING_FIGURE_ANGLE, NC_ ("dimension", "Angle") },
};

/* Steps of the grid, mm of the ring; 0 is none. */
static const double grids[] = { 0, 0.1, 0.25, 0.5, 1, 2, 5 };

struct _RingFigureSettings
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  gboolean showing;

  GtkWidget *title, *hint;
  GtkWidget *shape_box, *line_box;
  GtkWidget *shapes[G_N_ELEMENTS (shapes)];
  GtkWidget *lines[G_N_ELEMENTS (lines)];
  GtkWidget *value_grid, *value_labels[N_VALUES], *values[N_VALUES], *complaint;
  GtkWidget *snap, *grid;
  GtkWidget *dimension, *size;
  GtkWidget *offset_row, *offset;
};

G_DEFINE_FINAL_TYPE (RingFigureSettings, ring_figure_settings, GTK_TYPE_BOX)

static guint
find_shape (RingFigureForm form)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (shapes) && shapes[i].form != form)
    i++;
  return i;
}

static guint
find_dimension (const RingDrafting *drafting)
{
  guint i = 1;

  if (drafting->automatic)
    return 0;
  while (i + 1 < G_N_ELEMENTS (dimensions) && dimensions[i].form != drafting->dimension)
    i++;
  return i;
}

const char *
ring_figure_settings_get_label (RingInstruments *instruments)
{
  const RingDrafting *drafting = ring_instruments_get_drafting (instruments);
  RingToolKind tool = ring_instruments_get_tool (instruments);

  if (tool == RING_TOOL_DIMENSION)
    return g_dpgettext2 (GETTEXT_PACKAGE, "dimension", dimensions[find_dimension (drafting)].label);
  if (tool == RING_TOOL_TEXT)
    return ring_instruments_get_label ("text");
  return g_dpgettext2 (GETTEXT_PACKAGE, "shape", shapes[find_shape (drafting->shape)].label);
}

const char *
ring_figure_settings_get_icon (RingInstruments *instruments)
{
  RingToolKind tool = ring_instruments_get_tool (instruments);

  if (tool == RING_TOOL_DIMENSION)
    return "ring-dimension-symbolic";
  if (tool == RING_TOOL_TEXT)
    return "ring-text-symbolic";
  return shapes[find_shape (ring_instruments_get_drafting (instruments)->shape)].icon;
}

static char *
format_number (const RingItem *item, RingFigureValue value)
{
  return ring_number_format (ring_figure_get_value (item, value), 2);
}

static gboolean
is_angle (const RingItem *item, RingFigureValue value)
{
  return ring_figure_value_is_angle (value)
         || (value == RING_FIGURE_VALUE_MEASURE
             && ring_item_get_figure (item)->form == RING_FIGURE_ANGLE);
}

char *
ring_figure_settings_format_value (RingInstruments *instruments)
{
  const RingItem *item = ring_instruments_get_picked_figure (instruments);
  RingFigureValue values[N_VALUES];
  g_autofree char *number = NULL;

  if (item == NULL || ring_figure_list_values (item, values) == 0)
    return g_strdup ("");
  number = format_number (item, values[0]);
  if (is_angle (item, values[0]))
    return g_strdup_printf ("%s°", number);
  /* Translators: a length. */
  return g_strdup_printf (_ ("%s mm"), number);
}

static void
show_values (RingFigureSettings *self)
{
  const RingItem *item = ring_instruments_get_picked_figure (self->instruments);
  RingFigureValue values[N_VALUES];
  guint n = item != NULL ? ring_figure_list_values (item, values) : 0;

  gtk_widget_set_visible (self->value_grid, n > 0);
  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *label = NULL;

      gtk_widget_set_visible (self->values[i], i < n);
      gtk_widget_set_visible (self->value_labels[i], i < n);
      if (i >= n)
        continue;
      number = format_number (item, values[i]);
      label = g_strdup_printf (is_angle (item, values[i]) ? "%s (°)" : "%s (mm)",
                               ring_figure_value_label (values[i]));
      gtk_label_set_text (GTK_LABEL (self->value_labels[i]), label);
      gtk_editable_set_text (GTK_EDITABLE (self->values[i]), number);
      ring_parts_name (self->values[i], label);
    }
}

static guint
find_grid (double step)
{
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    if (ABS (grids[i] - step) < ABS (grids[best] - step))
      best = i;
  return best;
}

static const char *
get_title (RingToolKind tool, gboolean picked)
{
  if (tool == RING_TOOL_DIMENSION)
    return picked ? _ ("This Dimension") : _ ("Next Dimension");
  if (tool == RING_TOOL_TEXT)
    return picked ? _ ("This Text") : _ ("Next Text");
  return picked ? _ ("This Shape") : _ ("Next Shape");
}

static const char *
get_hint (RingToolKind tool)
{
  if (tool == RING_TOOL_DIMENSION)
    return _ ("Tap two points, or a line or circle, then where its line goes. A typed measure "
              "changes what is measured.");
  if (tool == RING_TOOL_TEXT)
    return _ ("Tap to write. Drag from a thing to where its note stands. Tap a text to change it.");
  return _ ("Drag to draw; Shift holds to 15°. Taps set corners, Enter or a second tap ends them, "
            "Esc gives up. Tap a shape to change it.");
}

static void
show (RingFigureSettings *self)
{
  const RingDrafting *drafting = ring_instruments_get_drafting (self->instruments);
  const RingItem *item = ring_instruments_get_picked_figure (self->instruments);

  RingToolKind tool = ring_instruments_get_tool (self->instruments);
  gboolean shape = tool != RING_TOOL_DIMENSION && tool != RING_TOOL_TEXT;

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), get_title (tool, item != NULL));
  gtk_label_set_text (GTK_LABEL (self->hint), get_hint (tool));
  gtk_widget_set_visible (self->shape_box, shape);
  gtk_widget_set_visible (self->line_box, shape);
  gtk_widget_set_visible (self->offset_row, shape && item != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (self->dimension),
                          tool == RING_TOOL_DIMENSION && item == NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (self->size), !shape && item == NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dimension), find_dimension (drafting));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->size), drafting->text_size);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shapes[find_shape (drafting->shape)]),
                                TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->lines[drafting->line]), TRUE);
  gtk_switch_set_active (GTK_SWITCH (self->snap), drafting->snaps);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grid), find_grid (drafting->grid));
  gtk_widget_set_sensitive (self->grid, drafting->snaps);
  ring_parts_complain (self->complaint, NULL, NULL);
  show_values (self);
  self->showing = FALSE;
}

static void
change_style (RingFigureSettings *self, RingFigureStyle style)
{
  const RingItem *item = ring_instruments_get_picked_figure (self->instruments);
  g_autoptr (RingItem) changed = NULL;

  if (item == NULL || !ring_figure_is_shape (ring_item_get_figure (item)->form)
      || ring_item_get_figure (item)->style == style)
    return;
  changed = ring_figure_with_style (item, style);
  ring_instruments_change_figure (self->instruments, changed);
}

static void
changed_cb (RingFigureSettings *self)
{
  RingDrafting drafting = *ring_instruments_get_drafting (self->instruments);
  guint grid = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grid));
  guint dimension = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dimension));

  if (self->showing)
    return;
  drafting.automatic = dimension == 0;
  if (dimension > 0 && dimension < G_N_ELEMENTS (dimensions))
    drafting.dimension = dimensions[dimension].form;
  drafting.text_size = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->size));
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->shapes[i])))
      drafting.shape = shapes[i].form;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->lines[i])))
      drafting.line = lines[i].style;
  if (drafting.line != ring_instruments_get_drafting (self->instruments)->line)
    change_style (self, drafting.line);
  drafting.snaps = gtk_switch_get_active (GTK_SWITCH (self->snap));
  if (grid < G_N_ELEMENTS (grids))
    drafting.grid = grids[grid];
  ring_instruments_set_drafting (self->instruments, &drafting);
}

/* Of one group two buttons change at once: the one that goes in says it. */
static void
toggled_cb (RingFigureSettings *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    changed_cb (self);
}

/* A number is meant when it is finished: by Enter or by leaving it. */
static void
value_done_cb (RingFigureSettings *self, GtkWidget *entry)
{
  const RingItem *item = ring_instruments_get_picked_figure (self->instruments);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  RingFigureValue values[N_VALUES];
  g_autoptr (RingItem) changed = NULL;
  g_autofree char *shown = NULL;
  double number;
  guint i = 0;

  if (self->showing || item == NULL)
    return;
  while (i + 1 < N_VALUES && self->values[i] != entry)
    i++;
  if (i >= ring_figure_list_values (item, values))
    return;
  shown = format_number (item, values[i]);
  if (g_str_equal (shown, text))
    return;
  if (values[i] == RING_FIGURE_VALUE_MEASURE && ring_number_parse (text, &number))
    {
      ring_instruments_drive_figure (self->instruments, number);
      show (self);
      return;
    }
  if (ring_number_parse (text, &number))
    changed = ring_figure_with_value (item, values[i], number);
  if (changed != NULL)
    ring_instruments_change_figure (self->instruments, changed);
  else
    ring_parts_complain (self->complaint, NULL,
                         _ ("Give a number of millimetres or degrees that fits on paper."));
}

static void
add_toggles (RingFigureSettings *self)
{
  self->shape_box = ring_parts_add_linked (GTK_WIDGET (self));
  ring_parts_name (self->shape_box, _ ("Shape"));
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "shape", shapes[i].label);

      self->shapes[i] = ring_parts_add_toggle (self->shape_box, shapes[i].icon, label, label,
                                               G_CALLBACK (toggled_cb), self);
    }
  self->line_box = ring_parts_add_linked (GTK_WIDGET (self));
  ring_parts_name (self->line_box, _ ("Kind of line"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "line", lines[i].label);

      self->lines[i] = ring_parts_add_toggle (self->line_box, NULL, label, _ (lines[i].hint),
                                              G_CALLBACK (toggled_cb), self);
    }
}

static GtkWidget *
set_number (GtkWidget *entry, int chars)
{
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  return entry;
}

static void
add_values (RingFigureSettings *self)
{
  self->value_grid = ring_parts_new_grid ();
  for (int i = 0; i < N_VALUES; i++)
    {
      self->values[i] = set_number (ring_parts_new_entry ("", G_CALLBACK (value_done_cb), self), 8);
      self->value_labels[i] = ring_parts_attach (self->value_grid, i, "", self->values[i]);
    }
  gtk_box_append (GTK_BOX (self), self->value_grid);
  self->complaint = ring_parts_add_text (GTK_WIDGET (self), "error", TEXT_CHARS);
}

static void
add_row (RingFigureSettings *self, const char *label, GtkWidget *widget)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = ring_parts_new_label (label);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), widget);
  gtk_box_append (GTK_BOX (self), row);
  ring_parts_name (widget, label);
}

static void
add_dimensions (RingFigureSettings *self)
{
  const char *labels[G_N_ELEMENTS (dimensions) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    labels[i] = g_dpgettext2 (GETTEXT_PACKAGE, "dimension", dimensions[i].label);
  self->dimension
      = ring_parts_new_drop_down (labels, _ ("Measures"), G_CALLBACK (changed_cb), self);
  add_row (self, _ ("Measures"), self->dimension);
  self->size = ring_parts_new_spin (1, 20, 0.2, 1, G_CALLBACK (changed_cb), self);
  add_row (self, _ ("Letters on paper (mm)"), self->size);
}

static void
offset_cb (RingFigureSettings *self)
{
  double distance;

  if (ring_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->offset)), &distance))
    ring_instruments_offset_figure (self->instruments, distance);
  else
    ring_parts_complain (self->complaint, NULL,
                         _ ("Give a number of millimetres or degrees that fits on paper."));
}

static void
add_offset (RingFigureSettings *self)
{
  GtkWidget *label = ring_parts_new_label (_ ("Beside it (mm)"));
  GtkWidget *button = gtk_button_new_with_label (C_ ("shape", "Add"));
  const char *hint
      = _ ("Adds a line at this distance: outside or to the right; with a minus on the "
           "other side");

  self->offset_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->offset = set_number (gtk_entry_new (), 6);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->offset), "1");
  gtk_widget_set_tooltip_text (self->offset, hint);
  gtk_widget_set_tooltip_text (button, hint);
  ring_parts_name (self->offset, _ ("Distance of a line beside it (mm)"));
  ring_parts_name (button, _ ("Add a line beside it"));
  g_signal_connect_object (self->offset, "activate", G_CALLBACK (offset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (offset_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->offset_row), label);
  gtk_box_append (GTK_BOX (self->offset_row), self->offset);
  gtk_box_append (GTK_BOX (self->offset_row), button);
  gtk_box_append (GTK_BOX (self), self->offset_row);
}

static void
add_snaps (RingFigureSettings *self)
{
  g_auto (GStrv) steps = g_new0 (char *, G_N_ELEMENTS (grids) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autofree char *number = ring_number_format (grids[i], 2);

      /* Translators: a length. */
      steps[i] = i > 0 ? g_strdup_printf (_ ("%s mm"), number) : g_strdup (C_ ("grid", "None"));
    }
  self->snap = gtk_switch_new ();
  gtk_widget_set_tooltip_text (
      self->snap,
      _ ("Points go to ends, centres, crossings, tangents, gems and the finger circle"));
  g_signal_connect_object (self->snap, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, _ ("Snap"), self->snap);
  self->grid = ring_parts_new_drop_down ((const char *const *) steps, _ ("Grid"),
                                         G_CALLBACK (changed_cb), self);
  add_row (self, _ ("Grid"), self->grid);
}

static void
ring_figure_settings_dispose (GObject *object)
{
  g_clear_object (&RING_FIGURE_SETTINGS (object)->instruments);
  G_OBJECT_CLASS (ring_figure_settings_parent_class)->dispose (object);
}

/* One types the measure of what was tapped as soon as the settings are open. */
static void
ring_figure_settings_map (GtkWidget *widget)
{
  RingFigureSettings *self = RING_FIGURE_SETTINGS (widget);

  GTK_WIDGET_CLASS (ring_figure_settings_parent_class)->map (widget);
  if (gtk_widget_get_visible (self->value_grid))
    gtk_widget_grab_focus (self->values[0]);
}

static void
ring_figure_settings_class_init (RingFigureSettingsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = ring_figure_settings_map;
  G_OBJECT_CLASS (klass)->dispose = ring_figure_settings_dispose;
}

static void
ring_figure_settings_init (RingFigureSettings *self)
{
  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 10);
  self->title = ring_parts_add_text (GTK_WIDGET (self), "heading", TEXT_CHARS);
  add_toggles (self);
  add_dimensions (self);
  add_values (self);
  add_offset (self);
  add_snaps (self);
  self->hint = ring_parts_add_text (GTK_WIDGET (self), "dim-label", TEXT_CHARS);
}

GtkWidget *
ring_figure_settings_new (RingInstruments *instruments)
{
  RingFigureSettings *self = g_object_new (RING_TYPE_FIGURE_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
