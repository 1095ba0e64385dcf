/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-client-window.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-settings.h"

struct _RingClientWindow
{
  GtkWindow parent_instance;

  RingCanvas *canvas;
  gboolean opposite; /* the client sits there */
};

G_DEFINE_FINAL_TYPE (RingClientWindow, ring_client_window, GTK_TYPE_WINDOW)

enum
{
  PROP_OPPOSITE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* About the middle of what is seen, which stays. */
static void
set_opposite (RingClientWindow *self, gboolean opposite)
{
  gboolean fitted = ring_canvas_is_fitted (self->canvas);

  if (opposite == self->opposite)
    return;
  self->opposite = opposite;
  ring_viewport_set_rotation (ring_canvas_get_viewport (self->canvas), opposite ? 180 : 0);
  if (fitted)
    ring_canvas_zoom_fit (self->canvas);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPPOSITE]);
}

static void
ring_client_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_opposite (RING_CLIENT_WINDOW (object), g_value_get_boolean (value));
}

static void
ring_client_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RING_CLIENT_WINDOW (object)->opposite);
}

/* No other action of the jeweler's window can be reached from here. */
static void
sign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  g_action_group_activate_action (G_ACTION_GROUP (parent), "sign-off", NULL);
}

static void
ring_client_window_class_init (RingClientWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = ring_client_window_set_property;
  object_class->get_property = ring_client_window_get_property;
  props[PROP_OPPOSITE]
      = g_param_spec_boolean ("opposite", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "client.opposite", "opposite");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "client.sign", NULL, sign_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_SHIFT_MASK, "client.sign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "client.opposite", NULL);
}

static void
fit_cb (RingClientWindow *self)
{
  ring_canvas_zoom_fit (self->canvas);
}

static GtkWidget *
make_button (GtkWidget *button, const char *icon, const char *action, const char *name)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return ring_parts_icon (button, icon, name);
}

/* The jeweler's, in the corner where no drawing is. */
static GtkWidget *
make_controls (RingClientWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *fit = make_button (gtk_button_new (), "ring-fit-symbolic", NULL, _ ("Fit the Page"));

  g_signal_connect_object (fit, "clicked", G_CALLBACK (fit_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box),
                  make_button (gtk_toggle_button_new (), "object-rotate-right-symbolic",
                               "client.opposite", _ ("Turn It Round for Who Sits Opposite (T)")));
  gtk_box_append (GTK_BOX (box), fit);
  gtk_box_append (GTK_BOX (box), make_button (gtk_button_new (), "document-edit-symbolic",
                                              "client.sign", _ ("Sign the Sheet (Shift+F7)")));
  gtk_box_append (GTK_BOX (box), make_button (gtk_button_new (), "view-restore-symbolic",
                                              "window.close", _ ("Back to the Bench (Esc)")));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "full-controls");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_end (box, 14);
  gtk_widget_set_margin_bottom (box, 14);
  return box;
}

static void
ring_client_window_init (RingClientWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *canvas = ring_canvas_new ();
  GtkWidget *controls = make_controls (self);

  self->canvas = RING_CANVAS (canvas);
  /* Who draws may not say what: no client's name in lists of windows. */
  gtk_window_set_title (GTK_WINDOW (self), _ ("Ringwright"));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), controls);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  gtk_widget_grab_focus (canvas);
}

/* A screen where WINDOW is not; NULL where there is no other. */
static GdkMonitor *
find_other_monitor (GtkWindow *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; here != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here)
        return monitor; /* the display keeps it */
    }
  return NULL;
}

static int
fill_monitor (GtkWindow *window, GdkMonitor *monitor)
{
  GdkRectangle whole;

  /* Where no window manager makes it so, too. */
  gdk_monitor_get_geometry (monitor, &whole);
  gtk_window_set_default_size (window, whole.width, whole.height);
  gtk_window_fullscreen_on_monitor (window, monitor);
  return whole.width;
}

int
ring_client_fill_screen (GtkWindow *window, GtkWindow *other)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (other));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (other));

  return fill_monitor (window, gdk_display_get_monitor_at_surface (display, surface));
}

GtkWindow *
ring_client_window_new (GtkWindow *parent, RingCanvas *canvas)
{
  RingClientWindow *self = g_object_new (RING_TYPE_CLIENT_WINDOW, "transient-for", parent,
                                         "destroy-with-parent", TRUE, NULL);
  RingViewport *from = ring_canvas_get_viewport (canvas);
  RingViewport *to = ring_canvas_get_viewport (self->canvas);
  GdkMonitor *monitor = find_other_monitor (parent);
  GSettings *settings = ring_settings_get ();

  ring_canvas_set_true_scale (self->canvas, ring_canvas_get_true_scale (canvas));
  ring_canvas_set_guides_visible (self->canvas, ring_canvas_get_guides_visible (canvas));
  ring_canvas_set_design (self->canvas, ring_canvas_get_design (canvas));
  if (!ring_canvas_is_fitted (canvas))
    {
      ring_viewport_set_scale (to, ring_viewport_get_scale (from));
      ring_viewport_set_centre (to, ring_viewport_get_centre (from));
    }
  if (settings != NULL)
    g_settings_bind (settings, "client-opposite", self, "opposite", G_SETTINGS_BIND_DEFAULT);
  if (monitor != NULL)
    fill_monitor (GTK_WINDOW (self), monitor);
  else
    ring_client_fill_screen (GTK_WINDOW (self), parent);
  return GTK_WINDOW (self);
}

RingCanvas *
ring_client_window_get_canvas (RingClientWindow *self)
{
  return self->canvas;
}
