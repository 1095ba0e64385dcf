/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-floor-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-client-window.h"
#include "ring-corners.h"
#include "ring-floor-bench.h"
#include "ring-floor-keypad.h"
#include "ring-floor-private.h"
#include "ring-floor-sample.h"
#include "ring-floor-settings.h"
#include "ring-language.h"
#include "ring-parts.h"

#define TICK_MS 500
#define SLIDE_SECONDS 12
/* The keypad goes when nobody uses it, and stays away for a while after so many wrong codes. */
#define PAD_SECONDS 20
#define PAD_TRIES 3
#define PAD_PAUSE 60
/* From so many seconds on it is said that the screen goes on by itself. */
#define SOON 8

G_DEFINE_FINAL_TYPE (RingFloorWindow, ring_floor_window, GTK_TYPE_WINDOW)

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

/* ------------------------------------------------------------------------- what is shown */

static void
show_marks (RingFloorWindow *self)
{
  gboolean guided = self->visit.step >= RING_VISIT_MENUS && self->visit.step <= RING_VISIT_HOME;
  guint at = guided ? self->visit.step - RING_VISIT_MENUS : 0;
  /* Translators: which step of how many. */
  g_autofree char *name = g_strdup_printf (_ ("Step %u of %u"), at + 1, (guint) RING_FLOOR_GUIDED);

  for (guint i = 0; i < RING_FLOOR_GUIDED; i++)
    if (i <= at)
      gtk_widget_add_css_class (self->marks[i], "done");
    else
      gtk_widget_remove_css_class (self->marks[i], "done");
  ring_parts_name (self->dots, name);
  gtk_widget_set_visible (self->dots, guided);
}

static void
show_words (RingFloorWindow *self)
{
  g_autofree char *title = ring_floor_get_title (self);
  g_autofree char *subtitle = ring_floor_get_subtitle (self);
  const char *next = ring_floor_get_next (self);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->title, title[0] != '\0');
  gtk_widget_set_visible (self->subtitle, subtitle[0] != '\0');
  gtk_widget_set_visible (self->next, next != NULL);
  if (next != NULL)
    ring_parts_set_button_label (self->next, next);
  ring_parts_set_button_label (self->again, _ ("_Start Again"));
  ring_parts_set_button_label (self->more, _ ("Draw _More"));
  gtk_label_set_text (GTK_LABEL (self->asking_title), _ ("Are you still there?"));
  gtk_label_set_text (GTK_LABEL (self->hint), "");
}

static void
update_actions (RingFloorWindow *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);
      gboolean can = ring_visit_allows (&self->visit, names[i]);

      if (g_str_equal (names[i], "undo"))
        can = can && self->design != NULL && ring_design_get_can_undo (self->design);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can);
    }
  gtk_widget_set_visible (self->again, ring_visit_allows (&self->visit, "again"));
  gtk_widget_set_visible (self->more, ring_visit_allows (&self->visit, "draw-more"));
}

