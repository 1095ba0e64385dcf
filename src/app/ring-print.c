/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-print.h"

typedef struct
{
  RingDrawing *drawing;
  RingExportOptions options;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  ring_drawing_unref (job->drawing);
  g_free (job);
}

/* A scale that was left in the dialog, or several pages on one sheet, would spoil every
 * millimetre: both are put back, and a printing system that fits pages is told not to. */
static void
force_true_scale (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings == NULL)
    return;
  gtk_print_settings_set_scale (settings, 100);
  gtk_print_settings_set_number_up (settings, 1);
  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  gtk_print_settings_set (settings, "cups-fit-to-page", "false");
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  force_true_scale (operation);
  gtk_print_operation_set_n_pages (operation,
                                   MAX (1, ring_page_count (job->drawing, &job->options,
                                                            gtk_print_context_get_width (context),
                                                            gtk_print_context_get_height (context))));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  /* With full pages in millimetres, the context's origin is the sheet's corner. */
  ring_page_draw (gtk_print_context_get_cairo_context (context), job->drawing, &job->options,
                  gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                  (guint) page);
}

static GtkPrintOperation *
new_operation (const RingDrawing *drawing, RingExportLayout layout, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Job *job = g_new0 (Job, 1);
  double width, height;

  job->drawing = ring_drawing_ref (drawing);
  ring_export_options_init (&job->options);
  job->options.layout = layout;
  ring_page_get_size (drawing, &job->options, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_MM);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, job_free, 0);
  return operation;
}

gboolean
ring_print (GtkWindow *parent,
            const RingDrawing *drawing,
            RingExportLayout layout,
            const char *title,
            GError **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (drawing, layout, title);
  GtkPrintOperationResult result;

  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}

gboolean
ring_print_to_file (GtkWindow *parent,
                    const RingDrawing *drawing,
                    RingExportLayout layout,
                    const char *title,
                    const char *path,
                    GError **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (drawing, layout, title);
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, parent, error);
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
