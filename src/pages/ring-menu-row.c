/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-menu-row.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-text.h"
#include "ring-menu-frame.h"
#include "ring-menu-item.h"
#include "ring-parts.h"
#include "ring-preview.h"

/* Of the pictures in the list, pixels. */
#define PICTURE_WIDTH 72
#define PICTURE_HEIGHT 60

#define DETAIL_CHARS 34

struct _RingMenuRow
{
  AdwComboRow parent_instance;

  RingCatalogueArt *art;
  guint menu;
  RingChoice choice;
  gboolean showing;      /* the row follows the choice just now */
  RingRect largest;      /* of all options: what a menu of sizes is seen in, mm; empty before it is known */
  GPtrArray *list_items; /* of GtkListItem, those that are shown */
};

G_DEFINE_FINAL_TYPE (RingMenuRow, ring_menu_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RingCatalogue *
get_catalogue (RingMenuRow *self)
{
  return ring_catalogue_art_get_catalogue (self->art);
}

static const RingMenu *
get_menu (RingMenuRow *self)
{
  return ring_catalogue_get_menu (get_catalogue (self), self->menu);
}

/* --------------------------------------------------------------------- lines of the list */

typedef struct
{
  GtkWidget *picture, *label, *detail, *price, *check;
} Line;

/* Why the option cannot be had with what else is chosen; NULL when it can. */
static const char *
get_refusal (RingMenuRow *self, const RingChoice *choice)
{
  const char *reason = NULL;

  if (ring_catalogue_is_made (get_catalogue (self), choice, &reason))
    return NULL;
  return reason != NULL ? reason : "";
}

static void
show_texts (Line *line, const char *label, const char *detail, const char *price)
{
  gtk_label_set_text (GTK_LABEL (line->label), label);
  gtk_label_set_text (GTK_LABEL (line->detail), detail);
  gtk_widget_set_visible (line->detail, detail[0] != '\0');
  gtk_label_set_text (GTK_LABEL (line->price), price);
}

static void
show_option (RingMenuRow *self, Line *line, RingMenuItem *item)
{
  RingChoice choice = self->choice;
  const char *refusal;
  g_autofree char *price = NULL;

  choice.option[self->menu] = ring_menu_item_get_option (item);
  refusal = get_refusal (self, &choice);
  price = ring_catalogue_text_difference (get_catalogue (self), &self->choice, self->menu,
                                          ring_menu_item_get_option (item));
  show_texts (line, ring_menu_item_get_label (item),
              refusal != NULL ? refusal : ring_menu_item_get_detail (item),
              refusal != NULL ? "" : price);
  gtk_widget_set_opacity (line->picture, refusal != NULL ? 0.35 : 1);
  ring_preview_set_art (RING_PREVIEW (line->picture), self->art);
  ring_preview_set_frame (RING_PREVIEW (line->picture), ring_menu_frame (self->art, &choice, self->menu, &self->largest));
  ring_preview_set_choice (RING_PREVIEW (line->picture), &choice, RING_MENU_VIEW);
}

/* What a screen reader says of the line: the same words in one sentence. */
static void
name_line (GtkListItem *list_item, Line *line)
{
  GtkWidget *widget = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  const char *detail = gtk_label_get_text (GTK_LABEL (line->detail));
  const char *price = gtk_label_get_text (GTK_LABEL (line->price));
  g_autofree char *name = g_strconcat (gtk_label_get_text (GTK_LABEL (line->label)),
                                       detail[0] != '\0' ? ", " : "", detail,
                                       price[0] != '\0' ? ", " : "", price, NULL);

  if (widget != NULL)
    ring_parts_name (widget, name);
}

static void
show_line (RingMenuRow *self, GtkListItem *list_item)
{
  Line *line = g_object_get_data (G_OBJECT (list_item), "ring-line");
  RingMenuItem *item = gtk_list_item_get_item (list_item);
  gboolean option = ring_menu_item_get_option (item) != G_MAXUINT;

  gtk_widget_set_visible (line->picture, option && !g_str_equal (get_menu (self)->id, "ring-size"));
  if (option)
    show_option (self, line, item);
  else
    show_texts (line, ring_menu_item_get_label (item), "", "");
  gtk_widget_set_opacity (line->check,
                          ring_menu_item_get_option (item) == self->choice.option[self->menu]);
  if (option)
    gtk_widget_remove_css_class (line->label, "something-else");
  else
    gtk_widget_add_css_class (line->label, "something-else");
  name_line (list_item, line);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, RingMenuRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Line *line = g_new0 (Line, 1);

  line->picture = ring_preview_new ();
  ring_preview_set_patient (RING_PREVIEW (line->picture), TRUE);
  gtk_widget_set_hexpand (line->picture, FALSE);
  gtk_widget_set_halign (line->picture, GTK_ALIGN_START);
  ring_preview_set_size (RING_PREVIEW (line->picture), PICTURE_WIDTH, PICTURE_HEIGHT);
  line->label = ring_parts_new_label (NULL);
  line->detail = ring_parts_add_text (words, "caption", DETAIL_CHARS);
  gtk_widget_add_css_class (line->detail, "dim-label");
  gtk_box_prepend (GTK_BOX (words), line->label);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  line->price = gtk_label_new (NULL);
  gtk_widget_add_css_class (line->price, "dim-label");
  gtk_widget_add_css_class (line->price, "numeric");
  line->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_box_append (GTK_BOX (box), line->picture);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), line->price);
  gtk_box_append (GTK_BOX (box), line->check);
  gtk_widget_add_css_class (box, "menu-line");
  gtk_list_item_set_child (list_item, box);
  g_object_set_data_full (G_OBJECT (list_item), "ring-line", line, g_free);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, RingMenuRow *self)
{
  g_ptr_array_add (self->list_items, list_item);
  show_line (self, list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, RingMenuRow *self)
{
  Line *line = g_object_get_data (G_OBJECT (list_item), "ring-line");

  g_ptr_array_remove (self->list_items, list_item);
  ring_preview_set_art (RING_PREVIEW (line->picture), NULL);
}

/* --------------------------------------------------------------------- the row */

/* The first descendant of TYPE, or NULL. */
static GtkWidget *
find_in (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The line of the list that shows the chosen option, while it is one of those that are there. */
static GtkWidget *
find_chosen (RingMenuRow *self)
{
  for (guint i = 0; i < self->list_items->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->list_items, i);

      if (gtk_list_item_get_position (list_item) == self->choice.option[self->menu])
        return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
    }
  return NULL;
}

/* Lines are made as the list is laid out and scrolled, so this takes some frames. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  RingMenuRow *self = user_data;
  GtkWidget *chosen = find_chosen (self);

  if (!gtk_widget_get_mapped (list))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (list) < PICTURE_HEIGHT)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", self->choice.option[self->menu]);
  if (chosen == NULL)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (chosen);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 opens a list at its beginning; who looks for the next size starts at this one. */
static void
opened_cb (GtkWidget *popover, RingMenuRow *self)
{
  GtkWidget *list = find_in (popover, GTK_TYPE_LIST_VIEW);

  if (list != NULL)
    gtk_widget_add_tick_callback (list, scroll_cb, g_object_ref (self), g_object_unref);
}

static void
selected_cb (RingMenuRow *self)
{
  RingMenuItem *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  guint option;

  if (self->showing || item == NULL)
    return;
  option = ring_menu_item_get_option (item);
  if (option == self->choice.option[self->menu])
    return;
  if (option != G_MAXUINT)
    {
      g_signal_emit (self, signals[CHOSEN], 0, option);
      return;
    }
  ring_menu_row_set_choice (self, &self->choice);
  g_signal_emit (self, signals[REFUSED], 0, get_menu (self)->id);
}

static void
ring_menu_row_finalize (GObject *object)
{
  RingMenuRow *self = RING_MENU_ROW (object);

  g_ptr_array_unref (self->list_items);
  G_OBJECT_CLASS (ring_menu_row_parent_class)->finalize (object);
}

static void
ring_menu_row_class_init (RingMenuRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_menu_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", RING_TYPE_MENU_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_MENU_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_menu_row_init (RingMenuRow *self)
{
  self->largest = RING_RECT_EMPTY;
  self->list_items = g_ptr_array_new ();
}

static GListModel *
new_model (const RingMenu *menu)
{
  GListStore *store = g_list_store_new (RING_TYPE_MENU_ITEM);
  g_autoptr (RingMenuItem) last = ring_menu_item_new (G_MAXUINT, _("Something else…"), "");

  for (guint i = 0; i < menu->n_options; i++)
    {
      g_autoptr (RingMenuItem) item
          = ring_menu_item_new (i, menu->options[i].label, menu->options[i].detail);

      g_list_store_append (store, item);
    }
  g_list_store_append (store, last);
  return G_LIST_MODEL (store);
}

GtkWidget *
ring_menu_row_new (RingCatalogueArt *art, guint menu)
{
  RingMenuRow *self = g_object_new (RING_TYPE_MENU_ROW, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) label
      = gtk_property_expression_new (RING_TYPE_MENU_ITEM, NULL, "label");
  g_autoptr (GListModel) model = NULL;
  g_autofree char *title = NULL;
  GtkWidget *popover;

  self->art = art;
  self->menu = menu;
  title = g_markup_escape_text (get_menu (self)->label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), factory);
  popover = find_in (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  if (popover != NULL)
    g_signal_connect_object (popover, "map", G_CALLBACK (opened_cb), self, 0);
  self->showing = TRUE;
  model = new_model (get_menu (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), model);
  self->showing = FALSE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return GTK_WIDGET (self);
}

void
ring_menu_row_set_choice (RingMenuRow *self, const RingChoice *choice)
{
  RingChoice old = self->choice;

  self->choice = *choice;
  if (old.limited != choice->limited)
    self->largest = RING_RECT_EMPTY;
  for (guint i = 0; i < ring_catalogue_get_n_menus (get_catalogue (self)); i++)
    if (i != self->menu && old.option[i] != choice->option[i])
      self->largest = RING_RECT_EMPTY;
  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), choice->option[self->menu]);
  self->showing = FALSE;
  for (guint i = 0; i < self->list_items->len; i++)
    show_line (self, g_ptr_array_index (self->list_items, i));
}
