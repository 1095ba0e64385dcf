/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pressure-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A handle is as large as a finger wants it; its dot is smaller. */
#define HANDLE 44
#define DOT 8.0
#define SIZE 180
#define STEP 0.05
#define SMALL_STEP 0.01

/* One handle. Its parent moves it. */
#define RING_TYPE_PRESSURE_HANDLE (ring_pressure_handle_get_type ())
G_DECLARE_FINAL_TYPE (RingPressureHandle, ring_pressure_handle, RING, PRESSURE_HANDLE, GtkWidget)

struct _RingPressureHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RingPressureHandle, ring_pressure_handle, GTK_TYPE_WIDGET)

struct _RingPressureEditor
{
  GtkWidget parent_instance;

  RingPressureCurve curve;
  double pressure;
  GtkWidget *handles[2];
  guint dragged;
  graphene_point_t grip; /* from the pointer to the middle of the handle */
};

G_DEFINE_FINAL_TYPE (RingPressureEditor, ring_pressure_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GdkRGBA
get_colour (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (context, name, &rgba))
    gtk_style_context_get_color (context, &rgba);
  return rgba;
}

static void
set_source (cairo_t *cr, GdkRGBA rgba, double alpha)
{
  rgba.alpha = (float) alpha;
  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* The handle. */

static void
ring_pressure_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean focused = gtk_widget_has_focus (widget) && GTK_IS_WINDOW (root)
                     && gtk_window_get_focus_visible (GTK_WINDOW (root));
  GdkRGBA accent = get_colour (widget, "accent_bg_color");
  GdkRGBA ground = get_colour (widget, "popover_bg_color");
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, HANDLE, HANDLE));

  if (focused)
    {
      cairo_arc (cr, HANDLE / 2.0, HANDLE / 2.0, DOT + 5, 0, 2 * G_PI);
      set_source (cr, accent, 0.45);
      cairo_set_line_width (cr, 3);
      cairo_stroke (cr);
    }
  cairo_arc (cr, HANDLE / 2.0, HANDLE / 2.0, DOT, 0, 2 * G_PI);
  set_source (cr, ground, 1);
  cairo_fill_preserve (cr);
  set_source (cr, accent, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ring_pressure_handle_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = HANDLE;
}

static void
ring_pressure_handle_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  gtk_widget_queue_draw (widget);
}

static void
move_handle (RingPressureEditor *editor, guint i, double x, double y)
{
  RingPressureCurve curve = editor->curve;

  if (i == 0)
    curve.x1 = x, curve.y1 = y;
  else
    curve.x2 = x, curve.y2 = y;
  curve = ring_pressure_curve_clean (curve);
  if (ring_pressure_curve_equal (&curve, &editor->curve))
    return;
  ring_pressure_editor_set_curve (editor, &curve);
  g_signal_emit (editor, signals[CHANGED], 0);
}

static RingPressureEditor *
get_editor (GtkWidget *handle, guint *i)
{
  RingPressureEditor *editor = RING_PRESSURE_EDITOR (gtk_widget_get_parent (handle));

  *i = editor->handles[1] == handle;
  return editor;
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  guint i;
  RingPressureEditor *editor = get_editor (widget, &i);
  const RingPressureCurve *curve = &editor->curve;
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  if (i == 0)
    move_handle (editor, 0, curve->x1 + dx, curve->y1 + dy);
  else
    move_handle (editor, 1, curve->x2 + dx, curve->y2 + dy);
  return TRUE;
}

static void
bind_arrow (GtkWidgetClass *class, guint key, guint keypad, int dx, int dy)
{
  gtk_widget_class_add_binding (class, key, 0, arrow_cb, "(dd)", STEP * dx, STEP * dy);
  gtk_widget_class_add_binding (class, keypad, 0, arrow_cb, "(dd)", STEP * dx, STEP * dy);
  gtk_widget_class_add_binding (class, key, GDK_SHIFT_MASK, arrow_cb, "(dd)", SMALL_STEP * dx,
                                SMALL_STEP * dy);
  gtk_widget_class_add_binding (class, keypad, GDK_SHIFT_MASK, arrow_cb, "(dd)", SMALL_STEP * dx,
                                SMALL_STEP * dy);
}

static void
ring_pressure_handle_class_init (RingPressureHandleClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = ring_pressure_handle_snapshot;
  widget_class->measure = ring_pressure_handle_measure;
  widget_class->state_flags_changed = ring_pressure_handle_state_flags_changed;
  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1);
  gtk_widget_class_set_css_name (widget_class, "handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
ring_pressure_handle_init (RingPressureHandle *handle)
{
  gtk_widget_set_focusable (GTK_WIDGET (handle), TRUE);
}

/* The editor. The curve's square leaves half a handle free on each side. */

static graphene_point_t
to_widget (RingPressureEditor *editor, double x, double y)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (editor)) - HANDLE;
  float height = (float) gtk_widget_get_height (GTK_WIDGET (editor)) - HANDLE;

  return GRAPHENE_POINT_INIT (HANDLE / 2.0f + (float) x * width,
                              HANDLE / 2.0f + (float) (1 - y) * height);
}

