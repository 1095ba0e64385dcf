/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-one-page.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"

GtkNativeDialog *
ring_one_page_new_chooser (GtkWindow *parent, const char *title, const char *name)
{
  const struct
  {
    const char *name, *suffix;
  } formats[] = { { _ ("PDF"), "pdf" }, { _ ("SVG"), "svg" } };
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, formats[i].name);
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  return GTK_NATIVE_DIALOG (native);
}

char *
ring_one_page_end_chooser (GtkNativeDialog *native, int response, GError **error)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL && path == NULL)
    g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                         _ ("Pages can be saved in folders of this computer only: choose one of them."));
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
  return path;
}

char *
ring_one_page_take_format (const char *path, RingReportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  *format = g_str_has_suffix (lower, ".svg") ? RING_REPORT_SVG : RING_REPORT_PDF;
  return g_str_has_suffix (lower, ".svg") || g_str_has_suffix (lower, ".pdf") ? g_strdup (path)
                                                                             : g_strconcat (path, ".pdf", NULL);
}

typedef struct
{
  RingReportDraw draw;
  gpointer data;
} Job;

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  job->draw (gtk_print_context_get_cairo_context (context), job->data);
}

gboolean
ring_one_page_print (GtkWindow *parent, const char *title, RingReportDraw draw, gpointer data, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Job job = { draw, data };

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_MM);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &job);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
