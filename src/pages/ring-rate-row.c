/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-rate-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-day.h"

#define KEY "ring-rate-row"

typedef struct
{
  char *name;
  RingRateHands hands;
  gpointer data;
  GtkWidget *age;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row);
}

static Row *
get (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

/* "25 days old"; "" where it is of today, or no price. */
static char *
format_age (const RingRate *rate)
{
  g_autofree char *today = ring_day_of (ring_clock_now_ms ());
  int days;

  if (!ring_day_between (rate->day, today, &days) || days <= 0)
    return g_strdup (rate->day[0] != '\0' ? _ ("today") : "");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day old", "%d days old", (gulong) days),
                          days);
}

void
ring_rate_row_update (GtkWidget *widget)
{
  Row *row = get (widget);
  const RingTerm *term = ring_term_find (row->name);
  RingRate rate = { "", "", "" };
  gboolean known = row->hands.find (row->data, row->name, &rate);
  g_autofree char *text = known ? ring_rate_format (row->name, &rate) : g_strdup ("");
  g_autofree char *age = format_age (&rate);

  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_set_tooltip_text (
      widget, term != NULL && term->source != NULL ? _ (term->source) : NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  gtk_label_set_label (GTK_LABEL (row->age), age);
  gtk_widget_set_visible (row->age, age[0] != '\0');
}

static void
done_cb (GtkWidget *widget)
{
  Row *row = get (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
  RingRate rate = { "", "", "" }, read;
  gboolean known = row->hands.find (row->data, row->name, &rate);
  g_autofree char *shown = known ? ring_rate_format (row->name, &rate) : g_strdup ("");
  g_autoptr (GError) error = NULL;

  /* What nobody changed keeps its day. */
  if (g_strcmp0 (text, shown) == 0)
    {
      gtk_widget_remove_css_class (widget, "error");
      return;
    }
  if (!ring_rate_read (row->name, text, row->hands.currency (row->data), ring_clock_now_ms (), &read,
                       &error))
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, error->message);
      if (row->hands.refuse != NULL)
        row->hands.refuse (row->data, error->message);
      return;
    }
  row->hands.take (row->data, row->name, &read);
  ring_rate_clear (&read);
  ring_rate_row_update (widget);
}

GtkWidget *
ring_rate_row_new (const char *name, const RingRateHands *hands, gpointer data)
{
  GtkWidget *widget = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *label = ring_rate_label (name);
  Row *row = g_new0 (Row, 1);

  *row = (Row){ g_strdup (name), *hands, data, gtk_label_new (NULL) };
  g_object_set_data_full (G_OBJECT (widget), KEY, row, row_free);
  g_object_set (widget, "use-markup", FALSE, "title", label, NULL);
  gtk_widget_add_css_class (row->age, "dim-label");
  gtk_widget_add_css_class (row->age, "caption");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (widget), row->age);
  g_signal_connect_swapped (widget, "entry-activated", G_CALLBACK (done_cb), widget);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (done_cb), widget);
  gtk_widget_add_controller (widget, focus);
  ring_rate_row_update (widget);
  return widget;
}

const char *
ring_rate_row_get_name (GtkWidget *row)
{
  return get (row)->name;
}

/* -------------------------------------------------------------------- the shop's */

static gboolean
find_cb (gpointer rates, const char *name, RingRate *rate)
{
  return ring_rates_find (rates, name, rate);
}

static void
take_cb (gpointer rates, const char *name, const RingRate *rate)
{
  ring_rates_set (rates, name, rate);
}

static const char *
currency_cb (gpointer rates)
{
  return ring_rates_get_currency (rates);
}

GtkWidget *
ring_rate_row_new_for_shop (const char *name, RingRates *rates)
{
  static const RingRateHands hands = {
    .find = find_cb,
    .take = take_cb,
    .currency = currency_cb,
  };
  GtkWidget *row = ring_rate_row_new (name, &hands, rates);

  g_object_set_data_full (G_OBJECT (row), "ring-rates", g_object_ref (rates), g_object_unref);
  return row;
}
