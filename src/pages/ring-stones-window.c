/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-stones-window-private.h"

G_DEFINE_FINAL_TYPE (RingStonesWindow, ring_stones_window, ADW_TYPE_WINDOW)

void
ring_stones_window_toast (RingStonesWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
fail (RingStonesWindow *self, const GError *error)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
}

/* ------------------------------------------------------------------------------- work */

/* What may be begun now. */
static void
update_buttons (RingStonesWindow *self)
{
  gboolean can = self->lists != NULL && self->work == NULL;

  gtk_widget_set_sensitive (self->import_button, can);
  gtk_widget_set_sensitive (self->lists_button, can && self->any_lists);
}

GCancellable *
ring_stones_window_begin_work (RingStonesWindow *self, const char *text)
{
  if (self->lists == NULL || self->work != NULL)
    return NULL;
  self->work = g_cancellable_new ();
  ring_news_bar_show_progress (self->news, text, 0, TRUE);
  update_buttons (self);
  return g_object_ref (self->work);
}

gboolean
ring_stones_window_end_work (RingStonesWindow *self, GCancellable *work, const GError *error)
{
  if (self->work != work)
    return FALSE;
  g_clear_object (&self->work);
  g_clear_handle_id (&self->work_timer, g_source_remove);
  update_buttons (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ring_news_bar_say (self->news, GTK_MESSAGE_INFO, NULL);
      ring_stones_window_toast (self, _ ("Cancelled: the lists are as they were"));
    }
  else
    ring_news_bar_say (self->news, GTK_MESSAGE_ERROR, error != NULL ? error->message : NULL);
  return error == NULL;
}

static void
cancelled_cb (RingStonesWindow *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
}

/* ----------------------------------------------------------------------------- search */

/* Owns its strings: the form may change while the search runs. */
typedef struct
{
  RingLists *lists;
  RingListsFilter filter;
  char *strings[RING_LISTS_NAME + 2];
  guint number;
} Search;

static void
search_free (Search *search)
{
  ring_lists_unref (search->lists);
  for (guint i = 0; i < G_N_ELEMENTS (search->strings); i++)
    g_free (search->strings[i]);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  GArray *ids = ring_lists_query (search->lists, &search->filter, &error);

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_count (RingStonesWindow *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stone", "%u stones", n), n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (search->number != self->query || self->lists == NULL)
    return;
  if (ids == NULL)
    {
      fail (self, error);
      return;
    }
  gtk_column_view_column_set_visible (self->fit_column, search->filter.fit_length > 0);
  ring_offer_list_set (self->found, self->lists, ids);
  show_count (self, ids->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), !self->any_lists ? "empty"
                                                             : ids->len == 0  ? "nothing"
                                                                              : "table");
  ring_stones_window_show_details (self);
}

static void
search (RingStonesWindow *self)
{
  g_autoptr (GTask) task = NULL;
  const char *words;
  Search *search;

  if (self->lists == NULL)
    return;
  search = g_new0 (Search, 1);
  search->lists = ring_lists_ref (self->lists);
  search->number = ++self->query;
  words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  ring_offer_filter_get (RING_OFFER_FILTER (self->filter), &search->filter);
  for (guint i = 0; i <= RING_LISTS_NAME; i++)
    search->filter.values[i] = search->strings[i] = g_strdup (search->filter.values[i]);
  search->filter.words = search->strings[RING_LISTS_NAME + 1] = g_strdup (words);
  task = g_task_new (self, NULL, searched_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
clear_search_cb (RingStonesWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ring_offer_filter_clear (RING_OFFER_FILTER (self->filter));
}

void
ring_stones_window_reload (RingStonesWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  if (self->lists == NULL)
    return;
  lists = ring_lists_get_lists (self->lists, &error);
  if (lists == NULL)
    {
      fail (self, error);
      return;
    }
  self->any_lists = lists->len > 0;
  update_buttons (self);
  ring_stones_window_fill_lists (self, lists);
  ring_offer_filter_set_lists (RING_OFFER_FILTER (self->filter), self->lists);
}

/* ----------------------------------------------------------------------------- opening */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  RingLists *lists = ring_lists_open (data, &error);

  if (lists != NULL)
    g_task_return_pointer (task, lists, (GDestroyNotify) ring_lists_unref);
  else
    g_task_return_error (task, error);
}

static void
say_set_aside (RingStonesWindow *self)
{
  g_autofree char *text
      = g_strdup_printf (_ ("The database of supplier lists was damaged. It is kept as “%s”, and a "
                            "new one has begun: import your lists again. Stones in designs are not "
                            "touched."),
                         ring_lists_get_set_aside (self->lists));

  ring_news_bar_say (self->news, GTK_MESSAGE_WARNING, text);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingLists) lists = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GFile) waiting = NULL;

  self->opening = FALSE;
  /* The window may have gone meanwhile. */
  if (self->found == NULL)
    return;
  if (lists == NULL)
    {
      fail (self, error);
      return;
    }
  self->lists = g_steal_pointer (&lists);
  if (ring_lists_get_set_aside (self->lists) != NULL)
    say_set_aside (self);
  ring_stones_window_reload (self);
  waiting = g_steal_pointer (&self->waiting);
  if (waiting != NULL)
    ring_stones_window_import (self, waiting);
}

