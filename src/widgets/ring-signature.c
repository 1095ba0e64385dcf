/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-signature.h"

#include "ring-ink.h"
#include "ring-paint.h"

#define INK 0x1d2f6fff
#define MOUSE_PRESSURE 0.5
#define TOLERANCE 0.01 /* mm */
/* As the sheet reads them again (ring-client-sheet.c). */
#define MOST_VERBS 18000

struct _RingSignature
{
  GtkWidget parent_instance;

  double scale;
  RingPath *written; /* what is finished */
  GArray *in_hand;   /* of RingSample: the stroke being written, forgotten when it ends; or NULL */
  RingWetInk *wet;
  guint32 time0;
};

G_DEFINE_FINAL_TYPE (RingSignature, ring_signature, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RingInkStyle style = { 0.6, 0.35, { 0, 0, 1, 1 }, RING_SMOOTHING_LIGHT, 0 };

/* ----------------------------------------------------------------- writing */

static void
changed (RingSignature *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add (RingSignature *self, RingSample sample)
{
  guint32 last = self->in_hand->len > 0
                     ? g_array_index (self->in_hand, RingSample, self->in_hand->len - 1).time
                     : 0;

  if (self->in_hand->len >= RING_SAMPLES_MAX)
    return;
  sample.x /= self->scale;
  sample.y /= self->scale;
  sample.pressure = CLAMP (sample.pressure, 0, 1);
  /* Devices' clocks may step back, and the smoothing's may not. */
  sample.time -= self->time0;
  if (sample.time > G_MAXINT32 || sample.time < last)
    sample.time = last;
  g_array_append_val (self->in_hand, sample);
  ring_wet_ink_add (self->wet, &sample);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end (RingSignature *self)
{
  gsize n_verbs;

  if (self->in_hand == NULL)
    return;
  ring_path_get_verbs (self->written, &n_verbs);
  if (n_verbs < MOST_VERBS)
    {
      g_autoptr (RingPath) outline = ring_ink_outline (
          (const RingSample *) (const void *) self->in_hand->data, self->in_hand->len, &style, TOLERANCE);

      ring_path_append (self->written, outline, NULL);
    }
  g_clear_pointer (&self->in_hand, g_array_unref);
  g_clear_pointer (&self->wet, ring_wet_ink_free);
  changed (self);
}

static void
begin (RingSignature *self, RingSample sample)
{
  end (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->in_hand = g_array_new (FALSE, FALSE, sizeof (RingSample));
  self->wet = ring_wet_ink_new (&style);
  self->time0 = sample.time;
  add (self, sample);
}

/* ---------------------------------------------------------------- gestures */

static RingSample
make_sample (GtkGesture *gesture, double x, double y)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  RingSample sample = { .x = x, .y = y, .pressure = MOUSE_PRESSURE };

  sample.time = gtk_event_controller_get_current_event_time (controller);
  if (GTK_IS_GESTURE_STYLUS (gesture))
    gtk_gesture_stylus_get_axis (GTK_GESTURE_STYLUS (gesture), GDK_AXIS_PRESSURE, &sample.pressure);
  return sample;
}

static void
stylus_down_cb (GtkGesture *stylus, double x, double y, RingSignature *self)
{
  gtk_gesture_set_state (stylus, GTK_EVENT_SEQUENCE_CLAIMED);
  begin (self, make_sample (stylus, x, y));
}

static void
stylus_motion_cb (GtkGesture *stylus, double x, double y, RingSignature *self)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (self->in_hand == NULL)
    return;
  if (gtk_gesture_stylus_get_backlog (GTK_GESTURE_STYLUS (stylus), &backlog, &n))
    for (guint i = 0; i < n; i++)
      add (self, (RingSample){ .x = backlog[i].axes[GDK_AXIS_X], .y = backlog[i].axes[GDK_AXIS_Y],
                               .pressure = (backlog[i].flags & GDK_AXIS_FLAG_PRESSURE) != 0
                                               ? backlog[i].axes[GDK_AXIS_PRESSURE]
                                               : MOUSE_PRESSURE,
                               .time = backlog[i].time });
  add (self, make_sample (stylus, x, y));
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RingSignature *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag));

  /* A pen has a gesture of its own; one hand writes at a time. */
  if (self->in_hand != NULL || (event != NULL && gdk_event_get_device_tool (event) != NULL))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  begin (self, make_sample (GTK_GESTURE (drag), x, y));
}

