/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of rows, and how each shows and takes its field. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-fields-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-number.h"
#include "ring-parts.h"
#include "ring-text.h"

void
_ring_fields_free_binding (gpointer data)
{
  RingFieldsBinding *binding = data;

  if (binding->instance != NULL)
    {
      g_signal_handler_disconnect (binding->instance, binding->handler);
      if (binding->focus != NULL)
        g_signal_handlers_disconnect_by_data (binding->focus, binding);
      if (binding->input != 0)
        g_signal_handler_disconnect (binding->instance, binding->input);
      g_object_remove_weak_pointer (binding->instance, &binding->instance);
    }
  g_free (binding->name);
  g_strfreev (binding->values);
  g_free (binding);
}

static RingFieldsBinding *
add_binding (RingFields *self, gpointer widget, const char *name, guint limit)
{
  RingFieldsBinding *binding = g_new0 (RingFieldsBinding, 1);

  binding->fields = self;
  binding->widget = widget;
  binding->name = g_strdup (name);
  binding->limit = limit;
  g_ptr_array_add (self->bindings, binding);
  return binding;
}

/* The row and the fields may go in either order. */
static void
connect_row (RingFieldsBinding *binding, gpointer instance, const char *signal, GCallback callback)
{
  binding->instance = instance;
  binding->handler = g_signal_connect (instance, signal, callback, binding);
  g_object_add_weak_pointer (instance, &binding->instance);
}

static void
commit_value (RingFieldsBinding *binding, const char *value)
{
  RingFields *self = binding->fields;
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) after = NULL;
  const char *old;

  if (self->showing || self->design == NULL)
    return;
  before = _ring_fields_take_record (self);
  old = ring_record_get (before, binding->name);
  if (g_strcmp0 (old != NULL ? old : "", value) == 0)
    return;
  after = ring_record_with (before, binding->name, value);
  _ring_fields_commit_record (self, after, binding->name);
}

/* Entries. */

static char *
clean_entry (RingFieldsBinding *binding)
{
  return ring_text_clean (gtk_editable_get_text (GTK_EDITABLE (binding->widget)), binding->limit);
}

static void
show_entry (RingFieldsBinding *binding, const char *value)
{
  g_autofree char *present = clean_entry (binding);

  /* Text that already says the same is left alone: replacing it would move the cursor. */
  if (!g_str_equal (present, value))
    gtk_editable_set_text (GTK_EDITABLE (binding->widget), value);
}

static void
entry_changed_cb (GtkEditable *entry, RingFieldsBinding *binding)
{
  g_autofree char *text = clean_entry (binding);

  commit_value (binding, text);
}

void
ring_fields_bind_entry (RingFields *self, GtkEditable *entry, const char *name, guint max_chars)
{
  RingFieldsBinding *binding = add_binding (self, entry, name, max_chars);

  binding->show = show_entry;
  connect_row (binding, entry, "changed", G_CALLBACK (entry_changed_cb));
}

/* Words for several fields. */

static void
show_words (RingFieldsBinding *binding, const char *value)
{
  const RingRecord *record = ring_fields_get_record (binding->fields);
  g_autofree char *words = record != NULL ? binding->format (record, binding->name) : NULL;

  gtk_widget_remove_css_class (binding->widget, "error");
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (binding->widget)),
                 words != NULL ? words : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (binding->widget), words != NULL ? words : "");
}

static void
words_done_cb (RingFieldsBinding *binding)
{
  RingFields *self = binding->fields;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (binding->widget));
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) after = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || self->design == NULL)
    return;
  before = _ring_fields_take_record (self);
  shown = binding->format (before, binding->name);
  /* Words that nobody changed are not read: they may say less than the record. */
  if (g_strcmp0 (text, shown != NULL ? shown : "") == 0)
    {
      gtk_widget_remove_css_class (binding->widget, "error");
      return;
    }
  after = binding->read (self, before, binding->name, text, &error);
  if (after == NULL)
    {
      gtk_widget_add_css_class (binding->widget, "error");
      _ring_fields_refuse (self, error->message);
    }
  else if (ring_record_equal (before, after))
    show_words (binding, NULL);
  else
    _ring_fields_commit_record (self, after, NULL);
}

