/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-cut-grid.h"

#include "ring-paint.h"
#include "ring-parts.h"
#include "ring-views.h"

#define PICTURE 26 /* pixels */

struct _RingCutGrid
{
  GtkGrid parent_instance;

  RingInstruments *instruments;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingCutGrid, ring_cut_grid, GTK_TYPE_GRID)

/* The commonest of engagement rings first, by what jewelers ask for; all others are in the settings. */
static const RingCut cuts[] = { RING_CUT_ROUND,   RING_CUT_OVAL,    RING_CUT_PRINCESS,
                                RING_CUT_CUSHION, RING_CUT_EMERALD, RING_CUT_PEAR,
                                RING_CUT_RADIANT, RING_CUT_MARQUISE };

/* The crown in lines of the colour that text has, so that it can be seen in every style. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingCut cut = (RingCut) GPOINTER_TO_UINT (data);
  double ratio = ring_cut_usual_ratio (cut);
  double scale = (MIN (width, height) - 2) / MAX (ratio, 1);
  g_autoptr (GArray) lines
      = ring_views_stone (cut, ratio, 1, ring_cut_usual_depth (cut), FALSE);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewsLine *line = &g_array_index (lines, RingViewsLine, i);
      gboolean edge = line->role == RING_VIEWS_OUTLINE;

      if (line->role == RING_VIEWS_HIDDEN)
        continue;
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, edge ? 1 : 0.55);
      cairo_set_line_width (cr, (edge ? 1.4 : 0.7) / scale);
      ring_paint_path (cr, line->path);
      cairo_stroke (cr);
    }
}

static void
chosen_cb (GtkToggleButton *button, RingCutGrid *self)
{
  RingGemChoice choice = *ring_instruments_get_gem (self->instruments);
  RingCut cut
      = (RingCut) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "ring-cut"));

  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  ring_gem_choice_set_cut (&choice, cut);
  ring_instruments_set_gem (self->instruments, &choice,
                            ring_instruments_get_gem_style (self->instruments));
}

/* None is pressed where the gem is of another cut. */
static void
show (RingCutGrid *self)
{
  RingCut cut = ring_instruments_get_gem (self->instruments)->cut;

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      GtkWidget *button = gtk_grid_get_child_at (GTK_GRID (self), (int) (i % 2), (int) (i / 2));

      if (button != NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), cuts[i] == cut);
    }
  self->showing = FALSE;
}

static void
add_cuts (RingCutGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *picture = gtk_drawing_area_new ();
      const char *label = ring_cut_label (cuts[i]);

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb,
                                      GUINT_TO_POINTER (cuts[i]), NULL);
      gtk_button_set_child (GTK_BUTTON (button), picture);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "instrument");
      gtk_widget_set_tooltip_text (button, label);
      ring_parts_name (button, label);
      g_object_set_data (G_OBJECT (button), "ring-cut", GUINT_TO_POINTER (cuts[i]));
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, 0);
      gtk_grid_attach (GTK_GRID (self), button, (int) (i % 2), (int) (i / 2), 1, 1);
    }
}

static void
ring_cut_grid_map (GtkWidget *widget)
{
  if (gtk_widget_get_first_child (widget) == NULL)
    {
      add_cuts (RING_CUT_GRID (widget));
      show (RING_CUT_GRID (widget));
    }
  GTK_WIDGET_CLASS (ring_cut_grid_parent_class)->map (widget);
}

static void
ring_cut_grid_dispose (GObject *object)
{
  g_clear_object (&RING_CUT_GRID (object)->instruments);
  G_OBJECT_CLASS (ring_cut_grid_parent_class)->dispose (object);
}

static void
ring_cut_grid_class_init (RingCutGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_cut_grid_dispose;
  GTK_WIDGET_CLASS (klass)->map = ring_cut_grid_map;
}

static void
ring_cut_grid_init (RingCutGrid *self)
{
}

void
ring_cut_grid_set_instruments (RingCutGrid *self, RingInstruments *instruments)
{
  g_return_if_fail (RING_IS_CUT_GRID (self));
  g_return_if_fail (self->instruments == NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
}
