/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-stage.h"

#include "ring-preview.h"

/* From so far on, pixels, a hand on the picture means to draw or to move something. */
#define LEAST_DRAG 8.0

/* The view through the finger stands in the corner, this part of the picture's width. */
#define FRONT_PART 0.19
#define FRONT_MARGIN 24

#define MAIN_VIEW "three-quarter"
#define FRONT_VIEW "front"

struct _RingCatalogueStage
{
  AdwBin parent_instance;

  RingCatalogueArt *art;
  RingChoice choice;
  gboolean answered; /* the drag that goes on */
  RingPreview *main_preview, *front_preview;

  AdwBin *main_bin, *front_bin;
  RingCatalogueAnswer *answer;
};

G_DEFINE_FINAL_TYPE (RingCatalogueStage, ring_catalogue_stage, ADW_TYPE_BIN)

enum
{
  TRIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The picture in words, for who cannot see it: the options that were chosen. */
static void
describe (RingCatalogueStage *self)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (self->art);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ring_catalogue_get_n_menus (catalogue); i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);

      if (self->choice.option[i] < menu->n_options)
        g_string_append_printf (text, "%s%s: %s", i > 0 ? ", " : "", menu->label,
                                menu->options[self->choice.option[i]].label);
    }
  ring_preview_set_description (self->main_preview, text->str);
  ring_preview_set_description (self->front_preview, text->str);
}

/* Whether the hand is on the stone. */
static gboolean
is_on_stone (RingCatalogueStage *self, double x, double y)
{
  RingMatrix m = ring_preview_get_matrix (self->main_preview);
  RingRect stone
      = ring_catalogue_art_get_part_bounds (self->art, &self->choice, MAIN_VIEW, "stone");

  return !ring_rect_is_empty (stone)
         && ring_rect_contains (ring_matrix_apply_rect (&m, stone), (RingPoint){ x, y });
}

static void
drag_begin_cb (RingCatalogueStage *self)
{
  self->answered = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RingCatalogueStage *self)
{
  double x, y;

  if (self->answered || self->art == NULL || dx * dx + dy * dy < LEAST_DRAG * LEAST_DRAG
      || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  self->answered = TRUE;
  g_signal_emit (self, signals[TRIED], 0, is_on_stone (self, x, y) ? "move" : "draw");
}

static gboolean
place_front_cb (GtkOverlay *overlay, GtkWidget *front, GdkRectangle *place, RingCatalogueStage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int least_width, least_height;

  if (!gtk_widget_is_ancestor (GTK_WIDGET (self->front_bin), front))
    return FALSE;
  gtk_widget_measure (front, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  place->width = MAX (least_width, CLAMP ((int) (width * FRONT_PART), 72, 190));
  gtk_widget_measure (front, GTK_ORIENTATION_VERTICAL, place->width, &least_height, NULL, NULL, NULL);
  place->height = MAX (least_height, (int) (place->width * 1.25));
  place->x = FRONT_MARGIN;
  if (gtk_widget_get_direction (GTK_WIDGET (overlay)) == GTK_TEXT_DIR_RTL)
    place->x = width - FRONT_MARGIN - place->width;
  place->y = gtk_widget_get_height (GTK_WIDGET (overlay)) - FRONT_MARGIN / 2 - place->height;
  return TRUE;
}

static void
ring_catalogue_stage_class_init (RingCatalogueStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TRIED] = g_signal_new ("tried", RING_TYPE_CATALOGUE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (RING_TYPE_CATALOGUE_ANSWER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-catalogue-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueStage, main_bin);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueStage, front_bin);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueStage, answer);
  gtk_widget_class_bind_template_callback (widget_class, place_front_cb);
}

static RingPreview *
add_preview (AdwBin *bin)
{
  GtkWidget *preview = ring_preview_new ();

  ring_preview_set_gentle (RING_PREVIEW (preview), TRUE);
  adw_bin_set_child (bin, preview);
  return RING_PREVIEW (preview);
}

static void
ring_catalogue_stage_init (RingCatalogueStage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->main_preview = add_preview (self->main_bin);
  self->front_preview = add_preview (self->front_bin);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->main_preview), GTK_EVENT_CONTROLLER (drag));
}

void
ring_catalogue_stage_set_art (RingCatalogueStage *self, RingCatalogueArt *art)
{
  g_return_if_fail (RING_IS_CATALOGUE_STAGE (self));

  self->art = art;
  ring_preview_set_art (self->main_preview, art);
  ring_preview_set_art (self->front_preview, art);
  ring_preview_set_frame (self->main_preview, ring_catalogue_art_get_frame (art, MAIN_VIEW));
  ring_preview_set_frame (self->front_preview, ring_catalogue_art_get_frame (art, FRONT_VIEW));
}

void
ring_catalogue_stage_show (RingCatalogueStage *self, const RingChoice *choice)
{
  g_return_if_fail (RING_IS_CATALOGUE_STAGE (self) && self->art != NULL);

  self->choice = *choice;
  describe (self);
  ring_preview_set_choice (self->main_preview, choice, MAIN_VIEW);
  ring_preview_set_choice (self->front_preview, choice, FRONT_VIEW);
}

RingCatalogueAnswer *
ring_catalogue_stage_get_answer (RingCatalogueStage *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_STAGE (self), NULL);

  return self->answer;
}