static void
set_state (RingFloorWindow *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

/* CODE NULL is the shop's own. */
static void
use_language (RingFloorWindow *self, const char *code)
{
  ring_language_use (code);
  gtk_widget_set_default_direction (code != NULL ? gtk_get_locale_direction () : self->direction);
  set_state (self, "language", g_variant_new_string (ring_language_get ()));
}

/* The hand begins with the pen, on one side. */
static void
reset_hand (RingFloorWindow *self)
{
  set_state (self, "instrument", g_variant_new_string ("pen"));
  set_state (self, "mirror", g_variant_new_boolean (FALSE));
}

static void
clear_content (RingFloorWindow *self)
{
  GtkWidget *old = adw_bin_get_child (self->content);

  if (old == NULL)
    return;
  ring_floor_end_step (self, old);
  adw_bin_set_child (self->content, NULL);
}

void
ring_floor_show (RingFloorWindow *self)
{
  clear_content (self);
  reset_hand (self);
  adw_bin_set_child (self->content, ring_floor_make_step (self));
  show_words (self);
  show_marks (self);
  update_actions (self);
  gtk_widget_set_visible (self->asking, self->visit.asking);
  /* Who comes by keys begins where the step does. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

/* ------------------------------------------------------------------------- the visit */

/* The shop's menus may have changed since the last visitor came. */
static void
take_catalogue (RingFloorWindow *self)
{
  RingCatalogue *catalogue = ring_catalogue_source_get_catalogue (self->source);

  if (catalogue == self->catalogue)
    return;
  clear_content (self);
  g_clear_pointer (&self->art, ring_catalogue_art_free);
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  self->catalogue = ring_catalogue_ref (catalogue);
  self->art = ring_catalogue_art_new (catalogue);
}

/* Every end leads here: what the visitor leaves is let go of, and the screen is as when it was started. */
static void
reset (RingFloorWindow *self)
{
  ring_floor_forget (self);
  use_language (self, NULL);
  take_catalogue (self);
  self->slid = now ();
}

static void
design_changed_cb (RingFloorWindow *self)
{
  update_actions (self);
}

/* What was tapped to come here cannot go while it is. */
static gboolean
show_cb (gpointer data)
{
  RingFloorWindow *self = data;

  self->showing = 0;
  ring_floor_show (self);
  return G_SOURCE_REMOVE;
}

static void
queue_show (RingFloorWindow *self)
{
  update_actions (self);
  if (self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_cb, self, NULL);
}

/* The visit has come to another step. */
static void
moved (RingFloorWindow *self)
{
  if (self->visit.step == RING_VISIT_ATTRACT)
    reset (self);
  else if (self->visit.step == RING_VISIT_MENUS)
    ring_floor_begin_visit (self, now ());
  else if (self->visit.step > RING_VISIT_MENUS && self->design == NULL)
    {
      ring_floor_carry (self);
      g_signal_connect_object (self->design, "changed", G_CALLBACK (design_changed_cb), self, G_CONNECT_SWAPPED);
    }
  queue_show (self);
}

static void
go (RingFloorWindow *self, RingVisitStep step)
{
  if (ring_visit_go (&self->visit, step, now ()))
    moved (self);
}

static void
show_asking (RingFloorWindow *self)
{
  g_autofree char *text = NULL;
  guint left = (guint) ceil (ring_visit_asking_left (&self->visit, now ()));

  gtk_widget_set_visible (self->asking, self->visit.asking);
  if (!self->visit.asking)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "In %u second everything is cleared. Touch the screen to go on.",
                   "In %u seconds everything is cleared. Touch the screen to go on.", left),
      left);
  gtk_label_set_text (GTK_LABEL (self->asking_words), text);
}

static void
show_soon (RingFloorWindow *self)
{
  guint left = (guint) ceil (ring_visit_left (&self->visit, now ()));
  g_autofree char *text = NULL;

  if (self->visit.step == RING_VISIT_ATTRACT || self->visit.step == RING_VISIT_THANKS || left > SOON)
    text = g_strdup ("");
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Goes on in %u second", "Goes on in %u seconds", left), left);
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->hint)), text))
    gtk_label_set_text (GTK_LABEL (self->hint), text);
}

static void
slide_on (RingFloorWindow *self)
{
  if (self->visit.step != RING_VISIT_ATTRACT || now () - self->slid < SLIDE_SECONDS * G_USEC_PER_SEC)
    return;
  self->slid = now ();
  self->slide++;
  ring_floor_show (self);
}

static void
hide_keypad (RingFloorWindow *self)
{
  gtk_widget_set_visible (self->keypad_card, FALSE);
}

static gboolean
tick_cb (gpointer data)
{
  RingFloorWindow *self = data;

  if (gtk_widget_get_visible (self->keypad_card) && now () - self->padded > PAD_SECONDS * G_USEC_PER_SEC)
    hide_keypad (self);
  if (ring_visit_tick (&self->visit, now ()) == RING_VISIT_MOVED)
    moved (self);
  show_asking (self);
  show_soon (self);
  slide_on (self);
  return G_SOURCE_CONTINUE;
}

/* ------------------------------------------------------------------------- actions */

static void
begin_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, RING_VISIT_MENUS);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingFloorWindow *self = user_data;

  go (self, ring_visit_next (&self->visit));
}

static void
again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, RING_VISIT_ATTRACT);
}

static void
draw_more_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (user_data, RING_VISIT_BENCH);
}

static RingFloorBench *
get_bench (RingFloorWindow *self)
{
  GtkWidget *child = adw_bin_get_child (self->content);

  return RING_IS_FLOOR_BENCH (child) ? RING_FLOOR_BENCH (child) : NULL;
}

static void
instrument_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingFloorBench *bench = get_bench (user_data);

  g_simple_action_set_state (action, value);
  if (bench != NULL)
    ring_floor_bench_use (bench, g_variant_get_string (value, NULL));
}

