/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-fields.h"
#include "ring-number.h"
#include "ring-stone-note.h"
#include "ring-text.h"

/* One row and its field. SHOW brings the row up to date; the row's own signals commit. */
typedef struct _Binding Binding;
struct _Binding
{
  RingFields *fields; /* owner, not a reference */
  GtkWidget *widget;  /* owned by the form */
  char *name;
  guint limit; /* characters of text, decimals of a number */
  double least; /* number that is taken, but for 0 */
  double was;
  gulong input; /* handler of a spin button */
  char **values;
  GtkEventController *focus; /* of the row, for words */
  RingFieldsFormat format;
  RingFieldsRead read;
  gpointer instance; /* what the handler is connected to; NULL once it is gone */
  gulong handler;
  void (*show) (Binding *binding, const char *value);
};

struct _RingFields
{
  GObject parent_instance;

  RingDesign *design;
  char *kind;
  char *id; /* as asked for; NULL is the first */
  char *label;
  GPtrArray *bindings;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingFields, ring_fields, G_TYPE_OBJECT)

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
binding_free (gpointer data)
{
  Binding *binding = data;

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

static Binding *
add_binding (RingFields *self, gpointer widget, const char *name, guint limit)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->fields = self;
  binding->widget = widget;
  binding->name = g_strdup (name);
  binding->limit = limit;
  g_ptr_array_add (self->bindings, binding);
  return binding;
}

static void
show_all (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);

  /* Rows report the change that is made to them here; it must not become an edit. */
  self->showing = TRUE;
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);
      const char *value = record != NULL ? ring_record_get (record, binding->name) : NULL;

      binding->show (binding, value != NULL ? value : "");
    }
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
commit_record (RingFields *self, RingRecord *changed, const char *merge)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingEdit *edit;
  g_autofree char *key = NULL;

  edit = ring_edit_new (drawing, self->label);
  /* A stone's pins carry what its record says. */
  if (g_str_equal (self->kind, RING_RECORD_STONE))
    ring_stone_note_set (edit, changed);
  else
    ring_edit_set_record (edit, changed);
  if (merge != NULL)
    {
      key = g_strdup_printf ("%s/%s/%s", self->kind, ring_record_get_id (changed), merge);
      ring_edit_set_merge_key (edit, key);
    }
  /* What was set and the design did not take goes back. */
  if (!ring_design_commit (self->design, edit))
    show_all (self);
}

/* The record to change: the one of the design, or a new one while the design has none. */
static RingRecord *
take_record (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);

  if (record != NULL)
    return ring_record_ref (record);
  if (self->id != NULL)
    return ring_record_new (self->kind, self->id);
  if (g_str_equal (self->kind, RING_RECORD_COMMISSION) || g_str_equal (self->kind, RING_RECORD_CHOICE))
    return ring_record_new (self->kind, NULL);
  else
    {
      g_autofree char *id = ring_design_new_id (self->design, self->kind[0]);

      return ring_record_new (self->kind, id);
    }
}

static void
commit_value (Binding *binding, const char *value)
{
  RingFields *self = binding->fields;
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) after = NULL;
  const char *old;

  if (self->showing || self->design == NULL)
    return;
  before = take_record (self);
  old = ring_record_get (before, binding->name);
  if (g_strcmp0 (old != NULL ? old : "", value) == 0)
    return;
  after = ring_record_with (before, binding->name, value);
  commit_record (self, after, binding->name);
}

/* Entries. */

static char *
clean_entry (Binding *binding)
{
  return ring_text_clean (gtk_editable_get_text (GTK_EDITABLE (binding->widget)), binding->limit);
}

static void
show_entry (Binding *binding, const char *value)
{
  g_autofree char *present = clean_entry (binding);

  /* Text that already says the same is left alone: replacing it would move the cursor. */
  if (!g_str_equal (present, value))
    gtk_editable_set_text (GTK_EDITABLE (binding->widget), value);
}

