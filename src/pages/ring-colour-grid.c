/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-colour-grid.h"

#include <glib/gi18n-lib.h>

#include "ring-palette-chooser.h"
#include "ring-parts.h"
#include "ring-swatch.h"

struct _RingColourGrid
{
  GtkGrid parent_instance;

  RingInstruments *instruments;
  gboolean showing;
  GtkWidget *swatches[RING_PALETTE_SIZE], *own_swatch, *own_button;
  GtkWidget *chooser;   /* NULL until it is wanted */
  RingInstrument shown; /* whose colours lie there */
};

G_DEFINE_FINAL_TYPE (RingColourGrid, ring_colour_grid, GTK_TYPE_GRID)

static void
attach (RingColourGrid *self, GtkWidget *button, guint i)
{
  gtk_grid_attach (GTK_GRID (self), button, (int) (i % 2), (int) (i / 2), 1, 1);
}

static void
add_swatches (RingColourGrid *self)
{
  for (guint i = 0; i < RING_PALETTE_SIZE; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->swatches[i] = ring_swatch_new ();
      gtk_button_set_child (GTK_BUTTON (button), self->swatches[i]);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "swatch");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.colour");
      attach (self, button, i);
    }
}

static void
show_palette (RingColourGrid *self, RingInstrument instrument)
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
      ring_parts_name (button, label);
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
show (RingColourGrid *self)
{
  RingInstrument instrument = ring_instruments_get_instrument (self->instruments);
  const RingStrokeStyle *style = ring_instruments_get_style (self->instruments, instrument);
  guint32 own = ring_instruments_get_own_colour (self->instruments, instrument);

  self->showing = TRUE;
  if (instrument != self->shown)
    show_palette (self, instrument);
  ring_swatch_set_colour (RING_SWATCH (self->own_swatch), own);
  if (is_in_palette (instrument, style->colour))
    gtk_widget_remove_css_class (self->own_button, "chosen");
  else
    gtk_widget_add_css_class (self->own_button, "chosen");
  if (self->chooser != NULL)
    ring_parts_set_colour (GTK_COLOR_CHOOSER (self->chooser), own);
  self->showing = FALSE;
}

static void
take_own_colour (RingColourGrid *self)
{
  RingInstrument instrument = ring_instruments_get_instrument (self->instruments);
  guint32 colour = ring_parts_get_colour (GTK_COLOR_CHOOSER (self->chooser));
  RingStrokeStyle style;

  ring_instruments_set_own_colour (self->instruments, instrument, colour);
  style = *ring_instruments_get_style (self->instruments, instrument);
  style.colour = colour;
  ring_instruments_set_style (self->instruments, &style);
}

static void
own_colour_cb (RingColourGrid *self)
{
  if (!self->showing)
    take_own_colour (self);
}

static GtkWidget *
make_own_colour (gpointer data)
{
  RingColourGrid *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), ring_palette_chooser_new (self->instruments, FALSE));
  self->chooser = gtk_color_chooser_widget_new ();
  g_object_set (self->chooser, "show-editor", TRUE, "use-alpha", FALSE, NULL);
  show (self);
  g_signal_connect_object (self->chooser, "notify::rgba", G_CALLBACK (own_colour_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->chooser);
  /* Opening it takes the colour that lies there: one press more is for another. */
  g_signal_connect_object (box, "map", G_CALLBACK (take_own_colour), self, G_CONNECT_SWAPPED);
  return box;
}

static void
add_own_colour (RingColourGrid *self)
{
  self->own_button = gtk_menu_button_new ();
  self->own_swatch = ring_swatch_new ();
  ring_swatch_set_plus (RING_SWATCH (self->own_swatch), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->own_button), self->own_swatch);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->own_button), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->own_button), GTK_ARROW_RIGHT);
  ring_parts_make_popover_later (GTK_MENU_BUTTON (self->own_button), make_own_colour, self);
  gtk_widget_add_css_class (self->own_button, "own-swatch");
  gtk_widget_add_css_class (self->own_button, "flat");
  gtk_widget_set_tooltip_text (self->own_button, _ ("A colour of your own"));
  ring_parts_name (self->own_button, _ ("A colour of your own"));
  attach (self, self->own_button, RING_PALETTE_SIZE);
}

static void
ring_colour_grid_dispose (GObject *object)
{
  g_clear_object (&RING_COLOUR_GRID (object)->instruments);
  G_OBJECT_CLASS (ring_colour_grid_parent_class)->dispose (object);
}

static void
ring_colour_grid_class_init (RingColourGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_colour_grid_dispose;
}

static void
ring_colour_grid_init (RingColourGrid *self)
{
  self->shown = RING_N_INSTRUMENTS;
  add_swatches (self);
  add_own_colour (self);
}

void
ring_colour_grid_set_instruments (RingColourGrid *self, RingInstruments *instruments)
{
  g_return_if_fail (RING_IS_COLOUR_GRID (self));
  g_return_if_fail (self->instruments == NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