static void
mirror_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingFloorBench *bench = get_bench (user_data);

  g_simple_action_set_state (action, value);
  if (bench != NULL)
    ring_floor_bench_set_mirror (bench, g_variant_get_boolean (value));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingFloorWindow *self = user_data;

  if (self->design != NULL)
    ring_design_undo (self->design);
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingFloorBench *bench = get_bench (user_data);

  if (bench != NULL)
    ring_floor_bench_fit (bench);
}

static void
language_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  RingFloorWindow *self = user_data;
  g_auto (GStrv) list = ring_language_list ();

  if (!g_strv_contains ((const char *const *) list, g_variant_get_string (value, NULL)))
    return;
  use_language (self, g_variant_get_string (value, NULL));
  queue_show (self);
}

static void
add_actions (RingFloorWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "begin", .activate = begin_cb },
    { .name = "next", .activate = next_cb },
    { .name = "again", .activate = again_cb },
    { .name = "draw-more", .activate = draw_more_cb },
    { .name = "instrument", .parameter_type = "s", .state = "'pen'", .change_state = instrument_cb },
    { .name = "mirror", .state = "false", .change_state = mirror_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "fit", .activate = fit_cb },
    { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "floor", G_ACTION_GROUP (self->actions));
}

/* ------------------------------------------------------------------------- the way out */

static void
touched_cb (GtkWindow *window, gboolean held)
{
  RingFloorWindow *self = RING_FLOOR_WINDOW (window);

  self->padded = now ();
  ring_visit_touch (&self->visit, now (), held);
  gtk_widget_set_visible (self->asking, FALSE);
}

