/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-layout-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-fields.h"
#include "ring-number.h"

/* The figures, in the order of the form. */
enum
{
  WIDTH,
  SPACING,
  COUNT,
  ROWS,
  GAP,
  ARC,
  OFFSET,
  HEIGHT,
  TURN,
  N_FIGURES
};

static const struct
{
  const char *label, *hint;
  double least, most, step;
  guint digits;
} figures[N_FIGURES] = {
  [WIDTH] = { N_ ("Stone, mm"), N_ ("Width of each stone; its shape stays"),
              RING_CARAT_LEAST_MM, 20, 0.05, 2 },
  [SPACING] = { N_ ("Spacing, mm"), N_ ("From girdle to girdle, at least"), 0, 5, 0.05, 2 },
  [COUNT] = { N_ ("Stones in a row"), N_ ("A dash: as many as there is room for"), 0,
              RING_LAYOUT_MOST, 1, 0 },
  [ROWS] = { N_ ("Rows"), N_ ("Side by side; a dash: one, or as many as the band is wide enough for"),
             0, RING_LAYOUT_MOST_ROWS, 1, 0 },
  [GAP] = { N_ ("Gap to the gem, mm"), N_ ("From the gem’s girdle to the halo’s"), 0, 10, 0.05, 2 },
  [ARC] = { N_ ("Arc, degrees"), N_ ("360 goes all round the finger"), 4, 360, 5, 0 },
  [OFFSET] = { N_ ("Off the middle, mm"), N_ ("Across the band, towards the viewer of the front view"),
               -10, 10, 0.1, 2 },
  [HEIGHT] = { N_ ("Height, mm"), N_ ("Of the girdles: over the metal, or over the gem’s girdle"),
               -5, 5, 0.1, 2 },
  [TURN] = { N_ ("Turn, degrees"), N_ ("Each stone about its own axis"), -180, 180, 15, 0 },
};

struct _RingLayoutSettings
{
  GtkBox parent_instance;

  RingLayoutDesk *desk;
  gboolean showing;

  GtkWidget *title, *kind, *entry, *complaint;
  GtkWidget *labels[N_FIGURES], *spins[N_FIGURES];
  GtkWidget *line, *lit, *sum, *note, *actions;
};

G_DEFINE_FINAL_TYPE (RingLayoutSettings, ring_layout_settings, GTK_TYPE_BOX)

static gboolean
is_meant (const RingLayout *layout, guint figure)
{
  gboolean halo = layout->kind == RING_LAYOUT_HALO;
  gboolean curve = layout->kind == RING_LAYOUT_CURVE;

  switch (figure)
    {
    case ROWS:
      return halo || layout->kind == RING_LAYOUT_PAVE;
    case GAP:
      return halo;
    case ARC:
    case OFFSET:
      return !halo && !curve;
    case TURN:
      return layout->cut != RING_CUT_ROUND;
    default:
      return TRUE;
    }
}

static double
get_figure (const RingLayout *layout, guint figure)
{
  const double values[N_FIGURES]
      = { layout->width, layout->spacing, layout->count,  layout->rows, layout->gap,
          layout->arc,   layout->offset,  layout->height, layout->turn };

  return values[figure];
}

static void
set_figure (RingLayout *layout, guint figure, double value)
{
  double *const numbers[N_FIGURES] = { [SPACING] = &layout->spacing, [GAP] = &layout->gap,
                                       [ARC] = &layout->arc,         [OFFSET] = &layout->offset,
                                       [HEIGHT] = &layout->height,   [TURN] = &layout->turn };

  if (figure == COUNT)
    layout->count = (guint) value;
  else if (figure == ROWS)
    layout->rows = (guint) value;
  else if (figure == WIDTH)
    {
      layout->length *= value / layout->width;
      layout->width = value;
    }
  else
    *numbers[figure] = value;
}

