/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ui-test.h"

#include <string.h>

#include "ring-canvas.h"

void
ring_ui_iterate (void)
{
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/* A process has one application: its object stays on the bus until the process ends. */
static RingApplication *
take_application (void)
{
  static RingApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = ring_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

void
ring_ui_set_up (RingUi *ui, gconstpointer data)
{
  ui->folder = ring_test_make_folder ();
  ui->application = take_application ();
  g_application_activate (G_APPLICATION (ui->application));
  ui->window = RING_WINDOW (gtk_application_get_windows (GTK_APPLICATION (ui->application))->data);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

static void
count_down_cb (gpointer data, GObject *gone)
{
  (*(guint *) data)--;
}

void
ring_ui_tear_down (RingUi *ui, gconstpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (ui->application));
  guint left = g_list_length (windows);
  g_autoptr (GList) copy = g_list_copy (windows);

  for (GList *l = copy; l != NULL; l = l->next)
    g_object_weak_ref (l->data, count_down_cb, &left);
  for (GList *l = copy; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  g_assert_true (ring_test_wait (is_zero, &left, RING_UI_DEADLINE));
  g_free (ui->folder);
}

void
ring_ui_act (RingUi *ui, const char *action, const char *target)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (ui->window), action);

  g_assert_nonnull (found);
  g_assert_true (g_action_get_enabled (found));
  g_action_activate (found, target != NULL ? g_variant_new_string (target) : NULL);
  ring_ui_iterate ();
}

char *
ring_ui_path (RingUi *ui, const char *name)
{
  return g_build_filename (ui->folder, name, NULL);
}

RingDrawing *
ring_ui_drawing (RingUi *ui)
{
  return ring_design_get_drawing (ring_window_get_design (ui->window));
}

guint
ring_ui_n_windows (RingUi *ui)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (ui->application)));
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
search (GtkWidget *widget, Match match, gconstpointer data)
{
  if (match (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

gpointer
ring_ui_find_in (GtkWidget *widget, GType type)
{
  GtkWidget *found = search (widget, has_type, &type);

  g_assert_nonnull (found);
  return found;
}

static GtkDropTarget *
find_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

gboolean
ring_ui_drop (GtkWidget *widget, GSList *files, RingPoint at)
{
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_target (widget), "drop", &value, at.x, at.y, &taken);
  g_value_unset (&value);
  return taken;
}

gpointer
ring_ui_find (RingUi *ui, GType type)
{
  return ring_ui_find_in (GTK_WIDGET (ui->window), type);
}

gpointer
ring_ui_find_row (RingUi *ui, const char *title)
{
  GtkWidget *found = search (GTK_WIDGET (ui->window), has_title, title);

  if (found == NULL)
    g_error ("No row with the title “%s”", title);
  return found;
}

guint
ring_ui_count_in (GtkWidget *widget, GType type)
{
  guint n = has_type (widget, &type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ring_ui_count_in (child, type);
  return n;
}

guint
ring_ui_count_labels (GtkWidget *widget, const char *text)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
            && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ring_ui_count_labels (child, text);
  return n;
}

void
ring_ui_show_bench (RingUi *ui)
{
  ring_ui_act (ui, "show-view", "bench");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
}

const RingRecord *
ring_ui_get_record (RingUi *ui, const char *kind)
{
  return ring_drawing_find_record (ring_ui_drawing (ui), kind, NULL);
}

void
ring_ui_pin_stone (RingUi *ui)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingSample sample = { .x = origin.x, .y = origin.y - 40, .pressure = 0.5 };

  ring_ui_act (ui, "instrument", "note");
  ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_MOUSE);
  sample.time = 30;
  g_assert_true (ring_canvas_feed_sample (canvas, RING_CANVAS_UP, &sample, RING_CANVAS_MOUSE));
  ring_ui_iterate ();
}

void
ring_ui_keep_cb (gpointer instance, const char *message, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (message);
}
