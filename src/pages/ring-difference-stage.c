/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-difference-stage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-catalogue-text.h"
#include "ring-difference-rows.h"
#include "ring-difference-scene.h"
#include "ring-difference-view.h"
#include "ring-parts.h"

/* How long one loss takes, and the way back, ms. */
#define LOSS_MS 550
#define RELEASE_MS 700
#define LOSSES_WIDTH 290
#define NARROW_CAPTION 190

/* The pairs below the rings, by the measures that they are of. */
static const struct
{
  const char *measure, *label;
} pairs[] = {
  { "stone", N_ ("Its stone") },
  { "better", N_ ("What it does better") },
};
#define N_PAIRS G_N_ELEMENTS (pairs)

struct _RingDifferenceStage
{
  AdwBin parent_instance;

  RingDifferenceView *view;
  GtkWidget *menu_title, *menu_words, *bench_title, *bench_words;
  GtkWidget *overlay, *box, *captions[2];
  GtkWidget *losses; /* a box of labels, over the stage or below it */
  GtkWidget *button;
  GtkWidget *values[2][N_PAIRS]; /* catalogue, bench */
  AdwAnimation *animation; /* the last one; NULL before the first */
  GArray *ends; /* of double: when each loss has dropped out */
  GPtrArray *was, *becomes; /* of the losses, as markup */
  gboolean held, narrow;
  guint arranging; /* a source while it becomes narrow or wide */
  guint by_hand; /* a source until a hand's press is over for the button, too */
};

G_DEFINE_FINAL_TYPE (RingDifferenceStage, ring_difference_stage, ADW_TYPE_BIN)

/* ------------------------------------------------------------------------- losses */

static void
show_loss (RingDifferenceStage *self, GtkWidget *label, guint i, gboolean lost)
{
  const char *was = self->was->pdata[i], *becomes = self->becomes->pdata[i];
  g_autofree char *markup = NULL;

  if (gtk_widget_has_css_class (label, "lost") == lost && gtk_label_get_label (GTK_LABEL (label))[0] != '\0')
    return;
  /* Translators: what is lost, and what it becomes. */
  markup = lost ? g_strdup_printf (_ ("<s>%s</s> → %s"), was, becomes) : g_strdup (was);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (lost)
    gtk_widget_add_css_class (label, "lost");
  else
    gtk_widget_remove_css_class (label, "lost");
}

static void
show_losses (RingDifferenceStage *self)
{
  double back = ring_difference_view_get_back (self->view);
  guint i = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (self->losses); label != NULL;
       label = gtk_widget_get_next_sibling (label), i++)
    show_loss (self, label, i, back >= g_array_index (self->ends, double, i) - 1e-6);
}

static void
fill_losses (RingDifferenceStage *self, const RingDifference *difference)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->losses)) != NULL)
    gtk_box_remove (GTK_BOX (self->losses), child);
  g_array_set_size (self->ends, 0);
  g_ptr_array_set_size (self->was, 0);
  g_ptr_array_set_size (self->becomes, 0);
  for (guint i = 0; difference != NULL && i < ring_difference_get_n_losses (difference); i++)
    {
      const RingLoss *loss = ring_difference_get_loss (difference, i);
      GtkWidget *label = ring_parts_new_label ("");
      double end = ring_difference_get_loss_end (difference, i);

      g_array_append_val (self->ends, end);
      g_ptr_array_add (self->was, g_markup_escape_text (loss->was, -1));
      g_ptr_array_add (self->becomes, g_markup_escape_text (loss->becomes, -1));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
      gtk_widget_add_css_class (label, "loss");
      gtk_box_append (GTK_BOX (self->losses), label);
    }
  gtk_widget_set_visible (self->button, self->ends->len > 0);
  show_losses (self);
}

/* ------------------------------------------------------------------------- holding */