void
ring_fields_bind_words (RingFields *self,
                        AdwEntryRow *row,
                        const char *name,
                        RingFieldsFormat format,
                        RingFieldsRead read)
{
  RingFieldsBinding *binding = add_binding (self, row, name, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  binding->format = format;
  binding->read = read;
  binding->show = show_words;
  binding->instance = row;
  binding->handler = g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (words_done_cb), binding);
  g_object_add_weak_pointer (G_OBJECT (row), &binding->instance);
  binding->focus = focus;
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (words_done_cb), binding);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

/* Longer texts. */

static char *
clean_text (RingFieldsBinding *binding)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return ring_text_clean (text, binding->limit);
}

static void
show_text (RingFieldsBinding *binding, const char *value)
{
  RingDesign *design = binding->fields->design;
  g_autofree char *present = clean_text (binding);

  /* Typing is one action of the buffer: what is not taken cannot be put back amid it. */
  gtk_text_view_set_editable (GTK_TEXT_VIEW (binding->widget),
                              design == NULL || !ring_design_get_read_only (design));
  if (!g_str_equal (present, value))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget)), value, -1);
}

static void
text_changed_cb (GtkTextBuffer *buffer, RingFieldsBinding *binding)
{
  g_autofree char *text = clean_text (binding);

  commit_value (binding, text);
}

void
ring_fields_bind_text (RingFields *self, GtkTextView *view, const char *name)
{
  RingFieldsBinding *binding = add_binding (self, view, name, RING_TEXT_MAX_CHARS);

  binding->show = show_text;
  connect_row (binding, gtk_text_view_get_buffer (view), "changed", G_CALLBACK (text_changed_cb));
}

/* Numbers. */

static void
show_spin (RingFieldsBinding *binding, const char *value)
{
  double number = 0;

  if (!ring_number_parse (value, &number))
    number = 0;
  if (fabs (gtk_spin_button_get_value (GTK_SPIN_BUTTON (binding->widget)) - number) > 1e-9)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (binding->widget), number);
  else
    gtk_spin_button_update (GTK_SPIN_BUTTON (binding->widget));
}

static void
spin_changed_cb (GtkSpinButton *spin, RingFieldsBinding *binding)
{
  double number = gtk_spin_button_get_value (spin);
  g_autofree char *text = NULL;

  /* A step up from nothing goes to the least, a step down from there to nothing. */
  if (number > 0 && number < binding->least)
    {
      gtk_spin_button_set_value (spin, binding->was < binding->least ? binding->least : 0);
      return;
    }
  binding->was = number;
  text = number > 0 ? ring_number_format (number, binding->limit) : g_strdup ("");
  commit_value (binding, text);
}

static gboolean
spin_output_cb (GtkSpinButton *spin, gpointer user_data)
{
  if (gtk_spin_button_get_value (spin) > 0)
    return FALSE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), "–"))
    gtk_editable_set_text (GTK_EDITABLE (spin), "–");
  return TRUE;
}

static gboolean
read_spin (GtkSpinButton *spin, double *value)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin)));

  g_strstrip (text);
  g_strdelimit (text, ",", '.');
  *value = 0;
  return text[0] == '\0' || g_str_equal (text, "–") || g_str_equal (text, "-")
         || ring_number_parse (text, value);
}

/* What cannot be is not bent into what can be: the field goes back to what it was. */
static int
spin_input_cb (GtkSpinButton *spin, double *value, gpointer user_data)
{
  if (read_spin (spin, value))
    return TRUE;
  *value = gtk_spin_button_get_value (spin);
  return GTK_INPUT_ERROR;
}

GtkWidget *
ring_fields_new_spin (double upper, double step, guint decimals)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, upper, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), decimals);
  /* A numeric button would not let the dash in. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  ring_parts_leave_wheel (spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 6);
  g_signal_connect (spin, "output", G_CALLBACK (spin_output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (spin_input_cb), NULL);
  return spin;
}

static int
bound_input_cb (GtkSpinButton *spin, double *value, RingFieldsBinding *binding)
{
  double upper = gtk_adjustment_get_upper (gtk_spin_button_get_adjustment (spin));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *message = NULL;

  if (read_spin (spin, value) && (*value == 0 || (*value >= binding->least && *value <= upper)))
    return TRUE;
  from = ring_number_format (binding->least, 2);
  to = ring_number_format (upper, 2);
  /* Translators: what was typed, and the least and the largest number that a field takes. */
  message = g_strdup_printf (_("“%s” was not taken: give a number from %s to %s, or nothing."),
                             gtk_editable_get_text (GTK_EDITABLE (spin)), from, to);
  _ring_fields_refuse (binding->fields, message);
  *value = gtk_spin_button_get_value (spin);
  return GTK_INPUT_ERROR;
}

