/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-select-menu.h"

#include <glib/gi18n-lib.h>

#include "ring-layer-row.h"
#include "ring-pick.h"
#include "ring-underlay.h"

typedef struct
{
  const char *label;
  const char *action; /* NULL: the next section */
} Entry;

static const Entry edit_entries[] = {
  { N_ ("Cu_t"), "win.cut" },
  { N_ ("_Copy"), "win.copy" },
  { N_ ("_Paste"), "win.paste" },
  { N_ ("Paste _in Place"), "win.paste-in-place" },
  { NULL, NULL },
  { N_ ("_Duplicate"), "win.duplicate" },
  { N_ ("D_elete"), "win.delete" },
  { NULL, NULL },
  { N_ ("_Group"), "win.group" },
  { N_ ("_Ungroup"), "win.ungroup" },
  { N_ ("Un_fold Symmetry"), "win.unfold" },
  { NULL, NULL },
  { N_ ("Select _All"), "win.select-all" },
};

static const Entry order_entries[] = {
  { N_ ("To the _Front"), "win.to-front" },
  { N_ ("_Raise"), "win.raise" },
  { N_ ("_Lower"), "win.lower" },
  { N_ ("To the _Back"), "win.to-back" },
};

static const Entry turn_entries[] = {
  { N_ ("Mirror Left and _Right"), "win.mirror-horizontally" },
  { N_ ("Mirror _Up and Down"), "win.mirror-vertically" },
  { NULL, NULL },
  { N_ ("Turn to the _Left"), "win.turn-left" },
  { N_ ("Turn to the Ri_ght"), "win.turn-right" },
};

static const Entry align_entries[] = {
  { N_ ("_Left Sides"), "win.align::left" },
  { N_ ("_Middles over Each Other"), "win.align::centre" },
  { N_ ("_Right Sides"), "win.align::right" },
  { NULL, NULL },
  { N_ ("_Tops"), "win.align::top" },
  { N_ ("Middles _beside Each Other"), "win.align::middle" },
  { N_ ("B_ottoms"), "win.align::bottom" },
  { NULL, NULL },
  { N_ ("_Centre on the Finger"), "win.centre" },
};

static const Entry underlay_entries[] = {
  { N_ ("_Known Length…"), "win.known-length" },
  { N_ ("Loc_k Layer"), "win.lock-underlay" },
};

static void
end_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append (GMenu *menu, const Entry *entries, gsize n)
{
  GMenu *section = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    {
      if (entries[i].action != NULL)
        {
          g_menu_append (section, _(entries[i].label), entries[i].action);
          continue;
        }
      end_section (menu, section);
      section = g_menu_new ();
    }
  end_section (menu, section);
}

static void
append_submenu (GMenu *menu, const char *label, const Entry *entries, gsize n)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  append (submenu, entries, n);
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* Those that can be drawn on, the frontmost first, as the layer list has them. */
static void
append_layers (GMenu *menu, const RingView *view)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint l = ring_view_get_n_layers (view); l > 0; l--)
    {
      const RingLayer *layer = ring_view_get_layer (view, l - 1);
      const RingLayerHead *head = ring_layer_get_head (layer);
      g_autoptr (GMenuItem) item = g_menu_item_new (ring_layer_head_label (head), NULL);

      if (!ring_pick_is_open (layer))
        continue;
      g_menu_item_set_action_and_target (item, "win.to-layer", "s", head->id);
      g_menu_append_item (submenu, item);
    }
  g_menu_append_submenu (menu, _("Move to _Layer"), G_MENU_MODEL (submenu));
}

GMenuModel *
ring_select_menu_new (RingSelection *selection)
{
  const RingView *view = ring_selection_get_view (selection);
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  append (menu, edit_entries, G_N_ELEMENTS (edit_entries));
  if (ring_underlay_is_selected (selection))
    append (menu, underlay_entries, G_N_ELEMENTS (underlay_entries));
  append_submenu (section, _("_Order"), order_entries, G_N_ELEMENTS (order_entries));
  append_submenu (section, _("_Mirror and Turn"), turn_entries, G_N_ELEMENTS (turn_entries));
  append_submenu (section, _("Ali_gn"), align_entries, G_N_ELEMENTS (align_entries));
  if (view != NULL)
    append_layers (section, view);
  end_section (menu, section);
  return G_MENU_MODEL (menu);
}

GtkWidget *
ring_select_menu_popup (RingSelection *selection, GtkWidget *widget, double x, double y)
{
  g_autoptr (GMenuModel) model = ring_select_menu_new (selection);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}
