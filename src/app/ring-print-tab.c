/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-print-tab.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-parts.h"
#include "ring-print-settings.h"
#include "ring-revision.h"

#define MARGIN 18

struct _RingPrintTab
{
  GtkBox parent_instance;

  RingDrawing *drawing;
  GPtrArray *revisions; /* of const RingRecord */
  char *printer;
  GtkWidget *layout, *scale, *scale_label, *revision, *bars, *check_page, *shop;
  GtkWidget *across, *along, *warning;
};

G_DEFINE_FINAL_TYPE (RingPrintTab, ring_print_tab, GTK_TYPE_BOX)

const char *
ring_print_tab_label (RingExportLayout layout)
{
  static const char *const labels[] = { NC_ ("sheet", "Sketch"),         NC_ ("sheet", "Strip as a pattern"),
                                        NC_ ("sheet", "Client's sheet"), NC_ ("sheet", "Receipts"),
                                        NC_ ("sheet", "Quote"),          NC_ ("sheet", "Bench sheet") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "sheet", labels[layout]);
}

static RingExportLayout
get_layout (RingPrintTab *self)
{
  return (RingExportLayout) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->layout));
}

static void
set_toggle (GtkWidget *toggle, gboolean active)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (toggle), active);
}

/* Each layout as it was printed last. */
static void
layout_cb (RingPrintTab *self)
{
  gboolean sketch = get_layout (self) == RING_EXPORT_SKETCH;
  RingExportOptions options;
  gboolean shop;

  ring_print_settings_load (get_layout (self), &options, &shop);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->scale), 100 * options.scale);
  set_toggle (self->bars, options.scale_bar);
  set_toggle (self->check_page, options.check_page);
  set_toggle (self->shop, shop);
  gtk_widget_set_sensitive (self->scale, sketch);
  gtk_widget_set_sensitive (self->scale_label, sketch);
  /* The others have the shop's letterhead; those two are drawings. */
  gtk_widget_set_sensitive (self->shop, !sketch && get_layout (self) != RING_EXPORT_STRIP);
}

static void
measured_cb (RingPrintTab *self)
{
  if (self->printer != NULL)
    ring_print_settings_set_measured (self->printer, gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->across)),
                                      gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->along)));
}

void
ring_print_tab_get (RingPrintTab *self, RingExportOptions *options, gboolean *shop, const char **revision)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->revision));

  ring_export_options_init (options);
  options->layout = get_layout (self);
  options->scale = options->layout == RING_EXPORT_SKETCH
                       ? gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->scale)) / 100
                       : 1;
  options->scale_bar = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->bars));
  options->check_page = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check_page));
  *shop = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->shop));
  *revision = i > 0 && i <= self->revisions->len ? ring_record_get_id (self->revisions->pdata[i - 1]) : NULL;
  ring_print_settings_save (options, *shop);
}

/* What the settings would do to the millimetres; NULL for nothing. */
static char *
describe_scaling (GtkPrintSettings *settings)
{
  double scale = settings != NULL ? gtk_print_settings_get_scale (settings) : 100;
  g_autofree char *percent = ring_number_format (scale, 0);

  if (scale != 100)
    return g_strdup_printf (_ ("The page setup says %s %%. It is printed at 100 %%, so that its millimetres are true."), percent);
  if (settings != NULL && gtk_print_settings_get_number_up (settings) > 1)
    return g_strdup (_ ("Several pages on one sheet would be smaller than true: each gets a sheet of its own."));
  return NULL;
}

void
ring_print_tab_set_printer (RingPrintTab *self, const char *printer, GtkPrintSettings *settings)
{
  g_autofree char *text = describe_scaling (settings);
  g_autofree char *name = g_strdup (printer);
  double across, along;

  gtk_label_set_text (GTK_LABEL (self->warning), text != NULL ? text : "");
  gtk_widget_set_visible (self->warning, text != NULL);
  if (g_strcmp0 (self->printer, name) == 0)
    return;
  /* Not of the printer that was chosen before. */
  g_clear_pointer (&self->printer, g_free);
  ring_print_settings_get_measured (name, &across, &along);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->across), across);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->along), along);
  self->printer = g_steal_pointer (&name);
}

