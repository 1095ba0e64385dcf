/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Catalogue in the real window: every choice becomes a record, a number and a price, and what
 * is not made offers nothing. */
#include "ring-catalogue-page.h"
#include "ring-catalogue-reader.h"
#include "ring-catalogue-text.h"
#include "ring-ui-test.h"

static RingCataloguePage *
page_of (RingUi *ui)
{
  return ring_ui_find (ui, RING_TYPE_CATALOGUE_PAGE);
}

static const RingRecord *
record_of (RingUi *ui)
{
  return ring_drawing_find_record (ring_ui_drawing (ui), RING_RECORD_CHOICE, NULL);
}

/* An option of MENU other than the one that is chosen. */
static const char *
another (RingUi *ui, guint menu)
{
  const RingMenu *m = ring_catalogue_get_menu (ring_catalogue_get_bundled (), menu);
  RingChoice choice;

  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &choice, NULL));
  return m->options[choice.option[menu] == 0 ? 1 : 0].code;
}

static void
test_choose (RingUi *ui, gconstpointer data)
{
  RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autofree char *before = ring_catalogue_page_get_number (page_of (ui));
  g_autofree char *after = NULL;
  g_autofree char *expected = NULL;
  RingChoice shown, recorded;
  const char *metal = another (ui, (guint) ring_catalogue_find_menu (catalogue, "metal"));

  g_assert_null (record_of (ui));
  g_assert_true (ring_catalogue_page_choose (page_of (ui), "metal", metal));
  after = ring_catalogue_page_get_number (page_of (ui));
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (after, !=, "");
  g_assert_nonnull (record_of (ui));
  g_assert_true (ring_catalogue_read_choice (catalogue, record_of (ui), &recorded));
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &shown, NULL));
  expected = ring_catalogue_format_number (catalogue, &recorded);
  g_assert_cmpstr (after, ==, expected);
  g_assert_cmpmem (shown.option, sizeof shown.option, recorded.option, sizeof recorded.option);
  g_assert_false (ring_catalogue_page_choose (page_of (ui), "metal", "no such metal"));
  g_assert_false (ring_catalogue_page_choose (page_of (ui), "no such menu", metal));
}

static void
test_undo_follows (RingUi *ui, gconstpointer data)
{
  g_autofree char *before = ring_catalogue_page_get_number (page_of (ui));
  g_autofree char *after = NULL;
  RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  const char *metal = another (ui, (guint) ring_catalogue_find_menu (catalogue, "metal"));

  ring_catalogue_page_choose (page_of (ui), "metal", metal);
  ring_ui_act (ui, "undo", NULL);
  g_assert_null (record_of (ui));
  after = ring_catalogue_page_get_number (page_of (ui));
  g_assert_cmpstr (after, ==, before);
  ring_ui_act (ui, "redo", NULL);
  g_assert_nonnull (record_of (ui));
}

static void
test_engraving (RingUi *ui, gconstpointer data)
{
  GtkEditable *row = ring_ui_find_row (ui, "Engraving, up to 20 characters");
  g_autofree char *number = NULL;
  RingChoice choice;

  gtk_editable_set_text (row, "FOREVER");
  number = ring_catalogue_page_get_number (page_of (ui));
  g_assert_true (g_str_has_suffix (number, ", \"FOREVER\""));
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &choice, NULL));
  g_assert_cmpstr (choice.engraving, ==, "FOREVER");
  gtk_editable_set_text (row, "àéîõüàéîõüàéîõüàéîõüàéîõü");
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &choice, NULL));
  g_assert_cmpint (g_utf8_strlen (choice.engraving, -1), <=, 20);
  ring_ui_act (ui, "undo", NULL);
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &choice, NULL));
  g_assert_cmpstr (gtk_editable_get_text (row), ==, choice.engraving);
}

static void
test_limited (RingUi *ui, gconstpointer data)
{
  GtkSwitch *toggle = ring_ui_find_in (ring_ui_find_row (ui, "Limited edition"), GTK_TYPE_SWITCH);
  RingChoice choice;

  gtk_switch_set_active (toggle, TRUE);
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &choice, NULL));
  g_assert_true (choice.limited);
  ring_ui_act (ui, "undo", NULL);
  g_assert_false (gtk_switch_get_active (toggle));
}

/* The first pair of options that the house does not make together; a catalogue may make all. */
static gboolean
find_not_made (const RingCatalogue *catalogue, RingChoice *choice)
{
  guint n = ring_catalogue_get_n_menus (catalogue);

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      for (guint i = 0; i < ring_catalogue_get_menu (catalogue, a)->n_options; i++)
        for (guint k = 0; k < ring_catalogue_get_menu (catalogue, b)->n_options; k++)
          {
            ring_catalogue_first_choice (catalogue, choice);
            choice->option[a] = i;
            choice->option[b] = k;
            if (!ring_catalogue_is_made (catalogue, choice, NULL))
              return TRUE;
          }
  return FALSE;
}

static void
test_not_made (RingUi *ui, gconstpointer data)
{
  RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autofree char *number = NULL;
  RingChoice choice, kept;
  gboolean made = TRUE;

  /* The house catalogue has pairs that cannot be made. */
  g_assert_true (find_not_made (catalogue, &choice));
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, m);

      ring_catalogue_page_choose (page_of (ui), menu->id, menu->options[choice.option[m]].code);
    }
  number = ring_catalogue_page_get_number (page_of (ui));
  g_assert_cmpstr (number, ==, "");
  g_assert_true (ring_catalogue_page_get_choice (page_of (ui), &kept, &made));
  g_assert_false (made);
  g_assert_cmpmem (kept.option, sizeof kept.option, choice.option, sizeof choice.option);
  /* What is recorded is a ring that can be had, and this one cannot be carried. */
  if (record_of (ui) != NULL)
    {
      g_assert_true (ring_catalogue_read_choice (catalogue, record_of (ui), &kept));
      g_assert_true (ring_catalogue_is_made (catalogue, &kept, NULL));
    }
  ring_ui_act (ui, "carry", NULL);
  g_assert_cmpuint (ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_PRESET), ==, 0);
}

/* Somebody looks at the menus for a moment. */
static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () - *(gint64 *) data > 30000;
}

static void
test_seconds (RingUi *ui, gconstpointer data)
{
  RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  const char *metal = another (ui, (guint) ring_catalogue_find_menu (catalogue, "metal"));
  gint64 start = g_get_monotonic_time ();
  double seconds;

  g_assert_true (ring_test_wait (is_past, &start, RING_UI_DEADLINE));
  ring_catalogue_page_choose (page_of (ui), "metal", metal);
  g_assert_true (ring_record_get_number (record_of (ui), "seconds", &seconds));
  g_assert_cmpfloat (seconds, >, 0.02);
  g_assert_cmpfloat (seconds, <, 60);
}

static void
test_grouped (void)
{
  const struct
  {
    guint64 number;
    const char *text;
  } cases[] = { { 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 18249, "18,249" },
                { 1234567, "1,234,567" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ring_catalogue_text_grouped (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/catalogue-page/grouped", test_grouped);
#define ADD(name, func) g_test_add ("/catalogue-page/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("choose", test_choose);
  ADD ("undo-follows", test_undo_follows);
  ADD ("engraving", test_engraving);
  ADD ("limited", test_limited);
  ADD ("not-made", test_not_made);
  ADD ("seconds", test_seconds);
#undef ADD
  return ring_test_run ();
}
