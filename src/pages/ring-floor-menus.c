/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-menus.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-text.h"
#include "ring-menu-frame.h"
#include "ring-parts.h"
#include "ring-preview.h"

/* Of an option's picture, pixels. */
#define PICTURE_WIDTH 116
#define PICTURE_HEIGHT 84
#define MOST_COLUMNS 8

struct _RingFloorMenus
{
  AdwBin parent_instance;

  RingCatalogueArt *art;
  RingChoice choice;
  guint menu;       /* that is shown */
  guint next;       /* of an idle source: the next menu comes when the tile is let go of */
  gboolean showing; /* the buttons follow the choice just now */
  GPtrArray *tabs, *values; /* of the menus: buttons, and the labels in them */
  GPtrArray *tiles, *pictures, *prices; /* of the options of this one; a size has no picture */

  GtkWidget *preview, *grid, *scrolled;
};

G_DEFINE_FINAL_TYPE (RingFloorMenus, ring_floor_menus, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RingCatalogue *
get_catalogue (RingFloorMenus *self)
{
  return ring_catalogue_art_get_catalogue (self->art);
}

static const RingMenu *
get_menu (RingFloorMenus *self)
{
  return ring_catalogue_get_menu (get_catalogue (self), self->menu);
}

/* ------------------------------------------------------------------------- what is shown */

static void
show_preview (RingFloorMenus *self)
{
  g_auto (GStrv) chosen = ring_catalogue_text_chosen (get_catalogue (self), &self->choice);
  g_autofree char *words = g_strjoinv (", ", chosen);

  ring_preview_set_choice (RING_PREVIEW (self->preview), &self->choice, RING_MENU_VIEW);
  ring_preview_set_description (RING_PREVIEW (self->preview), words);
}

static void
show_tabs (RingFloorMenus *self)
{
  for (guint i = 0; i < self->tabs->len; i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (get_catalogue (self), i);
      const char *value = menu->options[self->choice.option[i]].label;
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), menu->label, value);

      gtk_label_set_text (g_ptr_array_index (self->values, i), value);
      ring_parts_name (g_ptr_array_index (self->tabs, i), name);
      gtk_toggle_button_set_active (g_ptr_array_index (self->tabs, i), i == self->menu);
    }
}

/* What an option does to the price, and what it looks like together with the others. One that is not made with them
 * cannot be had. */
static void
show_tiles (RingFloorMenus *self)
{
  RingRect largest = RING_RECT_EMPTY;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (self->tiles, i);
      GtkWidget *picture = g_ptr_array_index (self->pictures, i);
      const RingOption *option = &get_menu (self)->options[i];
      RingChoice choice = self->choice;
      g_autofree char *price = ring_catalogue_text_difference (get_catalogue (self), &self->choice, self->menu, i);
      g_autofree char *name = g_strconcat (option->label, price[0] != '\0' ? ", " : "", price, NULL);

      choice.option[self->menu] = i;
      gtk_widget_set_sensitive (tile, ring_catalogue_is_made (get_catalogue (self), &choice, NULL));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), i == self->choice.option[self->menu]);
      gtk_label_set_text (g_ptr_array_index (self->prices, i), price);
      ring_parts_name (tile, name);
      if (picture == NULL)
        continue;
      ring_preview_set_frame (RING_PREVIEW (picture), ring_menu_frame (self->art, &choice, self->menu, &largest));
      ring_preview_set_choice (RING_PREVIEW (picture), &choice, RING_MENU_VIEW);
    }
}

static void
show_all (RingFloorMenus *self)
{
  self->showing = TRUE;
  show_preview (self);
  show_tabs (self);
  show_tiles (self);
  self->showing = FALSE;
}

/* ------------------------------------------------------------------------- a menu */

static void show_menu (RingFloorMenus *self, guint menu);

/* The tile that is tapped cannot go while it is. */
static gboolean
next_cb (gpointer data)
{
  RingFloorMenus *self = data;

  self->next = 0;
  if (self->menu + 1 < self->tabs->len)
    show_menu (self, self->menu + 1);
  return G_SOURCE_REMOVE;
}

static void
tile_cb (RingFloorMenus *self, GtkWidget *tile)
{
  guint option = 0;

  if (self->showing || !g_ptr_array_find (self->tiles, tile, &option))
    return;
  self->choice.option[self->menu] = option;
  self->choice.limited = FALSE;
  self->choice.limited = ring_choice_is_limited (get_catalogue (self), &self->choice);
  show_all (self);
  if (self->next == 0)
    self->next = g_idle_add (next_cb, self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
new_tile (RingFloorMenus *self, const RingOption *option)
{
  GtkWidget *tile = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (option->label);
  GtkWidget *price = gtk_label_new ("");
  gboolean pictured = !g_str_equal (get_menu (self)->id, "ring-size");
  GtkWidget *picture = pictured ? ring_preview_new () : NULL;

  if (pictured)
    {
      ring_preview_set_size (RING_PREVIEW (picture), PICTURE_WIDTH, PICTURE_HEIGHT);
      ring_preview_set_patient (RING_PREVIEW (picture), TRUE);
      ring_preview_set_art (RING_PREVIEW (picture), self->art);
      gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), picture);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (price, "tile-price");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), price);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_widget_add_css_class (tile, "floor-tile");
  g_signal_connect_object (tile, "clicked", G_CALLBACK (tile_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->tiles, tile);
  g_ptr_array_add (self->pictures, picture);
  g_ptr_array_add (self->prices, price);
  return tile;
}

