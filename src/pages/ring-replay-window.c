/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-replay-window.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-replay-view.h"
#include "ring-save.h"
#include "ring-svg-replay.h"

/* Before a moment that a step begins at. */
#define JUST 0.001

static const struct
{
  double speed;
  const char *label;
} speeds[] = {
  { 0.5, "½ ×" }, { 1, "1 ×" }, { 2, "2 ×" }, { 4, "4 ×" }, { 8, "8 ×" }, { 16, "16 ×" }, { 32, "32 ×" },
};
#define USUAL_SPEED 1

struct _RingReplayWindow
{
  AdwWindow parent_instance;

  RingDesign *design;
  RingDrawing *drawing;
  char *title;
  gboolean showing; /* the slider follows the view */
  int step;         /* that the title tells of */
  int second;       /* that the time tells of */

  RingReplayView *view;
  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  GtkWidget *play, *scale, *time, *speed;
  GtkWidget *erased, *notes, *signatures;
};

G_DEFINE_FINAL_TYPE (RingReplayWindow, ring_replay_window, ADW_TYPE_WINDOW)

/* ------------------------------------------------------------------------ showing */

/* Of a screen, where a film of 100 seconds takes 1:40 whatever its speed. */
static char *
format_time (double seconds)
{
  int whole = (int) seconds;

  return g_strdup_printf ("%d:%02d", whole / 60, whole % 60);
}

static double
get_end (RingReplayWindow *self)
{
  return ring_replay_get_duration (ring_replay_view_get_replay (self->view));
}

static void
show_play (RingReplayWindow *self)
{
  gboolean playing = ring_replay_view_get_playing (self->view);

  ring_parts_icon (self->play, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic",
                   playing ? _ ("Pause") : _ ("Play"));
}

/* What is spoken changes with each step and each second, not with each frame. */
static void
show_moment (RingReplayWindow *self)
{
  RingReplay *replay = ring_replay_view_get_replay (self->view);
  double position = ring_replay_view_get_position (self->view);
  int step = ring_replay_find_step (replay, position);
  g_autofree char *now = format_time (position);
  g_autofree char *end = format_time (get_end (self));
  g_autofree char *time = g_strdup_printf ("%s / %s", now, end);
  g_autofree char *said = NULL;
  g_autofree char *spoken = NULL;

  self->showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), position);
  self->showing = FALSE;
  if (step == self->step && (int) position == self->second)
    return;
  said = step >= 0 ? ring_replay_describe (replay, (guint) step) : g_strdup (_ ("Before the first line"));
  if (step != self->step)
    adw_window_title_set_subtitle (self->heading, said);
  gtk_label_set_text (GTK_LABEL (self->time), time);
  /* Translators: how far a film is, and what is seen: "0:12 of 1:40, Pen · Front". */
  spoken = g_strdup_printf (_ ("%s of %s, %s"), now, end, said);
  /* GTK 4.8 tells nobody of a value's text. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  self->step = step;
  self->second = (int) position;
}

static RingReplay *
make_replay (RingReplayWindow *self)
{
  RingReplayOptions options;

  ring_replay_options_init (&options);
  options.erased = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->erased));
  options.notes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->notes));
  options.signatures = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->signatures));
  return ring_replay_new (self->drawing, ring_design_get_history (self->design), &options);
}

/* At the same part of the whole as before. */
static void
remake (RingReplayWindow *self)
{
  g_autoptr (RingReplay) replay = make_replay (self);
  RingReplay *before = ring_replay_view_get_replay (self->view);
  double part = before != NULL ? ring_replay_view_get_position (self->view) / ring_replay_get_duration (before) : 0;
  gboolean playing = ring_replay_view_get_playing (self->view);

  ring_replay_view_set_replay (self->view, replay);
  self->step = -2;
  self->showing = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, get_end (self));
  self->showing = FALSE;
  ring_replay_view_seek (self->view, part * get_end (self));
  if (playing)
    ring_replay_view_play (self->view, FALSE);
  show_moment (self);
  show_play (self);
}

/* ------------------------------------------------------------------------ moving */

static void
pause_at (RingReplayWindow *self, double position)
{
  ring_replay_view_stop (self->view);
  ring_replay_view_seek (self->view, position);
  show_play (self);
}

