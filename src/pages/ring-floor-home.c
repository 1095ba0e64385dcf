/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-home.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-sheet-code.h"

/* Of the square, pixels: about a third of a millimetre or more for a dot. */
#define SIDE 380
#define MOST_CHARS 46

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  int side = MIN (width, height);

  ring_sheet_code_draw (cr, data, (width + side) / 2.0, (height - side) / 2.0, side);
}

static GtkWidget *
new_square (const char *text)
{
  GtkWidget *square = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (square), SIDE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (square), SIDE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (square), draw_cb, g_strdup (text), g_free);
  gtk_widget_set_halign (square, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (square, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (square, "floor-code");
  ring_parts_name (square, _ ("A square of dots (QR code) that says the same"));
  return square;
}

static GtkWidget *
new_words (const char *text, gboolean prints)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    gtk_label_set_text (GTK_LABEL (ring_parts_add_text (box, i == 0 ? "floor-figure" : "floor-value", MOST_CHARS)),
                        lines[i]);
  if (prints)
    {
      GtkWidget *button = ring_parts_new_button (_ ("_Print It"), NULL, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "floor.print");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "floor-button");
      gtk_widget_add_css_class (button, "pill");
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

GtkWidget *
ring_floor_home_new (const char *text, gboolean prints, gboolean upright)
{
  GtkWidget *box = gtk_box_new (upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 48);

  gtk_box_append (GTK_BOX (box), new_words (text, prints));
  gtk_box_append (GTK_BOX (box), new_square (text));
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_add_css_class (box, "floor-paper");
  gtk_widget_add_css_class (box, "floor-card");
  return box;
}
