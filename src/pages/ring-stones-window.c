/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-gem-view.h"
#include "ring-number.h"
#include "ring-offer-attach.h"
#include "ring-parts.h"
#include "ring-provenance.h"
#include "ring-stone-gem.h"
#include "ring-stone.h"
#include "ring-stones-window-private.h"

G_DEFINE_FINAL_TYPE (RingStonesWindow, ring_stones_window, ADW_TYPE_WINDOW)

enum
{
  ATTACHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
ring_stones_window_toast (RingStonesWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
ring_stones_window_say (RingStonesWindow *self, GtkMessageType type, const char *text)
{
  gtk_info_bar_set_message_type (self->bar, type);
  gtk_label_set_text (GTK_LABEL (self->bar_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->bar_progress, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->bar_button), _ ("_Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), text != NULL);
}

void
ring_stones_window_fail (RingStonesWindow *self, const GError *error)
{
  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
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
update_details (RingStonesWindow *self)
{
  RingOfferItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = item != NULL ? ring_stones_describe (ring_offer_item_get (item)) : NULL;
  gboolean can = item != NULL && self->design != NULL;

  gtk_label_set_text (GTK_LABEL (self->details), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->details, text);
  gtk_widget_set_sensitive (self->attach_new, can);
  gtk_widget_set_sensitive (self->attach_card, can);
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
      ring_stones_window_fail (self, error);
      return;
    }
  self->fitting = search->filter.fit_length > 0;
  gtk_column_view_column_set_visible (self->fit_column, self->fitting);
  ring_offer_list_set (self->found, self->lists, ids);
  show_count (self, ids->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), !self->any_lists ? "empty"
                                                             : ids->len == 0  ? "nothing"
                                                                              : "table");
  update_details (self);
}

static void
search (RingStonesWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (self->lists == NULL)
    return;
  search = g_new0 (Search, 1);
  search->lists = ring_lists_ref (self->lists);
  search->number = ++self->query;
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
      ring_stones_window_fail (self, error);
      return;
    }
  self->any_lists = lists->len > 0;
  gtk_widget_set_sensitive (self->lists_button, self->any_lists);
  ring_stones_window_fill_lists (self);
  ring_offer_filter_set_lists (RING_OFFER_FILTER (self->filter), self->lists);
}

/* ----------------------------------------------------------------------------- opening */

typedef struct
{
  RingLists *lists;
  char *set_aside;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->lists, ring_lists_unref);
  g_free (opened->set_aside);
  g_free (opened);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opened *opened = g_new0 (Opened, 1);
  GError *error = NULL;

  opened->lists = ring_lists_open (data, &opened->set_aside, &error);
  if (opened->lists != NULL)
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
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);

  self->opening = FALSE;
  /* The window may have gone meanwhile. */
  if (self->found == NULL)
    {
      g_clear_pointer (&opened, opened_free);
      return;
    }
  if (opened == NULL)
    {
      ring_stones_window_fail (self, error);
      return;
    }
  g_clear_pointer (&self->lists, ring_lists_unref);
  self->lists = g_steal_pointer (&opened->lists);
  gtk_widget_set_sensitive (self->import_button, TRUE);
  if (opened->set_aside != NULL)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("The database of supplier lists was damaged. It is kept as “%s”, and a new one "
                                "has begun: import your lists again. Stones in designs are not touched."),
                             opened->set_aside);

      ring_stones_window_say (self, GTK_MESSAGE_WARNING, text);
    }
  opened_free (opened);
  ring_stones_window_reload (self);
  if (self->waiting != NULL)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->waiting);

      ring_stones_window_import (self, file);
    }
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
  open_lists (self);
}

/* ----------------------------------------------------------------------------- attaching */

