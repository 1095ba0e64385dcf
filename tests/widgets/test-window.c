/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: its views, its file and its commands, by the actions that everything else uses. */
#include <string.h>

#include "ring-drawing.h"
#include "ring-instruments.h"
#include "ring-ui-test.h"

static gboolean
has_file (gpointer data)
{
  RingUi *ui = data;

  return ring_workfile_get_file (ring_window_get_workfile (ui->window)) != NULL
         && !ring_workfile_get_busy (ring_window_get_workfile (ui->window))
         && !ring_design_get_modified (ring_window_get_design (ui->window));
}

static gboolean
has_message (gpointer data)
{
  return ring_window_get_message (((RingUi *) data)->window) != NULL;
}

static gboolean
has_two_windows (gpointer data)
{
  return ring_ui_n_windows (data) == 2;
}

static gboolean
file_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
set_client (RingUi *ui, const char *name)
{
  RingEdit *edit = ring_edit_new (ring_ui_drawing (ui), "Client");
  g_autoptr (RingRecord) plain = ring_record_new (RING_RECORD_COMMISSION, NULL);
  g_autoptr (RingRecord) record = ring_record_with (plain, "client", name);

  ring_edit_set_record (edit, record);
  g_assert_true (ring_design_commit (ring_window_get_design (ui->window), edit));
}

static void
save (RingUi *ui, const char *path)
{
  ring_ui_act (ui, "save-path", path);
  g_assert_true (ring_test_wait (has_file, ui, RING_UI_DEADLINE));
}

static void
test_views (RingUi *ui, gconstpointer data)
{
  const char *const views[] = { "difference", "bench", "catalogue" };
  AdwViewStack *stack = ring_ui_find (ui, ADW_TYPE_VIEW_STACK);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (ui->window), "show-view");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GVariant) state = NULL;

      ring_ui_act (ui, "show-view", views[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, views[i]);
      state = g_action_get_state (action);
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, views[i]);
    }
  /* A view that is not there is no reason to leave this one. */
  ring_ui_act (ui, "show-view", "museum");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "catalogue");
}

static void
test_title (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = ring_ui_path (ui, "Ada & Grace.ring.svg");

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (ui->window)), ==, "New Design");
  set_client (ui, "Ada");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (ui->window)), ==, "• New Design");
  save (ui, path);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (ui->window)), ==, "Ada & Grace");
}

static void
test_carry_and_undo (RingUi *ui, gconstpointer data)
{
  AdwViewStack *stack = ring_ui_find (ui, ADW_TYPE_VIEW_STACK);
  RingView *view;
  RingLayer *layer;

  ring_ui_act (ui, "carry", NULL);
  g_assert_null (ring_window_get_message (ui->window));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "bench");
  view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  layer = ring_view_get_layer_by_role (view, RING_ROLE_UNDERLAY);
  g_assert_cmpuint (ring_layer_get_n_items (layer), ==, 1);
  g_assert_nonnull (ring_item_get_preset (ring_layer_get_item (layer, 0)));
  g_assert_true (ring_layer_get_head (layer)->locked);
  g_assert_nonnull (ring_drawing_find_record (ring_ui_drawing (ui), RING_RECORD_CHOICE, NULL));

  /* One step back takes all of it away, from whichever view. */
  ring_ui_act (ui, "show-view", "difference");
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_PRESET), ==, 0);
  g_assert_null (ring_drawing_find_record (ring_ui_drawing (ui), RING_RECORD_CHOICE, NULL));
  ring_ui_act (ui, "redo", NULL);
  g_assert_cmpuint (ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_PRESET), ==, 1);
}

static void
test_save_and_reopen (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = ring_ui_path (ui, "one.ring.svg");
  RingWindow *first = ui->window;
  const RingRecord *record;

  ring_ui_act (ui, "carry", NULL);
  set_client (ui, "Grace");
  save (ui, path);

  /* The same file once more is the same window. */
  ring_ui_act (ui, "open-path", path);
  for (int i = 0; i < 10; i++)
    ring_ui_iterate ();
  g_assert_cmpuint (ring_ui_n_windows (ui), ==, 1);

  /* An empty window takes the file that is opened in it. */
  gtk_window_destroy (GTK_WINDOW (first));
  ring_ui_iterate ();
  g_application_activate (G_APPLICATION (ui->application));
  ui->window = gtk_application_get_windows (GTK_APPLICATION (ui->application))->data;
  ring_ui_act (ui, "open-path", path);
  g_assert_true (ring_test_wait (has_file, ui, RING_UI_DEADLINE));
  g_assert_cmpuint (ring_ui_n_windows (ui), ==, 1);
  record = ring_drawing_find_record (ring_ui_drawing (ui), RING_RECORD_COMMISSION, NULL);
  g_assert_cmpstr (ring_record_get (record, "client"), ==, "Grace");
  g_assert_cmpuint (ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_PRESET), ==, 1);
}

static void
test_open_beside (RingUi *ui, gconstpointer data)
{
  g_autofree char *one = ring_ui_path (ui, "one.ring.svg");
  g_autofree char *two = ring_ui_path (ui, "two.ring.svg");

  set_client (ui, "Ada");
  save (ui, one);
  set_client (ui, "Grace");
  save (ui, two);
  /* What is open stays open: the other file gets a window of its own. */
  ring_ui_act (ui, "open-path", one);
  g_assert_true (ring_test_wait (has_two_windows, ui, RING_UI_DEADLINE));
}

