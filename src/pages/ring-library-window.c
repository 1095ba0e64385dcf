/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-library-window.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-library-card.h"
#include "ring-library-follower.h"
#include "ring-news-bar.h"
#include "ring-parts.h"

struct _RingLibraryWindow
{
  AdwWindow parent_instance;

  char *index;
  RingLibrary *library; /* NULL until it is open, or when that failed */
  gboolean opening;
  GFile *folder;
  RingLibraryFollower *follower;
  guint query; /* the number of the last search */

  GListStore *items;
  GtkWidget *stack, *search, *count, *error_page;
  RingNewsBar *news;
};

G_DEFINE_FINAL_TYPE (RingLibraryWindow, ring_library_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  FOLDER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ------------------------------------------------------------------------------ showing */

static void
show_state (RingLibraryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean words = gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0';
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u design", "%u designs", n), n);
  const char *page = "empty";

  if (self->folder == NULL)
    page = "none";
  else if (n > 0)
    page = "cards";
  else if (words)
    page = "nothing";
  else if (self->library == NULL || ring_library_follower_is_reading (self->follower))
    page = "reading";
  gtk_label_set_text (GTK_LABEL (self->count), self->folder != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static gboolean
is_shown (RingLibraryWindow *self, guint i, const RingLibraryEntry *entry)
{
  g_autoptr (RingLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
  const RingLibraryEntry *shown = ring_library_item_get (item);

  return shown->id == entry->id && shown->modified_ms == entry->modified_ms;
}

/* Takes ENTRIES over. Those at the beginning and the end that are shown already stay as they are:
 * the one that is chosen stays chosen, and pictures do not blink. */
static void
show_entries (RingLibraryWindow *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint most = MIN (n, entries->len);
  guint start = 0, end = 0;

  while (start < most && is_shown (self, start, entries->pdata[start]))
    start++;
  while (end < most - start && is_shown (self, n - 1 - end, entries->pdata[entries->len - 1 - end]))
    end++;
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (i >= start && i < entries->len - end)
      g_ptr_array_add (fresh, ring_library_item_new (entries->pdata[i]));
    else
      ring_library_entry_free (entries->pdata[i]);
  g_list_store_splice (self->items, start, n - start - end, fresh->pdata, fresh->len);
  show_state (self);
}

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

static gboolean begin_anew (RingLibraryWindow *self, const GError *error);

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (source);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (search->number != self->query || self->library == NULL)
    return;
  if (entries != NULL)
    show_entries (self, entries);
  else if (!begin_anew (self, error))
    ring_news_bar_say (self->news, GTK_MESSAGE_ERROR, error->message);
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

static void
reading_cb (RingLibraryWindow *self, guint done, guint of)
{
  g_autofree char *text = g_strdup_printf (_ ("Reading designs: %u of %u"), done, of);

  ring_news_bar_show_progress (self->news, text, (double) done / of, FALSE);
  search (self);
}

static void
read_cb (RingLibraryWindow *self, const GError *error)
{
  if (begin_anew (self, error))
    return;
  ring_news_bar_say (self->news, GTK_MESSAGE_WARNING, error != NULL ? error->message : NULL);
  search (self);
}

/* ------------------------------------------------------------------------------ opening */

static void
show_folder (RingLibraryWindow *self)
{
  ring_library_follower_follow (self->follower, self->library, self->folder);
  show_state (self);
  search (self);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  RingLibrary *library = ring_library_open (data, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, (GDestroyNotify) ring_library_unref);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingLibrary) library = g_task_propagate_pointer (G_TASK (result), &error);

  self->opening = FALSE;
  /* The window may have gone meanwhile. */
  if (self->items == NULL)
    return;
  if (library == NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
      return;
    }
  self->library = g_steal_pointer (&library);
  if (ring_library_was_damaged (self->library))
    ring_news_bar_say (self->news, GTK_MESSAGE_INFO,
                       _ ("The index of the library was damaged and is made anew from the files."));
  show_folder (self);
}

static void
open_index (RingLibraryWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->opening)
    return;
  self->opening = TRUE;
  show_state (self);
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->index), g_free);
  g_task_run_in_thread (task, open_thread);
}