static void
complain (RingLayoutSettings *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->complaint), message != NULL ? message : "");
  gtk_widget_set_visible (self->complaint, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

/* What there is to say against it. */
static char *
make_note (RingLayoutSettings *self)
{
  g_autofree char *mm = ring_number_format (ring_layout_desk_get_least (self->desk), 2);
  GString *note = g_string_new (NULL);
  RingLaid laid;

  if (!ring_layout_desk_lay (self->desk, &laid))
    return g_string_free (note, FALSE);
  if (laid.n_tight > 0)
    g_string_append_printf (note, ngettext ("%u stone stands closer than %s mm.",
                                            "%u stones stand closer than %s mm.", laid.n_tight),
                            laid.n_tight, mm);
  if (laid.all_round)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "",
                            _("Set all round, this ring can never be made larger or smaller."));
  ring_laid_clear (&laid);
  return g_string_free (note, FALSE);
}

static void
show_figures (RingLayoutSettings *self, const RingLayout *layout)
{
  for (guint i = 0; i < N_FIGURES; i++)
    {
      gboolean meant = is_meant (layout, i);

      gtk_widget_set_visible (self->labels[i], meant);
      gtk_widget_set_visible (self->spins[i], meant);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), get_figure (layout, i));
    }
}

static void
show (RingLayoutSettings *self)
{
  const RingGemLayout *layout = ring_layout_desk_get (self->desk);
  const RingGemChoice stone = { layout->layout.cut, layout->species, layout->layout.length,
                                layout->layout.width };
  gboolean picked = ring_layout_desk_get_picked (self->desk) != NULL;
  g_autofree char *words = ring_gem_choice_format (&stone);
  g_autofree char *sum = ring_layout_desk_format (self->desk, FALSE);
  g_autofree char *note = make_note (self);

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), picked ? _("This Layout") : _("Next Layout"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), layout->layout.kind);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  complain (self, NULL);
  show_figures (self, &layout->layout);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (layout->style == RING_GEM_LIT ? self->lit : self->line), TRUE);
  gtk_label_set_text (GTK_LABEL (self->sum), sum);
  gtk_widget_set_visible (self->sum, picked);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, note[0] != '\0');
  gtk_widget_set_visible (self->actions, picked);
  self->showing = FALSE;
}

static void
kind_cb (RingLayoutSettings *self)
{
  RingGemLayout layout = *ring_layout_desk_get (self->desk);
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (self->showing || kind >= RING_N_LAYOUTS || kind == layout.layout.kind)
    return;
  layout.layout.kind = (RingLayoutKind) kind;
  layout.layout.rows = 0;
  layout.layout.count = 0;
  ring_layout_desk_set (self->desk, &layout);
}

/* The stones are made when the words are finished: by Enter or by leaving them. */
static void
entry_done_cb (RingLayoutSettings *self)
{
  RingGemLayout layout = *ring_layout_desk_get (self->desk);
  RingGemChoice stone = { layout.layout.cut, layout.species, layout.layout.length,
                          layout.layout.width };
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = ring_gem_choice_format (&stone);

  if (self->showing || g_str_equal (shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;
  if (!ring_gem_choice_parse (&stone, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error))
    {
      complain (self, error->message);
      return;
    }
  layout.layout.cut = stone.cut;
  layout.species = stone.species;
  layout.layout.length = stone.length;
  layout.layout.width = stone.width;
  ring_layout_desk_set (self->desk, &layout);
  show (self);
}

static void
spin_cb (RingLayoutSettings *self, GtkSpinButton *spin)
{
  RingGemLayout layout = *ring_layout_desk_get (self->desk);
  guint figure = 0;

  while (figure + 1 < N_FIGURES && self->spins[figure] != GTK_WIDGET (spin))
    figure++;
  if (self->showing)
    return;
  set_figure (&layout.layout, figure, gtk_spin_button_get_value (spin));
  ring_layout_desk_set (self->desk, &layout);
}

static void
style_cb (RingLayoutSettings *self)
{
  RingGemLayout layout = *ring_layout_desk_get (self->desk);

  if (self->showing)
    return;
  layout.style = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->lit)) ? RING_GEM_LIT
                                                                              : RING_GEM_LINE;
  ring_layout_desk_set (self->desk, &layout);
}

