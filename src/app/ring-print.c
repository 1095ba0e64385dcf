/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-print.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-print-preview.h"
#include "ring-print-settings.h"
#include "ring-print-tab.h"
#include "ring-revision.h"
#include "ring-sheet-code.h"
#include "ring-shop-settings.h"

/* Printers that cannot reach closer to the edge cut the bars off, mm. */
#define MOST_MARGIN 8.0

typedef struct
{
  GtkWindow *parent;
  RingDrawing *design; /* with its revisions */
  RingDrawing *shown;  /* what is printed of it */
  RingShop *shop;
  char *code;
  RingExportOptions options;
  RingPrintTab *tab; /* while the dialog is open */
  RingPrintDone done;
  char *message; /* what should be known */
  gboolean previewed; /* and not printed */
  gboolean sent; /* and nothing heard of it yet; the operation is kept as long */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (job->parent), (gpointer *) &job->parent);
  if (job->tab != NULL)
    g_object_remove_weak_pointer (G_OBJECT (job->tab), (gpointer *) &job->tab);
  ring_drawing_unref (job->design);
  g_clear_pointer (&job->shown, ring_drawing_unref);
  g_clear_pointer (&job->shop, ring_shop_unref);
  g_free (job->code);
  g_free (job->message);
  g_free (job);
}

/* Takes what is printed: REVISION of the design, or the present where it is NULL. */
static void
job_take (Job *job, gboolean shop, const char *revision)
{
  g_clear_pointer (&job->shown, ring_drawing_unref);
  g_clear_pointer (&job->shop, ring_shop_unref);
  g_clear_pointer (&job->code, g_free);
  job->shown = revision != NULL ? ring_revision_open (job->design, revision) : NULL;
  if (job->shown == NULL)
    job->shown = ring_drawing_ref (job->design);
  job->shop = shop ? ring_shop_settings_get () : NULL;
  job->code = job->options.scale_bar ? ring_sheet_code_make (job->shown) : NULL;
  job->options.shop = job->shop;
  job->options.code = job->code;
}

static void
note (Job *job, const char *message)
{
  if (job->message == NULL)
    job->message = g_strdup (message);
}

/* A scale that was left in the dialog, or several pages on one sheet, would spoil every
 * millimetre: both are put back, and a printing system that fits pages is told not to. */
static void
force_true_scale (GtkPrintOperation *operation, Job *job)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings == NULL)
    return;
  if (gtk_print_settings_get_scale (settings) != 100 || gtk_print_settings_get_number_up (settings) != 1)
    note (job, _ ("The printer was set to another scale. It was printed at 100 %, so that its millimetres are true."));
  gtk_print_settings_set_scale (settings, 100);
  gtk_print_settings_set_number_up (settings, 1);
  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  gtk_print_settings_set (settings, "cups-fit-to-page", "false");
}

static void
check_margins (GtkPrintContext *context, Job *job)
{
  double top, bottom, left, right, most;
  g_autofree char *mm = NULL;
  g_autofree char *text = NULL;

  if (!gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right))
    return;
  most = MAX (MAX (left, right), MAX (top, bottom - 7));
  if (most <= MOST_MARGIN)
    return;
  mm = ring_number_format (most, 1);
  /* Translators: a length in mm. */
  text = g_strdup_printf (_ ("This printer leaves %s mm at the edge empty: a bar may be cut off there."), mm);
  note (job, text);
}

/* ------------------------------------------------------------------- pages */

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  g_autoptr (GError) error = NULL;
  guint n;

  force_true_scale (operation, job);
  check_margins (context, job);
  if (settings != NULL)
    ring_print_settings_correct (&job->options, gtk_print_settings_get_printer (settings));
  job->options.paper_width = width;
  job->options.paper_height = height;
  n = ring_page_count (job->shown, &job->options, width, height);
  if (!ring_page_check (job->shown, &job->options, width, height, &error))
    note (job, error->message);
  else if (n == 0)
    note (job, job->options.layout == RING_EXPORT_QUOTE
                   ? _ ("There is no quote: use the estimate as the quote, or enter it in the order")
                   : _ ("Nothing was taken in, so there is no receipt: take a stone in on its card, or metal "
                        "below the stones"));
  if (error != NULL || n == 0)
    {
      gtk_print_operation_cancel (operation);
      n = 0;
    }
  gtk_print_operation_set_n_pages (operation, (int) MAX (1, n));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  /* With full pages in millimetres, the context's origin is the sheet's corner. */
  ring_page_draw (gtk_print_context_get_cairo_context (context), job->shown, &job->options,
                  gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                  (guint) page);
}