static graphene_point_t
get_place (RingPressureEditor *editor, guint i)
{
  return i == 0 ? to_widget (editor, editor->curve.x1, editor->curve.y1)
                : to_widget (editor, editor->curve.x2, editor->curve.y2);
}

static void
tell_value (RingPressureEditor *editor, guint i)
{
  double x = i == 0 ? editor->curve.x1 : editor->curve.x2;
  double y = i == 0 ? editor->curve.y1 : editor->curve.y2;
  /* Translators: where a handle of the pressure curve stands, in per cent. */
  g_autofree char *text = g_strdup_printf (_("pressure %.0f %%, ink %.0f %%"), x * 100, y * 100);

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->handles[i]),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, y * 100,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  /* GTK 4.8 tells the values of its own sliders alone. */
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RingPressureEditor *editor)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t places[2] = { get_place (editor, 0), get_place (editor, 1) };
  float far[2];

  for (guint i = 0; i < 2; i++)
    far[i] = graphene_point_distance (&at, &places[i], NULL, NULL);
  editor->dragged = far[1] < far[0];
  if (far[editor->dragged] > HANDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  editor->grip = GRAPHENE_POINT_INIT (places[editor->dragged].x - at.x,
                                      places[editor->dragged].y - at.y);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (editor->handles[editor->dragged]);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RingPressureEditor *editor)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (editor)) - HANDLE);
  double height = MAX (1, gtk_widget_get_height (GTK_WIDGET (editor)) - HANDLE);
  double x, y;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  x += dx + editor->grip.x - HANDLE / 2.0;
  y += dy + editor->grip.y - HANDLE / 2.0;
  move_handle (editor, editor->dragged, x / width, 1 - y / height);
}

static void
draw_grid (RingPressureEditor *editor, cairo_t *cr, GdkRGBA text)
{
  graphene_point_t low = to_widget (editor, 0, 0);
  graphene_point_t high = to_widget (editor, 1, 1);

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i <= 4; i++)
    {
      double x = round (low.x + (high.x - low.x) * i / 4) + 0.5;
      double y = round (low.y + (high.y - low.y) * i / 4) + 0.5;

      cairo_move_to (cr, x, low.y);
      cairo_line_to (cr, x, high.y);
      cairo_move_to (cr, low.x, y);
      cairo_line_to (cr, high.x, y);
      set_source (cr, text, i % 4 == 0 ? 0.22 : 0.09);
      cairo_stroke (cr);
    }
}

static void
draw_curve (RingPressureEditor *editor, cairo_t *cr, GdkRGBA accent)
{
  graphene_point_t p[4]
    = { to_widget (editor, 0, 0), get_place (editor, 0), get_place (editor, 1),
        to_widget (editor, 1, 1) };

  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
  cairo_line_to (cr, p[3].x, p[0].y);
  cairo_close_path (cr);
  set_source (cr, accent, 0.12);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < 4; i += 2)
    {
      cairo_move_to (cr, p[i].x, p[i].y);
      cairo_line_to (cr, p[i + 1].x, p[i + 1].y);
    }
  set_source (cr, accent, 0.5);
  cairo_stroke (cr);
  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_source (cr, accent, 1);
  cairo_stroke (cr);
}

static void
draw_pressure (RingPressureEditor *editor, cairo_t *cr, GdkRGBA text)
{
  double ink = ring_pressure_curve_apply (&editor->curve, editor->pressure);
  graphene_point_t at = to_widget (editor, editor->pressure, ink);
  graphene_point_t foot = to_widget (editor, editor->pressure, 0);

  cairo_move_to (cr, at.x, at.y);
  cairo_line_to (cr, foot.x, foot.y);
  set_source (cr, text, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_arc (cr, at.x, at.y, 5, 0, 2 * G_PI);
  set_source (cr, text, 0.9);
  cairo_fill (cr);
}

/* The ends of the pressure, in the room that is left for the handles. */
static void
append_ends (GtkWidget *widget, GtkSnapshot *snapshot, GdkRGBA text)
{
  const char *const ends[] = { C_("pressure", "light"), C_("pressure", "firm") };

  text.alpha *= 0.6f;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, ends[i]);
      graphene_point_t at = to_widget (RING_PRESSURE_EDITOR (widget), i, 0);
      PangoAttrList *attributes = pango_attr_list_new ();
      int width;

      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      pango_layout_get_pixel_size (layout, &width, NULL);
      at.x -= i == 0 ? 0.0f : (float) width;
      at.y += 4;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &at);
      gtk_snapshot_append_layout (snapshot, layout, &text);
      gtk_snapshot_restore (snapshot);
    }
}

