/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-comparison.h"

#include <math.h>

#include "ring-drawing-picture.h"

#define GAP 8
#define KEY_STEP 0.05

struct _RingComparison
{
  GtkWidget parent_instance;

  RingDrawing *drawings[2];
  RingRect regions[2];
  GdkTexture *textures[2];
  GCancellable *cancellable; /* of what is being painted; NULL when all is */
  int painted_width, painted_height; /* what the textures were painted for */
  RingCompareMode mode;
  double position;
  GtkGesture *drag; /* the widget's own */
};

G_DEFINE_FINAL_TYPE (RingComparison, ring_comparison, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---------------------------------------------------------------- painting */

typedef struct
{
  RingComparison *self;
  guint i;
} Wait;

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (RingComparison) self = wait->self;
  g_autoptr (GdkTexture) texture = ring_drawing_picture_paint_finish (result, NULL);

  if (texture != NULL)
    {
      g_set_object (&self->textures[wait->i], texture);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  g_free (wait);
}

static void
cancel (RingComparison *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The room that one picture has. */
static void
get_room (RingComparison *self, int *width, int *height)
{
  *width = gtk_widget_get_width (GTK_WIDGET (self));
  *height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->mode == RING_COMPARE_SIDES)
    *width = (*width - GAP) / 2;
}

static void
paint (RingComparison *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width, height;

  get_room (self, &width, &height);
  cancel (self);
  if (width < 1 || height < 1 || self->drawings[0] == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->painted_width = width;
  self->painted_height = height;
  for (guint i = 0; i < 2; i++)
    {
      Wait *wait = g_new (Wait, 1);

      *wait = (Wait){ g_object_ref (self), i };
      ring_drawing_picture_paint_async (self->drawings[i], self->regions[i], factor * width,
                                        factor * height, self->cancellable, painted_cb, wait);
    }
}

static void
append (GtkSnapshot *snapshot, GdkTexture *texture, float x, float width, float height)
{
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (x, 0, width, height));
}

static void
append_seam (GtkSnapshot *snapshot, float x, float height)
{
  const GdkRGBA dark = { 0.17F, 0.17F, 0.19F, 0.75F };
  const GdkRGBA light = { 1, 1, 1, 0.9F };
  GskRoundedRect knob;

  gtk_snapshot_append_color (snapshot, &light, &GRAPHENE_RECT_INIT (x - 1.5F, 0, 3, height));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x - 0.5F, 0, 1, height));
  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (x - 9, height / 2 - 16, 18, 32), 9);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &light, &knob.bounds);
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x - 3, height / 2 - 6, 1, 12));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x + 2, height / 2 - 6, 1, 12));
  gtk_snapshot_pop (snapshot);
}

static void
ring_comparison_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingComparison *self = RING_COMPARISON (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float seam = roundf (width * (float) self->position);
  int one, high;

  get_room (self, &one, &high);
  switch (self->mode)
    {
    case RING_COMPARE_SIDES:
      append (snapshot, self->textures[0], 0, (float) one, height);
      append (snapshot, self->textures[1], (float) (one + GAP), (float) one, height);
      break;
    case RING_COMPARE_OVERLAY:
      append (snapshot, self->textures[0], 0, width, height);
      gtk_snapshot_push_opacity (snapshot, self->position);
      append (snapshot, self->textures[1], 0, width, height);
      gtk_snapshot_pop (snapshot);
      break;
    case RING_COMPARE_SEAM:
    default:
      append (snapshot, self->textures[0], 0, width, height);
      /* GTK 4.8 never lets go of what is put in a clip without an area. */
      if (seam < width)
        {
          gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (seam, 0, width - seam, height));
          append (snapshot, self->textures[1], 0, width, height);
          gtk_snapshot_pop (snapshot);
        }
      append_seam (snapshot, seam, height);
      break;
    }
}

static void
ring_comparison_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RingComparison *self = RING_COMPARISON (widget);
  int w, h;

  get_room (self, &w, &h);
  if (w != self->painted_width || h != self->painted_height)
    paint (self);
}

/* -------------------------------------------------------------------- hand */

static void
drag_cb (RingComparison *self, double x, double y)
{
  double x0 = 0, y0;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x0, &y0);
  if (self->mode != RING_COMPARE_SIDES)
    ring_comparison_set_position (self, (x0 + x) / MAX (1, gtk_widget_get_width (GTK_WIDGET (self))));
}

static void
press_cb (RingComparison *self, double x, double y)
{
  drag_cb (self, 0, 0);
}

static gboolean
key_cb (RingComparison *self, guint key, guint code, GdkModifierType state)
{
  double step = key == GDK_KEY_Left ? -KEY_STEP : key == GDK_KEY_Right ? KEY_STEP : 0;

  if (step == 0 || self->mode == RING_COMPARE_SIDES)
    return GDK_EVENT_PROPAGATE;
  ring_comparison_set_position (self, self->position + step);
  return GDK_EVENT_STOP;
}

/* ------------------------------------------------------------------ object */

static void
ring_comparison_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_POSITION)
    g_value_set_double (value, RING_COMPARISON (object)->position);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_comparison_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_POSITION)
    ring_comparison_set_position (RING_COMPARISON (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_comparison_dispose (GObject *object)
{
  RingComparison *self = RING_COMPARISON (object);

  cancel (self);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->textures[i]);
      g_clear_pointer (&self->drawings[i], ring_drawing_unref);
    }
  G_OBJECT_CLASS (ring_comparison_parent_class)->dispose (object);
}

static void
ring_comparison_class_init (RingComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ring_comparison_get_property;
  object_class->set_property = ring_comparison_set_property;
  object_class->dispose = ring_comparison_dispose;
  widget_class->snapshot = ring_comparison_snapshot;
  widget_class->size_allocate = ring_comparison_size_allocate;
  properties[PROP_POSITION]
      = g_param_spec_double ("position", NULL, NULL, 0, 1, 0.5,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "comparison");
}

static void
ring_comparison_init (RingComparison *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->position = 0.5;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->drag = drag;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (paint), NULL);
}

void
ring_comparison_set (RingComparison *self,
                     RingDrawing *first,
                     RingDrawing *second,
                     const RingRect regions[2],
                     const char *description)
{
  RingDrawing *given[] = { first, second };

  g_return_if_fail (RING_IS_COMPARISON (self));
  for (guint i = 0; i < 2; i++)
    {
      ring_drawing_ref (given[i]);
      ring_drawing_unref (self->drawings[i]);
      self->drawings[i] = given[i];
      self->regions[i] = regions[i];
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  paint (self);
}

void
ring_comparison_set_mode (RingComparison *self, RingCompareMode mode)
{
  g_return_if_fail (RING_IS_COMPARISON (self));
  if (mode == self->mode)
    return;
  self->mode = mode;
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->textures[i]);
  paint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ring_comparison_set_position (RingComparison *self, double position)
{
  g_return_if_fail (RING_IS_COMPARISON (self));
  position = CLAMP (position, 0, 1);
  if (position == self->position)
    return;
  self->position = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

double
ring_comparison_get_position (RingComparison *self)
{
  g_return_val_if_fail (RING_IS_COMPARISON (self), 0);
  return self->position;
}
