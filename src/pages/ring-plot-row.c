/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-plot-row.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-plot-window.h"
#include "ring-stone-plan.h"

/* Pixels, of one side. */
#define SMALL 52
#define MARGIN 3.0
#define PIXELS_PER_MM 3.8

struct _RingPlotRow
{
  AdwActionRow parent_instance;

  RingDesign *design;
  char *stone_id;
  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (RingPlotRow, ring_plot_row, ADW_TYPE_ACTION_ROW)

/* What was marked last: after work, where something is. */
static RingPlotWhen
get_shown (RingPlotRow *self)
{
  return ring_plot_find (ring_design_get_drawing (self->design), self->stone_id, RING_PLOT_AFTER) != NULL
             ? RING_PLOT_AFTER
             : RING_PLOT_BEFORE;
}

/* On paper, as everything that is drawn, in dark style too. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingPlotRow *self = data;
  const RingDrawing *drawing;
  RingPlotWhen when;
  RingRecutSize shape;

  if (self->design == NULL)
    return;
  drawing = ring_design_get_drawing (self->design);
  when = get_shown (self);
  if (!ring_plot_get_shape (drawing, self->stone_id, when, &shape))
    return;
  cairo_set_source_rgb (cr, 1, 1, 0.98);
  cairo_paint (cr);
  for (guint side = 0; side < RING_N_PLOT_SIDES; side++)
    {
      RingRect box = { side * width / 2.0 + MARGIN, MARGIN, (side + 1) * width / 2.0 - MARGIN, height - MARGIN };
      RingMatrix place;

      ring_stone_plan_place (&shape, side, box, 0, &place);
      ring_stone_plan_paint (cr, &shape, ring_plot_find (drawing, self->stone_id, when), side, &place,
                             PIXELS_PER_MM);
    }
}

static void
activated_cb (RingPlotRow *self)
{
  RingRecutSize shape;

  if (self->design != NULL
      && ring_plot_get_shape (ring_design_get_drawing (self->design), self->stone_id, RING_PLOT_BEFORE, &shape))
    ring_plot_window_open (GTK_WIDGET (self), self->design, self->stone_id);
}

/* NULL where nothing is marked. */
static char *
describe (const RingDrawing *drawing, const char *stone_id)
{
  g_autofree char *before = ring_plot_format (ring_plot_find (drawing, stone_id, RING_PLOT_BEFORE));
  g_autofree char *after = ring_plot_format (ring_plot_find (drawing, stone_id, RING_PLOT_AFTER));

  if (after == NULL)
    return g_steal_pointer (&before);
  /* Translators: what is marked on the plan of a stone after work on it. */
  return before == NULL ? g_strdup_printf (_ ("after: %s"), after)
                        : g_strdup_printf (_ ("before: %s; after: %s"), before, after);
}

void
ring_plot_row_update (RingPlotRow *self)
{
  g_autofree char *marks = NULL;
  const RingDrawing *drawing;
  RingRecutSize shape;
  gboolean sized;

  g_return_if_fail (RING_IS_PLOT_ROW (self));

  if (self->design == NULL)
    return;
  drawing = ring_design_get_drawing (self->design);
  sized = ring_plot_get_shape (drawing, self->stone_id, RING_PLOT_BEFORE, &shape);
  marks = describe (drawing, self->stone_id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), !sized          ? _ ("The plan needs the stone’s size")
                                                      : marks != NULL ? marks
                                                                      : _ ("Mark them on its plan"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), sized);
  gtk_widget_set_visible (self->picture, sized);
  gtk_widget_queue_draw (self->picture);
}

void
ring_plot_row_set_stone (RingPlotRow *self, RingDesign *design, const char *stone_id)
{
  g_return_if_fail (RING_IS_PLOT_ROW (self));

  g_set_object (&self->design, design);
  g_free (self->stone_id);
  self->stone_id = g_strdup (stone_id);
  ring_plot_row_update (self);
}

static void
ring_plot_row_dispose (GObject *object)
{
  RingPlotRow *self = RING_PLOT_ROW (object);

  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_plot_row_parent_class)->dispose (object);
}

static void
ring_plot_row_finalize (GObject *object)
{
  g_free (RING_PLOT_ROW (object)->stone_id);
  G_OBJECT_CLASS (ring_plot_row_parent_class)->finalize (object);
}

static void
ring_plot_row_class_init (RingPlotRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_plot_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_plot_row_finalize;
}

static void
ring_plot_row_init (RingPlotRow *self)
{
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->picture), 2 * SMALL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), SMALL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->picture, "plot-small");
  ring_parts_name (self->picture, _ ("The stone’s plan, face up and from below"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->picture);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}
