/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-application.h"
#include "ring-parts.h"
#include "ring-screen-scale.h"
#include "ring-settings.h"
#include "ring-window-private.h"

G_DEFINE_FINAL_TYPE (RingWindow, ring_window, ADW_TYPE_APPLICATION_WINDOW)

/* "~/Rings" rather than "/home/ada/Rings". */
static char *
folder_name (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (name, home) && (name[length] == '/' || name[length] == '\0'))
    return g_strconcat ("~", name + length, NULL);
  return g_steal_pointer (&name);
}

void
ring_window_update_title (RingWindow *self)
{
  RingDesign *design = ring_window_get_design (self);
  GFile *file = ring_workfile_get_file (self->workfile);
  const char *name = ring_workfile_get_title (self->workfile);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  title = g_strdup_printf ("%s%s", ring_design_get_modified (design) ? "• " : "", name);
  if (ring_design_get_read_only (design))
    subtitle = g_strdup (_("Read-only"));
  else
    subtitle = file != NULL ? folder_name (file) : g_strdup (_("Not saved yet"));
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
state_changed_cb (RingWindow *self)
{
  if (self->workfile == NULL)
    return;
  ring_window_update_title (self);
  ring_window_update_actions (self);
}

static void
view_changed_cb (RingWindow *self)
{
  const char *view = ring_window_get_view (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-view");

  gtk_widget_set_visible (self->panel_button, g_strcmp0 (view, "bench") == 0);
  if (g_strcmp0 (view, "difference") == 0 && self->workfile != NULL)
    ring_window_ask_library (self);
  if (action != NULL && view != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (view));
  ring_window_update_chrome (self);
}

static void
show_report (RingWindow *self, const RingLoadReport *report)
{
  guint n = report != NULL ? ring_load_report_get_n (report) : 0;
  g_autoptr (GString) details = g_string_new (NULL);
  g_autofree char *message = NULL;
  gboolean warned = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const RingNotice *notice = ring_load_report_get (report, i);

      warned = warned || notice->level != RING_NOTICE_INFO;
      if (details->len > 0)
        g_string_append_c (details, '\n');
      if (notice->line > 0)
        g_string_append_printf (details, _("Line %u: %s"), notice->line, notice->message);
      else
        g_string_append (details, notice->message);
    }
  if (n == 0)
    ring_window_show_message (self, GTK_MESSAGE_INFO, NULL, NULL);
  else if (n == 1)
    ring_window_show_message (self, warned ? GTK_MESSAGE_WARNING : GTK_MESSAGE_INFO,
                              details->str, NULL);
  else
    {
      message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%s And %u more was noticed in this file.",
                                              "%s And %u more were noticed in this file.", n - 1),
                                 ring_load_report_get (report, 0)->message, n - 1);
      ring_window_show_message (self, warned ? GTK_MESSAGE_WARNING : GTK_MESSAGE_INFO, message,
                                details->str);
    }
}

void
ring_window_set_workfile (RingWindow *self, RingWorkfile *workfile)
{
  RingDesign *design = ring_workfile_get_design (workfile);

  ring_window_close_client_view (self);
  g_set_object (&self->workfile, workfile);
  self->left_out_agreed = FALSE;
  self->looking = FALSE;
  g_signal_group_set_target (self->workfile_signals, workfile);
  g_signal_group_set_target (self->design_signals, design);
  ring_catalogue_page_set_design (self->catalogue_page, design);
  ring_bench_page_set_design (self->bench_page, design);
  ring_difference_page_set_design (self->difference_page, design, self->catalogue);
  show_report (self, ring_workfile_get_report (workfile));
  ring_window_update_others (self);
  state_changed_cb (self);
}

gboolean
ring_window_shows (RingWindow *self, RingDesign *design)
{
  return self->workfile != NULL && ring_window_get_design (self) == design;
}

gboolean
ring_window_is_untouched (RingWindow *self)
{
  RingDesign *design = ring_window_get_design (self);

  return ring_workfile_get_file (self->workfile) == NULL && !ring_design_get_modified (design)
         && !ring_design_get_can_undo (design) && !ring_design_get_can_redo (design);
}

