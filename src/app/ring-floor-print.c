/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-floor-print.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtkunixprint.h>

#include "ring-keepsake.h"
#include "ring-prose.h"

/* The page as it was when it was asked for: the next visitor may be here when the printer takes it. GtkPrintOperation
 * of GTK 4.8 ends the program where it looks for a printer by its name; a print job does not. */
typedef struct
{
  GtkWindow *window; /* weak */
  RingFloorPrinted done;
  char *printer;
  GtkPageSetup *setup;
  cairo_surface_t *page; /* mm */
  gboolean found;
  guint refs; /* the search's and the sending's */
} Job;

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (--job->refs > 0)
    return;
  g_clear_weak_pointer (&job->window);
  cairo_surface_destroy (job->page);
  g_object_unref (job->setup);
  g_free (job->printer);
  g_free (job);
}

static void
tell (Job *job, const GError *error)
{
  if (job->window != NULL)
    job->done (job->window, error);
}

static void
sent_cb (GtkPrintJob *print, gpointer data, const GError *error)
{
  tell (data, error);
}

static gboolean
send_page (Job *job, GtkPrinter *printer, GError **error)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintJob) print = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  print = gtk_print_job_new (_ ("A visitor’s ring"), printer, settings, job->setup);
  surface = gtk_print_job_get_surface (print, error);
  if (surface == NULL)
    return FALSE;
  cr = cairo_create (surface);
  cairo_scale (cr, RING_POINTS_PER_MM, RING_POINTS_PER_MM);
  cairo_set_source_surface (cr, job->page, 0, 0);
  cairo_paint (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  job->refs++;
  gtk_print_job_send (print, sent_cb, job, job_unref);
  return TRUE;
}

/* TRUE ends the search. */
static gboolean
printer_cb (GtkPrinter *printer, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (gtk_printer_get_name (printer), job->printer))
    return FALSE;
  job->found = TRUE;
  if (!send_page (job, printer, &error))
    tell (job, error);
  return TRUE;
}

/* The search is over. */
static void
searched_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (job->found)
    {
      job_unref (job);
      return;
    }
  g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("There is no printer “%s”: name one in the preferences as the system has it"), job->printer);
  tell (job, error);
  job_unref (job);
}

static GtkPageSetup *
new_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) usual = gtk_paper_size_new (NULL);
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gboolean sheet = gtk_paper_size_get_width (usual, GTK_UNIT_MM) >= 200;

  /* The country's own, where that is a sheet of paper and not a card. */
  gtk_page_setup_set_paper_size_and_default_margins (setup, sheet ? usual : a4);
  return setup;
}

void
ring_floor_print (GtkWindow *window,
                  const char *printer,
                  RingCatalogueArt *art,
                  const RingChoice *choice,
                  const RingDrawing *drawing,
                  const char *text,
                  RingFloorPrinted done)
{
  Job *job = g_new0 (Job, 1);
  double width, height;
  cairo_t *cr;

  job->refs = 1;
  job->setup = new_setup ();
  width = gtk_page_setup_get_paper_width (job->setup, GTK_UNIT_MM);
  height = gtk_page_setup_get_paper_height (job->setup, GTK_UNIT_MM);
  job->page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  job->done = done;
  job->printer = g_strdup (printer);
  g_set_weak_pointer (&job->window, window);
  cr = cairo_create (job->page);
  ring_keepsake_draw (cr, art, choice, drawing, text, width, height);
  cairo_destroy (cr);
  gtk_enumerate_printers (printer_cb, job, searched_cb, FALSE);
}
