/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list's way into the window of supplier stones: its file is read in a thread, a dialog asks what
 * the file does not say, and another thread puts it into the database. */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-commission.h"
#include "ring-parts.h"
#include "ring-species.h"
#include "ring-stones-window-private.h"

/* How often the bar moves, ms. */
#define TELL_MS 80
#define WHOLE 1000

typedef struct
{
  RingStonesWindow *window; /* weak: kept by the task at work; while the dialog asks, it may go */
  GFile *file;
  char *file_name; /* for people */
  RingListReader *reader;
  RingLists *lists;
  GCancellable *work;

  /* Chosen in the dialog. */
  AdwEntryRow *name_row;
  AdwComboRow *currency_row, *species_row; /* the latter NULL where a column tells */
  char *name, *currency, *species;

  gint part, n_rows; /* atomic: how far the thread is, PART of WHOLE */
} Import;

static void
import_free (Import *import)
{
  g_clear_weak_pointer (&import->window);
  g_object_unref (import->file);
  g_object_unref (import->work);
  g_clear_pointer (&import->reader, ring_list_reader_free);
  ring_lists_unref (import->lists);
  g_free (import->file_name);
  g_free (import->name);
  g_free (import->currency);
  g_free (import->species);
  g_free (import);
}

/* -------------------------------------------------------------------------- the import */

static gboolean
tell_cb (gpointer data)
{
  Import *import = data;
  guint n = (guint) g_atomic_int_get (&import->n_rows);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Importing “%s”: %u stone", "Importing “%s”: %u stones", n),
      import->name, n);

  if (n > 0)
    ring_news_bar_show_progress (import->window->news, text,
                                 (double) g_atomic_int_get (&import->part) / WHOLE, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (double part, guint n_rows, gpointer data)
{
  Import *import = data;

  g_atomic_int_set (&import->part, (int) (part * WHOLE));
  g_atomic_int_set (&import->n_rows, (int) n_rows);
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  RingListsOptions options = { .name = import->name,
                               .file = import->file_name,
                               .currency = import->currency,
                               .species = import->species };
  GError *error = NULL;
  RingListsReport *report = ring_lists_import (import->lists, import->reader, &options, cancellable,
                                               progress_cb, import, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) ring_lists_report_free);
  else
    g_task_return_error (task, error);
}

static char *
describe_report (const Import *import, const RingListsReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "“%s”: %u stone imported.",
                                       "“%s”: %u stones imported.", report->n),
                          import->name, report->n);
  if (report->n_rejected > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u row was not taken.",
                                           "%u rows were not taken.", report->n_rejected),
                              report->n_rejected);
    }
  if (report->n_recoded > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "%u line was not in UTF-8 and was read as Windows-1252.",
                       "%u lines were not in UTF-8 and were read as Windows-1252.",
                       report->n_recoded),
          report->n_recoded);
    }
  return g_string_free (text, FALSE);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (RingListsReport) report = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (!ring_stones_window_end_work (self, import->work, error))
    return;
  text = describe_report (import, report);
  ring_news_bar_say (self->news, report->n_rejected > 0 ? GTK_MESSAGE_WARNING : GTK_MESSAGE_INFO,
                     text);
  ring_stones_window_reload (self);
  if (report->n_rejected > 0)
    ring_stones_show_rejected (GTK_WINDOW (self), import->name, report,
                               ring_list_reader_get_header (import->reader));
}

static void
start (Import *import)
{
  RingStonesWindow *self = import->window;
  g_autoptr (GTask) task = g_task_new (self, import->work, imported_cb, NULL);
  g_autofree char *text = g_strdup_printf (_ ("Importing “%s” …"), import->name);

  ring_news_bar_show_progress (self->news, text, 0, TRUE);
  self->work_timer = g_timeout_add (TELL_MS, tell_cb, import);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, import_thread);
}

/* -------------------------------------------------------------------------- the dialog */

static void
response_cb (AdwMessageDialog *dialog, const char *response)
{
  Import *import = g_object_steal_data (G_OBJECT (dialog), "import");
  guint currency;

  if (import == NULL || import->window == NULL)
    {
      g_clear_pointer (&import, import_free);
      return;
    }
  if (!g_str_equal (response, "import") || import->window->work != import->work)
    {
      ring_stones_window_end_work (import->window, import->work, NULL);
      import_free (import);
      return;
    }
  currency = adw_combo_row_get_selected (import->currency_row);
  import->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (import->name_row))));
  if (import->name[0] == '\0')
    {
      g_free (import->name);
      import->name = g_strdup (import->file_name);
    }
  import->currency = g_strdup (ring_commission_currencies ()[currency]);
  if (import->species_row != NULL && adw_combo_row_get_selected (import->species_row) > 0)
    import->species
        = g_strdup (ring_species_get (adw_combo_row_get_selected (import->species_row) - 1)->label);
  start (import);
}