void
ring_fields_bind_spin (RingFields *self,
                       GtkSpinButton *spin,
                       const char *name,
                       guint decimals,
                       double least)
{
  RingFieldsBinding *binding = add_binding (self, spin, name, decimals);

  binding->least = least;
  g_signal_handlers_disconnect_by_func (spin, spin_input_cb, NULL);
  binding->input = g_signal_connect (spin, "input", G_CALLBACK (bound_input_cb), binding);
  binding->show = show_spin;
  connect_row (binding, spin, "value-changed", G_CALLBACK (spin_changed_cb));
}

/* Switches. */

static void
show_switch (RingFieldsBinding *binding, const char *value)
{
  gtk_switch_set_active (GTK_SWITCH (binding->widget), g_str_equal (value, binding->values[0]));
}

static void
switch_changed_cb (GtkSwitch *toggle, GParamSpec *pspec, RingFieldsBinding *binding)
{
  commit_value (binding, gtk_switch_get_active (toggle) ? binding->values[0] : "");
}

void
ring_fields_bind_switch (RingFields *self, GtkSwitch *toggle, const char *name, const char *on_value)
{
  RingFieldsBinding *binding = add_binding (self, toggle, name, 0);
  const char *values[] = { on_value, NULL };

  binding->values = g_strdupv ((char **) values);
  binding->show = show_switch;
  connect_row (binding, toggle, "notify::active", G_CALLBACK (switch_changed_cb));
}

/* Choices from a list. */

static void
show_combo (RingFieldsBinding *binding, const char *value)
{
  AdwComboRow *row = ADW_COMBO_ROW (binding->widget);
  guint selected = GTK_INVALID_LIST_POSITION;

  if (value[0] == '\0')
    selected = 0;
  for (guint i = 0; binding->values[i] != NULL; i++)
    if (g_str_equal (binding->values[i], value))
      selected = i + 1;
  if (adw_combo_row_get_selected (row) != selected)
    adw_combo_row_set_selected (row, selected);
}

static void
combo_changed_cb (AdwComboRow *row, GParamSpec *pspec, RingFieldsBinding *binding)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0)
    commit_value (binding, "");
  else if (selected != GTK_INVALID_LIST_POSITION)
    commit_value (binding, binding->values[selected - 1]);
}

void
ring_fields_bind_combo (RingFields *self,
                        AdwComboRow *row,
                        const char *name,
                        const char *const *values,
                        const char *const *labels)
{
  RingFieldsBinding *binding = add_binding (self, row, name, 0);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, C_("field", "Not recorded"));
  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_append (model, labels[i]);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  binding->values = g_strdupv ((char **) values);
  binding->show = show_combo;
  connect_row (binding, row, "notify::selected", G_CALLBACK (combo_changed_cb));
}

void
ring_fields_bind_values (RingFields *self, AdwComboRow *row, const char *name, const RingStoneValue *values, guint n)
{
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  g_autofree const char **labels = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      ids[i] = values[i].value;
      labels[i] = _ (values[i].label);
    }
  ring_fields_bind_combo (self, row, name, ids, labels);
}

/* Whole rows. */

GtkWidget *
ring_fields_new_entry_row (RingFields *self, const char *name, const char *title, guint max_chars)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ring_fields_bind_entry (self, GTK_EDITABLE (row), name, max_chars);
  return row;
}

GtkWidget *
ring_fields_new_number_row (
    RingFields *self, const char *name, const char *title, double most, double step, guint decimals)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = ring_fields_new_spin (most, step, decimals);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  /* Its name is the row's title with that. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  ring_fields_bind_spin (self, GTK_SPIN_BUTTON (spin), name, decimals, 0);
  return row;
}
