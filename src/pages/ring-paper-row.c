/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-paper-row.h"

#include <glib/gi18n-lib.h>

#include "ring-paper.h"

struct _RingPaperRow
{
  AdwComboRow parent_instance;

  RingDesign *design;
  GtkToggleButton *print;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingPaperRow, ring_paper_row, ADW_TYPE_COMBO_ROW)

static void
changed_cb (RingPaperRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->showing || self->design == NULL || selected >= RING_N_PAPERS)
    return;
  ring_design_commit (self->design,
                      ring_paper_set (ring_design_get_drawing (self->design), (RingPaper) selected,
                                      gtk_toggle_button_get_active (self->print)));
  ring_paper_row_update (self);
}

void
ring_paper_row_update (RingPaperRow *self)
{
  const RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingPaper paper = ring_paper_get (drawing);
  gboolean printed = ring_paper_is_printed (drawing);

  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), paper);
  /* White paper is what printers have. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->print), paper != RING_PAPER_WHITE);
  if (paper != RING_PAPER_WHITE)
    gtk_toggle_button_set_active (self->print, printed);
  self->showing = FALSE;
}

static void
ring_paper_row_dispose (GObject *object)
{
  g_clear_object (&RING_PAPER_ROW (object)->design);
  G_OBJECT_CLASS (ring_paper_row_parent_class)->dispose (object);
}

static void
ring_paper_row_class_init (RingPaperRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_paper_row_dispose;
}

static void
ring_paper_row_init (RingPaperRow *self)
{
  const char *labels[RING_N_PAPERS + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  for (guint i = 0; i < RING_N_PAPERS; i++)
    labels[i] = g_dpgettext2 (GETTEXT_PACKAGE, "paper", ring_paper_label ((RingPaper) i));
  list = gtk_string_list_new (labels);
  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), C_ ("panel", "Paper"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  self->print = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->print), "printer-symbolic");
  gtk_toggle_button_set_active (self->print, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->print), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->print), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->print), _ ("Print the paper with the drawing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->print), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Print the paper with the drawing"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->print));
  g_signal_connect_object (self->print, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (changed_cb), NULL);
  self->showing = FALSE;
}

GtkWidget *
ring_paper_row_new (RingDesign *design)
{
  RingPaperRow *self = g_object_new (RING_TYPE_PAPER_ROW, NULL);

  self->design = g_object_ref (design);
  ring_paper_row_update (self);
  return GTK_WIDGET (self);
}
