/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-library-window.h"

#include <glib/gi18n-lib.h>

#include "ring-library-card.h"
#include "ring-parts.h"

/* Files come in bursts: an update waits until the folder rests so long, ms. */
#define REST_MS 400
/* How often what was found is shown while a folder is being read, ms. */
#define SHOW_MS 700

struct _RingLibraryWindow
{
  AdwWindow parent_instance;

  char *index;
  RingLibrary *library; /* NULL until it is open, or when that failed */
  GFile *folder;
  GFileMonitor *monitor;
  GCancellable *updating; /* NULL while the index is not being brought up to date */
  gboolean again;         /* something changed meanwhile */
  guint rest_timer, show_timer;
  guint query; /* the number of the last search */
  gint done, of; /* atomic: how far the update is */

  GListStore *items;
  GtkWidget *view, *stack, *search, *count, *folder_button, *error_page;
  GtkWidget *bar, *bar_label, *progress;
};

G_DEFINE_FINAL_TYPE (RingLibraryWindow, ring_library_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  FOLDER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say (RingLibraryWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->bar_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->bar, text != NULL);
}

/* ------------------------------------------------------------------------------ showing */

typedef struct
{
  RingLibrary *library;
  GFile *folder;
  char *words;
  guint number;
} Search;

static void
search_free (Search *search)
{
  ring_library_unref (search->library);
  g_object_unref (search->folder);
  g_free (search->words);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  GPtrArray *entries = ring_library_list (search->library, search->folder, search->words, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_state (RingLibraryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean words = gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0';
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u design", "%u designs", n), n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0                    ? "cards"
                                                             : words                  ? "nothing"
                                                             : self->updating != NULL ? "reading"
                                                                                      : "empty");
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (source);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) items = NULL;

  if (search->number != self->query || self->library == NULL)
    return;
  if (entries == NULL)
    {
      say (self, error->message);
      return;
    }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  /* The items own the entries from here on. */
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, ring_library_item_new (g_ptr_array_index (entries, i)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  show_state (self);
}

static void
search (RingLibraryWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (self->library == NULL || self->folder == NULL)
    return;
  search = g_new0 (Search, 1);
  search->library = ring_library_ref (self->library);
  search->folder = g_object_ref (self->folder);
  search->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  search->number = ++self->query;
  task = g_task_new (self, NULL, searched_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

/* ------------------------------------------------------------------------------ updating */

typedef struct
{
  RingLibraryWindow *window; /* alive as long as the task */
  RingLibrary *library;
  GFile *folder;
  guint n_changed;
} Update;

static void
update_free (Update *update)
{
  ring_library_unref (update->library);
  g_object_unref (update->folder);
  g_free (update);
}

static void
progress_cb (guint n, guint of, gpointer data)
{
  Update *update = data;

  g_atomic_int_set (&update->window->done, (int) n);
  g_atomic_int_set (&update->window->of, (int) of);
}

static void
update_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Update *update = data;
  GError *error = NULL;

  if (ring_library_update (update->library, update->folder, cancellable, progress_cb, update, &update->n_changed,
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void begin_update (RingLibraryWindow *self);

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->updating != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->updating);
  g_clear_handle_id (&self->show_timer, g_source_remove);
  gtk_widget_set_visible (self->progress, FALSE);
  say (self, done ? NULL : error->message);
  search (self);
  if (self->again)
    begin_update (self);
}

static gboolean
show_timer_cb (gpointer data)
{
  RingLibraryWindow *self = data;
  int done = g_atomic_int_get (&self->done), of = g_atomic_int_get (&self->of);
  g_autofree char *text = NULL;

  if (of == 0)
    return G_SOURCE_CONTINUE;
  text = g_strdup_printf (_ ("Reading designs: %d of %d"), done, of);
  gtk_widget_set_visible (self->progress, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) done / of);
  say (self, text);
  search (self);
  return G_SOURCE_CONTINUE;
}

static void
begin_update (RingLibraryWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Update *update;

  self->again = self->updating != NULL;
  if (self->again || self->library == NULL || self->folder == NULL)
    return;
  update = g_new0 (Update, 1);
  update->window = self;
  update->library = ring_library_ref (self->library);
  update->folder = g_object_ref (self->folder);
  g_atomic_int_set (&self->of, 0);
  self->updating = g_cancellable_new ();
  self->show_timer = g_timeout_add (SHOW_MS, show_timer_cb, self);
  task = g_task_new (self, self->updating, updated_cb, NULL);
  g_task_set_task_data (task, update, (GDestroyNotify) update_free);
  g_task_run_in_thread (task, update_thread);
}

static void
stop_update (RingLibraryWindow *self)
{
  if (self->updating != NULL)
    g_cancellable_cancel (self->updating);
  g_clear_object (&self->updating);
  g_clear_handle_id (&self->show_timer, g_source_remove);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->again = FALSE;
}

static gboolean
rest_cb (gpointer data)
{
  RingLibraryWindow *self = data;

  self->rest_timer = 0;
  begin_update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RingLibraryWindow *self)
{
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->rest_timer = g_timeout_add (REST_MS, rest_cb, self);
}

/* ------------------------------------------------------------------------------ opening */

typedef struct
{
  RingLibrary *library;
  gboolean set_aside;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->library, ring_library_unref);
  g_free (opened);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opened *opened = g_new0 (Opened, 1);
  GError *error = NULL;

  opened->library = ring_library_open (data, &opened->set_aside, &error);
  if (opened->library != NULL)
    {
      g_task_return_pointer (task, opened, (GDestroyNotify) opened_free);
      return;
    }
  opened_free (opened);
  g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);

  /* The window may have gone meanwhile. */
  if (self->items == NULL)
    {
      g_clear_pointer (&opened, opened_free);
      return;
    }
  if (opened == NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
      return;
    }
  self->library = g_steal_pointer (&opened->library);
  if (opened->set_aside)
    say (self, _ ("The index of the library was damaged and is made anew from the files."));
  opened_free (opened);
  search (self);
  begin_update (self);
}

