/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-layout-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-fields.h"
#include "ring-gem-parts.h"
#include "ring-number.h"
#include "ring-parts.h"

#define TEXT_CHARS 34

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
  GtkWidget *style, *sum, *note, *actions;
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
  ring_parts_complain (self->complaint, self->entry, NULL);
  show_figures (self, &layout->layout);
  ring_gem_parts_set_style (self->style, layout->style);
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

  if (self->showing || !ring_gem_parts_read_words (self->entry, self->complaint, &stone))
    return;
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
  layout.style = ring_gem_parts_get_style (self->style);
  ring_layout_desk_set (self->desk, &layout);
}

static void
remove_cb (RingLayoutSettings *self)
{
  ring_parts_close_popover (GTK_WIDGET (self));
  ring_layout_desk_remove (self->desk);
}

static void
unfold_cb (RingLayoutSettings *self)
{
  ring_parts_close_popover (GTK_WIDGET (self));
  ring_layout_desk_unfold (self->desk);
}

static void
add_kind (RingLayoutSettings *self)
{
  const char *labels[RING_N_LAYOUTS + 1] = { NULL };

  for (guint i = 0; i < RING_N_LAYOUTS; i++)
    labels[i] = ring_layout_kind_label ((RingLayoutKind) i);
  self->kind
      = ring_parts_new_drop_down (labels, _ ("Kind of layout"), G_CALLBACK (kind_cb), self);
  gtk_box_append (GTK_BOX (self), self->kind);
}

static void
add_entry (RingLayoutSettings *self)
{
  self->entry = ring_parts_new_entry (_ ("Stones in words"), G_CALLBACK (entry_done_cb), self);
  gtk_widget_set_tooltip_text (self->entry, _ ("Cut, stone, and millimetres or carats of each"));
  gtk_box_append (GTK_BOX (self), self->entry);
}

/* A count that is not fixed is a dash. */
static GtkWidget *
new_count (RingLayoutSettings *self, double most)
{
  GtkWidget *spin = ring_fields_new_spin (most, 1, 0);

  g_signal_connect_object (spin, "value-changed", G_CALLBACK (spin_cb), self, G_CONNECT_SWAPPED);
  return spin;
}

static void
add_figures (RingLayoutSettings *self)
{
  GtkWidget *grid = ring_parts_new_grid ();

  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->spins[i] = i == COUNT || i == ROWS
                           ? new_count (self, figures[i].most)
                           : ring_parts_new_spin (figures[i].least, figures[i].most,
                                                  figures[i].step, figures[i].digits,
                                                  G_CALLBACK (spin_cb), self);
      gtk_widget_set_tooltip_text (self->spins[i], _ (figures[i].hint));
      self->labels[i] = ring_parts_attach (grid, (int) i, _ (figures[i].label), self->spins[i]);
    }
  gtk_box_append (GTK_BOX (self), grid);
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
  ring_parts_set_up (GTK_BOX (self), 8);
  self->title = ring_parts_add_text (GTK_WIDGET (self), "heading", TEXT_CHARS);
  add_kind (self);
  add_entry (self);
  self->complaint = ring_parts_add_text (GTK_WIDGET (self), "error", TEXT_CHARS);
  add_figures (self);
  self->style
      = ring_gem_parts_add_style (GTK_WIDGET (self), G_CALLBACK (style_cb), self);
  self->sum = ring_parts_add_text (GTK_WIDGET (self), "body", TEXT_CHARS);
  self->note = ring_parts_add_text (GTK_WIDGET (self), "warning", TEXT_CHARS);
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