/* ------------------------------------------------------------------- object */

static void
ring_print_tab_dispose (GObject *object)
{
  RingPrintTab *self = RING_PRINT_TAB (object);

  g_clear_pointer (&self->drawing, ring_drawing_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->printer, g_free);
  G_OBJECT_CLASS (ring_print_tab_parent_class)->dispose (object);
}

static void
ring_print_tab_class_init (RingPrintTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_print_tab_dispose;
}

static void
ring_print_tab_init (RingPrintTab *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self), MARGIN);
}

static GtkWidget *
add_check (GtkWidget *box, const char *label)
{
  GtkWidget *check = ring_parts_new_check (label);

  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
add_revisions (RingPrintTab *self, GtkWidget *grid)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, (gpointer) _ ("As it is now"));
  for (guint i = 0; i < self->revisions->len; i++)
    g_ptr_array_add (labels, (gpointer) ring_revision_get_name (self->revisions->pdata[i]));
  g_ptr_array_add (labels, NULL);
  self->revision = gtk_drop_down_new_from_strings ((const char *const *) labels->pdata);
  ring_parts_attach (grid, 2, _ ("Revision"), self->revision);
}

static void
add_choices (RingPrintTab *self)
{
  GtkWidget *grid = ring_parts_new_grid ();
  const char *labels[RING_N_EXPORT_LAYOUTS + 1] = { NULL };

  for (guint i = 0; i < RING_N_EXPORT_LAYOUTS; i++)
    labels[i] = ring_print_tab_label ((RingExportLayout) i);
  self->layout = ring_parts_new_drop_down (labels, _ ("Sheet"), G_CALLBACK (layout_cb), self);
  self->scale = gtk_spin_button_new_with_range (10, 1000, 10);
  ring_parts_attach (grid, 0, _ ("Sheet"), self->layout);
  self->scale_label = ring_parts_attach (grid, 1, _ ("Scale of the sketch, %"), self->scale);
  add_revisions (self, grid);
  gtk_box_append (GTK_BOX (self), grid);
}

static void
add_measures (RingPrintTab *self)
{
  GtkWidget *grid = ring_parts_new_grid ();
  double off = 100 * RING_EXPORT_MOST_CORRECTION;

  gtk_box_append (GTK_BOX (self), ring_parts_new_label (_ ("If the bars of this printer are not 100 mm, write what they measure:")));
  self->across = ring_parts_new_spin (100 - off, 100 + off, 0.1, 1, G_CALLBACK (measured_cb), self);
  self->along = ring_parts_new_spin (100 - off, 100 + off, 0.1, 1, G_CALLBACK (measured_cb), self);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->across), 100);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->along), 100);
  ring_parts_attach (grid, 0, _ ("Across, mm"), self->across);
  ring_parts_attach (grid, 1, _ ("Along, mm"), self->along);
  gtk_box_append (GTK_BOX (self), grid);
}

GtkWidget *
ring_print_tab_new (const RingDrawing *drawing, RingExportLayout layout)
{
  RingPrintTab *self = g_object_new (RING_TYPE_PRINT_TAB, NULL);

  self->drawing = ring_drawing_ref (drawing);
  self->revisions = ring_revision_list (drawing);
  add_choices (self);
  self->bars = add_check (GTK_WIDGET (self), _ ("_Bars of 100 mm that prove the scale"));
  self->check_page = add_check (GTK_WIDGET (self), _ ("A page to lay a bank _card and the ring on"));
  self->shop = add_check (GTK_WIDGET (self), _ ("The _shop's letterhead and terms"));
  add_measures (self);
  self->warning = ring_parts_add_text (GTK_WIDGET (self), "warning", 60);
  gtk_widget_hide (self->warning);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->layout), layout);
  layout_cb (self);
  return GTK_WIDGET (self);
}