static void
clear_tiles (RingFloorMenus *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *picture = g_ptr_array_index (self->pictures, i);

      if (picture != NULL)
        ring_preview_set_art (RING_PREVIEW (picture), NULL);
      gtk_flow_box_remove (GTK_FLOW_BOX (self->grid), gtk_widget_get_parent (g_ptr_array_index (self->tiles, i)));
    }
  g_ptr_array_set_size (self->tiles, 0);
  g_ptr_array_set_size (self->pictures, 0);
  g_ptr_array_set_size (self->prices, 0);
}

static void
show_menu (RingFloorMenus *self, guint menu)
{
  clear_tiles (self);
  self->menu = menu;
  for (guint i = 0; i < get_menu (self)->n_options; i++)
    {
      GtkWidget *tile = new_tile (self, &get_menu (self)->options[i]);

      gtk_flow_box_insert (GTK_FLOW_BOX (self->grid), tile, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);
    }
  ring_parts_name (self->grid, get_menu (self)->label);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  show_all (self);
}

static void
tab_cb (RingFloorMenus *self, GtkWidget *tab)
{
  guint menu = 0;

  if (self->showing || !g_ptr_array_find (self->tabs, tab, &menu))
    return;
  g_clear_handle_id (&self->next, g_source_remove);
  show_menu (self, menu);
}

/* ------------------------------------------------------------------------- object */

static void
ring_floor_menus_dispose (GObject *object)
{
  RingFloorMenus *self = RING_FLOOR_MENUS (object);

  g_clear_handle_id (&self->next, g_source_remove);
  if (self->grid != NULL)
    {
      clear_tiles (self);
      ring_preview_set_art (RING_PREVIEW (self->preview), NULL);
    }
  self->grid = NULL;
  G_OBJECT_CLASS (ring_floor_menus_parent_class)->dispose (object);
}

static void
ring_floor_menus_finalize (GObject *object)
{
  RingFloorMenus *self = RING_FLOOR_MENUS (object);

  g_ptr_array_unref (self->tabs);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->tiles);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->prices);
  G_OBJECT_CLASS (ring_floor_menus_parent_class)->finalize (object);
}

static void
ring_floor_menus_class_init (RingFloorMenusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_floor_menus_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_floor_menus_finalize;
  signals[CHOSEN]
      = g_signal_new ("chosen", RING_TYPE_FLOOR_MENUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_floor_menus_init (RingFloorMenus *self)
{
  self->tabs = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  self->tiles = g_ptr_array_new ();
  self->pictures = g_ptr_array_new ();
  self->prices = g_ptr_array_new ();
}

static GtkWidget *
new_tab (RingFloorMenus *self, const RingMenu *menu)
{
  GtkWidget *tab = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (menu->label);
  GtkWidget *value = gtk_label_new ("");

  gtk_widget_add_css_class (label, "tab-label");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_button_set_child (GTK_BUTTON (tab), box);
  gtk_widget_set_hexpand (tab, TRUE);
  gtk_widget_add_css_class (tab, "floor-tab");
  g_signal_connect_object (tab, "clicked", G_CALLBACK (tab_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->tabs, tab);
  g_ptr_array_add (self->values, value);
  return tab;
}

static GtkWidget *
new_column (RingFloorMenus *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (tabs), TRUE);
  gtk_widget_add_css_class (tabs, "linked");
  for (guint i = 0; i < ring_catalogue_get_n_menus (get_catalogue (self)); i++)
    gtk_box_append (GTK_BOX (tabs), new_tab (self, ring_catalogue_get_menu (get_catalogue (self), i)));
  self->grid = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->grid), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->grid), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->grid), MOST_COLUMNS);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->grid), 8);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->grid), 8);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (column), tabs);
  gtk_box_append (GTK_BOX (column), self->scrolled);
  gtk_widget_set_hexpand (column, TRUE);
  return column;
}

GtkWidget *
ring_floor_menus_new (RingCatalogueArt *art, const RingChoice *choice, gboolean upright)
{
  RingFloorMenus *self = g_object_new (RING_TYPE_FLOOR_MENUS, NULL);
  GtkWidget *box = gtk_box_new (upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *card = adw_bin_new ();

  self->art = art;
  self->choice = *choice;
  self->preview = ring_preview_new ();
  ring_preview_set_gentle (RING_PREVIEW (self->preview), TRUE);
  ring_preview_set_art (RING_PREVIEW (self->preview), art);
  ring_preview_set_frame (RING_PREVIEW (self->preview), ring_catalogue_art_get_frame (art, RING_MENU_VIEW));
  adw_bin_set_child (ADW_BIN (card), self->preview);
  gtk_widget_add_css_class (card, "floor-paper");
  gtk_widget_set_hexpand (self->preview, TRUE);
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), new_column (self));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  adw_bin_set_child (ADW_BIN (self), box);
  show_menu (self, 0);
  return GTK_WIDGET (self);
}

const RingChoice *
ring_floor_menus_get_choice (RingFloorMenus *self)
{
  g_return_val_if_fail (RING_IS_FLOOR_MENUS (self), NULL);

  return &self->choice;
}