/* ------------------------------------------------------------------ dialog */

static GObject *
create_tab_cb (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *tab = ring_print_tab_new (job->design, job->options.layout);

  g_set_weak_pointer (&job->tab, RING_PRINT_TAB (tab));
  return G_OBJECT (tab);
}

static void
update_tab_cb (GtkPrintOperation *operation,
               GtkWidget *widget,
               GtkPageSetup *setup,
               GtkPrintSettings *settings,
               Job *job)
{
  const char *printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;

  ring_print_tab_set_printer (RING_PRINT_TAB (widget), printer, settings);
}

static void
apply_tab_cb (GtkPrintOperation *operation, GtkWidget *widget, Job *job)
{
  const char *revision;
  gboolean shop;

  ring_print_tab_get (RING_PRINT_TAB (widget), &job->options, &shop, &revision);
  job_take (job, shop, revision);
}

static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            Job *job)
{
  job->previewed = TRUE;
  ring_print_preview_show (job->parent, job->shown, &job->options, preview, context);
  return TRUE;
}

static void
say_failed (const Job *job, const char *why)
{
  /* Translators: what the printing system says. */
  g_autofree char *text = g_strdup_printf (_ ("It was not printed: %s. The design is as it was; look at the printer and "
                                              "print again."),
                                           why);

  if (job->done != NULL && job->parent != NULL)
    job->done (job->parent, text, TRUE);
}

/* What is told once the pages are with the printing system: it may have lost its printer, or itself be lost. */
static void
status_cb (GtkPrintOperation *operation, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (!job->sent || !gtk_print_operation_is_finished (operation))
    return;
  job->sent = FALSE;
  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    {
      gtk_print_operation_get_error (operation, &error);
      say_failed (job, error != NULL ? error->message : _ ("the printer or its server gave up"));
    }
  g_object_unref (operation);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    ring_print_settings_keep (job->options.layout, gtk_print_operation_get_print_settings (operation),
                              gtk_print_operation_get_default_page_setup (operation));
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !job->previewed && !gtk_print_operation_is_finished (operation))
    {
      job->sent = TRUE;
      g_object_ref (operation);
    }
  if (error != NULL)
    say_failed (job, error->message);
  else if (job->done != NULL && job->parent != NULL)
    job->done (job->parent, job->message, result != GTK_PRINT_OPERATION_RESULT_APPLY);
}

/* -------------------------------------------------------------- operations */

static GtkPageSetup *
new_setup (const RingDrawing *drawing, RingExportLayout layout)
{
  GtkPageSetup *setup = ring_print_settings_get_setup (layout);
  g_autoptr (GtkPaperSize) paper = NULL;
  RingExportOptions options;
  double width, height;

  if (setup != NULL)
    return setup;
  setup = gtk_page_setup_new ();
  paper = gtk_paper_size_new (NULL);
  /* The country's own, where that is a sheet of paper and not a card. */
  if (gtk_paper_size_get_width (paper, GTK_UNIT_MM) < 200)
    {
      g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
    }
  else
    gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  ring_export_options_init (&options);
  options.layout = layout;
  ring_page_get_size (drawing, &options, &width, &height);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

static GtkPrintOperation *
new_operation (GtkWindow *parent,
               const RingDrawing *drawing,
               RingExportLayout layout,
               const char *title,
               RingPrintDone done)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_setup (drawing, layout);
  g_autoptr (GtkPrintSettings) settings = ring_print_settings_get (layout);
  Job *job = g_new0 (Job, 1);
  gboolean shop;

  g_set_weak_pointer (&job->parent, parent);
  job->design = ring_drawing_ref (drawing);
  job->done = done;
  ring_print_settings_load (layout, &job->options, &shop);
  job_take (job, shop, NULL);
  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_MM);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Ringwright"));
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_tab_cb), job);
  g_signal_connect (operation, "update-custom-widget", G_CALLBACK (update_tab_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_tab_cb), job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  g_signal_connect (operation, "status-changed", G_CALLBACK (status_cb), job);
  return operation;
}

/* The operation lives on by itself until it is done, which says all there is to say. */
void
ring_print (GtkWindow *parent,
            const RingDrawing *drawing,
            RingExportLayout layout,
            const char *title,
            RingPrintDone done)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (parent, drawing, layout, title, done);

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
ring_print_to_file (GtkWindow *parent,
                    const RingDrawing *drawing,
                    RingExportLayout layout,
                    const char *title,
                    const char *path,
                    GError **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (parent, drawing, layout, title, NULL);
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, parent, error);
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