static void
ring_pressure_editor_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingPressureEditor *editor = RING_PRESSURE_EDITOR (widget);
  GdkRGBA text = get_colour (widget, "popover_fg_color");
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                   (float) gtk_widget_get_height (widget)));

  draw_grid (editor, cr, text);
  draw_curve (editor, cr, get_colour (widget, "accent_bg_color"));
  if (editor->pressure >= 0)
    draw_pressure (editor, cr, text);
  cairo_destroy (cr);
  append_ends (widget, snapshot, text);
  for (guint i = 0; i < 2; i++)
    gtk_widget_snapshot_child (widget, editor->handles[i], snapshot);
}

static void
ring_pressure_editor_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 3 * HANDLE;
  *natural = SIZE + HANDLE;
}

static void
ring_pressure_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RingPressureEditor *editor = RING_PRESSURE_EDITOR (widget);

  for (guint i = 0; i < 2; i++)
    {
      graphene_point_t at = get_place (editor, i);

      at.x -= HANDLE / 2.0f;
      at.y -= HANDLE / 2.0f;
      gtk_widget_allocate (editor->handles[i], HANDLE, HANDLE, -1,
                           gsk_transform_translate (NULL, &at));
    }
}

/* The light end first, whichever lies higher. */
static gboolean
ring_pressure_editor_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RingPressureEditor *editor = RING_PRESSURE_EDITOR (widget);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int at = step > 0 ? 0 : 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ring_pressure_editor_parent_class)->focus (widget, direction);
  for (int i = 0; i < 2; i++)
    if (gtk_widget_has_focus (editor->handles[i]))
      at = i + step;
  return at >= 0 && at < 2 && gtk_widget_grab_focus (editor->handles[at]);
}

static void
ring_pressure_editor_dispose (GObject *object)
{
  RingPressureEditor *editor = RING_PRESSURE_EDITOR (object);

  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&editor->handles[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ring_pressure_editor_parent_class)->dispose (object);
}

static void
ring_pressure_editor_class_init (RingPressureEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ring_pressure_editor_dispose;
  widget_class->focus = ring_pressure_editor_focus;
  widget_class->snapshot = ring_pressure_editor_snapshot;
  widget_class->measure = ring_pressure_editor_measure;
  widget_class->size_allocate = ring_pressure_editor_size_allocate;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_PRESSURE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "pressureeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ring_pressure_editor_init (RingPressureEditor *editor)
{
  const char *const labels[] = { _("Light pressure"), _("Firm pressure") };
  GtkGesture *drag = gtk_gesture_drag_new ();

  editor->curve = RING_PRESSURE_LINEAR;
  editor->pressure = -1;
  for (guint i = 0; i < 2; i++)
    {
      editor->handles[i] = g_object_new (RING_TYPE_PRESSURE_HANDLE, NULL);
      gtk_widget_set_parent (editor->handles[i], GTK_WIDGET (editor));
      gtk_accessible_update_property (GTK_ACCESSIBLE (editor->handles[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i], -1);
      tell_value (editor, i);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pressure curve"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), editor);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
ring_pressure_editor_new (void)
{
  return g_object_new (RING_TYPE_PRESSURE_EDITOR, NULL);
}

void
ring_pressure_editor_set_curve (RingPressureEditor *editor, const RingPressureCurve *curve)
{
  g_return_if_fail (RING_IS_PRESSURE_EDITOR (editor));

  if (ring_pressure_curve_equal (curve, &editor->curve))
    return;
  editor->curve = ring_pressure_curve_clean (*curve);
  for (guint i = 0; i < 2; i++)
    tell_value (editor, i);
  gtk_widget_queue_allocate (GTK_WIDGET (editor));
  gtk_widget_queue_draw (GTK_WIDGET (editor));
}

RingPressureCurve
ring_pressure_editor_get_curve (RingPressureEditor *editor)
{
  g_return_val_if_fail (RING_IS_PRESSURE_EDITOR (editor), RING_PRESSURE_LINEAR);

  return editor->curve;
}

void
ring_pressure_editor_set_pressure (RingPressureEditor *editor, double pressure)
{
  g_return_if_fail (RING_IS_PRESSURE_EDITOR (editor));

  if (editor->pressure == pressure)
    return;
  editor->pressure = pressure;
  gtk_widget_queue_draw (GTK_WIDGET (editor));
}
