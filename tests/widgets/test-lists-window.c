/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows of supplier lists and of the library, and a list's stone on its way to a card. */
#include <string.h>

#include "ring-custody.h"
#include "ring-error.h"
#include "ring-library-window.h"
#include "ring-offer-attach.h"
#include "ring-offer-filter.h"
#include "ring-stones-window.h"
#include "ring-svg.h"
#include "ring-ui-test.h"

static const char list[] = "Stock #,Stone Type,Shape,Weight,Measurements,Lab,Report #,Total Price\n"
                           "A1,Sapphire,OV,1.58,8.12x5.94x4.10,GRS,13,\"€2,450\"\n"
                           "A2,Ruby,CU,2.00,7x7x5,,,\n"
                           "A3,Ruby,CU,none,7x7x5,,,\n";

static gpointer
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static guint
count_rows (GType type, GType view)
{
  GtkWidget *window = find_toplevel (type);
  GtkWidget *widget = window != NULL ? ring_ui_find_in (window, view) : NULL;
  GtkSelectionModel *model = NULL;

  if (widget != NULL)
    g_object_get (widget, "model", &model, NULL);
  if (model == NULL)
    return 0;
  g_object_unref (model);
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static gboolean
has_two_stones (gpointer data)
{
  return count_rows (RING_TYPE_STONES_WINDOW, GTK_TYPE_COLUMN_VIEW) == 2;
}

static gboolean
has_one_stone (gpointer data)
{
  return count_rows (RING_TYPE_STONES_WINDOW, GTK_TYPE_COLUMN_VIEW) == 1;
}

/* The dialog that asks about the list TEXT. */
static GtkWindow *
begin_import (RingUi *ui, const char *text)
{
  g_autofree char *path = ring_ui_path (ui, "list.csv");

  ring_test_write (path, text, -1);
  ring_ui_act (ui, "import-list", path);
  g_assert_true (ring_test_wait (has_dialog, NULL, RING_UI_DEADLINE));
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
}

static void
answer (GtkWindow *dialog, const char *response)
{
  g_signal_emit_by_name (dialog, "response", response);
  gtk_window_destroy (dialog);
}

static void
import_list (RingUi *ui)
{
  answer (begin_import (ui, list), "import");
  g_assert_true (ring_test_wait (has_two_stones, NULL, RING_UI_DEADLINE));
}

static char *
make_long (void)
{
  GString *text = g_string_new ("Stock #,Shape,Weight,Price\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "L%u,RD,1.00,900\n", i);
  return g_string_free (text, FALSE);
}

static gboolean
has_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes the window of stones; nothing may hold it for long. */
static void
close_stones (void)
{
  GtkWindow *window = find_toplevel (RING_TYPE_STONES_WINDOW);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (window);
  g_assert_true (ring_test_wait (has_gone, &window, RING_UI_DEADLINE));
}

static gboolean
is_empty (gpointer data)
{
  GtkWidget *window = find_toplevel (RING_TYPE_STONES_WINDOW);

  return window != NULL && ring_ui_count_labels (window, "No Supplier Lists Yet") == 1;
}

/* The window may be closed while a list comes in, and while it is asked about: the list has not
 * come then. */
static void
test_closed (RingUi *ui, gconstpointer data)
{
  g_autofree char *text = make_long ();

  begin_import (ui, text);
  close_stones ();
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  answer (begin_import (ui, text), "import");
  close_stones ();
  ring_ui_act (ui, "supplier-stones", NULL);
  g_assert_true (ring_test_wait (is_empty, NULL, RING_UI_DEADLINE));
}

static gboolean
has_report (gpointer data)
{
  return ring_ui_count_labels (find_toplevel (RING_TYPE_STONES_WINDOW),
                               "“list”: 2 stones imported. 1 row was not taken.")
         == 1;
}

/* A list comes in; words and a seat narrow it. */
static void
test_search (RingUi *ui, gconstpointer data)
{
  RingOfferFilter *filter;
  GtkWidget *window, *entry;

  ring_ui_show_bench (ui);
  import_list (ui);
  window = find_toplevel (RING_TYPE_STONES_WINDOW);
  g_assert_true (ring_test_wait (has_report, NULL, RING_UI_DEADLINE));
  entry = ring_ui_find_in (window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "grs");
  g_assert_true (ring_test_wait (has_one_stone, NULL, RING_UI_DEADLINE));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (ring_test_wait (has_two_stones, NULL, RING_UI_DEADLINE));
  filter = ring_ui_find_in (window, RING_TYPE_OFFER_FILTER);
  ring_offer_filter_set_seat (filter, RING_CUT_OVAL, 8.05, 5.9, "Oval");
  g_assert_true (ring_test_wait (has_one_stone, NULL, RING_UI_DEADLINE));
  ring_offer_filter_clear (filter);
  g_assert_true (ring_test_wait (has_two_stones, NULL, RING_UI_DEADLINE));
}

static void
set (RingDesign *design, const char *kind, const char *id, const char *field, const char *value)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "test");
  g_autoptr (RingRecord) empty = ring_record_new (kind, id);
  g_autoptr (RingRecord) record = ring_record_with (empty, field, value);

  ring_edit_set_record (edit, record);
  ring_design_commit (design, edit);
}

