/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-difference-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-difference-scene.h"

#define KEY_STEP 0.02
#define PAGE_STEP 0.1
#define NARROW 980
#define MIN_HEIGHT 340
#define MAX_HEIGHT 640
#define HEIGHT_PART 0.345
/* Above the finger's centre by so many of its radii the shank ends; the head is above that. */
#define SHOULDER 0.86

struct _RingDifferenceView
{
  GtkWidget parent_instance;

  RingDrawing *drawing;
  RingCatalogueArt *art; /* not ours */
  RingChoice choice;
  gboolean has_choice;
  double copies;
  double spans[RING_N_PARTS_OF][2]; /* from when to when each part turns */

  RingScene scene;
  GdkTexture *bench, *catalogue, *wall;
  GCancellable *cancellable; /* of the bench's picture; NULL when it is painted */
  gboolean stale; /* catalogue and wall are to be painted */

  double position, back;
  gboolean narrow;
  GtkGesture *drag; /* the widget's own */
};

G_DEFINE_FINAL_TYPE (RingDifferenceView, ring_difference_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_BACK,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ------------------------------------------------------------------------ pictures */

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingDifferenceView) self = data;
  g_autoptr (GdkTexture) texture = ring_scene_paint_bench_finish (result, NULL);

  if (texture == NULL)
    return;
  g_set_object (&self->bench, texture);
  g_clear_object (&self->cancellable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel (RingDifferenceView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What was painted stays, scaled, until the new picture is there. */
static void
paint (RingDifferenceView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  cancel (self);
  if (width < 80 || height < 80)
    return;
  ring_scene_init (&self->scene, self->drawing, self->art, self->has_choice ? &self->choice : NULL, width, height);
  self->stale = TRUE;
  if (self->drawing == NULL)
    g_clear_object (&self->bench);
  else
    {
      self->cancellable = g_cancellable_new ();
      ring_scene_paint_bench_async (&self->scene, self->drawing, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                    self->cancellable, painted_cb, g_object_ref (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The catalogue's art belongs to this thread, and is painted when it is first seen. */
static void
ensure_catalogue (RingDifferenceView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!self->stale)
    return;
  self->stale = FALSE;
  g_clear_object (&self->catalogue);
  g_clear_object (&self->wall);
  if (self->art == NULL || !self->has_choice)
    return;
  self->catalogue = ring_scene_paint_catalogue (&self->scene, self->art, &self->choice, factor);
  self->wall = ring_scene_paint_wall (&self->scene, self->art, &self->choice, self->copies, factor);
}

/* ------------------------------------------------------------------------ snapshot */

/* RECT, in mm about the finger's centre, on the stage. */
static graphene_rect_t
on_stage (const RingScene *scene, RingRect rect)
{
  return GRAPHENE_RECT_INIT ((float) (scene->centre.x + scene->scale * rect.x0),
                             (float) (scene->centre.y + scene->scale * rect.y0),
                             (float) (scene->scale * (rect.x1 - rect.x0)),
                             (float) (scene->scale * (rect.y1 - rect.y0)));
}

static void
append_picture (RingDifferenceView *self, GtkSnapshot *snapshot, GdkTexture *texture, double opacity)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->scene.width, (float) self->scene.height);

  if (texture == NULL || opacity <= 0)
    return;
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_texture (snapshot, texture, &all);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/* What is seen in RECT (mm) once the part that lies there has turned as far as TURNED, 0 to 1. */
static void
append_part (RingDifferenceView *self, GtkSnapshot *snapshot, RingRect rect, double turned)
{
  graphene_rect_t clip = on_stage (&self->scene, rect);

  /* GTK 4.8 never lets go of what is put in a clip without an area. */
  if (ring_rect_is_empty (rect) || clip.size.width <= 0 || clip.size.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &clip);
  append_picture (self, snapshot, self->bench, 1 - turned);
  append_picture (self, snapshot, self->catalogue, turned);
  gtk_snapshot_pop (snapshot);
}

static double
get_turned (RingDifferenceView *self, RingPartOf part)
{
  double start = self->spans[part][0], end = self->spans[part][1];

  return end > start ? CLAMP ((self->back - start) / (end - start), 0, 1) : 0;
}

/* The ring's half on the right, part by part: the shank from below, then the head, then the stone. */
static void
append_ring (RingDifferenceView *self, GtkSnapshot *snapshot)
{
  const RingScene *scene = &self->scene;
  double far_x = scene->width / scene->scale, far_y = scene->height / scene->scale;
  double shoulder = -SHOULDER * scene->radius / scene->scale;
  double shank = get_turned (self, RING_PART_SHANK), head = get_turned (self, RING_PART_HEAD);
  /* It rises from the foot of the ring. */
  double water = shank > 0 ? scene->extent.y1 + (shoulder - scene->extent.y1) * shank : far_y;
  RingRect above = { -far_x, -far_y, far_x, shoulder };
  RingRect stone = ring_rect_is_empty (scene->stone) ? RING_RECT_EMPTY : ring_rect_intersect (scene->stone, above);

  append_part (self, snapshot, (RingRect){ -far_x, shoulder, far_x, water }, 0);
  append_part (self, snapshot, (RingRect){ -far_x, water, far_x, far_y }, 1);
  if (ring_rect_is_empty (stone))
    {
      append_part (self, snapshot, above, head);
      return;
    }
  append_part (self, snapshot, (RingRect){ above.x0, above.y0, above.x1, stone.y0 }, head);
  append_part (self, snapshot, (RingRect){ above.x0, stone.y1, above.x1, above.y1 }, head);
  append_part (self, snapshot, (RingRect){ above.x0, stone.y0, stone.x0, stone.y1 }, head);
  append_part (self, snapshot, (RingRect){ stone.x1, stone.y0, above.x1, stone.y1 }, head);
  append_part (self, snapshot, stone, get_turned (self, RING_PART_STONE));
}

static void
append_finger (RingDifferenceView *self, GtkSnapshot *snapshot)
{
  const RingScene *scene = &self->scene;
  const double dashes[] = { 4, 4 };
  double x = scene->centre.x, y = scene->centre.y, r = scene->radius;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (x - r - 2), (float) (y - r - 2), (float) (2 * r + 4), (float) (2 * r + 4)));

  cairo_set_source_rgba (cr, 0.24, 0.40, 0.50, 0.55);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_seam (RingDifferenceView *self, GtkSnapshot *snapshot, float x)
{
  const GdkRGBA dark = { 0.17F, 0.17F, 0.19F, 0.8F };
  const GdkRGBA light = { 1, 1, 1, 0.95F };
  float height = (float) self->scene.height;
  float y = (float) self->scene.centre.y;
  GskRoundedRect knob;
  const GdkRGBA edges[] = { dark, dark, dark, dark };
  const float widths[] = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &light, &GRAPHENE_RECT_INIT (x - 1.5F, 0, 3, height));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x - 0.5F, 0, 1, height));
  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (x - 14, y - 22, 28, 44), 14);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &light, &knob.bounds);
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x - 4, y - 8, 1, 16));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x + 3, y - 8, 1, 16));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &knob, widths, edges);
}