static void
open_lists (RingStonesWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->opening)
    return;
  self->opening = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "opening");
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->database), g_free);
  g_task_run_in_thread (task, open_thread);
}

/* A file that turned out to be damaged is set aside by opening it again. */
static void
retry_cb (RingStonesWindow *self)
{
  ring_offer_list_set (self->found, NULL, NULL);
  g_clear_pointer (&self->lists, ring_lists_unref);
  update_buttons (self);
  open_lists (self);
}

/* ------------------------------------------------------------------------------- parts */

static GtkWidget *
new_opening (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  ring_parts_name (spinner, _ ("Opening the lists"));
  return spinner;
}

static GtkWidget *
new_stack (RingStonesWindow *self)
{
  GtkWidget *import = ring_parts_new_button (_ ("_Import a List…"),
                                             G_CALLBACK (ring_stones_window_choose_import), self);
  GtkWidget *all
      = ring_parts_new_button (_ ("_Show All Stones"), G_CALLBACK (clear_search_cb), self);
  GtkWidget *retry = ring_parts_new_button (_ ("_Try Again"), G_CALLBACK (retry_cb), self);
  const struct
  {
    const char *name;
    GtkWidget *page;
  } pages[] = {
    { "opening", new_opening () },
    { "table", ring_stones_window_new_table (self) },
    { "empty", ring_parts_new_status ("ring-gem-symbolic", _ ("No Supplier Lists Yet"),
                                      _ ("Import the CSV that a supplier sends or an exchange "
                                         "exports. Columns are found by their names."),
                                      import) },
    { "nothing", ring_parts_new_status ("edit-find-symbolic", _ ("No Stone Is Like That"),
                                        _ ("Ask for less, or import another list."), all) },
    { "error", ring_parts_new_status ("dialog-warning-symbolic", _ ("The Lists Cannot Be Shown"),
                                      NULL, retry) },
  };

  gtk_widget_add_css_class (import, "suggested-action");
  self->stack = gtk_stack_new ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_named (GTK_STACK (self->stack), pages[i].page, pages[i].name);
  self->error_page = gtk_stack_get_child_by_name (GTK_STACK (self->stack), "error");
  return self->stack;
}

static GtkWidget *
new_header (RingStonesWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->import_button
      = ring_parts_new_button (_ ("_Import…"), G_CALLBACK (ring_stones_window_choose_import), self);
  gtk_widget_set_tooltip_text (self->import_button, _ ("Import a supplier’s list (CSV)"));
  self->lists_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), self->lists_box);
  self->lists_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lists_button), _ ("_Lists"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->lists_button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lists_button), popover);
  self->search = ring_parts_new_search (_ ("Search the lists"),
                                        _ ("Words: stock or report number, place, comment …"),
                                        G_CALLBACK (search), self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->import_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->lists_button);
  update_buttons (self);
  return header;
}

static GtkWidget *
new_left (RingStonesWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->filter = ring_offer_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "offer-filter");
  gtk_box_append (GTK_BOX (box), self->filter);
  gtk_box_append (GTK_BOX (box), ring_parts_new_button (_ ("_Show All Stones"),
                                                        G_CALLBACK (clear_search_cb), self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_hexpand (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
new_right (RingStonesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), new_stack (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), ring_stones_window_new_footer (self));
  return box;
}

static gboolean
find_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_widget_grab_focus (RING_STONES_WINDOW (widget)->search);
  return TRUE;
}

/* ------------------------------------------------------------------------------- class */

static void
ring_stones_window_dispose (GObject *object)
{
  RingStonesWindow *self = RING_STONES_WINDOW (object);

  /* An import ends with its window, and takes back what it has done. */
  cancelled_cb (self);
  g_clear_object (&self->work);
  g_clear_handle_id (&self->work_timer, g_source_remove);
  self->query++;
  if (self->found != NULL)
    ring_offer_list_set (self->found, NULL, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->selection);
  g_clear_object (&self->design);
  g_clear_object (&self->waiting);
  g_clear_pointer (&self->lists, ring_lists_unref);
  G_OBJECT_CLASS (ring_stones_window_parent_class)->dispose (object);
}

static void
ring_stones_window_finalize (GObject *object)
{
  RingStonesWindow *self = RING_STONES_WINDOW (object);

  g_free (self->database);
  g_free (self->stone_id);
  g_free (self->gem_id);
  G_OBJECT_CLASS (ring_stones_window_parent_class)->finalize (object);
}

static void
ring_stones_window_class_init (RingStonesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_stones_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_stones_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, find_cb, NULL);
  g_signal_new ("attached", RING_TYPE_STONES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_stones_window_init (RingStonesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Supplier Stones"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1320, 780);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->news = RING_NEWS_BAR (ring_news_bar_new (_ ("How much of the list is read")));
  ring_parts_leave_parent (GTK_WINDOW (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (cancelled_cb), NULL);
  g_signal_connect_object (self->news, "cancelled", G_CALLBACK (cancelled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), new_left (self));
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (content), new_right (self));
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->news));
  gtk_box_append (GTK_BOX (box), content);
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

/* ------------------------------------------------------------------------------ public */

GtkWindow *
ring_stones_window_new (GtkWindow *parent, const char *database)
{
  RingStonesWindow *self = g_object_new (RING_TYPE_STONES_WINDOW, "transient-for", parent, NULL);

  self->database = g_strdup (database);
  open_lists (self);
  return GTK_WINDOW (self);
}