static void
attach (RingStonesWindow *self, const char *stone_id, const char *gem_id)
{
  RingOfferItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (item == NULL || self->design == NULL || ring_offer_item_get (item)->carat <= 0)
    return;
  id = ring_offer_attach (self->design, ring_offer_item_get (item), stone_id, gem_id, &error);
  if (id == NULL)
    {
      ring_stones_window_say (self, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  ring_stones_window_toast (self, stone_id != NULL ? _ ("The card tells of this stone now")
                                                   : _ ("Attached to the design as a new card"));
  g_signal_emit (self, signals[ATTACHED], 0, id);
}

static void
attach_new_cb (RingStonesWindow *self)
{
  /* A gem without a card gets this one. */
  attach (self, NULL, self->stone_id == NULL ? self->gem_id : NULL);
}

static void
attach_card_cb (RingStonesWindow *self)
{
  attach (self, self->stone_id, NULL);
}

static void
row_activated_cb (RingStonesWindow *self)
{
  if (gtk_widget_get_visible (self->attach_card))
    attach_card_cb (self);
  else
    attach_new_cb (self);
}

/* What is looked for, and what the button for the card says. */
static void
update_target (RingStonesWindow *self)
{
  RingDrawing *drawing = self->design != NULL ? ring_design_get_drawing (self->design) : NULL;
  const RingRecord *stone = drawing != NULL && self->stone_id != NULL
                                ? ring_drawing_find_record (drawing, RING_RECORD_STONE, self->stone_id)
                                : NULL;
  const RingRecord *record = drawing != NULL && self->gem_id != NULL
                                 ? ring_drawing_find_record (drawing, RING_RECORD_GEM, self->gem_id)
                                 : NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  RingGem gem;

  if (stone == NULL)
    g_clear_pointer (&self->stone_id, g_free);
  gtk_widget_set_visible (self->attach_card, stone != NULL);
  if (stone != NULL)
    {
      g_autofree char *called = ring_provenance_label (stone);

      name = g_strdup_printf (_ ("Attach to “%s”"), called);
      gtk_button_set_label (GTK_BUTTON (self->attach_card), name);
    }
  self->seat_length = self->seat_width = 0;
  if (record != NULL && ring_gem_init (&gem, record))
    {
      g_autofree char *length = ring_number_format (gem.length, 2);
      g_autofree char *width = ring_number_format (gem.width, 2);

      self->seat_length = gem.length;
      self->seat_width = gem.width;
      label = g_strdup_printf (_ ("%s %s × %s mm, as drawn"), ring_cut_label (gem.cut), length, width);
      ring_offer_filter_set_seat (RING_OFFER_FILTER (self->filter), (int) gem.cut, gem.length, gem.width,
                                  label);
    }
  else
    ring_offer_filter_set_seat (RING_OFFER_FILTER (self->filter), -1, 0, 0, NULL);
  update_details (self);
}

/* ------------------------------------------------------------------------------- parts */

static void
bar_button_cb (RingStonesWindow *self)
{
  if (self->import != NULL)
    ring_stones_window_cancel_import (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static GtkWidget *
new_bar (RingStonesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->bar_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->bar_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->bar_label), 0);
  gtk_widget_set_hexpand (self->bar_label, TRUE);
  self->bar_progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->bar_progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->bar_progress, 180, -1);
  ring_parts_name (self->bar_progress, _ ("How much of the list is read"));
  self->bar_button = gtk_button_new_with_mnemonic (_ ("_Close"));
  gtk_widget_set_valign (self->bar_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->bar_button, "clicked", G_CALLBACK (bar_button_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->bar_label);
  gtk_box_append (GTK_BOX (box), self->bar_progress);
  gtk_box_append (GTK_BOX (box), self->bar_button);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_info_bar_add_child (self->bar, box);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  return GTK_WIDGET (self->bar);
}

static GtkWidget *
new_status (const char *icon, const char *title, const char *description, GtkWidget *button)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  if (button != NULL)
    {
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
new_button (RingStonesWindow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

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

static void
fill_stack (RingStonesWindow *self)
{
  GtkWidget *import = new_button (self, _ ("_Import a List…"), G_CALLBACK (ring_stones_window_choose_import));

  gtk_widget_add_css_class (import, "suggested-action");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_opening (), "opening");
  gtk_stack_add_named (GTK_STACK (self->stack), ring_stones_window_new_table (self), "table");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status ("ring-gem-symbolic", _ ("No Supplier Lists Yet"),
                                   _ ("Import the CSV that a supplier sends or an exchange exports. Columns are "
                                      "found by their names."),
                                   import),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status ("edit-find-symbolic", _ ("No Stone Is Like That"),
                                   _ ("Ask for less, or import another list."),
                                   new_button (self, _ ("_Show All Stones"), G_CALLBACK (clear_search_cb))),
                       "nothing");
  self->error_page = new_status ("dialog-warning-symbolic", _ ("The Lists Cannot Be Shown"), "",
                                 new_button (self, _ ("_Try Again"), G_CALLBACK (retry_cb)));
  gtk_stack_add_named (GTK_STACK (self->stack), self->error_page, "error");
}

static GtkWidget *
new_footer (RingStonesWindow *self)
{
  GtkWidget *footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->count = ring_parts_new_label ("");
  gtk_widget_add_css_class (self->count, "heading");
  self->details = ring_parts_new_label ("");
  gtk_label_set_wrap (GTK_LABEL (self->details), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->details), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->details), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->details), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (self->details), TRUE);
  gtk_widget_set_size_request (self->details, -1, 50);
  gtk_label_set_yalign (GTK_LABEL (self->details), 0);
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->count);
  gtk_box_append (GTK_BOX (words), self->details);
  self->attach_card = new_button (self, "", G_CALLBACK (attach_card_cb));
  self->attach_new = new_button (self, _ ("Attach as _New Stone"), G_CALLBACK (attach_new_cb));
  gtk_button_set_use_underline (GTK_BUTTON (self->attach_card), FALSE);
  gtk_widget_add_css_class (self->attach_new, "suggested-action");
  gtk_widget_set_valign (self->attach_card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->attach_new, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (footer, "toolbar");
  gtk_widget_add_css_class (footer, "stones-footer");
  gtk_box_append (GTK_BOX (footer), words);
  gtk_box_append (GTK_BOX (footer), self->attach_card);
  gtk_box_append (GTK_BOX (footer), self->attach_new);
  return footer;
}