static void
play_cb (RingReplayWindow *self)
{
  if (ring_replay_view_get_playing (self->view))
    ring_replay_view_stop (self->view);
  else
    ring_replay_view_play (self->view, FALSE);
  show_play (self);
}

static void
start_cb (RingReplayWindow *self)
{
  pause_at (self, 0);
}

static void
end_cb (RingReplayWindow *self)
{
  pause_at (self, get_end (self));
}

/* To before the step that is seen, or to the end of the next one. */
static void
back_cb (RingReplayWindow *self)
{
  RingReplay *replay = ring_replay_view_get_replay (self->view);
  int step = ring_replay_find_step (replay, ring_replay_view_get_position (self->view));

  pause_at (self, step >= 0 ? ring_replay_get_step (replay, (guint) step)->start - JUST : 0);
}

static void
forward_cb (RingReplayWindow *self)
{
  RingReplay *replay = ring_replay_view_get_replay (self->view);
  double position = ring_replay_view_get_position (self->view);
  int step = ring_replay_find_step (replay, position);

  if (step < 0 || position >= ring_replay_get_step (replay, (guint) step)->end)
    step++;
  pause_at (self, (guint) step < ring_replay_get_n_steps (replay) ? ring_replay_get_step (replay, (guint) step)->end
                                                                 : get_end (self));
}

/* Who drags the slider looks at one moment. */
static void
scrubbed_cb (RingReplayWindow *self)
{
  if (!self->showing)
    pause_at (self, gtk_range_get_value (GTK_RANGE (self->scale)));
}

static void
speed_cb (RingReplayWindow *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed));

  if (i < G_N_ELEMENTS (speeds))
    ring_replay_view_set_speed (self->view, speeds[i].speed);
}

static void
change_speed (RingReplayWindow *self, int by)
{
  int i = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed)) + by;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speed), (guint) CLAMP (i, 0, (int) G_N_ELEMENTS (speeds) - 1));
}

static void
slower_cb (RingReplayWindow *self)
{
  change_speed (self, -1);
}

static void
faster_cb (RingReplayWindow *self)
{
  change_speed (self, 1);
}

/* ------------------------------------------------------------------------ saving */

static void
say (RingReplayWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
response_cb (GtkNativeDialog *native, int response, RingReplayWindow *self)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return;
  bytes = ring_svg_write_replay (ring_replay_view_get_replay (self->view), speeds[i].speed);
  name = g_file_get_basename (file);
  if (ring_save_file (file, bytes, &error))
    text = g_strdup_printf (_ ("Saved “%s”. It plays in any web browser."), name);
  say (self, error != NULL ? error->message : text);
}

static void
save_cb (RingReplayWindow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _ ("Save the Replay"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  /* Translators: the name of a design; a file's name without its ending. */
  g_autofree char *name = g_strdup_printf (_ ("%s, replay"), self->title);
  g_autofree char *file = g_strconcat (name, ".svg", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), self, 0);
  g_signal_connect (native, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* ------------------------------------------------------------------------ making */

static GtkWidget *
add_button (RingReplayWindow *self, GtkWidget *box, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = ring_parts_icon (gtk_button_new (), icon, name);

  gtk_widget_set_size_request (button, 44, 44);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_check (RingReplayWindow *self, GtkWidget *box, const char *label, const char *hint)
{
  GtkWidget *check = ring_parts_new_check (label);

  gtk_widget_set_tooltip_text (check, hint);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (remake), self);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
add_transport (RingReplayWindow *self, GtkWidget *bar)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  const char *labels[G_N_ELEMENTS (speeds) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    labels[i] = speeds[i].label;
  add_button (self, line, "media-skip-backward-symbolic", _ ("To the Start"), G_CALLBACK (start_cb));
  add_button (self, line, "media-seek-backward-symbolic", _ ("Back by One Stroke"), G_CALLBACK (back_cb));
  self->play = add_button (self, line, "media-playback-start-symbolic", _ ("Play"), G_CALLBACK (play_cb));
  add_button (self, line, "media-seek-forward-symbolic", _ ("On by One Stroke"), G_CALLBACK (forward_cb));
  add_button (self, line, "media-skip-forward-symbolic", _ ("To the End"), G_CALLBACK (end_cb));
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_range_set_increments (GTK_RANGE (self->scale), 1, 10);
  gtk_widget_set_hexpand (self->scale, TRUE);
  ring_parts_name (self->scale, _ ("Moment"));
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (scrubbed_cb), self);
  gtk_box_append (GTK_BOX (line), self->scale);
  self->time = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_set_margin_end (self->time, 12);
  gtk_box_append (GTK_BOX (line), self->time);
  self->speed = ring_parts_new_drop_down (labels, _ ("Speed"), G_CALLBACK (speed_cb), self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speed), USUAL_SPEED);
  gtk_widget_set_valign (self->speed, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->speed);
  gtk_box_append (GTK_BOX (bar), line);
}

static void
add_checks (RingReplayWindow *self, GtkWidget *bar)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  self->erased = add_check (self, line, _ ("Er_ased Work"),
                            _ ("What was drawn and is no more, as far as revisions and what can be undone know it"));
  self->notes = add_check (self, line, _ ("_Notes"), _ ("What is written on layers of notes, and while people spoke"));
  self->signatures = add_check (self, line, _ ("S_ignature"), _ ("The client’s, last of all"));
  gtk_box_append (GTK_BOX (bar), line);
}