static void
entry_changed_cb (GtkEditable *entry, Binding *binding)
{
  g_autofree char *text = clean_entry (binding);

  commit_value (binding, text);
}

/* Words for several fields. */

static void
show_words (Binding *binding, const char *value)
{
  const RingRecord *record = ring_fields_get_record (binding->fields);
  g_autofree char *words = record != NULL ? binding->format (record, binding->name) : NULL;

  gtk_widget_remove_css_class (binding->widget, "error");
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (binding->widget)),
                 words != NULL ? words : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (binding->widget), words != NULL ? words : "");
}

static void
words_done_cb (Binding *binding)
{
  RingFields *self = binding->fields;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (binding->widget));
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) after = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || self->design == NULL)
    return;
  before = take_record (self);
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
      g_signal_emit (self, signals[REFUSED], 0, error->message);
    }
  else if (ring_record_equal (before, after))
    show_words (binding, NULL);
  else
    commit_record (self, after, NULL);
}

/* Longer texts. */

static char *
clean_text (Binding *binding)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return ring_text_clean (text, binding->limit);
}

static void
show_text (Binding *binding, const char *value)
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
text_changed_cb (GtkTextBuffer *buffer, Binding *binding)
{
  g_autofree char *text = clean_text (binding);

  commit_value (binding, text);
}

/* Numbers. */

static void
show_spin (Binding *binding, const char *value)
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
spin_changed_cb (GtkSpinButton *spin, Binding *binding)
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

static int
bound_input_cb (GtkSpinButton *spin, double *value, Binding *binding)
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
  g_signal_emit (binding->fields, signals[REFUSED], 0, message);
  *value = gtk_spin_button_get_value (spin);
  return GTK_INPUT_ERROR;
}

/* Switches. */

static void
show_switch (Binding *binding, const char *value)
{
  gtk_switch_set_active (GTK_SWITCH (binding->widget), g_str_equal (value, binding->values[0]));
}

static void
switch_changed_cb (GtkSwitch *toggle, GParamSpec *pspec, Binding *binding)
{
  commit_value (binding, gtk_switch_get_active (toggle) ? binding->values[0] : "");
}

/* Choices from a list. */

static void
show_combo (Binding *binding, const char *value)
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
combo_changed_cb (AdwComboRow *row, GParamSpec *pspec, Binding *binding)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0)
    commit_value (binding, "");
  else if (selected != GTK_INVALID_LIST_POSITION)
    commit_value (binding, binding->values[selected - 1]);
}

static void
ring_fields_dispose (GObject *object)
{
  RingFields *self = RING_FIELDS (object);

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_fields_parent_class)->dispose (object);
}

static void
ring_fields_finalize (GObject *object)
{
  RingFields *self = RING_FIELDS (object);

  g_ptr_array_unref (self->bindings);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->label);
  G_OBJECT_CLASS (ring_fields_parent_class)->finalize (object);
}