static void
open_index (RingLibraryWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, NULL);

  g_task_set_task_data (task, g_strdup (self->index), g_free);
  g_task_run_in_thread (task, open_thread);
}

static void
chosen_cb (GtkNativeDialog *native, int response, RingLibraryWindow *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    ring_library_window_set_folder (self, folder);
  g_object_unref (native);
}

static void
choose_cb (RingLibraryWindow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _ ("Choose the Folder of Your Designs"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      _ ("_Choose"), _ ("_Cancel"));

  if (self->folder != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (native), self->folder, NULL);
  g_signal_connect_object (native, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
activated_cb (RingLibraryWindow *self, guint position)
{
  g_autoptr (RingLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  g_autoptr (GFile) file = NULL;

  if (item == NULL || self->folder == NULL)
    return;
  file = g_file_get_child (self->folder, ring_library_item_get (item)->name);
  g_signal_emit (self, signals[OPEN], 0, file);
}

/* -------------------------------------------------------------------------------- parts */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, RingLibraryWindow *self)
{
  gtk_list_item_set_child (item, ring_library_card_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, RingLibraryWindow *self)
{
  if (self->library != NULL)
    ring_library_card_set_item (RING_LIBRARY_CARD (gtk_list_item_get_child (item)), self->library,
                                gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, RingLibraryWindow *self)
{
  ring_library_card_set_item (RING_LIBRARY_CARD (gtk_list_item_get_child (item)), NULL, NULL);
}

static GtkWidget *
new_cards (RingLibraryWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (RING_TYPE_LIBRARY_ITEM);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->view = gtk_grid_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)))), factory);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (self->view), 2);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), 12);
  gtk_widget_add_css_class (self->view, "library");
  ring_parts_name (self->view, _ ("Designs"));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