/* "Columns: Stock #, Shape, Weight. Not understood, kept as words: Cat." */
static char *
describe_columns (RingListReader *reader)
{
  const char *const *header = ring_list_reader_get_header (reader);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; header[i] != NULL; i++)
    {
      GString *text = ring_list_reader_understands (reader, i) ? known : unknown;

      if (header[i][0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", header[i]);
    }
  if (unknown->len == 0)
    return g_strdup_printf (_ ("Columns: %s."), known->str);
  return g_strdup_printf (_ ("Columns: %s. Kept as words: %s."), known->str, unknown->str);
}

static void
add_currency (Import *import, AdwPreferencesGroup *group)
{
  const char *said = ring_list_reader_get_currency (import->reader);
  const char *const *codes = ring_commission_currencies ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (codes);

  import->currency_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (import->currency_row), _ ("Prices are in"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (import->currency_row),
                               _ ("Where a price has no sign of its own"));
  adw_combo_row_set_model (import->currency_row, G_LIST_MODEL (list));
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], said != NULL ? said : "USD") == 0)
      adw_combo_row_set_selected (import->currency_row, i);
  adw_preferences_group_add (group, GTK_WIDGET (import->currency_row));
}

static void
add_species (Import *import, AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (ring_list_reader_says_species (import->reader))
    return;
  gtk_string_list_append (list, _ ("Not said"));
  for (guint i = 0; i < ring_species_get_n (); i++)
    gtk_string_list_append (list, _ (ring_species_get (i)->label));
  import->species_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (import->species_row), _ ("All stones are"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (import->species_row),
                               _ ("The list has no column for it"));
  adw_combo_row_set_model (import->species_row, G_LIST_MODEL (list));
  /* Lists without such a column are lists of diamonds. */
  adw_combo_row_set_selected (import->species_row, 1);
  adw_preferences_group_add (group, GTK_WIDGET (import->species_row));
}

static void
ask (Import *import)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (import->window), _ ("Import a List"), NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *columns = describe_columns (import->reader);
  g_autofree char *supplier = g_strdup (import->file_name);
  char *dot = strrchr (supplier, '.');

  if (dot != NULL && dot != supplier)
    *dot = '\0';
  import->name_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (import->name_row), _ ("Supplier"));
  gtk_editable_set_text (GTK_EDITABLE (import->name_row), supplier);
  adw_entry_row_set_activates_default (import->name_row, TRUE);
  adw_preferences_group_add (group, GTK_WIDGET (import->name_row));
  add_currency (import, group);
  add_species (import, group);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("%s\n\nA list of the same supplier is replaced."), columns);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (group));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                    _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  /* The dialog may go with its window, without an answer. */
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "import", import, (GDestroyNotify) import_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* -------------------------------------------------------------------------- the reading */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = ring_lists_load (import->file, cancellable, &error);

  if (bytes != NULL)
    import->reader = ring_list_reader_new (bytes, import->file_name, &error);
  if (import->reader != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && self->work == import->work)
    {
      ask (import);
      return;
    }
  ring_stones_window_end_work (self, import->work, error);
  import_free (import);
}

void
ring_stones_window_import (RingStonesWindow *self, GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) work = NULL;
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (RING_IS_STONES_WINDOW (self));

  if (self->lists == NULL)
    {
      g_set_object (&self->waiting, file);
      return;
    }
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  text = g_strdup_printf (_ ("Reading “%s” …"), name);
  work = ring_stones_window_begin_work (self, text);
  if (work == NULL)
    return;
  import = g_new0 (Import, 1);
  g_set_weak_pointer (&import->window, self);
  import->file = g_object_ref (file);
  import->file_name = g_steal_pointer (&name);
  import->work = g_object_ref (work);
  import->lists = ring_lists_ref (self->lists);
  task = g_task_new (self, work, read_cb, NULL);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, read_thread);
}

static void
chosen_cb (GtkNativeDialog *native, int response, RingStonesWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    ring_stones_window_import (self, file);
  g_object_unref (native);
}

void
ring_stones_window_choose_import (RingStonesWindow *self)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Import a List"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (lists, _ ("Lists (CSV, text)"));
  gtk_file_filter_add_suffix (lists, "csv");
  gtk_file_filter_add_suffix (lists, "txt");
  gtk_file_filter_add_suffix (lists, "tsv");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), lists);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), all);
  g_signal_connect_object (native, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