static void
close_popover (RingLayoutSettings *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
remove_cb (RingLayoutSettings *self)
{
  close_popover (self);
  ring_layout_desk_remove (self->desk);
}

static void
unfold_cb (RingLayoutSettings *self)
{
  close_popover (self);
  ring_layout_desk_unfold (self->desk);
}

static GtkWidget *
add_label (RingLayoutSettings *self, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_kind (RingLayoutSettings *self)
{
  const char *labels[RING_N_LAYOUTS + 1] = { NULL };

  for (guint i = 0; i < RING_N_LAYOUTS; i++)
    labels[i] = ring_layout_kind_label ((RingLayoutKind) i);
  self->kind = gtk_drop_down_new_from_strings (labels);
  name_widget (self->kind, _("Kind of layout"));
  gtk_widget_set_tooltip_text (self->kind, _("Kind of layout"));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->kind);
}

static void
add_entry (RingLayoutSettings *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_tooltip_text (self->entry, _("Cut, stone, and millimetres or carats of each"));
  name_widget (self->entry, _("Stones in words"));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self), self->entry);
}

static void
add_figures (RingLayoutSettings *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *label = gtk_label_new (_(figures[i].label));
      /* A count that is not fixed is a dash. */
      GtkWidget *spin = i == COUNT || i == ROWS ? ring_fields_new_spin (figures[i].most, 1, 0)
                                   : gtk_spin_button_new_with_range (
                                       figures[i].least, figures[i].most, figures[i].step);

      gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), figures[i].digits);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
      gtk_widget_set_tooltip_text (spin, _(figures[i].hint));
      name_widget (spin, _(figures[i].label));
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (spin_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), spin, 1, (int) i, 1, 1);
      self->labels[i] = label;
      self->spins[i] = spin;
    }
  gtk_box_append (GTK_BOX (self), grid);
}

static GtkWidget *
add_style (RingLayoutSettings *self, GtkWidget *box, const char *label, const char *hint)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, hint);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_styles (RingLayoutSettings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  self->line = add_style (self, box, C_ ("gem style", "Lines"), _("The edges of its facets"));
  self->lit = add_style (self, box, C_ ("gem style", "Lit"), _("What light makes of it"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->lit), GTK_TOGGLE_BUTTON (self->line));
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_action (RingLayoutSettings *self, const char *label, const char *class, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (class != NULL)
    gtk_widget_add_css_class (button, class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->actions), button);
}

/* One writes as soon as the settings are open, wherever the focus was when they closed. */
static void
ring_layout_settings_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ring_layout_settings_parent_class)->map (widget);
  gtk_widget_grab_focus (RING_LAYOUT_SETTINGS (widget)->entry);
}

static void
ring_layout_settings_dispose (GObject *object)
{
  g_clear_object (&RING_LAYOUT_SETTINGS (object)->desk);
  G_OBJECT_CLASS (ring_layout_settings_parent_class)->dispose (object);
}

static void
ring_layout_settings_class_init (RingLayoutSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_layout_settings_dispose;
  GTK_WIDGET_CLASS (klass)->map = ring_layout_settings_map;
}

static void
ring_layout_settings_init (RingLayoutSettings *self)
{
  self->showing = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  g_object_set (self, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                NULL);
  self->title = add_label (self, "heading");
  add_kind (self);
  add_entry (self);
  self->complaint = add_label (self, "error");
  add_figures (self);
  add_styles (self);
  self->sum = add_label (self, "body");
  self->note = add_label (self, "warning");
  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->actions);
  add_action (self, _("Unfold into Single Gems"), NULL, G_CALLBACK (unfold_cb));
  add_action (self, _("Remove This Layout"), "destructive-action", G_CALLBACK (remove_cb));
}

GtkWidget *
ring_layout_settings_new (RingLayoutDesk *desk)
{
  RingLayoutSettings *self = g_object_new (RING_TYPE_LAYOUT_SETTINGS, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
