/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the design for people without this program, and paper. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-print.h"
#include "ring-save.h"
#include "ring-shop-settings.h"
#include "ring-svg.h"
#include "ring-window-private.h"

typedef struct
{
  RingDrawing *drawing; /* a state of its own: drawing may go on meanwhile */
  RingExportLayout layout;
  RingExportFormat format;
  RingShop *shop; /* may be NULL */
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *job = data;

  ring_drawing_unref (job->drawing);
  g_clear_pointer (&job->shop, ring_shop_unref);
  g_free (job->path);
  g_free (job);
}

/* The SVG of a sketch comes from the writer of designs, as a picture without the model. */
static GBytes *
make_bytes (const Export *job, GError **error)
{
  RingExportOptions options;

  if (job->format == RING_EXPORT_SVG && job->layout == RING_EXPORT_SKETCH)
    return ring_svg_write (job->drawing, RING_WRITE_PLAIN);
  ring_export_options_init (&options);
  options.layout = job->layout;
  options.shop = job->shop;
  return ring_export (job->drawing, job->format, &options, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (job, &error);

  if (bytes != NULL && ring_save_bytes (job->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RingWindow *self = RING_WINDOW (source);
  g_autoptr (GError) error = NULL;
  const Export *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_("Exported “%s”"), shown);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    ring_window_toast (self, text);
  else
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

/* The format is what the name says; a name that says none gets the format of print shops. */
static char *
take_format (const char *path, RingExportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  *format = RING_EXPORT_PDF;
  if (g_str_has_suffix (lower, ".svg"))
    *format = RING_EXPORT_SVG;
  else if (g_str_has_suffix (lower, ".png"))
    *format = RING_EXPORT_PNG;
  else if (!g_str_has_suffix (lower, ".pdf"))
    return g_strconcat (path, ".pdf", NULL);
  return g_strdup (path);
}

void
ring_window_export_of (RingWindow *self,
                       const RingDrawing *drawing,
                       RingExportLayout layout,
                       const char *path)
{
  Export *job = g_new0 (Export, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, exported_cb, NULL);

  job->drawing = ring_drawing_ref (drawing);
  job->layout = layout;
  job->shop = ring_shop_settings_get ();
  job->path = take_format (path, &job->format);
  g_task_set_task_data (task, job, export_free);
  g_task_run_in_thread (task, export_thread);
}

void
ring_window_export_to (RingWindow *self, RingExportLayout layout, const char *path)
{
  ring_window_export_of (self, ring_design_get_drawing (ring_window_get_design (self)), layout, path);
}

static void
export_response_cb (GtkNativeDialog *native, int response, RingWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        ring_window_export_of (self, g_object_get_data (G_OBJECT (native), "drawing"),
                               GPOINTER_TO_INT (g_object_get_data (G_OBJECT (native), "layout")), path);
      else
        ring_window_show_message (self, GTK_MESSAGE_ERROR,
                                  _("Pictures can be exported to folders of this computer only: "
                                    "choose one of them."), NULL);
    }
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static const char *
get_heading (RingExportLayout layout)
{
  switch (layout)
    {
    case RING_EXPORT_STRIP:
      return _ ("Export the Strip as a Pattern");
    case RING_EXPORT_CLIENT:
      return _ ("Export the Client's Sheet");
    case RING_EXPORT_RECEIPT:
      return _ ("Export the Receipt");
    case RING_EXPORT_QUOTE:
      return _ ("Export the Quote");
    case RING_EXPORT_BENCH:
      return _ ("Export the Bench Sheet");
    case RING_EXPORT_SKETCH:
    default:
      return _ ("Export a Picture");
    }
}

/* Translated; %s is the name of a design. */
static const char *
get_file_name (RingExportLayout layout)
{
  switch (layout)
    {
    case RING_EXPORT_STRIP:
      /* Translators: %s is the name of a design; a file's name. */
      return _ ("%s, strip.pdf");
    case RING_EXPORT_CLIENT:
      /* Translators: %s is the name of a design; a file's name. */
      return _ ("%s, client.pdf");
    case RING_EXPORT_RECEIPT:
      /* Translators: %s is the name of a design; a file's name. */
      return _ ("%s, receipt.pdf");
    case RING_EXPORT_QUOTE:
      /* Translators: %s is the name of a design; a file's name. */
      return _ ("%s, quote.pdf");
    case RING_EXPORT_BENCH:
      /* Translators: %s is the name of a design; a file's name. */
      return _ ("%s, bench.pdf");
    case RING_EXPORT_SKETCH:
    default:
      return "%s.pdf";
    }
}

void
ring_window_choose_export (RingWindow *self, RingExportLayout layout)
{
  ring_window_choose_export_of (self, ring_design_get_drawing (ring_window_get_design (self)), layout);
}

void
ring_window_choose_export_of (RingWindow *self, const RingDrawing *drawing, RingExportLayout layout)
{
  const struct
  {
    const char *name;
    const char *suffix;
  } formats[] = { { _("PDF, true scale"), "pdf" }, { _("SVG"), "svg" }, { _("PNG"), "png" } };
  g_auto (GStrv) around = g_strsplit (get_file_name (layout), "%s", 2);
  g_autofree char *name = g_strconcat (around[0], ring_workfile_get_title (self->workfile),
                                       around[0] != NULL ? around[1] : NULL, NULL);
  GtkFileChooserNative *native;

  native = gtk_file_chooser_native_new (get_heading (layout), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, formats[i].name);
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_object_set_data (G_OBJECT (native), "layout", GINT_TO_POINTER (layout));
  g_object_set_data_full (G_OBJECT (native), "drawing", ring_drawing_ref (drawing),
                          (GDestroyNotify) ring_drawing_unref);
  g_signal_connect_object (native, "response", G_CALLBACK (export_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
ring_window_printed (GtkWindow *window, const char *message, gboolean error)
{
  RingWindow *self = RING_WINDOW (window);

  if (message == NULL)
    return;
  if (error)
    ring_window_show_message (self, GTK_MESSAGE_ERROR, message, NULL);
  else
    ring_window_toast (self, message);
}

void
ring_window_print (RingWindow *self, const RingDrawing *drawing, RingExportLayout layout)
{
  ring_print (GTK_WINDOW (self), drawing, layout, ring_workfile_get_title (self->workfile), ring_window_printed);
}