static void
test_bad_files (RingUi *ui, gconstpointer data)
{
  const char *const contents[] = { NULL, "", "no XML at all", "<svg", "<html xmlns='urn:x'/>" };
  RingDrawing *before;

  set_client (ui, "Ada");
  before = ring_ui_drawing (ui);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *name = g_strdup_printf ("bad-%u.ring.svg", i);
      g_autofree char *path = ring_ui_path (ui, name);

      if (contents[i] != NULL)
        ring_test_write (path, contents[i], -1);
      gtk_info_bar_response (ring_ui_find (ui, GTK_TYPE_INFO_BAR), GTK_RESPONSE_CLOSE);
      g_assert_null (ring_window_get_message (ui->window));
      ring_ui_act (ui, "open-path", path);
      g_assert_true (ring_test_wait (has_message, ui, RING_UI_DEADLINE));
      g_assert_cmpuint (ring_ui_n_windows (ui), ==, 1);
      g_assert_true (ring_ui_drawing (ui) == before);
    }
}

static void
test_outputs (RingUi *ui, gconstpointer data)
{
  const struct
  {
    const char *action, *name, *begins;
  } outputs[] = {
    { "export-path", "a.pdf", "%PDF" },
    { "export-path", "a.svg", "<?xml" },
    { "export-path", "a.png", "\x89PNG" },
    { "print-to-file", "b.pdf", "%PDF" },
  };

  ring_ui_act (ui, "carry", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *path = ring_ui_path (ui, outputs[i].name);
      g_autoptr (GBytes) bytes = NULL;

      ring_ui_act (ui, outputs[i].action, path);
      if (!ring_test_wait (file_is_there, path, RING_UI_DEADLINE))
        g_error ("%s is not there: %s", path, ring_window_get_message (ui->window));
      ring_ui_iterate ();
      bytes = ring_test_read (path);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 200);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), outputs[i].begins, 4) == 0);
      g_assert_null (ring_window_get_message (ui->window));
    }
}

static void
test_close_asks (RingUi *ui, gconstpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (toplevels);

  set_client (ui, "Ada");
  ring_ui_act (ui, "close", NULL);
  g_assert_cmpuint (ring_ui_n_windows (ui), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, n + 1);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (dialog))
        {
          adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
          gtk_window_destroy (dialog);
          break;
        }
    }
  ring_ui_iterate ();
  g_assert_true (ring_design_get_modified (ring_window_get_design (ui->window)));
}

static void
test_tools (RingUi *ui, gconstpointer data)
{
  const char *const tools[] = { "eraser", "note", "brush", "pen" };
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (ui->window), "instrument");

  ring_ui_act (ui, "show-view", "bench");
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autoptr (GVariant) state = NULL;

      ring_ui_act (ui, "instrument", tools[i]);
      state = g_action_get_state (action);
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, tools[i]);
    }
  ring_ui_act (ui, "zoom-in", NULL);
  ring_ui_act (ui, "zoom-fit", NULL);
}

/* Every own icon that a template or a source names is in the resources. */
static void
test_icons (RingUi *ui, gconstpointer data)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (ui->window)));
  const char *const names[] = {
    "ring-brush-symbolic", "ring-catalogue-symbolic", "ring-cutting-eraser-symbolic",
    "ring-difference-symbolic",
    "ring-eraser-symbolic", "ring-fine-liner-symbolic", "ring-fit-symbolic",
    "ring-gouache-symbolic", "ring-marker-symbolic", "ring-pencil-symbolic", "ring-wash-symbolic", "ring-flag-clear-symbolic", "ring-flag-raised-symbolic",
    "ring-flag-unknown-symbolic", "ring-panel-symbolic", "ring-pen-symbolic",
    "ring-pin-symbolic", "ring-zoom-in-symbolic", "ring-zoom-out-symbolic",
    "edit-undo-symbolic", "edit-redo-symbolic", "open-menu-symbolic", "view-reveal-symbolic",
    "view-conceal-symbolic", "view-restore-symbolic", "changes-prevent-symbolic", "changes-allow-symbolic", RING_APP_ID,
  };

  guint n_tools;
  const RingInstrumentsTool *tools = ring_instruments_get_tools (&n_tools);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!gtk_icon_theme_has_icon (theme, names[i]))
      g_error ("No icon “%s”", names[i]);
  for (guint i = 0; i < n_tools; i++)
    if (!gtk_icon_theme_has_icon (theme, tools[i].icon))
      g_error ("No icon “%s”", tools[i].icon);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window; /* the list keeps it */
    }
  return NULL;
}

/* A window that waits hidden ends the program where a screen reader of GTK 4.8 asks for it. */
static void
assert_all_visible (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (!gtk_widget_get_visible (window))
        g_error ("A hidden %s", G_OBJECT_TYPE_NAME (window));
    }
}

static void
test_help (RingUi *ui, gconstpointer data)
{
  GtkWindow *help;

  assert_all_visible ();
  g_assert_null (find_window (GTK_TYPE_SHORTCUTS_WINDOW));
  ring_ui_act (ui, "show-help-overlay", NULL);
  help = find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (help);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (help));
  /* Once is enough. */
  ring_ui_act (ui, "show-help-overlay", NULL);
  gtk_window_close (help);
  ring_ui_iterate ();
  g_assert_null (find_window (GTK_TYPE_SHORTCUTS_WINDOW));
  assert_all_visible ();
  ring_ui_act (ui, "show-help-overlay", NULL);
  g_assert_nonnull (find_window (GTK_TYPE_SHORTCUTS_WINDOW));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/window/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("views", test_views);
  ADD ("title", test_title);
  ADD ("carry-and-undo", test_carry_and_undo);
  ADD ("save-and-reopen", test_save_and_reopen);
  ADD ("open-beside", test_open_beside);
  ADD ("bad-files", test_bad_files);
  ADD ("outputs", test_outputs);
  ADD ("close-asks", test_close_asks);
  ADD ("tools", test_tools);
  ADD ("icons", test_icons);
  ADD ("help", test_help);
#undef ADD
  return ring_test_run ();
}
