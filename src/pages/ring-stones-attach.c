/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone is looked for, and the way of the chosen one into the design. */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-gem-view.h"
#include "ring-number.h"
#include "ring-offer-attach.h"
#include "ring-parts.h"
#include "ring-provenance.h"
#include "ring-stones-window-private.h"

void
ring_stones_window_show_details (RingStonesWindow *self)
{
  RingOfferItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = item != NULL ? ring_stones_describe (ring_offer_item_get (item)) : NULL;
  gboolean can = item != NULL && self->design != NULL;

  gtk_label_set_text (GTK_LABEL (self->details), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->details, text);
  gtk_widget_set_sensitive (self->attach_new, can);
  gtk_widget_set_sensitive (self->attach_card, can);
}

static void
attach (RingStonesWindow *self, const char *stone_id, const char *gem_id)
{
  RingOfferItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (item == NULL || self->design == NULL || ring_offer_item_get (item)->carat <= 0)
    return;
  id = ring_offer_attach (self->design, ring_offer_item_get (item), stone_id, gem_id, &error);
  if (id == NULL)
    {
      ring_news_bar_say (self->news, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  ring_stones_window_toast (self, stone_id != NULL ? _ ("The card tells of this stone now")
                                                   : _ ("Attached to the design as a new card"));
  g_signal_emit_by_name (self, "attached", id);
}

static void
attach_new_cb (RingStonesWindow *self)
{
  attach (self, NULL, self->gem_id);
}

static void
attach_card_cb (RingStonesWindow *self)
{
  attach (self, self->stone_id, NULL);
}

static void
row_activated_cb (RingStonesWindow *self)
{
  if (gtk_widget_get_visible (self->attach_card))
    attach_card_cb (self);
  else
    attach_new_cb (self);
}

/* What is looked for, and what the button for the card says. */
static void
update_target (RingStonesWindow *self)
{
  RingDrawing *drawing = self->design != NULL ? ring_design_get_drawing (self->design) : NULL;
  const RingRecord *stone
      = drawing != NULL && self->stone_id != NULL
            ? ring_drawing_find_record (drawing, RING_RECORD_STONE, self->stone_id)
            : NULL;
  const RingRecord *record = drawing != NULL && self->gem_id != NULL
                                 ? ring_drawing_find_record (drawing, RING_RECORD_GEM, self->gem_id)
                                 : NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  RingGem gem;

  if (stone == NULL)
    g_clear_pointer (&self->stone_id, g_free);
  gtk_widget_set_visible (self->attach_card, stone != NULL);
  if (stone != NULL)
    {
      g_autofree char *called = ring_provenance_label (stone);

      name = g_strdup_printf (_ ("Attach to “%s”"), called);
      gtk_button_set_label (GTK_BUTTON (self->attach_card), name);
    }
  self->seat_length = self->seat_width = 0;
  if (record != NULL && ring_gem_init (&gem, record))
    {
      g_autofree char *length = ring_number_format (gem.length, 2);
      g_autofree char *width = ring_number_format (gem.width, 2);

      self->seat_length = gem.length;
      self->seat_width = gem.width;
      label = g_strdup_printf (_ ("%s %s × %s mm, as drawn"), ring_cut_label (gem.cut), length,
                               width);
      ring_offer_filter_set_seat (RING_OFFER_FILTER (self->filter), (int) gem.cut, gem.length,
                                  gem.width, label);
    }
  else
    ring_offer_filter_set_seat (RING_OFFER_FILTER (self->filter), -1, 0, 0, NULL);
  ring_stones_window_show_details (self);
}

static GtkWidget *
new_details (RingStonesWindow *self)
{
  self->details = ring_parts_new_label ("");
  gtk_label_set_wrap (GTK_LABEL (self->details), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->details), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->details), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->details), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (self->details), TRUE);
  gtk_widget_set_size_request (self->details, -1, 50);
  gtk_label_set_yalign (GTK_LABEL (self->details), 0);
  gtk_widget_add_css_class (self->details, "caption");
  return self->details;
}

GtkWidget *
ring_stones_window_new_footer (RingStonesWindow *self)
{
  GtkWidget *footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->count = ring_parts_new_label ("");
  gtk_widget_add_css_class (self->count, "heading");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->count);
  gtk_box_append (GTK_BOX (words), new_details (self));
  self->attach_card = gtk_button_new ();
  g_signal_connect_object (self->attach_card, "clicked", G_CALLBACK (attach_card_cb), self,
                           G_CONNECT_SWAPPED);
  self->attach_new
      = ring_parts_new_button (_ ("Attach as _New Stone"), G_CALLBACK (attach_new_cb), self);
  gtk_widget_add_css_class (self->attach_new, "suggested-action");
  gtk_widget_set_valign (self->attach_card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->attach_new, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (footer, "toolbar");
  gtk_widget_add_css_class (footer, "stones-footer");
  gtk_box_append (GTK_BOX (footer), words);
  gtk_box_append (GTK_BOX (footer), self->attach_card);
  gtk_box_append (GTK_BOX (footer), self->attach_new);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (ring_stones_window_show_details), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  update_target (self);
  return footer;
}

void
ring_stones_window_set_target (RingStonesWindow *self,
                               RingDesign *design,
                               const char *stone_id,
                               const char *gem_id)
{
  g_return_if_fail (RING_IS_STONES_WINDOW (self));

  g_set_object (&self->design, design);
  g_free (self->stone_id);
  g_free (self->gem_id);
  self->stone_id = g_strdup (stone_id);
  self->gem_id = g_strdup (gem_id);
  update_target (self);
}