static void
ring_fields_class_init (RingFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ring_fields_dispose;
  object_class->finalize = ring_fields_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_fields_init (RingFields *self)
{
  self->bindings = g_ptr_array_new_with_free_func (binding_free);
}

RingFields *
ring_fields_new (const char *kind, const char *label)
{
  RingFields *self = g_object_new (RING_TYPE_FIELDS, NULL);

  self->kind = g_strdup (kind);
  self->label = g_strdup (label);
  return self;
}

void
ring_fields_set_design (RingFields *self, RingDesign *design, const char *id)
{
  g_return_if_fail (RING_IS_FIELDS (self));

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  g_set_object (&self->design, design);
  g_free (self->id);
  self->id = g_strdup (id);
  if (design != NULL)
    {
      g_signal_connect_swapped (design, "changed", G_CALLBACK (show_all), self);
      g_signal_connect_swapped (design, "notify::read-only", G_CALLBACK (show_all), self);
    }
  show_all (self);
}

RingDesign *
ring_fields_get_design (RingFields *self)
{
  return self->design;
}

const RingRecord *
ring_fields_get_record (RingFields *self)
{
  if (self->design == NULL)
    return NULL;
  return ring_drawing_find_record (ring_design_get_drawing (self->design), self->kind, self->id);
}

const char *
ring_fields_get_id (RingFields *self)
{
  const RingRecord *record = ring_fields_get_record (self);

  return record != NULL ? ring_record_get_id (record) : NULL;
}

/* The row and the fields may go in either order. */
static void
connect_row (Binding *binding, gpointer instance, const char *signal, GCallback callback)
{
  binding->instance = instance;
  binding->handler = g_signal_connect (instance, signal, callback, binding);
  g_object_add_weak_pointer (instance, &binding->instance);
}

void
ring_fields_bind_entry (RingFields *self, GtkEditable *entry, const char *name, guint max_chars)
{
  Binding *binding = add_binding (self, entry, name, max_chars);

  binding->show = show_entry;
  connect_row (binding, entry, "changed", G_CALLBACK (entry_changed_cb));
}

void
ring_fields_bind_words (RingFields *self,
                        AdwEntryRow *row,
                        const char *name,
                        RingFieldsFormat format,
                        RingFieldsRead read)
{
  Binding *binding = add_binding (self, row, name, 0);
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

void
ring_fields_bind_text (RingFields *self, GtkTextView *view, const char *name)
{
  Binding *binding = add_binding (self, view, name, RING_TEXT_MAX_CHARS);

  binding->show = show_text;
  connect_row (binding, gtk_text_view_get_buffer (view), "changed", G_CALLBACK (text_changed_cb));
}

void
ring_fields_bind_spin (RingFields *self,
                       GtkSpinButton *spin,
                       const char *name,
                       guint decimals,
                       double least)
{
  Binding *binding = add_binding (self, spin, name, decimals);

  binding->least = least;
  g_signal_handlers_disconnect_by_func (spin, spin_input_cb, NULL);
  binding->input = g_signal_connect (spin, "input", G_CALLBACK (bound_input_cb), binding);
  binding->show = show_spin;
  connect_row (binding, spin, "value-changed", G_CALLBACK (spin_changed_cb));
}

void
ring_fields_bind_switch (RingFields *self, GtkSwitch *toggle, const char *name, const char *on_value)
{
  Binding *binding = add_binding (self, toggle, name, 0);
  const char *values[] = { on_value, NULL };

  binding->values = g_strdupv ((char **) values);
  binding->show = show_switch;
  connect_row (binding, toggle, "notify::active", G_CALLBACK (switch_changed_cb));
}

void
ring_fields_bind_combo (RingFields *self,
                        AdwComboRow *row,
                        const char *name,
                        const char *const *values,
                        const char *const *labels)
{
  Binding *binding = add_binding (self, row, name, 0);
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
ring_fields_set (RingFields *self, const char *merge, const char *name, ...)
{
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) record = NULL;
  va_list args;

  g_return_if_fail (RING_IS_FIELDS (self));

  if (self->design == NULL)
    return;
  before = take_record (self);
  record = ring_record_ref (before);
  va_start (args, name);
  while (name != NULL)
    {
      const char *value = va_arg (args, const char *);
      RingRecord *next = ring_record_with (record, name, value);

      ring_record_unref (record);
      record = next;
      name = va_arg (args, const char *);
    }
  va_end (args);
  if (!ring_record_equal (before, record))
    commit_record (self, record, merge);
}

GtkWidget *
ring_fields_new_spin (double upper, double step, guint decimals)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, upper, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), decimals);
  /* A numeric button would not let the dash in. */
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 6);
  g_signal_connect (spin, "output", G_CALLBACK (spin_output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (spin_input_cb), NULL);
  return spin;
}