static GtkWidget *
new_header (RingReplayWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = ring_parts_icon (gtk_button_new (), "document-save-symbolic", _ ("Save a Picture That Plays Itself"));

  self->heading = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Replay"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->heading));
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

/* ------------------------------------------------------------------------ object */

typedef void (*Command) (RingReplayWindow *self);

static const struct
{
  guint key;
  Command command;
} keys[] = {
  { GDK_KEY_space, play_cb },   { GDK_KEY_comma, back_cb },         { GDK_KEY_period, forward_cb },
  { GDK_KEY_Home, start_cb },   { GDK_KEY_End, end_cb },            { GDK_KEY_minus, slower_cb },
  { GDK_KEY_plus, faster_cb },  { GDK_KEY_KP_Subtract, slower_cb }, { GDK_KEY_KP_Add, faster_cb },
  { GDK_KEY_equal, faster_cb },
};

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  keys[g_variant_get_uint32 (args)].command (RING_REPLAY_WINDOW (widget));
  return TRUE;
}

static void
ring_replay_window_dispose (GObject *object)
{
  RingReplayWindow *self = RING_REPLAY_WINDOW (object);

  g_clear_object (&self->design);
  g_clear_pointer (&self->drawing, ring_drawing_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (ring_replay_window_parent_class)->dispose (object);
}

static void
ring_replay_window_class_init (RingReplayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_replay_window_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, key_cb, "u", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ring_replay_window_init (RingReplayWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = RING_REPLAY_VIEW (ring_replay_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "moved", G_CALLBACK (show_moment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "ended", G_CALLBACK (show_play), self, G_CONNECT_SWAPPED);
  add_transport (self, bar);
  add_checks (self, bar);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 12);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  gtk_box_append (GTK_BOX (box), bar);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Replay"));
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 760);
  gtk_window_set_focus (GTK_WINDOW (self), self->play);
}

GtkWidget *
ring_replay_window_new (GtkWindow *parent, RingDesign *design, const char *title)
{
  RingReplayWindow *self = g_object_new (RING_TYPE_REPLAY_WINDOW, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);

  self->design = g_object_ref (design);
  self->drawing = ring_drawing_ref (ring_design_get_drawing (design));
  self->title = g_strdup (title);
  gtk_widget_set_sensitive (self->signatures,
                            ring_drawing_find_record (self->drawing, RING_RECORD_SIGN_OFF, NULL) != NULL);
  remake (self);
  return GTK_WIDGET (self);
}

void
ring_replay_window_begin (RingReplayWindow *self, const char *item_id)
{
  int step = item_id != NULL ? ring_replay_find (ring_replay_view_get_replay (self->view), item_id) : -1;

  if (item_id != NULL && step < 0)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->notes), TRUE);
      step = ring_replay_find (ring_replay_view_get_replay (self->view), item_id);
    }
  if (step >= 0)
    pause_at (self, ring_replay_get_step (ring_replay_view_get_replay (self->view), (guint) step)->end);
  else if (ring_replay_view_may_move (self->view))
    play_cb (self);
}