/* The files have all that was in a damaged index. FALSE when the error is another one. */
static gboolean
begin_anew (RingLibraryWindow *self, const GError *error)
{
  if (self->library == NULL || !g_error_matches (error, RING_ERROR, RING_ERROR_FORMAT))
    return FALSE;
  ring_library_follower_follow (self->follower, NULL, NULL);
  self->query++;
  g_clear_pointer (&self->library, ring_library_unref);
  ring_library_discard (self->index);
  open_index (self);
  return TRUE;
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
      _ ("Choose the Folder of Your Designs"), GTK_WINDOW (self),
      GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

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
  file = g_file_resolve_relative_path (self->folder, ring_library_item_get (item)->name);
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
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  view = gtk_grid_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)))),
      factory);
  gtk_grid_view_set_min_columns (GTK_GRID_VIEW (view), 2);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (view), 12);
  gtk_widget_add_css_class (view, "library");
  ring_parts_name (view, _ ("Designs"));
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
new_choose (RingLibraryWindow *self)
{
  GtkWidget *button = ring_parts_new_button (_ ("_Choose a Folder…"), G_CALLBACK (choose_cb), self);

  gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

static GtkWidget *
new_stack (RingLibraryWindow *self)
{
  GtkWidget *retry = ring_parts_new_button (_ ("_Try Again"), G_CALLBACK (open_index), self);
  const struct
  {
    const char *name;
    GtkWidget *page;
  } pages[] = {
    { "none", ring_parts_new_status (
                  "folder-symbolic", _ ("No Folder Yet"),
                  _ ("Choose the folder that your designs are saved in. Nothing in it is changed."),
                  new_choose (self)) },
    { "cards", new_cards (self) },
    { "empty",
      ring_parts_new_status ("folder-symbolic", _ ("No Designs Here"),
                             _ ("Designs that are saved in this folder appear by themselves."),
                             new_choose (self)) },
    { "nothing",
      ring_parts_new_status ("edit-find-symbolic", _ ("No Design Says That"),
                             _ ("All words are looked for, each as the start of one."), NULL) },
    { "reading", ring_parts_new_status ("folder-symbolic", _ ("Reading the Folder"), NULL, NULL) },
    { "error", ring_parts_new_status ("dialog-warning-symbolic", _ ("The Library Cannot Be Shown"),
                                      NULL, retry) },
  };

  self->stack = gtk_stack_new ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_named (GTK_STACK (self->stack), pages[i].page, pages[i].name);
  self->error_page = gtk_stack_get_child_by_name (GTK_STACK (self->stack), "error");
  return self->stack;
}

static GtkWidget *
new_header (RingLibraryWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *folder = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_widget_set_tooltip_text (folder, _ ("Choose another folder"));
  ring_parts_name (folder, _ ("Choose another folder"));
  g_signal_connect_object (folder, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->search = ring_parts_new_search (_ ("Search the designs"),
                                        _ ("Words in any design: client, stone, what was said …"),
                                        G_CALLBACK (search), self);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), folder);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->count);
  return header;
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

  ring_library_follower_follow (self->follower, NULL, NULL);
  self->query++;
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
  RingLibraryWindow *self = RING_LIBRARY_WINDOW (object);

  g_object_unref (self->follower);
  g_free (self->index);
  G_OBJECT_CLASS (ring_library_window_parent_class)->finalize (object);
}

static void
ring_library_window_class_init (RingLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_library_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_library_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, find_cb, NULL);
  signals[OPEN] = g_signal_new ("open", RING_TYPE_LIBRARY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[FOLDER_CHANGED]
      = g_signal_new ("folder-changed", RING_TYPE_LIBRARY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_library_window_init (RingLibraryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->items = g_list_store_new (RING_TYPE_LIBRARY_ITEM);
  self->follower = ring_library_follower_new ();
  g_signal_connect_object (self->follower, "reading", G_CALLBACK (reading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->follower, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  self->news = RING_NEWS_BAR (ring_news_bar_new (_ ("How many designs are read")));
  ring_parts_leave_parent (GTK_WINDOW (self));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Library"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1120, 760);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->news));
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

  if (folder != NULL && (self->folder == NULL || !g_file_equal (folder, self->folder)))
    {
      g_set_object (&self->folder, folder);
      g_list_store_remove_all (self->items);
      ring_news_bar_say (self->news, GTK_MESSAGE_INFO, NULL);
      uri = g_file_get_uri (folder);
      g_signal_emit (self, signals[FOLDER_CHANGED], 0, uri);
    }
  else if (self->library != NULL)
    {
      /* Chosen anew: it may be there again. */
      ring_library_follower_look (self->follower);
      return;
    }
  if (self->library != NULL)
    show_folder (self);
  else
    open_index (self);
}
