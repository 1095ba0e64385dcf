/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two at one file: what the window says of who else has it open, and what is asked when both have
 * saved. Neither overwrites the other unseen. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ring-clock.h"
#include "ring-compare-window.h"
#include "ring-day.h"
#include "ring-window-private.h"

/* ------------------------------------------------------------ who has it open */

/* The time of today, or the day and the time. */
static char *
write_moment (gint64 ms)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (ms / 1000);
  g_autofree char *time = when != NULL ? g_date_time_format (when, "%H:%M") : g_strdup ("");
  g_autofree char *moment = ring_clock_format (ms);
  g_autofree char *now = ring_clock_format (ring_clock_now_ms ());
  g_autofree char *day = ring_day_write_moment (moment);
  g_autofree char *today = ring_day_write_moment (now);

  if (g_str_equal (day, today))
    return g_steal_pointer (&time);
  /* Translators: a day and the time on it. */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static char *
describe_other (RingWindow *self, const RingClaimOwner *other)
{
  const char *title = ring_workfile_get_title (self->workfile);
  const char *name = other->name[0] != '\0' ? other->name : _("Somebody");
  g_autofree char *since = write_moment (other->since);

  if (other->here && other->process == getpid ())
    return g_strdup_printf (_("“%s” is open in another window as well."), title);
  if (other->since == 0 || (other->host[0] == '\0' && !other->here))
    return g_strdup_printf (_("%s has “%s” open as well."), name, title);
  if (other->here)
    return g_strdup_printf (_("%s has “%s” open on this computer as well, since %s."), name, title, since);
  return g_strdup_printf (_("%s has “%s” open on %s as well, since %s."), name, title, other->host, since);
}

static void
show_other (RingWindow *self, const RingClaimOwner *other)
{
  g_autofree char *who = describe_other (self, other);
  g_autofree char *text = g_strconcat (who, " ",
                                       self->looking ? _("Here it is read-only until it is free.")
                                                     : _("Saving overwrites nothing unseen."),
                                       NULL);

  gtk_label_set_text (self->others_label, text);
  gtk_button_set_label (GTK_BUTTON (self->others_look), self->looking ? _("_Edit Here") : _("_Read Only"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others_look), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->looking ? _("Edit this design here as well")
                                                : _("Look at this design read-only"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->others_bar), TRUE);
}

static void
set_looking (RingWindow *self, gboolean looking)
{
  self->looking = looking;
  ring_design_set_read_only (ring_window_get_design (self), looking);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (ring_workfile_load_finish (RING_WORKFILE (source), result, &error))
    ring_window_set_workfile (self, RING_WORKFILE (source));
  else
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

void
ring_window_reload (RingWindow *self, GFile *file)
{
  g_autoptr (RingWorkfile) fresh = ring_window_make_workfile ();

  ring_workfile_leave (self->workfile);
  ring_workfile_load_async (fresh, file, NULL, reloaded_cb, g_object_ref (self));
}

/* What the other one saved is shown, unless something was done here meanwhile: then saving asks. */
static void
freed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingWindow) self = data;
  RingWorkfile *workfile = RING_WORKFILE (source);

  if (!ring_workfile_look_finish (workfile, result, NULL) || workfile != self->workfile
      || !ring_workfile_has_seen_changes (workfile)
      || ring_design_get_modified (ring_window_get_design (self)))
    return;
  ring_window_reload (self, ring_workfile_get_file (workfile));
  ring_window_toast (self, _("It was saved elsewhere, and is shown as it is now"));
}

void
ring_window_update_others (RingWindow *self)
{
  const RingClaimOwner *other = self->workfile != NULL ? ring_workfile_get_other (self->workfile) : NULL;
  gboolean freed = other == NULL && gtk_widget_get_visible (GTK_WIDGET (self->others_bar));

  if (other == NULL && self->looking)
    set_looking (self, FALSE);
  ring_window_set_enabled (self, "look-only", other != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "look-only")),
                             g_variant_new_boolean (self->looking));
  if (other != NULL)
    {
      show_other (self, other);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others_bar), FALSE);
  if (freed && self->workfile != NULL && ring_workfile_get_file (self->workfile) != NULL)
    ring_workfile_look_async (self->workfile, NULL, freed_cb, g_object_ref (self));
}

/* -------------------------------------------------------------------- beside */

/* "Rubis (Ada Lovelace).ring.svg" for "Rubis.ring.svg", or with a number, so that it is new. */
static GFile *
name_beside (RingWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *title = ring_workfile_get_title (self->workfile);
  const char *person = g_get_real_name ();
  g_autofree char *who = g_strdup (person != NULL && !g_str_equal (person, "Unknown") && person[0] != '\0'
                                       ? person : g_get_user_name ());
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *ending = g_str_has_suffix (base, "z") ? ".ring.svgz" : ".ring.svg";

  g_strdelimit (who, "/\\", '-');
  for (int i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %d", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s (%s%s)%s", title, who, number, ending);
      g_autoptr (GFile) beside = g_file_get_child (folder, name);

      if (!g_file_query_exists (beside, NULL))
        return g_steal_pointer (&beside);
    }
}

