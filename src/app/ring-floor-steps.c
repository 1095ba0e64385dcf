/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What each step of a visit shows. */

#define G_LOG_DOMAIN "ring-app"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ring-catalogue-stage.h"
#include "ring-catalogue-text.h"
#include "ring-difference-stage.h"
#include "ring-floor-bench.h"
#include "ring-floor-compare.h"
#include "ring-floor-home.h"
#include "ring-floor-menus.h"
#include "ring-floor-private.h"
#include "ring-floor-sample.h"
#include "ring-floor-settings.h"
#include "ring-menu-frame.h"
#include "ring-parts.h"
#include "ring-preview.h"
#include "ring-take-home.h"

/* ------------------------------------------------------------------------- the visitor's ring */

/* What most people order, as far as it is made. */
void
ring_floor_begin_visit (RingFloorWindow *self, gint64 now)
{
  ring_catalogue_usual_choice (self->catalogue, &self->choice);
  if (!ring_catalogue_is_made (self->catalogue, &self->choice, NULL))
    ring_catalogue_first_choice (self->catalogue, &self->choice);
  ring_stopwatch_reset (&self->watch, now);
  ring_stopwatch_start (&self->watch, now);
}

void
ring_floor_forget (RingFloorWindow *self)
{
  g_clear_object (&self->design);
  self->choice = (RingChoice){ 0 };
  self->watch = (RingStopwatch){ 0 };
}

/* A ring of which no picture can be made still has its number, and is drawn on a bare sheet. */
void
ring_floor_carry (RingFloorWindow *self)
{
  g_autoptr (GError) error = NULL;

  ring_stopwatch_stop (&self->watch, g_get_monotonic_time ());
  g_clear_object (&self->design);
  self->design = ring_floor_bench_make_design (self->art, &self->choice, self->watch.seconds, self->upright, &error);
  if (self->design != NULL)
    return;
  g_message ("%s", error->message);
  self->design = ring_design_new ();
}

/* ------------------------------------------------------------------------- steps */

static RingDrawing *
get_sample (RingFloorWindow *self, guint i)
{
  return self->samples->len > 0 ? g_ptr_array_index (self->samples, i % self->samples->len) : NULL;
}

/* The rings of the samples, one after the other, and then a ring of the menus. */
static GtkWidget *
make_slide (RingFloorWindow *self)
{
  guint i = self->slide % (self->samples->len + 1);
  GtkWidget *preview;
  RingChoice choice;

  if (i < self->samples->len)
    return ring_floor_sample_new (get_sample (self, i), _ ("A ring that was drawn"));
  preview = ring_preview_new ();
  ring_catalogue_usual_choice (self->catalogue, &choice);
  ring_preview_set_art (RING_PREVIEW (preview), self->art);
  ring_preview_set_choice (RING_PREVIEW (preview), &choice, RING_MENU_VIEW);
  ring_preview_set_description (RING_PREVIEW (preview), _ ("A ring from the menus"));
  gtk_widget_set_vexpand (preview, TRUE);
  return preview;
}

/* All of it is one button: who touches anywhere has begun. */
static GtkWidget *
make_attract (RingFloorWindow *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Build a ring in one minute"));
  GtkWidget *words = gtk_label_new (_ ("and see what one that is drawn for you has more"));
  GtkWidget *begin = gtk_label_new (_ ("Touch to begin"));

  gtk_widget_add_css_class (title, "floor-title");
  gtk_widget_add_css_class (words, "floor-words");
  gtk_widget_add_css_class (begin, "floor-begin");
  gtk_widget_set_halign (begin, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_slide (self));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), begin);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "floor.begin");
  gtk_widget_add_css_class (button, "floor-paper");
  gtk_widget_add_css_class (button, "floor-card");
  ring_parts_name (button, _ ("Touch to begin"));
  return button;
}

static void
chosen_cb (RingFloorWindow *self, RingFloorMenus *menus)
{
  self->choice = *ring_floor_menus_get_choice (menus);
  ring_stopwatch_mark (&self->watch, g_get_monotonic_time ());
}

