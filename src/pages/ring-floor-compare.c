/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-compare.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-text.h"
#include "ring-difference.h"
#include "ring-floor-sample.h"
#include "ring-menu-frame.h"
#include "ring-parts.h"
#include "ring-preview.h"
#include "ring-take-home.h"

#define PICTURE_HEIGHT 180 /* at least, pixels */
#define MOST_CHARS 44

static void
add_line (GtkWidget *box, const char *css_class, const char *text)
{
  GtkWidget *label = ring_parts_add_text (box, css_class, MOST_CHARS);

  gtk_label_set_text (GTK_LABEL (label), text);
}

/* MEASURE's value of one side below its name. */
static void
add_measure (GtkWidget *box, const RingDifference *difference, const char *id, gboolean bench)
{
  for (guint i = 0; i < ring_difference_get_n_measures (difference); i++)
    {
      const RingMeasure *measure = ring_difference_get_measure (difference, i);
      g_autofree char *text = NULL;

      if (!g_str_equal (measure->id, id))
        continue;
      text = ring_measure_format (measure, bench ? measure->bench : measure->catalogue);
      add_line (box, "floor-label", measure->label);
      add_line (box, "floor-value", text);
    }
}

static GtkWidget *
new_card (GtkWidget *picture, const char *kicker, const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT);
  gtk_box_append (GTK_BOX (card), picture);
  add_line (card, "floor-label", kicker);
  add_line (card, "floor-figure", title);
  gtk_widget_add_css_class (card, "floor-paper");
  gtk_widget_add_css_class (card, "floor-card");
  return card;
}

/* A ring for two people, or for one whose name is known. */
static char *
say_for_whom (const RingDrawing *sample)
{
  const RingRecord *commission = ring_drawing_find_record (sample, RING_RECORD_COMMISSION, NULL);
  const char *client = commission != NULL ? ring_record_get (commission, "client") : NULL;

  return client != NULL ? g_strdup_printf (_ ("One, for %s"), client) : g_strdup (_ ("One"));
}

static GtkWidget *
new_chosen (RingCatalogueArt *art, const RingChoice *choice, const RingDrawing *design)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (art);
  g_autoptr (RingDifference) difference = ring_difference_new (design, catalogue);
  g_autofree char *number = ring_catalogue_format_number (catalogue, choice);
  g_autofree char *copies = ring_take_home_copies (catalogue, choice);
  /* Translators: %s is the number of a ring of the catalogue. */
  g_autofree char *kicker = g_strdup_printf (_ ("Yours, item %s, from the same moulds"), number);
  GtkWidget *preview = ring_preview_new ();
  g_auto (GStrv) chosen = ring_catalogue_text_chosen (catalogue, choice);
  g_autofree char *words = g_strjoinv (", ", chosen);
  g_autofree char *title = NULL;
  GtkWidget *card;

  title = copies != NULL ? g_strconcat (copies, NULL) : g_strdup (_ ("not recorded"));
  ring_preview_set_art (RING_PREVIEW (preview), art);
  ring_preview_set_choice (RING_PREVIEW (preview), choice, RING_MENU_VIEW);
  ring_preview_set_description (RING_PREVIEW (preview), words);
  gtk_widget_set_vexpand (preview, TRUE);
  card = new_card (preview, kicker, title);
  add_measure (card, difference, "time", FALSE);
  add_measure (card, difference, "people", FALSE);
  add_measure (card, difference, "stone", FALSE);
  return card;
}

static GtkWidget *
new_drawn (const RingCatalogue *catalogue, RingDrawing *sample)
{
  g_autoptr (RingDifference) difference = ring_difference_new (sample, catalogue);
  g_autofree char *title = say_for_whom (sample);
  GtkWidget *card = new_card (ring_floor_sample_new (sample, _ ("A ring that was drawn")),
                              _ ("Another, drawn by hand; people and stones in it are invented"), title);

  add_measure (card, difference, "time", TRUE);
  add_measure (card, difference, "people", TRUE);
  add_measure (card, difference, "stone", TRUE);
  return card;
}

GtkWidget *
ring_floor_compare_new (RingCatalogueArt *art,
                        const RingChoice *choice,
                        RingDrawing *design,
                        RingDrawing *sample,
                        gboolean upright)
{
  GtkWidget *box = gtk_box_new (upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), new_chosen (art, choice, design));
  if (sample != NULL)
    gtk_box_append (GTK_BOX (box), new_drawn (ring_catalogue_art_get_catalogue (art), sample));
  return box;
}