new_status (RingLibraryWindow *self, const char *icon, const char *title, const char *text, gboolean choose)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  if (choose)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose a Folder…"));

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "suggested-action");
      g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  return page;
}

static GtkWidget *
new_stack (RingLibraryWindow *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status (self, "folder-symbolic", _ ("No Folder Yet"),
                                   _ ("Choose the folder that your designs are saved in. Nothing in it is changed."),
                                   TRUE),
                       "none");
  gtk_stack_add_named (GTK_STACK (self->stack), new_cards (self), "cards");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status (self, "folder-symbolic", _ ("No Designs Here"),
                                   _ ("Designs that are saved in this folder appear by themselves."), TRUE),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status (self, "edit-find-symbolic", _ ("No Design Says That"),
                                   _ ("All words are looked for, each as the start of one."), FALSE),
                       "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status (self, "folder-symbolic", _ ("Reading the Folder"), NULL, FALSE), "reading");
  self->error_page = new_status (self, "dialog-warning-symbolic", _ ("The Library Cannot Be Shown"), "", FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->error_page, "error");
  return self->stack;
}

static GtkWidget *
new_header (RingLibraryWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->folder_button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  gtk_widget_set_tooltip_text (self->folder_button, _ ("Choose another folder"));
  ring_parts_name (self->folder_button, _ ("Choose another folder"));
  g_signal_connect_object (self->folder_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Words in any design: client, stone, what was said …"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 40);
  ring_parts_name (self->search, _ ("Search the designs"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->folder_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->count);
  return header;
}

static GtkWidget *
new_bar (RingLibraryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = gtk_info_bar_new ();
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->bar), GTK_MESSAGE_OTHER);
  self->bar_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->bar_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->bar_label), 0);
  gtk_widget_set_hexpand (self->bar_label, TRUE);
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 180, -1);
  gtk_widget_set_visible (self->progress, FALSE);
  ring_parts_name (self->progress, _ ("How many designs are read"));
  gtk_box_append (GTK_BOX (box), self->bar_label);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->bar), box);
  gtk_widget_set_visible (self->bar, FALSE);
  return self->bar;
}

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
find_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_widget_grab_focus (RING_LIBRARY_WINDOW (widget)->search);
  return TRUE;
}

static void
ring_library_window_dispose (GObject *object)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (object);

  stop_update (self);
  self->query++;
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->library, ring_library_unref);
  G_OBJECT_CLASS (ring_library_window_parent_class)->dispose (object);
}

static void
ring_library_window_finalize (GObject *object)
{
  g_free (RING_LIBRARY_WINDOW (object)->index);
  G_OBJECT_CLASS (ring_library_window_parent_class)->finalize (object);
}

static void
ring_library_window_class_init (RingLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_library_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_library_window_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, find_cb, NULL);
  signals[OPEN] = g_signal_new ("open", RING_TYPE_LIBRARY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[FOLDER_CHANGED] = g_signal_new ("folder-changed", RING_TYPE_LIBRARY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_library_window_init (RingLibraryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Library"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1120, 760);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), new_stack (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWindow *
ring_library_window_new (GtkWindow *parent, const char *index)
{
  RingLibraryWindow *self = g_object_new (RING_TYPE_LIBRARY_WINDOW, "transient-for", parent, NULL);

  self->index = g_strdup (index);
  open_index (self);
  return GTK_WINDOW (self);
}

void
ring_library_window_set_folder (RingLibraryWindow *self, GFile *folder)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (RING_IS_LIBRARY_WINDOW (self));

  if (folder == NULL || (self->folder != NULL && g_file_equal (folder, self->folder)))
    {
      /* Chosen anew: it may be there again. */
      begin_update (self);
      return;
    }
  stop_update (self);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_set_object (&self->folder, folder);
  /* Where a mount cannot tell of changes, they are seen when the library is opened. */
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  uri = g_file_get_uri (folder);
  say (self, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reading");
  g_signal_emit (self, signals[FOLDER_CHANGED], 0, uri);
  search (self);
  begin_update (self);
}