void
ring_difference_stage_hold (RingDifferenceStage *self, gboolean hold)
{
  double from, to = hold ? 1 : 0;
  guint ms;

  g_return_if_fail (RING_IS_DIFFERENCE_STAGE (self));

  if (hold == self->held)
    return;
  self->held = hold;
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  from = ring_difference_view_get_back (self->view);
  ms = (guint) (fabs (to - from) * (hold ? LOSS_MS * MAX (self->ends->len, 1) : RELEASE_MS));
  self->animation = adw_timed_animation_new (GTK_WIDGET (self->view), from, to, ms,
                                             adw_property_animation_target_new (G_OBJECT (self->view), "back"));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), hold ? ADW_LINEAR : ADW_EASE_OUT_CUBIC);
  /* Where people have switched animations off it is at its end at once. */
  adw_animation_play (self->animation);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               hold ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* The button itself takes the same press for a click, in the same event, after this. */
static gboolean
forget_hand_cb (gpointer user_data)
{
  RingDifferenceStage *self = user_data;

  self->by_hand = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RingDifferenceStage *self)
{
  gtk_widget_grab_focus (self->button);
  ring_difference_stage_hold (self, TRUE);
}

static void
end_cb (RingDifferenceStage *self)
{
  if (self->by_hand == 0)
    self->by_hand = g_idle_add (forget_hand_cb, self);
  ring_difference_stage_hold (self, FALSE);
}

static void
leave_cb (RingDifferenceStage *self)
{
  ring_difference_stage_hold (self, FALSE);
}

static gboolean
is_press (guint key)
{
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

static gboolean
key_pressed_cb (RingDifferenceStage *self, guint key)
{
  if (!is_press (key))
    return GDK_EVENT_PROPAGATE;
  ring_difference_stage_hold (self, TRUE);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (RingDifferenceStage *self, guint key)
{
  if (is_press (key))
    ring_difference_stage_hold (self, FALSE);
}

/* Keys are taken above; what is no hand's click comes from assistive tools, which cannot hold. */
static void
clicked_cb (RingDifferenceStage *self)
{
  if (self->by_hand == 0)
    ring_difference_stage_hold (self, !self->held);
}

static GtkWidget *
new_button (RingDifferenceStage *self)
{
  GtkWidget *button = ring_parts_new_button (_ ("_Put It Back on the Menu"), G_CALLBACK (clicked_cb), self);
  GtkGesture *press = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "begin", G_CALLBACK (begin_cb), self, 0);
  g_signal_connect_object (press, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "cancel", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (button, keys);
  gtk_widget_add_controller (button, focus);
  gtk_widget_set_tooltip_text (button, _ ("Hold it: what no menu keeps drops out. Let go, and all returns."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (button, 10);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "put-back");
  return button;
}

/* ------------------------------------------------------------------------- words */

static char *
say_copies (double copies)
{
  g_autofree char *number = NULL;

  if (copies <= 0)
    return g_strdup (_ ("From the menus"));
  if (copies < 1)
    return g_strdup_printf (_ ("One like it in %.0f years"), ceil (1 / copies));
  number = ring_catalogue_text_grouped ((guint64) round (copies));
  return g_strdup_printf (_ ("%s like it a year"), number);
}

static void
show_menu_words (RingDifferenceStage *self, const RingDifference *difference)
{
  const char *number = difference != NULL ? ring_difference_get_number (difference) : NULL;
  double copies = difference != NULL ? ring_difference_get_copies (difference, 0) : 0;
  double each = ring_scene_copies_each (copies);
  g_autofree char *title = say_copies (copies);
  GString *words = g_string_new (NULL);

  if (number == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->menu_title), _ ("No catalogue at hand"));
      gtk_label_set_text (GTK_LABEL (self->menu_words), "");
      g_string_free (words, TRUE);
      return;
    }
  g_string_append_printf (words, _ ("Catalogue %s"), number);
  if (copies > 0)
    g_string_append_printf (words, ". %s", _ ("From the same moulds, by the catalogue’s own figures."));
  if (each > 1)
    {
      g_string_append_c (words, ' ');
      /* Translators: %.0f is 10, 100, ... */
      g_string_append_printf (words, _ ("Each small ring stands for %.0f."), each);
    }
  gtk_label_set_text (GTK_LABEL (self->menu_title), title);
  gtk_label_set_text (GTK_LABEL (self->menu_words), words->str);
  g_string_free (words, TRUE);
}

static const RingMeasure *
find_measure (const RingDifference *difference, const char *id)
{
  for (guint i = 0; difference != NULL && i < ring_difference_get_n_measures (difference); i++)
    if (g_str_equal (ring_difference_get_measure (difference, i)->id, id))
      return ring_difference_get_measure (difference, i);
  return NULL;
}

static void
show_bench_words (RingDifferenceStage *self, const RingDrawing *drawing, const RingDifference *difference)
{
  const RingRecord *commission
      = drawing != NULL ? ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL) : NULL;
  const char *client = commission != NULL ? ring_record_get (commission, "client") : NULL;
  const RingMeasure *copies = find_measure (difference, "copies");
  gboolean drawn = difference != NULL && ring_difference_get_n_losses (difference) > 0;
  g_autofree char *forwhom = client != NULL ? g_strdup_printf (_ ("One, for %s"), client) : g_strdup (_ ("One"));
  g_autofree char *library = copies != NULL && copies->bench != NULL
                                 ? g_strdup_printf (_ ("The Bench. In this library: %s."), copies->bench)
                                 : g_strdup (_ ("The Bench. One drawing; no library was asked for copies of it."));

  gtk_label_set_text (GTK_LABEL (self->bench_title), drawn ? forwhom : _ ("Nothing drawn yet"));
  gtk_label_set_text (GTK_LABEL (self->bench_words),
                      drawn ? library : _ ("Its item number says everything about it."));
}