static GtkWidget *
make_menus (RingFloorWindow *self)
{
  GtkWidget *menus = ring_floor_menus_new (self->art, &self->choice, self->upright);

  g_signal_connect_object (menus, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return menus;
}

static GtkWidget *
make_compare (RingFloorWindow *self)
{
  return ring_floor_compare_new (self->art, &self->choice, ring_design_get_drawing (self->design), get_sample (self, 0),
                                 self->upright);
}

/* What the hand tried, answered in the place of what was asked of it. */
static void
tried_cb (RingFloorWindow *self, const char *what)
{
  gtk_label_set_text (GTK_LABEL (self->title),
                      g_str_equal (what, "move") ? _ ("The stone stays") : _ ("No line comes"));
  gtk_label_set_text (GTK_LABEL (self->subtitle), ring_catalogue_text_limit (what));
}

static GtkWidget *
make_try (RingFloorWindow *self)
{
  GtkWidget *stage = g_object_new (RING_TYPE_CATALOGUE_STAGE, "hexpand", TRUE, "vexpand", TRUE, NULL);

  ring_catalogue_stage_set_art (RING_CATALOGUE_STAGE (stage), self->art);
  ring_catalogue_stage_show (RING_CATALOGUE_STAGE (stage), &self->choice);
  gtk_widget_add_css_class (stage, "floor-paper");
  g_signal_connect_object (stage, "tried", G_CALLBACK (tried_cb), self, G_CONNECT_SWAPPED);
  return stage;
}

static GtkWidget *
make_difference (RingFloorWindow *self)
{
  GtkWidget *stage = g_object_new (RING_TYPE_DIFFERENCE_STAGE, "vexpand", TRUE, NULL);
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  g_autoptr (RingDifference) difference = ring_difference_new (drawing, self->catalogue);

  ring_difference_stage_set (RING_DIFFERENCE_STAGE (stage), drawing, self->art, difference);
  return stage;
}

static GtkWidget *
make_home (RingFloorWindow *self)
{
  g_autofree char *line = ring_floor_settings_get_line ();
  g_autofree char *text
      = ring_take_home_text (self->catalogue, &self->choice, ring_design_get_drawing (self->design), line);

  return ring_floor_home_new (text, FALSE, self->upright);
}

static GtkWidget *
make_thanks (RingFloorWindow *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("ring-ring-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 160);
  gtk_widget_set_vexpand (icon, TRUE);
  gtk_box_append (GTK_BOX (card), icon);
  gtk_widget_add_css_class (card, "floor-paper");
  return card;
}

GtkWidget *
ring_floor_make_step (RingFloorWindow *self)
{
  switch (self->visit.step)
    {
    case RING_VISIT_ATTRACT:
      return make_attract (self);
    case RING_VISIT_MENUS:
      return make_menus (self);
    case RING_VISIT_NUMBER:
      return make_compare (self);
    case RING_VISIT_TRY:
      return make_try (self);
    case RING_VISIT_BENCH:
      return ring_floor_bench_new (self->design);
    case RING_VISIT_DIFFERENCE:
      return make_difference (self);
    case RING_VISIT_HOME:
      return make_home (self);
    case RING_VISIT_THANKS:
      return make_thanks (self);
    }
  g_assert_not_reached ();
}

/* Threads may still hold what painted there: it lets go of the art, and of the drawing, now. */
void
ring_floor_end_step (RingFloorWindow *self, GtkWidget *widget)
{
  if (RING_IS_DIFFERENCE_STAGE (widget))
    ring_difference_stage_set (RING_DIFFERENCE_STAGE (widget), NULL, NULL, NULL);
  else if (RING_IS_CATALOGUE_STAGE (widget))
    ring_catalogue_stage_set_art (RING_CATALOGUE_STAGE (widget), NULL);
}

/* ------------------------------------------------------------------------- words */

char *
ring_floor_get_title (RingFloorWindow *self)
{
  switch (self->visit.step)
    {
    case RING_VISIT_MENUS:
      return g_strdup (_ ("Choose a ring"));
    case RING_VISIT_NUMBER:
      return ring_catalogue_text_item (self->catalogue, &self->choice);
    case RING_VISIT_TRY:
      return g_strdup (_ ("Now draw on it"));
    case RING_VISIT_BENCH:
      return g_strdup (_ ("Draw your own line over it"));
    case RING_VISIT_DIFFERENCE:
      return g_strdup (_ ("The difference"));
    case RING_VISIT_HOME:
      return g_strdup (_ ("Take it home"));
    case RING_VISIT_THANKS:
      return g_strdup (_ ("Thank you"));
    case RING_VISIT_ATTRACT:
    default:
      return g_strdup ("");
    }
}

char *
ring_floor_get_subtitle (RingFloorWindow *self)
{
  g_autofree char *keep = ring_floor_settings_get_keep ();

  switch (self->visit.step)
    {
    case RING_VISIT_MENUS:
      return ring_catalogue_text_count (self->catalogue);
    case RING_VISIT_NUMBER:
      return g_strdup (_ ("The number says everything about it. Nobody asked who will wear it, for what day, or where its "
                          "stone comes from."));
    case RING_VISIT_TRY:
      return g_strdup (_ ("Draw a line with your finger, or pull at the stone."));
    case RING_VISIT_BENCH:
      return g_strdup (keep != NULL ? _ ("With finger or pen. The shop keeps what is drawn here.")
                                    : _ ("With finger or pen. The ring from the menus lies under the sheet."));
    case RING_VISIT_DIFFERENCE:
      return g_strdup (_ ("Pull the line in the middle to the side."));
    case RING_VISIT_HOME:
      return g_strdup (_ ("Hold the camera of your telephone on the square. It is plain text and needs no network."));
    case RING_VISIT_THANKS:
      return g_strdup (keep != NULL ? _ ("The shop keeps your drawing; all else is cleared now.")
                                    : _ ("All that you chose and drew here is cleared now."));
    case RING_VISIT_ATTRACT:
    default:
      return g_strdup ("");
    }
}

const char *
ring_floor_get_next (RingFloorWindow *self)
{
  static const char *const labels[RING_N_VISIT_STEPS] = {
    [RING_VISIT_MENUS] = N_ ("_Get Its Item Number"), [RING_VISIT_NUMBER] = N_ ("_Change It"),
    [RING_VISIT_TRY] = N_ ("_Draw It Yourself"),      [RING_VISIT_BENCH] = N_ ("_See the Difference"),
    [RING_VISIT_DIFFERENCE] = N_ ("_Take It Home"),   [RING_VISIT_HOME] = N_ ("_Done"),
  };
  const char *label = labels[self->visit.step];

  return label != NULL ? _ (label) : NULL;
}