/* How large it all is. */
static void
append_bar (RingDifferenceView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("5 mm, both rings"));
  const GdkRGBA ink = { 0.17F, 0.17F, 0.19F, 0.8F };
  float length = (float) (5 * self->scene.scale);
  float x = (float) self->scene.width - 20 - length, y = (float) self->scene.height - 16;
  int w, h;

  pango_layout_get_pixel_size (text, &w, &h);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, y, length, 1));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, y - 4, 1, 9));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x + length, y - 4, 1, 9));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + length - (float) w, y - (float) h - 6));
  gtk_snapshot_append_layout (snapshot, text, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
ring_difference_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (widget);
  float width = (float) self->scene.width, height = (float) self->scene.height;
  float seam = roundf (width * (float) self->position);

  if (width < 80 || height < 80)
    return;
  ensure_catalogue (self);
  if (seam > 0)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, seam, height));
      append_picture (self, snapshot, self->wall, 0.8);
      append_picture (self, snapshot, self->catalogue, 1);
      gtk_snapshot_pop (snapshot);
    }
  if (seam < width)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (seam, 0, width - seam, height));
      append_ring (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  append_finger (self, snapshot);
  append_bar (self, snapshot);
  append_seam (self, snapshot, seam);
}

static GtkSizeRequestMode
ring_difference_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As high as leaves room for the pairs below it on the first screen. */
static void
ring_difference_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : MIN_HEIGHT;
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = (int) CLAMP (for_size * HEIGHT_PART, MIN_HEIGHT, MAX_HEIGHT);
}

static void
ring_difference_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (widget);

  if (width != self->scene.width || height != self->scene.height)
    paint (self);
  if ((width < NARROW) == self->narrow)
    return;
  self->narrow = width < NARROW;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* ------------------------------------------------------------------------ the hand */

static void
drag_cb (RingDifferenceView *self, double x, double y)
{
  double x0 = 0, y0;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x0, &y0);
  ring_difference_view_set_position (self, (x0 + x) / MAX (1, gtk_widget_get_width (GTK_WIDGET (self))));
}