static void
show_pairs (RingDifferenceStage *self, const RingDifference *difference)
{
  for (guint i = 0; i < N_PAIRS; i++)
    {
      const RingMeasure *measure = find_measure (difference, pairs[i].measure);
      const char *const values[] = { measure != NULL ? measure->catalogue : NULL, measure != NULL ? measure->bench : NULL };

      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *text
              = measure != NULL ? ring_difference_value_text (measure, values[k]) : g_strdup (_ ("not recorded"));

          gtk_label_set_text (GTK_LABEL (self->values[k][i]), text);
        }
    }
}

/* ------------------------------------------------------------------------- object */

static GtkWidget *
new_words (const char *css_class, float xalign)
{
  GtkWidget *label = ring_parts_new_label ("");

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What is said of one half, in its upper corner. The halves lie left and right in every language. */
static GtkWidget *
new_caption (GtkAlign side, GtkWidget **title, GtkWidget **words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  float xalign = side == GTK_ALIGN_END ? 1 : 0;

  *title = new_words ("stage-title", xalign);
  *words = new_words ("caption", xalign);
  gtk_widget_add_css_class (*words, "stage-words");
  gtk_box_append (GTK_BOX (box), *title);
  gtk_box_append (GTK_BOX (box), *words);
  gtk_widget_set_halign (box, side);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_can_target (box, FALSE);
  gtk_widget_set_size_request (box, (int) RING_SCENE_CAPTION_WIDTH - 24, -1);
  gtk_widget_add_css_class (box, "stage-caption");
  return box;
}

static GtkWidget *
new_pairs (RingDifferenceStage *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 36);
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (grid, "pair-captions");
  for (guint i = 0; i < N_PAIRS; i++)
    for (guint k = 0; k < 2; k++)
      {
        GtkWidget *label = ring_parts_new_label (_ (pairs[i].label));

        self->values[k][i] = new_words ("pair-value", 0);
        gtk_label_set_max_width_chars (GTK_LABEL (self->values[k][i]), -1);
        gtk_widget_set_valign (self->values[k][i], GTK_ALIGN_START);
        gtk_widget_add_css_class (label, "pair-label");
        gtk_grid_attach (GTK_GRID (grid), label, (int) k, (int) (2 * i), 1, 1);
        gtk_grid_attach (GTK_GRID (grid), self->values[k][i], (int) k, (int) (2 * i + 1), 1, 1);
      }
  return grid;
}

