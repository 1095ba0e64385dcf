/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window and its file: opening, saving, exporting, and what is asked before work is lost. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-restore.h"
#include "ring-window-private.h"

#define DESIGN_SUFFIX ".ring.svg"

/* One opening on its way: where it was asked for, and what it fills. */
typedef struct
{
  RingWindow *window;
  RingWorkfile *workfile;
  GFile *file;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->workfile);
  g_object_unref (opening->file);
  g_free (opening);
}

/* Two names of one file, as a link has, are the same file. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autoptr (GFileInfo) info_a = NULL;
  g_autoptr (GFileInfo) info_b = NULL;
  const char *id_a, *id_b;

  if (g_file_equal (a, b))
    return TRUE;
  info_a = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  info_b = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info_a == NULL || info_b == NULL)
    return FALSE;
  id_a = g_file_info_get_attribute_string (info_a, G_FILE_ATTRIBUTE_ID_FILE);
  id_b = g_file_info_get_attribute_string (info_b, G_FILE_ATTRIBUTE_ID_FILE);
  return id_a != NULL && g_strcmp0 (id_a, id_b) == 0;
}

static RingWindow *
find_window (RingWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL;
       l != NULL; l = l->next)
    {
      GFile *other = NULL;

      if (RING_IS_WINDOW (l->data))
        other = ring_workfile_get_file (RING_WINDOW (l->data)->workfile);
      if (other != NULL && is_same_file (other, file))
        return l->data;
    }
  return NULL;
}

/* A file with a drawing opens where the drawing can be seen. */
static void
show_fitting_view (RingWindow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));

  if (ring_drawing_count_items (drawing, RING_ITEM_STROKE) > 0
      || ring_drawing_count_items (drawing, RING_ITEM_ARTWORK) > 0
      || ring_drawing_count_items (drawing, RING_ITEM_FIGURE) > 0
      || ring_drawing_count_items (drawing, RING_ITEM_IMAGE) > 0
      || ring_drawing_count_items (drawing, RING_ITEM_FOREIGN) > 0)
    ring_window_show_view (self, "bench");
}

/* Steps live on the computer that made them: a file that comes from elsewhere has none. */
static void
tell_history (RingWindow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));

  if (!ring_workfile_has_history (self->workfile)
      && ring_drawing_count_items (drawing, RING_ITEM_STROKE) > 0)
    ring_window_toast (self, _("Opened without earlier steps to undo: none are kept here for this file"));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  gboolean told = opening->window->opening == opening->workfile;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (opening->window));
  RingWindow *window = opening->window;
  g_autoptr (GError) error = NULL;

  if (told)
    ring_window_hide_opening (window);
  if (!ring_workfile_load_finish (opening->workfile, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ring_window_show_message (window, GTK_MESSAGE_ERROR, error->message, NULL);
    }
  else if (application != NULL)
    {
      if (!ring_window_is_untouched (window))
        window = ring_window_new (application);
      ring_window_set_workfile (window, opening->workfile);
      show_fitting_view (window);
      tell_history (window);
      gtk_window_present (GTK_WINDOW (window));
      ring_window_add_recent (opening->file);
    }
  opening_free (opening);
}

/* Another program that died may have left newer work on this very file. */
static gboolean
restore_left (RingWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *left = ring_restore_find (file);
  RingWindow *window = self;

  if (left == NULL)
    return FALSE;
  if (!ring_window_is_untouched (self) && application != NULL)
    window = ring_window_new (application);
  ring_window_restore (window, left);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

void
ring_window_open (RingWindow *self, GFile *file)
{
  RingWindow *other;
  Opening *opening;
  g_autoptr (GCancellable) cancellable = NULL;

  g_return_if_fail (RING_IS_WINDOW (self));

  other = find_window (self, file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  if (restore_left (self, file))
    return;
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->workfile = ring_window_make_workfile ();
  opening->file = g_object_ref (file);
  cancellable = g_cancellable_new ();
  ring_window_show_opening (self, opening->workfile, file, cancellable);
  ring_workfile_load_async (opening->workfile, file, cancellable, loaded_cb, opening);
}

/* Saving. */

/* Log-out waits for a file on its way to the disk. */
static void
hold_end (RingWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self),
                                               GTK_APPLICATION_INHIBIT_LOGOUT,
                                               _("A design is being saved"));
}

static void
release_end (RingWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited != 0)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RingWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  release_end (self);
  if (ring_workfile_save_finish (RING_WORKFILE (source), result, &error))
    {
      ring_window_show_message (self, GTK_MESSAGE_INFO, NULL, NULL);
      ring_window_hide_restored (self);
      ring_window_add_recent (ring_workfile_get_file (self->workfile));
      if (self->close_when_saved)
        {
          self->discard = TRUE;
          gtk_window_close (GTK_WINDOW (self));
        }
      else if (self->kept != NULL)
        ring_window_tell_kept (self);
      else
        ring_window_toast (self, _("Saved"));
    }
  else if (g_error_matches (error, RING_ERROR, RING_ERROR_CHANGED))
    ring_window_ask_conflict (self);
  else
    {
      self->close_when_saved = FALSE;
      g_clear_object (&self->kept);
      ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
      gtk_widget_set_visible (self->info_save_as, TRUE);
    }
  ring_window_update_actions (self);
  ring_window_update_title (self);
}