static const RingRecord *
get_stone (RingDesign *design, const char *id)
{
  return ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_STONE, id);
}

/* A gem that has a card keeps it when other stones are attached. */
static void
test_attach_gem (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_auto (RingOffer) offer = { .cut = RING_CUT_OVAL, .carat = 1.58, .length = 8.12, .width = 5.94 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const RingRecord *gem;

  set (design, RING_RECORD_GEM, "g1", "cut", "oval");
  first = ring_offer_attach (design, &offer, NULL, "g1", NULL);
  offer.length = 9;
  second = ring_offer_attach (design, &offer, NULL, "g1", NULL);
  g_assert_nonnull (get_stone (design, second));
  gem = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_GEM, "g1");
  g_assert_cmpstr (ring_record_get (gem, "stone"), ==, first);
  g_assert_cmpstr (ring_record_get (gem, "length"), ==, "8.12");
}

/* Onto a card that is wished for; not onto one of a stone in hand. */
static void
test_attach (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_auto (RingOffer) offer = { .cut = RING_CUT_OVAL,
                               .carat = 1.58,
                               .length = 8.12,
                               .width = 5.94,
                               .depth = 4.1,
                               .supplier = g_strdup ("Ratna & Co"),
                               .listed_ms = RING_TEST_NOW_MS };
  static const char *const wrong[] = { "bought", "logged" };
  g_autofree char *new_id = ring_offer_attach (design, &offer, NULL, NULL, NULL);
  g_autofree char *same = NULL;

  g_assert_nonnull (get_stone (design, new_id));
  set (design, RING_RECORD_STONE, "wished", "status", "wished");
  same = ring_offer_attach (design, &offer, "wished", NULL, NULL);
  g_assert_cmpstr (same, ==, "wished");
  g_assert_cmpstr (ring_record_get (get_stone (design, "wished"), "length"), ==, "8.12");
  g_assert_cmpstr (ring_record_get (get_stone (design, "wished"), "status"), ==, "wished");
  ring_design_undo (design);
  g_assert_null (ring_record_get (get_stone (design, "wished"), "length"));

  set (design, RING_RECORD_STONE, "bought", "status", "bought");
  set (design, RING_RECORD_STONE, "logged", "name", "x");
  set (design, RING_RECORD_CUSTODY, "k1", "stone", "logged");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = ring_offer_attach (design, &offer, wrong[i], NULL, &error);

      g_assert_null (id);
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
      g_assert_null (ring_record_get (get_stone (design, wrong[i]), "length"));
    }
  ring_design_set_read_only (design, TRUE);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (ring_offer_attach (design, &offer, NULL, NULL, &error));
    g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  }
}

static gboolean
has_design (gpointer data)
{
  return count_rows (RING_TYPE_LIBRARY_WINDOW, GTK_TYPE_GRID_VIEW) == GPOINTER_TO_UINT (data);
}

static gboolean
has_file (gpointer data)
{
  RingUi *ui = data;

  return ring_ui_get_record (ui, RING_RECORD_COMMISSION) != NULL;
}

static gpointer
take_design (guint i)
{
  GtkWidget *view = ring_ui_find_in (find_toplevel (RING_TYPE_LIBRARY_WINDOW), GTK_TYPE_GRID_VIEW);

  return g_list_model_get_item (G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (view))), i);
}

/* A folder's designs come, a new one with them; the others keep their cards; a press opens one. */
static void
test_library (RingUi *ui, gconstpointer data)
{
  g_autofree char *folder = ring_ui_path (ui, "designs");
  g_autofree char *one = g_build_filename (folder, "one.ring.svg", NULL);
  g_autofree char *two = g_build_filename (folder, "two.ring.svg", NULL);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;

  set (design, RING_RECORD_COMMISSION, "c1", "client", "Ana Ruiz");
  bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  ring_test_write (one, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  ring_ui_act (ui, "library-folder", folder);
  g_assert_true (ring_test_wait (has_design, GUINT_TO_POINTER (1), RING_UI_DEADLINE));
  before = take_design (0);
  ring_test_write (two, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_true (ring_test_wait (has_design, GUINT_TO_POINTER (2), RING_UI_DEADLINE));
  /* The last one comes first. */
  after = take_design (1);
  g_assert_true (before == after);
  g_signal_emit_by_name (
      ring_ui_find_in (find_toplevel (RING_TYPE_LIBRARY_WINDOW), GTK_TYPE_GRID_VIEW), "activate",
      0);
  g_assert_true (ring_test_wait (has_file, ui, RING_UI_DEADLINE));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/lists-window/attach", test_attach);
  g_test_add_func ("/lists-window/attach-gem", test_attach_gem);
#define ADD(name, func)                                                                            \
  g_test_add ("/lists-window/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("closed", test_closed);
  ADD ("search", test_search);
  ADD ("library", test_library);
#undef ADD
  return ring_test_run ();
}
