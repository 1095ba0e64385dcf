/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-gem-parts.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"

gboolean
ring_gem_parts_read_words (GtkWidget *entry, GtkWidget *complaint, RingGemChoice *choice)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *shown = ring_gem_choice_format (choice);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (shown, words))
    return FALSE;
  if (ring_gem_choice_parse (choice, words, &error))
    return TRUE;
  ring_parts_complain (complaint, entry, error->message);
  return FALSE;
}

GtkWidget *
ring_gem_parts_add_style (GtkWidget *box, GCallback toggled, gpointer object)
{
  GtkWidget *buttons = ring_parts_add_linked (box);

  ring_parts_add_toggle (buttons, NULL, C_ ("gem style", "Lines"), _ ("The edges of its facets"),
                         toggled, object);
  ring_parts_add_toggle (buttons, NULL, C_ ("gem style", "Lit"), _ ("What light makes of it"),
                         toggled, object);
  return buttons;
}

void
ring_gem_parts_set_style (GtkWidget *buttons, RingGemStyle style)
{
  GtkWidget *button = style == RING_GEM_LIT ? gtk_widget_get_last_child (buttons)
                                            : gtk_widget_get_first_child (buttons);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

RingGemStyle
ring_gem_parts_get_style (GtkWidget *buttons)
{
  GtkWidget *lit = gtk_widget_get_last_child (buttons);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (lit)) ? RING_GEM_LIT : RING_GEM_LINE;
}