static void
press_cb (RingDifferenceView *self, double x, double y)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  drag_cb (self, 0, 0);
}

static gboolean
key_cb (RingDifferenceView *self, guint key, guint code, GdkModifierType state)
{
  double position = self->position;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      position -= KEY_STEP;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      position += KEY_STEP;
      break;
    case GDK_KEY_Page_Down:
      position -= PAGE_STEP;
      break;
    case GDK_KEY_Page_Up:
      position += PAGE_STEP;
      break;
    case GDK_KEY_Home:
      position = 0;
      break;
    case GDK_KEY_End:
      position = 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  ring_difference_view_set_position (self, position);
  return GDK_EVENT_STOP;
}

/* ------------------------------------------------------------------------ speech */

static void
tell (RingDifferenceView *self)
{
  int left = (int) round (100 * self->position);
  g_autofree char *text = g_strdup_printf (_("%d per cent catalogue ring, %d per cent bench drawing"), left, 100 - left);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) left,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* ------------------------------------------------------------------------ object */

static void
ring_difference_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (object);

  if (id == PROP_POSITION)
    g_value_set_double (value, self->position);
  else if (id == PROP_BACK)
    g_value_set_double (value, self->back);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_difference_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (object);

  if (id == PROP_POSITION)
    ring_difference_view_set_position (self, g_value_get_double (value));
  else if (id == PROP_BACK)
    ring_difference_view_set_back (self, g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_difference_view_dispose (GObject *object)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (object);

  cancel (self);
  g_clear_object (&self->bench);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->wall);
  g_clear_pointer (&self->drawing, ring_drawing_unref);
  G_OBJECT_CLASS (ring_difference_view_parent_class)->dispose (object);
}

static void
ring_difference_view_class_init (RingDifferenceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ring_difference_view_get_property;
  object_class->set_property = ring_difference_view_set_property;
  object_class->dispose = ring_difference_view_dispose;
  widget_class->snapshot = ring_difference_view_snapshot;
  widget_class->get_request_mode = ring_difference_view_get_request_mode;
  widget_class->measure = ring_difference_view_measure;
  widget_class->size_allocate = ring_difference_view_size_allocate;
  properties[PROP_POSITION] = g_param_spec_double ("position", NULL, NULL, 0, 1, 0.5, flags);
  properties[PROP_BACK] = g_param_spec_double ("back", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "differenceview");
}

static void
ring_difference_view_init (RingDifferenceView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->position = 0.5;
  self->drag = gtk_gesture_drag_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (paint), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Seam between the catalogue ring and the bench drawing"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, -1);
  tell (self);
}

void
ring_difference_view_set (RingDifferenceView *self,
                          RingDrawing *drawing,
                          RingCatalogueArt *art,
                          const RingDifference *difference)
{
  const RingChoice *choice = difference != NULL ? ring_difference_get_choice (difference) : NULL;

  g_return_if_fail (RING_IS_DIFFERENCE_VIEW (self));

  if (drawing != NULL)
    ring_drawing_ref (drawing);
  g_clear_pointer (&self->drawing, ring_drawing_unref);
  self->drawing = drawing;
  self->art = art;
  self->has_choice = choice != NULL;
  self->copies = 0;
  if (choice != NULL)
    {
      self->choice = *choice;
      self->copies = ring_difference_get_copies (difference, 0);
    }
  for (guint i = 0; difference != NULL && i < RING_N_PARTS_OF; i++)
    ring_difference_get_part_span (difference, (RingPartOf) i, &self->spans[i][0], &self->spans[i][1]);
  paint (self);
}

void
ring_difference_view_set_position (RingDifferenceView *self, double position)
{
  g_return_if_fail (RING_IS_DIFFERENCE_VIEW (self));
  position = CLAMP (position, 0, 1);
  if (position == self->position)
    return;
  self->position = position;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

double
ring_difference_view_get_position (RingDifferenceView *self)
{
  g_return_val_if_fail (RING_IS_DIFFERENCE_VIEW (self), 0);
  return self->position;
}

void
ring_difference_view_set_back (RingDifferenceView *self, double back)
{
  g_return_if_fail (RING_IS_DIFFERENCE_VIEW (self));
  back = CLAMP (back, 0, 1);
  if (back == self->back)
    return;
  self->back = back;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACK]);
}

double
ring_difference_view_get_back (RingDifferenceView *self)
{
  g_return_val_if_fail (RING_IS_DIFFERENCE_VIEW (self), 0);
  return self->back;
}

gboolean
ring_difference_view_get_narrow (RingDifferenceView *self)
{
  g_return_val_if_fail (RING_IS_DIFFERENCE_VIEW (self), FALSE);
  return self->narrow;
}
