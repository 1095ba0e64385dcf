/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-day-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-parts.h"

static void
chosen_cb (GtkCalendar *calendar, AdwEntryRow *row)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text
      = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                         g_date_time_get_day_of_month (day));

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  ring_parts_close_popover (GTK_WIDGET (calendar));
  g_signal_emit_by_name (row, "entry-activated");
}

/* It opens at the day that is written, else today. */
static void
mapped_cb (GtkCalendar *calendar, AdwEntryRow *row)
{
  g_autofree char *text
      = g_strdup_printf ("%sT00:00:00Z", gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autofree char *today = ring_clock_format (ring_clock_now_ms ());
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, utc);

  if (day == NULL)
    day = g_date_time_new_from_iso8601 (today, utc);
  g_signal_handlers_block_by_func (calendar, chosen_cb, row);
  gtk_calendar_select_day (calendar, day);
  g_signal_handlers_unblock_by_func (calendar, chosen_cb, row);
}

static GtkWidget *
make_calendar (gpointer row)
{
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect (calendar, "day-selected", G_CALLBACK (chosen_cb), row);
  g_signal_connect (calendar, "map", G_CALLBACK (mapped_cb), row);
  return calendar;
}

static char *
format_day (const RingRecord *record, const char *name)
{
  return g_strdup (ring_record_get (record, name));
}

static RingRecord *
read_day (RingFields *fields,
          const RingRecord *record,
          const char *name,
          const char *text,
          GError **error)
{
  return ring_day_with (record, name, text, ring_clock_now_ms (), error);
}

void
ring_day_row_bind (AdwEntryRow *row, RingFields *fields, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  ring_parts_name (button, _ ("Choose a Day"));
  ring_parts_make_popover_later (GTK_MENU_BUTTON (button), make_calendar, row);
  adw_entry_row_add_suffix (row, button);
  ring_fields_bind_words (fields, row, name, format_day, read_day);
}