void
ring_window_show_message (RingWindow *self,
                          GtkMessageType type,
                          const char *message,
                          const char *details)
{
  g_free (self->message);
  g_free (self->details);
  self->message = g_strdup (message);
  self->details = g_strdup (details);
  gtk_widget_set_visible (self->info_save_as, FALSE);
  if (message != NULL)
    {
      gtk_info_bar_set_message_type (self->info_bar, type);
      gtk_label_set_text (self->info_label, message);
      gtk_widget_set_visible (self->info_details, details != NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->info_bar), message != NULL);
}

static void
info_bar_response_cb (RingWindow *self, int response)
{
  if (response == GTK_RESPONSE_HELP)
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("About This File"),
                                                  self->details);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  ring_window_show_message (self, GTK_MESSAGE_INFO, NULL, NULL);
  if (response == GTK_RESPONSE_APPLY)
    ring_window_choose_save (self);
}

void
ring_window_toast (RingWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
bench_message_cb (RingWindow *self, const char *text)
{
  ring_window_toast (self, text);
}

const char *
ring_window_get_view (RingWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->stack);
}

void
ring_window_show_view (RingWindow *self, const char *view)
{
  adw_view_stack_set_visible_child_name (self->stack, view);
}

static gboolean
ring_window_close_request (GtkWindow *window)
{
  RingWindow *self = RING_WINDOW (window);

  if (!self->discard && ring_window_ask_close (self))
    return GDK_EVENT_STOP;
  ring_settings_set_window_size (gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)),
                                 gtk_window_is_maximized (window));
  ring_settings_set_view (ring_window_get_view (self));
  /* It may be a while until all of the window is gone. */
  gtk_widget_set_visible (GTK_WIDGET (self->others_bar), FALSE);
  ring_workfile_leave (self->workfile);
  return GTK_WINDOW_CLASS (ring_window_parent_class)->close_request (window);
}

static void
ring_window_dispose (GObject *object)
{
  RingWindow *self = RING_WINDOW (object);

  if (self->opening_cancellable != NULL)
    g_cancellable_cancel (self->opening_cancellable);
  ring_window_cancel_underlays (self);
  ring_window_close_client_view (self);
  g_clear_handle_id (&self->opening_timer, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_cancellable);
  if (self->workfile != NULL)
    {
      ring_window_remember_hand (self);
      g_signal_group_set_target (self->design_signals, NULL);
      g_signal_group_set_target (self->workfile_signals, NULL);
      ring_catalogue_page_set_design (self->catalogue_page, NULL);
      ring_bench_page_set_design (self->bench_page, NULL);
      ring_difference_page_set_design (self->difference_page, NULL, NULL);
    }
  g_clear_object (&self->workfile);
  g_clear_object (&self->design_signals);
  g_clear_object (&self->workfile_signals);
  g_clear_object (&self->catalogue_source);
  G_OBJECT_CLASS (ring_window_parent_class)->dispose (object);
}

static void
ring_window_finalize (GObject *object)
{
  RingWindow *self = RING_WINDOW (object);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  g_free (self->message);
  g_free (self->details);
  g_clear_object (&self->kept);
  G_OBJECT_CLASS (ring_window_parent_class)->finalize (object);
}

static void
first_frame_cb (GdkFrameClock *clock, RingWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_debug ("The first frame is painted");
}

/* tests/bench/start waits for this word. */
static void
ring_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ring_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (first_frame_cb), widget, 0);
}

