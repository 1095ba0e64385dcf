/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference as actions: its page for people without this program, an offer that is checked, and the record that a
 * line of evidence cites. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-one-page.h"
#include "ring-save.h"
#include "ring-settings.h"
#include "ring-told-window.h"
#include "ring-window-private.h"

void
ring_window_ask_library (RingWindow *self)
{
  g_autofree char *uri = ring_settings_get_library ();
  g_autoptr (GFile) folder = uri != NULL ? g_file_new_for_commandline_arg (uri) : NULL;

  ring_difference_page_set_library (self->difference_page, folder, ring_workfile_get_file (self->workfile));
}

/* ---------------------------------------------------------------------------- the page */

static GBytes *
make_page (RingWindow *self, RingReportFormat format, GError **error)
{
  g_autoptr (RingDifference) difference = ring_difference_page_compute (self->difference_page);

  return ring_report_make (ring_design_get_drawing (ring_window_get_design (self)), difference, self->catalogue,
                           format, error);
}

static void
save_page (RingWindow *self, const char *path)
{
  RingReportFormat format;
  g_autofree char *full = ring_one_page_take_format (path, &format);
  g_autofree char *name = g_path_get_basename (full);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_page (self, format, &error);

  if (bytes != NULL && ring_save_bytes (full, bytes, &error))
    ring_window_toast (self, text);
  else
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

static void
response_cb (GtkNativeDialog *native, int response, RingWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ring_one_page_end_chooser (native, response, &error);

  if (path != NULL)
    save_page (self, path);
  else if (error != NULL)
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  /* Translators: the name of a design; a file's name without its ending. */
  g_autofree char *name = g_strdup_printf (_ ("%s, difference"), ring_workfile_get_title (self->workfile));
  GtkNativeDialog *native
      = ring_one_page_new_chooser (GTK_WINDOW (self), _ ("Save the Difference as a Page"), name);

  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (native);
}

static void
export_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save_page (user_data, g_variant_get_string (parameter, NULL));
}

typedef struct
{
  const RingDrawing *drawing;
  const RingDifference *difference;
  RingCatalogueArt *art;
} Page;

static void
draw_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;

  ring_report_draw (cr, page->drawing, page->difference, page->art);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_design_get_drawing (ring_window_get_design (self)));
  g_autoptr (RingDifference) difference = ring_difference_page_compute (self->difference_page);
  g_autoptr (RingCatalogueArt) art = self->catalogue != NULL ? ring_catalogue_art_new (self->catalogue) : NULL;
  Page page = { drawing, difference, art };
  g_autoptr (GError) error = NULL;

  if (!ring_one_page_print (GTK_WINDOW (self), _ ("The Difference"), draw_cb, &page, &error))
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
}

/* ---------------------------------------------------------------------------- an offer */

static void
check_offer_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (ring_told_window_new (
      GTK_WINDOW (self), ring_design_get_drawing (ring_window_get_design (self)), self->catalogue)));
}

/* ---------------------------------------------------------------------------- evidence */

typedef struct
{
  char *kind, *id;
  guint frames; /* that have passed since the Bench is shown */
} Show;

static void
show_free (gpointer data)
{
  g_free (((Show *) data)->kind);
  g_free (((Show *) data)->id);
  g_free (data);
}

/* What was not seen before has no place yet to scroll to: it has after its first frame. */
static gboolean
show_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Show *show = data;

  if (++show->frames < 3)
    return G_SOURCE_CONTINUE;
  ring_bench_page_show_record (RING_BENCH_PAGE (widget), show->kind, show->id);
  return G_SOURCE_REMOVE;
}

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  Show *show;

  show = g_new0 (Show, 1);
  g_variant_get (parameter, "(ss)", &show->kind, &show->id);
  if (g_str_equal (show->kind, RING_RECORD_CHOICE))
    {
      ring_window_show_view (self, "catalogue");
      show_free (show);
      return;
    }
  if (g_str_equal (show->kind, RING_CITES_STROKE))
    {
      ring_window_show_replay (self, show->id);
      show_free (show);
      return;
    }
  ring_window_show_view (self, "bench");
  gtk_widget_add_tick_callback (GTK_WIDGET (self->bench_page), show_cb, show, show_free);
}

void
ring_window_add_difference_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-difference", .activate = export_cb },
    { .name = "export-difference-path", .activate = export_path_cb, .parameter_type = "s" },
    { .name = "print-difference", .activate = print_cb },
    { .name = "check-offer", .activate = check_offer_cb },
    { .name = "show-record", .activate = show_record_cb, .parameter_type = "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