/* The window goes on with a file of its own, and what the others have stays theirs. */
static void
save_beside (RingWindow *self)
{
  GFile *file = ring_workfile_get_file (self->workfile);
  g_autoptr (GFile) beside = file != NULL ? name_beside (self, file) : NULL;

  if (beside == NULL || self->saving)
    return;
  g_set_object (&self->kept, file);
  if (self->looking)
    set_looking (self, FALSE);
  ring_window_save_to (self, beside, TRUE);
}

void
ring_window_tell_kept (RingWindow *self)
{
  g_autofree char *base = g_file_get_basename (self->kept);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *uri = g_file_get_uri (self->kept);
  g_autofree char *text = g_markup_printf_escaped (_("Saved as “%s”; “%s” stays as it is"),
                                                   ring_workfile_get_title (self->workfile), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Compare"));
  adw_toast_set_action_name (toast, "win.compare-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_clear_object (&self->kept);
}

void
ring_window_others_response (RingWindow *self, int response)
{
  if (response == GTK_RESPONSE_APPLY)
    save_beside (self);
  else if (response == GTK_RESPONSE_NO)
    g_action_group_activate_action (G_ACTION_GROUP (self), "look-only", NULL);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->others_bar), FALSE);
}

/* ----------------------------------------------------------------- comparing */

static GtkWidget *
compare (RingWindow *self, RingDrawing *seen, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GFile *own = ring_workfile_get_file (self->workfile);
  GtkWidget *window
      = ring_compare_window_new_with (GTK_WINDOW (self), ring_window_get_design (self), seen,
                                      /* Translators: the version that is on the disk now. */
                                      own != NULL && g_file_equal (own, file) ? _("In the File") : name);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  RingWindow *window;
  GFile *file;
} Comparing;

static void
looked_to_compare_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Comparing *comparing = data;
  RingWindow *self = comparing->window;
  g_autoptr (GError) error = NULL;

  if (!ring_workfile_look_finish (RING_WORKFILE (source), result, &error))
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
  else if (self->workfile == RING_WORKFILE (source))
    compare (self, ring_workfile_get_seen (self->workfile), comparing->file);
  g_object_unref (comparing->window);
  g_object_unref (comparing->file);
  g_free (comparing);
}

static void
compare_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  Comparing *comparing = g_new0 (Comparing, 1);

  comparing->window = g_object_ref (self);
  comparing->file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));
  ring_workfile_look_async (self->workfile, comparing->file, looked_to_compare_cb, comparing);
}

/* ------------------------------------------------------------ both have saved */

static void ask (RingWindow *self);

/* After looking, the same question again. */
static gboolean
compared_cb (GtkWindow *window, RingWindow *self)
{
  ask (self);
  return FALSE;
}

static void
compare_first (RingWindow *self)
{
  GtkWidget *window = compare (self, ring_workfile_get_seen (self->workfile),
                               ring_workfile_get_file (self->workfile));

  g_signal_connect_object (window, "close-request", G_CALLBACK (compared_cb), self, G_CONNECT_AFTER);
}

static void
conflict_response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  if (g_str_equal (response, "overwrite"))
    ring_window_save_to (self, NULL, TRUE);
  else if (g_str_equal (response, "keep"))
    save_beside (self);
  else if (g_str_equal (response, "compare"))
    compare_first (self);
  else
    self->close_when_saved = FALSE;
}

static char *
describe_conflict (RingWindow *self, const GError *unreadable)
{
  GString *text = g_string_new (NULL);
  const RingClaimOwner *other = ring_workfile_get_other (self->workfile);

  g_string_append_printf (text, _("“%s” was saved by somebody else since it was opened here. Nothing was "
                                  "overwritten."),
                          ring_workfile_get_title (self->workfile));
  if (other != NULL)
    {
      g_autofree char *who = describe_other (self, other);

      g_string_append_printf (text, " %s", who);
    }
  if (unreadable != NULL)
    g_string_append_printf (text, "\n\n%s %s", _("What is in the file now cannot be shown:"), unreadable->message);
  g_string_append_printf (text, "\n\n%s", _("Keep both to save your drawing beside it, under a name of its own."));
  return g_string_free (text, FALSE);
}

static void
ask_with (RingWindow *self, const GError *unreadable)
{
  g_autofree char *text = describe_conflict (self, unreadable);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The File Has Changed on Disk"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "overwrite", _("_Overwrite Theirs"), NULL);
  if (unreadable == NULL)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "compare", _("Com_pare"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep Both"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask (RingWindow *self)
{
  ask_with (self, NULL);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingWindow) self = data;
  g_autoptr (GError) error = NULL;

  ring_workfile_look_finish (RING_WORKFILE (source), result, &error);
  if (self->workfile == RING_WORKFILE (source))
    ask_with (self, error);
}

void
ring_window_ask_conflict (RingWindow *self)
{
  ring_workfile_look_async (self->workfile, NULL, looked_cb, g_object_ref (self));
}

/* ------------------------------------------------------------------- actions */

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save_beside (user_data);
}

static void
look_only_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  set_looking (user_data, g_variant_get_boolean (value));
  ring_window_update_others (user_data);
}

void
ring_window_update_others_actions (RingWindow *self)
{
  ring_window_set_enabled (self, "work-on-copy", !self->saving && ring_workfile_get_file (self->workfile) != NULL);
}

void
ring_window_add_others_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "look-only", .state = "false", .change_state = look_only_cb },
    { .name = "work-on-copy", .activate = copy_cb },
    { .name = "compare-file", .activate = compare_file_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