void
ring_window_save_to (RingWindow *self, GFile *file, gboolean force)
{
  if (self->saving)
    return;
  self->saving = TRUE;
  hold_end (self);
  ring_window_update_actions (self);
  ring_workfile_save_async (self->workfile, file, force, NULL, saved_cb, g_object_ref (self));
}

static void
left_out_response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  if (g_str_equal (response, "save"))
    {
      self->left_out_agreed = TRUE;
      ring_window_save (self);
    }
  else if (g_str_equal (response, "save-as"))
    ring_window_choose_save (self);
  else
    self->close_when_saved = FALSE;
}

static void
ask_left_out (RingWindow *self)
{
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Without What Was Left Out?"),
                                   _("This file held scripts, links or references to other files. "
                                     "They were left out when it was opened, and saving removes "
                                     "them from the file."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "save", _("_Save Without Them"),
                                    "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (left_out_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ring_window_save (RingWindow *self)
{
  const RingLoadReport *report = ring_workfile_get_report (self->workfile);

  if (ring_workfile_get_file (self->workfile) == NULL
      || ring_design_get_read_only (ring_window_get_design (self)))
    ring_window_choose_save (self);
  else if (report != NULL && ring_load_report_get_left_out (report) && !self->left_out_agreed
           && ring_design_get_modified (ring_window_get_design (self)))
    ask_left_out (self);
  else
    ring_window_save_to (self, NULL, FALSE);
}

/* Choosers. */

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_files (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
open_response_cb (GtkNativeDialog *native, int response, RingWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          ring_window_open (self, file);
        }
    }
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

void
ring_window_choose_open (RingWindow *self)
{
  const char *const designs[] = { "ring.svg", "ring.svgz", NULL };
  const char *const pictures[] = { "svg", "svgz", NULL };
  GtkFileChooserNative *native;

  native = gtk_file_chooser_native_new (_("Open a Design"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  add_filter (GTK_FILE_CHOOSER (native), _("Ring Designs"), designs);
  add_filter (GTK_FILE_CHOOSER (native), _("SVG Pictures"), pictures);
  add_all_files (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* The ending once: neither missing nor twice. */
static GFile *
with_design_suffix (GFile *file, gboolean *changed)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  *changed = FALSE;
  if (g_str_has_suffix (lower, DESIGN_SUFFIX) || g_str_has_suffix (lower, ".ring.svgz")
      || folder == NULL)
    return g_object_ref (file);
  *changed = TRUE;
  if (g_str_has_suffix (lower, ".svg"))
    name[strlen (name) - 4] = '\0';
  full = g_strconcat (name, DESIGN_SUFFIX, NULL);
  return g_file_get_child (folder, full);
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "ring-file");

  if (g_str_equal (response, "replace"))
    ring_window_save_to (self, file, TRUE);
  else
    self->close_when_saved = FALSE;
}

/* The chooser asked about the name that was typed, not about the one with the ending. */
static void
ask_replace (RingWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Replace File?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” is there already. Replacing it overwrites what it holds."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ring-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_response_cb (GtkNativeDialog *native, int response, RingWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      gboolean changed;
      g_autoptr (GFile) file = with_design_suffix (chosen, &changed);

      if (changed && g_file_query_exists (file, NULL))
        ask_replace (self, file);
      else
        ring_window_save_to (self, file, TRUE);
    }
  else
    self->close_when_saved = FALSE;
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

void
ring_window_choose_save (RingWindow *self)
{
  const char *const designs[] = { "ring.svg", "ring.svgz", NULL };
  GFile *file = ring_workfile_get_file (self->workfile);
  GtkFileChooserNative *native;

  native = gtk_file_chooser_native_new (_("Save the Design"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  add_filter (GTK_FILE_CHOOSER (native), _("Ring Designs"), designs);
  add_all_files (GTK_FILE_CHOOSER (native));
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (native), file, NULL);
  else
    {
      g_autofree char *name = g_strconcat (ring_workfile_get_title (self->workfile), DESIGN_SUFFIX,
                                           NULL);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* Closing. */

/* Closes the window by the answer to DIALOG. GTK 4.8 lets a dialog that is going away already keep
 * its parent's address, and looks there when the answer has been told: the window would be gone. */
void
ring_window_close_by (RingWindow *self, AdwMessageDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      self->discard = TRUE;
      ring_workfile_let_go (self->workfile);
      ring_window_close_by (self, dialog);
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_when_saved = TRUE;
      ring_window_save (self);
    }
}

gboolean
ring_window_ask_close (RingWindow *self)
{
  GtkWidget *dialog;

  /* A file on its way to the disk is waited for. */
  if (self->saving)
    {
      self->close_when_saved = TRUE;
      return TRUE;
    }
  if (!ring_design_get_modified (ring_window_get_design (self)))
    return FALSE;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” has changes that are not saved. What is not saved will "
                                    "be lost."),
                                  ring_workfile_get_title (self->workfile));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
