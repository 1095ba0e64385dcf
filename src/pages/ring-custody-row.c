/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-custody-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-custody.h"
#include "ring-number.h"
#include "ring-parts.h"

struct _RingCustodyRow
{
  AdwExpanderRow parent_instance;

  RingDesign *design;
  char *stone_id;
  GPtrArray *lines; /* of rows */
  GPtrArray *shown; /* of RingRecord, as the lines show them */

  AdwComboRow *event_row;
  AdwEntryRow *who_row, *carat_row;
};

G_DEFINE_FINAL_TYPE (RingCustodyRow, ring_custody_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "2026-11-22 10:15, Ana Ruiz, 1.58 ct, 0.03 ct less than before". */
static char *
describe (const RingCustody *line)
{
  const char *at = ring_record_get_or (line->record, "at", "");
  const char *who = ring_record_get (line->record, "who");
  g_autofree char *carat = ring_stone_format_carat (line->record);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_len (text, at, MIN ((gssize) strlen (at), 10));
  if (who != NULL)
    g_string_append_printf (text, " · %s", who);
  if (carat != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%s ct"), carat);
    }
  if (line->flagged)
    {
      g_autofree char *change = ring_number_format (ABS (line->change), 2);

      g_string_append (text, " · ");
      g_string_append_printf (text,
                              line->change < 0
                                  ? _ ("%s ct less than before: is it the same stone?")
                                  : _ ("%s ct more than before: is it the same stone?"),
                              change);
    }
  return g_markup_escape_text (text->str, -1);
}

static void
remove_cb (RingCustodyRow *self)
{
  const RingRecord *last = g_ptr_array_index (self->shown, self->shown->len - 1);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Remove Line"));

  ring_edit_remove_record (edit, RING_RECORD_CUSTODY, ring_record_get_id (last));
  ring_parts_commit (self, self->design, edit);
}

/* Only the last line can be taken out: a log with holes proves nothing. */
static void
add_line (RingCustodyRow *self, const RingCustody *line, gboolean last)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe (line);
  g_autofree char *title = g_markup_escape_text (ring_custody_label (line->record), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (line->flagged)
    {
      /* The words say it too. */
      GtkWidget *icon
          = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                          GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  if (last)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _ ("Remove This Line"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Remove This Line"), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->lines, row);
  g_ptr_array_add (self->shown, ring_record_ref (line->record));
}

static gboolean
is_shown (RingCustodyRow *self, const GArray *list)
{
  if (list->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, RingCustody, i).record != g_ptr_array_index (self->shown, i))
      return FALSE;
  return TRUE;
}

void
ring_custody_row_update (RingCustodyRow *self)
{
  g_autoptr (GArray) list
      = ring_custody_list (ring_design_get_drawing (self->design), self->stone_id);
  g_autofree char *text = NULL;

  if (is_shown (self, list))
    return;
  for (guint i = 0; i < self->lines->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->lines, i));
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < list->len; i++)
    add_line (self, &g_array_index (list, RingCustody, i), i + 1 == list->len);
  if (list->len > 0)
    {
      const RingCustody *last = &g_array_index (list, RingCustody, list->len - 1);

      text = g_markup_printf_escaped ("%s · %.10s", ring_custody_label (last->record),
                                      ring_record_get_or (last->record, "at", ""));
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text != NULL ? text : "");
}

static void
write_cb (RingCustodyRow *self)
{
  guint n;
  const RingStoneValue *events = ring_custody_events (&n);
  guint event = adw_combo_row_get_selected (self->event_row);
  g_autofree char *id = ring_design_new_id (self->design, 'u');
  g_autoptr (GError) error = NULL;
  g_autoptr (RingRecord) record = ring_custody_new (
      id, self->stone_id, events[MIN (event, n - 1)].value,
      gtk_editable_get_text (GTK_EDITABLE (self->who_row)),
      gtk_editable_get_text (GTK_EDITABLE (self->carat_row)), ring_clock_now_ms (), &error);
  RingEdit *edit;

  if (record == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->carat_row), "error");
      g_signal_emit (self, signals[REFUSED], 0, error->message);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->carat_row), "error");
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Custody"));
  ring_edit_set_record (edit, record);
  if (!ring_parts_commit (self, self->design, edit))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->who_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->carat_row), "");
}

static AdwEntryRow *
add_entry (RingCustodyRow *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return ADW_ENTRY_ROW (row);
}

static void
ring_custody_row_finalize (GObject *object)
{
  RingCustodyRow *self = RING_CUSTODY_ROW (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->shown);
  g_clear_object (&self->design);
  g_free (self->stone_id);
  G_OBJECT_CLASS (ring_custody_row_parent_class)->finalize (object);
}

static void
ring_custody_row_class_init (RingCustodyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_custody_row_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_CUSTODY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_custody_row_init (RingCustodyRow *self)
{
  guint n;
  const RingStoneValue *events = ring_custody_events (&n);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Write Down"));

  self->lines = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, _ (events[i].label));
  self->event_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->event_row), C_ ("custody", "What"));
  adw_combo_row_set_model (self->event_row, G_LIST_MODEL (labels));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->event_row));
  self->who_row = add_entry (self, C_ ("custody", "From whom or with whom"));
  self->carat_row = add_entry (self, C_ ("custody", "Weighed, ct"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (self->carat_row, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
}

void
ring_custody_row_set_stone (RingCustodyRow *self, RingDesign *design, const char *stone_id)
{
  g_return_if_fail (RING_IS_CUSTODY_ROW (self));

  g_set_object (&self->design, design);
  g_free (self->stone_id);
  self->stone_id = g_strdup (stone_id);
  ring_custody_row_update (self);
}