static void
leave (RingFloorWindow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
cornered_cb (GtkWindow *window)
{
  RingFloorWindow *self = RING_FLOOR_WINDOW (window);
  gboolean paused = self->wrong >= PAD_TRIES && now () - self->padded < PAD_PAUSE * G_USEC_PER_SEC;

  if (!ring_floor_settings_has_code ())
    {
      leave (self);
      return;
    }
  if (paused)
    return;
  self->wrong = 0;
  self->padded = now ();
  gtk_widget_set_visible (self->keypad_card, TRUE);
  ring_floor_keypad_begin (RING_FLOOR_KEYPAD (self->keypad), _ ("For the shop: the code leads out of this mode."));
}

static void
entered_cb (RingFloorWindow *self, const char *code)
{
  if (ring_floor_settings_check_code (code))
    {
      leave (self);
      return;
    }
  if (++self->wrong >= PAD_TRIES)
    hide_keypad (self);
  else
    ring_floor_keypad_begin (RING_FLOOR_KEYPAD (self->keypad), _ ("That is not the code. Enter it again."));
}

/* Who has no second finger: the same by keys. */
static gboolean
shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  cornered_cb (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
ring_floor_window_close_request (GtkWindow *window)
{
  return GDK_EVENT_STOP;
}

static gboolean
ring_floor_window_enable_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

/* ------------------------------------------------------------------------- object */

static void
ring_floor_window_dispose (GObject *object)
{
  RingFloorWindow *self = RING_FLOOR_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->showing, g_source_remove);
  if (self->inhibited != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
  if (self->content != NULL)
    {
      clear_content (self);
      use_language (self, NULL);
    }
  self->content = NULL;
  g_clear_object (&self->design);
  g_clear_object (&self->actions);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (ring_floor_window_parent_class)->dispose (object);
}

static void
ring_floor_window_finalize (GObject *object)
{
  RingFloorWindow *self = RING_FLOOR_WINDOW (object);

  g_clear_pointer (&self->art, ring_catalogue_art_free);
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  G_OBJECT_CLASS (ring_floor_window_parent_class)->finalize (object);
}

static void
ring_floor_window_class_init (RingFloorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_floor_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_floor_window_finalize;
  window_class->close_request = ring_floor_window_close_request;
  window_class->enable_debugging = ring_floor_window_enable_debugging;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_ALT_MASK, shortcut_cb, NULL);
  signals[LEFT] = g_signal_new ("left", RING_TYPE_FLOOR_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_button (const char *action, const char *css_class)
{
  GtkWidget *button = ring_parts_new_button ("", NULL, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "floor-button");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

/* None to choose from where there is one. */
static void
fill_languages (RingFloorWindow *self)
{
  g_auto (GStrv) list = ring_language_list ();
  guint n = g_strv_length (list);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *name = ring_language_name (list[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "floor.language");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list[i]);
      gtk_widget_add_css_class (button, "floor-button");
      gtk_box_append (GTK_BOX (self->languages), button);
    }
  gtk_widget_set_visible (self->languages, n > 1);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_top (RingFloorWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = new_label ("floor-title");
  self->subtitle = new_label ("floor-words");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->again = new_button ("floor.again", NULL);
  self->dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_valign (self->dots, GTK_ALIGN_CENTER);
  for (guint i = 0; i < RING_FLOOR_GUIDED; i++)
    {
      self->marks[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->marks[i], "floor-mark");
      gtk_box_append (GTK_BOX (self->dots), self->marks[i]);
    }
  self->languages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (bar), self->again);
  gtk_box_append (GTK_BOX (bar), words);
  gtk_box_append (GTK_BOX (bar), self->dots);
  gtk_box_append (GTK_BOX (bar), self->languages);
  return bar;
}

static GtkWidget *
new_bottom (RingFloorWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->more = new_button ("floor.draw-more", NULL);
  self->hint = new_label ("floor-words");
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 1);
  self->next = new_button ("floor.next", "suggested-action");
  gtk_box_append (GTK_BOX (bar), self->more);
  gtk_box_append (GTK_BOX (bar), self->hint);
  gtk_box_append (GTK_BOX (bar), self->next);
  return bar;
}

/* Over everything, in the middle. */
static GtkWidget *
new_card (GtkWidget *overlay, GtkWidget *child)
{
  GtkWidget *shade = adw_bin_new ();

  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (child, "floor-sheet");
  adw_bin_set_child (ADW_BIN (shade), child);
  gtk_widget_add_css_class (shade, "floor-shade");
  gtk_widget_set_visible (shade, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), shade);
  return shade;
}

static void
add_cards (RingFloorWindow *self, GtkWidget *overlay)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->asking_title = gtk_label_new ("");
  gtk_widget_add_css_class (self->asking_title, "floor-title");
  self->asking_words = gtk_label_new ("");
  gtk_widget_add_css_class (self->asking_words, "floor-words");
  gtk_box_append (GTK_BOX (box), self->asking_title);
  gtk_box_append (GTK_BOX (box), self->asking_words);
  self->asking = new_card (overlay, box);
  self->keypad = ring_floor_keypad_new ();
  g_signal_connect_object (self->keypad, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keypad, "given-up", G_CALLBACK (hide_keypad), self, G_CONNECT_SWAPPED);
  self->keypad_card = new_card (overlay, self->keypad);
}

static void
ring_floor_window_init (RingFloorWindow *self)
{
  static const RingCornersFuncs funcs = { touched_cb, cornered_cb };
  GtkWidget *overlay = gtk_overlay_new ();
  /* On a small screen, or in many words, the way on stays in sight. */
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->content = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (scrolled, TRUE);
  add_actions (self);
  gtk_box_append (GTK_BOX (self->box), new_top (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->content));
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), new_bottom (self));
  gtk_widget_add_css_class (self->box, "floor");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->box);
  add_cards (self, overlay);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Ringwright"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.close", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.minimize", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.toggle-maximized", FALSE);
  ring_corners_attach (GTK_WINDOW (self), &funcs);
  self->samples = ring_floor_samples_load ();
  self->direction = gtk_widget_get_default_direction ();
  fill_languages (self);
}

/* The whole screen, where no window manager makes it so, too. */
static void
fill_screen (RingFloorWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle whole = { 0, 0, 1280, 800 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &whole);
  self->upright = whole.height > whole.width;
  gtk_window_set_default_size (GTK_WINDOW (self), whole.width, whole.height);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

GtkWindow *
ring_floor_window_new (GtkApplication *application, RingCatalogueSource *catalogue)
{
  RingFloorWindow *self = g_object_new (RING_TYPE_FLOOR_WINDOW, "application", application, NULL);

  self->source = g_object_ref (catalogue);
  ring_visit_init (&self->visit, ring_floor_settings_get_seconds (), ring_floor_settings_get_idle (), now ());
  fill_screen (self);
  reset (self);
  ring_floor_show (self);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                             _ ("The screen is shown to visitors"));
  return GTK_WINDOW (self);
}
