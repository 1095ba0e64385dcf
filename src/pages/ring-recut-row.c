/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-recut-row.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-recut-paint.h"

#define PICTURE_HEIGHT 110
#define MARGIN 8.0
#define LINE 1.1

struct _RingRecutRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *picture, *words, *result; /* RESULT is the row that they are in */
  RingStoneRecut recut;
  gboolean planned;
};

G_DEFINE_FINAL_TYPE (RingRecutRow, ring_recut_row, ADW_TYPE_EXPANDER_ROW)

/* On paper, as everything that is drawn, in dark style too. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingRecutRow *self = data;

  if (!self->planned)
    return;
  cairo_set_source_rgb (cr, 1, 1, 0.98);
  cairo_paint (cr);
  ring_recut_paint (cr, &self->recut, (RingRect){ MARGIN, MARGIN, width - MARGIN, height - MARGIN }, LINE,
                    0xa51d2dff);
}

static void
add_titled (RingRecutRow *self, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_work (RingRecutRow *self, RingFields *fields)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *ids[RING_N_RECUT_WORKS + 1] = { NULL };
  const char *labels[RING_N_RECUT_WORKS + 1] = { NULL };

  for (guint i = 0; i < RING_N_RECUT_WORKS; i++)
    {
      ids[i] = ring_recut_work_id ((RingRecutWork) i);
      labels[i] = ring_recut_work_label ((RingRecutWork) i);
    }
  ring_fields_bind_combo (fields, ADW_COMBO_ROW (row), "recut", ids, labels);
  add_titled (self, row, C_ ("re-cut", "Work"));
}

static void
add_cut (RingRecutRow *self, RingFields *fields)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *ids[RING_N_CUTS + 1] = { NULL };
  const char *labels[RING_N_CUTS + 1] = { NULL };

  for (guint i = 0; i < RING_N_CUTS; i++)
    {
      ids[i] = ring_cut_id ((RingCut) i);
      labels[i] = ring_cut_label ((RingCut) i);
    }
  ring_fields_bind_combo (fields, ADW_COMBO_ROW (row), "recut-cut", ids, labels);
  add_titled (self, row, C_ ("re-cut", "New cut"));
}

static void
add_sound (RingRecutRow *self, RingFields *fields, const char *name, const char *title, const char *hint)
{
  GtkWidget *row = ring_fields_new_number_row (fields, name, title, RING_CARAT_MOST_MM, 0.05, 2);

  gtk_widget_set_tooltip_text (row, hint);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_result (RingRecutRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->result = gtk_list_box_row_new ();
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  ring_parts_name (self->picture, _ ("The stone after re-cutting, and before it dashed, face up and in profile"));
  gtk_box_append (GTK_BOX (box), self->picture);
  self->words = ring_parts_add_text (box, "caption", 38);
  gtk_widget_add_css_class (box, "text-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->result), FALSE);
  gtk_widget_set_focusable (self->result, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->result), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->result);
}

static void
ring_recut_row_class_init (RingRecutRowClass *klass)
{
}

static void
ring_recut_row_init (RingRecutRow *self)
{
}

void
ring_recut_row_bind (RingRecutRow *self, RingFields *fields)
{
  g_return_if_fail (RING_IS_RECUT_ROW (self) && self->result == NULL);

  add_work (self, fields);
  add_cut (self, fields);
  add_sound (self, fields, "recut-width", C_ ("re-cut", "Sound width, mm"),
             _ ("The width that is undamaged; none means all of it"));
  add_sound (self, fields, "recut-depth", C_ ("re-cut", "Sound depth, mm"),
             _ ("The depth that is undamaged; none means all of it"));
  add_result (self);
}

void
ring_recut_row_update (RingRecutRow *self, const RingRecord *stone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *loss = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (RING_IS_RECUT_ROW (self));

  self->planned = ring_stone_recut_init (&self->recut, stone, &error);
  if (self->planned)
    {
      size = ring_stone_recut_format_size (&self->recut);
      loss = ring_stone_recut_format_loss (&self->recut);
      text = g_strdup_printf (_ ("Expected: %s.\n%s. The cutter decides."), size, loss);
    }
  gtk_label_set_text (GTK_LABEL (self->words), text != NULL ? text : error != NULL ? error->message : "");
  gtk_widget_set_visible (self->result, text != NULL || error != NULL);
  gtk_widget_set_visible (self->picture, self->planned);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), size != NULL ? size : "");
  gtk_widget_queue_draw (self->picture);
}
