/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-print-settings.h"

#include "ring-settings.h"

/* a{sv}: by layout a dictionary of what was chosen for it. */
#define LAYOUTS "print-layouts"
/* a{s(dd)}: what 100 mm are across and along, by printer. */
#define PRINTERS "printer-measures"

static GVariant *
get_layout (RingExportLayout layout)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, LAYOUTS) : NULL;

  return all != NULL ? g_variant_lookup_value (all, ring_export_layout_name (layout), G_VARIANT_TYPE_VARDICT) : NULL;
}

/* Sets what of the layout's dictionary TAKEN has; the rest stays. Takes the floating TAKEN. */
static void
set_layout (RingExportLayout layout, GVariant *taken)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) new = g_variant_ref_sink (taken);
  g_autoptr (GVariant) old = get_layout (layout);
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariantDict) dict = g_variant_dict_new (old);
  g_autoptr (GVariantDict) layouts = NULL;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (settings == NULL)
    return;
  g_variant_iter_init (&iter, new);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    g_variant_dict_insert_value (dict, key, value);
  all = g_settings_get_value (settings, LAYOUTS);
  layouts = g_variant_dict_new (all);
  g_variant_dict_insert_value (layouts, ring_export_layout_name (layout), g_variant_dict_end (dict));
  g_settings_set_value (settings, LAYOUTS, g_variant_dict_end (layouts));
}

void
ring_print_settings_load (RingExportLayout layout, RingExportOptions *options, gboolean *shop)
{
  g_autoptr (GVariant) own = get_layout (layout);

  ring_export_options_init (options);
  options->layout = layout;
  *shop = TRUE;
  if (own == NULL)
    return;
  g_variant_lookup (own, "scale", "d", &options->scale);
  g_variant_lookup (own, "bars", "b", &options->scale_bar);
  g_variant_lookup (own, "check-page", "b", &options->check_page);
  g_variant_lookup (own, "shop", "b", shop);
  if (!(options->scale >= 0.1 && options->scale <= 10))
    options->scale = 1;
}

void
ring_print_settings_save (const RingExportOptions *options, gboolean shop)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "scale", g_variant_new_double (options->scale));
  g_variant_builder_add (&builder, "{sv}", "bars", g_variant_new_boolean (options->scale_bar));
  g_variant_builder_add (&builder, "{sv}", "check-page", g_variant_new_boolean (options->check_page));
  g_variant_builder_add (&builder, "{sv}", "shop", g_variant_new_boolean (shop));
  set_layout (options->layout, g_variant_builder_end (&builder));
}

GtkPrintSettings *
ring_print_settings_get (RingExportLayout layout)
{
  g_autoptr (GVariant) own = get_layout (layout);
  g_autoptr (GVariant) kept = own != NULL ? g_variant_lookup_value (own, "settings", G_VARIANT_TYPE_VARDICT) : NULL;

  return kept != NULL ? gtk_print_settings_new_from_gvariant (kept) : gtk_print_settings_new ();
}

GtkPageSetup *
ring_print_settings_get_setup (RingExportLayout layout)
{
  g_autoptr (GVariant) own = get_layout (layout);
  g_autoptr (GVariant) kept = own != NULL ? g_variant_lookup_value (own, "setup", G_VARIANT_TYPE_VARDICT) : NULL;

  return kept != NULL ? gtk_page_setup_new_from_gvariant (kept) : NULL;
}

void
ring_print_settings_keep (RingExportLayout layout, GtkPrintSettings *settings, GtkPageSetup *setup)
{
  g_autoptr (GtkPrintSettings) kept = settings != NULL ? gtk_print_settings_copy (settings) : NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (kept != NULL)
    {
      /* How many and which pages is a matter of this once. */
      gtk_print_settings_unset (kept, GTK_PRINT_SETTINGS_N_COPIES);
      gtk_print_settings_unset (kept, GTK_PRINT_SETTINGS_PRINT_PAGES);
      gtk_print_settings_unset (kept, GTK_PRINT_SETTINGS_PAGE_RANGES);
      gtk_print_settings_unset (kept, GTK_PRINT_SETTINGS_OUTPUT_URI);
      g_variant_builder_add (&builder, "{sv}", "settings", gtk_print_settings_to_gvariant (kept));
    }
  if (setup != NULL)
    g_variant_builder_add (&builder, "{sv}", "setup", gtk_page_setup_to_gvariant (setup));
  set_layout (layout, g_variant_builder_end (&builder));
}

/* ----------------------------------------------------------------- printers */

void
ring_print_settings_get_measured (const char *printer, double *across, double *along)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, PRINTERS) : NULL;
  double least = 100 * (1 - RING_EXPORT_MOST_CORRECTION), most = 100 * (1 + RING_EXPORT_MOST_CORRECTION);

  *across = *along = 100;
  if (all == NULL || printer == NULL || !g_variant_lookup (all, printer, "(dd)", across, along))
    return;
  if (!(*across >= least && *across <= most && *along >= least && *along <= most))
    *across = *along = 100;
}

void
ring_print_settings_set_measured (const char *printer, double across, double along)
{
  GSettings *settings = ring_settings_get ();
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  double x, y;

  if (settings == NULL || printer == NULL)
    return;
  all = g_settings_get_value (settings, PRINTERS);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(dd)}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s(dd)}", &name, &x, &y))
    if (!g_str_equal (name, printer))
      g_variant_builder_add (&builder, "{s(dd)}", name, x, y);
  if (across != 100 || along != 100)
    g_variant_builder_add (&builder, "{s(dd)}", printer, across, along);
  g_settings_set_value (settings, PRINTERS, g_variant_builder_end (&builder));
}

void
ring_print_settings_correct (RingExportOptions *options, const char *printer)
{
  double across, along;

  ring_print_settings_get_measured (printer, &across, &along);
  options->correct_x = 100 / across;
  options->correct_y = 100 / along;
}
