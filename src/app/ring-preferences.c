/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-preferences.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-group.h"
#include "ring-commission.h"
#include "ring-floor-preferences.h"
#include "ring-limits-settings.h"
#include "ring-number.h"
#include "ring-paper-preferences.h"
#include "ring-parts.h"
#include "ring-rate-row.h"
#include "ring-rates-settings.h"

#define STEP 0.05

static double
get_limit (const RingMinimum *minimum)
{
  return ring_limits_get (ring_limits_settings_get (ring_limits_settings_get_default ()),
                          minimum->id);
}

static void
set_limit (const RingMinimum *minimum, double mm)
{
  ring_limits_settings_set (ring_limits_settings_get_default (), minimum->id, mm);
}

/* The button is there where the shop has its own figure. */
static void
spin_cb (GtkSpinButton *spin, GtkWidget *reset)
{
  const RingMinimum *minimum = g_object_get_data (G_OBJECT (spin), "minimum");

  set_limit (minimum, gtk_spin_button_get_value (spin));
  gtk_widget_set_sensitive (reset, get_limit (minimum) != minimum->mm);
}

static void
reset_cb (GtkSpinButton *spin)
{
  const RingMinimum *minimum = g_object_get_data (G_OBJECT (spin), "minimum");

  gtk_spin_button_set_value (spin, minimum->mm);
  /* The button's steps are coarser than some sources. */
  set_limit (minimum, minimum->mm);
}

static GtkWidget *
new_reset (const RingMinimum *minimum)
{
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *mm = ring_number_format (minimum->mm, 2);
  /* Translators: a length in millimetres that a source gives. */
  g_autofree char *hint = g_strdup_printf (_ ("As the source says: %s mm"), mm);
  /* Translators: the name of a rule, and a length in millimetres that a source gives. */
  g_autofree char *name
    = g_strdup_printf (_ ("%s: as the source says, %s mm"), _ (minimum->label), mm);

  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_tooltip_text (reset, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (reset, get_limit (minimum) != minimum->mm);
  return reset;
}

static GtkWidget *
new_row (const RingMinimum *minimum)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, RING_LIMITS_MOST, STEP);
  GtkWidget *reset = new_reset (minimum);
  const char *label = _ (minimum->label);

  /* Sources hold ampersands. */
  g_object_set (row, "use-markup", FALSE, "title", label, "subtitle", minimum->source,
                "subtitle-lines", 0, NULL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 2);
  ring_parts_leave_wheel (spin);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), get_limit (minimum));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (spin), "minimum", (gpointer) minimum);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (spin_cb), reset, 0);
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_cb), spin, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reset);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static AdwPreferencesPage *
new_rules_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Bench Rules"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "ring-bench-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("At Least, mm"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _ ("What the bench rules measure against. The figures are from the sources below; where yours "
       "differ, yours count."));
  for (guint i = 0; i < ring_minimum_get_n (); i++)
    if (ring_minimum_get (i)->measured)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (ring_minimum_get (i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_PAGE (page);
}

/* -------------------------------------------------------------------- prices */

static void
currency_cb (AdwComboRow *row)
{
  const char *code = ring_commission_currencies ()[adw_combo_row_get_selected (row)];

  ring_rates_set (ring_rates_settings_get_default (), RING_TERM_CURRENCY, &(RingRate){ code, "", "" });
}

static GtkWidget *
new_currency (void)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *const *codes = ring_commission_currencies ();
  const char *present = ring_rates_get_currency (ring_rates_settings_get_default ());
  g_autoptr (GtkStringList) list = gtk_string_list_new (codes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Currency of prices"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], present))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (currency_cb), NULL);
  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_rate (AdwPreferencesGroup *group, const char *name)
{
  adw_preferences_group_add (
    group, ring_rate_row_new_for_shop (name, ring_rates_settings_get_default ()));
}

/* Prices of small stones come up with the designs that have them; here are those that were entered. */
static void
add_rates (AdwPreferencesPage *page, const char *prefix, const char *title)
{
  g_autoptr (GPtrArray) usual = ring_rate_names ();
  g_autofree const char **known = ring_rates_list (ring_rates_settings_get_default ());
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; known[i] != NULL; i++)
    if (g_str_has_prefix (known[i], prefix)
        && !g_ptr_array_find_with_equal_func (usual, known[i], g_str_equal, NULL))
      g_ptr_array_add (usual, g_strdup (known[i]));
  for (guint i = 0; i < usual->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (usual, i), prefix))
      {
        if (group == NULL)
          group = add_group (page, title, NULL);
        add_rate (group, g_ptr_array_index (usual, i));
      }
}

static AdwPreferencesPage *
new_prices_page (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group;
  guint n;
  const RingTerm *terms = ring_terms (&n);

  adw_preferences_page_set_title (page, _ ("Prices"));
  adw_preferences_page_set_icon_name (page, "ring-prices-symbolic");
  group = add_group (page, _ ("Estimates"),
                     _ ("What your shop reckons with. Nothing is fetched from anywhere; each price keeps the "
                        "day on which you entered it. A design that has kept its prices stays with them."));
  adw_preferences_group_add (group, new_currency ());
  add_rate (group, "hour");
  for (guint i = 0; i < n; i++)
    add_rate (group, terms[i].name);
  add_rates (page, "metal/", _ ("Metal, per Gram"));
  add_rates (page, "setting/", _ ("Setting a Stone"));
  add_rates (page, "layout/", _ ("Setting Small Stones"));
  add_rates (page, "carat/", _ ("Small Stones, per Carat"));
  add_rates (page, "piece/", _ ("Small Stones, Each"));
  return page;
}

static AdwPreferencesPage *
new_catalogue_page (RingCatalogueSource *source)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Catalogue"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "ring-catalogue-symbolic");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (ring_catalogue_group_new (source)));
  return ADW_PREFERENCES_PAGE (page);
}

GtkWindow *
ring_preferences_new (GtkWindow *parent, RingCatalogueSource *catalogue)
{
  GtkWidget *window = adw_preferences_window_new ();

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), new_catalogue_page (catalogue));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), new_rules_page ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), new_prices_page ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ring_paper_preferences_new ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ring_floor_preferences_new ());
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_modal (GTK_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return GTK_WINDOW (window);
}
