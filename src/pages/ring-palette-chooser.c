/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-palette-chooser.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-swatch.h"

#define COLUMNS 5
#define HEIGHT 290 /* pixels */

struct _RingPaletteChooser
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  GtkWidget *kind, *scrolled, *grid;
  RingPaletteKind shown;
  const RingMetalPaint *shown_metal;
  gboolean showing;
  gboolean of_fill;
};

G_DEFINE_FINAL_TYPE (RingPaletteChooser, ring_palette_chooser, GTK_TYPE_BOX)

/* A fill is laid as gouache is. */
static RingInstrument
get_instrument (RingPaletteChooser *self)
{
  return self->of_fill ? RING_INSTRUMENT_GOUACHE
                       : ring_instruments_get_instrument (self->instruments);
}

static void
take_for_fill (RingPaletteChooser *self, guint32 colour)
{
  RingFillChoice fill = *ring_instruments_get_fill (self->instruments);

  fill.colour = colour;
  ring_instruments_set_fill (self->instruments, &fill);
}

/* What is taken is the colour of one's own from then on: the bar has a place for it. */
static void
clicked_cb (GtkButton *button, RingPaletteChooser *self)
{
  RingInstrument instrument = get_instrument (self);
  RingStrokeStyle style = *ring_instruments_get_style (self->instruments, instrument);
  guint32 colour = ring_swatch_get_colour (RING_SWATCH (gtk_button_get_child (button)));

  if (self->of_fill)
    {
      take_for_fill (self, colour);
      return;
    }
  ring_instruments_set_own_colour (self->instruments, instrument, colour);
  style.colour = colour;
  ring_instruments_set_style (self->instruments, &style);
}

static GtkWidget *
new_swatch (RingPaletteChooser *self, const RingPaletteEntry *entry)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *swatch = ring_swatch_new ();

  ring_swatch_set_colour (RING_SWATCH (swatch), entry->colour);
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "swatch");
  gtk_widget_set_tooltip_text (button, entry->label);
  ring_parts_name (button, entry->label);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return button;
}

/* A metal has a row with its name; other colours stand in rows of their own. */
static void
fill_grid (RingPaletteChooser *self, const GArray *list)
{
  const char *group = NULL;
  int row = -1, column = COLUMNS;

  for (guint i = 0; i < list->len; i++)
    {
      const RingPaletteEntry *entry = &g_array_index (list, RingPaletteEntry, i);

      if (entry->group != group)
        {
          GtkWidget *label = gtk_label_new (entry->group);

          group = entry->group;
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_grid_attach (GTK_GRID (self->grid), label, 3, ++row, 1, 1);
          column = 0;
        }
      else if (group == NULL && column == COLUMNS)
        {
          row++;
          column = 0;
        }
      gtk_grid_attach (GTK_GRID (self->grid), new_swatch (self, entry), column++, row, 1, 1);
    }
}

static void
show (RingPaletteChooser *self)
{
  RingPaletteKind kind = ring_instruments_get_palette (self->instruments, get_instrument (self));
  const RingMetalPaint *metal = ring_instruments_get_metal (self->instruments);
  g_autoptr (GArray) list = NULL;

  if (kind == self->shown && metal == self->shown_metal)
    return;
  self->shown = kind;
  self->shown_metal = metal;
  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), kind);
  self->showing = FALSE;
  list = ring_palette_list (kind, metal);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 2);
  fill_grid (self, list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
}

static void
kind_cb (RingPaletteChooser *self)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (!self->showing && kind < RING_N_PALETTES)
    ring_instruments_set_palette (self->instruments, get_instrument (self), (RingPaletteKind) kind);
}

static void
ring_palette_chooser_dispose (GObject *object)
{
  g_clear_object (&RING_PALETTE_CHOOSER (object)->instruments);
  G_OBJECT_CLASS (ring_palette_chooser_parent_class)->dispose (object);
}

static void
ring_palette_chooser_class_init (RingPaletteChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_palette_chooser_dispose;
}

static void
ring_palette_chooser_init (RingPaletteChooser *self)
{
  const char *labels[RING_N_PALETTES + 1] = { NULL };

  self->shown = RING_N_PALETTES;
  for (guint i = 0; i < RING_N_PALETTES; i++)
    labels[i] = ring_palette_get_label ((RingPaletteKind) i);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->kind = ring_parts_new_drop_down (labels, _ ("Palette"), G_CALLBACK (kind_cb), self);
  gtk_box_append (GTK_BOX (self), self->kind);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), HEIGHT);
  gtk_box_append (GTK_BOX (self), self->scrolled);
}

GtkWidget *
ring_palette_chooser_new (RingInstruments *instruments, gboolean of_fill)
{
  RingPaletteChooser *self = g_object_new (RING_TYPE_PALETTE_CHOOSER, NULL);

  self->of_fill = of_fill;
  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