/* Moves the losses over the stage or below it. */
static gboolean
arrange_cb (gpointer user_data)
{
  RingDifferenceStage *self = user_data;

  self->arranging = 0;
  g_object_ref (self->losses);
  if (self->narrow)
    {
      gtk_overlay_remove_overlay (GTK_OVERLAY (self->overlay), self->losses);
      gtk_box_insert_child_after (GTK_BOX (self->box), self->losses, self->overlay);
      gtk_widget_add_css_class (self->box, "narrow");
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->box), self->losses);
      gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->losses);
      gtk_widget_remove_css_class (self->box, "narrow");
    }
  g_object_unref (self->losses);
  gtk_widget_set_visible (self->menu_words, !self->narrow);
  gtk_widget_set_visible (self->bench_words, !self->narrow);
  gtk_widget_set_halign (self->losses, self->narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_size_request (self->captions[i], self->narrow ? NARROW_CAPTION : (int) RING_SCENE_CAPTION_WIDTH - 24, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (self->menu_title), self->narrow ? 18 : 36);
  gtk_label_set_max_width_chars (GTK_LABEL (self->bench_title), self->narrow ? 18 : 36);
  return G_SOURCE_REMOVE;
}

/* Not while it is being laid out; a change there and back is none. */
static void
narrow_cb (RingDifferenceStage *self)
{
  self->narrow = ring_difference_view_get_narrow (self->view);
  if (self->arranging != 0)
    g_clear_handle_id (&self->arranging, g_source_remove);
  else
    self->arranging = g_idle_add (arrange_cb, self);
}

static void
ring_difference_stage_dispose (GObject *object)
{
  RingDifferenceStage *self = RING_DIFFERENCE_STAGE (object);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_handle_id (&self->by_hand, g_source_remove);
  g_clear_handle_id (&self->arranging, g_source_remove);
  G_OBJECT_CLASS (ring_difference_stage_parent_class)->dispose (object);
}

static void
ring_difference_stage_finalize (GObject *object)
{
  RingDifferenceStage *self = RING_DIFFERENCE_STAGE (object);

  g_array_unref (self->ends);
  g_ptr_array_unref (self->was);
  g_ptr_array_unref (self->becomes);
  G_OBJECT_CLASS (ring_difference_stage_parent_class)->finalize (object);
}

static void
ring_difference_stage_class_init (RingDifferenceStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_difference_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_difference_stage_finalize;
}

static void
ring_difference_stage_init (RingDifferenceStage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  self->ends = g_array_new (FALSE, FALSE, sizeof (double));
  self->was = g_ptr_array_new_with_free_func (g_free);
  self->becomes = g_ptr_array_new_with_free_func (g_free);
  self->view = g_object_new (RING_TYPE_DIFFERENCE_VIEW, "hexpand", TRUE, NULL);
  self->losses = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->button = new_button (self);
  g_signal_connect_object (self->view, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::back", G_CALLBACK (show_losses), self, G_CONNECT_SWAPPED);
  ring_parts_name (self->losses, _ ("What no menu keeps"));
  gtk_widget_set_halign (self->losses, GTK_ALIGN_END);
  gtk_widget_set_valign (self->losses, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->losses, FALSE);
  gtk_widget_set_size_request (self->losses, LOSSES_WIDTH, -1);
  gtk_widget_add_css_class (self->losses, "losses");
  gtk_widget_set_direction (overlay, GTK_TEXT_DIR_LTR);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  self->overlay = overlay;
  self->box = box;
  self->captions[0] = new_caption (GTK_ALIGN_START, &self->menu_title, &self->menu_words);
  self->captions[1] = new_caption (GTK_ALIGN_END, &self->bench_title, &self->bench_words);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->captions[0]);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->captions[1]);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->losses);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->button);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), new_pairs (self));
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "difference-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ring_difference_stage_set (RingDifferenceStage *self,
                           RingDrawing *drawing,
                           RingCatalogueArt *art,
                           const RingDifference *difference)
{
  g_return_if_fail (RING_IS_DIFFERENCE_STAGE (self));

  ring_difference_view_set (self->view, drawing, art, difference);
  fill_losses (self, difference);
  show_menu_words (self, difference);
  show_bench_words (self, drawing, difference);
  show_pairs (self, difference);
}