static GtkWidget *
new_header (RingStonesWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->import_button = new_button (self, _ ("_Import…"), G_CALLBACK (ring_stones_window_choose_import));
  gtk_widget_set_tooltip_text (self->import_button, _ ("Import a supplier’s list (CSV)"));
  gtk_widget_set_sensitive (self->import_button, FALSE);
  self->lists_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), self->lists_box);
  self->lists_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lists_button), _ ("_Lists"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->lists_button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lists_button), popover);
  gtk_widget_set_sensitive (self->lists_button, FALSE);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text",
                _ ("Words: stock or report number, place, comment …"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 40);
  ring_parts_name (self->search, _ ("Search the lists"));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->import_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->lists_button);
  return header;
}

static GtkWidget *
new_content (RingStonesWindow *self)
{
  GtkWidget *paned = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->filter = ring_offer_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->filter);
  gtk_widget_set_hexpand (scrolled, FALSE);
  fill_stack (self);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (right), self->stack);
  gtk_box_append (GTK_BOX (right), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (right), new_footer (self));
  gtk_box_append (GTK_BOX (paned), scrolled);
  gtk_box_append (GTK_BOX (paned), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (paned), right);
  gtk_widget_set_vexpand (paned, TRUE);
  return paned;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
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

  ring_stones_window_cancel_import (self);
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
  g_free (self->import_name);
  G_OBJECT_CLASS (ring_stones_window_parent_class)->finalize (object);
}

static void
ring_stones_window_class_init (RingStonesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_stones_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_stones_window_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, find_cb, NULL);
  signals[ATTACHED] = g_signal_new ("attached", RING_TYPE_STONES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_stones_window_init (RingStonesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Supplier Stones"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1320, 780);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), new_content (self));
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_details), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  update_target (self);
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

void
ring_stones_window_set_target (RingStonesWindow *self,
                               RingDesign *design,
                               const char *stone_id,
                               const char *gem_id)
{
  g_return_if_fail (RING_IS_STONES_WINDOW (self));

  g_set_object (&self->design, design);
  g_free (self->stone_id);
  g_free (self->gem_id);
  self->stone_id = g_strdup (stone_id);
  self->gem_id = g_strdup (gem_id);
  update_target (self);
}
