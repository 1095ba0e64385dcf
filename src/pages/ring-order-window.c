/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-text.h"
#include "ring-order-mail.h"
#include "ring-order-sheet.h"
#include "ring-order-text.h"
#include "ring-order-window.h"
#include "ring-parts.h"
#include "ring-save.h"

#define WIDTH 560
#define HEIGHT 700

struct _RingOrderWindow
{
  AdwWindow parent_instance;

  RingCatalogue *catalogue;
  RingChoice choice;
  GtkWidget *toasts;
};

G_DEFINE_FINAL_TYPE (RingOrderWindow, ring_order_window, ADW_TYPE_WINDOW)

static void
say (RingOrderWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

/* --------------------------------------------------------------------- saving */

gboolean
ring_order_save (const RingCatalogue *catalogue, const RingChoice *choice, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (RingCatalogueArt) art = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (name != NULL && g_str_has_suffix (name, ".pdf"))
    {
      art = ring_catalogue_art_new (catalogue);
      bytes = ring_order_make_pdf (art, choice, error);
    }
  else
    bytes = ring_order_mail (catalogue, choice);
  return bytes != NULL && ring_save_file (file, bytes, error);
}

static void
save_response_cb (GtkNativeDialog *native, int response, RingOrderWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    say (self, ring_order_save (self->catalogue, &self->choice, file, &error) ? _("Saved") : error->message);
  g_object_unref (native);
}

/* "order-3487-22.eml". */
static char *
get_file_name (RingOrderWindow *self)
{
  g_autofree char *number = ring_catalogue_format_number (self->catalogue, &self->choice);
  const char *digits = number != NULL ? number + 1 : "";

  return g_strdup_printf ("order-%.*s.eml", (int) strcspn (digits, ", "), digits);
}

static void
add_filter (GtkFileChooserNative *native, const char *name, const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  g_object_unref (filter);
}

static void
save_cb (RingOrderWindow *self)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_("Save the Confirmation"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  g_autofree char *name = get_file_name (self);

  add_filter (native, _("Message (.eml)"), "*.eml");
  add_filter (native, _("Page (.pdf)"), "*.pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect_object (native, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --------------------------------------------------------------------- printing */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, RingOrderWindow *self)
{
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (self->catalogue);

  ring_order_draw (gtk_print_context_get_cairo_context (context), art, &self->choice,
                   gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static void
print_cb (RingOrderWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *subject = ring_order_subject (self->catalogue, &self->choice);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_MM);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, subject);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_object_ref (self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (self, error->message);
  g_object_unref (self);
}

/* --------------------------------------------------------------------- the window */

static void
ring_order_window_finalize (GObject *object)
{
  RingOrderWindow *self = RING_ORDER_WINDOW (object);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  G_OBJECT_CLASS (ring_order_window_parent_class)->finalize (object);
}

static void
ring_order_window_class_init (RingOrderWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_order_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
ring_order_window_init (RingOrderWindow *self)
{
}

static GtkWidget *
new_header (RingOrderWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             ring_parts_new_button (_("_Save…"), G_CALLBACK (save_cb), self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           ring_parts_new_button (_("_Print…"), G_CALLBACK (print_cb), self));
  return header;
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = ring_parts_new_label (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The message as a mail program shows it. */
static GtkWidget *
new_message (RingOrderWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *subject = ring_order_subject (self->catalogue, &self->choice);
  g_autofree char *text = ring_order_confirmation (self->catalogue, &self->choice);
  GtkWidget *from = new_text (ring_catalogue_get_name (self->catalogue), "caption");

  gtk_widget_add_css_class (from, "dim-label");
  gtk_box_append (GTK_BOX (box), from);
  gtk_box_append (GTK_BOX (box), new_text (subject, "heading"));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_text (g_strchomp (text), NULL));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "order-text");
  return box;
}

static GtkWidget *
new_work_line (RingOrderWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *line = ring_order_work_line (self->catalogue, &self->choice);

  gtk_box_append (GTK_BOX (box), new_text (_("What the workshop is told"), "heading"));
  gtk_box_append (GTK_BOX (box), new_text (line, "work-line"));
  return box;
}

static GtkWidget *
new_content (RingOrderWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autofree char *note = ring_catalogue_text_note (self->catalogue);
  g_autofree char *foot = g_strdup_printf ("%s\n%s", _("Nothing is sent."), note);
  GtkWidget *caption = new_text (foot, "caption");

  gtk_widget_add_css_class (caption, "dim-label");
  g_object_set (box, "margin-top", 18, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  gtk_box_append (GTK_BOX (box), new_message (self));
  gtk_box_append (GTK_BOX (box), new_work_line (self));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
ring_order_window_new (GtkWindow *parent, const RingCatalogue *catalogue, const RingChoice *choice)
{
  RingOrderWindow *self
      = g_object_new (RING_TYPE_ORDER_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                      _("Order"), "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->catalogue = ring_catalogue_ref (catalogue);
  self->choice = *choice;
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), new_content (self));
  gtk_widget_set_vexpand (self->toasts, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}
