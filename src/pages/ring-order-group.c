/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-order-group.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-commission.h"
#include "ring-day-row.h"
#include "ring-day.h"
#include "ring-fields.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-revision.h"

#define MOST 9999999
#define WORDS 300
#define JOB 40
#define MOST_REVISIONS 99

struct _RingOrderGroup
{
  AdwBin parent_instance;

  RingFields *fields;
  GtkWidget *status, *details, *balance, *revisions;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingOrderGroup, ring_order_group, ADW_TYPE_BIN)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get (RingOrderGroup *self, const char *name)
{
  const RingRecord *record = ring_fields_get_record (self->fields);

  return record != NULL ? ring_record_get_or (record, name, "") : "";
}

static char *
format_money (RingOrderGroup *self, double amount)
{
  g_autofree char *number = ring_number_format (amount, 2);

  return g_strdup_printf ("%s %s", number, get (self, "currency"));
}

static void
show_status (RingOrderGroup *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);
  g_autofree char *since = NULL;
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;
  RingStatus status;
  gboolean known = ring_status_find (get (self, "status"), &status);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->status), known ? status + 1 : 0);
  if (known)
    since = ring_commission_get_day (record, status);
  if (since != NULL)
    {
      written = ring_day_write (since);
      /* TRANSLATORS: the day on which a status began. */
      text = g_strdup_printf (_ ("Since %s"), written);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->status), text != NULL ? text : "");
}

/* What the folded rows say, in one line. */
static void
show_details (RingOrderGroup *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *open = NULL;
  g_autofree char *used = NULL;
  double balance;

  if (ring_commission_get_balance (record, &balance))
    {
      open = format_money (self, balance);
      /* TRANSLATORS: an amount that is still to be paid. */
      g_string_append_printf (text, _ ("%s to pay"), open);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->balance), open != NULL ? open : "–");
  if (ring_fields_get_design (self->fields) != NULL)
    used = ring_revision_format_used (ring_design_get_drawing (ring_fields_get_design (self->fields)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->revisions), used != NULL ? used : "");
  if (get (self, "promised")[0] != '\0')
    {
      g_autofree char *day = ring_day_write (get (self, "promised"));

      g_string_append (text, text->len > 0 ? ", " : "");
      /* TRANSLATORS: the day that a ring is promised for. */
      g_string_append_printf (text, _ ("promised for %s"), day);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->details), text->str);
}

static void
changed_cb (RingOrderGroup *self)
{
  self->showing = TRUE;
  show_status (self);
  show_details (self);
  self->showing = FALSE;
}

static void
status_cb (RingOrderGroup *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->status));
  g_autofree char *now = ring_clock_format (ring_clock_now_ms ());
  g_autofree char *day = g_strndup (now, strlen ("2026-11-27"));
  g_autoptr (RingRecord) next = NULL;

  if (self->showing || ring_fields_get_design (self->fields) == NULL || selected > RING_N_STATUSES)
    return;
  if (selected == 0)
    {
      ring_fields_set (self->fields, NULL, "status", NULL, NULL);
      return;
    }
  next = ring_commission_with_status (ring_fields_get_record (self->fields),
                                      (RingStatus) (selected - 1), day);
  ring_fields_set (self->fields, NULL, "status", ring_record_get (next, "status"), "dates",
                   ring_record_get (next, "dates"), NULL);
}

static void
refused_cb (RingOrderGroup *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
ring_order_group_dispose (GObject *object)
{
  g_clear_object (&RING_ORDER_GROUP (object)->fields);
  G_OBJECT_CLASS (ring_order_group_parent_class)->dispose (object);
}

static void
ring_order_group_class_init (RingOrderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_order_group_dispose;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_ORDER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_status (RingOrderGroup *self)
{
  const char *labels[RING_N_STATUSES + 2] = { _ ("Not recorded") };
  g_autoptr (GtkStringList) list = NULL;

  for (guint i = 0; i < RING_N_STATUSES; i++)
    labels[i + 1] = ring_status_label ((RingStatus) i);
  list = gtk_string_list_new (labels);
  self->status = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), C_ ("commission", "Status"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->status), G_LIST_MODEL (list));
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
  return self->status;
}

static void
add (RingOrderGroup *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->details), row);
}

static void
add_detail (RingOrderGroup *self, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  add (self, row);
}

static void
add_amount (RingOrderGroup *self, const char *name, const char *title)
{
  add (self, ring_fields_new_number_row (self->fields, name, title, MOST, 50, 2));
}

static void
add_switch (RingOrderGroup *self, const char *name, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  ring_fields_bind_switch (self->fields, GTK_SWITCH (toggle), name, "yes");
  add_detail (self, row, title);
}

static void
add_details (RingOrderGroup *self)
{
  GtkWidget *promised = adw_entry_row_new ();
  GtkWidget *currency = adw_combo_row_new ();
  const char *const *codes = ring_commission_currencies ();

  add (self, ring_fields_new_entry_row (self->fields, "job", C_ ("commission", "Job number"), JOB));
  ring_day_row_bind (ADW_ENTRY_ROW (promised), self->fields, "promised");
  add_detail (self, promised, C_ ("commission", "Promised for"));
  ring_fields_bind_combo (self->fields, ADW_COMBO_ROW (currency), "currency", codes, codes);
  add_detail (self, currency, C_ ("commission", "Currency"));
  add_amount (self, "budget", C_ ("commission", "Budget"));
  add_amount (self, "quote", C_ ("commission", "Quote"));
  add_amount (self, "deposit", C_ ("commission", "Deposit"));
  add_switch (self, "deposit-paid", C_ ("commission", "Deposit is paid"));
  self->balance = adw_action_row_new ();
  add_detail (self, self->balance, C_ ("commission", "To pay"));
  self->revisions = ring_fields_new_number_row (self->fields, "revisions",
                                                C_ ("commission", "Revisions included"), MOST_REVISIONS, 1, 0);
  add (self, self->revisions);
  add (self, ring_fields_new_entry_row (self->fields, "vary", C_ ("commission", "What may vary"), WORDS));
  add (self, ring_fields_new_entry_row (self->fields, "marks",
                                        C_ ("commission", "Marks and where they are struck"), WORDS));
}

static void
ring_order_group_init (RingOrderGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->showing = TRUE;
  self->fields = ring_fields_new (RING_RECORD_COMMISSION, C_ ("panel", "Order"));
  self->details = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->details), _ ("Price and dates"));
  adw_preferences_group_set_title (group, C_ ("panel", "Order"));
  adw_preferences_group_add (group, new_status (self));
  adw_preferences_group_add (group, self->details);
  add_details (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  self->showing = FALSE;
}

void
ring_order_group_set_design (RingOrderGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_ORDER_GROUP (self));

  ring_fields_set_design (self->fields, design, NULL);
}
