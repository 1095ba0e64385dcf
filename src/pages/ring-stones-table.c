/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-number.h"
#include "ring-stone.h"
#include "ring-parts.h"
#include "ring-stones-window-private.h"

typedef char *(*Describe) (RingStonesWindow *self, const RingOffer *offer);

static char *
dup_text (const RingOffer *offer, RingOfferText text)
{
  return g_strdup (ring_offer_get (offer, text) != NULL ? ring_offer_get (offer, text) : "");
}

static const char *
get_shape (const RingOffer *offer)
{
  const char *said = ring_offer_get (offer, RING_OFFER_SHAPE);

  return offer->cut >= 0 ? ring_cut_label ((RingCut) offer->cut) : said != NULL ? said : "";
}

static char *
describe_stone (RingStonesWindow *self, const RingOffer *offer)
{
  const char *species = ring_offer_get (offer, RING_OFFER_SPECIES);
  const char *shape = get_shape (offer);

  return g_strdup_printf ("%s%s%s", species != NULL ? species : "",
                          species != NULL && shape[0] != '\0' ? ", " : "", shape);
}

static char *
describe_size (RingStonesWindow *self, const RingOffer *offer)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_STONE, "t");
  g_autoptr (RingRecord) stone = ring_offer_to_stone (offer, empty);
  char *size = ring_stone_format_size (stone, TRUE);

  return size != NULL ? size : g_strdup ("");
}

static char *
describe_carat (RingStonesWindow *self, const RingOffer *offer)
{
  g_autofree char *number = ring_number_format (offer->carat, 2);
  char *point = strchr (number, '.');
  gsize decimals = point != NULL ? strlen (point + 1) : 0;

  return g_strconcat (number, decimals == 0 ? ".00" : decimals == 1 ? "0" : "", NULL);
}

static char *
describe_colour (RingStonesWindow *self, const RingOffer *offer)
{
  return dup_text (offer, RING_OFFER_COLOUR);
}

static char *
describe_clarity (RingStonesWindow *self, const RingOffer *offer)
{
  return dup_text (offer, RING_OFFER_CLARITY);
}

static char *
describe_origin (RingStonesWindow *self, const RingOffer *offer)
{
  return dup_text (offer, RING_OFFER_ORIGIN);
}

static char *
describe_report (RingStonesWindow *self, const RingOffer *offer)
{
  const char *lab = ring_offer_get (offer, RING_OFFER_LAB);
  const char *report = ring_offer_get (offer, RING_OFFER_REPORT);

  return g_strdup_printf ("%s%s%s", lab != NULL ? lab : "", lab != NULL && report != NULL ? " " : "",
                          report != NULL ? report : "");
}

static char *
describe_price (RingStonesWindow *self, const RingOffer *offer)
{
  g_autofree char *number = NULL;

  if (offer->price <= 0)
    return g_strdup ("");
  number = ring_number_format (offer->price, offer->price < 1000 ? 2 : 0);
  return g_strdup_printf ("%s %s", number, offer->currency);
}

static char *
describe_supplier (RingStonesWindow *self, const RingOffer *offer)
{
  const char *stock = ring_offer_get (offer, RING_OFFER_STOCK);

  return g_strdup_printf ("%s · %s", offer->supplier != NULL ? offer->supplier : "",
                          stock != NULL ? stock : "");
}

static char *
describe_fit (RingStonesWindow *self, const RingOffer *offer)
{
  return offer->length > 0 && self->seat_length > 0
             ? ring_offer_format_fit (offer, self->seat_length, self->seat_width)
             : g_strdup ("");
}

/* FIT is the column that is only there while a seat is looked for. */
static const struct
{
  const char *title;
  Describe describe;
  gboolean number, expand;
  int chars;
} columns[] = {
  { N_ ("Stone"), describe_stone, FALSE, TRUE, 16 },
  { N_ ("Size, mm"), describe_size, TRUE, FALSE, 0 },
  { N_ ("Against the seat"), describe_fit, TRUE, FALSE, 0 },
  { N_ ("Carat"), describe_carat, TRUE, FALSE, 0 },
  { N_ ("Colour"), describe_colour, FALSE, TRUE, 12 },
  { N_ ("Clarity"), describe_clarity, FALSE, FALSE, 6 },
  { N_ ("Origin"), describe_origin, FALSE, FALSE, 10 },
  { N_ ("Report"), describe_report, FALSE, FALSE, 14 },
  { N_ ("Price"), describe_price, TRUE, FALSE, 0 },
  { N_ ("Supplier"), describe_supplier, FALSE, TRUE, 16 },
};
#define FIT_COLUMN 2

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].number ? 1 : 0);
  if (columns[column].number)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      /* Words have no end; what is narrower than this is shown whole. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), columns[column].chars);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, RingStonesWindow *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  RingOfferItem *offer = gtk_list_item_get_item (item);
  g_autofree char *text = columns[column].describe (self, ring_offer_item_get (offer));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, strlen (text) > 16 ? text : NULL);
}

static void
add_column (RingStonesWindow *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  column = gtk_column_view_column_new (_ (columns[i].title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[i].expand);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  if (i == FIT_COLUMN)
    {
      self->fit_column = column;
      gtk_column_view_column_set_visible (column, FALSE);
    }
  g_object_unref (column);
}

GtkWidget *
ring_stones_window_new_table (RingStonesWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->found = ring_offer_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  self->view = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  ring_parts_name (self->view, _ ("Stones"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  return scrolled;
}

/* ------------------------------------------------------------------------- one stone */

static void
append (GString *text, const char *title, const char *words)
{
  if (words == NULL || words[0] == '\0')
    return;
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " · " : "", title != NULL ? title : "",
                          title != NULL ? ": " : "", words);
}

char *
ring_stones_describe (const RingOffer *offer)
{
  GString *text = g_string_new (NULL);

  append (text, _ ("Treatment, as the list says"), ring_offer_get (offer, RING_OFFER_TREATMENT));
  append (text, _ ("Nature, as the list says"), ring_offer_get (offer, RING_OFFER_NATURE));
  append (text, _ ("Availability"), ring_offer_get (offer, RING_OFFER_AVAILABILITY));
  append (text, _ ("Lies in"), ring_offer_get (offer, RING_OFFER_PLACE));
  append (text, _ ("Report of"), ring_offer_get (offer, RING_OFFER_REPORT_DATE));
  append (text, _ ("Comment"), ring_offer_get (offer, RING_OFFER_COMMENT));
  append (text, _ ("The supplier states"), ring_offer_get (offer, RING_OFFER_STATEMENT));
  append (text, NULL, ring_offer_get (offer, RING_OFFER_REST));
  return g_string_free (text, FALSE);
}