/* Where the hand was since the last frame. */
static void
add_history (RingSignature *self, GdkEvent *event)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree GdkTimeCoord *history = NULL;
  double left, top;
  guint n = 0;

  if (event == NULL || gdk_event_get_event_type (event) != GDK_MOTION_NOTIFY)
    return;
  history = gdk_event_get_history (event, &n);
  gtk_native_get_surface_transform (native, &left, &top);
  for (guint i = 0; i < n; i++)
    {
      RingSample sample = { .pressure = MOUSE_PRESSURE, .time = history[i].time };

      if (gtk_widget_translate_coordinates (GTK_WIDGET (native), widget,
                                            history[i].axes[GDK_AXIS_X] - left,
                                            history[i].axes[GDK_AXIS_Y] - top, &sample.x, &sample.y))
        add (self, sample);
    }
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RingSignature *self)
{
  double x, y;

  if (self->in_hand == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  add_history (self, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag)));
  add (self, make_sample (GTK_GESTURE (drag), x + dx, y + dy));
}

static void
add_gestures (RingSignature *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *stylus = gtk_gesture_stylus_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (stylus, "down", G_CALLBACK (stylus_down_cb), self);
  g_signal_connect (stylus, "motion", G_CALLBACK (stylus_motion_cb), self);
  g_signal_connect_swapped (stylus, "up", G_CALLBACK (end), self);
  g_signal_connect_swapped (stylus, "cancel", G_CALLBACK (end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (stylus));
}

/* ------------------------------------------------------------------ widget */

static void
ring_signature_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingSignature *self = RING_SIGNATURE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, self->scale, self->scale);
  ring_paint_set_colour (cr, INK);
  ring_paint_path (cr, self->written);
  cairo_fill (cr);
  if (self->wet != NULL)
    {
      g_autoptr (RingPath) wet = ring_wet_ink_get_path (self->wet, 0, NULL);

      ring_paint_path (cr, wet);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ring_signature_clear (RING_SIGNATURE (widget));
  return TRUE;
}

static void
ring_signature_finalize (GObject *object)
{
  RingSignature *self = RING_SIGNATURE (object);

  g_clear_pointer (&self->in_hand, g_array_unref);
  g_clear_pointer (&self->wet, ring_wet_ink_free);
  ring_path_unref (self->written);
  G_OBJECT_CLASS (ring_signature_parent_class)->finalize (object);
}

static void
ring_signature_class_init (RingSignatureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ring_signature_finalize;
  widget_class->snapshot = ring_signature_snapshot;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_SIGNATURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, clear_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_signature_init (RingSignature *self)
{
  self->written = ring_path_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  add_gestures (self);
}

GtkWidget *
ring_signature_new (double scale, const char *name)
{
  RingSignature *self;

  g_return_val_if_fail (scale > 0, NULL);

  self = g_object_new (RING_TYPE_SIGNATURE, NULL);
  self->scale = scale;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

RingPath *
ring_signature_get_outline (RingSignature *self)
{
  g_return_val_if_fail (RING_IS_SIGNATURE (self), NULL);

  end (self);
  return ring_path_is_empty (self->written) ? NULL : ring_path_pack (self->written);
}

void
ring_signature_clear (RingSignature *self)
{
  g_return_if_fail (RING_IS_SIGNATURE (self));

  end (self);
  ring_path_unref (self->written);
  self->written = ring_path_new ();
  changed (self);
}