static void
ring_window_class_init (RingWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_window_dispose;
  object_class->finalize = ring_window_finalize;
  widget_class->realize = ring_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = ring_window_close_request;

  g_type_ensure (RING_TYPE_CATALOGUE_PAGE);
  g_type_ensure (RING_TYPE_BENCH_PAGE);
  g_type_ensure (RING_TYPE_DIFFERENCE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RING_APP_PATH "/ui/ring-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RingWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, info_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, info_label);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, info_details);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, info_save_as);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, opening_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, opening_progress);
  gtk_widget_class_bind_template_callback (widget_class, ring_window_opening_response);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, catalogue_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, catalogue_label);
  gtk_widget_class_bind_template_callback (widget_class, ring_window_catalogue_response);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, others_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, others_label);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, others_look);
  gtk_widget_class_bind_template_callback (widget_class, ring_window_others_response);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, restored_bar);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, restored_label);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, restored_picture);
  gtk_widget_class_bind_template_callback (widget_class, ring_window_restored_response);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, catalogue_page);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, bench_page);
  gtk_widget_class_bind_template_child (widget_class, RingWindow, difference_page);
  gtk_widget_class_bind_template_callback (widget_class, info_bar_response_cb);
}

/* Work goes on; only the safety net is gone until there is room again. */
static void
journal_error_cb (RingWindow *self)
{
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->workfile, "journal-error", &message, NULL);
  if (message == NULL)
    {
      ring_window_show_message (self, GTK_MESSAGE_INFO, NULL, NULL);
      return;
    }
  text = g_strdup_printf (_("What you draw is not kept safe until you save it. %s"), message);
  ring_window_show_message (self, GTK_MESSAGE_WARNING, text, NULL);
}

static void
connect_states (RingWindow *self)
{
  const char *const design_properties[] = { "can-undo", "can-redo", "modified", "read-only" };
  const char *const workfile_properties[] = { "file", "title", "busy" };

  self->design_signals = g_signal_group_new (RING_TYPE_DESIGN);
  self->workfile_signals = g_signal_group_new (RING_TYPE_WORKFILE);
  for (guint i = 0; i < G_N_ELEMENTS (design_properties); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", design_properties[i], NULL);

      g_signal_group_connect_swapped (self->design_signals, signal, G_CALLBACK (state_changed_cb),
                                      self);
    }
  /* The step that undo names changes while can-undo stays. */
  g_signal_group_connect_swapped (self->design_signals, "changed", G_CALLBACK (state_changed_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (workfile_properties); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", workfile_properties[i], NULL);

      g_signal_group_connect_swapped (self->workfile_signals, signal, G_CALLBACK (state_changed_cb),
                                      self);
    }
  g_signal_group_connect_swapped (self->workfile_signals, "notify::other",
                                  G_CALLBACK (ring_window_update_others), self);
  g_signal_group_connect_swapped (self->workfile_signals, "notify::journal-error",
                                  G_CALLBACK (journal_error_cb), self);
}

static void
restore (RingWindow *self)
{
  int width, height;
  gboolean maximized;
  g_autofree char *view = ring_settings_get_view ();

  ring_settings_get_window_size (&width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  ring_window_show_view (self, view);
}

static void
ring_window_init (RingWindow *self)
{
  g_autoptr (RingWorkfile) workfile = ring_window_make_workfile ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
  connect_states (self);
  ring_window_add_actions (self);
  ring_screen_scale_follow (ring_bench_page_get_canvas (self->bench_page));
  g_signal_connect_object (self->bench_page, "message", G_CALLBACK (bench_message_cb), self,
                           G_CONNECT_SWAPPED);
  ring_window_set_workfile (self, workfile);
  restore (self);
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (view_changed_cb),
                           self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  ring_window_update_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (ring_window_update_recent), self, G_CONNECT_SWAPPED);
}

RingWindow *
ring_window_new (GtkApplication *application)
{
  RingWindow *self = g_object_new (RING_TYPE_WINDOW, "application", application, NULL);

  ring_window_follow_catalogue (self,
                                ring_application_get_catalogue (RING_APPLICATION (application)));
  return self;
}

RingWorkfile *
ring_window_get_workfile (RingWindow *self)
{
  return self->workfile;
}

RingDesign *
ring_window_get_design (RingWindow *self)
{
  return ring_workfile_get_design (self->workfile);
}

const char *
ring_window_get_message (RingWindow *self)
{
  return self->message;
}
