/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-hand.h"

typedef struct
{
  GtkWidget *widget;
  const RingHandFuncs *funcs;
  gpointer writes; /* the gesture whose stroke it is; NULL for none */
  gboolean erases; /* with the other end of the pen */
} Hand;

/* ----------------------------------------------------------------- reading */

guint32
ring_hand_event_time (GdkEvent *event)
{
  guint32 time = event != NULL ? gdk_event_get_time (event) : GDK_CURRENT_TIME;

  return time != GDK_CURRENT_TIME ? time : (guint32) (g_get_monotonic_time () / 1000);
}

gboolean
ring_hand_is_same_moment (const RingSample *a, const RingSample *b)
{
  return a->time == b->time && a->x == b->x && a->y == b->y;
}

/* The flags of a backlog entry are no help: under X11 a tool has none, whatever axes it moves. The
 * event that the backlog came with tells which there are. */
void
ring_hand_read_axes (GtkGestureStylus *stylus, const GdkTimeCoord *entry, RingSample *sample)
{
  const GdkAxisUse uses[] = { GDK_AXIS_PRESSURE, GDK_AXIS_XTILT, GDK_AXIS_YTILT };
  double *const values[] = { &sample->pressure, &sample->tilt_x, &sample->tilt_y };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      double now;

      if (gtk_gesture_stylus_get_axis (stylus, uses[i], &now))
        *values[i] = entry != NULL ? entry->axes[uses[i]] : now;
    }
}

/* History is kept in the surface's coordinates. */
RingPoint
ring_hand_history_point (GtkWidget *widget, const GdkTimeCoord *entry)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t from, to;
  double x, y;

  gtk_native_get_surface_transform (native, &x, &y);
  from = GRAPHENE_POINT_INIT ((float) (entry->axes[GDK_AXIS_X] - x), (float) (entry->axes[GDK_AXIS_Y] - y));
  if (!gtk_widget_compute_point (GTK_WIDGET (native), widget, &from, &to))
    to = from;
  return (RingPoint){ to.x, to.y };
}

void
ring_hand_clean (RingSample *sample, const RingSample *last, guint32 time0)
{
  guint32 least = last != NULL ? last->time : 0;

  sample->pressure = CLAMP (sample->pressure, 0, 1);
  sample->time -= time0;
  if (sample->time > G_MAXINT32 || sample->time < least)
    sample->time = least;
}

/* ----------------------------------------------------------------- writing */

static void
begin (Hand *hand, gpointer gesture, const RingSample *sample)
{
  hand->writes = gesture;
  hand->funcs->begin (hand->widget, sample);
}

/* A pen that lifts may still move, without pressure: no ink comes of that. */
static void
go_on (Hand *hand, const RingSample *sample)
{
  if (hand->writes != NULL && sample->pressure > 0)
    hand->funcs->go_on (hand->widget, sample);
}

static void
end (Hand *hand, gpointer gesture)
{
  if (hand->writes != gesture)
    return;
  hand->funcs->end (hand->widget);
  hand->writes = NULL;
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, Hand *hand)
{
  end (hand, drag);
}

static void
stylus_up_cb (GtkGestureStylus *stylus, double x, double y, Hand *hand)
{
  end (hand, stylus);
}

/* Each hears of every device: the one that is refused a pen ends with a word, too, which is none to the other. */
static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, Hand *hand)
{
  end (hand, gesture);
}

static GdkEvent *
current_event (gpointer gesture)
{
  return gtk_event_controller_get_current_event (gesture);
}

static RingSample
make_sample (gpointer gesture, double x, double y)
{
  return (RingSample){ .x = x, .y = y, .pressure = RING_HAND_PRESSURE,
                       .time = ring_hand_event_time (current_event (gesture)) };
}

/* --------------------------------------------------------------------- pen */

static RingSample
stylus_sample (GtkGestureStylus *stylus, double x, double y)
{
  RingSample sample = make_sample (stylus, x, y);

  ring_hand_read_axes (stylus, NULL, &sample);
  return sample;
}

static void
stylus_down_cb (GtkGestureStylus *stylus, double x, double y, Hand *hand)
{
  RingSample sample = stylus_sample (stylus, x, y);
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (stylus);

  hand->erases = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
  gtk_gesture_set_state (GTK_GESTURE (stylus), GTK_EVENT_SEQUENCE_CLAIMED);
  begin (hand, stylus, &sample);
}

static void
stylus_motion_cb (GtkGestureStylus *stylus, double x, double y, Hand *hand)
{
  RingSample sample = stylus_sample (stylus, x, y);
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (gtk_gesture_stylus_get_backlog (stylus, &backlog, &n))
    for (guint i = 0; i < n; i++)
      {
        RingSample old = { .x = backlog[i].axes[GDK_AXIS_X], .y = backlog[i].axes[GDK_AXIS_Y],
                           .pressure = RING_HAND_PRESSURE, .time = backlog[i].time };

        ring_hand_read_axes (stylus, &backlog[i], &old);
        if (i + 1 < n || !ring_hand_is_same_moment (&old, &sample))
          go_on (hand, &old);
      }
  go_on (hand, &sample);
}

/* -------------------------------------------------------- mouse and finger */

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, Hand *hand)
{
  GdkEvent *event = current_event (drag);
  RingSample sample = make_sample (drag, x, y);

  /* A pen has a gesture of its own. */
  if (hand->writes != NULL || (event != NULL && gdk_event_get_device_tool (event) != NULL))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  hand->erases = FALSE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  begin (hand, drag, &sample);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, Hand *hand)
{
  GdkEvent *event = current_event (drag);
  g_autofree GdkTimeCoord *history = NULL;
  RingSample sample;
  guint n = 0;
  double x, y;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  sample = make_sample (drag, x + dx, y + dy);
  if (event != NULL && gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY)
    history = gdk_event_get_history (event, &n);
  for (guint i = 0; i < n; i++)
    {
      RingPoint at = ring_hand_history_point (hand->widget, &history[i]);
      RingSample old = { .x = at.x, .y = at.y, .pressure = RING_HAND_PRESSURE, .time = history[i].time };

      if (i + 1 < n || !ring_hand_is_same_moment (&old, &sample))
        go_on (hand, &old);
    }
  go_on (hand, &sample);
}

void
ring_hand_attach (GtkWidget *widget, const RingHandFuncs *funcs)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *stylus = gtk_gesture_stylus_new ();
  Hand *hand = g_new0 (Hand, 1);

  hand->widget = widget;
  hand->funcs = funcs;
  g_object_set_data_full (G_OBJECT (widget), "ring-hand", hand, g_free);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), hand);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), hand);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), hand);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), hand);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (stylus, "down", G_CALLBACK (stylus_down_cb), hand);
  g_signal_connect (stylus, "motion", G_CALLBACK (stylus_motion_cb), hand);
  g_signal_connect (stylus, "up", G_CALLBACK (stylus_up_cb), hand);
  g_signal_connect (stylus, "cancel", G_CALLBACK (cancel_cb), hand);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (stylus));
}

gboolean
ring_hand_erases (GtkWidget *widget)
{
  const Hand *hand = g_object_get_data (G_OBJECT (widget), "ring-hand");

  return hand != NULL && hand->erases;
}
